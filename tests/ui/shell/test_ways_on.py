"""What stands in the way of opening a binder is explained, with a way on that works."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from namndstod.domain.errors import BinderTooNew, UpgradeFailed
from namndstod.services.reading import bodies
from namndstod.services.usual import SHORT_NAMES
from namndstod.services.workplace import Workplace, open_workplace
from namndstod.ui.kit.dialogs import Sheet
from namndstod.ui.rescue import RescueSheet
from namndstod.ui.settings_view import SettingsView
from namndstod.ui.start_view import StartView
from tests.storage.helpers import RELEASED, restored

from .conftest import FixedDoors, House, now


def problem(house: House) -> Sheet:
    return house.sheet(Sheet)


def press(sheet: Sheet, text: str) -> None:
    button = next(b for b in sheet.findChildren(QPushButton) if b.text() == text)
    button.click()


def test_a_binder_open_elsewhere_can_be_read(empty_house: House, binder: Path) -> None:
    house = empty_house
    other = open_workplace(binder, "Bo", now)
    try:
        house.shell.open(binder)
        house.idle()
        sheet = problem(house)
        assert "redan öppen" in sheet.windowTitle()
        press(sheet, "Öppna för att läsa")
        house.idle()
        assert house.session.binder.read_only
        assert house.main.rail._saved.text() == "öppnad bara för läsning"
        house.main.show_view("settings").cards["body"].changed.emit(  # type: ignore[attr-defined]
            *_field("name", "Nytt namn")
        )
        assert "bara för läsning" in house.shell.toast.text()
        house.shell.close_binder()
    finally:
        other.close()
    house.shell.open(binder)
    house.idle()
    assert not house.session.binder.read_only


def _field(key: str, value: object) -> tuple[object, object]:
    from namndstod.ui.term_settings import BODY

    return next(f for f in BODY if f.key == key), value


def test_a_vanished_binder_can_be_taken_off_the_list(house: House, binder: Path) -> None:
    house.shell.close_binder()
    shutil.rmtree(binder)
    house.shell.open(binder)
    house.idle()
    press(problem(house), "Ta bort ur listan")
    assert house.memory.recent == ()
    assert isinstance(house.frame.centralWidget(), StartView)


def test_a_damaged_binder_is_put_right_from_a_backup(house: House, binder: Path) -> None:
    house.session.binder.backups.make()
    house.shell.close_binder()
    (database,) = binder.glob("*.namndstod")
    database.write_bytes(b"\0" * 40_000)

    house.shell.open(binder)
    house.idle()
    press(problem(house), "Säkerhetskopior …")
    rescue = house.sheet(RescueSheet)
    rescue.accept()
    house.idle()
    assert [b.term.name for b in house.session.ask(bodies, house.session.today)] == ["Skärnämnden"]
    assert len(list(binder.glob("*.skadad-*"))) == 1  # nothing is thrown away


def test_a_binder_from_a_newer_program_offers_another(empty_house: House, binder: Path) -> None:
    house = empty_house

    class TooNew(FixedDoors):
        def open(self, path: Path, person: str, *, read_only: bool = False) -> Workplace:
            raise BinderTooNew("Pärmen är från en nyare version.", way_on="Uppgradera programmet.")

    house.shell.doors = TooNew()
    house.shell.open(binder)
    house.idle()
    sheet = problem(house)
    words = {b.text() for b in sheet.findChildren(QPushButton)}
    assert {"Öppna en annan …", "Försök igen", "Stäng"} <= words
    sheet.reject()


def test_a_binder_that_cannot_be_brought_up_to_date_has_a_report_to_show(
    empty_house: House, binder: Path
) -> None:
    house = empty_house

    class Failing(FixedDoors):
        def open(self, path: Path, person: str, *, read_only: bool = False) -> Workplace:
            raise UpgradeFailed("Den är som den var.", way_on="Visa felrapporten.") from KeyError("Öman")

    house.shell.doors = Failing()
    house.shell.open(binder)
    house.idle()
    press(problem(house), "Visa felrapporten")
    (told,) = [t.toPlainText() for t in house.frame.findChildren(QPlainTextEdit) if t.isVisible()]
    assert "UpgradeFailed" in told
    assert "KeyError" in told
    assert "Öman" not in told


def test_an_older_binder_is_brought_up_to_date_and_the_backup_is_shown(
    empty_house: House, tmp_path: Path
) -> None:
    house = empty_house
    database = restored(RELEASED / "0004.sql", tmp_path / "äldre pärm")
    house.shell.open(database)
    house.idle()
    assert house.shell.toast.text().startswith("Pärmen är förd till den här versionen av Nämndstöd.")
    next(b for b in house.shell.toast.findChildren(QPushButton) if b.isVisible()).click()
    settings = house.main.show_view("settings")
    assert isinstance(settings, SettingsView)
    (backup,) = database.parent.glob("backup/*-migration.kopia")
    assert settings.binder.table.current_id() == backup.name
    house.shell.open(database)  # once more: nothing to tell
    house.idle()
    assert not house.shell.toast.isVisible()


def test_an_older_binder_that_cannot_be_brought_up_to_date_gives_a_report(
    empty_house: House, tmp_path: Path
) -> None:
    house = empty_house
    database = restored(RELEASED / "0004.sql", tmp_path / "äldre pärm")
    with closing(sqlite3.connect(database)) as raw:
        raw.execute("CREATE TABLE delegation_point (i_vagen)")
    house.shell.open(database)
    house.idle()
    sheet = problem(house)
    assert sheet.windowTitle().startswith("Pärmen kunde inte föras över")
    text = (tmp_path / "logg" / "namndstod.log").read_text(encoding="utf-8")
    assert "OperationalError" in text
    assert "i_vagen" not in text
    assert str(tmp_path) not in text
    sheet.reject()


def test_a_bug_gives_a_report_that_quotes_nothing(empty_house: House, tmp_path: Path) -> None:
    house = empty_house
    house.shell.faces.show(RuntimeError("hemligt ur protokollet"))
    sheet = problem(house)
    assert sheet.windowTitle() == "Något gick fel i programmet"
    text = (tmp_path / "logg" / "namndstod.log").read_text(encoding="utf-8")
    assert "RuntimeError" in text
    assert "hemligt" not in text
    sheet.reject()


def test_restoring_a_backup_takes_the_binder_back(house: House) -> None:
    backup = house.session.binder.backups.make()
    settings = house.main.show_view("settings")
    settings.cards["body"].changed.emit(*_field("short_name", "skärnämnden"))  # type: ignore[attr-defined]
    (body,) = house.session.ask(bodies, house.session.today)
    assert body.term.short_name == "skärnämnden"

    house.main.restoreRequested.emit(backup)
    house.idle()
    house.qtbot.waitUntil(lambda: house.shell.main is not None and not house.shell.background.busy())
    (body,) = house.session.ask(bodies, house.session.today)
    assert body.term.short_name == SHORT_NAMES[body.body.kind]
    assert house.shell.toast.text() == "Pärmen är återställd."
    assert QApplication.activeModalWidget() is None
