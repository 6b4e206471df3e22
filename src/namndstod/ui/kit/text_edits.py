"""What keys and paste do to the blocks of a document, at a cursor and without any widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCharFormat, QTextCursor

from namndstod.domain.records import BlockKind
from namndstod.domain.texts import Draft

from . import text_rules
from .text_document import BlockDocument, kind_of
from .text_rules import PasteParser

MIME = "application/x-namndstod-blocks"


class BlockEdits:
    """Changes the blocks of a document. Each method leaves the cursor where writing goes on."""

    def __init__(self, store: BlockDocument) -> None:
        self._store = store

    def enter(self, cursor: QTextCursor) -> None:
        """Enter: a new block that goes on with the list; in an empty one, a block that is less."""
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        drafts = self._store.read()
        at = cursor.blockNumber()
        draft = drafts[at]
        fewer = (
            text_rules.less(drafts, at) if not draft.text and draft.kind is not BlockKind.DECIDER else None
        )
        if fewer is not None:
            self.become(cursor, fewer)
        elif cursor.atBlockStart() and draft.text and draft.kind is not BlockKind.TABLE:
            # An empty block before; the text keeps its block and its id.
            cursor.insertBlock()
            above = QTextCursor(cursor.block().previous())
            self._store.set_block(above, replace(draft, text="", id=None))
        else:
            self._new_block(cursor, draft)
        cursor.endEditBlock()

    def _new_block(self, cursor: QTextCursor, draft: Draft) -> None:
        if draft.kind is BlockKind.TABLE:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        if draft.kind is BlockKind.PARAGRAPH and cursor.atBlockEnd() and text_rules.is_decider(draft.text):
            draft = replace(draft, kind=BlockKind.DECIDER)
            self.become(cursor, draft)
        kind = BlockKind.PARAGRAPH if draft.kind is BlockKind.TABLE else text_rules.following(draft)
        depth = draft.depth + 1 if draft.kind is BlockKind.DECIDER else draft.depth
        cursor.insertBlock()
        self._store.set_block(cursor, Draft(kind, "", depth))
        cursor.setBlockCharFormat(QTextCharFormat())

    def backspace(self, cursor: QTextCursor) -> bool:
        """Backspace: at its start a block becomes less. False = Qt may do what it does."""
        if cursor.hasSelection():
            return False
        if in_table(cursor):
            return True
        if not cursor.atBlockStart():
            return False
        drafts = self._store.read()
        at = cursor.blockNumber()
        fewer = text_rules.less(drafts, at)
        if fewer is not None:
            self.become(cursor, fewer)
            return True
        return at > 0 and drafts[at - 1].kind is BlockKind.TABLE

    def keeps_from_delete(self, cursor: QTextCursor) -> bool:
        """Whether Delete would eat a table."""
        if cursor.hasSelection():
            return False
        below = cursor.block().next()
        return in_table(cursor) or (
            cursor.atBlockEnd() and below.isValid() and kind_of(below) is BlockKind.TABLE
        )

    def typed_space(self, cursor: QTextCursor) -> None:
        """A space after «att», «-» or «1.» at the start of a block makes it a list."""
        at = cursor.blockNumber()
        drafts = self._store.read()
        before = drafts[at].text[: cursor.positionInBlock()]
        if not before.endswith(" "):
            return
        made = text_rules.typed_kind(before[:-1], drafts[at], drafts[at - 1] if at else None)
        if made is None:
            return
        kind, depth = made
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self.become(cursor, replace(drafts[at], kind=kind, depth=depth))
        cursor.endEditBlock()

    def become(self, cursor: QTextCursor, draft: Draft) -> None:
        """Give the block at `cursor` the kind, depth and id of `draft`; its text stays."""
        key = self._store.keys()[cursor.blockNumber()]
        self._store.set_block(QTextCursor(cursor.block()), draft, key=key)

    def insert(self, cursor: QTextCursor, drafts: Sequence[Draft]) -> None:
        """Put blocks in; a single paragraph goes into the line."""
        if not drafts:
            return
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        here = self._store.read()[cursor.blockNumber()]
        first, *rest = drafts
        whole = not here.text and (rest or first.kind is not BlockKind.PARAGRAPH)
        if whole:
            self.become(cursor, replace(first, id=here.id))
        elif first.kind is BlockKind.TABLE:
            cursor.insertBlock()
            self._store.set_block(cursor, first)
        self._store.insert(cursor, first)
        for draft in rest:
            cursor.insertBlock()
            self._store.set_block(cursor, draft)
            self._store.insert(cursor, draft)
        if kind_of(cursor.block()) is BlockKind.TABLE:
            cursor.insertBlock()
            self._store.set_block(cursor, Draft(BlockKind.PARAGRAPH, ""))
        cursor.endEditBlock()

    def chosen(self, cursor: QTextCursor) -> list[Draft]:
        """The blocks in the selection, the first and last perhaps in part."""
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        chosen = []
        for block, draft in zip(self._store.blocks(), self._store.read(), strict=True):
            if block.position() + block.length() <= start or block.position() > end:
                continue
            part = QTextCursor(block)
            part.setPosition(max(start, block.position()))
            part.setPosition(min(end, block.position() + block.length() - 1), QTextCursor.MoveMode.KeepAnchor)
            text = part.selectedText().replace("\u2028", "\n")
            if text == draft.text or draft.rows:
                chosen.append(draft)
                continue
            part.setPosition(part.selectionStart())
            part.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
            chosen.append(_cut(draft, len(part.selectedText()), text))
        return chosen


def _cut(draft: Draft, start: int, text: str) -> Draft:
    """Return the part of a block that begins at `start` and says `text`, with the marks on it."""
    inside = (
        replace(m, start=max(0, m.start - start), end=min(len(text), m.end - start)) for m in draft.marks
    )
    return Draft(draft.kind, text, draft.depth, tuple(m for m in inside if m.start < m.end))


def in_table(cursor: QTextCursor) -> bool:
    """Whether the cursor stands in a TABLE block."""
    return kind_of(cursor.block()) is BlockKind.TABLE


def mime_of(drafts: Sequence[Draft]) -> QMimeData:
    """Blocks for the clipboard: as text with labels, and as blocks for another editor of ours."""
    mime = QMimeData()
    one = len(drafts) == 1 and drafts[0].kind is not BlockKind.TABLE
    mime.setText(drafts[0].text if one else text_rules.as_text(drafts))
    mime.setData(MIME, text_rules.to_json(drafts))
    return mime


def drafts_from(source: QMimeData, parse: PasteParser | None) -> list[Draft]:
    """What is pasted: our own blocks, else what the parser makes of it, else plain paragraphs."""
    if source.hasFormat(MIME):
        drafts: Sequence[Draft] = text_rules.from_json(bytes(source.data(MIME).data()))
    elif parse is not None:
        drafts = parse(source.html() if source.hasHtml() else "", source.text())
    else:
        drafts = text_rules.plain_blocks(source.text())
    return [replace(draft, id=None) for draft in drafts]
