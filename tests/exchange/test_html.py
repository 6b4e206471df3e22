"""HTML as mail programs and office programs write it."""

from __future__ import annotations

import base64

import pytest

from namndstod.domain.content import Figure, Heading, ListBlock, ListKind, Paper, Paragraph, Table
from namndstod.exchange.html_reader import read_html

from .tools import picture
from .trees import grid, lines, text


def read(html: str) -> Paper:
    return read_html(html.encode(), "sida.html")[0]


def read_lines(html: str) -> list[str]:
    return list(lines(read(html).blocks))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>ett\n två</p><div>tre<br>fyra</div>", ["ett två", "tre\nfyra"]),
        ("a<p>b</p>c", ["a", "b", "c"]),
        ("<style>p{}</style><script>x</script><title>t</title><p>syns</p>", ["syns"]),
        ("<p style='display:none'>dolt</p><p>synligt</p>", ["synligt"]),
        ("<pre>rad 1\n  rad 2</pre>", ["rad 1\n\u00a0 rad 2"]),
        ("<p>&aring;&nbsp;&#228;</p>", ["å\u00a0ä"]),
        ("<ol start=3><li>a<li>b</ol>", ["3. a", "4. b"]),
        ("<ol type=a><li>x<ul><li>y</ul><li>z</ol>", ["a. x", "• y", "b. z"]),
        ("<ul><li>x</li><ul><li>y</li></ul></ul>", ["• x", "• y"]),
        ("<p>oavslutat <b>fet", ["oavslutat fet"]),
        ("", []),
    ],
)
def test_text(html: str, expected: list[str]) -> None:
    assert read_lines(html) == expected


def test_headings_emphasis_and_links() -> None:
    html = "<h2>Rubrik</h2><p>a <b>b</b> <i>c</i> "
    html += '<a href="https://example.org">d</a> <a href="javascript:x">e</a></p>'
    heading, prose = read(html).blocks
    assert heading == Heading(2, "Rubrik")
    assert isinstance(prose, Paragraph)
    looks = {run.text.strip(): (run.strong, run.emphasis, run.link) for run in prose.runs if run.text.strip()}
    assert looks == {
        "a": (False, False, None),
        "b": (True, False, None),
        "c": (False, True, None),
        "d": (False, False, "https://example.org"),
        "e": (False, False, None),
    }


def test_tables_with_heads_and_spans_and_those_that_only_place_things() -> None:
    html = "<table><tr><th>A<th>B<tr><td colspan=2>x<tr><td>1<td><p>2</p></table>"
    (table,) = read(html).blocks
    assert isinstance(table, Table)
    assert (grid(table), table.head_rows, table.rows[1][0].columns) == ([["A", "B"], ["x"], ["1", "2"]], 1, 2)
    assert read_lines("<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>") == [
        "a",
        "b",
    ]
    assert read_lines("<table><tr><td><p>a</p></td></tr><tr><td>b</td></tr></table>") == ["a", "b"]


def test_lists_of_word() -> None:
    html = (
        "<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;"
        "</span></span><![endif]>ett</p><p style='mso-list:l0 level2 lfo1'><!--[if !supportLists]-->"
        "<span style='mso-list:Ignore'>o<span>&nbsp; </span></span><!--[endif]-->under</p>"
    )
    (outer,) = read(html).blocks
    assert isinstance(outer, ListBlock)
    assert outer.kind is ListKind.NUMBERED
    assert list(lines([outer])) == ["1. ett", "• under"]


def test_pictures_within_are_shown_and_those_outside_stated_never_fetched() -> None:
    data = base64.b64encode(picture()).decode()
    html = f'<p>a<img src="data:image/png;base64,{data}" alt="vapen">b</p>'
    html += '<img src="https://example.org/x.png" alt="karta">'
    paper, remarks = read_html(html.encode(), "x")
    assert [b.alternative for b in paper.blocks if isinstance(b, Figure)] == ["vapen"]
    assert "[Bild: karta]" in text(paper)
    assert remarks == ["Bilder (1) som ligger utanför filen visas inte."]


def test_stated_encodings() -> None:
    html = '<html><head><meta charset="iso-8859-1"></head><body>räka</body></html>'
    assert text(read_html(html.encode("latin-1"), "x")[0]) == "räka"


def test_depth_beyond_reason_is_read_flat() -> None:
    assert "inne" in text(read("<div>" * 5000 + "inne"))
    assert "inne" in text(read("<ul><li>" * 500 + "inne"))
