"""Rules 3, 8 and 10–16: each broken and each kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from namndstod.domain.deliberation import VoteView
from namndstod.domain.findings import Finding, MendKind, Severity
from namndstod.domain.proceedings import (
    PROPOSAL,
    REJECTION,
    TODAY,
    Ballot,
    Choice,
    Count,
    MotionKind,
    PropositionKind,
    Vote,
)
from namndstod.domain.records import (
    BodyKind,
    ItemKind,
    MeetingState,
    Outcome,
    PresenceEvent,
    PresenceKind,
)
from namndstod.domain.view import MeetingView

from .factory import NAMES, key
from .proceeding import ABSTAINS, NO, YES, asked, contested, counted, course, found, held, motion, put

ALL_YES = (YES, YES, YES, YES, YES)
DECIDED = Outcome.APPROVED


def message(findings: list[Finding]) -> str:
    assert len(findings) == 1
    return findings[0].message.replace("\u00a0", " ")


def stranger(name: str, choice: Choice = YES) -> Ballot:
    return Ballot(id="x", section_id="s1", vote_id="v-matter", person_id=key(name), choice=choice, position=9)


def with_ballot(vote: VoteView, ballot: Ballot) -> VoteView:
    return replace(vote, ballots=(*vote.ballots, ballot))


# --- rule 3 ------------------------------------------------------------------------------------------


def test_who_does_not_serve_neither_moves_votes_nor_requests() -> None:
    for view in (
        held(motion(MotionKind.OWN, "Frida Gran", clauses=("vänta",))),
        held(motion(MotionKind.OWN, "Cilla Dal", clauses=("vänta",), supporters=("frida",))),
        held(*contested(), propositions=[asked(requested_by="frida")]),
        held(
            *contested(),
            propositions=[asked()],
            votes=[with_ballot(counted(*ALL_YES), stranger("Frida Gran"))],
        ),
    ):
        (finding,) = found(view, "not_serving")
        assert finding.severity is Severity.BLOCK
        assert (
            message([finding])
            == "Frida Gran (S) tjänstgör inte i § 1 och kan inte rösta, yrka eller reservera sig."
        )
        assert finding.source == "KL 4 kap. 22 och 24 §§"


def test_those_who_serve_may() -> None:
    view = held(*contested(), propositions=[asked(requested_by="dag")], votes=[counted(*ALL_YES)])
    assert not found(view, "not_serving")


def test_a_foreign_vote_is_counted_nowhere_and_can_be_taken_away() -> None:
    vote = with_ballot(counted(YES, YES, NO, NO, NO), stranger("Frida Gran"))
    view = held(*contested(), propositions=[asked()], votes=[vote])
    assert course(view).result.matter == REJECTION
    (finding,) = found(view, "not_serving")
    assert [m.kind for m in finding.mends] == [MendKind.DROP_BALLOT]


def test_an_ersattare_can_be_put_into_an_empty_seat_own_party_first() -> None:
    own = motion(MotionKind.OWN, "Frida Gran", clauses=("vänta",))
    view = held(own, present=("Ada Berg", "Bo Ceder", "Cilla Dal", "Frida Gran"))
    (finding,) = found(view, "not_serving")
    (mend,) = finding.mends
    assert mend.label.replace("\u00a0", " ") == "Sätt in Frida Gran från § 1"
    assert (mend.kind, mend.arguments) == (MendKind.SERVE, ("frida", "dag", "s1"))
    (finding,) = found(held(own, present=("Bo Ceder", "Cilla Dal", "Dag Ek", "Eva Fors")), "not_serving")
    assert finding.mends[0].arguments == ("frida", "ada", "s1")
    assert found(held(own), "not_serving")[0].mends == ()


def test_a_ledamot_who_was_marked_absent_can_be_let_in() -> None:
    view = held(motion(MotionKind.REJECTION, "Eva Fors"), present=NAMES[:4])
    (mend,) = found(view, "not_serving")[0].mends
    assert (mend.kind, mend.arguments) == (MendKind.ARRIVE, ("eva", "s1"))


def test_who_is_javig_neither_votes_nor_is_put_in_again() -> None:
    view = held(*contested(), propositions=[asked()], votes=[counted(YES, NO, NO, YES, YES)])
    jav = PresenceEvent(
        id="j",
        meeting_id="meeting",
        person_id="cilla",
        kind=PresenceKind.RECUSED,
        position=9,
        section_id="s1",
    )
    view = replace(view, events=(*view.events, jav))
    (finding,) = found(view, "not_serving")
    assert "Cilla Dal (M) tjänstgör inte" in finding.message.replace("\u00a0", " ")
    assert all(m.kind is MendKind.DROP_BALLOT for m in finding.mends)
    assert "cilla" not in course(view).tallies["v-matter"].no


# --- rules 8, 12 and 13 ------------------------------------------------------------------------------


def test_the_sums_must_match_those_who_serve() -> None:
    short = (YES, YES, NO, ABSTAINS, None)
    view = held(*contested(), propositions=[asked()], votes=[counted(*short)], outcome=DECIDED)
    (finding,) = found(view, "vote_sums")
    assert finding.severity is Severity.BLOCK
    assert message([finding]) == (
        "§ 1: 2 ja, 1 nej, 1 avstår och 0 som inte deltar blir inte 5 tjänstgörande. "
        "Röst saknas för Ada Berg (S)."
    )


def test_a_roll_call_under_way_is_not_yet_wrong() -> None:
    view = held(*contested(), propositions=[asked()], votes=[counted(YES, None, None, None, None)])
    assert not found(view, "vote_sums")
    over = replace(view, meeting=replace(view.meeting, state=MeetingState.CLOSED))
    assert found(over, "vote_sums")


def test_two_votes_of_one_person_count_neither() -> None:
    vote = with_ballot(counted(YES, YES, NO, NO, YES), stranger("Bo Ceder", NO))
    view = held(*contested(), propositions=[asked()], votes=[vote])
    assert message(found(view, "vote_sums")).endswith("Bo Ceder (C) har mer än en röst.")
    assert course(view).tallies["v-matter"].yes == ("cilla", "ada")
    assert not course(view).settled


def test_full_sums_are_right_whatever_they_chose() -> None:
    every = (YES, NO, ABSTAINS, Choice.NO_PART, YES)
    view = held(*contested(), propositions=[asked()], votes=[counted(*every)], outcome=DECIDED)
    assert not found(view, "vote_sums")


def test_to_abstain_and_to_take_no_part_are_two_things_counted_once() -> None:
    choices = (YES, NO, ABSTAINS, None, YES)
    view = held(
        *contested(),
        propositions=[asked()],
        votes=[counted(*choices)],
        no_part=("Dag Ek", "Eva Fors"),
        outcome=DECIDED,
    )
    tally = course(view).tallies["v-matter"]
    assert (tally.abstain, tally.no_part) == (("dag",), ("eva",))
    assert not found(view, "vote_sums")


def tie(kind: ItemKind = ItemKind.DECISION, **fields: object) -> MeetingView:
    vote = counted(YES, NO, NO, YES, ABSTAINS, **fields)
    return held(*contested(), propositions=[asked()], votes=[vote], kind=kind, outcome=DECIDED)


def test_a_tie_is_told_of_and_must_be_broken() -> None:
    assert message(found(tie(), "tie")) == "§ 1: Lika röstetal 2–2: ordförandens utslagsröst avgör."
    assert found(tie(), "tie")[0].severity is Severity.INFORM
    (finding,) = found(tie(), "tie_not_broken")
    assert finding.severity is Severity.BLOCK
    assert finding.source == "KL 4 kap. 25 § och 5 kap. 55 §"
    assert not found(tie(casting=PROPOSAL), "tie_not_broken")


def test_a_tie_in_an_election_waits_for_the_lot() -> None:
    election = ItemKind.ELECTION
    assert message(found(tie(election), "tie")) == "§ 1: Lika röstetal 2–2 avgörs genom lottning."
    assert found(tie(election, casting=PROPOSAL), "tie_not_broken")
    assert not found(tie(election, lot=PROPOSAL), "tie_not_broken")


def test_no_tie_no_finding() -> None:
    view = held(*contested(), propositions=[asked()], votes=[counted(*ALL_YES)])
    assert not found(view, "tie")


def test_the_chair_votes_last() -> None:
    vote = counted(*ALL_YES)
    view = held(*contested(), propositions=[asked()], votes=[vote])
    assert not found(view, "chair_votes_last")
    early = replace(vote, ballots=(vote.ballots[-1], *vote.ballots[:-1]))
    view = held(*contested(), propositions=[asked()], votes=[early])
    assert "Ada Berg (S)" in message(found(view, "chair_votes_last"))


# --- rules 10, 11 and 16 -----------------------------------------------------------------------------


def test_a_vote_after_the_gavel() -> None:
    late = held(*contested(), propositions=[asked(after_gavel=True)], outcome=DECIDED)
    (finding,) = found(late, "vote_after_gavel")
    assert finding.severity is Severity.BLOCK
    assert message([finding]) == "Beslutet i § 1 är klubbat. Omröstning måste begäras före klubbslaget."
    assert [m.kind for m in finding.mends] == [MendKind.REOPEN, MendKind.DROP_REQUEST]
    in_time = held(*contested(), propositions=[asked()], votes=[counted(*ALL_YES)], outcome=DECIDED)
    assert not found(in_time, "vote_after_gavel")


def test_a_requested_vote_is_taken_before_the_gavel() -> None:
    assert found(held(*contested(), propositions=[asked()], outcome=DECIDED), "vote_unfinished")
    assert not found(held(*contested(), propositions=[asked()]), "vote_unfinished")
    done = held(*contested(), propositions=[asked()], votes=[counted(*ALL_YES)], outcome=DECIDED)
    assert not found(done, "vote_unfinished")


@pytest.mark.parametrize(("kind", "wrong"), [(ItemKind.DECISION, True), (ItemKind.ELECTION, False)])
def test_closed_votes_are_for_elections(kind: ItemKind, wrong: bool) -> None:
    secret = VoteView(Vote(id="c", section_id="s1", closed=True, counts=(Count(name="Siv", votes=5),)))
    findings = found(held(votes=[secret], kind=kind), "closed_vote")
    assert bool(findings) == wrong
    if wrong:
        assert findings[0].severity is Severity.BLOCK
        assert "bara tillåten vid val eller anställning av personal" in findings[0].message


@pytest.mark.parametrize(("body", "wrong"), [(BodyKind.COMMITTEE, True), (BodyKind.ASSEMBLY, False)])
def test_one_third_is_enough_in_fullmaktige_only(body: BodyKind, wrong: bool) -> None:
    formal = put(PropositionKind.TODAY, TODAY, "remit", carried=TODAY, id="matter", vote_requested=True)
    vote = counted(YES, YES, NO, NO, YES, minority=True)
    vote = replace(vote, vote=replace(vote.vote, yes=TODAY, no="remit"))
    remit = motion(MotionKind.REMIT, "Cilla Dal")
    view = held(remit, propositions=[formal], votes=[vote], body=body)
    assert bool(found(view, "minority_vote")) == wrong
    assert course(view).winners == {"matter": TODAY}


# --- rules 14 and 15 ---------------------------------------------------------------------------------

REMIT = motion(MotionKind.REMIT, "Eva Fors")


def test_formal_yrkanden_are_tried_first() -> None:
    today = put(PropositionKind.TODAY, TODAY, "remit", carried=TODAY)
    matter = asked(vote_requested=False)
    for wrong in ([matter], [matter, today]):
        (finding,) = found(held(*contested(), REMIT, propositions=wrong), "formal_first")
        assert finding.severity is Severity.WARN
        assert message([finding]) == "§ 1: Pröva återremiss/bordläggning före sakfrågan."
    assert not found(held(*contested(), REMIT, propositions=[today, matter]), "formal_first")
    assert not found(held(*contested(), REMIT), "formal_first")


def test_formal_yrkanden_are_never_put_against_each_other() -> None:
    table = motion(MotionKind.TABLE, "Dag Ek")
    together = put(PropositionKind.TODAY, "remit", "table", carried="table")
    assert "var och en mot" in message(found(held(REMIT, table, propositions=[together]), "formal_first"))


def test_a_motforslag_is_asked_for() -> None:
    own, other = motion(MotionKind.OWN, "Cilla Dal"), motion(MotionKind.OWN, "Dag Ek", id="other")
    main = put(PropositionKind.MATTER, PROPOSAL, "own", "other", carried="own", vote_requested=True)
    (finding,) = found(held(own, other, propositions=[main]), "counter_wanted")
    assert finding.severity is Severity.INFORM
    assert message([finding]) == (
        "Omröstning begärd, 2 förslag återstår. Utse motförslag till huvudförslaget (Cilla Dals yrkande)."
    )
    calm = replace(main, vote_requested=False)
    assert not found(held(own, other, propositions=[calm]), "counter_wanted")
    counter = put(PropositionKind.COUNTER, PROPOSAL, "other", carried="other")
    assert not found(held(own, other, propositions=[main, counter]), "counter_wanted")


def test_everything_put_forward_is_tried_before_the_gavel() -> None:
    assert found(held(*contested(), outcome=DECIDED), "not_tried")
    assert not found(held(*contested(), outcome=Outcome.TABLED), "not_tried")
    assert not found(held(motion(MotionKind.APPROVAL, "Bo Ceder"), outcome=DECIDED), "not_tried")
    tried = held(*contested(), propositions=[asked(vote_requested=False)], outcome=DECIDED)
    assert not found(tried, "not_tried")


def test_a_yrkande_of_ones_own_has_words() -> None:
    assert "skriv vad Cilla Dals yrkande går ut på" in message(
        found(held(motion(MotionKind.OWN, "Cilla Dal")), "motion_without_words")
    )
    assert not found(held(motion(MotionKind.OWN, "Cilla Dal", clauses=("vänta",))), "motion_without_words")
    paper = held(
        motion(MotionKind.OWN, authors=("M",)), motion(MotionKind.APPROVAL, "Cilla Dal", on=("own",))
    )
    assert not found(paper, "motion_without_words")
