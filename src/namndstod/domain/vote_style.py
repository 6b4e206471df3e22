"""What both house styles of a vote know, and the omröstningslista as a table."""

from __future__ import annotations

from dataclasses import dataclass

from .deliberation import VoteView
from .facts import Facts, SectionFacts
from .option_names import Names
from .procedure import Procedure, is_election, lawful
from .proceedings import REJECTION, MotionKind, Proposition, Vote
from .swedish import EN_DASH, listed
from .tally import Tally, leading, roll_order

HEAD = ("Ledamot", "Parti", "Ersättare", "Ja", "Nej", "Avstår", "Deltar inte", "Frånvarande")


def vote_table(facts: Facts, here: SectionFacts, tally: Tally) -> tuple[tuple[str, ...], ...]:
    """Return the omröstningslista as rows: head, one per person in the order of the roll call, sums."""
    parties = {m.person_id: m.party for m in (*facts.substitutes, *facts.members)}
    substitutes = {s.person_id for s in here.presence.serving if s.is_substitute}
    groups = (tally.yes, tally.no, tally.abstain, tally.no_part, tally.absent)
    rows = [
        (
            facts.people[person].name,
            parties.get(person) or EN_DASH,
            "ers." if person in substitutes else "",
            *("X" if person in group else "" for group in groups),
        )
        for person in roll_order(here)
    ]
    return (HEAD, *rows, ("Summa", "", "", *(str(len(group)) for group in groups)))


@dataclass(frozen=True, slots=True)
class Told:
    """The § that is told of: its facts, its course and the names of its options."""

    facts: Facts
    here: SectionFacts
    course: Procedure
    names: Names

    @property
    def body(self) -> str:
        """What the body is called inside sentences."""
        return self.facts.term.short_name

    @property
    def by_lot(self) -> bool:
        """Whether a tie is broken by lot (KL 5:56)."""
        return is_election(self.here)

    def vote_on(self, proposition: Proposition) -> VoteView | None:
        """Return the vote that was taken on a proposition."""
        return next((v for v in lawful(self.here) if v.vote.proposition_id == proposition.id), None)

    def won(self, proposition: Proposition) -> str | None:
        """Return the key that the proposition was decided to."""
        return self.course.winners.get(proposition.id)

    def tally(self, view: VoteView) -> Tally:
        """Return the open vote as counted."""
        return self.course.tallies[view.vote.id]

    def tied(self, vote: Vote) -> tuple[str, ...]:
        """Return those who got as many votes at a closed ballot, if more than one did."""
        found = leading(vote.counts)
        return found if len(found) > 1 else ()

    def drawn(self, vote: Vote) -> str:
        """«A och B har fått lika många röster. Lotten faller på B.», or nothing (KL 5:56)."""
        tied = self.tied(vote)
        if not tied or vote.lot is None:
            return ""
        names = listed([self.names.definite(key) for key in tied])
        return f"{names} har fått lika många röster. Lotten faller på {self.names.definite(vote.lot)}."

    def remits(self, key: str) -> bool:
        """Whether the option is an återremiss (else a bordläggning)."""
        motion = self.names.motions.get(key)
        return motion is None or motion.kind is MotionKind.REMIT

    def against(self, proposition: Proposition) -> str | None:
        """Return X where the question is bifall or avslag on X alone."""
        if len(proposition.options) != 2 or REJECTION not in proposition.options:
            return None
        return next(key for key in proposition.options if key != REJECTION)
