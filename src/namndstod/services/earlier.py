"""Whether the earlier decisions that texts refer to are in the binder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from namndstod.domain.archive import ArchivedMinutes, ArchivedSection
from namndstod.domain.records import Meeting, MeetingState, Section, TextBlock
from namndstod.domain.references import Reference, is_own, references_in
from namndstod.domain.view import MeetingView
from namndstod.storage.store import Reader

_DONE = (MeetingState.CLOSED, MeetingState.APPROVED)


def unfound(reader: Reader, view: MeetingView) -> frozenset[Reference]:
    """Return the references to §§ of the body that the binder's minutes of that day, or year, do not have.

    Nothing is read of the binder while no text refers to an earlier decision.
    """
    names = (view.term.name, view.term.short_name)
    asked = {
        reference
        for block in _blocks(view)
        for text in _texts(block)
        if "§" in text
        for reference in references_in(text)
        if is_own(reference, names) and (reference.day or date.min) < view.meeting.day
    }
    if not asked:
        return frozenset()
    known = _Known(reader, view)
    return frozenset(reference for reference in asked if known.lacks(reference))


def _blocks(view: MeetingView) -> Iterator[TextBlock]:
    for item in view.items:
        yield from item.blocks
    yield from view.section_blocks


def _texts(block: TextBlock) -> Iterable[str]:
    return (block.text, *(cell for row in block.rows for cell in row))


class _Known:
    """The numbers of the §§ of the body's earlier meetings, its own and archived, read when asked for."""

    def __init__(self, reader: Reader, view: MeetingView) -> None:
        self._reader = reader
        self._body_id = view.body.id
        self._meetings = [m for m in reader.find(Meeting, body_id=view.body.id) if m.id != view.meeting.id]
        self._archived = reader.find(ArchivedMinutes, body_id=view.body.id)

    def lacks(self, reference: Reference) -> bool:
        """Whether the minutes where the § ought to stand are here, and it does not stand there."""
        if reference.day is None:
            numbers = self._of_year(reference.year)
            around = bool(numbers) and min(numbers) < reference.number < max(numbers)
            return around and reference.number not in numbers
        numbers = self._of_day(reference.day)
        return bool(numbers) and reference.number not in numbers

    def _of_day(self, day: date) -> frozenset[int]:
        meetings = [m for m in self._meetings if m.day <= day <= (m.end_day or m.day)]
        if any(m.state is MeetingState.OPEN for m in meetings):
            return frozenset()  # §§ justerade omedelbart have their numbers before the others
        own = [m.id for m in meetings if m.state in _DONE]
        return self._numbers(own, [a.id for a in self._archived if a.day == day])

    def _of_year(self, year: int) -> frozenset[int]:
        own = [m.id for m in self._meetings if m.day.year == year and m.state in _DONE]
        return self._numbers(own, [a.id for a in self._archived if a.day and a.day.year == year])

    def _numbers(self, meetings: list[str], archived: list[str]) -> frozenset[int]:
        found = {s.number for s in self._reader.find(Section, meeting_id=meetings)} if meetings else set()
        if archived:
            found |= {s.number for s in self._reader.find(ArchivedSection, minutes_id=archived)}
        return frozenset(number for number in found if number is not None)
