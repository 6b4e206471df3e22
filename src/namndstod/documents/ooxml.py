"""Small pieces of WordprocessingML that python-docx has no words for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

RULE = "8A92A0"
_WATERMARK = f"""
<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:o="urn:schemas-microsoft-com:office:office">
<v:shape type="#_x0000_t136" fillcolor="#dfe3ea" stroked="f" o:allowincell="f"
 path="m@7,l@8,m@5,21600l@6,21600e" style="position:absolute;width:440pt;height:120pt;rotation:315;
 z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;
 mso-position-vertical:center;mso-position-vertical-relative:margin"
><v:textpath on="t" fitshape="t" style="font-family:Arial;font-weight:bold"/></v:shape></w:pict>
""".replace("\n", " ").strip()


def element(tag: str, **attributes: str) -> Any:
    """Return «<w:tag w:attribute=…/>»."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """Add a field («PAGE», «NUMPAGES») with what it shows until Word works it out."""
    for part in (
        element("fldChar", fldCharType="begin"),
        _instruction(instruction),
        element("fldChar", fldCharType="separate"),
        shown,
        element("fldChar", fldCharType="end"),
    ):
        run = paragraph.add_run()
        if isinstance(part, str):
            run.text = part
        else:
            run._r.append(part)


def open_field(paragraph: Paragraph, instruction: str) -> None:
    """Begin a field whose result spans paragraphs; `close_field` ends it. Word renews it when it opens."""
    for part in (
        element("fldChar", fldCharType="begin", dirty="true"),
        _instruction(instruction),
        element("fldChar", fldCharType="separate"),
    ):
        paragraph.add_run()._r.append(part)


def close_field(paragraph: Paragraph) -> None:
    """End the field begun with `open_field`."""
    paragraph.add_run()._r.append(element("fldChar", fldCharType="end"))


def _instruction(text: str) -> Any:
    made = element("instrText")
    made.set(qn("xml:space"), "preserve")
    made.text = f" {text} "
    return made


class Bookmarks:
    """Gives the anchors of a tree names that Word accepts."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def name(self, anchor: str) -> str:
        """Return the bookmark's name: letters, digits and _ only, 40 at most."""
        if anchor not in self._names:
            self._names[anchor] = f"_{re.sub(r'[^A-Za-z0-9]', '_', anchor)[:30]}_{len(self._names)}"
        return self._names[anchor]

    def mark(self, paragraph: Paragraph, anchor: str) -> None:
        """Put the bookmark around a paragraph."""
        name = self.name(anchor)
        number = str(list(self._names).index(anchor) + 1)
        paragraph._p.insert(
            1 if paragraph._p.pPr is not None else 0, element("bookmarkStart", id=number, name=name)
        )
        paragraph._p.append(element("bookmarkEnd", id=number))


def link(paragraph: Paragraph, runs: Sequence[Run], *, url: str = "", bookmark: str = "") -> None:
    """Make `runs` of the paragraph lead to a URL or to a bookmark."""
    made = element("hyperlink", anchor=bookmark) if bookmark else element("hyperlink")
    if url:
        relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        made.set(qn("r:id"), paragraph.part.relate_to(url, relation, is_external=True))
    paragraph._p.append(made)
    for run in runs:
        made.append(run._r)


class Numbering:
    """List definitions: one for each list, so that each counts from its own beginning."""

    def __init__(self, document: Any) -> None:
        self._root = document.part.numbering_part.element
        for child in list(self._root):
            self._root.remove(child)
        self._count = 0

    def definition(self, text: str, *, counts_from: int | None, level: int, hang: float) -> str:
        """Define a list and return its id.

        `text` is the label («att», «%1.»); `counts_from` the first number, None for a label that is always
        the same; `level` how deep it stands (0 = outermost), `hang` the width of the label in points.
        """
        self._count += 1
        number = str(self._count)
        abstract = element("abstractNum", abstractNumId=number)
        abstract.append(element("multiLevelType", val="singleLevel"))
        one = element("lvl", ilvl="0")
        one.append(element("start", val=str(counts_from or 1)))
        fixed = (
            "bullet" if len(text) == 1 else "none"
        )  # a bullet of several letters is cut to the first by some
        one.append(element("numFmt", val=fixed if counts_from is None else "decimal"))
        one.append(element("lvlText", val=text))
        one.append(element("lvlJc", val="left"))
        properties = element("pPr")
        left = round((level + 1) * hang * 20)
        properties.append(element("ind", left=str(left), hanging=str(round(hang * 20))))
        one.append(properties)
        abstract.append(one)
        instance = element("num", numId=number)
        instance.append(element("abstractNumId", val=number))
        first = self._root.find(qn("w:num"))
        if first is None:
            self._root.append(abstract)
        else:
            first.addprevious(abstract)  # the schema wants every abstractNum before the first num
        self._root.append(instance)
        return number

    @staticmethod
    def apply(paragraph: Paragraph, number: str) -> None:
        """Make the paragraph an item of the list."""
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = int(number)


def borders(cell: _Cell, colour: str = RULE, **sides: float) -> None:
    """Draw lines of the given widths in points on sides of a cell (top, bottom, left, right); 0 = none."""
    properties = cell._tc.get_or_add_tcPr()
    made = properties.find(qn("w:tcBorders"))
    if made is None:
        made = element("tcBorders")
        properties.append(made)
    for side in ("top", "left", "bottom", "right"):  # the order the schema wants
        if side in sides:
            for old in made.findall(qn(f"w:{side}")):
                made.remove(old)
            width = sides[side]
            drawn = {"val": "single", "sz": str(round(width * 8)), "color": colour.lstrip("#")}
            line = drawn if width else {"val": "nil"}
            made.append(element(side, **line))


def header_row(row: _Row) -> None:
    """Mark a row as the head that comes again on each page."""
    row._tr.get_or_add_trPr().append(element("tblHeader"))


def keep_with_next(cells: Iterable[Any]) -> None:
    """Let no page end between the rows of these cells and the row below them."""
    for paragraph in (p for cell in cells for p in cell.paragraphs):
        paragraph.paragraph_format.keep_with_next = True


def whole_row(row: _Row) -> None:
    """Forbid a page break within a row."""
    row._tr.get_or_add_trPr().append(element("cantSplit"))


def margins(table: Table, *, left: float, right: float, top: float = 0.0, bottom: float = 0.0) -> None:
    """Set the margins in the cells of a table, in points."""
    made = element("tblCellMar")
    for side, width in (("top", top), ("left", left), ("bottom", bottom), ("right", right)):
        made.append(element(side, w=str(round(width * 20)), type="dxa"))
    table._tbl.tblPr.append(made)


def right_tab(paragraph: Paragraph, position: float, *, dots: bool = False) -> None:
    """Add a tab stop at the right edge, `position` points from the left."""
    leader = WD_TAB_LEADER.DOTS if dots else WD_TAB_LEADER.SPACES
    paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(position), WD_TAB_ALIGNMENT.RIGHT, leader)


def rule(paragraph: Paragraph, side: str) -> None:
    """Draw a hairline above («top») or below («bottom») a paragraph."""
    made = element("pBdr")
    made.append(element(side, val="single", sz="4", space="4", color="B8BFCC"))
    paragraph._p.get_or_add_pPr().insert_element_before(
        made, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr"
    )


def watermark(paragraph: Paragraph, text: str) -> None:
    """Write `text` aslant behind the page, as Word's own watermark does."""
    shape = parse_xml(_WATERMARK)
    shape[0][0].set("string", text)
    paragraph.add_run()._r.append(shape)


def text(words: str) -> str:
    """Return text that XML can hold; tabs would shift what follows."""
    return "".join(
        c for c in words.replace("\t", " ") if c == "\n" or (ord(c) >= 32 and c not in "\ufffe\uffff")
    )


def plain_table(
    box: Any, rows: int, widths: Sequence[float], *, padding: float = 0.0, vertical: float = 0.0
) -> Table:
    """Add a table without lines whose columns have the given widths in points."""
    table: Table
    if isinstance(box, _Cell):
        table = box.add_table(rows, len(widths))
        box._tc.remove(box.paragraphs[-1]._p)  # which python-docx adds; what follows brings its own
    else:
        table = box.add_table(rows, len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Pt(width)
    margins(table, left=padding, right=padding or 6, top=vertical, bottom=vertical)
    return table


def picture(paragraph: Paragraph, data: bytes, width: float, height: float, alternative: str) -> None:
    """Add a picture of the given size in points, with its alternative text."""
    shape: Any = paragraph.add_run().add_picture(BytesIO(data), width=Pt(width), height=Pt(height))
    shape._inline.docPr.set("descr", alternative)


def settled(data: bytes) -> bytes:
    """Return a .docx without the time of its making, so that the same content gives the same bytes."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(ZipInfo(entry.filename), old.read(entry), ZIP_DEFLATED)
    return out.getvalue()
