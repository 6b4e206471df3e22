"""Justering in steps: notes on the draft, sent for signing, each one's signature, a refused § (KL 5:69)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from namndstod.domain import signing
from namndstod.domain.errors import Refused, RuleBroken
from namndstod.domain.proceedings import DraftNote, Signature
from namndstod.domain.records import (
    BlockKind,
    Meeting,
    MeetingState,
    Section,
    TextRole,
    new_id,
)
from namndstod.domain.swedish import long_date, section_range
from namndstod.domain.texts import Draft
from namndstod.services.reading import meeting_view
from namndstod.services.terms import term_on

from .agenda import AddItem
from .approval import require_ready
from .base import Command, Desk
from .meetings import SentPaper, keep_paper
from .texts import store_text

_COMING = (MeetingState.PLANNED, MeetingState.CALLED)


@dataclass(frozen=True)
class NoteOnDraft(Command):
    """A justerare has something to say of the draft of a §."""

    label: ClassVar[str] = "synpunkt på utkastet"
    section_id: str
    person_id: str
    words: str

    def run(self, desk: Desk) -> str:
        """Return the id of the note."""
        if not self.words.strip():
            raise RuleBroken("Skriv vad synpunkten gäller.", field="words")
        section = desk.work.get(Section, self.section_id)
        note = DraftNote(
            id=new_id(),
            meeting_id=section.meeting_id,
            section_id=section.id,
            person_id=self.person_id,
            words=self.words.strip(),
        )
        return desk.work.add(note).id


@dataclass(frozen=True)
class SettleNote(Command):
    """A note on the draft has been dealt with, or has not after all."""

    label: ClassVar[str] = "synpunkten är hanterad"
    note_id: str
    settled: bool = True

    def run(self, desk: Desk) -> None:
        """Mark it."""
        desk.work.change(desk.work.get(DraftNote, self.note_id), settled=self.settled)


@dataclass(frozen=True)
class SendForSigning(Command):
    """The minutes go out to be signed: kept by hash, and frozen until they are withdrawn."""

    label: ClassVar[str] = "skicka protokollet för underskrift"
    barrier: ClassVar[bool] = True
    meeting_id: str
    minutes: SentPaper
    secret: SentPaper | None = None  # the secret part, where there is one

    def run(self, desk: Desk) -> None:
        """Freeze. Refused while Kontroll shows something to be mended, or a warning without its reason."""
        meeting = desk.work.get(Meeting, self.meeting_id)
        if meeting.state is not MeetingState.CLOSED:
            raise RuleBroken(
                "Bara protokollet från ett avslutat sammanträde kan skickas för underskrift.",
                source="KL 5 kap. 69 §",
            )
        if meeting.sent_for_signing is not None:
            raise RuleBroken("Protokollet är redan skickat för underskrift.")
        require_ready(desk, meeting, desk.now.astimezone().date())
        for paper in (self.minutes, self.secret):
            if paper is not None:
                keep_paper(desk, meeting.id, paper)
        desk.work.change(meeting, sent_for_signing=desk.now)


@dataclass(frozen=True)
class WithdrawFromSigning(Command):
    """The minutes are taken back from signing, with the reason; signatures given so far no longer count."""

    label: ClassVar[str] = "återta protokollet från underskrift"
    barrier: ClassVar[bool] = True
    meeting_id: str
    reason: str

    def run(self, desk: Desk) -> None:
        """Open the draft again. Refused once the last has signed."""
        meeting = _sent(desk, self.meeting_id)
        if not self.reason.strip():
            raise RuleBroken("Ange varför protokollet återtas.", field="reason")
        for signature in desk.work.find(Signature, meeting_id=meeting.id):
            desk.work.remove(signature)
        desk.work.change(meeting, sent_for_signing=None, withdrawn_because=self.reason.strip())


@dataclass(frozen=True)
class Sign(Command):
    """Somebody signs, on a day of their own. The last one's day is the day of justering."""

    label: ClassVar[str] = "underskrift"
    meeting_id: str
    person_id: str
    day: date

    def run(self, desk: Desk) -> None:
        """Store the signature; with the last one the minutes are justerade."""
        meeting = _sent(desk, self.meeting_id)
        if self.day < meeting.day:
            raise RuleBroken("Protokollet kan inte undertecknas före sammanträdet.", field="day")
        view = meeting_view(desk.work, meeting.id)
        if not any(self.person_id in who for who in signing.signers(view)):
            raise RuleBroken(
                "Bara ordföranden och de valda justerarna undertecknar.", source="KL 5 kap. 69 §"
            )
        known = next((s for s in view.signatures if s.person_id == self.person_id), None)
        if known is None:
            known = Signature(id=new_id(), meeting_id=meeting.id, person_id=self.person_id, signed=self.day)
            desk.work.add(known)
        else:
            desk.work.change(known, signed=self.day)
        others = tuple(s for s in view.signatures if s.person_id != self.person_id)
        day = signing.approved_on(replace(view, signatures=(*others, replace(known, signed=self.day))))
        if day is not None:
            desk.work.change(meeting, state=MeetingState.APPROVED, approval_date=day)


@dataclass(frozen=True)
class RefuseSections(Command):
    """A justerare refuses to justera some §§: that is recorded, and they go to the next meeting's list."""

    label: ClassVar[str] = "vägra justera paragraf"
    meeting_id: str
    person_id: str
    section_ids: tuple[str, ...]
    reason: str

    def run(self, desk: Desk) -> str | None:
        """Return the id of the item on the next meeting's list; None where no meeting is planned."""
        meeting = _sent(desk, self.meeting_id)
        view = meeting_view(desk.work, meeting.id)
        if not any(self.person_id in who for who in signing.signers(view)):
            raise RuleBroken("Bara ordföranden och de valda justerarna justerar.", source="KL 5 kap. 69 §")
        if not (self.section_ids and self.reason.strip()):
            raise RuleBroken("Ange vilka paragrafer som inte justeras, och varför.", field="reason")
        known = next((s for s in view.signatures if s.person_id == self.person_id), None)
        refused = tuple(dict.fromkeys((*(known.refused if known else ()), *self.section_ids)))
        if known is None:
            desk.work.add(
                Signature(
                    id=new_id(),
                    meeting_id=meeting.id,
                    person_id=self.person_id,
                    refused=refused,
                    reason=self.reason.strip(),
                )
            )
        else:
            desk.work.change(known, refused=refused, reason=self.reason.strip())
        numbers = [s.number for s in view.sections if s.section.id in self.section_ids]
        return _to_next_meeting(desk, meeting, section_range(n for n in numbers if n is not None))


def _sent(desk: Desk, meeting_id: str) -> Meeting:
    """Return a meeting whose minutes are out for signing. Raises RuleBroken."""
    meeting = desk.work.get(Meeting, meeting_id)
    if meeting.state is MeetingState.APPROVED:
        raise Refused(f"Protokollet {long_date(meeting.day)} är justerat.", source="KL 5 kap. 69 §")
    if meeting.sent_for_signing is None:
        raise RuleBroken("Protokollet är inte skickat för underskrift.")
    return meeting


def _to_next_meeting(desk: Desk, meeting: Meeting, where: str) -> str | None:
    coming = [
        m for m in desk.work.find(Meeting, body_id=meeting.body_id, state=_COMING) if m.day > meeting.day
    ]
    if not coming:
        return None
    following = min(coming, key=lambda m: m.day)
    of = f"{where} i protokollet {long_date(meeting.day)}"
    item_id = AddItem(following.id, f"Justering av {of}").run(desk)
    name = term_on(desk.work, following.body_id, following.day).name
    proposal = (
        Draft(BlockKind.DECIDER, f"{name} beslutar"),
        Draft(BlockKind.CLAUSE, f"justera {of}.", 1),
    )
    store_text(desk, proposal, TextRole.PROPOSAL, item_id=item_id)
    return item_id
