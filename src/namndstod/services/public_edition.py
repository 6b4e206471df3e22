"""The web version of a meeting: searched, made from its edition, written to a folder, kept by hash."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from namndstod.domain.editions import Edition, edition_of
from namndstod.domain.errors import NamndstodError
from namndstod.domain.findings import Finding
from namndstod.domain.findings.publishing import check_publishing
from namndstod.domain.papers import NAMES, file_stem, speaking_name
from namndstod.domain.records import MeetingState, PaperKind
from namndstod.domain.view import DocumentView, MeetingView

from .commands.meetings import SentPaper
from .commands.publishing import PublishEdition, require_publishable
from .conversions import Conversions
from .papers import Papers
from .reading import meeting_view
from .session import Session
from .worker_client import WorkerClient
from .writing import make_folder, write_file

_TEXTS = (PaperKind.CALL, PaperKind.MINUTES)
"""Papers that there is a Word file of, too."""


@dataclass(frozen=True, slots=True)
class Published:
    """What was made: the folder, and the names of the files in it."""

    folder: Path
    files: tuple[str, ...]


class PublicEdition:
    """Makes web versions. Everything here is slow: call it off the UI thread."""

    def __init__(
        self, session: Session, papers: Papers, conversions: Conversions, worker: WorkerClient
    ) -> None:
        self._session = session
        self._papers = papers
        self._conversions = conversions
        self._worker = worker

    def findings(self, meeting_id: str) -> tuple[Finding, ...]:
        """Return what is found in our own texts and on the pages of the documents (rules 41, 42)."""
        return self._found(self._session.ask(meeting_view, meeting_id))

    def require(self, view: MeetingView) -> None:
        """Raise RuleBroken while something must be mended before anything of the meeting is published."""
        require_publishable(self._found(view))

    def _found(self, view: MeetingView) -> tuple[Finding, ...]:
        return check_publishing(self._read(view), self._session.today)

    def make(self, meeting_id: str, parent: Path) -> Published:
        """Make the folder «Webbversion {nämnd} {datum}» under `parent` and note what was made.

        Raises RuleBroken while something must be mended, Refused when the meeting was changed meanwhile,
        EnvironmentProblem; then no folder is left behind that somebody could take for a finished one.
        """
        view = self._session.ask(meeting_view, meeting_id)
        self.require(view)
        public = edition_of(view, Edition.PUBLIC)
        made, kept = [], []
        for kind in papers_of(view):
            drawn = self._papers.pdf(kind, public)
            stem = file_stem(kind, public.term.name, view.meeting.day)
            made.append((f"{stem}.pdf", drawn.pdf))
            kept.append(self._noted(kind, drawn.pdf, drawn.pages))
            if kind in _TEXTS:
                made.append((f"{stem}.docx", self._papers.word(kind, public)))
        self._papers.require_unchanged(view)
        folder = _free(parent / folder_name(public))
        try:
            _write(folder, made)
            self._session.do(PublishEdition(meeting_id, tuple(kept)))
        except NamndstodError:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return Published(folder, tuple(name for name, _ in made))

    def _noted(self, kind: PaperKind, pdf: bytes, pages: int) -> SentPaper:
        return SentPaper(
            PaperKind.PUBLIC, self._papers.keep(pdf), pages, edition=Edition.PUBLIC.value, of=(kind.value,)
        )

    def _read(self, view: MeetingView) -> MeetingView:
        """Return the view with what the pages say that the public edition would show."""
        shown = {
            d.document.id
            for i in edition_of(view, Edition.PUBLIC).items
            for d in i.documents
            if not d.withheld
        }
        items = tuple(
            replace(
                item,
                documents=tuple(self._with_texts(d) if d.document.id in shown else d for d in item.documents),
            )
            for item in view.items
        )
        return replace(view, items=items)

    def _with_texts(self, document: DocumentView) -> DocumentView:
        return replace(document, page_texts=self._worker.words(self._conversions.pages(document)))


def papers_of(view: MeetingView) -> Iterator[PaperKind]:
    """Yield the papers of a web version: before justering there is no protokoll in it."""
    yield PaperKind.CALL
    yield PaperKind.PACKET
    if view.meeting.state is MeetingState.APPROVED:
        yield PaperKind.MINUTES


def folder_name(view: MeetingView) -> str:
    """«Webbversion Regional tillväxtnämnd 2027-05-14»."""
    return speaking_name(f"{NAMES[PaperKind.PUBLIC]} {view.term.name} {view.meeting.day.isoformat()}")


def _free(folder: Path) -> Path:
    """Return a folder that is not there yet: an older one may hold what has been masked since."""
    free, number = folder, 1
    while free.exists():
        number += 1
        free = folder.with_name(f"{folder.name} ({number})")
    return free


def _write(folder: Path, files: list[tuple[str, bytes]]) -> None:
    make_folder(folder)
    for name, content in files:
        write_file(folder / name, content)
