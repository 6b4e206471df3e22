"""Which words of a text have a spelling to look at, and which are right whatever a dictionary says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from .swedish import plain

_LEFT_ALONE = re.compile(
    r".*[\d@\\/_{}].*"  # numbers, diary numbers, addresses, paths; places of a phrase
    r"|\W*(?:www\.|\w+\.(?:pdf|docx?|xlsx?|se|nu|com|org|eu)\b).*"
    r"|\([A-ZÅÄÖ]{1,5}\)\W*"  # parties
    r"|\W*(?:[^\W\d_]{1,3}\.){2,}\W*"  # t.ex.
)
_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+(?:[-:’'\u2011][^\W\d_]+)*-?")
_SHORT = re.compile(r"[A-ZÅÄÖ]{2,6}(?::?[a-zåäö]{1,3})?(?:-.*)?")  # EU, KSN:s, RAR-medel


OF_THE_TRADE = ("dnr", "diarienr", "justerandes", "sign", "tkr", "mnkr", "mdkr", "medfinansiär", "nämndsekr")
"""Words of minutes that the dictionary lacks."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: characters `start` to `end`, and what to look up."""

    start: int
    end: int
    text: str


def words_in(text: str) -> tuple[Word, ...]:
    """Return the words whose spelling can be looked at: no numbers, addresses, parties and abbreviations."""
    found = []
    for token in _TOKEN.finditer(text):
        start = token.start()
        found += [Word(start + a, start + b, word) for a, b, word in _words(token[0])]
    return tuple(found)


@lru_cache(maxsize=20_000)  # a text is looked at again at each key, and has the same words but for one
def _words(token: str) -> tuple[tuple[int, int, str], ...]:
    """Return the words in what stands between two spaces: from, to, and what to look up."""
    if _LEFT_ALONE.fullmatch(token):
        return ()
    found = []
    for match in _WORD.finditer(token):
        word = plain(match[0]).replace("’", "'")
        if len(word.rstrip("-")) > 1 and not _SHORT.fullmatch(word) and not _has_inner_capital(word):
            found.append((*match.span(), word))
    return tuple(found)


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
