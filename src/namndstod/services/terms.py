"""Which name, seats and customs of a body hold on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date

from namndstod.domain.errors import NotFound
from namndstod.domain.records import BodyTerm
from namndstod.storage.store import Reader


def term_on(reader: Reader, body_id: str, day: date) -> BodyTerm:
    """Return the term in force on `day`; before the first one, the first. Raises NotFound without any."""
    return _in_force(reader.find(BodyTerm, body_id=body_id), day)


def all_terms(reader: Reader) -> Callable[[str, date], BodyTerm]:
    """Return `term_on` for many questions, with all terms read once."""
    by_body: dict[str, list[BodyTerm]] = defaultdict(list)
    for term in reader.find(BodyTerm):
        by_body[term.body_id].append(term)
    return lambda body_id, day: _in_force(by_body[body_id], day)


def _in_force(terms: Sequence[BodyTerm], day: date) -> BodyTerm:
    if not terms:
        raise NotFound("Nämnden finns inte i pärmen.")
    ordered = sorted(terms, key=lambda t: t.valid_from)
    return next((t for t in reversed(ordered) if t.valid_from <= day), ordered[0])
