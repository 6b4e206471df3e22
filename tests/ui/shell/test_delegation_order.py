"""The delegationsordning in the window: typed by keyboard, changed from a day, looked at on another day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from namndstod.domain.delegation import Delegate, DelegatedDecision, DelegateKind, DelegationPoint
from namndstod.domain.findings import check
from namndstod.services.commands.delegation import AddDelegated, ReportDelegated
from namndstod.services.commands.delegation_order import AddPoint, ChangePoint
from namndstod.services.reading import bodies, meeting_view, meetings
from namndstod.ui.delegation.order_page import OrderView
from namndstod.ui.delegation.order_pane import DelegateRow, FindingNote
from namndstod.ui.delegation.register import DelegatedView
from namndstod.ui.lines import Line

from ..conftest import TypeText
from .conftest import House
from .test_small_screens import AT_150_PER_CENT, outside

SINCE = date(2026, 1, 1)


def shown(house: House) -> OrderView:
    house.main.delegation.show_order()
    view = house.main.views["delegated_order"]
    assert isinstance(view, OrderView)
    house.idle()
    return view


def point(house: House, number: str, text: str) -> DelegationPoint:
    body = house.session.ask(bodies, SINCE.replace(year=2027, month=5))[0].body.id
    return DelegationPoint(id="", body_id=body, number=number, position=0, text=text, valid_from=SINCE)


def points(house: House) -> list[DelegationPoint]:
    with house.session.reading() as reader:
        return reader.find(DelegationPoint)


def delegates(house: House) -> list[Delegate]:
    with house.session.reading() as reader:
        return reader.find(Delegate)


def words(view: OrderView) -> str:
    return "\n".join(label.text() for label in view.pane.findChildren(QLabel) if label.isVisible())


def test_a_point_and_its_delegates_are_typed(house: House, type_text: TypeText) -> None:
    def type_on(*texts: str) -> None:
        for text in texts:
            focus = house.frame.focusWidget()
            assert focus is not None
            type_text(focus, f"{text}\n")

    register = house.main.show_view("delegated")
    assert isinstance(register, DelegatedView)
    register.show_order()  # O
    view = shown(house)
    assert view.empty.isVisible()
    view.add_point()  # N
    type_on("3.2", "100 000", "2026-01-01", "", "Bevilja stöd.", "Mikrobidrag, Konsultstöd")
    QTest.keyClick(house.frame.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (made,) = points(house)
    assert (made.number, made.max_amount, made.valid_from) == ("3.2", 100_000, SINCE)
    assert made.kinds == ("Mikrobidrag", "Konsultstöd")
    house.idle()
    form = view.pane.delegate_form
    assert form.isVisible()  # who decides comes next
    form.kind.set_value(DelegateKind.MANAGER)
    type_on("Förvaltningschef", "Tor Bergqvist")
    form.accept()
    house.idle()
    row = view.pane.findChild(DelegateRow)
    assert row is not None
    row.pass_on.click()
    type_text(form.title, "Enhetschef")
    form.accept()
    manager, passed_on = delegates(house)
    assert (manager.kind, manager.name, passed_on.given_by) == (
        DelegateKind.MANAGER,
        "Tor Bergqvist",
        manager.id,
    )
    assert manager.valid_from == SINCE  # the first has it as long as the point is there
    assert passed_on.valid_from == house.session.today
    house.idle()
    assert "↳ Enhetschef" in words(view)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert house.main.current() == "delegated"


def test_a_change_from_a_day_leaves_what_was(house: House) -> None:
    house.session.do(AddPoint(point(house, "3.2", "Bevilja stöd.")))
    view = shown(house)
    view.change_point()  # Enter
    view.pane.form.text.setPlainText("Bevilja bidrag.")
    view.pane.form.from_day.set_date(date(2027, 3, 1))
    view.pane.form.accept()
    house.idle()
    assert [p.text for p in sorted(points(house), key=lambda p: p.valid_from)] == [
        "Bevilja stöd.",
        "Bevilja bidrag.",
    ]
    lines = [line.text() for line in view.pane.history_card.findChildren(Line) if line.isVisible()]
    assert lines == ["från 2027-03-01", "2026-01-01–2027-02-28"]
    view.show_day(date(2027, 2, 1))
    assert "Bevilja stöd." in words(view)
    view.show_day(date(2025, 1, 1))
    assert view.points.item_model().rowCount() == 0
    assert not view.pane.point_card.isVisible()


def test_what_may_not_be_delegated_is_told_where_it_stands(house: House) -> None:
    group = Delegate(
        id="", point_id="", position=0, kind=DelegateKind.GROUP, title="Bidragsgruppen", valid_from=SINCE
    )
    house.session.do(AddPoint(point(house, "3.2", "Besvara medborgarförslag."), (group,)))
    view = shown(house)
    notes = view.pane.findChildren(FindingNote)
    assert [note.accept.isVisible() for note in notes] == [True, False]
    assert "KL 6 kap. 38 §" in words(view)
    assert "KL 6 kap. 37 § och 7 kap. 5 §" in words(view)
    notes[0].accept.click()
    notes[0].reasons.buttons[0].click()
    house.idle()
    assert points(house)[0].waived
    assert "(godtaget:" in words(view)


def test_it_fits_at_150_per_cent(house: House) -> None:
    house.session.do(AddPoint(point(house, "3.2", "Bevilja stöd till företag. " * 6)))
    stored = points(house)[0]
    house.session.do(ChangePoint(stored, date(2027, 3, 1)))
    house.frame.resize(QSize(AT_150_PER_CENT))
    view = shown(house)
    for step in (view.change_point, view.add_delegate, view.end_point):
        step()
        house.idle()
        house.qtbot.waitUntil(lambda: outside(house.main, house.frame) == [])


def test_what_is_not_reported_leads_from_kontroll_to_the_decisions(house: House) -> None:
    house.session.do(AddPoint(point(house, "9.9", "Annat.")))
    body = points(house)[0].body_id
    waiting = DelegatedDecision(
        id="", body_id=body, position=0, diary_number="27SK5", point="3.2", decided_on=date(2027, 5, 1)
    )
    reported = replace(waiting, diary_number="27SK6")
    house.session.do(AddDelegated(body, (waiting, reported)))
    meeting = house.session.ask(meetings)[0].meeting.id
    with house.session.reading() as reader:
        second = reader.find(DelegatedDecision, diary_number="27SK6")[0]
    house.session.do(ReportDelegated(meeting, (second.id,)))
    view = house.session.ask(meeting_view, meeting)
    found = {f.code: f.place for f in check(view, house.session.today)}
    house.main.open_meeting(meeting)
    assert house.main.workspace is not None
    house.main.workspace.go_to(found["delegated_not_allowed"])
    assert house.main.current() == "meeting"
    house.main.workspace.go_to(found["delegated_not_recorded"])
    assert house.main.current() == "delegated"
