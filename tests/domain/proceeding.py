"""A made-up § in which something is put forward and voted on, without a database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from namndstod.domain.deliberation import Deliberation, VoteView
from namndstod.domain.findings import Finding, check
from namndstod.domain.procedure import Procedure
from namndstod.domain.proceedings import (
    PROPOSAL,
    REJECTION,
    Ballot,
    Choice,
    Motion,
    MotionKind,
    Proposition,
    PropositionKind,
    Vote,
)
from namndstod.domain.records import BodyKind, Customs, ItemKind, MeetingState, Outcome, TextRole
from namndstod.domain.view import MeetingView, SectionView

from .factory import DAY, NAMES, item, key, meeting, section

YES, NO, ABSTAINS = Choice.YES, Choice.NO, Choice.ABSTAINS
LEADER, *OTHERS = NAMES


def motion(kind: MotionKind, *movers: str, id: str = "", on: Sequence[str] = (), **fields: object) -> Motion:
    """A yrkande by people of the factory («Bo Ceder»); its id is the kind unless given."""
    made = Motion(
        id=id or kind.value,
        section_id="s1",
        position=1,
        kind=kind,
        movers=tuple(map(key, movers)),
        on=tuple(on),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def put(
    kind: PropositionKind, *options: str, carried: str | None = None, id: str = "", **fields: object
) -> Proposition:
    """A proposition; its id is the kind unless given."""
    made = Proposition(
        id=id or kind.value, section_id="s1", position=0, kind=kind, options=options, carried=carried
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def vote(on: str | None, yes: str, no: str, choices: Sequence[Choice | None], **fields: object) -> VoteView:
    """An open vote on a proposition; `choices` of those who serve: Bo, Cilla, Dag, Eva and last Ada."""
    who = [*OTHERS, LEADER]
    ballots = [
        Ballot(
            id=f"{on}-{n}", section_id="s1", vote_id=f"v-{on}", person_id=key(name), choice=choice, position=n
        )
        for n, (name, choice) in enumerate(zip(who, choices, strict=True), 1)
        if choice is not None
    ]
    made = Vote(id=f"v-{on}", section_id="s1", proposition_id=on, yes=yes, no=no)
    return VoteView(replace(made, **fields), tuple(ballots), 1)  # type: ignore[arg-type]


def held(
    *motions: Motion,
    propositions: Sequence[Proposition] = (),
    votes: Sequence[VoteView] = (),
    kind: ItemKind = ItemKind.DECISION,
    clauses: Sequence[str] = ("bygga bryggan.",),
    outcome: Outcome | None = None,
    present: Sequence[str] = NAMES,
    no_part: Sequence[str] = (),
    customs: Customs | None = None,
    body: BodyKind = BodyKind.COMMITTEE,
) -> MeetingView:
    """An open meeting with one §; motions and propositions get their places by their order."""
    said = Deliberation(
        motions=tuple(replace(m, position=n) for n, m in enumerate(motions, 1)),
        propositions=tuple(replace(p, position=n) for n, p in enumerate(propositions, 1)),
        votes=tuple(votes),
        not_taking_part=frozenset(map(key, no_part)),
    )
    view = meeting(
        item(1, "Brygga", kind, dnr="1/27", clauses=clauses),
        state=MeetingState.OPEN,
        sections=(section(None, 1, "item1", outcome),),
        present=present,
        customs=customs,
    )
    return replace(view, deliberations={"s1": said}, body=replace(view.body, kind=body))


def only(view: MeetingView) -> SectionView:
    return view.sections[0]


def course(view: MeetingView) -> Procedure:
    return view.courses["s1"]


def lines(view: MeetingView, role: TextRole) -> list[str]:
    return [d.text.replace("\u00a0", " ") for d in only(view).parts[role].drafts]


def found(view: MeetingView, code: str) -> list[Finding]:
    return [f for f in check(view, DAY) if f.code == code]


def contested() -> tuple[Motion, Motion]:
    """Bo yrkar bifall, Cilla avslag."""
    return motion(MotionKind.APPROVAL, "Bo Ceder"), motion(MotionKind.REJECTION, "Cilla Dal")


def asked(**fields: object) -> Proposition:
    """Bifall against avslag; bifall is carried, and omröstning requested."""
    made = put(PropositionKind.MATTER, PROPOSAL, REJECTION, carried=PROPOSAL, vote_requested=True)
    return replace(made, **fields)  # type: ignore[arg-type]


def counted(*choices: Choice | None, **fields: object) -> VoteView:
    """The vote on what was asked: Bo, Cilla, Dag, Eva, Ada."""
    return vote("matter", PROPOSAL, REJECTION, choices, **fields)
