"""Justering: who approves, and the moment from which the minutes are frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from namndstod.domain import findings, states
from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import Approver, Meeting, MeetingState, new_id
from namndstod.services.reading import meeting_view

from .base import Command, Desk
from .meetings import SentPaper, keep_paper


@dataclass(frozen=True)
class SetApprovers(Command):
    """Choose justerare besides the chair, each with an ersättare or None (KL 5:69)."""

    label: ClassVar[str] = "välj justerare"
    meeting_id: str
    chosen: tuple[tuple[str, str | None], ...]  # (person, ersättare)

    def run(self, desk: Desk) -> None:
        """Replace the choice."""
        for approver in desk.work.find(Approver, meeting_id=self.meeting_id):
            desk.work.remove(approver)
        for position, (person_id, substitute_id) in enumerate(self.chosen, 1):
            desk.work.add(
                Approver(
                    id=new_id(),
                    meeting_id=self.meeting_id,
                    position=position,
                    person_id=person_id,
                    substitute_id=substitute_id,
                )
            )


@dataclass(frozen=True)
class Approve(Command):
    """Justera: the minutes are kept with the hashes of PDF and content tree, and frozen from now on."""

    label: ClassVar[str] = "justera protokollet"
    barrier: ClassVar[bool] = True
    meeting_id: str
    day: date
    minutes: SentPaper
    secret: SentPaper | None = None  # the secret part, where there is one

    def run(self, desk: Desk) -> None:
        """Freeze. Refused while Kontroll shows something to be mended, or a warning without its reason."""
        meeting = desk.work.get(Meeting, self.meeting_id)
        states.require(meeting, MeetingState.APPROVED)
        if meeting.sent_for_signing is not None:
            raise RuleBroken("Protokollet är skickat för underskrift: anteckna var och ens underskrift.")
        require_ready(desk, meeting, self.day)
        for paper in (self.minutes, self.secret):
            if paper is not None:
                keep_paper(desk, meeting.id, paper)
        desk.work.change(meeting, state=MeetingState.APPROVED, approval_date=self.day)


def require_ready(desk: Desk, meeting: Meeting, day: date) -> None:
    """Raise RuleBroken while something of the minutes must be mended, or a warning waits for its reason."""
    found = findings.hindrances(findings.check(meeting_view(desk.work, meeting.id), day))
    if not found:
        return
    first = found[0]
    way = "" if first.severity is findings.Severity.BLOCK else " Åtgärda det eller ange ett skäl."
    raise RuleBroken(f"Protokollet kan inte justeras än: {first.message}{way}", source=first.source)
