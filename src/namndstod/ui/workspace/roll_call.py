"""Uppropet: who is there when the meeting opens, and which ersättare serves in each empty seat."""

from __future__ import annotations

from dataclasses import dataclass, field

from namndstod.domain.order_of_service import propose_substitutes
from namndstod.domain.records import Mandate
from namndstod.domain.view import MeetingView

NOBODY = ""
"""Chosen for a seat that is to stay empty although somebody could take it."""


@dataclass
class RollCall:
    """The upprop while it is being made. All ledamöter are there until somebody is marked as away.

    Ersättare are not there unless they serve or are marked: the proposal follows party and elected order
    (KL 6:16–17), and a choice made by hand stands.
    """

    view: MeetingView
    away: set[str] = field(default_factory=set)  # ledamöter
    watching: set[str] = field(default_factory=set)  # ersättare who are there without serving
    unavailable: set[str] = field(default_factory=set)  # ersättare said not to be there
    chosen: dict[str, str] = field(default_factory=dict)  # ledamot → ersättare, or NOBODY, by hand

    @classmethod
    def of(cls, view: MeetingView) -> RollCall:
        """Return the upprop as it is stored, or the one to begin with.

        Only what differs from the proposal counts as chosen by hand, so that it goes on proposing.
        """
        roll = cls(view)
        if not _is_taken(view):
            return roll
        here = view.opening_presence
        stored = {s.seat_of: s.person_id for s in here.serving if s.is_substitute}
        roll.away = {m.person_id for m in view.members if m.person_id not in here.present}
        roll.watching = {m.person_id for m in view.substitutes if m.person_id in here.present}
        roll.watching -= set(stored.values())
        while missing := set(roll.serving().values()) - here.present:
            roll.unavailable |= missing
        for seat in [m.person_id for m in view.members if m.person_id in roll.away]:
            if roll.serving().get(seat) != stored.get(seat):
                roll.chosen[seat] = stored.get(seat, NOBODY)
        roll.follow(view)
        return roll

    def says(self, view: MeetingView) -> bool:
        """Whether the upprop of `view` is this one."""
        other = RollCall.of(view)
        return set(self.present()) == set(other.present()) and self.serving() == other.serving()

    def follow(self, view: MeetingView) -> None:
        """Go on with a newer view: people who are no longer in the register are forgotten."""
        self.view = view
        members = {m.person_id for m in view.members}
        substitutes = {m.person_id for m in view.substitutes}
        self.away &= members
        self.watching &= substitutes
        self.unavailable &= substitutes
        self.chosen = {
            seat: who
            for seat, who in self.chosen.items()
            if seat in members and who in substitutes | {NOBODY}
        }

    def toggle_member(self, person_id: str) -> None:
        """Mark a ledamot as away, or as there again."""
        self.away ^= {person_id}
        self.chosen.pop(person_id, None)

    def toggle_substitute(self, person_id: str) -> None:
        """Mark an ersättare as there, or as not there (and then not serving)."""
        if self.is_there(person_id):
            self.watching.discard(person_id)
            self.unavailable.add(person_id)
            self.chosen = {seat: who for seat, who in self.chosen.items() if who != person_id}
        else:
            self.unavailable.discard(person_id)
            self.watching.add(person_id)

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
        proposed = propose_substitutes(self.view.mandates, open_seats, available)
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

    def candidates(self, seat: str) -> tuple[Mandate, ...]:
        """Return who may take a seat: ersättare not serving elsewhere, the ledamot's own party first."""
        party = next((m.party for m in self.view.members if m.person_id == seat), "")
        serving = self.serving()
        elsewhere = {who for s, who in serving.items() if s != seat}
        free = [m for m in self.view.substitutes if m.person_id not in elsewhere]
        return tuple(sorted(free, key=lambda m: (m.party != party, m.elected_order)))

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
