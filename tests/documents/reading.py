"""Reading drawn PDFs back, and what a tree says as plain text."""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from namndstod.domain.content import (
    Block,
    Fields,
    Group,
    Heading,
    ListBlock,
    Paper,
    Paragraph,
    SideBySide,
    Signatures,
    Table,
    inline,
)

PLAIN = str.maketrans({"\xa0": " ", "\u202f": " ", "\u2011": "-", "\u2010": "-", "\u200b": None})


def plain(text: str) -> str:
    """Return text as it stands on paper: composed, ordinary spaces and hyphens, single spaces."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).translate(PLAIN)).strip()


def page_texts(pdf: bytes) -> list[str]:
    """Return the text of each page as pypdfium2 reads it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        # pdfium tells a hyphen at the end of a line as U+FFFE
        return [page.get_textpage().get_text_range().replace("\ufffe", "-") for page in document]
    finally:
        document.close()


def poppler_text(pdf: bytes, folder: Path) -> str:
    """Return the text as pdftotext reads it."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    path = folder / "drawn.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


@dataclass(frozen=True)
class Read:
    """A line of the structure tree as poppler reads it: an element's tag, or (tag empty) its text."""

    depth: int
    tag: str
    text: str


def structure(pdf: bytes, folder: Path) -> list[Read]:
    """Return the structure tree with its text, in reading order; attributes are left out."""
    if not shutil.which("pdfinfo"):
        pytest.skip("pdfinfo is not installed")
    path = folder / "drawn.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdfinfo", "-struct-text", str(path)], capture_output=True, check=True)
    found = []
    for line in done.stdout.decode("utf-8").splitlines():
        rest = line.lstrip(" ")
        depth = (len(line) - len(rest)) // 2
        if rest.startswith('"'):
            found.append(Read(depth, "", rest[1:].rstrip().removesuffix('"')))
        elif rest and not rest.startswith(("/", "Object ")):
            found.append(Read(depth, rest.split(" ")[0].rstrip(":"), ""))
    return found


def structure_text(pdf: bytes, folder: Path) -> str:
    """Return what a screen reader says, element after element."""
    return plain(" ".join(read.text for read in structure(pdf, folder)))


def ink_box(pdf: bytes, number: int) -> tuple[float, float, float, float]:
    """Return what part of a page is inked, in points from the sheet's edges: left, top, right, bottom."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[number]
        image = page.render(scale=1.0, grayscale=True).to_pil()
    finally:
        document.close()
    box = image.point(lambda value: 255 if value < 200 else 0).getbbox()
    if box is None:
        return image.width, image.height, image.width, image.height
    return box[0], box[1], image.width - box[2], image.height - box[3]


def paragraphs(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the texts of a tree in reading order, without list labels."""
    for block in blocks:
        match block:
            case Heading():
                yield f"{block.label} {block.text}".strip()
            case Paragraph():
                yield "".join(run.text for run in block.runs)
            case ListBlock():
                for item in block.items:
                    yield from paragraphs(item.blocks)
            case Table():
                if block.caption:
                    yield block.caption
                for row in block.rows:
                    for cell in row:
                        yield from paragraphs(cell.blocks)
            case Fields():
                for label, value in block.pairs:
                    yield label
                    yield from paragraphs(value)
            case SideBySide():
                for group in block.groups:
                    yield from paragraphs(group)
            case Group():
                yield from paragraphs(block.blocks)
            case Signatures():
                for line in block.lines:
                    yield line.role
                    yield line.name
            case _:
                pass


def text(words: str) -> Paragraph:
    """Return a paragraph of running text."""
    return Paragraph(inline(words))


def paper(*blocks: Block) -> Paper:
    """Return a paper with nothing but `blocks`."""
    return Paper("Papper", blocks)
