import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namndstod.domain.swedish_sort import compare, fold, swedish_key

IN_ORDER = [
    "",
    " ",
    "(–)",
    "§ 9",
    "§ 10",
    "2 kap.",
    "02 kap. a",
    "10 kap.",
    "Alm",
    "Alm, Bo",
    "alma",
    "Andersson",
    "Andre",
    "André",
    "Andrea",
    "Erik",
    "Érika",
    "eriksson",
    "Myhr",
    "Müller",
    "Mysén",
    "Valdemar",
    "Vera",
    "Wall",
    "Ylva",
    "Zackrisson",
    "Åberg",
    "ål",
    "Ädel",
    "Ærlig",
    "Öberg",
    "Øster",
    "Ωmega",
]


def test_swedish_order() -> None:
    shuffled = IN_ORDER[:]
    random.Random(1).shuffle(shuffled)
    assert sorted(shuffled, key=swedish_key) == IN_ORDER


def test_case_and_composition_do_not_matter_for_the_place() -> None:
    assert swedish_key("ÅSA")[0] == swedish_key("åsa")[0] == swedish_key("A\u030asa")[0]
    assert swedish_key("René")[0] == swedish_key("RENE")[0]


@pytest.mark.parametrize(
    ("text", "folded"),
    [("ÅSA Öst", "åsa öst"), ("Renée", "renee"), ("A\u030a", "å"), ("Straße", "strasse"), ("Çelik", "celik")],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(), st.text(), st.text())
def test_the_order_is_total(a: str, b: str, c: str) -> None:
    assert compare(a, b) == -compare(b, a)
    assert (compare(a, b) == 0) == (a == b)
    if compare(a, b) <= 0 and compare(b, c) <= 0:
        assert compare(a, c) <= 0


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_numbers_inside_texts_are_compared_as_numbers(a: int, b: int) -> None:
    assert (swedish_key(f"§ {a}x") < swedish_key(f"§ {b}x")) == (a < b)


def test_very_long_numbers() -> None:
    assert swedish_key("9" * 5000) < swedish_key("1" + "0" * 5000)
