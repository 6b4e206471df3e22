"""Memoranda of made-up houses, each as Word, as PDF and as plain text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from namndstod.domain.intake.found import FoundMemorandum
from namndstod.domain.intake.memoranda import read_memorandum
from namndstod.domain.intake.source import Source

from . import cities, houses, more_houses
from .houses import House
from .more_houses import WRAPPED_ATT
from .rendering import as_pdf, as_text, as_word

FORMS = (as_word, as_pdf, as_text)
HOUSES = tuple(h for m in (houses, more_houses, cities) for h in vars(m).values() if isinstance(h, House))


def told(found: FoundMemorandum, key: str) -> object:
    """Return what was found, in the words of the expectations."""
    headings = tuple(section.heading for section in found.sections)
    derived: dict[str, object] = {
        "headings": headings,
        "headings_without_numbers": tuple(h.lstrip("0123456789. ") for h in headings),
        "signer": found.signatory and (found.signatory.name, found.signatory.title),
        "others": tuple((s.name, s.title) for s in found.other_signatories),
        "period": found.period and (found.period.start, found.period.end),
    }
    return derived[key] if key in derived else getattr(found, key)


@pytest.mark.parametrize("form", FORMS, ids=lambda f: f.__name__)
@pytest.mark.parametrize("house", HOUSES, ids=lambda h: h.name)
def test_a_memorandum_of_another_house_is_understood(house: House, form: Callable[[str], Source]) -> None:
    found = read_memorandum(form(house.paper))
    expected = {key: value for key, value in house.expected.items() if key != "doubtful"}
    assert {key: told(found, key) for key in expected} == expected
    doubted = {doubt.field for doubt in found.doubts}
    wanted = house.expected.get("doubtful", ())
    assert isinstance(wanted, tuple)
    assert set(wanted) <= doubted


@pytest.mark.parametrize("form", FORMS[1:], ids=lambda f: f.__name__)
def test_a_printed_line_that_begins_with_att_may_go_on_with_a_clause(form: Callable[[str], Source]) -> None:
    found = read_memorandum(form(WRAPPED_ATT.paper))
    assert found.clauses == (
        "att anta tillsynsplanen för 2023 med den ändringen att antalet besök på bensinstationer ökas och "
        "att besöken görs oanmälda i minst hälften av fallen, samt",
        "att uppdra åt miljöchefen att redovisa utfallet vid årets slut.",
    )
    (background,) = [s for s in found.sections if s.heading == "Bakgrund"]
    assert len(background.drafts) == 1
