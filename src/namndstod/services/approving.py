"""Who may approve the minutes, and whom the program proposes (KL 5:69; practice)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from namndstod.domain.records import Approver, Meeting, MeetingState
from namndstod.domain.view import MeetingView
from namndstod.storage.store import Reader


def candidates(view: MeetingView) -> tuple[str, ...]:
    """Return who may be justerare: those who served (before the meeting, all ledamöter), without the chair.

    Those who served in every § come first, each group in the order of the seats.
    """
    if not view.held:
        return tuple(m.person_id for m in view.members if m.person_id != view.chair_id)
    served: dict[str, int] = {}
    for section in view.sections:
        for serving in section.presence.serving:
            served[serving.person_id] = served.get(serving.person_id, 0) + 1
    people = [p for p in served if p != view.chair_id]
    return tuple(sorted(people, key=lambda p: served[p] < len(view.sections)))


def last_approved(reader: Reader, body_id: str) -> dict[str, date]:
    """Return when each person last was justerare in the body, by the day of the meeting."""
    days = {
        m.id: m.day
        for m in reader.find(Meeting, body_id=body_id, state=(MeetingState.CLOSED, MeetingState.APPROVED))
    }
    found: dict[str, date] = {}
    for approver in reader.find(Approver, meeting_id=sorted(days)):
        day = days[approver.meeting_id]
        found[approver.person_id] = max(day, found.get(approver.person_id, day))
    return found


def rotation(
    view: MeetingView, last: Mapping[str, date] = MappingProxyType({})
) -> tuple[tuple[str, str | None], ...]:
    """Return (justerare, ersättare) by rotation, as many as is the custom (one or two).

    Those who served in every § come first, then those of another party than the chair, then who was justerare
    longest ago. Nobody stands twice; there may be fewer than is the custom.
    """
    parties = {m.person_id: m.party for m in view.mandates}
    chair = parties.get(view.chair_id or "")
    people = candidates(view)
    always = {p for p in people if all(s.presence.serves(p) for s in view.sections)} if view.held else set()
    queue = sorted(people, key=lambda p: (p not in always, parties.get(p) == chair, last.get(p, date.min)))
    chosen = queue[: view.customs.approvers]
    stand_ins = [*queue[len(chosen) : 2 * len(chosen)], *([None] * len(chosen))]
    return tuple(zip(chosen, stand_ins, strict=False))
