"""A person's own words: right wherever they are written at this computer. Kept in a plain file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from namndstod.domain.swedish_sort import swedish_key


class OwnWords:
    """The words, one on each line of a UTF-8 file that can be written by hand too.

    A file that cannot be read or written costs no work: the words then last as long as the program runs.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._words = set(_read(path))

    def all(self) -> tuple[str, ...]:
        """The words, in Swedish order."""
        return tuple(sorted(self._words, key=swedish_key))

    def add(self, word: str) -> None:
        """Keep a word."""
        self._words |= {word.strip()} - {""}
        self._write()

    def remove(self, word: str) -> None:
        """Forget a word."""
        self._words.discard(word)
        self._write()

    def _write(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            fresh = self.path.with_name(f"{self.path.name}.ny")
            fresh.write_text("".join(f"{word}\n" for word in self.all()), encoding="utf-8")
            os.replace(fresh, self.path)
        except OSError:
            return


def _read(path: Path) -> Iterable[str]:
    try:
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return ()
    return (word for line in text.splitlines() if (word := line.strip()))
