"""The course of a §: what comes next, and what was decided."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namndstod.domain.deliberation import VoteView
from namndstod.domain.procedure import Stage, in_voting_order
from namndstod.domain.proceedings import (
    PROPOSAL,
    REJECTION,
    TODAY,
    Choice,
    Count,
    MotionKind,
    PropositionKind,
    Vote,
)
from namndstod.domain.records import ItemKind, Outcome
from namndstod.domain.script import script

from .proceeding import (
    ABSTAINS,
    NO,
    YES,
    asked,
    contested,
    counted,
    course,
    held,
    motion,
    only,
    put,
    vote,
)

MATTER, COUNTER = PropositionKind.MATTER, PropositionKind.COUNTER
OWN, OTHER = motion(MotionKind.OWN, "Cilla Dal"), motion(MotionKind.OWN, "Dag Ek", id="other")
THREE = (motion(MotionKind.APPROVAL, "Bo Ceder"), OWN, OTHER)
FOUR = (*THREE, motion(MotionKind.REJECTION, "Eva Fors"))


def stages(*args: object, **named: object) -> tuple[Stage, tuple[str, ...]]:
    step = course(held(*args, **named)).next  # type: ignore[arg-type]
    return step.stage, step.options


def test_bifall_and_avslag_by_acclamation() -> None:
    assert stages(*contested()) == (Stage.PUT, (PROPOSAL, REJECTION))
    pending = put(MATTER, PROPOSAL, REJECTION)
    assert stages(*contested(), propositions=[pending])[0] is Stage.FIND
    done = course(held(*contested(), propositions=[asked(vote_requested=False)]))
    assert done.settled
    assert done.outcome is Outcome.APPROVED


def test_nothing_said_against_it_settles_by_itself() -> None:
    done = course(held(motion(MotionKind.APPROVAL, "Bo Ceder")))
    assert done.outcome is Outcome.APPROVED


def test_a_requested_vote_is_opened_called_and_decides() -> None:
    motions = contested()
    assert stages(*motions, propositions=[asked()]) == (Stage.OPEN, (PROPOSAL, REJECTION))
    some = held(*motions, propositions=[asked()], votes=[counted(YES, None, NO, None, None)])
    assert course(some).next.stage is Stage.CALL
    assert course(some).next.waiting == ("cilla", "eva", "ada")
    done = held(*motions, propositions=[asked()], votes=[counted(NO, NO, YES, NO, YES)])
    assert course(done).outcome is Outcome.REJECTED


def test_a_request_after_the_gavel_changes_nothing() -> None:
    late = asked(after_gavel=True)
    done = held(*contested(), propositions=[late], votes=[counted(NO, NO, NO, NO, NO)])
    assert course(done).outcome is Outcome.APPROVED


def test_more_than_two_are_settled_without_a_vote() -> None:
    found = put(MATTER, PROPOSAL, "own", "other", REJECTION, carried="other")
    assert course(held(*FOUR, propositions=[found])).outcome is Outcome.CHANGED


def test_a_vote_among_three_wants_a_counter_proposal_first() -> None:
    main = put(MATTER, PROPOSAL, "own", "other", carried=PROPOSAL, vote_requested=True)
    step = course(held(*THREE, propositions=[main])).next
    assert (step.stage, step.kind, step.options) == (Stage.PUT, COUNTER, ("own", "other"))
    counter = put(COUNTER, "own", "other", carried="other")
    assert stages(*THREE, propositions=[main, counter]) == (Stage.OPEN, (PROPOSAL, "other"))


def test_rounds_within_rounds_among_four() -> None:
    main = put(MATTER, PROPOSAL, "own", "other", REJECTION, carried=PROPOSAL, vote_requested=True)
    first = put(COUNTER, "own", "other", REJECTION, carried="own", id="c1", vote_requested=True)
    assert stages(*FOUR, propositions=[main, first]) == (Stage.PUT, ("other", REJECTION))
    second = put(COUNTER, "other", REJECTION, carried=REJECTION, id="c2", vote_requested=True)
    asked_all = [main, first, second]
    assert stages(*FOUR, propositions=asked_all) == (Stage.OPEN, (REJECTION, "other"))
    inner = vote("c2", REJECTION, "other", [NO, NO, NO, YES, YES])
    assert stages(*FOUR, propositions=asked_all, votes=[inner]) == (Stage.OPEN, ("own", "other"))
    middle = vote("c1", "own", "other", [YES, YES, NO, NO, YES])
    assert stages(*FOUR, propositions=asked_all, votes=[inner, middle]) == (Stage.OPEN, (PROPOSAL, "own"))
    last = vote("matter", PROPOSAL, "own", [YES, NO, NO, NO, YES])
    done = course(held(*FOUR, propositions=asked_all, votes=[inner, middle, last]))
    assert done.winners == {"c2": "other", "c1": "own", "matter": "own"}
    assert done.outcome is Outcome.CHANGED
    placed = [replace(p, position=n) for n, p in enumerate(asked_all, 1)]
    order = in_voting_order(placed, [last.vote, middle.vote, inner.vote])
    assert [v.proposition_id for v in order] == ["c2", "c1", "matter"]


def test_formal_yrkanden_come_first_one_at_a_time_and_end_it_when_carried() -> None:
    formal = (motion(MotionKind.REMIT, "Eva Fors"), motion(MotionKind.TABLE, "Dag Ek"))
    assert stages(*contested(), *formal) == (Stage.PUT, (TODAY, "remit"))
    first = put(PropositionKind.TODAY, TODAY, "remit", carried=TODAY, id="t1")
    assert stages(*contested(), *formal, propositions=[first]) == (Stage.PUT, (TODAY, "table"))
    carried = put(PropositionKind.TODAY, TODAY, "table", carried="table", id="t2")
    done = course(held(*contested(), *formal, propositions=[first, carried]))
    assert done.outcome is Outcome.TABLED
    assert (
        course(held(*contested(), *formal, propositions=[replace(first, carried="remit")])).outcome
        is Outcome.REMITTED
    )


def test_additions_come_last_and_fall_with_avslag() -> None:
    more = motion(MotionKind.ADDITION, "Eva Fors")
    matter = asked(vote_requested=False)
    assert stages(*contested(), more, propositions=[matter]) == (Stage.PUT, ("addition", REJECTION))
    added = put(PropositionKind.ADDITION, "addition", REJECTION, carried="addition")
    done = course(held(*contested(), more, propositions=[matter, added]))
    assert done.result.additions == ("addition",)
    assert done.outcome is Outcome.CHANGED
    lost = replace(matter, carried=REJECTION)
    assert course(held(*contested(), more, propositions=[lost])).outcome is Outcome.REJECTED


@pytest.mark.parametrize(("leader", "casting", "won"), [(YES, None, PROPOSAL), (NO, None, REJECTION)])
def test_a_tie_goes_with_the_chair(leader: Choice, casting: str | None, won: str) -> None:
    choices = (YES, NO, ABSTAINS, NO if leader is YES else YES, leader)
    done = course(held(*contested(), propositions=[asked()], votes=[counted(*choices)]))
    assert done.result.matter == won


def test_a_chair_who_abstained_has_the_casting_vote() -> None:
    tied = (YES, NO, NO, YES, ABSTAINS)
    assert stages(*contested(), propositions=[asked()], votes=[counted(*tied)])[0] is Stage.CASTING
    done = held(*contested(), propositions=[asked()], votes=[counted(*tied, casting=REJECTION)])
    assert course(done).result.matter == REJECTION


def test_an_election_draws_lots_even_where_the_chair_has_voted() -> None:
    election = {"propositions": [asked()], "kind": ItemKind.ELECTION}
    tied = (YES, NO, ABSTAINS, NO, YES)
    assert stages(*contested(), votes=[counted(*tied)], **election)[0] is Stage.LOT
    done = held(*contested(), votes=[counted(*tied, lot=REJECTION)], **election)  # type: ignore[arg-type]
    assert course(done).result.matter == REJECTION


def closed(*votes: int, lot: str | None = None) -> VoteView:
    names = ("Siv", "Ture", "Ulla")
    counts = tuple(Count(name=n, votes=v) for n, v in zip(names, votes, strict=False))
    return VoteView(Vote(id="c", section_id="s1", closed=True, counts=counts, blank=1, lot=lot))


def test_closed_ballots_elect_by_numbers_and_by_lot() -> None:
    election = ItemKind.ELECTION
    won = course(held(votes=[closed(3, 1)], kind=election))
    assert won.result.elected == ("Siv",)
    assert won.outcome is Outcome.APPROVED
    tied = course(held(votes=[closed(2, 2)], kind=election))
    assert (tied.next.stage, tied.next.options) == (Stage.LOT, ("Siv", "Ture"))
    assert course(held(votes=[closed(2, 2, lot="Ture")], kind=election)).result.elected == ("Ture",)
    assert not course(held(votes=[closed(2, 2, lot="Ulla")], kind=election)).settled


def test_a_closed_vote_elsewhere_counts_nowhere() -> None:
    secret = closed(4, 0)
    secret = replace(secret, vote=replace(secret.vote, proposition_id="matter"))
    assert stages(*contested(), propositions=[asked()], votes=[secret])[0] is Stage.OPEN


def test_the_chair_has_words_for_each_step() -> None:
    main = put(MATTER, PROPOSAL, "own", "other", carried=PROPOSAL, vote_requested=True)
    tied = counted(YES, NO, NO, YES, ABSTAINS)
    views = {
        "Jag ställer proposition på bifall respektive avslag på förslaget.": held(*contested()),
        "Omröstning är begärd. Ja för bifall, nej för avslag på förslaget.": held(
            *contested(), propositions=[asked()]
        ),
        "Ja för bifall, nej för avslag på förslaget.": held(
            *contested(), propositions=[asked()], votes=[counted(None, None, None, None, None)]
        ),
        "Rösterna är lika många. Jag avgör med min utslagsröst.": held(
            *contested(), propositions=[asked()], votes=[tied]
        ),
        "Omröstning är begärd. Vad ska vara motförslag? Jag ställer proposition på Cilla Dals yrkande och "
        "Dag Eks yrkande, var för sig.": held(*THREE, propositions=[main]),
        "": held(*contested(), propositions=[asked(vote_requested=False)]),
    }
    for words, view in views.items():
        assert script(view, only(view).facts, course(view)) == words


choices = st.lists(
    st.sampled_from([YES, NO, ABSTAINS, Choice.NO_PART, Choice.ABSENT, None]), min_size=5, max_size=5
)


@given(choices, st.sets(st.sampled_from(["Bo Ceder", "Eva Fors", "Ada Berg"])), st.booleans())
def test_sums_equal_those_who_serve_and_nothing_is_decided_before(
    given_choices: list[Choice | None], outside: set[str], away: bool
) -> None:
    present = ("Ada Berg", "Bo Ceder", "Cilla Dal", "Dag Ek", *(() if away else ("Eva Fors",)))
    view = held(
        *contested(),
        propositions=[asked()],
        votes=[counted(*given_choices)],
        present=present,
        no_part=sorted(outside),
    )
    done, serving = course(view), {s.person_id for s in only(view).presence.serving}
    tally = done.tallies["v-matter"]
    groups = (tally.yes, tally.no, tally.abstain, tally.no_part, tally.absent, tally.missing)
    everybody = [p for group in groups for p in group]
    assert len(everybody) == len(set(everybody)) == len(serving)
    assert set(everybody) == serving
    assert {b.person_id for b in tally.foreign}.isdisjoint(serving)
    decided = done.result.matter is not None
    assert decided <= tally.complete
    if decided and len(tally.yes) != len(tally.no):
        assert (done.result.matter == PROPOSAL) == (len(tally.yes) > len(tally.no))
