"""Undo and redo across all views, each with a word about what was taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from namndstod.domain.errors import NamndstodError
from namndstod.services.session import Session, Step, UndoRefused

from .faces import Faces
from .kit.toast import Toast
from .kit.tokens import Tone
from .workspace.actions import MANY, undoing

if TYPE_CHECKING:
    from .background import Background, Task


class Undoing:
    """Takes back one's own latest action, wherever it was made. `flush` stores what is being typed first.

    A step of many changes is taken back beside the window; nothing else is until it is done.
    """

    def __init__(
        self,
        session: Session,
        faces: Faces,
        toast: Toast,
        background: Background,
        flush: Callable[[], object],
    ) -> None:
        self._session = session
        self._faces = faces
        self._toast = toast
        self._background = background
        self._flush = flush
        self._task: Task | None = None
        self._under_way = ""  # what is said of it

    def undo(self) -> None:
        """Undo, and offer to redo; when it cannot be done, say why and offer what can be undone instead."""
        if self._busy():
            return
        self._flush()
        step = self._session.undoable()
        if step is None:
            self._toast.show_message("Det finns inget att ångra.", Tone.INFO)
        else:
            self._undo(step)

    def redo(self) -> None:
        """Do again what was undone last."""
        if self._busy():
            return
        self._flush()
        step = self._session.redoable()
        if step is None:
            self._toast.show_message("Det finns inget att göra om.", Tone.INFO)
        else:
            said = f"Gör om: {step.label}. Det tar en stund …"
            self._run(step, self._session.redo, said, lambda: self._redone(step.label))

    def _undo(self, step: Step) -> None:
        self._run(
            step,
            lambda: self._session.undo(step),
            undoing(step.label),
            lambda: self._undone(step.label),
        )

    def _run(self, step: Step, act: Callable[[], object], said: str, done: Callable[[], object]) -> None:
        """Do `act`: at once, or beside the window when there is much to do."""
        if step.length() >= MANY:
            self._under_way = said
            self._toast.show_message(said, Tone.INFO)
            self._task = self._background.run(
                act, owner=self._background, done=lambda _: done(), failed=self._refused
            )
            return
        try:
            act()
        except NamndstodError as error:
            self._refused(error)
        else:
            done()

    def _busy(self) -> bool:
        """Whether a large step is under way, which is told."""
        busy = self._task is not None and not self._task.finished
        if busy:
            self._toast.show_message(self._under_way, Tone.INFO)
        return busy

    def _undone(self, label: str) -> None:
        self._toast.show_message(f"Ångrade: {label}", action="Gör om", on_action=self.redo, hint="Ctrl Y")

    def _redone(self, label: str) -> None:
        self._toast.show_message(f"Gjorde om: {label}", action="Ångra", on_action=self.undo, hint="Ctrl Z")

    def _refused(self, error: Exception) -> None:
        other = error.next_step if isinstance(error, UndoRefused) else None
        if other is not None and isinstance(error, UndoRefused):
            self._faces.refuse(error, f"Ångra i stället: {other.label}", lambda: self._undo(other))
        else:
            self._faces.show(error)
