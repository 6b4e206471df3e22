"""Gaps in the series of delegated decisions: «D 14/2027», «2027:14», or plain numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from ..swedish import number_ranges, plain
from ..swedish_sort import swedish_key
from .delegated_finding import Known, Row, RowFinding
from .finding import Severity

_DIGITS: Final = re.compile(r"\d+")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_USUAL: Final = re.compile(r"(\D{0,8})(\d{1,9})(?:([/:])((?:19|20)\d\d))?")  # D 14/2027
_PLACE: Final = "…"
_SHOWN: Final = 6  # stretches of missing numbers that are told
_SCATTERED: Final = 10  # a series is one when no more than so many numbers are missing for each that is there


def in_series(serial: str) -> tuple[str, int] | None:
    """Return the series and the number in it: «D 14/2027» is («D …/2027», 14), «14» is («…», 14)."""
    text = " ".join(plain(serial).split())
    numbers = list(_DIGITS.finditer(text))
    if not numbers:
        return None
    dated = [n for n in numbers if _YEAR.fullmatch(n[0])] if len(numbers) > 1 else []
    year = dated[-1:] if "/" in text else dated[:1]  # «14/2027», but «2027:14»
    chosen = [n for n in numbers if n not in year][-1]
    if len(chosen[0]) > 9:
        return None
    return f"{text[: chosen.start()]}{_PLACE}{text[chosen.end() :]}", int(chosen[0])


def gaps(rows: Sequence[Row], known: Known) -> Iterator[RowFinding]:
    """Numbers of a series follow one another, counted on from what the register has of it.

    Numbers with nothing around them are those of a list and begin anew with each.
    """
    here = _numbers([row.serial for row in rows])
    if not here:
        return
    before = _numbers([one.serial for one in known.decisions])
    for key, (name, numbers) in here.items():
        stored = before[key][1] if key in before and name != _PLACE else set()
        first = max((n for n in stored if n < min(numbers)), default=min(numbers))
        if max(numbers) - first + 1 - len(numbers) > _SCATTERED * len(numbers):
            continue
        missing = [n for n in range(first, max(numbers) + 1) if n not in numbers and n not in stored]
        if missing:
            yield _gap(name, missing)


def _numbers(serials: Sequence[str]) -> dict[str, tuple[str, set[int]]]:
    """Return the numbers of each series, with its name, by the series as it is compared."""
    plainly: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    found: dict[str, tuple[str, set[int]]] = {}
    usual = _USUAL.fullmatch
    for serial in serials:
        if not serial:
            continue
        if (match := usual(serial)) is not None:
            before, number, between, year = match.groups("")
            plainly[before, between, year].append(number)
        elif (other := in_series(serial)) is not None:
            _series(found, other[0]).add(other[1])
    for (before, between, year), numbers in plainly.items():
        _series(found, f"{before}{_PLACE}{between}{year}").update(map(int, numbers))
    return found


def _series(found: dict[str, tuple[str, set[int]]], name: str) -> set[int]:
    return found.setdefault(swedish_key(name.replace(" ", ""))[0], (name, set()))[1]


def _gap(series: str, missing: Sequence[int]) -> RowFinding:
    ranges = number_ranges(missing).split(", ")
    said = ", ".join(ranges[:_SHOWN]) + (
        f" och {len(ranges) - _SHOWN} luckor till" if len(ranges) > _SHOWN else ""
    )
    where = "löpnummer" if series == _PLACE else f"serien {series}"
    message = f"Nummer {said} saknas i {where}."
    return RowFinding("series_gap", Severity.WARN, message, "praxis", "serial")
