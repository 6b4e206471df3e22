"""Which records a binder keeps: the name of each kind's table, and the order in which its records come.

All that reading and writing need to know of the tables; these themselves (schema.py) are made only where
somebody asks for them, since that costs as much as reading an overview.
"""

from __future__ import annotations

import re
from typing import Final

from namndstod.domain import delegation as d
from namndstod.domain import proceedings as p
from namndstod.domain import records as r
from namndstod.domain.archive import ArchivedMinutes, ArchivedSection
from namndstod.domain.phrase_bank import Phrase

_WORD = re.compile(r"(?<!^)(?=[A-Z])")

# The order in which a list of records comes; `id` settles what is left, so that it never changes by itself.
ORDER: Final[dict[type[r.Record], tuple[str, ...]]] = {
    r.Body: ("parent_id",),
    r.BodyTerm: ("body_id", "valid_from"),
    r.Person: ("surname", "given_name"),
    r.Mandate: ("body_id", "elected_order", "valid_from"),
    r.Matter: ("diary_number", "title"),
    r.Meeting: ("day", "starts"),
    r.AgendaItem: ("meeting_id", "number"),
    r.Section: ("year", "meeting_id", "position"),
    r.TextBlock: ("item_id", "section_id", "position"),
    r.LostMark: ("section_id", "role"),
    r.PresenceEvent: ("meeting_id", "position"),
    r.StoredFile: ("sha256",),
    r.SupportingDocument: ("item_id", "position"),
    r.Memorandum: ("item_id",),
    r.Recipient: ("item_id", "position"),
    r.Approver: ("meeting_id", "position"),
    r.Paper: ("meeting_id", "made_at"),
    r.Dispatch: ("meeting_id", "section_id", "recipient"),
    r.SignedFile: ("meeting_id", "taken_in_at"),
    d.DelegationPoint: ("body_id", "position", "valid_from"),
    d.Delegate: ("point_id", "position", "valid_from"),
    d.DelegationImport: ("body_id", "taken_in_at"),
    d.ColumnMapping: ("body_id", "sender"),
    d.DelegatedDecision: ("body_id", "item_id", "position"),
    d.DecisionLetter: ("decision_id",),
    d.DecisionDocument: ("decision_id", "position"),
    p.Adjournment: ("meeting_id", "began"),
    p.Motion: ("section_id", "position"),
    p.Proposition: ("section_id", "position"),
    p.Vote: ("section_id", "proposition_id"),
    p.Ballot: ("vote_id", "position"),
    p.Reservation: ("section_id", "position"),
    p.Remark: ("section_id", "position"),
    p.NonParticipation: ("section_id", "person_id"),
    p.Assignment: ("section_id", "position"),
    p.Reply: ("meeting_id", "person_id"),
    p.DraftNote: ("meeting_id", "section_id"),
    p.Signature: ("meeting_id", "person_id"),
    p.Notice: ("meeting_id", "approved"),
    p.Correction: ("meeting_id", "day"),
    p.Waiver: ("meeting_id", "code"),
    Phrase: ("position",),
    ArchivedMinutes: ("day", "body_name"),
    ArchivedSection: ("minutes_id", "number"),
    r.Setting: ("key",),
    r.Conversion: ("sha256", "converter"),
}
NAMES: Final[dict[type[r.Record], str]] = {kind: _WORD.sub("_", kind.__name__).lower() for kind in ORDER}
KINDS: Final[dict[str, type[r.Record]]] = {name: kind for kind, name in NAMES.items()}
DERIVED: Final[frozenset[type[r.Record]]] = frozenset({r.Conversion})
"""What can be made again: never journalled."""
