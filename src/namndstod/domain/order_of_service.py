"""Inkallelseordning: which ersättare is next in turn for a seat, and why (rule 5; KL 6:16–17)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from .frozen import frozen
from .presence import Serving
from .records import Customs, Mandate, Role

OUTSIDE = 1000
"""Rank of somebody whom the order of service does not name for a seat."""


@frozen
class Candidate:
    """An ersättare who could take a seat. The lower `rank` comes first; OUTSIDE needs a reason."""

    mandate: Mandate
    rank: int
    why: str  # «Nästa i tur för S i valordning»

    @property
    def person_id(self) -> str:
        """Who it is."""
        return self.mandate.person_id

    @property
    def in_order(self) -> bool:
        """Whether the order of service names them for the seat."""
        return self.rank < OUTSIDE


class OrderOfService:
    """The order of service of a body on a day: its mandates and customs, read once."""

    def __init__(self, mandates: Sequence[Mandate], customs: Customs) -> None:
        self.members: Mapping[str, Mandate] = {m.person_id: m for m in mandates if m.role.has_seat}
        self.substitutes = sorted(
            (m for m in mandates if m.role is Role.SUBSTITUTE), key=lambda m: m.elected_order
        )
        self.personal = customs.personal_substitutes
        self._then = {order.party: order.then for order in customs.service_order}

    def candidates(self, seat: str, available: Iterable[str]) -> tuple[Candidate, ...]:
        """Return the `available` ersättare (person ids) for a ledamot's seat, next in turn first."""
        there = frozenset(available)
        member = self.members.get(seat)
        if member is None:
            return ()
        ranked = [(self.rank(member, m), m) for m in self.substitutes if m.person_id in there]
        ranked.sort(key=lambda pair: pair[0])
        return tuple(
            Candidate(m, rank, self._why(member, m, rank, number))
            for number, (rank, m) in enumerate(ranked, 1)
        )

    def rank(self, member: Mandate, substitute: Mandate) -> int:
        """0 a personal ersättare, 1 the own party, 2 … the parties of the committee's list in turn."""
        if self.personal and substitute.personal_for == member.person_id:
            return 0
        if member.party and substitute.party == member.party:
            return 1
        then = self._then.get(member.party, ())
        return 2 + then.index(substitute.party) if substitute.party in then else OUTSIDE

    def _why(self, member: Mandate, substitute: Mandate, rank: int, number: int) -> str:
        party = member.party or "ledamöter utan parti"
        if rank == 0:
            return "Personlig ersättare för ledamoten"
        if rank >= OUTSIDE:
            return f"Står inte i inkallelseordningen för {party}"
        turn = "Nästa i tur" if number == 1 else f"Nummer {number} i tur"
        if rank == 1:
            return f"{turn} för {party} i valordning"
        return f"{turn} för {party}: {substitute.party} enligt nämndens inkallelseordning"

    def propose(self, seats: Iterable[str], available: Iterable[str]) -> list[Serving]:
        """Return who steps in for the ledamöter of `seats`, in their order; nobody outside the order.

        Each party's own ersättare are given to its own seats before any steps in for another party.
        """
        free = set(available)
        waiting = [seat for seat in seats if seat in self.members]
        found: dict[str, str] = {}
        for limit in (0, 1, OUTSIDE - 1):
            for seat in waiting:
                first = next(iter(self.candidates(seat, free)), None) if seat not in found else None
                if first is not None and first.rank <= limit:
                    found[seat] = first.person_id
                    free.discard(first.person_id)
        return [Serving(found[seat], seat) for seat in waiting if seat in found]


def propose_substitutes(
    mandates: Sequence[Mandate],
    absent: Iterable[str],
    available: Iterable[str],
    customs: Customs = Customs(),  # noqa: B008  (frozen)
) -> list[Serving]:
    """Return who steps in for the `absent` ledamöter (person ids) among the `available` ersättare (rule 5).

    Seats that nobody in the order of service can take are left to the secretary. The seats are filled in
    the order of the mandates.
    """
    gone = set(absent)
    seats = [m.person_id for m in mandates if m.role.has_seat and m.person_id in gone]
    return OrderOfService(mandates, customs).propose(seats, available)
