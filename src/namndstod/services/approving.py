"""Who may approve the minutes, and whom the program proposes (KL 5:69; practice)."""

from __future__ import annotations

from namndstod.domain.view import MeetingView


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


def proposed(view: MeetingView) -> tuple[str, str | None] | None:
    """Return (justerare, ersättare): the first who may and is of another party than the chair, then the next.

    None when nobody may.
    """
    parties = {m.person_id: m.party for m in view.mandates}
    people = candidates(view)
    if not people:
        return None
    other = [p for p in people if parties.get(p) != parties.get(view.chair_id or "")]
    first = (other or list(people))[0]
    second = next((p for p in people if p != first), None)
    return first, second
