"""Words that must not be read on the screen just now: what shows a text asks here first."""

from __future__ import annotations

from collections.abc import Callable


class Veil:
    """Goes over every text that labels, lists and Kontroll show; texts in fields are covered by themselves.

    There is one, as there is one screen. It changes nothing that is shown already: who lowers or lifts it
    shows everything again.
    """

    def __init__(self) -> None:
        self._over: Callable[[str], str] | None = None
        self.changes = 0
        """How often it was lowered or lifted: what was shown before the last time is to be shown again."""

    def lower(self, over: Callable[[str], str]) -> None:
        """From now on show `over(text)` in the place of a text."""
        self._over = over
        self.changes += 1

    def lift(self) -> None:
        """From now on show texts as they are."""
        if self._over is not None:
            self._over = None
            self.changes += 1

    def over(self, text: str) -> str:
        """Return what may be shown of `text`."""
        return text if self._over is None else self._over(text)


veil = Veil()
