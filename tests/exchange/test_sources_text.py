"""Plain text to lines, with the damage of text taken out of a PDF; and what no lines can be had from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from namndstod.domain.records import ConversionState
from namndstod.exchange.problems import CannotShow
from namndstod.exchange.sources import read_source

from ..documents import odd_pdfs as odd
from .source_files import pdf_of, printed, read, texts
from .test_hostile import BLANKS, ENTITIES, office
from .tools import compound, pdf, picture
from .word_files import body, paragraph

LONG = "Nämnden beslutade vid sitt senaste möte att låta utreda frågan om nya öppettider"


def lines_of(text: str) -> list[tuple[str, str]]:
    return [(line.label, line.text) for line in read(text.encode(), "pm.txt").lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_usual_encoding_is_read(encoding: str) -> None:
    data = "Förslag till beslut\r\natt anta taxan – från 2026".encode(encoding)
    assert texts(read(data, "pm.txt").lines) == ["Förslag till beslut", "att anta taxan – från 2026"]


def test_empty_lines_indents_and_wide_gaps_are_kept_as_facts() -> None:
    source = read(b"Rubrik\n\n  Inne\nMaja Ek      Bo Ny\nEn mening.  Till\natt   anta\tx\n", "pm.txt")
    assert [line.gap for line in source.lines] == [False, True, False, False, False]
    assert [line.indent for line in source.lines] == [0, 2, 0, 0, 0]
    assert source.lines[2].cells == ("Maja Ek", "Bo Ny")
    assert (source.lines[3].text, source.lines[3].cells) == ("En mening. Till", ())
    assert source.lines[4].cells == ("att anta", "x")


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("•Text här", "•"), ("• Text här", "•"), ("\uf0b7 Text här", "•"), ("\uf0a7  Text här", "▪"),
        ("o   Text här", "◦"), ("- Text här", "-"), ("– Text här", "–"), ("-Text här", "-"),
        ("12. Text här", "12."), ("2) Text här", "2)"), ("a) Text här", "a)"), ("2.1 Text här", "2.1"),
    ],
)  # fmt: skip
def test_typed_labels_stand_apart(typed: str, label: str) -> None:
    assert lines_of(typed) == [(label, "Text här")]


@pytest.mark.parametrize(
    "text", ["att Region Sjöbygden", "2019 års budget", "1,5 miljoner", "o.s.v. enligt ovan"]
)
def test_what_is_no_label_stays_in_the_text(text: str) -> None:
    assert lines_of(text) == [("", text)]


def test_lost_bullets_are_told_by_the_space_they_left() -> None:
    text = (
        f" En rubrik\nSå börjar texten.\n\n {LONG}\noch om priser.\n Andra villkoret.\nRubrik\n Ensam rad\n"
    )
    assert [label for label, _ in lines_of(text)] == ["", "", "•", "", "•", "", ""]


def test_form_feeds_are_pages_and_their_heads_and_feet_furniture() -> None:
    pages = "\f".join(f"Sjöbygdens kommun   {n} (3)\nText nummer {n}\nsjobygden.example" for n in (1, 2, 3))
    source = read(pages.encode(), "pm.txt")
    assert [(line.page, line.text) for line in source.lines] == [(n, f"Text nummer {n}") for n in (1, 2, 3)]
    assert texts(source.furniture) == ["Sjöbygdens kommun", "sjobygden.example"]


def test_furniture_inside_a_sentence_is_taken_out() -> None:
    text = (
        f"Dagordning\nsjobygden.example\n\n{LONG}\n1 (9)\n\nDagordning\nsjobygden.example\n\n"
        f"och återkomma.\n{LONG} igen\n2 (9)\n\nDagordning\nsjobygden.example\n\ni höst."
    )
    source = read(text.encode(), "pm.txt")
    assert texts(source.lines) == [LONG, "och återkomma.", f"{LONG} igen", "i höst."]
    assert [line.page for line in source.lines] == [1, 2, 2, 3]
    assert not source.lines[1].gap  # how far it is apart is not known
    assert texts(source.furniture) == ["Dagordning", "sjobygden.example"]


def test_the_line_to_sign_on_and_the_head_with_it_are_furniture() -> None:
    head = "PROTOKOLL\n\nByggnadsnämnden 2026-01-20\n\nJusterandes sign      Utdragsbestyrkande\n\n"
    text = "\n".join(f"{head}§ {n}\n{LONG}\noch så vidare.\nIngen skillnad {n}.\nSlut {n}." for n in (3, 4))
    source = read(text.encode(), "protokoll.txt")
    assert [line.text for line in source.lines if line.text.startswith(("§", "P", "B"))] == ["§ 3", "§ 4"]
    assert len(source.furniture) == 3


def test_lines_as_long_as_paragraphs_are_paragraphs() -> None:
    source = read(f"Rubrik\n{LONG * 3}\nNästa.".encode(), "pm.txt")
    assert [line.whole for line in source.lines] == [True, True, True]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Udvalget har ikke behandlet sagen, og der er et forslag om at det skal ske efter sommeren. ",
            "danska",
        ),
        (
            "The committee is of the opinion that this shall not be decided by the board of the region. ",
            "engelska",
        ),
    ],
)
def test_another_language_is_told(text: str, language: str) -> None:
    (doubt,) = read((text * 4).encode(), "pm.txt").doubts
    assert language in doubt
    assert read(f"{LONG}. ".encode() * 9, "pm.txt").doubts == ()


def test_what_a_file_is_counts_not_what_it_is_called() -> None:
    assert texts(read(body(paragraph("Brev")), "brev.pdf").lines) == ["Brev"]
    assert texts(read(pdf_of(printed("Brev")), "brev.docx").lines) == ["Brev"]
    assert texts(read(b"Brev", "brev.docx").lines) == ["Brev"]


DAMAGED, PROTECTED, UNSUPPORTED = (
    ConversionState.DAMAGED,
    ConversionState.PROTECTED,
    ConversionState.UNSUPPORTED,
)
MAIL = b"From: a@sjobygden.example\nTo: b@sjobygden.example\nSubject: PM\n\nHej"


@pytest.mark.parametrize(
    ("make", "state", "words"),
    [
        (lambda: b"", UNSUPPORTED, "tom"),
        (lambda: b" \r\n\t", UNSUPPORTED, "tom"),
        (lambda: picture(), UNSUPPORTED, "bild"),
        (lambda: pdf(2), UNSUPPORTED, "bilder utan text"),
        (lambda: pdf(password="hemligt"), PROTECTED, "lösenord"),
        (lambda: compound("EncryptedPackage"), PROTECTED, "lösenord"),
        (lambda: compound("WordDocument"), UNSUPPORTED, "äldre format"),
        (lambda: b"{\\rtf1 Brev}", UNSUPPORTED, "RTF"),
        (lambda: MAIL, UNSUPPORTED, "e-post"),
        (lambda: b"%PDF-1.7\nskr\xe4p", DAMAGED, "skadad"),
        (lambda: b"PK\x03\x04word/document.xml", DAMAGED, "skadad"),
        (lambda: body("<w:p/>"), UNSUPPORTED, "ingen text"),
        (lambda: office("docx", b"<x/>", {"deep.bin": BLANKS}), UNSUPPORTED, "orimligt stor"),
        (lambda: office("docx", ENTITIES + b"]><x>&k;</x>"), DAMAGED, "skadad"),
        (
            lambda: odd.page(b"/Contents 4 0 R", c=odd.stream(odd.bomb(210), b"/Filter/FlateDecode")),
            UNSUPPORTED,
            "orimligt stor",
        ),
        (lambda: b"x" * 3_000_001, UNSUPPORTED, "lång"),
    ],
)
def test_what_cannot_be_read_says_why(make: Callable[[], bytes], state: ConversionState, words: str) -> None:
    with pytest.raises(CannotShow, match=words) as caught:
        read_source(make(), "pm.docx")
    assert caught.value.state is state


def test_tables_too_deep_to_be_meant_are_refused() -> None:
    xml = paragraph("Text")
    for _ in range(60):
        xml = f"<w:tbl><w:tr><w:tc>{xml}<w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    with pytest.raises(CannotShow, match="nästlat"):
        read_source(body(xml), "pm.docx")
