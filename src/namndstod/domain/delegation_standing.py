"""How far a delegated decision has come: anmäld at which §, announced, laga kraft (KL 6:40, 7:8, 8:10, 13:5).

The clock runs from the anslag of the minutes in which the decision was reported, or of its own record.
What is common to all decisions of an item is worked out once, as a `Place`: a register has 100,000 decisions.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Final

from .deadlines import appeal_period
from .delegation import NOTHING_REPORTED, DelegatedDecision
from .frozen import frozen
from .notices import posted_day
from .proceedings import Notice
from .records import Appeal, Meeting, MeetingState, Section, SectionState
from .states import is_frozen
from .swedish import NBSP


class Standing(StrEnum):
    """How far a delegated decision has come."""

    UNREPORTED = "unreported"  # ej anmäld
    LISTED = "listed"  # stands on the list of a meeting that has not come to it
    RECORDED = "recorded"  # särskilt protokollförd, not announced yet
    REPORTED = "reported"  # anmäld
    ANNOUNCED = "announced"  # the minutes of that are announced: it can be appealed
    LEGAL_FORCE = "legal_force"  # laga kraft, if nobody appealed


TOLD: Final = frozenset({Standing.REPORTED, Standing.ANNOUNCED, Standing.LEGAL_FORCE})
"""What is told to nämnden or announced: it stays where it was told."""


@frozen
class Place:
    """Where decisions are reported, or will be: what all that stand at one item have in common."""

    meeting: Meeting
    section: int | None  # the number of the §
    reported: bool
    posted: date | None = None  # the day of the anslag that counts
    approved: bool = False  # omedelbart justerad

    @property
    def frozen(self) -> bool:
        """Whether the minutes, or the § alone, are justerade or out for signing."""
        return self.approved or is_frozen(self.meeting)


@frozen
class Stood:
    """Where one decision stands. `last` is the last day to appeal it, where that is computed (rule 32)."""

    standing: Standing
    place: Place | None = None
    posted: date | None = None
    last: date | None = None

    @property
    def told(self) -> bool:
        """Whether nämnden was told of it; what was only recorded separately is announced all the same."""
        return self.place is not None and self.place.reported

    @property
    def text(self) -> str:
        """«ej anmäld», «anmäls 2027-05-14», «anmäld § 34 2027-05-14», «laga kraft 2027-06-12» …"""
        match self.standing:
            case Standing.UNREPORTED:
                return "ej anmäld"
            case Standing.RECORDED:
                return "särskilt protokollförd"
            case Standing.LEGAL_FORCE if self.posted is not None:
                return f"laga kraft {appeal_period(self.posted).legal_force.isoformat()}"
            case Standing.ANNOUNCED if self.posted is not None:
                return f"anslagen {self.posted.isoformat()}"
        return reported_at(self.place, listed=self.standing is Standing.LISTED)


NOWHERE: Final = Stood(Standing.UNREPORTED)


def reported_at(place: Place | None, *, listed: bool = False) -> str:
    """Return «anmäld § 34 2027-05-14», or «anmäls 2027-05-14» for what is only listed; or nothing."""
    if place is None:
        return ""
    day = place.meeting.day.isoformat()
    if listed:
        return f"anmäls {day}"
    return f"anmäld §{NBSP}{place.section} {day}" if place.section is not None else f"anmäld {day}"


def place_of(meeting: Meeting, section: Section | None, notices: Iterable[Notice]) -> Place | None:
    """Return where decisions of an item stand; None where nothing was, or can be, reported there."""
    if meeting.state is MeetingState.CANCELLED:
        return None
    if section is not None and section.outcome in NOTHING_REPORTED:
        return None
    if section is None or section.state is not SectionState.DECIDED:
        return Place(meeting, None, reported=False)
    approved = section.immediate and section.approved is not None
    return Place(meeting, section.number, True, posted_day(notices, section), approved)


def stood(
    place: Place | None, appeal: Appeal, recorded_on: date | None, announced_on: date | None, today: date
) -> Stood:
    """Return where a decision stands on `today`. Only laglighetsprövning has a last day (KL 13:5)."""
    told = place is not None and place.reported
    anslag = [day for day in (place.posted if place and told else None, announced_on) if day is not None]
    posted = min(anslag, default=None)
    if posted is not None:
        if appeal is not Appeal.LEGALITY:
            return Stood(Standing.ANNOUNCED, place, posted)
        period = appeal_period(posted)
        force = Standing.LEGAL_FORCE if today >= period.legal_force else Standing.ANNOUNCED
        return Stood(force, place, posted, period.last)
    if told:
        return Stood(Standing.REPORTED, place)
    if recorded_on is not None:
        return Stood(Standing.RECORDED, place)
    return Stood(Standing.LISTED, place) if place is not None else NOWHERE


def stood_of(decision: DelegatedDecision, place: Place | None, today: date) -> Stood:
    """Return where a decision stands, given the place of its item."""
    return stood(place, decision.appeal, decision.recorded_on, decision.announced_on, today)


def appeal_text(found: Stood, appeal: Appeal) -> str:
    """Say when a decision can no longer be appealed, or why no day is computed."""
    if appeal is Appeal.NONE:
        return "Kan inte överklagas."
    if appeal is Appeal.ADMINISTRATIVE:
        return "Förvaltningsbesvär: tre veckor från det att parten fick del av beslutet. Dagen beräknas inte."
    if found.last is None:
        return "Tiden att överklaga räknas från anslaget av det protokoll där beslutet anmäls."
    if found.standing is Standing.LEGAL_FORCE:
        return f"Kunde överklagas till och med {found.last.isoformat()}."
    return f"Kan överklagas till och med {found.last.isoformat()}."
