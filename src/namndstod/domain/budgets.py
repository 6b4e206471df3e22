"""The arithmetic of a letter's budgets: sums by row, year and whole, and what does not agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from typing import Final

from .delegation import Budget, BudgetRow
from .swedish import NBSP, whole_number


class BudgetTable(StrEnum):
    """The two tables of a Kostnads- och finansieringsbudget."""

    COSTS = "costs"
    FINANCING = "financing"


NAMES: Final[Mapping[BudgetTable, str]] = {
    BudgetTable.COSTS: "Kostnadsbudget",
    BudgetTable.FINANCING: "Finansieringsbudget",
}
_DEFINITE: Final = {
    BudgetTable.COSTS: "Kostnadsbudgeten",
    BudgetTable.FINANCING: "Finansieringsbudgeten",
}


@dataclass(frozen=True, slots=True)
class BudgetSums:
    """What a budget comes to in whole kronor: each row, each year, the whole."""

    by_row: tuple[int, ...]
    by_year: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class BudgetProblem:
    """Something that does not add up, and in which cell.

    `row` counts from 0, and is the number of rows for the line of sums. `column` counts the years from 0, and
    is their number for the column of sums; None: the table as a whole.
    """

    table: BudgetTable
    row: int
    column: int | None
    message: str


def sums(budget: Budget) -> BudgetSums:
    """Add a budget up. An amount that is not there counts as 0; one beyond the years counts in its row."""
    by_year = [sum(column) for column in zip_longest(*(_filled(r) for r in budget.rows), fillvalue=0)]
    by_year += [0] * (len(budget.years) - len(by_year))
    return BudgetSums(
        by_row=tuple(sum(_filled(row)) for row in budget.rows),
        by_year=tuple(by_year),
        total=sum(by_year),
    )


def problems(
    costs: Budget, financing: Budget, share_percent: float | None = None, max_amount: int | None = None
) -> tuple[BudgetProblem, ...]:
    """Return what does not add up in the two tables, and between them and what was decided."""
    found = [*_wrongly_stated(BudgetTable.COSTS, costs), *_wrongly_stated(BudgetTable.FINANCING, financing)]
    if _filled_in(costs) and _filled_in(financing):
        found += _disagreeing(costs, financing, found)
    if _filled_in(costs):
        found += _share(costs, share_percent, max_amount)
    return tuple(found)


def cleared(budget: Budget) -> Budget:
    """Return the budget without the rows that say nothing, and without stated sums when all are blank."""
    rows = tuple(r for r in budget.rows if r.name.strip() or any(a is not None for a in r.amounts))
    stated = budget.stated if any(s is not None for s in budget.stated) else ()
    return Budget(years=budget.years, rows=rows, stated=stated)


def _filled(row: BudgetRow) -> tuple[int, ...]:
    return tuple(amount or 0 for amount in row.amounts)


def _filled_in(budget: Budget) -> bool:
    return any(amount is not None for row in budget.rows for amount in row.amounts)


def _wrongly_stated(table: BudgetTable, budget: Budget) -> Iterable[BudgetProblem]:
    """The sums that somebody wrote, against what the rows come to; one wrong amount may explain two."""
    here, last = sums(budget), len(budget.rows)
    for number, row in enumerate(budget.rows):
        if len(row.amounts) > len(budget.years):
            text = f"{_DEFINITE[table]}: raden ”{row.name}” har fler belopp än det finns år."
            yield BudgetProblem(table, number, len(budget.years), text)
    columns = [*zip(budget.years, here.by_year, strict=False), ("totalt", here.total)]
    off_rows = {
        number: right - row.stated
        for number, (row, right) in enumerate(zip(budget.rows, here.by_row, strict=True))
        if row.stated is not None and row.stated != right
    }
    off_columns = {
        column: right - stated
        for column, ((_, right), stated) in enumerate(zip(columns, budget.stated, strict=False))
        if stated is not None and stated != right
    }
    for row_number, column in _crossing(off_rows, off_columns, len(budget.years)):
        off = off_rows.pop(row_number)
        del off_columns[column]
        if off_columns.get(len(budget.years)) == off:
            del off_columns[len(budget.years)]  # the same amount is wrong in the whole
        name, amount = budget.rows[row_number].name, _filled(budget.rows[row_number])[column]
        text = (
            f"{_DEFINITE[table]}, {name} {budget.years[column]}: {_kr(amount)} ska troligen vara "
            f"{_kr(amount - off)}{_how(amount, amount - off)}. Då stämmer både radens och årets summa."
        )
        yield BudgetProblem(table, row_number, column, text)
    for number in off_rows:
        row = budget.rows[number]
        text = f"{_DEFINITE[table]}: {row.name} är summerad till {_kr(row.stated or 0)}"
        right = here.by_row[number]
        text += f" men blir {_kr(right)}{_how(row.stated or 0, right)}."
        yield BudgetProblem(table, number, len(budget.years), text)
    for column in off_columns:
        name, right = columns[column]
        text = f"{_DEFINITE[table]}: summan {name} är skriven {_kr(budget.stated[column] or 0)}"
        text += f" men raderna blir {_kr(right)}{_how(budget.stated[column] or 0, right)}."
        if column < len(budget.years):
            text += _swapped_row(budget, column, off_columns[column])
        yield BudgetProblem(table, last, column, text)


def _crossing(rows: Mapping[int, int], columns: Mapping[int, int], years: int) -> list[tuple[int, int]]:
    """Return the cells (row, year) where one wrong amount explains a wrong row and a wrong year."""
    return [
        (row, found[0])
        for row, off in rows.items()
        if len(found := [c for c, other in columns.items() if c < years and other == off]) == 1
        and list(rows.values()).count(off) == 1
    ]


def _swapped(one: int, other: int) -> bool:
    """Whether two digits of an amount have changed places in the other: 684 120 and 648 120."""
    pairs = [(a, b) for a, b in zip(str(one), str(other), strict=False) if a != b]
    return len(str(one)) == len(str(other)) and len(pairs) == 2 and pairs[0] == pairs[1][::-1]


def _how(written: int, right: int) -> str:
    return " (två siffror har bytt plats)" if _swapped(written, right) else ""


def _swapped_row(budget: Budget, column: int, off: int) -> str:
    """The only row of a year that has two digits in each other's place, when that makes the sum right."""
    found = [
        (row.name, amount)
        for row in budget.rows
        for amount in row.amounts[column : column + 1]
        if amount is not None and _swapped(amount, amount - off)
    ]
    if len(found) != 1:
        return ""
    ((name, amount),) = found
    return f" Summan stämmer om {_kr(amount)} för {name} ska vara {_kr(amount - off)}."


def _disagreeing(
    costs: Budget, financing: Budget, wrong_cells: Iterable[BudgetProblem]
) -> Iterable[BudgetProblem]:
    """Years, or the whole, where what it costs is not what it is paid with. Told at the financing.

    Where one amount of a year is wrong already, the sums that were written are those to compare.
    """
    spent, paid = sums(costs), sums(financing)
    spent_in = dict(zip(costs.years, spent.by_year, strict=False))
    paid_in = dict(zip(financing.years, paid.by_year, strict=False))
    row, wrong = len(financing.rows), False
    for cell in wrong_cells:
        budget, amounts = (costs, spent_in) if cell.table is BudgetTable.COSTS else (financing, paid_in)
        if cell.row < len(budget.rows) and cell.column is not None and cell.column < len(budget.years):
            wrong = True
            amounts[budget.years[cell.column]] = budget.stated[cell.column] or 0
    for column, year in enumerate(financing.years):
        if spent_in.get(year, 0) != paid_in[year]:
            wrong = True
            yield BudgetProblem(
                BudgetTable.FINANCING,
                row,
                column,
                _against(f"för {year}", spent_in.get(year, 0), paid_in[year]),
            )
    for column, year in enumerate(costs.years):
        if year not in paid_in and spent_in[year]:
            wrong = True
            text = _against(f"för {year}", spent_in[year], 0)
            yield BudgetProblem(BudgetTable.COSTS, len(costs.rows), column, text)
    if spent.total != paid.total and not wrong:
        text = _against("totalt", spent.total, paid.total)
        yield BudgetProblem(BudgetTable.FINANCING, row, len(financing.years), text)


def _share(costs: Budget, percent: float | None, most: int | None) -> Iterable[BudgetProblem]:
    """The share of the costs against the amount decided.

    The share is mostly a whole one, rounded or rounded up: the amount may be up to one per cent less than it,
    or half a per cent more.
    """
    total = sums(costs).total
    if percent is None or most is None or -total / 200 <= percent * total / 100 - most < total / 100:
        return
    part = round(percent * total / 100)
    text = (
        f"{_share_text(percent)}{NBSP}% av kostnaderna, {_kr(total)}, är {_kr(part)}, "
        f"men enligt beslutet är beloppet högst {_kr(most)}."
    )
    yield BudgetProblem(BudgetTable.COSTS, len(costs.rows), len(costs.years), text)


def _share_text(percent: float) -> str:
    return f"{percent:g}".replace(".", ",")


def _against(what: str, spent: int, paid: int) -> str:
    return f"Kostnaderna {what} är {_kr(spent)} men finansieringen {_kr(paid)}."


def _kr(amount: int) -> str:
    return f"{whole_number(amount)}{NBSP}kr"
