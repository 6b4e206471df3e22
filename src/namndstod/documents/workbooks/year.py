"""Årsrapport of delegated decisions for the auditors: sums, deviations, the data, and how it was made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.delegation_groups import group_key
from namndstod.domain.delegation_standing import Standing
from namndstod.domain.exports import DecisionLine, Deviation, Export
from namndstod.domain.findings.finding import Severity
from namndstod.domain.swedish import MONTHS
from namndstod.domain.swedish_sort import swedish_key

from .about import about, begin
from .charts import bars
from .register import HOW, register_table
from .writer import Book, Column, Formula, Kind, Place, Row, Sheet, Totals, Value

_NOT_SAID: Final = "(inte angivet)"
_CHARTED = 15  # rows of a chart, the largest first
_SHORT = 15  # rows of a table that leaves room for its chart below it
_SEVERITY: Final = {
    Severity.BLOCK: "måste åtgärdas",
    Severity.WARN: "se över",
    Severity.INFORM: "för kännedom",
}
_GROUPS: Final[tuple[tuple[str, str, Callable[[DelegatedDecision], str]], ...]] = (
    ("Per vad det gäller", "Gäller", lambda d: d.kind.strip()),
    ("Per kommun", "Kommun", lambda d: d.municipality.strip()),
    ("Per kön", "Kön", lambda d: d.gender.strip()),
    ("Per beslutsfattare", "Beslutsfattare", lambda d: d.decided_by.strip() or d.decided_by_title.strip()),
    ("Per punkt", "Punkt", lambda d: d.point.strip()),
)
_SUMS = (
    Column(heading="Antal", kind=Kind.WHOLE, total=True, width=11),
    Column(heading="Summa, kr", kind=Kind.KRONOR, total=True, width=15),
    Column(heading="Största beslut, kr", kind=Kind.KRONOR, width=20),
    Column(heading="Andel av summan", kind=Kind.SHARE, width=18),
)
_DEVIATIONS = (
    Column(heading="Löpnummer"),
    Column(heading="Dnr"),
    Column(heading="Beslutsdatum", kind=Kind.DAY),
    Column(heading="Punkt"),
    Column(heading="Beslutsfattare"),
    Column(heading="Belopp, kr", kind=Kind.KRONOR),
    Column(heading="Allvar", width=16),
    Column(heading="Avvikelse", kind=Kind.LONG, width=60),
    Column(heading="Regel", kind=Kind.LONG, width=30),
)
_TOLD: Final = (
    (
        "Underlag",
        "Alla delegationsbeslut i nämndens register med beslutsdatum i perioden. De står rad för rad på "
        "bladet Data, som är en tabell att göra egna sammanställningar av.",
    ),
    (
        "Summor",
        "Raden Summa på varje blad är en formel. På bladet Översikt jämförs bladens summor med bladet Data: "
        "skillnaden ska vara 0.",
    ),
    (
        "Avvikelser",
        "Varje beslut är prövat mot delegationsordningen som den gällde på beslutsdagen: rätt delegat, rätt "
        "punkt, inom gränserna, anmält i tid, inte anmält två gånger, inga luckor i löpnummer. Det program "
        "som gjorde filen pekar på vad någon behöver titta på; det avgör inte om ett beslut är riktigt.",
    ),
)


def year_workbook(
    lines: Sequence[DecisionLine], deviations: Sequence[Deviation], undated: int, export: Export
) -> bytes:
    """Return the report as .xlsx. `undated` decisions of the register have no day and are in no period."""
    book = begin("Årsrapport delegationsbeslut", export)
    overview = book.sheet("Översikt", ("Delegationsbeslut, årsrapport", export.line))
    decisions = [line.decision for line in lines]
    groups = [_per_month(book, decisions, export)]
    groups += [_per_group(book, decisions, export, *group) for group in _GROUPS]
    _deviations(book, deviations, export)
    data = _data(book, lines, deviations, export)
    _overview(overview, lines, deviations, undated, groups, data)
    about(book, export, (*_TOLD, HOW[1]), "Så är rapporten gjord")
    return book.close()


def _overview(
    sheet: Sheet,
    lines: Sequence[DecisionLine],
    deviations: Sequence[Deviation],
    undated: int,
    groups: Sequence[Place],
    data: Place,
) -> None:
    def row(what: str, chosen: Iterable[DecisionLine]) -> Row:
        found = list(chosen)
        return (what, len(found), sum(line.decision.amount or 0 for line in found))

    def standing(wanted: Standing) -> list[DecisionLine]:
        return [line for line in lines if line.stood.standing is wanted]

    concerned = {id(d.decision) for d in deviations if d.decision is not None}
    rows = [
        row("Beslut i perioden", lines),
        row("varav ordförandebeslut", (line for line in lines if line.decision.urgent)),
        row("varav anmälda för nämnden", (line for line in lines if _told(line))),
        row("varav på en kommande lista", standing(Standing.LISTED)),
        row("varav särskilt protokollförda", (line for line in lines if line.decision.recorded_on)),
        row("varav ej anmälda", standing(Standing.UNREPORTED)),
        row("varav med laga kraft", standing(Standing.LEGAL_FORCE)),
        row("varav utan belopp", (line for line in lines if line.decision.amount is None)),
        row("varav med avvikelse", (line for line in lines if id(line.decision) in concerned)),
    ]
    if undated:
        rows.append(("Beslut utan datum, inte med i rapporten", undated, None))
    columns = (
        Column(heading="Uppgift", width=44),
        Column(heading="Antal", kind=Kind.WHOLE, width=12),
        Column(heading="Summa, kr", kind=Kind.KRONOR, width=16),
    )
    sheet.table(columns, rows, filters=False)
    sheet.line("Avstämning mot bladet Data", size=12)
    checks: list[Row] = [("Bladet Data", *_sums(data, lines))]
    total = sum(line.decision.amount or 0 for line in lines)
    for place in groups:
        counts, amounts = _total(place, 1, len(lines)), _total(place, 2, total)
        checks.append((place.sheet, counts, amounts))
    first = sheet.next_row + 2  # of the checks, as Excel counts rows
    checks = [
        (
            *check,
            Formula(f"=B{first + at}-B{first}", 0),
            Formula(f"=C{first + at}-C{first}", 0),
        )
        for at, check in enumerate(checks)
    ]
    checked = (
        Column(heading="Blad", width=44),
        *columns[1:],
        Column(heading="Skillnad, antal", kind=Kind.WHOLE, width=12),
        Column(heading="Skillnad, kr", kind=Kind.KRONOR, width=16),
    )
    sheet.table(checked, checks, filters=False)


def _told(line: DecisionLine) -> bool:
    """Whether nämnden was told; what is recorded separately may have laga kraft without that."""
    return line.stood.place is not None and line.stood.place.reported


def _sums(data: Place, lines: Sequence[DecisionLine]) -> tuple[Value, Value]:
    """Return how many rows the data have, and the sum of their amounts, as formulas."""
    if not lines:
        return 0, 0
    amounts = data.column("Belopp, kr")[1:]
    total = sum(line.decision.amount or 0 for line in lines)
    return Formula(f"=ROWS({amounts})", len(lines)), Formula(f"=SUM({amounts})", total)


def _total(place: Place, column: int, value: int) -> Value:
    if place.last_row < place.first_row:
        return 0
    return Formula(f"=SUM({place.column(place.columns[column])[1:]})", value)


def _per_month(book: Book, decisions: Sequence[DelegatedDecision], export: Export) -> Place:
    found: dict[str, list[DelegatedDecision]] = defaultdict(list)
    days = [d.decided_on for d in decisions if d.decided_on is not None]
    for year, month in _months(
        export.first or min(days, default=None), export.last or max(days, default=None)
    ):
        found[_month(year, month)] = []
    for decision in decisions:
        day = decision.decided_on
        found[_month(day.year, day.month) if day else _NOT_SAID].append(decision)
    return _group_sheet(book, "Per månad", "Månad", found, export, upright=True)


def _per_group(
    book: Book,
    decisions: Sequence[DelegatedDecision],
    export: Export,
    sheet: str,
    heading: str,
    key: Callable[[DelegatedDecision], str],
) -> Place:
    found: dict[str, list[DelegatedDecision]] = defaultdict(list)
    names: dict[str, str] = {}
    for decision in decisions:
        written = key(decision)
        name = names.setdefault(group_key(written, point=heading == "Punkt"), written)
        found[name].append(decision)

    def order(name: str) -> tuple[object, ...]:
        if heading == "Punkt":
            return (not name, swedish_key(name))
        return (not name, -sum(d.amount or 0 for d in found[name]), -len(found[name]), swedish_key(name))

    ordered = {name or _NOT_SAID: found[name] for name in sorted(found, key=order)}
    return _group_sheet(book, sheet, heading, ordered, export, upright=False)


def _group_sheet(
    book: Book,
    name: str,
    heading: str,
    groups: dict[str, list[DelegatedDecision]],
    export: Export,
    *,
    upright: bool,
) -> Place:
    sheet = book.sheet(name, (f"Delegationsbeslut {name[0].lower()}{name[1:]}", export.line), landscape=False)
    top = sheet.next_row
    whole = sum(d.amount or 0 for found in groups.values() for d in found)
    rows: list[Row] = []
    for label, found in groups.items():
        amounts = [d.amount for d in found if d.amount is not None]
        share = sum(amounts) / whole if whole else None
        rows.append((label, len(found), sum(amounts), max(amounts, default=None), share))
    place = sheet.table((Column(heading=heading, width=30), *_SUMS), rows, totals=Totals.BELOW)
    if len(rows) > 1:
        shown = replace(place, last_row=min(place.last_row, place.first_row + _CHARTED - 1))
        what = "Summa, kr" if whole else "Antal"
        title = f"{what}, {name[0].lower()}{name[1:]}" + (", de största" if len(rows) > _CHARTED else "")
        below = len(rows) <= _SHORT  # then table and chart are seen, and printed, together
        at = (sheet.next_row, 0) if below else (top, len(_SUMS) + 2)
        bars(book, sheet, shown, heading, what, title, upright=upright, at=at)
    return place


def _deviations(book: Book, deviations: Sequence[Deviation], export: Export) -> None:
    sheet = book.sheet("Avvikelser", ("Avvikelser", export.line))
    if not deviations:
        sheet.line("Inga avvikelser hittades.")
        return
    rows: list[Row] = []
    for decision, finding in deviations:
        facts: tuple[Value, ...] = ("Hela registret", *[None] * 5)
        if decision is not None:
            facts = (
                decision.serial,
                decision.diary_number,
                decision.decided_on,
                decision.point,
                decision.decided_by,
                decision.amount,
            )
        rows.append((*facts, _SEVERITY[finding.severity], finding.message, finding.source))
    sheet.table(_DEVIATIONS, rows, hold=2)


def _data(
    book: Book, lines: Sequence[DecisionLine], deviations: Sequence[Deviation], export: Export
) -> Place:
    """Write one row for each decision below a single head: nothing else stands on the sheet."""
    columns, rows = register_table(lines, export)
    counts: dict[int, int] = defaultdict(int)
    for decision, _ in deviations:
        counts[id(decision)] += 1
    more = (
        Column(heading="År", kind=Kind.NUMBER),
        Column(heading="Månad"),
        Column(heading="Avvikelser", kind=Kind.WHOLE),
    )
    whole = []
    for line, row in zip(lines, rows, strict=True):
        day = line.decision.decided_on
        month = f"{day.year}-{day.month:02}" if day else None
        whole.append((*row, day.year if day else None, month, counts[id(line.decision)]))
    return book.sheet("Data").table((*columns, *more), whole, name="Data", hold=2)


def _months(first: date | None, last: date | None) -> Iterable[tuple[int, int]]:
    if first is None or last is None:
        return
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        yield year, month
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _month(year: int, month: int) -> str:
    return f"{MONTHS[month - 1]} {year}"
