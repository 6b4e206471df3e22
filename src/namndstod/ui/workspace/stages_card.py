"""How justering stands, as a short list: what is done, and what is next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from namndstod.ui.kit.basics import Card, Label, Sign
from namndstod.ui.kit.tokens import Tone, Type

from .approval_words import Stage

_SIGNS = {
    Tone.DONE: "check",
    Tone.MEND: "block-filled",
    Tone.LOOK: "warning-filled",
    Tone.INFO: "chevron-right",
}
_WORDS = {Tone.DONE: "klart", Tone.MEND: "måste rättas", Tone.LOOK: "på tur", Tone.INFO: "på tur"}


class StagesCard(Card):
    """The stages, one line each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Så långt har justeringen kommit")
        self.follow_width()
        self.setParent(parent)
        self.shown: tuple[Stage, ...] = ()
        self._lines: list[tuple[Sign, Label, Label]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)
        self.body.addLayout(self._grid)
        self.hindrances = Label("", Type.BODY, wrap=True)
        self.body.addWidget(self.hindrances)

    def say(self, text: str, tone: str) -> None:
        """Say what hinders, or that nothing does."""
        self.hindrances.setText(text)
        self.hindrances.set_tone(tone)
        self.hindrances.setVisible(bool(text))

    def show_stages(self, stages: Sequence[Stage]) -> None:
        """Show these stages."""
        self.shown = tuple(stages)
        while len(self._lines) < len(stages):
            line = (Sign("check", size=16), Label("", Type.MEDIUM), Label("", Type.BODY, "muted", wrap=True))
            for column, widget in enumerate(line):
                self._grid.addWidget(widget, len(self._lines), column, Qt.AlignmentFlag.AlignTop)
            self._lines.append(line)
        for (sign, title, detail), stage in zip(self._lines, stages, strict=True):
            later = stage.tone is Tone.NEUTRAL
            if later:
                sign.set("more", Tone.NEUTRAL, "senare")
            else:
                sign.set(_SIGNS[stage.tone], stage.tone, _WORDS[stage.tone])
            title.setText(stage.title)
            title.set_tone("muted" if later else "")
            detail.setText(stage.detail)
            pressing = {Tone.MEND: "mend", Tone.LOOK: "look"}.get(stage.tone, "muted")
            detail.set_tone(pressing)
