"""Commands of yrkanden, propositions and omröstning, as test_every_command tries them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from namndstod.domain.proceedings import (
    PROPOSAL,
    REJECTION,
    Ballot,
    Choice,
    Count,
    Motion,
    MotionKind,
    Proposition,
    PropositionKind,
    Vote,
)
from namndstod.services.commands.base import Command
from namndstod.services.commands.motions import (
    AddMotion,
    ChangeMotion,
    JoinMotion,
    RemoveMotion,
    TableItems,
    TakeNoPart,
    WithdrawMotion,
)
from namndstod.services.commands.voting import (
    BreakTie,
    CancelVote,
    CastBallot,
    CastParty,
    ClaimMinority,
    CountClosedBallot,
    FindCarried,
    OpenVote,
    PutProposition,
    RemoveBallot,
    RemoveProposition,
    RemoveVote,
    RequestVote,
)

from .helpers import House, made

Make = Callable[[House, str], Command]


def at(house: House, meeting: str, number: int) -> str:
    """The id of a §."""
    return house.sections(meeting)[number].id


def voted(house: House) -> str:
    """The id of the § where the prepared vote stands; others may have been added after it since."""
    return house.find(Vote)[0].section_id


def prepare(house: House, meeting: str) -> None:
    """In the last §: bifall against avslag, and an omröstning that everybody has answered."""
    do, people, section = house.session.do, house.people, at(house, meeting, -1)
    do(AddMotion(section, MotionKind.REJECTION, (people["Holmsjö"],)))
    put = made(do(PutProposition(section, PropositionKind.MATTER, (PROPOSAL, REJECTION), PROPOSAL)).result)
    do(RequestVote(put, people["Holmsjö"]))
    vote = made(do(OpenVote(put)).result)
    for name in ("Fyrmark", "Grönvik", "Holmsjö", "Isborg", "Ekdal"):
        do(CastBallot(vote, people[name], Choice.NO if name == "Holmsjö" else Choice.YES))


def motion(house: House, meeting: str) -> Motion:
    return house.find(Motion, section_id=voted(house))[0]


def put(house: House, meeting: str) -> str:
    return house.find(Proposition, section_id=voted(house))[0].id


def vote(house: House, meeting: str) -> str:
    return house.find(Vote, section_id=voted(house))[0].id


def ballot(house: House, meeting: str) -> Ballot:
    return house.find(Ballot, section_id=voted(house))[0]


def stray(house: House, meeting: str) -> str:
    """A yrkande that nobody has put yet, with one that speaks of it."""
    section = at(house, meeting, 1)
    own = AddMotion(section, MotionKind.OWN, (house.people["Isborg"],), clauses=("vänta.",))
    key = made(house.session.do(own).result)
    house.session.do(AddMotion(section, MotionKind.APPROVAL, (house.people["Fyrmark"],), (key,)))
    return key


def disputed(house: House, meeting: str) -> str:
    """A § with three options. Returns its id."""
    stray(house, meeting)
    section = at(house, meeting, 1)
    house.session.do(AddMotion(section, MotionKind.REJECTION, (house.people["Holmsjö"],)))
    return section


def asked(house: House, meeting: str) -> str:
    """A proposition on which omröstning is requested, with the motförslag found."""
    section = disputed(house, meeting)
    first = made(house.session.do(PutProposition(section, carried=PROPOSAL)).result)
    house.session.do(RequestVote(first))
    house.session.do(PutProposition(section, carried=REJECTION))
    return first


OPEN: dict[str, Make] = {
    "AddMotion": lambda h, m: AddMotion(
        at(h, m, 1), MotionKind.REMIT, (h.people["Isborg"],), clauses=("kontoret", "beräkning")
    ),
    "AddMotion handed in": lambda h, m: AddMotion(
        at(h, m, 1), MotionKind.OWN, authors=("M", "C"), handed_in=date(2026, 3, 10)
    ),
    "ChangeMotion": lambda h, m: ChangeMotion(replace(motion(h, m), kind=MotionKind.OWN, clauses=("vänta",))),
    "JoinMotion": lambda h, m: JoinMotion(motion(h, m).id, h.people["Isborg"]),
    "WithdrawMotion": lambda h, m: WithdrawMotion(motion(h, m).id),
    "RemoveMotion": lambda h, m: RemoveMotion(stray(h, m)),
    "TableItems": lambda h, m: TableItems(
        (at(h, m, 1), at(h, m, 2)), "sammanträdet den 9 april", h.people["Fyrmark"]
    ),
    "TakeNoPart": lambda h, m: TakeNoPart(voted(h), (h.people["Isborg"], h.people["Fyrmark"])),
    "PutProposition": lambda h, m: PutProposition(disputed(h, m), carried=PROPOSAL),
    "FindCarried": lambda h, m: FindCarried(put(h, m), REJECTION),
    "RequestVote": lambda h, m: RequestVote(put(h, m), h.people["Isborg"], after_gavel=True),
    "RemoveProposition": lambda h, m: RemoveProposition(asked(h, m)),
    "CancelVote": lambda h, m: CancelVote(put(h, m)),
    "OpenVote": lambda h, m: OpenVote(asked(h, m)),
    "ClaimMinority": lambda h, m: ClaimMinority(vote(h, m)),
    "CastBallot": lambda h, m: CastBallot(vote(h, m), h.people["Isborg"], Choice.ABSTAINS),
    "CastParty": lambda h, m: CastParty(vote(h, m), "M", Choice.NO, over=True),
    "RemoveBallot": lambda h, m: RemoveBallot(ballot(h, m).id),
    "BreakTie": lambda h, m: BreakTie(vote(h, m), REJECTION),
    "CountClosedBallot": lambda h, m: CountClosedBallot(
        at(h, m, 1), (Count(name="Siv", votes=3), Count(name="Bo", votes=2))
    ),
    "RemoveVote": lambda h, m: RemoveVote(vote(h, m)),
}
