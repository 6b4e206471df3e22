"""How often the body meets: a weekday of every month, every so many weeks, or days that are pasted."""

from __future__ import annotations

from datetime import date, time, timedelta
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from namndstod.domain.swedish import MONTHS, WEEKDAYS
from namndstod.domain.year_plan import LAST, Monthly, Weekly, monthly_days, pasted_days, weekly_days
from namndstod.ui.kit.basics import Button, Label
from namndstod.ui.kit.dates import DateEdit
from namndstod.ui.kit.fields import Combo, FieldRow
from namndstod.ui.kit.flow import FlowLayout
from namndstod.ui.kit.theme import font
from namndstod.ui.kit.tokens import Type

_JULY = 7
_ORDINALS = ((1, "Första"), (2, "Andra"), (3, "Tredje"), (4, "Fjärde"), (LAST, "Sista"))
_WEEKS = (
    (1, "Varje vecka"),
    (2, "Varannan vecka"),
    (3, "Var tredje vecka"),
    (4, "Var fjärde vecka"),
    (5, "Var femte vecka"),
    (6, "Var sjätte vecka"),
    (8, "Var åttonde vecka"),
)


class How(StrEnum):
    """Ways to say how often."""

    MONTHLY = "monthly"
    WEEKLY = "weekly"
    PASTED = "pasted"


class RhythmForm(QWidget):
    """Gives the days by `wanted(year)`; `changed` when something in it was."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.how = Combo(
            (
                (How.MONTHLY, "En dag i månaden"),
                (How.WEEKLY, "Med vissa veckors mellanrum"),
                (How.PASTED, "Datum som jag klistrar in"),
            )
        )
        self.ordinal = Combo(_ORDINALS)
        self.weekday = Combo(tuple((n, f"{name}en") for n, name in enumerate(WEEKDAYS[:5])))
        self.weeks = Combo(_WEEKS)
        self.first = DateEdit()
        self.months = [_month(number) for number in range(1, 13)]
        self.pasted = QPlainTextEdit()
        self.pasted.setFont(font(Type.BODY))
        self.pasted.setTabChangesFocus(True)
        self.pasted.setPlaceholderText("12 februari\nfredag 12 mars kl. 10\n2027-04-09\n…")
        self.pasted.setFixedHeight(150)
        self.unclear = Label("", Type.SMALL, "look", wrap=True)
        self._monthly = _beside(FieldRow("Vilken", self.ordinal), FieldRow("Veckodag", self.weekday))
        self._weekly = _beside(FieldRow("Hur ofta", self.weeks), FieldRow("Första dagen", self.first))
        months = QWidget()
        flow = FlowLayout(months, 4)
        for button in self.months:
            flow.addWidget(button)
        self._months = FieldRow("Månader", months)
        self._pasted = FieldRow("Datum", self.pasted, "Ett eller flera på varje rad, också med klockslag.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(FieldRow("Hur ofta", self.how))
        for row in (self._monthly, self._weekly, self._months, self._pasted, self.unclear):
            column.addWidget(row)
        for combo in (self.how, self.ordinal, self.weekday, self.weeks):
            combo.currentIndexChanged.connect(lambda _: self._turn())
        for button in self.months:
            button.toggled.connect(lambda _: self._turn())
        self.first.dateChanged.connect(lambda _: self._turn())
        self.pasted.textChanged.connect(self._turn)
        self._turn()

    def begin_as(self, like: date) -> None:
        """Propose the rhythm of a meeting on that day."""
        ordinal = (like.day - 1) // 7 + 1
        self.ordinal.set_value(ordinal if ordinal <= 4 else LAST)
        self.weekday.set_value(like.weekday() if like.weekday() < self.weekday.count() else 0)

    def begin_on(self, earliest: date) -> None:
        """Let the weeks be counted from the first such weekday on or after a day."""
        ahead = (int(str(self.weekday.value())) - earliest.weekday()) % 7
        self.first.set_date(earliest + timedelta(days=ahead))
        self.changed.emit()

    def is_pasted(self) -> bool:
        """Whether a person says the days, so that none is moved."""
        return self.how.value() == How.PASTED

    def wanted(self, earliest: date) -> tuple[tuple[date, time | None], ...]:
        """Return the days from `earliest` to the end of its year, with the time of those that have their own.

        Pasted days are all there, whenever they are.
        """
        if self.is_pasted():
            found = pasted_days(self.pasted.toPlainText(), earliest.year)
            self.unclear.setText("\n".join(found.unclear))
            self.unclear.setVisible(bool(found.unclear))
            return found.days
        without = frozenset(n for n, button in enumerate(self.months, 1) if not button.isChecked())
        days: tuple[date, ...] = ()
        if self.how.value() == How.MONTHLY:
            ordinal, weekday = int(str(self.ordinal.value())), int(str(self.weekday.value()))
            days = monthly_days(Monthly(ordinal=ordinal, weekday=weekday, without=without), earliest.year)
        elif (first := self.first.date()) is not None:
            days = weekly_days(Weekly(first=first, weeks=int(str(self.weeks.value())), without=without))
        return tuple((day, None) for day in days if day >= earliest)

    def _turn(self) -> None:
        """Show the fields of the way chosen."""
        how = self.how.value()
        self._monthly.setVisible(how == How.MONTHLY)
        self._weekly.setVisible(how == How.WEEKLY)
        self._months.setVisible(how != How.PASTED)
        self._pasted.setVisible(how == How.PASTED)
        self.unclear.setVisible(how == How.PASTED and bool(self.unclear.text()))
        self.changed.emit()


def _month(number: int) -> Button:
    name = MONTHS[number - 1]
    button = Button(name[:3], name=name.capitalize(), small=True)
    button.setCheckable(True)
    button.setChecked(number != _JULY)
    return button


def _beside(*rows: QWidget) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for row in rows:
        layout.addWidget(row, 1)
    return line
