"""Pages left out of a public edition leave nothing of themselves in the file."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String

from namndstod.documents.inspection import PdfState
from namndstod.documents.layout import draw
from namndstod.documents.packet import Packet, Part, PartProblem, assemble
from namndstod.domain.content import Furniture, Heading, PageBreak, Paper

from .odd_pdfs import written
from .reading import page_texts, paper, plain, text
from .structures import elements, kids, require_sound, stretches

SECRET = "Hemligstämplat"


def everything(data: bytes) -> bytes:
    """Return all objects of a file, streams decompressed, strings of 16 bits as Latin-1 too."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(
            out, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
        )  # fmt: skip
    found = [out.getvalue()]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for one in pdf.objects:
            waiting = [one]
            while waiting:
                inner = waiting.pop()
                if isinstance(inner, String):
                    found.append(str(inner).encode("utf-8"))
                elif isinstance(inner, Array):
                    waiting += list(inner)
                elif isinstance(inner, Dictionary | Stream):
                    waiting += [
                        v for v in inner.values() if not (hasattr(v, "is_indirect") and v.is_indirect)
                    ]
    return b"\n".join(found)


def secretive(share_contents: bool = False) -> bytes:
    """Return a file of three tagged pages whose second has its secret in every place that a file has."""

    def hide(pdf: pikepdf.Pdf) -> None:
        pages = [page.obj for page in pdf.pages]
        first, second, third = pages
        form = pdf.make_indirect(Stream(pdf, f"({SECRET} formulär) pop".encode("latin-1")))
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
        shared = pdf.make_indirect(Dictionary(Font=first.Resources.Font, XObject=Dictionary(Hidden=form)))
        for page in pages:
            page.Resources = shared
        second.Contents = Stream(
            pdf, f"BT /F 20 Tf 60 700 Td ({SECRET} text) Tj ET /Hidden Do".encode("latin-1")
        )
        if share_contents:
            third.Contents = second.Contents
        second.Thumb = Stream(pdf, f"{SECRET} bild".encode("latin-1"))
        second.Metadata = Stream(pdf, f"{SECRET} xmp".encode("latin-1"))
        note = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Text, Rect=[9, 9, 20, 20], Contents=String(f"{SECRET} not")
            )
        )
        second.Annots = Array([note])
        names = [
            String(f"{SECRET} plats"),
            Array([second, Name.Fit]),
            String("öppen"),
            Array([third, Name.Fit]),
        ]
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array(names)))
        answer = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[9, 9, 20, 20], IRT=note)
        links = [
            Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[9, 9, 20, 20], Dest=String(name))
            for name in (f"{SECRET} plats", "öppen")
        ]
        first.Annots = Array([pdf.make_indirect(one) for one in (answer, *links)])
        with pdf.open_outline() as marks:
            marks.root.append(pikepdf.OutlineItem(f"{SECRET} bokmärke", 1))
        pdf.docinfo["/Subject"] = f"{SECRET} ämne"
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(f"{SECRET} lager")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array()))

        def leaf(words: str, *content: object) -> pikepdf.Object:
            return pdf.make_indirect(
                Dictionary(Type=Name.StructElem, S=Name.P, ActualText=String(words), K=Array(list(content)))
            )

        def mark(page: pikepdf.Object) -> pikepdf.Object:
            return Dictionary(Type=Name.MCR, Pg=page, MCID=0)

        over = leaf(f"{SECRET} över två sidor", mark(first), mark(second))
        only = leaf(f"{SECRET} bara här", Dictionary(Type=Name.OBJR, Obj=note, Pg=second))
        empty = leaf(f"{SECRET} utan innehåll")
        chapter = pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Sect, T=String(f"{SECRET} kapitel"), ID=String(SECRET),
                       A=Dictionary(O=Name.Table, Summary=String(f"{SECRET} sammanfattning")),
                       K=Array([over, only, empty]))
        )  # fmt: skip
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.StructTreeRoot = pdf.make_indirect(
            Dictionary(Type=Name.StructTreeRoot, K=Array([chapter, leaf("Slutet", mark(third))]))
        )

    return written(hide, 3)


def packed(data: bytes, *withheld: int, **more: object) -> Packet:
    part = Part("Bilaga", data, withheld=withheld, **more)  # type: ignore[arg-type]
    return assemble([Part("Kallelse", paper(text("Eget"))), part])


def test_the_secret_is_there_unless_it_is_withheld() -> None:
    whole = everything(packed(secretive()).pdf)
    assert whole.count(SECRET.encode()) > 3
    assert whole.count(SECRET.encode("latin-1")) > 3


def test_nothing_of_a_withheld_page_is_in_any_object() -> None:
    packet = packed(secretive(), 2)
    whole = everything(packet.pdf)
    assert SECRET.encode() not in whole
    assert SECRET.encode("latin-1") not in whole
    assert SECRET.encode("utf-16-be") not in whole
    pages = [plain(words) for words in page_texts(packet.pdf)]
    assert ["Sida 1" in pages[1], "Sida 3" in pages[3]] == [True, True]
    assert "Sidan är undantagen med hänvisning till sekretess eller personuppgifter." in pages[2]
    assert "Det är sida 2 av 3 i handlingen." in pages[2]
    assert "3 (4)" in pages[2]


def test_what_is_left_keeps_its_structure_with_the_notice_in_its_place() -> None:
    packet = packed(secretive(), 2)
    with pikepdf.open(io.BytesIO(packet.pdf)) as pdf:
        require_sound(pdf)
        pages = [page for page, _, _ in stretches(pdf)]
        assert pages == sorted(pages)
        assert set(pages) == {0, 1, 2, 3}
        (only,) = (str(e.ActualText) for e in elements(pdf) if "/ActualText" in e)
        assert only == "Slutet"
        open_links = [a for a in pdf.pages[1].Annots if str(a.Subtype) == "/Link"]
        assert [link.Dest[0].objgen for link in open_links] == [pdf.pages[3].obj.objgen]


def test_every_page_withheld() -> None:
    packet = packed(secretive(), 1, 2, 3)
    assert SECRET.encode() not in everything(packet.pdf)
    assert [("undantagen" in words) for words in page_texts(packet.pdf)] == [False, True, True, True]
    with pikepdf.open(io.BytesIO(packet.pdf)) as pdf:
        (document,) = kids(pdf.Root.StructTreeRoot)
        assert [str(part.S) for part in kids(document)] == ["/Part", "/Part"]


def test_a_packet_of_ours_with_a_page_withheld_stays_conforming() -> None:
    blocks = [block for n in (1, 2, 3) for block in (Heading(1, f"Kapitel {n}"), PageBreak())]
    data = draw(Paper("Bilaga", tuple(blocks))).pdf
    packet = packed(data, 2, ground="sekretess (26 kap. 1 § OSL)")
    assert packet.conforming
    words = [plain(one) for one in page_texts(packet.pdf)]
    assert "Kapitel 2" not in " ".join(words)
    assert "hänvisning till sekretess (26 kap. 1 § OSL)." in words[2]


@pytest.mark.parametrize(
    ("size", "rotation", "seen"),
    [((842, 1191), 0, (842, 1191)), ((595, 842), 90, (842, 595)), ((200, 100), 0, (200, 100))],
)
def test_the_notice_has_the_size_of_the_page_and_is_all_seen(
    size: tuple[int, int], rotation: int, seen: tuple[int, int]
) -> None:
    def shape(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.MediaBox = Array([10, 20, 10 + size[0], 20 + size[1]])
        pdf.pages[0].obj.Rotate = rotation

    packet = assemble([Part("Bilaga", written(shape, 2), withheld=(1,))])
    with pikepdf.open(io.BytesIO(packet.pdf)) as pdf:
        assert [float(side) for side in pdf.pages[0].mediabox] == [0, 0, *seen]
    assert "undantagen med hänvisning" in plain(page_texts(packet.pdf)[0])


def test_pages_that_share_what_is_drawn_can_not_be_told_apart() -> None:
    with pytest.raises(PartProblem, match="hänger ihop") as caught:
        packed(secretive(share_contents=True), 2)
    assert caught.value.state is PdfState.ENTANGLED
    assert packed(secretive(share_contents=True), 2, 3).pages == 4


def test_numbers_outside_the_file_withhold_nothing() -> None:
    data = draw(Paper("Bilaga", (text("Hela"),), Furniture(page_numbers=False))).pdf
    packet = packed(data, 0, 7)
    assert "Hela" in page_texts(packet.pdf)[1]
