"""PDF files that nobody should send, and some that are only unusual: made by hand, each with one oddity."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Mapping
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

Change = Callable[[pikepdf.Pdf], object]


def raw(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """Return a file of objects as they are given, with a table of where they are."""
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    at, size = len(out), max(objects) + 1
    rows = b"".join(
        b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n" for n in range(size)
    )
    out += b"xref\n0 %d\n%strailer\n<</Size %d/Root 1 0 R%s>>\n" % (size, rows, size, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % at)


def written(change: Change, pages: int = 1, **save: object) -> bytes:
    """Return a file of pages with a word on each, after `change`."""
    with pikepdf.new() as pdf:
        font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        for number in range(1, pages + 1):
            page = pdf.add_blank_page(page_size=(595, 842)).obj
            page.Resources = Dictionary(Font=Dictionary(F=font))
            page.Contents = Stream(pdf, b"BT /F 20 Tf 60 700 Td (Sida %d) Tj ET" % number)
        change(pdf)
        out = io.BytesIO()
        pdf.save(out, **save)  # type: ignore[arg-type]
    return out.getvalue()


def stream(body: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(body), entries, body)


def page(entries: bytes = b"", **more: bytes) -> bytes:
    """Return a file of one page with these entries; `more` are objects from 4 on, in order."""
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>%s>>" % entries,
    }
    return raw(objects | dict(enumerate(more.values(), 4)))


@cache
def bomb(count: int) -> bytes:
    """Return `count` megabytes of blanks, deflated."""
    packer = zlib.compressobj(1)
    return b"".join(packer.compress(b" " * 1_000_000) for _ in range(count)) + packer.flush()


@cache
def lzw_bomb(count: int) -> bytes:
    """Return LZW data of `count` tables, each of which becomes some seven megabytes."""
    bits: list[str] = []
    for _ in range(count):
        bits.append(f"{256:012b}" if bits else f"{256:09b}")
        entries = 258
        for code in [32, *range(258, 4094)]:
            width = 12 if entries >= 2047 else 11 if entries >= 1023 else 10 if entries >= 511 else 9
            bits.append(f"{code:0{width}b}")
            entries += code != 32
    text = "".join(bits)
    text += "0" * (-len(text) % 8)
    return int(text, 2).to_bytes(len(text) // 8, "big")


def active() -> bytes:
    """Return a file with something to run or to fetch in every place where there may be some."""

    def arm(pdf: pikepdf.Pdf) -> None:
        script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        pdf.attachments["hemlig.txt"] = b"inbakad fil"
        pdf.Root.OpenAction = script
        pdf.Root.AA = Dictionary(WC=script)
        pdf.Root.Names.JavaScript = Dictionary(Names=Array([String("a"), script]))
        pdf.Root.AcroForm = Dictionary(Fields=Array(), XFA=Stream(pdf, b"<xdp>app.alert(2)</xdp>"))
        first = pdf.pages[0].obj
        first.AA = Dictionary(O=script)
        first.AF = Array([Dictionary(Type=Name.Filespec, F=String("cmd.exe"))])
        look = Stream(pdf, b"0 0 10 10 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 10, 10])
        look.Ref = Dictionary(F=String("annan.pdf"), Page=0)
        look.AF = Array([script])
        look.Resources = Dictionary(Properties=Dictionary(X=Dictionary(Deep=script, A=script)))
        far = Dictionary(Type=Name.Filespec, F=String("annan.pdf"))
        actions = [
            script,
            Dictionary(S=Name.Launch, F=String("cmd.exe")),
            Dictionary(S=Name.GoToR, F=far, D=Array([0, Name.Fit])),
            Dictionary(S=Name.GoToE, F=far, D=Array([0, Name.Fit])),
            Dictionary(S=Name.SubmitForm, F=String("https://annan.pdf.example")),
            Dictionary(S=Name.ImportData, F=far),
            Dictionary(S=Name.Rendition, JS=String("app.alert(3)")),
            Dictionary(S=Name.Named, N=Name.Print),
            Dictionary(S=Name.URI, URI=String("javascript:alert(1)")),
            Dictionary(S=Name.URI, URI=String("file:///cmd.exe")),
            Dictionary(S=Name.URI, URI=String("https://region.example"), Next=script),
        ]
        links = [Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[9, 9, 50, 50], A=a) for a in actions]
        others = [
            Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=[9, 9, 50, 50], FS=far, Sound=look,
                       Movie=Dictionary(F=far), RichMediaContent=Dictionary(F=far), AA=Dictionary(E=script),
                       AP=Dictionary(N=look))
            for kind in ("FileAttachment", "Sound", "Movie", "Screen", "RichMedia", "3D", "Stamp", "Popup")
        ]  # fmt: skip
        first.Annots = Array([pdf.make_indirect(one) for one in links + others])
        leaf = pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.P, Pg=first, K=0, AF=Array([far]), A=Dictionary(X=script))
        )
        pdf.Root.StructTreeRoot = pdf.make_indirect(
            Dictionary(Type=Name.StructTreeRoot, K=leaf, AF=Array([far]), Extra=script)
        )

    return written(arm)


ACTIVE_WORDS = (b"alert", b"cmd.exe", b"annan.pdf", b"inbakad", b"FileAttachment", b"JavaScript", b"XFA",
                b"Launch", b"SubmitForm", b"Rendition", b"RichMedia", b"javascript:")  # fmt: skip


def chain(depth: int) -> bytes:
    """Return a file where a comment answers one that answers one …, `depth` times."""

    def answer(pdf: pikepdf.Pdf) -> None:
        last = pdf.make_indirect(Dictionary(Note=String("innerst")))
        for _ in range(depth):
            last = pdf.make_indirect(Dictionary(Inner=last))
        look = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[9, 9, 50, 50], Contents=last)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(look)])

    return written(answer)


def page_tree(depth: int) -> bytes:
    """Return a file whose only page lies `depth` nodes down."""
    objects = {1: b"<</Type/Catalog/Pages 2 0 R>>"}
    for number in range(2, depth + 2):
        above = b"/Parent %d 0 R" % (number - 1) if number > 2 else b""
        objects[number] = b"<</Type/Pages/Count 1/Kids[%d 0 R]%s>>" % (number + 1, above)
    objects[depth + 2] = b"<</Type/Page/MediaBox[0 0 99 99]/Parent %d 0 R>>" % (depth + 1)
    return raw(objects)


def structure(make: Callable[[pikepdf.Pdf], pikepdf.Object]) -> bytes:
    """Return a file whose structure tree has `make(pdf)` at its top."""

    def build(pdf: pikepdf.Pdf) -> None:
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=make(pdf)))

    return written(build)


def circular_structure(pdf: pikepdf.Pdf) -> pikepdf.Object:
    top = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document))
    inner = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=top, Pg=pdf.pages[0].obj))
    inner.K = Array([top, 0, inner, -3, 10**9, Dictionary(Type=Name.MCR, MCID=String("x")), Name.X])
    top.K = Array([inner, inner, top])
    return top


def deep_structure(pdf: pikepdf.Pdf) -> pikepdf.Object:
    last = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, Pg=pdf.pages[0].obj, K=0))
    for _ in range(5_000):
        last = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Div, K=last))
    return last


def circular_outline(pdf: pikepdf.Pdf) -> None:
    one = pdf.make_indirect(Dictionary(Title=String("Runt")))
    one.Next = one.Prev = one.First = one.Last = one.Parent = one
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=one, Last=one, Count=1))


def turned(pdf: pikepdf.Pdf) -> None:
    for number, one in enumerate(pdf.pages):
        one.obj.Rotate = number * 90


def boxes(*box: float) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.MediaBox = Array(list(box))

    return written(change)


def nothing(pdf: pikepdf.Pdf) -> None:
    """Leave a file as it is."""


def without(key: str) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[0].obj[key]

    return written(change)
