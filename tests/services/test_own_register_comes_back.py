"""The register's own workbook taken in again: every field to the letter, nothing new where it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.exports import ExportKind
from namndstod.domain.intake.delegated.report import delegated_json, delegated_text
from namndstod.domain.intake.delegated.understanding import read_delegated
from namndstod.domain.intake.found_delegated import FoundDelegated
from namndstod.domain.records import Appeal, BodyKind
from namndstod.exchange.found_rows import packed, unpacked
from namndstod.exchange.workbooks.reading import read_workbook
from namndstod.services.commands.delegation import AddDelegated, ChangeDelegated
from namndstod.services.commands.register import CreateBody
from namndstod.services.delegation.mappings import to_remember
from namndstod.services.delegation.planning import DelegationPlan, PlanState, changed_fields, plan
from namndstod.services.delegation.taking import taking
from namndstod.services.exporting import make_export

from .helpers import House

_NEW = {"id", "version", "body_id", "item_id", "import_id", "source_row"}
KEPT = [field.name for field in fields(DelegatedDecision) if field.name not in _NEW]
FULL = DelegatedDecision(
    id="",
    body_id="",
    position=0,
    serial="D 1/2026",
    diary_number="26SK1",
    kind="bostad\u00a0med service\nVillkor: tre år",
    recipient="  Ada Kust-\u00a0Vik ",
    personal=False,
    branch="-",
    gender="kvinna",
    municipality="0",
    amount=-(10**14),
    decided_by="handläggare  Ines Falk, vik.",
    decided_by_title="områdeschef",
    decided_on=date(1897, 3, 4),
    point="Punkt 3.20 §",
    urgent=True,
    appeal=Appeal.ADMINISTRATIVE,
    recorded_on=date(2026, 2, 3),
    announced_on=date(2026, 2, 5),
    note="saknas\n\tSumma\n\n",
    extra=(("Handläggare", "=1+1"), ("Dnr", "_x000D_"), ("handläggare", "Bo\u00a0Ek"), ("Läge", "ja\nnej")),
)
_numbers = count(1)


def new_body(house: House) -> str:
    made = house.session.do(
        CreateBody(f"Prövonämnd {next(_numbers)}", BodyKind.COMMITTEE, 5, date(2023, 1, 1))
    )
    assert isinstance(made.result, str)
    return made.result


def stored(house: House, body: str) -> list[DelegatedDecision]:
    with house.session.reading() as reader:
        return sorted(reader.find(DelegatedDecision, body_id=body), key=lambda d: d.position)


def exported(house: House, body: str, *, public: bool = False) -> FoundDelegated:
    """The register as it is read when it comes back, through the process that reads."""
    data = make_export(house.session, ExportKind.REGISTER, body, public=public)
    return unpacked(*packed(read_delegated(read_workbook(data, "register.xlsx"))))


def planned(house: House, body: str, found: FoundDelegated) -> DelegationPlan:
    return house.session.ask(plan, body, found, house.session.today)


def take_in(house: House, made: DelegationPlan, *, all_of_it: bool = False) -> None:
    """Take in what is chosen unless a person says otherwise, or all that there is."""
    chosen = [place for place, row in enumerate(made.rows) if row.chosen or (all_of_it and row.takes)]
    house.session.do(house.session.ask(taking, made, chosen, house.incoming(b"PK-register", "register.xlsx")))


def facts(decisions: Sequence[DelegatedDecision]) -> list[dict[str, Any]]:
    """What is to be the same; columns of lists stand in one order in a workbook."""
    return [{n: getattr(d, n) for n in KEPT} | {"extra": sorted(d.extra)} for d in decisions]


_letters = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], include_characters="\n\t")
_texts = st.one_of(
    st.just(""),
    st.sampled_from(
        ["-", "0", "saknas", "=1+1", "'5", "3.10", " Åö\u00a0AB ", "rad\nrad", "d:o", "2026-01-02"]
    ),
    st.text(_letters, max_size=12).filter(
        lambda text: not set(text) & {"\x7f", "\x85", "\ufeff", "\u2028", "\u2029"}
    ),
)
_days = st.one_of(st.none(), st.dates(date(1700, 1, 1), date(2150, 1, 1)))
_own_columns = st.lists(
    st.tuples(
        st.sampled_from(["Projekt", "projekt", "Dnr", "Läge", "År", "Projekt (2)"]), _texts.filter(bool)
    ),
    max_size=3,
).map(tuple)
_decisions = st.builds(
    DelegatedDecision,
    id=st.just(""),
    body_id=st.just(""),
    position=st.just(0),
    **dict.fromkeys(
        (
            "serial",
            "recipient",
            "branch",
            "gender",
            "municipality",
            "decided_by",
            "decided_by_title",
            "point",
            "note",
        ),
        _texts,
    ),
    diary_number=st.sampled_from(["26SK1", "26SK2", "", "26 sk1"]),
    kind=_texts.map(lambda text: text if text.strip() else "Mikrobidrag"),
    personal=st.booleans(),
    urgent=st.booleans(),
    amount=st.one_of(st.none(), st.integers(-(10**16), 10**16)),
    decided_on=_days,
    recorded_on=_days,
    announced_on=_days,
    appeal=st.sampled_from(Appeal),
    extra=_own_columns,
)


@given(st.lists(_decisions, min_size=1, max_size=6))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_register_taken_into_an_empty_one_has_equal_decisions(
    house: House, decisions: list[DelegatedDecision]
) -> None:
    body, empty = new_body(house), new_body(house)
    house.session.do(AddDelegated(body, tuple(decisions)))
    found = exported(house, body)
    assert {(r.state, r.differs) for r in planned(house, body, found).rows} == {(PlanState.DUPLICATE, ())}
    take_in(house, planned(house, empty, found))
    assert facts(stored(house, empty)) == facts(stored(house, body))


WAITS = replace(FULL, announced_on=None)  # what is announced stays as it is


def test_every_odd_field_comes_back_and_one_that_was_changed_in_excel_is_told(house: House) -> None:
    body, empty = new_body(house), new_body(house)
    house.session.do(AddDelegated(body, (WAITS, replace(FULL, serial="D 2/2026", appeal=Appeal.NONE))))
    found = exported(house, body)
    (table,) = found.tables
    assert table.own
    assert not table.doubts
    assert not [row.doubts for row in table.rows if row.doubts]
    take_in(house, planned(house, empty, found))
    assert facts(stored(house, empty)) == facts(stored(house, body))
    first = stored(house, body)[0]
    later = replace(first, personal=True, urgent=False, appeal=Appeal.LEGALITY, announced_on=date(2026, 3, 1))
    house.session.do(ChangeDelegated(later))
    row = planned(house, empty, exported(house, body)).rows[0]
    assert row.state in (PlanState.CHANGED, PlanState.WARNING)
    assert changed_fields(row) == {
        "urgent": False,
        "personal": True,
        "appeal": Appeal.LEGALITY,
        "announced_on": date(2026, 3, 1),
    }
    take_in(house, planned(house, empty, exported(house, body)), all_of_it=True)
    assert facts(stored(house, empty)) == facts(stored(house, body))


def test_its_columns_are_told_and_not_remembered_for_anybody(house: House) -> None:
    body = new_body(house)
    house.session.do(AddDelegated(body, (FULL,)))
    found = exported(house, body)
    with house.session.reading() as reader:
        assert to_remember(reader, body, "Region Påhitt", found.tables) == ()
    told = delegated_text(found)
    assert "Handläggare” → förs med som den är" in told
    assert "Sista dag att överklaga" not in told
    rows: Any = delegated_json(found)["rows"]
    assert [(r["personal"], r["appeal"], r["announced_on"]) for r in rows] == [
        (False, "administrative", "2026-02-05")
    ]


def test_what_somebody_wrote_into_it_by_hand_is_read_as_in_any_list(house: House) -> None:
    body = new_body(house)
    house.session.do(AddDelegated(body, (FULL,)))
    book = read_workbook(make_export(house.session, ExportKind.REGISTER, body), "register.xlsx")
    rows = book.sheets[0].rows
    head = next(row for row in rows if "Dnr" in row)
    written: list[Any] = [*[""] * len(head)]
    for heading, cell in (
        ("Dnr", "26SK77"),
        ("Belopp, kr", "70 063 kr"),
        ("Beslutsdatum", "3 mars 2026"),
        ("Punkt", 3.2),
        ("Privatperson", "x"),
        ("Överklagas genom", "brev"),
    ):
        written[head.index(heading)] = cell
    more = replace(book.sheets[0], rows=[*rows, [""] * len(head), written])
    row = read_delegated(replace(book, sheets=(more, *book.sheets[1:]))).tables[0].rows[-1]
    assert (row.diary_number, row.amount, row.decided_on, row.point) == (
        "26SK77",
        70_063,
        date(2026, 3, 3),
        "3,2",
    )
    assert row.own is not None
    assert (row.own.personal, row.own.appeal) == (True, None)
    assert [doubt.message for doubt in row.doubts] == ["”brev” är inget sätt att överklaga."]


def test_an_edition_for_others_keeps_who_is_a_private_person(house: House) -> None:
    body, empty = new_body(house), new_body(house)
    company = replace(FULL, diary_number="26SK2", recipient="Fyrens Bageri AB")
    house.session.do(AddDelegated(body, (replace(FULL, personal=True), company)))
    found = exported(house, body, public=True)
    assert {row.state for row in planned(house, body, found).rows} == {PlanState.DUPLICATE}
    take_in(house, planned(house, empty, found))
    assert [d.personal for d in stored(house, empty)] == [True, False]


def test_the_data_of_a_yearly_report_are_the_register(house: House) -> None:
    body = new_body(house)
    house.session.do(
        AddDelegated(body, (replace(FULL, extra=()), replace(FULL, diary_number="26SK2", extra=())))
    )
    year = date(1897, 1, 1), date(1897, 12, 31)
    found = read_delegated(read_workbook(make_export(house.session, ExportKind.YEAR, body, *year), "a.xlsx"))
    rows = planned(house, body, found).rows
    assert [(row.state, row.differs) for row in rows] == [(PlanState.DUPLICATE, ())] * 2


@pytest.mark.parametrize("taken", ["Läge", "Anslaget"])
def test_a_list_with_a_few_such_headings_is_no_register_of_ours(taken: str, house: House) -> None:
    body = new_body(house)
    house.session.do(AddDelegated(body, (replace(FULL, extra=((taken, "ja"),)),)))
    book = read_workbook(make_export(house.session, ExportKind.REGISTER, body), "register.xlsx")
    head = next(row for row in book.sheets[0].rows if "Dnr" in row)
    wanted = [head.index(heading) for heading in ("Dnr", "Beslutsdatum", "Gäller", "Belopp, kr", taken)]
    rows = [[row[place] for place in wanted] for row in book.sheets[0].rows[5:]]
    (table,) = read_delegated(
        replace(book, sheets=(replace(book.sheets[0], rows=[[head[p] for p in wanted], *rows]),))
    ).tables
    assert not table.own
    assert taken in [heading for row in table.rows for heading, _ in row.extra] or not any(
        row.extra for row in table.rows
    )
