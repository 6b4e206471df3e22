"""What an editor asks while a person writes: what to look at, and what may come next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from namndstod.domain.phrase_bank import Offer


class NoteKind(StrEnum):
    """Why words are underlined."""

    SPELLING = "spelling"
    HINT = "hint"  # språkförslag


@dataclass(frozen=True, slots=True)
class Note:
    """Characters `start` to `end` of a paragraph to look at, and what may stand there instead."""

    start: int
    end: int
    kind: NoteKind
    message: str
    replacements: tuple[str, ...] = ()


class WritingAid(Protocol):
    """Answers an editor, at once and from what is known; `changed` when it knows more than before."""

    @property
    def changed(self) -> SignalInstance:
        """Comes when notes are to be asked for again."""

    def notes(self, text: str) -> Sequence[Note]:
        """Return what there is to look at in a paragraph."""

    def suggest(self, word: str, tell: Callable[[Sequence[str]], object]) -> None:
        """Find what may be meant by a wrong word, and tell it later."""

    def learn(self, word: str) -> None:
        """Keep a word as right, among the person's own."""

    def offers(self, before: str, *, asked: bool, clause: bool) -> Sequence[Offer]:
        """Return phrases that what stands before the cursor begins; see `domain.phrase_bank.offers`."""

    def values(self, name: str) -> Sequence[str]:
        """Return what may be filled in at a place of a phrase («NN (P)»)."""


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say something about what the focus does not move to."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
