"""«Om filen»: the last sheet of a workbook, which says what it holds and how it was made."""

from __future__ import annotations

from collections.abc import Sequence

from namndstod.domain.exports import Export

from .writer import Book, Column, Kind


def begin(title: str, export: Export) -> Book:
    """Return a new workbook with the properties of an export."""
    return Book(title, subject=export.line, author=export.organisation or export.body, made=export.made)


def about(book: Book, export: Export, told: Sequence[tuple[str, str]], name: str = "Om filen") -> None:
    """Write the sheet: the facts of the export, what `told` explains, and what Excel could not hold."""
    facts = (
        ("Innehåll", book.title),
        ("Nämnd", export.body),
        ("Urval", export.chosen),
        ("Period", export.period or ("" if export.chosen else "alla dagar")),
        ("Uttag", export.made.isoformat()),
        ("Utgåva", export.audience),
        *told,
        *(("Observera", remark) for remark in book.remarks),
        ("Program", "Nämndstöd"),
    )
    columns = (Column(heading="Uppgift", width=22), Column(heading="Beskrivning", kind=Kind.LONG, width=100))
    sheet = book.sheet(name, (name,))
    sheet.table(columns, [fact for fact in facts if fact[1]], filters=False)
