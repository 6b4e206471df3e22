"""How the workbooks of made-up houses are written down: a line of text for each row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from namndstod.domain.intake.found_delegated import FoundDecision, FoundDelegated
from namndstod.domain.intake.sheets import Cell, Sheet, Workbook

Merged = tuple[int, int, int, int]


@dataclass(frozen=True, kw_only=True)
class Page:
    """A sheet. Cells stand between |; #12.5 is a number, @2027-04-02 a day, ¤SUM(A1)=12 a formula."""

    name: str = "Blad1"
    text: str = ""
    merged: tuple[Merged, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()

    @property
    def rows(self) -> list[list[str]]:
        lines = self.text.strip("\n").split("\n")
        cells = [[cell.strip(" ") for cell in line.split("|")] for line in lines]
        width = max(map(len, cells))
        return [row + [""] * (width - len(row)) for row in cells]


@dataclass(frozen=True, kw_only=True)
class House:
    """A workbook, and what it says: `rows` in order, each with the fields that doubt is told of."""

    name: str
    pages: tuple[Page, ...]
    rows: tuple[tuple[FoundDecision, tuple[str, ...]], ...]
    title: str = ""
    period: tuple[date, date] | None = None
    stated: int | None = None
    doubts: tuple[str, ...] = ()  # words of doubts about a table or the file
    headings: tuple[str, ...] = ()  # of the first table, where they are worth a look


def cell(written: str) -> Cell:
    """Return what a reader of files gives for a cell."""
    if written.startswith("¤"):
        written = "#" + written.rpartition("=")[2]
    if written.startswith("#"):
        return float(written[1:])
    if written.startswith("@"):
        return (
            date.fromisoformat(written[1:11]) if len(written) == 11 else datetime.fromisoformat(written[1:])
        )
    return written.replace("\\n", "\n")


def workbook(house: House) -> Workbook:
    """Return the cells as they come out of the file."""
    return Workbook(
        name=house.name,
        kind=house.name.rpartition(".")[2],
        sheets=tuple(
            Sheet(
                name=page.name,
                rows=[[cell(c) for c in row] for row in page.rows],
                hidden=page.hidden,
                hidden_rows=page.hidden_rows,
                merged=page.merged,
            )
            for page in house.pages
        ),
    )


def row(at: int, *doubted: str, **fields: object) -> tuple[FoundDecision, tuple[str, ...]]:
    """Return a decision as it is to be read; fields that are not named are empty."""
    short = {"dnr": "diary_number", "to": "recipient", "by": "decided_by", "title": "decided_by_title"}
    short |= {"day": "decided_on", "place": "municipality"}
    named = {short.get(name, name): value for name, value in fields.items()}
    if isinstance(day := named.get("decided_on"), str):
        named["decided_on"] = date.fromisoformat(day)
    return FoundDecision(source_row=at, **named), doubted  # type: ignore[arg-type]


def days(start: str, end: str) -> tuple[date, date]:
    """Return a period."""
    return date.fromisoformat(start), date.fromisoformat(end)


def compare(house: House, found: FoundDelegated) -> None:
    """Hold what was read against what a careful reader gets, field by field."""
    got = [decision for table in found.tables for decision in table.rows]
    bare = [decision._replace(doubts=()) for decision in got]
    wrong = [
        f"rad {wanted.source_row}, {name}: {getattr(mine, name)!r} i stället för {getattr(wanted, name)!r}"
        for mine, (wanted, _) in zip(bare, house.rows, strict=False)
        for name in FoundDecision._fields
        if getattr(mine, name) != getattr(wanted, name)
    ]
    assert not wrong, "\n".join(wrong)
    assert len(got) == len(house.rows), [d.source_row for d in got]
    told = [(d.source_row, tuple(sorted({doubt.field for doubt in d.doubts}))) for d in got]
    right = [(wanted.source_row, tuple(sorted(doubted))) for wanted, doubted in house.rows]
    assert told == right, [(a, b, d.doubts) for a, b, d in zip(told, right, got, strict=True) if a != b]
    first = found.tables[0]
    assert first.title == house.title, first.title
    assert (first.period_from, first.period_to) == (house.period or (None, None)), first.period_from
    assert first.stated_total == house.stated, first.stated_total
    said = [d.message for d in found.doubts] + [d.message for table in found.tables for d in table.doubts]
    assert len(said) == len(house.doubts), said
    for words, message in zip(house.doubts, said, strict=True):
        assert words in message, message
    if house.headings:
        assert tuple(column.heading for column in first.columns) == house.headings
