"""Days, amounts, shares, periods and diary numbers in texts."""

from datetime import date

import pytest

from namndstod.domain.intake.found import FoundPeriod
from namndstod.domain.intake.values import (
    amounts_in,
    day_in,
    days_in,
    diary_number_after_label,
    diary_numbers_in,
    is_diary_number,
    percents_in,
    period_in,
    share_in,
)


@pytest.mark.parametrize(
    "text",
    [
        "2020-02-14",
        "2020\u201102\u201114",
        "den 14 februari 2020",
        "fredag 14\u00a0februari 2020 kl. 10",
        "14 feb. 2020",
        "14/2 2020",
        "14/2-2020",
        "14.2.2020",
        "2020.02.14",
        "Datum: 2020–02–14",
    ],
)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert day_in(text) == date(2020, 2, 14)


@pytest.mark.parametrize(
    "text", ["2020-02-30", "14 februari", "kl. 10.00–12.00", "2020-02", "19RS9565", "2020-02-141", ""]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert days_in(text) == ()


def test_two_days_are_not_one() -> None:
    assert day_in("2020-02-14 eller 2020-02-15") is None
    assert days_in("2020-02-14 eller den 15 mars 2020") == (date(2020, 2, 14), date(2020, 3, 15))


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("dock högst 4 111 981 kronor för", (4_111_981,)),
        ("högst 137\u00a0725\u00a0kr, för", (137_725,)),
        ("under 2020 200 000 kronor", (200_000,)),
        ("500 tkr och 1,5 miljoner kronor", (500_000, 1_500_000)),
        ("2–3 mnkr", (2_000_000, 3_000_000)),
        ("1.250.000 kr", (1_250_000,)),
        ("kostar 1200:-", (1200,)),
        ("200 000 kronor, varav 200 000 kronor i år", (200_000,)),
        ("1 250,50 kronor", (1251,)),
        ("§ 83, 12 personer och 42 procent", ()),
        ("15 kronofogdar", ()),
    ],
)
def test_amounts_have_a_unit(text: str, amounts: tuple[int, ...]) -> None:
    assert amounts_in(text) == amounts


def test_a_share_is_of_something() -> None:
    assert share_in("beviljas 42 procent av projektets kostnader. Andelen ökar 5 procent.") == 42
    assert share_in("högst 37,5 % (delvis) av de bokförda kostnaderna") == 37.5
    assert share_in("50 % av kostnaderna eller 40 % av lönerna") is None
    assert percents_in("5 % i år, 7,5 procent sedan") == (5.0, 7.5)


@pytest.mark.parametrize(
    "text",
    [
        "får påbörjas tidigast 2023-03-01 och avslutas senast 2024-02-29 samt",
        "avser perioden 2023-03-01—2024-02-29.",
        "under tiden 1 mars 2023 – 29 februari 2024",
        "från och med den 1 mars 2023 till och med den 29 februari 2024",
        "fr.o.m. 2023-03-01 t.o.m. 2024-02-29",
        "mellan 2023-03-01 och 2024-02-29",
        "perioden 2023-03-01–2024-02-29",
        "2023-03-01 – 2024-02-29, det vill säga 2023-03-01–2024-02-29",
    ],
)
def test_a_period_is_read_however_it_is_written(text: str) -> None:
    assert period_in(text) == FoundPeriod(start=date(2023, 3, 1), end=date(2024, 2, 29))


def test_a_period_may_lack_an_end_or_a_year() -> None:
    assert period_in("ska avslutas senast 2024-02-29") == FoundPeriod(end=date(2024, 2, 29))
    assert period_in("1 mars–30 juni 2024") == FoundPeriod(start=date(2024, 3, 1), end=date(2024, 6, 30))
    assert period_in("2023-01-01–2023-12-31 och 2024-01-01–2024-12-31") is None
    assert period_in("besluten 2024-01-01 och 2023-01-01") is None
    assert period_in("beslutades 2019-11-05, dnr 19RS9026") is None


@pytest.mark.parametrize(
    "number",
    [
        "20RS263",
        "RUN/430/2018",
        "KU.2017.3",
        "00322/2026",
        "KS 2023/456",
        "KS 2021/12-109",
        "KSN-2021-01234",
        "BN 2022-000456",
        "2023/456",
    ],
)
def test_a_diary_number_is_kept_as_it_stands(number: str) -> None:
    assert is_diary_number(number)
    assert diary_number_after_label(f"Vårt dnr: {number}, Anna Ek") == number
    assert diary_numbers_in(f"Mötet 2020-02-14 ({number}) kl. 10") == (number,)


def test_words_and_days_are_no_diary_numbers() -> None:
    assert diary_number_after_label("Dnr: saknas") == ""
    assert not is_diary_number("2020-02-14")
    assert diary_numbers_in("den 14 februari 2020, § 83") == ()
