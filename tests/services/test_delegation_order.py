"""The delegationsordning as it is kept: what was in force stays, and the meeting's Kontroll looks at it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from namndstod.domain import findings
from namndstod.domain.delegation import Delegate, DelegatedDecision, DelegateKind, DelegationPoint
from namndstod.domain.delegation_order import Order
from namndstod.domain.errors import RuleBroken
from namndstod.domain.findings import Finding
from namndstod.domain.findings.delegated import judge_rows
from namndstod.services.commands.delegation import AddDelegated, ReportDelegated
from namndstod.services.commands.delegation_order import (
    AddDelegate,
    AddPoint,
    ChangeDelegate,
    ChangePoint,
    EndDelegate,
    EndPoint,
    RemoveDelegate,
    RemovePoint,
    WaivePoint,
)
from namndstod.services.commands.meetings import CancelMeeting, PlanMeeting
from namndstod.services.delegation.known import known_of
from namndstod.services.delegation.order import order_of, use_of
from namndstod.services.mending import command_for

from .cases_delegation import NUMBERS, decided, delegate, delegate_at, point, point_at
from .helpers import DAY, House

CHANGED = date(2026, 2, 1)


@pytest.fixture
def ordered(house: House, meeting: str) -> House:
    """A point by which the förvaltningschef decides, and who has it from there; decisions by it."""
    manager = delegate("Förvaltningschef", DelegateKind.MANAGER, id="manager")
    passed_on = delegate("Områdeschef", DelegateKind.EMPLOYEE, given_by="manager")
    house.session.do(AddPoint(replace(point(house, "3.2"), max_amount=50_000), (passed_on, manager)))
    house.session.do(AddDelegated(house.body_id, tuple(decided(n) for n in NUMBERS)))
    return house


def order(house: House) -> Order:
    return house.session.ask(order_of, house.body_id)


def in_force(house: House, day: date) -> DelegationPoint:
    found = order(house).point("3.2", day)
    assert found is not None
    return found


def kontroll(house: House, meeting: str) -> list[Finding]:
    found = findings.check(house.view(meeting), DAY)
    return [f for f in found if f.code.startswith(("delegated_", "urgent_"))]


def test_a_point_that_changes_begins_anew_and_the_old_one_is_kept(ordered: House) -> None:
    before = in_force(ordered, CHANGED)
    ordered.session.do(ChangePoint(replace(before, max_amount=20_000), CHANGED))
    assert in_force(ordered, CHANGED - timedelta(days=1)).max_amount == 50_000
    assert in_force(ordered, CHANGED).max_amount == 20_000
    now = order(ordered).on(CHANGED)[0]
    assert [d.title for d in now.delegates] == ["Förvaltningschef", "Områdeschef"]
    assert all(order(ordered).chain_is_valid(d, CHANGED) for d in now.delegates)
    assert {d.valid_from for d in now.delegates} == {CHANGED}
    ordered.session.undo()
    assert [p.max_amount for p in order(ordered).history("3.2")] == [50_000]


def test_a_mistake_is_mended_in_place(ordered: House) -> None:
    ordered.session.do(ChangePoint(replace(in_force(ordered, DAY), text=" Stöd. ", kinds=("A", " ", "A"))))
    (only,) = order(ordered).history("3.2")
    assert (only.text, only.kinds) == ("Stöd.", ("A",))


def test_words_that_were_let_stand_are_looked_at_again_when_they_change(ordered: House) -> None:
    ordered.session.do(WaivePoint(in_force(ordered, DAY).id, "bara enkla fall"))
    ordered.session.do(ChangePoint(replace(in_force(ordered, DAY), max_amount=1)))
    assert in_force(ordered, DAY).waived == "bara enkla fall"
    ordered.session.do(ChangePoint(replace(in_force(ordered, DAY), text="Besvara medborgarförslag.")))
    assert in_force(ordered, DAY).waived == ""


def test_what_cannot_be_is_refused_at_its_field(ordered: House) -> None:
    stored = in_force(ordered, DAY)
    wrong = {
        "number": AddPoint(point(ordered, "punkt 3,2")),
        "text": AddPoint(point(ordered, "3.4", " ")),
        "valid_to": EndPoint(stored.id, date(2024, 1, 1)),
        "max_amount": ChangePoint(replace(stored, max_amount=-1)),
        "from_day": ChangePoint(stored, stored.valid_from),
        "title": AddDelegate(replace(delegate("", DelegateKind.CHAIR), point_id=stored.id)),
    }
    for field, command in wrong.items():
        with pytest.raises(RuleBroken) as refused:
            ordered.session.do(command)
        assert refused.value.field == field


def test_a_point_that_decisions_are_by_is_ended_and_not_removed(ordered: House) -> None:
    stored = in_force(ordered, DAY)
    use = ordered.session.ask(use_of, stored)
    assert (use.count, use.first) == (3, date(2026, 2, 2))
    with pytest.raises(RuleBroken, match="Avsluta den i stället"):
        ordered.session.do(RemovePoint(stored.id))
    ordered.session.do(EndPoint(stored.id, date(2026, 2, 28)))
    assert order(ordered).point("3.2", date(2026, 3, 1)) is None
    assert order(ordered).point("3.2", date(2026, 2, 28)) is not None


def test_what_was_passed_on_ends_and_goes_with_who_gave_it(ordered: House) -> None:
    giver = delegate_at(ordered, "Förvaltningschef")
    ordered.session.do(EndDelegate(giver.id, CHANGED))
    assert {d.valid_to for d in ordered.find(Delegate)} == {CHANGED}
    ordered.session.do(EndDelegate(giver.id, None))
    assert delegate_at(ordered, "Områdeschef").valid_to == CHANGED  # who ended it says when it begins again
    ordered.session.do(RemoveDelegate(giver.id))
    assert ordered.find(Delegate) == []


def test_rows_are_judged_by_what_the_binder_knows(ordered: House) -> None:
    chair = replace(decided("SKN 2026/90"), decided_by="Saga Ekdal", decided_by_title="")
    ordered.session.do(
        AddDelegate(replace(delegate("Ordförande", DelegateKind.CHAIR), point_id=point_at(ordered, "3.2").id))
    )
    known = ordered.session.ask(known_of, ordered.body_id, DAY)
    assert [d.diary_number for d in known.decisions] == list(NUMBERS)
    assert judge_rows([chair], order(ordered), known, date(2026, 2, 3)) == [()]  # her title is her mandate's
    over = replace(chair, amount=60_000)
    assert [f.code for f in judge_rows([over], order(ordered), known, date(2026, 2, 3))[0]] == ["over_limit"]


def test_the_meeting_tells_of_what_is_reported_without_delegation(ordered: House, meeting: str) -> None:
    ids = tuple(d.id for d in ordered.find(DelegatedDecision))
    (waiting,) = kontroll(ordered, meeting)
    assert waiting.code == "delegated_not_recorded"
    assert waiting.message.startswith("3\u00a0delegationsbeslut är varken")
    ordered.session.do(ReportDelegated(meeting, ids))
    assert kontroll(ordered, meeting) == []
    ordered.session.do(ChangeDelegate(replace(delegate_at(ordered, "Områdeschef"), title="Enhetschef")))
    wrong = kontroll(ordered, meeting)
    assert [f.code for f in wrong] == ["delegated_not_allowed"] * 3
    command = command_for(ordered.view(meeting), wrong[0].mends[0])
    assert command is not None
    ordered.session.do(command)
    assert len(kontroll(ordered, meeting)) == 3  # two without delegation, one that waits


def test_an_ordforandebeslut_on_no_list_is_told_and_put_there(ordered: House, meeting: str) -> None:
    urgent = replace(decided("SKN 2026/95"), urgent=True, decided_by_title="Ordförande")
    ordered.session.do(AddDelegated(ordered.body_id, (urgent,)))
    (told,) = [f for f in kontroll(ordered, meeting) if f.code == "urgent_not_reported"]
    assert told.message == f"Ordförandebeslut SKN 2026/95 ska anmälas {DAY.isoformat()}."
    (others,) = [f for f in kontroll(ordered, meeting) if f.code == "delegated_not_recorded"]
    assert others.message.startswith("3\u00a0delegationsbeslut är varken")  # it is not told of twice
    command = command_for(ordered.view(meeting), told.mends[0])
    assert command is not None
    ordered.session.do(command)
    assert "urgent_not_reported" not in [f.code for f in kontroll(ordered, meeting)]
    ordered.session.do(CancelMeeting(meeting))  # then it is for the next one that is held
    later = ordered.session.do(PlanMeeting(ordered.body_id, DAY + timedelta(days=30))).result or ""
    assert "urgent_not_reported" in [f.code for f in kontroll(ordered, later)]


def test_what_was_passed_on_ends_with_who_passed_it_on_when_the_point_changes(ordered: House) -> None:
    stored = in_force(ordered, DAY)
    (manager,) = (d for d in order(ordered).delegates(stored) if d.kind is DelegateKind.MANAGER)
    successor = replace(manager, id="", name="Vera Lind", valid_from=CHANGED)
    ordered.session.do(ChangeDelegate(replace(manager, valid_to=CHANGED - timedelta(days=1))))
    ordered.session.do(AddDelegate(successor))
    ordered.session.do(ChangePoint(replace(stored, max_amount=60_000), CHANGED))
    begun = in_force(ordered, CHANGED)
    assert [(d.name, d.given_by) for d in order(ordered).delegates(begun)] == [("Vera Lind", None)]
