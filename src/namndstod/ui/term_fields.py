"""Cards in which the settings of a body are edited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QPlainTextEdit, QVBoxLayout, QWidget

from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import BodyTerm

from .kit.basics import Card, Label
from .kit.fields import Combo, FieldRow, LineEdit
from .kit.theme import font
from .kit.tokens import Type
from .term_settings import Field, Kind


class TermCard(Card):
    """A card of settings. `changed(field, value)` when a person has changed one."""

    changed = Signal(object, object)  # Field, value

    def __init__(self, title: str, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(24)
        self._own = QVBoxLayout()
        self._own.setSpacing(14)
        self._sides.addLayout(self._own, 1)
        self.body.addSpacing(2)
        self.body.addLayout(self._sides)
        self.rows: dict[str, FieldRow] = {}
        self._editors: dict[str, QWidget] = {}
        self._fields = {field.key: field for field in fields}
        self._shown: dict[str, Any] = {}
        for field in fields:
            self._add(field)

    def add(self, widget: QWidget) -> None:
        """Put something below the settings."""
        self._own.addWidget(widget)

    def put_beside(self, widget: QWidget) -> None:
        """Put something at the right of the settings."""
        self._sides.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def set_roomy(self, roomy: bool) -> None:
        """Say whether there is room beside the settings; else what is put there stands below them."""
        self._sides.setDirection(
            QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom
        )

    def show_term(self, term: BodyTerm) -> None:
        """Show what holds; a field that is being typed in is left alone."""
        for key, field in self._fields.items():
            value = field.get(term)
            self._shown[key] = value
            self.rows[key].clear_error() if key in self.rows else None
            if not self._editors[key].hasFocus() or field.kind in (Kind.CHECK, Kind.CHOICE):
                self._write(field, value)

    def show_error(self, error: RuleBroken, key: str) -> None:
        """Show why a setting was not stored."""
        if key in self.rows:
            self.rows[key].set_error(str(error), error.source)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Store a text of several lines when one leaves it."""
        if event.type() is QEvent.Type.FocusOut:
            key = next((k for k, editor in self._editors.items() if editor is watched), None)
            if key is not None:
                self._edited(self._fields[key])
        return super().eventFilter(watched, event)

    def _add(self, field: Field) -> None:
        editor = self._editor(field)
        self._editors[field.key] = editor
        if field.kind is Kind.CHECK:
            self._own.addWidget(_explained(editor, field.help) if field.help else editor)
            return
        if field.width:
            editor.setMaximumWidth(field.width)
        self.rows[field.key] = FieldRow(field.label, editor, field.help)
        self._own.addWidget(self.rows[field.key])

    def _editor(self, field: Field) -> QWidget:
        if field.kind is Kind.CHOICE:
            combo = Combo(field.choices)
            combo.activated.connect(lambda: self._edited(field))
            return combo
        if field.kind is Kind.CHECK:
            check = QCheckBox(field.label)
            check.setFont(font(Type.BODY))
            check.clicked.connect(lambda: self._edited(field))
            return check
        if field.kind is Kind.LINES:
            lines = QPlainTextEdit()
            lines.setFont(font(Type.BODY))
            lines.setTabChangesFocus(True)
            lines.setFixedHeight(84)
            lines.installEventFilter(self)
            return lines
        line = LineEdit()
        line.editingFinished.connect(lambda: self._edited(field))
        return line

    def _write(self, field: Field, value: Any) -> None:
        editor = self._editors[field.key]
        if isinstance(editor, Combo):
            editor.set_value(value)
        elif isinstance(editor, QCheckBox):
            editor.setChecked(bool(value))
        elif isinstance(editor, QPlainTextEdit):
            text = "\n".join(value)
            if editor.toPlainText() != text:
                editor.setPlainText(text)
        elif isinstance(editor, LineEdit) and editor.text() != str(value):
            editor.setText(str(value))

    def _edited(self, field: Field) -> None:
        try:
            value = self._value(field)
        except RuleBroken as error:
            self.show_error(error, field.key)
            return
        if value != self._shown.get(field.key):
            self._shown[field.key] = value
            self.changed.emit(field, value)

    def _value(self, field: Field) -> Any:
        editor = self._editors[field.key]
        if isinstance(editor, Combo):
            return editor.value()
        if isinstance(editor, QCheckBox):
            return editor.isChecked()
        if isinstance(editor, QPlainTextEdit):
            return tuple(line.strip() for line in editor.toPlainText().splitlines() if line.strip())
        text = editor.text().strip() if isinstance(editor, LineEdit) else ""
        if field.kind is Kind.TEXT:
            return text
        if not text.isdecimal() or int(text) < 1:
            raise RuleBroken("Skriv ett tal, minst 1.")
        return int(text)


def _explained(check: QWidget, help_text: str) -> QWidget:
    """Return a box to tick with its help below, which a screen reader tells too."""
    check.setAccessibleDescription(help_text)
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    column.addWidget(check)
    help_line = Label(help_text, Type.SMALL, "muted", wrap=True)
    help_line.setContentsMargins(26, 0, 0, 0)
    column.addWidget(help_line)
    return holder
