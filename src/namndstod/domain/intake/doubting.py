"""What is doubtful in a paper as a whole: nothing to read, another language, set in columns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ..memoranda import leftovers
from .found import Doubt
from .source import Source

_WORDS: Final = {
    "svenska": frozenset(
        (
            "och",
            "att",
            "är",
            "för",
            "inte",
            "från",
            "eller",
            "som",
            "till",
            "med",
            "av",
            "den",
            "det",
            "ska",
            "på",
            "har",
            "ett",
        )
    ),
    "danska": frozenset(
        (
            "og",
            "at",
            "er",
            "for",
            "ikke",
            "fra",
            "eller",
            "som",
            "til",
            "med",
            "af",
            "den",
            "det",
            "skal",
            "på",
            "har",
            "et",
            "blev",
            "der",
            "ved",
        )
    ),
    "norska": frozenset(
        (
            "og",
            "at",
            "er",
            "for",
            "ikke",
            "fra",
            "eller",
            "som",
            "til",
            "med",
            "av",
            "den",
            "det",
            "skal",
            "på",
            "har",
            "et",
            "ble",
            "der",
            "ved",
        )
    ),
    "engelska": frozenset(
        (
            "and",
            "to",
            "is",
            "for",
            "not",
            "from",
            "or",
            "which",
            "the",
            "of",
            "with",
            "a",
            "it",
            "shall",
            "on",
            "has",
            "by",
            "in",
            "be",
            "are",
        )
    ),
}
_WORD: Final = re.compile(r"[a-zåäöæøé]+")
_ENOUGH_WORDS: Final = 25
_COLUMNS: Final = 0.4
_ENOUGH_LINES: Final = 12


def language_of(texts: Iterable[str]) -> str:
    """Return «svenska», «danska», «norska», «engelska», or nothing when there is too little text to tell."""
    words = [word for text in texts for word in _WORD.findall(text.casefold())]
    if len(words) < _ENOUGH_WORDS:
        return ""
    counts = {name: sum(word in known for word in words) for name, known in _WORDS.items()}
    most = max(counts, key=lambda name: counts[name])
    return most if counts[most] * 12 > len(words) else ""


def paper_doubts(source: Source) -> tuple[Doubt, ...]:
    """Return what is doubtful in a paper whatever kind it is, beginning with what its file told."""
    found = [Doubt(field="", message=message) for message in source.doubts]
    texts = [line.text for line in source.lines if line.text.strip()]
    if not texts:
        if not found:
            found.append(Doubt(field="", message="Filen har ingen text att läsa. Är den en bild?"))
        return tuple(found)
    language = language_of(texts)
    if language not in ("", "svenska") and not source.doubts:  # a file tells it by itself
        found.append(Doubt(field="", message=f"Texten verkar vara på {language}."))
    beside = [line for line in source.lines if len(line.cells) > 1 and not line.table and len(line.text) > 60]
    if len(texts) >= _ENOUGH_LINES and len(beside) > _COLUMNS * len(texts) and not source.doubts:
        message = "Texten står i spalter. Se efter att raderna hamnade i rätt ordning."
        found.append(Doubt(field="", message=message))
    left = tuple(dict.fromkeys(words for text in texts for words in leftovers(text)))
    found += [
        Doubt(field="", message=f"Mallens text står kvar: ”{words}”.", words=words) for words in left[:5]
    ]
    return tuple(found)
