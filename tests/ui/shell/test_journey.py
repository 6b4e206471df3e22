"""From nothing to a planned meeting, undone and done again, and back where one was after a restart."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from namndstod.domain.records import Meeting, Role
from namndstod.services.reading import bodies, mandates, meetings
from namndstod.ui.member_sheets import BodySheet, PasteSheet
from namndstod.ui.new_meeting import NewMeeting
from namndstod.ui.start_view import NewBinder, StartView

from .conftest import House

LIST = "Ledamöter\nKarin Ek (S), ordförande\nÅsa Öberg (KD)\nOläsligt\n\nErsättare\nTova Lind (S)"


def test_from_an_empty_binder_to_a_planned_meeting(empty_house: House, tmp_path: Path) -> None:
    house = empty_house
    start = house.frame.centralWidget()
    assert isinstance(start, StartView)

    start.new_binder()
    sheet = house.sheet(NewBinder)
    sheet.accept()
    assert sheet.form.rows["name"].error() == "Pärmen behöver ett namn."
    sheet.name.setText("Kulturnämnden")
    sheet.folder.setText(str(tmp_path / "ny"))
    sheet.accept()
    house.idle()
    assert list((tmp_path / "ny").glob("*.namndstod"))
    assert house.main.rail.current() == "overview"

    house.main.new_body()
    body_sheet = house.sheet(BodySheet)
    body_sheet.accept()
    assert body_sheet.form.rows["name"].error() == "Nämnden behöver ett namn."
    body_sheet._name.setText("Kulturnämnden")
    body_sheet._seats.setText("tre")
    body_sheet.accept()
    assert "siffror" in body_sheet.form.rows["seats"].error()
    body_sheet._seats.setText("3")
    body_sheet.accept()
    (body,) = house.session.ask(bodies, house.session.today)
    assert (body.term.name, body.term.seats) == ("Kulturnämnden", 3)

    house.main.paste_members()
    paste = house.sheet(PasteSheet)
    paste.text.setPlainText(LIST)
    paste.read()
    assert "Oläsligt" in paste._unclear.text()
    paste.accept()
    found = house.session.ask(mandates, body.body.id, house.session.today)
    assert [m.person.name for m in found] == ["Karin Ek", "Åsa Öberg", "Tova Lind"]
    assert [m.mandate.role for m in found] == [Role.CHAIR, Role.MEMBER, Role.SUBSTITUTE]

    house.main.new_meeting()
    meeting = house.sheet(NewMeeting)
    meeting.accept()
    assert meeting.form.rows["day"].error() == "Skriv vilken dag sammanträdet är."
    meeting._day._line.setText("14 juni 2027")
    meeting._place.setText("Sal Linden")
    meeting.accept()
    (planned,) = house.session.ask(meetings)
    assert (planned.meeting.day.isoformat(), planned.meeting.place, planned.items) == (
        "2027-06-14",
        "Sal Linden",
        3,
    )
    assert house.main.current() == "meeting"
    assert house.main.rail._saved.text().startswith("sparat ")


def test_undo_reaches_across_views_and_says_what_it_took_back(house: House) -> None:
    main = house.main
    main.new_meeting()
    sheet = house.sheet(NewMeeting)
    sheet._day._line.setText("2027-06-14")
    sheet.accept()
    made = {s.meeting.id for s in house.session.ask(meetings)}
    assert len(made) == 2
    assert main.current() == "meeting"

    QTest.keyClick(main, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert house.shell.toast.text() == "Ångrade: nytt sammanträde"
    assert len(house.session.ask(meetings)) == 1
    assert main.current() == "meetings"  # what was open is no more

    house.shell.toast._action.click()
    assert house.shell.toast.text() == "Gjorde om: nytt sammanträde"
    assert {s.meeting.id for s in house.session.ask(meetings)} == made


def test_nothing_to_undo_is_said(empty_house: House, tmp_path: Path) -> None:
    empty_house.shell.create(tmp_path / "ny", "Tom", "Ada")
    empty_house.idle()
    empty_house.main.undoing.undo()
    assert empty_house.shell.toast.text() == "Det finns inget att ångra."


def test_the_program_opens_where_it_was(house: House) -> None:
    meeting = house.session.ask(meetings)[0].meeting
    view = house.main.session.ask(_items, meeting.id)
    house.main.open_meeting(meeting.id, "papers", view[1])
    place = house.main.workspace.place() if house.main.workspace else None
    assert place is not None
    assert place[0] == "papers"
    house.stop()

    house.start()
    assert house.main.current() == "meeting"
    assert house.main.workspace is not None
    assert house.main.workspace.meeting_id == meeting.id
    assert house.main.workspace.place() == place
    house.main.show_view("settings")
    house.stop()

    house.start()
    assert house.main.current() == "settings"


def _items(reader: object, meeting_id: str) -> list[str]:
    from namndstod.services.reading import meeting_view

    return [i.item.id for i in meeting_view(reader, meeting_id).items]  # type: ignore[arg-type]


def test_a_binder_that_was_closed_by_hand_is_not_opened_by_itself(house: House, binder: Path) -> None:
    house.shell.close_binder()
    assert isinstance(house.frame.centralWidget(), StartView)
    house.stop()

    house.start()
    assert isinstance(house.frame.centralWidget(), StartView)
    assert house.memory.recent == (binder,)


def test_what_is_typed_is_stored_when_the_window_closes(house: House, binder: Path) -> None:
    settings = house.main.show_view("settings")
    field = settings.cards["body"].rows["short_name"].field  # type: ignore[attr-defined]
    field.setFocus()
    field.selectAll()
    field.insert("skärnämnden")
    field.setModified(True)
    house.stop()

    house.start()
    (body,) = house.session.ask(bodies, house.session.today)
    assert body.term.short_name == "skärnämnden"
    assert house.session.ask(lambda reader: reader.count(Meeting)) == 1
