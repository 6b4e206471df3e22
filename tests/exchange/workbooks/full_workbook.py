"""A workbook with nearly everything that a workbook can hold, for what must come back untouched."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

import xlsxwriter
from PIL import Image

MACRO = b"\xd0\xcf\x11\xe0 made up, no macro " * 40
_PIVOT = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<pivotCacheDefinition xmlns="http://schemas.'
    b'openxmlformats.org/spreadsheetml/2006/main" refreshOnLoad="1" recordCount="0"><cacheSource '
    b'type="worksheet"><worksheetSource ref="A3:F6" sheet="Beslut"/></cacheSource><cacheFields count="0"/>'
    b"</pivotCacheDefinition>"
)


def full_workbook() -> bytes:
    """Return an .xlsm: «Beslut» with the list, «Diagram», and the hidden «Gömt & sparat»."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.add_vba_project(BytesIO(MACRO), is_stream=True)
    money = book.add_format({"num_format": '# ##0" kr"', "border": 1, "italic": True})
    day = book.add_format({"num_format": "yyyy-mm-dd", "bg_color": "#DDEBF7"})
    sheet = book.add_worksheet("Beslut")
    sheet.set_column("B:B", 30)
    sheet.write("A1", "Delegationsbeslut november")
    for column, heading in enumerate(("Nr", "Mottagare", "Belopp", "Datum", "Länk", "Anm")):
        sheet.write(2, column, heading)
    for at, (who, amount) in enumerate((("Almgläntan AB", 70063), ("Bäckvik & Co", 12000), ("Cedern", 5))):
        sheet.write(3 + at, 0, at + 1)
        sheet.write(3 + at, 1, who)
        sheet.write(3 + at, 2, amount, money)
        sheet.write(3 + at, 3, 45000 + at, day)
        sheet.write_url(3 + at, 4, f"https://exempel.invalid/{at}?a=1&b=2", string="se")
    sheet.write_formula("C7", "=SUM(C4:C6)", money, 82068)
    sheet.write_comment("B5", "Är det rätt mottagare?", {"author": "Åsa"})
    sheet.write_comment("F4", "Kolla\nsedan", {"author": "Bo"})
    sheet.conditional_format("C4:C6", {"type": "data_bar", "data_bar_2010": True})
    sheet.conditional_format("D4:D6", {"type": "icon_set", "icon_style": "3_arrows"})
    sheet.data_validation("F4:F6", {"validate": "list", "source": ["ja", "nej"]})
    sheet.add_sparkline("G4", {"range": "Beslut!C4:C6"})
    sheet.add_table("I3:J6", {"name": "Tabell1"})
    sheet.insert_button("L2", {"macro": "Räkna", "caption": "Räkna"})
    sheet.set_header("&L&G", {"image_left": "logga.png", "image_data_left": BytesIO(_picture())})
    sheet.merge_range("A9:A10", "två rader")
    sheet.freeze_panes(3, 0)
    sheet.protect("", {"format_cells": True})
    picture = book.add_worksheet("Diagram")
    picture.insert_image("A1", "prick.png", {"image_data": BytesIO(_picture())})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Beslut!$C$4:$C$6"})
    picture.insert_chart("A5", chart)
    hidden = book.add_worksheet("Gömt & sparat")
    hidden.hide()
    hidden.write("A1", "hemligt")
    book.define_name("Moms", "=0.25")
    book.define_name("Beslut!Lista", "=Beslut!$A$3:$F$6")
    book.close()
    return with_parts(file.getvalue(), {
        "xl/pivotCache/pivotCacheDefinition1.xml": _PIVOT,
        "xl/calcChain.xml": b'<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<c r="C7" i="1"/></calcChain>',
        "customXml/item1.xml": b"<a  odd = '1'><!-- kept --></a>",
    })  # fmt: skip


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a package with parts added or given other content; the rest packed anew in the same order."""
    out = BytesIO()
    left = dict(parts)
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info, left.pop(info.filename, b"") or old.read(info))
        for name, content in left.items():
            new.writestr(name, content)
    return out.getvalue()


def part(data: bytes, name: str) -> str:
    """Return a part of a package as text."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read(name).decode()


def changed(data: bytes, name: str, pattern: str, by: str) -> bytes:
    """Return a package in which a pattern of a part is replaced; fail where it isn't there."""
    text, count = re.subn(pattern, by, part(data, name), count=1, flags=re.DOTALL)
    assert count, (name, pattern)
    return with_parts(data, {name: text.encode()})


def _picture() -> bytes:
    file = BytesIO()
    Image.new("RGB", (40, 20), "#336699").save(file, "PNG")
    return file.getvalue()
