"""Collects garbage in the UI thread only.

Python's collector runs in whatever thread happens to allocate. When it finds a widget in a cycle while a
background thread has its turn, the widget is destroyed there, and Qt crashes. So the collector is switched
off while there are background threads, and a timer of the UI thread does its work.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 100  # ms; what piles up in longer ones takes long enough to be noticed
HELD = 6  # pauses that something is kept, at least all but one of them


class Sweeper(QObject):
    """Collects now and then, by Python's own thresholds. `rest()` gives the work back to Python."""

    _at_work = 0

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._resting = False
        self._held: list[list[object]] = [[] for _ in range(HELD)]
        Sweeper._at_work += 1
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.sweep)
        self._timer.start()

    def hold(self, thing: object) -> None:
        """Keep `thing` for a moment, so that its last reference is not dropped in another thread."""
        self._held[-1].append(thing)

    def sweep(self) -> None:
        """Drop what was held for long enough, and collect what is due."""
        self._held = [*self._held[1:], []]
        young, middle, old = gc.get_count()
        first, second, third = gc.get_threshold()
        if young > first:
            gc.collect(2 if old > third and middle > second else 1 if middle > second else 0)

    def rest(self) -> None:
        """Stop; the last one that rests switches the collector on again."""
        if not self._resting:
            self._resting = True
            self._timer.stop()
            Sweeper._at_work -= 1
            if Sweeper._at_work == 0:
                gc.enable()
