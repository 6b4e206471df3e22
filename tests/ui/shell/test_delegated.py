"""Delegationsbeslut in the window: typed, pasted, filtered, reported; the letter and its budgets."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from namndstod.domain.budgets import BudgetTable
from namndstod.domain.delegation import BudgetRow, DecisionLetter, DelegatedDecision
from namndstod.domain.records import ItemPurpose
from namndstod.domain.swedish import plain
from namndstod.services.commands.delegation import AddDelegated, ChangeDelegated
from namndstod.services.delegation.decisions import letter_by_number
from namndstod.services.reading import bodies, meeting_view, meetings
from namndstod.ui.delegation.letter_page import LetterPage
from namndstod.ui.delegation.register import DelegatedView
from namndstod.ui.kit.basics import Button
from namndstod.ui.lines import Line
from namndstod.ui.palette import Palette
from namndstod.ui.workspace.presenting import written_by_itself

from ...documents.test_word import docx_texts
from ..conftest import TypeText
from .conftest import House

PASTED = (
    "Dnr\tStöd\tFöretag\tKommun\tBelopp\tBeslutsfattare\n"
    "27SK80\tMikrobidrag\tFyrens Bageri AB\tEjderö\t30 000 kr\tInes Falk\n"
    "27SK81\tKonsultstöd\tÅsa Öberg\tEjderö\t12.500,00\tInes Falk\n"
    "Summa\t\t\t\t42 500\t\n"
)


@pytest.fixture
def view(house: House) -> DelegatedView:
    shown = house.main.show_view("delegated")
    assert isinstance(shown, DelegatedView)
    house.idle()
    return shown


def stored(house: House) -> list[DelegatedDecision]:
    with house.session.reading() as reader:
        return reader.find(DelegatedDecision)


def enter(house: House, number: str, amount: int | None = None) -> None:
    body = house.session.ask(bodies, date(2027, 5, 7))[0].body.id
    made = DelegatedDecision(
        id="",
        body_id="",
        position=0,
        diary_number=number,
        kind="Såddbidrag",
        recipient="Kvistens AB",
        amount=amount,
    )
    house.session.do(AddDelegated(body, (made,)))
    house.idle()


def standings(view: DelegatedView) -> list[str]:
    model = view.table.table_model()
    column = next(n for n, c in enumerate(model.columns) if c.name == "standing")
    return [plain(str(model.index(row, column).data())) for row in range(model.rowCount())]


def test_decisions_are_typed_one_after_the_other(
    house: House, view: DelegatedView, type_text: TypeText
) -> None:
    def type_on(text: str) -> None:
        focus = house.frame.focusWidget()
        assert focus is not None
        type_text(focus, f"{text}\n")

    view.add()
    for text in (
        "27SK70",
        "2027-05-03",
        "3.2",
        "Mikrobidrag",
        "70 063 kr",
        "Åsa Öberg",
        "Fiske",
        "K",
        "Ejderö",
    ):
        type_on(text)
    assert view.form.personal.isChecked()  # a person's name proposes it
    type_on("Ines Falk")
    type_on("Områdeschef")
    type_on("")  # past the box, from the last field: stored
    house.idle()
    (first,) = stored(house)
    assert (first.diary_number, first.amount, first.decided_on) == ("27SK70", 70_063, date(2027, 5, 3))
    assert (first.recipient, first.personal, first.decided_by_title) == ("Åsa Öberg", True, "Områdeschef")
    assert view.form.isVisible()
    assert view.form.fields["decided_by"].text() == "Ines Falk"  # as the one before
    type_on("27SK71")
    view.form.amount.setText("mycket")
    view.form.accept()
    assert "inget belopp" in view.form._problem.text()
    view.form.amount.setText("1 000")
    view.form.accept()
    house.idle()
    assert [d.diary_number for d in stored(house)] == ["27SK70", "27SK71"]
    assert plain(view.sum.text()) == "Summa 71 063 kr"
    view.form.left.emit()
    assert view.form.isHidden()


def test_all_that_waits_is_reported_in_one_action_and_undone(house: House, view: DelegatedView) -> None:
    for number in ("27SK70", "27SK71"):
        enter(house, number)
    assert plain(view.report.text()) == "Anmäl 2 på 14 maj"
    assert standings(view) == ["ej anmäld", "ej anmäld"]
    view.report.click()
    house.idle()
    assert standings(view) == ["anmäls 2027-05-14"] * 2
    assert not view.report.isEnabled()
    shown = house.session.ask(meeting_view, house.session.ask(meetings)[0].meeting.id)
    item = next(i for i in shown.items if i.item.purpose is ItemPurpose.DELEGATED)
    assert [d.diary_number for d in item.delegated] == ["27SK70", "27SK71"]
    assert plain(written_by_itself(shown, item)).startswith("2 delegationsbeslut anmäls här. Besluten väljs")
    view.table.set_current_id(item.delegated[1].id)
    view.withdraw.click()
    house.idle()
    assert standings(view) == ["ej anmäld", "anmäls 2027-05-14"]
    house.session.undo()
    house.session.undo()
    house.idle()
    assert standings(view) == ["ej anmäld", "ej anmäld"]


def test_rows_are_pasted_and_filtered_with_the_sum_of_what_is_shown(
    house: House, view: DelegatedView
) -> None:
    assert view._none.isVisible()
    QGuiApplication.clipboard().setText(PASTED)
    view.paste.click()
    house.idle()
    assert [(d.diary_number, d.amount, d.personal) for d in stored(house)] == [
        ("27SK80", 30_000, False),
        ("27SK81", 12_500, True),
    ]
    assert plain(view.sum.text()) == "Summa 42 500 kr"
    view.filter.setText("konsult ejder")
    assert plain(view.sum.text()) == "Summa 12 500 kr"
    assert plain(view.count.text()) == "1 av 2 beslut"
    view.filter.clear()
    view.table.set_current_id(stored(house)[0].id)
    view.remove.click()
    house.idle()
    assert [d.diary_number for d in stored(house)] == ["27SK81"]


def test_what_is_not_to_be_reported_is_recorded_beside_the_register(
    house: House, view: DelegatedView, tmp_path: Path
) -> None:
    enter(house, "27SK90", 50_000)
    (entered,) = stored(house)
    house.session.do(ChangeDelegated(replace(entered, recipient="Siv Bergkvist", personal=True)))
    house.idle()
    view.table.set_current_id(stored(house)[0].id)
    pane, form = view.pane, view.pane.recording
    pane.record.click()
    assert form.isVisible()
    form.recorded.set_date(None)
    form.store.click()
    assert stored(house)[0].recorded_on is None
    form.recorded.set_date(date(2027, 5, 7))
    form.announced.set_date(date(2027, 5, 8))
    form.store.click()
    house.idle()
    assert form.isHidden()
    assert house.frame.focusWidget() is view.table  # not at the button that is next
    made = stored(house)[0]
    assert (made.recorded_on, made.announced_on) == (date(2027, 5, 7), date(2027, 5, 8))
    pane.record.click()
    assert form.pdf.isVisible()
    for public, told in ((False, "Siv Bergkvist"), (True, "Privatperson")):
        form.public.setChecked(public)
        form.word.click()
        (dialog,) = (d for d in form.findChildren(QFileDialog) if d.isVisible())
        assert dialog.selectedFiles()[0].endswith("webbversion.docx") is public
        dialog.fileSelected.emit(str(tmp_path / "ut.docx"))
        dialog.reject()
        house.idle()
        texts = list(docx_texts((tmp_path / "ut.docx").read_bytes()))
        assert [text for text in ("Siv Bergkvist", "Privatperson") if text in texts] == [told]
    assert not form.drop.isEnabled()  # it is announced
    form.announced.set_date(None)
    form.store.click()
    house.idle()
    pane.record.click()
    form.drop.click()
    assert stored(house)[0].recorded_on is None


def test_an_ordforandebeslut_and_a_letter_begin_in_the_form(house: House, view: DelegatedView) -> None:
    form = view.form
    view.add_urgent()
    assert form.fields["decided_by_title"].text() == "Ordförande"
    assert form.rows["note"].isVisible()
    form.fields["diary_number"].setText("27SK91")
    form.fields["decided_by"].setText("Otto Holm")
    form.fields["note"].setText("Färjan läggs ned.")
    form.fields["kind"].setText("Svar om färjan")
    form.store.click()
    house.idle()
    chair = stored(house)[0]
    assert (chair.urgent, chair.note, chair.decided_by) == (True, "Färjan läggs ned.", "Otto Holm")
    view.add()
    form.make_urgent()
    assert form.fields["decided_by"].text() == "Otto Holm"  # as the one before
    assert form.fields["kind"].text() == ""  # but never what that was about
    form.fields["kind"].setText("Yttrande")
    form.make_urgent()
    assert form.fields["kind"].text() == "Yttrande"
    form.leave.click()
    view.add()
    assert (form.fields["kind"].text(), form.fields["decided_by"].text()) == ("", "")  # the chair's own
    form.urgent.setChecked(False)
    form.with_letter.click()
    assert len(stored(house)) == 1  # nothing says which decision it is
    form.fields["diary_number"].setText("27SK92")
    form.with_letter.click()
    house.idle()
    page = view.findChild(LetterPage)
    assert page is not None
    assert page.isVisible()
    made = house.session.ask(letter_by_number, "27SK92").decision
    page.back.click()
    assert view.table.current_id() == made.id  # one comes back to what was written
    house.session.undo()
    assert len(stored(house)) == 1


def bank_of_conditions(page: LetterPage, house: House) -> None:
    """A condition is fetched, its place filled in, and another one is kept and offered."""
    edit = page.terms.edit
    page.terms.fetch.click()
    offered = edit.completion.shown
    assert offered is not None
    texts = [offered.rows.item(n).text() for n in range(offered.rows.count())]
    assert edit.completion.key(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, _PLAIN))
    assert edit.textCursor().selectedText() == "{projektets}"
    edit.insertPlainText("bryggans")
    page.flush()
    with house.session.reading() as reader:
        (letter,) = reader.find(DecisionLetter)
    assert letter.conditions[-1] == texts[0].replace("{projektets}", "bryggans")
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    page.terms.keep.click()
    assert edit.aid.offers("Det e", asked=False, clause=False)[0].text == "Det ena."


_PLAIN = Qt.KeyboardModifier.NoModifier


def test_a_letter_is_written_beside_its_preview_and_wrong_sums_are_marked(
    qtbot: QtBot, house: House, view: DelegatedView
) -> None:
    enter(house, "27SK90", 50_000)
    view.table.set_current_id(stored(house)[0].id)
    view.letter.click()
    house.idle()
    page = view.findChild(LetterPage)
    assert page is not None
    assert page.isVisible()
    page.lines["share_percent"].setText("50")
    page.texts["conditions"].setPlainText("Det ena.\nDet andra.")
    page.years.setText("2027, 2028")
    page.flush()
    costs, financing = page.budgets[BudgetTable.COSTS], page.budgets[BudgetTable.FINANCING]
    for editor, name, amounts in (
        (costs, "Båt", ("40 000", "60000 kr")),
        (financing, "Regionen", ("40000", "6")),
    ):
        for column, text in enumerate((name, *amounts)):
            cell = editor.table.item(0, column)
            assert cell is not None
            cell.setText(text)
    letter = house.session.ask(letter_by_number, "27SK90").letter
    assert (letter.share_percent, letter.conditions) == (50, ("Det ena.", "Det andra."))
    assert letter.costs.rows == (BudgetRow(name="Båt", amounts=(40_000, 60_000)),)
    assert "60 000 kr men finansieringen 6 kr" in plain(financing.problems.text())
    wrong = financing.table.item(2, 2)
    assert wrong is not None
    assert plain(wrong.text()) == "6 !"
    right = financing.table.item(0, 2)
    assert right is not None
    right.setText("60 000")
    assert financing.problems.isHidden()
    right.setText("sex")
    assert "inget belopp" in financing.problems.text()
    assert plain(right.text()) == "60 000"
    qtbot.waitUntil(lambda: page.preview.canvas.page_count() > 0, timeout=60_000)
    bank_of_conditions(page, house)
    assert page.differences.isHidden()
    page.lines["max_amount"].setText("45 000")
    page.flush()
    assert not page.differences.isHidden()
    assert stored(house)[0].amount == 50_000
    button = page.differences.findChild(Button)
    assert button is not None
    button.setFocus()
    button.click()
    assert house.frame.focusWidget() is page.lines["heading"]  # not the rail, which is next in line
    assert stored(house)[0].amount == 45_000
    assert page.differences.isHidden()
    page.back.click()
    house.idle()
    assert view.table.isVisible()
    assert view.letter.text() == "Öppna beslutsbrev"


def test_the_overview_leads_to_what_is_not_reported(house: House) -> None:
    enter(house, "27SK90", 50_000)
    overview = house.main.show_view("overview")
    house.idle()
    (line,) = [
        c for c in overview.findChildren(Line) if "delegationsbeslut" in c.text() and "inte anm" in c.text()
    ]
    line.click()
    house.idle()
    shown = house.main.views["delegated"]
    assert isinstance(shown, DelegatedView)
    assert shown.isVisible()
    assert shown.scope.currentText() == "Ej anmälda"


def test_the_rail_leads_from_a_letter_to_the_register(house: House, view: DelegatedView) -> None:
    enter(house, "27SK94")
    view.table.set_current_id(stored(house)[0].id)
    view.letter.click()
    house.idle()
    page = view.findChild(LetterPage)
    assert page is not None
    house.main.show_view("overview")
    house.main.show_view("delegated")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.isAncestorOf(focus)  # never in the register behind it
    house.main.rail.chosen.emit("delegated")
    assert not page.isVisible()
    assert QApplication.focusWidget() is view.table


def test_sok_eller_gor_looks_among_the_decisions_too(house: House, view: DelegatedView) -> None:
    for number in ("27SK95", "27SK96", "27SK97"):
        enter(house, number)
    palette = searching(house, view, "kvistens 96")
    first = palette.model.entry(0)
    assert first is not None
    assert first.text == "27SK96 Såddbidrag, Kvistens AB"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    house.idle()
    assert view.isVisible()
    (chosen,) = view.table.chosen_slots()
    assert view.shown.register.decisions[chosen].diary_number == "27SK96"
    assert view.filter.text() == ""
    palette = searching(house, view, "27SK96")
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    house.idle()
    assert view.isVisible()
    assert view.filter.text() == "27SK96"
    assert plain(view.count.text()) == "1 av 3 beslut"
    searching(house, view, "27SK95")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)  # leads out of what is filtered
    house.idle()
    assert view.table.current_id() == next(d.id for d in stored(house) if d.diary_number == "27SK95")


def searching(house: House, view: DelegatedView, words: str) -> Palette:
    """Look for words from another page."""
    house.main.show_view("overview")
    house.main.show_palette()
    palette = house.main.findChild(Palette)
    assert palette is not None
    house.idle()
    palette.field.setText(words)
    house.idle()
    assert not view.isVisible()
    return palette
