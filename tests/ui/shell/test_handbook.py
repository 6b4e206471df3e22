"""The handbook in the window: opened where one is, searched, read by keys alone, left without a trace."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from namndstod.domain.findings import Step
from namndstod.services.handbook import handbook
from namndstod.services.reading import meetings
from namndstod.ui.handbook.opener import CHAPTERS
from namndstod.ui.handbook.pane import HandbookPane
from namndstod.ui.handbook.window import HandbookWindow
from namndstod.ui.kit.dialogs import FormSheet
from namndstod.ui.kit.fields import LineEdit
from namndstod.ui.kit.theme import Scheme
from namndstod.ui.workspace.kontroll import Kontroll
from tests.ui.conftest import TypeText

from .conftest import House

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key as a person does: shortcuts come first."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def pane(house: House) -> HandbookPane:
    assert house.shell.handbook.pane is not None
    return house.shell.handbook.pane


def here(house: House) -> tuple[str, str]:
    section = pane(house)._here
    assert section is not None
    return section.chapter, section.title


@pytest.fixture
def reading(house: House) -> House:
    """The handbook open over Förtroendevalda."""
    house.main.show_view("register")
    house.frame.activateWindow()
    house.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    press(Qt.Key.Key_F1)
    return house


def test_every_view_and_step_has_its_place() -> None:
    assert {step.value for step in Step} <= CHAPTERS.keys()
    assert [place for place in CHAPTERS.values() if handbook().place(place) is None] == []


def test_f1_opens_at_what_is_shown_and_esc_gives_the_focus_back(house: House) -> None:
    main = house.main
    view = main.show_view("register")
    house.frame.activateWindow()
    house.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    before = QApplication.focusWidget()
    assert before is not None
    assert view.isAncestorOf(before)

    press(Qt.Key.Key_F1)
    assert pane(house).isVisible()
    assert here(house)[0] == "fortroendevalda"
    assert pane(house).geometry().left() == main.rail.width()

    press(Qt.Key.Key_Escape)
    assert not pane(house).isVisible()
    assert QApplication.focusWidget() is before


def test_before_a_sheet_it_opens_in_a_window_and_what_was_filled_in_is_kept(house: House) -> None:
    house.main.show_view("register")
    house.frame.activateWindow()
    house.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    sheet = FormSheet(house.frame, "Ny krukmakare", lambda: None)
    field = LineEdit()
    sheet.form.add("name", "Namn", field)
    sheet.open()
    field.setFocus()
    field.setText("Alva")
    house.qtbot.waitUntil(lambda: QApplication.focusWidget() is field)

    press(Qt.Key.Key_F1)
    window = house.sheet(HandbookWindow)
    house.qtbot.waitUntil(lambda: QApplication.focusWidget() is window.pane.text)
    assert window.pane.geometry() == window.rect()
    assert window.pane._here == handbook().place(CHAPTERS["register"])
    press(Qt.Key.Key_F1)
    assert not window.isVisible()
    house.qtbot.waitUntil(lambda: QApplication.focusWidget() is field)
    assert (sheet.isVisible(), field.text()) == (True, "Alva")

    press(Qt.Key.Key_F1)
    house.sheet(HandbookWindow).close()
    sheet.close()


def test_the_start_has_a_handbook_too(empty_house: House) -> None:
    empty_house.shell.handbook.open()

    assert here(empty_house) == ("kom-igang", "Kom igång")
    assert pane(empty_house).geometry() == empty_house.frame.rect()


def test_no_key_reaches_what_lies_below(reading: House) -> None:
    asked: list[str] = []
    reading.main.rail.chosen.connect(asked.append)

    press(Qt.Key.Key_N, CONTROL)
    press(Qt.Key.Key_K, CONTROL)

    assert reading.main._palette is None
    assert pane(reading).isVisible()
    assert asked == []


def test_tab_stays_in_the_handbook(reading: House) -> None:
    seen = set()
    for _ in range(8):
        press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert isinstance(focus, QWidget)
        assert pane(reading).isAncestorOf(focus)
        seen.add(focus)
    assert {pane(reading).search, pane(reading).contents, pane(reading).text} <= seen


def test_search_by_keys_alone(reading: House, type_text: TypeText) -> None:
    press(Qt.Key.Key_F, CONTROL)
    type_text(pane(reading).search, "utslagsröst")
    hits = pane(reading).contents.model()
    assert 1 <= hits.rowCount() <= 10

    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is pane(reading).text
    assert here(reading)[1] == hits.index(0, 0).data().split(" ", 1)[1]
    assert pane(reading).text.textCursor().selectedText().casefold() == "utslagsröst"

    press(Qt.Key.Key_Escape)
    assert pane(reading).isVisible()
    assert pane(reading).search.text() == ""
    press(Qt.Key.Key_Escape)
    assert not pane(reading).isVisible()


def test_nothing_found_is_said(reading: House) -> None:
    pane(reading).search.setText("qxzv")

    assert pane(reading).nothing.isVisible()
    assert pane(reading).contents.model().rowCount() == 0


def test_back_and_forth(reading: House) -> None:
    first = here(reading)
    pane(reading)._follow("protokoll.md#forslag-vidare")
    assert here(reading) == ("protokoll", "Förslag vidare")

    press(Qt.Key.Key_Left, ALT)
    assert here(reading) == first
    press(Qt.Key.Key_Right, ALT)
    assert here(reading) == ("protokoll", "Förslag vidare")
    assert not pane(reading).forward.isEnabled()


def test_a_click_beside_closes_it(reading: House) -> None:
    QTest.mouseClick(reading.main.rail._buttons["meetings"], Qt.MouseButton.LeftButton)

    assert not pane(reading).isVisible()
    assert reading.main.rail.current() == "meetings"


def test_in_a_meeting_the_step_and_what_a_finding_means(house: House) -> None:
    house.main.open_meeting(house.session.ask(meetings)[0].meeting.id, "call")
    house.shell.handbook.open()
    assert here(house)[0] == "kallelse"
    pane(house).dismiss()

    kontroll = next(k for k in house.main.findChildren(Kontroll) if k.isVisible())
    key, row = next(iter(kontroll._rows.items()))
    row.meaning.click()

    assert here(house)[0] == "reglerna"
    shown = pane(house)._here
    assert shown is not None
    assert kontroll._findings[key].code in shown.names


def test_pictures_follow_the_width_and_colours_the_scheme(reading: House) -> None:
    text = pane(reading).text

    def width() -> float:
        image = text.loadResource(
            QTextDocument.ResourceType.ImageResource.value, "bilder/fortroendevalda.png"
        )
        assert isinstance(image, QImage)
        return image.deviceIndependentSize().width()

    wide = width()
    reading.frame.resize(800, 480)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    assert 200 <= width() < wide <= 800
    assert width() <= text.viewport().width()

    def ink() -> int:
        return text.document().firstBlock().begin().fragment().charFormat().foreground().color().lightness()

    dark_on_light = ink()
    reading.shell.theme.set_scheme(Scheme.DARK)
    assert dark_on_light < 100 < ink()


def test_it_stands_among_all_acts(house: House) -> None:
    from namndstod.ui.acts import acts_of

    next(a for a in acts_of(house.main) if a.hint == "F1").run()
    assert pane(house).isVisible()
    house.main.rail.chosen.emit("handbook")
    assert here(house)[0] == "arsplan"
