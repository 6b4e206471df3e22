"""The structure tree of a packet: attachments keep theirs, in the order of pages, whatever it looks like."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from namndstod.documents.joining import join
from namndstod.documents.layout import draw
from namndstod.documents.packet import Part, assemble
from namndstod.domain.content import (
    Block,
    Cell,
    Contents,
    Heading,
    ListBlock,
    ListItem,
    ListKind,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Table,
)

from .odd_pdfs import circular_structure, deep_structure, structure, written
from .odd_pdfs import nothing as unchanged
from .reading import page_texts, paper, plain, text
from .structures import elements, kids, outline, require_sound, stretches


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def report(name: str, pages: int = 1) -> bytes:
    """Return a tagged attachment with a heading, a list, a table and a link on each page."""

    def cells(*words: str) -> tuple[Cell, ...]:
        return tuple(Cell((text(word),)) for word in words)

    blocks: list[Block] = []
    for number in range(1, pages + 1):
        blocks += [
            Heading(1, f"{name} {number}"),
            ListBlock(ListKind.BULLETS, (ListItem("•", (text("punkt"),)),)),
            Table((cells("Mål", "Utfall"), cells("ett", "två")), head_rows=1),
            Paragraph((Run("Se "), Run("webben", link="https://region.example"))),
            PageBreak(),
        ]
    return draw(Paper(name, tuple(blocks))).pdf


def parts() -> list[Part]:
    link = Paragraph((Run("Till "), Run("bilagan", link="#b"), Run(" och "), Run("ingenstans", link="#x")))
    return [
        Part("Kallelse", paper(Heading(1, "Kallelse"), link)),
        Part("Första", report("Första", 2), level=1, anchor="b"),
        Part("Skiljeblad", paper(Heading(1, "Skiljeblad"))),
        Part("Andra", report("Andra"), level=1),
    ]


def test_the_tree_follows_the_pages_and_its_way_back_is_right() -> None:
    packet = assemble(parts(), title="Handlingar")
    with opened(packet.pdf) as pdf:
        require_sound(pdf)
        (document,) = kids(pdf.Root.StructTreeRoot)
        assert [str(part.S) for part in kids(document)] == ["/Part"] * 4
        assert [str(part.get("/T", "")) for part in kids(document)] == ["", "Första", "", "Andra"]
        pages = [page for page, _, _ in stretches(pdf)]
        assert pages == sorted(pages)
        assert set(pages) == set(range(packet.pages))
    assert packet.conforming


def test_an_attachments_document_becomes_a_section_with_all_that_was_in_it() -> None:
    data = report("Ett")
    with opened(data) as alone, opened(assemble([Part("Ett", data)]).pdf) as pdf:
        (document,) = kids(pdf.Root.StructTreeRoot)
        (part,) = kids(document)
        (section,) = kids(part)
        (before,) = kids(alone.Root.StructTreeRoot)
        assert str(section.S) == "/Sect"
        assert outline(section)[1] == outline(before)[1]
        heads = [element for element in elements(pdf) if str(element.S) == "/TH"]
        assert [str(head.A.Scope) for head in heads] == ["/Column", "/Column"]


def test_links_out_of_a_paper_lead_there_or_are_plain_text() -> None:
    with opened(assemble(parts()).pdf) as pdf:
        (link,) = pdf.pages[0].Annots
        assert link.Dest[0].objgen == pdf.pages[1].obj.objgen
        assert "/NM" not in link
        assert (
            sum(str(element.S) == "/Link" for element in elements(pdf)) == 4
        )  # one of ours, three to the web


def test_page_numbers_are_artifacts_and_are_not_read_out() -> None:
    with opened(assemble([Part("A", report("A"))]).pdf) as pdf:
        stamp = pdf.pages[0].Contents[-1].read_bytes()
        begin, end = stamp.index(b"/Artifact <</Type /Pagination"), stamp.rindex(b"EMC")
        assert begin < stamp.index(b"(1 ") < end


def test_an_attachment_without_structure_takes_the_claims_away_but_not_the_tags_of_others() -> None:
    loose = written(unchanged)
    packet = assemble([*parts(), Part("Lös", loose)])
    assert not packet.conforming
    with opened(packet.pdf) as pdf:
        require_sound(pdf)
        assert bool(pdf.Root.MarkInfo.Suspects)
        metadata = pdf.Root.Metadata.read_bytes()
        assert b"pdfuaid:part" not in metadata
        assert b"pdfaid:part" not in metadata
        assert {page for page, _, _ in stretches(pdf)} == set(range(packet.pages - 1))
    with opened(assemble(parts()).pdf) as pdf:
        assert b"<pdfuaid:part>1" in pdf.Root.Metadata.read_bytes()


def test_a_tagged_attachment_that_claims_nothing_leaves_the_packet_without_claims() -> None:
    def leaf(pdf: pikepdf.Pdf) -> pikepdf.Object:
        return pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, Pg=pdf.pages[0].obj, K=0))

    packet = assemble([*parts(), Part("Taggad", structure(leaf))])
    assert not packet.conforming
    with opened(packet.pdf) as pdf:
        assert "/Suspects" not in pdf.Root.MarkInfo


def tagged(*given: dict[str, Any], roles: dict[str, str] | None = None, classes: Any = None) -> bytes:
    """Return a file whose tree has a P for each dictionary of further entries."""

    def build(pdf: pikepdf.Pdf) -> None:
        first = pdf.pages[0].obj
        made = [
            pdf.make_indirect(
                Dictionary({"/Type": Name.StructElem, "/S": Name.P, "/Pg": first, "/K": number, **entries})
            )
            for number, entries in enumerate(given)
        ]
        root = Dictionary(Type=Name.StructTreeRoot, K=Array(made))
        if roles:
            root.RoleMap = Dictionary({f"/{k}": Name(f"/{v}") for k, v in roles.items()})
        if classes is not None:
            root.ClassMap = classes
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.Lang = String("en-GB")
        pdf.Root.StructTreeRoot = pdf.make_indirect(root)

    return written(build)


def test_names_that_mean_different_things_are_told_apart() -> None:
    one = tagged({"/S": Name.Rubrik}, {"/S": Name.P}, roles={"Rubrik": "H1"})
    two = tagged({"/S": Name.Rubrik}, {"/S": Name.P}, {"/S": Name.Ring}, roles={
        "Rubrik": "Caption", "P": "Note", "Ring": "Rong", "Rong": "Ring"})  # fmt: skip
    with opened(assemble([Part("A", one), Part("B", two)]).pdf) as pdf:
        roles = {key[1:]: str(value)[1:] for key, value in pdf.Root.StructTreeRoot.RoleMap.items()}
        (document,) = kids(pdf.Root.StructTreeRoot)
        found = [[str(e.S)[1:] for e in kids(part)] for part in kids(document)]
        meant = [[roles.get(name, name) for name in names] for names in found]
    assert meant == [["H1", "P"], ["Caption", "Note", "NonStruct"]]
    assert found[0] == ["Rubrik", "P"]


def test_types_of_later_pdf_are_given_names_that_all_readers_know() -> None:
    with opened(
        assemble([Part("A", tagged({"/S": Name.Strong}, {"/S": Name.H9}, {"/S": Name.Okänt}))]).pdf
    ) as pdf:
        roles = pdf.Root.StructTreeRoot.RoleMap
        assert [str(roles[key]) for key in ("/Strong", "/H9", "/Okänt")] == ["/Span", "/H6", "/NonStruct"]


def test_classes_and_ids_of_attachments_stay_their_own() -> None:
    def one(colour: str) -> bytes:
        classes = Dictionary(Stil=Dictionary(O=Name.Layout, Placement=Name(f"/{colour}")))
        head = {"/ID": String("kol"), "/S": Name.TH, "/C": Name.Stil}
        cell = {"/S": Name.TD, "/A": Dictionary(O=Name.Table, Headers=Array([String("kol")]))}
        return tagged(head, cell, classes=classes)

    with opened(assemble([Part("A", one("Block")), Part("B", one("Inline"))]).pdf) as pdf:
        heads = [e for e in elements(pdf) if str(e.S) == "/TH"]
        cells = [e for e in elements(pdf) if str(e.S) == "/TD"]
        assert [str(head.A.Placement) for head in heads] == ["/Block", "/Inline"]
        assert len({str(head.ID) for head in heads}) == 2
        assert [str(cell.A.Headers[0]) for cell in cells] == [str(head.ID) for head in heads]
        names = list(pdf.Root.StructTreeRoot.IDTree.Names)
        assert sorted(map(str, names[::2])) == sorted(str(head.ID) for head in heads)


def test_a_foreign_language_is_told_at_its_part() -> None:
    with opened(assemble([*parts(), Part("Report", tagged({}))]).pdf) as pdf:
        (document,) = kids(pdf.Root.StructTreeRoot)
        assert [str(part.get("/Lang", "")) for part in kids(document)] == ["", "", "", "", "en-GB"]


def test_a_circular_tree_is_read_once() -> None:
    with opened(assemble([Part("A", structure(circular_structure))]).pdf) as pdf:
        require_sound(pdf)
        assert [str(e.S) for e in elements(pdf)] == ["/Document", "/Part", "/Sect", "/P"]
        assert [number for _, number, _ in stretches(pdf)] == [0]


def test_a_tree_without_end_is_left_behind_and_the_pages_stay() -> None:
    packet = assemble([Part("A", structure(deep_structure))])
    assert "Sida 1" in page_texts(packet.pdf)[0]
    assert not packet.conforming
    with opened(packet.pdf) as pdf:
        assert "/StructTreeRoot" not in pdf.Root


def test_keys_that_nobody_knows_stay_outside() -> None:
    secret = Dictionary(Type=Name.Filespec, F=String("annan.pdf"))
    data = tagged({"/AF": Array([secret]), "/Extra": secret, "/R": 3, "/Alt": String("En hamn")})
    with opened(assemble([Part("A", data)]).pdf) as pdf:
        (element,) = (e for e in elements(pdf) if str(e.S) == "/P")
        assert set(element.keys()) == {"/Type", "/S", "/P", "/Pg", "/K", "/Alt"}


def test_drawings_within_drawings_keep_their_marks() -> None:
    def build(pdf: pikepdf.Pdf) -> pikepdf.Object:
        page = pdf.pages[0].obj
        form = pikepdf.Stream(pdf, b"/P <</MCID 0>> BDC 0 0 5 5 re f EMC")
        form.Type, form.Subtype, form.BBox, form.StructParents = Name.XObject, Name.Form, [0, 0, 9, 9], 7
        page.Resources.XObject = Dictionary(X=pdf.make_indirect(form))
        content = Dictionary(Type=Name.MCR, MCID=0, Stm=page.Resources.XObject.X, Pg=page)
        return pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, K=Array([content])))

    with opened(assemble([*parts(), Part("A", structure(build))]).pdf) as pdf:
        form = pdf.pages[-1].Resources.XObject.X
        element = list(elements(pdf))[-1]
        assert element.K.Stm.objgen == form.objgen
        nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        back = dict(zip(nums[::2], nums[1::2], strict=True))
        assert back[form.StructParents][0].objgen == element.objgen


def test_pages_of_a_mail_and_its_attachments_are_one_tagged_file() -> None:
    whole = join([draw(paper(text("Hej"))).pdf, report("Bilaga")])
    with opened(whole) as pdf:
        require_sound(pdf)
        assert b"<pdfuaid:part>1" in pdf.Root.Metadata.read_bytes()
        assert str(pdf.docinfo.Title)
    assert assemble([Part("Mejl", whole)]).conforming
    with opened(join([draw(paper(text("Hej"))).pdf, written(unchanged)])) as pdf:
        assert b"pdfuaid:part" not in pdf.Root.Metadata.read_bytes()


@pytest.mark.parametrize(
    "texts", [["1 (2)", "2 (2)"], ["134a (134)", "134b (134)"], ["7 (9)", "5 (9)"], ["i", "8"]]
)
def test_what_is_printed_is_the_callers_choice_and_the_pages_label(texts: list[str]) -> None:
    own, other = paper(text("Eget")), written(unchanged)
    packet = assemble([Part("A", own), Part("B", other)], number=texts.__getitem__)
    for words, printed in zip(page_texts(packet.pdf), texts, strict=True):
        assert plain(words).count(printed) == 1
    with opened(packet.pdf) as pdf:
        assert [str(page.label) for page in pdf.pages] == [printed.split(" ")[0] for printed in texts]


def test_contents_name_pages_as_they_are_printed() -> None:
    packet = assemble(
        [Part("Innehåll", paper(Contents()), contents=True), Part("Bilaga", written(unchanged))],
        number=lambda index: f"12{'ab'[index]} (12)",
    )
    assert plain(page_texts(packet.pdf)[0]).endswith("Bilaga 12b")
