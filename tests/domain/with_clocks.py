"""Meetings with ärenden that have a clock, in time, late, and without their day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from namndstod.domain.findings import Severity
from namndstod.domain.records import MatterKind
from namndstod.domain.view import MeetingView

from .factory import DAY, item, meeting

BEFORE = DAY - timedelta(days=30)


def clocked(kind: MatterKind, received: date | None = None, answer_by: date | None = None) -> MeetingView:
    """Return a meeting whose only item is an ärende of that kind."""
    bare = item(1, "Remiss om färjor", dnr="27RG1", clauses=("avge yttrandet.",))
    assert bare.matter is not None
    matter = replace(bare.matter, kind=kind, received=received, answer_by=answer_by)
    return meeting(replace(bare, matter=matter))


SPOILED: dict[str, tuple[Callable[[], MeetingView], date, Severity]] = {
    "matter_late": (
        lambda: clocked(MatterKind.REFERRAL, answer_by=DAY - timedelta(days=1)),
        BEFORE,
        Severity.WARN,
    ),
    "clock_not_set": (lambda: clocked(MatterKind.BILL), BEFORE, Severity.INFORM),
}
