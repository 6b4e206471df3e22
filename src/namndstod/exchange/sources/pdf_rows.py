"""Words of a page to rows: what stands on one line, its cells parted by wide gaps, columns of prose told."""

from __future__ import annotations

import itertools
import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .labels import split_label
from .pdf_words import Word

_SAME_LINE = 0.3  # of the size: baselines this near are one line
_WIDE = 1.15  # of the size: a gap that parts cells
_LEADER = re.compile(r"[.…_·]{3,}|[.…]")
_FEWEST = 8  # rows that make columns of prose
_FILLED = 0.8  # of a column's width: a line of prose that goes on


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words without a wide gap between them."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line: its label, its stretches from left to right, where its baseline and left edge are."""

    stretches: tuple[Stretch, ...]
    base: float
    size: float
    bold: bool
    left: float
    label: str = ""

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.stretches[-1].right

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(one.text for one in self.stretches)


def rows_of(words: Sequence[Word]) -> tuple[list[Row], bool]:
    """Return the rows of a page from above, and whether it has columns of prose: one after the other."""
    rows = list(_rows(words))
    gutter = _gutter(rows)
    if gutter is None:
        return rows, False
    first, last, x = gutter
    top, bottom = rows[first].base + 0.5, rows[last].base - 0.5
    inside = [word for word in words if bottom <= word.base <= top]
    left = [word for word in inside if word.right <= x]
    right = [word for word in inside if word.right > x]
    return [*rows[:first], *_rows(left), *_rows(right), *rows[last + 1 :]], True


def _rows(words: Sequence[Word]) -> Iterator[Row]:
    """Yield the rows of these words from above; a raised sign belongs to the line that it stands in."""
    line: list[Word] = []
    for word in sorted(words, key=lambda w: -w.base):
        if line and line[0].base - word.base > _SAME_LINE * max(line[0].size, word.size):
            yield from _row(line)
            line = []
        line.append(word)
    yield from _row(line)


def _row(words: list[Word]) -> Iterator[Row]:
    order = {id(word): at for at, word in enumerate(words)}
    words = sorted(words, key=lambda w: (w.left, order[id(w)]))
    seen = [word for word in words if not _LEADER.fullmatch(word.text) or len(words) == 1]
    if not seen or not any(char.isalnum() for word in seen for char in word.text):
        seen = [word for word in seen if not word.text.startswith("_")]
    if not seen:
        return
    main = max(seen, key=lambda w: (w.size, len(w.text)))
    letters = sum(len(word.text) for word in seen)
    bold = sum(len(word.text) for word in seen if word.bold)
    sizes = [word.size for word in seen for _ in word.text]
    label, stretches = _labelled(list(_stretches(seen)))
    yield Row(stretches, main.base, statistics.mode(sizes), bold >= 0.9 * letters, seen[0].left, label)


def _labelled(stretches: list[Stretch]) -> tuple[str, tuple[Stretch, ...]]:
    """Return the label of a line and its stretches without it; «att» and its tab are no cell of their own."""
    first, *others = stretches
    if others and first.text.lower() == "att":
        return "", (Stretch(f"{first.text} {others[0].text}", first.left, others[0].right), *others[1:])
    if others and (split := split_label(f"{first.text} {others[0].text}"))[1] == others[0].text:
        return split[0], tuple(others)
    label, rest = split_label(first.text)
    return label, (replace(first, text=rest), *others)


def _stretches(words: list[Word]) -> Iterator[Stretch]:
    gaps = [after.left - before.right for before, after in itertools.pairwise(words)]
    size = max(word.size for word in words)
    usual = statistics.median(gaps) if len(gaps) > 3 else 0.0
    wide = max(_WIDE * size, 2.5 * usual if usual < 2 * size else 0.0)
    text, left, right = words[0].text, words[0].left, words[0].right
    for word, gap in zip(words[1:], gaps, strict=True):
        if gap > wide:
            yield Stretch(text, left, right)
            text, left, right = word.text, word.left, word.right
        else:
            text += f" {word.text}"
            right = max(right, word.right)
    yield Stretch(text, left, right)


def _gutter(rows: Sequence[Row]) -> tuple[int, int, float] | None:
    """Return first and last row of columns of prose and where the gap between them is, or None."""
    double = [at for at, row in enumerate(rows) if len(row.stretches) == 2]
    if len(double) < _FEWEST:
        return None
    first, last = double[0], double[-1]
    left_end = max(rows[at].stretches[0].right for at in double)
    right_start = min(rows[at].stretches[1].left for at in double)
    if left_end >= right_start or len(double) < 0.6 * (last - first + 1):
        return None
    x = (left_end + right_start) / 2
    if any(row.left < x < row.right for row in rows[first : last + 1] if len(row.stretches) == 1):
        return None
    for column in (0, 1):
        cells = [rows[at].stretches[column] for at in double]
        width = max(cell.right for cell in cells) - min(cell.left for cell in cells)
        filled = sum(cell.right - cell.left >= _FILLED * width for cell in cells)
        prose = sum(" " in cell.text for cell in cells)
        if filled < 0.6 * len(cells) or prose < 0.8 * len(cells):
            return None
    return first, last, x
