"""The title of a memorandum among the lines above its first part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from .mending import joined
from .namely import is_person, is_reached, is_title, without_reach
from .source import SourceLine

_LONGEST: Final = 300
_HOUSE: Final = re.compile(
    r"[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)? (?:kommun|stad|KOMMUN|STAD)"
    r"|(?:Region|REGION)(?: [A-ZÅÄÖ][\w-]+){1,2}(?: län| LÄN)?"
)
_ENDS_OPEN: Final = ("–", "-", ":", ",", " och", " för", " av", " i", " till", " om", " med", " på")


class FoundTitle(NamedTuple):
    """The title, the lines that are it, and whether others could be it as well."""

    text: str
    lines: frozenset[int]
    doubtful: bool = False


def find_title(lines: Sequence[SourceLine], used: frozenset[int] | set[int], body: float) -> FoundTitle:
    """Choose the title: by its style, else its size, else what stands nearest the first part."""
    left = [n for n, line in enumerate(lines) if n not in used and _may_be_title(line)]
    left = [n for n in left if _rank(lines[n], body)[0] > 0 or not _is_of_person(lines, n)]
    if not left:
        return FoundTitle("", frozenset())
    groups = _groups(lines, left, used, body)
    ranks = [_rank_of_group(lines, group, body) for group in groups]
    best = max(zip(ranks, groups, strict=True), key=lambda ranked: (ranked[0], ranked[1][-1]))[1]
    rivals = ranks.count(max(ranks)) > 1
    text = joined([lines[n].text for n in best]).strip()
    return FoundTitle(text, frozenset(best), max(ranks)[0] <= 0 and rivals)


def _may_be_title(line: SourceLine) -> bool:
    text = line.text.strip()
    return (
        0 < len(text) <= _LONGEST
        and not line.table
        and len([c for c in line.cells if c.strip()]) < 2
        and any(c.isalpha() for c in text)
        and not is_reached(text)
        and without_reach(text) == text.strip(" ,;")
        and not _HOUSE.fullmatch(text)
        and not (text.endswith(".") and len(text) > 120 and not line.level)
    )


def _is_of_person(lines: Sequence[SourceLine], number: int) -> bool:
    """Whether a line is the name of who wrote it, with the title of office below."""
    here = lines[number].text
    above, below = lines[max(0, number - 1)].text, lines[min(len(lines) - 1, number + 1)].text
    return (is_person(here) and is_title(below)) or (is_title(here) and is_person(above))


def _rank(line: SourceLine, body: float) -> tuple[int, float]:
    """Styles before sizes before weight."""
    if line.level:
        return 3, -line.level
    if body and line.size > body * 1.05:
        return 2, round(line.size, 1)
    return (1, 0.0) if line.bold else (0, 0.0)


def _rank_of_group(lines: Sequence[SourceLine], group: Sequence[int], body: float) -> tuple[int, float]:
    """Return the rank of a group; running text in plain type is the last to be chosen."""
    rank = _rank(lines[group[0]], body)
    return (-1, 0.0) if not rank[0] and lines[group[-1]].text.rstrip().endswith(".") else rank


def _groups(
    lines: Sequence[SourceLine], left: Sequence[int], used: frozenset[int] | set[int], body: float
) -> list[list[int]]:
    """Put together the lines of titles that run over several; the last may be only «2025»."""
    groups: list[list[int]] = []
    taken: set[int] = set()
    for number in left:
        if number in taken:
            continue
        group = [number]
        while (after := group[-1] + 1) < len(lines) and after not in used:
            if not _belongs(lines[group[-1]], lines[after], body):
                break
            group.append(after)
        taken |= set(group)
        groups.append(group)
    return groups


def _belongs(above: SourceLine, line: SourceLine, body: float) -> bool:
    if line.table or is_reached(line.text) or len(line.text) > _LONGEST:
        return False
    alike = (above.level, above.bold, round(above.size)) == (line.level, line.bold, round(line.size))
    if not alike:
        return False
    if above.text.rstrip().endswith(_ENDS_OPEN) or line.text[:1].islower():
        return True
    big = line.level == 1 or (0 < body * 1.2 < line.size)
    return big or (not line.gap and (bool(line.level or line.size or line.bold) or not above.whole))
