"""A pasted föredragningslista as items. Nothing is guessed: what is unclear is said in `unclear`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..domain.intake.call_items import not_a_clause, read_items, short
from ..domain.intake.found import FoundItem
from .problems import CannotShow
from .sources.text import read_text

_HEADS = re.compile(r"(?:föredragningslista|dagordning|ärendelista):?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PastedList:
    """The items in order, and Swedish sentences on what was not understood."""

    items: tuple[FoundItem, ...]
    unclear: tuple[str, ...]


def read_list(text: str) -> PastedList:
    """Return a pasted föredragningslista; lines before the first item are passed over, and said to be."""
    try:
        lines = read_text(text.encode("utf-8", "replace"), "").lines
    except CannotShow as problem:
        return PastedList((), (str(problem),))
    found = read_items(lines)
    unclear: list[str] = []
    before = [line for line in found.before if not _HEADS.fullmatch(line)]
    if before and found.items:
        unclear.append(f"Text före första punkten togs inte med: ”{short(' '.join(before))}”.")
    unclear += found.unclear
    if not found.items:
        unclear.append("Ingen punkt hittades: varje punkt ska börja med sitt nummer på en egen rad.")
    for item in found.items:
        unclear += _unclear(item)
    return PastedList(found.items, tuple(unclear))


def _unclear(item: FoundItem) -> list[str]:
    said = [not_a_clause(item.number, text) for text in item.clauses if not text.startswith("att ")]
    if item.kind is None:
        said.append(
            f"Punkt {item.number}: det framgår inte om ”{short(item.title)}” är information eller beslut."
        )
    if item.clauses and not item.decider:
        said.append(f"Punkt {item.number}: det framgår inte vem som beslutar.")
    return said
