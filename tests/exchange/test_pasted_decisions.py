"""Amounts as people write them, and delegated decisions copied from a spreadsheet."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namndstod.domain.amounts import parse_kronor
from namndstod.domain.swedish import kronor, whole_number
from namndstod.exchange.pasted_decisions import read_decisions

HEAD = "Dnr\tStöd\tFöretag\tBransch/Prioritering\tKön\tKommun\tBelopp\tBeslutsfattare"
ROW = "27SK1\tMikrobidrag\tFyrens Bageri AB\tLivsmedel\tK\tEjderö\t70 063\tInes Falk"


@given(st.integers(-(10**12), 10**12))
def test_what_we_write_we_read(amount: int) -> None:
    assert parse_kronor(whole_number(amount)) == amount
    assert parse_kronor(kronor(amount)) == amount
    assert parse_kronor(str(amount)) == amount


@pytest.mark.parametrize(
    "text",
    [
        "70 063",
        "70.063,00",
        "70 063 kr",
        "70\u00a0063",
        "70\u202f063 SEK",
        "70063:-",
        "70063,-",
        "70062,50",
        "70063.4",
    ],
)
def test_amounts_are_read_however_they_are_written(text: str) -> None:
    assert parse_kronor(text) == 70_063


def test_a_dash_is_no_amount_and_words_are_refused() -> None:
    assert parse_kronor(" – ") is None
    assert parse_kronor("") is None
    for text in ("många", "7 00", "1,2,3", "12 kr till"):
        with pytest.raises(ValueError, match="no amount"):
            parse_kronor(text)


@pytest.mark.parametrize(
    "text", [f"{HEAD}\n{ROW}\n", f"{ROW}\r\n\r\n", f"{HEAD}\n{ROW}\nSumma\t\t\t\t\t\t70 063"]
)
def test_rows_are_read_with_and_without_heading(text: str) -> None:
    found = read_decisions(text)
    (one,) = found.decisions
    assert found.unclear == ()
    assert (one.diary_number, one.kind, one.recipient, one.branch) == (
        "27SK1",
        "Mikrobidrag",
        "Fyrens Bageri AB",
        "Livsmedel",
    )
    assert (one.gender, one.municipality, one.amount, one.decided_by) == ("K", "Ejderö", 70_063, "Ines Falk")


def test_columns_may_stand_in_any_order_with_more_among_them() -> None:
    text = 'Belopp\tAnm\tDatum\tMottagare\tPunkt\n"70\u00a0063 kr"\tbra\t14/4 2027\tAda Berg\t3.2\n'
    (one,) = read_decisions(text).decisions
    assert (one.amount, one.decided_on, one.recipient, one.point) == (
        70_063,
        date(2027, 4, 14),
        "Ada Berg",
        "3.2",
    )
    assert one.personal


def test_what_is_unclear_is_told_with_its_row_and_nothing_is_guessed() -> None:
    found = read_decisions("Dnr\tBelopp\tDatum\n27SK1\tmånga\tigår\n27SK2\t-\t\n")
    assert found.unclear == ("Rad 2: ”många” är inget belopp i kronor.", "Rad 2: ”igår” är inget datum.")
    assert [(d.amount, d.decided_on) for d in found.decisions] == [(None, None), (None, None)]
    assert read_decisions("en\ttvå\ttre").decisions == ()
    assert "rubrikraden" in read_decisions("en\ttvå\ttre").unclear[0]
    assert read_decisions("  \n").decisions == ()


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    read_decisions(text)
