"""What waits to be taken up again: bordlagda and återremitterade ärenden, uppdrag that are due, and what is
proposed by a body below. A waiting thing is offered to one meeting, and is gone once it stands on its list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from .origin import came_from
from .proceedings import Assignment
from .records import Outcome
from .swedish import MONTHS
from .texts import Draft

LOOKS_BACK: Final = timedelta(days=400)
"""So far back an earlier meeting's §§ are looked for; older ones are no longer waiting for a list."""

_NAMED_DAY: Final = re.compile(
    rf"\b(\d{{1,2}})(?::[ae])?\s+({'|'.join(MONTHS)})(?:\s+(\d{{4}}))?\b", re.IGNORECASE
)
_ISO_DAY: Final = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")


class WaitingKind(StrEnum):
    """Why something waits for a list."""

    TABLED = "tabled"  # bordlagt
    REMITTED = "remitted"  # återremitterat
    ASSIGNMENT = "assignment"  # uppdrag to be reported
    PROPOSED = "proposed"  # beredd and proposed by a body below


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for a meeting's list: the § it comes from, and what it is called in lists."""

    kind: WaitingKind
    section_id: str
    item_id: str | None
    title: str
    diary_number: str
    day: date  # of the meeting it comes from
    number: int | None
    body_name: str
    until: date | None = None  # the day it was bordlagt to, or an uppdrag is due
    tasks: tuple[Assignment, ...] = ()
    secret: bool = False  # the title is neutral then, and lists don't say what the tasks are

    @property
    def key(self) -> tuple[WaitingKind, str]:
        """What tells waiting things apart."""
        return self.kind, self.section_id

    @property
    def words(self) -> str:
        """«Bordlagt § 44 2027-05-14»."""
        return came_from(_OUTCOMES.get(self.kind), self.number, self.day, self._other)

    @property
    def _other(self) -> str:
        return self.body_name if self.kind is WaitingKind.PROPOSED else ""


_OUTCOMES: Final = {WaitingKind.TABLED: Outcome.TABLED, WaitingKind.REMITTED: Outcome.REMITTED}


def named_day(decision: Iterable[Draft], after: date) -> date | None:
    """Return the day to which an ärende was bordlagt, if the decision names one; «9 april» is the next."""
    for draft in decision:
        iso = _ISO_DAY.search(draft.text)
        if iso is not None:
            return _day(int(iso[1]), int(iso[2]), int(iso[3]))
        found = _NAMED_DAY.search(draft.text)
        if found is not None:
            month = MONTHS.index(found[2].lower()) + 1
            if found[3]:
                return _day(int(found[3]), month, int(found[1]))
            coming = _day(after.year, month, int(found[1]))
            return coming if coming is None or coming > after else _day(after.year + 1, month, int(found[1]))
    return None


def meeting_for(kind: WaitingKind, since: date, until: date | None, coming: Sequence[date]) -> date | None:
    """Return which of the `coming` days of a body's meetings a waiting thing is taken up at; None: none yet.

    A bordlagt ärende comes at the day that was named or the first after it, an uppdrag at the last meeting
    before it is due, everything else at the next meeting. What was passed over comes at the first there is.
    """
    days = sorted(day for day in coming if day > since or (kind is WaitingKind.PROPOSED and day == since))
    if not days:
        return None
    if until is not None and kind is WaitingKind.TABLED:
        return next((day for day in days if day >= until), None)
    if until is not None and kind is WaitingKind.ASSIGNMENT:
        return next((day for day in reversed(days) if day <= until), days[0])
    return days[0]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
