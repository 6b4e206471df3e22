"""Språkförslag: what is written better, what is left alone, and marks that stay on their words."""

from __future__ import annotations

import pytest

from namndstod.domain.findings import MendKind, check
from namndstod.domain.language import hints, hints_in, mended, spelled_out
from namndstod.domain.phrase_data import BANK
from namndstod.domain.records import BlockKind, Mark, MarkKind
from namndstod.domain.texts import Draft

from .ill_written import AFTER, minuted

P = BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    ("written", "better"),
    [
        ("Ca 40 personer kom.", "Cirka 40 personer kom."),
        ("Hyra, resor m.m. Nästa punkt.", "Hyra, resor med mera. Nästa punkt."),
        ("hyra, resor m.m., samt", "hyra, resor med mera, samt"),
        ("Hyra, resor mm kostar.", "Hyra, resor med mera kostar."),
        ("kommuner m fl deltar, t ex Skärby", "kommuner med flera deltar, till exempel Skärby"),
        ("Bl.a. tas resor upp, bla med tåg", "Bland annat tas resor upp, bland annat med tåg"),
        ("fr.o.m. 1 maj t.o.m. den 4 juni", "från och med 1 maj till och med den 4 juni"),
        ("from den 1 maj tom 2028", "från och med den 1 maj till och med 2028"),
        ("4 500 kr/år, 1 mnkr och 12 tkr.", "4 500 kronor per år, 1 miljon kronor och 12 tusen kronor."),
        ("högst 900:- eller 50% av 3 miljoner kr", "högst 900 kronor eller 50 procent av 3 miljoner kronor"),
        ("ökar med 2 %-enheter", "ökar med 2 procentenheter"),
        ("Två  justeringsmän utses .", "Två justerare utses."),
        ("Tjänstemännens svar", "Tjänstepersonernas svar"),
        ("votering begärs, se voteringslistan", "omröstning begärs, se omröstningslistan"),
        ("suppleanterna skall röstat", "ersättarna ska röstat"),
        ("„så” och «annorlunda»", "”så” och ”annorlunda”"),
        ("kl 10.00-12.30 den 4:e Maj", "kl. 10.00–12.30 den 4 Maj"),
        ("på Måndag den 3 Maj", "på måndag den 3 maj"),
        ("§§ 92-107 för 2026-2028", "§§ 92–107 för 2026–2028"),
    ],
)
def test_better_words(written: str, better: str) -> None:
    assert spelled_out(written) == better


@pytest.mark.parametrize(
    "text",
    [
        "Cirka 40 personer, med mera, 4 500 kronor och 50 procent.",
        "Tom Berg (S) och From (M) säger ”ca 50 kr och 5 %” i en debatt.",
        "Enligt 6 kap 27 § kommunallagen och dnr SKN/2026-2027, ca@skarby.example, 20-25 §§ SKN.",
        "Regnet föll: 5 mm. FN och SK Bore. Rummet är tom på folk. En from önskan.",
        "Sveriges tjänstemannaförbund vill se ett justeringsmandat.",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert hints(text) == ()


def test_a_choice_is_not_taken_unseen() -> None:
    draft = Draft(P, "Ev. kostnader, ca 5 kr.")
    told = hints(draft.text)
    assert told[0].replacements == ("Eventuell", "Eventuellt", "Eventuella")
    assert [h.certain for h in told] == [False, True, True]
    assert mended([draft])[0].text == "Ev. kostnader, cirka 5 kronor."


def test_marks_stay_on_their_words_and_tables_as_they_are() -> None:
    secret = Mark(kind=MarkKind.SECRET, start=3, end=7)
    table = Draft(BlockKind.TABLE, "", rows=(("Hyra", "50 %"), ("Resor", "4 kr")))
    made, same = mended([Draft(P, "ca Lund, 4 kr", marks=(secret,)), table])
    assert made.text == "cirka Lund, 4 kronor"
    assert made.text[made.marks[0].start : made.marks[0].end] == "Lund"
    assert same == table
    assert len(hints_in([Draft(P, "ca 4 kr"), table])) == 2


def test_a_mark_on_the_words_themselves_goes_along() -> None:
    made = mended([Draft(P, "ca 4 kr", marks=(Mark(kind=MarkKind.STRONG, start=0, end=2),))])[0]
    assert (made.marks[0].start, made.marks[0].end) == (0, len("cirka"))


def test_the_programs_own_phrases_need_no_hints() -> None:
    assert [text for text, _ in BANK if hints(text)] == []


def test_one_finding_for_a_part_with_a_mend_that_takes_what_is_certain() -> None:
    found = [
        f for f in check(minuted("Ca 4 kr till resor m.m. och ev. hyra."), AFTER) if f.code == "language"
    ]
    assert [f.message for f in found] == ["§\u00a01, Beslut: 4 språkförslag."]
    assert [(m.label, m.kind) for m in found[0].mends] == [("Ta 3", MendKind.TAKE_HINTS)]
