"""Swedish spelling by Hunspell and Den stora svenska ordlistan. Runs in a child process: see `Dictionary`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache

from ..resources import resource

MOST = 5
"""Suggestions given for a word."""
_LETTERS = "abcdefghijklmnopqrstuvwxyzåäöé"
_COMPOUND = 8
"""Letters from which a word may be a compound that no dictionary lists."""


class Dictionary:
    """The dictionary, loaded. Python stands still while it loads (0.3 s) and suggests (up to 0.7 s)."""

    def __init__(self) -> None:
        """Load it. Raises FileNotFoundError when the program came without it."""
        from hunspell import Hunspell

        self._hunspell = Hunspell(
            "sv_SE", hunspell_data_dir=str(resource("spelling")), system_encoding="utf-8"
        )

    def wrong(self, words: Iterable[str]) -> list[str]:
        """Return the words that are not Swedish, compounds of Swedish words included."""
        return [word for word in words if not self._right(word)]

    def suggest(self, word: str, known: Collection[str] = ()) -> list[str]:
        """Return words that may be meant, the likeliest first.

        `known` are words that belong here though no dictionary has them. Hunspell suggests no compounds
        that it does not list; those one letter away are tried here.
        """
        listed = list(self._hunspell.suggest(word))
        near = _near(word.lower())
        names = [k for k in known if k.lower() in near]
        lower = {w.lower() for w in listed}
        made: list[str] = []
        if len(word) >= _COMPOUND and not any(w in near for w in lower):
            made = [w for w in near if w not in lower and self._right(w)]
        wanted = [*names, *sorted(listed, key=lambda w: w.lower() not in near), *made]
        return list(dict.fromkeys(_as_written(w, word) for w in wanted))[:MOST]

    def _right(self, word: str) -> bool:
        return bool(self._hunspell.spell(word))


@cache
def dictionary() -> Dictionary:
    """Return the dictionary, loaded once in a process."""
    return Dictionary()


def _near(word: str) -> dict[str, None]:
    """Return what is one slip away from a word, the commonest slips in Swedish first."""
    return dict.fromkeys(w for w in _slips(word) if w != word)


def _slips(word: str) -> Iterator[str]:
    halves = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    yield from (a + b[:1] + b for a, b in halves if b)  # a letter that should be double
    yield from (a + b[1:] for a, b in halves if b)  # one too many
    yield from (a + b[1] + b[0] + b[2:] for a, b in halves if len(b) > 1)
    yield from (a + letter + b[1:] for a, b in halves if b for letter in _LETTERS)
    yield from (a + letter + b for a, b in halves for letter in _LETTERS)


def _as_written(found: str, word: str) -> str:
    """Return a suggestion with the capital of the word it is for."""
    return found[:1].upper() + found[1:] if word[:1].isupper() and not found[:1].isupper() else found
