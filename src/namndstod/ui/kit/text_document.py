"""How drafts lie in a QTextDocument: one text block each, its facts as properties of the block format.

Properties, unlike QTextBlockUserData, survive splitting, joining and moving text. `KEY` is a number that the
document gives every block, so that a block can be found again before it has an id.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import count

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QPainter,
    QPyTextObject,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from namndstod.domain.marks import SECRECY, readable
from namndstod.domain.records import BlockKind, Mark, MarkKind
from namndstod.domain.texts import Draft

from . import text_rules
from .paint import text_width, wrapped, write
from .theme import font, tokens
from .tokens import Type

_USER = QTextFormat.Property.UserProperty.value
TABLE_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
OBJECT_CHARACTER = "\ufffc"
LEVEL_WIDTH = 22
LABEL_WIDTH = {BlockKind.CLAUSE: 28, BlockKind.NUMBERED: 24, BlockKind.CONDITION: 16, BlockKind.BULLET: 16}


class Prop(IntEnum):
    """Our properties of block and character formats."""

    KIND = _USER + 1
    DEPTH = _USER + 2
    ID = _USER + 3
    KEY = _USER + 4
    SECRET = _USER + 5
    PERSONAL = _USER + 6
    TABLE = _USER + 7


class BlockDocument:
    """Reads and writes the drafts of a QTextDocument."""

    def __init__(self, document: QTextDocument) -> None:
        self.document = document
        self.tables = TableObject(document)
        document.documentLayout().registerHandler(TABLE_OBJECT, self.tables)
        self._keys = count(1)

    def blocks(self) -> Iterator[QTextBlock]:
        """The text blocks, in order."""
        block = self.document.begin()
        while block.isValid():
            yield block
            block = block.next()

    def read(self) -> tuple[Draft, ...]:
        """Return the drafts. An id stands only at the first block that has it."""
        seen: set[str] = set()
        drafts = []
        for block in self.blocks():
            draft = self.draft_of(block)
            if draft.id in seen:
                draft = Draft(draft.kind, draft.text, draft.depth, draft.marks, draft.rows)
            if draft.id:
                seen.add(draft.id)
            drafts.append(draft)
        return text_rules.settled(drafts)

    def keys(self) -> list[int]:
        """Return the key of each block."""
        return [int(block.blockFormat().property(Prop.KEY) or 0) for block in self.blocks()]

    def draft_of(self, block: QTextBlock) -> Draft:
        """Return one block as a draft."""
        used = block.blockFormat()
        kind = kind_of(block)
        depth = int(used.property(Prop.DEPTH) or 0)
        block_id = used.property(Prop.ID) or None
        if kind is BlockKind.TABLE:
            return Draft(kind, "", 0, self.tables.marks_of(block), self.tables.rows_of(block), block_id)
        text = block.text().replace("\u2028", "\n").replace(OBJECT_CHARACTER, "")
        return Draft(kind, text, depth, _marks(block), (), block_id)

    def write(self, drafts: Sequence[Draft]) -> None:
        """Replace everything by `drafts`; an empty text is one empty paragraph."""
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        for place, draft in enumerate(drafts or (Draft(BlockKind.PARAGRAPH, ""),)):
            if place:
                cursor.insertBlock()
            self.set_block(cursor, draft)
            self.insert(cursor, draft)
        cursor.endEditBlock()
        self.settle()

    def insert(self, cursor: QTextCursor, draft: Draft) -> None:
        """Insert the text of `draft` with its marks (or its table) at `cursor`."""
        if draft.kind is BlockKind.TABLE:
            self.tables.insert(cursor, draft)
            return
        start = cursor.position()
        cursor.insertText(draft.text.replace("\n", "\u2028"), QTextCharFormat())
        end = cursor.position()
        for mark in draft.marks:
            cursor.setPosition(start + units(draft.text[: mark.start]))
            cursor.setPosition(start + units(draft.text[: mark.end]), QTextCursor.MoveMode.KeepAnchor)
            if mark.kind in SECRECY:
                mark_chosen(cursor, mark.kind, on=True)
            else:
                cursor.mergeCharFormat(_mark_format(mark.kind))
        cursor.setPosition(end)
        cursor.setCharFormat(QTextCharFormat())

    def set_block(self, cursor: QTextCursor, draft: Draft, *, key: int | None = None) -> None:
        """Give the block at `cursor` the kind, depth and id of `draft`."""
        used = QTextBlockFormat()
        used.setProperty(Prop.KIND, draft.kind.value)
        used.setProperty(Prop.DEPTH, draft.depth)
        used.setProperty(Prop.KEY, next(self._keys) if key is None else key)
        if draft.id:
            used.setProperty(Prop.ID, draft.id)
        cursor.setBlockFormat(used)

    def set_id(self, block: QTextBlock, block_id: str | None) -> None:
        """Give a block its id, and change nothing else."""
        used = block.blockFormat()
        if (used.property(Prop.ID) or None) != block_id:
            used.setProperty(Prop.ID, block_id)
            QTextCursor(block).setBlockFormat(used)

    def settle(self) -> None:
        """Bring keys, ids, depths, indents and spacing of all blocks in order after a change."""
        drafts = self.read()
        seen: set[int] = set()
        for block, draft, level in zip(self.blocks(), drafts, text_rules.levels(drafts), strict=True):
            used = block.blockFormat()
            key = int(used.property(Prop.KEY) or 0)
            if key in seen or key == 0:
                key = next(self._keys)
            seen.add(key)
            wanted = QTextBlockFormat(used)
            wanted.setProperty(Prop.KIND, draft.kind.value)
            wanted.setProperty(Prop.DEPTH, draft.depth)
            wanted.setProperty(Prop.KEY, key)
            wanted.setProperty(Prop.ID, draft.id)
            wanted.setLeftMargin(level * LEVEL_WIDTH + LABEL_WIDTH.get(draft.kind, 0))
            wanted.setBottomMargin(3)
            wanted.setLineHeight(121.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if wanted != used:
                QTextCursor(block).setBlockFormat(wanted)


class TableObject(QPyTextObject):
    """Draws a TABLE block, which can be read but not written in."""

    LINE = 20

    def __init__(self, parent: QTextDocument) -> None:
        super().__init__(parent)
        self._tables: dict[int, tuple[tuple[str, ...], ...]] = {}
        self._marks: dict[int, tuple[Mark, ...]] = {}  # as they came: by hand a table is marked whole

    def insert(self, cursor: QTextCursor, draft: Draft) -> None:
        """Put a table at `cursor`."""
        number = len(self._tables) + 1
        self._tables[number], self._marks[number] = draft.rows, draft.marks
        used = QTextCharFormat()
        used.setObjectType(TABLE_OBJECT)
        used.setProperty(Prop.TABLE, number)
        for mark in draft.marks:
            used.setProperty(_PROPERTY[mark.kind], _AS_IT_CAME)
        cursor.insertText(OBJECT_CHARACTER, used)

    def marks_of(self, block: QTextBlock) -> tuple[Mark, ...]:
        """Return the marks of the table in `block`: on its cells as `domain.marks.readable` counts them."""
        for part in block.textFormats():
            used = QTextCharFormat(part.format.toCharFormat())
            if used.property(Prop.TABLE):
                return self._marks_in(used)
        return ()

    def _marks_in(self, used: QTextCharFormat) -> tuple[Mark, ...]:
        number = int(used.property(Prop.TABLE))
        size = len(readable(Draft(BlockKind.TABLE, "", rows=self._tables.get(number, ()))))
        marks: list[Mark] = []
        for kind in sorted(SECRECY):
            if used.property(_PROPERTY[kind]) == _AS_IT_CAME:
                marks += [m for m in self._marks[number] if m.kind is kind]
            elif used.property(_PROPERTY[kind]):
                marks.append(Mark(kind=kind, start=0, end=size))
        return tuple(sorted(marks, key=lambda m: (m.start, m.end, m.kind)))

    def rows_of(self, block: QTextBlock) -> tuple[tuple[str, ...], ...]:
        """Return the cells of the table in `block`."""
        for part in block.textFormats():
            number = part.format.property(Prop.TABLE)
            if number:
                return self._tables.get(int(number), ())
        return ()

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        """As wide as the text, as high as its rows."""
        rows = self._tables.get(int(format.property(Prop.TABLE) or 0), ())
        width = max(80.0, doc.textWidth() - 2 * doc.documentMargin() - 1)
        return QSizeF(width, sum(self._heights(rows, width)) + 4)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,
    ) -> None:
        """Draw the cells, with a hairline under each row and the first row as head."""
        t = tokens()
        rect = QRectF(rect)
        rows = self._tables.get(int(format.property(Prop.TABLE) or 0), ())
        widths = self._widths(rows, rect.width())
        y = rect.top()
        painter.save()
        for number, (row, height) in enumerate(zip(rows, self._heights(rows, rect.width()), strict=True)):
            used = self._font(number)
            x = rect.left()
            for cell, width in zip(row, widths, strict=False):
                numeric = number > 0 and _is_number(cell)
                align = Qt.AlignmentFlag.AlignRight if numeric else Qt.AlignmentFlag.AlignLeft
                for line_number, line in enumerate(wrapped(cell, used, width - 12, 4)):
                    box = QRectF(x, y + 2 + line_number * self.LINE, width - 12, self.LINE)
                    write(painter, box, line, used, t.muted if number == 0 else t.text, align)
                x += width
            y += height
            painter.fillRect(QRectF(rect.left(), y - 1, rect.width(), 1), QColor(t.line))
        painter.restore()

    def _font(self, row: int) -> QFont:
        return font(Type.PILL if row == 0 else Type.SMALL)

    def _widths(self, rows: tuple[tuple[str, ...], ...], width: float) -> list[float]:
        columns = max((len(row) for row in rows), default=1)
        natural = [
            max(
                (text_width(row[c], self._font(i)) for i, row in enumerate(rows) if c < len(row)),
                default=20.0,
            )
            + 14
            for c in range(columns)
        ]
        total = sum(natural)
        return [each * width / total for each in natural] if total > width else natural

    def _heights(self, rows: tuple[tuple[str, ...], ...], width: float) -> list[float]:
        widths = self._widths(rows, width)
        return [
            4
            + self.LINE
            * max(
                (len(wrapped(c, self._font(i), w - 12, 4)) for c, w in zip(row, widths, strict=False)),
                default=1,
            )
            for i, row in enumerate(rows)
        ]


def kind_of(block: QTextBlock) -> BlockKind:
    """Return the kind of a text block; what was never given one is a paragraph."""
    value = block.blockFormat().property(Prop.KIND)
    return BlockKind(value) if value else BlockKind.PARAGRAPH


def _mark_format(kind: MarkKind) -> QTextCharFormat:
    used = QTextCharFormat()
    if kind is MarkKind.STRONG:
        used.setFontWeight(QFont.Weight.DemiBold)
    elif kind is MarkKind.EMPHASIS:
        used.setFontItalic(True)
    return used


_PATTERN = QColor(128, 128, 128, 150)  # seen in both schemes
_SECRET = QBrush(_PATTERN, Qt.BrushStyle.BDiagPattern)
_PERSONAL = QBrush(_PATTERN, Qt.BrushStyle.Dense6Pattern)
_BOTH = QBrush(_PATTERN, Qt.BrushStyle.DiagCrossPattern)


_PROPERTY = {MarkKind.SECRET: Prop.SECRET, MarkKind.PERSONAL: Prop.PERSONAL}
_AS_IT_CAME = 2


def mark_chosen(cursor: QTextCursor, kind: MarkKind, *, on: bool) -> None:
    """Mark what is chosen, or take the mark away; emphasis and other marks stay."""
    for start, end, used in list(fragments(cursor)):
        part = QTextCursor(cursor)
        part.setPosition(start)
        part.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        part.setCharFormat(set_mark(used, kind, on=on))


def fragments(cursor: QTextCursor) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """Yield the stretches of one format in what is chosen: from, to and their format."""
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    block = cursor.document().findBlock(first)
    while block.isValid() and block.position() < last:
        for part in block.textFormats():
            start = max(first, block.position() + part.start)
            end = min(last, block.position() + part.start + part.length)
            if start < end:
                yield start, end, QTextCharFormat(part.format.toCharFormat())
        block = block.next()


def set_mark(used: QTextCharFormat, kind: MarkKind, *, on: bool) -> QTextCharFormat:
    """Return a format marked as secret or personal, or no longer, with the pattern that shows it."""
    made = QTextCharFormat(used)
    made.setProperty(_PROPERTY[kind], on)
    secret, personal = (bool(made.property(p)) for p in (Prop.SECRET, Prop.PERSONAL))
    line = QTextCharFormat.UnderlineStyle
    if secret or personal:
        made.setBackground(_BOTH if secret and personal else _SECRET if secret else _PERSONAL)
        made.setUnderlineStyle(line.SingleUnderline if secret else line.DotLine)
    else:
        made.setBackground(QBrush(Qt.BrushStyle.NoBrush))
        made.setUnderlineStyle(line.NoUnderline)
    return made


def has_secrecy(cursor: QTextCursor) -> bool:
    """Whether any of what is chosen is marked as secret or personal."""
    return any(has_mark(used, kind) for _, _, used in fragments(cursor) for kind in SECRECY)


def has_mark(used: QTextCharFormat, kind: MarkKind) -> bool:
    """Whether a format carries the mark."""
    if kind is MarkKind.STRONG:
        return used.fontWeight() >= QFont.Weight.DemiBold.value
    if kind is MarkKind.EMPHASIS:
        return used.fontItalic()
    return bool(used.property(_PROPERTY[kind]))


def _marks(block: QTextBlock) -> tuple[Mark, ...]:
    text = block.text()
    found: list[Mark] = []
    for kind in MarkKind:
        spans: list[list[int]] = []
        for part in block.textFormats():
            start, length = part.start, part.length
            if not length or not has_mark(part.format.toCharFormat(), kind):
                continue
            if spans and spans[-1][1] == start:
                spans[-1][1] = start + length
            else:
                spans.append([start, start + length])
        found += [Mark(kind=kind, start=_points(text, a), end=_points(text, b)) for a, b in spans]
    return tuple(sorted(found, key=lambda m: (m.start, m.end, m.kind)))


def units(text: str) -> int:
    """Length of `text` as Qt counts it, in UTF-16 units."""
    return len(text) + sum(ord(c) > 0xFFFF for c in text)


def _points(text: str, units: int) -> int:
    """Number of characters in the first `units` UTF-16 units of `text`."""
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))


def _is_number(cell: str) -> bool:
    digits = cell.replace("\u00a0", "").replace(" ", "").replace("kr", "").replace("%", "")
    return digits.replace(",", "").replace("-", "").replace("−", "").isdigit()
