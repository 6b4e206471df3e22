"""Word documents: everything that Word prints is in the tree, once."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.shared import Pt
from PIL import Image

from namndstod.domain.content import (
    Align,
    Figure,
    Group,
    Heading,
    ListBlock,
    ListKind,
    PageBreak,
    Paper,
    Paragraph,
    ParagraphRole,
    Table,
)
from namndstod.domain.records import ConversionState
from namndstod.exchange.docx_reader import read_docx
from namndstod.exchange.problems import CannotShow

from .trees import cell_text, grid, lines, tables, text
from .word_files import NAMESPACES, body, level, minimal, number, numbered, numbering, paragraph, saved


def read(data: bytes) -> Paper:
    return read_docx(data, "brev.docx")[0]


def read_lines(data: bytes) -> list[str]:
    return list(lines(read(data).blocks))


def png(colour: str = "red", size: tuple[int, int] = (40, 20)) -> BytesIO:
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    out.seek(0)
    return out


def test_headings_by_style_and_emphasis_of_runs() -> None:
    document = docx.Document()
    document.add_heading("Tjänsteskrivelse", 0)
    document.add_heading("Förslag till beslut", 2)
    written = document.add_paragraph("Nämnden ")
    written.add_run("avslår").bold = True
    written.add_run(" begäran ")
    written.add_run("tills vidare").italic = True
    paper = read(saved(document))
    title, heading, prose = paper.blocks
    assert (title, heading) == (Heading(1, "Tjänsteskrivelse"), Heading(2, "Förslag till beslut"))
    assert isinstance(prose, Paragraph)
    assert [(r.text, r.strong, r.emphasis) for r in prose.runs] == [
        ("Nämnden ", False, False),
        ("avslår", True, False),
        (" begäran ", False, False),
        ("tills vidare", False, True),
    ]


def test_swedish_style_names_and_outline_levels_are_headings() -> None:
    styles = (
        "styles.xml",
        '<w:styles NAMESPACES><w:style w:type="paragraph" w:styleId="R2"><w:name w:val="Rubrik 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Egen"/><w:basedOn w:val="R2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Djup"><w:name w:val="Djup"/>'
        '<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style></w:styles>',
    )
    written = paragraph("Ett", '<w:pStyle w:val="R2"/>') + paragraph("Två", '<w:pStyle w:val="Egen"/>')
    written += paragraph("Tre", '<w:pStyle w:val="Djup"/>') + paragraph("Fyra", '<w:outlineLvl w:val="9"/>')
    paper = read(minimal(written, {"styles": styles}))
    assert [b.level for b in paper.blocks if isinstance(b, Heading)] == [2, 2, 3]


def test_emphasis_comes_from_styles_and_can_be_taken_back() -> None:
    styles = (
        "styles.xml",
        '<w:styles NAMESPACES><w:style w:type="paragraph" w:styleId="F"><w:name w:val="Fet"/>'
        '<w:rPr><w:b/></w:rPr></w:style><w:style w:type="character" w:styleId="K"><w:name w:val="Kursiv"/>'
        "<w:rPr><w:i/></w:rPr></w:style></w:styles>",
    )
    runs = "<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:b w:val='0'/></w:rPr><w:t>b</w:t></w:r>"
    runs += "<w:r><w:rPr><w:rStyle w:val='K'/></w:rPr><w:t>c</w:t></w:r>"
    paper = read(minimal(f'<w:p><w:pPr><w:pStyle w:val="F"/></w:pPr>{runs}</w:p>', {"styles": styles}))
    (prose,) = paper.blocks
    assert isinstance(prose, Paragraph)
    assert [(r.text, r.strong, r.emphasis) for r in prose.runs] == [
        ("a", True, False),
        ("b", False, False),
        ("c", True, True),
    ]


def test_labels_of_lists_are_counted_as_word_counts() -> None:
    outline = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "lowerRoman", "%1.%2.%3")
    parts = numbering(outline, numbers=number(1, 0))
    written = "".join(numbered(f"p{at}", 1, depth) for at, depth in enumerate([0, 1, 1, 2, 2, 0, 1]))
    assert read_lines(minimal(written, parts)) == [
        "1. p0",
        "a) p1",
        "b) p2",
        "1.b.i p3",
        "1.b.ii p4",
        "2. p5",
        "a) p6",
    ]


def test_lists_nest_by_level() -> None:
    outline = level(0, "bullet", "\uf0b7") + level(1, "decimal", "%2.")
    written = numbered("ytter", 1) + numbered("inre", 1, 1) + numbered("ytter igen", 1)
    paper = read(minimal(written, numbering(outline, numbers=number(1, 0))))
    (outer,) = paper.blocks
    assert isinstance(outer, ListBlock)
    assert (outer.kind, [item.label for item in outer.items]) == (ListKind.BULLETS, ["•", "•"])
    inner = outer.items[0].blocks[1]
    assert isinstance(inner, ListBlock)
    assert (inner.kind, inner.items[0].label) == (ListKind.NUMBERED, "1.")


def test_list_styles_of_a_lower_level_nest_too() -> None:
    document = docx.Document()
    for style in ("List Bullet", "List Bullet 2", "List Number 3", "List Bullet"):
        document.add_paragraph(style, style)
    (outer,) = read(saved(document)).blocks
    assert isinstance(outer, ListBlock)
    assert [list(lines(item.blocks)) for item in outer.items] == [
        ["List Bullet", "• List Bullet 2", "1. List Number 3"],
        ["List Bullet"],
    ]


def test_a_list_continues_after_text_and_starts_anew_where_it_says_so() -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    parts = numbering(level(0, "decimal", "%1."), numbers=number(1, 0) + number(2, 0, restart) + number(3, 0))
    written = numbered("a", 1) + paragraph("text") + numbered("b", 1) + numbered("c", 3) + numbered("d", 2)
    assert read_lines(minimal(written, parts)) == ["1. a", "text", "2. b", "3. c", "1. d"]


@pytest.mark.parametrize(
    ("form", "third"),
    [
        ("upperRoman", "III"),
        ("lowerLetter", "c"),
        ("upperLetter", "C"),
        ("decimalZero", "03"),
        ("lowerRoman", "iii"),
    ],
)
def test_number_formats(form: str, third: str) -> None:
    parts = numbering(level(0, form, "%1"), numbers=number(1, 0))
    assert read_lines(minimal("".join(numbered("x", 1) for _ in range(3)), parts))[-1] == f"{third} x"


def test_legal_numbering_and_numbered_headings() -> None:
    styles = (
        "styles.xml",
        '<w:styles NAMESPACES><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>',
    )
    outline = level(0, "upperRoman", "%1", '<w:pStyle w:val="H1"/>')
    outline += level(1, "decimal", "%1.%2", '<w:pStyle w:val="H2"/><w:isLgl/>')
    parts = {"styles": styles, **numbering(outline, numbers=number(1, 0))}
    written = paragraph("Inledning", '<w:pStyle w:val="H1"/>') + paragraph("Syfte", '<w:pStyle w:val="H2"/>')
    assert read(minimal(written, parts)).blocks == (
        Heading(1, "Inledning", label="I"),
        Heading(2, "Syfte", label="1.1"),
    )


def test_a_bullet_that_is_the_word_att_makes_clauses() -> None:
    parts = numbering(level(0, "bullet", "att"), numbers=number(1, 0))
    (clauses,) = read(minimal(numbered("godkänna planen,", 1), parts)).blocks
    assert isinstance(clauses, ListBlock)
    assert clauses.kind is ListKind.CLAUSES
    assert clauses.items[0].label == "att"


def test_typed_labels_hang_and_running_text_with_att_does_not() -> None:
    written = (
        paragraph("att   godkänna planen,")
        + "<w:p><w:r><w:t>att</w:t><w:tab/><w:t>anslå medel.</w:t></w:r></w:p>"
    )
    written += paragraph("•Bergby") + paragraph("att läsa detta är löpande text")
    clauses, bullets, prose = read(minimal(written)).blocks
    assert isinstance(clauses, ListBlock)
    assert isinstance(bullets, ListBlock)
    assert [list(lines(item.blocks)) for item in clauses.items] == [["godkänna planen,"], ["anslå medel."]]
    assert (bullets.kind, list(lines(bullets.items[0].blocks))) == (ListKind.BULLETS, ["Bergby"])
    assert isinstance(prose, Paragraph)


def test_tables_with_merged_and_nested_cells() -> None:
    document = docx.Document()
    table = document.add_table(3, 3, "Table Grid")
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "bred"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "hög"
    table.cell(2, 0).add_table(1, 1).cell(0, 0).text = "inre"
    (found,) = tables(read(saved(document)))
    assert grid(found) == [["bred", "02"], ["10", "11", "hög"], ["20\ninre", "21"]]
    assert [(c.columns, c.rows) for c in found.rows[0]] == [(2, 1), (1, 1)]
    assert (found.rows[1][2].columns, found.rows[1][2].rows) == (1, 2)
    assert found.rules


def test_a_letterhead_table_has_no_lines_and_keeps_its_widths() -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.columns[0].width, table.columns[1].width = Pt(300), Pt(100)
    for cell, words in zip(table.rows[0].cells, ("Handläggare", "Datum"), strict=True):
        cell.text = words
    (found,) = tables(read(saved(document)))
    assert not found.rules
    assert found.widths == (6000.0, 2000.0)


def test_head_rows_repeat_and_columns_of_numbers_stand_right() -> None:
    rows = ""
    for at, (left, right) in enumerate([("Post", "Belopp"), ("Hyra", "100"), ("El", "20")]):
        head = "<w:trPr><w:tblHeader/></w:trPr>" if at == 0 else ""
        number_cell = paragraph(right, '<w:jc w:val="right"/>')
        rows += f"<w:tr>{head}<w:tc>{paragraph(left)}</w:tc><w:tc>{number_cell}</w:tc></w:tr>"
    grid_columns = '<w:tblGrid><w:gridCol w:w="10"/><w:gridCol w:w="10"/></w:tblGrid>'
    (found,) = tables(read(minimal(f"<w:tbl>{grid_columns}{rows}</w:tbl>")))
    assert found.head_rows == 1
    assert found.aligns == (Align.LEFT, Align.RIGHT)


def test_a_row_that_starts_late_and_text_under_a_merged_cell_are_kept() -> None:
    merged = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>'
    rows = f"<w:tr><w:tc>{merged}{paragraph('över')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr>"
    rows += f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph('under')}</w:tc>"
    rows += f"<w:tc>{paragraph('d')}</w:tc></w:tr>"
    rows += f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>{paragraph("sent")}</w:tc></w:tr>'
    (found,) = tables(read(minimal(f"<w:tbl>{rows}</w:tbl>")))
    assert grid(found) == [["över\nunder", "b"], ["d"], ["", "sent"]]


def test_pictures_stand_where_they_stood_with_their_size() -> None:
    document = docx.Document()
    written = document.add_paragraph("före ")
    written.add_run().add_picture(png(), width=Pt(80))
    written.add_run("efter")
    paper = read(saved(document))
    before, picture, after = paper.blocks
    assert (list(lines([before])), list(lines([after]))) == (["före"], ["efter"])
    assert isinstance(picture, Figure)
    assert picture.width == pytest.approx(80)
    assert picture.height == pytest.approx(40)
    assert Image.open(BytesIO(paper.images[picture.image])).size == (40, 20)


def test_a_picture_that_cannot_be_shown_is_stated() -> None:
    document = docx.Document()
    document.add_paragraph().add_run().add_picture(png())
    paper, remarks = read_docx(
        _replaced(saved(document), "word/media/image1.png", b"\x01\x00\x00\x00 emf"), "x"
    )
    assert "bild som inte kan visas" in text(paper)
    assert remarks == ["Dokumentet har bilder (1) som inte kan visas."]


_BOX = (
    "<w:p><w:r><w:t>ram:</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
    "<wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>"
    "<w:txbxContent><w:p><w:r><w:t>i rutan</w:t></w:r></w:p>"
    "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>i rutan</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def test_a_text_box_is_read_once() -> None:
    paper = read(minimal(_BOX))
    assert text(paper) == "ram: i rutan"
    assert any(isinstance(block, Group) and block.framed for block in paper.blocks)


def test_headers_stand_first_and_footers_last_each_once() -> None:
    document = docx.Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.add_table(1, 2, Pt(400)).cell(0, 0).text = "Brevhuvud"
    section.header.paragraphs[0].text = "Sidhuvud"
    section.footer.paragraphs[0].text = "Box 12, Bergby"
    section.first_page_footer.paragraphs[0].text = "Box 12, Bergby"
    document.add_paragraph("Text")
    later = document.add_section(WD_SECTION.NEW_PAGE)
    later.header.is_linked_to_previous = False
    later.header.paragraphs[0].text = "Bilaga"
    document.add_paragraph("Mer text")
    paper = read(saved(document))
    assert list(lines(paper.blocks)) == [
        "Brevhuvud",
        "Sidhuvud",
        "Text",
        "Bilaga",
        "Mer text",
        "Box 12, Bergby",
    ]
    assert any(isinstance(block, PageBreak) for block in paper.blocks)
    foot = paper.blocks[-1]
    assert isinstance(foot, Paragraph)
    assert foot.role is ParagraphRole.NOTE


def _field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{result}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_fields_give_their_result_and_page_numbers_are_left_to_the_layout() -> None:
    document = docx.Document()
    footer = document.sections[0].footer
    footer._element.append(
        parse_xml(f"<w:p {NAMESPACES}><w:r><w:t>Sida </w:t></w:r>{_field(' PAGE ', '7')}</w:p>")
    )
    body_xml = f"<w:p {NAMESPACES}>{_field(' REF x ', 'se §' + chr(160) + '4')}"
    body_xml += f"{_field(' HYPERLINK &quot;https://example.org/a&quot; ', 'länk')}</w:p>"
    document.element.body.insert(0, parse_xml(body_xml))
    paper = read(saved(document))
    assert text(paper) == "se § 4länk"
    assert paper.furniture.page_numbers
    (prose,) = paper.blocks
    assert isinstance(prose, Paragraph)
    assert prose.runs[-1].link == "https://example.org/a"


def test_notes_are_listed_and_referred_to() -> None:
    notes = (
        "footnotes.xml",
        "<w:footnotes NAMESPACES>"
        + "".join(
            f'<w:footnote w:id="{i}">{paragraph(t)}</w:footnote>' for i, t in ((2, "första"), (5, "andra"))
        )
        + "</w:footnotes>",
    )
    written = "<w:p><w:r><w:t>Text</w:t><w:footnoteReference w:id='5'/></w:r>"
    written += "<w:r><w:t> mer</w:t><w:footnoteReference w:id='2'/></w:r></w:p>"
    assert read_lines(minimal(written, {"footnotes": notes})) == [
        "Text¹ mer²",
        "Fotnoter",
        "1. andra",
        "2. första",
    ]


def test_tracked_changes_are_shown_as_accepted_and_stated() -> None:
    written = "<w:p><w:r><w:t>Nämnden </w:t></w:r><w:del><w:r><w:delText>avslår</w:delText></w:r></w:del>"
    written += "<w:ins><w:r><w:t>bifaller</w:t></w:r></w:ins></w:p>"
    written += (
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Två stycken</w:t></w:r></w:p>"
        + paragraph(" blir ett.")
    )
    paper, remarks = read_docx(minimal(written), "x")
    assert list(lines(paper.blocks))[:2] == ["Nämnden bifaller", "Två stycken blir ett."]
    assert remarks == ["Dokumentet har spårade ändringar; det visas som om de vore godkända."]
    assert list(lines(paper.blocks))[-1] == remarks[0]


def test_comments_hidden_and_struck_text_are_stated() -> None:
    comments = (
        "comments.xml",
        f"<w:comments NAMESPACES><w:comment w:id='0'>{paragraph('Hm')}</w:comment></w:comments>",
    )
    written = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>dold</w:t></w:r><w:r><w:t>syns </w:t></w:r>"
    written += "<w:r><w:rPr><w:strike/></w:rPr><w:t>gammalt</w:t></w:r></w:p>"
    paper, remarks = read_docx(minimal(written, {"comments": comments}), "x")
    assert next(lines(paper.blocks)) == "syns [struket: gammalt]"
    assert [remark.split(",")[0].split(" visas")[0] for remark in remarks] == [
        "Dokumentet har kommentarer (1)",
        "Dokumentet har dold text",
        "Genomstruken text",
    ]


def test_content_controls_symbols_hyphens_breaks_and_links() -> None:
    written = f"<w:sdt><w:sdtContent>{paragraph('i kontroll')}</w:sdtContent></w:sdt>"
    written += "<w:p><w:sdt><w:sdtContent><w:r><w:t>inne</w:t></w:r></w:sdtContent></w:sdt>"
    written += "<w:r><w:br/><w:t>2020</w:t><w:noBreakHyphen/><w:t>02</w:t><w:tab/>"
    written += "<w:t>av</w:t><w:softHyphen/><w:t>slut</w:t>"
    written += '<w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    written += "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r></w:p>"
    written += "<w:p><m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath></w:p>"
    assert read_lines(minimal(written)) == ["i kontroll", "inne\n2020\u201102\u2003av\u00adslut✓²", "x+y"]


def test_page_breaks() -> None:
    document = docx.Document()
    document.add_paragraph("ett").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("två")
    document.add_paragraph("tre").paragraph_format.page_break_before = True
    kinds = [type(block).__name__ for block in read(saved(document)).blocks]
    assert kinds == ["Paragraph", "PageBreak", "Paragraph", "PageBreak", "Paragraph"]


def test_watermarks_charts_and_form_fields() -> None:
    box = '<w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData>'
    check = f'<w:fldChar w:fldCharType="begin">{box}</w:fldChar>'
    written = f"<w:p><w:r>{check}</w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>"
    written += '<w:r><w:fldChar w:fldCharType="end"/><w:t>Ja</w:t></w:r></w:p>'
    written += "<w:p><w:r><w:pict><v:shape><v:textpath string='UTKAST'/></v:shape></w:pict></w:r></w:p>"
    written += "<w:p><w:r><w:drawing><a:graphic><c:chart r:id='x'/></a:graphic></w:drawing></w:r></w:p>"
    paper, remarks = read_docx(minimal(written), "x")
    assert next(lines(paper.blocks)) == "✓Ja"
    assert paper.furniture.watermark == "UTKAST"
    assert "[Här finns ett diagram som inte visas.]" in text(paper)
    assert remarks == ["Dokumentet har diagram eller figurer (1) som inte kan visas."]


def test_strict_documents_are_read_too() -> None:
    assert read_lines(minimal(paragraph("strikt"), strict=True)) == ["strikt"]


def test_macro_documents_are_read_too() -> None:
    data = _replaced(saved(docx.Document()), "[Content_Types].xml", None)
    with zipfile.ZipFile(BytesIO(data)) as package:
        types = package.read("[Content_Types].xml").decode()
    changed = types.replace("document.main+xml", "x").replace(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.x",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert read(_replaced(body(paragraph("makro")), "[Content_Types].xml", changed.encode())).blocks


def test_every_text_of_body_headers_and_footers_is_in_the_tree() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Huvud åäö"
    document.sections[0].footer.paragraphs[0].text = "Fot & <tecken>"
    for at in range(30):
        document.add_heading(f"Rubrik {at}", 1 + at % 4)
        document.add_paragraph(f"punkt {at}", "List Number" if at % 2 else "List Bullet")
        table = document.add_table(2, 2)
        table.cell(1, at % 2).text = f"cell {at}"
        table.cell(0, 0).add_table(1, 1).cell(0, 0).text = f"inre {at}"
    data = saved(document)
    whole = text(read(data))
    found = independent_texts(data)
    assert len(found) > 100
    assert [words for words in found if " ".join(words.split()) not in whole] == []


def independent_texts(data: bytes) -> list[str]:
    """Return the text of each w:t of body, headers and footers, by nothing but regular expressions."""
    from xml.sax.saxutils import unescape

    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = [n for n in package.namelist() if re.match(r"word/(document|header\d*|footer\d*)\.xml$", n)]
        xml = "".join(package.read(name).decode("utf-8") for name in parts)
    return [unescape(words) for words in re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml)]


@pytest.mark.parametrize("cut", [100, 3000])
def test_a_truncated_document_is_damaged(cut: int) -> None:
    with pytest.raises(CannotShow) as caught:
        read(body(paragraph("x"))[:cut])
    assert caught.value.state is ConversionState.DAMAGED


def test_a_document_with_entities_is_refused() -> None:
    evil = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document xmlns:w="x"><w:body>&a;</w:body></w:document>'
    with pytest.raises(CannotShow):
        read(_replaced(minimal(paragraph("x")), "word/document.xml", evil))


def test_cells_hold_no_headings_and_no_page_breaks() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.paragraphs[0].style = document.styles["Heading 1"]
    cell.paragraphs[0].add_run("I cell").add_break(WD_BREAK.PAGE)
    (found,) = tables(read(saved(document)))
    assert isinstance(found, Table)
    assert cell_text(found.rows[0][0]) == "I cell"
    assert all(isinstance(block, Paragraph) for block in found.rows[0][0].blocks)


def _replaced(data: bytes, name: str, content: bytes | None) -> bytes:
    """Return a package with one part replaced, or as it was."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            new.writestr(info, content if info.filename == name and content is not None else old.read(info))
    return out.getvalue()
