"""FöredragningsPM: what it is called where it is referred to, and what is left of a template in it."""

from __future__ import annotations

import re
from functools import lru_cache

from .facts import Facts
from .items import ItemView
from .papers import NAMES
from .records import Memorandum, PaperKind, TextRole
from .swedish import iso_date, long_date

_TEMPLATE = re.compile(
    r"klicka (?:eller tryck )?här för att ange[^.\n]*\.?|\bx{3,}\b"
    r"|\[(?:\.{2,}|…|[^\]\n]*\bange\b[^\]\n]*)\]",
    re.IGNORECASE,
)


def memorandum_title(facts: Facts) -> str:
    """Return «FöredragningsPM till Tillväxtnämnden den 14 februari 2027», as beslutsunderlag names it."""
    return f"FöredragningsPM till {facts.term.name} {long_date(facts.meeting.day)}"


def part_anchor(number: int, role: TextRole) -> str:
    """Return the anchor of a part's heading in the FöredragningsPM of item `number`."""
    return f"pm-{number}-{role.value}"


def told_of(memorandum: Memorandum) -> str:
    """Return who wrote it and when: «Malin Sjögård, 2027-05-04»."""
    day = iso_date(memorandum.day) if memorandum.day else ""
    return ", ".join(t for t in (memorandum.officer, day) if t)


def supporting_titles(facts: Facts, item: ItemView) -> tuple[str, ...]:
    """Return the item's beslutsunderlag: its FöredragningsPM, its delegationslista, its documents."""
    own = (memorandum_title(facts),) if item.printed_memorandum is not None else ()
    told = (NAMES[PaperKind.DELEGATED],) if item.delegated else ()
    return (*own, *told, *(d.document.title for d in item.documents))


@lru_cache(maxsize=4000)
def leftovers(text: str) -> tuple[str, ...]:
    """Return what is left of a template in a text: «Klicka här för att ange text», «xxx», «[…]»."""
    return tuple(dict.fromkeys(m[0].strip() for m in _TEMPLATE.finditer(text)))
