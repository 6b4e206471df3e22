"""The course of a § (beslutsgång): what the chair asks now, what is found carried, and the votes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from namndstod.ui.kit.basics import Button, ButtonKind, Label
from namndstod.ui.kit.flow import FlowLayout
from namndstod.ui.kit.tokens import Type


@dataclass(frozen=True, slots=True)
class CourseStep:
    """What the panel shows: what has been, what the chair says now, and the answers with their keys."""

    heading: str
    script: tuple[str, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()  # (key of an option, words)
    request: str = ""  # words of the button that requests an omröstning, nothing where none can be
    vote: str = ""  # words of the button that opens the roll call
    back: str = ""  # words of the button that takes the latest back


class CoursePanel(QWidget):
    """Shows a step; it asks, the § answers with commands."""

    chosen = Signal(str)  # an option is found carried
    voteRequested = Signal()
    voteOpened = Signal()
    takenBack = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = CourseStep("")
        self._heading = Label("", Type.STRONG, wrap=True)
        self._script = Label("", Type.BODY, wrap=True)
        self._answers = FlowLayout(spacing=8)
        self.answers: list[Button] = []
        self.request = Button(hint="O", name="Omröstning begärs")
        self.vote = Button(kind=ButtonKind.PRIMARY, hint="O", name="Börja uppropet")
        self.back = Button(kind=ButtonKind.QUIET, name="Ta tillbaka", icon="undo")
        self.request.clicked.connect(self.voteRequested)
        self.vote.clicked.connect(self.voteOpened)
        self.back.clicked.connect(self.takenBack)
        acts = FlowLayout(spacing=8)
        for button in (self.vote, self.request, self.back):
            acts.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._script)
        column.addLayout(self._answers)
        column.addLayout(acts)

    def show_step(self, step: CourseStep | None, *, frozen: bool) -> None:
        """Show a step, or nothing where there is nothing to choose between."""
        self.setVisible(step is not None)
        if step is None:
            self.step = CourseStep("")
            return
        if step != self.step:
            self.step = step
            self._heading.setText(step.heading)
            self._script.setText("\n".join(step.script))
            self._script.setVisible(bool(step.script))
            self._show_buttons(step.answers)
        for button in (*self.answers, self.request, self.vote, self.back):
            button.setEnabled(not frozen)

    def answer(self, number: int) -> bool:
        """Choose the answer with that number (1, 2 …); False when there is none."""
        if not 1 <= number <= len(self.step.answers) or not self.answers[number - 1].isEnabled():
            return False
        self.chosen.emit(self.step.answers[number - 1][0])
        return True

    def ask_vote(self) -> bool:
        """Open the roll call, or request an omröstning; False when neither can be done now.

        Where both can be done the request has a key of its own: `request_only`.
        """
        return self._click(self.vote, self.request)

    def request_only(self) -> bool:
        """Request an omröstning on the motförslag instead of opening the roll call on it."""
        return self._click(self.request)

    def _click(self, *buttons: Button) -> bool:
        for button in buttons:
            if button.text() and button.isEnabled():
                button.click()
                return True
        return False

    def _show_buttons(self, answers: Sequence[tuple[str, str]]) -> None:
        for button in self.answers:
            self._answers.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.answers = []
        for number, (key, words) in enumerate(answers, 1):
            button = Button(words, hint=str(number))
            button.clicked.connect(lambda _=False, k=key: self.chosen.emit(k))
            self.answers.append(button)
            self._answers.addWidget(button)
        for button, words in (
            (self.vote, self.step.vote),
            (self.request, self.step.request),
            (self.back, self.step.back),
        ):
            button.setText(words)
            button.setVisible(bool(words))
        self.request.set_hint("Skift O" if self.step.vote else "O")
