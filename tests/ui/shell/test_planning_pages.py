"""The pages that Sammanträden leads to, in the whole window."""

from datetime import date, time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from namndstod.domain.archive import ArchivedMinutes
from namndstod.services.reading import meeting_view, meetings
from namndstod.services.session import Session
from namndstod.ui.archive import ArchivedView, OldMinutesView
from namndstod.ui.kit.item_model import ItemRole
from namndstod.ui.meetings import MeetingsView
from namndstod.ui.new_meeting import NewMeeting
from namndstod.ui.year_plan import YearPlanView

from .conftest import House

CONTROL = Qt.KeyboardModifier.ControlModifier


def take(house: House, words: str) -> None:
    """Choose what «Sök eller gör» finds first."""
    house.main.show_palette()
    house.idle()
    palette = house.main._palette
    assert palette is not None
    palette.field.setText(words)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)


def days(session: Session, year: int) -> list[date]:
    return sorted(s.meeting.day for s in session.ask(meetings) if s.meeting.day.year == year)


def test_a_year_is_planned_looked_through_and_put_in_at_once(house: House) -> None:
    take(house, "årsplan")
    page = house.main.views["year_plan"]
    assert isinstance(page, YearPlanView)
    assert (page.rhythm.ordinal.value(), page.rhythm.weekday.value()) == (2, 4)  # as the meeting of 14 May
    page.year.set_value(2028)
    page.propose()
    page.rows.finish()
    rows = page.rows.shown()
    assert len(rows) == 11  # not July
    april = rows[3]
    assert april.day.date() == date(2028, 4, 21)
    assert april.remark.text().replace("\u00a0", " ") == (
        "Flyttat från 14 april, långfredagen; kallelsen ska ut på långfredagen"
    )
    assert april.call.text().replace("\u00a0", " ") == "fre 14 april"

    april.day._line.setText("2028-04-20")
    april.day._read()
    rows[0].take_in.click()
    rows[1].starts.set_time(time(13))
    page.rhythm.months[7].click()  # August is left out; what was changed stays
    page.propose()
    assert page.rows.shown()[3].day.date() == date(2028, 4, 20)
    assert page.store.text().replace("\u00a0", " ") == "Lägg in 9 sammanträden"
    QTest.keyClick(page, Qt.Key.Key_Return, CONTROL)

    session = house.session
    assert days(session, 2028)[:3] == [date(2028, 2, 11), date(2028, 3, 10), date(2028, 4, 20)]
    assert len(days(session, 2028)) == 9
    february = next(s.meeting for s in session.ask(meetings) if s.meeting.day == date(2028, 2, 11))
    assert (february.starts, february.ends, february.place) == (time(13), time(15), "Sal Linden")
    view = house.main.views["meetings"]
    assert isinstance(view, MeetingsView)
    assert view.table.table_model().rowCount() == 9
    view.dates.copy_dates()
    assert QGuiApplication.clipboard().text().startswith("Skärnämnden\nfredag 11")
    view.dates.write(house.folder / "år.ics", deadlines=True)
    house.idle()
    assert (house.folder / "år.ics").read_bytes().count(b"BEGIN:VEVENT") == 27

    house.main.undoing.undo()
    assert days(session, 2028) == []


def test_a_meeting_is_copied_from_its_own_page(house: House) -> None:
    session = house.session
    meeting = session.ask(meetings)[0].meeting
    house.main.open_meeting(meeting.id, "call", "meeting")
    assert house.main.workspace is not None
    house.main.workspace.call.meeting_form.copy.click()
    sheet = house.sheet(NewMeeting)
    assert sheet._day.date() == date(2027, 6, 11)
    assert sheet._about.text().replace("\u00a0", " ") == (
        "Fredag 11 juni 2027 · kallelse senast 4 juni · justering senast 25 juni"
    )
    assert [sheet._items.item(n).text() for n in range(sheet._items.count())] == [
        "Bidrag till hamnen",
        "Remiss om färjor",
    ]
    assert sheet.chosen_items() == ()
    sheet._items.item(1).setCheckState(Qt.CheckState.Checked)
    sheet.accept()
    made = max(session.ask(meetings), key=lambda s: s.meeting.day).meeting
    titles = [i.item.title for i in session.ask(meeting_view, made.id).items]
    assert titles == ["Protokollsjustering", "Information", "Remiss om färjor", "Anmälningsärenden"]
    assert house.main.current() == "meeting"


MINUTES = """Skärnämnden

Protokoll
{head}

§ 82 Protokollsjustering

Beslut
Skärnämnden beslutar
att utse Åsa Öberg (KD) att justera.

§ {number} {title} (18SK12)

Sammanfattning
Den behöver rustas.

Beslut
Skärnämnden beslutar
att bevilja 40 000 kronor.
"""


def test_old_minutes_are_read_mended_kept_found_and_opened(house: House, tmp_path: Path) -> None:
    folder = tmp_path / "gamla"
    folder.mkdir()
    dated = MINUTES.format(head="Sammanträdesdatum 2018-11-28", number=83, title="Bidrag till bryggan")
    undated = MINUTES.format(head="", number=95, title="Fyrarnas skötsel")
    (folder / "a.txt").write_text(dated, "utf-8")
    (folder / "b.txt").write_text(undated, "utf-8")
    take(house, "läs in äldre")
    page = house.main.views["old_minutes"]
    assert isinstance(page, OldMinutesView)
    page.read([folder])
    house.idle()
    assert page.store.text().replace("\u00a0", " ") == "Lägg 1 protokoll i arkivet"
    assert page.page.name.text() == "b.txt"  # what is unclear is shown first
    assert "vilken dag" in page.page.doubts.text()
    page.page.day._line.setText("2018-12-12")
    page.page.day._read()
    assert page.store.text().replace("\u00a0", " ") == "Lägg 2 protokoll i arkivet"
    page.take_in()
    house.idle()
    with house.session.reading() as reader:
        assert len(reader.find(ArchivedMinutes)) == 2
    view = house.main.views["meetings"]
    assert isinstance(view, MeetingsView)
    assert view.table.table_model().rowCount() == 2  # the archived ones alone

    take(house, "§ 83 bryggan")
    kept = house.main.views["archived"]
    assert isinstance(kept, ArchivedView)
    assert house.main.rail.current() == "meetings"
    assert kept.heading.text() == "§\u00a083 Bidrag till bryggan"
    assert kept.decision.text() == "Skärnämnden beslutar\n\natt bevilja 40 000 kronor."
    assert "Den behöver rustas." in kept.text.text()
    kept.secret.click()
    assert kept.sections.item_model().index(1).data(ItemRole.TITLE) == "Ärende med sekretess"
    kept.remove()
    QApplication.sendPostedEvents()
    assert house.main.current() == "meetings"
    assert house.shell.toast.text() == "Protokollet är borttaget ur arkivet."
