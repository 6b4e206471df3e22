"""How what is stored is shown in more than one view."""

from __future__ import annotations

from datetime import date

from namndstod.domain.records import MeetingState
from namndstod.domain.swedish import MONTHS

from .kit.tokens import Tone

TONES: dict[MeetingState, Tone] = {
    MeetingState.PLANNED: Tone.NEUTRAL,
    MeetingState.CALLED: Tone.INFO,
    MeetingState.OPEN: Tone.LOOK,
    MeetingState.CLOSED: Tone.LOOK,
    MeetingState.APPROVED: Tone.DONE,
    MeetingState.CANCELLED: Tone.NEUTRAL,
}


def when_word(day: date, today: date) -> tuple[str, Tone]:
    """«i dag» in red, «10 maj» in amber within a week, else blue; a day that has passed is red."""
    left = (day - today).days
    if left < 0:
        return f"{short_day(day)}, sen", Tone.MEND
    if left <= 1:
        return ("i dag" if left == 0 else "i morgon"), Tone.MEND if left == 0 else Tone.LOOK
    return short_day(day), Tone.LOOK if left <= 3 else Tone.INFO


def short_day(day: date) -> str:
    """«26 nov», «14 maj»."""
    month = MONTHS[day.month - 1]
    return f"{day.day} {month if len(month) <= 4 else month[:3]}"
