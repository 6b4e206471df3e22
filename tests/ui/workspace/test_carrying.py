"""Ärenden that come from earlier meetings, go on to the body above, and have a clock: in the window."""

from datetime import date, time, timedelta

from PySide6.QtCore import Qt

from namndstod.domain.findings import check
from namndstod.domain.records import BlockKind, BodyKind, ItemKind, MatterKind, Outcome, TextRole
from namndstod.domain.texts import Draft
from namndstod.services.commands.agenda import AddItem
from namndstod.services.commands.meetings import PlanMeeting
from namndstod.services.commands.register import CreateBody
from namndstod.services.commands.sitting import Decide, OpenMeeting
from namndstod.services.commands.texts import WriteText
from namndstod.services.reading import meeting_view
from namndstod.ui.workspace.call_step import MEETING
from namndstod.ui.workspace.passing_card import PassingCard

from .conftest import DAY, Room

CTRL = Qt.KeyboardModifier.ControlModifier


def bordlagt(room: Room, *titles: str) -> None:
    """An earlier meeting at which these ärenden were bordlagda."""
    do = room.session.do
    earlier = do(
        PlanMeeting(room.view.body.id, DAY - timedelta(days=30), time(10), place="Sal Linden")
    ).result
    for number, title in enumerate(titles, 90):
        do(AddItem(earlier or "", title, ItemKind.DECISION, f"27SK{number}"))
    do(OpenMeeting(earlier or "", (room.person("Ek"),), (), time(10)))
    for section in room.session.ask(meeting_view, earlier or "").sections[-len(titles) :]:
        do(Decide(section.section.id, Outcome.TABLED))


def test_what_waits_comes_onto_the_list_with_one_key(room: Room) -> None:
    card = room.space.call.meeting_form.waiting
    assert card.isHidden()
    bordlagt(room, "Isvägar", "Fyrar")
    room.space.open_meeting(room.meeting_id)
    room.space.call.choose(MEETING)
    assert not card.isHidden()
    assert [row.add.accessibleName() for row in card.rows] == [
        "Lägg till Isvägar på listan",
        "Lägg till Fyrar på listan",
    ]
    card.rows[1].add.click()
    assert [w.title for w in card.found] == ["Isvägar"]
    assert card.all.isHidden()
    room.space.call.list.setFocus()
    room.press(Qt.Key.Key_F4)
    assert card.isHidden()
    titles = [i.item.title for i in room.view.items]
    assert {"Isvägar", "Fyrar"} <= set(titles)
    text, words, act = room.toasts[-1]
    assert (text.split(" står")[0], words) == ("”Isvägar”", "Ångra")
    assert act is not None
    act()
    room.space.call.choose(MEETING)
    assert [w.title for w in card.found] == ["Isvägar"]
    room.space.call.choose(room.item("Fyrar").item.id)
    shown = room.space.call.item_form._origin
    assert shown.text() == f"Bordlagt {(DAY - timedelta(days=30)).isoformat()}"
    assert not shown.isHidden()


def test_a_remiss_gets_its_svarsdag_and_kontroll_says_that_it_is_late(room: Room) -> None:
    form = room.space.call.item_form
    room.space.call.choose(room.item("Remiss om färjor").item.id)
    clock = form.clock
    assert clock.rows["answer_by"].isHidden()
    clock.kind.set_value(MatterKind.REFERRAL)
    clock.kind.activated.emit(clock.kind.currentIndex())
    assert not clock.rows["answer_by"].isHidden()
    clock.answer_by._line.setText("2027-05-07")
    clock.answer_by._line.editingFinished.emit()
    matter = room.item("Remiss om färjor").matter
    assert matter is not None
    assert (matter.kind, matter.answer_by) == (MatterKind.REFERRAL, date(2027, 5, 7))
    (late,) = (f for f in check(room.view, DAY) if f.code == "matter_late")
    room.space.call.choose(MEETING)
    room.space.go_to(late.place)
    assert clock.answer_by._line.hasFocus()
    clock.kind.set_value(MatterKind.ORDINARY)
    clock.kind.activated.emit(clock.kind.currentIndex())
    assert not [f for f in check(room.view, DAY) if f.code == "matter_late"]


def test_a_proposal_goes_on_to_the_body_above_from_the_meeting_and_from_the_minutes(room: Room) -> None:
    do = room.session.do
    above = do(CreateBody("Regionfullmäktige", BodyKind.ASSEMBLY, 5, date(2027, 1, 1))).result or ""
    item = room.item("Bidrag till hamnen").item.id
    line = Draft(BlockKind.DECIDER, "Skärnämnden föreslår regionfullmäktige besluta")
    do(WriteText(TextRole.PROPOSAL, (line, Draft(BlockKind.CLAUSE, "bevilja det.", 1)), item_id=item))
    do(OpenMeeting(room.meeting_id, (room.person("Ek"),), (), time(10)))
    section = room.section("Bidrag till hamnen").section.id
    room.space.open_meeting(room.meeting_id, "meeting", section)
    live = room.space.sitting.live
    card: PassingCard = live.page.passing
    assert card.isHidden()
    live.focus_list()
    room.press(Qt.Key.Key_F5)
    live.choose(section)
    assert not card.isHidden()
    assert card.pass_on.isHidden()  # fullmäktige has no meeting to come
    there = do(PlanMeeting(above, DAY + timedelta(days=20))).result or ""
    room.space.open_meeting(room.meeting_id, "meeting", section)
    live.focus_list()
    room.press(Qt.Key.Key_U, CTRL)
    (passed,) = room.session.ask(meeting_view, there).items
    assert [d.text for d in passed.text(TextRole.PROPOSAL)] == ["Regionfullmäktige beslutar", "bevilja det."]
    assert card.pass_on.isHidden()
    room.session.undo()
    room.idle()
    assert not card.pass_on.isHidden()
    room.space.open_meeting(room.meeting_id, "minutes", section)
    minutes = room.space.minutes
    minutes.entered()
    room.press(Qt.Key.Key_U, CTRL)
    assert not minutes.page.passing.look.isHidden()
    minutes.page.passing.look.click()
    assert room.space.meeting_id == there
