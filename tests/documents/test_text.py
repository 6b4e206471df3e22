"""How lines are broken."""

import pytest

from namndstod.documents.layout.fonts import face, uncovered
from namndstod.documents.layout.styles import BODY, CELL
from namndstod.documents.layout.text import Line, balanced, fitted, lines
from namndstod.domain.content import Run, inline


def words(line: Line) -> str:
    return "".join(token for span in line.spans for token in span.tokens)


def broken(text: str, measure: float) -> list[str]:
    return [words(line) for line in lines(inline(text), BODY, measure)]


def test_a_hyphen_may_end_a_line_between_words_but_not_within_signs() -> None:
    assert broken("Mellan- och sydsverige i Mellan-Sverige", 155) == [
        "Mellan- och sydsverige i ",
        "Mellan-Sverige",
    ]
    assert broken("xxxxxxxxxxxxxx Regionstyrelse-ordföranden", 190)[0].endswith("Regionstyrelse-")
    assert broken("e-post 2027-05-14 A-B", 30) == ["e-post ", "2027-", "05-14 ", "A-B"]  # only by force
    assert broken("e-post 2027-05-14 A-B", 60) == ["e-post ", "2027-05-14 ", "A-B"]


@pytest.mark.parametrize("bound", ["\xa0", "\u202f", "\u2011"])
def test_bound_signs_hold_words_together(bound: str) -> None:
    shown = "-" if bound == "\u2011" else " "
    assert broken(f"aaaa bbbb{bound}cccc", 60) == ["aaaa ", f"bbbb{shown}cccc"]


def test_no_lonely_short_word_last() -> None:
    text = "Nämnden beslutar att bevilja medel till projektet samt"
    whole = lines(inline(text), BODY, 1e6)[0].width
    found = broken(text, whole - 5)
    assert found == ["Nämnden beslutar att bevilja medel till ", "projektet samt"]


def test_runs_that_touch_make_one_word() -> None:
    runs = (Run("en "), Run("halv", strong=True), Run("fet"), Run(" bok", emphasis=True))
    assert [words(line) for line in lines(runs, BODY, 45)] == ["en ", "halvfet ", "bok"]


def test_kerning_tightens() -> None:
    inter = face("Inter-Regular")
    assert inter.advance["AV"] < inter.advance["A"] + inter.advance["V"]


def test_figures_of_tables_have_equal_width() -> None:
    table = CELL.face()
    assert len({table.advance[digit] for digit in "0123456789"}) == 1


def test_headings_are_balanced() -> None:
    text = "Utökat verksamhetsbidrag till Skogsskolan för åren 2027 till 2029 samt förlängning"
    ragged = lines(inline(text), BODY, 380)
    even = balanced(inline(text), BODY, 380)
    assert len(even) == len(ragged) == 2
    assert abs(even[0].width - even[1].width) < abs(ragged[0].width - ragged[1].width)


def test_what_does_not_fit_ends_in_dots() -> None:
    line = fitted("Tillväxtnämnden och dess utskott för folkhälsa", BODY, 100)
    assert words(line).endswith("…")
    assert line.width <= 100


def test_composed_and_without_what_has_no_place() -> None:
    assert broken("A\u030angermanland\x07\xad", 200) == ["Ångermanland"]
    assert broken("a\tb\u2028c", 200) == ["a b ", "c"]  # the space parts the words for who listens


def test_uncovered_tells_what_cannot_be_shown() -> None:
    assert uncovered("Åsa → ☎") == set()
    assert uncovered("Åsa 漢") == {"漢"}
