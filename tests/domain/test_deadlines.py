"""Holidays, time limits and the board of what is due (law.md 25, 29, 31–33)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namndstod.domain.calendar_days import (
    easter_sunday,
    eves,
    is_working_day,
    next_working_day,
    public_holidays,
)
from namndstod.domain.deadlines import (
    DueKind,
    Watched,
    appeal_period,
    approval_deadline,
    approval_limit,
    board,
    call_by,
    came_down_early,
    notice_limit,
    unposted,
)
from namndstod.domain.proceedings import Assignment, Notice
from namndstod.domain.records import Customs, Meeting, MeetingState

DAYS = st.dates(date(1990, 1, 1), date(2150, 12, 31))


def d(text: str) -> date:
    return date.fromisoformat(text)


# --- the calendar ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "easter",
    [
        "1999-04-04",
        "2000-04-23",
        "2008-03-23",
        "2019-04-21",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2030-04-21",
        "2038-04-25",
        "2049-04-18",
    ],
)
def test_easter(easter: str) -> None:
    assert easter_sunday(d(easter).year) == d(easter)


def test_the_holidays_of_2026() -> None:
    assert {day.isoformat(): name for day, name in sorted(public_holidays(2026).items())} == {
        "2026-01-01": "nyårsdagen",
        "2026-01-06": "trettondedag jul",
        "2026-04-03": "långfredagen",
        "2026-04-05": "påskdagen",
        "2026-04-06": "annandag påsk",
        "2026-05-01": "1 maj",
        "2026-05-14": "Kristi himmelsfärdsdag",
        "2026-05-24": "pingstdagen",
        "2026-06-06": "Sveriges nationaldag",
        "2026-06-20": "midsommardagen",
        "2026-10-31": "alla helgons dag",
        "2026-12-25": "juldagen",
        "2026-12-26": "annandag jul",
    }
    assert sorted(eves(2026)) == [d("2026-06-19"), d("2026-12-24"), d("2026-12-31")]


def test_the_national_day_took_the_place_of_whit_monday_in_2005() -> None:
    assert not is_working_day(d("2004-05-31"))
    assert is_working_day(d("2005-05-16"))
    assert not is_working_day(d("2005-06-06"))


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2026-01-05", True),
        ("2026-04-02", True),
        ("2026-04-04", False),
        ("2026-06-19", False),
        ("2025-12-31", False),
        ("2026-10-30", True),
        ("2026-05-15", True),
        ("2026-05-17", False),
    ],
)
def test_trettondagsafton_and_skartorsdag_are_working_days(day: str, working: bool) -> None:
    assert is_working_day(d(day)) is working


@given(st.integers(1990, 2150))
def test_moving_holidays_stand_where_they_should(year: int) -> None:
    named = {name: day for day, name in public_holidays(year).items()}
    assert named["påskdagen"].weekday() == 6
    assert date(year, 3, 22) <= named["påskdagen"] <= date(year, 4, 25)
    assert named["Kristi himmelsfärdsdag"].weekday() == 3
    assert date(year, 6, 20) <= named["midsommardagen"] <= date(year, 6, 26)
    assert date(year, 10, 31) <= named["alla helgons dag"] <= date(year, 11, 6)
    assert {named["midsommardagen"].weekday(), named["alla helgons dag"].weekday()} == {5}
    assert not any(is_working_day(day) for day in (*public_holidays(year), *eves(year)))


@given(DAYS)
def test_a_limit_ends_on_a_working_day_and_nothing_lies_between(day: date) -> None:
    moved = next_working_day(day)
    assert is_working_day(moved)
    assert day <= moved <= day + timedelta(days=5)
    assert not any(is_working_day(day + timedelta(days=n)) for n in range((moved - day).days))


@given(DAYS)
def test_no_limit_ends_on_a_day_off_and_none_is_shortened(day: date) -> None:
    period = appeal_period(day)
    for planned, last in (
        (day + timedelta(days=14), approval_limit(day, 14).last),
        (day + timedelta(days=2), notice_limit(day).last),
        (day + timedelta(days=21), period.last),
    ):
        assert is_working_day(last)
        assert last >= planned
        assert (last == planned) is is_working_day(planned)
    assert period.legal_force == period.may_come_down == period.last + timedelta(days=1)


# --- the limits --------------------------------------------------------------------------------------


def test_justering_in_december_is_moved_and_planned_by_the_earlier_day() -> None:
    until = approval_limit(d("2025-12-12"), 14)
    assert (until.planned, until.last, until.moved) == (d("2025-12-26"), d("2025-12-29"), True)
    assert approval_deadline(d("2025-12-12"), 14) == d("2025-12-26")
    assert not approval_limit(d("2026-03-12"), 14).moved


def test_the_notice_after_easter() -> None:
    until = notice_limit(d("2026-04-02"))
    assert (until.planned, until.last) == (d("2026-04-04"), d("2026-04-07"))
    assert notice_limit(d("2026-03-10")).last == d("2026-03-12")


@pytest.mark.parametrize(
    ("posted", "last", "legal_force"),
    [
        ("2020-03-02", "2020-03-23", "2020-03-24"),
        ("2025-12-03", "2025-12-29", "2025-12-30"),
        ("2025-12-10", "2026-01-02", "2026-01-03"),
        ("2025-12-15", "2026-01-05", "2026-01-06"),
        ("2026-03-13", "2026-04-07", "2026-04-08"),
        ("2026-04-23", "2026-05-15", "2026-05-16"),
        ("2026-05-29", "2026-06-22", "2026-06-23"),
    ],
)
def test_the_appeal_period(posted: str, last: str, legal_force: str) -> None:
    period = appeal_period(d(posted))
    assert (period.last, period.legal_force) == (d(last), d(legal_force))


def test_the_call_goes_out_so_many_days_before() -> None:
    assert call_by(d("2026-03-12"), 7) == d("2026-03-05")


# --- the board ---------------------------------------------------------------------------------------

TODAY = d("2026-03-20")


def meeting(state: MeetingState, day: str = "2026-03-12", **fields: object) -> Meeting:
    return Meeting(id=f"{state}-{day}", body_id="b", day=d(day), state=state, **fields)  # type: ignore[arg-type]


def notice(posted: str, taken_down: str | None = None, *sections: str) -> Notice:
    down = d(taken_down) if taken_down else None
    return Notice(id="n", meeting_id="m", sections=sections, posted=d(posted), taken_down=down)


def due(
    one: Meeting,
    *notices: Notice,
    today: date = TODAY,
    assignments: tuple[Assignment, ...] = (),
    immediate: tuple[tuple[str, date], ...] = (),
) -> list[tuple[str, str]]:
    watched = Watched(one, "Skärgårdsnämnden", Customs(), notices, assignments, immediate)
    return [(found.kind.value, found.day.isoformat()) for found in board([watched], today)]


def test_what_is_due_follows_the_meeting() -> None:
    assert due(meeting(MeetingState.PLANNED, "2026-04-10")) == [("call", "2026-04-03")]
    assert due(meeting(MeetingState.CALLED, "2026-04-10")) == [("hold", "2026-04-10")]
    assert due(meeting(MeetingState.OPEN)) == []
    assert due(meeting(MeetingState.CLOSED)) == [("approve", "2026-03-26")]
    assert due(meeting(MeetingState.CANCELLED, "2026-04-10")) == []
    assert due(meeting(MeetingState.PLANNED, "2026-03-01")) == []


def test_an_anslag_is_due_until_it_is_up_and_comes_down_again() -> None:
    justerat = meeting(MeetingState.APPROVED, approval_date=d("2026-03-18"))
    assert due(justerat) == [("post", "2026-03-20")]
    up = notice("2026-03-19")
    assert due(justerat, up) == [("take_down", "2026-04-10"), ("legal_force", "2026-04-10")]
    down = notice("2026-03-19", "2026-04-10")
    assert due(justerat, down) == [("legal_force", "2026-04-10")]
    assert due(justerat, down, today=d("2026-04-11")) == []
    early = notice("2026-03-19", "2026-04-09")
    assert came_down_early(early)
    assert not came_down_early(down)
    assert due(justerat, early) == [("post", "2026-03-20")]
    assert due(justerat, today=d("2026-09-01")) == []  # too long ago to nag about on Översikt


def test_the_board_tells_the_moved_day_beside_the_planned_one() -> None:
    watched = Watched(meeting(MeetingState.CLOSED, "2025-12-12"), "Nämnden", Customs())
    (found,) = board([watched], d("2025-12-20"))
    assert (found.day, found.last) == (d("2025-12-26"), d("2025-12-29"))


def test_immediate_sections_have_an_anslag_of_their_own() -> None:
    opened = meeting(MeetingState.OPEN)
    day = d("2026-03-12")
    own = (("s2", day), ("s3", day))
    assert due(opened, immediate=own) == [("post", "2026-03-16")]
    assert unposted(opened, own, [notice("2026-03-13", None, "s2")]) == ((("s3",), day),)
    both = notice("2026-03-13", None, "s2", "s3")
    assert due(opened, both, immediate=own) == [("take_down", "2026-04-08"), ("legal_force", "2026-04-08")]
    justerat = meeting(MeetingState.APPROVED, approval_date=d("2026-03-18"))
    assert due(justerat, both, immediate=own)[0] == ("post", "2026-03-20")


def test_an_assignment_is_watched_until_it_is_done() -> None:
    task = Assignment(
        id="a", section_id="s", position=1, to="Förvaltningen", what="utreda", due=d("2026-05-01")
    )
    done = Assignment(
        id="b", section_id="s", position=2, to="", what="x", due=d("2026-05-01"), done=d("2026-04-01")
    )
    assert due(meeting(MeetingState.OPEN), assignments=(task, done)) == [("assignment", "2026-05-01")]


def test_the_earliest_day_comes_first() -> None:
    meetings = [meeting(MeetingState.PLANNED, "2026-06-10"), meeting(MeetingState.CLOSED)]
    found = board([Watched(m, "N", Customs()) for m in meetings], TODAY)
    assert [f.kind for f in found] == [DueKind.APPROVE, DueKind.CALL]
