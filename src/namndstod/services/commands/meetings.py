"""Planning and calling meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar

from namndstod.domain import states
from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import (
    AgendaItem,
    BlockKind,
    Meeting,
    MeetingState,
    Paper,
    PaperKind,
    StandardItem,
    TextRole,
    new_id,
)
from namndstod.domain.swedish import long_date
from namndstod.domain.texts import Draft
from namndstod.services.terms import term_on

from .base import Command, Desk
from .texts import store_text


@dataclass(frozen=True)
class PlanMeeting(Command):
    """Plan a meeting; the committee's standing items come onto its list, the secretary from the last one."""

    label: ClassVar[str] = "nytt sammanträde"
    body_id: str
    day: date
    starts: time | None = None
    ends: time | None = None
    place: str = ""
    standard_items: bool = True

    def run(self, desk: Desk) -> str:
        """Return the id of the meeting."""
        term = term_on(desk.work, self.body_id, self.day)
        refuse_taken(desk, self.body_id, self.day)
        last = max(desk.work.find(Meeting, body_id=self.body_id), key=lambda m: m.day, default=None)
        meeting = Meeting(
            id=new_id(),
            body_id=self.body_id,
            day=self.day,
            starts=self.starts,
            ends=self.ends,
            place=self.place or (last.place if last else ""),
            notices=term.customs.notices,
            secretary=last.secretary if last else desk.person,
            secretary_title=last.secretary_title if last else "nämndsekreterare",
            secretary_email=last.secretary_email if last else "",
            secretary_phone=last.secretary_phone if last else "",
            approval_place=last.approval_place if last else "",
        )
        desk.work.add(meeting)
        if self.standard_items:
            ordered = sorted(term.customs.standard_items, key=lambda s: s.last)
            for number, standard in enumerate(ordered, 1):
                add_standard(desk, meeting.id, number, standard, term.name)
        return meeting.id


def refuse_taken(desk: Desk, body_id: str, day: date) -> None:
    """Raise RuleBroken when the body meets that day already."""
    if desk.work.first(Meeting, body_id=body_id, day=day) is not None:
        raise RuleBroken(f"Nämnden har redan ett sammanträde den dagen, {long_date(day)}.", field="day")


def add_standard(
    desk: Desk,
    meeting_id: str,
    number: int,
    standard: StandardItem,
    body: str,
    presenters: tuple[str, ...] = (),
) -> None:
    """Put a standing item on a list, with its att-satser."""
    item = AgendaItem(
        id=new_id(),
        meeting_id=meeting_id,
        number=number,
        kind=standard.kind,
        title=standard.title,
        purpose=standard.purpose,
        presenters=presenters,
    )
    desk.work.add(item)
    if standard.clauses:
        drafts = (
            Draft(BlockKind.DECIDER, f"{body} beslutar"),
            *(Draft(BlockKind.CLAUSE, clause, 1) for clause in standard.clauses),
        )
        store_text(desk, drafts, TextRole.PROPOSAL, item_id=item.id)


@dataclass(frozen=True)
class SentPaper:
    """A paper that goes out: SHA-256 of the stored PDF, of its content tree, number of pages.

    `edition` is for whom it is, `manifest_sha` of what stands in a packet, `of` the §§ or items it is about.
    """

    kind: PaperKind
    pdf_sha: str
    pages: int
    tree_sha: str | None = None
    edition: str = ""
    manifest_sha: str | None = None
    of: tuple[str, ...] = ()


@dataclass(frozen=True)
class CallMeeting(Command):
    """The kallelse (and packet) has gone out: what was sent is kept with day and hash."""

    label: ClassVar[str] = "kallelsen utsänd"
    barrier: ClassVar[bool] = True
    meeting_id: str
    papers: tuple[SentPaper, ...]

    def run(self, desk: Desk) -> None:
        """Keep the papers. A meeting may be called again (a new packet)."""
        meeting = desk.work.get(Meeting, self.meeting_id)
        if meeting.state is not MeetingState.CALLED:
            states.require(meeting, MeetingState.CALLED)
        desk.work.change(meeting, state=MeetingState.CALLED, called_at=desk.now)
        for paper in self.papers:
            keep_paper(desk, self.meeting_id, paper)


@dataclass(frozen=True)
class SendSupplement(Command):
    """Papers that came late have gone out; the packet sent before stays as it is."""

    label: ClassVar[str] = "tilläggshandlingar utsända"
    barrier: ClassVar[bool] = True
    meeting_id: str
    papers: tuple[SentPaper, ...]

    def run(self, desk: Desk) -> None:
        """Keep the supplements. Raises RuleBroken before the kallelse has gone out, and after the meeting."""
        meeting = desk.work.get(Meeting, self.meeting_id)
        if meeting.state not in (MeetingState.CALLED, MeetingState.OPEN):
            name = states.NAMES[meeting.state]
            raise RuleBroken(f"Sammanträdet är {name}: tilläggshandlingar hör till ett som är kallat.")
        for paper in self.papers:
            keep_paper(desk, self.meeting_id, paper)


@dataclass(frozen=True)
class CancelMeeting(Command):
    """The meeting is not held (inställt)."""

    label: ClassVar[str] = "ställ in sammanträdet"
    meeting_id: str

    def run(self, desk: Desk) -> None:
        """Mark the meeting as cancelled."""
        meeting = desk.work.get(Meeting, self.meeting_id)
        states.require(meeting, MeetingState.CANCELLED)
        desk.work.change(meeting, state=MeetingState.CANCELLED)


def keep_paper(desk: Desk, meeting_id: str, paper: SentPaper) -> Paper:
    """Store which paper was made, by hash."""
    return desk.work.add(
        Paper(
            id=new_id(),
            meeting_id=meeting_id,
            kind=paper.kind,
            pdf_sha=paper.pdf_sha,
            pages=paper.pages,
            made_at=desk.now,
            tree_sha=paper.tree_sha,
            of=paper.of,
            edition=paper.edition,
            manifest_sha=paper.manifest_sha,
        )
    )
