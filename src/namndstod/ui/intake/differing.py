"""A text of which some words differ: struck out where they go, underlined where they come."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from namndstod.ui.kit.theme import font, is_theme_change, set_property, tokens
from namndstod.ui.kit.tokens import Type
from namndstod.ui.kit.veil import veil

Stretches = Sequence[tuple[str, bool]]
"""Pieces of a text, each with whether the other text has it not."""


class DifferingText(QLabel):
    """A paragraph with the words that differ marked; `goes`: they are those that would go."""

    def __init__(self, stretches: Stretches, *, goes: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stretches = tuple(stretches)
        self._goes = goes
        self.setFont(font(Type.BODY))
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_property(self, "tone", "muted" if goes else "")
        self._show()

    def plain(self) -> str:
        """The text without marks, as it may be shown."""
        return veil.over("".join(text for text, _ in self._stretches))

    def sizeHint(self) -> QSize:
        """As wide as its longest word: it takes the width there is, and its height follows from that.

        A label would set its text in several widths to find one that looks well.
        """
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """The same."""
        metrics, margins = self.fontMetrics(), self.contentsMargins()
        longest = max(self.plain().split(), key=len, default="")
        width = metrics.horizontalAdvance(longest) + margins.left() + margins.right()
        return QSize(width, metrics.height() + margins.top() + margins.bottom())

    def changeEvent(self, event: QEvent) -> None:
        """Show the new colours."""
        if is_theme_change(event):
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        whole = "".join(text for text, _ in self._stretches)
        self.setAccessibleName(self.plain())
        if self.plain() != whole:  # «Dölj»: what is left of the words is not taken apart
            self.setTextFormat(Qt.TextFormat.PlainText)
            self.setText(self.plain())
            return
        t = tokens()
        style = (
            f"color:{t.mend};text-decoration:line-through"
            if self._goes
            else f"color:{t.accent};text-decoration:underline"
        )
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(
            "".join(
                f'<span style="{style}">{_html(text)}</span>' if differs and text.strip() else _html(text)
                for text, differs in self._stretches
            )
        )


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")
