"""Which words of a text have a spelling to look at, and which are right whatever a dictionary says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from .swedish import plain

_LEFT_ALONE = re.compile(
    r"\S*[\d@\\/_]\S*"  # numbers, diary numbers, addresses, paths
    r"|(?:www\.|\w+\.(?:pdf|docx?|xlsx?|se|nu|com|org|eu)\b)\S*"
    r"|\{[^{}\n]*\}"  # places of a phrase that are to be filled in
    r"|\((?:[A-ZÅÄÖ]{1,5}|–)\)"  # parties
    r"|(?:\b[^\W\d_]{1,3}\.){2,}"  # t.ex.
)
_WORD = re.compile(r"[^\W\d_]+(?:[-:’'\u2011][^\W\d_]+)*-?")
_SHORT = re.compile(r"[A-ZÅÄÖ]{2,6}(?::?[a-zåäö]{1,3})?(?:-.*)?")  # EU, KSN:s, RAR-medel


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: characters `start` to `end`, and what to look up."""

    start: int
    end: int
    text: str


_REMEMBERED = 4000


@lru_cache(maxsize=_REMEMBERED)
def words_in(text: str) -> tuple[Word, ...]:
    """Return the words whose spelling can be looked at: no numbers, addresses, parties and abbreviations."""
    left = [m.span() for m in _LEFT_ALONE.finditer(text)]
    return tuple(_words(text, left))


def _words(text: str, left: list[tuple[int, int]]) -> Iterator[Word]:
    for match in _WORD.finditer(text):
        word, (start, end) = plain(match[0]).replace("’", "'"), match.span()
        if len(word.rstrip("-")) < 2 or any(a < end and start < b for a, b in left):
            continue
        if _SHORT.fullmatch(word) or _has_inner_capital(word):
            continue
        yield Word(start, end, word)


def _has_inner_capital(word: str) -> bool:
    """Whether a word is written like a trade mark: «FöredragningsPM»."""
    return any(c.isupper() for part in word.split("-") for c in part[1:])


class KnownWords:
    """Words that are right whatever a dictionary says: names of the register, of bodies, a person's own."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        """Know all words of the texts."""
        self.words = frozenset(word for text in texts for word in _parts(text))
        self._lower = frozenset(word.casefold() for word in self.words)

    def __contains__(self, word: str) -> bool:
        lower = word.casefold()
        return self._has(lower) or ("-" in lower and all(self._has(p) for p in lower.split("-") if p))

    def _has(self, lower: str) -> bool:
        bare = lower.rstrip("-")
        return bare in self._lower or (bare.endswith("s") and bare[:-1].rstrip(":'") in self._lower)


def _parts(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        word = plain(match[0])
        yield word.rstrip("-")
        if "-" in word:
            yield from (part for part in word.split("-") if part)
