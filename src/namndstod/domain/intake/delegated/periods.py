"""Perioden of a list: of the words above it, of the sheet's name or of the file's."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Final

from ..values import days_in, period_in
from .days import MONTH, Period, month_number

_DASH: Final = r"\s*(?:-{1,2}|[–—−/]|till(?:\s+och\s+med)?|t\.?o\.?m\.?|och)\s*"
_YEAR: Final = r"(?:19|20)\d\d"
_LABEL: Final = re.compile(r"period|avser|tid\b|fr\.?o\.?m|från", re.IGNORECASE)
_DAYS_OF_MONTH: Final = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:\s+({MONTH}))?{_DASH}(\d{{1,2}})\s+({MONTH})\.?\s+({_YEAR})", re.IGNORECASE
)
_SLASHED: Final = re.compile(rf"(?<!\d)(\d{{1,2}})/(\d{{1,2}}){_DASH}(\d{{1,2}})/(\d{{1,2}})[\s-]+({_YEAR})")
_ISO: Final = re.compile(rf"(?<!\d)({_YEAR})-(\d\d)-(\d\d){_DASH}({_YEAR})-(\d\d)-(\d\d)(?!\d)")
_DIGITS: Final = re.compile(rf"(?<!\d)((?:20)?\d\d)(\d\d)(\d\d){_DASH}((?:20)?\d\d)(\d\d)(\d\d)(?!\d)")
_MONTHS: Final = re.compile(
    rf"(?<!\w)(?P<first>{MONTH})\.?(?:\s+(?P<before>{_YEAR}))?{_DASH}(?P<last>{MONTH})\.?[\s_,-]*(?P<year>{_YEAR})",
    re.IGNORECASE,
)
_MONTH: Final = re.compile(
    rf"(?<![^\W_])(?<!\d[ .])(?<!\d)(?P<month>{MONTH})(?:\b|_|(?=\d))\.?"
    rf"(?:[\s_,-]*(?:(?P<year>{_YEAR})|['´’-](?P<short>\d\d))(?!\d))?",
    re.IGNORECASE,
)
_YEAR_MONTH: Final = re.compile(rf"(?<!\d)(?<!\d[-/.:])({_YEAR})[-_. ]?(0[1-9]|1[0-2])(?![-_.:/]?\d)")
_YEAR_NAME: Final = re.compile(rf"(?<!\d)({_YEAR})[\s_-]+({MONTH})(?![^\W\d_])", re.IGNORECASE)
_QUARTER: Final = re.compile(
    rf"(?:\bkvartal(?:et)?\s*|\bkv\.?\s*|\bq)([1-4])[\s_,/-]*({_YEAR})|"
    rf"(?:([1-4])(?::?[ae])?|(första|andra|tredje|fjärde))\s*kvartalet[\s,]*({_YEAR})|({_YEAR})[\s_-]*q([1-4])\b",
    re.IGNORECASE,
)
_TERTIAL: Final = re.compile(rf"\b(?:tertial|t)\s?([1-3])[\s_,/-]*({_YEAR})", re.IGNORECASE)
_HALF: Final = re.compile(rf"(första|andra|1:a|2:a)\s+halvåret[\s,]*({_YEAR})", re.IGNORECASE)
_ONLY_YEAR: Final = re.compile(rf"(?<!\d)(?<!\d[-/.:])({_YEAR})(?![\d/.:-]?\d)")
_ORDINALS: Final = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "1:a": 1, "2:a": 2}


def period_of(text: str, *, whole_year: bool = False) -> Period | None:
    """Return the period that a text names: two days, months, a quarter; a year alone when that is asked."""
    text = text[:300].replace("_", " ")
    for read in (_of_days, _of_months, _of_parts):
        for period in read(text):
            return period
    if whole_year and (years := set(_ONLY_YEAR.findall(text))) and len(years) == 1:
        return _months(int(years.pop()), 1, 12)
    return None


def month_named(text: str) -> int | None:
    """Return the month that a sheet is named after: «Dec», «December -27»."""
    months = {month_number(found["month"]) for found in _MONTH.finditer(text)}
    return months.pop() if len(months) == 1 else None


def year_named(text: str) -> int | None:
    """Return the only year that a text names."""
    years = set(_ONLY_YEAR.findall(text.replace("_", " "))) | {
        found[1] for found in _YEAR_MONTH.finditer(text)
    }
    return int(years.pop()) if len(years) == 1 else None


def month_of(year: int, month: int) -> Period:
    """Return the first and last day of a month."""
    return _months(year, month, month)


def _of_days(text: str) -> Iterator[Period]:
    found = period_in(text)
    if found is not None and found.start and found.end:
        yield from _span(found.start, found.end)
    if found is None and _LABEL.match(text) and len(days := days_in(text)) == 2:
        yield from _span(*days)
    for pattern, order in ((_ISO, "ymdymd"), (_DIGITS, "ymdymd"), (_SLASHED, "dmdmy")):
        for match in pattern.finditer(text):
            yield from _ordered(match.groups(), order)
    for match in _DAYS_OF_MONTH.finditer(text):
        first, month, last, last_month, year = match.groups()
        start, end = month_number(month or last_month), month_number(last_month)
        yield from _ordered((first, str(start), last, str(end), year), "dmdmy")


def _ordered(parts: tuple[str, ...], order: str) -> Iterator[Period]:
    numbers: dict[str, list[int]] = {"y": [], "m": [], "d": []}
    for sign, part in zip(order, parts, strict=True):
        numbers[sign].append(int(part) + (2000 if sign == "y" and len(part) == 2 else 0))
    years = numbers["y"] * 2 if len(numbers["y"]) == 1 else numbers["y"]
    try:
        start, end = (date(*ymd) for ymd in zip(years, numbers["m"], numbers["d"], strict=True))
    except ValueError:
        return
    yield from _span(start, end)


def _span(start: date, end: date) -> Iterator[Period]:
    if start <= end:
        yield start, end


def _of_months(text: str) -> Iterator[Period]:
    for found in _MONTHS.finditer(text):
        first, last, year = month_number(found["first"]), month_number(found["last"]), int(found["year"])
        start = int(found["before"] or (year - 1 if first > last else year))
        yield month_of(start, first)[0], month_of(year, last)[1]
    named = {
        month_of(int(found["year"] or 2000 + int(found["short"])), month_number(found["month"]))
        for found in _MONTH.finditer(text)
        if found["year"] or found["short"]
    }
    named |= {month_of(int(found[1]), month_number(found[2])) for found in _YEAR_NAME.finditer(text)}
    named |= {month_of(int(found[1]), int(found[2])) for found in _YEAR_MONTH.finditer(text)}
    if len(named) == 1:
        yield named.pop()


def _of_parts(text: str) -> Iterator[Period]:
    for found in _QUARTER.finditer(text):
        number = found[1] or found[3] or found[7] or str(_ORDINALS.get((found[4] or "").casefold(), 1))
        last = int(number) * 3
        yield _months(int(found[2] or found[5] or found[6]), last - 2, last)
    for found in _TERTIAL.finditer(text):
        yield _months(int(found[2]), int(found[1]) * 4 - 3, int(found[1]) * 4)
    for found in _HALF.finditer(text):
        first = _ORDINALS[found[1].casefold()] * 6 - 5
        yield _months(int(found[2]), first, first + 5)


def _months(year: int, first: int, last: int) -> Period:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
