"""Which ärende a paper is about, and which file a name among its supporting documents means."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from namndstod.domain.swedish_sort import fold
from namndstod.domain.view import ItemView

_LIKE: Final = 0.6  # of the words' weight that two titles share
_SURE: Final = 0.8  # where the diary numbers say otherwise
_LEAD: Final = 0.12  # before the next best
_SAME_NAME: Final = 0.5
_STEM: Final = 5  # letters by which a word is known in all its forms
_SMALL: Final = frozenset(
    [
        "och",
        "för",
        "av",
        "i",
        "till",
        "den",
        "det",
        "de",
        "en",
        "ett",
        "om",
        "på",
        "med",
        "samt",
        "från",
        "enligt",
        "ang",
        "angående",
        "avseende",
        "vid",
        "som",
    ]
)
_OWN: Final = re.compile(
    r"(föredragnings-?\s?pm|tjänste-?(skrivelse|utlåtande)|beslutspromemoria)\b", re.IGNORECASE
)


def same_number(one: str, other: str) -> bool:
    """Whether two diary numbers are the same, however spaces, hyphens and letters are set."""
    return bool(_bare(one)) and _bare(one) == _bare(other)


def _bare(number: str) -> str:
    return re.sub(r"[\s\u00a0\u00ad\u2010\u2011]+|^(dnr|diarienummer|ärendenummer)\W*", "", fold(number))


def item_of(items: Sequence[ItemView], diary_number: str, external: str, title: str) -> ItemView | None:
    """Return the item that a paper is about: by its diary number, then by its title; None when none is."""
    for number in (diary_number, external):
        same = [i for i in items if same_number(number, i.diary_number)]
        if not same and number:
            same = [i for i in items if i.matter and same_number(number, i.matter.external_diary_number)]
        if len(same) == 1:
            return same[0]
        if same:
            return max(same, key=lambda i: likeness(title, i.item.title))
    weights = _weights([i.item.title for i in items])
    ranked = sorted(((likeness(title, i.item.title, weights), i) for i in items), key=lambda p: -p[0])
    if not ranked:
        return None
    best, item = ranked[0]
    lead = best - (ranked[1][0] if len(ranked) > 1 else 0)
    another = bool(diary_number and item.diary_number)
    return item if best >= (_SURE if another else _LIKE) and lead >= _LEAD else None


def likeness(one: str, other: str, weights: Mapping[str, float] | None = None) -> float:
    """Return how much of their words two titles share, from 0 to 1; long and rare words count more."""
    left, right = _stems(one), _stems(other)
    if not left or not right:
        return 0.0
    known = weights or {}

    def weight(stem: str) -> float:
        return known.get(stem, 1.0) * (1.0 if len(stem) > 3 else 0.5)

    shared = sum(weight(s) for s in left & right)
    return 2 * shared / (sum(map(weight, left)) + sum(map(weight, right)))


def _weights(titles: Sequence[str]) -> dict[str, float]:
    counts = Counter(stem for title in titles for stem in _stems(title))
    return {stem: 1.0 / count for stem, count in counts.items()}


def _stems(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W_]+", fold(text))
    return frozenset(w[:_STEM] if w.isalpha() else w for w in words if w not in _SMALL)


def same_body(one: str, other: str) -> bool:
    """Whether two names are forms of one («Regional tillväxtnämnd», «Regionala tillväxtnämnden»)."""
    return _stems(one) == _stems(other)


def is_the_paper_itself(name: str) -> bool:
    """Whether a supporting document is the memorandum itself («FöredragningsPM till …»)."""
    return _OWN.match(name.strip()) is not None


def matched(names: Sequence[str], titles: Mapping[str, str]) -> dict[str, str]:
    """Return which file each name means: its key in `titles` (key → title or file name); each file once.

    «Remissvar från Hamnkommunen» means 01-remissvar.pdf; nothing is given for a name that fits none.
    """
    pairs = [
        (score, -place, name, key)
        for place, name in enumerate(names)
        for key, title in titles.items()
        if (score := _resemblance(name, title)) >= _SAME_NAME
    ]
    found: dict[str, str] = {}
    for _, _, name, key in sorted(pairs, key=lambda p: (-p[0], -p[1])):
        if name not in found and key not in found.values():
            found[name] = key
    return found


def _resemblance(name: str, title: str) -> float:
    """Return how well a name and the title of a file go together; file names have lost å, ä and ö."""
    left, right = _plain(name), _plain(title)
    shared = sum(max((_same(one, other) for other in right), default=0.0) for one in left)
    if shared < 1 and len(left) > 1:
        return 0.0
    return (
        max(2 * shared / (len(left) + len(right)), 0.9 * shared / min(len(left), len(right)))
        if shared
        else 0.0
    )


def _same(one: str, other: str) -> float:
    """Return 1 for the same word, a little less for one that goes on («remiss», «remissen»)."""
    if one == other:
        return 1.0 if not one.isdigit() else 0.3
    short, long = sorted((one, other), key=len)
    return 0.8 if len(short) >= _STEM and long.startswith(short) else 0.0


def _plain(text: str) -> frozenset[str]:
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    stem = re.sub(r"^\d{1,3}[\s._-]+", "", re.sub(r"\.[A-Za-z]{3,4}$", "", bare))
    return frozenset(w for w in re.findall(r"[^\W_]+", stem.casefold()) if w not in _SMALL)
