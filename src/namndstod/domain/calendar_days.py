"""Swedish public holidays and working days, for time limits (lag 1930:173; lag 1989:253)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Final

_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5
_NATIONAL_DAY_SINCE: Final = 2005  # 6 juni became a public holiday, annandag pingst ceased to be one


def easter_sunday(year: int) -> date:
    """Return påskdagen: the Gregorian reckoning (Meeus, Jones and Butcher)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    shift = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * shift + 114, 31)
    return date(year, month, day + 1)


@cache
def public_holidays(year: int) -> dict[date, str]:
    """Return the year's public holidays (allmänna helgdagar) that are no ordinary Sundays, with names."""
    easter = easter_sunday(year)
    found = {
        date(year, 1, 1): "nyårsdagen",
        date(year, 1, 6): "trettondedag jul",
        easter - 2 * _DAY: "långfredagen",
        easter: "påskdagen",
        easter + _DAY: "annandag påsk",
        date(year, 5, 1): "1 maj",
        easter + 39 * _DAY: "Kristi himmelsfärdsdag",
        easter + 49 * _DAY: "pingstdagen",
        _first_saturday(date(year, 6, 20)): "midsommardagen",
        _first_saturday(date(year, 10, 31)): "alla helgons dag",
        date(year, 12, 25): "juldagen",
        date(year, 12, 26): "annandag jul",
    }
    if year >= _NATIONAL_DAY_SINCE:
        found[date(year, 6, 6)] = "Sveriges nationaldag"
    else:
        found[easter + 50 * _DAY] = "annandag pingst"
    return found


@cache
def eves(year: int) -> dict[date, str]:
    """Return the three aftnar that count as holidays for a time limit; trettondagsafton does not."""
    return {
        _first_saturday(date(year, 6, 20)) - _DAY: "midsommarafton",
        date(year, 12, 24): "julafton",
        date(year, 12, 31): "nyårsafton",
    }


def is_working_day(day: date) -> bool:
    """Whether a time limit may end on the day (lag 1930:173 2 §)."""
    return day.weekday() < _SATURDAY and day not in public_holidays(day.year) and day not in eves(day.year)


def next_working_day(day: date) -> date:
    """Return the day itself, or the first working day after it: where a time limit ends that falls on it."""
    while not is_working_day(day):
        day += _DAY
    return day


def _first_saturday(start: date) -> date:
    """Return the first Saturday from `start` on."""
    return start + timedelta(days=(_SATURDAY - start.weekday()) % 7)
