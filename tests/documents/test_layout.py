"""What drawn papers say and how their pages break."""

import io
import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from namndstod.documents.layout import Entry, column_widths, draw
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

from .reading import ink_box, page_texts, paper, plain, poppler_text, text

LONG = (
    "Föreningen söker 50\u00a0procent av projektets bokförda kostnader, högst 480\u00a0000\u00a0kronor, "
    "under tiden 2027\u201105\u201114\u00a0– 2029\u201112\u201131. Förvaltningen bedömer att insatserna vid "
    "småbåtshamnarna är angelägna och att de stämmer med regionens strategi, som nämnden antog i maj. "
)


def cell(words: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell((text(words),), columns=columns, rows=rows)


def clauses(*words: str) -> ListBlock:
    return ListBlock(ListKind.CLAUSES, tuple(ListItem("att", (text(w),)) for w in words))


def picture(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(out, "PNG")
    return out.getvalue()


def joined(pdf: bytes) -> str:
    return plain(" ".join(page_texts(pdf)))


def test_words_of_each_paragraph_come_back_apart(tmp_path: Path) -> None:
    drawn = draw(
        paper(text(LONG * 3), clauses(LONG, LONG), Paragraph((Run("Ord i "), Run("fetstil", strong=True))))
    )
    for extracted in (joined(drawn.pdf), plain(poppler_text(drawn.pdf, tmp_path))):
        assert plain(LONG * 3) in extracted
        assert f"att {plain(LONG)} att {plain(LONG)}" in extracted
        assert "Ord i fetstil" in extracted


def test_every_font_is_embedded() -> None:
    drawn = draw(
        Paper("P", (text("a"), Heading(1, "b"), text("→ ☎ ﷼")), Furniture("c"), Masthead("d", name="e"))
    )
    with pikepdf.open(io.BytesIO(drawn.pdf)) as pdf:
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"]
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def test_what_a_face_lacks_comes_from_another() -> None:
    assert "→ ☎ ✂ Ωμέγα" in joined(draw(paper(text("Se → ☎ ✂ Ωμέγα här"))).pdf)


def test_what_no_face_has_is_shown_as_missing() -> None:
    assert "sist \ufffd\ufffd" in joined(draw(paper(text("sist 漢字"))).pdf)


def test_the_same_tree_gives_the_same_bytes() -> None:
    tree = Paper("P", (Contents(), Heading(1, "A", in_contents=True), text(LONG)), Furniture("Nämnden"))
    assert draw(tree).pdf == draw(tree).pdf


def test_document_information_and_language() -> None:
    tree = Paper("Kallelse till Ö", (text("a"),), author="Per Holm", subject="Tillväxtnämnden")
    with pikepdf.open(io.BytesIO(draw(tree).pdf)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Kallelse till Ö"
        assert str(pdf.docinfo["/Author"]) == "Per Holm"
        assert str(pdf.docinfo["/Subject"]) == "Tillväxtnämnden"
        assert str(pdf.Root.Lang) == "sv-SE"


def test_furniture_on_every_page() -> None:
    furniture = Furniture(
        "Nämnden", "Protokoll", "Justerandes sign", "Utdragsbestyrkande", watermark="UTKAST"
    )
    drawn = draw(Paper("P", (text("a"), PageBreak(), text("b"), PageBreak(), text("c")), furniture))
    for number, page in enumerate(page_texts(drawn.pdf), 1):
        for words in (
            "Nämnden",
            "Protokoll",
            "Justerandes sign",
            "Utdragsbestyrkande",
            "UTKAST",
            f"{number} (3)",
        ):
            assert words in plain(page)


def test_page_numbers_go_on_in_something_larger() -> None:
    drawn = draw(paper(text("a"), PageBreak(), text("b")), first_page=12, total_pages=303)
    assert [re.findall(r"\d+ \(\d+\)", page) for page in page_texts(drawn.pdf)] == [
        ["12 (303)"],
        ["13 (303)"],
    ]


def test_an_empty_paper_has_one_page() -> None:
    assert draw(paper()).pages == 1
    assert draw(paper(PageBreak(), PageBreak())).pages == 1


@pytest.mark.parametrize("before", range(30, 56))
def test_a_heading_is_never_left_at_the_foot(before: int) -> None:
    rows = [text(f"Rad {n}") for n in range(before)]
    drawn = draw(
        paper(
            *rows,
            Heading(2, "Rubriken"),
            Heading(3, "Beslut"),
            Paragraph(inline("Nämnden beslutar"), ParagraphRole.DECIDER),
            clauses("bevilja medel till projektet och följa upp det varje år " * 4),
        )
    )
    page = next(page for page in page_texts(drawn.pdf) if "Rubriken" in page)
    assert "Nämnden beslutar" in page
    assert page.count("bevilja medel") >= 2  # two lines of the first clause at least


@pytest.mark.parametrize("before", range(36, 48))
def test_no_single_lines_of_a_paragraph(before: int) -> None:
    rows = [text(f"Rad {n}") for n in range(before)]
    words = " ".join(f"ord{n:03}" for n in range(60))
    counts = [
        len({round(int(word)) for word in re.findall(r"ord(\d+)", page)})
        for page in page_texts(draw(paper(*rows, text(words))).pdf)
    ]
    assert sum(counts) == 60
    assert all(count == 0 or count >= 14 for count in counts)  # a line holds some ten words


@pytest.mark.parametrize("before", range(30, 44))
def test_a_short_decision_stands_on_one_page(before: int) -> None:
    rows = [text(f"Rad {n}") for n in range(before)]
    pages = page_texts(
        draw(paper(*rows, clauses("godkänna förslaget, samt", "anta planen."), text("Efter"))).pdf
    )
    assert [page for page in pages if "godkänna" in page] == [page for page in pages if "anta planen" in page]


def test_a_kept_group_stays_whole_and_a_larger_one_breaks() -> None:
    rows = tuple(text(f"Rad {n}") for n in range(25))
    whole = page_texts(draw(paper(*rows, Group(tuple(text(f"Grupp {n}") for n in range(20)), keep=True))).pdf)
    assert [page.count("Grupp") for page in whole] == [0, 20]
    large = page_texts(draw(paper(Group(tuple(text(f"Grupp {n}") for n in range(90)), keep=True))).pdf)
    assert sum(page.count("Grupp") for page in large) == 90
    framed = Group(tuple(text(f"Grupp {n}") for n in range(90)), keep=True, framed=True)
    assert sum(page.count("Grupp") for page in page_texts(draw(paper(framed)).pdf)) == 90


def test_contents_tell_the_right_pages_and_lead_there() -> None:
    blocks = [Contents()]
    tree = paper(
        *blocks,
        *(
            block
            for n in range(1, 9)
            for block in (
                PageBreak(),
                Heading(1, f"Ärende {n}", f"a{n}", f"{n}.", in_contents=True),
                Heading(2, "Beslut"),
                text(LONG * 12 * (n % 3)),
            )
        ),
    )
    drawn = draw(tree)
    pages = page_texts(drawn.pdf)
    listed = dict(re.findall(r"Ärende (\d)\D*?(\d+)\s", pages[0] + "\n"))
    assert len(listed) == 8
    assert "Beslut" not in pages[0]
    for number, page in listed.items():
        assert f"Ärende {number}" in pages[int(page) - 1]
        assert drawn.anchors[f"a{number}"].page == int(page) - 1
    with pikepdf.open(io.BytesIO(drawn.pdf)) as pdf:
        objects = [page.obj.objgen for page in pdf.pages]
        targets = [objects.index(link.Dest[0].objgen) + 1 for link in pdf.pages[0].Annots]
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
    assert targets == [int(page) for page in listed.values()]
    assert titles == [f"{n}. Ärende {n}" for n in range(1, 9)]


def test_a_contents_list_can_be_given() -> None:
    drawn = draw(
        paper(Contents("Handlingar")),
        contents=[Entry("Kallelse", "k", number="2"), Entry("PM", "p", "1.", 2, "9")],
    )
    assert plain(page_texts(drawn.pdf)[0]) == "1 (1) Handlingar Kallelse 2 1. PM 9"
    assert [(link.page, link.anchor) for link in drawn.pending] == [(0, "k"), (0, "p")]


def test_links_within_and_out_of_the_paper() -> None:
    runs = (
        Run("se "),
        Run("ärendet", link="#x"),
        Run(" och "),
        Run("webbplatsen", link="https://region.example/a?b=c"),
    )
    drawn = draw(paper(Paragraph(runs), PageBreak(), Heading(1, "Ärende", "x")))
    with pikepdf.open(io.BytesIO(drawn.pdf)) as pdf:
        inner, outer = pdf.pages[0].Annots
        assert inner.Dest[0].objgen == pdf.pages[1].obj.objgen
        assert str(outer.A.URI) == "https://region.example/a?b=c"


def test_a_table_repeats_its_head_and_keeps_every_cell() -> None:
    head = ((cell("Ledamot", rows=2), cell("Röst", columns=2)), (cell("Ja"), cell("Nej")))
    rows = tuple((cell(f"Ledamot {n}"), cell("X"), cell("")) for n in range(70))
    pages = page_texts(draw(paper(Table((*head, *rows), head_rows=2, aligns=(Align.LEFT, Align.CENTRE)))).pdf)
    assert len(pages) > 1
    assert all("Röst" in page and "Nej" in page for page in pages)
    assert re.findall(r"Ledamot (\d+)", " ".join(pages)) == [str(n) for n in range(70)]


def test_a_cell_longer_than_a_page_is_cut() -> None:
    words = " ".join(f"ord{n}" for n in range(1500))
    drawn = draw(
        paper(
            Table(
                ((cell("Vad"), cell("Text")), (cell("Lång"), cell(words)), (cell("S"), cell("slut"))),
                head_rows=1,
            )
        )
    )
    assert drawn.pages > 2
    assert re.findall(r"ord(\d+)", joined(drawn.pdf)) == [str(n) for n in range(1500)]


def test_rows_joined_by_a_spanning_cell_longer_than_a_page() -> None:
    rows = tuple(
        (cell("Spann", rows=80), cell(f"Rad {n}")) if n == 0 else (cell(f"Rad {n}"),) for n in range(80)
    )
    assert re.findall(r"Rad (\d+)", joined(draw(paper(Table(rows))).pdf)) == [str(n) for n in range(80)]


def test_a_wide_table_turns_the_sheet_with_its_heading() -> None:
    heads = ("Diarienummer", "Företagsstöd", "Branschprioritering", "Kommuntillhörighet", "Beslutsfattare",
             "Beslutsdatum", "Delegationspunkt", "Anmärkningar", "Besiktningsprotokoll")  # fmt: skip
    table = Table(tuple(tuple(cell(h) for h in heads) for _ in range(4)), head_rows=1)
    drawn = draw(paper(text("Före"), Heading(2, "Bred"), table, text("Efter")))
    with pikepdf.open(io.BytesIO(drawn.pdf)) as pdf:
        shapes = [page.mediabox[2] > page.mediabox[3] for page in pdf.pages]
    assert shapes == [False, True, False]
    assert "Bred" in page_texts(drawn.pdf)[1]
    assert all(h in joined(drawn.pdf) for h in heads)  # no word was cut


def test_a_table_that_fits_closer_set_stays_upright_on_the_page() -> None:
    heads = ("Dnr", "Beslutsdatum", "Punkt", "Stöd", "Företag", "Bransch/Prioritering", "Kön", "Kommun",
             "Belopp, kr", "Beslutsfattare")  # fmt: skip
    row = ("27SK101", "2027-05-14", "3.2", "Konsultstöd", "Nordviks Varv AB", "Livsmedel", "K", "Storvik",
           "118 000", "Ines Falk")  # fmt: skip
    table = Table((tuple(map(cell, heads)), *(tuple(map(cell, row)) for _ in range(3))), head_rows=1)
    scale = column_widths(table, 430.9)[1]  # the measure of an upright page
    assert 0.86 < scale < 1.0
    drawn = draw(paper(text("Före"), Heading(2, "Bred"), table, text("Efter")))
    with pikepdf.open(io.BytesIO(drawn.pdf)) as pdf:
        assert len(pdf.pages) == 1
    assert all(h in joined(drawn.pdf) for h in heads if "/" not in h)  # no word was cut


def test_columns_and_fields_break_over_pages() -> None:
    left = tuple(text(f"Ledamot {n}") for n in range(60))
    right = tuple(text(f"Ersättare {n}") for n in range(45))
    drawn = draw(
        paper(
            SideBySide((left, right)),
            Fields((("Beslutande", left), ("En mycket lång etikett som inte går in på en rad", right))),
        )
    )
    found = joined(drawn.pdf)
    assert found.count("Ledamot ") == 120
    assert found.count("Ersättare ") == 90
    first = page_texts(drawn.pdf)[0]
    assert "Ledamot 0" in first
    assert "Ersättare 0" in first


def test_signatures_name_who_signs() -> None:
    drawn = draw(paper(Signatures((Signature("Sekreterare", "Per Holm"), Signature("Justerande", "Eva Ek")))))
    assert "Sekreterare Per Holm Justerande Eva Ek" in joined(drawn.pdf)


def test_pictures_are_fitted_and_a_broken_one_is_told() -> None:
    images = {"stor": picture(4000, 6000), "liten": picture(10, 10), "trasig": b"inte en bild"}
    blocks = tuple(Figure(key, f"Bild av {key}") for key in (*images, "borta"))
    drawn = draw(Paper("P", (text("a"), *blocks, Table(((Cell(blocks[:1]), cell("b")),))), images=images))
    found = joined(drawn.pdf)
    assert "[Bild: Bild av trasig]" in found
    assert "[Bild: Bild av borta]" in found
    for number in range(drawn.pages):
        assert min(ink_box(drawn.pdf, number)) > 20


def test_masthead_stands_on_the_first_page_only() -> None:
    head = Masthead(
        "Region Storsjön", ("Hamngatan 1", "831 00 Storsjöstad"), "region.example", "logo", "Kallelse"
    )
    drawn = draw(
        Paper("P", (text("a"), PageBreak(), text("b")), masthead=head, images={"logo": picture(300, 90)})
    )
    first, second = page_texts(drawn.pdf)
    for words in ("Region Storsjön", "831 00 Storsjöstad", "region.example", "Kallelse"):
        assert words in plain(first)
        assert words not in second
    with pikepdf.open(io.BytesIO(drawn.pdf)) as pdf:
        assert len(pdf.pages[0].get_images()) == 1


def test_a_word_wider_than_the_line_is_parted_within_the_margins() -> None:
    drawn = draw(
        paper(
            text("x" * 900),
            text("https://region.example/" + "katalog/" * 60),
            Table(((cell("y" * 300), cell("z")),)),
        )
    )
    assert "x" * 900 in "".join(joined(drawn.pdf).split())
    for number in range(drawn.pages):
        left, _, right, _ = ink_box(drawn.pdf, number)
        assert left > 80
        assert right > 75


def test_bound_spaces_and_hyphens_never_end_a_line() -> None:
    words = " ".join(["den 14\u00a0februari\u00a02027 och 2027\u201105\u201114 samt §\u00a092"] * 60)
    lines = [line.strip() for page in page_texts(draw(paper(text(words))).pdf) for line in page.splitlines()]
    assert len(lines) > 20
    assert not [line for line in lines if re.search(r"(den 14|februari|§|2027-|05-)$", line)]


def test_line_breaks_stay() -> None:
    page = page_texts(draw(paper(text("Första raden\nAndra raden"))).pdf)[0]
    assert [line.strip() for line in page.splitlines()][-2:] == ["Första raden", "Andra raden"]


@pytest.mark.parametrize(
    ("colour", "drawn"), [("#1F5FAE", "#1F5FAE"), ("#FFD200", "#8C7300"), ("", "#171C26")]
)
def test_the_letterhead_tints_the_name_where_it_can_be_read(colour: str, drawn: str) -> None:
    tinted = draw(Paper("P", (), masthead=Masthead("Region", name="MMM", colour=colour)))
    document = pypdfium2.PdfDocument(tinted.pdf)
    colours = document[0].render(scale=2).to_pil().getcolors(1 << 20)
    document.close()
    wanted = bytes.fromhex(drawn[1:])
    assert any(all(abs(a - b) <= 2 for a, b in zip(pixel, wanted, strict=True)) for _, pixel in colours)


@pytest.mark.parametrize("name", ["Utdrag ur protokoll", "Närvaro- och uppropslista"])
def test_the_papers_name_stands_on_one_line_where_it_can(name: str) -> None:
    head = Masthead("Region Storsjön", ("Hamngatan 1",), "region.example", None, name)
    first = page_texts(draw(Paper("P", (text("a"),), masthead=head)).pdf)[0]
    assert any(line.strip().endswith(name) for line in first.splitlines())


def test_what_introduces_a_list_or_a_table_stays_with_it() -> None:
    above = [text(f"Stycke {n}") for n in range(80)]
    table = Table(((cell("a"), cell("b")),) * 3, head_rows=1)
    for following in (ListBlock(ListKind.BULLETS, (ListItem("•", (text("första"),)),)), table):
        for count in range(34, 44):  # the introduction comes to stand last on its page in one of them
            pages = page_texts(draw(paper(*above[:count], text("Följande gäller:"), following)).pdf)
            assert not any(plain(page).endswith("Följande gäller:") for page in pages)


def test_a_short_table_is_read_on_one_page() -> None:
    rows = tuple((cell(f"rad {n}"), cell("x")) for n in range(10))
    for count in range(20, 44):
        pages = page_texts(draw(paper(*[text("Stycke")] * count, Table(rows, head_rows=1))).pdf)
        assert len([page for page in pages if "rad 3" in page or "rad 9" in page]) == 1
