"""The seats of a § in words and rows: who sits, for whom, by which order, who is jävig. No widgets here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from namndstod.domain.editions import shown_heading
from namndstod.domain.findings.serving import idle_persons
from namndstod.domain.order_of_service import Candidate, OrderOfService
from namndstod.domain.presence import SectionPresence
from namndstod.domain.records import Anchor, PresenceEvent, PresenceKind, SectionState
from namndstod.domain.swedish import section_range
from namndstod.domain.view import MeetingView, SectionView
from namndstod.ui.kit.item_model import ItemRow, PillSpec
from namndstod.ui.kit.tokens import Tone

from .presenting import mandate_note, section_label

_PLACE = {Anchor.BEFORE: 0, Anchor.DURING: 1, Anchor.AFTER: 2}


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands with the seat of the chosen person in a §. `sitting` is the ersättare in it, or nothing.

    `why` tells by which rule the ersättare sits there; `event` is the one by which they took the seat.
    """

    seat: str  # the ledamot whose seat it is; nothing where there is nobody to choose
    sitting: str
    choices: tuple[tuple[str, str], ...]  # (ersättare, words), next in turn first
    why: str
    out_of_turn: bool
    event: PresenceEvent | None


NO_SEAT = Standing("", "", (), "", False, None)


def seat_rows(view: MeetingView, section: SectionView | None) -> list[ItemRow]:
    """Return the seats in their order with who sits there, then the ersättare."""
    here = section.presence if section is not None else view.opening_presence
    seats = {s.seat_of: s.person_id for s in here.serving}
    rows = []
    for mandate in view.members:
        person = mandate.person_id
        sitting = seats.get(person)
        note = mandate_note(mandate)
        if sitting is not None and sitting != person:
            note = f"ers. {view.people[sitting].name}"
        pills = person_pills(here, person)
        if sitting is None:
            pills = (*pills, PillSpec("tom plats", Tone.LOOK))
        rows.append(ItemRow(person, "", view.label(person), note, pills, muted=sitting != person))
    stands_for = {s.person_id: s.seat_of for s in here.serving if s.is_substitute}
    for mandate in view.substitutes:
        person = mandate.person_id
        seat = stands_for.get(person)
        there = person in here.present
        note = f"för {view.people[seat].name}" if seat else "ersättare"
        pills = person_pills(here, person)
        if there and seat is None and not pills:
            pills = (PillSpec("på plats", Tone.INFO),)
        rows.append(ItemRow(person, "", view.label(person), note, pills, muted=not there))
    return rows


def person_pills(here: SectionPresence, person: str) -> tuple[PillSpec, ...]:
    """Return what is to be seen of a person at a glance: jäv, who leads, who is on distance."""
    pills = []
    if person in here.recused:
        pills.append(PillSpec("jäv", Tone.LOOK))
    elif person in here.announced:
        pills.append(PillSpec("jäv anmält", Tone.LOOK))
    if person == here.chair:
        pills.append(PillSpec("leder", Tone.INFO))
    if person in here.remote:
        pills.append(PillSpec("distans", Tone.INFO))
    return tuple(pills)


def is_there(section: SectionView, person: str, anchor: Anchor) -> bool:
    """Whether somebody is in the room before, during or after a §. Who is out for jäv has not gone."""
    happened = [
        e
        for e in section.presence.events
        if e.person_id == person
        and e.kind in (PresenceKind.ARRIVES, PresenceKind.LEAVES)
        and _PLACE[e.anchor] <= _PLACE[anchor]
    ]
    if happened:
        return max(happened, key=lambda e: (_PLACE[e.anchor], e.position)).kind is PresenceKind.ARRIVES
    return person in section.presence.present | section.presence.recused


def came_or_went(section: SectionView, person: str, anchor: Anchor) -> PresenceEvent | None:
    """Return the event that the same key takes back: that somebody came, or went, before or after the §.

    During a § somebody may go and come several times.
    """
    kinds = (PresenceKind.ARRIVES, PresenceKind.LEAVES)
    if anchor is Anchor.DURING:
        return None
    here = (e for e in section.events if e.person_id == person and e.anchor is anchor)
    return _last(e for e in here if e.kind in kinds)


def said_of(section: SectionView, person: str, kind: PresenceKind) -> PresenceEvent | None:
    """Return the last event of a kind that was entered of a person in the §."""
    return _last(e for e in section.events if e.person_id == person and e.kind is kind)


def latest(section: SectionView, person: str) -> PresenceEvent | None:
    """Return what was entered last in the § of a person, or of who stepped in on their seat."""
    return _last(e for e in section.events if person in (e.person_id, e.serves_for_id))


def standing(view: MeetingView, section: SectionView, person: str) -> Standing:
    """Return how it stands with the seat of a ledamot, or with the one that an ersättare sits in."""
    here = section.presence
    serving = next((s for s in here.serving if person in (s.person_id, s.seat_of) and s.is_substitute), None)
    if serving is None and person not in here.empty:
        return NO_SEAT
    seat = serving.seat_of if serving is not None else person
    sitting = serving.person_id if serving is not None else ""
    order = OrderOfService(view.mandates, view.customs)
    choices = tuple((c.person_id, _choice(view, c, here)) for c in _candidates(view, order, here, seat))
    if serving is None:
        return Standing(seat, "", choices, "", False, None)
    asked = order.candidates(seat, idle_persons(here) | {sitting})
    why = next((c.why for c in asked if c.person_id == sitting), "")
    ahead = bool(asked) and asked[0].person_id != sitting and asked[0].in_order
    event = _stepped_in(view, section, sitting, seat)
    if event is not None and event.reason:
        why = f"{why}. Skäl: {event.reason}" if why else f"Skäl: {event.reason}"
    return Standing(seat, sitting, choices, why, ahead, event)


def announced_words(view: MeetingView, *, short: bool = False) -> str:
    """«Jäv anmält: Åsa Öberg (KD) § 46, Olle Sand (C) §§ 47–48», for §§ that are not decided; or nothing."""
    numbers: dict[str, list[int]] = {}
    for section in view.sections:
        if section.section.state is SectionState.OPEN and section.number is not None:
            for person in section.presence.announced:
                numbers.setdefault(person, []).append(section.number)
    if not numbers:
        return ""
    who = (
        f"{view.people[p].surname if short else view.label(p)} {section_range(found)}"
        for p, found in sorted(numbers.items(), key=lambda pair: pair[1])
    )
    return f"{'Jäv' if short else 'Jäv anmält'}: {', '.join(who)}"


def coming_rows(view: MeetingView, section: SectionView, chosen: frozenset[str]) -> list[ItemRow]:
    """Return this § and those that come, to choose where somebody announces jäv."""
    return [
        ItemRow(
            s.section.id,
            section_label(s),
            shown_heading(s) or "Utan rubrik",
            pills=(PillSpec("jäv", Tone.LOOK),) if s.section.id in chosen else (),
        )
        for s in view.sections
        if s.section.position >= section.section.position and s.section.state is SectionState.OPEN
    ]


def announced_by(view: MeetingView, person: str) -> frozenset[str]:
    """Return the ids of the §§ in which somebody has announced jäv."""
    kind = PresenceKind.ANNOUNCES_RECUSAL
    return frozenset(
        e.section_id for e in view.events if e.person_id == person and e.kind is kind and e.section_id
    )


def _candidates(
    view: MeetingView, order: OrderOfService, here: SectionPresence, seat: str
) -> tuple[Candidate, ...]:
    """Return who could take the seat: those in the room first, each group by the order of service."""
    elsewhere = {s.person_id for s in here.serving if s.seat_of != seat}
    free = {m.person_id for m in view.substitutes} - elsewhere - here.announced - here.recused
    ranked = order.candidates(seat, free)
    return tuple(sorted(ranked, key=lambda c: c.person_id not in here.present))


def _choice(view: MeetingView, candidate: Candidate, here: SectionPresence) -> str:
    words = view.label(candidate.person_id)
    if not candidate.in_order:
        words += ", utanför ordningen"
    return words if candidate.person_id in here.present else f"{words}, inte här"


def _stepped_in(view: MeetingView, section: SectionView, person: str, seat: str) -> PresenceEvent | None:
    """Return the event by which an ersättare took the seat that they have in the §."""
    happened = list(view.opening_presence.events)
    for each in view.sections:
        happened += each.presence.events
        if each.section.id == section.section.id:
            break
    kind = PresenceKind.SERVES_FOR
    took = [e for e in happened if e.kind is kind and (e.person_id, e.serves_for_id) == (person, seat)]
    return took[-1] if took else None


def _last(events: Iterable[PresenceEvent]) -> PresenceEvent | None:
    return max(events, key=lambda e: e.position, default=None)
