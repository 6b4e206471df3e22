"""Uppropet: who is there when the meeting opens, and which ersättare serves in each empty seat."""

from __future__ import annotations

from dataclasses import dataclass, field

from namndstod.domain.order_of_service import Candidate, OrderOfService, propose_substitutes
from namndstod.domain.replies import expected_roll
from namndstod.domain.view import MeetingView

NOBODY = ""
"""Chosen for a seat that is to stay empty although somebody could take it."""


@dataclass
class RollCall:
    """The upprop while it is being made. It begins with what people have said; else all ledamöter are there.

    Ersättare are not there unless they serve or are marked: the proposal follows party and elected order
    (KL 6:16–17), and a choice made by hand stands.
    """

    view: MeetingView
    away: set[str] = field(default_factory=set)  # ledamöter
    watching: set[str] = field(default_factory=set)  # ersättare who are there without serving
    unavailable: set[str] = field(default_factory=set)  # ersättare said not to be there
    remote: set[str] = field(default_factory=set)  # those who take part on distance
    chosen: dict[str, str] = field(default_factory=dict)  # ledamot → ersättare, or NOBODY, by hand

    @classmethod
    def of(cls, view: MeetingView) -> RollCall:
        """Return the upprop as it is stored, or the one to begin with, by what people have said.

        Only what differs from the proposal counts as chosen by hand, so that it goes on proposing.
        """
        if not _is_taken(view):
            expected = expected_roll(view)
            serving = {seat: who for who, seat in expected.serving}
            roll = cls(view, remote=set(expected.remote), unavailable=set(expected.unavailable))
            return roll._made(set(expected.present), serving)
        here = view.opening_presence
        stored = {s.seat_of: s.person_id for s in here.serving if s.is_substitute}
        roll = cls(view, remote=set(here.remote))
        return roll._made(set(here.present | here.remote), stored, stored=True)

    def _made(self, there: set[str], serving: dict[str, str], *, stored: bool = False) -> RollCall:
        """Let these be there and serve so; what the proposal says anyway is not chosen by hand.

        Who would be proposed and is not there in a `stored` upprop was said not to be.
        """
        self.away = {m.person_id for m in self.view.members if m.person_id not in there}
        self.watching = {m.person_id for m in self.view.substitutes if m.person_id in there}
        self.watching -= set(serving.values())
        self.chosen = {}
        while stored and (missing := set(self.serving().values()) - there):
            self.unavailable |= missing
        for seat in [m.person_id for m in self.view.members if m.person_id in self.away]:
            if self.serving().get(seat) != serving.get(seat):
                self.chosen[seat] = serving.get(seat, NOBODY)
        self.follow(self.view)
        return self

    def says(self, view: MeetingView) -> bool:
        """Whether the upprop of `view` is this one."""
        other = RollCall.of(view)
        same = set(self.present()) == set(other.present()) and self.serving() == other.serving()
        return same and self.remote == other.remote

    def follow(self, view: MeetingView) -> None:
        """Go on with a newer view: people who are no longer in the register are forgotten."""
        self.view = view
        members = {m.person_id for m in view.members}
        substitutes = {m.person_id for m in view.substitutes}
        self.away &= members
        self.watching &= substitutes
        self.unavailable &= substitutes
        self.remote &= members | substitutes
        self.chosen = {
            seat: who
            for seat, who in self.chosen.items()
            if seat in members and who in substitutes | {NOBODY}
        }

    def toggle_member(self, person_id: str) -> None:
        """Mark a ledamot as away, or as there again."""
        self.away ^= {person_id}
        self.remote.discard(person_id)
        self.chosen.pop(person_id, None)

    def toggle_substitute(self, person_id: str) -> None:
        """Mark an ersättare as there, or as not there (and then not serving)."""
        if self.is_there(person_id):
            self.watching.discard(person_id)
            self.remote.discard(person_id)
            self.unavailable.add(person_id)
            self.chosen = {seat: who for seat, who in self.chosen.items() if who != person_id}
        else:
            self.unavailable.discard(person_id)
            self.watching.add(person_id)

    def toggle_remote(self, person_id: str) -> None:
        """Mark somebody as there on distance, or as there in the room."""
        if not self.is_there(person_id):
            self.away.discard(person_id)
            self.chosen.pop(person_id, None)
            if any(m.person_id == person_id for m in self.view.substitutes):
                self.unavailable.discard(person_id)
                self.watching.add(person_id)
        self.remote ^= {person_id}

    def choose(self, seat: str, person_id: str) -> None:
        """Let an ersättare (or NOBODY) take a seat; from another seat if need be."""
        self.chosen = {s: who for s, who in self.chosen.items() if who != person_id or not who}
        self.chosen[seat] = person_id
        self.unavailable.discard(person_id)

    def serving(self) -> dict[str, str]:
        """Return who serves in each seat whose ledamot is away: ledamot → ersättare."""
        taken = {who for seat, who in self.chosen.items() if seat in self.away and who}
        open_seats = [s for s in self.away if s not in self.chosen]
        available = [
            m.person_id
            for m in self.view.substitutes
            if m.person_id not in self.unavailable and m.person_id not in taken
        ]
        proposed = propose_substitutes(self.view.mandates, open_seats, available, self.view.customs)
        found = {s.seat_of: s.person_id for s in proposed}
        found |= {seat: who for seat, who in self.chosen.items() if seat in self.away and who}
        return {m.person_id: found[m.person_id] for m in self.view.members if m.person_id in found}

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Return the same as commands take it: (ersättare, ledamot)."""
        return tuple((who, seat) for seat, who in self.serving().items())

    def is_there(self, person_id: str) -> bool:
        """Whether somebody is there, serving or not."""
        if any(m.person_id == person_id for m in self.view.members):
            return person_id not in self.away
        return person_id in self.watching or person_id in self.serving().values()

    def candidates(self, seat: str) -> tuple[Candidate, ...]:
        """Return who may take a seat: ersättare not serving elsewhere, by the order of service."""
        elsewhere = {who for s, who in self.serving().items() if s != seat}
        free = [m.person_id for m in self.view.substitutes if m.person_id not in elsewhere]
        return OrderOfService(self.view.mandates, self.view.customs).candidates(seat, free)

    def count(self) -> int:
        """How many serve."""
        return len(self.view.members) - len(self.away) + len(self.serving())

    def present(self) -> tuple[str, ...]:
        """Return everybody who is there, ledamöter first."""
        serving = set(self.serving().values())
        members = [m.person_id for m in self.view.members if m.person_id not in self.away]
        others = [
            m.person_id
            for m in self.view.substitutes
            if m.person_id in self.watching or m.person_id in serving
        ]
        return (*members, *others)


def _is_taken(view: MeetingView) -> bool:
    """Whether an upprop is stored."""
    return any(e.section_id is None for e in view.events)
