"""What stands at the head and foot of pages: told by being repeated there, and page numbers by their form."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

_NUMBER = re.compile(
    r"(?:sid(?:a|an|nr)?\.?\s*)?\(?\d{1,4}(?:\s*\(\s*\d{1,4}\s*\)|\s*(?:/|av)\s*\d{1,4}|\))?|[-–]\s*\d{1,4}\s*[-–]",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    r"\s*(?:sid(?:a|an)?\.?\s*\d{1,4}(?:\s*(?:\(\d{1,4}\)|(?:/|av)\s*\d{1,4}))?|\d{1,4}\s*\(\d{1,4}\))\s*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
SIGNING = re.compile(
    r"justera(?:ndes|re|nde)s?\.?\s*(?:sign|signatur)|utdragsbestyrkande|sign(?:atur)?\s*$", re.I
)


def is_page_number(text: str) -> bool:
    """Tell whether a text is nothing but a page number: «4», «4 (6)», «Sida 3 av 5», «– 7 –»."""
    return _NUMBER.fullmatch(text.strip()) is not None


def is_sure_page_number(text: str) -> bool:
    """Tell whether a text can only be a page number, wherever it stands: «291 (303)», «Sida 3»."""
    return _NUMBER_OF.fullmatch(text) is not None


def key(text: str) -> str:
    """Return what a text has in common on all pages: its numbers aside."""
    return _DIGITS.sub("#", text).casefold()


def repeated(edges: Iterable[Sequence[str]]) -> frozenset[str]:
    """Return the keys that stand at the edges of two pages or more; `edges` has the texts of each page.

    Of many pages at least a sixth must have it: a heading may stand at the top of two of forty by chance.
    """
    pages: defaultdict[str, int] = defaultdict(int)
    count = 0
    for texts in edges:
        count += 1
        for one in {key(text) for text in texts if text}:
            pages[one] += 1
    least = max(2, count // 6)
    return frozenset(one for one, times in pages.items() if times >= least)
