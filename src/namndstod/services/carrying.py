"""What waits for the list of a meeting from earlier ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from namndstod.domain.carrying import (
    LOOKS_BACK,
    Waiting,
    WaitingKind,
    meeting_for,
    named_day,
)
from namndstod.domain.editions import heading_of
from namndstod.domain.proceedings import Assignment
from namndstod.domain.proposing import goes_to, is_below, proposed
from namndstod.domain.records import (
    AgendaItem,
    Body,
    ItemKind,
    Matter,
    Meeting,
    MeetingState,
    Outcome,
    Section,
    SectionState,
    TextBlock,
    TextRole,
)
from namndstod.domain.swedish_sort import fold
from namndstod.domain.texts import Draft, drafts_of
from namndstod.storage.store import Reader

from .reading import by_id, grouped
from .terms import all_terms, term_on

COMING = (MeetingState.PLANNED, MeetingState.CALLED)
_STILL_COMING = (*COMING, MeetingState.OPEN)
_DECIDED = (Outcome.APPROVED, Outcome.CHANGED)
_KINDS = {Outcome.TABLED: WaitingKind.TABLED, Outcome.REMITTED: WaitingKind.REMITTED}
_RANK = {kind: rank for rank, kind in enumerate(WaitingKind)}


def waiting(reader: Reader, meeting_id: str) -> tuple[Waiting, ...]:
    """Return what waits for the list of a meeting that is still to be held; nothing for any other."""
    meeting = reader.get(Meeting, meeting_id)
    return tuple(_Search(reader, meeting).found()) if meeting.state in COMING else ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A § that may wait, with its meeting and item."""

    kind: WaitingKind
    section: Section
    meeting: Meeting
    item: AgendaItem | None
    decision: tuple[Draft, ...] = ()
    tasks: tuple[Assignment, ...] = ()


class _Search:
    def __init__(self, reader: Reader, meeting: Meeting) -> None:
        self.reader = reader
        self.meeting = meeting
        self.back = [meeting.day - timedelta(days=n) for n in range(LOOKS_BACK.days + 1)]
        self.own = by_id(
            m
            for found in (
                reader.find(Meeting, body_id=meeting.body_id, day=self.back),  # not all that were ever held
                reader.find(Meeting, body_id=meeting.body_id, state=_STILL_COMING),
            )
            for m in found
            if m.state is not MeetingState.CANCELLED
        )
        self.coming = [m.day for m in self.own.values() if m.state in COMING]

    def found(self) -> Iterator[Waiting]:
        """What waits for this meeting: bordlagt first, in the order of the earlier meetings."""
        candidates = [*self._put_off(), *self._proposed(), *self._assigned()]
        if not candidates:
            return
        listed = self._listed(min(c.meeting.day for c in candidates))
        here = [c for c in candidates if not self._stands(c, listed) and self._is_for_here(c)]
        here.sort(key=lambda c: (_RANK[c.kind], c.meeting.day, c.section.position))
        matters = by_id(
            self.reader.find(Matter, id=[c.item.matter_id for c in here if c.item and c.item.matter_id])
        )
        term_of = all_terms(self.reader)
        for each in here:
            matter = matters.get(each.item.matter_id or "") if each.item else None
            yield Waiting(
                kind=each.kind,
                section_id=each.section.id,
                item_id=each.item.id if each.item else None,
                title=heading_of(each.section, each.item),
                diary_number=matter.diary_number if matter else "",
                day=each.meeting.day,
                number=each.section.number,
                body_name=term_of(each.meeting.body_id, each.meeting.day).name,
                until=_until(each),
                tasks=each.tasks,
                secret=each.item.secret if each.item else each.section.secret,
            )

    def _put_off(self) -> list[_Candidate]:
        """Bordlagda and återremitterade ärenden of this body."""
        return self._candidates(self._earlier(self.own.values()), tuple(_KINDS))

    def _proposed(self) -> list[_Candidate]:
        """What the bodies below propose to this one."""
        here = self.reader.get(Body, self.meeting.body_id)
        below = {b.id: b for b in self.reader.find(Body) if is_below(b, here)}
        if not below:
            return []
        term = term_on(self.reader, here.id, self.meeting.day)
        held = self._earlier(self.reader.find(Meeting, body_id=sorted(below), day=self.back), same_day=True)
        return [
            c
            for c in self._candidates(held, _DECIDED)
            if (said := proposed(c.decision)) is not None
            and goes_to(said, below[c.meeting.body_id], here, term)
        ]

    def _assigned(self) -> list[_Candidate]:
        """Uppdrag with a day that are not done, those of one § together."""
        given = grouped([t for t in self.reader.find(Assignment, done=None) if t.due], "section_id")
        sections = self.reader.find(Section, id=sorted(given), body_id=self.meeting.body_id)
        items = by_id(self.reader.find(AgendaItem, id=[s.item_id for s in sections if s.item_id]))
        held = by_id(self.reader.find(Meeting, id=sorted({s.meeting_id for s in sections})))
        return [
            _Candidate(
                WaitingKind.ASSIGNMENT,
                section,
                held[section.meeting_id],
                items.get(section.item_id or ""),
                tasks=tuple(given[section.id]),
            )
            for section in sections
            if held[section.meeting_id].day < self.meeting.day
        ]

    def _candidates(self, held: Sequence[Meeting], outcomes: tuple[Outcome, ...]) -> list[_Candidate]:
        meetings = by_id(held)
        sections = self.reader.find(
            Section, meeting_id=sorted(meetings), outcome=outcomes, state=SectionState.DECIDED
        )
        items = by_id(self.reader.find(AgendaItem, id=[s.item_id for s in sections if s.item_id]))
        blocks = grouped(
            self.reader.find(TextBlock, section_id=[s.id for s in sections], role=TextRole.DECISION),
            "section_id",
        )
        return [
            _Candidate(
                _KINDS.get(section.outcome, WaitingKind.PROPOSED)
                if section.outcome
                else WaitingKind.PROPOSED,
                section,
                meetings[section.meeting_id],
                item,
                drafts_of(blocks[section.id]),
            )
            for section in sections
            if (item := items.get(section.item_id or "")) is not None
            and item.purpose is None
            and item.kind is not ItemKind.FORMAL
        ]

    def _earlier(self, meetings: Iterable[Meeting], *, same_day: bool = False) -> list[Meeting]:
        day = self.meeting.day
        held = (m for m in meetings if m.state not in (*COMING, MeetingState.CANCELLED))
        return [m for m in held if m.day < day or (same_day and m.day == day)]

    def _listed(self, since: date) -> dict[str, list[tuple[Meeting, AgendaItem]]]:
        """Return this body's items from a day on: by the item they come from, their ärende, their title."""
        meetings = {m.id: m for m in self.own.values() if m.day >= since}
        found: dict[str, list[tuple[Meeting, AgendaItem]]] = defaultdict(list)
        for item in self.reader.find(AgendaItem, meeting_id=sorted(meetings)):
            for key in (item.carried_from, item.matter_id, fold(item.title)):
                if key:
                    found[key].append((meetings[item.meeting_id], item))
        return found

    def _stands(self, one: _Candidate, listed: dict[str, list[tuple[Meeting, AgendaItem]]]) -> bool:
        """Whether it has come to a list since; an uppdrag only waits for a meeting that is not held yet."""
        if one.item is None:
            return False
        if one.kind is WaitingKind.ASSIGNMENT:
            return any(m.state in _STILL_COMING for m, _ in listed.get(one.item.id, ()))
        key = one.item.matter_id or fold(one.item.title)
        later = [
            m.day for m, item in (*listed.get(one.item.id, ()), *listed.get(key, ())) if item != one.item
        ]
        same_day = one.kind is WaitingKind.PROPOSED
        return any(day > one.meeting.day or (same_day and day == one.meeting.day) for day in later)

    def _is_for_here(self, one: _Candidate) -> bool:
        return meeting_for(one.kind, one.meeting.day, _until(one), self.coming) == self.meeting.day


def _until(one: _Candidate) -> date | None:
    if one.kind is WaitingKind.ASSIGNMENT:
        return min(task.due for task in one.tasks if task.due is not None)
    return named_day(one.decision, one.meeting.day) if one.kind is WaitingKind.TABLED else None


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a § that proposes goes next: the body above, its next meeting, and the item it has become."""

    body_name: str
    meeting: Meeting | None
    item_id: str | None = None  # of the item, where it stands on a list of the body above


def passage(reader: Reader, section: Section, decision: Sequence[Draft]) -> Passage | None:
    """Return where what a § decided goes; None where it proposes nothing to a body of the binder."""
    said = proposed(decision)
    lower = reader.get(Body, section.body_id)
    since = reader.get(Meeting, section.meeting_id).day
    uppers = [b for b in reader.find(Body) if is_below(lower, b)]
    term_of = all_terms(reader)
    found = [b for b in uppers if said is not None and goes_to(said, lower, b, term_of(b.id, since))]
    if not found:
        return None
    body_id = found[0].id
    held = by_id(reader.find(Meeting, body_id=body_id))
    if section.item_id is not None:
        for item in reader.find(AgendaItem, carried_from=section.item_id):
            there = held.get(item.meeting_id)
            if there is not None and there.state is not MeetingState.CANCELLED:
                return Passage(term_of(body_id, there.day).name, there, item.id)
    coming = [m for m in held.values() if m.state in COMING and m.day >= since]
    meeting = min(coming, key=lambda m: m.day, default=None)
    return Passage(term_of(body_id, since).name, meeting)
