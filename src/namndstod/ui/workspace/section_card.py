"""What the cards of a § have in common: which § it is, and a list of rows that follows what is in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from namndstod.domain.view import MeetingView, SectionView
from namndstod.ui.kit.basics import Card

from .actions import Actions

Row = TypeVar("Row", bound=QWidget)


class SectionCard(Card, Generic[Row]):
    """A card of the chosen §, with a row for each thing in it.

    `settledHere`: the focus may go back to where letters are commands.
    """

    settledHere = Signal()

    def __init__(
        self, title: str, actions: Actions, make_row: Callable[[], Row], parent: QWidget | None = None
    ) -> None:
        super().__init__(title)
        self.follow_width()
        self.setParent(parent)
        self._actions = actions
        self._view: MeetingView | None = None
        self._section: SectionView | None = None
        self._frozen = False
        self._make_row = make_row
        self._rows: list[Row] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.body.addLayout(self._list)

    def rows(self) -> tuple[Row, ...]:
        """The rows shown, in the order of what they show."""
        return tuple(self._rows)

    def _take_section(self, view: MeetingView, section: SectionView, *, frozen: bool) -> bool:
        """Know the § that is shown now; True when it is another one than before."""
        other = self._section is not None and self._section.section.id != section.section.id
        self._view, self._section, self._frozen = view, section, frozen
        return other

    def _rows_for(self, count: int) -> list[Row]:
        """Return `count` rows; those that are there already stay, and with them the focus."""
        while len(self._rows) > count:
            gone = self._rows.pop()
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self._rows) < count:
            row = self._make_row()
            self._list.addWidget(row)
            self._rows.append(row)
        return self._rows
