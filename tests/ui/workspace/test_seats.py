"""The seats during the meeting, by keyboard: who comes, goes, is jävig, leads or takes part on distance."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from namndstod.domain.findings import Step, check
from namndstod.domain.records import Anchor, PresenceKind, TextRole
from namndstod.services.commands.presence import TakeRoll
from namndstod.services.commands.sitting import OpenMeeting
from namndstod.ui.kit.item_model import ItemRole, ItemRow
from namndstod.ui.kit.tokens import Tone
from namndstod.ui.workspace.seats import Seats

from ..conftest import TypeText
from .conftest import Room

SHIFT = Qt.KeyboardModifier.ShiftModifier
FIRST = "Bidrag till hamnen"
SECOND = "Remiss om färjor"


@pytest.fixture
def going(room: Room) -> Room:
    """An open meeting at «Bidrag till hamnen»; both ersättare are in the room."""
    present = tuple(m.person_id for m in (*room.view.members, *room.view.substitutes))
    room.session.do(OpenMeeting(room.meeting_id, present, at=time(10)))
    room.space.show_step(Step.MEETING, by_person=True)
    room.space.sitting.choose(room.section(FIRST).section.id)
    return room


def seats(room: Room) -> Seats:
    return room.space.sitting.live.seats


def at(room: Room, surname: str) -> None:
    """F6, and to a person with the arrow keys."""
    room.press(Qt.Key.Key_F6)
    wanted = room.person(surname)
    for _ in range(10):
        room.press(Qt.Key.Key_Up)
    while seats(room).list.current_id() != wanted:
        before = seats(room).list.current_id()
        room.press(Qt.Key.Key_Down)
        assert seats(room).list.current_id() != before


def serving(room: Room, heading: str) -> dict[str, str]:
    """Surname of the ledamot → surname of who sits there, where it is somebody else."""
    people, here = room.view.people, room.section(heading).presence
    return {people[s.seat_of].surname: people[s.person_id].surname for s in here.serving if s.is_substitute}


def row(room: Room, surname: str) -> ItemRow:
    model = seats(room).list.item_model()
    rows: list[ItemRow] = [model.index(n).data(ItemRole.ROW) for n in range(model.rowCount())]
    return next(r for r in rows if r.id == room.person(surname))


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


def pills(room: Room, surname: str) -> list[str]:
    return [pill.text for pill in row(room, surname).pills]


def test_who_goes_is_replaced_by_the_next_in_turn_and_the_same_key_takes_it_back(going: Room) -> None:
    at(going, "Nyman")
    going.press(Qt.Key.Key_Space)
    assert serving(going, FIRST) == {"Nyman": "Lind"}
    assert serving(going, "Information") == {}
    assert row(going, "Nyman").note == "ers. Tova Lind"
    assert row(going, "Lind").note == "för Per Nyman"
    assert seats(going).editor._why.text() == "Nästa i tur för S i valordning"
    assert seats(going).editor.go.text() == "Kommer"
    going.press(Qt.Key.Key_Space)
    assert going.section(FIRST).events == ()
    assert going.section(FIRST).presence.serves(going.person("Nyman"))


def test_who_goes_after_a_klubbad_section_comes_back_in_a_later_one(going: Room) -> None:
    going.space.sitting.live.focus_list()
    going.press(Qt.Key.Key_F5)
    going.press(Qt.Key.Key_Up)
    at(going, "Frid")
    assert seats(going).editor.anchor() is Anchor.AFTER
    going.press(Qt.Key.Key_Space)
    assert going.section(FIRST).presence.serves(going.person("Frid"))
    assert serving(going, SECOND) == {"Frid": "Gran"}
    assert seats(going).editor.go.text() == "Kommer"
    going.space.sitting.choose(going.section(SECOND).section.id)
    going.press(Qt.Key.Key_Space)
    assert serving(going, SECOND) == {}


def test_another_is_chosen_and_the_reason_is_kept(going: Room, type_text: TypeText) -> None:
    at(going, "Nyman")
    going.press(Qt.Key.Key_Space)
    editor = seats(going).editor
    assert not editor._reason.isVisible()
    going.press(Qt.Key.Key_T)
    assert editor.serve.view().isVisible()
    editor.serve.view().hide()
    editor.serve.hidePopup()
    assert [plain(editor.serve.itemText(n)) for n in range(editor.serve.count())] == [
        "Tova Lind (S)", "Bo Gran (M), utanför ordningen",
    ]  # fmt: skip
    editor.serve.set_value(going.person("Gran"))
    editor.serve.activated.emit(1)
    assert serving(going, FIRST) == {"Nyman": "Gran"}
    assert "order_of_service" in [f.code for f in check(going.view, going.session.today)]
    assert editor._reason.isVisible()
    editor.reason.setFocus()
    type_text(editor.reason, "var inte på plats")
    going.press(Qt.Key.Key_Return, widget=editor.reason)
    event = going.view.events[-1]
    assert (event.kind, event.reason) == (PresenceKind.SERVES_FOR, "var inte på plats")
    assert "order_of_service" not in [f.code for f in check(going.view, going.session.today)]
    assert QApplication.focusWidget() is seats(going).list
    assert editor._why.text().endswith("Skäl: var inte på plats")


def test_j_takes_a_jav_out_with_ersattare_and_new_chair_and_back_again(going: Room) -> None:
    at(going, "Ek")
    going.press(Qt.Key.Key_J)
    here = going.section(FIRST).presence
    assert here.recused == {going.person("Ek")}
    assert serving(going, FIRST) == {"Ek": "Lind"}
    assert here.chair == going.person("Sand")
    assert (pills(going, "Ek"), pills(going, "Sand")) == (["jäv"], ["leder"])
    assert plain(going.space.sitting._leader.text()) == "leder: Olle Sand (C)"
    assert going.section(SECOND).presence.chair == going.person("Ek")
    going.press(Qt.Key.Key_J)
    assert going.section(FIRST).events == ()
    assert plain(going.space.sitting._leader.text()) == "ordf. Karin Ek (S)"


def test_jav_is_announced_for_coming_sections_always_seen_and_taken_out_by_one_key(going: Room) -> None:
    live = going.space.sitting.live
    going.space.sitting.choose(going.section("Protokollsjustering").section.id)
    at(going, "Öberg")
    going.press(Qt.Key.Key_J, SHIFT)
    assert QApplication.focusWidget() is seats(going).form.list
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        going.press(key)
    assert going.view.events[-1].kind is not PresenceKind.ANNOUNCES_RECUSAL  # not before Enter
    going.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is seats(going).list
    numbers = [going.section(h).number for h in (FIRST, SECOND)]
    said = f"Jäv anmält: Åsa Öberg (KD) §§ {numbers[0]}–{numbers[1]}"
    assert plain(live.bar.recusals.text()) == said
    marked = [live.list.item_model().index(n).data(ItemRole.PILLS) for n in range(4)]
    assert [[p.text for p in each] for each in marked] == [[], [], ["jäv anmält"], ["jäv anmält"]]
    going.space.sitting.choose(going.section(FIRST).section.id)
    assert pills(going, "Öberg") == ["jäv anmält"]
    assert "recusal" not in [f.code for f in check(going.view, going.session.today)]
    live.focus_list()
    going.press(Qt.Key.Key_J)
    assert going.section(FIRST).presence.recused == {going.person("Öberg")}
    assert going.section(SECOND).presence.announced == {going.person("Öberg")}
    words = [plain(r.words.text()) for r in live.page.presence.rows()]
    assert words == ["Åsa Öberg (KD) anmäler jäv och deltar inte i handläggning eller beslut i ärendet"]
    assert live.bar.recusals.text().endswith(f"§\xa0{numbers[1]}")


def test_esc_leaves_the_announcement_and_no_letter_there_is_a_command(going: Room) -> None:
    at(going, "Öberg")
    going.press(Qt.Key.Key_J, SHIFT)
    going.press(Qt.Key.Key_B)
    going.press(Qt.Key.Key_Space)
    going.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is seats(going).list
    assert going.section(FIRST).events == ()
    assert going.section(FIRST).section.outcome is None


def test_the_section_offers_to_take_out_who_announced_jav(going: Room) -> None:
    page = going.space.sitting.live.page
    at(going, "Frid")
    going.press(Qt.Key.Key_J, SHIFT)
    going.press(Qt.Key.Key_Space)
    going.press(Qt.Key.Key_Return)
    assert page.presence.take_out.text() == "Ta ut Mia Frid och sätt in ersättare"
    page.presence.take_out.click()
    assert serving(going, FIRST) == {"Frid": "Gran"}
    assert not page.presence.take_out.isVisible()


def test_l_lets_another_lead_and_d_puts_somebody_on_distance(going: Room) -> None:
    at(going, "Frid")
    going.press(Qt.Key.Key_L)
    assert going.section(SECOND).presence.chair == going.person("Frid")
    going.press(Qt.Key.Key_L)
    assert going.section(FIRST).presence.chair == going.person("Ek")
    going.press(Qt.Key.Key_D)
    assert going.person("Frid") in going.section(FIRST).presence.remote
    assert pills(going, "Frid") == ["distans"]
    assert going.section(FIRST).presence.serves(going.person("Frid"))
    going.space.sitting.choose(going.section(SECOND).section.id)
    going.press(Qt.Key.Key_D)  # in the room from here on
    assert going.section(FIRST).presence.remote == {going.person("Frid")}
    assert going.section(SECOND).presence.remote == frozenset()


def test_who_does_not_serve_is_not_made_to_lead(going: Room) -> None:
    at(going, "Gran")
    assert not seats(going).editor.lead.isVisible()
    going.press(Qt.Key.Key_L)
    assert going.section(FIRST).events == ()


def test_too_few_is_red_in_the_head(going: Room) -> None:
    for surname in ("Ek", "Sand", "Frid", "Nyman", "Öberg"):
        at(going, surname)
        going.press(Qt.Key.Key_J)
    text, tone = going.space.sitting.pills()[1]
    assert (text, tone) == ("ej beslutsför: tjänstgör 2 av 5, minst 3", Tone.MEND)
    assert going.space.sitting._leader.text() == "ingen leder sammanträdet"
    going.space.sitting.choose(going.section(SECOND).section.id)
    assert going.space.sitting.pills()[1] == ("tjänstgör 5 av 5, minst 3", Tone.INFO)


def test_f3_pauses_and_resumes_and_the_purpose_is_written_afterwards(
    going: Room, type_text: TypeText
) -> None:
    sitting = going.space.sitting
    sitting.live.focus_list()
    going.press(Qt.Key.Key_F3)
    (pause,) = going.view.adjournments
    assert pause.ended is None
    assert sitting.pills()[0][0].startswith("ajournerat sedan ")
    assert sitting.pause.text() == "Återuppta"
    going.press(Qt.Key.Key_F3)
    assert going.view.adjournments[0].ended is not None
    assert sitting.pills()[0][0].startswith("öppet sedan ")
    (shown,) = sitting.live.page.presence.pauses()
    shown.purpose.setFocus()
    type_text(shown.purpose, "för gruppöverläggningar")
    going.press(Qt.Key.Key_Return, widget=shown.purpose)
    for field, text in ((shown.began, "1100"), (shown.ended, "1115")):
        field.setFocus()
        field.selectAll()
        type_text(field, text)
        going.press(Qt.Key.Key_Return, widget=field)
    told = [d.text for d in going.section(FIRST).parts[TextRole.ATTENDANCE].drafts]
    assert [plain(t) for t in told] == ["Sammanträdet ajourneras kl. 11.00–11.15 för gruppöverläggningar."]
    assert going.section(FIRST).section.outcome is None  # Enter was no klubba
    shown.remove.click()
    assert going.view.adjournments == ()


def test_the_upprop_is_corrected_after_the_opening(going: Room) -> None:
    sitting = going.space.sitting
    seats(going).correct.click()
    page = sitting.roll_call
    assert page.isVisible()
    assert sitting.pills()[1][0] == "tjänstgör 5 av 5, minst 3"
    for _ in range(3):
        going.press(Qt.Key.Key_Down)
    going.press(Qt.Key.Key_Space)  # Per Nyman was not there
    assert serving(going, FIRST) == {"Nyman": "Lind"}
    assert page.isVisible()
    going.press(Qt.Key.Key_Down)
    going.press(Qt.Key.Key_D)  # Åsa Öberg was on distance
    assert going.view.opening_presence.remote == {going.person("Öberg")}
    going.press(Qt.Key.Key_Return)
    assert sitting.live.isVisible()
    assert QApplication.focusWidget() is seats(going).list
    assert sitting.chosen() == going.section(FIRST).section.id


def test_a_late_change_of_the_upprop_keeps_who_came_later(going: Room) -> None:
    at(going, "Nyman")
    going.press(Qt.Key.Key_Space)
    everybody = tuple(m.person_id for m in going.view.members if m.person_id != going.person("Öberg"))
    going.session.do(TakeRoll(going.meeting_id, (*everybody, going.person("Lind"))))
    assert serving(going, FIRST) == {"Nyman": "Lind"}
    assert pills(going, "Öberg") == ["tom plats"]
