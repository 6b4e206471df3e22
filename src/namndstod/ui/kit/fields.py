"""Fields of a form: LineEdit, Combo, FieldRow (label, help, error with its law) and Form."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from namndstod.domain.errors import RuleBroken

from . import icons
from .basics import Label, Sign, announce
from .theme import font, set_property, tokens
from .tokens import Tone, Type


class LineEdit(QLineEdit):
    """One line of text."""

    def __init__(self, text: str = "", placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFont(font(Type.BODY))
        self.setPlaceholderText(placeholder)
        self.setMinimumHeight(32)


class Combo(QComboBox):
    """A choice among a few. Each entry is (what it stands for, Swedish text)."""

    def __init__(self, entries: tuple[tuple[object, str], ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font(Type.BODY))
        self.setMinimumHeight(32)
        self.setItemDelegate(QStyledItemDelegate(self))  # draws rows as the style sheet says
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for value, text in entries:
            self.addItem(text, value)

    def value(self) -> object:
        """What the chosen entry stands for."""
        return self.currentData()

    def set_value(self, value: object) -> None:
        """Choose the entry that stands for `value`; nothing when there is none."""
        found = next((i for i in range(self.count()) if self.itemData(i) == value), -1)
        self.setCurrentIndex(found)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page: a choice is never changed by a pointer that passes over it."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and, over it, the arrow in the colour of the text."""
        super().paintEvent(event)
        painter = QPainter(self)
        box = QRectF(self.width() - 24, (self.height() - 16) / 2, 16, 16)
        icons.draw(painter, "chevron-down", box, tokens().muted)
        painter.end()


class FieldRow(QWidget):
    """A field with its label above, help below, and, when it is wrong, why and by which law.

    The label names the field for the screen reader, and the error becomes its description.
    """

    def __init__(
        self,
        label: str,
        field: QWidget,
        help_text: str = "",
        *,
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._help_text = help_text
        self._label = Label(label, Type.MEDIUM)
        self._help = Label(help_text, Type.SMALL, "muted", wrap=True)
        self._sign = Sign("warning", Tone.MEND, 15)
        self._error = Label("", Type.SMALL, "mend", wrap=True)
        self._label.setBuddy(field)
        field.setAccessibleName(label)
        field.setAccessibleDescription(help_text)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._label)
        if optional:
            head.addWidget(Label("valfritt", Type.SMALL, "muted"))
        head.addStretch(1)
        error = QHBoxLayout()
        error.setSpacing(6)
        error.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        error.addWidget(self._error, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(head)
        column.addWidget(field)
        column.addWidget(self._help)
        column.addLayout(error)
        self._help.setVisible(bool(help_text))
        self.clear_error()

    def set_label(self, label: str) -> None:
        """Call the field something else."""
        self._label.setText(label)
        self.field.setAccessibleName(label)

    def error(self) -> str:
        """The error shown, or nothing."""
        return self._error.text()

    def set_error(self, message: str, source: str = "") -> None:
        """Show what is wrong and the law behind it («KL 6 kap. 27 §»)."""
        text = f"{message} ({source})" if source else message
        self._error.setText(text)
        self._show(True)
        self.field.setAccessibleDescription(f"Fel: {text}")
        announce(self.field, f"{self._label.text()}: {text}")

    def clear_error(self) -> None:
        """Take the error away."""
        self._error.setText("")
        self._show(False)
        self.field.setAccessibleDescription(self._help_text)

    def _show(self, wrong: bool) -> None:
        self._error.setVisible(wrong)
        self._sign.setVisible(wrong)
        for each in (self.field, *self.field.findChildren(QLineEdit)):
            set_property(each, "wrong", "true" if wrong else "false")


class Form(QWidget):
    """Fields under each other, by key. Two or more fields given to `add_beside` stand in one row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, FieldRow] = {}
        self._general = Label("", Type.BODY, "mend", wrap=True)
        self._general.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._column.addWidget(self._general)

    def add(
        self, key: str, label: str, field: QWidget, help_text: str = "", *, optional: bool = False
    ) -> FieldRow:
        """Add a field under those already there."""
        row = FieldRow(label, field, help_text, optional=optional)
        self.rows[key] = row
        self._column.addWidget(row)
        return row

    def add_beside(self, *fields: tuple[str, str, QWidget]) -> None:
        """Add fields (key, label, field) beside each other."""
        line = QHBoxLayout()
        line.setSpacing(12)
        for key, label, field in fields:
            row = FieldRow(label, field)
            row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            self.rows[key] = row
            line.addWidget(row, 1, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(line)

    def add_widget(self, widget: QWidget) -> None:
        """Add something that is no field."""
        self._column.addWidget(widget)

    def clear_errors(self) -> None:
        """Take all errors away, before trying again."""
        self._general.hide()
        self._general.setText("")
        for row in self.rows.values():
            row.clear_error()

    def show_error(self, error: RuleBroken) -> None:
        """Show a broken rule at its field and go there; above the form when it belongs to none."""
        row = self.rows.get(error.field)
        if row is None:
            self._general.setText(f"{error} ({error.source})" if error.source else str(error))
            self._general.show()
            announce(self, self._general.text())
            return
        row.set_error(str(error), error.source)
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)
