"""An old kallelse dropped on Översikt becomes a meeting, and the papers beside it wait for that."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from namndstod.domain.records import Meeting
from namndstod.ui.intake.view import IntakeView
from namndstod.ui.kit.basics import Button

from .conftest import House

KALLELSE = """Kallelse

Sammanträde med: Hamnnämnden
Sammanträdesdatum: 2027-06-10
Tid: 10.00-12.00
Plats: Sal Kobben

Ledamöter kallas
Liv Mars (C), ordförande
Olle Sand (C)
Ersättare underrättas
Tova Lind (S)

1. Protokollsjustering

2. Nya kajer
Diarienummer: 27HN4
Förslag till beslut
Hamnnämnden beslutar
att bygga kajerna.
"""


def test_an_old_kallelse_dropped_on_oversikt_becomes_a_meeting(house: House, tmp_path: Path) -> None:
    folder = tmp_path / "inkommet"
    folder.mkdir()
    (folder / "kallelse.txt").write_text(KALLELSE, encoding="utf-8")
    (folder / "karta.txt").write_text("Här ligger kajerna.", encoding="utf-8")
    main = house.main
    main.show_view("overview")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    main.dropEvent(QDropEvent(QPointF(5, 5), copy, mime, left, none))
    house.idle()
    view = main.views["intake"]
    assert isinstance(view, IntakeView)
    call, karta = view.page.table.all()
    assert call.title == "Hamnnämnden 2027-06-10"
    assert karta.waits
    with main.session.reading() as reader:
        before = len(reader.find(Meeting))
    view.page.take_in_all()
    house.idle()
    space = main.workspace
    assert space is not None
    assert space.isVisible()
    assert space.reading.shown  # the map goes on to the meeting that was made
    with main.session.reading() as reader:
        made = next(m for m in reader.find(Meeting) if m.id == space.meeting_id)
        assert len(reader.find(Meeting)) == before + 1
    assert (made.place, made.day.isoformat()) == ("Sal Kobben", "2027-06-10")
    main.session.undo()
    with main.session.reading() as reader:
        assert len(reader.find(Meeting)) == before


def test_an_empty_binder_says_that_a_kallelse_has_it_all(empty_house: House, tmp_path: Path) -> None:
    house = empty_house
    house.shell.create(tmp_path / "ny pärm", "Hamnnämnden", "Ada")
    house.idle()
    main = house.main
    overview = main.show_view("overview")
    buttons = [b for b in overview.findChildren(Button) if b.text().startswith("Läs in kallelse")]
    assert [b.isVisible() for b in buttons] == [True]
    buttons[0].click()
    assert main.views["intake"].isVisible()
    (dialog,) = main.findChildren(QFileDialog)
    dialog.reject()
