"""The sentences of a § about who comes, goes, serves and leads, and about pauses (see documents.md)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import time

from .facts import Facts, Leading, SectionFacts
from .proceedings import Adjournment
from .records import Anchor, BlockKind, PresenceEvent, PresenceKind, Role
from .swedish import NBSP, at_clock, clock_span, listed, section_range
from .texts import Draft

_ANCHOR_ORDER = {Anchor.BEFORE: 0, Anchor.DURING: 1, Anchor.AFTER: 2}
_LEADERS = {
    Role.CHAIR: "ordföranden ",
    Role.VICE_CHAIR: "vice ordföranden ",
    Role.SECOND_VICE_CHAIR: f"2:e{NBSP}vice ordföranden ",
}


def attendance_lines(facts: Facts, here: SectionFacts) -> tuple[Draft, ...]:
    """Return the sentences of a §: what happened in its order, and at last who leads.

    Several persons who report jäv stand in one sentence, where the first of them is told of.
    """
    events = sorted(here.presence.events, key=lambda e: (_ANCHOR_ORDER[e.anchor], e.position))
    recused = [e for e in events if e.kind is PresenceKind.RECUSED]
    told: list[tuple[tuple[int, time, int], str]] = []
    known = time.min  # what has no clock time happened with what came before it
    for place, event in enumerate(events):
        known = event.at or known
        line = event_line(facts, event)
        if event.kind is PresenceKind.RECUSED:
            who = dict.fromkeys(e.person_id for e in recused)
            line = _recusal(facts, who) if event is recused[0] else ""
        elif event.kind in (PresenceKind.ANNOUNCES_RECUSAL, PresenceKind.CHAIRS):
            line = ""
        told.append(((_ANCHOR_ORDER[event.anchor], known, place), line))
    for pause in here.adjournments:
        told.append(((_ANCHOR_ORDER[pause.anchor], pause.began, len(told)), adjournment_line(facts, pause)))
    lines = [line for _, line in sorted(told) if line]
    if here.leading is not None:
        lines.append(_leading_line(facts, here.leading))
    return tuple(Draft(BlockKind.PARAGRAPH, line) for line in lines)


def event_line(facts: Facts, event: PresenceEvent) -> str:
    """Return one event as a sentence: «Åsa Öberg (KD) anländer kl. 10.30.»"""
    who = facts.label(event.person_id)
    when = f" {at_clock(event.at, facts.term.customs.time_separator)}" if event.at else ""
    match event.kind:
        case PresenceKind.ARRIVES:
            return f"{who} anländer{when}."
        case PresenceKind.LEAVES:
            return f"{who} lämnar sammanträdet{when}."
        case PresenceKind.SERVES_FOR if event.serves_for_id is not None:
            return f"{who} ersätter {facts.label(event.serves_for_id)}{when}."
        case PresenceKind.ANNOUNCES_RECUSAL:
            return f"{who} anmäler jäv inför paragrafen."
        case PresenceKind.RECUSED:
            return _recusal(facts, [event.person_id])
        case PresenceKind.CHAIRS:
            return f"{who} leder sammanträdet{when}."
        case PresenceKind.REMOTE:
            return f"{who} deltar på distans genom ljud- och bildöverföring{when}."
    return ""


def adjournment_line(facts: Facts, pause: Adjournment) -> str:
    """Return «Sammanträdet ajourneras kl. 11.00–11.15 för gruppöverläggningar.»"""
    span = clock_span(pause.began, pause.ended, facts.term.customs.time_separator)
    purpose = f" {pause.purpose.strip().rstrip('.')}" if pause.purpose.strip() else ""
    return f"Sammanträdet ajourneras {span}{purpose}."


def leading(
    at_opening: str | None, chairs: Sequence[str | None], numbers: Sequence[int | None]
) -> tuple[Leading | None, ...]:
    """Return for each § who begins to lead in it, from who leads in each and the §§' numbers.

    Nothing is said where who led at the opening takes over again: «Under § 5 leder …» has told when.
    """
    told: list[Leading | None] = [None] * len(chairs)
    start = 0
    for end in range(1, len(chairs) + 1):
        if end < len(chairs) and chairs[end] == chairs[start]:
            continue
        person = chairs[start]
        if person is not None and person != at_opening:
            counted = tuple(n for n in numbers[start:end] if n is not None)
            if counted:
                told[start] = Leading(person, counted, to_the_end=end == len(chairs) and start > 0)
        start = end
    return tuple(told)


def _leading_line(facts: Facts, leads: Leading) -> str:
    role = next((m.role for m in facts.members if m.person_id == leads.person_id), Role.MEMBER)
    who = f"{_LEADERS.get(role, '')}{facts.label(leads.person_id)}"
    if leads.to_the_end and len(leads.numbers) > 1:
        return f"Från och med {section_range(leads.numbers[:1])} leder {who} sammanträdet."
    return f"Under {section_range(leads.numbers)} leder {who} sammanträdet."


def _recusal(facts: Facts, persons: Iterable[str]) -> str:
    who = listed([facts.label(p) for p in persons])
    return f"{who} anmäler jäv och deltar inte i handläggning eller beslut i ärendet."
