"""What is frozen: the one place that refuses changes to justerade minutes and to fixed numbers."""

from __future__ import annotations

from collections.abc import Iterable

from namndstod.domain.errors import NotFound, Refused
from namndstod.domain.records import (
    AgendaItem,
    Approver,
    Meeting,
    MeetingState,
    Recipient,
    Record,
    Section,
    SupportingDocument,
    TextBlock,
)
from namndstod.domain.swedish import long_date
from namndstod.storage.store import Change, Reader

# Records that stand in a numbered row: the field with the number, and those that say which row it is.
_ROWS: dict[type[Record], tuple[str, tuple[str, ...]]] = {
    AgendaItem: ("number", ("meeting_id",)),
    Section: ("position", ("meeting_id",)),
    TextBlock: ("position", ("item_id", "section_id", "role")),
    SupportingDocument: ("position", ("item_id",)),
    Recipient: ("position", ("item_id",)),
    Approver: ("position", ("meeting_id",)),
}


def meetings_of(reader: Reader, changes: Iterable[Change]) -> set[str]:
    """Return the ids of the meetings that the changed records belong to."""
    changed = list(changes)
    owners: dict[str, str] = {}
    for change in changed:
        record = change.after or change.before
        if isinstance(record, (AgendaItem, Section)):
            owners[record.id] = record.meeting_id
    found: set[str] = set()
    for change in changed:
        for record in (change.before, change.after):
            meeting_id = _meeting_of(reader, record, owners) if record is not None else None
            if meeting_id is not None:
                found.add(meeting_id)
    return found


def _meeting_of(reader: Reader, record: Record, owners: dict[str, str]) -> str | None:
    if isinstance(record, Meeting):
        return record.id
    direct = getattr(record, "meeting_id", None)
    if isinstance(direct, str):
        return direct
    item, section = getattr(record, "item_id", None), getattr(record, "section_id", None)
    owner = item or section
    if owner is not None and owner not in owners:
        try:
            found = reader.get(AgendaItem, owner) if item else reader.get(Section, owner)
        except NotFound:
            return None
        owners[owner] = found.meeting_id
    return owners.get(owner or "")


def refuse_frozen(reader: Reader, changes: Iterable[Change], scopes: Iterable[str]) -> None:
    """Raise Refused when the changes touch a justerat protokoll or a number that is fixed."""
    changed = list(changes)
    before = {c.id: c.before for c in changed if isinstance(c.before, Meeting)}
    for scope in scopes:
        meeting = before.get(scope) or reader.first(Meeting, id=scope)
        if not isinstance(meeting, Meeting):
            continue
        if meeting.state is MeetingState.APPROVED:
            raise Refused(
                f"Protokollet {long_date(meeting.day)} är justerat. En ändring görs som en synlig rättelse.",
                source="JO 581-2013",
            )
    for change in changed:
        old = change.before
        if isinstance(old, Section) and old.number is not None:
            new = change.after
            if not isinstance(new, Section) or (new.number, new.position) != (old.number, old.position):
                raise Refused(
                    f"§ {old.number} har fått sitt nummer, som aldrig lämnas tillbaka.", source="praxis"
                )


def refuse_disorder(reader: Reader, changes: Iterable[Change]) -> None:
    """Raise Refused when a row (the list, the §§, a text) no longer counts 1, 2, 3 … after the changes.

    Commands always leave rows whole; undo may tear one that somebody else has added to.
    """
    rows = {
        (change.kind, tuple((name, getattr(record, name)) for name in _ROWS[change.kind][1]))
        for change in changes
        for record in (change.before, change.after)
        if record is not None and change.kind in _ROWS
    }
    for kind, owner in rows:
        numbers = sorted(getattr(r, _ROWS[kind][0]) for r in reader.find(kind, **dict(owner)))
        if numbers != list(range(1, len(numbers) + 1)):
            raise Refused("Det kan inte ångras: ordningen har ändrats sedan dess av någon annan.")
