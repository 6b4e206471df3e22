"""Workbooks of our own: opened by other programs they hold what was written, and nothing that runs."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from namndstod.documents.workbooks import writer
from namndstod.documents.workbooks.cells import CUT, MOST_TEXT, sheet_name, unique_headings
from namndstod.documents.workbooks.writer import Book, Column, Formula, Kind, Totals, Value

DAY = date(2027, 5, 14)
ODD = (
    "=1+1",
    "=cmd|'/C calc'!A0",
    "+46 70 123",
    "-5",
    "@SUM(A1)",
    "\tindraget",
    "'citat",
    "https://fyren.example/?a=1&b=2",
    "mailto:ada@fyren.example",
    "007",
    "3.2",
    "1e5",
    "TRUE",
    "<r>inte vår</r>",
    "<r><t>inte vår</t></r>",
    "{=A1}",
    "rad ett\nrad två",
    " kant ",
    "hårt\u00a0blank",
    "Åsa Öst ”AB” & Co <x>",
    "\U0001f409 drake",
)


def plain(*values: Value, kind: Kind = Kind.TEXT, totals: Totals = Totals.NONE) -> bytes:
    """A workbook with one column of these values."""
    book = Book("Prov", made=DAY)
    book.sheet("Prov").table([Column(heading="Prov", kind=kind)], [(v,) for v in values], totals=totals)
    return book.close()


def rich() -> bytes:
    """A workbook with a column of each kind, sums above, another table below, and a table of Excel's."""
    book = Book("Beslut & belopp", author="Region Påhitt", subject="Uttag", made=DAY)
    sheet = book.sheet("Register", ("Beslut", "Nämnden"))
    columns = (
        Column(heading="Löpnummer"),
        Column(heading="Belopp", kind=Kind.KRONOR, total=True),
        Column(heading="Antal", kind=Kind.WHOLE, total=True),
        Column(heading="Andel", kind=Kind.SHARE),
        Column(heading="Dag", kind=Kind.DAY),
        Column(heading="Tid", kind=Kind.CLOCK),
        Column(heading="Längd", kind=Kind.LENGTH),
        Column(heading="Klart", kind=Kind.YES),
        Column(heading="Text", kind=Kind.LONG),
    )
    rows = [
        ("D 1", 70_063, 1, 0.25, date(2027, 1, 31), time(9, 30), timedelta(hours=26), True, "kort"),
        ("D 2", -500, 2, 0.5, date(1900, 3, 1), time(0), None, False, "lång text " * 30),
        ("D 3", None, 0, None, date(1899, 12, 31), None, timedelta(minutes=5), None, None),
        ("D 4", 10**12, 4, 0, None, time(23, 59), None, True, ""),
    ]
    place = sheet.table(columns, rows, totals=Totals.ABOVE, name="Beslut", hold=1)
    checks = [("Belopp", Formula(f"=SUM({place.column('Belopp')[1:]})", 10**12 + 69_563))]
    sheet.table([Column(heading="Vad"), Column(heading="Summa", kind=Kind.KRONOR, total=True)], checks)
    book.sheet("Data").table(columns, rows, totals=Totals.BELOW)
    return book.close()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def test_every_odd_text_is_the_same_text_in_other_programs() -> None:
    data = plain(*ODD)
    cells = [row[0] for row in load_workbook(io.BytesIO(data))["Prov"].iter_rows(min_row=2)]
    assert [c.value for c in cells] == list(ODD)
    assert {c.data_type for c in cells} == {"s"}
    assert all(c.hyperlink is None for c in cells)
    assert cells[0].quotePrefix  # also when somebody edits the cell
    read = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("Prov").to_python()
    assert [row[0] for row in read[1:]] == list(ODD)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_any_text_comes_back_but_for_signs_that_no_workbook_holds(text: str) -> None:
    (_, *rows) = load_workbook(io.BytesIO(plain("först", text)))["Prov"].iter_rows(values_only=True)
    shown = re.sub("\r\n?|[\x0b\x0c\u2028\u2029]", "\n", text)
    shown = re.sub("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", shown)
    if not re.search("_x[0-9a-fA-F]{4}_", shown):  # openpyxl leaves Excel's own way of writing these
        assert [row[0] or "" for row in rows[1:]] == ([shown] if text else [])


def test_a_text_that_has_no_room_is_cut_and_told_and_so_are_signs_that_cannot_be_shown() -> None:
    book = Book("Prov")
    book.sheet("Prov").table(
        [Column(heading="Text")], [("x" * 40_000,), ("a\x01b",), ("\U0001f409" * 16_383,)]
    )
    assert book.remarks == ("2 texter fick kortas, eller hade tecken som Excel inte kan visa.",)
    values = [row[0] for row in load_workbook(io.BytesIO(book.close()))["Prov"].iter_rows(values_only=True)]
    assert values[1] == "x" * (MOST_TEXT - len(CUT)) + CUT
    assert values[2] == "ab"
    assert values[3] == "\U0001f409" * 16_383


def test_days_numbers_and_times_are_real_ones_and_the_rest_is_text() -> None:
    sheet = load_workbook(io.BytesIO(rich()))["Register"]
    head, *rows = [list(row) for row in sheet.iter_rows(min_row=5, max_row=9)]
    assert [c.value for c in head][:3] == ["Löpnummer", "Belopp", "Antal"]
    assert [c.data_type for c in rows[0]] == ["s", "n", "n", "n", "d", "d", "d", "s", "s"]
    assert rows[0][1].number_format == "#,##0"
    assert rows[0][4].number_format == "yyyy-mm-dd"
    assert rows[0][5].value == time(9, 30)
    assert rows[0][6].number_format == "[h]:mm"
    assert [row[4].value for row in rows] == [
        datetime(2027, 1, 31),
        datetime(1900, 3, 1),
        "1899-12-31",  # Excel has no such day
        None,
    ]
    assert [row[7].value for row in rows] == ["Ja", "Nej", None, "Ja"]
    assert rows[3][1].value == 10**12


def test_numbers_that_excel_would_round_are_text() -> None:
    values = [
        r[0] for r in load_workbook(io.BytesIO(plain(10**15 - 1, 10**15, kind=Kind.KRONOR)))["Prov"].values
    ]
    assert values[1:] == [10**15 - 1, str(10**15)]


def test_sums_are_formulas_that_follow_the_filters_with_their_value_stored() -> None:
    data = rich()
    formulas, stored = (load_workbook(io.BytesIO(data), data_only=only) for only in (False, True))
    register, values = formulas["Register"], stored["Register"]
    assert [register[c].value for c in ("A4", "B4", "C4")] == [
        "=SUBTOTAL(103,A6:A9)",
        "=SUBTOTAL(109,B6:B9)",
        "=SUBTOTAL(109,C6:C9)",
    ]
    assert [values[c].value for c in ("A4", "B4", "C4")] == [4, 10**12 + 69_563, 7]
    assert formulas["Data"]["B6"].value == "=SUBTOTAL(109,B2:B5)"
    assert stored["Data"]["A6"].value == "Summa"
    every = [c.value for s in formulas for row in s.iter_rows() for c in row if c.data_type == "f"]
    assert every == [*(register[c].value for c in ("A4", "B4", "C4")), "=SUM('Register'!$B$6:$B$9)",
                     "=SUBTOTAL(109,B2:B5)", "=SUBTOTAL(109,C2:C5)"]  # fmt: skip


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_libreoffice_reckons_the_values_that_are_stored(tmp_path: Path) -> None:
    data = rich()
    bare = tmp_path / "bar.xlsx"
    with zipfile.ZipFile(bare, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts(data).items():
            file.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", content))
    out = tmp_path / "ut"
    profile = f"-env:UserInstallation=file://{tmp_path / 'profil'}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(bare)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    reckoned = load_workbook(out / "bar.xlsx", data_only=True)
    stored = load_workbook(io.BytesIO(data), data_only=True)
    assert load_workbook(bare, data_only=True)["Register"]["B4"].value is None
    for sheet, cell in (("Register", "A4"), ("Register", "B4"), ("Register", "C4"), ("Data", "B6")):
        assert reckoned[sheet][cell].value == stored[sheet][cell].value
    assert reckoned["Register"]["B12"].value == stored["Register"]["B12"].value == 10**12 + 69_563


def test_the_head_is_frozen_repeated_in_print_and_can_be_filtered() -> None:
    book = load_workbook(io.BytesIO(rich()))
    register, data = book["Register"], book["Data"]
    assert (register.freeze_panes, data.freeze_panes) == ("B6", "A2")
    assert register.print_title_rows == "$5:$5"
    assert (register.page_setup.orientation, int(register.page_setup.paperSize or 0)) == ("landscape", 9)
    assert (register.page_setup.fitToWidth or 1, register.page_setup.fitToHeight) == (1, 0)
    foot = parts(rich())["xl/worksheets/sheet1.xml"]
    assert b"&amp;LBeslut &amp;&amp; belopp&amp;RSida &amp;P av &amp;N" in foot
    table = register.tables["Beslut"]
    assert (table.ref, table.autoFilter.ref) == ("A5:I9", "A5:I9")
    assert [c.name for c in table.tableColumns] == [c.value for c in register[5]]
    assert data.auto_filter.ref == "A1:I5"  # the sum is no part of it
    assert not register.merged_cells.ranges


def test_nothing_runs_nothing_leads_out_and_every_part_is_sound() -> None:
    found = parts(rich())
    for name, content in found.items():
        fromstring(content)
        assert not re.search(r"vba|externalLink|connection|query|hyperlink", name)
        assert b'TargetMode="External"' not in content
        assert b"<hyperlink" not in content
    assert "docProps/core.xml" in found
    assert "Region Påhitt".encode() in found["docProps/core.xml"]


def test_the_same_values_make_the_same_bytes() -> None:
    assert rich() == rich()


def test_what_a_sheet_has_no_room_for_goes_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "MOST_ROWS", 9)
    book = Book("Prov")
    sheet = book.sheet("Långt", ("Prov",))
    columns = [Column(heading="Nr", kind=Kind.NUMBER, total=True)]
    sheet.table(columns, [(n,) for n in range(1, 12)], totals=Totals.BELOW, name="Data")
    made = load_workbook(io.BytesIO(book.close()))
    assert made.sheetnames == ["Långt", "Långt (2)", "Långt (3)"]
    numbers = [c.value for s in made for row in s.iter_rows(min_row=4) for c in row if c.data_type == "n"]
    assert [n for n in numbers if n is not None] == list(range(1, 12))
    assert [list(s.tables) for s in made] == [["Data"], ["Data_2"], ["Data_3"]]
    assert made["Långt (3)"]["A1"].value == "Prov"


def test_an_empty_table_has_a_head_and_a_sum_of_nothing() -> None:
    book = Book("Prov")
    columns = [Column(heading="Dnr"), Column(heading="Belopp", kind=Kind.KRONOR, total=True)]
    book.sheet("Prov").table(columns, [], totals=Totals.ABOVE, name="Data")
    sheet = load_workbook(io.BytesIO(book.close()), data_only=True)["Prov"]
    assert [[c.value for c in row] for row in sheet.iter_rows()] == [[0, 0], ["Dnr", "Belopp"]]


@pytest.mark.parametrize(
    ("wanted", "taken", "got"),
    [
        ("Per månad", [], "Per månad"),
        ("A/B [1]: *?\\", [], "A B  1"),
        ("x" * 40, [], "x" * 31),
        ("Data", ["data"], "Data (2)"),
        ("History", [], "Historik"),
        ("'’'", [], "’"),
        ("", [], "Blad"),
    ],
)
def test_sheets_have_names_that_excel_takes(wanted: str, taken: list[str], got: str) -> None:
    assert sheet_name(wanted, taken) == got


def test_headings_are_told_apart() -> None:
    assert unique_headings(["Dnr", "dnr", "", " Två\nrader ", "Dnr (2)"]) == [
        "Dnr",
        "dnr (2)",
        "Kolumn 3",
        "Två rader",
        "Dnr (2) (2)",
    ]
