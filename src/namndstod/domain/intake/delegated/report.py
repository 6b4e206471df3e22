"""What was understood of a list of delegated decisions, as a JSON object and for a person to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ...swedish import NBSP, counted, plain, whole_number
from ..as_json import day_json
from ..found_delegated import DelegatedField, FoundColumn, FoundDecision, FoundDelegated, RowDoubt
from ..sheets import column_letters

OK, WARNING, ERROR = "ok", "warning", "error"
_MISSING: Final = "–"
FIELD_NAMES: Final = {
    DelegatedField.SERIAL: "löpnummer",
    DelegatedField.DIARY_NUMBER: "diarienummer",
    DelegatedField.KIND: "vad beslutet gäller",
    DelegatedField.RECIPIENT: "mottagare",
    DelegatedField.BRANCH: "bransch",
    DelegatedField.GENDER: "kön",
    DelegatedField.MUNICIPALITY: "kommun",
    DelegatedField.AMOUNT: "belopp",
    DelegatedField.DECIDED_BY: "beslutsfattare",
    DelegatedField.DECIDED_BY_TITLE: "beslutsfattarens titel",
    DelegatedField.DECIDED_ON: "beslutsdatum",
    DelegatedField.POINT: "punkt i delegationsordningen",
    DelegatedField.NOTE: "anmärkning",
    DelegatedField.URGENT: "ordförandebeslut",
}
"""What people call the fields of a decision."""


class Judged(NamedTuple):
    """How a row stands: «ok», «warning» or «error», and the sentences that say why."""

    status: str = OK
    findings: tuple[str, ...] = ()


def judged(row: FoundDecision) -> Judged:
    """Judge a row by what was unclear in it alone: a cell that could not be read is an error."""
    if not row.doubts:
        return Judged()
    status = ERROR if any(_is_lost(row, doubt) for doubt in row.doubts) else WARNING
    return Judged(status, tuple(sentence(row.source_row, doubt) for doubt in row.doubts))


def sentence(row: int, doubt: RowDoubt) -> str:
    """Return a doubt with its row: «Rad 14: ”många” är inget belopp i kronor.»"""
    return f"Rad {row}: {doubt.message}"


def _is_lost(row: FoundDecision, doubt: RowDoubt) -> bool:
    """Whether something stands in a cell that nothing was made of."""
    return bool(doubt.words and doubt.field) and getattr(row, doubt.field) in ("", None)


def delegated_json(found: FoundDelegated, rules: Sequence[Judged] = ()) -> dict[str, object]:
    """Return what `read-delegation --json` prints. `rules`: what a delegationsordning says of each row."""
    period = _period(found)
    rows = [(table.sheet, row) for table in found.tables for row in table.rows]
    verdicts = [judged(row) for _, row in rows]
    if rules:
        verdicts = [_both(mine, other) for mine, other in zip(verdicts, rules, strict=True)]
    return {
        "title": _title(found),
        "period": period,
        "columns": [_column_json(t.sheet, column) for t in found.tables for column in t.columns],
        "rows": [
            _row_json(sheet, row, verdict) for (sheet, row), verdict in zip(rows, verdicts, strict=True)
        ],
        "total": _total(found),
        "stated_total": [t.stated_total for t in found.tables if t.stated_total is not None] or None,
        "findings": _findings(found),
    }


def _both(mine: Judged, other: Judged) -> Judged:
    worst = max(mine.status, other.status, key=(OK, WARNING, ERROR).index)
    return Judged(worst, tuple(dict.fromkeys((*mine.findings, *other.findings))))


def _column_json(sheet: str, column: FoundColumn) -> dict[str, object]:
    return {
        "sheet": sheet,
        "column": column_letters(column.place),
        "heading": column.heading or None,
        "field": column.field.value if column.field else None,
        "sure": column.sure,
    }


def _row_json(sheet: str, row: FoundDecision, verdict: Judged) -> dict[str, object]:
    return {
        "serial": row.serial or None,
        "diary_number": row.diary_number or None,
        "kind": row.kind or None,
        "recipient": row.recipient or None,
        "branch": row.branch or None,
        "gender": row.gender or None,
        "municipality": row.municipality or None,
        "amount": row.amount,
        "decided_by": row.decided_by or None,
        "decided_by_title": row.decided_by_title or None,
        "decision_date": day_json(row.decided_on),
        "delegation_point": row.point or None,
        "urgent": row.urgent,
        "personal": row.personal,
        "note": row.note or None,
        **_own_json(row),
        "extra": [{"heading": heading, "text": text} for heading, text in row.extra],
        "hidden": row.hidden,
        "sheet": sheet,
        "source_row": row.source_row,
        "status": verdict.status,
        "findings": list(verdict.findings),
    }


def _own_json(row: FoundDecision) -> dict[str, object]:
    """Return what the register's own workbook tells beside what any list does."""
    if row.own is None:
        return {}
    return {
        "personal": row.own.personal,
        "appeal": row.own.appeal.value if row.own.appeal else None,
        "recorded_on": day_json(row.own.recorded_on),
        "announced_on": day_json(row.own.announced_on),
    }


def _title(found: FoundDelegated) -> str | None:
    return next((table.title for table in found.tables if table.title), None)


def _period(found: FoundDelegated) -> dict[str, str | None] | None:
    starts = [t.period_from for t in found.tables if t.period_from]
    ends = [t.period_to for t in found.tables if t.period_to]
    return {"from": day_json(min(starts)), "to": day_json(max(ends))} if starts and ends else None


def _total(found: FoundDelegated) -> int | None:
    amounts = [row.amount for table in found.tables for row in table.rows if row.amount is not None]
    return sum(amounts) if amounts else None


def _findings(found: FoundDelegated) -> list[str]:
    return [d.message for d in found.doubts] + [d.message for table in found.tables for d in table.doubts]


def delegated_text(found: FoundDelegated, rules: Sequence[Judged] = ()) -> str:
    """Return a report of a list: what it is, how its columns were understood, its rows, what was unclear."""
    return plain("\n".join(_report(found, rules)))


def _report(found: FoundDelegated, rules: Sequence[Judged]) -> Iterator[str]:
    rows = [row for table in found.tables for row in table.rows]
    period, total = _period(found), _total(found)
    yield _title(found) or found.name or "(ingen rubrik)"
    yield ""
    yield f"Period: {period['from']} – {period['to']}" if period else f"Period: {_MISSING}"
    sums = f", {whole_number(total)}{NBSP}kronor" if total is not None else ""
    yield f"{counted(len(rows), 'beslut', 'beslut')}{sums}"
    for table in found.tables:
        yield from ("", f"BLADET ”{table.sheet}”" if table.sheet else "KOLUMNERNA")
        for column in table.columns:
            heading = f"”{column.heading}”" if column.heading else "(ingen rubrik)"
            name = FIELD_NAMES[column.field] if column.field else "förs med som den är"
            unsure = "" if column.sure else " (osäkert)"
            yield f"{column_letters(column.place)}: {heading} → {name}{unsure}"
    yield from ("", "BESLUTEN")
    yield from map(_line, rows)
    verdicts = [judged(row) for row in rows]
    if rules:
        verdicts = [_both(mine, other) for mine, other in zip(verdicts, rules, strict=True)]
    told = [*_findings(found), *(words for verdict in verdicts for words in verdict.findings)]
    if told:
        yield from ("", "OKLART", *told)


def _line(row: FoundDecision) -> str:
    """Return a row as one line, what is empty as a dash."""
    who = " ".join(part for part in (row.decided_by_title, row.decided_by) if part)
    amount = _MISSING if row.amount is None else f"{whole_number(row.amount)}{NBSP}kr"
    day = row.decided_on.isoformat() if row.decided_on else ""
    parts = (row.diary_number or row.serial, day, row.point, row.kind, row.recipient, row.municipality)
    return f"{row.source_row:>5}  " + " | ".join(
        [*(part or _MISSING for part in parts), amount, who or _MISSING]
    )
