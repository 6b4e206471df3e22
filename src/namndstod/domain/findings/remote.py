"""Rules about taking part on distance (law.md 24; KL 5:16, 6:24)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..records import PresenceEvent, PresenceKind
from ..view import MeetingView
from .finding import Finding, Mend, MendKind, Place, Severity, Step

CONFIRMED = "ljud och bild, identitet och lika villkor bekräftade"
"""What is kept with the event when it has been checked."""
_SOURCE = "KL 5 kap. 16 § och 6 kap. 24 §"


def not_allowed(view: MeetingView, today: date) -> Iterator[Finding]:
    """Without fullmäktige's decision nobody takes part on distance: they are not counted as present."""
    if not view.customs.remote_allowed:
        for event in _on_distance(view):
            yield Finding(
                "remote_not_allowed",
                Severity.BLOCK,
                _place(event),
                f"Fullmäktige har inte beslutat att delta på distans får förekomma: "
                f"{view.label(event.person_id)} räknas inte som närvarande.",
                _SOURCE,
                (Mend("Ta bort distansdeltagandet", MendKind.REMOVE_PRESENCE, (event.id,)),),
                subject=event.id,
            )


def to_confirm(view: MeetingView, today: date) -> Iterator[Finding]:
    """All see and hear each other and take part on equal terms: somebody has checked it."""
    if view.customs.remote_allowed:
        for event in _on_distance(view):
            if not event.reason.strip():
                yield Finding(
                    "remote_to_confirm",
                    Severity.WARN,
                    _place(event),
                    f"Bekräfta: ljud och bild, identitet, att {view.label(event.person_id)} kan följa "
                    "och delta.",
                    _SOURCE,
                    (Mend("Bekräfta", MendKind.GIVE_REASON, (event.id, CONFIRMED)),),
                    subject=event.id,
                )


def law_may_have_changed(view: MeetingView, today: date) -> Iterator[Finding]:
    """Prop. 2025/26:164 changes 5:16 and 6:24 from 2026-07-01: look at what holds."""
    for event in _on_distance(view)[:1]:
        yield Finding(
            "remote_law_changed",
            Severity.INFORM,
            _place(event),
            "Kontrollera gällande lydelse av 5:16 och 6:24.",
            f"{_SOURCE}; prop. 2025/26:164",
        )


def _on_distance(view: MeetingView) -> list[PresenceEvent]:
    """Return the events by which somebody takes part on distance, of the upprop and of §§ that exist."""
    if not view.held:
        return []
    known = {None, *(s.section.id for s in view.sections)}
    return [e for e in view.events if e.kind is PresenceKind.REMOTE and e.section_id in known]


def _place(event: PresenceEvent) -> Place:
    return Place(Step.MEETING, section_id=event.section_id, field="presence")
