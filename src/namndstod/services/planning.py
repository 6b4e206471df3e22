"""What the next meeting can be made after, and what a year's plan must know of the body."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from namndstod.domain.frames import standing_of
from namndstod.domain.records import AgendaItem, ItemKind, Meeting, MeetingState, Outcome, Section
from namndstod.domain.swedish_sort import fold
from namndstod.domain.year_plan import next_day
from namndstod.storage.store import Reader

from .reading import meetings
from .terms import term_on


@dataclass(frozen=True, slots=True)
class FrameItem:
    """An item that may be copied. `usual`: formal, or it stood at the meeting before too."""

    item: AgendaItem
    usual: bool


@dataclass(frozen=True, slots=True)
class MeetingFrame:
    """A meeting to begin from: the day proposed for the next one, its standing items, and the other ones."""

    meeting: Meeting
    proposed: date
    standing: tuple[str, ...]
    items: tuple[FrameItem, ...]


def frames(reader: Reader, body_id: str) -> tuple[Meeting, ...]:
    """Return the meetings of a body that one can begin from: those held, latest first, then those to come."""
    found = [s.meeting for s in meetings(reader, body_id) if s.meeting.state is not MeetingState.CANCELLED]
    held = [m for m in found if m.state not in (MeetingState.PLANNED, MeetingState.CALLED)]
    return (*held, *(m for m in found if m not in held))


def frame(reader: Reader, meeting_id: str) -> MeetingFrame:
    """Return what a meeting gives the next one. Raises NotFound."""
    meeting = reader.get(Meeting, meeting_id)
    of_body = reader.find(Meeting, body_id=meeting.body_id)
    days = frozenset(m.day for m in of_body)
    proposed = next_day(max((d for d in days if d >= meeting.day), default=meeting.day), days)
    standing = term_on(reader, meeting.body_id, proposed).customs.standard_items
    items = sorted(reader.find(AgendaItem, meeting_id=meeting.id), key=lambda i: i.number)
    earlier = [m for m in of_body if m.day < meeting.day and m.state is not MeetingState.CANCELLED]
    before = max(earlier, key=lambda m: m.day, default=None)
    stood = {fold(i.title) for i in reader.find(AgendaItem, meeting_id=before.id)} if before else set()
    return MeetingFrame(
        meeting,
        proposed,
        tuple(s.title for s in standing),
        tuple(
            FrameItem(i, i.kind is ItemKind.FORMAL or (i.matter_id is None and fold(i.title) in stood))
            for i in items
            if standing_of(i, standing) is None and not _left_out(reader, i)
        ),
    )


def _left_out(reader: Reader, item: AgendaItem) -> bool:
    """Whether no list ever had the item (KL 4:20), or it waits for the next one by itself (`carrying`)."""
    sections = reader.find(Section, item_id=item.id)
    return any(s.initiative_by or s.outcome in (Outcome.TABLED, Outcome.REMITTED) for s in sections)


def days_of(reader: Reader, body_id: str) -> frozenset[date]:
    """Return the days on which the body has a meeting, called off ones too: no two may stand on a day."""
    return frozenset(m.day for m in reader.find(Meeting, body_id=body_id))
