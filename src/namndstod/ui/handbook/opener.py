"""F1: opens the handbook at what one is looking at, and closes it again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

if TYPE_CHECKING:
    from .pane import HandbookPane

KEY = "F1"
CHAPTERS = {
    "start": "kom-igang",
    "overview": "arsplan#oversikt",
    "meetings": "arsplan",
    "year_plan": "arsplan#arsplanen",
    "intake": "lasa-in",
    "old_minutes": "arkiv#aldre-protokoll",
    "archived": "arkiv",
    "matters": "arkiv#arendets-vag",
    "delegated": "delegationsbeslut",
    "delegated_order": "delegationsbeslut#delegationsordningen",
    "delegated_intake": "delegationsbeslut#lista",
    "register": "fortroendevalda",
    "settings": "installningar",
    "call": "kallelse",
    "papers": "handlingar",
    "meeting": "sammantradet",
    "minutes": "protokoll",
    "approval": "justering",
    "expediting": "expediering",
}
"""The place of the handbook for each view and each step of a meeting."""


class HandbookOpener(QObject):
    """Opens the handbook over `frame`, and before its sheets. `where` tells the view or step shown."""

    def __init__(self, frame: QMainWindow, where: Callable[[], str]) -> None:
        super().__init__(frame)
        self._frame = frame
        self._where = where
        self.pane: HandbookPane | None = None
        QShortcut(QKeySequence(KEY), frame).activated.connect(self.open)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._offer)

    def open(self, place: str = "") -> None:
        """Open at `place` («kapitel#namn», «#namn»), else at what is looked at."""
        if self.pane is None:
            from .pane import HandbookPane

            self.pane = HandbookPane(self._frame)
        self.pane.open_at(place or self._place())

    def _place(self) -> str:
        return CHAPTERS.get(self._where(), CHAPTERS["start"])

    def _offer(self, _: QWidget | None, now: QWidget | None) -> None:
        """Give a sheet its own F1 when it is first used: a modal window shuts off the keys of the frame."""
        sheet = now.window() if now is not None else None
        if not isinstance(sheet, QDialog) or sheet.findChild(QShortcut, KEY) is not None:
            return
        below: QWidget = sheet
        while (parent := below.parentWidget()) is not None:
            below = parent.window()
        if below is self._frame:
            shortcut = QShortcut(QKeySequence(KEY), sheet)
            shortcut.setObjectName(KEY)
            shortcut.activated.connect(lambda: self._open_before(sheet))

    def _open_before(self, sheet: QDialog) -> None:
        from .window import HandbookWindow

        HandbookWindow(sheet).open_at(self._place())
