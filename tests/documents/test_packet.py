"""The packet: order, numbers, bookmarks, links, and what attachments may not bring with them."""

import io
import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String

from namndstod.documents.inspection import Inspected, PdfState, inspect_pdf
from namndstod.documents.layout import draw
from namndstod.documents.packet import Part, PartProblem, assemble
from namndstod.domain.content import Contents, Furniture, Heading, PageBreak, Paper, Paragraph, Run

from .reading import page_texts, paper, plain, text


def pdf_of(*pages: str) -> bytes:
    """Return a PDF with a page for each text, without numbers."""
    blocks = [block for words in pages for block in (text(words), PageBreak())]
    return draw(Paper("Bilaga", tuple(blocks), Furniture(page_numbers=False))).pdf


def changed(data: bytes, change: object, **save: object) -> bytes:
    """Return the PDF after `change(pdf)`."""
    assert callable(change)
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out, **save)  # type: ignore[arg-type]
    return out.getvalue()


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def sample() -> list[Part]:
    link = Paragraph(
        (Run("Till "), Run("bilagan", link="#b"), Run(" och "), Run("ingenstans", link="#finns-inte"))
    )
    lista = (Heading(1, "Protokollsjustering", "p1", "1.", in_contents=True), link, PageBreak(),
             Heading(1, "Information", "p2", "2.", in_contents=True), text("Slut"))  # fmt: skip
    return [
        Part("Kallelse", paper(*lista)),
        Part("Innehåll", paper(Contents()), contents=True),
        Part("Ett ärende", paper(Heading(1, "Ett ärende", "a", "1.")), "1."),
        Part("Bilagan", pdf_of("Bilagans första", "Bilagans andra"), level=1, anchor="b"),
        Part("Ett annat", paper(text("Skiljeblad två")), "2."),
        Part("Sist", pdf_of("Allra sist"), level=1),
    ]


def test_pages_come_in_order_with_one_running_number() -> None:
    packet = assemble(sample())
    pages = [plain(page) for page in page_texts(packet.pdf)]
    assert packet.pages == len(pages) == 8
    assert [re.findall(r"\d+ \(8\)", page) for page in pages] == [[f"{n} (8)"] for n in range(1, 9)]
    wanted = [
        "Protokollsjustering",
        "Information",
        "Innehåll",
        "Ett ärende",
        "första",
        "andra",
        "Skiljeblad",
        "sist",
    ]
    assert all(words in page for words, page in zip(wanted, pages, strict=True))
    assert [(place.first_page, place.pages) for place in packet.places] == [
        (1, 2), (3, 1), (4, 1), (5, 2), (7, 1), (8, 1),
    ]  # fmt: skip


def test_contents_name_the_pages_of_the_parts_and_lead_there() -> None:
    packet = assemble(sample())
    words = plain(page_texts(packet.pdf)[2])
    assert words.endswith("Innehåll Kallelse 1 1. Ett ärende 4 Bilagan 5 2. Ett annat 7 Sist 8")
    with opened(packet.pdf) as pdf:
        sheets = [page.obj.objgen for page in pdf.pages]
        assert [sheets.index(a.Dest[0].objgen) + 1 for a in pdf.pages[2].Annots] == [1, 4, 5, 7, 8]
        (link,) = pdf.pages[0].Annots  # the one to nowhere is text only
        assert sheets.index(link.Dest[0].objgen) + 1 == 5


def test_bookmarks_follow_the_parts_and_the_headings_of_own_papers() -> None:
    def titles(items: list[pikepdf.OutlineItem]) -> list[object]:
        return [(item.title, titles(item.children)) if item.children else item.title for item in items]

    with opened(assemble(sample()).pdf) as pdf, pdf.open_outline() as outline:
        found = titles(outline.root)
        assert pdf.Root.PageMode == Name.UseOutlines
        assert str(pdf.Root.Lang) == "sv-SE"
    assert found == [
        ("Kallelse", ["1. Protokollsjustering", "2. Information"]),
        "Innehåll",
        ("1. Ett ärende", ["Bilagan"]),
        ("2. Ett annat", ["Sist"]),
    ]


def test_a_packet_of_attachments_only() -> None:
    packet = assemble(
        [Part("A", pdf_of("Ett")), Part("B", pdf_of("Två"))], title="Handlingar", author="Per Holm"
    )
    assert [plain(page) for page in page_texts(packet.pdf)] == ["Ett 1 (2)", "Två 2 (2)"]
    with opened(packet.pdf) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Handlingar"


def test_pages_that_carry_their_number_are_not_stamped() -> None:
    ready = draw(paper(text("Färdig")), first_page=1, total_pages=1).pdf
    assert plain(page_texts(assemble([Part("A", ready, numbered=True)]).pdf)[0]).count("1 (1)") == 1


@given(
    rotation=st.sampled_from([0, 90, 180, 270]),
    crop=st.tuples(st.integers(0, 150), st.integers(0, 150), st.integers(300, 595), st.integers(300, 841)),
)
@settings(max_examples=25, deadline=None)
def test_the_number_stands_upright_in_the_corner_that_is_seen(
    rotation: int, crop: tuple[int, int, int, int]
) -> None:
    def turn(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Rotate = rotation
        pdf.pages[0].CropBox = Array(list(crop))

    packet = assemble([Part("A", changed(pdf_of("Text"), turn))])
    document = pypdfium2.PdfDocument(packet.pdf)
    page = document[0]
    words = page.get_textpage()
    found = words.search("1 (1)").get_next()
    assert found
    x0, y0, x1, y1 = crop
    box = words.get_charbox(found[0])
    distance = {
        0: (x1 - box[2], y1 - box[3]),
        90: (y1 - box[3], box[0] - x0),
        180: (box[0] - x0, box[1] - y0),
        270: (box[1] - y0, x1 - box[2]),
    }[rotation]
    assert all(0 < d < 60 for d in distance)
    document.close()


def test_shared_resources_are_copied_before_they_are_changed() -> None:
    def share(pdf: pikepdf.Pdf) -> None:
        shared = pdf.make_indirect(pdf.pages[0].Resources)
        for page in pdf.pages:
            page.obj.Resources = shared
        pdf.Root.Kept = shared

    data = changed(pdf_of("Ett", "Två", "Tre"), share)
    with opened(assemble([Part("A", data)]).pdf) as pdf:
        resources = [page.obj.Resources for page in pdf.pages]
        assert len({r.objgen for r in resources}) == 1
        assert sum("NamndstodNummer" in key for key in dict(resources[0].Font.items())) == 1
    with opened(data) as original:
        assert not [key for key in dict(original.pages[0].Resources.Font.items()) if "Namndstod" in key]


def test_a_page_whose_drawing_moves_the_origin_is_stamped_in_place() -> None:
    def move(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.contents_add(pdf.make_stream(b"0.1 0 0 0.1 300 300 cm "), prepend=True)

    packet = assemble([Part("A", changed(pdf_of("Text"), move))])
    document = pypdfium2.PdfDocument(packet.pdf)
    words = document[0].get_textpage()
    box = words.get_charbox(words.search("1 (1)").get_next()[0])
    assert box[0] > 500
    assert box[1] > 780
    document.close()


def form(name: str, value: str) -> bytes:
    """Return a PDF with one filled field."""

    def add(pdf: pikepdf.Pdf) -> None:
        look = pdf.make_stream(f"BT /F1 12 Tf 2 4 Td ({value}) Tj ET".encode())
        look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 20])
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        look.Resources = Dictionary(Font=Dictionary(F1=font))
        field = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String(name), V=String(value), F=4,
            Rect=Array([100, 400, 300, 420]), AP=Dictionary(N=look),
        )  # fmt: skip
        field = pdf.make_indirect(field)
        pdf.pages[0].Annots = Array([field])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)

    return changed(pdf_of("Blankett"), add)


def test_forms_with_the_same_field_keep_their_own_values() -> None:
    packet = assemble([Part("A", form("Namn", "Anna")), Part("B", form("Namn", "Bertil"))])
    first, second = page_texts(packet.pdf)
    assert "Anna" in first
    assert "Bertil" in second
    assert [place.signed for place in packet.places] == [True, True]
    with opened(packet.pdf) as pdf:
        assert "/AcroForm" not in pdf.Root or not len(pdf.Root.AcroForm.get("/Fields", []))


def test_what_is_active_stays_outside() -> None:
    def arm(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["hemlig.txt"] = b"inbakad fil"
        script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        pdf.Root.OpenAction = script
        page = pdf.pages[0]
        page.AA = Dictionary(O=script)
        rectangle = Array([10, 10, 50, 50])
        page.Annots = Array(
            [
                Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=rectangle, A=action)
                for action in (
                    script,
                    Dictionary(S=Name.Launch, F=String("cmd.exe")),
                    Dictionary(S=Name.GoToR, F=String("annan.pdf"), D=Array([0, Name.Fit])),
                    Dictionary(S=Name.URI, URI=String("javascript:alert(1)")),
                    Dictionary(S=Name.URI, URI=String("https://region.example"), Next=script),
                )
            ]
        )
        page.Annots.append(Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=rectangle))

    packet = assemble([Part("A", changed(pdf_of("Text"), arm))])
    out = changed(packet.pdf, lambda pdf: None, qdf=True)
    for word in (b"alert", b"cmd.exe", b"annan.pdf", b"inbakad", b"FileAttachment", b"JavaScript"):
        assert word not in out
    assert b"https://region.example" in out


def test_layers_that_are_off_stay_off() -> None:
    def layer(pdf: pikepdf.Pdf) -> None:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Utkast")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
        page = pdf.pages[0]
        page.Resources.Properties = Dictionary(L=group)
        page.contents_add(pdf.make_stream(b"/OC /L BDC 0 0 300 300 re f EMC"), prepend=False)

    with opened(assemble([Part("A", changed(pdf_of("Text"), layer))]).pdf) as pdf:
        layers = pdf.Root.OCProperties
        assert layers.D.OFF[0].objgen == pdf.pages[0].Resources.Properties.L.objgen == layers.OCGs[0].objgen


def test_a_protected_part_is_named() -> None:
    data = changed(pdf_of("Hemligt"), lambda pdf: None, encryption=pikepdf.Encryption(user="x", owner="y"))
    assert inspect_pdf(data) == Inspected(0, PdfState.PROTECTED)
    with pytest.raises(PartProblem, match="”Ansökan” är skyddad med lösenord") as caught:
        assemble([Part("Kallelse", paper(text("a"))), Part("Ansökan", data)])
    assert caught.value.part.title == "Ansökan"
    assert caught.value.state is PdfState.PROTECTED
    assert caught.value.way_on


def test_an_owner_password_only_restricts_and_is_read() -> None:
    data = changed(pdf_of("Öppen"), lambda pdf: None, encryption=pikepdf.Encryption(user="", owner="y"))
    assert inspect_pdf(data) == Inspected(1, PdfState.OK)
    assert "Öppen" in page_texts(assemble([Part("A", data)]).pdf)[0]


@pytest.mark.parametrize("data", [b"", b"inte en pdf", b"%PDF-1.7\nskr\xe4p", pdf_of("Text")[:300]])
def test_a_damaged_part_is_named(data: bytes) -> None:
    assert inspect_pdf(data) == Inspected(0, PdfState.DAMAGED)
    with pytest.raises(PartProblem, match="”Skräp” är skadad"):
        assemble([Part("Skräp", data)])


def test_a_truncated_file_is_mended_and_told_of() -> None:
    data = pdf_of(*(f"Sida {n}" for n in range(5)))
    cut = data[: data.rindex(b"xref") - 200]
    found = inspect_pdf(cut)
    assert found.state is PdfState.DAMAGED
    assert inspect_pdf(data) == Inspected(5, PdfState.OK)
    if found.pages:
        assert assemble([Part("A", cut)]).pages == found.pages


def test_a_file_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "bilaga med å.pdf"
    path.write_bytes(pdf_of("Från disk"))
    assert inspect_pdf(path).pages == 1
    assert "Från disk" in page_texts(assemble([Part("A", path)]).pdf)[0]


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 3), st.integers(0, 3)), min_size=1, max_size=8))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_mixture_of_parts_is_numbered_throughout(kinds: list[tuple[bool, int, int]]) -> None:
    parts = [
        Part(
            f"Del {i}",
            paper(*(b for n in range(pages) for b in (text(f"Eget {i}.{n}"), PageBreak())))
            if own
            else pdf_of(*(f"Bilaga {i}.{n}" for n in range(pages))),
            level=level,
        )
        for i, (own, pages, level) in enumerate(kinds)
    ]
    packet = assemble([*parts, Part("Innehåll", paper(Contents()), contents=True)])
    total = sum(pages for _, pages, _ in kinds) + 1
    found = [plain(page) for page in page_texts(packet.pdf)]
    assert len(found) == packet.pages == total
    assert all(f"{n} ({total})" in page for n, page in enumerate(found, 1))
