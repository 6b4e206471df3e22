"""A list of delegated decisions in the window: looked at, a column corrected, taken in, taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from namndstod.domain.delegation import ColumnMapping, DelegatedDecision, DelegationImport
from namndstod.domain.errors import NamndstodError
from namndstod.domain.intake.found_delegated import DelegatedField
from namndstod.services.commands.delegation import AddDelegated
from namndstod.services.delegation.planning import PlanState
from namndstod.services.reading import bodies, meetings
from namndstod.services.session import Outcome
from namndstod.ui.delegation.intake_page import DelegatedIntakeView
from namndstod.ui.delegation.register import DelegatedView
from namndstod.ui.kit.basics import Label

from .conftest import House
from .test_small_screens import AT_150_PER_CENT, outside


def workbook(folder: Path, *, amount: int = 25_000, name: str = "april.xlsx") -> Path:
    path = folder / name
    book = xlsxwriter.Workbook(path)
    book.set_properties({"author": "Ines Falk"})
    sheet = book.add_worksheet("April")
    for at, row in enumerate(
        (
            ("Dnr", "Stöd", "Mottagare", "Belopp", "Beslutsfattare", "Beslutsdatum", "Punkt", "Ort"),
            (
                "27SK10",
                "Mikrobidrag",
                "Båtsmans Kajak AB",
                amount,
                "Ines Falk",
                "2027-04-20",
                "3.2",
                "Norrtorp",
            ),
            ("27SK11", "Mikrobidrag", "Siv Bergkvist", 18_000, "Ines Falk", "2027-04-21", "3.2", "Norrtorp"),
            (
                "27SK12",
                "Konsultstöd",
                "Plåtverket AB",
                "ca 5 000",
                "Ines Falk",
                "2027-04-22",
                "3.2",
                "Almnäs",
            ),
        )
    ):
        sheet.write_row(at, 0, row)
    book.close()
    return path


def read(house: House, path: Path) -> DelegatedIntakeView:
    house.main.show_view("delegated")
    house.main.delegation.read_list(str(path))
    house.idle()
    view = house.main.stack.currentWidget()
    assert isinstance(view, DelegatedIntakeView)
    return view


def register(house: House) -> list[DelegatedDecision]:
    with house.session.reading() as reader:
        return reader.find(DelegatedDecision)


def test_a_list_is_looked_at_taken_in_and_taken_back(house: House, qtbot: QtBot, tmp_path: Path) -> None:
    view = read(house, workbook(tmp_path))
    house.frame.resize(AT_150_PER_CENT.width(), AT_150_PER_CENT.height())
    qtbot.waitUntil(lambda: outside(house.main, house.frame) == [])
    assert view.head.file.text() == "april.xlsx"
    assert view.head.from_whom.text() == "Ines Falk"
    assert view.table.rows.rowCount() == 3
    assert view.take.text() == "Läs in 3\u00a0beslut"
    QTest.keyClick(view.table, Qt.Key.Key_Space)
    assert view.take.text() == "Läs in 2\u00a0beslut"
    first = view.table.rows.index(0, 0)
    assert first.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "Rad 2: läses inte in"
    QTest.keyClick(view.table, Qt.Key.Key_Space)
    view.head.filter.set_value(PlanState.WARNING)
    view.head.filter.activated.emit(view.head.filter.currentIndex())
    assert [view.table.rows.place(row) for row in range(view.table.rows.rowCount())] == [2]
    view.report.setChecked(True)
    view.take_in()
    house.idle()
    stored = register(house)
    assert [d.diary_number for d in stored] == ["27SK10", "27SK11", "27SK12"]
    assert [(d.personal, d.amount) for d in stored] == [(False, 25_000), (True, 18_000), (False, None)]
    assert all(d.item_id is not None for d in stored)
    assert house.main.stack.currentWidget() is house.main.views["delegated"]
    again = read(house, workbook(tmp_path, amount=26_000, name="april rättad.xlsx"))
    assert [r.differs for r in again.table.rows.plan_rows] == [("amount",), (), ()]
    assert not again.take.isEnabled()  # what stands on a list is changed by a person only
    house.session.undo()
    assert register(house) == []


def test_a_register_that_changes_is_compared_anew_and_ticks_stay(house: House, tmp_path: Path) -> None:
    body = house.session.ask(bodies, house.session.today)[0].body.id
    other = DelegatedDecision(id="", body_id="", position=0, diary_number="27SK90")
    house.main.show_view("delegated_intake")
    house.main.delegation.read_list(str(workbook(tmp_path)))
    house.session.do(AddDelegated(body, (other,)))  # while it is being read
    house.idle()
    view = house.main.stack.currentWidget()
    assert isinstance(view, DelegatedIntakeView)
    QTest.keyClick(view.table, Qt.Key.Key_Space)
    house.session.do(AddDelegated(body, (replace(other, diary_number="27SK91"),)))
    house.idle()
    assert view.take.text() == "Läs in 2\u00a0beslut"
    view.take_in()
    house.idle()
    assert [d.diary_number for d in register(house)] == ["27SK90", "27SK91", "27SK11", "27SK12"]


def test_angra_takes_back_the_list_and_not_what_was_done_meanwhile(house: House, tmp_path: Path) -> None:
    body = house.session.ask(bodies, house.session.today)[0].body.id
    other = DelegatedDecision(id="", body_id="", position=0, diary_number="27SK90")
    view = read(house, workbook(tmp_path))
    toasts: list[Callable[[], object]] = []
    errors: list[NamndstodError] = []
    view.actions_.toastRequested.connect(lambda _text, _words, act: toasts.append(act))
    view.actions_.errorRaised.connect(errors.append)

    def meanwhile(outcome: Outcome) -> None:
        if any(c.kind is DelegationImport for c in outcome.changes) and not outcome.undone:
            house.session.do(AddDelegated(body, (other,)))

    house.session.listen(meanwhile)
    view.take_in()
    house.idle()
    assert len(register(house)) == 4
    (undo,) = toasts
    undo()
    assert [d.diary_number for d in register(house)] == ["27SK90"]
    assert errors == []
    undo()  # it is taken back already
    assert [str(e) for e in errors] == ["Uppgiften finns inte längre. Den har tagits bort."]
    assert [d.diary_number for d in register(house)] == ["27SK90"]


def test_what_a_person_says_of_a_column_is_remembered(house: House, qtbot: QtBot, tmp_path: Path) -> None:
    path = workbook(tmp_path)
    view = read(house, path)
    view.mapping.open(True)
    choice = view.mapping.choices[0][1]
    assert choice.value() == DelegatedField.KIND
    choice.set_value(DelegatedField.BRANCH)
    choice.activated.emit(choice.currentIndex())
    house.idle()
    assert view.table.rows.plan_rows[0].found.branch == "Mikrobidrag"
    assert view.mapping.choices[0][1] is house.frame.focusWidget()  # there may be more to tell
    assert view.mapping.choices[0][1].isVisible()
    view.take_in()
    house.idle()
    with house.session.reading() as reader:
        (mapping,) = reader.find(ColumnMapping)
    assert (mapping.sender, mapping.fields[1]) == ("Ines Falk", "branch")
    assert read(house, path).table.rows.plan_rows[0].found.branch == "Mikrobidrag"


def test_the_column_that_is_unsure_is_named_and_shown(house: House, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "bred.csv"
    names = ";".join(f"Extra {n}" for n in range(9))
    rows = (f"27SK{n};Mikrobidrag;Viken {n} AB;{n}000;{'x;' * 9}2027-04-1{n}" for n in range(1, 6))
    path.write_text("\n".join((f"Dnr;Stöd;Mottagare;Belopp;{names};Zzz", *rows)), encoding="utf-8")
    mapping = read(house, path).mapping
    said = [label.text() for label in mapping.findChildren(Label)]
    assert "Kolumnen ”Zzz” är osäker: se efter vad den betyder." in said
    unsure = mapping.choices[0][-1]
    qtbot.waitUntil(lambda: not unsure.visibleRegion().isEmpty())


def test_errors_go_back_as_excel_with_a_letter(house: House, qtbot: QtBot, tmp_path: Path) -> None:
    view = read(house, workbook(tmp_path))
    view.save_marked()
    house.idle()
    assert (tmp_path / "april att rätta.xlsx").is_file()
    view.copy_letter()
    assert "april att rätta.xlsx" in QGuiApplication.clipboard().text()


@pytest.mark.parametrize(
    ("content", "said"), [(b"not a workbook", "Filen är ingen arbetsbok"), (b"", "Filen är tom.")]
)
def test_what_is_no_list_is_told(house: House, tmp_path: Path, content: bytes, said: str) -> None:
    wrong = tmp_path / "lista.xlsx"
    wrong.write_bytes(content)
    view = read(house, wrong)
    assert said in house.shell.toast.text()
    assert view.stack.currentIndex() == 0
    assert register(house) == []


def test_a_list_that_comes_to_a_meeting_goes_to_the_register(house: House, tmp_path: Path) -> None:
    (meeting,) = house.session.ask(meetings)
    house.main.open_meeting(meeting.meeting.id)
    workspace = house.main.workspace
    assert workspace is not None
    workspace.reading.bring([workbook(tmp_path)])
    house.idle()
    view = house.main.stack.currentWidget()
    assert isinstance(view, DelegatedIntakeView)
    assert view.table.rows.rowCount() == 3


def test_one_press_asks_for_the_list(house: House, qtbot: QtBot, tmp_path: Path) -> None:
    register_view = house.main.show_view("delegated")
    assert isinstance(register_view, DelegatedView)
    register_view.read.click()
    view = house.main.stack.currentWidget()
    assert isinstance(view, DelegatedIntakeView)
    (dialog,) = view.findChildren(QFileDialog)
    assert dialog.isVisible()
    dialog.reject()
    qtbot.waitUntil(lambda: view.findChildren(QFileDialog) == [])
    read(house, workbook(tmp_path))
    house.main.show_view("delegated")
    register_view.read.click()
    assert view.findChildren(QFileDialog) == []  # the list that waits to be looked at is shown


def test_after_a_file_that_cannot_be_read_the_page_still_hears_its_keys(house: House, tmp_path: Path) -> None:
    path = tmp_path / "lista.xlsx"
    path.write_bytes(b"%PDF-1.7\n%%EOF")
    view = read(house, path)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert view.isAncestorOf(focus)
    assert focus.isVisible()
    read(house, workbook(tmp_path))
    shown = view.head.state()
    read(house, path)  # the list before stays as it was
    assert view.head.state() == shown
    assert view.head.filter.currentText()
    assert QApplication.focusWidget() is view.table
