"""Workbooks as cells: the same list in every format, and tables in text form as programs write them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from io import BytesIO

import pytest
import xlsxwriter

from namndstod.domain.intake.sheets import Cell, Workbook
from namndstod.exchange.problems import CannotShow
from namndstod.exchange.workbooks.made_by import made_by
from namndstod.exchange.workbooks.reading import read_workbook

from .made_workbooks import FOLDER, ROWS, one_sheet, packed, parts_of, small_list


@pytest.mark.parametrize("kind", ["xlsx", "xlsm", "xls", "ods"])
def test_the_same_list_in_every_format(kind: str) -> None:
    if kind in ("xlsx", "xlsm"):
        data = small_list()
        if kind == "xlsm":
            data = packed({**parts_of(data), "xl/vbaProject.bin": b"never run"})
    else:
        data = (FOLDER / f"lista.{kind}").read_bytes()
    book = read_workbook(data, "mars.bin")
    assert book.kind == kind
    listed, notes = book.sheets
    assert (listed.name, listed.hidden, notes.name, notes.hidden) == ("Bidrag", False, "Anteckningar", True)
    assert listed.rows[0] == ["Beviljade bidrag, Region Älvmark", "", "", "", ""]
    assert [tuple(row) for row in listed.rows[2:5]] == list(ROWS)
    assert listed.rows[5] == [
        "",
        "Summa",
        127563.5,
        "",
        "",
    ]  # the stored value of a formula; an error is empty
    assert listed.merged == ((1, 1, 1, 5),)
    assert listed.hidden_rows == {4}
    assert notes.rows == [["", ""], ["", ""], ["", "två\nrader"]]
    assert book.author == ("" if kind == "xls" else "Vera Sund")


@pytest.mark.parametrize(
    ("names", "who"),
    [
        (("openpyxl", "Vera Sund"), "Vera Sund"),
        (("XlsxWriter", None), ""),
        (("Microsoft Excel", "Microsoft Office User"), ""),
        (("LibreOffice/7.6.4", ""), ""),
        (("Excelsa Falk", ""), "Excelsa Falk"),
    ],
)
def test_a_program_is_nobody_who_made_a_list(names: tuple[str | None, str | None], who: str) -> None:
    assert made_by(*names) == who


def test_days_count_from_1904_where_the_file_says_so() -> None:
    assert read_workbook(small_list(date_1904=True), "x.xlsx").sheets[0].rows[2][3] == date(2027, 3, 4)


def test_cells_are_of_the_type_that_their_format_says() -> None:
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    formats = ["yyyy-mm-dd hh:mm", "hh:mm", "[h]:mm", "0%", "[$-41D]d mmmm yyyy;@", '# ##0 "mån"', "@"]
    for at, (value, looks) in enumerate(zip([46000.5, 0.5, 1.5, 0.25, 46000, 12, 3], formats, strict=True)):
        sheet.write_number(0, at, value, book.add_format({"num_format": looks}))
    book.close()
    assert read_workbook(out.getvalue(), "x").sheets[0].rows[0] == [
        datetime(2025, 12, 9, 12), time(12), timedelta(hours=36), 0.25, date(2025, 12, 9), 12.0, 3.0,
    ]  # fmt: skip


def test_what_formulas_leave_open_is_told() -> None:
    book = read_workbook(
        one_sheet(
            '<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v></v></c>'
            '<c r="C1"><f>1+1</f><v>2</v></c><c r="D1" t="str"><f>""</f><v></v></c>'
            '<c r="E1" t="e"><f>A0</f><v>#REF!</v></c></row>'
        ),
        "x.xlsx",
    )
    assert book.sheets[0].rows == [["", "", 2.0]]
    assert book.doubts == (
        "Bladet ”Blad” har formler utan uträknat värde (A1, B1): öppna filen i Excel, spara den och läs in "
        "den igen.",
        "Bladet ”Blad” har celler som visar fel i stället för ett värde (E1).",
    )


def test_characters_that_no_paper_can_hold_are_gone() -> None:
    strings = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        "<si><t>Sve_x0007_a_x000D_\nRo\u0085s\ufffe</t></si></sst>"
    )
    cells = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>a\u0003b</t></is></c></row>'
    )
    assert read_workbook(one_sheet(cells, strings=strings), "x").sheets[0].rows == [["Svea\nRo\ns", "ab"]]


def test_empty_rows_and_columns_at_the_ends_are_cut() -> None:
    book = read_workbook(
        one_sheet(
            '<row r="3"><c r="B3"><v>1</v></c><c r="C3" t="inlineStr"><is><t></t></is></c></row>'
            '<row r="9" hidden="1"><c r="F9" s="0"/></row>'
        ),
        "x",
    )
    assert book.sheets[0].rows == [["", ""], ["", ""], ["", 1.0]]


def table(data: bytes, name: str = "mars.csv") -> list[list[Cell]]:
    book = read_workbook(data, name)
    assert (book.kind, len(book.sheets)) == ("csv", 1)
    return book.sheets[0].rows


TEXT = "Dnr;Sökande;Belopp\nRN 2027/14;Åsens Snickeri AB;70 063,50\nRN 2027/15;Lövö Café;12 500,00\n"
CELLS = [["Dnr", "Sökande", "Belopp"], ["RN 2027/14", "Åsens Snickeri AB", "70 063,50"],
         ["RN 2027/15", "Lövö Café", "12 500,00"]]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("separator", [";", "\t", "|", ","])
def test_encodings_and_separators(encoding: str, separator: str) -> None:
    text = TEXT if separator == ";" else TEXT.replace(",", ".").replace(";", separator)
    wanted = CELLS if separator == ";" else [[c.replace(",", ".") for c in row] for row in CELLS]
    assert table(text.replace("\n", "\r\n").encode(encoding)) == wanted


def test_a_comma_within_amounts_separates_nothing() -> None:
    assert table(b"1,5;2,5;3,5\n4,5;5,5;6,5\n") == [["1,5", "2,5", "3,5"], ["4,5", "5,5", "6,5"]]


def test_a_stated_separator_quotes_and_lines_within_them() -> None:
    data = 'sep=,\r\nDnr,Vad\r\n1,"Lindh, Eva\r\n""Vera"""\r\n2,5" rör\r\n'.encode()
    assert table(data) == [["Dnr", "Vad"], ["1", 'Lindh, Eva\n"Vera"'], ["2", '5" rör']]


def test_titles_above_and_short_rows() -> None:
    data = "Delegationsbeslut mars\n\nDnr;Vad;Belopp\n1;Bidrag, resor;100\n2;Stöd\n;;\n".encode()
    assert table(data) == [
        ["Delegationsbeslut mars", "", ""], ["", "", ""], ["Dnr", "Vad", "Belopp"],
        ["1", "Bidrag, resor", "100"], ["2", "Stöd", ""],
    ]  # fmt: skip


def test_a_single_column_and_numbers_kept_as_text() -> None:
    assert table(b"Dnr\nRN 14\nRN 15\n") == [["Dnr"], ["RN 14"], ["RN 15"]]
    assert table('Nr;Vad\n="0012";Stöd\n="0013";Stöd\n'.encode()) == [
        ["Nr", "Vad"], ["0012", "Stöd"], ["0013", "Stöd"],
    ]  # fmt: skip


def test_a_quotation_mark_that_is_never_closed_swallows_nothing() -> None:
    book: Workbook = read_workbook('Dnr;Vad\n1;"Stöd\n2;Bidrag\n3;Lån\n'.encode(), "x.csv")
    assert book.sheets[0].rows == [["Dnr", "Vad"], ["1", '"Stöd'], ["2", "Bidrag"], ["3", "Lån"]]
    assert "citattecken" in book.doubts[0]


def test_a_table_in_text_form_may_be_named_as_a_workbook() -> None:
    assert table(TEXT.replace(";", "\t").encode("cp1252"), "utdrag.xls") == CELLS
    with pytest.raises(CannotShow, match="textfil"):
        read_workbook(b"Hej! Listan kommer senare.", "lista.xlsx")
