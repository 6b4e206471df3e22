"""What was understood of kallelser and protokoll as Swedish text, for the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..swedish import clock_span, counted, plain
from .found import Doubt, FoundCall, FoundItem, FoundMember, FoundMinutes


def call_report(found: FoundCall) -> str:
    """Return the facts of a kallelse, its list, and what was unclear."""
    return plain("\n".join(_call_lines(found)))


def minutes_report(found: FoundMinutes) -> str:
    """Return the §§ of minutes with their decisions, and what was unclear."""
    return plain("\n".join(_minutes_lines(found)))


def _call_lines(found: FoundCall) -> Iterator[str]:
    day = found.day.isoformat() if found.day else "okänd dag"
    yield f"Kallelse: {found.committee or 'okänd nämnd'}, {day} {clock_span(found.start, found.end)}".rstrip()
    yield f"Plats: {found.place or '–'}"
    for meeting in found.group_meetings:
        where = ", ".join(filter(None, (meeting.room, meeting.time, meeting.comment)))
        yield f"Gruppmöte: {', '.join(meeting.parties)}: {where}"
    told = ", ".join(filter(None, (found.secretary.name, found.secretary.email, found.secretary.phone)))
    yield f"Sekreterare: {told or '–'}"
    for name, people in (("Ledamöter", found.members), ("Ersättare", found.substitutes)):
        yield f"{name}: {len(people)}"
        yield from (f"  {_person(person)}" for person in people)
    yield f"Föredragningslista: {counted(len(found.items), 'punkt', 'punkter')}"
    for item in found.items:
        yield from _item(item)
    yield from _doubts(found.doubts)


def _person(person: FoundMember) -> str:
    role = f", {person.role}" if person.role else ""
    return f"{person.name} ({person.party or '–'}){role}"


def _item(item: FoundItem) -> Iterator[str]:
    number = f"{item.number}. " if item.number is not None else "– "
    diary = f" ({item.diary_number})" if item.diary_number else ""
    yield f"{number}{item.title}{diary}"
    if item.presenters:
        yield f"   Föredragande: {', '.join(item.presenters)}"
    if item.decider:
        yield f"   {item.decider}"
    yield from (f"   {clause}" for clause in item.clauses)
    yield from (f"     • {condition}" for condition in item.conditions)
    yield from (f"   {text}" for text in item.after_clauses)
    yield from (f"   • {point}" for point in item.points)


def _minutes_lines(found: FoundMinutes) -> Iterator[str]:
    day = found.day.isoformat() if found.day else "okänd dag"
    count = counted(len(found.paragraphs), "paragraf", "paragrafer")
    yield f"Protokoll: {found.body or 'okänd nämnd'}, {day}, {count}"
    for each in found.paragraphs:
        diary = f" ({each.diary_number})" if each.diary_number else ""
        yield f"§ {each.number} {each.title}{diary}"
        yield from (f"   {text}" for text in each.decision)
    yield from _doubts(found.doubts)


def _doubts(doubts: Sequence[Doubt]) -> Iterator[str]:
    if doubts:
        yield "Oklart:"
    for doubt in doubts:
        yield f"  {doubt.message}" + (f" ”{doubt.words}”" if doubt.words else "")
