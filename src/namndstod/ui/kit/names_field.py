"""NamesField: names typed by their first letters, several after each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from .fields import LineEdit
from .theme import font, set_area
from .tokens import Type

_SEPARATOR = ", "


@dataclass(frozen=True, slots=True)
class Name:
    """What can be chosen: the words shown, and the ids they stand for (a party stands for several)."""

    text: str
    ids: tuple[str, ...]


class NamesField(LineEdit):
    """Type some letters of a name: Enter or Tab takes the first that fits, a comma begins another.

    `changed` comes when other people are chosen than before. Words that are no name stay and are told by
    `unknown()`.
    """

    changed = Signal()

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", placeholder, parent)
        self._names: tuple[Name, ...] = ()
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self.offered = QListView()
        """What fits the letters typed."""
        self._completer.setPopup(self.offered)
        set_area(self.offered, "popup")
        self.offered.setFont(font(Type.BODY))
        self.offered.setSpacing(1)
        self._completer.activated.connect(self._take)
        self.textEdited.connect(lambda _: self._offer())

    def set_names(self, names: Sequence[Name]) -> None:
        """Say who can be chosen, in the order in which they are offered."""
        self._names = tuple(names)

    def chosen(self) -> tuple[str, ...]:
        """The ids of those named, once each."""
        known = {_plain(name.text): name.ids for name in self._names}
        found = [known[word] for word in self._words() if word in known]
        return tuple(dict.fromkeys(i for ids in found for i in ids))

    def unknown(self) -> str:
        """The first word that is no name, or nothing."""
        known = {_plain(name.text) for name in self._names}
        return next((word for word in self._words() if word not in known), "")

    def set_chosen(self, ids: Sequence[str]) -> None:
        """Show these people."""
        single = {name.ids[0]: name.text for name in self._names if len(name.ids) == 1}
        self.setText(_SEPARATOR.join(single[i] for i in ids if i in single))

    def complete_first(self) -> bool:
        """Take the first name that fits what is being typed; False when there is none."""
        matches = self._matches(self._fragment())
        if not matches or self._fragment() in map(_plain, matches):
            return False
        self._take(matches[0])
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Tab take what is offered."""
        if self.offered.isVisible() and event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Tab,
            Qt.Key.Key_Escape,
        ):
            event.ignore()  # the completer answers
            return
        if event.text() == "," and self.complete_first():
            self.setText(f"{self.text()}{_SEPARATOR}")
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is typed becomes the name that fits, when the field is left."""
        if event.reason() is not Qt.FocusReason.PopupFocusReason and self._fragment():
            self.complete_first()
        super().focusOutEvent(event)

    def _words(self) -> list[str]:
        return [word.strip() for word in _plain(self.text()).split(",") if word.strip()]

    def _fragment(self) -> str:
        return _plain(self.text()).rsplit(",", 1)[-1].strip()

    def _matches(self, fragment: str) -> list[str]:
        """The names that fit: those with a word that begins so, then those that hold the letters."""
        wanted = fragment.casefold()
        if not wanted:
            return []
        taken = set(self._words()[:-1])
        texts = [name.text for name in self._names if _plain(name.text) not in taken]
        begins = [t for t in texts if any(w.startswith(wanted) for w in _words(t)) or _begins(t, wanted)]
        return [*begins, *(t for t in texts if t not in begins and wanted in _plain(t).casefold())]

    def _offer(self) -> None:
        matches = self._matches(self._fragment())
        self._model.setStringList(matches)
        if not matches or [_plain(m) for m in matches] == [self._fragment()]:
            self.offered.hide()
        else:
            self._completer.complete()
            self.offered.setCurrentIndex(self._model.index(0, 0))
        self.changed.emit()

    def _take(self, text: str) -> None:
        before = self._words()[:-1]
        self.setText(_SEPARATOR.join([*before, text]))
        self.offered.hide()
        self.changed.emit()


def _words(text: str) -> list[str]:
    return text.casefold().replace("(", "").replace(")", "").split()


def _begins(text: str, wanted: str) -> bool:
    return _plain(text).casefold().startswith(wanted)


def _plain(text: str) -> str:
    """The text as it is typed: a name is shown with a space before the party that never breaks."""
    return text.replace("\u00a0", " ")
