"""Who served in each §, derived from the presence events (närvaroliggare; KL 5:66, 6:17, 6:27)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .records import Anchor, Mandate, PresenceEvent, PresenceKind, Role

_ANCHOR_ORDER = {Anchor.BEFORE: 0, Anchor.DURING: 1, Anchor.AFTER: 2}


@dataclass(frozen=True, slots=True)
class Serving:
    """Somebody who serves: the ledamot on their own seat, or an ersättare in it."""

    person_id: str
    seat_of: str  # the ledamot whose seat it is

    @property
    def is_substitute(self) -> bool:
        """Whether an ersättare sits in the seat."""
        return self.person_id != self.seat_of


@dataclass(frozen=True, slots=True)
class SectionPresence:
    """Who served and who else was there in one §. `serving` is in the order of the seats."""

    serving: tuple[Serving, ...]
    present: frozenset[str]  # everybody in the room, serving or not
    empty: tuple[str, ...]  # ledamöter whose seat nobody sits in

    def serves(self, person_id: str) -> bool:
        """Whether the person serves."""
        return any(s.person_id == person_id for s in self.serving)


NOBODY = SectionPresence((), frozenset(), ())


class _Room:
    """The room while the events are read through."""

    def __init__(self, seats: Sequence[str]) -> None:
        self.seats = seats
        self.present: set[str] = set()
        self.standing_in: dict[str, str] = {}  # ledamot → ersättare

    def apply(self, event: PresenceEvent) -> None:
        person = event.person_id
        if event.kind is PresenceKind.ARRIVES:
            self.present.add(person)
            self.standing_in.pop(person, None)  # a ledamot takes the seat back
            return
        self.standing_in = {m: s for m, s in self.standing_in.items() if s != person}
        if event.kind is PresenceKind.LEAVES:
            self.present.discard(person)
        elif event.serves_for_id is not None:
            self.present.add(person)
            if person not in self.seats:  # a ledamot sits on their own seat only
                self.standing_in[event.serves_for_id] = person

    def now(self, gone: Iterable[str] = ()) -> SectionPresence:
        present = self.present.difference(gone)
        serving, empty = [], []
        for seat in self.seats:
            sitting = seat if seat in present else self.standing_in.get(seat)
            if sitting in present and sitting is not None:
                serving.append(Serving(sitting, seat))
            else:
                empty.append(seat)
        return SectionPresence(tuple(serving), frozenset(present), tuple(empty))


def derive(
    seats: Sequence[str], events: Iterable[PresenceEvent], section_ids: Sequence[str]
) -> dict[str | None, SectionPresence]:
    """Return the presence of each § by its id; key None is the upprop, before the first §.

    `seats` are the ids of the ledamöter in their order. Who leaves *during* a § does not serve in it, and
    who comes during one serves from the next (an arriving ledamot takes the seat back between ärenden).
    Events of a § that no longer exists are left out.
    """
    index = {section: i for i, section in enumerate(section_ids)}
    timeline = sorted(
        (e for e in events if e.section_id is None or e.section_id in index),
        key=lambda e: (
            -1 if e.section_id is None else index[e.section_id],
            _ANCHOR_ORDER[e.anchor],
            e.position,
        ),
    )
    room = _Room(seats)
    by_section: dict[str | None, list[PresenceEvent]] = {}
    for event in timeline:
        by_section.setdefault(event.section_id, []).append(event)
    for event in by_section.get(None, []):
        room.apply(event)
    presence: dict[str | None, SectionPresence] = {None: room.now()}
    for section in section_ids:
        here = by_section.get(section, [])
        for event in here:
            if event.anchor is Anchor.BEFORE:
                room.apply(event)
        left = {e.person_id for e in here if e.anchor is Anchor.DURING and e.kind is PresenceKind.LEAVES}
        presence[section] = room.now(gone=left)
        for event in here:
            if event.anchor is not Anchor.BEFORE:
                room.apply(event)
    return presence


def quorum(seats: int) -> int:
    """Return how many must serve: more than half of the seats that fullmäktige set (KL 6:27). 15 → 8."""
    return seats // 2 + 1


def propose_substitutes(
    mandates: Sequence[Mandate], absent: Iterable[str], available: Iterable[str]
) -> list[Serving]:
    """Return who steps in for the `absent` ledamöter (person ids) among the `available` ersättare.

    Own party in elected order (rule 5; KL 6:16–17). Seats that no ersättare of the party can take are left to
    the secretary, who knows the committee's order between parties.
    """
    waiting = sorted(
        (m for m in mandates if m.role is Role.SUBSTITUTE and m.person_id in set(available)),
        key=lambda m: m.elected_order,
    )
    proposed: list[Serving] = []
    gone = set(absent)
    for seat in (m for m in mandates if m.role.has_seat and m.person_id in gone):
        match = next((m for m in waiting if m.party == seat.party), None)
        if match is not None:
            waiting.remove(match)
            proposed.append(Serving(match.person_id, seat.person_id))
    return proposed
