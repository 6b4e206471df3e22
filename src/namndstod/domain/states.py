"""The states of a meeting and the steps between them, as data."""

from __future__ import annotations

from .errors import RuleBroken
from .records import Meeting, MeetingState

S = MeetingState

TRANSITIONS: dict[MeetingState, frozenset[MeetingState]] = {
    S.PLANNED: frozenset({S.CALLED, S.OPEN, S.CANCELLED}),
    S.CALLED: frozenset({S.OPEN, S.CANCELLED, S.PLANNED}),
    S.OPEN: frozenset({S.CLOSED}),
    S.CLOSED: frozenset({S.APPROVED}),
    S.APPROVED: frozenset(),
    S.CANCELLED: frozenset({S.PLANNED}),
}

NAMES: dict[MeetingState, str] = {
    S.PLANNED: "planerat",
    S.CALLED: "kallat",
    S.OPEN: "pågår",
    S.CLOSED: "avslutat",
    S.APPROVED: "justerat",
    S.CANCELLED: "inställt",
}


def is_frozen(meeting: Meeting) -> bool:
    """Whether the minutes are justerade or out for signing, so that what stands there cannot be changed."""
    return meeting.state is MeetingState.APPROVED or meeting.sent_for_signing is not None


def require(meeting: Meeting, target: MeetingState) -> None:
    """Raise RuleBroken unless the meeting may go to `target` from where it stands."""
    if target not in TRANSITIONS[meeting.state]:
        raise RuleBroken(f"Sammanträdet är {NAMES[meeting.state]} och kan inte bli {NAMES[target]}.")
