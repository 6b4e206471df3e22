"""Hostile, broken and wrong files: a clear Swedish reason with what to do, and never much memory."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from namndstod.exchange.problems import CannotShow
from namndstod.exchange.workbooks.reading import read_workbook
from namndstod.exchange.workbooks.xls_stream import compound, workbook_stream

from .made_workbooks import FOLDER, MAIN, one_sheet, one_table, packed, parts_of, sheet_parts, small_list
from .tools import compound as outlines
from .tools import pdf, picture
from .word_files import body, paragraph

ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'
FAR = CELL + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


def xls() -> bytes:
    return (FOLDER / "lista.xls").read_bytes()


def record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def stream_with(change: Callable[[bytearray], None]) -> bytes:
    """Return an .xls whose stream was changed."""
    stream = bytearray(workbook_stream(xls()))
    change(stream)
    return compound(bytes(stream))


def claimed(stream: bytearray) -> None:
    at = stream.find(struct.pack("<HH", 0x200, 14)) + 4
    stream[at : at + 8] = struct.pack("<II", 0, 0xFFFFFFFF)


def many_texts(stream: bytearray) -> None:
    at = stream.find(struct.pack("<H", 0xFC))
    stream[at + 8 : at + 12] = struct.pack("<I", 0x7FFFFFFF)


def lying(data: bytes, part: str) -> bytes:
    """Return a package that says of a part that it is smaller than it is."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        info = package.getinfo(part)
    true, false = struct.pack("<I", info.file_size), struct.pack("<I", 100)
    return data.replace(true, false)


def bomb() -> bytes:
    return packed({**sheet_parts(CELL), "xl/worksheets/sheet1.xml": b" " * 60_000_000})


SAVE = "spara den som .xlsx"
FILES: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "zip bomb": (bomb, "x.xlsx", "orimligt stor"),
    "entities in the sheet": (lambda: one_sheet(CELL, ENTITIES), "x.xlsx", "skadad"),
    "entities in the texts": (
        lambda: one_sheet(CELL, strings=ENTITIES + f"<sst {MAIN}><si><t>&b;</t></si></sst>"),
        "x.xlsx", "skadad",
    ),
    "entities in an .ods": (
        lambda: one_table("<table:table-row/>", ENTITIES), "x.ods", "skadad",
    ),
    "a cell at the end of the world": (lambda: one_sheet(FAR), "x.xlsx", "XFD1048576. Ta bort"),
    "the same with another prefix": (
        lambda: one_sheet(FAR.replace("<c r", "<x:c r").replace("</c>", "</x:c>")), "x.xlsx", "XFD1048576",
    ),
    "the same behind an odd attribute": (
        lambda: one_sheet(FAR.replace('<c r="X', '<c foo=">" r="X')), "x.xlsx", "XFD1048576",
    ),
    "cells without places beyond the last row": (
        lambda: one_sheet(CELL + '<row r="1048576">' + "<c><v>1</v></c>" * 300 + "</row>"),
        "x.xlsx", "KN1048576",
    ),
    "a comment that looks like cells": (
        lambda: one_sheet("<!-- </row> -->" + FAR), "x.xlsx", "skadad",
    ),
    "a repeated cell of an .ods": (
        lambda: one_table('<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
                          'office:value-type="float" office:value="1" table:number-columns-repeated="16384"/>'
                          "</table:table-row>"), "x.ods", "XFD1048576",
    ),
    "a text of four billion spaces": (
        lambda: one_table('<table:table-row><table:table-cell office:value-type="string"><text:p>'
                          '<text:s text:c="4000000000"/></text:p></table:table-cell></table:table-row>'),
        "x.ods", "skadad",
    ),
    "more texts than there are": (
        lambda: one_sheet(CELL, strings=f'<sst {MAIN} uniqueCount="4294967295"></sst>'), "x.xlsx", "skadad",
    ),
    "one sheet under many names": (
        lambda: packed({**sheet_parts(CELL), "xl/workbook.xml": sheet_parts("")["xl/workbook.xml"].replace(
            b"</sheets>", b'<sheet name="B" sheetId="2" r:id="r1"/></sheets>')}), "x.xlsx", "två gånger",
    ),
    "a size that is not true": (lambda: lying(small_list(), "xl/worksheets/sheet1.xml"), "x.xlsx", "skadad"),
    "an .xls of four billion rows": (lambda: stream_with(claimed), "x.xls", SAVE),
    "an .xls of two billion texts": (lambda: stream_with(many_texts), "x.xls", SAVE),
    "a password on .xlsx": (lambda: outlines("EncryptedPackage"), "x.xlsx", "ta bort lösenordet"),
    "a password on .xls": (lambda: (FOLDER / "med-losenord.xls").read_bytes(), "x.xls", "ta bort lösenordet"),
    "a password on .ods": (lambda: (FOLDER / "med-losenord.ods").read_bytes(), "x.ods", "ta bort lösenordet"),
    "binary workbook": (lambda: packed({"xl/workbook.bin": b"x"}), "x.xlsb", SAVE),
    "Excel 4": (lambda: b"\x09\x04\x06\x00\x00\x00\x10\x00" + bytes(40), "x.xls", "gammalt Excel-format"),
    "Excel 2003 as XML": (
        lambda: b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "x.xls", SAVE,
    ),
    "PDF": (pdf, "x.xlsx", "PDF"),
    "web page": (lambda: b"<html><table><tr><td>1</td></tr></table></html>", "x.xls", "webbsida"),
    "letter": (lambda: body(paragraph("Brev")), "x.xlsx", "Word-dokument"),
    "picture": (picture, "x.xlsx", "PNG-bild"),
    "program": (lambda: b"MZ\x90\x00" + bytes(200), "x.xlsx", SAVE),
    "nothing": (lambda: b"", "x.xlsx", "tom"),
    "a workbook without a cell": (lambda: one_sheet(""), "x.xlsx", "inga celler"),
    "a table without a row": (lambda: b";;\n;;\n", "x.csv", "inga rader"),
    "cut .xlsx": (lambda: small_list()[:-400], "x.xlsx", "skadad"),
    "cut .xls": (lambda: xls()[:3000], "x.xls", "skadad"),
    "cut .ods": (lambda: (FOLDER / "lista.ods").read_bytes()[:9000], "x.ods", "skadad"),
    "broken XML": (lambda: one_sheet('<row r="1"><c r="A1"><v>1</v></row>'), "x.xlsx", "skadad"),
    "a sheet that is not there": (
        lambda: packed({n: c for n, c in sheet_parts(CELL).items() if "sheet1" not in n}), "x.xlsx", "skadad",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_what_cannot_be_read_is_said_with_what_to_do(name: str) -> None:
    make, called, words = FILES[name]
    with pytest.raises(CannotShow) as refused:
        read_workbook(make(), called)
    assert words in str(refused.value)
    assert str(refused.value).endswith(".")


def test_a_cell_far_away_costs_its_own_sheet_alone() -> None:
    parts = sheet_parts(CELL)
    for name, old, new in (
        ("xl/workbook.xml", b"</sheets>", b'<sheet name="Skr\xc3\xa4p" sheetId="2" r:id="r9"/></sheets>'),
        (
            "xl/_rels/workbook.xml.rels",
            b"</Relationships>",
            b'<Relationship Id="r9" Type="x/worksheet" Target="worksheets/sheet9.xml"/></Relationships>',
        ),
    ):
        parts[name] = parts[name].replace(old, new)
    parts["xl/worksheets/sheet9.xml"] = sheet_parts(FAR)["xl/worksheets/sheet1.xml"]
    book = read_workbook(packed(parts), "x.xlsx")
    assert [sheet.name for sheet in book.sheets] == ["Blad"]
    assert book.doubts == ("Bladet ”Skräp” har celler ända till XFD1048576. Bladet är inte läst.",)


def test_a_million_empty_rows_take_no_room() -> None:
    rows = "".join(
        f'<row r="{at}"><c r="A{at}" s="0"/><c r="XFD{at}" s="0"/></row>' for at in range(2, 20_000)
    )
    last = '<row r="1048576"><c r="A1048576" s="0"/><c r="B1048576"></c></row>'
    assert read_workbook(one_sheet(CELL + rows + last), "x.xlsx").sheets[0].rows == [[1.0]]
    told = f'<worksheet {MAIN}><dimension ref="A1:XFD1048576"/><sheetData>{CELL}</sheetData></worksheet>'
    parts = {**sheet_parts(""), "xl/worksheets/sheet1.xml": told.encode()}
    assert read_workbook(packed(parts), "x.xlsx").sheets[0].rows == [[1.0]]
    table = (
        '<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048575">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    assert read_workbook(one_table(table), "x.ods").sheets[0].rows == [[1.0]]


def test_excel_95_is_read() -> None:
    """Its stream has another name, and texts of one byte a sign."""
    begun = record(0x809, struct.pack("<HHHH", 0x500, 0x10, 0, 0))
    named = record(0x85, struct.pack("<IBBB", 0, 0, 0, 4) + b"Blad")
    head = record(0x809, struct.pack("<HHHH", 0x500, 5, 0, 0)) + record(0x42, struct.pack("<H", 1252))
    end = record(0x0A, b"")
    at = len(head) + len(named) + len(end)
    named = record(0x85, struct.pack("<IBBB", at, 0, 0, 4) + b"Blad")
    words = "Lövö".encode("cp1252")
    cells = record(0x204, struct.pack("<HHHH", 0, 0, 0, len(words)) + words)
    cells += record(0x203, struct.pack("<HHHd", 1, 1, 0, 70063.0))
    data = compound(head + named + end + begun + cells + end)
    renamed = data.replace("Workbook\0".encode("utf-16-le"), "Book\0\0\0\0\0".encode("utf-16-le"))
    renamed = renamed.replace(struct.pack("<HB", 18, 2), struct.pack("<HB", 10, 2))
    assert read_workbook(renamed, "x.xls").sheets[0].rows == [["Lövö", ""], ["", 70063.0]]


def test_nothing_outside_the_file_is_asked_for() -> None:
    parts = parts_of(small_list())
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="r99" Type="x/externalLink" Target="file:///nowhere" TargetMode="External"/>'
        b"</Relationships>",
    )
    assert read_workbook(packed(parts), "x.xlsx").sheets[0].rows[1][0] == "Dnr"
