"""Columns that a print has run together: labels over values, and several who sign beside each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from .head_labels import labelled
from .namely import is_person, is_title, is_unit
from .source import SourceLine
from .values import days_said, diary_numbers_in

_HEAD: Final = 40  # lines in which a letterhead may stand
_MOST_WORDS: Final = 16
_MOST_SIGNERS: Final = 4
_NAMES: Final = re.compile(r"(?:[A-ZÅÄÖÉ][\wéü-]*|von|af|av|de)(?:\s+(?:[A-ZÅÄÖÉ][\wéü-]*|von|af|av|de)){3,}")


def with_cells(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Give cells to «Tjänsteställe, handläggare Datum Beteckning» and to the values on the next line."""
    made = list(lines)
    for number, line in enumerate(made[:_HEAD]):
        labels = () if line.cells else _labels(line.text)
        if len(labels) < 2:
            continue
        made[number] = replace(line, cells=labels)
        below = made[number + 1] if number + 1 < len(made) else None
        if (
            below is not None
            and not below.cells
            and len(values := _values(below.text, len(labels))) == len(labels)
        ):
            made[number + 1] = replace(below, cells=values)
    return made


def with_signers_apart(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Give cells to names, and titles below them, that stand beside each other on one line."""
    made = list(lines)
    for number, (line, below) in enumerate(pairwise(lines)):
        if line.label or below.label or line.table or not _NAMES.fullmatch(line.text):
            continue
        if len(line.cells) > 1 and len(line.cells) == len(below.cells):
            continue
        for count in range(2, _MOST_SIGNERS + 1):
            names = _parted(line.text, count, is_person)
            titles = _parted(below.text, count, is_title) if len(names) == 1 else []
            if len(names) == len(titles) == 1:
                made[number] = replace(line, cells=names[0])
                made[number + 1] = replace(below, cells=titles[0])
                break
    return made


def _labels(text: str) -> tuple[str, ...]:
    """Part a line into labels; nothing when something in it is none."""
    words, found, at = text.split(), list[str](), 0
    if len(words) > _MOST_WORDS:
        return ()
    while at < len(words):
        ends = range(len(words), at, -1)
        longest = next((end for end in ends if _is_label(" ".join(words[at:end]))), None)
        if longest is None:
            return ()
        found.append(" ".join(words[at:longest]))
        at = longest
    return tuple(found)


def _is_label(text: str) -> bool:
    label = labelled(text)
    return label is not None and not label.rest


def _values(text: str, count: int) -> tuple[str, ...]:
    """Part a line at the days and diary numbers in it, and a workplace from the person who works there."""
    edges = {0, len(text)}
    for day in days_said(text):
        edges |= {day.start, day.end}
    for number in diary_numbers_in(text):
        start = text.index(number)
        edges |= {start, start + len(number)}
    found = tuple(part for a, b in pairwise(sorted(edges)) if (part := text[a:b].strip()))
    if len(found) >= count:
        return found
    return tuple(piece for part in found for piece in _unit_and_person(part))


def _unit_and_person(text: str) -> tuple[str, ...]:
    words = text.split()
    ways = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    fitting = [way for way in ways if is_unit(way[0]) and is_person(way[1])]
    return fitting[0] if len(fitting) == 1 else (text,)


def _parted(text: str, count: int, is_one: Callable[[str], bool]) -> list[tuple[str, ...]]:
    """Return the ways to part words into so many pieces that each are one."""
    words = re.split(r"\s+", text.strip())
    if not count <= len(words) <= _MOST_WORDS:
        return []
    return list(_ways(words, count, is_one))


def _ways(words: list[str], count: int, is_one: Callable[[str], bool]) -> Iterator[tuple[str, ...]]:
    if count == 1:
        if is_one(" ".join(words)):
            yield (" ".join(words),)
        return
    for end in range(1, len(words) - count + 2):
        first = " ".join(words[:end])
        if is_one(first):
            for rest in _ways(words[end:], count - 1, is_one):
                yield first, *rest
