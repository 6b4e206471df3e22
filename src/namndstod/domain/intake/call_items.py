"""The items of a föredragningslista out of its lines. Nothing is guessed: what is unclear is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ..records import ItemKind
from .call_item import ListItem, Passages
from .call_rows import Columns, columns_of
from .found import FoundItem
from .item_kinds import is_group, kind_of_group
from .list_words import (
    AFTER_NUMBER,
    DIARY_LINE,
    FURNITURE,
    LIST_HEADS,
    PRESENTERS,
    decider_of,
    head_of,
    split_bullet,
)
from .source import SourceLine
from .titles import printed, split_diary_number, without_time
from .values import diary_number_after_label, is_diary_number

_ITEM: Final = re.compile(
    r"(?P<word>§|(?:Punkt|Ärende|Pkt|Nr)\b\.?)?\s*(?P<number>\d{1,3})(?P<mark>[.):]?)(?P<space>[\s\u00a0]*)"
    rf"(?:(?P<title>{AFTER_NUMBER})|$)",
)
_ATT: Final = re.compile(r"att[\s\u00a0]+(?=\S)", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"\d{1,2}[.)][\s\u00a0]*(?=[^\W\d_])")
_LONG_TITLE: Final = 55  # characters above which a heading goes on in the line below
_RUNS_ON: Final = re.compile(r"(?:\d{4}\b|§|\d{1,2}\s[a-zåäö])(?!-)")  # what is left of a date or a citation
_LOST_BULLET: Final = "  "
_FULL: Final = 0.9  # of the longest line
_ENDED: Final = (".", ":", ";", "?", "!", "”")
_CLAUSE_ENDED: Final = (",", ".", ";", " samt", " och", ":")


@dataclass(frozen=True, slots=True)
class FoundItems:
    """The items in order, Swedish sentences on what was unclear, and what could not be placed."""

    items: tuple[FoundItem, ...]
    unclear: tuple[str, ...]
    before: tuple[str, ...]  # lines above the first item
    last_start: int  # index of the line with which the last item begins; -1: none


def read_items(lines: Sequence[SourceLine]) -> FoundItems:
    """Return the items that the lines of a list tell of."""
    reader = _Reader(lines)
    for index, line in enumerate(lines):
        reader.take(index, line)
    return reader.result()


class _Reader:
    """Goes through the lines. `_part` is where in an item it is: head, proposal, summary or documents."""

    def __init__(self, lines: Sequence[SourceLine]) -> None:
        self._items: list[ListItem] = []
        self._number: int | None = None  # of the last item that has one
        self._unclear: list[str] = []
        self._before: list[str] = []
        self._beside: list[str] = []  # text below a heading over several items, outside of any
        self._part = "head"
        self._group: ItemKind | None = None
        self._above: SourceLine | None = None
        self._inner = 0  # the number last seen of a list inside an item
        self._open: Passages | None = None  # whose last text may go on in the next line
        self._head_open = ""  # what of the head may go on: «title», «presenters»
        self._first: SourceLine | None = None  # the line of the first item, whose look the others share
        self._columns: Columns | None = None
        self._width = max((len(line.text) for line in lines if not line.cells), default=0)
        self._capitals = False  # whether headings begin with capitals
        self._lost_bullet = False  # whether a lone space before this line stands for a bullet
        self._whole = False  # whether this line is a whole paragraph
        self._bulleted = False  # whether the list under way has bullets
        self._look = (0, False)  # level and boldness of the last heading
        self._last_start = -1

    def take(self, index: int, line: SourceLine) -> None:
        """Take one line in."""
        text = printed(line)
        if not text or FURNITURE.fullmatch(text):
            return
        above, self._above, self._whole = self._above, line, line.whole
        # Text taken out of a PDF keeps the space behind a bullet that was lost.
        self._lost_bullet = not line.whole and not line.size and 0 < line.indent <= len(_LOST_BULLET)
        apart = line.gap or line.whole or above is None or above.whole or above.table != line.table
        if len(line.cells) > 1 and self._row(index, line, apart=apart):
            return
        text, time = without_time(text)
        if not self._in_inner_list(text, line, apart=apart) and self._begins_item(index, text, line):
            self._items[-1].timed = bool(time)
        elif text.rstrip(":. ").casefold() in LIST_HEADS:
            return
        elif is_group(text) and (apart or line.bold or line.level or self._among_rows(text, line)):
            self._group, self._part, self._open = kind_of_group(text), "group", None
        elif not self._items:
            self._before.append(text)
        else:
            self._inside(self._items[-1], f"{time} {text}".strip(), line, apart=apart)

    def _inside(self, item: ListItem, text: str, line: SourceLine, *, apart: bool) -> None:
        """Take a line that belongs to an item."""
        head, rest = head_of(text)
        if head:
            self._part, self._open, self._head_open = head, None, ""
            if rest:
                self._body(item, rest, line, apart=True)
        elif self._part == "group":
            self._beside.append(text)
        elif self._tells_of_item(item, text):
            self._meta(item, text)
        elif self._part == "head" and is_diary_number(text) and not item.diary_number:
            item.diary_number, self._head_open = text, ""
        else:
            self._body(item, text, line, apart=apart)

    def _among_rows(self, text: str, line: SourceLine) -> bool:
        """Tell whether a line stands alone between the rows of a table, or is set in capitals."""
        return text.isupper() or (self._columns is not None and len(line.cells) < 2)

    def _in_inner_list(self, text: str, line: SourceLine, *, apart: bool) -> bool:
        """Tell whether a numbered line belongs to a list «1. 2. 3.» inside an item, which begins with 1."""
        match = _ITEM.match(text)
        number = int(match["number"]) if match and not match["word"] else 0
        follows = self._inner > 0 and number == self._inner + 1
        if follows and apart:  # after a gap only where it looks like that list and unlike the items
            follows = self._part == "proposal" or not self._looks_like_item(line)
        if number and self._items and (number == 1 or follows):
            self._inner = number
            return True
        if (apart and not line.whole) or not number:
            self._inner = 0 if not line.whole or self._part != "proposal" else self._inner
        return False

    def _looks_like_item(self, line: SourceLine) -> bool:
        first = self._first
        if first is None:
            return True
        if first.level or line.level:
            return first.level == line.level
        return (first.bold, bool(first.table)) == (line.bold, bool(line.table))

    def _begins_item(self, index: int, text: str, line: SourceLine) -> bool:
        """Take a line that begins an item: its number is the next one, so that «31 mars» is none."""
        match = _ITEM.match(text)
        expected = self._number + 1 if self._number is not None else None
        if match is None or (match["title"] is None and not (match["word"] or match["mark"])):
            return False
        number, sure = int(match["number"]), bool(match["word"])
        if not sure and not match["mark"] and not 1 <= len(match["space"]) <= 4:
            return False
        if self._first is not None and self._first.level and not line.level and not sure:
            return False
        if expected is None:
            if number > 1 and match["mark"] != "." and not sure:
                return False
        elif number != expected:
            dotted = match["mark"] == "." and self._part not in ("summary", "documents")
            if not (dotted or sure or line.level) or not expected < number <= expected + 3:
                return False
            self._unclear.append(
                f"Punkt {expected} saknas: efter punkt {expected - 1} kommer punkt {number}."
            )
        elif match["title"] is None and not sure:
            return False
        if (match["title"] or "A")[0].islower() and self._capitals and not sure:
            return False  # «4. och 5. etappen beslutas senare»
        title, _ = without_time((match["title"] or "").strip())
        diary = ""
        if self._columns is not None:  # the column beside a heading that goes on below it
            title, diary = split_diary_number(title)
        self._start(index, number, title, line).diary_number = diary
        return True

    def _start(self, index: int, number: int | None, title: str, line: SourceLine) -> ListItem:
        item = ListItem(number, group=self._group)
        self._capitals = self._capitals or title[:1].isupper()
        if title:
            item.heading.begin(title)
        self._items.append(item)
        self._number = self._number if number is None else number
        self._part, self._open, self._head_open, self._inner = "head", None, "title", 0
        self._first, self._last_start = self._first or line, index
        self._look = (line.level, line.bold)
        return item

    def _row(self, index: int, line: SourceLine, *, apart: bool) -> bool:
        """Take a row of a table of items; False when it is none of these."""
        found = columns_of(line)
        if found is not None:
            self._columns = found
            return True
        if self._columns is None:
            return False
        row = self._columns.row(line)
        if row is None:
            return False
        if row.number is None and not row.title and self._items:
            item = self._items[-1]
        elif row.number is None and self._columns.numbered and self._items and not apart:
            item = self._items[-1]
            item.heading.go_on(row.title)
        else:
            item = self._start(index, row.number, row.title, line)
            item.timed = bool(row.time)
        item.diary_number = item.diary_number or row.diary_number
        for names in row.presenters:
            item.names.begin(names)
        for paper in row.documents:
            item.documents.begin(paper)
        for point in row.points:
            item.points.begin(point)
        return True

    def _tells_of_item(self, item: ListItem, text: str) -> bool:
        """Tell whether a line gives the item's diary number or föredragande, and is not text of it."""
        if PRESENTERS.match(text):
            return True
        if not DIARY_LINE.match(text):
            return False
        rest = DIARY_LINE.sub("", PRESENTERS.sub("", text), count=1).strip(" .")
        own = self._part == "proposal" and not item.diary_number and is_diary_number(rest)
        return self._part == "head" or own

    def _meta(self, item: ListItem, text: str) -> None:
        without_names = PRESENTERS.sub("", text)
        if DIARY_LINE.match(text):
            rest = DIARY_LINE.sub("", without_names, count=1).strip(" .")
            number = rest if is_diary_number(rest) else diary_number_after_label(without_names)
            item.diary_number = number or item.diary_number
            if rest and not number:
                self._unclear.append(f"Punkt {item.number}: diarienumret ”{rest}” gick inte att tolka.")
        self._head_open = ""
        if (found := PRESENTERS.search(text)) is not None:
            self._head_open = "presenters"
            if names := found["names"].strip():
                item.names.begin(names)
        self._open = None

    def _body(self, item: ListItem, text: str, line: SourceLine, *, apart: bool) -> None:
        """Take a line of running text, by the part of the item that it stands in."""
        if self._part == "head":
            self._head(item, text, line, apart=apart)
        elif self._part == "proposal":
            self._proposal(item, text, apart=apart)
        else:
            target = item.summary if self._part == "summary" else item.documents
            self._text(target, text, apart=apart, listed=self._part == "documents")

    def _head(self, item: ListItem, text: str, line: SourceLine, *, apart: bool) -> None:
        """Take a line right below the heading: its second line, more names, or points of information."""
        bullet, _ = split_bullet(text)
        if bullet or (self._open is item.points and item.points and not apart):
            self._text(item.points, text, apart=apart, listed=True)
            self._head_open = ""
        elif self._head_open == "presenters" and self._more_names(item, text, apart=apart):
            item.names.go_on(text) if item.names else item.names.begin(text)
        elif self._head_open == "title" and self._more_title(item, text, line, apart=apart):
            item.heading.go_on(text) if item.heading else item.heading.begin(text)
        elif text.startswith("att ") or decider_of(text)[0]:
            self._part = "proposal"
            self._proposal(item, text, apart=apart)
        else:
            self._text(item.points, text, apart=True, listed=False)
            self._head_open = ""

    def _more_names(self, item: ListItem, text: str, *, apart: bool) -> bool:
        if not item.names:  # «Föredragande:» with the names below it
            return not apart and not text.endswith(".")
        return (not apart and item.goes_on_with_names(text)) or item.name_is_cut(text)

    def _more_title(self, item: ListItem, text: str, line: SourceLine, *, apart: bool) -> bool:
        if not item.heading:
            return True
        if apart or self._look != (line.level, line.bold):
            return False
        return text[:1].islower() or len(item.heading.last) > _LONG_TITLE or line.bold or line.level > 0

    def _proposal(self, item: ListItem, text: str, *, apart: bool) -> None:
        decider, rest = decider_of(text)
        bullet, bare = split_bullet(text)
        if self._lost_bullet and item.clauses.last.endswith(":"):
            bullet = _LOST_BULLET
        if decider and not item.clauses and not item.decider:
            item.decider, self._open = decider, None
            if rest:
                self._proposal(item, rest, apart=True)
        elif _ATT.match(bare if bullet else text) and not self._goes_on(item.clauses, apart=apart):
            item.clauses.begin(bare if bullet else text)
            self._open = item.clauses
        elif bullet and (item.clauses or item.sentences):
            item.conditions.begin(bare)
            self._open = item.conditions
        elif (numbered := _NUMBERED.match(text)) is not None and not item.clauses:
            item.sentences.begin(text[numbered.end() :])
            self._open = item.sentences
        elif self._open and not self._whole and (not apart or self._is_cut(self._open, text)):
            self._open.go_on(text)
        else:
            if not item.clauses:
                item.unplaced.append(text)
            item.sentences.begin(bare if bullet else text)
            self._open = item.sentences

    def _goes_on(self, clauses: Passages, *, apart: bool) -> bool:
        """Tell whether a line with «att» is the rest of a clause cut in the middle («… syftar till»)."""
        return (
            not apart and bool(clauses) and self._open is clauses and not clauses.last.endswith(_CLAUSE_ENDED)
        )

    def _is_cut(self, passages: Passages, text: str) -> bool:
        """Tell whether a sentence that a gap cuts goes on in this line."""
        return (
            text[:1].islower() and not passages.last.rstrip().endswith(_ENDED) and not text.startswith("att ")
        )

    def _text(self, target: Passages, text: str, *, apart: bool, listed: bool) -> None:
        """Take a line of text. `listed`: each paragraph or bullet is an entry of a list."""
        bullet, bare = split_bullet(text)
        bullet = bullet or (_LOST_BULLET if listed and self._lost_bullet else "")
        going = self._open is target and bool(target)
        if listed and bullet:
            target.begin(bare)
            self._bulleted = True
        elif going and not bullet and self._continues(target, text, apart=apart, listed=listed):
            target.go_on(text)
        else:
            self._bulleted = False
            target.begin(text)
        self._open = target

    def _is_inner(self, text: str) -> bool:
        """Tell whether a line is the next of a list «1. 2. 3.» inside the item."""
        return self._inner > 0 and text.startswith(f"{self._inner}.") and _NUMBERED.match(text) is not None

    def _continues(self, target: Passages, text: str, *, apart: bool, listed: bool) -> bool:
        if self._whole or self._is_inner(text):
            return False
        if listed and self._bulleted:
            return not apart or not target.last.rstrip().endswith(".")
        if apart:
            return self._is_cut(target, text)
        if not listed or text[:1].islower() or _RUNS_ON.match(text):
            return True
        # Entries without bullets: a line goes on only where the next word had no room in it.
        return len(target.last) + 1 + len(text.split()[0]) > _FULL * self._width

    def result(self) -> FoundItems:
        """Return the items, and what was unclear."""
        for item in self._items:
            if item.clauses and item.unplaced:
                self._unclear += [not_a_clause(item.number, text) for text in item.unplaced]
        if self._beside:
            text = short(" ".join(self._beside))
            self._unclear.append(f"Text mellan punkterna togs inte med: ”{text}”.")
        if any(item.timed for item in self._items):
            self._unclear.append("Klockslag för enskilda punkter togs inte med.")
        items = tuple(item.found() for item in self._items)
        return FoundItems(items, tuple(self._unclear), tuple(self._before), self._last_start)


def not_a_clause(number: int | None, text: str) -> str:
    """Return the sentence about a text among att-satser that is none."""
    return f"Punkt {number}: ”{short(text)}” under Förslag till beslut är ingen att-sats."


def short(text: str) -> str:
    """Return the beginning of a text, to be recognised by."""
    return text if len(text) <= 60 else text[:57].rstrip() + "…"
