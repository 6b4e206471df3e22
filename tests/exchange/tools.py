"""Helpers: stand-ins for the drawing and joining that callers pass in, and small files."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pikepdf
from PIL import Image

from namndstod.domain.content import Paper
from namndstod.exchange.convert import Converted, convert
from namndstod.exchange.office import OfficeConverter


class Press:
    """Draws a paper as one empty page and remembers it."""

    def __init__(self) -> None:
        self.papers: list[Paper] = []

    def draw(self, paper: Paper) -> bytes:
        self.papers.append(paper)
        return pdf()

    def join(self, parts: Sequence[bytes]) -> bytes:
        with pikepdf.new() as whole:
            for part in parts:
                with pikepdf.open(BytesIO(part)) as source:
                    whole.pages.extend(source.pages)
            out = BytesIO()
            whole.save(out)
        return out.getvalue()

    def convert(self, data: bytes, name: str, office: OfficeConverter | None = None) -> Converted:
        return convert(data, name, draw=self.draw, join=self.join, office=office)


def pdf(pages: int = 1, password: str | None = None, owner: str = "") -> bytes:
    """Return a PDF of empty pages, encrypted when a password is given."""
    with pikepdf.new() as made:
        for _ in range(pages):
            made.add_blank_page()
        out = BytesIO()
        protection = pikepdf.Encryption(user=password, owner=owner or "x") if password is not None else False
        made.save(out, encryption=protection)
    return out.getvalue()


def picture(kind: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (30, 20)) -> bytes:
    """Return a picture of one colour."""
    out = BytesIO()
    Image.new(mode, size).save(out, kind)
    return out.getvalue()


def compound(stream: str) -> bytes:
    """Return the bare outlines of an OLE compound file with one named stream."""
    entry = (stream + "\0").encode("utf-16-le").ljust(128, b"\0")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + b"\1" * 128 + entry
