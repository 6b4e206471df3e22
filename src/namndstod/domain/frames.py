"""What of one meeting's list stands on the next one's: standing items, and items that a person chooses."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from .records import AgendaItem, ItemKind, StandardItem
from .swedish_sort import fold

_SECTIONS = re.compile(r"[\s,;]*\(?§§?\s*\d[\d\s,–\-och§]*\)?\s*$")


@dataclass(frozen=True, slots=True)
class FramedItem:
    """An item of the new list: a standing one (perhaps as it stood last), or a copy of one that stood."""

    standing: StandardItem | None
    stood: AgendaItem | None


def standing_of(item: AgendaItem, standing: Sequence[StandardItem]) -> StandardItem | None:
    """Return the standing item that an item of a list is: by purpose, or by heading without ärende."""
    for standard in standing:
        if standard.purpose is not None and standard.purpose is item.purpose:
            return standard
    same = (s for s in standing if fold(s.title) == fold(item.title) and s.kind is item.kind)
    return next(same, None) if item.matter_id is None else None


def framed(
    standing: Sequence[StandardItem], stood: Sequence[AgendaItem], chosen: Collection[str]
) -> tuple[FramedItem, ...]:
    """Return the new list: the standing items, and between them those of `stood` whose ids are chosen.

    A formal item that opened or closed the list still does so, though it is not among the standing ones.
    """
    last_time: dict[StandardItem, AgendaItem] = {}
    copies = []
    for item in stood:
        match = standing_of(item, standing)
        if match is not None:
            last_time.setdefault(match, item)
        elif item.id in chosen:
            copies.append(FramedItem(None, item))
    first = [FramedItem(s, last_time.get(s)) for s in standing if not s.last]
    last = [FramedItem(s, last_time.get(s)) for s in standing if s.last]
    standing_at = [i.number for i in last_time.values()]
    matters_at = [i.number for i in stood if not _formal(i)]
    early = [c for c in copies if _formal(c.stood) and all(_number(c) < n for n in matters_at)]
    opening = [c for c in early if all(_number(c) < n for n in standing_at)]
    closing = [c for c in copies if _formal(c.stood) and matters_at and _number(c) > max(matters_at)]
    formal = sum(1 for f in first if f.standing and f.standing.kind is ItemKind.FORMAL)
    after_formal = [c for c in early if c not in opening]
    between = [c for c in copies if c not in early and c not in closing]
    return (*opening, *first[:formal], *after_formal, *first[formal:], *between, *last, *closing)


def _formal(item: AgendaItem | None) -> bool:
    return item is not None and item.kind is ItemKind.FORMAL


def _number(framed: FramedItem) -> int:
    return framed.stood.number if framed.stood else 0


def without_sections(person: str) -> str:
    """Return «Ines Falk, utvecklingschef» of «Ines Falk, utvecklingschef, §§ 3–5»."""
    return _SECTIONS.sub("", person).strip()
