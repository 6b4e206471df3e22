"""What stands at the head and foot of pages: told by being repeated there, and page numbers by their form."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from ...domain.intake.headings import known_part

_NUMBER = re.compile(
    r"(?:sid(?:a|an|nr)?\.?\s*)?\(?\d{1,4}(?:\s{0,9}\(\s{0,9}\d{1,4}\s*\)|\s*(?:/|av)\s*\d{1,4}|\))?|[-–]\s*\d{1,4}\s*[-–]",
    re.IGNORECASE,
)
_SURE_NUMBER = re.compile(
    r"\s*(?:sid(?:a|an)?\.?\s*\d{1,4}(?:\s*(?:\(\d{1,4}\)|(?:/|av)\s*\d{1,4}))?|\d{1,4}\s*\(\d{1,4}\))\s*",
    re.IGNORECASE,
)
_NUMBER_WITHIN = re.compile(
    r"\bsid(?:a|an)?\.?\s*\d{1,4}(?:\s*(?:\(\d{1,4}\)|(?:/|av)\s*\d{1,4}))?|\b\d{1,4}\s*\(\d{1,4}\)|\s{2,60}\d{1,4}$",
    re.IGNORECASE,
)
_LETTERHEAD = 14  # lines of the first page that its letterhead may take
_SHORTEST = 5  # letters of what is repeated
_AROUND = 6  # lines before and after a page's end that may be furniture
SIGNING = re.compile(
    r"justera(?:ndes|re|nde)s?\.?\s*(?:sign|signatur)|utdragsbestyrkande|sign(?:atur)?\s*$", re.I
)


def is_page_number(text: str) -> bool:
    """Tell whether a text is nothing but a page number: «4», «4 (6)», «Sida 3 av 5», «– 7 –»."""
    return _NUMBER.fullmatch(text.strip()) is not None


def is_sure_page_number(text: str) -> bool:
    """Tell whether a text can only be a page number, wherever it stands: «291 (303)», «Sida 3»."""
    return _SURE_NUMBER.fullmatch(text) is not None


def key(text: str) -> str:
    """Return what a text has in common on all pages: without its page number."""
    return without_number(text).casefold()


def without_number(text: str) -> str:
    """Return a text of furniture without the page number in it."""
    return " ".join(_NUMBER_WITHIN.sub(" ", text).split())


def is_mark(text: str) -> bool:
    """Tell whether a line by itself says that a page ends or begins here: its number, a line to sign on."""
    return is_sure_page_number(text) or SIGNING.match(text) is not None


def heads_part(text: str) -> bool:
    """Tell whether a text is the heading of a part («Sammanfattning»), which may top two pages by chance."""
    return known_part(text) is not None


def repeated(edges: Iterable[Iterable[str]]) -> frozenset[str]:
    """Return the keys that stand at the edges of two pages or more; `edges` has the keys of each page.

    Of many pages at least a third must have it: a heading may stand at the top of two by chance.
    """
    pages: defaultdict[str, int] = defaultdict(int)
    count = 0
    for keys in edges:
        count += 1
        for one in set(keys):
            pages[one] += 1
    least = max(2, count // 3)
    return frozenset(one for one, times in pages.items() if times >= least)


def running_heads(pages: Sequence[Sequence[Sequence[str]]]) -> set[tuple[int, int]]:
    """Return the lines (page, line) at the tops of pages that only repeat what the first page's head says.

    A first page often has a letterhead of its own, so that the head of the second is not the same. `pages`
    has the cells of each line. One cell at least must have a digit: a day, a diary number, the page's number.
    """
    head = ""
    above = 0
    found: set[tuple[int, int]] = set()
    for number, page in enumerate(pages):
        taken: list[Sequence[str]] = []
        for cells in page[:_AROUND]:
            if not _repeats(cells, head):
                break
            taken.append(cells)
        if any(any(c.isdigit() for c in cell) for cells in taken for cell in cells):
            found |= {(number, at) for at in range(len(taken))}
        for cells in page[: max(0, _LETTERHEAD - above)]:
            head += f" | {' '.join(cells).casefold()}"
        above += len(page)
    return found


def _repeats(cells: Sequence[str], head: str) -> bool:
    bare = [without_number(cell).strip() for cell in cells]
    return all(
        not cell or (len(cell) > _SHORTEST and cell.casefold() in head and not heads_part(cell))
        for cell in bare
    )


def furniture_at(texts: Sequence[str], starts: Iterable[int] = ()) -> set[int]:
    """Return which lines of running text are furniture; `starts` are the first lines of pages.

    Furniture are marks of a page's end, and what adjoins a mark, or the start of a page, on several pages.
    """
    marks = {at for at, text in enumerate(texts) if is_mark(text)}
    ends = sorted({*starts, *marks, len(texts)})
    if len(ends) < 2:
        return marks
    keys = [key(text) for text in texts]
    near = {at for end in ends for at in range(max(0, end - _AROUND), min(len(texts), end + _AROUND + 1))}
    counts = Counter(keys[at] for at in near)
    often = {one for one, times in counts.items() if times >= max(2, len(ends) // 4) and one[-1:] != ":"}
    taken = set(marks)
    for end in ends:
        before = range(end - 1, max(-1, end - 1 - _AROUND), -1)
        after = range(end + (end in marks), min(len(texts), end + 1 + _AROUND))
        for way in (before, after):
            taken |= set(itertools.takewhile(lambda at: keys[at] in often or at in marks, way))
    return taken
