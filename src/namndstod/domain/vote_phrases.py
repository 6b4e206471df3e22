"""The part Propositionsordning of a §: what the chair put, and the votes, in the order in which they fell."""

from __future__ import annotations

from .facts import Facts, SectionFacts
from .option_names import Names
from .procedure import Procedure, chain, counts_request, lawful
from .proceedings import Proposition, PropositionKind, Vote
from .records import BlockKind, VoteStyle
from .texts import Draft
from .vote_style import Told
from .vote_style_names import ByNames
from .vote_style_table import ByTable


def procedure_lines(facts: Facts, here: SectionFacts, course: Procedure) -> tuple[Draft, ...]:
    """Return what the chair put and found, each vote with its meaning and result, in the body's house style.

    What is put but not yet found carried, and a vote requested after the klubba, stand nowhere.
    """
    told = Told(facts, here, course, Names(facts, here, course.options))
    style = ByNames(told) if facts.term.customs.vote_style is VoteStyle.NAMES else ByTable(told)
    put = [p for p in here.said.propositions if p.carried is not None]
    questions = [p for p in put if p.kind is not PropositionKind.COUNTER]
    found: list[Draft] = []
    for number, proposition in enumerate(questions):
        rounds = chain(put) if proposition.kind is PropositionKind.MATTER else [proposition]
        found += style.question(proposition, _adverb(proposition, number, len(questions)))
        found += _voted(told, style, rounds)
    for view in lawful(here):
        if view.vote.closed:
            found.append(_closed(told, view.vote))
    return tuple(found)


def _adverb(proposition: Proposition, number: int, questions: int) -> str:
    """«först», «härefter», «slutligen», where the § has more than one question."""
    if questions == 1:
        return " först" if proposition.kind is PropositionKind.TODAY else ""
    if number == 0:
        return " först"
    return " slutligen" if number == questions - 1 and questions > 2 else " härefter"


def _voted(told: Told, style: ByNames | ByTable, rounds: list[Proposition]) -> list[Draft]:
    """The rounds in which the motförslag is found, then the votes from the innermost outwards."""
    found: list[Draft] = []
    reached = 0
    while reached < len(rounds) and counts_request(rounds[reached]):
        reached += 1
        if reached < len(rounds):
            found += style.counter(rounds[reached - 1], rounds[reached], inner=reached > 1)
    for depth in reversed(range(reached)):
        view = told.vote_on(rounds[depth])
        if view is not None and not view.vote.closed:
            found += style.vote(view, rounds, depth)
    return found


def _closed(told: Told, vote: Vote) -> Draft:
    """A closed ballot: numbers alone (KL 5:54)."""
    given = sum(c.votes for c in vote.counts) + vote.blank + vote.invalid
    parts = [f"{told.names.definite(c.name)} {c.votes}" for c in vote.counts]
    text = (
        f"Valet förrättas med slutna sedlar. Avlämnade röster: {given}, "
        f"varav {', '.join([*parts, f'blanka {vote.blank}', f'ogiltiga {vote.invalid}'])}."
    )
    lots = told.drawn(vote)
    return Draft(BlockKind.PARAGRAPH, f"{text} {lots}".rstrip())
