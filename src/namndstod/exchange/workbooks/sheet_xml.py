"""A worksheet's XML: cells given a style, a drawing of comments tied in, everything else as it was."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from namndstod.domain.intake.sheets import cell_name

from ..problems import damaged
from .limits import column_number
from .xml_text import ATTRIBUTES, SKIPPED, Node, XmlText, attributes, with_attributes

ORDER = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
    "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate",
    "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks",
    "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties",
    "cellWatches", "ignoredErrors", "smartTags", "drawing", "drawingHF", "legacyDrawing", "legacyDrawingHF",
    "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
)  # fmt: skip
"""The children of a worksheet in the order of the schema (CT_Worksheet, ECMA-376 part 1 and 4)."""
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_OPENING = re.compile(SKIPPED + rb"|<(?:([^\s:/<>]+):)?([^\s:/<>]+)", re.DOTALL)
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})$")
_DEFAULT_WIDTH = 64  # pixels
_DIGIT = 7  # pixels of a digit in the usual font


@dataclass(frozen=True, slots=True)
class _Tag:
    """A row or a cell in the bytes: its number, its start tag, and where it ends."""

    number: int
    start: int
    inner: int
    end: int
    raw: bytes
    empty: bool
    filled: bool = False  # a cell with content


class SheetXml:
    """A worksheet to be changed. `rows` are the numbers of the rows that will be asked for, from 1.

    Raises CannotShow when the sheet is broken, or its rows are not in order.
    """

    def __init__(self, data: bytes, rows: Sequence[int]) -> None:
        found = next((token for token in _OPENING.finditer(data) if token[2]), None)
        if found is None or found[2] != b"worksheet":
            raise damaged("Arbetsboken är skadad: ett blad går inte att tolka.")
        self._prefix = found[1] + b":" if found[1] else b""
        name = re.escape(self._prefix) + rb"sheetData"
        opening = re.compile(SKIPPED + rb"|<(" + name + rb")(" + ATTRIBUTES + rb")\s*(/?)>", re.DOTALL)
        opened = next((token for token in opening.finditer(data) if token[1]), None)
        if opened is None:
            raise damaged("Arbetsboken är skadad: ett blad saknar celler.")
        inner = opened.end()
        closing = re.compile(SKIPPED + rb"|</(" + name + rb")\s*>", re.DOTALL)
        closed = next((t for t in closing.finditer(data, inner) if t[1]), None) if not opened[3] else None
        self._data_end = closed.start() if closed is not None else inner
        self.text = XmlText(data, (inner, self._data_end))
        root = self.text.root
        sheet_data = root.child("sheetData")
        if sheet_data is None or sheet_data.start != opened.start():
            raise damaged("Arbetsboken är skadad: ett blad går inte att tolka.")
        self._sheet_data = sheet_data
        self._wanted = sorted({row for row in rows if 1 <= row <= LAST_ROW})
        self._rows: dict[int, _Tag] = {}
        self._places: dict[int, int] = {}  # where a row that is missing belongs
        self._cells: dict[int, list[_Tag]] = {}
        self._merged = [*self._find_merged()]
        self._wanted = sorted({*self._wanted, *(first for first, *_ in self._merged)})
        self._find_rows()
        self._widths = [*self._columns()]

    def first_filled(self, row: int) -> int | None:
        """Return the first column of a row that holds something."""
        return next((cell.number for cell in self._cells_of(row) if cell.filled), None)

    def shown_at(self, row: int, column: int) -> tuple[int, int]:
        """Return the cell where what stands there is shown: the first one of a merged range."""
        for first, left, last, right in self._merged:
            if first <= row <= last and left <= column <= right:
                return first, left
        return row, column

    def style_at(self, row: int, column: int) -> int:
        """Return the style of a cell; where there is none, the one that a new cell gets."""
        cell = next((cell for cell in self._cells_of(row) if cell.number == column), None)
        if cell is not None:
            return _number(attributes(cell.raw).get("s", ""))
        tag = self._rows.get(row)
        known = attributes(tag.raw) if tag is not None else {}
        if known.get("customFormat") in ("1", "true"):
            return _number(known.get("s", ""))
        return next((style for first, last, _, style in self._widths if first <= column <= last), 0)

    def paint(self, row: int, styles: dict[int, int]) -> None:
        """Give cells of a row a style each, by column; cells and rows that are missing are made."""
        tag = self._rows.get(row)
        if tag is None or tag.empty:
            cells = "".join(self._cell(row, column, style) for column, style in sorted(styles.items()))
            name = self._prefix.decode() + "row"
            if tag is not None:
                raw = tag.raw.decode()
                self.text.replace(tag.start, tag.inner, f"<{name}{raw}>{cells}</{name}>")
            else:
                made = f'<{name} r="{row}">{cells}</{name}>'
                if self._sheet_data.empty:
                    self.text.append(self._sheet_data, made)
                else:
                    at = self._places[row]
                    self.text.replace(at, at, made)
            return
        cells_there = self._cells_of(row)
        for column, style in sorted(styles.items()):
            at = bisect_left(cells_there, column, key=lambda cell: cell.number)
            if at < len(cells_there) and cells_there[at].number == column:
                cell = cells_there[at]
                raw = with_attributes(cell.raw, {"s": str(style)}).decode()
                ending = "/>" if cell.empty else ">"
                self.text.replace(cell.start, cell.inner, f"<{self._prefix.decode()}c{raw}{ending}")
            else:
                place = cells_there[at].start if at < len(cells_there) else self._row_close(tag)
                self.text.replace(place, place, self._cell(row, column, style))
        self._widen(tag, max(styles))

    def tie_drawing(self, relation: str, namespace: str) -> None:
        """Add the reference to the drawing of the comments, where the schema wants it."""
        root = self.text.root
        name = root.qualified("id", namespace)
        xml = f'<{root.tag("legacyDrawing")} {name}="{relation}"/>'
        limit = ORDER.index("legacyDrawing")
        at = self._sheet_data.end
        for node in root.children:
            if _rank(node) > limit:
                break
            at = max(at, node.end)
        self.text.replace(at, at, xml)

    def width(self, column: int) -> int:
        """Return the width of a column in pixels."""
        for first, last, width, _ in self._widths:
            if first <= column <= last:
                return width
        return _DEFAULT_WIDTH

    def _cell(self, row: int, column: int, style: int) -> str:
        return f'<{self._prefix.decode()}c r="{cell_name(row, column)}" s="{style}"/>'

    def _widen(self, tag: _Tag, column: int) -> None:
        """Let the hint of which columns a row has hold for a new cell too."""
        spans = attributes(tag.raw).get("spans", "")
        if re.fullmatch(r"\d+:\d+", spans):
            first, last = map(int, spans.split(":"))
            if column > last:
                raw = with_attributes(tag.raw, {"spans": f"{first}:{column}"}).decode()
                self.text.replace(tag.start, tag.inner, f"<{self._prefix.decode()}row{raw}>")

    def _row_close(self, tag: _Tag) -> int:
        return self.text.data.rindex(b"</", tag.inner, tag.end)

    def _find_rows(self) -> None:
        """Look up the wanted rows, and where those belong that are missing."""
        start, end, data = self._sheet_data.inner, self._data_end, self.text.data
        opening = re.compile(
            SKIPPED + rb"|<(" + re.escape(self._prefix) + rb"row)(" + ATTRIBUTES + rb")\s*(/?)>", re.DOTALL
        )
        reference = re.compile(rb"\sr\s*=\s*[\"']\s*(\d{1,9})\s*[\"']")
        wanted = iter(self._wanted)
        sought = next(wanted, None)
        number = 0
        for token in opening.finditer(data, start, end):
            if not token[1]:
                continue
            said = reference.search(token[2])
            before, number = number, int(said[1]) if said is not None else number + 1
            if number <= before:
                raise damaged("Arbetsboken är skadad: raderna står inte i ordning.")
            while sought is not None and sought < number:
                self._places[sought] = token.start()
                sought = next(wanted, None)
            if sought == number:
                self._rows[number] = self._row(number, token)
                sought = next(wanted, None)
            if sought is None:
                return
        while sought is not None:
            self._places[sought] = end
            sought = next(wanted, None)

    def _row(self, number: int, token: re.Match[bytes]) -> _Tag:
        end = token.end()
        if not token[3]:
            closing = re.compile(SKIPPED + rb"|</(" + re.escape(self._prefix) + rb"row)\s*>", re.DOTALL)
            end = next((t.end() for t in closing.finditer(self.text.data, end) if t[1]), end)
        return _Tag(number, token.start(), token.end(), end, token[2], bool(token[3]))

    def _cells_of(self, row: int) -> list[_Tag]:
        """Return the cells of a row in order."""
        tag = self._rows.get(row)
        if tag is None:
            return []
        if row not in self._cells:
            self._cells[row] = [*self._find_cells(tag)]
        return self._cells[row]

    def _find_cells(self, tag: _Tag) -> Iterator[_Tag]:
        inside = XmlText(self.text.data[tag.start : tag.end]).root
        number, shift = 0, tag.start
        for node in inside.children:
            if (node.prefix, node.name) != (inside.prefix, "c"):
                continue
            said = _REFERENCE.match(node.get("r"))
            before, number = number, column_number(said[1]) if said is not None else number + 1
            if not before < number <= LAST_COLUMN:
                raise damaged("Arbetsboken är skadad: cellerna i en rad står inte i ordning.")
            filled = any(child.name in ("v", "is", "f") and not child.empty for child in node.children)
            place = (node.start + shift, node.inner + shift, node.end + shift)
            yield _Tag(number, *place, node.raw, node.empty, filled)

    def _find_merged(self) -> Iterator[tuple[int, int, int, int]]:
        """Yield the merged ranges that wanted rows lie in: first row and column, last row and column."""
        node = self.text.root.child("mergeCells")
        for merged in node.all("mergeCell") if node is not None else ():
            first, _, last = merged.get("ref").partition(":")
            top, bottom = _REFERENCE.match(first), _REFERENCE.match(last)
            if top is None or bottom is None:
                continue
            at = bisect_left(self._wanted, int(top[2]))
            if at < len(self._wanted) and self._wanted[at] <= int(bottom[2]):
                yield int(top[2]), column_number(top[1]), int(bottom[2]), column_number(bottom[1])

    def _columns(self) -> Iterator[tuple[int, int, int, int]]:
        """Yield first and last column, width in pixels and style of what the sheet says of its columns."""
        node = self.text.root.child("cols")
        for column in node.all("col") if node is not None else ():
            first, last = _number(column.get("min")), _number(column.get("max"))
            try:
                wide = float(column.get("width") or 0) * _DIGIT + 5
            except ValueError:
                wide = 0.0
            width = int(wide) if 0 < wide < 5_000 else _DEFAULT_WIDTH
            hidden = column.get("hidden") in ("1", "true")
            yield first, last, 0 if hidden else width, _number(column.get("style"))


def _number(text: str) -> int:
    return int(text) if re.fullmatch(r"\d{1,9}", text) else 0


def _rank(node: Node) -> int:
    """Return the place of a child of the worksheet; of what stands within a choice of contents too."""
    while node.name in ("AlternateContent", "Choice", "Fallback") and node.children:
        node = node.children[0]
    return ORDER.index(node.name) if node.name in ORDER else len(ORDER)
