"""Hostile and odd files: a page that is right or a Swedish reason, and a packet that takes it either way."""

from __future__ import annotations

import io
import os
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Encryption

from namndstod.documents.accessible import accessibility
from namndstod.documents.joining import join
from namndstod.documents.layout import draw
from namndstod.documents.packet import Part, PartProblem, assemble
from namndstod.domain.content import Paper
from namndstod.domain.records import ConversionState
from namndstod.exchange.convert import Converted, convert
from namndstod.exchange.package import parse
from namndstod.exchange.pdf_limits import _lzw_length
from namndstod.exchange.problems import CannotShow

from ..documents import odd_pdfs as odd
from ..documents.reading import page_texts, paper, plain, text
from .tools import compound, picture
from .word_files import body, paragraph


def converted(data: bytes, name: str = "bilaga.pdf") -> Converted:
    return convert(data, name, draw=lambda tree: draw(tree).pdf, join=join, office=None)


def packed(made: Converted) -> pikepdf.Pdf:
    """Return the packet of what a file became, opened; fail unless it is free of errors."""
    packet = assemble([Part("Bilaga", made.pdf)])
    pdf = pikepdf.open(io.BytesIO(packet.pdf))
    assert pdf.check_pdf_syntax() == []
    assert len(pdf.pages) == packet.pages == made.pages
    return pdf


DONE, DAMAGED = ConversionState.DONE, ConversionState.DAMAGED
PROTECTED, UNSUPPORTED = ConversionState.PROTECTED, ConversionState.UNSUPPORTED
CATALOG, NODE = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count 1>>"
SMALL = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>"
IMAGE = b"/Type/XObject/Subtype/Image/BitsPerComponent 8/ColorSpace/DeviceGray/Width 99999/Height 99999"

FILES: dict[str, tuple[Callable[[], bytes], ConversionState, int, str]] = {
    "user password": (
        lambda: odd.written(odd.nothing, encryption=Encryption(user="x", owner="y")),
        PROTECTED, 1, "lösenord",
    ),
    "owner password": (
        lambda: odd.written(odd.nothing, encryption=Encryption(user="", owner="y")), DONE, 1, "",
    ),
    "truncated": (lambda: odd.written(odd.nothing, 5)[:-700], DAMAGED, 5, "lagats"),
    "scripts everywhere": (odd.active, DONE, 1, "XFA"),
    "turned": (lambda: odd.written(odd.turned, 4), DONE, 4, ""),
    "A3 lying": (lambda: odd.boxes(0, 0, 1191, 842), DONE, 1, ""),
    "as large as a house": (lambda: odd.boxes(0, 0, 1e9, 1e9), DONE, 1, "utan rimlig storlek"),
    "no area": (lambda: odd.boxes(0, 0, 0, 0), DONE, 1, "utan rimlig storlek"),
    "boxes back to front": (lambda: odd.boxes(300, 400, -10, -20), DONE, 1, ""),
    "as small as a stamp": (lambda: odd.boxes(0, 0, 20, 10), DONE, 1, ""),
    "no resources": (lambda: odd.without("/Resources"), DAMAGED, 1, "lagats"),
    "no size": (lambda: odd.without("/MediaBox"), DAMAGED, 1, "lagats"),
    "no contents": (lambda: odd.without("/Contents"), DONE, 1, ""),
    "no pages": (lambda: odd.raw({1: CATALOG, 2: NODE % b""}), DAMAGED, 1, "inga sidor"),
    "pages in a circle": (
        lambda: odd.raw({1: CATALOG, 2: NODE % b"2 0 R 3 0 R", 3: SMALL}), DAMAGED, 1, "skadad",
    ),
    "the same page twice": (
        lambda: odd.raw({1: CATALOG, 2: NODE % b"3 0 R 3 0 R", 3: SMALL}), DAMAGED, 2, "lagats",
    ),
    "outline in a circle": (lambda: odd.written(odd.circular_outline), DONE, 1, ""),
    "structure in a circle": (lambda: odd.structure(odd.circular_structure), DONE, 1, ""),
    "structure without end": (lambda: odd.structure(odd.deep_structure), DONE, 1, ""),
    "comments without end": (lambda: odd.chain(5_000), DAMAGED, 1, "skadad"),
    "page tree without end": (lambda: odd.page_tree(5_000), DAMAGED, 1, "skadad"),
    "arrays within arrays": (lambda: odd.page(b"/X " + b"[" * 5000 + b"]" * 5000), DAMAGED, 1, "skadad"),
    "bomb in the drawing": (
        lambda: odd.page(b"/Contents 4 0 R", c=odd.stream(odd.bomb(210), b"/Filter/FlateDecode")),
        UNSUPPORTED, 1, "orimligt stor",
    ),
    "bomb within a bomb": (
        lambda: odd.page(b"/Contents 4 0 R",
                         c=odd.stream(zlib.compress(odd.bomb(210)), b"/Filter[/FlateDecode/Fl]")),
        UNSUPPORTED, 1, "orimligt stor",
    ),
    "bomb of the older kind": (
        lambda: odd.page(b"/Contents 4 0 R", c=odd.stream(odd.lzw_bomb(40), b"/Filter/LZWDecode")),
        UNSUPPORTED, 1, "orimligt stor",
    ),
    "picture beyond reason": (
        lambda: odd.page(b"/Resources<</XObject<</I 4 0 R>>>>", i=odd.stream(b"x", IMAGE)),
        UNSUPPORTED, 1, "orimligt stor",
    ),
    "bomb of objects": (
        lambda: odd.raw({1: CATALOG, 2: NODE % b"3 0 R", 3: SMALL, 4: odd.stream(
            odd.bomb(160), b"/Type/ObjStm/N 1/First 5/Filter/FlateDecode")}),
        UNSUPPORTED, 1, "orimligt stor",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_pdf_becomes_its_pages_or_a_page_that_says_why_not(name: str) -> None:
    make, state, pages, words = FILES[name]
    made = converted(make())
    assert (made.state, made.pages) == (state, pages)
    assert words in made.message
    assert bool(words) == bool(made.message)
    with packed(made) as pdf:
        first = plain(page_texts(made.pdf)[0])
        assert made.state in (DONE, DAMAGED) or made.message in first
        assert len(pdf.pages) == pages


def test_what_is_sent_out_runs_nothing_and_fetches_nothing() -> None:
    made = converted(odd.active())
    out = io.BytesIO()
    with packed(made) as pdf:
        kinds = [str(one.Subtype) for one in pdf.pages[0].get("/Annots", ())]
        assert kinds == ["/Link"]  # a comment's look is drawn into the page, with those of the form
        pdf.save(out, qdf=True)
    for word in odd.ACTIVE_WORDS:
        assert word not in out.getvalue()
    assert b"https://region.example" in out.getvalue()


def test_ten_thousand_pages_are_pages() -> None:
    many = 10_000 if os.environ.get("NAMNDSTOD_FULL") else 1_000
    data = odd.written(odd.nothing, many)
    packet = assemble([Part("Bilaga", data), Part("Sist", paper(text("Slut")))])
    assert packet.pages == many + 1
    with pikepdf.open(io.BytesIO(packet.pdf)) as pdf:
        assert str(pdf.pages[many - 1].label) == str(many)


@pytest.mark.parametrize(
    ("data", "name", "state", "words"),
    [
        (odd.written(odd.nothing), "brev.docx", DONE, ""),
        (odd.written(odd.nothing), "bild.jpg", DONE, ""),
        (body(paragraph("Brev")), "brev.pdf", DONE, ""),
        (picture(), "brev.docx", DONE, ""),
        (b"MZ\x90\x00" + bytes(200), "faktura.pdf", UNSUPPORTED, "okänd"),
        (compound("EncryptedPackage"), "brev.pdf", PROTECTED, "lösenord"),
        (b"\r\n skr\xe4p f\xf6re " + odd.written(odd.nothing), "x.pdf", DONE, ""),
    ],
)
def test_what_a_file_is_counts_not_what_it_is_called(
    data: bytes, name: str, state: ConversionState, words: str
) -> None:
    made = converted(data, name)
    assert made.state is state
    assert words in made.message
    packed(made).close()


def zipped(parts: dict[str, bytes], level: int = 9) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


BLANKS = b" " * 40_000_000
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %c "%s">' % (c + 1, b"&%c;" % c * 10) for c in range(97, 107)
)
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def office(kind: str, content: bytes, extra: dict[str, bytes] | None = None) -> bytes:
    """Return a .docx or .xlsx whose main XML is `content`."""
    from .test_fuzz import FILES as SOUND

    name, part = {
        "docx": ("brev.docx", "word/document.xml"),
        "xlsx": ("bok.xlsx", "xl/worksheets/sheet1.xml"),
    }[kind]
    with zipfile.ZipFile(io.BytesIO(SOUND[name])) as package:
        parts = {n: package.read(n) for n in package.namelist()}
    return zipped(parts | {part: content} | (extra or {}))


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda kind: office(kind, b"<x/>", {"deep.bin": BLANKS}), "orimligt stor"),
        (
            lambda kind: office(kind, b"<x/>", {f"w{n}": BLANKS[:1_000_000] for n in range(30)}),
            "orimligt stor",
        ),
        (lambda kind: office(kind, b"<x/>", {f"n{n}": b"" for n in range(10_001)}), "orimligt stor"),
        (lambda kind: office(kind, ENTITIES + b"]><x>&k;</x>"), "skadad"),
        (lambda kind: office(kind, OUTSIDE + b"<x>&a;</x>"), "skadad"),
    ],
    ids=["deep", "wide", "many", "entities", "outside"],
)
def test_office_files_that_explode_are_told_of(kind: str, make: Callable[[str], bytes], words: str) -> None:
    made = converted(make(kind), f"bilaga.{kind}")
    assert made.state in (DAMAGED, UNSUPPORTED)
    assert words in made.message
    packed(made).close()


STYLES = (
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:style><w:name/>{}<w:rPr>och text</w:rPr></w:style></w:styles>"
)


def test_what_no_reader_asks_for_is_passed_over_with_all_that_is_in_it() -> None:
    corner = '<w:tblStylePr w:type="neCell">text<w:rPr><w:b/></w:rPr><w:tcPr/></w:tblStylePr>'
    root = parse(STYLES.format(corner * 2).encode())
    assert [node.tag for node in root.iter()] == ["w:styles", "w:style", "w:name", "w:rPr"]
    assert [node.text for node in root.iter("w:rPr")] == ["och text"]


def test_what_is_passed_over_cannot_hide_where_it_ends() -> None:
    corner = "<w:tblStylePr><w:tblStylePr/><w:b/></w:tblStylePr>"
    with pytest.raises(CannotShow):
        parse(STYLES.format(corner).encode())


def test_a_mail_with_hostile_files_shows_each() -> None:
    from .test_convert import mail

    made = converted(
        mail(
            ("skript.pdf", odd.active()),
            ("bomb.pdf", FILES["bomb within a bomb"][0]()),
            ("hemlig.pdf", FILES["user password"][0]()),
            ("bra.pdf", odd.written(odd.nothing)),
        ),
        "remiss.eml",
    )
    words = " ".join(plain(page) for page in page_texts(made.pdf))
    assert "Sida 1" in words
    assert "orimligt stor" in made.message
    assert "lösenord" in made.message
    with packed(made) as pdf:
        out = io.BytesIO()
        pdf.save(out, qdf=True)
    assert b"alert" not in out.getvalue()


def test_a_file_that_only_the_packet_would_meet_is_named_there() -> None:
    for data in (odd.chain(5_000), odd.page_tree(5_000), FILES["no pages"][0]()):
        with pytest.raises(PartProblem, match="”Bilaga” är skadad"):
            assemble([Part("Bilaga", data)])


def test_lengths_of_lzw_are_counted_as_they_unpack() -> None:
    assert _lzw_length(bytes.fromhex("800B6050220C0C8501")) == 10  # the example of ISO 32000-1, 7.4.4.2
    assert _lzw_length(odd.lzw_bomb(2)) > 10_000_000
    assert _lzw_length(b"") == 0


SCAN = odd.page(
    b"/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>",
    c=odd.stream(b"595 0 0 842 0 0 cm /I Do"),
    i=odd.stream(
        b"\0", b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"
    ),
)


def with_field() -> bytes:
    def add(pdf: pikepdf.Pdf) -> None:
        field = pdf.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Tx, T=pikepdf.String("Namn")))
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]))

    return odd.written(add)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (draw(Paper("Brev", (text("Hej"),))).pdf, ""),
        (odd.written(odd.nothing), "saknar taggar, saknar språk, typsnitt är inte inbäddade"),
        (SCAN, "är inskannad: sidorna är bilder utan text, saknar språk"),
        (odd.structure(odd.circular_structure), "saknar taggar på 1 av 1 sidor, saknar språk, typsnitt"),
        (with_field(), "har ett formulär, vars fält blir text utan taggar"),
        (FILES["user password"][0](), "är krypterad"),
        (b"skr\xe4p", "är skadad"),
    ],
)
def test_why_a_screen_reader_cannot_read_a_file(data: bytes, reason: str) -> None:
    assert reason in accessibility(data)
    assert bool(reason) == bool(accessibility(data))
