"""Keeping what was made for the web."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from namndstod.domain.editions import Edition
from namndstod.domain.errors import RuleBroken
from namndstod.domain.findings import Finding
from namndstod.domain.findings.publishing import check_publishing, refusing
from namndstod.domain.records import PaperKind
from namndstod.services.reading import meeting_view

from .base import Command, Desk
from .meetings import SentPaper, keep_paper


@dataclass(frozen=True)
class PublishEdition(Command):
    """A web version was made: each of its papers is kept by its hash, with which paper it is (`of`)."""

    label: ClassVar[str] = "gör webbversion"
    meeting_id: str
    papers: tuple[SentPaper, ...]

    def run(self, desk: Desk) -> None:
        """Keep the papers. Raises RuleBroken while our own texts hold what must not be published."""
        view = meeting_view(desk.work, self.meeting_id)
        today = desk.now.astimezone().date()
        require_publishable(check_publishing(view, today))
        for paper in self.papers:
            if paper.kind is not PaperKind.PUBLIC or paper.edition != Edition.PUBLIC:
                raise ValueError("not a paper of the public edition")
            keep_paper(desk, self.meeting_id, paper)


def require_publishable(found: tuple[Finding, ...]) -> None:
    """Raise RuleBroken with the first thing that must be mended before anything is published."""
    first = next(iter(refusing(found)), None)
    if first is not None:
        raise RuleBroken(f"Webbversionen kan inte göras än: {first.message}", source=first.source)
