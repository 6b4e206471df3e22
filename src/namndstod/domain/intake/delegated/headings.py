"""Which field a heading names, by its words: exactly, by what is in it, shortened or misspelt."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache
from typing import Final, NamedTuple

from ...swedish_sort import fold
from ..found_delegated import DelegatedField
from .amounts import read_amount
from .vocabulary import ORDINARY, OTHERS, STEMS, WEAK, WORDS

LONGEST: Final = 80
_SHORTEST_TYPO: Final = 6
_ALIKE: Final = 0.86
_SHORTEST_PREFIX: Final = 3
_UNIT: Final = re.compile(
    r"[\s,/]*[(\[]?\s*(?:i\s+)?(?P<unit>tkr|ksek|tusen(?: kr(?:onor)?)?|mkr|mnkr|msek|kr|kronor|sek|:-)"
    r"\.?\s*[)\]]?\s*$"
)
_FOREIGN: Final = re.compile(r"\b(?:eur|euro|usd|nok|dkk|gbp|dollar)\b|[€$£]")  # no kronor of ours
_BRACKETS: Final = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_SIGNS: Final = re.compile(r"[^\w#§%/+]+")
_STEMS: Final = tuple((re.compile(pattern), field, strength) for pattern, field, strength in STEMS)
_OTHERS: Final = re.compile(OTHERS)


class Heading(NamedTuple):
    """What a heading says. `other`: it names something that no field holds. `factor`: 1 000 for tkr."""

    field: DelegatedField | None = None
    strength: int = 0
    other: bool = False
    factor: int = 1


NOTHING: Final = Heading()


def _squeezed(text: str) -> str:
    return re.sub(r"[\s./_:-]+", "", text)


def _exact() -> dict[str, tuple[DelegatedField, int]]:
    return {
        _squeezed(fold(word)): (field, strength)
        for field, by_strength in WORDS.items()
        for strength, words in by_strength.items()
        for word in words.split()
    }


_EXACT: Final = _exact()


@lru_cache(maxsize=4096)
def heading(text: str) -> Heading:
    """Return what a heading means; `NOTHING` when its words say nothing."""
    if not text or len(text) > LONGEST:
        return NOTHING
    folded = fold(text).strip(" .:*\n\t'\"")
    if _FOREIGN.search(folded):
        return Heading(other=True)
    unit = _UNIT.search(folded)
    factor = _factor(unit["unit"]) if unit else 1
    bare = folded[: unit.start()].strip(" ,:") if unit and unit.start() else folded
    for words in dict.fromkeys((folded, bare, _BRACKETS.sub("", bare).strip())):
        if found := _EXACT.get(_squeezed(words)):
            return Heading(*found, factor=factor)
    spaced = " ".join(_SIGNS.sub(" ", bare).split())
    if not spaced or ". " in bare:
        return NOTHING
    if _OTHERS.search(spaced):
        return Heading(other=True)
    for pattern, field, strength in _STEMS:
        if pattern.search(spaced):
            return Heading(field, strength, factor=factor)
    short = _shortened(text, spaced, factor)
    return Heading(DelegatedField.AMOUNT, WEAK, factor=factor) if short is NOTHING and unit else short


def _shortened(text: str, spaced: str, factor: int) -> Heading:
    """Return what «Besl.fattare», «Mott.» or «Dairienummer» stand for, where only one field can be meant."""
    squeezed = _squeezed(spaced)
    parts = [part for part in re.split(r"[.\s]+", fold(text).strip()) if part]
    if "." in text and len(parts) <= 3 and len(squeezed) >= _SHORTEST_PREFIX:
        pattern = re.compile(r"\w*?".join(map(re.escape, parts)) + r"\w*")
        fields = {
            field
            for word, (field, strength) in _EXACT.items()
            if strength >= ORDINARY and pattern.fullmatch(word)
        }
        if len(fields) == 1:
            return Heading(fields.pop(), ORDINARY, factor=factor)
    if len(squeezed) >= _SHORTEST_TYPO and squeezed.isalpha() and len(squeezed) < 25:
        close = get_close_matches(squeezed, _EXACT, n=1, cutoff=_ALIKE)
        if close:
            return Heading(_EXACT[close[0]][0], WEAK, factor=factor)
    return NOTHING


def _factor(unit: str) -> int:
    """Return what a unit stands for in kronor."""
    amount, _ = read_amount(f"1 {unit}")
    return amount or 1


def heading_words(text: str) -> str:
    """Return a heading folded, without the signs around it."""
    return " ".join(fold(text).strip(" .:*").split())


def unit_factor(text: str) -> int | None:
    """Return 1 000 for «tkr», 1 for «kr», None for what is no unit."""
    bare = text.strip(" ()[].").casefold()
    found = _UNIT.fullmatch(bare)
    return _factor(found["unit"]) if found else None


def joined(upper: str, lower: str) -> str:
    """Return a heading that stands on two rows: «Diarie-» and «nummer» are one word."""
    if not upper or upper == lower:
        return lower
    if not lower:
        return upper
    if upper.endswith("-") and lower[:1].islower():
        return upper[:-1] + lower
    return f"{upper} {lower}"
