"""A body's year of meetings: how often it meets, which days that gives, and which of them must give way."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final

from .calendar_days import eves, is_working_day, public_holidays
from .swedish import MONTHS, WEEKDAYS

LAST: Final = -1
"""The ordinal of «sista fredagen»."""
_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(weeks=1)
_FRIDAY: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Monthly:
    """«Andra fredagen varje månad utom juli»: `ordinal` 1–5 or LAST, `weekday` 0 = Monday."""

    ordinal: int
    weekday: int
    without: frozenset[int] = frozenset()  # months, 1–12


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekly:
    """«Var tredje vecka från den 14 januari», to the end of that day's year."""

    first: date
    weeks: int = 1
    without: frozenset[int] = frozenset()  # months, 1–12


def monthly_days(rhythm: Monthly, year: int) -> tuple[date, ...]:
    """Return the days of the year, in order; a month without a fifth such weekday has none."""
    months = (m for m in range(1, 13) if m not in rhythm.without)
    found = (_nth(year, month, rhythm.weekday, rhythm.ordinal) for month in months)
    return tuple(day for day in found if day is not None)


def weekly_days(rhythm: Weekly) -> tuple[date, ...]:
    """Return the days from the first one to the end of its year."""
    step = rhythm.weeks * _WEEK
    last = date(rhythm.first.year, 12, 31)
    days = (rhythm.first + n * step for n in range((last - rhythm.first) // step + 1))
    return tuple(day for day in days if day.month not in rhythm.without)


def _nth(year: int, month: int, weekday: int, ordinal: int) -> date | None:
    first = date(year, month, 1)
    days = [first + timedelta(days=(weekday - first.weekday()) % 7)]
    while (later := days[-1] + _WEEK).month == month:
        days.append(later)
    if ordinal == LAST:
        return days[-1]
    return days[ordinal - 1] if ordinal <= len(days) else None


def next_day(last: date, held: Collection[date]) -> date:
    """Propose the day after a meeting on `last`: the same weekday of the month after, on a free day."""
    year, month = divmod(last.year * 12 + last.month, 12)
    ordinal = (last.day - 1) // 7 + 1
    wanted = _nth(year, month + 1, last.weekday(), ordinal) or _nth(year, month + 1, last.weekday(), LAST)
    assert wanted is not None  # every month has a last one
    return plan([(wanted, None)], set(held) - {wanted}, move_bridges=True)[0].day


# --- days that give way --------------------------------------------------------------------------------


def obstacle(day: date) -> str:
    """Say why nobody meets that day: «långfredagen», «midsommarafton», «lördag»; nothing when it is free."""
    if name := public_holidays(day.year).get(day) or eves(day.year).get(day):
        return name
    return "" if is_working_day(day) else WEEKDAYS[day.weekday()]


def bridge(day: date) -> str:
    """Say whether it is a klämdag, a single working day between free ones, and at which holiday."""
    around = sorted((day - _DAY, day + _DAY), key=lambda d: d.weekday() > _FRIDAY)
    if not is_working_day(day) or any(map(is_working_day, around)):
        return ""
    return f"klämdag vid {obstacle(around[0])}"


@dataclass(frozen=True, slots=True)
class PlanDay:
    """A day of the plan: `wanted` by the rhythm, `day` what is proposed, `why` it was moved («långfredagen»).

    `taken`: the body meets that day already, so it is left out until a person says otherwise.
    """

    wanted: date
    day: date
    why: str = ""
    taken: bool = False
    starts: time | None = None  # a time of its own, where one was pasted


def plan(
    wanted: Iterable[tuple[date, time | None]], held: Collection[date], *, move_bridges: bool
) -> tuple[PlanDay, ...]:
    """Return a plan of the wanted days, earliest first, where those that are not free are moved.

    `held` are the days on which the body has a meeting already. A day is moved by a week or two to the same
    weekday, within the month if it can be, and where none is free to the nearest day that is.
    """
    days = sorted(dict(wanted).items())
    used = set(held) | {day for day, _ in days}
    found = []
    for day, starts in days:
        why = obstacle(day) or (bridge(day) if move_bridges else "")
        if day in held or not why:
            found.append(PlanDay(day, day, taken=day in held, starts=starts))
            continue
        free = next(d for d in _instead(day) if d not in used and not obstacle(d) and not bridge(d))
        used.add(free)
        found.append(PlanDay(day, free, why, starts=starts))
    return tuple(found)


def as_pasted(wanted: Iterable[tuple[date, time | None]], held: Collection[date]) -> tuple[PlanDay, ...]:
    """Return a plan of days that a person has decided: none is moved."""
    return tuple(
        PlanDay(day, day, taken=day in held, starts=starts) for day, starts in sorted(dict(wanted).items())
    )


def _instead(day: date) -> Iterator[date]:
    """Days to move to, the best one first: never out of the year."""
    weeks = sorted((day + n * _WEEK for n in (1, -1, 2, -2)), key=lambda d: d.month != day.month)
    near = (day + sign * n * _DAY for n in range(1, 366) for sign in (-1, 1))
    yield from (d for d in (*weeks, *near) if d.year == day.year)


def remarks(day: date, held: Collection[date], others: Sequence[date]) -> tuple[str, ...]:
    """Say what there is to know of a day in the plan; `others` are the plan's other days."""
    said = [text for text in (obstacle(day), bridge(day)) if text]
    if day in held:
        said.insert(0, "nämnden har redan ett sammanträde den dagen")
    elif any(abs(day - d) < timedelta(days=5) and _week(d) == _week(day) for d in held):
        said.append("nämnden har ett annat sammanträde samma vecka")
    if day in others:
        said.insert(0, "samma dag står två gånger")
    return tuple(said)


def _week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]


# --- pasted days ---------------------------------------------------------------------------------------

_MONTH_WORD = "|".join(f"{m[:3]}[a-zé]*" for m in MONTHS)
_DATE = re.compile(
    rf"""(?:\b(?P<weekday>m[åa]n|tis|ons|tor|fre|l[öo]r|s[öo]n)[a-zåäö]*\.?\s+)?(?:den\s+)?
    (?: (?P<iso>\d{{4}})-?(?P<iso_m>\d{{2}})-?(?P<iso_d>\d{{2}})
      | (?P<d>\d{{1,2}})\s*(?:/\s*(?P<m>\d{{1,2}})|\.?\s*(?P<word>{_MONTH_WORD})\b\.?)
        (?:[\s,/.-]*(?P<y>(?:19|20)\d{{2}})\b(?![.:]\d))? )(?!\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_CLOCK = re.compile(
    r"(?:\bkl\.?\s*(\d{1,2})(?:[.:](\d{2}))?|(?<![\d/.])(\d{1,2})[.:](\d{2}))(?!\d)", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SHORT_DAYS = ("mån", "tis", "ons", "tor", "fre", "lör", "sön")


@dataclass(frozen=True, slots=True)
class PastedDays:
    """Days with the time that stands on their line, and Swedish sentences on what was not understood."""

    days: tuple[tuple[date, time | None], ...]
    unclear: tuple[str, ...]


def pasted_days(text: str, year: int) -> PastedDays:
    """Return the days that a text names: 2027-02-12, 12/2, 12 feb, fredag 12 februari kl. 10.

    A day without a year is one of `year`. A weekday that is not that day's is said and the day kept.
    """
    days: dict[date, time | None] = {}
    unclear: list[str] = []
    for line in text.replace("\u2011", "-").replace("\u00a0", " ").splitlines():
        found = list(_DATE.finditer(line))
        if not found and re.search(r"\d", _YEAR.sub("", line)):
            unclear.append(f"”{line.strip()}” är inget datum.")
        for number, match in enumerate(found, 1):
            end = found[number].start() if number < len(found) else len(line)
            day = _date(match, year)
            if day is None:
                unclear.append(f"”{match[0].strip()}” finns inte i almanackan.")
                continue
            if (named := match["weekday"]) and not _is_weekday(day, named):
                unclear.append(
                    f"”{match[0].strip()}”: den {day.isoformat()} är en {WEEKDAYS[day.weekday()]}."
                )
            if day in days:
                unclear.append(f"{day.isoformat()} står två gånger.")
            days[day] = days.get(day) or _clock(line[match.end() : end])
    return PastedDays(tuple(sorted(days.items())), tuple(unclear))


def _date(match: re.Match[str], year: int) -> date | None:
    try:
        if match["iso"]:
            return date(int(match["iso"]), int(match["iso_m"]), int(match["iso_d"]))
        word = (match["word"] or "").casefold()
        month = int(match["m"]) if match["m"] else _month(word)
        return date(int(match["y"] or year), month, int(match["d"]))
    except ValueError:
        return None


def _month(word: str) -> int:
    """Return the month that a word begins («feb», «sept»). Raises ValueError for another word."""
    found = [n for n, name in enumerate(MONTHS, 1) if name.startswith(word)]
    if len(found) != 1:
        raise ValueError(word)
    return found[0]


def _is_weekday(day: date, named: str) -> bool:
    short = _SHORT_DAYS[day.weekday()]
    return named.casefold() in (short, short.replace("å", "a").replace("ö", "o"))


def _clock(text: str) -> time | None:
    found = _CLOCK.search(text)
    if found is None:
        return None
    hour, minute = int(found[1] or found[3]), int(found[2] or found[4] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
