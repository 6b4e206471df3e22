"""A heading that may mean two things means what stands below it."""

from __future__ import annotations

import pytest

from namndstod.domain.intake.delegated.understanding import read_delegated
from namndstod.domain.intake.found_delegated import DelegatedField, FoundTable
from namndstod.domain.intake.sheets import Cell, Sheet, Workbook


def table(*rows: list[Cell]) -> FoundTable:
    sheet = Sheet(name="Blad1", rows=list(rows))
    return read_delegated(Workbook(name="lista.xlsx", kind="xlsx", sheets=(sheet,))).tables[0]


@pytest.mark.parametrize(
    ("heading", "cells", "amounts"),
    [
        ("Bidrag", (12500, 100000), [12500, 100000]),
        ("Stöd (tkr)", (12.5, 30), [12500, 30000]),
        ("Beviljat bidrag", ("12 500 kr", "-"), [12500, None]),
    ],
)
def test_support_in_numbers_is_an_amount(
    heading: str, cells: tuple[Cell, Cell], amounts: list[int | None]
) -> None:
    found = table(
        ["Dnr", heading, "Kommun", "Beslutsdatum", "Delegat"],
        ["BYN 2027/4", cells[0], "Granby", "2027-01-12", "Eva Alm"],
        ["BYN 2027/5", cells[1], "Granby", "2027-01-13", "Eva Alm"],
    )
    assert [row.amount for row in found.rows] == amounts
    assert found.columns[1].field is DelegatedField.AMOUNT


@pytest.mark.parametrize(
    "heading", ["Beslutets innehåll", "Beslutstext", "Handlingsrubrik", "Beslut i korthet"]
)
def test_what_is_decided_has_many_names(heading: str) -> None:
    found = table(
        ["Dnr", "Datum", heading, "Motpart/leverantör", "Beviljade medel", "Fastställd av"],
        ["KUN 2027/4", "2027-01-12", "Avtal om lokal", "Alkärr AB", "9 000 kr", "Eva Alm"],
        ["KUN 2027/5", "2027-01-13", "Avtal om städning", "Bäckvik AB", "7 000 kr", "Eva Alm"],
    )
    assert [(row.kind, row.recipient, row.amount, row.decided_by) for row in found.rows] == [
        ("Avtal om lokal", "Alkärr AB", 9000, "Eva Alm"),
        ("Avtal om städning", "Bäckvik AB", 7000, "Eva Alm"),
    ]


def test_support_in_words_is_what_is_decided_on() -> None:
    found = table(
        ["Dnr", "Bidrag", "Belopp", "Beslutsdatum", "Delegat"],
        ["BYN 2027/4", "Mikrobidrag", 5000, "2027-01-12", "Eva Alm"],
        ["BYN 2027/5", "Konsultstöd", 7000, "2027-01-13", "Eva Alm"],
    )
    assert [(row.kind, row.amount) for row in found.rows] == [("Mikrobidrag", 5000), ("Konsultstöd", 7000)]
