"""The dates of meetings out of the program: as a calendar file, and as text to paste."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from namndstod.domain.deadlines import approval_deadline, call_by
from namndstod.domain.records import BodyTerm, MeetingState
from namndstod.domain.swedish import clock_span, long_date, weekday_date
from namndstod.storage.store import Reader

from .reading import MeetingSummary
from .terms import all_terms

Terms = Callable[[str, date], BodyTerm]


def calendar_of(
    reader: Reader, chosen: Sequence[MeetingSummary], now: datetime, *, deadlines: bool = False
) -> bytes:
    """Return the meetings as a calendar (.ics); those called off are left out.

    With `deadlines`, the last days of kallelse and justering are entries of their own, of whole days.
    """
    from namndstod.exchange.calendar_writer import CalendarEntry, write_calendar

    terms = all_terms(reader)
    entries = []
    for summary in _held(chosen):
        meeting, name = summary.meeting, summary.body_name
        customs = terms(meeting.body_id, meeting.day).customs
        entries.append(
            CalendarEntry(
                uid=f"{meeting.id}@namndstod",
                summary=f"{name}: sammanträde",
                day=meeting.day,
                starts=meeting.starts,
                ends=meeting.ends,
                place=meeting.place,
                description=_dates(summary, terms),
                revision=meeting.version,
            )
        )
        days = (
            ("kallelse", call_by(meeting.day, customs.notice_days), "sista dag för kallelsen"),
            ("justering", approval_deadline(meeting.day, customs.approval_days), "sista dag att justera"),
        )
        for key, day, what in days if deadlines else ():
            entries.append(
                CalendarEntry(
                    uid=f"{meeting.id}-{key}@namndstod",
                    summary=f"{name}: {what}",
                    day=day,
                    description=f"Sammanträdet {long_date(meeting.day)}.",
                    revision=meeting.version,
                )
            )
    bodies = dict.fromkeys(s.body_name for s in chosen)
    return write_calendar(entries, ", ".join(bodies) or "Sammanträden", now)


def dates_as_text(reader: Reader, chosen: Sequence[MeetingSummary]) -> str:
    """Return the meetings as lines to paste into a letter or a web page, under the name of each body."""
    lines: list[str] = []
    held = sorted(_held(chosen), key=lambda s: (s.body_name, s.meeting.day))
    for number, summary in enumerate(held):
        if number == 0 or held[number - 1].body_name != summary.body_name:
            lines += ["", summary.body_name] if lines else [summary.body_name]
        meeting = summary.meeting
        span = clock_span(meeting.starts, meeting.ends)
        lines.append(", ".join(filter(None, (f"{weekday_date(meeting.day)} {span}".strip(), meeting.place))))
    return "\n".join(lines)


def _held(chosen: Sequence[MeetingSummary]) -> list[MeetingSummary]:
    found = [s for s in chosen if s.meeting.state is not MeetingState.CANCELLED]
    return sorted(found, key=lambda s: (s.meeting.day, s.body_name))


def _dates(summary: MeetingSummary, terms: Terms) -> str:
    meeting = summary.meeting
    customs = terms(meeting.body_id, meeting.day).customs
    call = long_date(call_by(meeting.day, customs.notice_days))
    approval = long_date(approval_deadline(meeting.day, customs.approval_days))
    return f"Kallelsen går ut senast {call}.\nProtokollet justeras senast {approval}."
