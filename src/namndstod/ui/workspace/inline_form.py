"""A short form that lies in a card, never over it: Enter goes on, Ctrl+Enter stores, Esc leaves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QTextEdit, QVBoxLayout, QWidget

from namndstod.ui.kit.basics import Button, ButtonKind, Label, announce
from namndstod.ui.kit.fields import FieldRow
from namndstod.ui.kit.names_field import NamesField
from namndstod.ui.kit.tokens import Type

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class InlineForm(QWidget):
    """Fields in lines, a place for what is missing, and two buttons.

    A form says what is missing in `missing`, and hands over what is written in `hand_over`.
    """

    left = Signal()  # the form is given up

    def __init__(self, store: str = "Lägg till", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, FieldRow] = {}
        self.store = Button(store, ButtonKind.PRIMARY, hint="Ctrl Enter")
        self.leave = Button("Avbryt", ButtonKind.QUIET, hint="Esc")
        self._problem = Label("", Type.SMALL, "mend", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(10)
        self._foot = foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.store)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        self._column.addWidget(self._problem)
        self._column.addLayout(foot)
        self.store.clicked.connect(self.accept)
        self.leave.clicked.connect(self.left)
        self._problem.hide()
        self.hide()

    def add_line(self, *fields: tuple[str, str, QWidget, int]) -> None:
        """Add fields (key, label, field, share of the width) beside each other; share 0: as wide as it is."""
        line = QHBoxLayout()
        line.setSpacing(12)
        for key, label, field, share in fields:
            row = FieldRow(label, field)
            self.rows[key] = row
            line.addWidget(row, share, Qt.AlignmentFlag.AlignTop)
        self._column.insertLayout(self._column.count() - 2, line)

    def add_widget(self, widget: QWidget) -> None:
        """Add something that is no labelled field."""
        self._column.insertWidget(self._column.count() - 2, widget)

    def add_to_foot(self, widget: QWidget) -> None:
        """Add something at the right of the buttons."""
        self._foot.addWidget(widget)

    def enter(self, focus: QWidget) -> None:
        """Show the form and go into a field."""
        self.say("")
        self.show()
        focus.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, self, self._come_into_sight)

    def _come_into_sight(self) -> None:
        """Scroll to the form, once it has got its place."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and self.isVisible():
            above.ensureWidgetVisible(self)

    def missing(self) -> str:
        """Say what is missing or wrong; nothing when the form can be stored."""
        return ""

    def hand_over(self) -> None:
        """Give what is written to whoever stores it."""
        raise NotImplementedError(type(self).__name__)

    def accept(self) -> None:
        """Hand over what is written, unless something is missing."""
        for field in self.findChildren(NamesField):
            field.complete_first()
        problem = self.missing()
        self.say(problem)
        if not problem:
            self.hand_over()

    def say(self, problem: str) -> None:
        """Show what is wrong, or nothing."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if problem:
            announce(self, problem)

    def has_focus(self) -> bool:
        """Whether the focus is in the form."""
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter and Esc, which mean something else around the form."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field, and stores from the last; letters typed here are no commands."""
        enter = event.key() in ENTER
        focus = self.window().focusWidget()
        if enter and isinstance(focus, Button):
            focus.click()
        elif enter and (event.modifiers() & Qt.KeyboardModifier.ControlModifier or not self.go_on()):
            self.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.accept()

    def go_on(self) -> bool:
        """Go to the field after the one that has the focus; False when it was the last one."""
        shown = [row.field for row in self.rows.values() if row.isVisible() and row.field.isEnabled()]
        at = next((i for i, field in enumerate(shown) if _holds_focus(field)), len(shown))
        if at + 1 >= len(shown):
            return False
        shown[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        return True


def _own(event: QKeyEvent) -> bool:
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Escape or (control and event.key() in ENTER)


def _holds_focus(field: QWidget) -> bool:
    return field.hasFocus() or any(
        w.hasFocus() for w in field.findChildren(QWidget) if not isinstance(w, QTextEdit)
    )
