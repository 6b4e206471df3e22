"""A file of members goes through the same preview as a pasted list; nothing is stored before «Läs in»."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from namndstod.domain.records import Mandate, Person
from namndstod.ui.member_sheets import PasteSheet

from .conftest import House


def register(path: Path) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ("Förnamn", "Efternamn", "Parti", "Uppdrag", "E-post"),
        ("Ada", "Filsdotter", "S", "Ledamot", "ada@f.example"),
        ("Bo", "Filsson", "M", "Ersättare", ""),
    ):
        sheet.append(row)
    book.save(path)
    return path


def test_a_dropped_workbook_is_shown_before_it_is_taken_in(
    house: House, qtbot: QtBot, tmp_path: Path
) -> None:
    house.main.paste_members()
    sheet = house.sheet(PasteSheet)
    before = len(house.session.ask(lambda work: work.find(Mandate)))

    (tmp_path / "trasig.xlsx").write_bytes(b"PK\x03\x04 inget")
    sheet.take_file(tmp_path / "trasig.xlsx")
    qtbot.waitUntil(lambda: sheet.told.text().startswith("trasig.xlsx: "))
    assert not sheet._rows

    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(register(tmp_path / "register.xlsx")))])
    nothing = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    sheet.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, *nothing))
    assert not sheet.file_button.isEnabled()
    qtbot.waitUntil(lambda: len(sheet._rows) == 2)
    assert sheet.told.text() == "Ur register.xlsx. Rätta gärna i texten."
    assert sheet._found.text().replace("\u00a0", " ") == "1 ledamot och 1 ersättare"
    assert len(house.session.ask(lambda work: work.find(Mandate))) == before

    sheet.accept()
    assert len(house.session.ask(lambda work: work.find(Mandate))) == before + 2
    ada = house.session.ask(lambda work: work.first(Person, surname="Filsdotter"))
    assert ada is not None
    assert ada.email == "ada@f.example"
    house.session.undo()
    assert len(house.session.ask(lambda work: work.find(Mandate))) == before
