"""Which field a heading names, by its words: exactly, by what is in it, shortened or misspelt."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache
from typing import Final, NamedTuple

from ...swedish_sort import fold
from ..found_delegated import DelegatedField
from .amounts import read_amount
from .vocabulary import FUNDING, IDENTITY, OFFICERS, ORDINARY, OTHERS, STEMS, WEAK, WORDS

LONGEST: Final = 80
_SHORTEST_TYPO: Final = 6
_ALIKE: Final = 0.86
_SHORTEST_PREFIX: Final = 3
_UNIT: Final = re.compile(
    r"[\s,/]*[(\[]?\s*(?:i\s+)?(?P<unit>tkr|ksek|tusen(?:tal)?(?: kr(?:onor)?)?|mkr|mnkr|msek|kr|kronor|"
    r"sek|:-)\.?\s*[)\]]?\s*$"
)
_FOREIGN: Final = re.compile(r"\b(?:eur|euro|usd|nok|dkk|gbp|dollar)\b|[€$£]")  # no kronor of ours
_BRACKETS: Final = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_SIGNS: Final = re.compile(r"[^\w#§%/+]+|_+")
_HUMP: Final = re.compile(r"(?<=[a-zåäö])(?=[A-ZÅÄÖ][a-zåäö])")  # DecisionDate
_UNMARKED: Final = str.maketrans("åäö", "aao")


def _in_both_spellings(pattern: str) -> re.Pattern[str]:
    """Let a pattern be found in «handlaggare» too, as technical names of columns are written."""
    unmarked = pattern.translate(_UNMARKED)
    return re.compile(pattern if unmarked == pattern else f"(?:{pattern})|(?:{unmarked})")


_STEMS: Final = tuple((_in_both_spellings(pattern), field, strength) for pattern, field, strength in STEMS)
_OTHERS: Final = _in_both_spellings(OTHERS)
_OFFICERS: Final = _in_both_spellings(OFFICERS)
_FUNDING: Final = _in_both_spellings(FUNDING)
_IDENTITY: Final = _in_both_spellings(IDENTITY)


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
    marked = {
        _squeezed(fold(word)): (field, strength)
        for field, by_strength in WORDS.items()
        for strength, words in by_strength.items()
        for word in words.split()
    }
    return {word.translate(_UNMARKED): found for word, found in marked.items()} | marked


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
    spaced = _spaced(text, bare)
    if not spaced or ". " in bare:
        return NOTHING
    if _OTHERS.search(spaced):
        return Heading(other=True, factor=factor)
    for pattern, field, strength in _STEMS:
        if pattern.search(spaced):
            return Heading(field, strength, factor=factor)
    short = _shortened(text, spaced, factor)
    return Heading(DelegatedField.AMOUNT, WEAK, factor=factor) if short is NOTHING and unit else short


def _spaced(text: str, folded: str) -> str:
    """Return the words of a heading with spaces between them: «decision date» of DecisionDate."""
    if " " not in folded and "_" not in folded and _HUMP.search(text):
        folded = fold(_HUMP.sub(" ", text))
    return " ".join(_SIGNS.sub(" ", folded).split())


def names_officer(text: str) -> bool:
    """Whether a heading names who prepared a decision: «Handläggare»."""
    return len(text) <= LONGEST and _OFFICERS.search(_spaced(text, fold(text))) is not None


def names_funding(text: str) -> bool:
    """Whether a heading names what a project is paid with: «Regional medfinansiering»."""
    return len(text) <= LONGEST and _FUNDING.search(_spaced(text, fold(text))) is not None


def names_identity(text: str) -> bool:
    """Whether a heading names personnummer."""
    return len(text) <= LONGEST and _IDENTITY.search(_spaced(text, fold(text))) is not None


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


def unit_told(text: str) -> int | None:
    """Return what the amounts of a table count in, as a line above it ends: «Belopp i tkr», «(mkr)»."""
    bare = text.strip(" .").casefold()
    found = _UNIT.search(bare) if len(bare) <= LONGEST else None
    if found is None or (found.start() and (found[0][0].isalpha() or bare[found.start() - 1].isdigit())):
        return None  # part of a word, or an amount: «500 tkr»
    return _factor(found["unit"])


def names_unit(text: str) -> bool:
    """Whether a heading says itself what its amounts count in."""
    return _UNIT.search(fold(text).strip(" .:*")) is not None


def joined(upper: str, lower: str) -> str:
    """Return a heading that stands on two rows: «Diarie-» and «nummer» are one word."""
    if not upper or upper == lower:
        return lower
    if not lower:
        return upper
    if upper.endswith("-") and lower[:1].islower():
        return upper[:-1] + lower
    return f"{upper} {lower}"
