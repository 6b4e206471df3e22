"""Which anslag a § stands under, and when its decision gets laga kraft (KL 8:12, 13:5)."""

from __future__ import annotations

from datetime import date

from .deadlines import AppealPeriod, appeal_period, came_down_early
from .proceedings import Notice
from .records import Appeal, MeetingState, Outcome
from .view import MeetingView, SectionView

NOTHING_DECIDED = (None, Outcome.WITHDRAWN, Outcome.NOTED)
"""Outcomes that leave nothing to appeal or to carry out."""


def is_final(view: MeetingView, section: SectionView) -> bool:
    """Whether the § is justerad, with the protokoll or at once: nothing in it changes any more."""
    return view.meeting.state is MeetingState.APPROVED or section.section.approved is not None


def approved_day(view: MeetingView, section: SectionView) -> date | None:
    """Return the day when the § was justerad; None until it is."""
    if section.section.approved is not None:
        return section.section.approved
    return view.meeting.approval_date if view.meeting.state is MeetingState.APPROVED else None


def valid_notices(view: MeetingView) -> list[Notice]:
    """Return the anslag that count: those that are up, or were for the whole time."""
    return [n for n in view.notices if n.posted is not None and not came_down_early(n)]


def covers(notice: Notice, section: SectionView) -> bool:
    """Whether an anslag is of the §: of the whole protokoll, or of §§ justerade at once."""
    if notice.sections:
        return section.section.id in notice.sections
    return section.section.approved is None


def period_of(view: MeetingView, section: SectionView) -> AppealPeriod | None:
    """Return the appeal period of a § where one runs from the anslag: laglighetsprövning only (KL 13:5)."""
    if section.section.appeal is not Appeal.LEGALITY or section.section.outcome in NOTHING_DECIDED:
        return None
    posted = [n.posted for n in valid_notices(view) if n.posted is not None and covers(n, section)]
    return appeal_period(min(posted)) if posted else None
