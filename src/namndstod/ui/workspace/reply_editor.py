"""What one person has said about coming: förhinder, times, distance, kost, and who is called instead."""

from __future__ import annotations

from datetime import time
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.proceedings import Summons
from namndstod.domain.view import MeetingView
from namndstod.ui.kit.basics import Button, KeyHint, Label
from namndstod.ui.kit.dates import TimeEdit
from namndstod.ui.kit.fields import Combo, FieldRow, LineEdit
from namndstod.ui.kit.flow import FlowLayout
from namndstod.ui.kit.theme import set_area
from namndstod.ui.kit.tokens import Type

from .reply_words import reply_of, summons_choices, summons_for, turn_words
from .stored_fields import Typed, unless_typing

_ASKED: tuple[tuple[Summons, str, str], ...] = (
    (Summons.CALLED, "Kallad", "K"),
    (Summons.ACCEPTED, "Svarat ja", "J"),
    (Summons.DECLINED, "Svarat nej", "N"),
)


class ReplyEditor(QWidget):
    """The fields of the chosen person. It asks; the page sends the commands."""

    replied = Signal(str, dict)  # person, fields of the reply and their new values
    chosen = Signal(str)  # the ersättare for a ledamot, or the seat for an ersättare
    left = Signal()  # the focus may go back to the list
    entered = Signal(object)  # the field that got the focus by Enter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_area(self, "surface")
        self._person = ""
        self._who = Label("", Type.STRONG, wrap=True)
        self.absent = Button("Förhinder", hint="F", small=True)
        self.remote = Button("På distans", hint="D", small=True)
        for button in (self.absent, self.remote):
            button.setCheckable(True)
        self.from_at, self.until_at = TimeEdit(), TimeEdit()
        self.diet = LineEdit(placeholder="vegetarisk, glutenfri …")
        self.note = LineEdit()
        self.instead = Combo()
        self.instead.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.instead.setMinimumContentsLength(16)
        self.asked = {summons: Button(words, hint=key, small=True) for summons, words, key in _ASKED}
        for button in self.asked.values():
            button.setCheckable(True)
        self._comes = FieldRow("Kommer ca", self.from_at)
        self._until = FieldRow("Till", self.until_at)
        self._instead_label = Label("", Type.MEDIUM)
        self._why = Label("", Type.SMALL, "muted", wrap=True)
        self._summons = QWidget()
        self._lay_out()
        self._typed = {name: Typed(field) for name, field in (("diet", self.diet), ("note", self.note))}
        for name, watcher in self._typed.items():
            watcher.wanted.connect(lambda value, n=name: self.replied.emit(self._person, {n: value}))
        self.from_at.timeChanged.connect(lambda at: self._store_time("from_at", self.from_at, at))
        self.until_at.timeChanged.connect(lambda at: self._store_time("until_at", self.until_at, at))
        self.instead.activated.connect(lambda _: self.chosen.emit(str(self.instead.value() or "")))

    def _lay_out(self) -> None:
        said = FlowLayout(spacing=6)
        said.addWidget(self.absent)
        said.addWidget(self.remote)
        times = QHBoxLayout()
        times.setSpacing(12)
        for row in (self._comes, self._until):
            times.addWidget(row, 0, Qt.AlignmentFlag.AlignTop)
        times.addStretch(1)
        summons = QVBoxLayout(self._summons)
        summons.setContentsMargins(0, 4, 0, 0)
        summons.setSpacing(6)
        buttons = FlowLayout(spacing=6)
        for button in self.asked.values():
            buttons.addWidget(button)
        for thing in (self._instead_label, self.instead, self._why):
            summons.addWidget(thing)
        summons.addLayout(buttons)
        enter = QHBoxLayout()
        enter.setSpacing(6)
        enter.addWidget(self._who, 1)
        enter.addWidget(KeyHint("Enter"))
        enter.addWidget(Label("till fälten", Type.SMALL, "muted"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(enter)
        column.addLayout(said)
        column.addLayout(times)
        column.addWidget(self._summons)
        column.addWidget(FieldRow("Kost", self.diet, optional=True))
        column.addWidget(FieldRow("Anteckning", self.note, optional=True))
        column.addStretch(1)

    def show_person(self, view: MeetingView, person: str, *, frozen: bool) -> None:
        """Show a person; what is being typed about the same one stays."""
        other = person != self._person
        if other:
            self.flush()
            self._person = person
        reply = reply_of(view, person)
        absent = reply is not None and reply.absent
        self._who.setText(view.label(person))
        self.absent.setChecked(absent)
        self.remote.setChecked(reply is not None and reply.remote)
        self._comes.set_label("Från" if absent else "Kommer ca")
        self._until.setVisible(absent)
        for edit, at in (
            (self.from_at, reply.from_at if reply else None),
            (self.until_at, reply.until_at if reply else None),
        ):
            (edit.set_time if other else unless_typing(edit))(at)
        for name, watcher in self._typed.items():
            value = getattr(reply, name) if reply is not None else ""
            (watcher.replace if other else watcher.show)(value)
        self._show_summons(view, person)
        for widget in (self.absent, self.remote, self.instead, *self.asked.values()):
            widget.setEnabled(not frozen)
        for field in (self.from_at, self.until_at, self.diet, self.note):
            field.setReadOnly(frozen)

    def _show_summons(self, view: MeetingView, person: str) -> None:
        choices, target = summons_choices(view, person), summons_for(view, person)
        member = any(m.person_id == person for m in view.members)
        asked = reply_of(view, target[0]) if target is not None else None
        self._instead_label.setText("Ersättare" if member else "Ersätter")
        self.instead.setAccessibleName(self._instead_label.text())
        self.instead.clear()
        if not member or not choices:
            self.instead.addItem("ingen kvar att kalla" if member else "ingen bestämd plats", "")
        for key, words in choices:
            self.instead.addItem(words, key)
        shown = "" if target is None else target[0] if member else target[1] or ""
        self.instead.set_value(shown)
        if self.instead.currentIndex() < 0:
            self.instead.setCurrentIndex(0)
        self._why.setText(turn_words(view, person))
        self._why.setVisible(bool(self._why.text()))
        for summons, button in self.asked.items():
            button.setChecked(asked is not None and asked.summons is summons)
        reply = reply_of(view, person)
        needed = (reply is not None and reply.absent) if member else True
        self._summons.setVisible(needed)

    def begin(self) -> None:
        """Go into the fields."""
        self._enter(self.from_at)

    def _enter(self, field: LineEdit) -> None:
        field.setFocus(Qt.FocusReason.TabFocusReason)
        field.selectAll()
        self.entered.emit(field)

    def flush(self) -> None:
        """Store what is being typed."""
        for edit in (self.from_at, self.until_at):
            edit.is_valid()
        for watcher in self._typed.values():
            watcher.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field and from the last back to the list; so does Esc from any."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            fields = [f for f in (self.from_at, self.until_at, self.diet, self.note) if f.isVisible()]
            at = next((n for n, field in enumerate(fields) if field.hasFocus()), len(fields))
            if at + 1 < len(fields):
                self._enter(fields[at + 1])
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def _store_time(self, name: str, edit: TimeEdit, at: time | None) -> None:
        if at is not None or not edit.text().strip():
            values: dict[str, Any] = {name: at}
            edit.setModified(False)
            self.replied.emit(self._person, values)
