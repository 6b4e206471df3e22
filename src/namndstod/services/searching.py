"""What «Sök eller gör» finds: ärenden, §§, people, meetings, old minutes, decisions; and where it leads."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from namndstod.domain.archive import ArchivedMinutes, ArchivedSection
from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.editions import heading_of, matter_title
from namndstod.domain.records import AgendaItem, Mandate, Matter, Meeting, Person, Section
from namndstod.domain.swedish import day_month
from namndstod.domain.swedish_sort import fold
from namndstod.storage.store import Reader

from .archive import shown_title as archived_title
from .overview import step_of_item, step_of_state
from .reading import bodies, by_id, meetings

LEAST: Final = 2  # letters that delegated decisions are looked for by
DECISIONS: Final = 20  # that are shown at most
_FIELDS: Final = ("diary_number", "serial", "kind", "recipient")


class HitKind(StrEnum):
    """What was found."""

    MEETING = "meeting"
    MATTER = "matter"
    SECTION = "section"
    PERSON = "person"
    ARCHIVED = "archived"
    DELEGATED = "delegated"


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that can be found: `key` is its folded text, `chosen` the item or § in the meeting."""

    kind: HitKind
    text: str
    note: str
    key: str
    day: date
    meeting_id: str = ""
    step: str = ""
    chosen: str = ""
    body_id: str = ""
    person_id: str = ""
    archived_id: str = ""  # archived minutes; `chosen` is then a § of them, or nothing
    decision_id: str = ""


def everything(reader: Reader, today: date) -> tuple[Hit, ...]:
    """Return all that can be found, the latest first within each kind; not delegated decisions."""
    held = {s.meeting.id: (s.meeting, s.body_name) for s in meetings(reader)}
    names = {b.body.id: b.term.name for b in bodies(reader, today)}
    items = by_id(reader.find(AgendaItem))
    found = [_meeting(meeting, name) for meeting, name in held.values()]
    matters = by_id(reader.find(Matter))
    stood: dict[str, list[AgendaItem]] = defaultdict(list)
    for item in sorted(items.values(), key=lambda i: held[i.meeting_id][0].day):
        if item.matter_id:
            stood[item.matter_id].append(item)
    found += [_matter(matters[key], of, *held[of[-1].meeting_id]) for key, of in stood.items()]
    found += [
        _section(s, items.get(s.item_id or ""), *held[s.meeting_id]) for s in reader.find(Section) if s.number
    ]
    found += _people(reader, names)
    found += _archived(reader)
    return tuple(sorted(found, key=lambda hit: hit.day, reverse=True))


def search(hits: tuple[Hit, ...], text: str, at_most: int = 40) -> list[Hit]:
    """Return the hits that hold every word of `text`, those that begin with it first."""
    words = fold(text).split()
    if not words:
        return []
    found = [hit for hit in hits if all(word in hit.key for word in words)]
    found.sort(key=lambda hit: not hit.key.startswith(words[0]))
    return found[:at_most]


def delegated_decisions(reader: Reader, text: str) -> tuple[Hit, ...]:
    """Return the best few delegated decisions that hold every word of `text`: there may be 100,000."""
    if len(fold(text).strip()) < LEAST:
        return ()
    found = reader.search(DelegatedDecision, text, *_FIELDS, at_most=DECISIONS)
    return tuple(map(_decision, found))


def _hit(kind: HitKind, text: str, note: str, day: date, extra: str = "", **places: str) -> Hit:
    return Hit(kind, text, note, fold(f"{text} {note} {extra}".replace("\u00a0", " ")), day, **places)


def _when(meeting: Meeting, body: str) -> str:
    return f"{body}, {day_month(meeting.day)} {meeting.day.year}"


def _meeting(meeting: Meeting, body: str) -> Hit:
    text = f"Sammanträde {day_month(meeting.day)} {meeting.day.year}"
    return _hit(
        HitKind.MEETING,
        text,
        body,
        meeting.day,
        meeting.day.isoformat(),
        meeting_id=meeting.id,
        step=step_of_state(meeting.state).value,
    )


def _matter(matter: Matter, stood: list[AgendaItem], meeting: Meeting, body: str) -> Hit:
    text = " ".join(filter(None, (matter.diary_number, matter_title(matter, stood))))
    secret = any(item.secret for item in stood)
    step = step_of_item(meeting.state).value
    return _hit(
        HitKind.MATTER,
        text,
        _when(meeting, body),
        meeting.day,
        "" if secret else matter.external_diary_number,
        meeting_id=meeting.id,
        step=step,
        chosen=stood[-1].id,
    )


def _section(section: Section, item: AgendaItem | None, meeting: Meeting, body: str) -> Hit:
    heading = heading_of(section, item)
    return _hit(
        HitKind.SECTION,
        f"§ {section.number} {heading}",
        _when(meeting, body),
        meeting.day,
        meeting_id=meeting.id,
        step=step_of_item(meeting.state).value,
        chosen=section.id,
    )


def _decision(decision: DelegatedDecision) -> Hit:
    facts = [t for t in (decision.kind, decision.recipient) if t.strip()]
    number = decision.diary_number or decision.serial
    day = decision.decided_on
    when = f", {day_month(day)} {day.year}" if day is not None else ""
    return _hit(
        HitKind.DELEGATED,
        " ".join(filter(None, (number, ", ".join(facts)))),
        f"delegationsbeslut{when}",
        day or date.min,
        decision.serial,
        body_id=decision.body_id,
        decision_id=decision.id,
    )


def _archived(reader: Reader) -> list[Hit]:
    by_minutes: dict[str, list[ArchivedSection]] = defaultdict(list)
    for section in reader.find(ArchivedSection):
        by_minutes[section.minutes_id].append(section)
    found = []
    for minutes in reader.find(ArchivedMinutes):
        day = minutes.day or date.min
        when = f"{day_month(day)} {day.year}" if minutes.day else "utan datum"
        iso = day.isoformat() if minutes.day else ""
        note = f"{minutes.body_name}, arkiv"
        found.append(_hit(HitKind.ARCHIVED, f"Protokoll {when}", note, day, iso, archived_id=minutes.id))
        found += [
            _hit(
                HitKind.ARCHIVED,
                f"§ {section.number} {archived_title(section)}",
                f"{minutes.body_name}, {when}, arkiv",
                day,
                f"{iso} {section.diary_number} {'' if section.secret else section.decision}",
                archived_id=minutes.id,
                chosen=section.id,
            )
            for section in by_minutes[minutes.id]
        ]
    return found


def _people(reader: Reader, names: dict[str, str]) -> list[Hit]:
    by_person: dict[str, list[Mandate]] = defaultdict(list)
    for mandate in reader.find(Mandate):
        by_person[mandate.person_id].append(mandate)
    found = []
    for person in reader.find(Person):
        mandates = sorted(by_person[person.id], key=lambda m: m.valid_from)
        last = mandates[-1] if mandates else None
        note = names.get(last.body_id, "") if last else ""
        text = f"{person.name} ({last.party or '–'})" if last else person.name
        day = last.valid_from if last else date.min
        body = last.body_id if last else ""
        found.append(_hit(HitKind.PERSON, text, note, day, person.email, body_id=body, person_id=person.id))
    return found
