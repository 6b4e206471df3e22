"""Printed lines made into paragraphs again: hyphens, amounts and dates at line ends, page breaks, items."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from .headings import heading_of
from .source import SourceLine

_SOFT: Final = "\u00ad"
_DASHES: Final = "–—"
_DASHES_AS_LABELS: Final = ("-", "–", "—")
_SUSPENDED: Final = re.compile(r"(?:och|eller|samt|respektive|resp|till|såväl)\b", re.IGNORECASE)
_PREFIX: Final = re.compile(r"(?:^|(?<=[\s(”\"/]))([^\s(”\"/]+)[-\u2010]$")
# First parts that are written with a hyphen: letters alone, abbreviations, numbers, «icke».
_KEEPS_HYPHEN: Final = re.compile(r"[A-ZÅÄÖ]{2,}\w?|[A-Za-zÅÄÖåäö]|.*\d.*|icke|.*-[A-ZÅÄÖ]{2,}")
_CUT_IN_TEXT: Final = re.compile(r"\b(\d{4}-\d{2}-) (\d{2})(?!\d)|\b(\d{4}-) (\d{2}-\d{2})(?!\d)")
_CUT: Final = re.compile(r"\S[-\u00ad]$")
_CUT_DATE: Final = re.compile(r"\b\d{4}-(?:\d{2}-)?$")
_WANTS_NUMBER: Final = re.compile(
    r"(?:\b(?:den|nr|nummer|punkt|sid|sida|kap\.|cirka|ca|om|till|av)|§§?|[–—])$", re.I
)
_ENDED: Final = re.compile(r"[.!?:;][”\")\]]*$")
_CLAUSE: Final = re.compile(r"att\b")
_DECIDES: Final = re.compile(r"\b(?:besluta(?:r|de)?|föreslår?|föreslås|förslag)(?:\s+följande)?:?$")
_BETWEEN_CLAUSES: Final = re.compile(r"(?:,|\b(?:samt|och|dels))$")
_WANTS_MORE: Final = re.compile(
    r"\b(?:för|med|enligt|och|av|i|på|som|en|ett|den|det|de|om|från|samt|eller|vid|under|inom)$"
)
_WANTS_CLAUSE: Final = re.compile(r"\b(?:för|om|på|genom|till|med|av|i|utan|efter|under|vid)$")
_DECIDES_NEXT: Final = re.compile(
    r"[A-ZÅÄÖ][^.]*\b(?:beslutar|besluta)(?: för (?:egen|sin) del)?(?: följande)?(?: att)?\s*:?$"
)
_CUT_AMOUNT: Final = re.compile(r"(?:^|\s)\d{1,3}(?: \d{3})*$")
_REST_OF_AMOUNT: Final = re.compile(
    r"\d{3}(?: \d{3})*\s?(?:kronor|kr|kkr|tkr|sek|:-)(?![a-zåäö])", re.IGNORECASE
)
_LONGEST_WORD: Final = 120  # letters
_LONGEST_AMOUNT: Final = 40  # digits and blanks
_ROOM: Final = 0.9  # of a full line: a word that would have ended before this had room


def joined(texts: Iterable[str]) -> str:
    """Return lines as one: «verk-», «samhet» become one word; «miljö-», «och» keep it; dates are whole."""
    pieces: list[str] = []
    for text in texts:
        part = text.strip()
        if part and pieces:
            pieces[-1], between = _before(pieces[-1], part)
            pieces.append(between + part)
        elif part:
            pieces.append(part)
    return _mended("".join(pieces).removesuffix(_SOFT))


def _before(line: str, part: str) -> tuple[str, str]:
    """Return a line as it reads when `part` comes after it, and what stands between them."""
    if line.endswith(_SOFT):
        return line[:-1], ""
    digit_next = part[0].isdigit()
    if (line[-1] in _DASHES and line[-2:-1].isdigit() and digit_next) or (
        part[0] in _DASHES and line[-1].isdigit() and part[1:2].isdigit()
    ):
        return line, ""  # «2020-01-01—» «2021-12-31»
    if line[-1] == "/" and line[-2:-1].strip():
        return line, ""
    first = _PREFIX.search(line[-_LONGEST_WORD:])
    if first is None or _SUSPENDED.match(part) or not part[0].isalnum():
        return line, " "  # «hälso-» «och sjukvård»
    capitals = len(first[1]) > 3 and first[1].isupper() and part[:2].isupper()  # a word in capitals
    if not capitals and (digit_next or part[0].isupper() or _KEEPS_HYPHEN.fullmatch(first[1])):
        return line, ""
    return line[:-1], ""


def _mended(text: str) -> str:
    """Return text with dates whole that a line end has left a space in: «2020-01- 01»."""
    return _CUT_IN_TEXT.sub(lambda m: f"{m[1] or m[3]}{m[2] or m[4]}", text)


def paragraphs(lines: Iterable[SourceLine], widths: Widths | None = None) -> tuple[SourceLine, ...]:
    """Return lines with those that go on in the next joined; rows of tables and headings stay as they are.

    `widths` are those of the whole paper when `lines` are a part of it.
    A paragraph keeps what its first line has (label, level, indent, page, gap) and is `whole`. It works with
    positions (PDF) and without (plain text), where the length of lines tells most.
    """
    given = tuple(lines)
    widths = widths or Widths(given)
    found: list[SourceLine] = []
    waiting: list[SourceLine] = []
    for line in given:
        if waiting and not _goes_on(waiting, line, widths):
            found.append(_joined_lines(waiting))
            waiting = []
        waiting.append(line)
    if waiting:
        found.append(_joined_lines(waiting))
    return tuple(found)


def _joined_lines(lines: Sequence[SourceLine]) -> SourceLine:
    first, *others = lines
    texts = [first.text, *(f"{line.label} {line.text}".strip() for line in others)]
    return replace(first, text=joined(texts), cells=() if others else first.cells, whole=True)


class Widths:
    """How long a full line of a paper is, in characters, for each size of type."""

    def __init__(self, lines: Sequence[SourceLine]) -> None:
        """Measure the lines."""
        by_size: defaultdict[float, list[float]] = defaultdict(list)
        for line in lines:
            if not line.table and not line.whole:
                by_size[line.size].append(_reach(line))
        self._full = {size: _usual(lengths) for size, lengths in by_size.items()}

    def full(self, line: SourceLine) -> float:
        """Return how long a full line of this look is, its indent counted."""
        return self._full.get(line.size, 0.0)


def _usual(lengths: list[float]) -> float:
    """Return a length that full lines have: few lines are longer."""
    ordered = sorted(lengths)
    return ordered[min(len(ordered) - 1, int(0.9 * len(ordered)))]


def _reach(line: SourceLine) -> float:
    """Return how far a line reaches, in characters."""
    indent = line.indent / (0.5 * line.size) if line.size else line.indent
    label = len(line.label) + 1 if line.label else 0
    return indent + label + len(line.text)


def _goes_on(before: Sequence[SourceLine], line: SourceLine, widths: Widths) -> bool:
    """Tell whether a line goes on with the paragraph that the lines before it make."""
    last, first = before[-1], before[0]
    if _differ(last, line):
        return False
    if last.text.endswith((_SOFT, "-")) and _CUT.search(last.text):
        return not line.label or _is_cut_date(last, line)
    if not line.label and _REST_OF_AMOUNT.match(line.text) and _ends_with_amount(last.text):
        return True
    short = _is_short(last, line, widths.full(last))
    unfinished = not _ENDED.search(last.text)
    goes_on_small = line.text[:1].islower() or line.text[:1].isdigit()
    if line.label:
        return _is_wrapped_label(last, line, first, short=short)
    if _CLAUSE.match(line.text):
        return _is_running_clause(before, line, short=short)
    if not unfinished and _DECIDES_NEXT.match(line.text):
        return False  # the next body that decides
    if len(before) == 1 and not line.text[:1].islower() and _is_heading(last, widths.full(last)):
        return False
    if line.gap and _WANTS_MORE.search(last.text):
        return True  # a sentence that a gap cuts where none can end
    if line.gap or line.page != last.page:
        return unfinished and goes_on_small and (not short or line.page != last.page)
    if not _stands_alike(before, line):
        return unfinished and goes_on_small and not short
    if short:
        return unfinished and line.text[:1].islower() and not last.text.endswith(":")
    return True


def _ends_with_amount(text: str) -> bool:
    return _CUT_AMOUNT.search(text, max(0, len(text) - _LONGEST_AMOUNT)) is not None


def _is_heading(line: SourceLine, full: float) -> bool:
    """Tell whether a line is a heading by its words; one that is bold may be the first line of two."""
    heading = None if line.bold or line.label else heading_of(line)
    return heading is not None and not heading.rest and _reach(line) < 0.85 * full


def _differ(last: SourceLine, line: SourceLine) -> bool:
    """Tell whether two lines look too unlike to be of one paragraph, or are more than printed lines."""
    return bool(
        last.whole
        or last.table
        or line.table
        or last.cells
        or line.cells
        or last.level != line.level
        or last.bold != line.bold
        or abs(last.size - line.size) > 0.6
    )


def _is_short(last: SourceLine, line: SourceLine, full: float) -> bool:
    """Tell whether the first word of a line would have had room in the line above it."""
    word = line.text.split(" ", 1)[0]
    return _reach(last) + 1 + len(word) + len(line.label) < _ROOM * full


def _is_wrapped_label(last: SourceLine, line: SourceLine, first: SourceLine, *, short: bool) -> bool:
    """Tell whether what looks like a label only came to stand first in its line: «den» «31. januari»."""
    if _is_cut_date(last, line) or (line.label[0].isdigit() and _WANTS_NUMBER.search(last.text)):
        return True
    if short or line.gap or _ENDED.search(last.text):
        return False
    if line.label in _DASHES_AS_LABELS:
        listed = first.label in _DASHES_AS_LABELS or _CLAUSE.match(line.text) is not None
        return not listed and line.text[:1].islower()
    number = re.fullmatch(r"(\d{1,3})[.)]", line.label)
    return number is not None and int(number[1]) > 1 and not re.match(r"\d", first.label)


def _is_cut_date(last: SourceLine, line: SourceLine) -> bool:
    return bool(_CUT_DATE.search(last.text)) and line.label[:1].isdigit()


def _is_running_clause(before: Sequence[SourceLine], line: SourceLine, *, short: bool) -> bool:
    """Tell whether a line that begins with «att» goes on with a sentence rather than being an att-sats."""
    last, first = before[-1], before[0]
    if line.gap or last.text.endswith(":") or (_DECIDES.search(last.text) and ". " not in last.text):
        return False
    if _WANTS_CLAUSE.search(last.text):
        return True  # «… en plan för» «att minska riskerna»
    if short:
        return False
    among_clauses = _CLAUSE.match(first.text) is not None
    if among_clauses and (_ENDED.search(last.text) or _BETWEEN_CLAUSES.search(last.text)):
        return False
    return not _ENDED.search(last.text) and _stands_alike(before, line)


def _stands_alike(before: Sequence[SourceLine], line: SourceLine) -> bool:
    """Tell whether a line stands as far in as the lines before it, or hangs under a label or a first line."""
    last, first = before[-1], before[0]
    if line.bold and line.size:
        return True  # a heading may be centred
    slack = 0.15 * line.size if line.size else 0.5
    if len(before) == 1 and _CLAUSE.match(first.text) and line.indent > first.indent:
        return True  # it hangs under «att»
    if len(before) == 1 and (first.label or line.indent < first.indent):
        return line.indent >= first.indent - slack or not first.label
    return abs(line.indent - last.indent) <= slack
