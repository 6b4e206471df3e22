"""The conditions of a beslutsbrev: one on each line, offered from the phrase bank and kept there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.letters import LetterView
from namndstod.domain.phrase_bank import Offer, Phrase, offers, phrases_for
from namndstod.domain.records import TextRole
from namndstod.ui.kit.text_aid import Note

from ..kit.basics import Button, ButtonKind
from ..kit.text_completion import KEYS, TextCompletion
from ..workspace.stored_fields import LinesEdit

_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class TermsAid(QObject):
    """Answers the conditions: phrases of the bank, and what belongs at their places."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view: LetterView | None = None
        self._own: Sequence[Phrase] = ()

    def show_view(self, view: LetterView, own: Sequence[Phrase]) -> None:
        """Speak of this letter; `own` are the phrases of the house."""
        self._view, self._own = view, own

    def notes(self, text: str) -> Sequence[Note]:
        """Nothing is underlined here."""
        return ()

    def suggest(self, word: str, tell: Callable[[Sequence[str]], object]) -> None:
        """Nothing is underlined here."""

    def learn(self, word: str) -> None:
        """Nothing is underlined here."""

    def offers(self, before: str, *, asked: bool, clause: bool) -> Sequence[Offer]:
        """Return the conditions that what stands before the cursor begins."""
        if self._view is None:
            return ()
        bank = phrases_for(TextRole.TERMS, self._view.term, self._own)
        return offers(before, bank, (), asked=asked, clause=clause)

    def values(self, name: str) -> Sequence[str]:
        """Return what may be meant at a place of a condition."""
        if self._view is None:
            return ()
        letter = self._view.letter
        if name == "datum":
            return [
                d.isoformat() for d in (letter.period_to, letter.period_from, letter.day) if d is not None
            ]
        if name == "organisation":
            sender = self._view.customs.letterhead.organisation
            return [sender] if sender else []
        return {"projektet": ("projektet", "satsningen"), "projektets": ("projektets", "satsningens")}.get(
            name, ()
        )


class TermsEdit(LinesEdit):
    """Lines with phrases: Ctrl+Mellanslag offers them, Tab goes between the places to fill in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.aid = TermsAid(self)
        self.completion = TextCompletion(self)
        self.completion.set_aid(self.aid)
        self.setTabChangesFocus(False)  # Tab asks the phrases first

    def line(self) -> str:
        """The line with the cursor."""
        return self.textCursor().block().text().strip()

    def ask(self) -> None:
        """Offer the bank on an empty line of its own, last."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self.textCursor()
        if self.line():
            cursor.movePosition(cursor.MoveOperation.End)
            cursor.insertText("\n")
            self.setTextCursor(cursor)
        held = Qt.KeyboardModifier.ControlModifier
        self.completion.key(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, held))

    def event(self, event: QEvent) -> bool:
        """Keep Esc while phrases are offered, which means something else around the field."""
        wanted = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if wanted and event.key() == Qt.Key.Key_Escape and self.completion.shown is not None:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The phrases answer first; Tab goes on to the next field as elsewhere."""
        if self.completion.key(event):
            return
        if event.key() in _TABS:
            self.setTabChangesFocus(True)
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
            self.setTabChangesFocus(False)
            return
        super().keyPressEvent(event)


class TermsField(QWidget):
    """The conditions with what can be done with the bank. `kept` is told a line to put there."""

    kept = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = TermsEdit()
        self.fetch = Button(
            "Hämta villkor", ButtonKind.QUIET, small=True, icon="plus", hint="Ctrl Mellanslag"
        )
        self.fetch.setToolTip(f"{KEYS} i fältet. Tab går mellan det som ska fyllas i.")
        self.keep = Button("Lägg raden i frasbanken", ButtonKind.QUIET, small=True)
        self.keep.setToolTip("Raden som markören står på föreslås sedan i andra brev.")
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self.fetch)
        buttons.addWidget(self.keep)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.edit)
        column.addLayout(buttons)
        self.setFocusProxy(self.edit)
        self.keep.setEnabled(False)
        self.fetch.clicked.connect(self.edit.ask)
        self.keep.clicked.connect(lambda: self.kept.emit(self.edit.line()))
        self.edit.cursorPositionChanged.connect(self._look)
        self.edit.textChanged.connect(self._look)

    def _look(self) -> None:
        self.keep.setEnabled(bool(self.edit.line()))
