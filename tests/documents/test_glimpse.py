"""A glimpse of a paper: the pages around a place look exactly as those of the whole."""

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


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_size() for page in document]
    finally:
        document.close()


def test_pages_of_a_glimpse_look_as_those_of_the_whole(whole: bytes) -> None:
    drawn = draw(PAPER)
    anchor = sorted(drawn.anchors, key=lambda name: drawn.anchors[name].page)[12]
    seen = glimpse(PAPER, anchor, 1)
    assert seen.anchors == drawn.anchors
    assert [pytest.approx(size, abs=0.01) for size in seen.sizes] == sizes(whole)
    middle = drawn.anchors[anchor].page + 1
    assert middle - 1 in seen.shown
    assert middle + 1 in seen.shown
    assert len(sizes(seen.pdf)) == len(seen.shown) < drawn.pages
    for number, page in enumerate(seen.shown):
        assert picture(seen.pdf, number) == picture(whole, page)


def test_links_to_pages_that_are_not_there_look_the_same(whole: bytes) -> None:
    seen = glimpse(PAPER, "", 0)  # with the contents list
    assert len(seen.shown) < len(seen.sizes)
    for number, page in enumerate(seen.shown):
        assert picture(seen.pdf, number) == picture(whole, page)
    assert b"/Link" not in seen.pdf


@pytest.mark.parametrize(("anchor", "further", "page"), [("", 3, 3), ("nowhere", 900, -1), ("", -5, 0)])
def test_a_place_that_is_not_there(anchor: str, further: int, page: int) -> None:
    seen = glimpse(PAPER, anchor, further)
    assert page % len(seen.sizes) in seen.shown
    assert seen.shown.stop <= len(seen.sizes)


def test_what_was_broken_into_lines_before_gives_the_same_bytes(whole: bytes) -> None:
    glimpse(PAPER, "", 5)
    assert draw(PAPER).pdf == whole
