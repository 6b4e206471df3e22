"""Spelling while one writes: what is known of words, asked of a child process in the background.

Nothing waits for an answer. A word that has not been looked up yet counts as right, and `changed` comes when
more is known. The child is started some time after the first word is asked for, so that it costs no start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from namndstod.domain.spelling import OF_THE_TRADE, KnownWords
from namndstod.services.worker_client import WorkerClient

from .background import Background
from .own_words import OwnWords

WAIT = 1500
"""Milliseconds from the first word until the child is started."""
_BATCH = 4000
_MOST = 100_000
"""Words that are remembered."""


class Spelling(QObject):
    """Knows which words are wrong, as far as they have been looked up."""

    changed = Signal()

    def __init__(
        self,
        own: OwnWords,
        *,
        on: bool = True,
        worker: Callable[[], WorkerClient] = WorkerClient,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.own = own
        self._on = on
        self._make_worker = worker
        self._worker: WorkerClient | None = None
        self._background = Background(self, threads=1)
        self._wrong: dict[str, bool] = {}
        self._asked: dict[str, None] = {}
        self._names: tuple[str, ...] = ()
        self._known = KnownWords((*OF_THE_TRADE, *own.all()))
        self._suggested: dict[str, tuple[str, ...]] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(WAIT)
        self._soon.timeout.connect(self._look_up)

    @property
    def on(self) -> bool:
        """Whether spelling is looked at at all."""
        return self._on

    def turn(self, on: bool) -> None:
        """Look at spelling, or not."""
        self._on = on
        self.changed.emit()

    def know(self, names: Iterable[str]) -> None:
        """Take these names as right (those of the binder), besides the person's own words."""
        self._names = tuple(names)
        self._learn_anew()

    def wrong(self, words: Iterable[str]) -> set[str]:
        """Return those known to be wrong; what is not known yet is looked up."""
        if not self._on:
            return set()
        found = set()
        for word in words:
            verdict = self._wrong.get(word)
            if verdict is None:
                self._ask(word)
            elif verdict and word not in self._known:
                found.add(word)
        return found

    def suggest(self, word: str, tell: Callable[[Sequence[str]], object]) -> None:
        """Tell what may be meant by a wrong word: at once when it is known, else later."""
        if word in self._suggested:
            tell(self._suggested[word])
            return
        known = sorted(self._known.words)
        self._background.run(
            lambda: self._child().suggestions(word, known),
            owner=self,
            done=partial(self._take_suggestions, word, tell),
            failed=lambda _: tell(()),
        )

    def learn(self, word: str) -> None:
        """Keep a word among the person's own."""
        self.own.add(word)
        self._learn_anew()

    def forget(self, word: str) -> None:
        """Keep a word no longer."""
        self.own.remove(word)
        self._learn_anew()

    def close(self) -> None:
        """End the child and whatever is asked of it."""
        self._on = False
        self._soon.stop()
        if self._worker is not None:
            self._worker.cancel()
        self._background.close()
        if self._worker is not None:
            self._worker.close()

    def _learn_anew(self) -> None:
        self._known = KnownWords((*OF_THE_TRADE, *self._names, *self.own.all()))
        self._suggested.clear()
        self.changed.emit()

    def _ask(self, word: str) -> None:
        if word in self._asked:
            return
        self._asked[word] = None
        if not self._soon.isActive() and not self._background.busy():
            self._soon.start()

    def _look_up(self) -> None:
        words = [w for w in self._asked if w not in self._wrong][:_BATCH]
        if words and self._on:
            self._background.run(
                lambda: self._child().wrong_words(words),
                owner=self,
                done=partial(self._take, words),
                failed=lambda _: self.turn(on=False),  # no dictionary: then nothing is underlined
            )

    def _take(self, words: Sequence[str], wrong: Sequence[str]) -> None:
        if len(self._wrong) > _MOST:
            self._wrong.clear()
        bad = set(wrong)
        for word in words:
            self._wrong[word] = word in bad
            self._asked.pop(word, None)
        self._soon.setInterval(0)
        if self._asked:
            self._soon.start()
        if bad:
            self.changed.emit()

    def _take_suggestions(
        self, word: str, tell: Callable[[Sequence[str]], object], found: Sequence[str]
    ) -> None:
        self._suggested[word] = tuple(found)
        tell(found)

    def _child(self) -> WorkerClient:
        """Return the child; only in the one thread of the background."""
        if self._worker is None:
            self._worker = self._make_worker()
        return self._worker
