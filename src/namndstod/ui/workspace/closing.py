"""The sheet that closes the meeting: the time, and what is not yet decided."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from PySide6.QtWidgets import QWidget

from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import SectionState
from namndstod.domain.swedish import section_range
from namndstod.domain.view import MeetingView
from namndstod.ui.kit.basics import Label
from namndstod.ui.kit.dates import TimeEdit
from namndstod.ui.kit.dialogs import FormSheet
from namndstod.ui.kit.tokens import Type


class CloseSheet(FormSheet):
    """Says what closing does: the §§ get their numbers for good. `close(at)` closes."""

    def __init__(
        self, parent: QWidget, view: MeetingView, now: time, close: Callable[[time | None], object]
    ) -> None:
        super().__init__(parent, "Avsluta sammanträdet", self._submit, ok="Avsluta sammanträdet")
        self._close = close
        self.at = TimeEdit(now, view.customs.time_separator)
        numbers = section_range(s.number for s in view.sections if s.number is not None)
        given = f"{numbers} får sina nummer, som aldrig lämnas tillbaka. " if numbers else ""
        text = f"{given}Protokollets texter kan ändras ända tills det är justerat."
        self.body.insertWidget(1, Label(text, Type.BODY, wrap=True))
        left = [s for s in view.sections if s.section.state is SectionState.OPEN and s.wants_decision]
        if left:
            where = section_range(s.number for s in left if s.number is not None)
            warning = f"Inte avgjort: {where}. Det går att skriva in beslutet efteråt i steget Protokoll."
            self.body.insertWidget(2, Label(warning, Type.BODY, "look", wrap=True))
        self.form.add("at", "Avslutades klockan", self.at)
        self.at.setFocus()

    def _submit(self) -> None:
        if not self.at.is_valid():
            raise RuleBroken("Skriv tiden som 11.40.", field="at")
        self._close(self.at.time())
