"""Files broken at random: never a crash, always a state and a page."""

from __future__ import annotations

import io
import random
import zipfile
from email.message import EmailMessage

import docx
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from namndstod.exchange.clipboard import from_clipboard
from namndstod.exchange.pasted_list import read_list
from namndstod.exchange.pasted_members import read_members

from .tools import Press, pdf, picture
from .word_files import body, level, minimal, number, numbered, numbering, paragraph, saved


def word() -> bytes:
    document = docx.Document()
    document.add_heading("Rubrik", 1)
    document.add_paragraph("punkt", "List Bullet")
    document.add_table(2, 2).cell(0, 0).text = "cell"
    document.add_picture(io.BytesIO(picture()))
    document.sections[0].header.paragraphs[0].text = "huvud"
    return saved(document)


def workbook() -> bytes:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    for row in range(5):
        sheet.append([f"r{row}", row, row / 7])
    sheet.merge_cells("A1:B1")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def mail() -> bytes:
    made = EmailMessage()
    made["From"], made["Subject"], made["Date"] = (
        "åke@example.org",
        "Ärende å",
        "Tue, 16 Feb 2027 13:41:17 +0100",
    )
    made.set_content("text")
    made.add_alternative("<p>text</p>", subtype="html")
    made.add_attachment(body(paragraph("x")), maintype="application", subtype="zip", filename="å.docx")
    return made.as_bytes()


FILES = {
    "brev.docx": word(),
    "bok.xlsx": workbook(),
    "brev.eml": mail(),
    "blad.pdf": pdf(3),
    "bild.jpg": picture("JPEG"),
    "bild.tif": picture("TIFF"),
}


def shown(data: bytes, name: str) -> None:
    made = Press().convert(data, name)
    assert made.pages >= 1
    assert made.state


@pytest.mark.parametrize("name", FILES)
def test_flipped_and_cut_bytes(name: str) -> None:
    chance = random.Random(name)
    for _ in range(60):
        data = bytearray(FILES[name])
        for _ in range(chance.choice((1, 3, 30))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        cut = len(data) if chance.random() < 0.7 else chance.randrange(len(data))
        shown(bytes(data[:cut]), name)


@pytest.mark.parametrize("name", ["brev.docx", "bok.xlsx"])
def test_sound_packages_with_broken_xml(name: str) -> None:
    chance = random.Random(name)
    with zipfile.ZipFile(io.BytesIO(FILES[name])) as package:
        parts = {n: package.read(n) for n in package.namelist()}
    texts = [n for n in parts if n.endswith((".xml", ".rels"))]
    for _ in range(60):
        changed = dict(parts)
        part = chance.choice(texts)
        xml = changed[part].decode("utf-8", "replace")
        at = chance.randrange(len(xml))
        edits = (
            xml[:at] + xml[at + chance.randrange(40) :],
            xml.replace('"1"', '"-7"'),
            xml.replace("w:p>", "w:tbl>"),
            xml.replace("rId", "fel"),
            xml.replace('"0"', '"99999999999"'),
        )
        changed[part] = chance.choice(edits).encode()
        if chance.random() < 0.2:
            del changed[chance.choice(list(changed))]
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            for n, content in changed.items():
                package.writestr(n, content)
        shown(out.getvalue(), name)


@given(st.binary(max_size=300), st.sampled_from(["x.docx", "x.csv", "x", ""]))
@settings(max_examples=150)
def test_any_bytes(data: bytes, name: str) -> None:
    shown(data, name)


TOKENS = [
    *("<p>", "</p>", "<ul>", "<ol>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "</table>", "<b>", "</b>"),
    *(
        "<p style='mso-list:l0 level3 lfo1'>",
        "<span style='mso-list:Ignore'>",
        "</span>",
        "<![if x]>",
        "<!--",
    ),
    *("-->", "<br>", "<h1>", "</h1>", "<img src='x'>", "att ", "1. ", "• ", "text", "&nbsp;", "\t", "\n"),
    *("(S)", "beslutar"),
]
MARKUP = st.lists(st.sampled_from(TOKENS), max_size=30).map("".join)


@given(MARKUP)
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_any_markup(html: str) -> None:
    shown(b"<html>" + html.encode(), "x.html")
    from_clipboard(html, html)
    read_list(html)
    read_members(html)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(-2, 10)), max_size=20))
def test_any_order_of_list_levels(entries: list[tuple[int, int]]) -> None:
    outline = "".join(level(at, "decimal", f"%{at + 1}.") for at in range(9))
    parts = numbering(outline, outline, numbers=number(1, 0) + number(2, 1) + number(3, 7))
    shown(minimal("".join(numbered("x", n, depth) for n, depth in entries), parts), "x.docx")


def test_depth_beyond_reason_in_a_document() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 3000 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 3000
    made = Press().convert(minimal(deep), "x.docx")
    assert "djupt" in made.message
