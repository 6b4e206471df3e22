"""BlockEditor: the editor of the texts of an item or a §, whose paragraphs are blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QTextEdit, QWidget

from namndstod.domain.records import BlockKind, MarkKind
from namndstod.domain.texts import Draft

from . import text_rules
from .paint import wrapped, write
from .text_aid import WritingAid
from .text_completion import TextCompletion
from .text_document import BlockDocument
from .text_edits import MIME, BlockEdits, drafts_from, in_table, mime_of
from .text_keys import kind_of_key, undo_or_redo
from .text_marking import end_at_edge, toggle
from .text_menu import edit_menu
from .text_notes import TextNotes
from .text_rules import PasteParser
from .theme import font, is_theme_change, set_property, tokens
from .tokens import Type

IDLE = 600
"""Milliseconds without a key before what was typed is handed on."""

_LINE = 20


class BlockEditor(QTextEdit):
    """An editor of blocks that grows with its content and hands on what was typed.

    `edited(subject, drafts)` comes when the text differs from the last known: after 600 ms of rest, when
    the focus leaves, and at `flush()`. `subject` is what was given to `set_blocks`, so that a late signal is
    never stored in the wrong place. Ctrl+Z and Ctrl+Y belong to the program:
    `undoRequested`, `redoRequested`.
    """

    edited = Signal(str, object)
    marked = Signal(str, object)  # in a frozen text: its words with other marks
    marksChanged = Signal()
    undoRequested = Signal()
    redoRequested = Signal()

    def __init__(
        self,
        name: str,
        *,
        placeholder: str = "",
        parse: PasteParser | None = None,
        min_lines: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFont(font(Type.BODY))
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(3)
        self.document().setDefaultFont(font(Type.BODY))
        self._placeholder = placeholder
        self._parse = parse
        self._min_lines = min_lines
        self._subject = ""
        self._store = BlockDocument(self.document())
        self.notes = TextNotes(self)
        self.completion = TextCompletion(self)
        self._edits = BlockEdits(self._store)
        self._known: tuple[Draft, ...] = ()  # what the program holds, as far as we know
        self._sent: tuple[tuple[int, Draft], ...] = ()  # what was last handed on, with the keys of its blocks
        self._busy = False
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE)
        self._idle.timeout.connect(self.flush)
        self.document().contentsChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.cursorPositionChanged.connect(self._keep_in_sight)
        self._write(())
        self._grow()

    # --- content ---------------------------------------------------------------------------------

    def blocks(self) -> tuple[Draft, ...]:
        """The blocks as they stand now; an empty editor has none."""
        drafts = self._store.read()
        return () if len(drafts) == 1 and _is_empty(drafts[0]) else drafts

    def subject(self) -> str:
        """What the text belongs to, as given to `set_blocks`."""
        return self._subject

    def set_blocks(self, drafts: Sequence[Draft], subject: str = "") -> None:
        """Show these blocks of `subject`.

        For the same subject it is a refresh: cursor and selection stay, ids are taken over, and what was
        typed but not yet handed on is kept. For another, what was typed is handed on first.
        """
        wanted = text_rules.settled(drafts)
        if subject != self._subject:
            self.flush()
            self._subject = subject
            self._take(wanted)
            self.moveCursor(QTextCursor.MoveOperation.Start)
            return
        current = self.blocks()
        if _content(current) == _content(wanted):
            self._adopt(list(zip(self._store.keys(), wanted, strict=False)))
            self._known = wanted
        elif _content(current) == _content(self._known):
            self._keeping_cursor(wanted)
        elif _content(wanted) == _content([draft for _, draft in self._sent]):
            self._adopt([(key, draft) for (key, _), draft in zip(self._sent, wanted, strict=True)])
            self._known = wanted
        # Otherwise a person is writing: what was typed stands, and is handed on as always.

    def flush(self) -> None:
        """Hand on what was typed, at once."""
        self._idle.stop()
        current = self.blocks()
        if self.isReadOnly() or _content(current) == _content(self._known):
            return
        self._known = current
        self._sent = tuple(zip(self._store.keys(), current, strict=False))
        self.edited.emit(self._subject, current)

    def set_aid(self, aid: WritingAid) -> None:
        """Let `aid` look at the text while it is written, and offer phrases."""
        self.notes.set_aid(aid)
        self.completion.set_aid(aid)

    def set_frozen(self, frozen: bool) -> None:
        """Make the text readable only (a justerat §), or let it be written in."""
        self.setReadOnly(frozen)
        set_property(self, "frozen", "true" if frozen else "false")

    # --- keys ------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Take undo and redo before any menu does, so that what was typed is handed on first."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and undo_or_redo(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that know about blocks; all others are Qt's."""
        if not self.completion.key(event) and not self._own_key(event):
            end_at_edge(self)
            super().keyPressEvent(event)
            if event.text() == " ":
                self._at_cursor(self._edits.typed_space)

    def _own_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        held = event.modifiers()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        if which := undo_or_redo(event):
            self.flush()
            (self.undoRequested if which == "undo" else self.redoRequested).emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._tab(back=key == Qt.Key.Key_Backtab, leave=control or self.isReadOnly())
        elif (kind := kind_of_key(event)) is not None:
            self.mark(kind)
        elif self.isReadOnly():
            return False
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if control:
                event.ignore()  # belongs to the view (klubba, OK)
                return True
            if held & Qt.KeyboardModifier.ShiftModifier:
                return in_table(self.textCursor())
            self._at_cursor(self._edits.enter)
        elif key == Qt.Key.Key_Backspace:
            return self._edits.backspace(self.textCursor())
        elif key == Qt.Key.Key_Delete:
            return self._edits.keeps_from_delete(self.textCursor())
        elif control and key == Qt.Key.Key_B:
            self.emphasise(strong=True)
        elif control and key == Qt.Key.Key_I:
            self.emphasise(strong=False)
        else:
            return bool(event.text().strip()) and not control and in_table(self.textCursor())
        return True

    def _tab(self, *, back: bool, leave: bool) -> None:
        drafts = self._store.read()
        at = self.textCursor().blockNumber()
        in_list = drafts[at].kind in text_rules.LISTS
        moved = (text_rules.shallower if back else text_rules.deeper)(drafts, at)
        if leave or not in_list or (back and moved is None):
            self.setTabChangesFocus(True)
            self.focusNextPrevChild(not back)
            self.setTabChangesFocus(False)
        elif moved is not None:
            self._edits.become(self.textCursor(), moved)

    def mark(self, kind: MarkKind) -> None:
        """Mark the chosen words as secret or personal, or take that back; in a frozen text too."""
        if not self.textCursor().hasSelection():
            return
        toggle(self.textCursor(), kind)
        if self.isReadOnly():
            self._known = self.blocks()
            self.marked.emit(self._subject, self._known)

    def emphasise(self, *, strong: bool) -> None:
        """Make the chosen words bold or italic, or take that back."""
        used = QTextCharFormat()
        now = self.textCursor().charFormat()
        if strong:
            bold = now.fontWeight() >= QFont.Weight.DemiBold.value
            used.setFontWeight(QFont.Weight.Normal if bold else QFont.Weight.DemiBold)
        else:
            used.setFontItalic(not now.fontItalic())
        self.mergeCurrentCharFormat(used)

    # --- clipboard -------------------------------------------------------------------------------

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is chosen, as text with its labels and as blocks."""
        return mime_of(self._edits.chosen(self.textCursor()))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text, not files: those belong to the list of documents."""
        return (source.hasText() or source.hasHtml() or source.hasFormat(MIME)) and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste: our own blocks, else what the parser makes of it, else plain paragraphs."""
        if not in_table(self.textCursor()):
            drafts = drafts_from(source, self._parse)
            self._at_cursor(lambda cursor: self._edits.insert(cursor, drafts))

    # --- events ----------------------------------------------------------------------------------

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand on what was typed when the focus leaves."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.flush()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page: the editor shows all its text."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint the labels in the new colours."""
        super().changeEvent(event)
        if is_theme_change(event):
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and the labels that hang before it."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        drafts = self._store.read()
        if len(drafts) == 1 and _is_empty(drafts[0]) and drafts[0].kind is BlockKind.PARAGRAPH:
            self._paint_placeholder(painter)
        labels = text_rules.labels(drafts)
        painter.setFont(font(Type.BODY))
        painter.setPen(QColor(tokens().muted if self.isReadOnly() else tokens().text))
        for block, label in zip(self._store.blocks(), labels, strict=True):
            if label:
                self._paint_label(painter, block, label)
        self.notes.paint(painter, QRectF(event.rect()))
        painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu in the words of the program."""
        menu = edit_menu(self)
        at = (
            self.cursorForPosition(event.pos()) if event.reason() is event.Reason.Mouse else self.textCursor()
        )
        self.notes.fill_menu(menu, at.position())
        menu.popup(event.globalPos())

    # --- inside ----------------------------------------------------------------------------------

    def _at_cursor(self, edit: Callable[[QTextCursor], None]) -> None:
        cursor = self.textCursor()
        edit(cursor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _changed(self) -> None:
        if self._busy:
            return
        self._busy = True
        self._store.settle()
        self._busy = False
        self._idle.start()
        self.marksChanged.emit()
        self.viewport().update()

    def _write(self, drafts: Sequence[Draft]) -> None:
        self._busy = True
        self._store.write(drafts)
        self._busy = False
        self._idle.stop()
        self.marksChanged.emit()

    def _take(self, drafts: tuple[Draft, ...]) -> None:
        self._write(drafts)
        self._known = self.blocks()
        self._sent = ()

    def _keeping_cursor(self, drafts: tuple[Draft, ...]) -> None:
        cursor = self.textCursor()
        block_id = self._store.draft_of(cursor.block()).id
        number, offset = cursor.blockNumber(), cursor.positionInBlock()
        self._take(drafts)
        same = (i for i, draft in enumerate(drafts) if draft.id is not None and draft.id == block_id)
        number = next(same, min(number, self.document().blockCount() - 1))
        block = self.document().findBlockByNumber(number)
        cursor = self.textCursor()
        cursor.setPosition(block.position() + min(offset, block.length() - 1))
        self.setTextCursor(cursor)

    def _adopt(self, drafts: Sequence[tuple[int, Draft]]) -> None:
        ids = {key: draft.id for key, draft in drafts}
        self._busy = True
        for block, key in zip(self._store.blocks(), self._store.keys(), strict=True):
            if key in ids:
                self._store.set_id(block, ids[key])
        self._busy = False

    def _grow(self) -> None:
        frame = self.height() - self.viewport().height()
        least = self._min_lines * _LINE
        height = max(least, round(self.document().size().height() + 0.49)) + max(frame, 18)
        if height != self.height():
            self.setFixedHeight(height)

    def _keep_in_sight(self) -> None:
        if not self.hasFocus():
            return
        outer = self.parentWidget()
        while outer is not None and not isinstance(outer, QScrollArea):
            outer = outer.parentWidget()
        page = outer.widget() if outer is not None else None
        if outer is not None and page is not None:
            point = self.viewport().mapTo(page, self.cursorRect().center())
            outer.ensureVisible(point.x(), point.y(), 0, 40)

    def _paint_placeholder(self, painter: QPainter) -> None:
        margin = self.document().documentMargin()
        place = QRectF(margin, margin + 3, self.viewport().width() - 2 * margin, 18)
        for line in wrapped(self._placeholder, font(Type.BODY), place.width(), self._min_lines):
            write(painter, place, line, font(Type.BODY), tokens().muted)
            place.translate(0, 19)

    def _paint_label(self, painter: QPainter, block: QTextBlock, label: str) -> None:
        layout = block.layout()
        if not layout.lineCount():
            return
        line = layout.lineAt(0)
        left = layout.position().x() + line.position().x()
        baseline = layout.position().y() + line.position().y() + line.ascent()
        width = painter.fontMetrics().horizontalAdvance(label)
        gap = 7.0 if label in ("att", "•") else 6.0
        painter.drawText(QPointF(left - width - gap if label != "att" else left - 28, baseline), label)


def _is_empty(draft: Draft) -> bool:
    return not draft.text and not draft.rows and draft.kind is not BlockKind.TABLE


def _content(drafts: Sequence[Draft]) -> list[Draft]:
    """What a person sees of the drafts: everything but the ids."""
    return [replace(draft, id=None) for draft in drafts]
