"""Calendar files (RFC 5545) and dates as text."""

from datetime import UTC, date, datetime, time

from namndstod.exchange.calendar_writer import CalendarEntry, write_calendar
from namndstod.services.calendars import calendar_of, dates_as_text
from namndstod.services.commands.meetings import CancelMeeting
from namndstod.services.commands.planning import PlanYear, YearMeeting
from namndstod.services.reading import meetings

from .helpers import House

NOW = datetime(2026, 11, 1, 8, 30, tzinfo=UTC)


def unfolded(data: bytes) -> list[str]:
    return data.decode("utf-8").replace("\r\n ", "").split("\r\n")


def test_lines_are_folded_at_75_octets_and_texts_escaped() -> None:
    long = "Sal Åfjärden, Östra flygeln; plan 3\\B " * 4
    data = write_calendar(
        [CalendarEntry(uid="a@b", summary=long, day=date(2027, 2, 12), description="Ett.\nTvå.")], "N", NOW
    )
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    escaped = long.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    lines = unfolded(data)
    assert f"SUMMARY:{escaped}" in lines
    assert "DESCRIPTION:Ett.\\nTvå." in lines
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert "DTSTAMP:20261101T083000Z" in lines
    assert {"DTSTART;VALUE=DATE:20270212", "DTEND;VALUE=DATE:20270213"} <= set(lines)


def test_a_years_meetings_become_a_calendar_that_can_be_taken_in_again(house: House) -> None:
    year = (
        YearMeeting(date(2027, 2, 12), time(10), time(15), "Sal Fyren"),
        YearMeeting(date(2027, 7, 9), time(9)),
        YearMeeting(date(2027, 3, 12), time(10)),
    )
    house.session.do(PlanYear(house.body_id, year))
    off = next(s for s in house.session.ask(meetings) if s.meeting.day.month == 3)
    house.session.do(CancelMeeting(off.meeting.id))
    chosen = house.session.ask(meetings)
    with house.session.reading() as reader:
        lines = unfolded(calendar_of(reader, chosen, NOW))
        whole = unfolded(calendar_of(reader, chosen, NOW, deadlines=True))
        text = dates_as_text(reader, chosen)
    assert lines.count("BEGIN:VEVENT") == 2  # not the one called off
    assert "DTSTART;TZID=Europe/Stockholm:20270212T100000" in lines
    assert "DTEND;TZID=Europe/Stockholm:20270212T150000" in lines
    assert "DTEND;TZID=Europe/Stockholm:20270709T110000" in lines
    assert "SUMMARY:Regional skärgårdsnämnd: sammanträde" in lines
    assert "LOCATION:Sal Fyren" in lines
    first = next(s.meeting for s in chosen if s.meeting.day.month == 2)
    assert f"UID:{first.id}@namndstod" in lines
    assert whole.count("BEGIN:VEVENT") == 6
    assert {"DTSTART;VALUE=DATE:20270205", "DTSTART;VALUE=DATE:20270226"} <= set(whole)
    assert text.replace("\u00a0", " ") == (
        "Regional skärgårdsnämnd\n"
        "fredag 12 februari 2027 kl. 10.00–15.00, Sal Fyren\n"
        "fredag 9 juli 2027 kl. 09.00, Sal Fyren"
    )
