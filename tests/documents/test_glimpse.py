"""A glimpse of a paper: the pages around a place are exactly those of the whole, the others are blank."""

from __future__ import annotations

import pypdfium2
import pytest
from benchmarks.documents import protokoll

from namndstod.documents.layout import draw, glimpse

PAPER = protokoll(20)


@pytest.fixture(scope="module")
def whole() -> bytes:
    return draw(PAPER).pdf


def picture(pdf: bytes, page: int) -> bytes:
    document = pypdfium2.PdfDocument(pdf)
    try:
        image = document[page].render(scale=0.8).to_pil()
        return bytes(image.tobytes())
    finally:
        document.close()


def test_pages_of_a_glimpse_look_as_those_of_the_whole(whole: bytes) -> None:
    drawn = draw(PAPER)
    anchor = sorted(drawn.anchors, key=lambda name: drawn.anchors[name].page)[12]
    seen, shown = glimpse(PAPER, anchor, 1)
    assert (seen.pages, seen.anchors) == (drawn.pages, drawn.anchors)
    middle = drawn.anchors[anchor].page + 1
    assert middle - 1 in shown
    assert middle + 1 in shown
    for page in shown:
        assert picture(seen.pdf, page) == picture(whole, page)
    empty = next(page for page in range(drawn.pages) if page not in shown)
    assert set(picture(seen.pdf, empty)) == {255}


@pytest.mark.parametrize(("anchor", "further", "page"), [("", 3, 3), ("nowhere", 900, -1), ("", -5, 0)])
def test_a_place_that_is_not_there(anchor: str, further: int, page: int) -> None:
    seen, shown = glimpse(PAPER, anchor, further)
    assert page % seen.pages in shown
    assert shown.stop <= seen.pages


def test_what_was_broken_into_lines_before_gives_the_same_bytes(whole: bytes) -> None:
    glimpse(PAPER, "", 5)
    assert draw(PAPER).pdf == whole
