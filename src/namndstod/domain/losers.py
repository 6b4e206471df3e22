"""Who did not get the decision they wanted: who voted against, or whose yrkande fell (KL 4:27)."""

from __future__ import annotations

from .deliberation import VoteView
from .facts import SectionFacts
from .participation import took_part
from .procedure import Procedure, is_election
from .tally import count, winner

Losers = tuple[str, tuple[str, ...]]
"""The key of what lost, and the ids of those who held by it."""


def voted_against(vote: VoteView, here: SectionFacts) -> Losers | None:
    """Return what lost an open vote and who voted for it; None while it is not decided."""
    tally = count(vote, here)
    won = None if vote.vote.closed else winner(vote.vote, tally, here.leads, by_lot=is_election(here))
    if won is None:
        return None
    return (vote.vote.no, tally.no) if won == vote.vote.yes else (vote.vote.yes, tally.yes)


def fallen(course: Procedure, here: SectionFacts) -> tuple[Losers, ...]:
    """Return what was yrkat and not carried in a § that is settled, each person once.

    Who yrkar several things and got one of them is not among them; nor who took no part in the decision.
    Where a formal yrkande is carried the matter itself is not decided, and nothing of it has fallen.
    """
    if not course.settled:
        return ()
    result, choices = course.result, course.options
    won = {result.matter, result.formal, *result.additions}
    content = () if result.formal is not None else (*choices.matter, *choices.additions)
    passed = {p for key in won if key is not None for p in choices.holders(key)}
    found = []
    for key in (*content, *choices.formal):
        if key in won:
            continue
        persons = tuple(
            p for p in choices.holders(key) if p not in passed and took_part(p, here.presence, here.said)
        )
        passed |= set(persons)
        if persons:
            found.append((key, persons))
    return tuple(found)
