"""Random things that happen at a sammanträde: yrkanden, propositions, votes, remarks, pauses, jäv."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from namndstod.domain.proceedings import (
    PROPOSAL,
    REJECTION,
    Adjournment,
    Assignment,
    Ballot,
    Choice,
    Count,
    Motion,
    MotionKind,
    Proposition,
    Remark,
    RemarkKind,
    Reservation,
    Vote,
)
from namndstod.domain.records import Anchor, MeetingState, Person
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
from namndstod.services.commands.pauses import Adjourn, RemoveAdjournment, Resume
from namndstod.services.commands.presence import (
    AnnounceRecusal,
    ChangeChair,
    StepOut,
    TakePartRemotely,
)
from namndstod.services.commands.remarks import (
    AddAssignment,
    AddRemark,
    FinishAssignment,
    PermitRemark,
    RemoveAssignment,
    RemoveRemark,
    RemoveReservation,
    Reserve,
    ReserveVotersAgainst,
)
from namndstod.services.commands.voting import (
    BreakTie,
    CancelVote,
    CastBallot,
    CastParty,
    CountClosedBallot,
    FindCarried,
    OpenVote,
    PutProposition,
    RemoveBallot,
    RemoveProposition,
    RemoveVote,
    RequestVote,
)

from .actions import ACTIONS, DAYS, WORDS, Chooser, action

KNOWN_BEFORE = frozenset(ACTIONS)
"""Names of the actions of the rest of the journey."""


def people(x: Chooser) -> list[str]:
    """Persons in an order that is the same in every run."""
    return [p.id for p in sorted(x.reader.find(Person), key=lambda p: (p.surname, p.given_name))]


def motion_of(x: Chooser) -> Motion:
    return x.one(x.reader.find(Motion))


def proposition_of(x: Chooser) -> Proposition:
    return x.one(x.reader.find(Proposition))


def vote_of(x: Chooser) -> Vote:
    return x.one(x.reader.find(Vote))


def key_of(x: Chooser, section_id: str) -> str:
    return x.one((PROPOSAL, REJECTION, *(m.id for m in x.reader.find(Motion, section_id=section_id))))


def at(x: Chooser) -> time:
    return time(9 + x.number(), 10 * x.number())


# --- yrkanden and the course of the decision ---------------------------------------------------------


@action
def move(x: Chooser) -> Command:
    section = x.section()
    earlier = [m.id for m in x.reader.find(Motion, section_id=section.id)]
    kind = x.one(list(MotionKind))
    return AddMotion(section.id, kind, (x.one(people(x)),), tuple(x.some(earlier)), (x.one(WORDS),))


@action
def change_motion(x: Chooser) -> Command:
    return ChangeMotion(replace(motion_of(x), kind=x.one(list(MotionKind)), clauses=tuple(x.some(WORDS))))


@action
def join_motion(x: Chooser) -> Command:
    return JoinMotion(motion_of(x).id, x.one(people(x)), bool(x.number(2)), bool(x.number(2)))


@action
def withdraw_motion(x: Chooser) -> Command:
    return WithdrawMotion(motion_of(x).id, bool(x.number(2)))


@action
def remove_motion(x: Chooser) -> Command:
    return RemoveMotion(motion_of(x).id)


@action
def table_items(x: Chooser) -> Command:
    return TableItems((x.section().id,), mover=x.one((None, *people(x))))


@action
def take_no_part(x: Chooser) -> Command:
    return TakeNoPart(x.section().id, (x.one(people(x)),), bool(x.number(2)))


@action
def put_proposition(x: Chooser) -> Command:
    section = x.section()
    return PutProposition(section.id, carried=x.one((None, key_of(x, section.id))))


@action
def find_carried(x: Chooser) -> Command:
    put = proposition_of(x)
    return FindCarried(put.id, x.one((None, *put.options)))


@action
def remove_proposition(x: Chooser) -> Command:
    return RemoveProposition(proposition_of(x).id)


# --- omröstning --------------------------------------------------------------------------------------


@action
def request_vote(x: Chooser) -> Command:
    return RequestVote(proposition_of(x).id, x.one((None, *people(x))), bool(x.number(2)))


@action
def cancel_vote(x: Chooser) -> Command:
    return CancelVote(proposition_of(x).id)


@action
def open_vote(x: Chooser) -> Command:
    return OpenVote(x.one([p for p in x.reader.find(Proposition) if p.vote_requested]).id)


@action
def cast_ballot(x: Chooser) -> Command:
    return CastBallot(vote_of(x).id, x.one(people(x)), x.one(list(Choice)))


@action
def cast_party(x: Chooser) -> Command:
    return CastParty(vote_of(x).id, x.one(("S", "M", "C")), x.one(list(Choice)), bool(x.number(2)))


@action
def remove_ballot(x: Chooser) -> Command:
    return RemoveBallot(x.one(x.reader.find(Ballot)).id)


@action
def break_tie(x: Chooser) -> Command:
    vote = vote_of(x)
    return BreakTie(vote.id, x.one((None, vote.yes, vote.no)), bool(x.number(2)))


@action
def count_closed_ballot(x: Chooser) -> Command:
    return CountClosedBallot(x.section().id, (Count(name="Siv", votes=3), Count(name="Bo", votes=x.number())))


@action
def remove_vote(x: Chooser) -> Command:
    return RemoveVote(vote_of(x).id)


# --- what is said of a decision ----------------------------------------------------------------------


@action
def reserve(x: Chooser) -> Command:
    section = x.section()
    return Reserve(section.id, tuple(x.some(people(x))), x.one((None, key_of(x, section.id))), x.one(WORDS))


@action
def reserve_voters(x: Chooser) -> Command:
    return ReserveVotersAgainst(vote_of(x).id)


@action
def remove_reservation(x: Chooser) -> Command:
    known = x.one(x.reader.find(Reservation))
    return RemoveReservation(known.id, x.one((None, *known.persons)))


@action
def add_remark(x: Chooser) -> Command:
    return AddRemark(x.section().id, x.one(list(RemarkKind)), (x.one(people(x)),), words=x.one(WORDS))


@action
def permit_remark(x: Chooser) -> Command:
    return PermitRemark(x.one(x.reader.find(Remark)).id, bool(x.number(2)))


@action
def remove_remark(x: Chooser) -> Command:
    return RemoveRemark(x.one(x.reader.find(Remark)).id)


@action
def add_assignment(x: Chooser) -> Command:
    return AddAssignment(x.section().id, "förvaltningen", x.one(WORDS), x.one((None, *DAYS)))


@action
def finish_assignment(x: Chooser) -> Command:
    return FinishAssignment(x.one(x.reader.find(Assignment)).id, x.one((None, *DAYS)))


@action
def remove_assignment(x: Chooser) -> Command:
    return RemoveAssignment(x.one(x.reader.find(Assignment)).id)


# --- pauses, the chair, jäv --------------------------------------------------------------------------


@action
def adjourn(x: Chooser) -> Command:
    section = x.section()
    return Adjourn(section.meeting_id, at(x), x.one((None, section.id)), x.one(list(Anchor)), x.one(WORDS))


@action
def resume(x: Chooser) -> Command:
    return Resume(x.meeting(MeetingState.OPEN).id, at(x))


@action
def remove_adjournment(x: Chooser) -> Command:
    return RemoveAdjournment(x.one(x.reader.find(Adjournment)).id)


@action
def change_chair(x: Chooser) -> Command:
    section = x.section()
    return ChangeChair(section.meeting_id, x.one(people(x)), x.one((None, section.id)), x.one(list(Anchor)))


@action
def take_part_remotely(x: Chooser) -> Command:
    section = x.section()
    return TakePartRemotely(section.meeting_id, x.one(people(x)), x.one((None, section.id)))


@action
def announce_recusal(x: Chooser) -> Command:
    section = x.section()
    return AnnounceRecusal(section.meeting_id, x.one(people(x)), (section.id,))


@action
def step_out(x: Chooser) -> Command:
    return StepOut(x.section().id, (x.one(people(x)),))


AT_THE_TABLE = tuple(sorted(ACTIONS.keys() - KNOWN_BEFORE))
"""Names of all these actions."""
