"""Plain text, tables in text form and pictures."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from namndstod.domain.content import Align, Figure, ListBlock, PageBreak, Paper
from namndstod.domain.records import ConversionState
from namndstod.exchange.image_reader import LONGEST_SIDE, read_image
from namndstod.exchange.plain import clean, decode, one_line
from namndstod.exchange.problems import CannotShow
from namndstod.exchange.text_reader import read_csv, read_text

from .tools import picture
from .trees import grid, lines, tables


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"]
)
def test_encodings(encoding: str) -> None:
    written = "Räksmörgås på ön – ”citat”"
    assert decode(written.encode(encoding)) == written


def test_bytes_are_no_text() -> None:
    assert decode(bytes(range(32)) * 20) is None
    with pytest.raises(CannotShow):
        read_text(b"\x00\x01\x02\x00", "x")


def test_control_characters_are_removed() -> None:
    assert clean("a\x00b\r\nc\x1bd\x0be\ud800") == "ab\ncd\ne"
    assert one_line(" a\n b\u00a0c ") == "a b\u00a0c"


def test_paragraphs_lines_lists_and_pages() -> None:
    paper, _ = read_text(b"ett\r\ntv\xc3\xa5\r\n\r\n\xe2\x80\xa2 a\r\n\xe2\x80\xa2 b\r\n\x0csista", "x")
    assert list(lines(paper.blocks)) == ["ett\ntvå", "• a", "• b", "sista"]
    assert isinstance(paper.blocks[1], ListBlock)
    assert isinstance(paper.blocks[2], PageBreak)


def test_a_table_in_text_form() -> None:
    paper, _ = read_csv('Namn;Summa\n"Ek; Ada";1 200,50\nBo;30\nBara namn\n'.encode("cp1252"), "x.csv")
    (table,) = tables(paper)
    assert grid(table) == [["Namn", "Summa"], ["Ek; Ada", "1 200,50"], ["Bo", "30"], ["Bara namn", ""]]
    assert (table.head_rows, table.aligns) == (1, (Align.LEFT, Align.RIGHT))


def shown(data: bytes) -> list[Image.Image]:
    paper, _ = read_image(data, "bild")
    return [Image.open(BytesIO(paper.images[b.image])) for b in paper.blocks if isinstance(b, Figure)]


@pytest.mark.parametrize(
    ("form", "mode"),
    [
        ("PNG", "RGBA"),
        ("PNG", "P"),
        ("PNG", "LA"),
        ("PNG", "I;16"),
        ("JPEG", "CMYK"),
        ("JPEG", "L"),
        ("GIF", "P"),
        ("TIFF", "1"),
        ("TIFF", "F"),
        ("BMP", "RGB"),
        ("WEBP", "RGBA"),
    ],
)
def test_kinds_and_modes_become_pictures_that_any_paper_takes(form: str, mode: str) -> None:
    (found,) = shown(picture(form, mode))
    assert found.size == (30, 20)
    assert found.format in ("PNG", "JPEG")
    assert found.mode in ("RGB", "L", "1")


def test_what_is_transparent_becomes_white() -> None:
    out = BytesIO()
    Image.new("RGBA", (4, 4), (255, 0, 0, 0)).save(out, "PNG")
    assert shown(out.getvalue())[0].getpixel((0, 0)) == (255, 255, 255)


def test_pictures_are_turned_upright() -> None:
    out = BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (40, 20)).save(out, "JPEG", exif=exif)
    assert shown(out.getvalue())[0].size == (20, 40)


def test_huge_pictures_are_made_smaller_and_small_ones_kept_byte_for_byte() -> None:
    (found,) = shown(picture("PNG", "L", (LONGEST_SIDE * 2, 100)))
    assert found.size == (LONGEST_SIDE, 50)
    small = picture("JPEG")
    paper, _ = read_image(small, "x")
    assert list(paper.images.values()) == [small]


def test_a_scan_of_several_pages_gives_a_page_each() -> None:
    out = BytesIO()
    pages = [Image.new("L", (50, 70), shade) for shade in (10, 90, 200)]
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:])
    paper, _ = read_image(out.getvalue(), "skanning")
    assert len(shown(out.getvalue())) == 3
    assert sum(isinstance(b, PageBreak) for b in paper.blocks) == 2


def test_a_moving_picture_shows_its_first_frame_and_says_so() -> None:
    out = BytesIO()
    first, second = (Image.new("P", (20, 20), shade) for shade in (1, 200))
    second.putpixel((0, 0), 7)
    first.save(out, "GIF", save_all=True, append_images=[second])
    paper, remarks = read_image(out.getvalue(), "x")
    assert remarks == ["Bilden är rörlig; bara den första bildrutan visas."]
    assert _figures(paper) == 1


def _figures(paper: Paper) -> int:
    return sum(isinstance(block, Figure) for block in paper.blocks)


def test_broken_pictures_are_damaged() -> None:
    with pytest.raises(CannotShow) as caught:
        read_image(picture("JPEG", size=(500, 500))[:900], "x")
    assert caught.value.state is ConversionState.DAMAGED
