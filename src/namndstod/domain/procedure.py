"""The course of a §: what the chair puts next, and what was decided (KL 5:53–56; rules 10, 12, 14, 15).

With more than two proposals the chair puts each and says which is carried; that ends it unless omröstning is
requested. Then the carried one is huvudförslag and the motförslag is found among the others in the same way,
round by round; the votes are taken from the innermost round outwards, the huvudomröstning last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from .deliberation import VoteView
from .facts import SectionFacts
from .frozen import frozen
from .options import Options, options
from .proceedings import PROPOSAL, REJECTION, TODAY, MotionKind, Proposition, PropositionKind, Vote
from .records import Customs, ItemKind, Outcome
from .tally import Tally, closed_winner, count, leading, winner


class Stage(StrEnum):
    """What comes next in a §."""

    PUT = "put"  # the chair puts the options as a proposition
    FIND = "find"  # the chair says which is carried
    OPEN = "open"  # omröstning is requested: say what Ja and Nej stand for
    CALL = "call"  # the roll is called
    CASTING = "casting"  # as many ja as nej: the utslagsröst
    LOT = "lot"  # as many ja as nej in an election: the lot
    SETTLED = "settled"  # the klubba


@frozen
class NextStep:
    """What the chair should do now: which proposition to put, or what the vote still wants."""

    stage: Stage
    kind: PropositionKind | None = None
    options: tuple[str, ...] = ()
    proposition_id: str | None = None
    vote_id: str | None = None
    waiting: tuple[str, ...] = ()  # who has not answered yet, in the order of the roll call


@frozen
class Result:
    """What was decided: a formal motion that was carried, or what won in the matter and which additions."""

    formal: str | None = None
    matter: str | None = None
    additions: tuple[str, ...] = ()
    elected: tuple[str, ...] = ()  # names, at closed ballots


@dataclass(frozen=True, slots=True)
class Procedure:
    """The course of a §: its options, the next step, the result as far as it goes, the votes as counted."""

    options: Options
    next: NextStep
    result: Result
    tallies: dict[str, Tally] = field(default_factory=dict)  # by vote id; open votes only
    winners: dict[str, str] = field(default_factory=dict)  # by proposition id

    @property
    def settled(self) -> bool:
        """Whether nothing but the klubba is left."""
        return self.next.stage is Stage.SETTLED

    @property
    def outcome(self) -> Outcome | None:
        """How the § ends by the procedure; None while it is not settled."""
        if not self.settled:
            return None
        if self.result.formal is not None:
            remitted = self.options.motions[self.result.formal].kind is MotionKind.REMIT
            return Outcome.REMITTED if remitted else Outcome.TABLED
        if self.result.matter == REJECTION:
            return Outcome.REJECTED
        if self.result.matter is None and not self.result.additions:
            return None
        unchanged = self.result.matter == PROPOSAL and not self.result.additions
        return Outcome.APPROVED if unchanged or self.result.elected else Outcome.CHANGED


def counts_request(proposition: Proposition) -> bool:
    """Whether omröstning is requested in time, before the klubba (rule 10)."""
    return proposition.vote_requested and not proposition.after_gavel


def is_election(here: SectionFacts) -> bool:
    """Whether the § is about an election or the appointment of staff, where votes may be closed."""
    return here.item is not None and here.item.item.kind is ItemKind.ELECTION


def lawful(here: SectionFacts) -> tuple[VoteView, ...]:
    """Return the votes that count: closed ones in elections and appointments only (KL 5:54, rule 11)."""
    return tuple(v for v in here.said.votes if not v.vote.closed or is_election(here))


def chain(propositions: Sequence[Proposition]) -> list[Proposition]:
    """Return the proposition on the matter and those on the motförslag that follow it, outermost first."""
    kinds = (PropositionKind.MATTER, PropositionKind.COUNTER)
    return [p for p in propositions if p.kind in kinds]


def in_voting_order(propositions: Sequence[Proposition], votes: Sequence[Vote]) -> list[Vote]:
    """Return the votes in the order in which they are taken: the innermost round first."""
    rounds = chain(propositions)
    places = {p.id: (p.position, 0) for p in propositions}
    if rounds:
        places |= {p.id: (rounds[0].position, -depth) for depth, p in enumerate(rounds)}
    return sorted(votes, key=lambda v: places.get(v.proposition_id or "", (0, 0)))


def procedure(here: SectionFacts, customs: Customs) -> Procedure:
    """Return the course of a § as far as it has come."""
    return _Course(here, options(here, customs)).run()


class _Course:
    """Walks through the questions of a § in the order of rule 14."""

    def __init__(self, here: SectionFacts, choices: Options) -> None:
        self.here = here
        self.choices = choices
        self.by_lot = is_election(here)
        self.votes: dict[str | None, VoteView] = {v.vote.proposition_id: v for v in lawful(here)}
        self.tallies = {v.vote.id: count(v, here) for v in here.said.votes if not v.vote.closed}
        self.winners: dict[str, str] = {}

    def run(self) -> Procedure:
        """Go through formal motions, the matter and the additions until something is left to do."""
        result = Result()
        step: NextStep | None = None
        for ask in (self._formal, self._matter, self._additions):
            result, step = ask(result)
            if step is not None or result.formal is not None:
                break
        settled = step or NextStep(Stage.SETTLED)
        return Procedure(self.choices, settled, result, self.tallies, self.winners)

    def _formal(self, result: Result) -> tuple[Result, NextStep | None]:
        for key in self.choices.formal:
            found = self._ask(PropositionKind.TODAY, (TODAY, key), self._put(PropositionKind.TODAY, key))
            if isinstance(found, NextStep):
                return result, found
            if found == key:
                return Result(formal=key), None
        return result, None

    def _matter(self, result: Result) -> tuple[Result, NextStep | None]:
        elections = [v.vote for v in lawful(self.here) if v.vote.closed and v.vote.proposition_id is None]
        if elections:
            return self._elected(elections)
        rounds = chain(self.here.said.propositions)
        matter = self.choices.matter
        if not rounds and (not self.choices.disputed or not matter):
            return Result(matter=PROPOSAL if PROPOSAL in matter else None), None
        found = self._ask(PropositionKind.MATTER, matter, rounds)
        if isinstance(found, NextStep):
            return result, found
        return Result(matter=found), None

    def _elected(self, elections: Sequence[Vote]) -> tuple[Result, NextStep | None]:
        names = []
        for vote in elections:
            chosen = closed_winner(vote)
            if chosen is None:
                return Result(), NextStep(Stage.LOT, options=leading(vote.counts), vote_id=vote.id)
            names.append(chosen)
        return Result(matter=PROPOSAL, elected=tuple(names)), None

    def _additions(self, result: Result) -> tuple[Result, NextStep | None]:
        carried: list[str] = []
        if result.matter == REJECTION:
            return result, None  # there is nothing to add to
        for key in self.choices.additions:
            pair = (key, REJECTION)
            found = self._ask(PropositionKind.ADDITION, pair, self._put(PropositionKind.ADDITION, key))
            if isinstance(found, NextStep):
                return result, found
            if found == key:
                carried.append(key)
        return replace(result, additions=tuple(carried)), None

    def _put(self, kind: PropositionKind, key: str) -> list[Proposition]:
        return [p for p in self.here.said.propositions if p.kind is kind and key in p.options][:1]

    def _ask(
        self, kind: PropositionKind, keys: tuple[str, ...], rounds: Sequence[Proposition]
    ) -> str | NextStep:
        """Return what the question was decided to, or what is left to do; `rounds` outermost first."""
        if not rounds:
            return NextStep(Stage.PUT, kind, keys)
        put = rounds[0]
        if put.carried is None:
            return NextStep(Stage.FIND, put.kind, put.options, put.id)
        if not counts_request(put):
            self.winners[put.id] = put.carried
            return put.carried
        rest = tuple(k for k in put.options if k != put.carried)
        rival: str | NextStep = rest[0] if rest else REJECTION
        if len(rest) > 1:
            rival = self._ask(PropositionKind.COUNTER, rest, rounds[1:])
        if isinstance(rival, NextStep):
            return rival
        vote = self.votes.get(put.id)
        if vote is None:
            return NextStep(Stage.OPEN, put.kind, (put.carried, rival), put.id)
        found = self._decided(vote)
        if not isinstance(found, NextStep):
            self.winners[put.id] = found
        return found

    def _decided(self, view: VoteView) -> str | NextStep:
        vote = view.vote
        if vote.closed:
            chosen = closed_winner(vote)
            tied = leading(vote.counts)
            return chosen or NextStep(Stage.LOT, None, tied, vote.proposition_id, vote.id)
        tally = self.tallies[vote.id]
        pair = (vote.yes, vote.no)
        if not tally.complete:
            waiting = (*tally.missing, *tally.doubled)
            return NextStep(Stage.CALL, None, pair, vote.proposition_id, vote.id, waiting)
        won = winner(vote, tally, self.here.leads, by_lot=self.by_lot)
        if won is not None:
            return won
        stage = Stage.LOT if self.by_lot else Stage.CASTING
        return NextStep(stage, None, pair, vote.proposition_id, vote.id)
