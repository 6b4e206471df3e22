"""Beslutsdatum: a day in every way people write it, with the list's period where the year is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

from ...swedish import MONTHS
from ..found_delegated import DelegatedField, RowDoubt
from ..sheets import Cell
from .texts import is_nothing, quoted, text_of

Period = tuple[date, date]

_LONGEST: Final = 40
_EARLIEST, _LATEST = 1950, 2100
_LIKELY: Final = (2012, 2049)  # years of a list that writes them with two digits
_EXCEL_DAYS: Final = (29_000, 70_000)  # 1979 – 2091
_EXCEL_ZERO: Final = date(1899, 12, 30)
_OTHER_MONTHS: Final = {
    "may": 5,
    "oct": 10,
    "januar": 1,
    "februar": 2,
    "mai": 5,
    "juni": 6,
    "juli": 7,
    "des": 12,
    "marts": 3,
    "desember": 12,
}
_FINNISH: Final = (
    "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu"  # «tammikuu», «tammikuuta»
)
_MONTH_NUMBERS: Final = (
    {name: n for n, name in enumerate(MONTHS, 1)}
    | {name[:3]: n for n, name in enumerate(MONTHS, 1)}
    | {
        "sept": 9,
        "janu": 1,
        "augu": 8,
        "june": 6,
        "july": 7,
        "march": 3,
        "august": 8,
        "january": 1,
        "february": 2,
    }
    | {"october": 10}
    | _OTHER_MONTHS
    | {f"{name}kuu{end}": n for n, name in enumerate(_FINNISH.split(), 1) for end in ("", "ta")}
)
MONTH: Final = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
"""The names of the months and their abbreviations, as a pattern."""
_BEFORE: Final = re.compile(
    r"^(?:(?:mån|man|tis|tirs|ons|tors?|fre|l[öø]r|s[öø]n)(?:dag)?(?:en)?\.?,?\s+)?(?:den\s+)?", re.IGNORECASE
)
_AFTER: Final = re.compile(r"[T ,]+(?:kl\.?\s*)?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?Z?$")
_ISO: Final = re.compile(r"(\d{4})(?:\s?[-/.‐‑–−]\s?|\s)(\d{1,2})(?:\s?[-/.‐‑–−]\s?|\s)(\d{1,2})")
_WEEK_DAY: Final = re.compile(r"(\d{4})-?W(\d\d)-?([1-7])", re.IGNORECASE)  # ISO 8601: 2027-W49-5
_YEAR_LAST: Final = re.compile(
    r"(\d{1,2})\s?([-/.‐‑–−])\s?(\d{1,2})\s?([-/.,‐‑–−´’'\s]{1,2})\s?(\d{4}|\d{2})"
)
_NAMED: Final = re.compile(
    rf"(\d{{1,2}})(?::?[aest]+|\.)?[\s-]?\s*({MONTH})\.?(?:[\s,.-]*['´’-]?(\d{{4}}|\d{{2}}))?", re.IGNORECASE
)
_NAMED_FIRST: Final = re.compile(
    rf"({MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(\d{{4}}))?", re.IGNORECASE
)
_SHORT: Final = re.compile(r"(\d{1,2})[/.]\s?(\d{1,2})\.?")
_DIGITS: Final = re.compile(r"(\d{4}|\d{2})(\d{2})(\d{2})")
_ONLY_DAY: Final = re.compile(r"(\d{1,2})(?::?[aest]+|\.)?", re.IGNORECASE)


def month_number(name: str) -> int:
    """Return the number of a month by its name or abbreviation."""
    return _MONTH_NUMBERS[name.casefold().rstrip(".")]


class DayReader:
    """Reads the days of a column. What may be two days waits until the whole column has been seen."""

    def __init__(self, period: Period | None) -> None:
        self._period = period
        self.orders: set[str] = set()  # «dm», «md» …: in which order days are written, where it shows
        self.unclear: dict[Cell, dict[str, date]] = {}

    def read(self, cell: Cell) -> tuple[date | None, RowDoubt | None]:
        """Return the day of a cell, or none with a doubt."""
        if isinstance(cell, datetime):
            return self._placed(cell.date(), cell)
        if isinstance(cell, date):
            return self._placed(cell, cell)
        if isinstance(cell, bool) or not isinstance(cell, str | int | float):
            return None, _no_day(cell)
        if isinstance(cell, float) and not cell.is_integer() and _EXCEL_DAYS[0] < cell < _EXCEL_DAYS[1]:
            cell = float(int(cell))  # with a time of day
        text = text_of(cell)
        if is_nothing(text) or text == "0":
            return None, None
        if not isinstance(cell, str) and _EXCEL_DAYS[0] < cell < _EXCEL_DAYS[1]:
            day = _EXCEL_ZERO + timedelta(days=int(cell))
            return day, _doubt(f"{text} är läst som Excels nummer för dagen {day}.", cell)
        return self._of_text(text, cell)

    def settled(self, cell: Cell) -> date | None:
        """Return the day of an unclear cell when all others of its column are written in one order."""
        orders = self.orders & self.unclear[cell].keys()
        return self.unclear[cell][orders.pop()] if len(orders) == 1 else None

    def _of_text(self, text: str, cell: Cell) -> tuple[date | None, RowDoubt | None]:
        if len(text) > _LONGEST:
            return None, _no_day(cell)
        bare = _AFTER.sub("", _BEFORE.sub("", text)).strip(" .,")
        days = dict(self._readings(bare))
        if not days:
            return None, self._no_year(bare, cell)
        if len(set(days.values())) == 1:
            if len(days) == 1 and _YEAR_LAST.fullmatch(bare):
                self.orders |= days.keys()
            return self._placed(next(iter(days.values())), cell)
        within = {day for day in days.values() if self._period and self._period[0] <= day <= self._period[1]}
        if len(within) == 1:
            return within.pop(), None
        if (usual := _usual(days)) is not None:
            return self._placed(usual, cell)
        self.unclear[cell] = days
        either = " eller ".join(map(str, sorted(set(days.values()))))
        return None, _doubt(f"”{quoted(cell)}” kan vara {either}.", cell)

    def _readings(self, text: str) -> Iterator[tuple[str, date]]:
        """Yield each way to read a text as a day, with the order of its parts."""
        if found := _ISO.fullmatch(text):
            yield from _day("iso", found[1], found[2], found[3])
        elif found := _YEAR_LAST.fullmatch(text):
            yield from _with_year_last(found)
        elif found := _DIGITS.fullmatch(text):
            yield from _day("iso", found[1], found[2], found[3])
        elif found := _NAMED.fullmatch(text):
            yield from self._with_name(found[1], found[2], found[3])
        elif found := _NAMED_FIRST.fullmatch(text):
            yield from self._with_name(found[2], found[1], found[3])
        elif (found := _SHORT.fullmatch(text)) and self._period:
            yield from self._in_period(int(found[2]), int(found[1]))
        elif (found := _ONLY_DAY.fullmatch(text)) and self._period and _in_one_month(self._period):
            yield from self._in_period(self._period[0].month, int(found[1]))
        elif found := _WEEK_DAY.fullmatch(text):
            yield from _day_of_week(found[1], found[2], found[3])

    def _with_name(self, day: str, month: str, year: str | None) -> Iterator[tuple[str, date]]:
        number = month_number(month)
        if year:
            yield from _day("named", year, str(number), day)
        elif self._period:
            yield from self._in_period(number, int(day))

    def _in_period(self, month: int, day: int) -> Iterator[tuple[str, date]]:
        """Yield the day without year that lies in the period; else in the year that the period has alone."""
        assert self._period is not None
        years = range(self._period[0].year, self._period[1].year + 1)
        days = [d for year in years for _, d in _day("", str(year), str(month), str(day))]
        inside = [d for d in days if self._period[0] <= d <= self._period[1]] or days
        if len(inside) == 1:
            yield "period", inside[0]

    def _placed(self, day: date, cell: Cell) -> tuple[date | None, RowDoubt | None]:
        if not _EARLIEST <= day.year <= _LATEST:
            return None, _no_day(cell)
        if self._period and not self._period[0] <= day <= self._period[1]:
            first, last = self._period
            return day, _doubt(f"{day} ligger inte i listans period, {first} – {last}.", cell)
        return day, None

    def _no_year(self, text: str, cell: Cell) -> RowDoubt:
        named = _NAMED.fullmatch(text) or _NAMED_FIRST.fullmatch(text)
        if _SHORT.fullmatch(text) or (named and not named[3]):  # «31 februari 2026» has a year, and is no day
            return _doubt(f"”{quoted(cell)}” saknar år.", cell)
        return _no_day(cell)


def _with_year_last(found: re.Match[str]) -> Iterator[tuple[str, date]]:
    """«3/12-19» is the third of December; «12/3/2019» may be two days; «19-12-03» begins with the year."""
    first, sign, second, before_year, year = found.groups()
    before_year = before_year.strip() or " "
    swedish = sign in "/." and (before_year != "/" or sign == ".")
    if len(year) == 2 and sign == before_year:
        yield from _day("ymd" if sign in "/." else "iso", first, second, year)
    yield from _day("dm", year, second, first)
    if not swedish:
        yield from _day("md", year, first, second)


def _usual(days: dict[str, date]) -> date | None:
    """Return what a day with a short year means as a rule: 19-12-03, or the only one that is not long ago."""
    likely = {order: day for order, day in days.items() if _LIKELY[0] <= day.year <= _LIKELY[1]}
    if "iso" in likely:
        return likely["iso"]
    return next(iter(likely.values())) if len(likely) == 1 else None


def _day(order: str, year: str, month: str, day: str) -> Iterator[tuple[str, date]]:
    whole = int(year) + (2000 if len(year) <= 2 else 0)
    try:
        made = date(whole, int(month), int(day))
    except ValueError:
        return
    if _EARLIEST <= whole <= _LATEST:
        yield order, made


def _day_of_week(year: str, week: str, day: str) -> Iterator[tuple[str, date]]:
    try:
        yield "iso", date.fromisocalendar(int(year), int(week), int(day))
    except ValueError:
        return


def _in_one_month(period: Period) -> bool:
    first, last = period
    return (first.year, first.month) == (last.year, last.month)


def _no_day(cell: Cell) -> RowDoubt:
    return _doubt(f"”{quoted(cell)}” är inget datum.", cell)


def _doubt(message: str, cell: Cell) -> RowDoubt:
    return RowDoubt(DelegatedField.DECIDED_ON, message, quoted(cell))
