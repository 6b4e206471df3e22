"""Signatures of those who decided, that a line of the list explains: «KEK = Karin Ek, områdeschef»."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from ..found_delegated import FoundDecision
from .bodies import Line
from .names import Decider, read_decider

_EXPLAINED: Final = re.compile(
    r"(?:(?<=[\s:;,(])|^)([A-ZÅÄÖ]{2,5}|[A-ZÅÄÖ][a-zåäö]{1,3})\s*[=:–-]\s*"
    r"([A-ZÅÄÖ][^;=\n|]{4,80}?)(?=\s*(?:[;\n|)]|,\s*[A-ZÅÄÖ]\w{1,4}\s*=|$))"
)
_LONGEST: Final = 1000


def with_names(
    decisions: tuple[FoundDecision, ...], lines: Sequence[Line]
) -> tuple[tuple[FoundDecision, ...], Collection[int]]:
    """Return the decisions with names and titles for signatures, and the rows that explain these."""
    meant: dict[str, tuple[Decider, int]] = {}
    for line in lines:
        for found in _EXPLAINED.finditer(line.text[:_LONGEST]):
            meant[found[1]] = read_decider(found[2].strip(" ."))[0], line.row
    if not meant:
        return decisions, ()
    used = {d.decided_by for d in decisions} & meant.keys()
    if not used:
        return decisions, ()
    named = tuple(_named(d, meant[d.decided_by][0]) if d.decided_by in used else d for d in decisions)
    return named, {meant[signature][1] for signature in used}


def _named(decision: FoundDecision, decider: Decider) -> FoundDecision:
    name, title = decider
    return decision._replace(decided_by=name, decided_by_title=decision.decided_by_title or title)
