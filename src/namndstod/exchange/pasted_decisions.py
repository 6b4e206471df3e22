"""Delegated decisions copied from a spreadsheet: rows of the clipboard, understood as any list of them."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import Final

from namndstod.domain.delegation import ColumnMapping, DelegatedDecision
from namndstod.domain.delegation_lists import looks_private
from namndstod.domain.intake.delegated.report import sentence
from namndstod.domain.intake.delegated.understanding import read_delegated
from namndstod.domain.intake.found_delegated import FoundDecision
from namndstod.domain.intake.sheets import Cell, Sheet, Workbook

_OURS: Final = (
    "diary_number",
    "decided_on",
    "point",
    "kind",
    "recipient",
    "branch",
    "gender",
    "municipality",
    "amount",
    "decided_by",
)
"""The columns of our own list."""
_WITHOUT_DAY_AND_POINT: Final = tuple(f for f in _OURS if f not in ("decided_on", "point"))


@dataclass(frozen=True, slots=True)
class PastedDecisions:
    """The decisions in order, and Swedish sentences on what was not understood."""

    decisions: tuple[DelegatedDecision, ...]
    unclear: tuple[str, ...]


def read_decisions(text: str) -> PastedDecisions:
    """Return the decisions of copied rows; without a heading the columns may stand as in our own list."""
    try:
        rows: list[list[Cell]] = [list(row) for row in csv.reader(io.StringIO(text), dialect="excel-tab")]
    except csv.Error:  # a cell larger than any that a list has
        return PastedDecisions((), ("Det som kopierades är inga rader ur en lista.",))
    if not text.strip():
        return PastedDecisions((), ())
    width = max(map(len, rows))
    sheet = Sheet(name="", rows=[row + [""] * (width - len(row)) for row in rows])
    found = read_delegated(Workbook(name="", kind="csv", sheets=(sheet,)), _as_in_our_list())
    decisions = [row for table in found.tables for row in table.rows]
    if not decisions:
        return PastedDecisions((), ("Kolumnerna känns inte igen. Kopiera raderna med rubrikraden överst.",))
    unclear = [doubt.message for doubt in found.doubts]
    unclear += [doubt.message for table in found.tables for doubt in table.doubts]
    unclear += [sentence(row.source_row, doubt) for row in decisions for doubt in row.doubts]
    return PastedDecisions(tuple(map(_decision, decisions)), tuple(unclear))


def _as_in_our_list() -> tuple[ColumnMapping, ...]:
    """Say what the columns of our own list are when its rows are copied without their heading."""
    return tuple(
        ColumnMapping(id="", body_id="", sender="", headings=("",) * len(fields), fields=fields)
        for fields in (_OURS, _WITHOUT_DAY_AND_POINT)
    )


def _decision(row: FoundDecision) -> DelegatedDecision:
    return DelegatedDecision(
        id="",
        body_id="",
        position=0,
        diary_number=row.diary_number,
        kind=row.kind,
        recipient=row.recipient,
        personal=looks_private(row.recipient),
        branch=row.branch,
        gender=row.gender,
        municipality=row.municipality,
        amount=row.amount,
        decided_by=row.decided_by,
        decided_by_title=row.decided_by_title,
        decided_on=row.decided_on,
        point=row.point,
        serial=row.serial,
        urgent=row.urgent,
        note=row.note,
        extra=row.extra,
    )
