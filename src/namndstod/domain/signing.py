"""Who justerar the minutes, and who is still to do so (KL 5:69; practice)."""

from __future__ import annotations

from datetime import date

from .view import MeetingView


def signers(view: MeetingView) -> tuple[tuple[str, ...], ...]:
    """Return who signs, each with whom may do it instead: everybody who has led, then the justerare."""
    led = dict.fromkeys(s.facts.leads for s in view.sections if s.facts.leads is not None)
    if not led and view.chair_id is not None:
        led = {view.chair_id: None}
    chosen = [
        (a.person_id,) if a.substitute_id is None else (a.person_id, a.substitute_id)
        for a in view.approvers
        if a.person_id not in led
    ]
    return (*((person,) for person in led), *chosen)


def waiting_for(view: MeetingView) -> tuple[tuple[str, ...], ...]:
    """Return those of `signers` who have not signed yet."""
    signed = {s.person_id for s in view.signatures if s.signed is not None}
    return tuple(who for who in signers(view) if signed.isdisjoint(who))


def approved_on(view: MeetingView) -> date | None:
    """Return the day of justering, the last signature's; None until all have signed."""
    days = [s.signed for s in view.signatures if s.signed is not None]
    return max(days) if days and not waiting_for(view) else None
