"""Amounts in words, as decisions write them beside the digits: «tvåhundra tusen kronor»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from .swedish import plain

_SMALL: Final = (
    "noll en två tre fyra fem sex sju åtta nio "
    "tio elva tolv tretton fjorton femton sexton sjutton arton nitton"
)
_TENS: Final = "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio"
_SCALES: Final = {
    "miljarder": 10**9, "miljard": 10**9, "miljoner": 10**6, "miljon": 10**6, "tusen": 1_000, "hundra": 100,
}  # fmt: skip
_VALUES: Final = {
    **{word: number for number, word in enumerate(_SMALL.split())},
    **{word: 10 * number for number, word in enumerate(_TENS.split(), start=2)},
    **_SCALES,
    "ett": 1,
}
_WORD: Final = "|".join(sorted(_VALUES, key=len, reverse=True))
_NUMBER: Final = rf"(?:{_WORD})+(?:[ -](?:{_WORD})+)*"
_DIGITS: Final = r"\d{1,3}(?:[ .]\d{3})+|\d+"
# Compiled when the first amount is looked for: they name every number.
_IN_WORDS: Final = rf"(?<!\w)(?P<words>{_NUMBER})(?=\)? (?:svenska )?(?:kronor|kr)\b)"
_BOTH: Final = (
    rf"(?<![\d,.])(?P<first>{_DIGITS})(?: (?:kronor|kr))? \((?P<words>{_NUMBER})(?: (?:kronor|kr))?\)"
    rf"|(?<!\w)(?P<before>{_NUMBER})(?: (?:kronor|kr))? \((?P<last>{_DIGITS})(?: (?:kronor|kr))?\)"
)


class TwoAmounts(NamedTuple):
    """An amount told twice, in digits and in words, as they stand."""

    digits: int
    in_words: int
    text: str


def number_in_words(text: str) -> int | None:
    """Return the number that Swedish words say: «tvåhundrafemtio tusen» is 250 000. None: they say none."""
    flat = re.sub(r"[ -]", "", text.casefold())
    if not flat or re.fullmatch(rf"(?:{_WORD})+", flat) is None:
        return None
    whole = group = 0
    last = 10**12
    for word in re.findall(_WORD, flat):
        value = _VALUES[word]
        if value == 100:
            group = (group or 1) * 100
        elif value > 100:
            if value >= last:
                return None
            whole, group, last = whole + (group or 1) * value, 0, value
        elif group % 10 and value:
            return None
        else:
            group += value
    return whole + group


@lru_cache(maxsize=4000)
def differing(text: str) -> tuple[TwoAmounts, ...]:
    """Return the amounts that a text tells as one in digits and as another in words beside them."""
    if "(" not in text:
        return ()
    found = []
    for match in re.finditer(_BOTH, plain(text), re.IGNORECASE):
        said = number_in_words(match["words"] or match["before"])
        digits = int(re.sub(r"[ .]", "", match["first"] or match["last"]))
        if said is not None and said != digits:
            found.append(TwoAmounts(digits, said, match[0]))
    return tuple(found)


def amounts_in_words(text: str) -> Iterator[tuple[int, str]]:
    """Find the amounts that stand in words before «kronor», with those words."""
    for match in re.finditer(_IN_WORDS, plain(text), re.IGNORECASE):
        amount = number_in_words(match["words"])
        if amount is not None:
            yield amount, match["words"]
