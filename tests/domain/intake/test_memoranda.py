"""Memoranda that are unclear, damaged or something else: a doubt, and never an error."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namndstod.domain.intake.as_json import memorandum_json
from namndstod.domain.intake.as_text import memorandum_text
from namndstod.domain.intake.memoranda import read_memorandum
from namndstod.domain.intake.source import Source, SourceLine
from namndstod.domain.records import BlockKind, TextRole
from namndstod.exchange.sources import read_source

from .houses import CONDITIONS, DECIDER_WITH_ATT, LABELS_AND_VALUES, TWO_DECIDERS
from .rendering import as_pdf, as_text, as_word
from .test_memoranda_of_houses import HOUSES

DANISH = """
# Ny cykelsti langs fjorden

Udvalget har bedt forvaltningen om at undersøge, hvad det vil koste at anlægge en cykelsti langs fjorden.
Det er ikke første gang, at spørgsmålet har været oppe, og der er stor interesse for sagen blandt borgerne,
som gerne vil have en sikker vej til skolen og til arbejdet.
"""
ENGLISH = """
# Report on the harbour

The harbour has been in use for more than a hundred years and it is in need of repair. The committee shall
decide on the matter in the spring, and the costs of it are to be shared by the municipality and the region
for ten years.
"""


def messages(source: Source) -> str:
    return " ".join(doubt.message for doubt in read_memorandum(source).doubts)


def test_nothing_to_read_is_a_doubt() -> None:
    found = read_memorandum(Source(name="bild.pdf", doubts=("Sidorna är bilder utan text.",)))
    assert [d.message for d in found.doubts] == ["Sidorna är bilder utan text."]
    assert "ingen text" in messages(Source(name="tom.txt"))


@pytest.mark.parametrize(("paper", "language"), [(DANISH, "danska"), (ENGLISH, "engelska")])
def test_another_language_is_a_doubt(paper: str, language: str) -> None:
    found = read_memorandum(read_source(paper.replace("# ", "").encode(), "pm.txt"))
    assert any(language in doubt.message for doubt in found.doubts)
    assert not found.clauses
    assert found.title


def test_several_memoranda_in_one_file_give_the_first_and_say_so() -> None:
    one = as_text(LABELS_AND_VALUES.paper)
    whole = replace(one, lines=one.lines * 60, pages=300)
    found = read_memorandum(whole)
    assert found.title == LABELS_AND_VALUES.expected["title"]
    assert found.clauses == LABELS_AND_VALUES.expected["clauses"]
    assert "flera PM" in messages(whole)


def test_text_in_columns_is_a_doubt() -> None:
    left, right = (
        "Nämnden har under året arbetat med frågan om",
        "buss och tåg i hela länet enligt den plan som",
    )
    row = SourceLine(text=f"{left} {right}", cells=(left, right))
    assert "spalter" in messages(Source(name="spalter.txt", lines=(row,) * 20))


def test_left_over_template_text_is_told_and_taken_for_nothing() -> None:
    paper = LABELS_AND_VALUES.paper.replace("Sara Lindmark", "Klicka här för att ange text.")
    found = read_memorandum(as_word(paper))
    assert found.officer == ""
    assert any(d.field == "officer" for d in found.doubts)


def test_what_is_missing_is_empty_and_told() -> None:
    found = read_memorandum(as_text("## Sammanfattning\nDet går bra.\n"))
    assert (found.title, found.diary_number, found.clauses, found.signatory) == ("", "", (), None)
    assert {"title", "diary_number", "clauses"} <= {d.field for d in found.doubts}


def test_two_shares_and_two_periods_are_not_chosen_between() -> None:
    paper = """
# Stöd till två föreningar

## Förslag till beslut
Nämnden beslutar
att bevilja Framnäs 40 procent av kostnaderna från den 1 maj 2026 till den 30 april 2027, samt
att bevilja Solhem 55 procent av kostnaderna från den 1 juni 2026 till den 30 april 2027.
"""
    found = read_memorandum(as_word(paper))
    assert found.share_percent is None
    assert found.period is None
    assert {"share_percent", "period"} <= {d.field for d in found.doubts}


def test_half_is_no_share_and_a_day_to_report_no_period() -> None:
    paper = """
## Förslag till beslut
Nämnden beslutar
att bevilja hälften av kostnaderna, samt
att projektet ska redovisas senast den 1 mars 2027.
"""
    found = read_memorandum(as_word(paper))
    assert (found.share_percent, found.period) == (None, None)


def test_the_whole_proposal_is_kept_as_the_program_stores_it() -> None:
    found = read_memorandum(as_pdf(TWO_DECIDERS.paper))
    assert [(d.kind, d.depth) for d in found.proposal] == [
        (BlockKind.DECIDER, 0),
        (BlockKind.CLAUSE, 1),
        (BlockKind.DECIDER, 0),
        (BlockKind.CLAUSE, 1),
        (BlockKind.CLAUSE, 1),
    ]
    assert found.proposal[1].text == "anta kulturplanen för 2024–2027."
    under_att = read_memorandum(as_word(DECIDER_WITH_ATT.paper)).proposal
    assert under_att[0].text == "Kultur- och fritidsnämnden beslutar"
    assert {d.kind for d in under_att[1:]} == {BlockKind.CLAUSE}
    kinds = [d.kind for d in read_memorandum(as_text(CONDITIONS.paper)).proposal]
    assert kinds.count(BlockKind.CONDITION) == 5


def test_sections_have_the_roles_of_the_program() -> None:
    roles = {s.heading: s.role for h in HOUSES for s in read_memorandum(as_word(h.paper)).sections}
    assert roles["Ärendet"] is TextRole.BACKGROUND
    assert roles["Ärendet i korthet"] is TextRole.SUMMARY
    assert roles["Överväganden"] is TextRole.ASSESSMENT
    assert roles["Barnkonsekvensanalys"] is TextRole.IMPACT
    assert roles["Finansiering"] is TextRole.ECONOMY
    assert roles["Uppföljning och utvärdering"] is TextRole.FOLLOW_UP
    assert roles["Tidplan"] is None


def test_the_letterhead_may_stand_in_the_page_header_alone() -> None:
    lines = as_word(LABELS_AND_VALUES.paper).lines
    head = next(n for n, line in enumerate(lines) if line.level == 1)
    found = read_memorandum(Source(name="pm.docx", lines=lines[head:], furniture=lines[:head]))
    assert (found.officer, found.diary_number, found.body) == (
        "Sara Lindmark",
        "KS 2024/123",
        "Kommunstyrelsen",
    )


def test_the_report_is_readable_and_the_json_has_its_keys() -> None:
    found = read_memorandum(as_pdf(CONDITIONS.paper))
    text = memorandum_text(found)
    assert "att bevilja Stiftelsen Framnäs" in text
    assert "2 000 000 kronor" in text
    assert "    • Stiftelsen ska redovisa" in text
    assert set(memorandum_json(found)) == {
        *("title", "diary_number", "external_diary_number", "unit", "officer", "date", "body", "decider"),
        *("clauses", "conditions", "sections", "supporting_documents", "recipients", "signatory", "amounts"),
        *("share_percent", "period", "budget", "findings"),
    }


WORDS = st.sampled_from(
    [
        *(line for house in HOUSES for line in house.paper.split("\n")),
        *(
            "att",
            "Att:",
            "beslutar",
            "Dnr:",
            "Datum",
            "•",
            "1.",
            "—",
            "",
            "Förslag till beslut:",
            "2024-13-99",
        ),
    ]
)
LINES = st.builds(
    SourceLine,
    text=WORDS | st.text(max_size=60),
    cells=st.lists(WORDS, max_size=4).map(tuple),
    label=st.sampled_from(["", "", "•", "1.", "a)", "–", "§"]),
    level=st.integers(0, 3),
    bold=st.booleans(),
    size=st.sampled_from([0.0, 11.0, 14.0]),
    indent=st.floats(0, 60),
    page=st.integers(1, 3),
    gap=st.booleans(),
    whole=st.booleans(),
    table=st.integers(0, 2),
)


@given(st.lists(LINES, max_size=30), st.lists(LINES, max_size=5))
def test_no_lines_whatever_raise(lines: list[SourceLine], furniture: list[SourceLine]) -> None:
    found = read_memorandum(Source(name="x", lines=tuple(lines), furniture=tuple(furniture)))
    assert memorandum_text(found)
    assert memorandum_json(found)["clauses"] == list(found.clauses)
