"""Content trees as .docx, with what Word knows a document by: styles, numbering, fields, marked table heads.

The look follows the PDF with the typefaces that a secretary's Word has. Text and its order are the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph as DocxParagraph

from ..domain import content as tree
from ..domain.colours import tinted
from . import ooxml, trees
from .layout import column_widths, lay, picture_size
from .word_sheets import TURNED, UPRIGHT, Sheets, turns
from .word_styles import CELL, CONTENTS_TITLE, LINK, ROLES, SENDER, cell_style, set_styles

_LONG_WORD = 13  # letters of the paper's name
_HANG = 22.0  # width of a list's label column
_ROOM = 1.22
"""How much more a column has than its longest word needs: the typefaces of a Word may be wider."""
_COUNTED = re.compile(r"(\d+)([.)]?)")
_ALIGN = {
    tree.Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    tree.Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
    tree.Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
}

_Box = Any  # a document or a cell: what paragraphs and tables are added to


def to_docx(paper: tree.Paper) -> bytes:
    """Return `paper` as a .docx file. The same tree gives the same bytes."""
    return _Writer(paper).bytes()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where blocks go: how wide it is, how deep in lists, and how text is set there."""

    box: _Box
    measure: float
    level: int = 0
    text: str = ""  # the style of running text in a table
    keep: bool = False
    strong: bool = False
    align: tree.Align = tree.Align.LEFT


class _Writer:
    """Writes one document."""

    def __init__(self, paper: tree.Paper) -> None:
        self._paper = paper
        self._document = Document()
        body = self._document.element.body
        for child in [c for c in body if c.tag != qn("w:sectPr")]:
            body.remove(child)
        set_styles(self._document, paper.language)
        self._style_ids = {style.name: style.style_id for style in self._document.styles if style.name}
        self._numbering = ooxml.Numbering(self._document)
        self._bookmarks = ooxml.Bookmarks()
        self._anchors = trees.anchors(paper.blocks)
        self._sheets = Sheets(self._document, paper, self._dress)
        self._breaks = False  # what comes next begins a page
        self._list_number: str | None = None  # of the item whose first paragraph comes next

    def bytes(self) -> bytes:
        """Write everything and return the file."""
        self._properties()
        self._sheets.begin()
        if self._paper.masthead:
            self._masthead(self._paper.masthead)
        self._whole(self._paper.blocks)
        out = BytesIO()
        self._document.save(out)
        return ooxml.settled(out.getvalue())

    # ---- the document itself

    def _properties(self) -> None:
        properties = self._document.core_properties
        most = 255  # characters that the format allows
        properties.title, properties.author = self._paper.title[:most], self._paper.author[:most]
        properties.subject, properties.language = self._paper.subject[:most], self._paper.language
        properties.comments, properties.keywords, properties.last_modified_by = "", "", ""
        properties.created = properties.modified = datetime(2000, 1, 1, tzinfo=UTC)

    def _masthead(self, head: tree.Masthead) -> None:
        table = ooxml.plain_table(self._document, 1, (0.46 * UPRIGHT, 0.54 * UPRIGHT))
        left, right = table.rows[0].cells
        first = left.paragraphs[0]
        data = self._paper.images.get(head.logo) if head.logo else None
        size = picture_size(data) if data else None
        sender = [head.organisation] if head.organisation else []
        if data and size:
            shrink = min(164 / size[0], 48 / size[1])
            ooxml.picture(first, data, size[0] * shrink, size[1] * shrink, head.organisation)
        else:
            self._dress(first, SENDER).add_run(ooxml.text(head.organisation))
            sender = []
        for text in filter(None, (" · ".join([*sender, *head.address]), head.website)):
            self._dress(left.add_paragraph(ooxml.text(text)), ROLES[tree.ParagraphRole.META], after=0)
        name = right.paragraphs[0]
        self._dress(name, "Title")
        name.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        made = name.add_run(ooxml.text(head.name))
        tint = tinted(head.colour)
        if tint is not None:
            made.font.color.rgb = RGBColor.from_string(tint[1:])
        if max((len(word) for word in head.name.split()), default=0) > _LONG_WORD:
            made.font.size = Pt(17)  # in one piece in wider typefaces too
        for cell in (left, right):
            ooxml.borders(cell, tint or ooxml.RULE, bottom=0.75)
        self._after_table(self._document, 10)

    # ---- blocks

    def _whole(self, blocks: Sequence[tree.Block]) -> None:
        """Write the document; tables too wide to stand upright get turned sheets with their headings."""
        upright, turned = _Place(self._document, UPRIGHT), _Place(self._document, TURNED)
        begin = 0
        for at, block in enumerate(blocks):
            if not isinstance(block, tree.Table) or not turns(block):
                continue
            first = at
            while first > begin and isinstance(blocks[first - 1], tree.Heading):
                first -= 1
            self._blocks(_unbroken(blocks[begin:first]), upright)
            self._sheets.turn()
            self._blocks(blocks[first : at + 1], turned)
            begin = at + 1
            if begin < len(blocks):
                self._sheets.turn_back()
                begin += isinstance(blocks[begin], tree.PageBreak)
        self._blocks(blocks[begin:], upright)

    def _blocks(self, blocks: Sequence[tree.Block], place: _Place) -> None:
        for i, block in enumerate(blocks):
            match block:
                case tree.Heading():
                    self._heading(block, place)
                case tree.Paragraph():
                    self._paragraph(block, place, next(iter(blocks[i + 1 :]), None))
                case tree.ListBlock():
                    self._list(block, place)
                case tree.Table():
                    self._table(block, place)
                case tree.Figure():
                    self._figure(block, place)
                case tree.Fields():
                    self._fields(block, place)
                case tree.SideBySide():
                    self._side_by_side(block, place)
                case tree.Group():
                    self._group(block, place)
                case tree.Signatures():
                    self._signatures(block, place)
                case tree.Contents():
                    self._contents(block, place)
                case tree.PageBreak():
                    if place.box is self._document:
                        self._break(place, blocks[i + 1 : i + 2])

    def _break(self, place: _Place, following: Sequence[tree.Block]) -> None:
        """Begin a page: a paragraph to come can do so itself, before anything else a line has to."""
        if following and isinstance(following[0], (tree.Heading, tree.Paragraph)):
            self._breaks = True
        else:
            self._new(place, "Brödtext").add_run().add_break(WD_BREAK.PAGE)

    def _dress(self, paragraph: DocxParagraph, style: str, after: float | None = None) -> DocxParagraph:
        """Give a paragraph a style by its id, which is much quicker than python-docx's search by name."""
        paragraph._p.style = self._style_ids[style]
        if after is not None:
            paragraph.paragraph_format.space_after = Pt(after)
        return paragraph

    def _after_table(self, box: _Box, height: float = 3.0) -> None:
        """Keep two tables apart: Word joins those that touch."""
        self._dress(box.add_paragraph(), CELL, after=0).paragraph_format.line_spacing = Pt(height)

    def _new(self, place: _Place, style: str) -> DocxParagraph:
        """Add a paragraph; the first one of a list's item gets its number, the others its indent."""
        paragraph = self._dress(place.box.add_paragraph(), style)
        shape = paragraph.paragraph_format
        if place.align is not tree.Align.LEFT:
            shape.alignment = _ALIGN[place.align]
        if place.keep:
            shape.keep_with_next = True
        if self._breaks:
            shape.page_break_before, self._breaks = True, False
        if self._list_number is not None:
            self._numbering.apply(paragraph, self._list_number)
            self._list_number = None
            shape.space_after = Pt(3)
        elif place.level:
            shape.left_indent = Pt(place.level * _HANG)
        return paragraph

    def _heading(self, block: tree.Heading, place: _Place) -> None:
        paragraph = self._new(place, f"Heading {min(max(block.level, 1), 6)}")
        paragraph.add_run(ooxml.text(f"{block.label} {block.text}".strip()))
        anchor = self._anchors.get(id(block))
        if anchor:
            self._bookmarks.mark(paragraph, anchor)

    def _paragraph(self, block: tree.Paragraph, place: _Place, following: tree.Block | None = None) -> None:
        style = place.text if place.text and block.role is tree.ParagraphRole.BODY else ROLES[block.role]
        paragraph = self._new(place, style)
        if trees.introduces(block, following):
            paragraph.paragraph_format.keep_with_next = True
        for run in block.runs:
            made = paragraph.add_run(ooxml.text(run.text))
            made.bold = True if run.strong or place.strong else None
            made.italic = True if run.emphasis else None
            if run.link and run.link.startswith("#"):
                ooxml.link(paragraph, [made], bookmark=self._bookmarks.name(run.link[1:]))
            elif run.link:
                made.font.color.rgb, made.font.underline = LINK, True
                ooxml.link(paragraph, [made], url=run.link)

    def _list(self, block: tree.ListBlock, place: _Place) -> None:
        numbers = self._labels(block, place.level)
        inner = _Place(
            place.box, place.measure - _HANG, place.level + 1, place.text, place.keep, place.strong
        )
        for item, number in zip(block.items, numbers, strict=True):
            self._list_number = number
            if not item.blocks or not isinstance(item.blocks[0], tree.Paragraph):
                self._new(inner, "List")
            self._blocks(item.blocks, inner)
            self._list_number = None

    def _labels(self, block: tree.ListBlock, level: int) -> list[str | None]:
        """Return a list definition for each item: one that counts where the labels do, else one a label."""
        counted = [_COUNTED.fullmatch(item.label) for item in block.items]
        first = counted[0] if counted else None
        if first and all(
            m and int(m[1]) == int(first[1]) + i and m[2] == first[2] for i, m in enumerate(counted)
        ):
            text = f"%1{first[2]}"
            one = self._numbering.definition(text, counts_from=int(first[1]), level=level, hang=_HANG)
            return [one] * len(counted)
        made: dict[str, str] = {}
        for label in {item.label: None for item in block.items if item.label}:
            made[label] = self._numbering.definition(
                label.replace("%", "%%"), counts_from=None, level=level, hang=_HANG
            )
        return [made.get(item.label) for item in block.items]

    def _fields(self, block: tree.Fields, place: _Place) -> None:
        label_width = min(0.32 * place.measure, 150.0)
        table = ooxml.plain_table(place.box, len(block.pairs), (label_width, place.measure - label_width))
        for row, (label, blocks) in zip(table.rows, block.pairs, strict=True):
            left, right = row.cells
            self._dress(left.paragraphs[0], ROLES[tree.ParagraphRole.LABEL])
            left.paragraphs[0].paragraph_format.space_before = Pt(0)
            left.paragraphs[0].add_run(ooxml.text(label))
            self._fill(right, blocks, place, place.measure - label_width)
        self._after_table(place.box)

    def _side_by_side(self, block: tree.SideBySide, place: _Place) -> None:
        if not block.groups:
            return
        each = place.measure / len(block.groups)
        table = ooxml.plain_table(place.box, 1, (each,) * len(block.groups))
        for cell, group in zip(table.rows[0].cells, block.groups, strict=True):
            self._fill(cell, group, place, each)
        self._after_table(place.box)

    def _fill(
        self,
        cell: _Cell,
        blocks: Sequence[tree.Block],
        place: _Place,
        width: float,
        *,
        text: str = "",
        strong: bool = False,
        align: tree.Align = tree.Align.LEFT,
    ) -> None:
        """Write blocks into a cell, which always ends with a paragraph, as Word demands."""
        cell._tc.remove(cell.paragraphs[0]._p)
        self._blocks(blocks, _Place(cell, width, 0, text or place.text, place.keep, strong, align))
        if len(cell._tc) == 0 or cell._tc[-1].tag != qn("w:p"):
            self._dress(cell.add_paragraph(), CELL, after=0)

    def _group(self, block: tree.Group, place: _Place) -> None:
        keep = place.keep or block.keep
        if not block.framed:
            self._blocks(
                block.blocks,
                _Place(place.box, place.measure, place.level, place.text, keep, place.strong),
            )
            return
        table = ooxml.plain_table(place.box, 1, (place.measure,), padding=9)
        cell = table.rows[0].cells[0]
        self._fill(cell, block.blocks, _Place(cell, 0, 0, place.text, keep), place.measure - 18)
        ooxml.borders(cell, top=0.75, left=0.75, bottom=0.75, right=0.75)
        self._after_table(place.box)

    def _signatures(self, block: tree.Signatures, place: _Place) -> None:
        beside = 2 if len(block.lines) in (1, 2, 4) else 3  # as on paper
        between = 0.06 * place.measure
        each = (place.measure - between * (beside - 1)) / beside
        for at in range(0, len(block.lines), beside):
            table = ooxml.plain_table(place.box, 1, (each, *(between, each) * (beside - 1)))
            ooxml.whole_row(table.rows[0])
            for column, signature in enumerate(block.lines[at : at + beside]):
                cell = table.rows[0].cells[2 * column]
                role = self._dress(cell.paragraphs[0], ROLES[tree.ParagraphRole.LABEL], after=30)
                name = self._dress(cell.add_paragraph(), CELL)
                role.add_run(ooxml.text(signature.role))
                name.add_run(ooxml.text(signature.name))
                ooxml.rule(name, "top")
            self._after_table(place.box)

    # ---- tables, pictures, contents

    def _table(self, block: tree.Table, place: _Place) -> None:
        if block.caption:
            self._new(place, "Caption").add_run(ooxml.text(block.caption))
        spots, count = trees.grid(block)
        if not count:
            return
        narrow, scale = column_widths(block, place.measure / _ROOM)
        widths = [width * _ROOM for width in narrow]
        style, padding = cell_style(scale)
        table = ooxml.plain_table(place.box, len(block.rows), widths, padding=padding, vertical=2.5)
        cells = table._cells  # once: python-docx counts them anew for each `cell()`
        for spot in spots:
            target = cells[spot.row * count + spot.column]
            if spot.rows > 1 or spot.columns > 1:
                end = (spot.row + spot.rows - 1) * count + spot.column + spot.columns - 1
                target = target.merge(cells[end])
                for extra in target.paragraphs[1:]:
                    target._tc.remove(extra._p)
            align = block.aligns[spot.column] if spot.column < len(block.aligns) else tree.Align.LEFT
            in_head = spot.row < block.head_rows
            width = sum(widths[spot.column : spot.column + spot.columns])
            strong = in_head or spot.cell.head
            self._fill(target, spot.cell.blocks, place, width, text=style, strong=strong, align=align)
            if block.rules:
                ooxml.borders(target, bottom=0.75 if in_head else 0.5)
        for number, row in enumerate(table.rows):
            if number < block.head_rows:
                ooxml.header_row(row)
            if number < block.head_rows or all(len(cell.blocks) <= 1 for cell in block.rows[number]):
                ooxml.whole_row(row)
        ooxml.keep_with_next(cells[-3 * count : -count])  # a sum is not alone on the next page
        self._after_table(place.box, 9 if block.rules else 3)

    def _figure(self, block: tree.Figure, place: _Place) -> None:
        data = self._paper.images.get(block.image)
        size = picture_size(data) if data else None
        if data is None or size is None:
            self._new(place, "Anmärkning").add_run(ooxml.text(f"[Bild: {block.alternative or block.image}]"))
            return
        width = block.width or (size[0] * block.height / size[1] if block.height else size[0])
        height = block.height or size[1] * width / size[0]
        shrink = min(1.0, place.measure / width, 600 / height)
        ooxml.picture(self._new(place, "Brödtext"), data, width * shrink, height * shrink, block.alternative)

    def _contents(self, block: tree.Contents, place: _Place) -> None:
        """Write Word's own table of contents, filled in with the pages of the PDF until Word renews it."""
        if block.title:
            self._new(place, CONTENTS_TITLE).add_run(ooxml.text(block.title))
        headings = [h for h in trees.headings(self._paper.blocks) if h.in_contents]
        places = lay(self._paper).anchors
        levels = [heading.level for heading in headings]
        paragraph: DocxParagraph | None = None
        for heading in headings:
            begins = paragraph is None
            paragraph = self._new(place, f"toc {min(heading.level - min(levels), 2) + 1}")
            ooxml.right_tab(paragraph, place.measure, dots=True)
            if begins:
                ooxml.open_field(paragraph, f'TOC \\o "{min(levels)}-{max(levels)}" \\h \\z')
            anchor = self._anchors[id(heading)]
            page = places[anchor].page + 1 if anchor in places else ""
            run = paragraph.add_run(ooxml.text(f"{heading.label} {heading.text}".strip()) + f"\t{page}")
            ooxml.link(paragraph, [run], bookmark=self._bookmarks.name(anchor))
        if paragraph is not None:
            ooxml.close_field(paragraph)


def _unbroken(blocks: Sequence[tree.Block]) -> Sequence[tree.Block]:
    """Leave out a page break at the end: a turned sheet begins there anyway."""
    return blocks[:-1] if blocks and isinstance(blocks[-1], tree.PageBreak) else blocks
