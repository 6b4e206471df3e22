"""How what is stored is shown in more than one view."""

from __future__ import annotations

from namndstod.domain.records import MeetingState

from .kit.tokens import Tone

TONES: dict[MeetingState, Tone] = {
    MeetingState.PLANNED: Tone.NEUTRAL,
    MeetingState.CALLED: Tone.INFO,
    MeetingState.OPEN: Tone.LOOK,
    MeetingState.CLOSED: Tone.LOOK,
    MeetingState.APPROVED: Tone.DONE,
    MeetingState.CANCELLED: Tone.NEUTRAL,
}
