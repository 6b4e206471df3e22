"""The heads of §§ in minutes: «§ 205 Rubrik (dnr)», over several lines, in all orders; no citations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .headings import Part, known_part
from .mending import joined
from .source import SourceLine
from .titles import printed, split_diary_number
from .values import is_diary_number

_HEAD: Final = re.compile(
    r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}\s)?(?:§\s?(?P<number>\d{1,4})|Paragraf\s(?P<word>\d{1,4}))(?P<year>/\d{2,4})?"
    r"(?![\d:])\s*[.:]?\s*(?P<rest>.*)$"
)
_BAD_REST: Final = re.compile(r"[,;)–—]|-\s?\d|(?!\bdnr\b|\bärende)[a-zåäö]|\.\s*$|\d{1,4}$|i\b|och\b")
_LEADERS: Final = re.compile(r"(?:(?:\.\s?){4,}|…{2,}|_{4,})\s*\d{0,4}$")
_DIARY: Final = re.compile(
    r"[(\[]?\s*(?:dnr|diarienummer|diarienr|diarie\s?nr|ärendenummer|ärende\s?nr|ärendebeteckning)\b\.?\s*:?\s*"
    r"(?P<number>[^()\[\]]*?)\s*[)\]]?$",
    re.IGNORECASE,
)
_PARTS: Final = frozenset(
    part
    for part in Part
    if part not in (Part.ASSESSMENT, Part.IMPACT, Part.ECONOMY, Part.FOLLOW_UP, Part.OTHER)
)
_DECISION: Final = re.compile(
    r"(?:[A-ZÅÄÖ][\wåäö-]*(?:\s[\wåäö-]+){0,4}s\s)?(?:beslut|beslutet)(?: (?:i|av) [\wåäö -]{3,50})?"
    r"(?: för egen del)?",
    re.IGNORECASE,
)
_HEADING_WORDS: Final = 5
_CLOSE: Final = 5  # numbers that are missed where §§ follow each other closely
_MOST: Final = 3000  # heads that are looked at; more is no protokoll
_LONG: Final = 38  # characters above which a heading without any look of its own may go on below
_MOST_LINES: Final = 8  # of a heading


@dataclass(frozen=True, slots=True)
class SectionHead:
    """A head: its §, the lines it takes (from `start` up to, without, `end`), heading and diary number."""

    number: int
    start: int
    end: int
    title: str
    diary_number: str


def section_heads(lines: Sequence[SourceLine]) -> tuple[SectionHead, ...]:
    """Return the heads of §§ in order. Of a § that stands in a list of contents too, the one with text."""
    found = [(index, number) for index in range(len(lines)) if (number := _number(lines, index)) is not None]
    found = _increasing(_with_most_text(found[:_MOST], len(lines)))
    return tuple(_head(lines, index, number) for index, number in found)


def _number(lines: Sequence[SourceLine], index: int) -> int | None:
    """Return the number when the line may be the head of a §, and no citation of one."""
    line = lines[index]
    match = _HEAD.match(printed(line))
    if match is None or len(printed(line)) > 300:
        return None
    rest = match["rest"].strip()
    if rest and _BAD_REST.match(rest) and not is_diary_number(rest):
        return None
    if _LEADERS.search(rest):
        return None  # of a list of contents
    return int(match["number"] or match["word"])


def _with_most_text(found: Sequence[tuple[int, int]], end: int) -> list[tuple[int, int]]:
    """Of heads with the same number, keep the one that most lines follow: the others are contents."""
    best: dict[int, tuple[int, int]] = {}
    for at, (index, number) in enumerate(found):
        length = (found[at + 1][0] if at + 1 < len(found) else end) - index
        if number not in best or length >= best[number][0]:
            best[number] = (length, index)
    return sorted((index, number) for number, (_, index) in best.items())


def _increasing(found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of rising numbers, each told once; those that follow closely count more."""
    best: list[tuple[int, int]] = []  # points and the place before, for each place
    places: dict[int, int] = {}  # of the numbers gone by
    highest = _Highest(max((number for _, number in found), default=0))
    for at, (_, number) in enumerate(found):
        points, before = highest.below(number)
        chosen = (points + 1, before)
        for step in range(1, _CLOSE + 1):
            if (place := places.get(number - step)) is not None:
                chosen = max(chosen, (best[place][0] + (3 if step == 1 else 2), place))
        best.append(chosen)
        places[number] = at
        highest.say(number, (chosen[0], at))
    if not best:
        return []
    at = max(range(len(best)), key=lambda place: best[place][0])
    run: list[tuple[int, int]] = []
    while at >= 0:
        run.append(found[at])
        at = best[at][1]
    return run[::-1]


class _Highest:
    """Tells the highest (points, place) said for any number below another one: a tree of maxima."""

    def __init__(self, last: int) -> None:
        self._tree = [(0, -1)] * (last + 2)

    def say(self, number: int, value: tuple[int, int]) -> None:
        """Take a value for a number in."""
        at = number + 1
        while at < len(self._tree):
            self._tree[at] = max(self._tree[at], value)
            at += at & -at

    def below(self, number: int) -> tuple[int, int]:
        """Return the highest value of the numbers below this one."""
        highest, at = (0, -1), number
        while at:
            highest = max(highest, self._tree[at])
            at -= at & -at
        return highest


def _head(lines: Sequence[SourceLine], index: int, number: int) -> SectionHead:
    """Read the heading that begins in a line, and the diary number before, in or after it."""
    match = _HEAD.match(printed(lines[index]))
    rest = match["rest"].strip() if match is not None else ""
    title: list[str] = []
    diary = _diary(rest)
    if rest and not diary:
        title.append(rest)
    end = index + 1
    while end < len(lines) and end - index < _MOST_LINES:
        text = printed(lines[end])
        if (own := _diary(text)) and not diary and _near(lines, end, title):
            diary = own
        elif _goes_on(lines, end, title, first=lines[index]):
            title.append(text)
        else:
            break
        end += 1
    whole, in_title = split_diary_number(joined(title))
    return SectionHead(number, index, end, whole.rstrip(" :"), diary or in_title)


def _near(lines: Sequence[SourceLine], at: int, title: Sequence[str]) -> bool:
    return not title or not lines[at].gap or bool(_DIARY.match(printed(lines[at])))


def _goes_on(lines: Sequence[SourceLine], at: int, title: Sequence[str], *, first: SourceLine) -> bool:
    """Tell whether a line is (more of) the heading."""
    line, text = lines[at], printed(lines[at])
    if line.label or len(line.cells) > 1 or opens_part(text) or _HEAD.match(text):
        return False
    if not title:  # nothing but § and diary number above: the heading begins here
        return True
    above = lines[at - 1]
    if line.gap or line.whole or (line.bold, line.level) != (above.bold, above.level):
        return False
    if abs(line.size - above.size) > 0.6:
        return False
    if line.bold or line.level or (first.size and line.size > 0 and line.bold):
        return True
    return text[:1].islower() or len(title[-1]) >= _LONG


def opens_part(text: str) -> bool:
    """Tell whether a line is a heading inside a §: «Beslut», «Kommunstyrelsens beslut», «Yrkanden»."""
    words = text.strip().rstrip(":")
    if words.endswith((".", ",")) or len(words.split()) > _HEADING_WORDS:
        return False
    return known_part(words) in _PARTS or heads_decision(words)


def heads_decision(text: str) -> bool:
    """Tell whether a heading says that the decision follows."""
    return _DECISION.fullmatch(text.strip().rstrip(":")) is not None


def _diary(text: str) -> str:
    """Return the diary number when a text is nothing else: «Dnr KS 2027/12», «(KS 2027/12)»."""
    if (match := _DIARY.fullmatch(text.strip())) is not None:
        return match["number"].strip() if is_diary_number(match["number"].strip(" .")) else ""
    bare = text.strip().strip("()[]").strip()
    return bare if is_diary_number(bare) else ""
