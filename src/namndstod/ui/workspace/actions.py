"""What the steps of the workspace ask of the rest of the program: commands, slow work, messages."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from namndstod.domain.errors import NamndstodError
from namndstod.services.commands.base import Command
from namndstod.services.session import Outcome
from namndstod.ui.background import Background

if TYPE_CHECKING:
    from namndstod.services.workplace import Workplace

    from .writing_aid import WritingAids

T = TypeVar("T")
MANY = 2000
"""Changes from which on taking something back is done beside the window: half a second."""


class Actions(QObject):
    """Runs commands for the steps. Known errors become `errorRaised`, and the action did not happen.

    A bug is no known error: it passes on to whoever handles those.
    """

    errorRaised = Signal(object)  # NamndstodError
    toastRequested = Signal(str, str, object)  # text, words of the button, what it does
    undoRequested = Signal()
    redoRequested = Signal()

    def __init__(self, workplace: Workplace, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.session = workplace.session
        self.background = background

    @cached_property
    def aids(self) -> WritingAids:
        """What the texts of a meeting are helped with; loaded with the first of them."""
        from .writing_aid import WritingAids

        return WritingAids(self.session, self)

    def do(self, command: Command) -> Outcome | None:
        """Run a command; None when it was refused (and the reason shown)."""
        return self.attempt(lambda: self.session.do(command))

    def do_with_undo(self, command: Command, text: str) -> Outcome | None:
        """Run a command and say what was done, with «Ångra» beside it."""
        outcome = self.do(command)
        if outcome is not None and outcome.changes:
            step = self.session.undoable()
            self.toast(
                text,
                "Ångra",
                lambda: self._by_size(len(outcome.changes), lambda: self.session.undo(step), outcome.label),
            )
        return outcome

    def take_back(self, outcome: Outcome) -> None:
        """Undo what gave `outcome`, which need not be the latest step."""
        self._by_size(len(outcome.changes), lambda: self.session.undo_of(outcome), outcome.label)

    def _by_size(self, changes: int, act: Callable[[], object], label: str) -> None:
        """Do what concerns few records at once, and what concerns many beside the window."""
        if changes < MANY:
            self.attempt(act)
            return
        self.toast(undoing(label))
        self.background.run(act, owner=self, done=lambda _: self.toast(f"Ångrade: {label}"))

    def attempt(self, act: Callable[[], T]) -> T | None:
        """Return what `act` returns, or None after showing a known error."""
        try:
            return act()
        except NamndstodError as error:
            self.errorRaised.emit(error)
            return None

    def toast(self, text: str, action: str = "", on_action: Callable[[], object] | None = None) -> None:
        """Say what was done, perhaps with a button that answers it."""
        self.toastRequested.emit(text, action, on_action)


def undoing(label: str) -> str:
    """Return what is said while a large step is taken back."""
    return f"Ångrar: {label}. Det tar en stund …"
