"""Somebody's workbook given back with what is to be mended: marked cells, comments, and «Att rätta»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape, quoteattr

from namndstod.domain.intake.cell_marks import (
    MEND_NAME,
    CellMark,
    comment_on,
    free_name,
    in_order,
    mend_rows,
    too_many,
    worst,
)

from ..plain import one_line
from ..problems import damaged, unsupported
from .comments import COMMENTS_TYPE, VML_TYPE, Cell, grown, new_comments, write_comments, write_shapes
from .earlier_marks import earlier_sheet, forget_marks
from .mend_sheet import SHEET_TYPE, filter_range, mend_sheet
from .parts import EditedPackage, relations_of
from .sheet_xml import LAST_COLUMN, LAST_ROW, SheetXml
from .styles_xml import MINIMAL, Styles
from .xml_text import XmlText

_RELATIONS = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    "http://purl.oclc.org/ooxml/spreadsheetml/main": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
}  # main namespace → that of relationships: ordinary and strict
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_SIGNATURES = "/digital-signature/origin"
_UNSIGNED = (
    "Arbetsboken var digitalt undertecknad. Underskriften gäller inte för den här kopian och är borttagen."
)
_BEFORE_NAMES = (
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups",
    "externalReferences",
)  # fmt: skip


@dataclass(slots=True)
class _Book:
    """A workbook that is being marked."""

    package: EditedPackage
    part: str
    text: XmlText
    namespace: str
    relations: str  # namespace of relationships
    sheets: dict[str, str] = field(default_factory=dict)  # name → part, of the worksheets
    names: list[str] = field(default_factory=list)  # of all sheets


def mark(data: bytes, marks: Sequence[CellMark]) -> bytes:
    """Return a copy of an .xlsx or .xlsm in which the cells are marked, with comments and «Att rätta» last.

    All parts that this does not concern are byte for byte as they were. Marks of a sheet or cell that isn't
    there stand on «Att rätta» alone. Raises CannotShow for a file that cannot be marked.
    """
    try:
        return _marked(EditedPackage(data), marks)
    except (RecursionError, OverflowError, UnicodeDecodeError) as error:
        raise damaged("Arbetsboken är skadad och kan inte märkas.") from error


def _marked(package: EditedPackage, marks: Sequence[CellMark]) -> bytes:
    book = _opened(package)
    named = {one_line(name): name for name in reversed(book.names)}  # as the reader of workbooks calls them
    marks = [replace(mark, sheet=named.get(mark.sheet, mark.sheet)) for mark in marks]
    ordered, remarks = too_many(in_order(marks, book.names))
    remarks += [_UNSIGNED] if _unsigned(package) else []
    styles_part, styles_text = _styles(book)
    styles = Styles(styles_text)
    earlier = earlier_sheet(book.text, book.names)
    if earlier not in book.sheets or b"<f" in (package.part(book.sheets[earlier]) or b""):
        earlier = ""  # somebody has put formulas there
    if earlier:
        forget_marks(package, (part for name, part in book.sheets.items() if name != earlier), styles)
    columns: dict[CellMark, int] = {}
    for name, part in book.sheets.items():
        here = [mark for mark in ordered if mark.sheet == name and 1 <= mark.row <= LAST_ROW]
        if here:
            columns |= _mark_sheet(book, part, here, styles)
    rows = mend_rows(ordered, [columns.get(mark) for mark in ordered], remarks)
    xml = mend_sheet(rows, styles, book.namespace)
    if earlier:
        _renew_sheet(book, earlier, xml, len(rows))
    else:
        _add_sheet(book, xml, len(rows))
    styles.finish()
    package.put(styles_part, styles_text)
    return package.packed()


def _opened(package: EditedPackage) -> _Book:
    part = package.main_part
    text = package.text(part)
    if text is None or text.root.name != "workbook" or text.root.namespace not in _RELATIONS:
        raise unsupported("Filen är ingen arbetsbok i Excels nyare format.")
    book = _Book(package, part, text, text.root.namespace, _RELATIONS[text.root.namespace])
    known = package.relations(part)
    sheets = text.root.child("sheets")
    for node in sheets.all("sheet") if sheets is not None else ():
        name, relation = node.get("name"), known.get(node.get("id", book.relations))
        book.names.append(name)
        if relation is not None and relation.kind == "worksheet" and relation.target in package.names:
            book.sheets[name] = relation.target
    if not book.sheets:
        raise damaged("Arbetsboken är skadad: den har inga blad.")
    return book


def _mark_sheet(book: _Book, part: str, marks: Sequence[CellMark], styles: Styles) -> dict[CellMark, int]:
    """Mark the cells of a sheet. Returns the column that each mark got."""
    data = book.package.xml_bytes(part)
    if data is None:
        raise damaged("Arbetsboken är skadad: ett blad saknas.")
    sheet = SheetXml(data, [mark.row for mark in marks])
    if sheet.text.root.namespace != book.namespace:
        raise damaged("Arbetsboken är skadad: ett blad går inte att tolka.")
    cells: dict[Cell, list[CellMark]] = defaultdict(list)
    columns: dict[CellMark, int] = {}
    for mark in marks:
        column = mark.column or sheet.first_filled(mark.row) or 1
        if column <= LAST_COLUMN:
            cells[sheet.shown_at(mark.row, column)].append(mark)
            columns[mark] = column
    painted: dict[int, dict[int, int]] = defaultdict(dict)
    for (row, column), here in cells.items():
        painted[row][column] = styles.filled(sheet.style_at(row, column), worst(here))
    for row in sorted(painted):
        sheet.paint(row, painted[row])
    _comment_sheet(book, part, sheet, {cell: comment_on(here) for cell, here in cells.items()})
    book.package.put(part, sheet.text)
    return columns


def _comment_sheet(book: _Book, part: str, sheet: SheetXml, wanted: dict[Cell, str]) -> None:
    """Write the comments of a sheet and their boxes, in its own parts or in new ones."""
    package = book.package
    known = package.relations(part)
    comments = next((r.target for r in known.values() if r.kind == "comments" and not r.external), "")
    text = package.text(comments) if comments else None
    if text is None:
        comments, text = package.free("xl/comments{}.xml"), new_comments(book.namespace)
        package.put(comments, text)
        package.declare(comments, COMMENTS_TYPE)
        package.relate(part, f"{book.relations}/comments", comments)
    shapes, longer = write_comments(text, wanted)
    drawing = sheet.text.root.child("legacyDrawing")
    tied = known.get(drawing.get("id", book.relations)) if drawing is not None else None
    if drawing is not None and (tied is None or tied.external or package.part(tied.target) is None):
        raise damaged("Arbetsboken är skadad: kommentarernas rutor saknas.")
    if tied is not None:
        boxes = grown(package.part(tied.target) or b"", longer)
        package.put(tied.target, write_shapes(boxes, shapes, sheet.width) if shapes else boxes)
        return
    if not shapes:
        return
    vml = package.free("xl/drawings/vmlDrawing{}.vml")
    package.put(vml, write_shapes(None, shapes, sheet.width))
    package.declare_ending("vml", VML_TYPE)
    sheet.tie_drawing(package.relate(part, f"{book.relations}/vmlDrawing", vml), book.relations)


def _styles(book: _Book) -> tuple[str, XmlText]:
    """Return the styles of the workbook, or new ones where it has none."""
    package = book.package
    known = package.relations(book.part).values()
    part = next((r.target for r in known if r.kind == "styles" and not r.external), "")
    text = package.text(part) if part else None
    if text is not None:
        if (text.root.name, text.root.namespace) != ("styleSheet", book.namespace):
            raise damaged("Arbetsboken är skadad: formaten går inte att tolka.")
        return part, text
    part = "xl/styles.xml"  # where some readers look, whatever the relationships say
    if part in package.names:
        raise damaged("Arbetsboken är skadad: formaten går inte att tolka.")
    package.declare(part, _STYLES_TYPE)
    package.relate(book.part, f"{book.relations}/styles", part)
    return part, XmlText(MINIMAL.format(namespace=book.namespace).encode())


def _add_sheet(book: _Book, xml: bytes, rows: int) -> None:
    """Put «Att rätta» last in the workbook, with the hidden name that Excel gives the range of a filter."""
    package, text = book.package, book.text
    sheets = text.root.child("sheets")
    assert sheets is not None
    name = free_name(book.names)
    part = package.free("xl/worksheets/sheet{}.xml")
    package.put(part, xml)
    package.declare(part, SHEET_TYPE)
    relation = package.relate(book.part, f"{book.relations}/worksheet", part)
    numbers = [
        int(n) for node in sheets.all("sheet") if (n := node.get("sheetId")).isdecimal() and len(n) < 6
    ]
    tag, reference = sheets.tag("sheet"), sheets.qualified("id", book.relations)
    number = max(numbers, default=0) + 1
    text.append(sheets, f'<{tag} name={quoteattr(name)} sheetId="{number}" {reference}="{relation}"/>')
    _define(text, name, len(book.names), rows)


def _renew_sheet(book: _Book, name: str, xml: bytes, rows: int) -> None:
    """Put the new list in the place of the one of an earlier round."""
    part, place = book.sheets[name], book.names.index(name)
    book.package.put(part, xml)
    book.package.remove(relations_of(part))
    names = book.text.root.child("definedNames")
    for node in names.all("definedName") if names is not None else ():
        if node.get("localSheetId") == str(place):
            book.text.replace(node.start, node.end, "")
    _define(book.text, name, place, rows)


def _define(text: XmlText, sheet: str, place: int, rows: int) -> None:
    """Name the list, and the range of its filter as Excel does."""
    root = text.root
    tag, target = root.tag("definedName"), f"'{escape(sheet)}'!{filter_range(rows)}"
    defined = (
        f'<{tag} name="_xlnm._FilterDatabase" localSheetId="{place}" hidden="1">{target}</{tag}>'
        f'<{tag} name="{MEND_NAME}" localSheetId="{place}">{target}</{tag}>'
    )
    names = root.child("definedNames")
    if names is not None:
        text.append(names, defined)
        return
    tag = root.tag("definedNames")
    at = max(node.end for node in root.children if node.name in _BEFORE_NAMES)
    text.replace(at, at, f"<{tag}>{defined}</{tag}>")


def _unsigned(package: EditedPackage) -> bool:
    """Take away digital signatures, which no changed copy can bear. Returns whether there were any."""
    origins = [r.target for r in package.relations("").values() if r.kind == "origin"]
    signed = [name for name in package.names if name.startswith("_xmlsignatures/")]
    if not origins and not signed:
        return False
    package.unrelate("", _SIGNATURES)
    for name in {*origins, *signed}:
        package.remove(name)
    return True
