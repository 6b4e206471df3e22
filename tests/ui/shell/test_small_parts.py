"""What is remembered, where binders may lie, reports of bugs, and Ctrl+Z in a field."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from namndstod.ui.application import Application
from namndstod.ui.frame import Frame
from namndstod.ui.memory import Memory, Place
from namndstod.ui.places import folder_name, warning_about
from namndstod.ui.reports import Reports
from namndstod.ui.undo_keys import UndoKeys


def test_memory_survives_and_bears_nonsense(tmp_path: Path) -> None:
    path = str(tmp_path / "m.ini")
    memory = Memory(QSettings(path, QSettings.Format.IniFormat))
    memory.opened(tmp_path / "a")
    memory.opened(tmp_path / "b")
    memory.opened(tmp_path / "a")
    memory.set_place("x", Place("meeting", "m1", "papers", "i1"))
    memory.splits["ärenden"] = [10, 20]
    memory.save()
    again = Memory(QSettings(path, QSettings.Format.IniFormat))
    assert again.recent == (tmp_path / "a", tmp_path / "b")
    assert again.place("x") == Place("meeting", "m1", "papers", "i1")
    assert again.splits["ärenden"] == [10, 20]
    assert list(again.splits) == ["ärenden"]
    assert again.place("y") == Place()

    settings = QSettings(path, QSettings.Format.IniFormat)
    settings.setValue("parmar/senaste", "{trasigt")
    settings.setValue("plats/x", "[1, 2]")
    settings.setValue("delning/ärenden", "stor")
    broken = Memory(settings)
    assert broken.recent == ()
    assert broken.place("x") == Place()
    assert broken.splits.get("ärenden", []) == []


@pytest.mark.parametrize("content", [b"\x00\xff\xfe[[[", b"[fonster\nlage=@ByteArray(", b"{}"])
def test_a_damaged_file_of_settings_is_as_none_and_is_written_anew(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "m.ini"
    place.write_bytes(content)
    memory = Memory(QSettings(str(place), QSettings.Format.IniFormat))
    assert (memory.recent, memory.scheme, memory.reopen) == ((), "system", True)
    assert memory.geometry.isEmpty()
    memory.opened(tmp_path / "a")
    memory.save()
    assert Memory(QSettings(str(place), QSettings.Format.IniFormat)).recent == (tmp_path / "a",)


def test_a_window_left_on_another_screen_or_at_another_scale_fits_this_one(
    qapp: QApplication, tmp_path: Path
) -> None:
    memory = Memory(QSettings(str(tmp_path / "m.ini"), QSettings.Format.IniFormat))
    left = bytearray(Frame(False, lambda: None).saveGeometry().data())
    left[46:50] = (9000).to_bytes(4, "big")  # the width of the screen
    memory.geometry = QByteArray(bytes(left))

    application = Application(qapp, memory, None)
    application.open()

    assert application.frame.isMaximized()  # the screen of the tests is smaller than what is wanted
    assert application.frame.width() <= application.frame.screen().availableSize().width()
    application.frame.close()


def test_what_another_version_remembered_is_kept(tmp_path: Path) -> None:
    place = tmp_path / "m.ini"
    settings = QSettings(str(place), QSettings.Format.IniFormat)
    for key, value in (
        ("nytt/finns_inte_har", "42"),
        ("fonster/utseende", "solnedgång"),
        ("fonster/lage", "bredvid"),
        ("parmar/senaste", json.dumps([{"path": "x"}, None, "", str(tmp_path / "a")])),
        ("plats/x", json.dumps({"view": "overview", "kolumn": 3, "chosen": 7})),
    ):
        settings.setValue(key, value)
    memory = Memory(settings)
    assert memory.recent == (tmp_path / "a",)
    assert memory.place("x") == Place("overview")
    assert memory.geometry.isEmpty()
    memory.opened(tmp_path / "b")
    memory.save()
    again = QSettings(str(place), QSettings.Format.IniFormat)
    assert (again.value("nytt/finns_inte_har"), again.value("fonster/utseende")) == ("42", "solnedgång")


@pytest.mark.parametrize(
    ("folder", "warned"),
    [
        ("/home/ada/Documents/Nämndstöd", False),
        ("/home/ada/OneDrive - Region/Nämndstöd", True),
        ("/home/ada/Dropbox/x", True),
        ("//server/gemensam/pärm", True),
    ],
)
def test_clouds_and_shares_are_warned_of(folder: str, warned: bool) -> None:
    assert bool(warning_about(Path(folder))) is warned


@pytest.mark.parametrize(
    ("name", "folder"),
    [("Kultur: och/fritid?", "Kultur- och-fritid-"), ("  ", "Ny pärm"), ("Nämnden...", "Nämnden")],
)
def test_folder_names_work_everywhere(name: str, folder: str) -> None:
    assert folder_name(name) == folder


def test_a_report_says_where_but_quotes_nothing(tmp_path: Path) -> None:
    reports = Reports(tmp_path / "logg")
    try:
        try:
            try:
                raise KeyError("Karin Ek yrkar")
            except KeyError as error:
                raise ValueError("hemligt") from error
        except ValueError as error:
            report = reports.write(error)
    finally:
        reports.close()
    text = (tmp_path / "logg" / "namndstod.log").read_text(encoding="utf-8")
    assert report.id in text
    assert "ValueError at test_small_parts.py" in text
    assert "because of KeyError" in text
    assert "Karin" not in text
    assert "hemligt" not in text


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("i vägen")
    reports = Reports(tmp_path / "fil" / "logg")
    assert reports.write(ValueError()).id
    reports.close()


def test_undo_goes_to_the_field_first_and_then_to_the_window(qtbot: QtBot) -> None:
    window = QWidget()
    field = QLineEdit(window)
    QVBoxLayout(window).addWidget(field)
    asked: list[str] = []
    QShortcut(QKeySequence("Ctrl+Z"), window).activated.connect(lambda: asked.append("undo"))
    keys = UndoKeys(window)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A)
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.text(), asked) == ("", [])
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["undo"]
    assert keys.parent() is window
