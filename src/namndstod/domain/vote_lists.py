"""Omröstningslistor: each omröstning of a meeting, who voted what, its sums and result (KL 5:67)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .deliberation import VoteView
from .option_names import Names
from .procedure import chain, is_election, lawful
from .proceedings import Proposition, PropositionKind, Vote
from .swedish import capitalised
from .tally import closed_winner
from .view import MeetingView, SectionView
from .vote_style import Told, vote_table
from .vote_style_table import ByTable

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class VoteList:
    """One omröstningslista, ready to print. `rows` have a head and end in the sums.

    A closed ballot has numbers alone (KL 5:54): its rows are names or proposals with their votes.
    """

    number: int  # within the meeting
    section: SectionView
    subject: str  # «Omröstning om motförslag», or nothing where the § has one vote on a matter
    yes: str  # what Ja stands for; nothing at a closed ballot
    no: str
    closed: bool
    rows: Rows
    result: str  # a sentence or two
    missing: tuple[str, ...] = ()  # who has not answered, «Karin Ek (S)»


def vote_lists(view: MeetingView, of: tuple[str, ...] = ()) -> tuple[VoteList, ...]:
    """Return the lists of the §§ in `of`, or of all; a closed ballot not allowed has none (rule 11)."""
    return tuple(
        found
        for section in view.sections
        if (not of or section.section.id in of) and section.deliberation.votes
        for found in _of_section(view, section)
    )


def _of_section(view: MeetingView, section: SectionView) -> Iterator[VoteList]:
    course = view.courses[section.section.id]
    told = Told(view, section.facts, course, Names(view, section.facts, course.options))
    put = {p.id: p for p in section.deliberation.propositions}
    for vote in lawful(section.facts):
        proposition = put.get(vote.vote.proposition_id or "")
        if vote.vote.closed:
            yield _closed(told, section, vote)
        elif proposition is not None:
            yield _open(told, section, vote, proposition)


def _open(told: Told, section: SectionView, view: VoteView, proposition: Proposition) -> VoteList:
    style, tally = ByTable(told), told.tally(view)
    won = told.won(proposition)
    result = style.result(view, won, proposition.kind) if won is not None else ""
    return VoteList(
        number=view.number,
        section=section,
        subject=_subject(told, section, proposition),
        yes=style.side(view.vote.yes),
        no=style.side(view.vote.no),
        closed=False,
        rows=vote_table(told.facts, told.here, tally),
        result=result or "Omröstningen är inte avgjord.",
        missing=tuple(told.facts.label(p) for p in (*tally.missing, *tally.doubled)),
    )


def _subject(told: Told, section: SectionView, proposition: Proposition) -> str:
    rounds = chain(section.deliberation.propositions)
    if proposition.kind is PropositionKind.COUNTER:
        return "Omröstning om motförslag"
    if proposition.kind is PropositionKind.MATTER:
        return "Huvudomröstning" if len(rounds) > 1 else ""
    if proposition.kind is PropositionKind.ADDITION:
        return capitalised(told.names.definite(proposition.options[0]))
    return "Om ärendet ska avgöras i dag"


def _closed(told: Told, section: SectionView, view: VoteView) -> VoteList:
    vote = view.vote
    votes = [(told.names.definite(c.name), str(c.votes)) for c in vote.counts]
    given = sum(c.votes for c in vote.counts) + vote.blank + vote.invalid
    kind = "Namn" if is_election(section.facts) and vote.proposition_id is None else "Förslag"
    rows = (
        (kind, "Röster"),
        *votes,
        ("Blanka", str(vote.blank)),
        ("Ogiltiga", str(vote.invalid)),
        ("Avlämnade röster", str(given)),
    )
    return VoteList(
        number=view.number,
        section=section,
        subject="Sluten omröstning",
        yes="",
        no="",
        closed=True,
        rows=rows,
        result=_chosen(told, vote),
    )


def _chosen(told: Told, vote: Vote) -> str:
    won, lots = closed_winner(vote), told.drawn(vote)
    if won is None:
        return "Lika röstetal: lotten avgör." if told.tied(vote) else ""
    return lots or f"{capitalised(told.names.definite(won))} får flest röster."
