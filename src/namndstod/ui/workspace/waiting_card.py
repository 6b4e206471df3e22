"""What waits for the list: bordlagt, återremitterat, uppdrag that are due, an utskott's proposals."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.carrying import Waiting, WaitingKind
from namndstod.domain.records import MeetingState
from namndstod.domain.swedish import counted
from namndstod.domain.view import MeetingView
from namndstod.services.carrying import waiting
from namndstod.services.commands.carrying import CarryOver
from namndstod.ui.kit.basics import Button, Card, Label
from namndstod.ui.kit.tokens import Type

from .actions import Actions

KEY = "F4"


class WaitingCard(Card):
    """Hidden while nothing waits. `added(item_id)` when something has come onto the list."""

    added = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("Från tidigare sammanträden")
        self.follow_width()
        self.setParent(parent)
        self._actions = actions
        self._meeting_id = ""
        self.found: tuple[Waiting, ...] = ()
        self.rows: list[WaitingRow] = []
        self._said = Label("", Type.BODY, wrap=True)
        self.all = Button("Lägg till alla", icon="plus", hint=KEY)
        self.all.clicked.connect(self.add_all)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._said, 1)
        head.addWidget(self.all, 0, Qt.AlignmentFlag.AlignTop)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self.body.addLayout(head)
        self.body.addLayout(self._list)
        self.hide()

    def show_view(self, view: MeetingView) -> None:
        """Show what waits for a meeting that is still to be held; each one stands on the list only once."""
        self._meeting_id = view.meeting.id
        coming = view.meeting.state in (MeetingState.PLANNED, MeetingState.CALLED)
        found = self._actions.session.ask(waiting, view.meeting.id) if coming else ()
        if found != self.found:
            self.found = found
            self._show_rows()
        self.setVisible(bool(found))

    def add_all(self) -> None:
        """Put everything that waits on the list."""
        self._add(self.found)

    def _show_rows(self) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        number = len(self.found)
        self._said.setText(f"{counted(number, 'ärende', 'ärenden')} väntar på att tas upp.")
        self.all.setVisible(number > 1)
        self.rows = []
        for each in self.found:
            row = WaitingRow(each)
            row.add.clicked.connect(lambda _=False, w=each: self._add((w,)))
            if number == 1:
                row.add.set_hint(KEY)
            self.rows.append(row)
            self._list.addWidget(row)

    def _add(self, chosen: Sequence[Waiting]) -> None:
        if not chosen:
            return
        titles = f"”{chosen[0].title}”" if len(chosen) == 1 else counted(len(chosen), "ärende", "ärenden")
        said = f"{titles} står nu på listan, med texter, handlingar och mottagare."
        command = CarryOver(self._meeting_id, tuple(each.key for each in chosen))
        outcome = self._actions.do_with_undo(command, said)
        if outcome is not None and outcome.result is not None:
            self.added.emit(outcome.result)


class WaitingRow(QWidget):
    """What it is, where it comes from, and the button that puts it on the list."""

    def __init__(self, each: Waiting) -> None:
        super().__init__()
        title = f"Återrapportering: {each.title}" if each.kind is WaitingKind.ASSIGNMENT else each.title
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(Label(title or "Utan rubrik", Type.MEDIUM, wrap=True))
        texts.addWidget(Label(note(each), Type.SMALL, "muted", wrap=True))
        self.add = Button("Lägg till", icon="plus", small=True)
        self.add.setAccessibleName(f"Lägg till {title} på listan")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(texts, 1)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)


def note(each: Waiting) -> str:
    """«Bordlagt § 44 2027-04-09 till 2027-05-14 · Dnr 27RT118»."""
    said = each.words
    if each.kind is WaitingKind.ASSIGNMENT:
        what = "" if each.secret else f": {'; '.join(task.what for task in each.tasks)}"
        said = f"{counted(len(each.tasks), 'uppdrag', 'uppdrag')} {said[0].lower()}{said[1:]}{what}"
    if each.until is not None:
        last = "senast" if each.kind is WaitingKind.ASSIGNMENT else "till"
        said = f"{said}, {last} {each.until.isoformat()}"
    return " · ".join(filter(None, (said, f"Dnr {each.diary_number}" if each.diary_number else "")))
