"""Rules 35–38 in Kontroll: what is reported at a meeting, and what should have been."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from namndstod.domain import findings
from namndstod.domain.delegation_order import DelegationFacts, Order
from namndstod.domain.findings import Finding, MendKind
from namndstod.domain.records import MeetingState, Outcome
from namndstod.domain.view import MeetingView

from .delegating import stored
from .factory import DAY, section
from .reported_wrongly import BEFORE, DECIDED, by_chair, reporting

CODES = ("delegated_not_allowed", "delegated_chain", "urgent_not_reported", "delegated_not_recorded")


def found(view: MeetingView) -> list[Finding]:
    return [f for f in findings.check(view, BEFORE) if f.code in CODES]


def messages(view: MeetingView) -> list[str]:
    return [f.message for f in found(view)]


def test_what_keeps_the_rules_is_quiet() -> None:
    since = DAY - timedelta(days=60)
    kept = reporting(stored(1), by_chair(2), unreported={since: 4}, since=DECIDED, previous=since)
    assert messages(kept) == []


def test_who_had_no_delegation_is_named_and_can_be_taken_off_the_list() -> None:
    wrong = stored(1, decided_by="Bo Al", decided_by_title="Enhetschef")
    (finding,) = found(reporting(wrong, stored(2)))
    assert finding.message == "27RG1: Bo Al saknar delegation enligt punkt 3.2 2027-03-02."
    assert finding.source.startswith("KL 6 kap. 37 §")
    assert finding.place.item_id == "item1"
    assert [m.kind for m in finding.mends] == [MendKind.WITHDRAW_DELEGATED]
    assert finding.mends[0].arguments == ("d1",)


def test_of_many_the_first_are_told_one_by_one_and_the_rest_together() -> None:
    wrong = [stored(n, point="9.9") for n in range(1, 11)]
    told = found(reporting(*wrong))
    assert len(told) == 5
    assert told[-1].message == "6\u00a0anmälda beslut till strider mot delegationsordningen."
    assert told[-1].mends[0].arguments == tuple(f"d{n}" for n in range(5, 11))


def test_without_a_delegationsordning_nothing_is_judged_by_it() -> None:
    view = reporting(stored(1, point="9.9"))
    assert messages(replace(view, delegation=DelegationFacts(Order(), {}))) == []


def test_an_ordforandebeslut_on_no_list_is_to_be_reported_here() -> None:
    (finding,) = found(reporting(urgent=(by_chair(),), since=DECIDED))
    assert finding.message == f"Ordförandebeslut 27RG1 ska anmälas {DAY.isoformat()}."
    assert finding.mends[0].kind is MendKind.REPORT_DELEGATED
    for later in (DAY, DAY + timedelta(days=1)):
        assert messages(reporting(urgent=(by_chair(day=later),))) == []
    earlier = reporting(urgent=(by_chair(day=DECIDED - timedelta(days=1)),), since=DECIDED)
    assert messages(earlier) == []  # the meeting before is still to come


def test_an_ordforandebeslut_that_comes_a_meeting_late_is_told() -> None:
    previous = DECIDED + timedelta(days=5)
    assert messages(reporting(by_chair(), previous=previous)) == [
        f"Ordförandebeslut 27RG1 skulle ha anmälts {previous.isoformat()}."
    ]


def test_what_is_neither_reported_nor_recorded_is_counted() -> None:
    too_late = DAY - timedelta(days=1)  # the kallelse has gone out
    view = reporting(unreported={DECIDED: 2, BEFORE: 1, too_late: 5})
    assert messages(view) == ["3\u00a0delegationsbeslut är varken anmälda eller särskilt protokollförda."]


def test_a_decided_section_is_told_of_without_a_way_to_take_it_back() -> None:
    view = reporting(stored(1, point="9.9"))
    decided = replace(
        view,
        meeting=replace(view.meeting, state=MeetingState.CLOSED),
        stored_sections=(section(1, 1, "item1", Outcome.APPROVED),),
    )
    (finding,) = found(decided)
    assert finding.place.section_id == "s1"
    assert finding.mends == ()
    justified = replace(decided, meeting=replace(decided.meeting, state=MeetingState.APPROVED))
    assert found(justified) == []
