"""The phrase bank: which phrases a text is offered, and what is left to fill in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from namndstod.domain.phrase_bank import Offer, Phrase, offers, phrases_for, placeholders
from namndstod.domain.records import BodyTerm, TextRole
from namndstod.domain.swedish import with_party

NAMES = (with_party("Karin Ek", "S"), with_party("Olle Sand", "C"))
TERM = BodyTerm(id="t", body_id="b1", valid_from=date(2027, 1, 1), name="skärnämnden", seats=5)
MOTIONS = phrases_for(TextRole.MOTIONS, TERM)
DECISION = phrases_for(TextRole.DECISION, TERM)


def texts(before: str, phrases: tuple[str, ...], **how: bool) -> list[str]:
    return [o.text for o in offers(before, phrases, NAMES, **how)]


def test_three_letters_of_what_follows_the_name_are_enough() -> None:
    assert texts("yr", MOTIONS) == []
    assert texts("Yrk", MOTIONS)[0] == "{NN (P)} yrkar bifall till {förslaget}."
    assert offers("Omröstning sker. yrkar avs", MOTIONS, NAMES)[0] == Offer(
        "{NN (P)} yrkar avslag på {förslaget}.", len("yrkar avs")
    )


def test_a_name_that_is_written_already_stays() -> None:
    found = offers("Karin Ek (S) yrkar bi", MOTIONS, NAMES)
    assert [o.text for o in found] == [f"{NAMES[0]} yrkar bifall till {{förslaget}}."]
    assert found[0].replaces == len("Karin Ek (S) yrkar bi")
    assert texts("Karin Ek (S) ", MOTIONS) == []  # a name alone is no beginning of a phrase


def test_what_is_written_out_or_inside_a_sentence_is_left_in_peace() -> None:
    assert texts("Redovisningen godkänns.", DECISION) == []
    assert texts("Nämnden anser att red", DECISION) == []
    assert texts("Red", DECISION) == ["Redovisningen godkänns."]


def test_a_clause_hangs_its_own_att() -> None:
    assert texts("par", DECISION, clause=True) == ["paragrafen förklaras omedelbart justerad."]


def test_asked_for_everything_is_shown_and_words_inside_fit() -> None:
    assert len(texts("", DECISION, asked=True)) == len(DECISION)
    assert "Ärendet bordläggs till nästa sammanträde." in texts("bordl", DECISION, asked=True)


def test_the_body_is_named_and_own_phrases_come_first() -> None:
    own = (
        Phrase(id="2", text="Ärendet utgår tills vidare.", position=2),
        Phrase(id="1", text="{Nämnd} tackar för dragningen.", position=1, role=TextRole.DECISION),
        Phrase(id="3", text="Bara yrkanden.", position=3, role=TextRole.MOTIONS),
        Phrase(id="4", text="En annan nämnds.", position=4, body_id="b2"),
    )
    found = phrases_for(TextRole.DECISION, TERM, own)
    assert found[:2] == ("Skärnämnden tackar för dragningen.", "Ärendet utgår tills vidare.")
    assert not {"Bara yrkanden.", "En annan nämnds."} & set(found)
    assert "Skärnämnden beslutar" in found
    course = phrases_for(TextRole.PROCEDURE, replace(TERM, short_name="styrelsen"))
    assert "Ordföranden finner att styrelsen beslutar enligt förslaget." in course


def test_places_to_fill_in() -> None:
    text = "{NN (P)} ersätter {NN (P)} §§ {a}–{b}."
    assert [text[p.start : p.end] for p in placeholders(text)] == ["{NN (P)}", "{NN (P)}", "{a}", "{b}"]
    assert placeholders(text)[0].name == "NN (P)"
    assert placeholders("Utan klamrar.") == ()
