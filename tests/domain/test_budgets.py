"""Budgets of letters: their sums, and that each thing that does not add up is named with its cell."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namndstod.domain.budgets import BudgetTable, cleared, problems, sums
from namndstod.domain.delegation import Budget, BudgetRow
from namndstod.domain.letters import budget_rows, wrongly_worded
from namndstod.domain.swedish import plain

AMOUNTS = st.one_of(st.none(), st.integers(-1_000_000, 1_000_000_000))


@st.composite
def budgets(draw: st.DrawFn) -> Budget:
    years = tuple(str(2020 + n) for n in range(draw(st.integers(0, 5))))
    cells = st.tuples(*[AMOUNTS] * len(years))
    rows = draw(st.lists(cells, max_size=8))
    return Budget(years=years, rows=tuple(BudgetRow(name=f"Rad {n}", amounts=r) for n, r in enumerate(rows)))


def row(name: str, *amounts: int | None, stated: int | None = None) -> BudgetRow:
    return BudgetRow(name=name, amounts=amounts, stated=stated)


COSTS = Budget(
    years=("2027", "2028"),
    rows=(row("Personal", 16_000, 96_000), row("Resor", 90_000, 555_000), row("Båt", None, 43_000)),
    stated=(106_000, 694_000, 800_000),
)
FINANCING = Budget(
    years=("2027", "2028"),
    rows=(
        row("Regionen", 17_000, 103_000, stated=120_000),
        row("Kommunen", 0, 31_000, stated=31_000),
        row("Staten", 89_000, 560_000, stated=649_000),
    ),
    stated=(106_000, 694_000, 800_000),
)


def told(costs: Budget, financing: Budget, share: int | None = None, most: int | None = None) -> list[str]:
    return [plain(p.message) for p in problems(costs, financing, share, most)]


@given(budgets())
def test_rows_and_years_come_to_the_same_whole(budget: Budget) -> None:
    here = sums(budget)
    assert sum(here.by_row) == sum(here.by_year) == here.total
    assert len(here.by_row) == len(budget.rows)
    assert len(here.by_year) == len(budget.years)


@given(budgets())
def test_what_states_its_own_sums_and_finances_itself_has_no_problem(budget: Budget) -> None:
    here = sums(budget)
    rows = tuple(replace(r, stated=s) for r, s in zip(budget.rows, here.by_row, strict=True))
    exact = replace(budget, rows=rows, stated=(*here.by_year, here.total))
    assert problems(exact, exact) == ()


@given(budgets().filter(lambda b: b.years and b.rows), st.data())
def test_a_wrong_amount_is_found_in_its_own_cell(budget: Budget, data: st.DataObject) -> None:
    here = sums(budget)
    at = data.draw(st.integers(0, len(budget.rows) - 1))
    year = data.draw(st.integers(0, len(budget.years) - 1))
    off = data.draw(st.integers(1, 10_000))
    rows = [replace(r, stated=s) for r, s in zip(budget.rows, here.by_row, strict=True)]
    amounts = list(rows[at].amounts)
    amounts[year] = (amounts[year] or 0) + off
    rows[at] = replace(rows[at], amounts=tuple(amounts))
    wrong = replace(budget, rows=tuple(rows), stated=(*here.by_year, here.total))
    found = problems(wrong, Budget())
    assert [(p.table, p.row, p.column) for p in found] == [(BudgetTable.COSTS, at, year)]


@given(budgets().filter(lambda b: b.years and b.rows), st.integers(0, 5), st.integers(1, 10_000))
def test_a_wrongly_stated_sum_is_found_in_its_own_cell(budget: Budget, column: int, off: int) -> None:
    here = sums(budget)
    stated = [*here.by_year, here.total]
    column %= len(stated)
    stated[column] += off
    (problem,) = problems(replace(budget, stated=tuple(stated)), Budget())
    assert (problem.row, problem.column) == (len(budget.rows), column)


def test_two_tables_that_agree_have_no_problem() -> None:
    assert problems(COSTS, FINANCING, 15, 120_000) == ()


def test_transposed_digits_are_named_with_what_they_should_be() -> None:
    rows = (*FINANCING.rows[:2], row("Staten", 89_000, 650_000, stated=649_000))
    (first,) = problems(COSTS, replace(FINANCING, rows=rows))
    assert (first.table, first.row, first.column) == (BudgetTable.FINANCING, 2, 1)
    assert plain(first.message) == (
        "Finansieringsbudgeten, Staten 2028: 650 000 kr ska troligen vara 560 000 kr "
        "(två siffror har bytt plats). Då stämmer både radens och årets summa."
    )


def test_transposed_digits_are_found_where_rows_have_no_sums() -> None:
    rows = (row("Regionen", 17_000, 103_000), row("Kommunen", 0, 31_000), row("Staten", 89_000, 650_000))
    (first,) = problems(Budget(), replace(FINANCING, rows=rows, stated=(106_000, 694_000)))
    assert plain(first.message) == (
        "Finansieringsbudgeten: summan 2028 är skriven 694 000 kr men raderna blir 784 000 kr. "
        "Summan stämmer om 650 000 kr för Staten ska vara 560 000 kr."
    )


def test_a_wrong_amount_does_not_hide_that_the_tables_disagree() -> None:
    rows = (*FINANCING.rows[:2], row("Staten", 89_000, 650_000, stated=649_000))
    costs = replace(COSTS, rows=(*COSTS.rows, row("Mat", 0, 9)), stated=())
    assert told(costs, replace(FINANCING, rows=rows))[1:] == [
        "Kostnaderna för 2028 är 694 009 kr men finansieringen 694 000 kr."
    ]


@pytest.mark.parametrize(
    ("costs", "financing", "message"),
    [
        (
            replace(COSTS, stated=(106_000, 694_000, 810_000)),
            FINANCING,
            "Kostnadsbudgeten: summan totalt är skriven 810 000 kr men raderna blir 800 000 kr.",
        ),
        (
            COSTS,
            replace(FINANCING, rows=(replace(FINANCING.rows[0], stated=1), *FINANCING.rows[1:])),
            "Finansieringsbudgeten: Regionen är summerad till 1 kr men blir 120 000 kr.",
        ),
        (
            COSTS,
            Budget(years=("2027",), rows=(row("Regionen", 106_000),)),
            "Kostnaderna för 2028 är 694 000 kr men finansieringen 0 kr.",
        ),
        (
            replace(COSTS, rows=(*COSTS.rows, row("Mer", 0, 0, 7))),
            FINANCING,
            "Kostnadsbudgeten: raden ”Mer” har fler belopp än det finns år.",
        ),
    ],
)
def test_what_does_not_add_up_is_told(costs: Budget, financing: Budget, message: str) -> None:
    assert message in told(costs, financing)


@pytest.mark.parametrize(
    ("share", "most", "wrong"), [(15, 120_000, 0), (15, 123_000, 0), (15, 113_000, 0), (50, 120_000, 1)]
)
def test_the_share_of_the_costs_is_the_amount_decided(share: int, most: int, wrong: int) -> None:
    found = told(COSTS, FINANCING, share, most)
    assert len(found) == wrong
    if wrong:
        assert found == [
            "50 % av kostnaderna, 800 000 kr, är 400 000 kr, "
            "men enligt beslutet är beloppet högst 120 000 kr."
        ]


def test_a_budget_that_is_not_filled_in_yet_is_not_compared() -> None:
    assert problems(COSTS, Budget(years=("2027", "2028"), rows=(row("Regionen", None, None),))) == ()


def test_the_table_shows_sums_of_rows_and_years() -> None:
    shown = [tuple(map(plain, line)) for line in budget_rows(BudgetTable.COSTS, COSTS)]
    assert shown[0] == ("Bokförda kostnader", "2027", "2028", "Totalt")
    assert shown[3] == ("Båt", "", "43 000", "43 000")
    assert shown[-1] == ("Summa bokförda kostnader", "106 000", "694 000", "800 000")
    one_year = budget_rows(BudgetTable.FINANCING, Budget(years=("2027",), rows=(row("Regionen", 5),)))
    assert one_year == (("Finansiär", "2027"), ("Regionen", "5"), ("Summa finansiering", "5"))


def test_rows_that_say_nothing_are_cleared_away() -> None:
    blank = replace(COSTS, rows=(*COSTS.rows, row("  ", None, None)), stated=(None, None, None))
    assert cleared(blank) == replace(COSTS, stated=())


def test_the_words_of_a_decision_tell_the_letters_amount() -> None:
    text = ("Båtklubben beviljas högst 200 000 kronor, tvåhundra tusen kronor.",)
    assert wrongly_worded(text, 200_000) == wrongly_worded(text, None) == ()
    assert [plain(message) for message in wrongly_worded(text, 220_000)] == [
        "I beslutets text är beloppet 200 000 kronor men i uppgifterna 220 000 kronor."
    ]
    assert wrongly_worded(("Ansökan om 200 000 kronor avslås.",), None) == ()
