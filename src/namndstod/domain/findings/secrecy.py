"""Rules about what is secret while a meeting is worked on; what goes out has its own (`publishing`)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..view import MeetingView
from .finding import Finding, Mend, MendKind, Place, Severity, Step
from .sections import named
from .writing import PART_NAMES


def mark_lost(view: MeetingView, today: date, severity: Severity = Severity.WARN) -> Iterator[Finding]:
    """Marked words that a rewritten text no longer holds: somebody reads it and marks what must be."""
    numbered = {s.section.id: s for s in view.sections}
    for section_id, role in dict.fromkeys((m.section_id, m.role) for m in view.lost_marks):
        if section_id in numbered:
            yield Finding(
                "mark_lost",
                severity,
                Place(Step.MINUTES, section_id=section_id, role=role),
                f"{named(numbered[section_id])}, {PART_NAMES[role]}: "
                "markerade ord finns inte i den nya texten. Läs den och markera på nytt.",
                "praxis",
                (Mend("Texten är läst", MendKind.DROP_LOST_MARK, (section_id, role.value)),),
            )


def not_encrypted(view: MeetingView, today: date) -> Iterator[Finding]:
    """The first secret ärende: what is stored in the binder can be read by who can open its folder."""
    secret = [i for i in view.items if i.item.secret]
    if secret or any(s.secret for s in view.sections):
        yield Finding(
            "not_encrypted",
            Severity.INFORM,
            Place(Step.CALL, item_id=secret[0].item.id if secret else None),
            "Sammanträdet har ärenden med sekretess. Pärmen är inte krypterad: den som kommer åt dess mapp "
            "kan läsa den. Förvara den därefter.",
            "OSL",
        )
