"""The watch list on Översikt."""

from datetime import date

from PySide6.QtWidgets import QApplication

from namndstod.domain.proceedings import Assignment
from namndstod.services.commands.remarks import AddAssignment, FinishAssignment
from namndstod.services.commands.sitting import OpenMeeting
from namndstod.services.reading import meeting_view, meetings
from namndstod.ui.assignments import SHOWN, AssignmentsCard

from .conftest import House


def given(house: House, *tasks: tuple[str, date | None]) -> None:
    """Open the meeting and give these uppdrag in its first §."""
    meeting = house.session.ask(meetings)[0].meeting.id
    view = house.session.ask(meeting_view, meeting)
    house.session.do(OpenMeeting(meeting, tuple(m.person_id for m in view.members)))
    section = house.session.ask(meeting_view, meeting).sections[0].section.id
    for what, due in tasks:
        house.session.do(AddAssignment(section, "Förvaltningen", what, due))


def card(house: House) -> AssignmentsCard | None:
    """The card as it is now."""
    view = house.main.show_view("overview")
    house.idle()
    QApplication.processEvents()
    shown = [c for c in view.findChildren(AssignmentsCard) if c.isVisible()]
    return shown[-1] if shown else None


def test_an_uppdrag_is_watched_until_it_is_done_with_one_click(house: House) -> None:
    assert card(house) is None
    given(house, ("Utreda kajen", None), ("Svara rederiet", date(2027, 5, 6)))
    shown = card(house)
    assert shown is not None
    late, undated = shown.rows
    assert late.line.accessibleName().startswith("6 maj, sen, Svara rederiet (Förvaltningen)")
    assert undated.line.accessibleName().startswith("utan dag, Utreda kajen")
    late.done.click()
    (task,) = [t for t in _stored(house) if t.what == "Svara rederiet"]
    assert task.done == house.session.today
    shown = card(house)
    assert shown is not None
    assert [row.done.accessibleName() for row in shown.rows] == ["Fullgjort: Utreda kajen (Förvaltningen)"]
    house.session.undo()
    again = card(house)
    assert again is not None
    assert len(again.rows) == 2
    house.session.do(FinishAssignment(task.id, house.session.today))


def test_an_uppdrag_leads_to_where_it_was_given(house: House) -> None:
    given(house, ("Utreda kajen", date(2027, 6, 1)))
    shown = card(house)
    assert shown is not None
    shown.rows[0].line.click()
    house.idle()
    assert house.main.workspace is not None
    assert house.main.workspace.meeting_id == house.session.ask(meetings)[0].meeting.id


def test_a_long_list_says_how_many_more_there_are(house: House) -> None:
    given(house, *((f"Uppdrag {n}", None) for n in range(SHOWN + 3)))
    shown = card(house)
    assert shown is not None
    assert len(shown.rows) == SHOWN


def _stored(house: House) -> list[Assignment]:
    with house.session.reading() as reader:
        return list(reader.find(Assignment))
