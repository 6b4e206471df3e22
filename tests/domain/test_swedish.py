from __future__ import annotations

from datetime import date, time

import pytest

from namndstod.domain import swedish as sv


def test_dates_and_times() -> None:
    day = date(2020, 2, 14)
    assert sv.plain(sv.long_date(day)) == "den 14 februari 2020"
    assert sv.long_date(day).count(sv.NBSP) == 2
    assert sv.weekday_date(day).startswith("fredag")
    assert sv.iso_date(day) == "2020\u201102\u201114"
    assert sv.clock_span(time(10), time(15, 5)) == "kl.\u00a010.00–15.05"
    assert sv.clock_span(time(9), None, ":") == "kl.\u00a009:00"
    assert sv.clock_span(None, None) == ""


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [([], ""), ([92], "§\u00a092"), ([3, 4, 5, 7], "§§\u00a03–5, 7"), ([2, 1, 2], "§§\u00a01–2")],
)
def test_ranges_of_sections(numbers: list[int], expected: str) -> None:
    assert sv.section_range(numbers) == expected


def test_numbers_lists_and_names() -> None:
    assert sv.kronor(4_111_981) == "4\u00a0111\u00a0981\u00a0kronor"
    assert sv.whole_number(-5) == "\u22125"
    assert sv.listed(["A", "B", "C"]) == "A, B och C"
    assert sv.genitive("Lars") == "Lars"
    assert sv.genitive("Karin") == "Karins"
    assert sv.with_party("Bo Ek", "") == "Bo Ek\u00a0(–)"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("högst 480 000 kronor", "högst 480\u00a0000\u00a0kronor"),
        ("enligt 6 kap. 27 §", "enligt 6\u00a0kap.\u00a027\u00a0§"),
        ("§ 92 och §§ 3–5", "§\u00a092 och §§\u00a03–5"),
        ("kl. 10.00 den 3 maj", "kl.\u00a010.00 den\u00a03\u00a0maj"),
        ("2026-09-01", "2026\u201109\u201101"),
        ("Karin Ek (S) yrkar", "Karin Ek\u00a0(S) yrkar"),
        ('han sade "ja"', "han sade ”ja”"),
        ("50 % av 3 stolar", "50\u00a0% av 3 stolar"),
        ("år 2020 200 personer", "år 2020\u00a0200 personer"),
    ],
)
def test_running_text_is_typeset(typed: str, printed: str) -> None:
    assert sv.typeset(typed) == printed
    assert sv.plain(sv.typeset(typed)).replace("”", '"') == typed
