"""The views of the rail: they show what is stored, store what is changed, and follow undo."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from namndstod.domain.findings import Step
from namndstod.domain.records import MatterKind, Meeting, MeetingState, PartyOrder, Role, SectionOrder
from namndstod.services.commands.meetings import PlanMeeting
from namndstod.services.commands.register import ChangeTerm, CreateBody
from namndstod.services.reading import bodies, mandates, matters, meetings
from namndstod.ui.kit.basics import Button, Card
from namndstod.ui.kit.tokens import Tone
from namndstod.ui.lines import Line, add_lines
from namndstod.ui.matters import MattersView
from namndstod.ui.meetings import MeetingsView
from namndstod.ui.member_sheets import EndSheet, MemberSheet
from namndstod.ui.overview import OverviewView
from namndstod.ui.palette import Palette
from namndstod.ui.register import RegisterView
from namndstod.ui.settings_view import SettingsView
from namndstod.ui.standing_items import ItemSheet

from .conftest import House


def words(view: object) -> str:
    assert isinstance(view, OverviewView)
    QApplication.sendPostedEvents()  # what was added to a layout is shown then
    labels = [w.text() for w in view.findChildren(QLabel) if w.isVisible()]
    lines = [w.accessibleName() for w in view.findChildren(Line) if w.isVisible()]
    return "\n".join((*labels, *lines)).replace("\u00a0", " ")


def test_overview_shows_the_next_meeting_and_what_is_due(house: House) -> None:
    view = house.main.show_view("overview")
    shown = words(view)
    assert "fredag 7 maj 2027 · vecka 18" in shown
    assert "Skärnämnden, fredag 14 maj kl. 10.00" in shown
    assert "Sal Linden · 5 ärenden" in shown
    assert "av 5" in shown
    assert "i dag, Kallelse till 14 maj, Skärnämnden" in shown

    line = next(w for w in view.findChildren(Line) if w.text().startswith("Kallelse"))
    line.click()
    assert house.main.current() == "meeting"
    assert house.main.workspace is not None
    assert house.main.workspace.place()[0] == "call"


def test_overview_is_read_once_when_it_is_shown_and_again_after_it_was_hidden(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[bool] = []
    reload = OverviewView.reload

    def counted(view: OverviewView) -> None:
        read.append(view.isVisible())
        reload(view)

    monkeypatch.setattr(OverviewView, "reload", counted)
    house.main.show_view("register")
    house.main.show_view("overview")
    assert len(read) == 1
    house.main.show_view("register")
    house.main.show_view("overview")  # pages may have been made meanwhile, or midnight have passed
    assert len(read) == 2


def test_overview_follows_a_change_made_elsewhere(house: House) -> None:
    house.main.show_view("overview")
    house.main.show_view("register")
    (body,) = house.session.ask(bodies, house.session.today)
    house.session.do(PlanMeeting(body.body.id, date(2027, 5, 10)))
    assert "måndag 10 maj" in words(house.main.show_view("overview"))


def test_meetings_are_filtered_opened_and_called_off(house: House) -> None:
    session = house.session
    (body,) = session.ask(bodies, session.today)
    session.do(PlanMeeting(body.body.id, date(2028, 2, 1)))
    other = session.do(CreateBody("Arbetsutskottet", body.body.kind, 3, date(2027, 1, 1))).result or ""
    session.do(PlanMeeting(other, date(2027, 6, 1)))
    view = house.main.show_view("meetings")
    assert isinstance(view, MeetingsView)
    assert view.table.table_model().rowCount() == 3
    view._year.set_value(2027)
    assert view.table.table_model().rowCount() == 2
    view._body.set_value(other)
    assert view.table.table_model().rowCount() == 1

    view._cancel.click()
    assert session.ask(meetings, other)[0].meeting.state is MeetingState.CANCELLED
    assert house.shell.toast.text() == "Sammanträdet är inställt."
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert house.main.current() == "meeting"


def test_an_arende_shows_its_meetings_and_leads_there(house: House) -> None:
    view = house.main.show_view("matters")
    assert isinstance(view, MattersView)
    house.idle()
    assert view.table.table_model().rowCount() == 2
    view._filter.setText("färj")
    assert view.table.table_model().rowCount() == 1
    QApplication.sendPostedEvents()
    line = next(w for w in view.findChildren(Line) if w.isVisible())
    assert "punkt\u00a04" in line.text()
    line.click()
    assert house.main.current() == "meeting"
    assert house.main.workspace is not None
    assert house.main.workspace.place()[1]


def test_a_clock_is_set_in_arenden_and_leads_there_from_the_overview(house: House) -> None:
    view = house.main.show_view("matters")
    assert isinstance(view, MattersView)
    house.idle()
    (motion,) = (m for m in house.session.ask(matters) if m.matter.diary_number == "27SK2")
    view.choose(motion.matter.id)
    clock = view.history.clock
    clock.kind.set_value(MatterKind.BILL)
    clock.kind.activated.emit(clock.kind.currentIndex())
    clock.received._line.setText("2026-06-01")
    clock.received._line.editingFinished.emit()
    house.idle()
    assert view.table.current_id() == motion.matter.id
    assert "den\u00a01\u00a0juni 2027" in clock._told.text()
    overview = house.main.show_view("overview")
    assert "Motion, ett år: Remiss om färjor" in words(overview)
    line = next(w for w in overview.findChildren(Line) if w.text().startswith("Motion"))
    view.table.set_current_id("")
    line.click()
    house.idle()
    assert house.main.current() == "matters"
    assert view.table.current_id() == motion.matter.id


def test_what_has_no_room_in_a_card_is_told_and_shown_when_asked_for(qtbot: QtBot) -> None:
    card = Card("Att bevaka")
    qtbot.addWidget(card)
    lines = [Line("i dag", Tone.MEND, f"Rad {number}") for number in range(5)]
    add_lines(card.body, lines, 3)
    card.show()
    assert [line.isVisible() for line in lines] == [True, True, True, False, False]
    (more,) = card.findChildren(Button)
    assert more.text() == "Visa 2 till"
    more.click()
    assert all(line.isVisible() for line in lines)
    assert not more.isVisible()
    assert card.focusWidget() is lines[3]


def names(house: House, *, substitutes: bool = False) -> list[str]:
    view = house.main.views["register"]
    assert isinstance(view, RegisterView)
    model = (view.substitutes if substitutes else view.members).table_model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def test_members_are_added_changed_moved_and_ended(house: House) -> None:
    view = house.main.show_view("register")
    assert isinstance(view, RegisterView)
    assert names(house) == ["Karin Ek", "Olle Sand", "Åsa Öberg", "Per Nyman"]
    view.add_member()
    sheet = house.sheet(MemberSheet)
    sheet._given.setText("Mia")
    sheet.accept()
    assert sheet.form.rows["surname"].error() == "Efternamn saknas."
    sheet._surname.setText("Frid")
    sheet.accept()
    assert names(house)[-1] == "Mia Frid"

    chosen = next(v for v in view._rows.values() if v.person.surname == "Frid")
    view.members.set_current_id(chosen.mandate.id)
    view.move_chosen(-1)
    assert names(house) == ["Karin Ek", "Olle Sand", "Åsa Öberg", "Mia Frid", "Per Nyman"]

    view.change_member()
    sheet = house.sheet(MemberSheet)
    sheet._party.setText("l")
    sheet.accept()
    (body,) = house.session.ask(bodies, house.session.today)
    everybody = house.session.ask(mandates, body.body.id, house.session.today)
    assert next(v for v in everybody if v.person.surname == "Frid").mandate.party == "L"

    view.end_mandate()
    end = house.sheet(EndSheet)
    end._last._line.setText("2026-01-01")
    end.accept()
    assert "innan det började" in end.form.rows["valid_to"].error()
    end._last._line.setText("2027-05-06")
    end.accept()
    assert "Mia Frid" not in names(house)
    for _ in range(4):
        house.main.undoing.undo()
    assert names(house) == ["Karin Ek", "Olle Sand", "Åsa Öberg", "Per Nyman"]


def settings(house: House) -> SettingsView:
    view = house.main.show_view("settings")
    assert isinstance(view, SettingsView)
    return view


def test_a_setting_is_stored_at_once_and_can_be_undone(house: House) -> None:
    view = settings(house)
    field = view.cards["body"].rows["seats"].field
    assert isinstance(field, QLineEdit)
    field.setText("noll")
    field.editingFinished.emit()
    assert "tal" in view.cards["body"].rows["seats"].error()
    field.setText("7")
    field.editingFinished.emit()
    assert house.session.ask(bodies, house.session.today)[0].term.seats == 7
    house.main.undoing.undo()
    assert field.text() == "5"


def test_a_later_day_leaves_the_earlier_term_alone(house: House) -> None:
    view = settings(house)
    view.since.set_date(date(2027, 7, 1))
    field = view.cards["body"].rows["seats"].field
    assert isinstance(field, QLineEdit)
    field.setText("9")
    field.editingFinished.emit()
    seats = [house.session.ask(bodies, day)[0].term.seats for day in (date(2027, 6, 30), date(2027, 7, 1))]
    assert seats == [5, 9]


def test_the_order_of_service_between_parties_is_written_as_lines(house: House) -> None:
    card = settings(house).cards["sitting"]
    field = card.rows["service_order"].field
    assert isinstance(field, QPlainTextEdit)

    def leave_with(text: str) -> tuple[PartyOrder, ...]:
        field.setPlainText(text)
        card._edited(card._fields["service_order"])
        return house.session.ask(bodies, house.session.today)[0].term.customs.service_order

    assert leave_with("MP S") == ()
    assert "kolon" in card.rows["service_order"].error()
    orders = (PartyOrder(party="MP", then=("S", "C")), PartyOrder(party="V", then=("S",)))
    assert leave_with("MP: S, C\n\n V : S, S ") == orders
    assert field.toPlainText() == "MP: S, C\nV: S"
    assert card.rows["service_order"].error() == ""


def test_the_customs_of_the_meeting_are_set(house: House) -> None:
    view = settings(house)
    for card in ("sitting", "minutes"):
        for key in ("remote_allowed", "keeps_balance", "digital_signing", "observers_may_speak"):
            box = view.cards[card]._editors.get(key)
            if box is not None:
                box.click()  # type: ignore[attr-defined]
                assert box.accessibleDescription()
    two = view.cards["minutes"].rows["approvers"].field
    two.setCurrentIndex(1)  # type: ignore[attr-defined]
    two.activated.emit(1)  # type: ignore[attr-defined]
    customs = house.session.ask(bodies, house.session.today)[0].term.customs
    assert (customs.remote_allowed, customs.keeps_balance, customs.observers_may_speak) == (True, True, True)
    assert (customs.digital_signing, customs.approvers) == (True, 2)
    name = view.cards["sitting"].rows["proposal_name"].field
    assert isinstance(name, QLineEdit)
    name.setText("")
    name.editingFinished.emit()
    assert house.session.ask(bodies, house.session.today)[0].term.customs.proposal_name == "förslaget"


def test_the_order_of_the_parts_shows_in_the_sketch(house: House) -> None:
    view = settings(house)
    combo = view.cards["minutes"].rows["section_order"].field
    combo.setCurrentIndex(1)  # type: ignore[attr-defined]
    combo.activated.emit(1)  # type: ignore[attr-defined]
    term = house.session.ask(bodies, house.session.today)[0].term
    assert term.customs.section_order is SectionOrder.DECISION_FIRST
    assert view.sketch.accessibleDescription().startswith("Beslut, Reservationer")


def test_standing_items_are_added_moved_and_taken_away(house: House) -> None:
    view = settings(house)

    def titles() -> list[str]:
        term = house.session.ask(bodies, house.session.today)[0].term
        return [item.title for item in term.customs.standard_items]

    view.items._open(None)
    sheet = house.sheet(ItemSheet)
    sheet.accept()
    assert sheet.form.rows["title"].error() == "Punkten behöver en rubrik."
    sheet._title.setText("Rapporter")
    sheet.accept()
    assert titles() == ["Protokollsjustering", "Information", "Anmälningsärenden", "Rapporter"]
    view.items.list.moveRequested.emit("3", 0)
    assert titles()[0] == "Rapporter"
    view.items.list.removeRequested.emit("0")
    assert titles() == ["Protokollsjustering", "Information", "Anmälningsärenden"]


def test_a_logo_must_be_a_picture(house: House, tmp_path: Path) -> None:
    view = settings(house)
    wrong = tmp_path / "logga.gif"
    wrong.write_bytes(b"GIF89a")
    view.logo.chosen.emit(str(wrong))
    assert "PNG eller JPEG" in house.shell.toast.text()
    assert house.session.ask(bodies, house.session.today)[0].term.customs.letterhead.logo is None


def test_a_light_colour_of_the_letterhead_is_darkened_and_a_word_says_so(house: House) -> None:
    def stored() -> str:
        return house.session.ask(bodies, house.session.today)[0].term.customs.letterhead.colour

    view = settings(house)
    view.colour.code.setText("ffd200")
    view.colour.code.editingFinished.emit()
    assert stored() == "#FFD200"
    assert "mörkare, #8C7300" in view.colour.note.text()
    view.colour.code.setText("gult")
    view.colour.code.editingFinished.emit()
    assert stored() == "#FFD200"
    house.main.undoing.undo()
    assert stored() == ""
    assert "svarta" in view.colour.note.text()


def test_backups_and_the_check_of_the_binder(house: House) -> None:
    view = settings(house)
    view.binder.backUpRequested.emit()
    house.idle()
    assert house.shell.toast.text() == "Säkerhetskopian är gjord."
    assert view.binder.table.table_model().index(0, 1).data() == "gjord av dig"
    view.binder.checkRequested.emit()
    house.idle()
    assert "Pärmen är hel" in view.binder._verdict.text()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("asa", "Sök ”asa” bland delegationsbesluten"),
        ("åsa", "Åsa Öberg (KD)"),
        ("27sk2", "27SK2 Remiss om färjor"),
        ("ny nä", "Ny nämnd"),
    ],
)
def test_the_palette_finds(house: House, typed: str, found: str) -> None:
    house.main.show_palette()
    palette = house.main.findChild(Palette)
    assert palette is not None
    house.idle()
    palette.field.setText(typed)
    first = palette.model.entry(0)
    assert (first.text if first else "") == found
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_the_palette_says_that_nothing_was_found(house: House) -> None:
    house.main.show_palette()
    house.idle()
    palette = house.main.findChild(Palette)
    assert palette is not None
    for typed, none in (("finns inte", True), ("färjor", False)):
        palette.field.setText(typed)
        house.idle()
        assert palette.nothing.isVisible() is none


def test_the_palette_leads_to_an_arende(house: House) -> None:
    house.main.show_palette()
    house.idle()
    palette = house.main.findChild(Palette)
    assert palette is not None
    palette.field.setText("färjor")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert house.main.current() == "meeting"
    assert house.session.ask(lambda reader: reader.count(Meeting)) == 1


def test_the_palette_closes_at_a_click_beside_it(house: House) -> None:
    house.main.show_palette()
    palette = house.main.findChild(Palette)
    assert palette is not None
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.RightButton)
    assert palette.isVisible()
    QTest.mouseClick(house.main.rail, Qt.MouseButton.LeftButton)
    assert not palette.isVisible()


class Windows(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_nothing_flickers_while_a_meeting_is_opened(house: House, qapp: QApplication) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)
    meeting = house.session.ask(meetings)[0].meeting.id
    for step in Step:
        house.main.open_meeting(meeting, step.value)
    qapp.removeEventFilter(windows)
    assert windows.shown == []


def test_a_personal_ersattare_and_an_observer_are_entered(house: House) -> None:
    body = house.session.ask(bodies, house.session.today)[0]
    customs = replace(body.term.customs, personal_substitutes=True)
    house.session.do(ChangeTerm(replace(body.term, customs=customs)))
    view = house.main.show_view("register")
    assert isinstance(view, RegisterView)
    member = house.session.ask(mandates, body.body.id)[0].person
    for surname, role, whose in (("Nygren", Role.SUBSTITUTE, member.id), ("Tysk", Role.OBSERVER, "")):
        view.add_member()
        sheet = house.sheet(MemberSheet)
        sheet._surname.setText(surname)
        sheet._role.set_value(role)
        sheet._personal.set_value(whose)
        sheet.accept()
    found = {v.person.surname: v.mandate for v in house.session.ask(mandates, body.body.id)}
    assert found["Nygren"].personal_for == member.id
    assert found["Tysk"].role is Role.OBSERVER
    assert "med närvarorätt" in view._substitute_count.text()
