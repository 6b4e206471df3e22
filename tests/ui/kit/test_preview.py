"""The preview: from bytes, at the same place after a new version, no white flash, errors said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from namndstod.ui.kit.gallery_content import sample_pdf
from namndstod.ui.kit.preview import PdfPreview
from namndstod.ui.kit.preview_canvas import POINT
from namndstod.ui.kit.theme import Theme


@pytest.fixture
def preview(theme: Theme, qtbot: QtBot) -> PdfPreview:
    made = PdfPreview("Förhandsgranskning")
    qtbot.addWidget(made)
    made.resize(460, 600)
    made.show()
    return made


def dark_pixels(preview: PdfPreview) -> int:
    image = preview.canvas.viewport().grab().toImage()
    return sum(
        QColor(image.pixel(x, y)).lightness() < 120
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


def test_shows_pages_and_says_where_one_is(preview: PdfPreview, qtbot: QtBot) -> None:
    assert preview.show_pdf(sample_pdf(4))
    qtbot.waitUntil(preview.canvas.is_sharp)
    assert preview.position_text().startswith("sida 1 av 4 · ")
    assert dark_pixels(preview) > 100
    with qtbot.waitSignal(preview.pageChanged, timeout=0):
        preview.go_to(3)
    assert preview.position_text().startswith("sida 3 av 4 · ")
    assert preview.canvas.accessibleName() == "Förhandsgranskning, sida 3 av 4"


def test_new_version_keeps_the_place_and_never_goes_white(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(sample_pdf(4))
    preview.go_to(2, 300)
    qtbot.waitUntil(preview.canvas.is_sharp)
    before = preview.canvas.scroll_place()
    assert preview.show_pdf(sample_pdf(6, "En ny lydelse av beslutet."))
    assert not preview.canvas.is_sharp()
    assert dark_pixels(preview) > 100  # the old pictures, until the new are there
    assert preview.canvas.scroll_place() == before
    qtbot.waitUntil(preview.canvas.is_sharp)
    assert preview.position_text().startswith("sida 2 av 6")


def test_what_moved_stays_where_it_is_in_the_view(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(sample_pdf(6))
    preview.go_to(3, 200)
    qtbot.waitUntil(preview.canvas.is_sharp)
    before = preview.canvas.scroll_place()
    assert before is not None
    assert preview.show_pdf(sample_pdf(7), moved=((2, 150.0), (3, 90.0)))  # text has grown above it
    now = preview.canvas.scroll_place()
    assert now is not None
    assert now[0] == 3
    assert now[1] == pytest.approx(before[1] - 60, abs=1)
    assert dark_pixels(preview) > 100  # the picture has moved with its page


def test_pages_that_are_not_drawn_yet_show_what_was_there(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(sample_pdf(6))
    preview.go_to(3)
    qtbot.waitUntil(preview.canvas.is_sharp)
    before = preview.canvas.scroll_place()
    preview.show_pdf(sample_pdf(2), drawn=range(4, 6), sizes=[(595.0, 842.0)] * 6)
    assert preview.canvas.page_count() == 6
    assert preview.canvas.scroll_place() == before
    assert not preview.canvas.has_drawn_all()
    assert not preview.canvas.is_sharp()
    assert dark_pixels(preview) > 100
    preview.go_to(5, 300)
    qtbot.waitUntil(preview.canvas.is_sharp)
    assert preview.canvas.has_drawn_all()


def test_many_versions_in_a_row_end_with_the_last(preview: PdfPreview, qtbot: QtBot) -> None:
    versions = [sample_pdf(pages) for pages in (2, 5, 3)]
    for number in range(12):
        preview.show_pdf(versions[number % 3])
    qtbot.waitUntil(preview.canvas.is_sharp)
    assert preview.canvas.page_count() == 3


def test_fewer_pages_than_where_one_was(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(sample_pdf(6))
    preview.go_to(6)
    preview.show_pdf(sample_pdf(2))
    qtbot.waitUntil(preview.canvas.is_sharp)
    assert preview.canvas.page() == 2


def test_zoom(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(sample_pdf(2))
    preview.canvas.setFocus()
    QTest.keyClick(preview.canvas, Qt.Key.Key_1)
    assert preview.position_text() == "sida 1 av 2 · 100 %"
    assert preview.canvas.horizontalScrollBar().maximum() > 0
    QTest.keyClick(preview.canvas, Qt.Key.Key_Plus)
    assert preview.position_text().endswith("110 %")
    QTest.keyClick(preview.canvas, Qt.Key.Key_0)
    assert preview.canvas.fits_width()
    assert preview.canvas.horizontalScrollBar().maximum() == 0
    assert 595 * POINT * preview.canvas.zoom() <= preview.canvas.viewport().width()


def test_page_keys_scroll(preview: PdfPreview) -> None:
    preview.show_pdf(sample_pdf(4))
    bar = preview.canvas.verticalScrollBar()
    QTest.keyClick(preview.canvas, Qt.Key.Key_PageDown)
    down = bar.value()
    QTest.keyClick(preview.canvas, Qt.Key.Key_PageUp)
    assert down > 100
    assert bar.value() == 0
    QTest.keyClick(preview.canvas, Qt.Key.Key_End)
    assert preview.canvas.page() == 4


def texts(preview: PdfPreview) -> list[str]:
    return [label.text() for label in preview.findChildren(QLabel) if label.isVisible()]


def test_loading_and_errors_are_said(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_loading()
    assert "Förhandsgranskningen görs …" in texts(preview)
    assert not preview.show_pdf(b"inte en pdf")
    assert "Förhandsgranskningen kan inte visas." in texts(preview)
    preview.show_pdf(sample_pdf(1))
    assert "Förhandsgranskningen kan inte visas." not in texts(preview)
    preview.show_loading()
    assert "uppdateras …" in texts(preview)
    assert preview.canvas.page_count() == 1
    preview.show_nothing("Ingen kallelse än", "Lägg till ett ärende.")
    assert "Ingen kallelse än" in texts(preview)
    assert preview.position_text() == ""
