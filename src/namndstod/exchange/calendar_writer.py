"""Calendar files (.ics) that Outlook and other calendars open: iCalendar, RFC 5545."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

_ZONE: Final = "Europe/Stockholm"
_LINE: Final = 75  # octets of a line, its break not counted (3.1)
_USUAL: Final = timedelta(hours=2)  # how long an entry without an end is shown

# Swedish time: the rule of the EU since 1996, which is all a coming year needs (3.6.5).
_TIMEZONE: Final = (
    "BEGIN:VTIMEZONE",
    f"TZID:{_ZONE}",
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "END:STANDARD",
    "END:VTIMEZONE",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """An entry: local Swedish times, or a whole day without `starts`.

    A calendar that takes the file in again replaces entries with the same `uid` when `revision` is higher.
    """

    uid: str
    summary: str
    day: date
    starts: time | None = None
    ends: time | None = None
    place: str = ""
    description: str = ""
    revision: int = 0


def write_calendar(entries: Iterable[CalendarEntry], name: str, now: datetime) -> bytes:
    """Return a calendar called `name`; `now` (aware) is when it was made."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Nämndstöd//Sammanträden//SV", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", f"X-WR-CALNAME:{_text(name)}", *_TIMEZONE]
    for entry in entries:
        lines += _entry(entry, f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _entry(entry: CalendarEntry, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.uid)}"
    yield f"DTSTAMP:{stamp}"
    yield f"SEQUENCE:{entry.revision}"
    if entry.starts is None:
        yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}"
        yield "TRANSP:TRANSPARENT"  # a day to remember takes no time
    else:
        starts = datetime.combine(entry.day, entry.starts)
        ends = datetime.combine(entry.day, entry.ends) if entry.ends else starts + _USUAL
        yield f"DTSTART;TZID={_ZONE}:{starts:%Y%m%dT%H%M%S}"
        yield f"DTEND;TZID={_ZONE}:{ends:%Y%m%dT%H%M%S}"
    yield f"SUMMARY:{_text(entry.summary)}"
    if entry.place:
        yield f"LOCATION:{_text(entry.place)}"
    if entry.description:
        yield f"DESCRIPTION:{_text(entry.description)}"
    yield "END:VEVENT"


def _text(value: str) -> str:
    """Return a TEXT value (3.3.11)."""
    value = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(value.replace("\u00a0", " ").splitlines())


def _folded(line: str) -> bytes:
    """Return a content line with its break, folded without cutting a letter in two."""
    parts: list[bytes] = [b""]
    for letter in line:
        encoded = letter.encode("utf-8")
        if len(parts[-1]) + len(encoded) > _LINE - (len(parts) > 1):
            parts.append(b"")
        parts[-1] += encoded
    return b"\r\n ".join(parts) + b"\r\n"
