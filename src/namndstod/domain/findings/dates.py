"""Rules about days: that they come in order, and are of the right year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from ..records import TextRole
from ..swedish import iso_date, long_date
from ..view import MeetingView
from .finding import Finding, Place, Severity, Step
from .written import item_name, written

_YEAR = re.compile(r"(?:19|20)\d\d")
_ISO = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_LATEST = re.compile(r"\bsenast(?: den)?\s*$", re.IGNORECASE)
_DECIDING = (TextRole.PROPOSAL, TextRole.DECISION)
_A_PM_BEFORE = timedelta(days=90)  # a FöredragningsPM is written not longer than this before its meeting
_A_YEAR_OFF = timedelta(days=270)


def period_reversed(view: MeetingView, today: date) -> Iterator[Finding]:
    """A period begins before it ends."""
    said: set[tuple[str, str]] = set()
    for text in written(view):
        for words in (w for t in text.texts if (w := _reversed(t))):
            if (text.owner, words) in said:
                continue  # the decision is as the proposal was
            said.add((text.owner, words))
            yield Finding(
                "period_reversed",
                Severity.WARN,
                text.place,
                f"{text.name}: perioden {words} slutar innan den börjar.",
                "praxis",
            )


def wrong_year(view: MeetingView, today: date) -> Iterator[Finding]:
    """A heading or att-sats does not mean last year when it sets a last day, or names the meeting's own."""
    day, said = view.meeting.day, set[tuple[str, date]]()
    named: list[tuple[Place, str, str, tuple[str, ...]]] = []
    for item in () if view.held else view.items:
        place = Place(Step.CALL, item_id=item.item.id, field="title")
        named.append((place, item_name(item), item.item.id, (item.item.title,)))
    named += [(t.place, t.name, t.owner, tuple(t.texts)) for t in written(view) if t.role in _DECIDING]
    for place, name, owner, texts in named:
        for slip in (s for t in texts for s in _slips(t, day)):
            if (owner, slip) in said:
                continue
            said.add((owner, slip))
            yield Finding(
                "wrong_year",
                Severity.WARN if not view.held else Severity.INFORM,
                place,
                f"{name}: {iso_date(slip)} är före sammanträdet. Ska det vara {day.year}?",
                "praxis",
                subject=f"{owner}:{slip.isoformat()}",
            )


def memorandum_day(view: MeetingView, today: date) -> Iterator[Finding]:
    """A FöredragningsPM is written before its meeting, and not a year before."""
    if view.held:
        return
    day = view.meeting.day
    for item in view.items:
        own = item.memorandum.day if item.memorandum is not None else None
        if own is None:
            continue
        if own > day:
            told = f"är daterat {iso_date(own)}, efter sammanträdet."
        elif day - own > _A_YEAR_OFF and timedelta() <= day - _next_year(own) <= _A_PM_BEFORE:
            told = f"är daterat {iso_date(own)}. Ska det vara {own.year + 1}?"
        else:
            continue
        yield Finding(
            "memorandum_day",
            Severity.WARN,
            Place(Step.PAPERS, item_id=item.item.id, field="day"),
            f"{item_name(item)}: FöredragningsPM {told}",
            "praxis",
        )


def decided_after_meeting(view: MeetingView, today: date) -> Iterator[Finding]:
    """What is reported as decided by delegation was decided before the meeting (KL 6 kap. 40 §)."""
    for item in view.items:
        late = [d for d in item.delegated if d.decided_on is not None and d.decided_on > view.meeting.day]
        if late:
            numbers = ", ".join(d.diary_number or d.recipient or "utan diarienummer" for d in late)
            yield Finding(
                "decided_after_meeting",
                Severity.WARN,
                Place(Step.PAPERS, item_id=item.item.id),
                f"{item_name(item)}: delegationsbeslut efter sammanträdet {long_date(view.meeting.day)}: "
                f"{numbers}.",
                "KL 6 kap. 40 §",
            )


@lru_cache(maxsize=4000)
def _reversed(text: str) -> str:
    """Return the period of a text that ends before it begins, as two days, or nothing."""
    years = _YEAR.findall(text)
    if all(one < other for one, other in pairwise(years)) or _iso_in_order(text, len(years)):
        return ""
    from ..intake.values import period_in

    period = period_in(text)
    if period is None or period.start is None or period.end is None or period.start <= period.end:
        return ""
    return f"{iso_date(period.start)} – {iso_date(period.end)}"


@lru_cache(maxsize=4000)
def _slips(text: str, meeting: date) -> tuple[date, ...]:
    """Return the days of the year before that a text likely means a year later."""
    if str(meeting.year - 1) not in text:
        return ()
    from ..intake.values import days_said

    return tuple(
        said.day
        for said in days_said(text)
        if said.day.year == meeting.year - 1
        and (
            _next_year(said.day) == meeting
            or (_LATEST.search(text, 0, said.start) and _next_year(said.day) >= meeting)
        )
    )


def _iso_in_order(text: str, years: int) -> bool:
    days = _ISO.findall(text)
    return len(days) == years and all(one <= other for one, other in pairwise(days))


def _next_year(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)
