"""The editor of gruppmöten: a row for each, with parties, room, time and a comment."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.records import GroupMeeting
from namndstod.ui.kit.basics import Button, ButtonKind, Label
from namndstod.ui.kit.fields import LineEdit
from namndstod.ui.kit.tokens import Type

_COLUMNS = (("Partier", "S, V", 8), ("Rum", "Sal", 9), ("Tid", "08.30", 7), ("Kommentar", "", 9))


class GroupMeetings(QWidget):
    """Gruppmöten. `changed(tuple of GroupMeeting)` when a person has changed one."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[GroupMeeting, ...] = ()
        self._rows: list[list[LineEdit]] = []
        self._line = 0  # of the grid, 0 = heads; a removed row leaves its line empty
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._buttons: list[Button] = []
        for column, (text, _, stretch) in enumerate(_COLUMNS):
            self._grid.addWidget(Label(text, Type.SMALL, "muted"), 0, column)
            self._grid.setColumnStretch(column, stretch)
        self.add = Button("Lägg till gruppmöte", icon="plus", small=True)
        self.add.clicked.connect(self._add)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._grid)
        layout.addLayout(foot)
        self._show_heads()

    def show_groups(self, groups: Sequence[GroupMeeting]) -> None:
        """Show these; when they are what is stored, rows not yet written in stay."""
        if tuple(groups) == self._groups:
            return
        self._groups = tuple(groups)
        while len(self._rows) > len(self._groups):
            self._drop_row()
        while len(self._rows) < len(self._groups):
            self._new_row()
        for fields, group in zip(self._rows, self._groups, strict=True):
            values = (", ".join(group.parties), group.room, group.time, group.comment)
            for field, value in zip(fields, values, strict=True):
                if not field.hasFocus() and field.text() != value:
                    field.setText(value)
                    field.setCursorPosition(0)
        self._show_heads()

    def flush(self) -> None:
        """Hand on what was typed."""
        self._hand_on(self._rows)

    def _hand_on(self, rows: Sequence[list[LineEdit]]) -> None:
        written = ([f.text().strip() for f in fields] for fields in rows)
        groups = tuple(_group(values) for values in written if any(values))
        if groups != self._groups:
            self._groups = groups
            self.changed.emit(groups)

    def _add(self) -> None:
        self.flush()
        self._new_row()
        self._show_heads()
        self._rows[-1][0].setFocus()

    def _remove(self, button: Button) -> None:
        number = self._buttons.index(button)
        fields, gone = self._rows.pop(number), self._buttons.pop(number)
        for widget in (*fields, gone):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._show_heads()
        self._hand_on(self._rows)

    def _new_row(self) -> None:
        self._line += 1
        row = self._line
        fields = []
        for column, (name, hint, _) in enumerate(_COLUMNS):
            field = LineEdit(placeholder=hint)
            field.setAccessibleName(f"{name}, gruppmöte {len(self._rows) + 1}")
            field.setMinimumWidth(66)
            field.editingFinished.connect(self.flush)
            self._grid.addWidget(field, row, column)
            fields.append(field)
        remove = Button(
            kind=ButtonKind.QUIET, icon="cross", name=f"Ta bort gruppmöte {len(self._rows) + 1}", small=True
        )
        remove.clicked.connect(lambda: self._remove(remove))
        self._grid.addWidget(remove, row, len(_COLUMNS))
        self._rows.append(fields)
        self._buttons.append(remove)

    def _drop_row(self) -> None:
        for widget in (*self._rows.pop(), self._buttons.pop()):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _show_heads(self) -> None:
        for column in range(len(_COLUMNS)):
            head = self._grid.itemAtPosition(0, column)
            if head is not None and (widget := head.widget()) is not None:
                widget.setVisible(bool(self._rows))


def _group(values: list[str]) -> GroupMeeting:
    parties, room, time, comment = values
    split = tuple(p.strip() for p in parties.replace(";", ",").split(",") if p.strip())
    return GroupMeeting(parties=split, room=room, time=time, comment=comment)
