"""What the columns of a sender's lists mean: remembered from what a person has settled once."""

from __future__ import annotations

from collections.abc import Sequence

from namndstod.domain.delegation import ColumnMapping
from namndstod.domain.intake.found_delegated import FoundColumn, FoundTable
from namndstod.domain.records import new_id
from namndstod.domain.swedish_sort import fold
from namndstod.storage.store import Reader


def mappings_of(reader: Reader, body_id: str, sender: str = "") -> tuple[ColumnMapping, ...]:
    """Return the remembered mappings of a body; those of `sender` first, then the rest."""
    wanted = fold(sender.strip())
    found = reader.find(ColumnMapping, body_id=body_id)
    return tuple(sorted(found, key=lambda m: fold(m.sender.strip()) != wanted))


def mapping_of(body_id: str, sender: str, columns: Sequence[FoundColumn]) -> ColumnMapping:
    """Return what some columns are understood as, to be remembered."""
    return ColumnMapping(
        id=new_id(),
        body_id=body_id,
        sender=sender.strip(),
        headings=tuple(c.heading for c in columns),
        fields=tuple(c.field.value if c.field is not None else "" for c in columns),
    )


def same_headings(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two heads are the same but for case, accents and spaces."""
    return _folded(one) == _folded(other)


def to_remember(
    reader: Reader, body_id: str, sender: str, tables: Sequence[FoundTable]
) -> tuple[ColumnMapping, ...]:
    """Return the mappings of some tables that are not remembered for the sender as they are.

    Those of the register's own workbook are known anyway.
    """
    known = [m for m in mappings_of(reader, body_id) if fold(m.sender) == fold(sender.strip())]
    found: list[ColumnMapping] = []
    for table in (t for t in tables if not t.own):
        mapping = mapping_of(body_id, sender, table.columns)
        same = [m for m in (*known, *found) if same_headings(m.headings, mapping.headings)]
        if not any(m.fields == mapping.fields for m in same):
            found.append(mapping)
    return tuple(found)


def _folded(headings: Sequence[str]) -> list[str]:
    return [" ".join(fold(heading).split()) for heading in headings]
