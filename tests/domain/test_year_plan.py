"""A year of meetings: the rhythm, the days that give way, and what a pasted list says."""

from datetime import date, time

import pytest

from namndstod.domain.year_plan import (
    LAST,
    Monthly,
    Weekly,
    bridge,
    monthly_days,
    next_day,
    obstacle,
    pasted_days,
    plan,
    remarks,
    weekly_days,
)

FRIDAY = 4


def moved(*days: date, held: tuple[date, ...] = (), bridges: bool = True) -> list[date]:
    return [p.day for p in plan([(d, None) for d in days], held, move_bridges=bridges)]


def test_the_second_friday_of_every_month_but_july() -> None:
    days = monthly_days(Monthly(ordinal=2, weekday=FRIDAY, without=frozenset({7})), 2027)
    assert [d.month for d in days] == [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12]
    assert all(d.weekday() == FRIDAY and 8 <= d.day <= 14 for d in days)


def test_a_month_without_a_fifth_such_day_has_none_and_the_last_one_is_always_there() -> None:
    assert [d.month for d in monthly_days(Monthly(ordinal=5, weekday=FRIDAY), 2027)] == [1, 4, 7, 10, 12]
    last = monthly_days(Monthly(ordinal=LAST, weekday=FRIDAY), 2027)
    assert (last[0], last[1], len(last)) == (date(2027, 1, 29), date(2027, 2, 26), 12)


def test_every_third_week_to_the_end_of_the_year() -> None:
    days = weekly_days(Weekly(first=date(2027, 1, 14), weeks=3, without=frozenset({7})))
    assert days[:2] == (date(2027, 1, 14), date(2027, 2, 4))
    assert days[-1] == date(2027, 12, 16)
    assert all(d.month != 7 for d in days)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2028, 4, 14), "långfredagen"),
        (date(2027, 6, 25), "midsommarafton"),
        (date(2027, 12, 24), "julafton"),
        (date(2027, 12, 31), "nyårsafton"),
        (date(2027, 5, 6), "Kristi himmelsfärdsdag"),
        (date(2027, 2, 13), "lördag"),
        (date(2027, 1, 5), ""),  # trettondagsafton is an ordinary day
        (date(2027, 2, 12), ""),
    ],
)
def test_why_nobody_meets_a_day(day: date, why: str) -> None:
    assert obstacle(day) == why


def test_a_single_working_day_between_free_ones_is_a_klamdag() -> None:
    assert bridge(date(2027, 5, 7)) == "klämdag vid Kristi himmelsfärdsdag"
    assert bridge(date(2026, 1, 5)) == "klämdag vid trettondedag jul"
    assert bridge(date(2028, 6, 5)) == "klämdag vid Sveriges nationaldag"  # a Monday
    assert bridge(date(2027, 5, 5)) == ""
    assert bridge(date(2027, 5, 6)) == ""  # the holiday itself
    assert bridge(date(2027, 12, 27)) == ""  # Tuesday is a working day


def test_a_day_that_is_not_free_moves_a_week_within_its_month() -> None:
    (good_friday,) = plan([(date(2028, 4, 14), time(10))], (), move_bridges=True)
    assert (good_friday.day, good_friday.why) == (date(2028, 4, 21), "långfredagen")
    assert good_friday.starts == time(10)
    assert moved(date(2027, 12, 31)) == [date(2027, 12, 17)]  # never into another year, nor julafton
    assert moved(date(2027, 6, 25)) == [date(2027, 6, 18)]  # a week later is July


def test_klamdagar_are_moved_or_left_with_a_remark() -> None:
    day = date(2027, 5, 7)
    assert moved(day) == [date(2027, 5, 14)]
    assert moved(day, bridges=False) == [day]
    assert remarks(day, (), ()) == ("klämdag vid Kristi himmelsfärdsdag",)


def test_nothing_moves_onto_a_day_that_is_used() -> None:
    first, second = date(2028, 4, 14), date(2028, 4, 21)
    assert moved(first, second) == [date(2028, 4, 7), second]
    assert moved(first, held=(second,)) == [date(2028, 4, 7)]


def test_a_day_that_the_body_meets_already_is_left_out_and_not_moved() -> None:
    day = date(2027, 2, 12)
    (taken,) = plan([(day, None)], {day}, move_bridges=True)
    assert taken.taken
    assert taken.day == day
    assert remarks(day, {day}, ()) == ("nämnden har redan ett sammanträde den dagen",)
    assert remarks(date(2027, 2, 10), {day}, ()) == ("nämnden har ett annat sammanträde samma vecka",)
    assert remarks(date(2027, 2, 15), {day}, [date(2027, 2, 15)]) == ("samma dag står två gånger",)


def test_the_next_meeting_is_proposed_for_the_same_weekday_of_the_month_after() -> None:
    assert next_day(date(2027, 2, 12), ()) == date(2027, 3, 12)
    assert next_day(date(2028, 3, 10), ()) == date(2028, 4, 21)  # not långfredagen
    assert next_day(date(2027, 1, 29), ()) == date(2027, 2, 26)  # February has no fifth Friday
    assert next_day(date(2026, 12, 11), ()) == date(2027, 1, 8)


def test_pasted_days_in_all_the_ways_that_swedes_write_them() -> None:
    found = pasted_days(
        "Sammanträdesdagar 2027\n"
        "fredag 12 februari kl. 10\n"
        "ons 10 mars 2027, kl 13.30–16\n"
        "9/4, 14/5 kl 9, 11 juni\n"
        "2027-09-10 10:00–15:00\n"
        "Den 3 dec. 2027\n",
        2027,
    )
    assert found.unclear == ()
    assert found.days == (
        (date(2027, 2, 12), time(10)),
        (date(2027, 3, 10), time(13, 30)),
        (date(2027, 4, 9), None),
        (date(2027, 5, 14), time(9)),
        (date(2027, 6, 11), None),
        (date(2027, 9, 10), time(10)),
        (date(2027, 12, 3), None),
    )


def test_what_is_unclear_in_a_pasted_list_is_said() -> None:
    found = pasted_days("tisdag 15 okt\n31 november\nSal 12\n15/10\n", 2027)
    assert found.days == ((date(2027, 10, 15), None),)
    assert found.unclear == (
        "”tisdag 15 okt”: den 2027-10-15 är en fredag.",
        "”31 november” finns inte i almanackan.",
        "”Sal 12” är inget datum.",
        "2027-10-15 står två gånger.",
    )
