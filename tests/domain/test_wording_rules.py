"""Rules about days, sums, names and references in texts: what they say, and what they are silent about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from namndstod.domain import findings
from namndstod.domain.body_names import other_names, with_name
from namndstod.domain.findings import Finding, MendKind, Severity, Step
from namndstod.domain.number_words import amounts_in_words, differing, number_in_words
from namndstod.domain.records import BlockKind, MeetingState, Outcome, TextRole
from namndstod.domain.references import is_own, references_in
from namndstod.domain.swedish import plain
from namndstod.domain.texts import Draft
from namndstod.domain.view import MeetingView

from .factory import DAY, meeting, section
from .ill_worded import KEPT, SPOILED, budgeted, dated, named, proposing, referring, undecided
from .ill_written import BEFORE, minuted


def found(view: MeetingView, code: str) -> list[Finding]:
    return [f for f in findings.check(view, BEFORE) if f.code == code]


@pytest.mark.parametrize(("code", "keeps"), [(c, k) for c, keeping in KEPT.items() for k in keeping])
def test_what_is_right_is_not_spoken_of(code: str, keeps: Callable[[], MeetingView]) -> None:
    assert found(keeps(), code) == []


@pytest.mark.parametrize("code", SPOILED)
def test_each_thing_is_said_once_and_by_one_rule(code: str) -> None:
    view, today, _ = SPOILED[code]
    spoken = [f for f in findings.check(view(), today) if f.code in SPOILED]
    assert [f.code for f in spoken] == [code]


def test_a_wrong_sum_names_its_cell() -> None:
    (one,) = found(budgeted("11 000", "22 000", "32 000"), "budget_sums")
    assert plain(one.message) == (
        "Ärende 1, Medel till hamnen, Ekonomiska konsekvenser: "
        "Kostnadsbudgeten: summan totalt är skriven 32 000 kr men raderna blir 33 000 kr."
    )
    assert (one.place.step, one.place.role) == (Step.PAPERS, TextRole.ECONOMY)


def test_a_share_is_compared_with_the_amount_proposed() -> None:
    clause = "bevilja 50 procent av kostnaderna, högst 20 000 kronor."
    (one,) = found(budgeted("11 000", "22 000", "33 000", clause=clause), "budget_sums")
    assert "50 % av kostnaderna, 33 000 kr, är 16 500 kr" in plain(one.message)


def test_a_memorandum_of_last_year_is_asked_about() -> None:
    (one,) = found(dated(date(2026, 5, 1)), "memorandum_day")
    assert plain(one.message).endswith("är daterat 2026-05-01. Ska det vara 2027?")


def test_the_meetings_own_day_of_last_year_is_asked_about_in_a_heading() -> None:
    (one,) = found(proposing("x.", title="Lägesbild den 13 maj 2026"), "wrong_year")
    assert (one.place.field, one.severity) == ("title", Severity.WARN)


def test_another_name_can_be_mended_but_not_where_words_are_marked() -> None:
    (one,) = found(named("Regionala hamnnämnden har ansvaret."), "body_name")
    assert [m.kind for m in one.mends] == [MendKind.USE_BODY_NAME]
    assert plain(one.message).endswith("”Regionala hamnnämnden” heter Regional hamnnämnd.")


def test_who_decides_can_be_written() -> None:
    (one,) = found(undecided(), "no_decider")
    assert one.mends[0].label == "Skriv ”Tillväxtnämnden beslutar”"


def test_a_decision_that_repeats_its_proposal_is_spoken_of_once_and_holds_nothing_up() -> None:
    view = proposing("svaret lämnas senast den 30 juni 2026.")
    done = meeting(
        *view.items, state=MeetingState.CLOSED, sections=[section(1, 1, "item1", Outcome.APPROVED)]
    )
    spoken = [f for f in findings.check(done, DAY + timedelta(days=2)) if f.code == "wrong_year"]
    assert [(f.severity, f.place.section_id) for f in spoken] == [(Severity.INFORM, "s1")]


def test_what_a_template_left_is_seen_in_headings_and_minutes_too() -> None:
    (one,) = found(proposing("x.", title="Klicka här för att ange rubrik"), "template_text")
    assert one.place.field == "title"
    (other,) = found(minuted("Nämnden beviljar xxx kronor."), "template_text")
    assert (other.place.step, other.place.role) == (Step.MINUTES, TextRole.DECISION)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("tvåhundra tusen", 200_000),
        ("tvåhundrafemtiotusen", 250_000),
        ("en miljon femhundratusen", 1_500_000),
        ("Ettusen", None),
        ("tjugofem", 25),
        ("hundra", 100),
        ("tre fyra", None),
        ("tusen miljoner", None),
        ("kronor", None),
    ],
)
def test_numbers_in_words(words: str, number: int | None) -> None:
    assert number_in_words(words) == number


def test_amounts_in_words_and_digits() -> None:
    assert [a for a, _ in amounts_in_words("högst tvåhundra tusen kronor, två personer")] == [200_000]
    (one,) = differing("Tvåhundra tusen (220 000) kronor")
    assert (one.digits, one.in_words) == (220_000, 200_000)


@pytest.mark.parametrize(
    "text",
    [
        "(2018-11-28 § 83)",
        "2018-11-28, § 83",
        "den 28 november 2018 (§ 83)",
        "§ 83 den 28 november 2018",
        "§ 83, 2018-11-28",
        "§ 83 vid sammanträdet den 28 november 2018",
    ],
)
def test_references_are_seen_however_they_are_written(text: str) -> None:
    (one,) = references_in(f"Nämnden beslutade {text}.")
    assert (one.day, one.number, one.body) == (date(2018, 11, 28), 83, "Nämnden")


def test_references_of_a_year_of_others_and_none() -> None:
    (one,) = references_in("Enligt § 83/2018 gäller detta.")
    assert (one.day, one.year, one.number) == (None, 2018, 83)
    (other,) = references_in("Kommunstyrelsen beslutade 2018-11-28 § 83")
    assert not is_own(other, ("Tillväxtnämnden", "nämnden"))
    (own,) = references_in("Tillväxtnämndens beslut 2018-11-28 § 83")
    assert is_own(own, ("Tillväxtnämnden", "nämnden"))
    assert references_in("6 kap. 27 § kommunallagen, 2018-11-28") == ()


def test_the_reference_that_is_missing_is_named() -> None:
    (one,) = found(referring("Se beslutet (2026-11-28 § 83).", found=False), "reference_missing")
    assert plain(one.message).endswith(
        "”2026-11-28 § 83” finns inte. Protokollet 2026-11-28 finns i pärmen men saknar § 83."
    )


def test_names_are_replaced_where_no_words_are_marked() -> None:
    name = "Regional hamnnämnd"
    text = "Regionala hamnnämnden och Regionala hamnnämndens chef; regional hamnnämnd"
    assert other_names(text, name) == ("Regionala hamnnämnden", "Regionala hamnnämndens")
    mended = with_name(Draft(BlockKind.PARAGRAPH, text), name)
    assert mended.text == "Regional hamnnämnd och Regional hamnnämnds chef; regional hamnnämnd"
    assert other_names("Kulturnämnd", "Kulturnämnden") == ()
