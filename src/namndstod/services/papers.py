"""The papers of a meeting: built from its view, drawn by the worker, kept when they are sent or justerade."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from namndstod.domain.content import Paper, to_json
from namndstod.domain.editions import swept
from namndstod.domain.errors import Refused, RuleBroken
from namndstod.domain.late_papers import LastSent
from namndstod.domain.letters import LetterView
from namndstod.domain.manifest import from_json as manifest_from_json
from namndstod.domain.recorded import RecordedView
from namndstod.domain.records import MeetingState, PaperKind
from namndstod.domain.view import MeetingView

from .commands.approval import Approve
from .commands.immediate import ApproveImmediately, require_immediate
from .commands.meetings import SentPaper
from .commands.signing import SendForSigning
from .conversions import Conversions
from .packets import ItemFile, Packet, item_files, make_packet
from .reading import meeting_view
from .session import Outcome, Session
from .supplements import Supplement, make_supplement
from .worker_client import DrawnPages, WorkerClient

_ALWAYS_ANEW = (PaperKind.EXTRACT, PaperKind.NOTICE, PaperKind.DISPATCHES)
"""Papers that are never the latest kept one: each recipient has an utdrag of their own."""


class Papers:
    """Makes papers. Everything here but `tree` is slow: call it off the UI thread."""

    def __init__(self, session: Session, conversions: Conversions, worker: WorkerClient) -> None:
        self._session = session
        self._conversions = conversions
        self._worker = worker

    def tree(self, kind: PaperKind, view: MeetingView, of: tuple[str, ...] = ()) -> Paper:
        """Return the content tree of a paper of text: of the whole meeting, or of the §§ or items in `of`."""
        from namndstod.documents import builders  # not before the window is usable

        return swept(builders.BUILDERS[kind](view, self._images(view), of), view)

    def fees(self, view: MeetingView) -> bytes:
        """Return the arvodesunderlag as .xlsx."""
        from namndstod.documents.workbooks.fees import fees_workbook

        return fees_workbook(view)

    def pdf(self, kind: PaperKind, view: MeetingView, of: tuple[str, ...] = ()) -> DrawnPages:
        """Return a paper as PDF. A justerat protokoll is the kept file, byte for byte."""
        frozen = view.meeting.state is MeetingState.APPROVED or view.meeting.sent_for_signing is not None
        kept = self.kept(kind, view) if frozen and kind not in _ALWAYS_ANEW else None
        if kind is PaperKind.SUPPLEMENT:
            made = self.supplement(view)
            return DrawnPages(made.pdf, len(made.numbers), {})
        if kind is PaperKind.PACKET:
            packet = self.packet(view)
            return DrawnPages(packet.pdf, packet.pages, packet.anchors)
        drawn = self.draw(self.tree(kind, view, of))
        return drawn if kept is None else DrawnPages(kept, drawn.pages, drawn.anchors)

    def glimpse(
        self, kind: PaperKind, view: MeetingView, of: tuple[str, ...], anchor: str, further: int
    ) -> DrawnPages:
        """Return a paper as `pdf` does, with only the pages drawn around those `further` on from an anchor.

        Without such an anchor they are counted from the first. A paper that is kept, or put together of
        others, comes whole.
        """
        frozen = view.meeting.state is MeetingState.APPROVED or view.meeting.sent_for_signing is not None
        if frozen or kind in (PaperKind.PACKET, PaperKind.SUPPLEMENT):
            return self.pdf(kind, view, of)
        return self._worker.draw(self.tree(kind, view, of), around=(anchor, further))

    def kept(self, kind: PaperKind, view: MeetingView) -> bytes | None:
        """Return the latest paper of that kind that was sent or justerat, as it was."""
        papers = [p for p in view.papers if p.kind is kind]
        if not papers:
            return None
        latest = max(papers, key=lambda p: p.made_at)
        return self._session.binder.files.read(latest.pdf_sha, verify=True)

    def word(self, kind: PaperKind, view: MeetingView, of: tuple[str, ...] = ()) -> bytes:
        """Return a paper as .docx."""
        return self.as_word(self.tree(kind, view, of))

    def letter_tree(self, view: LetterView) -> Paper:
        """Return the content tree of a beslutsbrev, which belongs to a decision and to no meeting."""
        from namndstod.documents import builders  # not before the window is usable

        return builders.letter_paper(view, self._images(view))

    def letter(self, view: LetterView) -> DrawnPages:
        """Return a beslutsbrev as PDF."""
        return self.draw(self.letter_tree(view))

    def letter_word(self, view: LetterView) -> bytes:
        """Return a beslutsbrev as .docx."""
        return self.as_word(self.letter_tree(view))

    def recorded_tree(self, view: RecordedView) -> Paper:
        """Return the content tree of the record of decisions that are recorded separately."""
        from namndstod.documents import builders  # not before the window is usable

        return builders.recorded_paper(view, self._images(view))

    def draw(self, paper: Paper) -> DrawnPages:
        """Draw any content tree."""
        return self._worker.draw(paper)

    def as_word(self, paper: Paper) -> bytes:
        """Write any content tree as .docx."""
        from namndstod.documents import word

        return word.to_docx(paper)

    def packet(self, view: MeetingView) -> Packet:
        """Return the whole packet of handlingar; documents without pages yet get them now."""
        return make_packet(view, self._images(view), self._conversions.pages)

    def item_files(self, view: MeetingView) -> Iterator[ItemFile]:
        """Yield one file per ärende, numbered as in the packet."""
        return item_files(view, self._images(view), self._conversions.pages)

    def last_sent(self, view: MeetingView, edition: str = "") -> LastSent | None:
        """Return the latest packet or supplement of that edition that went out; None before the first."""
        kinds = (PaperKind.PACKET, PaperKind.SUPPLEMENT)
        sent = [p for p in view.papers if p.kind in kinds and p.edition == edition and p.manifest_sha]
        if not sent:
            return None
        latest = max(sent, key=lambda p: p.made_at)
        known = self._session.binder.files.read(latest.manifest_sha or "", verify=True)
        return LastSent(
            latest.kind, latest.made_at.astimezone().date(), manifest_from_json(known.decode("utf-8"))
        )

    def supplement(self, view: MeetingView, edition: str = "") -> Supplement:
        """Return the tilläggshandlingar: what changed since the last ones went out.

        Raises RuleBroken when nothing has gone out, or nothing has changed since.
        """
        last = self.last_sent(view, edition)
        if last is None:
            raise RuleBroken("Handlingarna är inte utsända än: det som är nytt kommer med i dem.")
        return make_supplement(view, self._images(view), last, self._conversions.pages)

    def approve(self, meeting_id: str, day: date) -> Outcome:
        """Justera: keep the protokoll's PDF and content tree with their hashes, and freeze it.

        Raises RuleBroken while something must be mended first, and Refused when the meeting was changed
        meanwhile; then nothing is frozen.
        """
        from namndstod.documents import builders  # not before the window is usable

        view = self._session.ask(meeting_view, meeting_id)
        final = builders.minutes_paper(view, self._images(view), approved_on=day)
        minutes = self.make_and_keep(PaperKind.MINUTES, final)
        secret = self._secret_part(view, approved_on=day)
        self.require_unchanged(view)
        return self._session.do(Approve(meeting_id, day, minutes, secret))

    def send_for_signing(self, meeting_id: str) -> Outcome:
        """Keep the protokoll as it goes out to be signed, with its hashes, and freeze it until withdrawn.

        Raises what `approve` raises.
        """
        from namndstod.documents import builders  # not before the window is usable

        view = self._session.ask(meeting_view, meeting_id)
        tree = builders.minutes_paper(view, self._images(view), final=True)
        minutes = self.make_and_keep(PaperKind.MINUTES, tree)
        secret = self._secret_part(view, final=True)
        self.require_unchanged(view)
        return self._session.do(SendForSigning(meeting_id, minutes, secret))

    def approve_immediately(self, meeting_id: str, section_ids: tuple[str, ...], day: date) -> Outcome:
        """Justera some §§ at once: a protokoll of their own is kept, and they are frozen.

        Raises RuleBroken while one of them is not finished, and Refused as `approve` does.
        """
        from namndstod.documents import builders  # not before the window is usable

        view = self._session.ask(meeting_view, meeting_id)
        require_immediate(view, section_ids, day)
        tree = builders.immediate_paper(view, self._images(view), section_ids, day)
        minutes = self.make_and_keep(PaperKind.IMMEDIATE, tree)
        secret = self._secret_part(view, approved_on=day, of=section_ids)
        self.require_unchanged(view)
        return self._session.do(ApproveImmediately(meeting_id, section_ids, day, minutes, secret))

    def extract(self, view: MeetingView, of: tuple[str, ...], *, party: bool) -> Paper:
        """Return the content tree of the utdrag of some §§; a `party` is told how to appeal."""
        from namndstod.documents import builders  # not before the window is usable

        return swept(builders.extract_paper(view, self._images(view), of, party=party), view)

    def _secret_part(
        self,
        view: MeetingView,
        *,
        approved_on: date | None = None,
        final: bool = False,
        of: tuple[str, ...] = (),
    ) -> SentPaper | None:
        """Return the secret part of the protokoll, drawn and stored; None where no § (in `of`) is secret."""
        from namndstod.documents import builders  # not before the window is usable

        if not any(s.secret and (not of or s.section.id in of) for s in view.sections):
            return None
        images = self._images(view)
        tree = builders.secret_minutes_paper(view, images, approved_on, final=final, of=of)
        return self.make_and_keep(PaperKind.SECRET_MINUTES, tree)

    def make_and_keep(self, kind: PaperKind, tree: Paper) -> SentPaper:
        """Draw a tree and keep it with its PDF among the binder's files."""
        drawn = self.draw(tree)
        return SentPaper(kind, self.keep(drawn.pdf), drawn.pages, self._keep_tree(tree))

    def require_unchanged(self, view: MeetingView) -> None:
        """Raise Refused when the facts are no longer those that the paper was drawn from."""
        if _facts(self._session.ask(meeting_view, view.meeting.id)) != _facts(view):
            raise Refused("Sammanträdet ändrades medan handlingen gjordes. Titta på den och försök igen.")

    def keep(self, data: bytes) -> str:
        """Keep a file among the binder's and return its SHA-256."""
        return self._session.binder.files.keep(data).sha256

    def _keep_tree(self, paper: Paper) -> str:
        return self.keep(to_json(paper).encode("utf-8"))

    def _images(self, view: MeetingView | LetterView | RecordedView) -> dict[str, bytes]:
        logo = view.term.customs.letterhead.logo
        return {logo: self._session.binder.files.read(logo)} if logo else {}


def _facts(view: MeetingView) -> MeetingView:
    """Return the view without what is derived from the documents, which may be made meanwhile."""
    items = tuple(
        replace(item, documents=tuple(replace(document, conversion=None) for document in item.documents))
        for item in view.items
    )
    return replace(view, items=items)
