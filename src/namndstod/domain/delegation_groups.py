"""What makes decisions one group: the same words, however they are written."""

from __future__ import annotations

from .delegation_order import point_key
from .swedish_sort import fold

_NOTHING = ("-", "–", "—")


def group_key(written: str, *, point: bool = False) -> str:
    """Return what is the same for ways of writing that differ in case, accents and spaces only.

    «3,2» and «3.2» are one point; a dash is nothing.
    """
    if point:
        return point_key(written)
    bare = fold(" ".join(written.split()))
    return "" if bare in _NOTHING else bare
