"""Phrases completed while they are typed, and places in them filled in one after the other.

The list never takes the focus, and without being asked for it chooses nothing: Enter is a new line until a
row has been chosen with Down. Tab takes the first row; Esc puts the list away until the next sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QListWidget, QTextEdit, QVBoxLayout, QWidget

from namndstod.domain.phrase_bank import Offer, Placeholder, placeholders
from namndstod.domain.records import BlockKind
from namndstod.domain.swedish import plain

from .basics import Label
from .text_aid import WritingAid, announce
from .text_document import kind_of, units
from .theme import font, set_area
from .tokens import Type

KEYS = "Ctrl+Mellanslag"
_WIDTH, _ROW, _ROWS = 460, 26, 8
_TURNS_AWAY = frozenset(
    (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Wheel, QEvent.Type.MouseButtonPress)
)


class _Mode(Enum):
    OFF = 0
    PHRASES = 1
    VALUES = 2


class OfferList(QFrame):
    """A quiet list below the cursor, with the keys that answer it."""

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor.window())
        set_area(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows = QListWidget()
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setFont(font(Type.BODY))
        self.rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setUniformItemSizes(True)
        self.foot = Label("", Type.SMALL, "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(5, 5, 5, 5)
        column.setSpacing(3)
        column.addWidget(self.rows)
        column.addWidget(self.foot)
        self.hide()

    def show_rows(self, texts: Sequence[str], name: str, foot: str, *, choose: bool) -> None:
        """Show these rows; with `choose` the first of them is chosen. `foot` says what Tab does."""
        self.rows.setAccessibleName(name)
        self.rows.clear()
        self.rows.addItems(list(texts))
        for number in range(self.rows.count()):
            row = self.rows.item(number)
            row.setToolTip(row.text())
            row.setSizeHint(QSize(0, _ROW))
        self.rows.setCurrentRow(0 if choose else -1)
        self.foot.setText(f"{foot} · Pil ned väljer · Esc stänger")
        self.rows.setFixedHeight(min(len(texts), _ROWS) * _ROW + 4)

    def place(self, editor: QTextEdit) -> None:
        """Stand right below the cursor, or above it where there is no room."""
        window = editor.window()
        at = editor.cursorRect()
        below = editor.viewport().mapTo(window, at.bottomLeft() + QPoint(0, 4))
        height = self.sizeHint().height()
        if below.y() + height > window.height():
            above = editor.viewport().mapTo(window, at.topLeft() - QPoint(0, 4))
            below.setY(max(0, above.y() - height))
        below.setX(max(0, min(below.x(), window.width() - _WIDTH - 8)))
        self.setGeometry(below.x(), below.y(), _WIDTH, height)
        self.show()
        self.raise_()


class TextCompletion(QObject):
    """Completes the phrases of one editor. The editor asks `key` before anything else."""

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._aid: WritingAid | None = None
        self._mode = _Mode.OFF
        self._offers: tuple[Offer, ...] = ()
        self._start, self._filling = 0, ""  # of the place that is being filled in: where, and its name
        self._end: QTextCursor | None = None  # of the phrase that is being filled in
        self._at = 0  # where the cursor stood when the list was shown
        self._typed = False
        self._dismissed = -1  # the block in which the list was put away
        self._list: OfferList | None = None
        editor.textChanged.connect(self._changed)
        editor.cursorPositionChanged.connect(self._moved)
        editor.installEventFilter(self)
        editor.viewport().installEventFilter(self)

    def set_aid(self, aid: WritingAid) -> None:
        """Ask `aid` from now on."""
        self._aid = aid

    @property
    def shown(self) -> OfferList | None:
        """The list, while it is shown."""
        return self._list if self._mode is not _Mode.OFF else None

    # --- keys -------------------------------------------------------------------------------------

    def key(self, event: QKeyEvent) -> bool:
        """Answer a key; False when it is not for the list."""
        if self._aid is None or self._editor.isReadOnly():
            return False
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Space and control:
            self._ask()
            return True
        if self._mode is not _Mode.OFF and self._list_key(key):
            return True
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not control:
            return self._go_on(back=key == Qt.Key.Key_Backtab)
        self._typed = bool(event.text().strip() or key in (Qt.Key.Key_Backspace, Qt.Key.Key_Space))
        return False

    def _list_key(self, key: int) -> bool:
        assert self._list is not None
        rows = self._list.rows
        if key == Qt.Key.Key_Escape:
            self._dismissed = self._editor.textCursor().blockNumber()
            self._end = None
            self.close()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            if rows.currentRow() < 0 and step < 0:
                return False
            rows.setCurrentRow(max(0, min(rows.count() - 1, rows.currentRow() + step)))
            announce(self._editor, rows.currentItem().text())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and rows.currentRow() >= 0:
            self._take(rows.currentRow())
        elif key == Qt.Key.Key_Tab and (rows.currentRow() >= 0 or self._mode is _Mode.PHRASES):
            self._take(max(0, rows.currentRow()))
        else:
            return False
        return True

    # --- offering ---------------------------------------------------------------------------------

    def _ask(self) -> None:
        """Show what fits, whatever is typed."""
        self._dismissed = -1
        place = self._place_here()
        if place is not None:
            self._select(place)
        else:
            self._offer_phrases(asked=True)

    def _offer_phrases(self, *, asked: bool = False) -> None:
        assert self._aid is not None
        cursor = self._editor.textCursor()
        kind = kind_of(cursor.block())
        found: Sequence[Offer] = ()
        if kind is not BlockKind.TABLE and not cursor.hasSelection():
            clause = kind in (BlockKind.CLAUSE, BlockKind.NUMBERED, BlockKind.CONDITION)
            found = self._aid.offers(self._text_from(cursor.block().position()), asked=asked, clause=clause)
        self._offers = tuple(found)
        self._show(_Mode.PHRASES, [o.text for o in found], "Fraser", choose=asked)

    def _offer_values(self, name: str, typed: str) -> None:
        assert self._aid is not None
        known = self._aid.values(name)
        wanted = plain(typed).casefold()
        words = [v for v in known if any(w.startswith(wanted) for w in _words(v))] if wanted else list(known)
        self._show(_Mode.VALUES, words, f"Förslag till {name}", choose=bool(wanted))

    def _show(self, mode: _Mode, texts: Sequence[str], name: str, *, choose: bool) -> None:
        if not texts:
            self.close()
            return
        if self._list is None or self._list.parent() is not self._editor.window():
            self._list = OfferList(self._editor)
            self._list.rows.itemClicked.connect(lambda item: self._take(self._list_row(item)))
        self._mode, self._at = mode, self._editor.textCursor().position()
        if choose:
            foot = "Tab eller Enter tar raden"
        else:
            foot = "Tab tar den första" if mode is _Mode.PHRASES else "Skriv några bokstäver · Tab går vidare"
        self._list.show_rows(texts, name, foot, choose=choose)
        self._list.place(self._editor)
        announce(self._editor, f"{name}: {texts[0]}. {foot}.")

    def _list_row(self, item: object) -> int:
        assert self._list is not None
        return next(n for n in range(self._list.rows.count()) if self._list.rows.item(n) is item)

    def close(self) -> None:
        """Put the list away."""
        self._mode = _Mode.OFF
        if self._list is not None:
            self._list.hide()

    # --- taking -----------------------------------------------------------------------------------

    def _take(self, row: int) -> None:
        assert self._list is not None
        if self._mode is _Mode.PHRASES:
            self._take_phrase(self._offers[row])
        else:
            self._replace(self._start, self._list.rows.item(row).text())
            self._go_on(back=False)

    def _take_phrase(self, offer: Offer) -> None:
        here = self._editor.textCursor()
        before = self._text_from(here.block().position())
        start = here.position() - units(before[len(before) - offer.replaces :])
        self._replace(start, offer.text)
        first = next(iter(self._places_between(start, self._editor.textCursor().position())), None)
        if first is not None:
            self._end = QTextCursor(self._editor.textCursor())  # keeps its place while places are filled in
            self._select(first)

    def _replace(self, start: int, text: str) -> None:
        self._typed = False
        cursor = self._editor.textCursor()
        end = cursor.selectionEnd()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        self._editor.setTextCursor(cursor)
        self.close()

    # --- places to fill in ------------------------------------------------------------------------

    def _go_on(self, *, back: bool) -> bool:
        """Go to the next place of the block, or the one before; after the last to the end of the phrase."""
        cursor = self._editor.textCursor()
        places = self._places()
        here = self._place_here()
        at, end = cursor.selectionStart(), cursor.selectionEnd()
        ahead = [p for p in places if (p.end <= at if back else p.start >= end)]
        self.close()
        if ahead:
            self._select(ahead[-1] if back else ahead[0])
        elif self._end is not None and self._end.block() == cursor.block() and not back:
            cursor.setPosition(self._end.position())
            self._end = None
            self._editor.setTextCursor(cursor)
        elif here is not None and not back:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            self._editor.setTextCursor(cursor)
        else:
            return False
        return True

    def _select(self, place: Placeholder) -> None:
        cursor = self._editor.textCursor()
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        self._typed = False
        self._editor.setTextCursor(cursor)
        self._start = place.start
        announce(self._editor, f"Fyll i {place.name}")
        self._filling = place.name
        self._offer_values(place.name, "")

    def _places(self) -> list[Placeholder]:
        """The places of the block with the cursor, counted in the document."""
        block = self._editor.textCursor().block()
        return self._places_between(block.position(), block.position() + block.length())

    def _places_between(self, start: int, end: int) -> list[Placeholder]:
        block = self._editor.document().findBlock(start)
        at, text = block.position(), block.text()
        found = (
            Placeholder(at + units(text[: p.start]), at + units(text[: p.end]), p.text)
            for p in placeholders(text)
        )
        return [p for p in found if start <= p.start and p.end <= end]

    def _text_from(self, start: int) -> str:
        """What stands between a position and the cursor."""
        cursor = self._editor.textCursor()
        cursor.setPosition(start, QTextCursor.MoveMode.MoveAnchor)
        cursor.setPosition(self._editor.textCursor().position(), QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def _place_here(self) -> Placeholder | None:
        cursor = self._editor.textCursor()
        at, end = cursor.selectionStart(), cursor.selectionEnd()
        return next((p for p in self._places() if p.start <= at and end <= p.end), None)

    # --- what happens -----------------------------------------------------------------------------

    def _changed(self) -> None:
        if not self._typed or self._aid is None or not self._editor.hasFocus():
            return
        self._typed = False
        cursor = self._editor.textCursor()
        if self._mode is _Mode.VALUES and cursor.position() >= self._start:
            self._offer_values(self._filling, self._text_from(self._start))
        elif cursor.blockNumber() != self._dismissed:
            self._dismissed = -1
            self._offer_phrases()
        elif self._text_from(cursor.block().position()).rstrip().endswith((".", "!", "?")):
            self._dismissed = -1

    def _moved(self) -> None:
        here = self._editor.textCursor().position()
        if self._mode is not _Mode.OFF and not self._typed and here != self._at:
            self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the list away when the person turns to something else."""
        if event.type() in _TURNS_AWAY:
            self.close()
            self._end = None
        return super().eventFilter(watched, event)


def _words(value: str) -> list[str]:
    text = plain(value).casefold()
    return [text, *text.replace("(", " ").replace(")", " ").split()]
