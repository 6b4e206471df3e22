"""The watch list: every uppdrag that is not yet done, whatever meeting it was given at."""

from __future__ import annotations

from datetime import date

from namndstod.domain.editions import heading_of
from namndstod.domain.frozen import frozen
from namndstod.domain.proceedings import Assignment
from namndstod.domain.records import AgendaItem, Meeting, Section
from namndstod.storage.store import Reader

from .reading import by_id


@frozen
class WatchedAssignment:
    """An uppdrag with the § and the meeting where it was given."""

    assignment: Assignment
    section: Section
    meeting: Meeting
    heading: str


def watch_list(reader: Reader, *, done: bool = False) -> tuple[WatchedAssignment, ...]:
    """Return the uppdrag that are not done, the earliest due first and those without a day last.

    With `done` those that are, the latest first.
    """
    tasks = [t for t in reader.find(Assignment) if t.done] if done else reader.find(Assignment, done=None)
    sections = by_id(reader.find(Section, id=sorted({t.section_id for t in tasks})))
    meetings = by_id(reader.find(Meeting, id=sorted({s.meeting_id for s in sections.values()})))
    items = by_id(reader.find(AgendaItem, id=sorted({s.item_id for s in sections.values() if s.item_id})))
    found = []
    for task in tasks:
        section = sections[task.section_id]
        item = items.get(section.item_id or "")
        heading = heading_of(section, item)
        found.append(WatchedAssignment(task, section, meetings[section.meeting_id], heading))
    if done:
        return tuple(sorted(found, key=lambda w: w.assignment.done or date.min, reverse=True))
    return tuple(sorted(found, key=lambda w: w.assignment.due or date.max))
