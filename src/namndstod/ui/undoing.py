"""Undo and redo across all views, each with a word about what was taken back."""

from __future__ import annotations

from collections.abc import Callable

from namndstod.domain.errors import NamndstodError
from namndstod.services.session import Session, UndoRefused

from .faces import Faces
from .kit.toast import Toast
from .kit.tokens import Tone


class Undoing:
    """Takes back one's own latest action, wherever it was made. `flush` stores what is being typed first."""

    def __init__(self, session: Session, faces: Faces, toast: Toast, flush: Callable[[], object]) -> None:
        self._session = session
        self._faces = faces
        self._toast = toast
        self._flush = flush

    def undo(self) -> None:
        """Undo, and offer to redo; when it cannot be done, say why and offer what can be undone instead."""
        self._flush()
        step = self._session.undoable()
        if step is None:
            self._toast.show_message("Det finns inget att ångra.", Tone.INFO)
            return
        try:
            self._session.undo(step)
        except UndoRefused as refused:
            self._refuse(refused)
        except NamndstodError as error:
            self._faces.show(error)
        else:
            self._undone(step.label)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._flush()
        step = self._session.redoable()
        if step is None:
            self._toast.show_message("Det finns inget att göra om.", Tone.INFO)
        elif self._faces.attempt(self._session.redo):
            self._toast.show_message(
                f"Gjorde om: {step.label}", action="Ångra", on_action=self.undo, hint="Ctrl Z"
            )

    def _undone(self, label: str) -> None:
        self._toast.show_message(f"Ångrade: {label}", action="Gör om", on_action=self.redo, hint="Ctrl Y")

    def _refuse(self, refused: UndoRefused) -> None:
        other = refused.next_step
        if other is None:
            self._faces.refuse(refused)
            return

        def instead() -> None:
            if self._faces.attempt(lambda: self._session.undo(other)):
                self._undone(other.label)

        self._faces.refuse(refused, f"Ångra i stället: {other.label}", instead)
