"""Plain fields that store what is typed by themselves: after a moment of rest, at focus out and on demand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import time
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QTextEdit, QWidget

from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import Record
from namndstod.services.commands.editing import Edit
from namndstod.ui.kit.dates import TimeEdit
from namndstod.ui.kit.fields import Combo, Form
from namndstod.ui.kit.theme import font, set_property
from namndstod.ui.kit.tokens import Type

from .actions import Actions

R = TypeVar("R", bound=Record)
IDLE = 600
"""Milliseconds without a key before what was typed is stored."""


class LinesEdit(QTextEdit):
    """Plain lines, one thing on each; grows with its content. `left` when the focus leaves."""

    left = Signal()

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font(Type.BODY))
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setUndoRedoEnabled(False)  # undo belongs to the program
        self.document().setDocumentMargin(3)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def lines(self) -> tuple[str, ...]:
        """The lines that hold anything."""
        return tuple(line.strip() for line in self.toPlainText().splitlines() if line.strip())

    def set_lines(self, lines: Sequence[str]) -> None:
        """Show these lines."""
        self.setPlainText("\n".join(lines))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus left."""
        super().focusOutEvent(event)
        self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page."""
        event.ignore()

    def _grow(self) -> None:
        height = max(34, round(self.document().size().height()) + 20)
        if height != self.height():
            self.setFixedHeight(height)


class Typed(QObject):
    """Watches a field of text. `wanted(value)` asks to store what was typed; a refresh never disturbs it."""

    wanted = Signal(object)

    def __init__(self, field: QLineEdit | LinesEdit) -> None:
        super().__init__(field)
        self.field = field
        self._known: object = self._read()
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE)
        self._idle.timeout.connect(self.flush)
        if isinstance(field, LinesEdit):
            field.textChanged.connect(self._idle.start)
            field.left.connect(self.flush)
        else:
            field.textEdited.connect(lambda _: self._idle.start())
            field.editingFinished.connect(self.flush)

    def show(self, value: object) -> None:
        """Show what is stored, unless something else is being typed."""
        waiting = self._read() != self._known
        value = "" if value is None else value
        self._known = value
        if waiting or self._read() == value:
            return
        if isinstance(self.field, LinesEdit):
            self.field.blockSignals(True)
            self.field.set_lines(value if isinstance(value, tuple) else ())
            self.field.blockSignals(False)
        else:
            place = self.field.cursorPosition() if self.field.hasFocus() else 0
            self.field.setText(str(value or ""))
            self.field.setCursorPosition(place)

    def replace(self, value: object) -> None:
        """Show another thing's value, whatever stands there now."""
        self._idle.stop()
        self._known = self._read()
        self.show(value)

    def flush(self) -> None:
        """Ask to store what was typed, at once."""
        self._idle.stop()
        value = self._read()
        if value != self._known:
            self._known = value
            self.wanted.emit(value)

    def _read(self) -> object:
        if isinstance(self.field, LinesEdit):
            return self.field.lines()
        return self.field.text().strip()


class RecordForm(QObject, Generic[R]):
    """Keeps the fields of a Form in step with a record, and stores what a person changes in them.

    A rule that is broken is shown at its field; other known errors go the usual way.
    """

    def __init__(self, form: Form, actions: Actions) -> None:
        super().__init__(form)
        self._form = form
        self._actions = actions
        self._record: R | None = None
        self._typed: dict[str, Typed] = {}
        self._chosen: dict[str, Callable[[Any], object]] = {}

    def typed(self, name: str, field: QLineEdit | LinesEdit) -> None:
        """Tie a field of text to the record's field `name`."""
        watcher = Typed(field)
        watcher.wanted.connect(lambda value: self.store(name, value))
        self._typed[name] = watcher

    def chosen(
        self, name: str, show: Callable[[Any], object], changed: Any, *, required: bool = False
    ) -> None:
        """Tie a field that changes at one stroke: `show(value)` shows, `changed` signals the value.

        A `required` one that is emptied shows again what is stored.
        """

        def take(value: object) -> None:
            if value is not None or not required:
                self.store(name, value)
            elif self._record is not None:
                show(getattr(self._record, name))

        self._chosen[name] = show
        changed.connect(take)

    def picked(self, name: str, combo: Combo) -> None:
        """Tie a choice among a few; only what a person chooses is stored."""
        self._chosen[name] = combo.set_value
        combo.activated.connect(lambda _: self.store(name, combo.value()))

    def record(self) -> R | None:
        """What is shown."""
        return self._record

    def show(self, record: R) -> None:
        """Show a record; for the same one, what is being typed stays."""
        if self._record is not None and record.id != self._record.id:
            self.flush()
            self._form.clear_errors()
            self._record = record
            for name, watcher in self._typed.items():
                watcher.replace(getattr(record, name))
        else:
            self._record = record
            for name, watcher in self._typed.items():
                watcher.show(getattr(record, name))
        for name, show in self._chosen.items():
            show(getattr(record, name))

    def flush(self) -> None:
        """Store what is typed."""
        for watcher in self._typed.values():
            watcher.flush()

    def store(self, name: str, value: object) -> None:
        """Store one field."""
        record = self._record
        if record is None or getattr(record, name) == value:
            return
        if value == "" and getattr(record, name) is None:
            return
        self._form.clear_errors()
        values: dict[str, Any] = {name: value}
        changed: Record = replace(record, **values)
        try:
            self._actions.session.do(Edit(changed, name))
        except RuleBroken as error:
            self._form.show_error(RuleBroken(str(error), source=error.source, field=error.field or name))


def freeze(widget: QWidget, frozen: bool) -> None:
    """Make every field under `widget` readable only, or let them be written in."""
    for line in widget.findChildren(QLineEdit):
        line.setReadOnly(frozen)
        set_property(line, "frozen", "true" if frozen else "false")
    for text in widget.findChildren(LinesEdit):
        text.setReadOnly(frozen)
        set_property(text, "frozen", "true" if frozen else "false")


def unless_typing(edit: TimeEdit) -> Callable[[time | None], None]:
    """Return what shows a stored time, but not while another one is being typed."""

    def show(value: time | None) -> None:
        if not (edit.hasFocus() and edit.isModified()):
            edit.set_time(value)

    return show
