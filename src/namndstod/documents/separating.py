"""Pages of a file taken apart: what the others draw with stays behind, though all share one list of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from .cleaning import listed

_KINDS = ("/XObject", "/Font", "/ExtGState", "/Pattern", "/Properties")  # which may bring words


class Entangled(ValueError):
    """Pages that are to be left out share their content with pages that stay."""


def separate(kept: Sequence[pikepdf.Object], left_out: Sequence[pikepdf.Object]) -> None:
    """Take off the resources of `kept` pages what these do not draw with.

    Raises Entangled when their content is that of pages left out, or can't be read: then nothing can be said
    of what would go with them.
    """
    hidden = {one.objgen for page in left_out for one in listed(page.get("/Contents")) if one.is_indirect}
    seen: set[tuple[int, int]] = set()
    for page in kept:
        if any(one.objgen in hidden for one in listed(page.get("/Contents")) if one.is_indirect):
            raise Entangled
        try:
            _prune(page, page.get("/Resources"), seen, 0)
        except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError) as error:
            raise Entangled from error


def _prune(drawn: pikepdf.Object, resources: Any, seen: set[tuple[int, int]], depth: int) -> None:
    """Give a page or a form a list of its own with what it uses, and the same to the forms among that."""
    if not isinstance(resources, Dictionary):
        return
    if depth > 50:
        raise Entangled
    used = _names(drawn, resources, depth)
    own = copy(resources)
    for kind in _KINDS:
        if isinstance(entries := own.get(kind), Dictionary):
            own[kind] = entries = copy(entries)
            for name in set(entries.keys()) - used:
                del entries[name]
        elif kind in own:
            del own[kind]
    drawn.Resources = own
    for kind in ("/XObject", "/Pattern"):
        for form in _streams(own.get(kind)):
            if "/Resources" in form and form.objgen not in seen:
                seen.add(form.objgen)
                _prune(form, form.Resources, seen, depth + 1)


def _streams(entries: Any) -> Iterator[pikepdf.Stream]:
    if isinstance(entries, Dictionary):
        yield from (one for one in entries.values() if isinstance(one, pikepdf.Stream))


def _names(drawn: pikepdf.Object, resources: Any, depth: int) -> set[str]:
    """Return all names that stand in what a page or a form draws, and in its forms that use its list."""
    if depth > 50:
        raise Entangled
    found: set[str] = set()
    for instruction in pikepdf.parse_content_stream(drawn):
        if isinstance(instruction, pikepdf.ContentStreamInstruction):
            found = found.union(*map(_within, instruction.operands))
    for form in _streams(resources.get("/XObject")):
        if "/Resources" not in form and str(form.get("/Subtype")) == "/Form":
            found |= _names(form, Dictionary(), depth + 1)
    return found


def _within(operand: Any, depth: int = 0) -> set[str]:
    if isinstance(operand, Name):
        return {str(operand)}
    if depth > 50 or not isinstance(operand, Array | Dictionary):
        return set()
    inner = operand.values() if isinstance(operand, Dictionary) else operand
    return set().union(*(_within(one, depth + 1) for one in inner))
