"""A whole meeting by the keyboard alone: fifteen ärenden, two votes, one jäv, one late arrival."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from namndstod.domain.findings import Severity, Step, check
from namndstod.domain.presence import Serving
from namndstod.domain.records import ItemKind, MeetingState, Outcome, SectionState, TextRole
from namndstod.domain.view import SectionView
from namndstod.services.commands.agenda import AddItem
from namndstod.services.commands.texts import WriteText
from namndstod.ui.kit.item_list import ItemList
from namndstod.ui.workspace.closing import CloseSheet

from ..conftest import TypeText
from .conftest import Room, proposal

CONTROL = Qt.KeyboardModifier.ControlModifier
ITEMS = 15


class Secretary:
    """Presses keys where the focus is, and nothing else."""

    def __init__(self, room: Room, type_text: TypeText) -> None:
        self.room = room
        self._type = type_text

    def key(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.room.press(key)

    def types(self, text: str) -> None:
        for letter in text:  # the focus may move between them
            widget = QApplication.focusWidget()
            assert widget is not None
            self._type(widget, letter)

    def name(self, letters: str) -> None:
        """Some letters of a name, and Enter for what is offered."""
        field = self.room.space.sitting.live.page.deliberation.editor.who
        assert field.hasFocus()
        self._type(field, letters)
        self.room.press(Qt.Key.Key_Return, widget=field.offered)

    def goes_to(self, person: str) -> None:
        """Down in the list that has the focus until the person is chosen."""
        people = QApplication.focusWidget()
        assert isinstance(people, ItemList)
        self.key(Qt.Key.Key_Home)
        for _ in range(30):
            if people.current_id() == person:
                return
            self.key(Qt.Key.Key_Down)
        raise AssertionError("not in the list")

    def moves(self, name: str, kind: str, words: str = "") -> None:
        """Y, who, what kind, in which words, Ctrl+Enter."""
        self.types("y")
        self.name(name)
        self.key(Qt.Key.Key_Return)
        self.types(kind)
        if words:
            self.key(Qt.Key.Key_Return)
            self.types(words)
        self.room.press(Qt.Key.Key_Return, CONTROL)

    def section(self) -> SectionView:
        shown = self.room.space.sitting.live.section()
        assert shown is not None
        return shown


def fifteen(room: Room) -> None:
    """Before the meeting: so many ärenden that there are fifteen."""
    for number in range(ITEMS - len(room.view.items)):
        title = f"Ärende om hamn {number + 1}"
        item = room.session.do(
            AddItem(room.meeting_id, title, ItemKind.DECISION, f"27SK{number + 10}")
        ).result
        room.session.do(WriteText(TextRole.PROPOSAL, proposal("bifalla ansökan."), item_id=item))


def test_a_whole_meeting_is_recorded_by_keyboard(room: Room, type_text: TypeText) -> None:
    fifteen(room)
    by = Secretary(room, type_text)
    late, recused, chair = room.person("Öberg"), room.person("Sand"), room.person("Ek")

    # Upprop: everybody but Åsa Öberg, who is late. Nobody of her party can step in.
    room.space.show_step(Step.MEETING, by_person=True)
    for _ in range(4):
        by.key(Qt.Key.Key_Down)
    by.key(Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert room.view.meeting.state is MeetingState.OPEN
    assert late not in room.view.opening_presence.present

    # Protokollsjustering and information: F5 each.
    by.key(Qt.Key.Key_F5, Qt.Key.Key_F5)

    # The first matter: a vote of 2–2, where the chair's decides; all who voted against reserve, with one key.
    first = by.section()
    by.moves("fri", "Avslag")
    by.types("1o")
    by.types("jnnj")
    by.key(Qt.Key.Key_Return)
    by.key(Qt.Key.Key_F5)
    decided = room.view.section(first.section.id)
    assert decided is not None
    assert decided.section.outcome is Outcome.APPROVED
    assert len(decided.deliberation.votes[0].ballots) == 4
    room.press(Qt.Key.Key_Up, CONTROL)
    by.types("v")
    reserved = room.view.section(first.section.id)
    assert reserved is not None
    against = {b.person_id for b in reserved.deliberation.votes[0].ballots if b.choice == "no"}
    assert {p for r in reserved.deliberation.reservations for p in r.persons} == against
    room.press(Qt.Key.Key_Down, CONTROL)

    # Olle Sand is jävig in the second: one key takes him out, and he is back in the next.
    second = by.section()
    by.key(Qt.Key.Key_F6)
    by.goes_to(recused)
    by.types("j")
    by.key(Qt.Key.Key_Escape, Qt.Key.Key_F5)
    there = room.view.section(second.section.id)
    assert there is not None
    assert not there.presence.serves(recused)
    assert by.section().presence.serves(recused)

    # Åsa Öberg comes: two keys and space, from this § on.
    third = by.section()
    by.key(Qt.Key.Key_F6)
    by.goes_to(late)
    by.key(Qt.Key.Key_Space, Qt.Key.Key_Escape)
    assert by.section().section.id == third.section.id
    assert Serving(late, late) in by.section().presence.serving

    # Three proposals: the motförslag is found first, then the vote.
    by.moves("nym", "Eget", "bevilja hälften.")
    by.moves("fri", "Avslag")
    by.types("1o")  # förslaget; omröstning
    by.types("1")  # motförslag: Per Nymans yrkande
    by.types("o")
    by.types("nnajj")
    by.key(Qt.Key.Key_Return, Qt.Key.Key_F5)
    settled = room.view.section(third.section.id)
    assert settled is not None
    assert settled.section.state is SectionState.DECIDED

    # The rest as proposed, and the end.
    while by.section().section.state is SectionState.OPEN:
        by.key(Qt.Key.Key_F5)
    by.key(Qt.Key.Key_F12)
    sheet = room.space.sitting.findChild(CloseSheet)
    assert sheet is not None
    room.qtbot.waitUntil(
        lambda: sheet.isAncestorOf(QApplication.focusWidget() or sheet) and sheet.isActiveWindow()
    )
    by.key(Qt.Key.Key_Return)
    view = room.view
    assert view.meeting.state is MeetingState.CLOSED
    numbers = [s.number for s in view.sections if s.number is not None]
    assert numbers == list(range(numbers[0], numbers[0] + ITEMS))
    assert all(s.section.state is SectionState.DECIDED for s in view.sections)
    assert all(s.presence.serves(chair) for s in view.sections)
    blocking = [f for f in check(view, room.session.today) if f.severity is Severity.BLOCK]
    assert [f.code for f in blocking] == ["no_approver"]
