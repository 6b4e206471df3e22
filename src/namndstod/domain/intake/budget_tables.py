"""Kostnads- och finansieringsbudget out of the lines of a paper, with what does not add up in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..budgets import problems
from ..delegation import Budget, BudgetRow
from ..swedish import NBSP, whole_number
from .budget_heads import ColumnKind, Head, TableKind
from .budget_numbers import Chosen, choose
from .budget_rows import Row, Table, tables
from .found import FoundBudget
from .source import SourceLine

_DEFINITE: Final = {
    TableKind.COSTS: "Kostnadsbudgeten",
    TableKind.FINANCING: "Finansieringsbudgeten",
    TableKind.IN_KIND: "De direktfinansierade kostnaderna",
}


def budget_of(
    lines: Sequence[SourceLine], share_percent: float | None = None, max_amount: int | None = None
) -> FoundBudget | None:
    """Return the budget of a paper, None when it has none; share and amount are what was decided."""
    found: dict[TableKind, Budget] = {}
    unclear: list[str] = []
    parts: list[str] = []
    for table in tables(tuple(lines)):
        if table.kind is not None and table.kind not in found:
            found[table.kind], not_seen, wrong_parts = _budget(table, table.kind)
            unclear += not_seen
            parts += wrong_parts
    if not found:
        return None
    costs, financing = (found.get(kind, Budget()) for kind in (TableKind.COSTS, TableKind.FINANCING))
    wrong = () if unclear else problems(costs, financing, share_percent, max_amount)
    return FoundBudget(
        costs=costs,
        financing=financing,
        in_kind=found.get(TableKind.IN_KIND, Budget()),
        problems=(*unclear, *parts, *(problem.message for problem in wrong)),
        unclear=bool(unclear),
    )


def _budget(table: Table, kind: TableKind) -> tuple[Budget, list[str], list[str]]:
    """Choose how the numbers are read. Returns the budget, what is unclear, and the wrong part sums."""
    head = table.head
    first = next(place for place, row in enumerate(table.rows) if not row.is_sum)
    sum_places = [place for place, row in enumerate(table.rows) if row.is_sum and place > first]
    end = sum_places[-1] if sum_places else len(table.rows)
    rows = [row for row in table.rows[:end] if not row.is_sum]
    printed = [*rows, *table.rows[end : end + 1]]
    chosen = choose([row.read for row in printed], bool(sum_places), head.total)
    called = [row.called(one.reading) for row, one in zip(printed, chosen, strict=True)]
    unclear = [
        f"{_DEFINITE[kind]}: det går inte att se vilka belopp som hör till vilken kolumn på raden ”{name}”."
        for name, one in zip(called, chosen, strict=True)
        if not one.certain
    ]
    made = [
        BudgetRow(name=name, amounts=_amounts(one, head), stated=_total(one, head))
        for name, one in zip(called, chosen, strict=True)
    ]
    stated = (*made[-1].amounts, made[-1].stated) if sum_places else ()
    parts = _part_sums(table.rows[:end], made, head, kind) if not unclear else []
    return Budget(years=head.years, rows=tuple(made[: len(rows)]), stated=stated), unclear, parts


def _amounts(chosen: Chosen, head: Head) -> tuple[int | None, ...]:
    """The amounts of the years, in kronor; none when it is unclear which they are."""
    kept = [
        cell
        for cell, (kind, _) in zip(chosen.reading.cells, head.kept, strict=True)
        if kind is ColumnKind.AMOUNT
    ]
    return tuple(None if cell is None or not chosen.certain else cell * head.factor for cell in kept)


def _total(chosen: Chosen, head: Head) -> int | None:
    total = None if head.total is None or not chosen.certain else chosen.reading.cells[head.total]
    return None if total is None else total * head.factor


def _part_sums(printed: Sequence[Row], made: Sequence[BudgetRow], head: Head, kind: TableKind) -> list[str]:
    """Check lines of sums within a table against the rows above, back to the line before or all of them."""
    wrong: list[str] = []
    seen = since = 0
    for row in printed:
        if not row.is_sum:
            seen += 1
            continue
        (one,) = choose([row.read], False, head.total)
        columns = zip((*_amounts(one, head), _total(one, head)), (*head.years, "totalt"), strict=True)
        for place, (written, name) in enumerate(columns):
            right = [_column_sum(made[first:seen], place) for first in (since, 0)]
            if written is not None and written not in right:
                wrong.append(
                    f"{_DEFINITE[kind]}: {row.name} {name} är skriven {_kr(written)} "
                    f"men raderna ovanför blir {_kr(right[0])}."
                )
        since = seen
    return wrong


def _column_sum(rows: Sequence[BudgetRow], place: int) -> int:
    """What rows come to in a year, or in all, which is the place after the years."""
    if place < len(rows[0].amounts) if rows else False:
        return sum(row.amounts[place] or 0 for row in rows)
    return sum(amount or 0 for row in rows for amount in row.amounts)


def _kr(amount: int) -> str:
    return f"{whole_number(amount)}{NBSP}kr"
