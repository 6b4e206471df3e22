"""Changes that only editions look at: no word of the minutes, so that they are made after justering too."""

from __future__ import annotations

from namndstod.domain.records import LostMark, TextBlock, TextRole
from namndstod.storage.changes import Change

from .commands.editing import SECRECY_FIELDS


def only_for_editions(change: Change, differs: set[str]) -> bool:
    """Whether a change only says what editions leave out.

    `differs` are the names of the fields that it changes.
    """
    record = change.before or change.after
    if change.kind is LostMark:
        return True
    if change.kind in SECRECY_FIELDS:
        return differs <= SECRECY_FIELDS[change.kind]
    if not isinstance(record, TextBlock):
        return False
    if change.before is not None and change.after is not None:
        return differs <= {"marks"}
    # The program's own words, stored for the sake of their marks: a decision is always stored.
    return record.fingerprint is not None and record.edited is None and record.role is not TextRole.DECISION
