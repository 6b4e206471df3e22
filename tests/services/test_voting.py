"""Yrkanden and omröstning through the commands, from what is said to the decision's text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from namndstod.domain.errors import RuleBroken
from namndstod.domain.findings import MendKind
from namndstod.domain.procedure import Stage
from namndstod.domain.proceedings import (
    PROPOSAL,
    REJECTION,
    Ballot,
    Choice,
    Count,
    Motion,
    MotionKind,
    NonParticipation,
    Proposition,
    Vote,
)
from namndstod.domain.records import ItemKind, Outcome, Section, SectionState, TextRole
from namndstod.services.commands.motions import (
    AddMotion,
    ChangeMotion,
    JoinMotion,
    RemoveMotion,
    TableItems,
    TakeNoPart,
    WithdrawMotion,
)
from namndstod.services.commands.presence import RecordPresence
from namndstod.services.commands.sitting import CloseMeeting, Decide, Reopen
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
    RequestVote,
)

from .cases_after import waive_all
from .helpers import SEATED, House, facts
from .sitting import Sitting

YES, NO, ABSTAINS = Choice.YES, Choice.NO, Choice.ABSTAINS


@pytest.fixture
def sitting(house: House, meeting: str) -> Sitting:
    return Sitting(house, meeting)


ALL = dict.fromkeys(SEATED, YES)


def test_the_gavel_takes_its_outcome_from_the_vote(sitting: Sitting) -> None:
    put = sitting.disputed()
    with pytest.raises(RuleBroken, match="Omröstning är begärd"):
        sitting.do(Decide(sitting.section))
    vote = sitting.do(OpenVote(put))
    with pytest.raises(RuleBroken, match="alla har inte röstat"):
        sitting.do(Decide(sitting.section))
    for name in SEATED:
        sitting.do(CastBallot(vote, sitting.house.people[name], YES if name == "Ekdal" else NO))
    sitting.do(Decide(sitting.section))
    section = sitting.house.get(Section, sitting.section)
    assert (section.state, section.outcome) == (SectionState.DECIDED, Outcome.REJECTED)
    assert sitting.decision[1:] == ["avslå förslaget."]


def test_the_gavel_without_yrkanden_is_bifall(sitting: Sitting) -> None:
    sitting.do(Decide(sitting.section))
    assert sitting.house.get(Section, sitting.section).outcome is Outcome.APPROVED


def test_an_own_proposal_that_won_is_the_decision(sitting: Sitting) -> None:
    own = sitting.says(MotionKind.OWN, "Fyrmark", clauses=("bygga två bryggor", "börja i vår"))
    with pytest.raises(RuleBroken, match="ställ proposition"):
        sitting.do(Decide(sitting.section))
    sitting.do(PutProposition(sitting.section, carried=own))
    sitting.do(Decide(sitting.section))
    assert sitting.house.get(Section, sitting.section).outcome is Outcome.CHANGED
    assert sitting.decision[1:] == ["bygga två bryggor, samt", "börja i vår."]


def test_a_second_key_changes_a_vote(sitting: Sitting) -> None:
    vote = sitting.vote(sitting.disputed(), Fyrmark=YES)
    sitting.do(CastBallot(vote, sitting.house.people["Fyrmark"], ABSTAINS))
    (ballot,) = sitting.house.find(Ballot, vote_id=vote)
    assert ballot.choice is ABSTAINS
    sitting.do(RemoveBallot(ballot.id))
    assert sitting.course.next.stage is Stage.CALL
    assert len(sitting.course.next.waiting) == 5


def test_a_whole_party_votes_with_one_key(sitting: Sitting) -> None:
    vote = sitting.vote(sitting.disputed(), Isborg=NO)
    sitting.do(CastParty(vote, "M", YES))
    by_person = {b.person_id: b.choice for b in sitting.house.find(Ballot, vote_id=vote)}
    assert by_person == dict(zip(sitting.who("Isborg", "Fyrmark"), (NO, YES), strict=True))
    sitting.do(CastParty(vote, "M", YES, over=True))
    assert {b.choice for b in sitting.house.find(Ballot, vote_id=vote)} == {YES}
    with pytest.raises(RuleBroken, match="Ingen från L tjänstgör"):
        sitting.do(CastParty(vote, "L", YES))


def test_the_roll_is_called_by_seat_with_the_chair_last(sitting: Sitting) -> None:
    sitting.vote(sitting.disputed())
    assert sitting.course.next.waiting == sitting.who("Fyrmark", "Grönvik", "Holmsjö", "Isborg", "Ekdal")


def test_among_three_the_motforslag_comes_first(sitting: Sitting) -> None:
    own = sitting.says(MotionKind.OWN, "Fyrmark", clauses=("vänta",))
    put = sitting.disputed()
    with pytest.raises(RuleBroken, match="motförslaget"):
        sitting.do(OpenVote(put))
    sitting.do(PutProposition(sitting.section, carried=own))
    vote = sitting.vote(put, **ALL)
    (stored,) = sitting.house.find(Vote, id=vote)
    assert (stored.yes, stored.no) == (PROPOSAL, own)
    with pytest.raises(RuleBroken, match="redan påbörjad"):
        sitting.do(OpenVote(put))
    with pytest.raises(RuleBroken, match="inget att ställa proposition på"):
        sitting.do(PutProposition(sitting.section))


def test_no_vote_after_all(sitting: Sitting) -> None:
    sitting.says(MotionKind.OWN, "Fyrmark", clauses=("vänta",))
    put = sitting.disputed()
    sitting.do(PutProposition(sitting.section, carried=REJECTION))
    sitting.vote(put, Fyrmark=YES)
    sitting.do(CancelVote(put))
    assert not sitting.house.find(Vote)
    assert not sitting.house.find(Ballot)
    assert [p.id for p in sitting.house.find(Proposition)] == [put]
    assert sitting.ends() is Outcome.APPROVED
    sitting.do(FindCarried(put, REJECTION))
    assert sitting.ends() is Outcome.REJECTED
    sitting.do(RemoveProposition(put))
    assert sitting.course.next.stage is Stage.PUT


def test_the_chair_breaks_a_tie_after_having_abstained(sitting: Sitting) -> None:
    choices = {"Fyrmark": YES, "Grönvik": YES, "Holmsjö": NO, "Isborg": NO, "Ekdal": ABSTAINS}
    vote = sitting.vote(sitting.disputed(), **choices)
    with pytest.raises(RuleBroken, match="utslagsröst"):
        sitting.do(Decide(sitting.section))
    with pytest.raises(RuleBroken):
        sitting.do(BreakTie(vote, "något annat"))
    sitting.do(BreakTie(vote, REJECTION))
    sitting.do(Decide(sitting.section))
    assert sitting.house.get(Section, sitting.section).outcome is Outcome.REJECTED


def test_an_election_by_closed_ballots_and_by_lot(house: House, meeting: str) -> None:
    house.item(meeting, "Val av ombud", kind=ItemKind.ELECTION)
    sitting = Sitting(house, meeting)
    sitting.section = house.sections(meeting)[3].id
    counts = (Count(name="Siv Ås", votes=2), Count(name="Ture By", votes=2))
    vote = sitting.do(CountClosedBallot(sitting.section, counts, blank=1))
    with pytest.raises(RuleBroken, match="lotten"):
        sitting.do(Decide(sitting.section))
    sitting.do(BreakTie(vote, "Ture By", by_lot=True))
    sitting.do(Decide(sitting.section))
    assert sitting.decision[1:] == ["utse Ture By."]
    sitting.do(CountClosedBallot(sitting.section, (Count(name="Siv Ås", votes=5),), vote_id=vote))
    (stored,) = house.find(Vote)
    assert (stored.lot, stored.blank) == (None, 0)
    with pytest.raises(RuleBroken, match="mindre än noll"):
        sitting.do(CountClosedBallot(sitting.section, (Count(name="Siv Ås", votes=-1),)))


def test_several_matters_are_tabled_in_one_action(sitting: Sitting) -> None:
    sections = [s.id for s in sitting.house.sections(sitting.meeting)][:2]
    before = facts(sitting.house.session)
    mover = sitting.house.people["Fyrmark"]
    sitting.do(TableItems(tuple(sections), "sammanträdet den 9 april 2026", mover))
    for section in sections:
        assert sitting.house.get(Section, section).outcome is Outcome.TABLED
        assert sitting.house.texts(TextRole.DECISION, section_id=section) == [
            "Ärendet bordläggs till sammanträdet den 9 april 2026."
        ]
    shown = sitting.house.view(sitting.meeting).sections[0]
    assert "yrkar att ärendet bordläggs" in shown.parts[TextRole.MOTIONS].drafts[0].text
    assert not sitting.found("not_tried")
    sitting.house.session.undo()
    assert facts(sitting.house.session) == before


def test_yrkanden_are_joined_changed_withdrawn_and_taken_away(sitting: Sitting) -> None:
    own = sitting.says(MotionKind.OWN, "Fyrmark", clauses=("vänta",))
    isborg, holmsjo, fyrmark = sitting.who("Isborg", "Holmsjö", "Fyrmark")
    sitting.do(JoinMotion(own, isborg))
    sitting.do(JoinMotion(own, holmsjo, as_mover=True))
    motion = sitting.house.get(Motion, own)
    assert (motion.movers, motion.supporters) == ((fyrmark, holmsjo), (isborg,))
    sitting.do(JoinMotion(own, isborg, as_mover=True))
    assert sitting.house.get(Motion, own).supporters == ()
    sitting.do(JoinMotion(own, holmsjo, joins=False))
    assert sitting.house.get(Motion, own).movers == (fyrmark, isborg)
    alone = sitting.says(MotionKind.REJECTION, "Holmsjö")
    with pytest.raises(RuleBroken, match="Ingen är kvar"):
        sitting.do(JoinMotion(alone, holmsjo, joins=False))
    sitting.do(WithdrawMotion(own))
    assert own not in sitting.matter()
    sitting.do(WithdrawMotion(own, withdrawn=False))
    assert own in sitting.matter()
    with pytest.raises(RuleBroken, match="Ange vem"):
        sitting.do(AddMotion(sitting.section, MotionKind.OWN))
    with pytest.raises(RuleBroken, match="Ange vem"):
        sitting.do(ChangeMotion(replace(motion, movers=())))


def test_a_yrkande_that_was_put_is_not_simply_taken_away(sitting: Sitting) -> None:
    own = sitting.says(MotionKind.OWN, "Fyrmark", clauses=("vänta",))
    bifall = sitting.says(MotionKind.APPROVAL, "Isborg", on=(own,))
    both = sitting.says(MotionKind.APPROVAL, "Holmsjö", on=(PROPOSAL, own))
    put = sitting.do(PutProposition(sitting.section, carried=own))
    with pytest.raises(RuleBroken, match="under proposition"):
        sitting.do(RemoveMotion(own))
    sitting.do(RemoveProposition(put))
    sitting.do(RemoveMotion(own))
    left = {m.id: m.on for m in sitting.house.find(Motion)}
    assert bifall not in left
    assert left[both] == (PROPOSAL,)


def test_to_take_no_part_is_said_once_and_taken_back(sitting: Sitting) -> None:
    pair = sitting.who("Fyrmark", "Isborg")
    sitting.do(TakeNoPart(sitting.section, pair))
    sitting.do(TakeNoPart(sitting.section, pair[:1]))
    assert len(sitting.house.find(NonParticipation)) == 2
    sitting.do(TakeNoPart(sitting.section, pair[:1], takes_no_part=False))
    assert [n.person_id for n in sitting.house.find(NonParticipation)] == [pair[1]]


# --- what is against the rules: stored, marked, counted nowhere, mended ------------------------------


def test_a_vote_by_somebody_who_does_not_serve_counts_when_they_are_let_in(
    house: House, meeting: str
) -> None:
    sitting = Sitting(house, meeting, "Ekdal", "Fyrmark", "Grönvik", "Holmsjö")
    choices = {"Fyrmark": YES, "Grönvik": NO, "Holmsjö": NO, "Isborg": YES, "Ekdal": NO}
    vote = sitting.vote(sitting.disputed(), **choices)
    tally = sitting.course.tallies[vote]
    assert (len(tally.yes), len(tally.no), len(tally.foreign)) == (1, 3, 1)
    sitting.mend(MendKind.ARRIVE, "not_serving")
    tally = sitting.course.tallies[vote]
    assert (len(tally.yes), len(tally.no), len(tally.foreign)) == (2, 3, 0)
    assert not sitting.found("not_serving")


def test_a_yrkande_by_an_ersattare_counts_when_they_are_put_in(house: House, meeting: str) -> None:
    sitting = Sitting(house, meeting, "Ekdal", "Fyrmark", "Grönvik", "Holmsjö", "Kvistrum")
    own = sitting.says(MotionKind.OWN, "Kvistrum", clauses=("vänta",))
    assert sitting.matter() == (PROPOSAL,)
    sitting.mend(MendKind.SERVE, "not_serving")
    assert sitting.matter() == (PROPOSAL, own)


def test_a_vote_after_the_gavel_counts_when_the_gavel_is_taken_back(sitting: Sitting) -> None:
    sitting.says(MotionKind.REJECTION, "Holmsjö")
    put = sitting.do(PutProposition(sitting.section, carried=PROPOSAL))
    sitting.do(Decide(sitting.section))
    sitting.do(RequestVote(put, sitting.house.people["Holmsjö"], after_gavel=True))
    vote = sitting.do(OpenVote(put, PROPOSAL, REJECTION))
    for name in SEATED:
        sitting.do(CastBallot(vote, sitting.house.people[name], NO))
    assert sitting.ends() is Outcome.APPROVED
    sitting.mend(MendKind.REOPEN, "vote_after_gavel")
    assert not sitting.found("vote_after_gavel")
    sitting.do(Decide(sitting.section))
    assert sitting.house.get(Section, sitting.section).outcome is Outcome.REJECTED


def test_a_vote_after_the_gavel_can_be_struck(sitting: Sitting) -> None:
    sitting.says(MotionKind.REJECTION, "Holmsjö")
    put = sitting.do(PutProposition(sitting.section, carried=PROPOSAL))
    sitting.do(Decide(sitting.section))
    sitting.do(RequestVote(put, after_gavel=True))
    sitting.mend(MendKind.DROP_REQUEST, "vote_after_gavel")
    assert not sitting.found("vote_after_gavel")
    assert sitting.house.get(Section, sitting.section).outcome is Outcome.APPROVED


def test_justering_waits_until_it_is_mended(house: House, meeting: str) -> None:
    sitting = Sitting(house, meeting)
    house.approvers(meeting)
    choices = {"Fyrmark": YES, "Grönvik": YES, "Holmsjö": NO, "Isborg": YES, "Ekdal": YES}
    vote = sitting.vote(sitting.disputed(), **choices)
    for section in house.sections(meeting):
        sitting.do(Decide(section.id, Outcome.APPROVED))
    sitting.do(CastBallot(vote, house.people["Jordås"], NO))
    sitting.do(CloseMeeting(meeting))
    waive_all(house, meeting)
    with pytest.raises(RuleBroken, match=r"Nils Jordås.*tjänstgör inte"):
        house.approve(meeting)
    sitting.mend(MendKind.DROP_BALLOT, "not_serving")
    house.approve(meeting)


def test_who_has_left_does_not_vote_in_what_follows(sitting: Sitting) -> None:
    second = sitting.house.sections(sitting.meeting)[1].id
    gone = sitting.house.people["Isborg"]
    sitting.do(RecordPresence(sitting.meeting, gone, False, sitting.section))
    sitting.section = second
    sitting.says(MotionKind.REJECTION, "Isborg")
    assert sitting.matter() == (PROPOSAL,)
    sitting.do(Decide(second))
    assert sitting.house.get(Section, second).outcome is Outcome.APPROVED


def test_reopening_lets_everything_be_said_again(sitting: Sitting) -> None:
    sitting.vote(sitting.disputed(), **ALL)
    sitting.do(Decide(sitting.section))
    sitting.do(Reopen(sitting.section))
    assert sitting.decision == []
    assert sitting.course.settled
