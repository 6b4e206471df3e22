"""«Sök eller gör» (Ctrl+K): finds any action, ärende, §, person or meeting by a few letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from namndstod.domain.swedish_sort import fold
from namndstod.services.searching import LEAST, Hit, HitKind, delegated_decisions, everything, search

from .kit import icons
from .kit.basics import Label, announce
from .kit.fields import LineEdit
from .kit.item_model import Index
from .kit.paint import draw_hint, hint_width, text_width, write
from .kit.theme import font, set_area, tokens
from .kit.tokens import Type

if TYPE_CHECKING:
    from namndstod.services.session import Outcome

    from .workspace.actions import Actions

_ICONS = {
    HitKind.MEETING: "calendar",
    HitKind.MATTER: "document",
    HitKind.SECTION: "section",
    HitKind.PERSON: "people",
    HitKind.ARCHIVED: "binder",
    HitKind.DELEGATED: "gavel",
}
_WORDS = {
    HitKind.MEETING: "sammanträde",
    HitKind.MATTER: "ärende",
    HitKind.SECTION: "paragraf",
    HitKind.PERSON: "person",
    HitKind.ARCHIVED: "arkiverat protokoll",
    HitKind.DELEGATED: "delegationsbeslut",
}
_ENTRY = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()
ROW = 36


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be done from everywhere, with the key that does it."""

    text: str
    hint: str
    run: Callable[[], object]


class Palette(QFrame):
    """A field and what it finds, over the window. Esc closes, Enter takes the marked line."""

    meetingRequested = Signal(str, str, str)
    personRequested = Signal(str, str)
    archivedRequested = Signal(str, str)  # archived minutes, a § of them or nothing
    delegatedRequested = Signal(str, str)  # the ids of the body and the decision

    def __init__(self, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._actions = actions
        self._acts: tuple[Act, ...] = ()
        self._elsewhere: Callable[[str], Act] | None = None
        self._hits: tuple[Hit, ...] | None = None
        self._decisions: tuple[Hit, ...] = ()
        self._decisions_of: str | None = ""  # the text that they were looked for by
        self._looking = False
        self._back_to: QWidget | None = None
        set_area(self, "card")
        self.setAccessibleName("Sök eller gör")
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(40)
        shadow.setOffset(0, 8)
        colour = QColor(tokens().shadow)
        colour.setAlpha(90)
        shadow.setColor(colour)
        self.setGraphicsEffect(shadow)
        hint = "Sök ärende, §, beslut, person eller sammanträde, eller skriv vad du vill göra"
        self.field = LineEdit("", hint)
        self.field.setAccessibleName("Sök eller gör")
        self.field.setMinimumHeight(40)
        self.field.textChanged.connect(self._search)
        self.model = _Lines(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_LineDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName("Träffar")
        self.list.clicked.connect(lambda index: self._take(index.row()))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.field)
        self.nothing = Label("Inget hittades bland rubriker, diarienummer och namn.", tone="muted")
        self.nothing.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        self.hide()

    def set_acts(self, acts: Sequence[Act], elsewhere: Callable[[str], Act]) -> None:
        """Offer these actions, and last to look for what is typed `elsewhere`."""
        self._acts, self._elsewhere = tuple(acts), elsewhere

    def refresh(self, outcome: Outcome | None = None) -> None:
        """Forget what was read: the next opening reads again."""
        self._hits = None
        self._decisions_of = None

    def show_over(self, window: QWidget) -> None:
        """Open at the top of the window with an empty field."""
        self._back_to = window.focusWidget()
        width = min(640, window.width() - 48)
        self.setGeometry((window.width() - width) // 2, 72, width, min(460, window.height() - 120))
        if self._hits is None:
            session = self._actions.session
            self._actions.background.run(session.ask, everything, session.today, owner=self, done=self._read)
        self.field.clear()
        self._search()
        self.show()
        self.raise_()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)  # while it is open: a click beside it closes it
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Close and give the focus back."""
        self.hide()
        if self._back_to is not None and shiboken6.isValid(self._back_to):
            self._back_to.setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Watch nothing while closed."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the field that move in the list, and close at a click beside."""
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            if watched is not self and not self.isAncestorOf(watched):
                self.dismiss()
            return False
        if watched is not self.field or not isinstance(event, QKeyEvent):
            return False
        if event.type() is not QEvent.Type.KeyPress:
            return False
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentIndex().row())
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8}.get(Qt.Key(key), -8)
            row = max(0, min(self.model.rowCount() - 1, self.list.currentIndex().row() + step))
            self.list.setCurrentIndex(self.model.index(row))
        else:
            return False
        return True

    def _read(self, hits: tuple[Hit, ...]) -> None:
        self._hits = hits
        if self.isVisible():
            self._search()

    def _search(self) -> None:
        self._look_for_decisions()
        self._show_found()

    def _show_found(self, row: int = 0) -> None:
        """Show what is known to be found; the decisions of a text before, until those of this one come."""
        text = self.field.text()
        words = fold(text).split()
        acts = [a for a in self._acts if all(w in fold(a.text) for w in words)]
        found: list[Act | Hit] = [*acts, *search(self._hits or (), text), *search(self._decisions, text)]
        more = [self._elsewhere(text.strip())] if words and self._elsewhere else []
        self.model.set_entries([*found, *more])
        # Nothing is known before everything is read.
        none = not found and self._hits is not None and not self._looking
        if none and not self.nothing.isVisibleTo(self):
            announce(self, self.nothing.text())
        self.nothing.setVisible(none)
        if found or more:
            self.list.setCurrentIndex(self.model.index(max(0, min(row, self.model.rowCount() - 1))))

    def _look_for_decisions(self) -> None:
        """Ask the store off the UI thread, one question at a time: then for what was typed meanwhile."""
        text = self.field.text()
        if self._looking or text == self._decisions_of:
            return
        if len(text.strip()) < LEAST:
            self._take_decisions(text, ())
            return
        self._looking = True

        def done(found: tuple[Hit, ...]) -> None:
            row, last = self.list.currentIndex().row(), self.model.rowCount() - 1
            self._looking = False
            self._take_decisions(text, found)
            self._look_for_decisions()
            self._show_found(self.model.rowCount() + len(found) if row == last > 0 else row)

        def failed(error: Exception) -> None:
            self._looking = False
            self._take_decisions(text, ())
            self._actions.errorRaised.emit(error)

        session = self._actions.session
        self._actions.background.run(
            session.ask, delegated_decisions, text, owner=self, done=done, failed=failed
        )

    def _take_decisions(self, text: str, found: tuple[Hit, ...]) -> None:
        self._decisions, self._decisions_of = found, text

    def _take(self, row: int) -> None:
        entry = self.model.entry(row)
        if entry is None:
            return
        self.dismiss()
        if isinstance(entry, Act):
            entry.run()
        elif entry.kind is HitKind.PERSON:
            self.personRequested.emit(entry.body_id, entry.person_id)
        elif entry.kind is HitKind.ARCHIVED:
            self.archivedRequested.emit(entry.archived_id, entry.chosen)
        elif entry.kind is HitKind.DELEGATED:
            self.delegatedRequested.emit(entry.body_id, entry.decision_id)
        else:
            self.meetingRequested.emit(entry.meeting_id, entry.step, entry.chosen)


class _Lines(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: list[Act | Hit] = []

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == _ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if isinstance(entry, Act):
                return f"{entry.text}, {entry.hint}" if entry.hint else entry.text
            return f"{_WORDS[entry.kind]}: {entry.text}, {entry.note}"
        return None

    def entry(self, row: int) -> Act | Hit | None:
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def set_entries(self, entries: list[Act | Hit]) -> None:
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()


class _LineDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t = tokens()
        entry: Act | Hit = index.data(_ENTRY)
        rect = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(t.accent_soft))
        icon = "chevron-right" if isinstance(entry, Act) else _ICONS[entry.kind]
        icons.draw(painter, icon, QRectF(rect.left() + 10, rect.center().y() - 8, 16, 16), t.muted)
        right = rect.right() - 10
        if isinstance(entry, Act):
            if entry.hint:
                width = hint_width(entry.hint)
                key = QRectF(right - width, rect.center().y() - 9, width, 18)
                draw_hint(painter, key, entry.hint, t.muted, t.line_strong, t.surface)
                right -= width + 10
        elif entry.note:
            width = min(text_width(entry.note, font(Type.SMALL)), rect.width() * 0.42)
            note = QRectF(right - width, rect.top(), width, rect.height())
            write(painter, note, entry.note, font(Type.SMALL), t.muted)
            right -= width + 12
        left = rect.left() + 36
        write(
            painter,
            QRectF(left, rect.top(), right - left, rect.height()),
            entry.text,
            font(Type.BODY),
            t.text,
        )
        painter.restore()
