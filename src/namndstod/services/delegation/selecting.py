"""Which decisions of a register are shown, in groups and with sums: each of 100,000 at a key press."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from namndstod.domain.delegation_standing import TOLD, Standing
from namndstod.domain.swedish_sort import fold

from .facets import Facet
from .register import Register

_NO_DAY: Final = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for. Empty: everything. `chosen` are facets with the key of a value (`Side.keys`)."""

    words: str = ""
    standing: frozenset[Standing] = frozenset()
    chosen: tuple[tuple[Facet, str], ...] = ()
    first: date | None = None
    last: date | None = None
    urgent: bool = False
    doubtful: bool = False  # with findings

    def with_choice(self, facet: Facet, key: str | None) -> Wanted:
        """Return the same with one value of a facet, or (None) all."""
        rest = tuple(pair for pair in self.chosen if pair[0] is not facet)
        return replace(self, chosen=rest if key is None else (*rest, (facet, key)))

    def choice(self, facet: Facet) -> str | None:
        """Return the key chosen of a facet."""
        return next((key for each, key in self.chosen if each is facet), None)


EVERYTHING: Final = Wanted()


@dataclass(frozen=True, slots=True)
class Group:
    """Decisions with a value in common, and their sum in whole kronor; None where none has an amount."""

    code: int
    key: str
    label: str
    slots: list[int]
    total: int | None


class Selector:
    """Finds what is wanted, within what was found before where only the words have grown."""

    def __init__(self) -> None:
        self._register: Register | None = None
        self._order: Sequence[int] = ()
        self._wanted = EVERYTHING
        self._bare: list[int] = []  # by everything but the words
        self._found: list[int] = []

    def select(self, register: Register, wanted: Wanted, order: Sequence[int]) -> list[int]:
        """Return the slots of the decisions that are wanted, in `order` (all live slots)."""
        same = self._register is register and self._order is order
        words, before = fold(wanted.words), fold(self._wanted.words)
        if not same or replace(wanted, words="") != replace(self._wanted, words=""):
            self._bare = _bare(register, wanted, order)
            before, self._found = "", self._bare
        within = self._found if words.startswith(before) else self._bare
        texts = register.texts
        for word in dict.fromkeys(words.split()):
            within = [slot for slot in within if word in texts[slot]]
        self._register, self._order, self._wanted, self._found = register, order, wanted, within
        return within


def _bare(register: Register, wanted: Wanted, order: Sequence[int]) -> list[int]:
    found = list(order)
    for facet, key in wanted.chosen:
        side = register.sides[facet]
        code, codes = side.code(key), side.codes
        found = [slot for slot in found if codes[slot] == code]
    if wanted.first is not None or wanted.last is not None:
        days = register.days
        first = (wanted.first or date.min).toordinal()
        last = (wanted.last or date.max).toordinal()
        found = [slot for slot in found if days[slot] != _NO_DAY and first <= days[slot] <= last]
    if wanted.standing == TOLD:  # «Anmälda»: not what was announced by a record of its own
        found = [slot for slot in found if register.stood[slot].told]
    elif wanted.standing:
        stood, standing = register.stood, wanted.standing
        found = [slot for slot in found if stood[slot].standing in standing]
    if wanted.urgent:
        found = [slot for slot in found if register.decisions[slot].urgent]
    if wanted.doubtful:
        found = [slot for slot in found if register.decisions[slot].id in register.findings]
    return found


def grouped(register: Register, slots: Sequence[int], by: Facet) -> list[Group]:
    """Return the decisions by a facet, the groups in its order, each in the order given."""
    side = register.sides[by]
    codes = side.codes
    found: list[list[int]] = [[] for _ in side.keys]
    for slot in slots:
        found[codes[slot]].append(slot)
    there = side.in_order(code for code, each in enumerate(found) if each)
    return [
        Group(code, side.keys[code], side.labels[code], found[code], total(register, found[code]))
        for code in there
    ]


def total(register: Register, slots: Sequence[int]) -> int | None:
    """Return the sum in whole kronor; None where no decision has an amount."""
    whole = sum(map(register.amounts.__getitem__, slots))
    if whole or any(register.decisions[slot].amount is not None for slot in slots):
        return whole
    return None


def quick_periods(today: date) -> tuple[tuple[str, date, date], ...]:
    """Return (name, first, last) of the periods one asks for most."""
    month = today.replace(day=1)
    before = (month - timedelta(days=1)).replace(day=1)
    year = today.replace(month=1, day=1)
    last_year = year.replace(year=year.year - 1)
    return (
        ("Denna månad", month, _month_end(month)),
        ("Förra månaden", before, month - timedelta(days=1)),
        ("I år", year, year.replace(month=12, day=31)),
        ("Förra året", last_year, year - timedelta(days=1)),
    )


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
