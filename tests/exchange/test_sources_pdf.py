"""PDF to lines: positions tell headings, cells, tables, columns and furniture."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from .source_files import MARGIN, Draw, pdf_of, printed, read, texts, together

BODY = [
    "Nämnden för kultur och fritid har fått i uppdrag att se över biblioteken i de",
    "mindre orterna och lämnar här sitt förslag till hur öppettiderna kan ändras.",
]


def test_lines_keep_their_look_and_place() -> None:
    page = together(
        printed("Översyn av biblioteken", at=(MARGIN, 780), size=16, bold=True),
        printed(*BODY, at=(MARGIN, 745)),
        printed("Ett stycke till, längre in.", at=(MARGIN + 20, 690)),
    )
    heading, first, second, apart = read(pdf_of(page)).lines
    assert (heading.size, heading.bold, first.size, first.bold) == (16, True, 11, False)
    assert (first.gap, second.gap, apart.gap) == (True, False, True)
    assert (first.indent, apart.indent) == (0, 20)
    assert texts((first, second)) == BODY
    assert {line.whole for line in (heading, first, apart)} == {False}


def test_a_table_has_its_cells_in_their_columns() -> None:
    page = printed(
        "Kostnader\t2025\t2026\tTotalt",
        "Personal\t90 000\t95 000\t185 000",
        "Resor\t\t5 000\t5 000",
        "",
        "Slut.",
    )
    *rows, after = read(pdf_of(page)).lines
    assert [row.cells for row in rows] == [
        ("Kostnader", "2025", "2026", "Totalt"),
        ("Personal", "90 000", "95 000", "185 000"),
        ("Resor", "", "5 000", "5 000"),
    ]
    assert [row.table for row in rows] == [1, 1, 1]
    assert rows[2].text == "Resor 5 000 5 000"
    assert (after.cells, after.table) == ((), 0)


def test_numbers_set_to_the_right_stand_in_their_columns() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        for y, (label, *numbers) in zip(
            (700, 686, 672),
            (("Lön", "1 250", "900"), ("Hyra", "", "12"), ("Summa", "1 250", "912")),
            strict=True,
        ):
            canvas.drawString(MARGIN, y, label)
            for x, number in zip((260, 360), numbers, strict=True):
                canvas.drawRightString(x, y, number)

    lines = read(pdf_of(draw)).lines
    assert [line.cells for line in lines] == [
        ("Lön", "1 250", "900"),
        ("Hyra", "", "12"),
        ("Summa", "1 250", "912"),
    ]


def test_a_label_and_its_tab_are_no_cells() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        for y, label, text in (
            (700, "•", "Första"),
            (686, "1.", "Andra"),
            (672, "att", "godkänna"),
            (658, "b)", "Sist"),
        ):
            canvas.drawString(MARGIN, y, label)
            canvas.drawString(MARGIN + 36, y, text)

    lines = read(pdf_of(draw)).lines
    assert [(line.label, line.text, line.cells) for line in lines] == [
        ("•", "Första", ()),
        ("1.", "Andra", ()),
        ("", "att godkänna", ()),
        ("b)", "Sist", ()),
    ]


def sheet(number: int, *lines: str) -> Draw:
    """Return a page with head and foot as a municipality has them."""
    return together(
        printed(f"Sjöbygdens kommun\tTjänsteskrivelse\t\t{number} (3)", at=(MARGIN, 800), size=9),
        printed(*lines),
        printed("Storgatan 1 · sjobygden.example", f"Sida {number}", at=(MARGIN, 40), size=9),
    )


def test_heads_and_feet_are_taken_out_once_each() -> None:
    source = read(pdf_of(sheet(1, BODY[0]), sheet(2, BODY[1]), sheet(3, "§ 3 Samma ord")))
    assert texts(source.lines) == [*BODY, "§ 3 Samma ord"]
    assert [line.page for line in source.lines] == [1, 2, 3]
    assert not any(line.gap for line in source.lines)
    assert [line.text for line in source.furniture] == [
        "Sjöbygdens kommun Tjänsteskrivelse",
        "Storgatan 1 · sjobygden.example",
    ]
    assert source.furniture[0].cells == ("Sjöbygdens kommun", "Tjänsteskrivelse")
    assert source.pages == 3


def test_what_differs_at_the_top_of_pages_is_no_furniture() -> None:
    source = read(pdf_of(printed("§ 12 Budget"), printed("§ 13 Taxor"), printed("§ 14 Val")))
    assert texts(source.lines) == ["§ 12 Budget", "§ 13 Taxor", "§ 14 Val"]


def test_page_numbers_of_a_packet_within_the_text_are_no_text() -> None:
    source = read(pdf_of(printed(BODY[0], "", "291 (303)", "", "4 (6)", "", BODY[1])))
    assert texts(source.lines) == BODY


def test_columns_of_prose_are_read_one_after_the_other() -> None:
    left = [f"vänster spalt rad {n} fylld till kanten" for n in range(10)]
    right = [f"höger spalt rad {n} också den full ut" for n in range(10)]
    page = together(
        printed("Rubrik över båda", at=(MARGIN, 790), bold=True),
        printed(*left),
        printed(*right, at=(320, 770)),
    )
    source = read(pdf_of(page))
    assert texts(source.lines) == ["Rubrik över båda", *left, *right]
    assert any("spalter" in doubt for doubt in source.doubts)


def test_names_in_two_columns_are_rows_and_no_prose() -> None:
    names = [
        "Ledamöter\t\tErsättare",
        *(f"Maja Ek {'x' * n} (S)\t\tBo Ny (M)" for n in range(9)),
        "Eva Al (C)",
    ]
    source = read(pdf_of(printed(*names)))
    assert source.lines[1].cells == ("Maja Ek (S)", "Bo Ny (M)")
    assert not source.doubts


def test_a_turned_page_is_read_as_it_is_shown() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(595, 0)
        canvas.rotate(90)
        printed(*BODY, at=(80, 400))(canvas)

    assert texts(read(pdf_of(draw)).lines) == BODY


def test_text_that_runs_upwards_beside_the_page_is_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        printed(*BODY)(canvas)
        canvas.rotate(90)
        canvas.drawString(300, -30, "Blankett 123")

    assert texts(read(pdf_of(draw)).lines) == BODY


def test_hyphens_at_line_ends_stay_as_printed() -> None:
    assert texts(read(pdf_of(printed("Ansvarig för miljö-", "nämndens verk-", "samhet"))).lines) == [
        "Ansvarig för miljö-",
        "nämndens verk-",
        "samhet",
    ]


@pytest.mark.parametrize(
    "broken",
    [
        "Foö r aå ret saö kerstaö lls vaå ra gaå vor och aö ven paå  bas",
        "F¨or ˚aret s¨akerst¨alls v˚ara g˚avor och ¨aven p˚a bas",
    ],
)
def test_damaged_letters_are_mended_and_told(broken: str) -> None:
    source = read(broken.encode(), "brev.txt")
    assert source.lines[0].text == "För året säkerställs våra gåvor och även på bas"
    assert any("lagats" in doubt for doubt in source.doubts)


def test_words_that_only_look_damaged_are_left() -> None:
    text = "Dataöverföring och klimatåtgärder på öar är något för både äldre och yngre här i länet"
    source = read(text.encode(), "brev.txt")
    assert (source.lines[0].text, source.doubts) == (text, ())


def test_text_under_a_scanned_page_is_told() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(MARGIN, 700)
        text.setFont("Helvetica", 11)
        text.setTextRenderMode(3)
        text.textLines(BODY)
        canvas.drawText(text)

    source = read(pdf_of(draw))
    assert texts(source.lines) == BODY
    assert any("bilder" in doubt for doubt in source.doubts)


def test_a_page_without_text_is_told() -> None:
    source = read(pdf_of(printed(*BODY), lambda canvas: canvas.rect(50, 50, 300, 300, fill=1)))
    assert source.doubts == ("Sida 2 är en bild utan text, som inte kunde läsas.",)


def test_a_packet_is_read_and_said_to_be_one() -> None:
    pages = [
        together(printed(f"Handling {n}", *BODY), printed(f"{n} (100)", at=(500, 30))) for n in range(1, 101)
    ]
    source = read(pdf_of(*pages))
    assert source.pages == 100
    assert len(source.lines) == 300
    assert source.furniture == ()
    assert any("100 sidor" in doubt for doubt in source.doubts)


def test_the_same_letter_to_many_is_no_furniture() -> None:
    assert len(read(pdf_of(*[printed(*BODY)] * 3)).lines) == 6
