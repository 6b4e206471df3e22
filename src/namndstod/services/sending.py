"""What goes out before a meeting: kallelse and handlingar, each edition kept with what stood in it."""

from __future__ import annotations

from dataclasses import replace

from namndstod.domain.editions import Edition, edition_of, has_secret, removed_passages
from namndstod.domain.errors import RuleBroken
from namndstod.domain.manifest import Manifest, to_json
from namndstod.domain.records import PaperKind
from namndstod.domain.view import MeetingView

from .commands.meetings import CallMeeting, SendSupplement, SentPaper
from .conversions import Conversions
from .packets import manifest_of
from .papers import Papers
from .reading import meeting_view
from .session import Outcome, Session

COMPLETE = ""
"""The edition that everybody gets who may see all of it; the others are called by their recipient group."""


class Sending:
    """Keeps what goes out. Slow: call it off the UI thread."""

    def __init__(self, session: Session, conversions: Conversions, papers: Papers) -> None:
        self._session = session
        self._conversions = conversions
        self._papers = papers

    def call(self, meeting_id: str) -> Outcome:
        """Keep the kallelse and the packets as they go out, and note that the meeting is called.

        Raises RuleBroken for an empty list, and Refused when the meeting was changed meanwhile: what is kept
        is what is stored.
        """
        view = self._session.ask(meeting_view, meeting_id)
        if not view.items:
            raise RuleBroken("Föredragningslistan är tom: kallelsen kan inte skickas.")
        call = self._papers.make_and_keep(PaperKind.CALL, self._papers.tree(PaperKind.CALL, view))
        packets = []
        for name, shown in editions(view).items():
            packet = self._papers.packet(shown)
            known = self._keep(manifest_of(shown, packet))
            sha = self._papers.keep(packet.pdf)
            packets.append(SentPaper(PaperKind.PACKET, sha, packet.pages, edition=name, manifest_sha=known))
        self._keep_pages(view)
        self._papers.require_unchanged(view)
        return self._session.do(CallMeeting(meeting_id, (call, *packets)))

    def supplement(self, meeting_id: str) -> Outcome:
        """Keep the tilläggshandlingar of each edition that has any, with what their recipients then have.

        Raises RuleBroken when nothing has gone out or changed, and Refused as `call` does.
        """
        view = self._session.ask(meeting_view, meeting_id)
        made: list[SentPaper] = []
        nothing: RuleBroken | None = None
        for name, shown in editions(view).items():
            try:
                supplement = self._papers.supplement(shown, name)
            except RuleBroken as problem:  # what changed is not for these recipients
                nothing = problem
                continue
            known, sha = self._keep(supplement.known), self._papers.keep(supplement.pdf)
            pages = len(supplement.numbers)
            made.append(SentPaper(PaperKind.SUPPLEMENT, sha, pages, edition=name, manifest_sha=known))
        if not made and nothing is not None:
            raise nothing
        self._keep_pages(view)
        self._papers.require_unchanged(view)
        return self._session.do(SendSupplement(meeting_id, tuple(made)))

    def _keep(self, known: Manifest) -> str:
        return self._papers.keep(to_json(known).encode("utf-8"))

    def _keep_pages(self, view: MeetingView) -> None:
        for item in view.items:
            for document in item.documents:
                self._conversions.keep(document)


def editions(view: MeetingView) -> dict[str, MeetingView]:
    """Return the meeting as each edition of its packet shows it, by name: the whole, and that of each
    recipient group from which something is kept.
    """
    found = {COMPLETE: view}
    if has_secret(view) or _secret_parts(view):
        shown = edition_of(view, Edition.WITHOUT_SECRET)
        found |= {
            g.name: replace(shown, papers=view.papers) for g in view.customs.recipient_groups if not g.secret
        }
    return found


def _secret_parts(view: MeetingView) -> bool:
    documents = any(d.document.secrecy_ground for item in view.items for d in item.documents)
    return documents or bool(removed_passages(view, Edition.WITHOUT_SECRET))
