"""Days, amounts, shares, periods and diary numbers as papers write them, in one line or paragraph of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from ..swedish import MONTHS, plain
from .found import FoundPeriod

_HYPHEN: Final = r"\-\u2010\u2011\u2012\u2013\u2212"
_MONTH_STARTS: Final = {name[:3]: number for number, name in enumerate(MONTHS, start=1)}
_MONTH: Final = r"(?:" + "|".join(rf"{name}|{name[:3]}\b\.?|{name[:4]}\b\.?" for name in MONTHS) + ")"
_DAY: Final = re.compile(
    r"(?<![\d/.:])(?:"
    rf"(?P<y>\d{{4}})[{_HYPHEN}](?P<m>\d{{2}})[{_HYPHEN}](?P<d>\d{{2}})(?!\d)"  # 2020-02-14
    rf"|(?P<yd>\d{{4}})\.(?P<md>\d{{2}})\.(?P<dd>\d{{2}})(?!\.?\d)"  # 2020.02.14
    rf"|(?P<dw>\d{{1,2}})(?::?[ae]|\.)?\s+(?P<mw>{_MONTH})\s*,?\s*(?P<yw>\d{{4}})(?!\d)"  # 14 februari 2020
    rf"|(?P<ds>\d{{1,2}})/(?P<ms>\d{{1,2}})[\s,/{_HYPHEN}]\s*(?P<ys>\d{{4}})(?!\d)"  # 14/2 2020
    rf"|(?P<dp>\d{{1,2}})\.(?P<mp>\d{{1,2}})\.(?P<yp>\d{{4}})(?!\d)"  # 14.2.2020
    rf")",
    re.IGNORECASE,
)
_FORMS: Final = (
    ("y", "m", "d"),
    ("yd", "md", "dd"),
    ("yw", "mw", "dw"),
    ("ys", "ms", "ds"),
    ("yp", "mp", "dp"),
)
_WHOLE: Final = r"\d{1,3}(?:[ .]\d{3})+(?!\d)|\d+"
_NUMBER: Final = rf"(?:{_WHOLE})(?:,\d{{1,3}})?"
_FACTORS: Final = {
    "tkr": 1_000,
    "ksek": 1_000,
    "tusen": 1_000,
    "mkr": 1_000_000,
    "mnkr": 1_000_000,
    "msek": 1_000_000,
    "mn": 1_000_000,
    "milj": 1_000_000,
    "miljon": 1_000_000,
    "miljoner": 1_000_000,
    "miljard": 1_000_000_000,
    "miljarder": 1_000_000_000,
    "mdkr": 1_000_000_000,
}
_AMOUNT: Final = re.compile(
    rf"(?<![\d,.])(?P<low>{_NUMBER})(?:\s*[{_HYPHEN}]\s*(?P<high>{_NUMBER}))?\s*"
    rf"(?:(?P<of>{'|'.join(sorted(_FACTORS, key=len, reverse=True))})\.?(?:\s*(?:kronor|kr|sek)\b)?"
    rf"|kronor\b|kr\b|sek\b|:-|,-)(?![a-zåäö])",
    re.IGNORECASE,
)
_PERCENT: Final = re.compile(r"(?<![\d,.])(\d{1,3}(?:[,.]\d{1,4})?)\s*(?:%|procent\b)", re.IGNORECASE)
_SHARE_OF: Final = re.compile(r"\s*(?:\([^)]*\)\s*)?av\b", re.IGNORECASE)
_FROM: Final = re.compile(
    r"(?:tidigast|från(?:\s+och\s+med)?|fr\.?\s?o\.?\s?m\.?|mellan|påbörja[st]\w*)(?:\s+(?:den|dagen))?\s*$",
    re.IGNORECASE,
)
_UNTIL: Final = re.compile(
    r"(?:senast|till(?:\s+och\s+med)?|t\.?\s?o\.?\s?m\.?|avsluta[st]\w*|längst)(?:\s+(?:den|dagen))?\s*$",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(
    rf"\s*(?:[{_HYPHEN}\u2014]|till(?:\s+och\s+med)?|t\.?\s?o\.?\s?m\.?)\s*(?:den\s+)?", re.IGNORECASE
)
_BETWEEN_TWO: Final = re.compile(r"\bmellan(?:\s+den)?\s*$", re.IGNORECASE)
_AND: Final = re.compile(r"\s*och\s+(?:den\s+)?", re.IGNORECASE)
_YEARLESS: Final = re.compile(
    rf"(?<![\d/.{_HYPHEN}])(\d{{1,2}})\s+({_MONTH})\s*(?:[{_HYPHEN}\u2014]|till(?:\s+och\s+med)?|och)\s*(?:den\s+)?$",
    re.IGNORECASE,
)
_NEAR: Final = 60  # letters before a day in which the words stand that make it an end of a period
DIARY_WORD: Final = (
    r"(?:dnr|diarienummer|diarie\s?nr|diarienr|diariebeteckning|ärendenummer|ärende\s?nr|ärendebeteckning)"
)
"""What papers call a diary number, as a pattern."""
_DIARY_LABEL: Final = re.compile(
    r"\b(?:vårt\s+|vår\s+)?(?:dnr|diarienummer|diarie\s?nr|diarienr|ärendenummer|ärende\s?nr|beteckning)\b\.?\s*:?\s*",
    re.IGNORECASE,
)
_DIARY_NUMBER: Final = re.compile(
    r"(?<![\w/.-])(?:"
    r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,7}[ /.-]{0,2}\d{2,4}[/:.-]\d{1,6}(?:[/:.-]\d{1,6})?"  # RUN/430/2018
    r"|[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,7}[ /.-]\d{1,6}[/:.-]\d{2,4}"
    r"|\d{2}[A-ZÅÄÖ]{1,5}\d{1,6}"  # 20RS263
    r"|[A-ZÅÄÖ]{1,6}\d{4,9}"
    r"|\d{1,6}[/:.-]\d{1,6}(?:[/:.-]\d{1,6})?(?:[ -][A-ZÅÄÖ]{2,6})?"  # 00322/2026, 2023-000123 BYG
    r")(?![\w/])"
)


class SaidDay(NamedTuple):
    """A day that a text names, and where its words stand in it."""

    day: date
    start: int
    end: int


class SaidAmount(NamedTuple):
    """An amount that a text names in whole kronor, and where its words stand in it (without soft hyphens)."""

    kronor: int
    start: int
    end: int


def days_said(text: str) -> Iterator[SaidDay]:
    """Find the days with their year: 2020-02-14, «den 14 februari 2020», 14/2 2020, 14.2.2020."""
    for found in _DAY.finditer(text):
        for year, month, day in _FORMS:
            if found[year] is None:
                continue
            number = found[month]
            in_year = int(number) if number.isdigit() else _MONTH_STARTS[number[:3].casefold()]
            try:
                yield SaidDay(date(int(found[year]), in_year, int(found[day])), found.start(), found.end())
            except ValueError:
                break


def days_in(text: str) -> tuple[date, ...]:
    """Return the days that a text names, in its order."""
    return tuple(said.day for said in days_said(text))


def day_in(text: str) -> date | None:
    """Return the day that a text names, None when it names none or several that differ."""
    days = set(days_in(text))
    return days.pop() if len(days) == 1 else None


def amounts_said(text: str) -> Iterator[SaidAmount]:
    """Find amounts with their unit: 4 111 981 kronor, 500 tkr, 1,5 miljoner kronor; 2–3 mnkr are two."""
    flat = plain(text)
    for found in _AMOUNT.finditer(flat):
        factor = _FACTORS[found["of"].casefold()] if found["of"] else 1
        for group in ("low", "high"):
            if found[group]:
                yield SaidAmount(_whole(found[group], factor), found.start(), found.end())


def amounts_in(text: str) -> tuple[int, ...]:
    """Return the amounts that a text names, in its order, each once."""
    return tuple(dict.fromkeys(said.kronor for said in amounts_said(text)))


def percents_in(text: str) -> tuple[float, ...]:
    """Return the shares in per cent that a text names, in its order, each once."""
    return tuple(dict.fromkeys(_percent(found[1]) for found in _PERCENT.finditer(plain(text))))


def share_in(text: str) -> float | None:
    """Return the share «42 procent av …» that a text decides; None when it says none, or two that differ."""
    flat = plain(text)
    shares = {_percent(m[1]) for m in _PERCENT.finditer(flat) if _SHARE_OF.match(flat, m.end())}
    return shares.pop() if len(shares) == 1 else None


def period_in(text: str) -> FoundPeriod | None:
    """Return the time that a text gives: «tidigast … senast …», «från … till …», «2020-01-01 – 2021-12-31».

    Only one end may be said. None when there is none, or when it gives several that differ.
    """
    said = list(days_said(text))
    spans = {
        FoundPeriod(start=first.day, end=last.day)
        for first, last in pairwise(said)
        if _spans(text, first, last)
    }
    spans |= {span for day in said if (span := _first_without_year(text, day)) is not None}
    if not spans:
        starts = {day.day for day in said if _opens(text, day)}
        ends = {day.day for day in said if _closes(text, day)}
        if len(starts) > 1 or len(ends) > 1 or not starts | ends:
            return None
        spans = {FoundPeriod(start=next(iter(starts), None), end=next(iter(ends), None))}
    return spans.pop() if len(spans) == 1 else None


def diary_number_after_label(text: str) -> str:
    """Return the diary number after «Dnr», «Diarienummer», «Beteckning» …, verbatim, or nothing."""
    for label in _DIARY_LABEL.finditer(text):
        if found := _DIARY_NUMBER.match(text, label.end()):
            return found[0]
    return ""


def diary_numbers_in(text: str) -> tuple[str, ...]:
    """Return what looks like diary numbers, verbatim; days, times and § numbers look otherwise."""
    days = [(said.start, said.end) for said in days_said(text)]
    return tuple(
        found[0]
        for found in _DIARY_NUMBER.finditer(text)
        if not any(start < found.end() and found.start() < end for start, end in days)
    )


def is_diary_number(text: str) -> bool:
    """Whether a text is a diary number and nothing else."""
    return bool(_DIARY_NUMBER.fullmatch(text.strip())) and day_in(text) is None


def _whole(number: str, factor: int) -> int:
    amount = Decimal(re.sub(r"[ .]", "", number).replace(",", ".")) * factor
    return int(amount.to_integral_value(ROUND_HALF_UP))


def _percent(number: str) -> float:
    return float(number.replace(",", "."))


def _spans(text: str, first: SaidDay, last: SaidDay) -> bool:
    """Whether two days are the ends of one period."""
    if _BETWEEN.fullmatch(text, first.end, last.start):
        return True
    if _before(_BETWEEN_TWO, text, first) and _AND.fullmatch(text, first.end, last.start):
        return True
    return _opens(text, first) and _closes(text, last)


def _opens(text: str, day: SaidDay) -> bool:
    return _before(_FROM, text, day) is not None


def _closes(text: str, day: SaidDay) -> bool:
    return _before(_UNTIL, text, day) is not None


def _before(pattern: re.Pattern[str], text: str, day: SaidDay) -> re.Match[str] | None:
    """Return what a pattern finds right before a day."""
    return pattern.search(text, max(0, day.start - _NEAR), day.start)


def _first_without_year(text: str, last: SaidDay) -> FoundPeriod | None:
    """«1 mars–30 juni 2020»: the first day is of the last one's year."""
    found = _before(_YEARLESS, text, last)
    if found is None:
        return None
    try:
        first = date(last.day.year, _MONTH_STARTS[found[2][:3].casefold()], int(found[1]))
    except ValueError:
        return None
    return FoundPeriod(start=first, end=last.day) if first <= last.day else None
