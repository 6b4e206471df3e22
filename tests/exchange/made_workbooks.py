"""Workbooks made for tests: a small list, and packages whose parts are written by hand."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import xlsxwriter

FOLDER = Path(__file__).parent / "workbooks"
"""The same list as LibreOffice writes it."""

ROWS = (
    ("RN 2027/14", "Åsens Snickeri AB", 70063, date(2027, 3, 4), False),
    ("RN 2027/15", "Lövö Café", 12500.5, date(2027, 3, 9), True),
    ("RN 2027/16", "Norra Ängens Gård", 45000, date(2027, 3, 30), False),
)
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def small_list(*, date_1904: bool = False) -> bytes:
    """Return a list with merged cells, a hidden row, a sum, an error and a hidden sheet."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "date_1904": date_1904})
    book.set_properties({"author": "Vera Sund"})
    sheet = book.add_worksheet("Bidrag")
    days = book.add_format({"num_format": "yyyy-mm-dd"})
    kronor = book.add_format({"num_format": '# ##0 "kr"'})
    sheet.merge_range("A1:E1", "Beviljade bidrag, Region Älvmark")
    sheet.write_row(1, 0, ["Dnr", "Sökande", "Belopp", "Datum", "Brådskande"])
    for at, (number, who, amount, day, urgent) in enumerate(ROWS, start=2):
        sheet.write_row(at, 0, [number, who])
        sheet.write(at, 2, amount, kronor)
        sheet.write_datetime(at, 3, day, days)
        sheet.write_boolean(at, 4, urgent)
    sheet.set_row(3, None, None, {"hidden": True})
    sheet.write(5, 1, "Summa")
    sheet.write_formula("C6", "=SUM(C3:C5)", kronor, 127563.5)
    sheet.write_formula("D6", "=1/0", None, "#DIV/0!")
    notes = book.add_worksheet("Anteckningar")
    notes.write("B3", "två\nrader")
    notes.hide()
    book.close()
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """Return a package of parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def sheet_parts(cells: str, head: str = "", strings: str = "") -> dict[str, bytes]:
    """Return the parts of an .xlsx with one sheet, whose sheetData is given as XML."""
    made = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_R}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{_R}"><sheets>'
        '<sheet name="Blad" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_R}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{_R}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f"{head}<worksheet {MAIN}><sheetData>{cells}</sheetData></worksheet>",
        "xl/sharedStrings.xml": strings or f"<sst {MAIN}></sst>",
    }
    return {name: text.encode("utf-8") for name, text in made.items()}


def one_sheet(cells: str, head: str = "", strings: str = "") -> bytes:
    """Return an .xlsx with one sheet, whose sheetData is given as XML."""
    return packed(sheet_parts(cells, head, strings))


def one_table(rows: str, head: str = "") -> bytes:
    """Return an .ods with one table, whose rows are given as XML."""
    name = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'{head}<office:document-content xmlns:office="{name}:office:1.0" xmlns:table="{name}:table:1.0" '
        f'xmlns:text="{name}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Blad">'
        f"{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    return packed(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": b"<manifest/>",
            "content.xml": content.encode("utf-8"),
        }
    )
