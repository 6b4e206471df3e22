"""Who served in each §, derived from the presence events (närvaroliggare; KL 5:66, 6:17, 6:27–31)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from .frozen import frozen
from .records import Anchor, PresenceEvent, PresenceKind

_ANCHOR_ORDER = {Anchor.BEFORE: 0, Anchor.DURING: 1, Anchor.AFTER: 2}


@frozen
class Serving:
    """Somebody who serves: the ledamot on their own seat, or an ersättare in it."""

    person_id: str
    seat_of: str  # the ledamot whose seat it is

    @property
    def is_substitute(self) -> bool:
        """Whether an ersättare sits in the seat."""
        return self.person_id != self.seat_of


@frozen
class Replacement:
    """An ersättare took the seat from another one who was still there (compare rule 6)."""

    event: PresenceEvent
    before: str  # who sat there


@frozen
class SectionPresence:
    """Who served and who else was there in one §. `serving` is in the order of the seats."""

    serving: tuple[Serving, ...]
    present: frozenset[str]  # everybody in the room (or there on distance), serving or not
    empty: tuple[str, ...]  # ledamöter whose seat nobody sits in
    chair: str | None = None  # who leads (KL 6:21–22)
    remote: frozenset[str] = frozenset()  # on distance (KL 6:24), also where that does not count
    recused: frozenset[str] = frozenset()  # out of the room for jäv (KL 6:30)
    announced: frozenset[str] = frozenset()  # have announced jäv here and are not out yet
    out: tuple[Serving, ...] = ()  # who would serve but for jäv
    resumed: frozenset[str] = frozenset()  # serve although they broke off their service before that day
    replaced: tuple[Replacement, ...] = ()
    events: tuple[PresenceEvent, ...] = ()  # what happened at the § and made a difference, in order

    def serves(self, person_id: str) -> bool:
        """Whether the person serves."""
        for serving in self.serving:  # noqa: SIM110  (asked for everybody in every §: any() takes thrice as long)
            if serving.person_id == person_id:
                return True
        return False

    def in_seat(self, seat_of: str) -> str | None:
        """Return who sits in the seat of that ledamot."""
        return next((s.person_id for s in self.serving if s.seat_of == seat_of), None)

    @property
    def vacated(self) -> tuple[str, ...]:
        """Seats that jäv has left empty."""
        return tuple(s.seat_of for s in self.out if s.seat_of in self.empty)


NOBODY = SectionPresence((), frozenset(), ())


@dataclass(slots=True)
class _Here:
    """What holds in one § alone."""

    recused: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)  # left while it was handled
    instead: dict[str, str] = field(default_factory=dict)  # ledamot → ersättare, in this § only
    chair: str | None = None

    def put_in(self, seat: str, person: str) -> None:
        self.instead = {s: p for s, p in self.instead.items() if p != person}
        self.instead[seat] = person


class _Room:
    """The room while the events are read through."""

    def __init__(self, seats: Sequence[str], presidium: Sequence[str], *, remote_counts: bool) -> None:
        self.seats = tuple(dict.fromkeys(seats))
        self.members = frozenset(seats)
        self.own = {seat: Serving(seat, seat) for seat in self.seats}
        self.presidium = presidium
        self.remote_counts = remote_counts
        self.present: set[str] = set()
        self.remote: set[str] = set()
        self.standing_in: dict[str, str] = {}  # ledamot → ersättare
        self.chair: str | None = None
        self.came_to_serve: set[str] = set()  # were not in the room before they stepped in
        self.left: set[str] = set()  # served, and went
        self.broke_off: set[str] = set()  # … and missed something
        self.replaced: list[Replacement] = []

    def occupant(self, seat: str) -> str | None:
        """Who sits in a seat, apart from jäv."""
        return seat if seat in self.present else self.standing_in.get(seat)

    def apply(self, event: PresenceEvent) -> bool:
        """Let a lasting event happen; False when it makes no difference."""
        person = event.person_id
        match event.kind:
            case PresenceKind.ARRIVES:
                return self._arrive(person)
            case PresenceKind.LEAVES:
                return self._leave(person)
            case PresenceKind.SERVES_FOR:
                return self._step_in(event)
            case PresenceKind.REMOTE:
                return self._connect(person)
            case PresenceKind.CHAIRS:
                return self._take_the_chair(person)
        return False

    def _take_the_chair(self, person: str) -> bool:
        serves = any(self.occupant(seat) == person for seat in self.seats)
        if serves:
            self.chair = person
        return serves

    def _arrive(self, person: str) -> bool:
        if person in self.present and person not in self.remote:
            return False
        self.present.add(person)
        self.remote.discard(person)
        self.standing_in.pop(person, None)  # a ledamot takes the seat back
        return True

    def _leave(self, person: str) -> bool:
        if person not in self.present | self.remote:
            return False
        if any(self.occupant(seat) == person for seat in self.seats):
            self.left.add(person)
        self._vacate(person)
        self.present.discard(person)
        self.remote.discard(person)
        return True

    def _vacate(self, person: str) -> None:
        self.standing_in = {m: s for m, s in self.standing_in.items() if s != person}

    def _step_in(self, event: PresenceEvent) -> bool:
        person, seat = event.person_id, event.serves_for_id
        if seat is None or seat not in self.members or not self.may_step_in(person):
            return False
        before = self.standing_in.get(seat)
        if before == person:
            return False
        if before is not None and seat not in self.present:
            self.replaced.append(Replacement(event, before))
        self._vacate(person)
        self.standing_in[seat] = person
        if person not in self.present:
            self.came_to_serve.add(person)
            self.present.add(person)
        return True

    def may_step_in(self, person: str) -> bool:
        """A ledamot sits on their own seat only; who may not take part on distance sits on none."""
        return person not in self.members and (self.remote_counts or person not in self.remote)

    def _connect(self, person: str) -> bool:
        """Somebody takes part on distance: as one who is there, or (fullmäktige has not said so) not."""
        if person in self.remote:
            return False
        self.remote.add(person)
        if self.remote_counts:
            if person not in self.present:
                self.standing_in.pop(person, None)
            self.present.add(person)
        else:
            self._vacate(person)
            self.present.discard(person)
        return self.remote_counts

    def settle(self, happened: Iterable[PresenceEvent]) -> list[PresenceEvent]:
        """Drop standing in for somebody who is there after all; return the events that still hold."""
        needless = {s for m, s in self.standing_in.items() if m in self.present}
        self.present -= needless & self.came_to_serve
        self.came_to_serve.clear()
        self.standing_in = {m: s for m, s in self.standing_in.items() if m not in self.present}
        return [
            e
            for e in happened
            if e.kind is not PresenceKind.SERVES_FOR
            or self.standing_in.get(e.serves_for_id or "") == e.person_id
        ]

    def leader(self, serving: frozenset[str] | set[str], here: _Here) -> str | None:
        """Who leads among those who serve: as was said, else the first of the presidium (KL 6:21–22)."""
        said = (here.chair, self.chair, *self.presidium)
        return next((p for p in said if p is not None and p in serving), None)

    def now(self, here: _Here, announced: Iterable[str] = ()) -> SectionPresence:
        """What holds in a §, or (with nothing of its own) at the upprop."""
        away = here.recused | here.gone
        ordinary = {seat: self.occupant(seat) for seat in self.seats}
        instead = {s: p for s, p in here.instead.items() if p not in away and ordinary[s] in {None, *away}}
        elsewhere = away.union(instead.values())
        serving, empty, out = [], [], []
        for seat, occupant in ordinary.items():
            if occupant in here.recused and occupant is not None:
                out.append(Serving(occupant, seat))
            sitting = instead.get(seat, None if occupant in elsewhere else occupant)
            if sitting is None:
                empty.append(seat)
            else:
                serving.append(self.own[seat] if sitting == seat else Serving(sitting, seat))
        who = {s.person_id for s in serving}
        missed = (self.left - self.present) | here.gone.intersection(ordinary.values())
        self.broke_off |= missed - here.recused
        still = tuple(
            r for r in self.replaced if r.before in self.present - away and r.event.person_id in who
        )
        self.left &= here.recused  # who went for jäv has broken off when still away in the next §
        self.replaced = []
        return SectionPresence(
            tuple(serving),
            frozenset((self.present | who) - away),
            tuple(empty),
            chair=self.leader(who, here),
            remote=frozenset(self.remote - away),
            recused=frozenset(here.recused),
            announced=frozenset(announced) - here.recused,
            out=tuple(out),
            resumed=frozenset(who & self.broke_off),
            replaced=still,
        )


def derive(
    seats: Sequence[str],
    events: Iterable[PresenceEvent],
    section_ids: Sequence[str],
    *,
    presidium: Sequence[str] = (),
    remote_counts: bool = True,
) -> dict[str | None, SectionPresence]:
    """Return the presence of each § by its id; key None is the upprop, before the first §.

    `seats` are the ids of the ledamöter in their order, `presidium` those who lead, first in rank first.
    Who leaves *during* a § does not serve in it, and a ledamot who comes during one serves from the next
    (the seat is taken back between ärenden); an ersättare who steps in during one takes an empty seat then.
    Jäv, who sits in for the jävig and who leads instead of a jävig chair hold in their § alone.
    Events of a § that no longer exists, and those that make no difference, are left out.
    """
    by_section: dict[str | None, list[PresenceEvent]] = {}
    for event in sorted(events, key=_in_order):
        by_section.setdefault(event.section_id, []).append(event)
    room = _Room(seats, presidium, remote_counts=remote_counts)
    opening = [e for e in by_section.get(None, []) if e.kind not in _OF_A_SECTION and room.apply(e)]
    held = tuple(room.settle(opening))
    room.replaced.clear()
    same: SectionPresence | None = None
    presence: dict[str | None, SectionPresence] = {None: replace(room.now(_Here()), events=held)}
    for section in section_ids:
        here = by_section.get(section)
        if here is not None:
            presence[section], same = _in_section(room, here), None
        elif same is not None:
            presence[section] = same
        else:
            presence[section] = room.now(_Here())
            same = replace(presence[section], replaced=())
    return presence


def _in_order(event: PresenceEvent) -> tuple[int, bool, int]:
    """Who leads is settled when it is known who is there; all else in the order in which it was entered."""
    return _ANCHOR_ORDER[event.anchor], event.kind is PresenceKind.CHAIRS, event.position


_OF_A_SECTION = (PresenceKind.ANNOUNCES_RECUSAL, PresenceKind.RECUSED)


def _in_section(room: _Room, events: Sequence[PresenceEvent]) -> SectionPresence:
    """Return what holds in a § with events of its own, and leave the room as it is after the §."""
    here = _Here({e.person_id for e in events if e.kind is PresenceKind.RECUSED})
    at_first = frozenset(room.present)
    lasting = [e for e in events if e.kind not in _OF_A_SECTION]
    before = [e for e in lasting if e.anchor is Anchor.BEFORE]
    during = [e for e in lasting if e.anchor is Anchor.DURING]
    done = room.settle([e for e in before if not _in_this_alone(room, e, here) and room.apply(e)])
    here.gone = {e.person_id for e in during if e.kind is PresenceKind.LEAVES and e.person_id in room.present}
    later = [e for e in during if not _in_this_alone(room, e, here)]
    for event in later:
        _step_in_at_once(room, event, here)
        if event.kind is PresenceKind.CHAIRS:
            room.apply(event)
    there = here.recused & (room.present | at_first)
    shown = room.now(here, (e.person_id for e in events if e.kind is PresenceKind.ANNOUNCES_RECUSAL))
    room.present |= {s.person_id for s in shown.serving}
    for group in (later, [e for e in lasting if e.anchor is Anchor.AFTER]):
        done += room.settle([e for e in group if room.apply(e)])
    kept = {e.id for e in done} | {e.id for e in events if _holds_here(e, shown, there)}
    return replace(shown, events=tuple(e for e in events if e.id in kept))


def _in_this_alone(room: _Room, event: PresenceEvent, here: _Here) -> bool:
    """Note who sits in, or leads, instead of a jävig: for this § alone. False for any other event."""
    if event.kind is PresenceKind.SERVES_FOR and event.serves_for_id in room.members:
        if room.occupant(event.serves_for_id) in here.recused:
            if room.may_step_in(event.person_id):
                here.put_in(event.serves_for_id, event.person_id)
            return True
    elif event.kind is PresenceKind.CHAIRS:
        sitting = {p for p in map(room.occupant, room.seats) if p is not None}
        if room.leader(sitting, here) in here.recused:
            here.chair = event.person_id
            return True
    return False


def _step_in_at_once(room: _Room, event: PresenceEvent, here: _Here) -> None:
    """Let who steps in during a § take a seat that is empty, or that somebody has left during it."""
    person, seat = event.person_id, event.serves_for_id
    if event.kind is not PresenceKind.SERVES_FOR or seat not in room.members or not room.may_step_in(person):
        return
    if person not in (room.occupant(s) for s in room.seats):
        here.put_in(seat, person)


def _holds_here(event: PresenceEvent, shown: SectionPresence, there: set[str]) -> bool:
    """Whether an event that concerns the § alone makes a difference in it."""
    match event.kind:
        case PresenceKind.RECUSED:
            return event.person_id in there
        case PresenceKind.ANNOUNCES_RECUSAL:
            return True
        case PresenceKind.SERVES_FOR:
            return Serving(event.person_id, event.serves_for_id or "") in shown.serving
        case PresenceKind.CHAIRS:
            return shown.chair == event.person_id
    return False


def quorum(seats: int) -> int:
    """Return how many must serve: more than half of the seats that fullmäktige set (KL 6:27). 15 → 8."""
    return seats // 2 + 1
