"""Errors go back as Excel: the sender's own workbook, marked, or a new one where that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from namndstod.domain.findings.delegated_finding import RowFinding
from namndstod.domain.findings.finding import Severity
from namndstod.domain.intake.cell_marks import CellMark
from namndstod.domain.intake.found_delegated import FoundTable, RowDoubt

if TYPE_CHECKING:
    from .planning import DelegationPlan

_ENDING = " att rätta"
_ROW = re.compile(r"Rad (\d{1,7}): ")
_KEPT = (".xlsx", ".xlsm", ".xltx", ".xltm")


@dataclass(frozen=True, slots=True)
class Marked:
    """Listan att rätta: the file, what to call it, and why it is a new workbook, where it is one."""

    data: bytes
    name: str
    reason: str = ""

    @property
    def new_workbook(self) -> bool:
        """Whether it is a new workbook with the same cells, not the sender's own."""
        return bool(self.reason)


def marks_of(plan: DelegationPlan) -> tuple[CellMark, ...]:
    """Return what the sender is asked to mend: of each row, of each table, and of the list as a whole."""
    tables = plan.found.tables
    places: list[dict[str, int]] = [
        {c.field: c.place for c in reversed(table.columns) if c.field is not None} for table in tables
    ]  # by field, its first column
    headings = [{c.place: c.heading for c in table.columns} for table in tables]

    def marks() -> Iterator[CellMark]:
        yield from _whole(plan.findings)
        for number, table in enumerate(tables):
            yield from _of_table(table, places[number], headings[number])
        for row in plan.rows:
            if not row.findings and not row.found.doubts:
                continue
            sheet, at = tables[row.table].sheet, row.found.source_row
            for field, severity, message, source in _of_row(row.findings, row.found.doubts):
                column = places[row.table].get(field)
                heading = headings[row.table].get(column or 0, "")
                yield CellMark(
                    sheet=sheet,
                    row=at,
                    column=column,
                    severity=severity,
                    message=message,
                    source=source,
                    heading=heading,
                )

    return tuple(marks())


def marked(data: bytes, name: str, marks: Sequence[CellMark]) -> Marked:
    """Return a file with the marks in it. Reads a file of somebody else's: for the worker.

    Raises CannotShow for a file that isn't a workbook.
    """
    from namndstod.documents.workbooks.marked_copy import marked_copy
    from namndstod.exchange.detect import Kind, detect
    from namndstod.exchange.problems import CannotShow
    from namndstod.exchange.workbooks.marking import mark
    from namndstod.exchange.workbooks.reading import read_workbook

    path = PurePath(name)
    stem = path.stem if path.stem.endswith(_ENDING) else path.stem + _ENDING
    if detect(data, name).kind is Kind.XLSX:
        ending = path.suffix if path.suffix.lower() in _KEPT else ".xlsx"
        try:
            return Marked(mark(data, marks), stem + ending)
        except CannotShow as error:
            reason = str(error)
    else:
        ending = path.suffix.lower()
        reason = f"Märkningar kan inte skrivas i en {ending}-fil." if ending else "Filen kan inte märkas."
    made = marked_copy(read_workbook(data, name), marks)
    return Marked(made, f"{stem}.xlsx", f"{reason} Listan är därför en ny arbetsbok med samma celler.")


def _whole(findings: Iterable[RowFinding]) -> Iterator[CellMark]:
    for finding in findings:
        if finding.severity is not Severity.INFORM:
            yield CellMark(severity=finding.severity, message=finding.message, source=finding.source)


def _of_table(table: FoundTable, places: dict[str, int], headings: dict[int, str]) -> Iterator[CellMark]:
    """Yield what is unclear in a table as a whole, at the row that it begins with («Rad 9: …»).

    What names a column alone stands at its heading.
    """
    head = max(table.heading_rows, default=0)
    for doubt in table.doubts:
        column = places.get(doubt.field)
        at = _ROW.match(doubt.message)
        row = int(at[1]) if at is not None else head
        yield CellMark(
            sheet=table.sheet,
            row=row if column else 0,
            column=column,
            severity=Severity.WARN,
            message=doubt.message[at.end() :] if at is not None and column else doubt.message,
            heading=headings.get(column or 0, ""),
        )


def _of_row(
    findings: Iterable[RowFinding], doubts: Sequence[RowDoubt]
) -> Iterator[tuple[str, Severity, str, str]]:
    """Yield field, severity, sentence and source; what could not be read is not also told as missing."""
    unclear = {doubt.field for doubt in doubts}
    for doubt in doubts:
        yield doubt.field, Severity.WARN, doubt.message, ""
    for finding in findings:
        missing = finding.code.startswith("missing_") and finding.field in unclear
        if finding.severity is not Severity.INFORM and not missing:
            yield finding.field, finding.severity, finding.message, finding.source
