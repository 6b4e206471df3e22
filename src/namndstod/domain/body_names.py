"""The one canonical name of a body, and the other ways in which texts write it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from .swedish import genitive
from .texts import Draft

_ENDINGS: Final = ("nämnden", "nämnd", "utskottet", "utskott", "beredningen", "beredning")


@lru_cache(maxsize=4000)
def other_names(text: str, name: str) -> tuple[str, ...]:
    """Return how a text writes the name otherwise, each way once: «Regionala tillväxtnämnden»."""
    pattern = _pattern(name)
    if pattern is None:
        return ()
    return tuple(dict.fromkeys(m[0] for m in pattern.finditer(text) if _differs(m, name)))


def with_name(draft: Draft, name: str) -> Draft:
    """Return a block with the canonical name wherever it is written otherwise; a genitive stays one.

    A block with marks is left as it is: they would not stand on their words any more.
    """
    pattern = _pattern(name)
    if pattern is None or draft.marks:
        return draft
    text = pattern.sub(lambda m: _canonical(m, name) if _differs(m, name) else m[0], draft.text)
    return replace(draft, text=text)


@lru_cache(maxsize=64)
def _pattern(name: str) -> re.Pattern[str] | None:
    """A pattern for a name of several words, with or without definite endings; None for other names.

    A name of one word is written with small and large letters and is the common word for such a body too.
    """
    words = name.split()
    ending = next((e for e in _ENDINGS if name.casefold().endswith(e)), None)
    if len(words) < 2 or ending is None:
        return None
    stem = re.escape(words[-1].casefold().removesuffix("et" if ending.endswith("et") else "en"))
    adjectives = [rf"{re.escape(w.casefold().removesuffix('a'))}a?" for w in words[:-1]]
    joined = r"\s+".join([*adjectives, rf"(?P<last>{stem})(?P<definite>en|et)?(?P<genitive>s)?"])
    return re.compile(rf"\b{joined}\b", re.IGNORECASE)


def _differs(match: re.Match[str], name: str) -> bool:
    """Whether it is a name, with a capital, and not this one; «den regionala …» only describes."""
    return match[0][:1].isupper() and " ".join(match[0].split()).casefold() not in (
        name.casefold(),
        genitive(name).casefold(),
    )


def _canonical(match: re.Match[str], name: str) -> str:
    return genitive(name) if match["genitive"] else name
