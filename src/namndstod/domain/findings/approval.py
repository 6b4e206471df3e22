"""Rules about justering (law.md 28, 29)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..deadlines import approval_deadline
from ..records import MeetingState
from ..swedish import long_date, section_range
from ..view import MeetingView
from .finding import Finding, Place, Severity, Step


def no_approver(view: MeetingView, today: date) -> Iterator[Finding]:
    """The chair and normally one ledamot approve the minutes (KL 5:69)."""
    if view.approvers:
        return
    closed = view.meeting.state is MeetingState.CLOSED
    yield Finding(
        "no_approver",
        Severity.BLOCK if closed else Severity.WARN if view.held else Severity.INFORM,
        Place(Step.APPROVAL, field="approvers"),
        "Ingen justerare är vald.",
        "KL 5 kap. 69 §",
    )


def approver_did_not_serve(view: MeetingView, today: date) -> Iterator[Finding]:
    """A justerare has served in the §§ that they approve (rule 28)."""
    if not view.held:
        return
    for approver in view.approvers:
        missed = [s for s in view.sections if not s.presence.serves(approver.person_id)]
        if missed:
            where = section_range(s.number for s in missed if s.number is not None)
            yield Finding(
                "approver_did_not_serve",
                Severity.WARN,
                Place(Step.APPROVAL, field="approvers"),
                f"{view.label(approver.person_id)} tjänstgjorde inte i {where}. "
                "Välj annan justerare för paragrafen.",
                "KL 5 kap. 69 §; praxis",
            )


def deadline(view: MeetingView, today: date) -> Iterator[Finding]:
    """Justering at the latest 14 days after the meeting (KL 5:69)."""
    if view.meeting.state is not MeetingState.CLOSED:
        return
    last = approval_deadline(view.meeting.end_day or view.meeting.day, view.customs.approval_days)
    left = (last - today).days
    place = Place(Step.APPROVAL)
    if left < 0:
        message = f"Fristen passerade {long_date(last)}; justera och anslå ändå."
        yield Finding("approval_deadline", Severity.WARN, place, message, "KL 5 kap. 69 §")
    else:
        severity = Severity.WARN if left <= 3 else Severity.INFORM
        yield Finding(
            "approval_deadline", severity, place, f"Justeras senast {long_date(last)}.", "KL 5 kap. 69 §"
        )
