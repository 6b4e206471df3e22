"""Word documents to lines: labels, headings, tables, furniture, boxes and tracked changes."""

from __future__ import annotations

import docx
from docx.enum.text import WD_BREAK
from docx.shared import Pt

from namndstod.domain.intake.source import Source

from .source_files import read, texts
from .word_files import body, level, minimal, number, numbered, numbering, paragraph, saved


def word(data: bytes) -> Source:
    return read(data, "pm.docx")


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_paragraphs_are_whole_and_keep_their_look() -> None:
    document = docx.Document()
    document.add_heading("Rubrik", level=2)
    big = document.add_paragraph().add_run("Stort och fett")
    big.bold, big.font.size = True, Pt(16)
    document.add_paragraph("")
    document.add_paragraph("Löpande  text\u00a0med 4 000\u00a0kronor.")
    heading, shown, plain = word(saved(document)).lines
    assert (heading.text, heading.level, heading.whole) == ("Rubrik", 2, True)
    assert (shown.bold, shown.size, shown.level) == (True, 16, 0)
    assert (plain.text, plain.gap, plain.bold) == ("Löpande text med 4 000 kronor.", True, False)


def test_labels_are_those_that_word_prints_or_a_person_typed() -> None:
    parts = numbering(
        level(0, "decimal", "%1."), level(0, "bullet", "\uf0b7"), level(0, "bullet", "att"),
        numbers=number(1, 0) + number(2, 1) + number(3, 2),
    )  # fmt: skip
    xml = (
        numbered("Ett", 1) + numbered("Två", 1) + numbered("Punkt", 2) + numbered("godkänna", 3)
        + paragraph("•Hård punkt") + paragraph("- Streck") + paragraph("att   avslå") + paragraph("b) Sist")
    )  # fmt: skip
    lines = word(minimal(xml, parts)).lines
    assert [(line.label, line.text) for line in lines] == [
        ("1.", "Ett"),
        ("2.", "Två"),
        ("•", "Punkt"),
        ("", "att godkänna"),
        ("•", "Hård punkt"),
        ("-", "Streck"),
        ("", "att avslå"),
        ("b)", "Sist"),
    ]
    assert all(line.whole for line in lines)


def test_a_table_gives_its_rows_with_cells_in_their_columns() -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    for at, text in enumerate(("Ledamöter", "", "Ersättare")):
        table.cell(0, at).text = text
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(1, 0).text = "Maja Ek (S)"
    table.cell(1, 0).add_paragraph("Bo Ny (M)")
    table.cell(1, 2).text = "Eva Al (C)"
    document.add_paragraph("Efter")
    head, row, after = word(saved(document)).lines
    assert head.cells == ("Ledamöter", "", "Ersättare")
    assert row.cells == ("Maja Ek (S)\nBo Ny (M)", "", "Eva Al (C)")
    assert row.text == "Maja Ek (S) Bo Ny (M) Eva Al (C)"
    assert (head.table, row.table, after.table) == (1, 1, 0)


def test_a_table_that_only_frames_text_is_no_table() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "Förslag till beslut"
    cell.add_paragraph("att godkänna")
    assert [(line.text, line.table) for line in word(saved(document)).lines] == [
        ("Förslag till beslut", 0),
        ("att godkänna", 0),
    ]


def test_headers_and_footers_are_furniture_without_page_numbers() -> None:
    document = docx.Document()
    document.add_paragraph("Text")
    section = document.sections[0]
    section.header.paragraphs[0].text = "Tjänsteställe, handläggare\tDatum\tDnr"
    section.header.add_paragraph("Kultur, Maja Ek\t2026-02-03\tKUN 26/12")
    section.footer.paragraphs[0].text = "1 (3)"
    section.footer.add_paragraph("Storgatan 1")
    source = word(saved(document))
    assert texts(source.lines) == ["Text"]
    assert [line.text for line in source.furniture] == [
        "Tjänsteställe, handläggare Datum Dnr",
        "Kultur, Maja Ek 2026-02-03 KUN 26/12",
        "Storgatan 1",
    ]
    assert source.furniture[1].cells == ("Kultur, Maja Ek", "2026-02-03", "KUN 26/12")


def test_tracked_changes_are_taken_as_accepted() -> None:
    xml = (
        f"<w:p>{run('att bevilja ')}<w:del><w:r><w:delText>40 000</w:delText></w:r></w:del>"
        f"<w:ins>{run('50 000')}</w:ins>{run(' kronor')}</w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Första halvan ')}</w:p>"
        f"<w:p>{run('och den andra')}</w:p>"
    )
    assert texts(word(body(xml)).lines) == ["att bevilja 50 000 kronor", "Första halvan och den andra"]


def test_content_controls_and_text_boxes_are_read() -> None:
    box = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>"
        f"{paragraph('Dnr: KUN 26/12')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{paragraph('Dnr: KUN 26/12')}</w:txbxContent>"
        f"</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>{run('Rubrik')}</w:p>"
    )
    control = f"<w:sdt><w:sdtContent>{paragraph('Klicka här för att ange text.')}</w:sdtContent></w:sdt>"
    assert texts(word(body(box + control)).lines) == [
        "Rubrik",
        "Dnr: KUN 26/12",
        "Klicka här för att ange text.",
    ]


def test_a_broken_line_is_lines_and_a_page_break_is_counted() -> None:
    document = docx.Document()
    signer = document.add_paragraph("Maja Ek")
    signer.add_run().add_break()
    signer.add_run("Enhetschef")
    signer.add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Nästa sida")
    first, second, third = word(saved(document)).lines
    assert [(line.text, line.whole, line.page) for line in (first, second, third)] == [
        ("Maja Ek", False, 1),
        ("Enhetschef", True, 1),
        ("Nästa sida", True, 2),
    ]


def test_footnotes_are_furniture() -> None:
    note = f'<w:footnote w:id="2">{paragraph("Se lagen.")}</w:footnote>'
    parts = {"footnotes": ("footnotes.xml", f"<w:footnotes NAMESPACES>{note}</w:footnotes>")}
    xml = f'<w:p>{run("Text")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    source = word(minimal(xml, parts))
    assert texts(source.furniture) == ["1 Se lagen."]


def test_a_whole_tjansteskrivelse_comes_through() -> None:
    document = docx.Document()
    for text in ("Ärendet", "Nämnden har fått frågan.", "Beslutsförslag", "1. Förslaget godkänns."):
        document.add_paragraph(text)
    assert texts(word(saved(document)).lines) == [
        "Ärendet", "Nämnden har fått frågan.", "Beslutsförslag", "1. Förslaget godkänns.",
    ]  # fmt: skip
