"""A delegationsordning goes out as a workbook and comes in from one: our own, and those of other houses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from namndstod.documents.workbooks.delegation_order import order_workbook
from namndstod.domain.delegation import DelegateKind
from namndstod.domain.delegation_order import Order
from namndstod.domain.errors import RuleBroken
from namndstod.domain.exports import Export
from namndstod.domain.intake.delegated.order_table import FoundOrder, read_order
from namndstod.domain.intake.sheets import Cell, Sheet, Workbook
from namndstod.domain.records import Appeal
from namndstod.exchange.workbooks.reading import read_workbook
from namndstod.services.commands.delegation_order import (
    AddPoint,
    ChangePoint,
    EndDelegate,
    EndPoint,
    RemovePoint,
    WaivePoint,
)
from namndstod.services.commands.delegation_order_intake import TakeInOrder
from namndstod.services.delegation.order import order_of
from namndstod.services.delegation.order_intake import OrderRow, OrderState, plan_order

from .cases_delegation import delegate, point
from .helpers import House

NEW = date(2027, 3, 1)


def order(house: House) -> Order:
    return house.session.ask(order_of, house.body_id)


def plan(house: House, found: FoundOrder, day: date = NEW) -> tuple[OrderRow, ...]:
    return plan_order(found, order(house), house.body_id, day)


def states(rows: tuple[OrderRow, ...]) -> list[tuple[str, str]]:
    return [(row.number, row.state.value) for row in rows]


def facts(order: Order) -> list[object]:
    """Everything that an order says, without ids and places."""

    def plain(record: object, **changes: object) -> object:
        return replace(record, id="", version=0, position=0, **changes)  # type: ignore[type-var]

    called = {d.id: (d.title, d.name) for d in order.delegate_by_id.values()}
    return [
        (
            plain(each.point),
            [(plain(d, point_id="", given_by=None), called.get(d.given_by or "")) for d in each.delegates],
        )
        for each in order.all()
    ]


def workbook_of(house: House) -> FoundOrder:
    export = Export(body="Nämnden", organisation="Regionen", made=date(2027, 2, 1))
    return read_order(read_workbook(order_workbook(order(house), export), "ordning.xlsx"))


@pytest.fixture
def ordered(house: House) -> House:
    """An order with all there is: history, limits of both kinds, chains, ends, words like formulas."""
    manager = delegate("Förvaltningschef", DelegateKind.MANAGER, id="m")
    officers = [
        replace(
            delegate("Områdeschef", DelegateKind.EMPLOYEE, id=f"e{n}", given_by="m"),
            name=name,
            max_amount=limit,
        )
        for n, (name, limit) in enumerate((("Vera Sund", 30_000), ("Åke Öberg", None)))
    ]
    first = replace(
        point(house, "3.2"), max_amount=50_000, kinds=("Mikrobidrag, små", "Konsultstöd"),
        terms="=1+1\nSamråd.", law="6 kap. 37 § KL", appeal=Appeal.ADMINISTRATIVE, reported=False,
    )  # fmt: skip
    do = house.session.do
    do(AddPoint(first, (manager, *officers)))
    stored = order(house).history("3.2")[0]
    do(ChangePoint(replace(stored, max_amount=80_000, appeal=Appeal.NONE), date(2027, 1, 1)))
    do(EndDelegate(order(house).delegates(order(house).history("3.2")[1])[1].id, date(2027, 6, 30)))
    do(AddPoint(replace(point(house, "3.10"), urgent=True), (delegate("Ordföranden", DelegateKind.CHAIR),)))
    do(AddPoint(point(house, "4.1"), ()))
    do(EndPoint(order(house).history("4.1")[0].id, date(2027, 12, 31)))
    do(WaivePoint(order(house).history("3.10")[0].id, "Prövad."))
    return house


def test_a_round_trip_loses_nothing(ordered: House) -> None:
    before, found = facts(order(ordered)), workbook_of(ordered)
    assert [row.state for row in plan(ordered, found)] == [OrderState.SAME] * 4
    for each in order(ordered).all():
        ordered.session.do(RemovePoint(each.point.id))
    assert not order(ordered)
    ordered.session.do(TakeInOrder("ordning.xlsx", NEW, plan(ordered, found)))
    assert facts(order(ordered)) == before
    ordered.session.undo()
    assert not order(ordered)


def test_what_is_changed_in_the_workbook_is_taken_in_alone(ordered: House) -> None:
    found = workbook_of(ordered)
    points = tuple(replace(p, max_amount=90_000) if p.max_amount == 80_000 else p for p in found.points)
    rows = plan(ordered, replace(found, points=points))
    assert [(r.number, r.told) for r in rows if r.state is OrderState.CHANGED] == [
        ("3.2", "Ändras: beloppsgränsen.")
    ]
    ordered.session.do(TakeInOrder("x", NEW, rows))
    assert [p.max_amount for p in order(ordered).history("3.2")] == [50_000, 90_000]


ELSEWHERE: list[list[Cell]] = [
    ["Delegationsordning för Tekniska nämnden", "", "", "", "", ""],
    ["Antagen 2027-02-10", "", "", "", "", ""],
    ["Nr", "Ärendegrupp/Ärende", "Delegat", "Vidaredelegat", "Lagrum", "Anmärkning"],
    ["3", "Stöd till företag", "", "", "", ""],
    ["3.2", "Beslut om stöd", "Förvaltningschef", "Enhetschef,\nhandläggare", "6:37 KL", "Högst två gånger"],
    [3.3, "Yttrande till domstol", "Ordföranden eller vice ordföranden\nArbetsutskottet", "", "", "-"],
    ["", "", "Nämndsekreterare", "", "", ""],
    ["3.4", "", "Enhetschef", "", "", ""],
]  # fmt: skip


def elsewhere() -> FoundOrder:
    return read_order(Workbook(name="x", kind="xlsx", sheets=(Sheet(name="Blad1", rows=ELSEWHERE),)))


def test_the_table_of_another_house_is_understood() -> None:
    stood, stated, unclear = elsewhere().points
    assert (stood.number, stood.text, stood.law, stood.terms) == (
        "3.2", "Beslut om stöd", "6:37 KL", "Högst två gånger",
    )  # fmt: skip
    assert [(d.title, d.kind, d.given_by) for d in stood.delegates] == [
        ("Förvaltningschef", DelegateKind.MANAGER, ""),
        ("Enhetschef", DelegateKind.EMPLOYEE, "Förvaltningschef"),
        ("Handläggare", DelegateKind.EMPLOYEE, "Förvaltningschef"),
    ]
    assert (stated.number, stated.terms) == ("3.3", "")
    assert [(d.title, d.kind) for d in stated.delegates] == [
        ("Ordföranden", DelegateKind.CHAIR),
        ("Vice ordföranden", DelegateKind.MEMBER),
        ("Arbetsutskottet", DelegateKind.SUBCOMMITTEE),
        ("Nämndsekreterare", DelegateKind.EMPLOYEE),
    ]
    assert unclear.doubts == ("Raden säger inte vad som får beslutas.",)


def test_a_new_order_changes_ends_and_begins_from_its_day(ordered: House) -> None:
    rows = plan(ordered, elsewhere())
    assert states(rows) == [
        ("3.2", "changed"),
        ("3.3", "new"),
        ("3.4", "unclear"),
        ("3.10", "ended"),
        ("4.1", "ended"),
    ]
    ordered.session.do(TakeInOrder("x", NEW, rows))
    now = order(ordered)
    assert [each.point.number for each in now.on(NEW)] == ["3.2", "3.3"]
    assert [each.point.number for each in now.on(date(2027, 2, 28))] == ["3.2", "3.10", "4.1"]
    changed = now.on(NEW)[0]
    assert changed.point.max_amount == 80_000  # the workbook has no column for it
    assert all(now.chain_is_valid(d, NEW) for d in changed.delegates)
    assert states(plan(ordered, elsewhere())) == [("3.2", "same"), ("3.3", "same"), ("3.4", "unclear")]
    ordered.session.undo()
    assert states(plan(ordered, elsewhere()))[0] == ("3.2", "changed")


def test_a_file_that_was_wrong_is_taken_in_again_for_the_same_day(ordered: House) -> None:
    first = elsewhere()
    ordered.session.do(TakeInOrder("x", NEW, plan(ordered, first)))
    mended = replace(first, points=tuple(p for p in first.points if p.number != "3.3"))
    rows = plan(ordered, mended)
    assert ("3.3", "ended") in states(rows)
    ordered.session.do(TakeInOrder("x", NEW, rows))
    assert [each.point.number for each in order(ordered).on(NEW)] == ["3.2"]
    assert order(ordered).history("3.3") == ()  # it never held


def test_nothing_to_take_in_and_no_order_at_all_are_said(ordered: House) -> None:
    with pytest.raises(RuleBroken, match="inget att läsa in"):
        ordered.session.do(TakeInOrder("x", NEW, plan(ordered, workbook_of(ordered))))
    nothing = read_order(Workbook(name="x", kind="xlsx", sheets=(Sheet(name="B", rows=[["Dnr", "Belopp"]]),)))
    assert nothing.points == ()
    assert "Ingen delegationsordning" in nothing.doubts[0]
    assert plan(ordered, nothing) == ()
