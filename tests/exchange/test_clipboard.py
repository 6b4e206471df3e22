"""Paste from Word, Outlook and others, and copy out again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namndstod.domain.records import BlockKind, Mark, MarkKind
from namndstod.exchange.clipboard import PastedBlock, from_clipboard, from_html, from_text, to_html, to_text

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><style><!-- p {color:red} --></style></head><body lang=SV><!--StartFragment-->
<p class=MsoNormal><span style='font-size:12.0pt;font-family:"Comic Sans MS"'>Bygdenämnden
beslutar<o:p></o:p></span></p>
<p class=MsoNormal style='text-indent:-42.55pt'>att<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>
anslå 260&nbsp;000&nbsp;kronor till <b style='mso-bidi-font-weight:normal'>led</b>en, samt<o:p></o:p></p>
<p class=MsoNormal>att<span style='mso-tab-count:1'>&nbsp;&nbsp; </span>följande
villkor gäller:<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>redovisning <i>senast</i> i maj<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>Därefter:</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><!--[if !supportLists]--><span
style='mso-list:Ignore'>1.<span>&nbsp; </span></span><!--[endif]-->mötet öppnas</p>
<p class=MsoListParagraph style='mso-list:l1 level2 lfo2'><!--[if !supportLists]--><span
style='mso-list:Ignore'>o<span>&nbsp; </span></span><!--[endif]-->upprop</p>
<!--EndFragment--></body></html>"""


def test_word_keeps_lists_and_emphasis_and_drops_the_rest() -> None:
    assert from_html(WORD) == (
        PastedBlock(BlockKind.DECIDER, "Bygdenämnden beslutar"),
        PastedBlock(
            BlockKind.CLAUSE,
            "anslå 260\u00a0000\u00a0kronor till leden, samt",
            marks=(Mark(kind=MarkKind.STRONG, start=26, end=29),),
        ),
        PastedBlock(BlockKind.CLAUSE, "följande villkor gäller:"),
        PastedBlock(
            BlockKind.CONDITION,
            "redovisning senast i maj",
            depth=1,
            marks=(Mark(kind=MarkKind.EMPHASIS, start=12, end=18),),
        ),
        PastedBlock(BlockKind.PARAGRAPH, "Därefter:"),
        PastedBlock(BlockKind.NUMBERED, "mötet öppnas"),
        PastedBlock(BlockKind.BULLET, "upprop", depth=1),
    )


def test_outlook_and_browsers_write_real_lists_and_tables() -> None:
    html = "<div>Att tänka på</div><ul><li>ett</li><ul><li>under</li></ul></ul><ol><li>två</li></ol>"
    html += "<table><tr><td>Post</td><td><p>Summa</p></td></tr><tr><td>Hyra</td><td>10</td></tr></table>"
    assert from_html(html) == (
        PastedBlock(BlockKind.PARAGRAPH, "Att tänka på"),
        PastedBlock(BlockKind.BULLET, "ett"),
        PastedBlock(BlockKind.BULLET, "under", depth=1),
        PastedBlock(BlockKind.NUMBERED, "två"),
        PastedBlock(BlockKind.TABLE, rows=(("Post", "Summa"), ("Hyra", "10"))),
    )


def test_clauses_with_line_breaks_between_are_parted() -> None:
    found = from_html("<p>Nämnden beslutar<br>att godkänna planen,<br>att <b>anslå</b> medel.</p>")
    assert [(b.kind, b.text) for b in found] == [
        (BlockKind.DECIDER, "Nämnden beslutar"),
        (BlockKind.CLAUSE, "godkänna planen,"),
        (BlockKind.CLAUSE, "anslå medel."),
    ]
    assert found[2].marks == (Mark(kind=MarkKind.STRONG, start=0, end=5),)


def kinds(text: str) -> list[tuple[BlockKind, str, int]]:
    return [(block.kind, block.text, block.depth) for block in from_text(text)]


@pytest.mark.parametrize("gap", ["\t", " ", "   ", "\u00a0\u00a0"])
def test_att_and_whatever_white_space_follows_it(gap: str) -> None:
    assert kinds(f"Bygdenämnden beslutar för egen del\natt{gap}godkänna") == [
        (BlockKind.DECIDER, "Bygdenämnden beslutar för egen del", 0),
        (BlockKind.CLAUSE, "godkänna", 0),
    ]


@pytest.mark.parametrize("line", ["Att\tgodkänna", "ATT   godkänna", "att godkänna"])
def test_capitals_need_a_gap_to_make_a_clause(line: str) -> None:
    assert kinds(line) == [(BlockKind.CLAUSE, "godkänna", 0)]
    assert kinds("Att godkänna är svårt") == [(BlockKind.PARAGRAPH, "Att godkänna är svårt", 0)]


@pytest.mark.parametrize("bullet", ["•", "• ", "·\t", "- ", "– ", "o\t", "* "])
def test_bullets_as_text(bullet: str) -> None:
    assert kinds(f"{bullet}Bergby") == [(BlockKind.BULLET, "Bergby", 0)]


def test_numbers_as_text() -> None:
    assert kinds("1. ett\n2) två\na) tre") == [
        (BlockKind.NUMBERED, "ett", 0),
        (BlockKind.NUMBERED, "två", 0),
        (BlockKind.NUMBERED, "tre", 0),
    ]
    assert kinds("2027 är ett år") == [(BlockKind.PARAGRAPH, "2027 är ett år", 0)]


def test_a_clause_cut_in_two_lines_is_mended() -> None:
    assert kinds("att   överlämna den till\nregionkansliet, samt\natt   tacka.") == [
        (BlockKind.CLAUSE, "överlämna den till regionkansliet, samt", 0),
        (BlockKind.CLAUSE, "tacka.", 0),
    ]


def test_att_in_running_text_that_was_cut_there_is_no_clause() -> None:
    prose = "Regionen har under en längre tid arbetat med frågan och kommit fram till"
    assert kinds(f"{prose}\natt bygden behöver en ny led.") == [
        (BlockKind.PARAGRAPH, f"{prose} att bygden behöver en ny led.", 0)
    ]


def test_a_table_as_text() -> None:
    (table,) = from_text("Post\tSumma\nHyra\t10")
    assert table.rows == (("Post", "Summa"), ("Hyra", "10"))


def test_html_without_content_falls_back_to_the_text() -> None:
    assert from_clipboard("<html><body></body></html>", "hej") == (PastedBlock(BlockKind.PARAGRAPH, "hej"),)
    assert from_clipboard(None, "hej") == from_clipboard("", "hej")
    assert from_clipboard("<p>rik</p>", "enkel")[0].text == "rik"


def test_copying_out_escapes_and_shows_labels() -> None:
    blocks = (PastedBlock(BlockKind.CLAUSE, "a < b"), PastedBlock(BlockKind.NUMBERED, "c"))
    assert to_text(blocks) == "att\ta < b\n1.\tc"
    assert "a &lt; b" in to_html(blocks)


WORDS = st.text(alphabet="abcåäö", min_size=1, max_size=6)
TEXTS = st.lists(WORDS, min_size=2, max_size=6).map(lambda words: "x" + " ".join(words) + ".")


@st.composite
def blocks(draw: st.DrawFn) -> PastedBlock:
    kind = draw(
        st.sampled_from([BlockKind.PARAGRAPH, BlockKind.CLAUSE, BlockKind.NUMBERED, BlockKind.BULLET])
    )
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 2))
    end = draw(st.integers(start + 1, len(text)))
    mark = Mark(kind=draw(st.sampled_from([MarkKind.STRONG, MarkKind.EMPHASIS])), start=start, end=end)
    marked = text[start:end] == text[start:end].strip() and draw(st.booleans())
    return PastedBlock(kind, text, marks=(mark,) if marked else ())


@given(st.lists(blocks(), max_size=8).map(tuple))
def test_what_is_copied_out_can_be_pasted_back(copied: tuple[PastedBlock, ...]) -> None:
    assert from_html(to_html(copied)) == copied
    assert [(b.kind, b.text) for b in from_text(to_text(copied))] == [(b.kind, b.text) for b in copied]
