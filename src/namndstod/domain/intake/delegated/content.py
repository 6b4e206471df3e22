"""What stands in a column, as shares of its filled cells: days, amounts, diary numbers, persons …"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from ...delegation_lists import organisation_like
from ..found_delegated import DelegatedField
from ..namely import is_person, is_title
from ..sheets import Cell
from .amounts import read_amount
from .days import DayReader
from .municipalities import is_municipality
from .names import is_gender, read_decider
from .texts import is_day, is_number, said

_ENOUGH: Final = 0.7
_DIARY: Final = re.compile(
    r"(?:[A-ZÅÄÖ]{1,8}[ /.-]{0,2})?\d{2,6}[/:.-]\d{1,6}(?:[/:.-]\d{1,6})?(?:[ -][A-ZÅÄÖ]{2,6})?|"
    r"\d{2,4}[A-ZÅÄÖ]{1,6}[-/]?\d{1,7}|[A-ZÅÄÖ]{1,8}[ /.-]{0,2}\d{2,4}[/:.-]\d{1,7}(?:[/:.-]\d{1,6})?|"
    r"[A-ZÅÄÖ]{2,6}[ -]?\d{4,9}",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(r"^(?:dnr|diarienr|diarienummer)\.?\s*:?\s*", re.IGNORECASE)
_POINT: Final = re.compile(
    r"(?:punkt|p\.?)?\s*[A-ZÅÄÖ]{0,2}\s?\d{1,2}[.:]\d{1,2}(?:[.:]\d{1,2})*(?:\s+\D.*)?"
)
_MONEY: Final = re.compile(r"\b(?:kr|sek|kronor|tkr|mkr)\b|:-$|\d[\s\u00a0\u202f]\d{3}", re.IGNORECASE)
_KIND: Final = re.compile(
    r"\w*(?:bidrag|stöd|check|checkar|lån|tjänst|premie|medel|tillstånd|dispens|stipendium|service|stipendier|anställning|"
    r"avtal|yttrande|upphandling|tilldelning|attest|remissvar|grant|tilskot)(?:et|en|ets|ens)?",
    re.IGNORECASE,
)
_OUTCOME: Final = re.compile(
    r"(?:del(?:vis|avslag)\s?)?(?:bevilja[sdt]?|bifall(?:es|s)?|bifölls|avsl(?:ag|ås|agit|ogs)|godkän[nt]s?|godkänd|avskriv\w*|"
    r"avvisa[sd]?|avvisning|ja|nej|delavslag|granted|approved|rejected)\.?",
    re.IGNORECASE,
)
_DIGIT: Final = re.compile(r"\d")
_SMALLEST_AMOUNT: Final = 100


@dataclass(frozen=True, slots=True)
class Profile:
    """Shares from 0 to 1 of the filled cells of a column's beginning; `distinct` of texts that differ."""

    filled: int = 0
    days: float = 0
    amounts: float = 0
    money: float = 0  # amounts with a unit or in groups of thousands
    diaries: float = 0
    points: float = 0
    genders: float = 0
    persons: float = 0
    deciders: float = 0
    titles: float = 0
    organisations: float = 0
    municipalities: float = 0
    kinds: float = 0
    outcomes: float = 0
    numbers: float = 0
    digits: float = 0
    rising: bool = False  # 1, 2, 3 …
    excel_days: bool = False  # whole numbers that Excel may mean days by, all of a few years
    distinct: float = 0
    longest: int = 0


def profile(cells: Iterable[Cell], most: int = 1) -> Profile:
    """Return what stands in the first filled cells of a column, `most` of them."""
    sample = list(islice(((cell, text) for cell in cells if (text := said(cell))), most))
    if not sample:
        return Profile()
    count = len(sample)
    reader = DayReader(None)
    texts = [text[:200] for _, text in sample]
    numbers = [cell for cell, _ in sample if is_number(cell)]

    def share(found: Iterable[bool]) -> float:
        return sum(found) / count

    amounts = [_is_amount(cell, text) for cell, text in sample]
    return Profile(
        filled=count,
        days=share(is_day(c) or (isinstance(c, str) and _is_day(reader, c)) for c, _ in sample),
        amounts=share(amounts),
        money=share(
            a and not is_number(c) and bool(_MONEY.search(t))
            for a, (c, t) in zip(amounts, sample, strict=True)
        ),
        diaries=share(isinstance(c, str) and bool(_DIARY.fullmatch(t)) for c, t in sample),
        points=share(
            bool(_POINT.fullmatch(t)) if isinstance(c, str) else is_number(c) and "," in t and len(t) < 6
            for c, t in sample
        ),
        genders=share(map(is_gender, texts)),
        persons=share(is_person(t) and not organisation_like(t) for t in texts),
        deciders=share(all(read_decider(t)[0]) for t in texts),
        titles=share(is_title(t) and not read_decider(t)[0][0] for t in texts),
        organisations=share(organisation_like(_DIGIT.sub("", t)) for t in texts),
        municipalities=share(map(is_municipality, texts)),
        kinds=share(bool(_KIND.fullmatch(t.split()[0])) for t in texts),
        outcomes=share(bool(_OUTCOME.fullmatch(t)) for t in texts),
        numbers=len(numbers) / count,
        digits=share(bool(_DIGIT.search(t)) for t in texts),
        rising=count > 1 and _rises(texts),
        excel_days=len(numbers) == count and _are_days(numbers),
        distinct=len(set(texts)) / count,
        longest=max(map(len, texts)),
    )


def says(found: Profile) -> DelegatedField | None:
    """Return the field that the content of a column shows by itself, None when it may be several."""
    f = DelegatedField
    if found.rising and found.numbers + found.digits >= 1 and not found.diaries:
        return f.SERIAL
    for field, share in (
        (f.GENDER, found.genders),
        (f.DECIDED_ON, found.days if found.diaries < found.days or found.numbers < 1 else 0),
        (f.POINT, found.points if not found.money else 0),
        (f.DIARY_NUMBER, found.diaries),
        (f.MUNICIPALITY, found.municipalities),
        (f.AMOUNT, max(found.money, found.amounts if found.days < _ENOUGH else 0)),
        (f.DECIDED_BY, max(found.deciders, found.persons)),
        (f.DECIDED_BY_TITLE, found.titles),
        (f.RECIPIENT, found.organisations if found.distinct > 0.3 and found.kinds < 0.5 else 0),
    ):
        if share >= _ENOUGH:
            return field
    return None


def looks_like_diary_number(text: str) -> bool:
    """Whether a text is built as a diary number, with or without «Dnr» before it."""
    return len(text) < 60 and _DIARY.fullmatch(_LABEL.sub("", text)) is not None


def is_kind(text: str) -> bool:
    """Whether a few words name what is decided on: «Mikrobidrag», «Kommersiell service»."""
    words = text.split()
    return 0 < len(words) <= 3 and not _DIGIT.search(text) and any(map(_KIND.fullmatch, words))


def _is_day(reader: DayReader, text: str) -> bool:
    return (
        len(text) < 40
        and bool(_DIGIT.search(text))
        and (reader.read(text)[0] is not None or text in reader.unclear)
    )


def _is_amount(cell: Cell, text: str) -> bool:
    if is_number(cell):
        return not _is_year(cell)
    if not isinstance(cell, str) or not _DIGIT.search(text):
        return False
    amount, _ = read_amount(cell)
    return amount is not None and (abs(amount) >= _SMALLEST_AMOUNT or bool(_MONEY.search(text)))


def _are_days(numbers: Sequence[Cell]) -> bool:
    """Whether numbers may be Excel's of days between 2009 and 2050, within two years."""
    whole = [int(n) for n in numbers if isinstance(n, int | float) and 40_000 <= n <= 55_000]
    return len(whole) == len(numbers) and max(whole) - min(whole) < 731


def _is_year(cell: Cell) -> bool:
    return isinstance(cell, int | float) and 1990 <= cell <= 2060 and cell == int(cell)


def _rises(texts: list[str]) -> bool:
    """Whether a column counts its rows: 1, 2, 3 …"""
    return texts == [str(n) for n in range(1, len(texts) + 1)]
