"""The .docx says the same as the PDF, in the same order, and in Word's own terms."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from namndstod.documents.layout import draw
from namndstod.documents.word import to_docx
from namndstod.documents.word_styles import CELL, CLOSE_CELL, SMALL_CELL, cell_style
from namndstod.domain.colours import readable
from namndstod.domain.content import (
    Align,
    Cell,
    Contents,
    Fields,
    Figure,
    Furniture,
    Group,
    Heading,
    ListBlock,
    ListItem,
    ListKind,
    Masthead,
    PageBreak,
    Paper,
    Paragraph,
    ParagraphRole,
    Run,
    SideBySide,
    Signature,
    Signatures,
    Table,
    inline,
)

from .reading import page_texts, plain, text
from .test_layout import picture


def cell(words: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell((text(words),), columns=columns, rows=rows)


def whole_paper(furniture: Furniture) -> Paper:
    """Return a paper with every kind of block."""
    nested = ListBlock(
        ListKind.NUMBERED, (ListItem("1.", (text("under ett"),)), ListItem("2.", (text("under två"),)))
    )
    return Paper(
        "Protokoll 2027-05-14",
        (
            Fields(
                (
                    ("Plats och tid", (text("Storsjösalen\nkl. 10.00"),)),
                    ("Paragrafer", (text("§§\u00a041–42"),)),
                )
            ),
            SideBySide(
                ((text("Ledamöter"), text("Karin Ek (S)")), (text("Ersättare"), text("Bo Lind (KD)")))
            ),
            Group(
                (
                    Paragraph(inline("Underskrifter"), ParagraphRole.LABEL),
                    Signatures(
                        (
                            Signature("Sekreterare", "Per Holm"),
                            Signature("Ordförande", "Karin Ek"),
                            Signature("Justerande", ""),
                        )
                    ),
                ),
                keep=True,
            ),
            Group((Heading(2, "Anslag/bevis"), text("Protokollet är justerat.")), framed=True),
            Contents(),
            PageBreak(),
            Heading(2, "Grön hamn", "p41", "§\u00a041", in_contents=True),
            Paragraph(inline("Dnr 27RT118"), ParagraphRole.META),
            Heading(3, "Beslut"),
            Paragraph(inline("Nämnden beslutar"), ParagraphRole.DECIDER),
            ListBlock(
                ListKind.CLAUSES,
                (
                    ListItem("att", (text("bevilja medel, samt"),)),
                    ListItem("att", (text("följande villkor gäller:"), nested)),
                ),
            ),
            ListBlock(
                ListKind.NUMBERED, tuple(ListItem(f"{n}.", (text(f"punkt {n}"),)) for n in range(3, 6))
            ),
            ListBlock(
                ListKind.BULLETS,
                (ListItem("•", (text("Föredragnings-PM"),)), ListItem("a)", (text("egen etikett"),))),
            ),
            Paragraph(
                (
                    Run("Se "),
                    Run("viktigt", strong=True),
                    Run(" på "),
                    Run("webben", link="https://region.example"),
                    Run(" och "),
                    Run("här", link="#p42"),
                    Run(" i dag.", emphasis=True),
                )
            ),
            Heading(2, "Information", "p42", "§\u00a042", in_contents=True),
            Table(
                (
                    (cell("Ledamot", rows=2), cell("Röst", columns=2)),
                    (cell("Ja"), cell("Nej")),
                    (cell("Karin Ek"), cell("X"), cell("")),
                    (cell("Summa"), cell("1"), cell("0")),
                ),
                head_rows=2,
                caption="Omröstningslista",
                aligns=(Align.LEFT, Align.RIGHT, Align.RIGHT),
            ),
            Figure("bild", "En båt"),
            Figure("borta", "En karta"),
            Paragraph(inline("Finstilt"), ParagraphRole.NOTE),
        ),
        furniture,
        Masthead("Region Storsjön", ("Hamngatan 1",), "region.example", name="Protokoll"),
        author="Per Holm",
        images={"bild": picture(40, 30)},
    )


def docx_texts(data: bytes) -> Iterator[str]:
    """Yield the paragraphs of a .docx in order, with the labels that Word works out."""
    document = docx.Document(io.BytesIO(data))
    numbering = document.part.numbering_part.element
    labels = {
        num.get(qn("w:numId")): numbering.xpath(
            f"w:abstractNum[@w:abstractNumId={num.get(qn('w:numId'))}]/w:lvl/w:lvlText/@w:val"
        )[0]
        for num in numbering.findall(qn("w:num"))
    }
    starts = {
        num.get(qn("w:abstractNumId")): int(num.find(f"{qn('w:lvl')}/{qn('w:start')}").get(qn("w:val")))
        for num in numbering.findall(qn("w:abstractNum"))
    }
    used: Counter[str] = Counter()
    for paragraph in document.element.body.iter(qn("w:p")):
        number = paragraph.xpath("w:pPr/w:numPr/w:numId/@w:val")
        label = ""
        if number:
            label = labels[number[0]].replace("%1", str(starts[number[0]] + used[number[0]])) + " "
            used[number[0]] += 1
        words = "".join(_text(node) for node in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab")))
        if plain(label + words):
            yield plain(label + words)


def _text(node: Any) -> str:
    if node.tag == qn("w:tab") and node.getparent().tag != qn("w:r"):
        return ""  # a tab stop's definition
    return node.text if node.tag == qn("w:t") else " "


@pytest.fixture(scope="module")
def bare() -> bytes:
    return to_docx(whole_paper(Furniture(page_numbers=False)))


def test_same_words_in_the_same_order_as_the_pdf(bare: bytes) -> None:
    drawn = draw(whole_paper(Furniture(page_numbers=False)))
    assert " ".join(docx_texts(bare)).split() == plain(" ".join(page_texts(drawn.pdf))).split()


def test_the_same_tree_gives_the_same_bytes(bare: bytes) -> None:
    assert to_docx(whole_paper(Furniture(page_numbers=False))) == bare


def test_real_styles_and_numbering(bare: bytes) -> None:
    document = docx.Document(io.BytesIO(bare))
    styles = {p.text: p.style.name for p in document.paragraphs if p.style}
    assert styles["§\u00a041 Grön hamn"] == "Heading 2"
    assert styles["Beslut"] == "Heading 3"
    assert styles["Nämnden beslutar"] == "Beslutsmening"
    (clause,) = [p for p in document.paragraphs if p.text == "bevilja medel, samt"]
    assert clause._p.xpath("w:pPr/w:numPr")


def test_language_title_and_author(bare: bytes) -> None:
    document = docx.Document(io.BytesIO(bare))
    assert document.core_properties.title == "Protokoll 2027-05-14"
    assert document.core_properties.author == "Per Holm"
    assert document.core_properties.language == "sv-SE"
    assert document.styles.element.xpath("w:docDefaults//w:lang/@w:val") == ["sv-SE"]


def test_table_heads_are_marked_and_cells_spanned(bare: bytes) -> None:
    document = docx.Document(io.BytesIO(bare))
    (table,) = [t for t in document.tables if "Ledamot" in t.rows[0].cells[0].text]
    assert [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows] == [True, True, False, False]
    assert table.cell(0, 1)._tc is table.cell(0, 2)._tc
    assert table.cell(0, 0)._tc.vMerge == "restart"


def test_contents_are_a_field_with_entries_that_lead_to_bookmarks(bare: bytes) -> None:
    body = docx.Document(io.BytesIO(bare)).element.body
    assert [i.text.strip() for i in body.iter(qn("w:instrText"))] == ['TOC \\o "2-2" \\h \\z']
    bookmarks = {b.get(qn("w:name")) for b in body.iter(qn("w:bookmarkStart"))}
    links = [a for h in body.iter(qn("w:hyperlink")) if (a := h.get(qn("w:anchor")))]
    assert len(links) == 3
    assert set(links) <= bookmarks
    kinds = [f.get(qn("w:fldCharType")) for f in body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]


def test_heads_and_feet_with_page_fields() -> None:
    furniture = Furniture(
        "Nämnden", "Protokoll", "Justerandes sign", "Utdragsbestyrkande", watermark="UTKAST"
    )
    document = docx.Document(io.BytesIO(to_docx(whole_paper(furniture))))
    (section,) = document.sections
    assert section.header.paragraphs[0].text == "Nämnden\tProtokoll   1 (1)"
    assert section.first_page_header.paragraphs[0].text == "\t1 (1)"
    assert section.footer.paragraphs[0].text == "Justerandes sign\tUtdragsbestyrkande"
    for head in (section.header, section.first_page_header):
        fields = [i.text.strip() for i in head._element.iter(qn("w:instrText"))]
        assert fields == ["PAGE", "NUMPAGES"]
        assert re.search('string="UTKAST"', head._element.xml)


def test_pictures_have_their_alternative_text(bare: bytes) -> None:
    body = docx.Document(io.BytesIO(bare)).element.body
    assert [p.get("descr") for p in body.iter(qn("wp:docPr"))] == ["En båt"]


def test_characters_that_xml_forbids_are_left_out() -> None:
    tree = Paper("P", (text("före\x07efter"), Heading(1, "rubrik\x00"), Table(((cell("\x1bcell"),),))))
    assert list(docx_texts(to_docx(tree))) == ["föreefter", "rubrik", "cell"]


def wide_table() -> Table:
    head = tuple(cell(f"Ett ganska långt rubrikord{n}") for n in range(9))
    return Table(
        (head, *(tuple(cell(f"sammanhängande{n}") for n in range(9)) for _ in range(3))), head_rows=1
    )


def test_a_table_too_wide_stands_on_a_turned_sheet_with_its_heading() -> None:
    furniture = Furniture("Nämnden", "Delegationslista", watermark="UTKAST")
    blocks = (text("Före"), PageBreak(), Heading(2, "Besluten"), wide_table(), PageBreak(), text("Efter"))
    tree = Paper("P", blocks, furniture, Masthead(name="Delegationslista"))
    document = docx.Document(io.BytesIO(to_docx(tree)))
    assert [s.orientation.name for s in document.sections] == ["PORTRAIT", "LANDSCAPE", "PORTRAIT"]
    turned = document.sections[1]
    sides = (turned.page_width, turned.page_height)
    assert [round(side / Mm(1)) for side in sides if side] == [297, 210]
    assert not turned.different_first_page_header_footer
    assert turned.header.paragraphs[0].text == "Nämnden\tDelegationslista   1 (1)"
    assert 'string="UTKAST"' in turned.header._element.xml
    assert not list(document.element.body.iter(qn("w:br")))  # the sheets break the pages
    assert len([p for p in document.element.body.iter(qn("w:p")) if p.xpath("w:pPr/w:sectPr")]) == 2
    order = list(docx_texts(to_docx(tree)))
    assert order.index("Besluten") < order.index("sammanhängande0") < order.index("Efter")


def test_a_turned_table_at_the_end_leaves_no_empty_sheet() -> None:
    document = docx.Document(io.BytesIO(to_docx(Paper("P", (text("Före"), wide_table())))))
    assert [s.orientation.name for s in document.sections] == ["PORTRAIT", "LANDSCAPE"]


def test_the_last_rows_of_a_table_stay_together_and_columns_that_are_many_stand_closer() -> None:
    rows = tuple(tuple(cell(f"{a}{n}") for n in range(8)) for a in ("Huvud", "Ett", "Två", "Summa"))
    table = docx.Document(io.BytesIO(to_docx(Paper("P", (Table(rows, head_rows=1),))))).tables[0]
    kept = [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows]
    assert kept == [False, True, True, False]
    assert [cell_style(scale)[0] for scale in (1.0, 0.8, 0.5)] == [CELL, CLOSE_CELL, SMALL_CELL]


def test_a_page_begins_with_the_heading_itself() -> None:
    document = docx.Document(io.BytesIO(to_docx(Paper("P", (text("Ett"), PageBreak(), Heading(1, "Två"))))))
    assert [p.text for p in document.paragraphs] == ["Ett", "Två"]
    assert document.paragraphs[1].paragraph_format.page_break_before


@pytest.mark.parametrize(
    ("colour", "shown"), [("#1F5FAE", "1F5FAE"), ("#FFDD00", readable("#FFDD00")[1:]), ("", None)]
)
def test_the_letterheads_colour_is_the_names_and_the_lines(colour: str, shown: str | None) -> None:
    head = Masthead("Region Storsjön", name="Kallelse", colour=colour)
    table = docx.Document(io.BytesIO(to_docx(Paper("Kallelse", (text("a"),), masthead=head)))).tables[0]
    given = table.rows[0].cells[1].paragraphs[0].runs[0].font.color.rgb
    assert (str(given) if given is not None else None) == shown
    lines = {line.get(qn("w:color")) for line in table._tbl.iter(qn("w:bottom")) if line.get(qn("w:color"))}
    assert lines == {shown or "8A92A0"}


@pytest.mark.parametrize(("count", "beside"), [(1, 1), (2, 2), (3, 3), (4, 2), (5, 3)])
def test_those_who_sign_stand_beside_each_other_as_on_paper(count: int, beside: int) -> None:
    signed = Signatures(tuple(Signature("Justerande", f"Namn {n}") for n in range(count)))
    first = docx.Document(io.BytesIO(to_docx(Paper("P", (signed,))))).tables[0]
    assert sum("Namn" in cell.text for cell in first.rows[0].cells) == beside
