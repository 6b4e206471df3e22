"""Which anslag a § stands under, and when its decision gets laga kraft (KL 8:12, 13:5)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from .deadlines import AppealPeriod, appeal_period, came_down_early
from .proceedings import Notice
from .records import Appeal, MeetingState, Outcome, Section

if TYPE_CHECKING:
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
    return _counting(view.notices)


def _counting(notices: Iterable[Notice]) -> list[Notice]:
    return [n for n in notices if n.posted is not None and not came_down_early(n)]


def covers(notice: Notice, section: Section | None) -> bool:
    """Whether an anslag is of the § (None: of the protokoll as a whole), or of §§ justerade at once."""
    if notice.sections:
        return section is not None and section.id in notice.sections
    return section is None or section.approved is None


def posted_day(notices: Iterable[Notice], section: Section | None = None) -> date | None:
    """Return the first day of an anslag of the §, or of the whole protokoll, that counts (KL 8:12)."""
    found = [n.posted for n in _counting(notices) if n.posted is not None and covers(n, section)]
    return min(found, default=None)


def period_of(view: MeetingView, section: SectionView) -> AppealPeriod | None:
    """Return the appeal period of a § where one runs from the anslag: laglighetsprövning only (KL 13:5)."""
    if section.section.appeal is not Appeal.LEGALITY or section.section.outcome in NOTHING_DECIDED:
        return None
    posted = posted_day(view.notices, section.section)
    return appeal_period(posted) if posted else None
