"""Counting an omröstning: who voted what, whose vote does not count, and which side won (KL 5:54–56)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from .deliberation import VoteView
from .facts import SectionFacts
from .frozen import frozen
from .proceedings import Ballot, Choice, Count, Vote


@frozen
class Tally:
    """An open vote as counted. Each group is in the order of the roll call; all together are who serves.

    `foreign` are the ballots of those who do not serve (rule 3), `doubled` those who stand more than once;
    neither counts anywhere.
    """

    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    abstain: tuple[str, ...] = ()
    no_part: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    foreign: tuple[Ballot, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether everybody who serves has answered, once."""
        return not (self.missing or self.doubled)

    @property
    def tied(self) -> bool:
        """Whether the vote is complete with as many ja as nej (KL 5:55)."""
        return self.complete and len(self.yes) == len(self.no)

    def choice(self, person_id: str) -> Choice | None:
        """Return how somebody voted, as counted."""
        groups = (self.yes, self.no, self.abstain, self.no_part, self.absent)
        return next((c for c, who in zip(Choice, groups, strict=True) if person_id in who), None)


def roll_order(here: SectionFacts) -> tuple[str, ...]:
    """Return who is called, in order: ledamöter by seat, serving ersättare, the one who leads last."""
    serving = sorted(here.presence.serving, key=lambda s: (s.person_id == here.leads, s.is_substitute))
    return tuple(s.person_id for s in serving)


def count(vote: VoteView, here: SectionFacts) -> Tally:
    """Count an open vote among those who serve in the §: one vote each (KL 4:22).

    Who has said not to take part in the decision needs no key of their own; with one they are counted by it.
    """
    order = roll_order(here)
    given = Counter(b.person_id for b in vote.ballots)
    chosen = dict.fromkeys(here.said.not_taking_part, Choice.NO_PART)
    chosen |= {b.person_id: b.choice for b in vote.ballots if given[b.person_id] == 1}

    def who(choice: Choice) -> tuple[str, ...]:
        return tuple(p for p in order if chosen.get(p) is choice and given[p] < 2)

    return Tally(
        yes=who(Choice.YES),
        no=who(Choice.NO),
        abstain=who(Choice.ABSTAINS),
        no_part=who(Choice.NO_PART),
        absent=who(Choice.ABSENT),
        missing=tuple(p for p in order if not given[p] and p not in chosen),
        doubled=tuple(p for p in order if given[p] > 1),
        foreign=tuple(b for b in vote.ballots if b.person_id not in order),
    )


def winner(vote: Vote, tally: Tally, leader: str | None, *, by_lot: bool) -> str | None:
    """Return the key that an open vote decided for, None while it has not.

    Simple majority; at a tie the leader's vote is the utslagsröst, or what is chosen by it where the leader
    abstained. In elections and appointments the lot decides instead (`by_lot`, KL 5:55–56).
    """
    if not tally.complete:
        return None
    if len(tally.yes) != len(tally.no):
        return vote.yes if len(tally.yes) > len(tally.no) else vote.no
    if by_lot:
        return vote.lot
    own = tally.choice(leader) if leader is not None else None
    if own is Choice.YES:
        return vote.yes
    return vote.no if own is Choice.NO else vote.casting


def leading(counts: Iterable[Count]) -> tuple[str, ...]:
    """Return the name or names with most votes at a closed ballot; several are tied."""
    found = [c for c in counts if c.votes]
    most = max((c.votes for c in found), default=0)
    return tuple(c.name for c in found if c.votes == most)


def closed_winner(vote: Vote) -> str | None:
    """Return who a closed ballot chose: most votes, or at a tie whom the lot fell on (KL 5:56)."""
    tied = leading(vote.counts)
    if len(tied) == 1:
        return tied[0]
    return vote.lot if vote.lot in tied else None
