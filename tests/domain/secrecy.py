"""Meetings with something secret, whole and with marks that were lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from namndstod.domain.findings import Severity
from namndstod.domain.records import LostMark, MarkKind, MeetingState, Outcome, TextRole
from namndstod.domain.view import MeetingView

from .factory import DAY, item, meeting, section

BEFORE, AFTER = DAY - timedelta(days=30), DAY + timedelta(days=2)


def held(heading: str = "", *, secret: bool = False) -> MeetingView:
    """A closed meeting with one ärende, which may be secret."""
    bare = item(1, "Medel till hamnen", dnr="27RG1", clauses=("bevilja medel.",))
    record = replace(bare.item, secret=secret, neutral_heading=heading)
    return meeting(
        replace(bare, item=record),
        state=MeetingState.CLOSED,
        sections=(section(1, 1, "item1", Outcome.APPROVED),),
    )


def with_lost_mark() -> MeetingView:
    lost = LostMark(id="l", section_id="s1", role=TextRole.DECISION, kind=MarkKind.PERSONAL, words="Rut Alm")
    return replace(held(), lost_marks=(lost,))


SPOILED: dict[str, tuple[Callable[[], MeetingView], date, Severity]] = {
    "mark_lost": (with_lost_mark, AFTER, Severity.WARN),
    "not_encrypted": (lambda: held(secret=True), AFTER, Severity.INFORM),
}
