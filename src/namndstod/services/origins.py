"""Where the carried items of a meeting come from."""

from __future__ import annotations

from collections.abc import Sequence

from namndstod.domain.origin import Origin
from namndstod.domain.records import AgendaItem, Meeting, Section
from namndstod.storage.store import Reader

from .terms import all_terms


def origins(reader: Reader, items: Sequence[AgendaItem]) -> dict[str, Origin]:
    """Return where the carried ones among a meeting's items come from, by item id."""
    carried = {i.id: i.carried_from for i in items if i.carried_from is not None}
    if not carried:
        return {}
    earlier = {i.id: i for i in reader.find(AgendaItem, id=sorted(set(carried.values())))}
    here = items[0].meeting_id
    wanted = sorted({here, *(i.meeting_id for i in earlier.values())})
    meetings = {m.id: m for m in reader.find(Meeting, id=wanted)}
    sections = {s.item_id: s for s in reader.find(Section, item_id=sorted(earlier))}
    term_of = all_terms(reader)
    found = {}
    for item_id, from_id in carried.items():
        meeting, section = meetings[earlier[from_id].meeting_id], sections.get(from_id)
        other = meeting.body_id != meetings[here].body_id
        found[item_id] = Origin(
            meeting_id=meeting.id,
            day=meeting.day,
            section_id=section.id if section else None,
            number=section.number if section else None,
            outcome=section.outcome if section else None,
            body_name=term_of(meeting.body_id, meeting.day).name if other else "",
        )
    return found
