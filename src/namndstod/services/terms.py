"""Which name, seats and customs of a body hold on a day."""

from __future__ import annotations

from datetime import date

from namndstod.domain.errors import NotFound
from namndstod.domain.records import BodyTerm
from namndstod.storage.store import Reader


def term_on(reader: Reader, body_id: str, day: date) -> BodyTerm:
    """Return the term in force on `day`; before the first one, the first. Raises NotFound without any."""
    terms = sorted(reader.find(BodyTerm, body_id=body_id), key=lambda t: t.valid_from)
    if not terms:
        raise NotFound("Nämnden finns inte i pärmen.")
    return next((t for t in reversed(terms) if t.valid_from <= day), terms[0])
