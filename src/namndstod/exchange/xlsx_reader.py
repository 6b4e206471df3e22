"""Excel workbooks to content trees: what Excel would print of the visible sheets, as displayed."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ..domain.content import Block, Furniture, Heading, PageBreak, Paper
from .image_reader import Pictures
from .package import Package
from .pieces import note, tidy_breaks
from .plain import one_line
from .problems import CannotShow, damaged, unsupported
from .xlsx_table import Area, cells_of, pictures_of, tables

MOST_CELLS = 200_000
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$")


@dataclass(slots=True)
class _Book:
    """A workbook read twice: the values that Excel stored, and the formulas for cells without one."""

    values: Any
    formulas: Any
    pictures: Pictures = field(default_factory=Pictures)
    remarks: list[str] = field(default_factory=list)


def read_xlsx(data: bytes, name: str) -> tuple[Paper, list[str]]:
    """Return the tree of a workbook and remarks in Swedish on what it does not show. Raises CannotShow."""
    package = Package(data)
    for part in package.names:
        # Read once here: tells what is broken or hostile before openpyxl meets it.
        if part.endswith((".xml", ".rels")) and b"<!DOCTYPE" in (package.part(part) or b"")[:4096]:
            raise damaged("Arbetsboken är skadad och kan inte läsas.")
    book = _opened(data)
    blocks: list[Block] = []
    visible = [sheet for sheet in book.values.worksheets if sheet.sheet_state == "visible"]
    hidden = [sheet.title for sheet in book.values.worksheets if sheet.sheet_state != "visible"]
    for sheet in visible:
        content = list(_sheet(sheet, book))
        if content:
            blocks += [PageBreak()] if blocks else []
            blocks += [Heading(2, one_line(sheet.title))] if len(visible) > 1 else []
            blocks += content
        elif len(visible) > 1:
            book.remarks.append(f"Bladet ”{one_line(sheet.title)}” är tomt.")
    if hidden:
        book.remarks.append(f"Dolda blad visas inte: {', '.join(one_line(title) for title in hidden)}.")
    for sheet in book.values.chartsheets:
        book.remarks.append(f"Diagrambladet ”{one_line(sheet.title)}” kan inte visas.")
    if not blocks:
        blocks.append(note("Arbetsboken har inga synliga celler med innehåll."))
    blocks += [note(remark) for remark in book.remarks]
    furniture = Furniture(page_numbers=False)
    paper = Paper(name, tidy_breaks(blocks), furniture, images=book.pictures.images)
    return paper, book.remarks


def _opened(data: bytes) -> _Book:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of extensions that openpyxl does not keep: nothing is saved here
        try:
            values = load_workbook(BytesIO(data), data_only=True, rich_text=False)
            return _Book(values, load_workbook(BytesIO(data)) if _has_unstored(data) else values)
        except CannotShow:
            raise
        except Exception as error:  # openpyxl raises nearly anything on a workbook it does not understand
            raise damaged("Arbetsboken är skadad och kan inte läsas.") from error


def _has_unstored(data: bytes) -> bool:
    """Tell whether a sheet has formulas at all: only then is the second reading worth its time."""
    package = Package(data)
    return any(
        re.search(rb"<(\w+:)?f[\s>/]", package.part(part) or b"") is not None
        for part in package.names
        if part.startswith("xl/worksheets/") and part.endswith(".xml")
    )


def _sheet(sheet: Worksheet, book: _Book) -> Iterator[Block]:
    """Yield what is printed of a sheet."""
    title = one_line(sheet.title)
    for line in _margin_texts(sheet, "Header"):
        yield note(line)
    for area in _areas(sheet, book.formulas[sheet.title]):
        if (area.last_row - area.first_row + 1) * (area.last_column - area.first_column + 1) > MOST_CELLS:
            raise unsupported(f"Bladet ”{title}” har för många celler för att visas.")
        if hidden := area.hidden_text():
            book.remarks.append(f"Blad ”{title}”: {hidden} är dolda och visas inte.")
        yield from tables(area, book.formulas[sheet.title])
    yield from pictures_of(sheet, book.pictures)
    charts = len(getattr(sheet, "_charts", ()))
    if charts:
        book.remarks.append(f"Blad ”{title}”: diagram ({charts}) kan inte visas.")
    comments = sum(cell.comment is not None for cell in cells_of(sheet).values())
    if comments:
        book.remarks.append(f"Blad ”{title}”: kommentarer ({comments}) visas inte.")
    for line in _margin_texts(sheet, "Footer"):
        yield note(line)


def _areas(sheet: Worksheet, formulas: Worksheet) -> Iterator[Area]:
    """Yield the print areas of a sheet, or all of it that has content."""
    printed = sheet.print_area or ""
    found = False
    for part in (printed if isinstance(printed, str) else ",".join(printed)).split(","):
        match = _RANGE.search(part.strip())
        if match is not None:
            found = True
            yield Area.of_range(sheet, f"{match[1]}{match[2]}:{match[3]}{match[4]}")
    if not found and (used := Area.used(sheet, formulas)) is not None:
        yield used


def _margin_texts(sheet: Worksheet, which: str) -> Iterator[str]:
    """Yield the texts of the page header or footer, without their codes for page number, date and file."""
    for kind in (("first",) if sheet.HeaderFooter.differentFirst else ()) + ("odd",):
        margin = getattr(sheet.HeaderFooter, f"{kind}{which}")
        texts = [
            _without_codes(getattr(margin, side).text or "", sheet.title)
            for side in ("left", "center", "right")
        ]
        line = "\u2003".join(text for text in texts if text)
        if line:
            yield line


def _without_codes(text: str, title: str) -> str:
    text = re.sub(
        r"(?:sida|sid\.?|page)?\s*&P\s*(?:(?:av|of|/|\()\s*&N\s*\)?)?", "", text, flags=re.IGNORECASE
    )
    text = text.replace("&A", title).replace("&&", "\0")
    text = re.sub(r'&"[^"]*"|&K[0-9A-F]{6}|&\d+|&[A-Z]', "", text, flags=re.IGNORECASE)
    return one_line(text.replace("\0", "&"))
