"""Where a beslutsbrev says another thing than the register: both are shown, and a person chooses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.letters import Difference

from ..kit.basics import Button, Label, Sign
from ..kit.tokens import Tone, Type


class Differences(QWidget):
    """One line for each. `taken` is told the fields that the register is to have from the letter."""

    taken = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Difference, ...] = ()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 10)
        self._lines.setSpacing(6)
        self.hide()

    def show_all(self, found: Sequence[Difference]) -> None:
        """Show these; nothing for none."""
        if tuple(found) == self._shown:
            return
        self._shown = tuple(found)
        at = QApplication.focusWidget()
        at_work = at is not None and self.isAncestorOf(at)
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        lines = [self._line(each) for each in found]
        for line in lines:
            self._lines.addWidget(line)
        self.setVisible(bool(lines))
        if at_work:  # the line with the button is gone: on to the next, or into the letter
            next_one = lines[0].findChild(Button) if lines else None
            (next_one or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, each: Difference) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(Sign("warning", Tone.LOOK, 16), 0, Qt.AlignmentFlag.AlignTop)
        registered = each.registered or "inget"
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(f"{each.name}: brevet säger {each.written}", wrap=True))
        words.addWidget(Label(f"Registret säger {registered}.", Type.SMALL, "muted", wrap=True))
        line.addLayout(words, 1)
        button = Button("Ändra i registret", small=True, name=f"Ändra {each.name.lower()} i registret")
        button.clicked.connect(lambda: self.taken.emit((each.field,)))
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row
