"""DateEdit and TimeEdit: Swedish dates (2027-05-14) and clock times (10.00), typed or picked."""

from __future__ import annotations

import re
from datetime import date as day_type
from datetime import time as clock_type

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from namndstod.domain.swedish import MONTHS

from . import icons
from .basics import Button, ButtonKind
from .fields import LineEdit
from .theme import font, set_area, set_property, tokens
from .tokens import Type

_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
_SHORT = re.compile(r"(\d{1,2})\s*[/.]\s*(\d{1,2})(?:\s*[-/. ]\s*(\d{4}))?")
_WORDS = re.compile(r"(?:den\s+)?(\d{1,2})\s+([a-zåäö]+)\.?(?:\s+(\d{4}))?", re.IGNORECASE)
_CLOCK = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(?:\s*[.:]?\s*(\d{2}))?")


def parse_date(text: str, today: day_type) -> day_type | None:
    """Read a date as a Swede writes it: 2027-05-14, 20270514, 14/5, 14/5 2027, 14 maj. None if it is none.

    Without a year it is the next such day from `today` on.
    """
    text = text.strip().replace("\u2011", "-")
    if found := _ISO.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _SHORT.fullmatch(text):
        return _with_year(found[3], int(found[2]), int(found[1]), today)
    if found := _WORDS.fullmatch(text):
        word = found[2].casefold()
        month = next((i for i, name in enumerate(MONTHS, 1) if len(word) >= 3 and name.startswith(word)), 0)
        return _with_year(found[3], month, int(found[1]), today)
    return None


def parse_time(text: str) -> clock_type | None:
    """Read a clock time: 10, 10.00, 10:00, 1000, kl. 10. None if it is none."""
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return clock_type(hour, minute) if hour < 24 and minute < 60 else None


def _with_year(year: str | None, month: int, day: int, today: day_type) -> day_type | None:
    if year:
        return _day(int(year), month, day)
    this_year = _day(today.year, month, day)
    return this_year if this_year is None or this_year >= today else _day(today.year + 1, month, day)


def _day(year: int, month: int, day: int) -> day_type | None:
    try:
        return day_type(year, month, day)
    except ValueError:
        return None


class DateEdit(QWidget):
    """A day, typed or picked from a calendar (Alt+Down). `dateChanged` gives a date or None."""

    dateChanged = Signal(object)

    def __init__(self, value: day_type | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = value
        self._line = LineEdit(value.isoformat() if value else "", "åååå-mm-dd")
        self._line.setMinimumWidth(112)
        self._line.editingFinished.connect(self._read)
        self._line.installEventFilter(self)
        self._button = Button(icon="calendar", kind=ButtonKind.QUIET, name="Välj dag i kalendern", hint="")
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Alt+Down opens it from the field
        self._button.clicked.connect(self.open_calendar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._line, 1)
        row.addWidget(self._button)
        self.setFocusProxy(self._line)
        self._popup: _CalendarPopup | None = None

    def date(self) -> day_type | None:
        """The day, or None when the field is empty or holds no date."""
        return self._value

    def set_date(self, value: day_type | None) -> None:
        """Show a day without signalling."""
        self._value = value
        self._line.setText(value.isoformat() if value else "")
        set_property(self._line, "wrong", "false")

    def is_valid(self) -> bool:
        """Whether what is typed is a date (or nothing)."""
        self._read()
        return self._value is not None or not self._line.text().strip()

    def text(self) -> str:
        """What is typed."""
        return self._line.text()

    def select_all(self) -> None:
        """Mark what is typed, so that typing replaces it."""
        self._line.selectAll()

    def setAccessibleName(self, name: str) -> None:
        """Name the field that is typed in too."""
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

    def setAccessibleDescription(self, text: str) -> None:
        """Describe the field that is typed in too."""
        super().setAccessibleDescription(text)
        self._line.setAccessibleDescription(text or "Alt+Nedpil öppnar kalendern")

    def open_calendar(self) -> None:
        """Show the calendar below the field."""
        self._read()
        self._popup = _CalendarPopup(self._value or day_type.today(), self)
        self._popup.picked.connect(self._picked)
        self._popup.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        self._popup.show()
        self._popup.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the calendar on Alt+Down."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            self.open_calendar()
            return True
        return super().eventFilter(watched, event)

    def _picked(self, day: day_type) -> None:
        self._line.setText(day.isoformat())
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def _read(self) -> None:
        text = self._line.text().strip()
        value = parse_date(text, day_type.today()) if text else None
        set_property(self._line, "wrong", "true" if text and value is None else "false")
        if value is not None:
            self._line.setText(value.isoformat())
        if value != self._value:
            self._value = value
            self.dateChanged.emit(value)


class _CalendarPopup(QFrame):
    """Monday first, with week numbers. Enter or a click picks, Esc closes."""

    picked = Signal(object)

    def __init__(self, day: day_type, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_area(self, "card")
        self.calendar = QCalendarWidget()
        self.calendar.setFont(font(Type.BODY))
        self.calendar.setLocale(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.calendar.setGridVisible(False)
        self.calendar.setAccessibleName("Kalender med veckonummer")
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.clicked.connect(self._pick)
        self.calendar.activated.connect(self._pick)
        self._colour()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.calendar)

    def _colour(self) -> None:
        """The colours that the style sheet does not reach: Saturday, Sunday and the arrows."""
        t = tokens()
        weekend = QTextCharFormat()
        weekend.setForeground(QColor(t.muted))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, weekend)
        arrows = (
            ("qt_calendar_prevmonth", "left", "Förra månaden"),
            ("qt_calendar_nextmonth", "right", "Nästa månad"),
        )
        for name, way, text in arrows:
            button = self.calendar.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icons.icon(f"chevron-{way}", t.text))
                button.setAccessibleName(text)

    def _pick(self, day: QDate) -> None:
        self.close()
        self.picked.emit(day_type(day.year(), day.month(), day.day()))


class TimeEdit(LineEdit):
    """A clock time. `timeChanged` gives a time or None."""

    timeChanged = Signal(object)

    def __init__(
        self, value: clock_type | None = None, separator: str = ".", parent: QWidget | None = None
    ) -> None:
        super().__init__("", f"tt{separator}mm", parent)
        self._separator = separator
        self._value: clock_type | None = None
        self.setMinimumWidth(72)
        self.set_time(value)
        self.editingFinished.connect(self._read)

    def time(self) -> clock_type | None:
        """The time, or None when the field is empty or holds no time."""
        return self._value

    def set_time(self, value: clock_type | None) -> None:
        """Show a time without signalling."""
        self._value = value
        self.setText(self._shown(value))
        set_property(self, "wrong", "false")

    def is_valid(self) -> bool:
        """Whether what is typed is a time (or nothing)."""
        self._read()
        return self._value is not None or not self.text().strip()

    def _shown(self, value: clock_type | None) -> str:
        return f"{value.hour:02d}{self._separator}{value.minute:02d}" if value else ""

    def _read(self) -> None:
        text = self.text().strip()
        value = parse_time(text) if text else None
        set_property(self, "wrong", "true" if text and value is None else "false")
        if value is not None:
            self.setText(self._shown(value))
        if value != self._value:
            self._value = value
            self.timeChanged.emit(value)
