"""Swedish written forms: dates, times, numbers, lists, § ranges and the typography of running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, time
from functools import lru_cache

NBSP = "\u00a0"
NB_HYPHEN = "\u2011"
EN_DASH = "\u2013"

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")


def day_month(day: date) -> str:
    """«14 februari»."""
    return f"{day.day}{NBSP}{MONTHS[day.month - 1]}"


def long_date(day: date) -> str:
    """«den 14 februari 2020», for running text."""
    return f"den{NBSP}{day_month(day)} {day.year}"


def weekday_date(day: date) -> str:
    """«fredag 14 februari 2020»."""
    return f"{WEEKDAYS[day.weekday()]} {day_month(day)} {day.year}"


def iso_date(day: date) -> str:
    """«2020-02-14» with hyphens that do not break, for heads and tables."""
    return day.isoformat().replace("-", NB_HYPHEN)


def clock(at: time, separator: str = ".") -> str:
    """«10.00», or «10:00» where that is the body's custom."""
    return f"{at.hour:02d}{separator}{at.minute:02d}"


def at_clock(at: time, separator: str = ".") -> str:
    """«kl. 10.00»."""
    return f"kl.{NBSP}{clock(at, separator)}"


def clock_span(starts: time | None, ends: time | None, separator: str = ".") -> str:
    """«kl. 10.00–15.00», «kl. 10.00» or nothing."""
    if starts is None:
        return ""
    if ends is None:
        return at_clock(starts, separator)
    return f"{at_clock(starts, separator)}{EN_DASH}{clock(ends, separator)}"


def whole_number(value: int) -> str:
    """«4 111 981», with a true minus."""
    digits = f"{abs(value):,}".replace(",", NBSP)
    return f"\u2212{digits}" if value < 0 else digits


def kronor(value: int) -> str:
    """«4 111 981 kronor»."""
    return f"{whole_number(value)}{NBSP}kronor"


def counted(count: int, one: str, many: str) -> str:
    """«1 ärende», «9 ärenden»."""
    return f"{whole_number(count)}{NBSP}{one if count == 1 else many}"


def listed(words: Sequence[str], last: str = "och") -> str:
    """«A, B och C»."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def number_ranges(numbers: Iterable[int]) -> str:
    """«3–5, 7» of any numbers in any order."""
    spans: list[list[int]] = []
    for number in sorted(set(numbers)):
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}{EN_DASH}{b}" for a, b in spans)


def numbers_in(text: str) -> tuple[int, ...]:
    """Return the numbers that «2–4, 7» names, in order. Raises ValueError for anything else."""
    found: set[int] = set()
    for part in re.split(r"[,;]|\boch\b", text):
        if not part.strip():
            continue
        span = re.fullmatch(rf"\s*(\d{{1,5}})(?:\s*[-{EN_DASH}]\s*(\d{{1,5}}))?\s*", part)
        if span is None or int(span[1]) < 1 or int(span[2] or span[1]) < int(span[1]):
            raise ValueError(text)
        found |= set(range(int(span[1]), int(span[2] or span[1]) + 1))
    return tuple(sorted(found))


def section_range(numbers: Iterable[int]) -> str:
    """«§ 92», «§§ 92–107», or nothing when there are none."""
    found = sorted(set(numbers))
    if not found:
        return ""
    return f"§{NBSP}{found[0]}" if len(found) == 1 else f"§§{NBSP}{number_ranges(found)}"


def genitive(name: str) -> str:
    """«Karins», «Lars»."""
    return name if name[-1:].casefold() in "sxz" else f"{name}s"


def capitalised(text: str) -> str:
    """The text with its first letter as a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def with_party(name: str, party: str) -> str:
    """«Karin Ek (S)»; no party is «(–)»."""
    return f"{name}{NBSP}({party or EN_DASH})"


_MONTH = "|".join(MONTHS)
_TYPOGRAPHY: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), NBSP),  # 4 111 981
    (re.compile(r"(?<=\d) (?=(?:kronor|kr|procent|%|mnkr|tkr|miljoner|miljarder)(?!\w))"), NBSP),
    (re.compile(r"(§§?) (?=\d)"), rf"\1{NBSP}"),
    (re.compile(r"(?<=\d) (?=(?:kap\.|§|st\.|p\.))"), NBSP),  # 6 kap. 27 §
    (re.compile(r"\b(kl\.|kap\.|nr|s\.|den) (?=\d)"), rf"\1{NBSP}"),
    (re.compile(rf"(?<=\d) (?=(?:{_MONTH})\b)"), NBSP),
    (re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b"), rf"\1{NB_HYPHEN}\2{NB_HYPHEN}\3"),
    (re.compile(r"(?<=\w) (?=\((?:[A-ZÅÄÖ]{1,4}|–)\))"), NBSP),  # Karin Ek (S)
    (re.compile(r'"([^"\n]*)"'), "”\\1”"),
)


_REMEMBERED = 4000  # texts set lately: a paper that is made again has changed in a few of them


@lru_cache(maxsize=_REMEMBERED)
def typeset(text: str) -> str:
    """Return `text` with the non-breaking spaces and hyphens and the quotes that a Swede expects in print."""
    for pattern, replacement in _TYPOGRAPHY:
        text = pattern.sub(replacement, text)
    return text


def plain(text: str) -> str:
    """Return `text` with ordinary spaces and hyphens, for comparing and searching."""
    return text.replace(NBSP, " ").replace("\u202f", " ").replace(NB_HYPHEN, "-").replace("\u00ad", "")
