"""What is frozen: the one place that refuses changes to justerade minutes and to fixed numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from namndstod.domain.delegation import NOTHING_REPORTED, DelegatedDecision
from namndstod.domain.errors import NotFound, Refused
from namndstod.domain.proceedings import Assignment, Correction, DraftNote, Notice, Signature, Waiver
from namndstod.domain.records import (
    AgendaItem,
    Approver,
    Dispatch,
    Meeting,
    MeetingState,
    Paper,
    PaperKind,
    PresenceEvent,
    Recipient,
    Record,
    Section,
    SignedFile,
    SupportingDocument,
    TextBlock,
)
from namndstod.domain.states import is_frozen
from namndstod.domain.swedish import long_date
from namndstod.storage.changes import Change
from namndstod.storage.codec import codec
from namndstod.storage.store import Reader

# Records that stand in a numbered row: the field with the number, and those that say which row it is.
_ROWS: dict[type[Record], tuple[str, tuple[str, ...]]] = {
    AgendaItem: ("number", ("meeting_id",)),
    Section: ("position", ("meeting_id",)),
    TextBlock: ("position", ("item_id", "section_id", "role")),
    SupportingDocument: ("position", ("item_id",)),
    Recipient: ("position", ("item_id",)),
    Approver: ("position", ("meeting_id",)),
}


def one_of_a_kind(changes: Iterable[Change]) -> list[Change]:
    """Return the changes without those that guards cannot tell from another one.

    Delegated decisions that come, go or change by the thousand differ to them by the items they stand at and
    by what is changed.
    """
    kept: list[Change] = []
    seen: set[tuple[Any, ...]] = set()
    for change in changes:
        if change.kind is DelegatedDecision:
            key = _as_guards_see(change)
            if key in seen:
                continue
            seen.add(key)
        kept.append(change)
    return kept


def _as_guards_see(change: Change) -> tuple[Any, ...]:
    before, after = change.before, change.after
    if isinstance(before, DelegatedDecision) and isinstance(after, DelegatedDecision):
        return before.item_id, after.item_id, frozenset(_differs(change))
    return before is None, getattr(after or before, "item_id", None)


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
    """Raise Refused when the changes touch what is justerat or out for signing, or a number that is fixed.

    What follows justering is let through (anslag, rättelser, signed files …), and so are the signatures of
    minutes out for signing.
    """
    changed = list(changes)
    before = {c.id: c.before for c in changed if isinstance(c.before, Meeting)}
    kept = [c for c in changed if not (_follows_justering(c) or _reported_anew(reader, c))]
    unknown = set(scopes) - meetings_of(reader, changed) if kept else set()
    for scope in meetings_of(reader, kept) | unknown:
        meeting = before.get(scope) or reader.first(Meeting, id=scope)
        if not isinstance(meeting, Meeting):
            continue
        if meeting.state is MeetingState.APPROVED:
            raise Refused(
                f"Protokollet {long_date(meeting.day)} är justerat. "
                "Skapa rättelse med datum, namn och ändring.",
                source="JO 581-2013",
            )
        if meeting.sent_for_signing is not None and not all(
            _part_of_signing(c) for c in kept if scope in meetings_of(reader, [c])
        ):
            raise Refused(
                f"Protokollet {long_date(meeting.day)} är skickat för underskrift och låst. "
                "Återta det först, med ett skäl, om något ska ändras.",
                source="KL 5 kap. 69 §",
            )
        _refuse_approved_sections(reader, kept, scope)
    for change in changed:
        old = change.before
        if isinstance(old, Section) and old.number is not None:
            new = change.after
            if not isinstance(new, Section) or (new.number, new.position) != (old.number, old.position):
                raise Refused(
                    f"§ {old.number} har fått sitt nummer, som aldrig lämnas tillbaka.", source="praxis"
                )


def _follows_justering(change: Change) -> bool:
    """Whether a change is made of frozen minutes: anslag, rättelse, expediering, signed file, a task done."""
    if change.kind in (Notice, Correction, Dispatch, SignedFile):
        return True
    if change.kind is Paper:
        paper = change.after or change.before
        return isinstance(paper, Paper) and paper.kind in (PaperKind.EXTRACT, PaperKind.PUBLIC)
    if change.kind is Recipient:  # its name stands in the minutes; how it is reached does not
        return _differs(change) <= {"manner", "address", "party"}
    if change.kind is Assignment:
        return _differs(change) == {"done"}
    from .marked_only import only_for_editions  # not before something frozen is changed

    return only_for_editions(change, _differs(change))


def _reported_anew(reader: Reader, change: Change) -> bool:
    """Whether a delegated decision goes from a § that told nothing (it was bordlagd) to a list, or back."""
    if change.kind is not DelegatedDecision or _differs(change) != {"item_id"}:
        return False
    sides = [r.item_id for r in (change.before, change.after) if isinstance(r, DelegatedDecision)]
    listed = [s for s in sides if s is not None]
    untold = [s for s in listed if reader.first(Section, item_id=s, outcome=NOTHING_REPORTED)]
    others = reader.find(AgendaItem, id=[s for s in listed if s not in untold])
    meetings = reader.find(Meeting, id=[item.meeting_id for item in others])
    return bool(untold) and not any(map(is_frozen, meetings))


def _part_of_signing(change: Change) -> bool:
    if change.kind in (Signature, Paper):
        return True
    return isinstance(change.before, Meeting) and bool(_differs(change) & {"sent_for_signing", "state"})


def _differs(change: Change) -> set[str]:
    """The names of the fields that a change changes; all, where the record is new or goes."""
    one, other = change.before, change.after
    names = codec(change.kind).names
    new_or_gone = one is None or other is None
    return {n for n in names if n != "version" and (new_or_gone or getattr(one, n) != getattr(other, n))}


def _refuse_approved_sections(reader: Reader, changes: Iterable[Change], meeting_id: str) -> None:
    """Raise Refused when the changes touch a § that was justerad at once, or who served in it."""
    changed = [c for c in changes if c.kind not in (Waiver, DraftNote)]
    before = {c.id: c.before for c in changed if isinstance(c.before, Section)}
    sections = [before.get(s.id, s) for s in reader.find(Section, meeting_id=meeting_id, immediate=True)]
    frozen = {s.id: s for s in sections if isinstance(s, Section) and s.approved is not None}
    frozen |= {i: s for i, s in before.items() if isinstance(s, Section) and s.approved is not None}
    if not frozen:
        return
    items = {s.item_id for s in frozen.values() if s.item_id is not None}
    last = max(s.position for s in frozen.values())
    for change in changed:
        for record in (change.before, change.after):
            if record is None:
                continue
            section_id = getattr(record, "section_id", None)
            touched = record.id in frozen or section_id in frozen
            touched = touched or record.id in items or getattr(record, "item_id", None) in items
            if isinstance(record, PresenceEvent) and record.meeting_id == meeting_id:
                at = reader.first(Section, id=section_id) if section_id else None
                touched = touched or section_id is None or (at is not None and at.position <= last)
            if touched and not (isinstance(record, Section) and record.id not in frozen):
                raise Refused(
                    "Paragrafen är justerad omedelbart. Skapa rättelse med datum, namn och ändring.",
                    source="JO 581-2013",
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
