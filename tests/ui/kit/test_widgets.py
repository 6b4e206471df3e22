"""Fields, dates, dialogs, toast, rail, steps, Kontroll, panes."""

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCalendarWidget,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from namndstod.domain.errors import DiskFull, RuleBroken
from namndstod.ui.kit import dialogs
from namndstod.ui.kit.basics import Button
from namndstod.ui.kit.dates import DateEdit, TimeEdit, parse_date, parse_time
from namndstod.ui.kit.fields import Combo, Form, LineEdit
from namndstod.ui.kit.findings import FindingRow, FindingsPanel
from namndstod.ui.kit.header import PageHeader, Step, StepBar
from namndstod.ui.kit.rail import Rail, RailEntry
from namndstod.ui.kit.split import SplitPane
from namndstod.ui.kit.theme import Theme
from namndstod.ui.kit.toast import Toast
from namndstod.ui.kit.tokens import Tone

TODAY = date(2027, 5, 7)


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2027-05-14", date(2027, 5, 14)),
        ("20270514", date(2027, 5, 14)),
        ("14/5", date(2027, 5, 14)),
        ("6/5", date(2028, 5, 6)),
        ("14/5 2026", date(2026, 5, 14)),
        ("den 14 maj 2027", date(2027, 5, 14)),
        ("1 okt", date(2027, 10, 1)),
        ("2027-02-30", None),
        ("i morgon", None),
        ("31 februari", None),
    ],
)
def test_dates_as_a_swede_writes_them(text: str, expected: date | None) -> None:
    assert parse_date(text, TODAY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10", time(10)), ("10.00", time(10)), ("9:30", time(9, 30)), ("1000", time(10)),
        ("kl. 13.05", time(13, 5)), ("24.00", None), ("10.75", None), ("tio", None),
    ],
)  # fmt: skip
def test_clock_times_as_a_swede_writes_them(text: str, expected: time | None) -> None:
    assert parse_time(text) == expected


def test_date_is_typed_and_told_once(window: QWidget, qtbot: QtBot) -> None:
    edit = DateEdit(date(2027, 5, 14), window)
    line = edit.findChild(QLineEdit)
    assert line is not None
    line.setText("2027-06-01")
    with qtbot.waitSignal(edit.dateChanged, timeout=0) as signal:
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert signal.args == [date(2027, 6, 1)]
    line.setText("fel")
    assert not edit.is_valid()
    line.setText("")
    assert edit.is_valid()
    assert edit.date() is None


def test_calendar_begins_on_monday_with_week_numbers_and_picks(window: QWidget, qtbot: QtBot) -> None:
    edit = DateEdit(date(2027, 5, 14), window)
    line = edit.findChild(QLineEdit)
    assert line is not None
    edit.show()
    QTest.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = edit.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert calendar.verticalHeaderFormat() == QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers
    assert calendar.locale().dayName(1) == "måndag"
    with qtbot.waitSignal(edit.dateChanged, timeout=0):
        calendar.clicked.emit(calendar.selectedDate().addDays(3))
    assert edit.date() == date(2027, 5, 17)


def test_time_is_shown_with_the_separator_of_the_body(window: QWidget, qtbot: QtBot) -> None:
    edit = TimeEdit(time(10), ":", window)
    assert edit.text() == "10:00"
    edit.setText("13.30")
    with qtbot.waitSignal(edit.timeChanged, timeout=0):
        QTest.keyClick(edit, Qt.Key.Key_Return)
    assert (edit.time(), edit.text()) == (time(13, 30), "13:30")


def test_combo_gives_what_an_entry_stands_for(window: QWidget) -> None:
    combo = Combo((("a", "Nämnd"), ("b", "Styrelse")), window)
    combo.set_value("b")
    assert (combo.value(), combo.currentText()) == ("b", "Styrelse")


def test_broken_rule_is_shown_at_its_field_with_the_law(window: QWidget) -> None:
    form = Form(window)
    field = LineEdit("2")
    row = form.add("seats", "Antal ledamöter", field, "Bestäms av fullmäktige.")
    form.show()
    form.show_error(RuleBroken("Minst tre.", source="KL 6 kap. 1 §", field="seats"))
    assert row.error() == "Minst tre. (KL 6 kap. 1 §)"
    assert field.accessibleName() == "Antal ledamöter"
    assert field.accessibleDescription() == "Fel: Minst tre. (KL 6 kap. 1 §)"
    assert field.property("wrong") == "true"
    assert field.hasFocus()
    form.clear_errors()
    assert row.error() == ""
    assert field.accessibleDescription() == "Bestäms av fullmäktige."


def test_form_sheet_stays_until_the_rule_is_kept(window: QWidget, qtbot: QtBot) -> None:
    names: list[str] = []

    def submit() -> None:
        if not name.text():
            raise RuleBroken("Skriv ett namn.", field="name")
        names.append(name.text())

    sheet = dialogs.FormSheet(window, "Ny person", submit, ok="Lägg till")
    name = LineEdit()
    sheet.form.add("name", "Namn", name)
    sheet.open()
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert sheet.form.rows["name"].error() == "Skriv ett namn."
    name.setText("Åsa")
    with qtbot.waitSignal(sheet.finished, timeout=0):
        sheet.ok_button.click()
    assert names == ["Åsa"]


def test_leave_to_send_is_asked_for(window: QWidget, qtbot: QtBot) -> None:
    sent: list[str] = []
    for answer in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        sheet = dialogs.ask_to_send(
            window, "Skicka?", "Till 15 ledamöter.", "Skicka", lambda: sent.append("x")
        )
        qtbot.waitExposed(sheet)
        with qtbot.waitSignal(sheet.finished, timeout=0):
            QTest.keyClick(sheet, answer)
    assert sent == ["x"]


def test_problem_offers_a_way_on(window: QWidget, qtbot: QtBot) -> None:
    tried: list[str] = []
    problem = DiskFull("Disken är full", way_on="Frigör utrymme.")
    sheet = dialogs.show_problem(window, problem, [("Försök igen", lambda: tried.append("x"))])
    button = next(b for b in sheet.findChildren(Button) if b.text() == "Försök igen")
    button.click()
    assert tried == ["x"]
    assert not sheet.isVisible()


def test_a_bug_report_can_be_read_and_copied(window: QWidget) -> None:
    sheet = dialogs.show_bug(window, "felrapport 7F3A\nTypeError at a.py:1:f", "mappen")
    (text,) = sheet.findChildren(QPlainTextEdit)
    next(b for b in sheet.findChildren(Button) if b.text() == "Kopiera rapporten").click()
    assert (
        QGuiApplication.clipboard().text() == text.toPlainText() == "felrapport 7F3A\nTypeError at a.py:1:f"
    )
    assert text.isReadOnly()
    sheet.close()


def test_toast_takes_no_focus_and_stays_while_pointed_at(window: QWidget, qtbot: QtBot) -> None:
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    toast = Toast(window)
    undone: list[str] = []
    toast.show_message("§ 44 flyttad", action="Ångra", on_action=lambda: undone.append("x"))
    assert field.hasFocus()
    assert toast.isVisible()
    assert toast.geometry().bottom() < window.height()
    toast.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    toast.time_is_up()
    assert toast.isVisible()
    toast.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    next(b for b in toast.findChildren(Button) if b.text() == "Ångra").click()
    assert undone == ["x"]
    assert not toast.isVisible()
    toast.show_message("klart")
    toast.time_is_up()
    assert not toast.isVisible()


def test_rail_asks_and_shows_where_one_is(window: QWidget, qtbot: QtBot) -> None:
    rail = Rail([RailEntry("a", "Översikt", "house"), RailEntry("b", "Ärenden", "section")], parent=window)
    rail.show()
    rail.set_current("a")
    rail.set_badge("b", "14")
    entries = {b.text(): b for b in rail.findChildren(QAbstractButton)}
    assert entries["Ärenden"].accessibleName() == "Ärenden, 14"
    entries["Översikt"].setFocus()
    QTest.keyClick(entries["Översikt"], Qt.Key.Key_Down)
    assert entries["Ärenden"].hasFocus()
    with qtbot.waitSignal(rail.chosen, timeout=0) as signal:
        QTest.keyClick(entries["Ärenden"], Qt.Key.Key_Return)
    assert signal.args == ["b"]
    assert rail.current() == "a"  # only the window says where one is


def test_steps_say_how_they_stand(window: QWidget, qtbot: QtBot) -> None:
    bar = StepBar([Step("k", "Kallelse", done=True), Step("p", "Protokoll", findings=2)], window)
    bar.show()
    names = {b.text(): b.accessibleName() for b in bar.findChildren(QAbstractButton)}
    assert names == {"Kallelse": "Kallelse, klar", "Protokoll": "Protokoll, 2 att titta på"}
    bar.set_step(Step("p", "Protokoll", findings=1, tone=Tone.MEND))
    tab = next(b for b in bar.findChildren(QAbstractButton) if b.text() == "Protokoll")
    assert tab.accessibleName() == "Protokoll, 1 att rätta"
    with qtbot.waitSignal(bar.chosen, timeout=0) as signal:
        QTest.mouseClick(tab, Qt.MouseButton.LeftButton)
    assert signal.args == ["p"]


def test_header_shows_only_the_pills_it_is_given(window: QWidget) -> None:
    header = PageHeader("Protokoll", "Tillväxtnämnden", window)
    header.show()
    header.set_pills([("utkast", Tone.LOOK), ("öppet", Tone.DONE)])
    header.set_pills([("justerat", Tone.DONE)])
    shown = [w.accessibleName() for w in header.findChildren(QWidget) if w.isVisible() and w.accessibleName()]
    assert shown == ["justerat"]


def test_a_toast_lies_beside_the_steps_or_over_the_title(window: QWidget) -> None:
    header = PageHeader("Sammanträde", parent=window)
    steps = StepBar([Step("a", "Kallelse"), Step("b", "Protokoll")])
    header.set_steps(steps)
    act = Button("Avsluta sammanträdet")
    header.add_action(act)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(header)
    column.addStretch(1)
    header.show()
    window.grab()
    toast = Toast(window)

    def hidden() -> list[str]:
        used = [act, *steps.findChildren(QAbstractButton)]
        where = [QRect(w.mapTo(window, QPoint()), w.size()) for w in used]
        return [w.text() for w, r in zip(used, where, strict=True) if r.intersects(toast.geometry())]

    toast.show_message("§ 44 flyttad", action="Ångra")
    assert hidden() == []
    assert toast.geometry().top() >= steps.y()
    assert toast.geometry().bottom() <= header.height()
    toast.show_message(
        "Det finns inget förslag att bifalla: skriv beslutet och klubba med F5.", action="Ångra"
    )
    assert hidden() == []
    assert toast.geometry().bottom() <= steps.y()
    window.resize(900, 500)
    window.grab()
    assert toast.geometry().left() > steps.used_width()  # there is room for it again


def test_a_toast_has_room_for_the_name_of_a_file(window: QWidget) -> None:
    header = PageHeader("Beslut", parent=window)
    for text in ("Läs in lista", "Anmäl på nästa sammanträde", "Nytt beslut"):
        header.add_action(Button(text))
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(header)
    column.addStretch(1)
    window.resize(640, 400)
    header.show()
    window.grab()
    toast = Toast(window)
    name = "DelegationslistaTillväxtnämnden.xlsx"
    toast.show_message(f"Sparat: {name}", action="Öppna")
    window.grab()
    label = next(each for each in toast.findChildren(QLabel) if name in each.text())
    assert label.width() >= label.fontMetrics().horizontalAdvance(name)
    assert toast.geometry().right() < window.width()


def test_the_rail_can_show_icons_alone(window: QWidget) -> None:
    rail = Rail([RailEntry("search", "Sök", "search", "Ctrl K")], parent=window)
    rail.show()
    entry = rail.findChildren(QAbstractButton)[0]
    rail.set_narrow(True)
    assert rail.width() < 60
    assert entry.toolTip() == "Sök (Ctrl K)"
    assert entry.accessibleName() == "Sök"
    rail.set_narrow(False)
    assert rail.width() == 172
    assert entry.toolTip() == ""


FINDINGS = (
    FindingRow(
        "a", Tone.LOOK, "Bo Lind är inte insatt.", "KL 6 kap. 30 §", mends=("Sätt in Bo Lind", "Låt stå")
    ),
    FindingRow("b", Tone.MEND, "Ingen justerare är vald."),
)


def test_findings_are_mended_and_gone_to(window: QWidget, qtbot: QtBot) -> None:
    panel = FindingsPanel(FINDINGS, parent=window)
    panel.resize(600, 200)
    panel.show()
    mend = next(b for b in panel.findChildren(Button) if b.text() == "Sätt in Bo Lind")
    with qtbot.waitSignal(panel.mendRequested, timeout=0) as signal:
        mend.click()
    assert signal.args == ["a", 0]
    assert mend.accessibleDescription() == "Bo Lind är inte insatt."


@pytest.mark.parametrize("width", [760, 420, 220])
def test_all_ways_to_mend_are_within_the_panel_at_any_width(
    window: QWidget, qtbot: QtBot, width: int
) -> None:
    panel = FindingsPanel(FINDINGS, parent=window)
    panel.resize(width, 300)
    panel.show()
    buttons = {b.text(): b for b in panel.findChildren(Button) if b.isVisible() and b.text()}
    assert set(buttons) == {"Sätt in Bo Lind", "Låt stå", "Gå till"}

    def inside() -> bool:
        return all(
            b.width() >= b.sizeHint().width() and b.mapTo(panel, b.rect().topRight()).x() < width
            for b in buttons.values()
        )

    qtbot.waitUntil(inside)
    with qtbot.waitSignal(panel.mendRequested, timeout=0) as signal:
        buttons["Låt stå"].click()
    assert signal.args == ["a", 1]
    panel.set_findings((replace(FINDINGS[0], mends=("Sätt in Bo Lind",)),))
    assert not buttons["Låt stå"].isVisible()


def test_new_findings_leave_the_focus_where_it_is(window: QWidget) -> None:
    field = QLineEdit()
    panel = FindingsPanel(FINDINGS)
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(panel)
    field.show()
    panel.show()
    field.setFocus()
    panel.set_findings((*FINDINGS, FindingRow("c", Tone.INFO, "Justeras senast 28 maj.")))
    assert field.hasFocus()
    mend = next(b for b in panel.findChildren(Button) if b.text() == "Sätt in Bo Lind")
    mend.setFocus()
    panel.set_findings((FINDINGS[0],))
    assert mend.hasFocus()
    assert panel.count() == 1
    panel.set_collapsed(True)
    panel.set_findings(FINDINGS)
    assert panel.is_collapsed()


def test_panes_remember_their_sizes(window: QWidget) -> None:
    memory: dict[str, list[int]] = {}
    panes = SplitPane([QWidget(), QWidget()], [300, 300], name="arbetsyta", memory=memory, parent=window)
    panes.resize(601, 200)
    panes.show()
    handle = panes.handle(1)
    handle.setFocus()
    QTest.keyClick(handle, Qt.Key.Key_Right)
    moved = panes.sizes()
    assert moved[0] > 300
    assert memory["arbetsyta"] == moved
    again = SplitPane([QWidget(), QWidget()], [300, 300], name="arbetsyta", memory=memory, parent=window)
    again.resize(601, 200)
    again.show()
    assert again.sizes() == moved


def test_button_is_never_narrower_than_its_text_and_names_its_key(window: QWidget) -> None:
    button = Button("Reservation, alla som röstat nej", hint="R", parent=window)
    button.show()
    assert button.minimumSizeHint().width() > button.fontMetrics().horizontalAdvance(button.text())
    assert button.accessibleDescription() == "Tangent: R"
    assert Button(icon="trash", name="Ta bort", parent=window).accessibleName() == "Ta bort"


def test_of_a_long_kontroll_only_the_beginning_is_laid_out(qtbot: QtBot) -> None:
    rows = [FindingRow(str(n), Tone.LOOK, f"Ärende {n}: diarienummer saknas.") for n in range(40)]
    panel = FindingsPanel(rows)
    qtbot.addWidget(panel)
    panel.show()
    (more,) = [b for b in panel.findChildren(Button) if b.text() == "Visa alla 40"]
    assert panel.count() == 40
    assert sum("diarienummer saknas" in label.text() for label in panel.findChildren(QLabel)) < 40
    more.click()
    assert not more.isVisible()
    assert sum("diarienummer saknas" in label.text() for label in panel.findChildren(QLabel)) == 40


def test_a_wheel_over_a_choice_scrolls_the_page(qtbot: QtBot) -> None:
    combo = Combo(((1, "Ett"), (2, "Två")))
    qtbot.addWidget(combo)
    combo.setFocus()
    none = Qt.KeyboardModifier.NoModifier
    turned = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QGuiApplication.sendEvent(combo, turned)
    assert (combo.value(), turned.isAccepted()) == (1, False)


def test_every_row_of_an_opened_choice_is_in_sight(theme: Theme, qtbot: QtBot) -> None:
    chosen = Combo(tuple((n, f"Val {n}") for n in range(7)))
    qtbot.addWidget(chosen)
    chosen.show()
    chosen.showPopup()
    rows = chosen.view()
    last = rows.visualRect(rows.model().index(6, 0))
    assert last.height() >= 26
    assert rows.viewport().rect().contains(last)
    chosen.hidePopup()
