"""What a screen reader meets: structure, reading order, links, levels; heads and feet are no part of it."""

from __future__ import annotations

import io
import random
from collections import Counter
from pathlib import Path

import pikepdf
import pytest

from namndstod.documents.layout import draw, lay, press
from namndstod.documents.tagging import Levels, colour_profile, write_metadata
from namndstod.domain.content import (
    Block,
    Cell,
    Contents,
    Fields,
    Furniture,
    Group,
    Heading,
    ListBlock,
    ListItem,
    ListKind,
    Masthead,
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

from .reading import Read, page_texts, paper, plain, poppler_text, structure, text
from .test_layout import cell, clauses


def shape(pdf: bytes, folder: Path) -> list[str]:
    """Return the tree as lines: «  LBody "text"», two spaces a level below the document."""
    lines: list[str] = []
    for read in structure(pdf, folder):
        if read.tag:
            lines.append("  " * (read.depth - 1) + read.tag)
        elif read.text:
            lines[-1] += f' "{plain(read.text)}"'
    return lines[1:]


def shape_of(folder: Path, *blocks: Block) -> list[str]:
    return shape(draw(paper(*blocks)).pdf, folder)


def test_headings_paragraphs_and_lists(tmp_path: Path) -> None:
    found = shape_of(
        tmp_path,
        Heading(1, "Rubrik", label="§\u00a044"),
        Paragraph(inline("Nämnden beslutar"), ParagraphRole.DECIDER),
        clauses("bevilja medel", "följa upp"),
        ListBlock(ListKind.NUMBERED, (ListItem("1.", (text("ett"), clauses("två"))),)),
    )
    assert found == [
        'H1 "§ 44 Rubrik"',
        'P "Nämnden beslutar"',
        "L",
        "  LI",
        '    Lbl "att"',
        '    LBody "bevilja medel"',
        "  LI",
        '    Lbl "att"',
        '    LBody "följa upp"',
        "L",
        "  LI",
        '    Lbl "1."',
        "    LBody",
        '      P "ett"',
        "      L",
        "        LI",
        '          Lbl "att"',
        '          LBody "två"',
    ]


@pytest.mark.parametrize(
    ("kind", "label", "numbering"),
    [
        (ListKind.CLAUSES, "att", "None"),
        (ListKind.NUMBERED, "1.", "Decimal"),
        (ListKind.NUMBERED, "b)", "LowerAlpha"),
        (ListKind.BULLETS, "•", "Disc"),
    ],
)
def test_lists_tell_how_they_are_numbered(kind: ListKind, label: str, numbering: str) -> None:
    drawn = draw(paper(ListBlock(kind, (ListItem(label, (text("a"),)),))))
    with pikepdf.open(io.BytesIO(drawn.pdf)) as pdf:
        (listed,) = elements(pdf, "L")
        assert listed.A.ListNumbering == f"/{numbering}"


def test_fields_are_a_list_of_terms_and_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    found = shape_of(
        tmp_path,
        Fields((("Tid och\nplats", (text("9.00"), text("Linden"))), ("Närvarande", (text("Anna"),)))),
        SideBySide(((text("Vänster 1"), text("Vänster 2")), (text("Höger 1"), text("Höger 2")))),
        Group((text("Inramat"),), framed=True),
        Signatures((Signature("Sekreterare", "Per Holm"), Signature("Justerande", "Eva Ek"))),
    )
    assert found == [
        "L",
        "  LI",
        '    Lbl "Tid och plats"',
        "    LBody",
        '      P "9.00"',
        '      P "Linden"',
        "  LI",
        '    Lbl "Närvarande"',
        '    LBody "Anna"',
        *(f'P "{side} {n}"' for side in ("Vänster", "Höger") for n in (1, 2)),
        "Sect",
        '  P "Inramat"',
        "Div",
        '  P "Sekreterare"',
        '  P "Per Holm"',
        "Div",
        '  P "Justerande"',
        '  P "Eva Ek"',
    ]


def kids_of(element: pikepdf.Object) -> list[pikepdf.Object]:
    """Return what is right below an element."""
    kids = element.get("/K", pikepdf.Array([]))
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def elements(pdf: pikepdf.Pdf, tag: str) -> list[pikepdf.Object]:
    """Return the elements of the structure tree with `tag`, in order."""

    def below(element: pikepdf.Object) -> list[pikepdf.Object]:
        found = [element] if str(element.S) == f"/{tag}" else []
        for kid in kids_of(element):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                found += below(kid)
        return found

    return below(pdf.Root.StructTreeRoot.K)


def test_a_table_has_scopes_and_spans_and_every_row_is_as_wide(tmp_path: Path) -> None:
    head = ((cell("Ledamot", rows=2), cell("Röst", columns=2)), (cell("Ja"), cell("Nej")))
    group = (Cell((text("Gruppen"),), columns=3, head=True),)
    rows = ((Cell((text("Anna"),), head=True), cell("X"), cell("")), (cell("Bo"),))
    drawn = draw(paper(Table((*head, group, *rows), head_rows=2, caption="Röster")))
    with pikepdf.open(io.BytesIO(drawn.pdf)) as pdf:
        cells = [
            (
                str(c.S)[1:],
                *(
                    str(c.get("/A", pikepdf.Dictionary()).get(f"/{key}", ""))
                    for key in ("Scope", "ColSpan", "RowSpan")
                ),
            )
            for row in elements(pdf, "TR")
            for c in kids_of(row)
        ]
    assert cells == [
        ("TH", "/Column", "", "2"), ("TH", "/Column", "2", ""), ("TH", "/Column", "", ""),
        ("TH", "/Column", "", ""), ("TH", "/Column", "3", ""),
        ("TH", "/Row", "", ""), ("TD", "", "", ""), ("TD", "", "", ""),
        ("TD", "", "", ""), ("TD", "", "", ""), ("TD", "", "", ""),
    ]  # fmt: skip
    assert shape(drawn.pdf, tmp_path)[:2] == ["Table", '  Caption "Röster"']


def test_a_head_shown_again_is_read_once(tmp_path: Path) -> None:
    rows = tuple((cell(f"Ledamot {n}"), cell("X")) for n in range(60))
    linked = Cell((Paragraph((Run("Rösthuvud", link="https://region.example"),)),))
    drawn = draw(paper(Table(((cell("Namnhuvud"), linked), *rows), head_rows=1)))
    assert drawn.pages > 1
    assert all("Namnhuvud" in page and "Rösthuvud" in page for page in page_texts(drawn.pdf))
    said = [read.text for read in structure(drawn.pdf, tmp_path)]
    assert [plain(s) for s in said if "huvud" in s] == ["Namnhuvud", "Rösthuvud"]
    assert sum(s.startswith("Ledamot") for s in said) == 60
    with pikepdf.open(io.BytesIO(drawn.pdf)) as pdf:
        assert [len(page.get("/Annots", [])) for page in pdf.pages][1:] == [0] * (drawn.pages - 1)


def test_links_say_where_they_lead_and_belong_to_the_text(tmp_path: Path) -> None:
    long = "ärendet som har ett långt namn och därför går över två rader i löptexten som står här"
    runs = (Run("Se "), Run(long, link="#x"), Run(" och "), Run("webben", link="https://region.example/å"))
    drawn = draw(
        paper(Paragraph((*runs, Run(", men inte "), Run("dit", link="#okänd"))), Heading(1, "X", "x"))
    )
    assert shape(drawn.pdf, tmp_path)[:3] == [
        'P "Se"',
        f'  Link "{long}" "och"',
        '  Link "webben" ", men inte dit"',
    ]
    with pikepdf.open(io.BytesIO(drawn.pdf)) as pdf:
        told = [str(a.Contents) for a in pdf.pages[0].Annots]
        assert str(pdf.pages[0].Annots[-1].A.URI) == "https://region.example/%C3%A5"
        assert [
            len([k for k in link.K if isinstance(k, pikepdf.Dictionary)]) for link in elements(pdf, "Link")
        ] == [
            2,
            1,
        ]
    assert told == [long, long, "webben (https://region.example/å)"]


def test_a_contents_list_is_read_as_one(tmp_path: Path) -> None:
    found = shape_of(
        tmp_path,
        Contents(),
        Heading(1, "Ett", label="1.", in_contents=True),
        Heading(3, "Under", in_contents=True),
        Heading(1, "Två", label="2.", in_contents=True),
    )
    entry = ["TOCI", "  Reference"]
    assert found == [
        'H1 "Innehåll"',
        "TOC",
        *("  " + line for line in entry), '      Link "1. Ett" "1"',
        "    TOC",
        *("      " + line for line in entry), '          Link "Under" "1"',
        *("  " + line for line in entry), '      Link "2. Två" "1"',
        'H1 "1. Ett"', 'H2 "Under"', 'H1 "2. Två"',
    ]  # fmt: skip


def test_levels_never_skip_and_keep_their_order() -> None:
    levels = Levels()
    assert [levels.tag(n) for n in (2, 4, 4, 6, 3, 1, 2, 5)] == [
        "H1",
        "H2",
        "H2",
        "H3",
        "H2",
        "H1",
        "H2",
        "H3",
    ]


def test_several_papers_are_parts_and_links_between_them_wait_for_the_packet() -> None:
    first = lay(paper(Heading(1, "Ett"), Paragraph((Run("Till "), Run("bilagan", link="#b")))))
    second = lay(paper(Heading(1, "Två", "två")))
    data, pending = press([(first, 1), (second, 2)], 2, keep_pending=True)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert [kid.S for kid in pdf.Root.StructTreeRoot.K.K] == ["/Part", "/Part"]
        (annotation,) = pdf.pages[0].Annots
        assert str(annotation.NM) == "pending:b"
        assert str(annotation.Contents) == "bilagan"
        assert "/Dest" not in annotation
        (link,) = elements(pdf, "Link")
        assert link.K[1].Obj.objgen == annotation.objgen
        nums = [n for leaf in pdf.Root.StructTreeRoot.ParentTree.Kids for n in leaf.Nums]
        assert dict(zip(nums[::2], nums[1::2], strict=True))[annotation.StructParent].objgen == link.objgen
    assert [(p.page, p.anchor) for p in pending] == [(0, "b")]
    data, pending = press([(first, 1), (second, 2)], 2)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/Annots" not in pdf.pages[0]
        assert not elements(pdf, "Link")
    assert [(p.page, p.anchor) for p in pending] == [(0, "b")]


@pytest.mark.parametrize("conforming", [True, False])
def test_metadata_of_a_file_put_together(conforming: bool) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        write_metadata(pdf, "Handlingar <1> & 2", "Per Holm", conforming=conforming)
        with pdf.open_metadata() as told:
            assert told["dc:title"] == "Handlingar <1> & 2"
            assert told["dc:creator"] == ["Per Holm"]
            assert told.get("pdfuaid:part", "") == ("1" if conforming else "")
            assert told.get("pdfaid:conformance", "") == ("A" if conforming else "")
        assert str(pdf.docinfo["/Title"]) == "Handlingar <1> & 2"
        assert pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes() == colour_profile()
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


# ---- a protokoll of some hundred pages

PARAGRAPHS = 34
WORDS = [
    "nämnden", "förslag", "ärendet", "regionen", "kommunerna", "hälso-", "och", "sjukvård", "e-post",
    "480\u00a0000", "2027\u201105\u201114", "§\u00a092", "sammanträde,", "verksamhet.", "bidrag/avtal",
]  # fmt: skip
HEADS = ("Tillväxtnämnden", "Protokoll 2027-05-14")
FEET = ("Justerandes sign", "Utdragsbestyrkande")


def protokoll() -> Paper:
    """Return a long protokoll whose every paragraph begins with a word of its own."""
    chance = random.Random(5)
    count = 0

    def words(least: int, most: int) -> str:
        nonlocal count
        count += 1
        return " ".join([f"Ord{count}", *chance.choices(WORDS, k=chance.randint(least, most))])

    blocks: list[Block] = []
    for number in range(1, PARAGRAPHS + 1):
        blocks += [
            Heading(1, words(3, 12), f"p{number}", f"§\u00a0{number}", in_contents=True),
            Paragraph(inline(words(2, 4)), ParagraphRole.META),
            clauses(*(words(12, 30) for _ in range(3))),
            *(Paragraph(inline(f"{words(60, 120)}\n{words(60, 120)}")) for _ in range(5)),
        ]
        if number % 5 == 0:
            blocks += [
                Fields((("Beslutande", (text(words(2, 9)),)), ("Övriga", (text(words(2, 9)),)))),
                SideBySide(((text(words(2, 9)),), (text(words(2, 9)),))),
                Table(tuple((cell(words(0, 2)), cell(words(2, 9))) for _ in range(4)), head_rows=1),
            ]
    furniture = Furniture(*HEADS, *FEET, watermark="UTKAST")
    return Paper("Protokoll", tuple(blocks), furniture, Masthead("Region Storsjön", name="Protokoll"))


def words_of(found: str) -> list[str]:
    """Return the words of a text; a line or a page may end after a stroke within one, so it parts them."""
    return plain(found).replace("bidrag/avtal", "bidrag/ avtal").split()


@pytest.fixture(scope="module")
def long_pdf() -> bytes:
    drawn = draw(protokoll())
    assert 90 <= drawn.pages <= 150
    return drawn.pdf


@pytest.fixture(scope="module")
def read(long_pdf: bytes, tmp_path_factory: pytest.TempPathFactory) -> list[Read]:
    return structure(long_pdf, tmp_path_factory.mktemp("long"))


def test_the_structure_reads_every_word_once_in_order(read: list[Read]) -> None:
    said = words_of(" ".join(one.text for one in read))
    begun = [int(word[3:]) for word in said if word.startswith("Ord")]
    assert begun == list(range(1, len(begun) + 1))
    assert len(begun) == 15 * PARAGRAPHS + 12 * (PARAGRAPHS // 5)
    known = {plain(word) for word in " ".join(WORDS).replace("\xa0", " ").split(" ")}
    known |= {"bidrag/", "avtal", "att", "§", "Beslutande", "Övriga", "Region", "Storsjön", "Protokoll"}
    assert {word for word in said if not word.startswith("Ord") and not word.isdigit()} <= known


def test_heads_and_feet_are_on_every_page_and_never_read_out(long_pdf: bytes, read: list[Read]) -> None:
    said = plain(" ".join(one.text for one in read))
    pages = [plain(page) for page in page_texts(long_pdf)]
    for words in (*HEADS, *FEET, "UTKAST", f"({len(pages)})"):
        assert words not in said
    assert said.startswith("Region Storsjön Protokoll § 1 Ord1 ")  # the masthead is read, on the first page
    for number, page in enumerate(pages[1:], 2):
        assert all(words in page for words in (*HEADS, *FEET, "UTKAST", f"{number} ({len(pages)})"))


def test_extracted_text_has_every_word_apart(long_pdf: bytes, read: list[Read], tmp_path: Path) -> None:
    beside = Counter(word for words in (*HEADS, *FEET, "UTKAST") for word in words.split())
    pages = len(page_texts(long_pdf))
    beside.update(str(number) for number in range(1, pages + 1))
    found = Counter(words_of(poppler_text(long_pdf, tmp_path)))
    said = Counter(words_of(" ".join(one.text for one in read)))
    missing = said - found
    assert not missing, missing.most_common(5)
    extra = {word for word in found - said if word not in beside and not word.startswith("(")}
    assert extra == set()
