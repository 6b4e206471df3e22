"""The preview of a year's plan: a line for each meeting, where day and time can be changed or left out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from namndstod.domain.deadlines import approval_deadline, call_by
from namndstod.domain.records import Customs
from namndstod.domain.swedish import WEEKDAYS, capitalised, day_month
from namndstod.domain.year_plan import PlanDay, obstacle, remarks
from namndstod.ui.kit.basics import Label, SectionLabel
from namndstod.ui.kit.dates import DateEdit, TimeEdit
from namndstod.ui.kit.theme import font
from namndstod.ui.kit.tokens import Type

CustomsOn = Callable[[date], Customs]
_HEADS = ("", "Dag", "", "Börjar", "Kallelse senast", "Justering senast", "")
_REMARK = 6
_AT_ONCE = 6  # lines that are made in one go
_WIDTHS = {2: 56, 4: 104, 5: 112, _REMARK: 170}  # so that nothing moves sideways when the days become others


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a person made of a day: the day and time, and whether there is a meeting."""

    day: date | None
    starts: time | None
    taken_in: bool


class PlanRow:
    """The widgets of a line. Only `rows` of PlanRows makes them."""

    def __init__(self, grid: QGridLayout, line: int, changed: Callable[[], object]) -> None:
        self.proposed = PlanDay(date.min, date.min)
        self.take_in = QCheckBox()
        self.day = DateEdit()
        self.starts = TimeEdit()
        self.weekday, self.call, self.approval = Label(), Label(tone="muted"), Label(tone="muted")
        self.remark = Label("", Type.SMALL, "look", wrap=True)
        self.day.setFixedWidth(154)
        self.starts.setFixedWidth(72)
        self.take_in.setFont(font(Type.BODY))
        self.widgets: tuple[QWidget, ...] = (
            self.take_in,
            self.day,
            self.weekday,
            self.starts,
            self.call,
            self.approval,
            self.remark,
        )
        for column, widget in enumerate(self.widgets):
            grid.addWidget(widget, line, column, Qt.AlignmentFlag.AlignVCenter)
        self.take_in.toggled.connect(lambda _: changed())
        self.day.dateChanged.connect(lambda _: changed())

    def show_day(self, proposed: PlanDay, kept: Chosen | None, usual: time | None, past: bool) -> None:
        """Show a proposed day, or what a person has made of it."""
        self.proposed = proposed
        chosen = kept or Chosen(proposed.day, proposed.starts or usual, not (proposed.taken or past))
        self.take_in.blockSignals(True)
        self.take_in.setChecked(chosen.taken_in)
        self.take_in.blockSignals(False)
        self.day.set_date(chosen.day)
        self.starts.set_time(chosen.starts)

    def chosen(self) -> Chosen:
        """What the line says now."""
        return Chosen(self.day.date(), self.starts.time(), self.take_in.isChecked())

    def touched(self, usual: time | None, past: bool) -> bool:
        """Whether a person has changed the line."""
        plain = self.proposed
        return self.chosen() != Chosen(plain.day, plain.starts or usual, not (plain.taken or past))

    def explain(self, customs: CustomsOn, held: Collection[date], others: Sequence[date], today: date) -> str:
        """Show what follows from the day and what there is to say of it; returns the remark."""
        day = self.day.date()
        name = f"{day_month(day)} {day.year}" if day else "dagen"
        self.take_in.setAccessibleName(f"Lägg in {name}")
        self.day.setAccessibleName(f"Dag, {name}")
        self.starts.setAccessibleName(f"Börjar, {name}")
        for widget in self.widgets[1:]:
            widget.setEnabled(self.take_in.isChecked())
        if day is None:
            self.weekday.setText("")
            self.remark.setText("Skriv ett datum.")
            return self.remark.text()
        self.weekday.setText(WEEKDAYS[day.weekday()])
        call = call_by(day, customs(day).notice_days)
        approval = approval_deadline(day, customs(day).approval_days)
        self.call.setText(_short(call))
        self.approval.setText(_short(approval))
        said = list(remarks(day, held, others)) if self.take_in.isChecked() or day in held else []
        for what, when in (("kallelsen ska ut på", call), ("justeringen ska vara gjord", approval)):
            if self.take_in.isChecked() and (free := obstacle(when)):
                said.append(f"{what} {free}")
        if day < today:
            said.append("dagen har varit")
        if self.proposed.why and day == self.proposed.day:
            said.insert(0, _moved(self.proposed))
        self.remark.setText(capitalised("; ".join(said)))
        return self.remark.text()


class PlanRows(QWidget):
    """The lines under their heads. Lines are made once and used again; what a person changed stays."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[PlanRow] = []
        self._days: tuple[PlanDay, ...] = ()
        self._kept: dict[date, Chosen] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(20, 14, 20, 20)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(_REMARK, 1)
        for column, width in _WIDTHS.items():
            self._grid.setColumnMinimumWidth(column, width)
        for column, head in enumerate(_HEADS):
            if head:
                self._grid.addWidget(SectionLabel(head), 0, column)
        self._usual: time | None = None
        self._today = date.min

    def show_days(self, days: Sequence[PlanDay], usual: time | None, today: date) -> None:
        """Show a line for each day; one that a person has changed stays as it is."""
        for row in self.shown():
            if row.touched(self._usual, row.proposed.day < self._today):
                self._kept[row.proposed.wanted] = row.chosen()
            else:
                self._kept.pop(row.proposed.wanted, None)
        self._usual, self._today, self._days = usual, today, tuple(days)
        for row, day in zip(self.rows, days, strict=False):
            row.show_day(day, self._kept.get(day.wanted), usual, day.day < today)
        for number, row in enumerate(self.rows):
            for widget in row.widgets:
                widget.setVisible(number < len(days))
        self._make_some()

    def finish(self) -> None:
        """Make all lines that are not there yet."""
        while len(self.rows) < len(self._days):
            self._make_row()

    def _make_some(self) -> None:
        """Make a few lines and then let others have their turn: the fifty of a year take their time."""
        for _ in range(min(_AT_ONCE, len(self._days) - len(self.rows))):
            self._make_row()
        if len(self.rows) < len(self._days):
            QTimer.singleShot(0, self, self._make_some)
        self.changed.emit()

    def _make_row(self) -> None:
        day, line = self._days[len(self.rows)], len(self.rows) + 1
        row = PlanRow(self._grid, line, self.changed.emit)
        row.show_day(day, self._kept.get(day.wanted), self._usual, day.day < self._today)
        self.rows.append(row)
        self._grid.setRowStretch(line, 0)
        self._grid.setRowStretch(line + 1, 1)

    def forget(self) -> None:
        """Let go of what a person has changed."""
        self._kept.clear()
        self._days = ()

    def shown(self) -> list[PlanRow]:
        """The lines that stand for a day."""
        return self.rows[: len(self._days)]

    def explain(self, customs: CustomsOn, held: Collection[date]) -> int:
        """Say of each line what follows and what is to be seen to; returns how many meetings need a look."""
        days = [row.day.date() for row in self.shown() if row.take_in.isChecked()]
        look = 0
        for row in self.shown():
            others = [d for d in days if d is not None]
            if row.take_in.isChecked() and (own := row.day.date()) is not None:
                others.remove(own)
            remark = row.explain(customs, held, others, self._today)
            look += bool(remark) and row.take_in.isChecked()
        return look


def _moved(day: PlanDay) -> str:
    wanted = day_month(day.wanted)
    return f"flyttat från {day.why} {wanted}" if day.why in WEEKDAYS else f"flyttat från {wanted}, {day.why}"


def _short(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()][:3]} {day_month(day)}"
