"""«Om Nämndstöd», the licences of the parts, and what is told of bugs and of hard stops."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

import namndstod
from namndstod import self_test_steps
from namndstod.parts.model import Inventory, Part, Text
from namndstod.self_test_steps import Trial
from namndstod.ui.about import licences_sheet
from namndstod.ui.about.about_sheet import AboutSheet
from namndstod.ui.about.licences_sheet import LicencesSheet
from namndstod.ui.acts import acts_of
from namndstod.ui.kit.basics import Button
from namndstod.ui.kit.dialogs import Sheet
from namndstod.ui.settings_view import SettingsView
from namndstod.ui.start_view import StartView

from .conftest import House

PARTS = Inventory(
    "1.0",
    "linux",
    "",
    (
        Part("lera", "2.1", "MIT", "paket", (Text("LICENSE", "Fritt."), Text("NOTICE", "Tack."))),
        Part("glasyr", "", "LGPL-2.1-or-later", "bibliotek", (Text("COPYING", "Bytbart."),), inside="lera"),
    ),
)


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(licences_sheet, "inventory", lambda: PARTS)


def test_it_is_reached_from_everywhere(empty_house: House, binder: Path) -> None:
    house = empty_house
    start = house.frame.centralWidget()
    assert isinstance(start, StartView)
    next(b for b in start.findChildren(Button) if b.text() == "Om Nämndstöd").click()
    house.sheet(AboutSheet).close()
    house.shell.open(binder)
    house.idle()
    next(a for a in acts_of(house.main) if a.text.startswith("Om Nämndstöd")).run()
    house.sheet(AboutSheet).close()
    settings = house.main.show_view("settings")
    assert isinstance(settings, SettingsView)
    next(b for b in settings.findChildren(Button) if b.text() == "Om Nämndstöd …").click()
    assert namndstod.__version__ in house.sheet(AboutSheet).facts()
    house.sheet(AboutSheet).close()


def test_the_installation_is_tried_and_the_window_goes_on(
    empty_house: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(trial: Trial) -> str:
        raise RuntimeError("saknas")

    house = empty_house
    house.shell.show_about()
    about = house.sheet(AboutSheet)
    for steps, verdict in (
        ((("första", lambda trial: "3 s."),), "✓ Installationen fungerar."),
        (
            (("andra", breaks),),
            "1 steg gick inte. Kopiera uppgifterna och skicka dem till den som sköter datorn.",
        ),
    ):
        monkeypatch.setattr(self_test_steps, "STEPS", steps)
        about.try_button.click()
        qtbot.waitUntil(about.try_button.isEnabled)
        assert about.verdict.text() == verdict
        assert f"{steps[0][0]} (" in about.told.toPlainText()
    about.copy_button.click()
    assert QGuiApplication.clipboard().text() == f"{about.facts()}\n\n{about.told.toPlainText()}"
    about.close()


@pytest.mark.usefixtures("parts")
def test_licences_are_listed_searched_and_read(empty_house: House, qtbot: QtBot) -> None:
    house = empty_house
    house.shell.show_about()
    house.sheet(AboutSheet).licences_button.click()
    sheet = house.sheet(LicencesSheet)
    qtbot.waitUntil(lambda: sheet.count.text() == "2 av 2 delar")
    assert sheet.title.text() == "lera 2.1"
    assert [line for line in sheet.text.toPlainText().splitlines() if line and line[0] != "─"] == [
        "LICENSE", "Fritt.", "NOTICE", "Tack.",
    ]  # fmt: skip
    sheet.search.setText("lgpl")
    assert (sheet.title.text(), sheet.text.toPlainText()) == ("glasyr", "Bytbart.")
    assert "Ingår i lera" in sheet.summary.text()
    sheet.search.setText("finns inte")
    assert (sheet.count.text(), sheet.text.toPlainText()) == ("0 av 2 delar", "")
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    house.sheet(AboutSheet).close()


def report_shown(house_sheet: Sheet) -> str:
    (text,) = house_sheet.findChildren(QPlainTextEdit)
    return text.toPlainText()


def test_a_bug_in_the_window_is_told_once_and_quotes_nothing(house: House) -> None:
    for _ in range(2):
        house.shell.faces.show(ValueError("Karin Ek yrkar avslag"))
    shown = report_shown(house.sheet(Sheet))
    assert "ValueError" in shown
    assert "Karin" not in shown
    house.sheet(Sheet).close()


def test_a_hard_stop_is_told_when_the_binder_is_open(house: House) -> None:
    house.shell.tell_of_stops(["Hard stop (Aborted) at a.py:1:f", "Hard stop (Aborted) at b.py:2:g"])
    assert house.shell.toast.accessibleName().startswith("Nämndstöd stoppades oväntat förra gången.")
    next(b for b in house.shell.toast.findChildren(Button) if b.text() == "Visa rapporten").click()
    assert "b.py:2:g" in report_shown(house.sheet(Sheet))
    house.sheet(Sheet).close()
    log = (house.shell.reports.folder / "namndstod.log").read_text(encoding="utf-8")
    assert "a.py:1:f" in log
