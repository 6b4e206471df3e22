"""The roll call at a vote: who is asked now, one key a person, and the tally as it grows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.proceedings import Choice
from namndstod.domain.tally import Tally
from namndstod.ui.kit.basics import Button, ButtonKind, Hairline, Label, Pill, announce
from namndstod.ui.kit.flow import FlowLayout
from namndstod.ui.kit.item_model import ItemRow, PillSpec
from namndstod.ui.kit.theme import set_area
from namndstod.ui.kit.tokens import Tone, Type

from .key_watch import KeyWatch
from .seat_list import SeatList

WORDS: dict[Choice, tuple[str, Tone]] = {
    Choice.YES: ("Ja", Tone.INFO),
    Choice.NO: ("Nej", Tone.NEUTRAL),
    Choice.ABSTAINS: ("avstår", Tone.NEUTRAL),
    Choice.NO_PART: ("deltar inte", Tone.NEUTRAL),
    Choice.ABSENT: ("frånvarande", Tone.NEUTRAL),
}
KEYS: tuple[tuple[str, str, Choice], ...] = (
    ("J", "Ja", Choice.YES),
    ("N", "Nej", Choice.NO),
    ("A", "Avstår", Choice.ABSTAINS),
    ("D", "Deltar inte", Choice.NO_PART),
    ("F", "Frånvarande", Choice.ABSENT),
)
"""Key, words and choice of the roll call. With shift the key speaks for the whole party."""


@dataclass(frozen=True, slots=True)
class Voter:
    """Somebody who is called: who they are, their party, and what stands after the name."""

    person_id: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class RollCall:
    """What the pane shows of a vote. `verdict` is the result in words, nothing while it is open."""

    title: str
    yes: str
    no: str
    voters: tuple[Voter, ...]
    tally: Tally
    verdict: str = ""
    answers: tuple[tuple[str, str], ...] = ()  # (key of an option, words) at a tie
    by_lot: bool = False  # the tie is broken by lot, not by the utslagsröst


class VotePane(QWidget):
    """Calls the roll. It asks; the step answers with commands and shows the vote anew."""

    cast = Signal(str, object, bool)  # person, Choice, whether the whole party votes so
    takenBack = Signal(str)
    answered = Signal(str, bool)  # the option chosen at a tie, and whether by lot
    cancelRequested = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_area(self, "surface")
        self._shown: RollCall | None = None
        self._title = Label("", Type.STRONG)
        self._yes, self._no = Label("", Type.BODY, wrap=True), Label("", Type.BODY, wrap=True)
        self._tally = Label("", Type.STRONG, wrap=True)
        self._verdict = Label("", Type.BODY, "accent", wrap=True)
        self.list = SeatList()
        self.list.setAccessibleName("Upprop vid omröstningen")
        self.keys = {choice: Button(text, hint=key, small=True) for key, text, choice in KEYS}
        self.back = Button("Sudda", ButtonKind.QUIET, hint="Backsteg", small=True)
        self.cancel = Button("Avbryt omröstningen", ButtonKind.QUIET, small=True)
        self.done = Button("Klart", ButtonKind.PRIMARY, hint="Enter")
        self._answers = FlowLayout(spacing=6)
        self.answer_buttons: list[Button] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(Hairline())
        column.addWidget(self.list, 1)
        column.addWidget(Hairline())
        column.addWidget(self._foot())
        self.setMinimumWidth(220)
        KeyWatch(self.list, self._key)
        self.list.installEventFilter(self)
        for choice, button in self.keys.items():
            button.clicked.connect(lambda _=False, c=choice: self._answer(c, whole_party=False))
        self.back.clicked.connect(self.take_back)
        self.cancel.clicked.connect(self.cancelRequested)
        self.done.clicked.connect(self.finished)

    def _head(self) -> QWidget:
        head = QWidget()
        grid = QGridLayout(head)
        grid.setContentsMargins(14, 10, 12, 10)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._title, 0, 0, 1, 2)
        for row, (word, label) in enumerate(((Choice.YES, self._yes), (Choice.NO, self._no)), 1):
            pill = Pill(*WORDS[word])
            grid.addWidget(pill, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, row, 1)
        return head

    def _foot(self) -> QWidget:
        foot = QWidget()
        keys = FlowLayout(spacing=6)
        for button in (*self.keys.values(), self.back):
            keys.addWidget(button)
        last = QHBoxLayout()
        last.addWidget(self.done)
        last.addStretch(1)
        last.addWidget(self.cancel)
        column = QVBoxLayout(foot)
        column.setContentsMargins(14, 10, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._tally)
        column.addWidget(self._verdict)
        column.addLayout(self._answers)
        column.addLayout(keys)
        column.addWidget(Label("Skift och bokstaven: hela partiet", Type.SMALL, "muted"))
        column.addLayout(last)
        return foot

    def show_vote(self, call: RollCall, *, frozen: bool) -> None:
        """Show a vote; the one who is asked next becomes current when somebody has answered."""
        before = self._shown
        self._shown = call
        self._title.setText(call.title)
        self._yes.setText(call.yes)
        self._no.setText(call.no)
        self.list.set_rows([_row(voter, call.tally) for voter in call.voters])
        self._tally.setText(tally_words(call.tally))
        self._verdict.setText(call.verdict)
        self._verdict.setVisible(bool(call.verdict))
        self._show_answers(call.answers, by_lot=call.by_lot, frozen=frozen)
        for button in (*self.keys.values(), self.back, self.cancel):
            button.setEnabled(not frozen)
        left = (*call.tally.missing, *call.tally.doubled)
        if left and (before is None or before.tally != call.tally or self.list.current_id() is None):
            self.list.set_current_id(left[0])
        if call.verdict and (before is None or before.verdict != call.verdict):
            announce(self, call.verdict)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Who is asked stays in sight when the list shrinks."""
        if event.type() is QEvent.Type.Resize:
            self.list.scrollTo(self.list.currentIndex())
        return super().eventFilter(watched, event)

    def tally_text(self) -> str:
        """The sums as they are shown."""
        return self._tally.text()

    def verdict(self) -> str:
        """The result as it is shown, nothing while the vote is open."""
        return self._verdict.text()

    def voters(self) -> tuple[Voter, ...]:
        """Who is called, in order."""
        return self._shown.voters if self._shown else ()

    def focus_list(self) -> None:
        """Put the focus where the keys of the roll call work."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_back(self) -> None:
        """Rub out the answer of the chosen one, or of the last who answered when they have none."""
        call = self._shown
        if call is None:
            return
        person = self.list.current_id() or ""
        if call.tally.choice(person) is None:
            order = [v.person_id for v in call.voters]
            answered = [p for p in order if call.tally.choice(p) is not None]
            before = [p for p in answered if person not in order or order.index(p) < order.index(person)]
            person = (before or answered or [""])[-1]
        if person:
            self.takenBack.emit(person)
            self.list.set_current_id(person)

    def _key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
            return True
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.take_back()
            return True
        choice = next((c for key, _, c in KEYS if key == event.text().upper()), None)
        if choice is not None:
            self._answer(choice, whole_party=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        return choice is not None

    def _answer(self, choice: Choice, *, whole_party: bool) -> None:
        call, person = self._shown, self.list.current_id()
        if call is None or person is None or not self.keys[choice].isEnabled():
            return
        self.cast.emit(person, choice, whole_party)

    def _show_answers(self, answers: Sequence[tuple[str, str]], *, by_lot: bool, frozen: bool) -> None:
        for button in self.answer_buttons:
            self._answers.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.answer_buttons = []
        for key, words in answers:
            button = Button(words, small=True)
            button.setEnabled(not frozen)
            button.clicked.connect(lambda _=False, k=key: self.answered.emit(k, by_lot))
            self._answers.addWidget(button)
            self.answer_buttons.append(button)


def tally_words(tally: Tally) -> str:
    """«Ja 6 · Nej 4 · avstår 1 · 2 kvar»."""
    groups = ((tally.yes, "Ja"), (tally.no, "Nej"), (tally.abstain, "avstår"), (tally.no_part, "deltar inte"))
    words = [f"{word} {len(who)}" for who, word in groups[:2]]
    words += [f"{word} {len(who)}" for who, word in groups[2:] if who]
    if tally.absent:
        words.append(f"frånvarande {len(tally.absent)}")
    left = len(tally.missing) + len(tally.doubled)
    return " · ".join([*words, f"{left} kvar"] if left else words)


def _row(voter: Voter, tally: Tally) -> ItemRow:
    choice = tally.choice(voter.person_id)
    doubled = voter.person_id in tally.doubled
    pills: tuple[PillSpec, ...] = (PillSpec("två svar", Tone.MEND),) if doubled else ()
    if choice is not None:
        pills = (PillSpec(*WORDS[choice]),)
    return ItemRow(voter.person_id, "", voter.label, voter.note, pills)
