"""Lists of delegated decisions: compared with the register, taken in, corrected, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from namndstod.domain.delegation import ColumnMapping, DelegatedDecision, DelegateKind, DelegationImport
from namndstod.domain.errors import Refused, RuleBroken
from namndstod.domain.intake.found_delegated import (
    DelegatedField,
    FoundColumn,
    FoundDecision,
    FoundDelegated,
    FoundTable,
    RowDoubt,
)
from namndstod.domain.records import Appeal, Outcome, PaperKind
from namndstod.exchange.found_rows import PART, packed, unpacked
from namndstod.services.commands.delegation import AddDelegated, ReportDelegated
from namndstod.services.commands.delegation_import import ChangedDecision, TakeInDecisions
from namndstod.services.commands.delegation_order import AddPoint
from namndstod.services.commands.delegation_records import RecordDelegated
from namndstod.services.commands.immediate import ApproveImmediately, DeclareImmediate
from namndstod.services.commands.sitting import Decide
from namndstod.services.delegation.decisions import report_item
from namndstod.services.delegation.mappings import mapping_of, mappings_of, to_remember
from namndstod.services.delegation.planning import DelegationPlan, PlanState, plan
from namndstod.services.delegation.taking import taking
from namndstod.storage.bulk import MANY

from .cases_delegation import delegate, point
from .helpers import DAY, House
from .test_delegation import go_through

COLUMNS = tuple(
    FoundColumn(place=place, heading=heading, field=field)
    for place, (heading, field) in enumerate(
        (
            ("Diarienr", DelegatedField.DIARY_NUMBER),
            ("Bidrag", DelegatedField.KIND),
            ("Mottagare", DelegatedField.RECIPIENT),
            ("Kronor", DelegatedField.AMOUNT),
            ("Anteckning", None),
        ),
        1,
    )
)


def row(number: int, **parts: object) -> FoundDecision:
    usual = FoundDecision(
        source_row=number + 4,
        diary_number=f"SKN 2026/{number}",
        kind="Mikrobidrag",
        recipient=f"Bryggan {number} AB",
        amount=10_000 + number,
        decided_by="Ines Falk",
        decided_by_title="Områdeschef",
        decided_on=date(2026, 1, 1 + number % 28),
        point="3.2",
    )
    return usual._replace(**parts)  # type: ignore[arg-type]


def listed(*rows: FoundDecision, author: str = "Ines Falk") -> FoundDelegated:
    table = FoundTable(
        sheet="Januari",
        title="Beslut i januari",
        period_from=date(2026, 1, 1),
        period_to=date(2026, 1, 31),
        heading_rows=(4,),
        columns=COLUMNS,
        rows=rows,
        stated_total=5,
        doubts=(RowDoubt("amount", "Summan stämmer inte.", "5"),),
    )
    return FoundDelegated(name="januari.xlsx", kind="xlsx", author=author, tables=(table,))


def planned(house: House, found: FoundDelegated) -> DelegationPlan:
    return house.session.ask(plan, house.body_id, found, date(2026, 2, 2))


def states(made: DelegationPlan) -> list[str]:
    return [r.state.value for r in made.rows]


def take(house: House, made: DelegationPlan, meeting: str | None = None, content: bytes = b"xlsx") -> None:
    chosen = frozenset(n for n, r in enumerate(made.rows) if r.chosen)
    file = house.incoming(content, "januari.xlsx")
    house.session.do(house.session.ask(taking, made, chosen, file, meeting))


def register(house: House) -> list[DelegatedDecision]:
    return house.find(DelegatedDecision)


@pytest.fixture
def order(house: House) -> House:
    """Områdeschefen may decide by 3.2, up to 50 000 kronor."""
    allowed = replace(point(house, "3.2"), max_amount=50_000, appeal=Appeal.ADMINISTRATIVE)
    house.session.do(AddPoint(allowed, (delegate("Områdeschef", DelegateKind.EMPLOYEE),)))
    return house


def test_a_list_comes_over_from_the_reading_process_whole() -> None:
    rows = [
        row(n % 900, extra=(("Anteckning", f"rad {n}"),) if n % 3 else (), urgent=n % 7 == 0, source_row=n)
        for n in range(PART + 5)
    ]
    doubts = (RowDoubt("amount", "Oklart.", "ca 5"),)
    rows[8] = row(8, amount=None, decided_on=None, doubts=doubts, hidden=True)
    found = listed(*rows)
    two = replace(found, tables=(*found.tables, replace(found.tables[0], rows=(), columns=())))
    assert unpacked(*packed(two)) == two


def test_a_list_is_taken_in_and_taken_back_as_one_step(order: House) -> None:
    made = planned(order, listed(*map(row, range(1, MANY + 9))))
    assert set(states(made)) == {"new"}
    assert made.period == (date(2026, 1, 1), date(2026, 1, 31))
    assert made.total == sum(10_000 + n for n in range(1, MANY + 9))
    before = register(order)
    take(order, made)
    stored = register(order)
    assert [d.diary_number for d in stored] == [f"SKN 2026/{n}" for n in range(1, MANY + 9)]
    assert [d.position for d in stored] == list(range(1, MANY + 9))
    (kept,) = order.find(DelegationImport)
    assert (kept.sender, kept.title, kept.period_to) == ("Ines Falk", "Beslut i januari", date(2026, 1, 31))
    assert {(d.import_id, d.appeal) for d in stored} == {(kept.id, Appeal.ADMINISTRATIVE)}
    assert stored[3].source_row == 8
    order.session.undo()
    assert register(order) == before
    assert order.find(DelegationImport) == []
    assert order.find(ColumnMapping) == []
    order.session.redo()
    assert [d.diary_number for d in register(order)] == [d.diary_number for d in stored]
    assert order.session.binder.journal.verify() == []


def test_only_the_difference_of_a_corrected_list_is_taken(order: House) -> None:
    take(order, planned(order, listed(row(1), row(2), row(3))))
    changed = row(1, amount=99, recipient="Bryggans Båtar AB")
    corrected = listed(row(2), changed, row(4), row(5, amount=60_000))
    made = planned(order, corrected)
    assert states(made) == ["duplicate", "changed", "new", "error"]
    assert made.rows[1].differs == ("recipient", "amount")
    assert [d.diary_number for d in made.missing] == ["SKN 2026/3"]
    assert made.earlier is not None
    take(order, made, content=b"mended")
    known = {d.diary_number: d for d in register(order)}
    assert sorted(known) == ["SKN 2026/1", "SKN 2026/2", "SKN 2026/3", "SKN 2026/4"]
    assert (known["SKN 2026/1"].amount, known["SKN 2026/1"].recipient) == (99, "Bryggans Båtar AB")
    assert states(planned(order, corrected)) == ["duplicate", "duplicate", "duplicate", "error"]


def test_what_follows_from_a_changed_row_follows(order: House) -> None:
    """Another point is appealed in another way, and a company that has become a person is private."""
    other = replace(point(order, "3.3"), appeal=Appeal.NONE)
    order.session.do(AddPoint(other, (delegate("Områdeschef", DelegateKind.EMPLOYEE),)))
    take(order, planned(order, listed(row(1), row(2))))
    corrected = listed(row(1, recipient="Sara Lindh"), row(2, point="3.3"))
    take(order, planned(order, corrected), content=b"mended")
    assert [(d.personal, d.appeal) for d in register(order)] == [
        (True, Appeal.ADMINISTRATIVE),
        (False, Appeal.NONE),
    ]


def test_an_empty_cell_erases_nothing(order: House) -> None:
    take(order, planned(order, listed(row(1))))
    made = planned(order, listed(row(1, amount=None, recipient="")))
    assert made.rows[0].differs == ()


def test_decisions_of_one_number_are_told_apart(order: House) -> None:
    pair = (row(1), row(1, kind="Innovationscheck", recipient="Kajen AB", amount=500))
    take(order, planned(order, listed(*pair)))
    assert len(register(order)) == 2
    later = planned(order, listed(pair[1]._replace(amount=600), pair[0]))
    assert [r.differs for r in later.rows] == [("amount",), ()]


def test_the_same_row_twice_is_taken_once(order: House) -> None:
    made = planned(order, listed(row(1), row(1, source_row=99)))
    assert [r.chosen for r in made.rows] == [True, False]
    assert made.rows[1].state is PlanState.DUPLICATE


def test_what_is_unclear_is_a_warning_and_what_says_nothing_cannot_be_taken(order: House) -> None:
    unclear = row(1, amount=None, doubts=(RowDoubt("amount", "Beloppet är oklart.", "ca 5 000"),))
    empty = FoundDecision(source_row=9, amount=5)
    made = planned(order, listed(unclear, empty))
    assert states(made) == ["warning", "error"]
    assert [(r.takes, r.chosen) for r in made.rows] == [(True, True), (False, False)]


def test_what_was_reported_is_changed_by_a_person_only(order: House, meeting: str) -> None:
    take(order, planned(order, listed(row(1), row(2))))
    first = register(order)[0]
    order.session.do(ReportDelegated(meeting, (first.id,)))
    made = planned(order, listed(row(1, amount=5), row(2, amount=6)))
    assert [(r.reported, r.takes, r.chosen) for r in made.rows] == [(True, True, False), (False, True, True)]
    go_through(order, meeting)
    order.approve(meeting)
    (frozen,) = planned(order, listed(row(1, amount=5))).rows
    assert (frozen.state, frozen.frozen, frozen.takes) == (PlanState.CHANGED, True, False)


def test_what_stands_in_a_section_justerad_at_once_is_frozen(order: House, meeting: str) -> None:
    take(order, planned(order, listed(row(1), row(2))), meeting)
    item = order.session.ask(report_item, meeting)
    order.open(meeting)
    (section,) = (s.id for s in order.sections(meeting) if item is not None and s.item_id == item.id)
    order.session.do(DeclareImmediate(section))
    order.session.do(Decide(section, Outcome.APPROVED))
    take(order, planned(order, listed(row(3))))
    corrected = listed(row(1, amount=5), row(3, amount=6))
    assert [(r.reported, r.takes) for r in planned(order, corrected).rows] == [(True, True), (False, True)]
    paper = order.paper(PaperKind.IMMEDIATE)
    order.session.do(ApproveImmediately(meeting, (section,), DAY, paper))
    made = planned(order, corrected)
    assert [(r.frozen, r.takes) for r in made.rows] == [(True, False), (False, True)]
    take(order, made)
    assert {d.diary_number: d.amount for d in register(order)} == {
        "SKN 2026/1": 10_001,
        "SKN 2026/2": 10_002,
        "SKN 2026/3": 6,
    }


def test_what_is_announced_in_a_record_of_its_own_is_not_changed_by_a_list(order: House) -> None:
    take(order, planned(order, listed(row(1), row(2))))
    days = (date(2026, 2, 2), date(2026, 2, 3))
    order.session.do(RecordDelegated((register(order)[0].id,), *days))
    corrected = listed(row(1, amount=5), row(2, amount=6))
    made = planned(order, corrected)
    assert [(r.frozen, r.takes) for r in made.rows] == [(True, False), (False, True)]
    forced = order.session.ask(taking, made, frozenset({1}), order.incoming(b"x", "x.xlsx"), None)
    first = ChangedDecision(register(order)[0], (("amount", 5),), 5)
    with pytest.raises(RuleBroken, match="anslaget 2026-02-03"):
        order.session.do(replace(forced, changed=(first,)))
    noted = planned(order, listed(row(1, note="Hör av sig.")))
    assert not noted.rows[0].frozen
    order.session.do(order.session.ask(taking, noted, frozenset({0}), order.incoming(b"y", "y.xlsx"), None))
    assert register(order)[0].note == "Hör av sig."


def test_a_list_can_be_reported_at_once(order: House, meeting: str) -> None:
    take(order, planned(order, listed(row(1), row(2))), meeting)
    item = order.session.ask(report_item, meeting)
    assert item is not None
    assert {d.item_id for d in register(order)} == {item.id}
    order.session.undo()
    assert order.session.ask(report_item, meeting) is None


def test_nothing_is_taken_into_a_register_that_has_changed_since(order: House) -> None:
    made = planned(order, listed(row(1)))
    another = DelegatedDecision(id="", body_id="", position=0, kind="Avslag")
    order.session.do(AddDelegated(order.body_id, (another,)))
    with pytest.raises(Refused, match="ändrats"):
        take(order, made)
    assert len(register(order)) == 1


def test_nothing_chosen_is_refused(order: House) -> None:
    made = planned(order, listed(row(1)))
    with pytest.raises(RuleBroken, match="valt"):
        order.session.do(TakeInDecisions(order.body_id, order.incoming(b"x", "x.xlsx"), "", made.seen))


def test_a_person_may_be_behind_a_name(order: House) -> None:
    rows = (
        row(1, recipient="Tova Grankvist"),
        row(2, recipient="Granbo Skog AB"),
        row(3, recipient="T. G.", personal=True),
    )
    take(order, planned(order, listed(*rows)))
    assert [d.personal for d in register(order)] == [True, False, True]


def test_the_columns_of_a_sender_are_remembered_once(order: House) -> None:
    take(order, planned(order, listed(row(1))))
    (kept,) = order.session.ask(mappings_of, order.body_id)
    assert (kept.sender, kept.fields[:2]) == ("Ines Falk", ("diary_number", "kind"))
    tables = listed(row(1)).tables
    assert order.session.ask(to_remember, order.body_id, "ines falk", tables) == ()
    other = replace(COLUMNS[1], field=DelegatedField.BRANCH)
    changed = (replace(tables[0], columns=(COLUMNS[0], other, *COLUMNS[2:])),)
    (new,) = order.session.ask(to_remember, order.body_id, "Ines Falk", changed)
    assert new.fields[1] == "branch"
    take(order, planned(order, replace(listed(row(2)), tables=(replace(changed[0], rows=(row(2),)),))))
    (kept,) = order.session.ask(mappings_of, order.body_id)
    assert kept.fields[1] == "branch"


def test_the_senders_own_mapping_comes_first(order: House) -> None:
    for sender in ("Bo Ek", "Ada Alm"):
        with_sender = planned(order, listed(row(len(sender)), author=sender))
        take(order, with_sender, content=sender.encode())
    assert [m.sender for m in order.session.ask(mappings_of, order.body_id, "bo ek")] == ["Bo Ek", "Ada Alm"]
    assert mapping_of("b", " Bo ", COLUMNS).sender == "Bo"


def test_the_journal_keeps_a_summary_and_the_file(order: House) -> None:
    take(order, planned(order, listed(*map(row, range(1, 6)))))
    step = order.session.undoable()
    assert step is not None
    assert step.label == "läs in delegationsbeslut"
    assert len([c for c in step.changes() if c.kind is DelegatedDecision]) == 5


def test_a_list_of_nobody_lacks_only_what_its_own_earlier_version_had(order: House) -> None:
    take(order, planned(order, listed(row(1), row(2), author="")))
    other = planned(order, listed(row(3), row(4), author=""))
    assert (other.missing, other.earlier) == ((), None)
    corrected = planned(order, listed(row(1), author=""))
    assert [d.diary_number for d in corrected.missing] == ["SKN 2026/2"]


def test_what_was_bordlagt_in_locked_minutes_is_not_offered(order: House, meeting: str) -> None:
    take(order, planned(order, listed(row(1))), meeting)
    go_through(order, meeting, Outcome.TABLED)
    corrected = listed(row(1, amount=5), row(2))
    assert [(r.frozen, r.chosen) for r in planned(order, corrected).rows] == [(False, True), (False, True)]
    order.approve(meeting)
    made = planned(order, corrected)
    assert [(r.frozen, r.takes) for r in made.rows] == [(True, False), (False, True)]
    take(order, made)
    assert {d.diary_number: d.amount for d in register(order)} == {"SKN 2026/1": 10_001, "SKN 2026/2": 10_002}


def test_a_decision_by_a_point_for_what_is_urgent_is_an_ordforandebeslut(order: House) -> None:
    urgent = replace(point(order, "1.1"), urgent=True)
    order.session.do(AddPoint(urgent, (delegate("Ordförande", DelegateKind.CHAIR),)))
    by_chair = row(1, point="1.1", decided_by_title="Ordförande")
    take(order, planned(order, listed(by_chair, row(2))))
    assert [d.urgent for d in register(order)] == [True, False]
    assert planned(order, listed(by_chair, row(2))).rows[0].state is PlanState.DUPLICATE
    by_hand = DelegatedDecision(id="", body_id="", position=0, kind="Yttrande", point="1.1")
    order.session.do(AddDelegated(order.body_id, (by_hand,)))
    assert register(order)[-1].urgent


def test_what_a_list_changes_is_reported_with_it_where_it_stands_on_no_list(
    order: House, meeting: str
) -> None:
    take(order, planned(order, listed(row(1))))
    take(order, planned(order, listed(row(1, amount=5), row(2))), meeting)
    item = order.session.ask(report_item, meeting)
    assert item is not None
    assert [d.item_id for d in register(order)] == [item.id, item.id]
    order.session.undo()
    assert [(d.item_id, d.amount) for d in register(order)] == [(None, 10_001)]


def test_a_point_whose_zero_excel_took_is_that_point_with_a_doubt(order: House) -> None:
    order.session.do(AddPoint(point(order, "3.10"), (delegate("Områdeschef", DelegateKind.EMPLOYEE),)))
    made = planned(order, listed(row(1, point="3.1"), row(2, point="3.2"), row(3, point="4.1")))
    assert [(r.found.point, len(r.found.doubts)) for r in made.rows] == [("3.10", 1), ("3.2", 0), ("4.1", 0)]
    assert made.rows[0].state is PlanState.WARNING
    assert made.rows[0].findings == ()
    order.session.do(AddPoint(point(order, "3.1"), (delegate("Områdeschef", DelegateKind.EMPLOYEE),)))
    assert planned(order, listed(row(1, point="3.1"))).rows[0].found.point == "3.1"
