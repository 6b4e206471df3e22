"""Small workbooks, marks for them, and ways to look at what came out."""

from __future__ import annotations

import os
import re
import warnings
import zipfile
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import openpyxl
import xlsxwriter
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from namndstod.domain.findings.finding import Severity
from namndstod.domain.intake.cell_marks import CellMark
from namndstod.exchange.workbooks.sheet_xml import ORDER

RED, AMBER = "FFF8B4AE", "FFFFDF8E"
MARKS = (
    CellMark(sheet="Beslut", row=4, column=3, message="Över gränsen.", source="Punkt 3.2", heading="Belopp"),
    CellMark(sheet="Beslut", row=5, column=2, message="Är det rätt?", severity=Severity.WARN),
    CellMark(sheet="Beslut", row=6, column=6, message="<Saknas> & mer\n” ”", heading="Anm"),
    CellMark(sheet="Beslut", row=6, message="Raden finns redan."),
    CellMark(sheet="Beslut", row=10, column=1, message="Sammanslagen."),
    CellMark(sheet="Beslut", row=14, column=30, message="Bortom allt."),
    CellMark(sheet="Gömt & sparat", row=1, column=1, message="Dolt blad."),
    CellMark(message="Serien har en lucka.", severity=Severity.WARN),
)


def plain(**sheets: list[list[Any]]) -> bytes:
    """Return a small workbook: rows by name of the sheet."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    book.close()
    return file.getvalue()


LIST: list[list[Any]] = [["Nr", "Belopp"], [1, 500], [2, "600 kr"]]
ONE = (CellMark(sheet="Blad", row=2, column=2, message="Fel."),)


def opened(data: bytes) -> openpyxl.Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(BytesIO(data), keep_vba=True)
    if book.vba_archive:
        book.vba_archive.close()  # openpyxl leaves it open, for whoever saves the workbook
    return book


def marked_cells(book: openpyxl.Workbook, sheet: str) -> dict[str, tuple[str, str]]:
    """Return the colour and the comment of each cell that has a comment or one of our colours."""
    return {
        cell.coordinate: (cell.fill.fgColor.rgb, cell.comment.text if cell.comment else "")
        for row in book[sheet].iter_rows()
        for cell in row
        if cell.comment or cell.fill.fgColor.rgb in (RED, AMBER)
    }


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def sound(data: bytes) -> None:
    """Fail unless every part is XML that opens, known by type, related to what is there, and in order."""
    parts = members(data)
    types = ElementTree.fromstring(parts["[Content_Types].xml"])
    named = [node.get("PartName", "") for node in types if node.tag.endswith("Override")]
    endings = [node.get("Extension", "") for node in types if node.tag.endswith("Default")]
    assert len(set(named)) == len(named)
    assert len(set(endings)) == len(endings)
    assert {name[1:] for name in named} <= set(parts)
    for name, content in parts.items():
        assert f"/{name}" in named or name.rpartition(".")[2] in endings or name.endswith("].xml"), name
        if name.endswith((".xml", ".rels", ".vml")):
            ElementTree.fromstring(content)
        if name.endswith(".rels"):
            nodes = [*ElementTree.fromstring(content)]
            assert len({node.get("Id") for node in nodes}) == len(nodes)
            owner = name.replace("_rels/", "").removesuffix(".rels")
            folder = owner.rpartition("/")[0]
            inside = [n.get("Target", "") for n in nodes if n.get("TargetMode") != "External"]
            for target in inside:
                path = target[1:] if target.startswith("/") else os.path.normpath(f"{folder}/{target}")
                assert path.lstrip("/") in parts, (name, target)
        if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name):
            in_schema_order(content)


def in_schema_order(sheet: bytes) -> None:
    root = ElementTree.fromstring(sheet)
    plain = [child[0][0] if child.tag.endswith("}AlternateContent") else child for child in root]
    places = [ORDER.index(node.tag.rpartition("}")[2]) for node in plain]
    assert places == sorted(places)
    (cells_of,) = (node for node in plain if node.tag.endswith("}sheetData"))
    rows = [int(row.get("r", "0")) for row in cells_of]
    assert rows == sorted(set(rows))
    for row in cells_of:
        cells = [coordinate_from_string(cell.get("r", ""))[0] for cell in row]
        columns = [column_index_from_string(letters) for letters in cells]
        assert columns == sorted(set(columns))
