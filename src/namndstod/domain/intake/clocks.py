"""Clock times as papers write them: «kl. 10.00–15.00», «13:00», «klockan 9 till 11.30»."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import time
from typing import Final, NamedTuple

from .values import days_said

_HOUR: Final = r"(?:[01]?\d|2[0-3])"
_CLOCK: Final = rf"{_HOUR}[.:][0-5]\d"
_SPAN: Final = re.compile(
    rf"(?<![\d.:/])(?:(?:kl\.?|klockan)\s*)?(?P<start>{_CLOCK})(?![.:/]?\d)"
    rf"(?:\s*(?:[-–—]|till|–\s*ca\.?|-\s*ca\.?|–\s*cirka|till\s+cirka|till\s+ca\.?)\s*(?:(?:kl\.?|klockan)\s*)?"
    rf"(?P<end>{_CLOCK}|{_HOUR})(?![.:/]?\d))?"
    rf"|\b(?:kl\.?|klockan)\s*(?P<hour>{_HOUR})(?![.:/]?\d)"
    rf"(?:\s*(?:[-–—]|till)\s*(?:(?:kl\.?|klockan)\s*)?(?P<until>{_CLOCK}|{_HOUR})(?![.:/]?\d))?",
    re.IGNORECASE,
)


class SaidClock(NamedTuple):
    """A time or a span that a text gives, and where its words stand in it."""

    start: time
    end: time | None
    at: int
    until: int


def clocks_in(text: str) -> tuple[SaidClock, ...]:
    """Return the times that a text gives, in its order; parts of days are none."""
    days = [(said.start, said.end) for said in days_said(text)]  # in order, none over another
    starts = [start for start, _ in days]
    return tuple(
        SaidClock(_time(found["start"] or found["hour"]), _end(found), found.start(), found.end())
        for found in _SPAN.finditer(text)
        if not ((before := bisect_left(starts, found.end())) and found.start() < days[before - 1][1])
    )


def _end(found: re.Match[str]) -> time | None:
    written = found["end"] or found["until"]
    return _time(written) if written else None


def _time(written: str) -> time:
    hour, _, minute = written.replace(":", ".").partition(".")
    return time(int(hour), int(minute or 0))
