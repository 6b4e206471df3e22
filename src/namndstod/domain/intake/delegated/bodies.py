"""What each row below the headings is: a decision, a sum, the heading of a group, a footnote, nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from ...swedish_sort import fold
from ..found_delegated import DelegatedField as F
from ..sheets import Cell
from .amounts import read_amount
from .columns import Column
from .content import looks_like_diary_number
from .grid import Grid
from .heads import Head, head_at
from .names import is_plain_number
from .remembered import Remembered
from .texts import Readings, is_day, is_number, said, text_of

TOTAL: Final = re.compile(
    r"(?:[\W_]*)(?:(?:del|under|slut|total|grupp|års|månads)?\s?-?\s?(?:summa|summor|summering)(?:\s?rad)?|totalt?|totalsumma|"
    r"total(?:t)? belopp|sub\s?total|grand total|sum|tilsaman|sammenlagt|samlet|yhteensä|i alt|"
    r"samtliga|sammanlagt|s:a)(?![\w])",
    re.IGNORECASE,
)
"""How rows of sums begin."""
_ENDS_AS_TOTAL: Final = re.compile(
    r"[^\d:]{1,80}?\s(?:del)?(?:summa|totalt?|sum|sub\s?total|resultat)", re.IGNORECASE
)  # «Karin Ek Summa», below a group of a pivot table
_TOTALS_END: Final = frozenset("amtlAMTL")
_TOTALS_BEGIN: Final = frozenset("dusgtåmisDUSGTÅMIS*=-–: ")
_COUNT: Final = re.compile(
    r"(?:totalt\s+)?antal(?: [\w ]{0,30})?\s*[:=]?\s*(\d+)(?:\s*st)?\.?", re.IGNORECASE
)
_FURNITURE: Final = re.compile(
    r"(?:sid(?:a|an)?|page)\W*\d+.*|\d{1,3}\s*(?:\(|av|/)\s*\d{1,3}\)?|utskri(?:ft|ven|vet)\b.*|[\W_]+",
    re.IGNORECASE,
)
_FOOTNOTE: Final = re.compile(r"\*|\d\)|[¹²³]|\([\d*a]\)|obs\b|not\b|anm\b", re.IGNORECASE)
_SAID_ABOVE: Final = re.compile(
    r"(?P<what>(?:summa|totalt?|total\w*|sammanlagt)(?:\s[^\d:]{0,40})?)[:=]?\s+"
    r"(?P<amount>\d[\d\s.,:-]*(?:kr|kronor|sek|tkr|mkr)?)",
    re.IGNORECASE,
)
_OF_OTHERS: Final = re.compile(
    r"sökt|ansök|budget|kvar|avsat|antal|beslut\b|utbetal|ärenden", re.IGNORECASE
)  # sums of something else than what was granted
_FIGURES: Final = re.compile(
    r"(?!\d{4}$)[\d\s.,:/–-]{0,20}\d[\s.,:–-]{0,3}(?:kr)?"
)  # no heading, but a year may be
_LONGEST_GROUP: Final = 90
_FEW: Final = 2
_STOP: Final = -100
_MOST_ODD: Final = 20_000  # rows of a table that are looked at one by one
_FIRST_PART, _GROWS = 250, 4
_BELOW_ALL: Final = (
    400  # rows without a decision after which the rest of a sheet is not looked through one by one
)
_BROKEN: Final = (F.RECIPIENT, F.BRANCH, F.KIND, F.NOTE)  # words that go on in the next row
_TEXTS_FOR_ROW: Final = (
    F.DIARY_NUMBER,
    F.SERIAL,
    F.RECIPIENT,
    F.KIND,
    F.DECIDED_ON,
    F.AMOUNT,
    F.DECIDED_BY,
    F.POINT,
)


class Total(NamedTuple):
    """A row of a sum: its row from 0, its words, its amount, how many decisions it says there are."""

    row: int
    words: str
    amount: int | None
    decisions: int | None = None


class Line(NamedTuple):
    """A row of words: its row from 0, and the cells' texts."""

    row: int
    texts: tuple[str, ...]

    @property
    def text(self) -> str:
        """The row as one text."""
        return " ".join(self.texts)


@dataclass(slots=True)
class Body:
    """The rows of a table, counted from 0 in the sheet."""

    kept: list[int] = field(default_factory=list)
    groups: list[Line] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    lines: list[Line] = field(
        default_factory=list
    )  # neither: footnotes, and what stands above the next table
    continued: dict[int, list[tuple[int, str]]] = field(default_factory=dict)  # by decision: column, words
    following: Head | None = None
    hurried: int | None = None  # the row from which on rows were not looked at one by one: too many are odd
    below: dict[int, str] = field(default_factory=dict)  # by decision: its text, that stands in the row below


def body_of(grid: Grid, head: Head, remembered: Remembered) -> Body:
    """Sort the rows below the headings, up to the headings of another table."""
    start = head.bottom + 1
    body = Body()
    regular = _in_parts(grid, head.columns, start, _regular)
    amounts = next((c for c in head.columns if c.field is F.AMOUNT), None)
    waiting: list[Line] = []  # groups or footnotes: which, the next decision shows
    idle = odd = 0
    for row, ok in enumerate(regular, start):
        if odd == _MOST_ODD:
            body.kept += _alike(grid, head.columns, row)
            body.hurried = row
            break
        if ok:
            body.kept.append(row)
            if waiting:
                body.groups += _headings_of_groups(waiting, body)
                waiting = []
            idle = 0
            continue
        cells = grid.filled(row)
        idle += 1
        odd += bool(cells)
        if not cells or idle > _BELOW_ALL:
            continue
        if (following := _other_head(grid, row, head, remembered)) is not None:
            if following.top > head.bottom and not _same(following, head):
                body.following = following
                break
            continue
        if _repeats(cells, head):
            continue
        if (total := _total(row, cells, head.columns, amounts)) is not None:
            body.totals.append(total)
        elif above := _continues(row, cells, head.columns, body):
            body.continued.setdefault(above, []).extend((place, text_of(cell)) for place, cell in cells)
        elif _is_decision(cells, head.columns, body.kept[-1:] == [row - 1]):
            body.kept.append(row)
            body.groups += _headings_of_groups(waiting, body)
            waiting = []
            idle = 0
        else:
            text = Line(row, tuple(dict.fromkeys(text_of(cell) for _, cell in cells)))
            if not _FURNITURE.fullmatch(text.text):
                waiting.append(text)
    body.lines += waiting
    _two_rows_each(body)
    return body


def _two_rows_each(body: Body) -> None:
    """Let lines of which one stands right below each decision be the decisions' own."""
    lines = {line.row: line for line in (*body.groups, *body.lines)}
    if len(body.kept) > 1 and all(row + 1 in lines for row in body.kept):
        body.below = {row: lines[row + 1].text for row in body.kept}
        own = {row + 1 for row in body.kept}
        body.groups = [line for line in body.groups if line.row not in own]
        body.lines = [line for line in body.lines if line.row not in own]


def _headings_of_groups(waiting: Sequence[Line], body: Body) -> list[Line]:
    """Return the lines above a decision that name its group; the others are footnotes."""
    groups = []
    for line in waiting:
        text = line.text
        sentence = text.endswith((".", "!", "?")) and " " in text
        if len(text) > _LONGEST_GROUP or _FOOTNOTE.match(text) or sentence:
            body.lines.append(line)
        else:
            groups.append(line)
    return groups


def _in_parts(
    grid: Grid,
    columns: Sequence[Column],
    start: int,
    read: Callable[[Grid, Sequence[Column], Sequence[list[Cell]]], list[bool]],
) -> Iterator[bool]:
    """Read the rows in parts that grow: where another table follows soon the rest is not read."""
    size = _FIRST_PART
    while start < len(grid.rows):
        yield from read(grid, columns, grid.rows[start : start + size])
        start += size
        size *= _GROWS


def _alike(grid: Grid, columns: Sequence[Column], start: int) -> list[int]:
    """Return the rows in which as much stands as in a decision."""
    return [row for row, ok in enumerate(_in_parts(grid, columns, start, _weighed), start) if ok]


def _regular(grid: Grid, columns: Sequence[Column], rows: Sequence[list[Cell]]) -> list[bool]:
    """Say of each row at a glance whether it is a decision; the others are looked at one by one."""
    diary = next((c for c in columns if c.field is F.DIARY_NUMBER), None)
    if grid.width < 2:
        return [False] * len(rows)
    if diary is not None:
        place = diary.place
        numbers = [_as_number(row[place]) for row in rows]
        most = grid.width - _FEW
        return [ok and row.count("") <= most for ok, row in zip(numbers, rows, strict=True)]
    return _weighed(grid, columns, rows)


def _weighed(grid: Grid, columns: Sequence[Column], rows: Sequence[list[Cell]]) -> list[bool]:
    weights = [
        Readings(_as_value(column)).column([row[column.place] for row in rows])
        for column in columns
        if column.field in _TEXTS_FOR_ROW
    ]
    return (
        [total >= _FEW for total in map(sum, zip(*weights, strict=True))] if weights else [False] * len(rows)
    )


def _as_number(cell: Cell) -> bool:
    if isinstance(cell, str):
        if cell == "":
            return False
        return bool(is_plain_number(cell) and "*" not in cell) or (
            looks_like_diary_number(text := said(cell)) and not TOTAL.match(text)
        )
    return is_number(cell) or is_day(cell)


def _ends_as_total(text: str) -> bool:
    return text[-1:] in _TOTALS_END and _ENDS_AS_TOTAL.fullmatch(text) is not None


def _as_value(column: Column) -> Callable[[Cell], tuple[int, None]]:
    own = text_of(column.heading).casefold() or None

    def read(cell: Cell) -> tuple[int, None]:
        if isinstance(cell, str):
            text = said(cell)
            if not text:
                return 0, None
            if (
                (text[0] in _TOTALS_BEGIN and TOTAL.match(text))
                or text.casefold() == own
                or _ends_as_total(text)
            ):
                return _STOP, None
        return 1, None

    return read


def _other_head(grid: Grid, row: int, head: Head, remembered: Remembered) -> Head | None:
    cells = grid.filled(row)
    if len(cells) < _FEW or not all(isinstance(c, str) and not _FIGURES.fullmatch(c) for _, c in cells):
        return None
    return head_at(grid, row, remembered)


def _same(other: Head, head: Head) -> bool:
    """Whether headings are those of the table once more, at the top of a page."""
    return [fold(h) for h in other.headings] == [fold(h) for h in head.headings] or [
        (c.place, c.field) for c in other.columns if c.field
    ] == [(c.place, c.field) for c in head.columns if c.field]


def _repeats(cells: Sequence[tuple[int, Cell]], head: Head) -> bool:
    """Whether a row is a part of the headings once more."""
    return len(cells) >= 1 and all(
        isinstance(cell, str)
        and len(cell) < 200
        and fold(text_of(cell)) in (*fold(head.headings[place]).split("  "), fold(head.title))
        and text_of(cell)
        for place, cell in cells
    )


def _total(
    row: int, cells: Sequence[tuple[int, Cell]], columns: Sequence[Column], amounts: Column | None
) -> Total | None:
    """Return a row of a sum: it says so, or it is nothing but an amount in its column."""
    words = [(place, text_of(cell)) for place, cell in cells if isinstance(cell, str)]
    named = next((text for _, text in words[:3] if TOTAL.match(text)), None)
    if named is None and len(words) == 1 < len(cells) and _ends_as_total(words[0][1]):
        named = words[0][1]
    if named is None and (only := _COUNT.fullmatch(" ".join(text_of(cell) for _, cell in cells))) is not None:
        return Total(row, only[0], None, int(only[1][:9]))
    if named is None:
        if amounts is None or not _only_sums(cells, columns, amounts):
            return None
        alone = next(_amount(cell, amounts.factor) for place, cell in cells if place == amounts.place)
        return Total(row, "", alone) if alone is not None else None
    diary = next((c.place for c in columns if c.field is F.DIARY_NUMBER), None)
    if any(place == diary and looks_like_diary_number(text) for place, text in words):
        return None
    factor = amounts.factor if amounts is not None else 1
    amount = next(
        (_amount(cell, factor) for place, cell in cells if amounts is not None and place == amounts.place),
        None,
    )
    others = [_amount(cell, factor) for _, cell in cells if is_number(cell)]
    after = re.search(r"[:=]\s*(\d[\d\s.,:-]*(?:kr|kronor|sek|tkr|mkr)?)\s*$", named, re.IGNORECASE)
    if amount is None and amounts is None and len(others) == 1:
        amount = others[0]
    if amount is None and after is not None:
        amount = _amount(after[1], factor)
    counted = re.search(
        r"(\d+)\s*(?:st\b|beslut|ärenden|stycken)", " ".join(text for _, text in words), re.IGNORECASE
    )
    return Total(row, named, amount, int(counted[1][:9]) if counted else None)


def _only_sums(cells: Sequence[tuple[int, Cell]], columns: Sequence[Column], amounts: Column) -> bool:
    """Whether nothing stands in a row but an amount, and numbers in columns that are no field."""
    others = [(place, cell) for place, cell in cells if place != amounts.place]
    return len(others) < len(cells) and all(
        is_number(cell) and columns[place].field is None for place, cell in others
    )


def total_above(lines: Sequence[Line]) -> Total | None:
    """Return the sum that is said above a table: «Totalt beviljat: 150 000 kr»."""
    for line in lines:
        found = _SAID_ABOVE.fullmatch(line.text)
        if found is not None and not _OF_OTHERS.search(found["what"]):
            amount = _amount(found["amount"], 1)
            if amount is not None:
                return Total(line.row, line.text, amount)
    return None


def _continues(
    row: int, cells: Sequence[tuple[int, Cell]], columns: Sequence[Column], body: Body
) -> int | None:
    """Return the decision above whose words go on in a row: a company's name that is broken in two."""
    first = next((c.place for c in columns if c.heading or c.field), 0)
    if not body.kept or len(cells) > _FEW or any(place == first for place, _ in cells):
        return None
    above = body.kept[-1]
    if row - above > _FEW or (row - above == _FEW and above not in body.continued):
        return None
    texts = all(isinstance(cell, str) and columns[place].field in _BROKEN for place, cell in cells)
    return above if texts else None


def _amount(cell: Cell, factor: int) -> int | None:
    return read_amount(cell, factor)[0]


def _is_decision(cells: Sequence[tuple[int, Cell]], columns: Sequence[Column], close: bool) -> bool:
    """Whether a row without a number of its own is a decision all the same: enough stands in its columns."""
    fields = {columns[place].field for place, _ in cells} - {None}
    texts = [text_of(cell) for _, cell in cells]
    if (
        len(fields) < _FEW
        or any(_FOOTNOTE.match(text) for text in texts[:1])
        or any(t.endswith(":") for t in texts)
    ):
        return False
    if fields & {F.AMOUNT, F.DECIDED_ON} and fields & {F.RECIPIENT, F.KIND, F.DIARY_NUMBER, F.DECIDED_BY}:
        return True
    return close or len(fields) > _FEW
