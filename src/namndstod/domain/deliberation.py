"""What was put forward and decided in one §, as read: motions, propositions, votes and what was said."""

from __future__ import annotations

from .frozen import frozen
from .proceedings import (
    Assignment,
    Ballot,
    Motion,
    Proposition,
    Remark,
    Reservation,
    Vote,
)


@frozen
class VoteView:
    """An omröstning with how each one voted, in the order of the roll call."""

    vote: Vote
    ballots: tuple[Ballot, ...] = ()
    number: int = 0  # of the omröstningslista, 1, 2, 3 … within the meeting


@frozen
class Deliberation:
    """The proceedings of a §. Each tuple stands in the order in which things happened."""

    motions: tuple[Motion, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    votes: tuple[VoteView, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    remarks: tuple[Remark, ...] = ()
    not_taking_part: frozenset[str] = frozenset()  # person ids
    assignments: tuple[Assignment, ...] = ()

    @property
    def persons(self) -> frozenset[str]:
        """The ids of everybody who is named."""
        named = {p for m in self.motions for p in (*m.movers, *m.supporters)}
        named |= {p.requested_by for p in self.propositions if p.requested_by is not None}
        named |= {b.person_id for v in self.votes for b in v.ballots}
        named |= {p for r in self.reservations for p in r.persons}
        named |= {p for r in self.remarks for p in r.persons}
        return frozenset(named | self.not_taking_part)


NOTHING_SAID = Deliberation()
