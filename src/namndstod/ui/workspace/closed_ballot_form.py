"""A closed ballot at an election: names and numbers, blank and invalid (KL 5:54)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.proceedings import Count, Vote
from namndstod.ui.kit.basics import Button, ButtonKind, Label
from namndstod.ui.kit.fields import LineEdit
from namndstod.ui.kit.tokens import Type

from .inline_form import InlineForm


class ClosedBallotForm(InlineForm):
    """The numbers as they are counted. `stored(counts, blank, invalid)`; Ctrl+Enter stores, Esc leaves."""

    stored = Signal(object, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Lagra rösterna", parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self.names: list[tuple[LineEdit, LineEdit]] = []
        self.blank, self.invalid = _number("Blanka"), _number("Ogiltiga")
        self.add = Button("Fler namn", ButtonKind.QUIET, icon="plus", small=True)
        self.add.clicked.connect(lambda: self._add_row("", 0).setFocus())
        rest = QHBoxLayout()
        rest.setSpacing(8)
        for words, field in (("Blanka", self.blank), ("Ogiltiga", self.invalid)):
            rest.addWidget(Label(words, Type.BODY, "muted"))
            rest.addWidget(field)
        rest.addStretch(1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Label("Sluten omröstning: namn och antal röster", Type.STRONG, wrap=True))
        column.addLayout(self._grid)
        column.addLayout(rest)
        self.add_widget(inside)
        self.add_to_foot(self.add)

    def begin(self, vote: Vote | None) -> None:
        """Write down a ballot, or change the numbers of one."""
        for name, votes in self.names:
            for widget in (name, votes):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self.names = []
        for count in vote.counts if vote is not None else ():
            self._add_row(count.name, count.votes)
        while len(self.names) < 2:
            self._add_row("", 0)
        self.blank.setText(str(vote.blank) if vote is not None else "")
        self.invalid.setText(str(vote.invalid) if vote is not None else "")
        self.enter(self.names[0][0])

    def missing(self) -> str:
        """A ballot is about somebody."""
        return "" if self._counts() else "Skriv minst ett namn."

    def hand_over(self) -> None:
        """Give the numbers of those that have a name."""
        self.stored.emit(self._counts(), _value(self.blank), _value(self.invalid))

    def go_on(self) -> bool:
        """Enter goes from name to number and on; Ctrl+Enter stores."""
        return self.focusNextChild()

    def _counts(self) -> tuple[Count, ...]:
        named = [(name.text().strip(), votes) for name, votes in self.names]
        return tuple(Count(name=name, votes=_value(votes)) for name, votes in named if name)

    def _add_row(self, name: str, votes: int) -> LineEdit:
        row = len(self.names)
        who, many = LineEdit(name, "namn"), _number(f"Röster, rad {row + 1}")
        who.setAccessibleName(f"Namn, rad {row + 1}")
        many.setText(str(votes) if votes else "")
        self._grid.addWidget(who, row, 0)
        self._grid.addWidget(many, row, 1)
        before = self.names[-1][1] if self.names else None
        if before is not None:
            QWidget.setTabOrder(before, who)
        QWidget.setTabOrder(who, many)
        self.names.append((who, many))
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
