"""A closed ballot at an election: names and numbers, blank and invalid (KL 5:54)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.proceedings import Count, Vote
from namndstod.ui.kit.basics import Button, ButtonKind, Label
from namndstod.ui.kit.fields import LineEdit
from namndstod.ui.kit.tokens import Type

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ClosedBallotForm(QWidget):
    """The numbers as they are counted. `stored(counts, blank, invalid)`; Ctrl+Enter stores, Esc leaves."""

    stored = Signal(object, int, int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self.rows: list[tuple[LineEdit, LineEdit]] = []
        self.blank, self.invalid = _number("Blanka"), _number("Ogiltiga")
        self.store = Button("Lagra rösterna", ButtonKind.PRIMARY, hint="Ctrl Enter")
        self.leave = Button("Avbryt", ButtonKind.QUIET, hint="Esc")
        self.add = Button("Fler namn", ButtonKind.QUIET, icon="plus", small=True)
        self.store.clicked.connect(self.accept)
        self.leave.clicked.connect(self.left)
        self.add.clicked.connect(lambda: self._add_row("", 0).setFocus())
        rest = QHBoxLayout()
        rest.setSpacing(8)
        for words, field in (("Blanka", self.blank), ("Ogiltiga", self.invalid)):
            rest.addWidget(Label(words, Type.BODY, "muted"))
            rest.addWidget(field)
        rest.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.store)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        foot.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(10)
        column.addWidget(Label("Sluten omröstning: namn och antal röster", Type.STRONG, wrap=True))
        column.addLayout(self._grid)
        column.addLayout(rest)
        column.addLayout(foot)
        self.hide()

    def begin(self, vote: Vote | None) -> None:
        """Write down a ballot, or change the numbers of one."""
        for name, votes in self.rows:
            for widget in (name, votes):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for count in vote.counts if vote is not None else ():
            self._add_row(count.name, count.votes)
        while len(self.rows) < 2:
            self._add_row("", 0)
        self.blank.setText(str(vote.blank) if vote is not None else "")
        self.invalid.setText(str(vote.invalid) if vote is not None else "")
        self.show()
        self.rows[0][0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def accept(self) -> None:
        """Hand over the numbers of those that have a name."""
        counts = tuple(
            Count(name=name.text().strip(), votes=_value(votes))
            for name, votes in self.rows
            if name.text().strip()
        )
        if counts:
            self.stored.emit(counts, _value(self.blank), _value(self.invalid))

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter and Esc are keys of the form here, not shortcuts of the §."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            stores = event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in _ENTER
            if stores or event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next field; Ctrl+Enter stores, Esc leaves."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
        elif event.key() in _ENTER:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()

    def _add_row(self, name: str, votes: int) -> LineEdit:
        row = len(self.rows)
        who, many = LineEdit(name, "namn"), _number(f"Röster, rad {row + 1}")
        who.setAccessibleName(f"Namn, rad {row + 1}")
        many.setText(str(votes) if votes else "")
        self._grid.addWidget(who, row, 0)
        self._grid.addWidget(many, row, 1)
        before = self.rows[-1][1] if self.rows else None
        if before is not None:
            QWidget.setTabOrder(before, who)
        QWidget.setTabOrder(who, many)
        self.rows.append((who, many))
        return who


def _number(name: str) -> LineEdit:
    field = LineEdit(placeholder="0")
    field.setAccessibleName(name)
    field.setValidator(QIntValidator(0, 999, field))
    field.setFixedWidth(64)
    field.setAlignment(Qt.AlignmentFlag.AlignRight)
    return field


def _value(field: LineEdit) -> int:
    return int(field.text() or 0)
