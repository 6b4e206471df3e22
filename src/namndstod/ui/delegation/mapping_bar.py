"""What the columns of a list are understood as: one choice each, the unsure ones marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from namndstod.domain.intake.found_delegated import DelegatedField, FoundColumn, FoundTable
from namndstod.domain.swedish import counted
from namndstod.ui.kit.basics import Button, ButtonKind, Label, Sign
from namndstod.ui.kit.fields import Combo
from namndstod.ui.kit.theme import set_area
from namndstod.ui.kit.tokens import Tone, Type

from .intake_words import FIELDS

_WIDTH = 200  # pixels of a column
_ENTRIES: tuple[tuple[object, str], ...] = (
    (None, "Ta med som övrigt"),
    *((field, FIELDS[field]) for field in DelegatedField),
)


class MappingBar(QWidget):
    """The columns of each table. `changed` when a person says what one means: the place of the table."""

    changed = Signal(int, tuple)  # place of the table, its columns (FoundColumn)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_area(self, "surface")
        self._tables: Sequence[FoundTable] = ()
        self._said_last: tuple[int, int] | None = None  # table and column that a person spoke of just now
        self.choices: list[list[Combo]] = []
        self._sign = Sign("warning", Tone.LOOK, 16)
        self._said = Label("", Type.BODY)
        self.fold = Button("Visa kolumner", ButtonKind.QUIET, hint="K", small=True)
        head = QHBoxLayout()
        head.setContentsMargins(20, 4, 12, 4)
        head.setSpacing(8)
        head.addWidget(self._sign)
        head.addWidget(self._said, 1)
        head.addWidget(self.fold)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fold.clicked.connect(lambda: self.open(not self._area.isVisible()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._area)
        self._area.hide()

    def show_tables(self, tables: Sequence[FoundTable]) -> None:
        """Show the columns; open where one is unsure, or where a person is at work with them."""
        if [t.columns for t in tables] == [t.columns for t in self._tables]:
            return
        self._tables = tables
        self.choices = []
        self._area.hide()
        every = [c for t in tables for c in t.columns]
        unsure = [c for c in every if not c.sure]
        self._sign.setVisible(bool(unsure))
        self._said.setText(_unsure(unsure) if unsure else _understood(every))
        own = bool(tables) and all(t.own for t in tables)
        if own:
            self._said.setText("Registrets eget uttag: varje cell tas som den står.")
        self.fold.setVisible(not own)
        self.fold.setEnabled(not own)
        at, self._said_last = self._said_last, None
        self.open(bool(unsure) or at is not None)
        self._go_on(at)

    def open(self, on: bool) -> None:
        """Show the choices, or fold them; they are built when they are first shown."""
        if on and not self.choices:
            self._build()
        self._area.setVisible(on)
        self.fold.setText("Dölj kolumner" if on else "Visa kolumner")

    def _go_on(self, at: tuple[int, int] | None) -> None:
        """Show the first column that is unsure; who has told what one means is still there."""
        places = [(n, p) for n, t in enumerate(self._tables) for p, c in enumerate(t.columns) if not c.sure]
        if at is not None and at[0] < len(self.choices) and at[1] < len(self.choices[at[0]]):
            self.choices[at[0]][at[1]].setFocus(Qt.FocusReason.OtherFocusReason)
            places = [at]
        if places and self.choices:
            QTimer.singleShot(0, self, lambda: self._reveal(*places[0]))  # when it has its size

    def _reveal(self, number: int, place: int) -> None:
        if number < len(self.choices) and place < len(self.choices[number]):
            self._area.ensureWidgetVisible(self.choices[number][place], _WIDTH, 0)

    def _build(self) -> None:
        content = QWidget()
        set_area(content, "surface")
        rows = QVBoxLayout(content)
        rows.setContentsMargins(20, 0, 20, 8)
        rows.setSpacing(6)
        for number, table in enumerate(self._tables):
            if len(self._tables) > 1:
                rows.addWidget(Label(f"Blad {table.sheet}", Type.SMALL, "muted"))
            rows.addLayout(self._row(number, table))
        self._area.setWidget(content)
        scroll_bar = self._area.horizontalScrollBar().sizeHint().height()
        self._area.setFixedHeight(min(content.sizeHint().height() + scroll_bar, 240))

    def _row(self, number: int, table: FoundTable) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        combos: list[Combo] = []
        for place, column in enumerate(table.columns):
            combos.append(self._choice(number, place, column))
            cell = QVBoxLayout()
            cell.setSpacing(2)
            name = Label(_shortened(column.heading) or f"Kolumn {column.place}", Type.SMALL, "muted")
            name.setToolTip(column.heading)
            if not column.sure:
                name.setText(f"{name.text()} – osäker")
                name.set_tone("look")
            cell.addWidget(name)
            cell.addWidget(combos[-1])
            row.addLayout(cell)
        row.addStretch(1)
        self.choices.append(combos)
        return row

    def _choice(self, number: int, place: int, column: FoundColumn) -> Combo:
        combo = Combo(_ENTRIES)
        combo.setFixedWidth(_WIDTH)
        combo.set_value(column.field)
        combo.setAccessibleName(f"Kolumnen {column.heading or column.place} betyder")
        combo.activated.connect(lambda _: self._tell(number, place))
        return combo

    def _tell(self, number: int, place: int) -> None:
        """Tell what a person says; a field that another column had is that one's no longer."""
        said = self.choices[number][place].value()
        field = DelegatedField(str(said)) if said else None  # Qt gives an enumeration back as text
        columns = [
            replace(c, field=None if field is not None and c.field is field else c.field)
            for c in self._tables[number].columns
        ]
        columns[place] = replace(columns[place], field=field, sure=True)
        self._said_last = (number, place)
        self.changed.emit(number, tuple(columns))


def _unsure(columns: Sequence[FoundColumn]) -> str:
    if len(columns) == 1:
        name = _shortened(columns[0].heading) or str(columns[0].place)
        return f"Kolumnen ”{name}” är osäker: se efter vad den betyder."
    return f"{len(columns)} kolumner är osäkra: se efter vad de betyder."


def _understood(columns: Sequence[FoundColumn]) -> str:
    known = sum(c.field is not None for c in columns)
    others = f", {len(columns) - known} tas med som övrigt." if known < len(columns) else "."
    return f"{counted(known, 'kolumn är förstådd', 'kolumner är förstådda')}{others}"


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 22 else f"{flat[:21]}…"
