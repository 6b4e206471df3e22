"""Heads of budget tables: which of the three tables they open, and what their columns hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ..swedish import plain
from .source import SourceLine


class TableKind(StrEnum):
    """What a budget table, or a part of one, tells."""

    COSTS = "costs"
    FINANCING = "financing"
    IN_KIND = "in_kind"  # direktfinansierade kostnader, outside the sums


class ColumnKind(StrEnum):
    """What a column holds."""

    AMOUNT = "amount"  # of a year
    TOTAL = "total"  # of all years
    SHARE = "share"  # per cent, which no budget keeps


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table: its kind when it says so, its columns, how many kronor a unit is."""

    kind: TableKind | None
    columns: tuple[tuple[ColumnKind, str], ...]
    factor: int = 1

    @property
    def kept(self) -> tuple[tuple[ColumnKind, str], ...]:
        """The columns without that of shares."""
        return tuple(column for column in self.columns if column[0] is not ColumnKind.SHARE)

    @property
    def shares(self) -> tuple[int, ...]:
        """The places of columns of shares among all."""
        return tuple(n for n, (kind, _) in enumerate(self.columns) if kind is ColumnKind.SHARE)

    @property
    def total(self) -> int | None:
        """The place of the rows' sums among the columns that are kept."""
        return next((n for n, (kind, _) in enumerate(self.kept) if kind is ColumnKind.TOTAL), None)

    @property
    def years(self) -> tuple[str, ...]:
        """What the columns of amounts are called."""
        return tuple(name for kind, name in self.columns if kind is ColumnKind.AMOUNT)


_UNIT: Final = r"(?:\s*[(\[]?\s*(?:kr|kronor|sek|tkr|ksek|mkr|mnkr|tusen kronor)\s*[)\]]?(?![\w]))?"
_YEAR: Final = r"(?:(?:budget|utfall|prognos|år|belopp)\s+)?20\d\d(?:\s*[-/\u2013]\s*(?:20)?\d\d)?"
_YEAR_ALONE: Final = re.compile(rf"(?:\D*\s)?(20\d\d(?:\s*[-/\u2013]\s*(?:20)?\d\d)?){_UNIT}", re.IGNORECASE)
_COLUMN: Final = re.compile(
    rf"(?P<share>andel(?:\s*(?:i\s+)?(?:%|procent))?(?![\w])|%|procent(?![\w]))"
    rf"|(?P<year>{_YEAR}(?![\w]){_UNIT}|år\s*\d{{1,2}}(?![\w]){_UNIT})"
    rf"|(?P<total>(?:totalt|total|summa|totalsumma|sammanlagt|hela perioden|hela projektet)(?![\w]){_UNIT})"
    rf"|(?P<single>(?:belopp|kronor|kr|sek|tkr|budget)(?![\w]){_UNIT})",
    re.IGNORECASE,
)
_COLUMN_WORDS: Final = (
    "20", "total", "summa", "belopp", "kr", "sek", "budget", "andel", "%", "procent", "år ", "sammanlagt",
    "hela p",
)  # fmt: skip
_THOUSANDS: Final = re.compile(r"\b(?:tkr|ksek|tusen kronor)\b", re.IGNORECASE)
_MILLIONS: Final = re.compile(r"\b(?:mkr|mnkr|msek)\b", re.IGNORECASE)
_IN_KIND: Final = re.compile(
    r"direktfinansiera|in\s?natura|in-kind|inkind|naturainsats|annat än pengar", re.IGNORECASE
)
_FINANCING: Final = re.compile(r"finansiär|finansiering|intäkt|bidragsgivare", re.IGNORECASE)
_COSTS: Final = re.compile(r"kostnad|utgift", re.IGNORECASE)
_LABEL: Final = re.compile(r"[^\d]{0,70}|[^\d]{0,60}\(1:1\)[^\d]{0,10}")
_LONGEST: Final = 200  # characters of a head
_MOST_COLUMNS: Final = 12
_MOST_ABOVE: Final = 3  # lines above the years in which a table is named


def kind_of(text: str) -> TableKind | None:
    """Return which table a name, heading or group of rows belongs to; None when it says neither or both."""
    if _IN_KIND.search(text):
        return TableKind.IN_KIND
    kinds = [
        kind
        for kind, pattern in ((TableKind.FINANCING, _FINANCING), (TableKind.COSTS, _COSTS))
        if pattern.search(text)
    ]
    return kinds[0] if len(kinds) == 1 else None


def head_at(lines: tuple[SourceLine, ...], at: int) -> tuple[tuple[Head, ...], int] | None:
    """Return the heads that begin on the line (two for tables side by side) and how many lines they take.

    A head may go over several lines: «Direktfinansierade kostnader (in», «natura)», «2019 2020», «Totalt».
    """
    sides = _sides(_text(lines[at]))
    if not all(_opens(name, columns) for name, columns in sides) or not sides:
        return None
    taken = 1
    while at + taken < len(lines) and len(sides) == 1:
        more = _sides(_text(lines[at + taken]))
        if len(more) != 1 or more[0][0] or len(sides[0][1]) + len(more[0][1]) > _MOST_COLUMNS:
            break
        sides = [(sides[0][0], [*sides[0][1], *more[0][1]])]
        taken += 1
    above = _above(lines, at)
    heads = tuple(_head(label, columns, above if len(sides) == 1 else "") for label, columns in sides)
    return heads, taken


def _text(line: SourceLine) -> str:
    return plain(" ".join(cell for cell in line.cells if cell) if line.cells else line.text).strip()


def _sides(text: str) -> list[tuple[str, list[re.Match[str]]]]:
    """Part a line into names with columns; nothing when it is no head."""
    if not _may_be_head(text):
        return []
    sides: list[tuple[str, list[re.Match[str]]]] = []
    label, at = "", 0
    while at < len(text):
        found = _COLUMN.match(text, at) if at == 0 or text[at - 1].isspace() else None
        if found and not _goes_on(text, found) and not _names_table(text, found):
            if label.strip() or not sides:
                sides.append((label.strip(), []))
            sides[-1][1].append(found)
            label, at = "", found.end()
            continue
        label += text[at]
        at += 1
    if label.strip(" :") or not sides or len(sides) > 2:
        return []
    if any(_LABEL.fullmatch(name) is None or len(columns) > _MOST_COLUMNS for name, columns in sides):
        return []
    return sides


def _may_be_head(text: str) -> bool:
    """Whether it is worth the while to part a line: most lines of a paper are running text."""
    if len(text) > _LONGEST or text.endswith((".", ",", ";")):
        return False
    small = text.casefold()
    return any(word in small for word in _COLUMN_WORDS) and _COLUMN.search(text) is not None


def _goes_on(text: str, found: re.Match[str]) -> bool:
    """Whether «Summa …» and «Totalt …» begin a row's name, and not a column: a word follows that is none."""
    rest = text[found.end() :].lstrip()
    if found["total"] is None and found["single"] is None:
        return False
    return bool(rest) and rest[0].islower() and _COLUMN.match(rest) is None


def _names_table(text: str, found: re.Match[str]) -> bool:
    """Whether «Budget (kr)» at the beginning of a line names the table, and is no column: years follow."""
    return (
        found["single"] is not None
        and found.start() == 0
        and bool(re.match(r"\s*20\d\d\b", text[found.end() :]))
    )


def _opens(name: str, columns: list[re.Match[str]]) -> bool:
    """Whether a name and columns begin a table: «Totalt» or «Belopp» alone goes on from the line above."""
    return any(c["year"] for c in columns) or (bool(name) and (kind_of(name) is not None or len(columns) > 1))


def _above(lines: tuple[SourceLine, ...], at: int) -> str:
    """The name of a table that stands above its years: as few lines as say which table it is."""
    name = ""
    for line in reversed(lines[max(0, at - _MOST_ABOVE) : at]):
        text = _text(line)
        if not text or text.endswith((".", ",")) or len(text) > 80 or re.search(r"\d{3}", text):
            break
        name = f"{text} {name}".strip()
        if kind_of(name) is not None and name.count("(") == name.count(")"):
            break
    return name


def _head(label: str, columns: list[re.Match[str]], above: str) -> Head:
    named = [
        (
            ColumnKind.SHARE if c["share"] else ColumnKind.TOTAL if c["total"] else ColumnKind.AMOUNT,
            re.sub(r"\s+", " ", c[0]).strip(),
        )
        for c in columns
    ]
    if not any(kind is ColumnKind.AMOUNT for kind, _ in named):  # a single column of sums is one of amounts
        first = next((n for n, (kind, _) in enumerate(named) if kind is ColumnKind.TOTAL), None)
        if first is not None:
            named[first] = (ColumnKind.AMOUNT, named[first][1])
    words = " ".join((label, above, *(name for _, name in named)))
    factor = 1_000 if _THOUSANDS.search(words) else 1_000_000 if _MILLIONS.search(words) else 1
    plain_years = [_year(name) for _, name in named]
    once = len(set(plain_years)) == len(plain_years)
    clean = tuple(
        (kind, short if once else name) for (kind, name), short in zip(named, plain_years, strict=True)
    )
    return Head(kind_of(label) or kind_of(f"{above} {label}"), clean, factor)


def _year(name: str) -> str:
    """«2023 (kr)» and «Budget 2023» are the year 2023, as the other of the two tables may call it."""
    found = _YEAR_ALONE.fullmatch(name)
    return found[1] if found else name
