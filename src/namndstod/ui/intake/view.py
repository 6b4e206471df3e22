"""Läs in without a meeting: an old kallelse becomes one, with its body, its people and its list."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from namndstod.ui.kit.split import Memory
from namndstod.ui.view import View
from namndstod.ui.workspace.actions import Actions

from .page import IntakePage


class IntakeView(View):
    """The page of papers under a head of its own."""

    left = Signal()
    meetingMade = Signal(str, object)  # meeting id, the papers that may belong to it
    minutesBrought = Signal(object)  # paths of minutes, which are read elsewhere

    def __init__(self, actions: Actions, memory: Memory | None = None, parent: QWidget | None = None) -> None:
        super().__init__("Läs in", actions, parent)
        self.header.set_crumb("Sammanträden")
        self.page = IntakePage(actions, memory)
        self.column.addWidget(self.page, 1)
        self.setFocusProxy(self.page.papers)
        self.page.left.connect(self.left)
        self.page.taken.connect(lambda _: self.left.emit())
        self.page.meetingMade.connect(self.meetingMade)
        self.page.minutesBrought.connect(self.minutesBrought)
        self.page.changed.connect(lambda: self.header.set_pills(self.page.pills()))

    def begin(self, paths: Sequence[Path]) -> None:
        """Read files and folders; without any, choose them."""
        self.page.begin("", paths)
