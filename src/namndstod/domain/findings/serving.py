"""Rules about who serves (law.md 1, 4, 7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .. import presence
from ..records import Role
from ..swedish import section_range
from ..view import MeetingView, SectionView
from .finding import Finding, Mend, MendKind, Place, Severity, Step


def _held_sections(view: MeetingView) -> Iterator[SectionView]:
    if view.held:
        yield from view.sections


def quorum(view: MeetingView, today: date) -> Iterator[Finding]:
    """More than half of the seats must serve in each ärende (beslutsförhet, KL 6:27)."""
    needed = presence.quorum(view.term.seats)
    short: dict[int, list[SectionView]] = {}
    for section in _held_sections(view):
        serving = len(section.presence.serving)
        if serving < needed and section.number is not None:
            short.setdefault(serving, []).append(section)
    for serving, sections in short.items():
        where = section_range(s.number for s in sections if s.number is not None)
        yield Finding(
            "quorum",
            Severity.BLOCK,
            Place(Step.MEETING, section_id=sections[0].section.id, field="presence"),
            f"Nämnden är inte beslutsför i {where}: {serving} av {view.term.seats} tjänstgör, "
            f"minst {needed} krävs.",
            "KL 6 kap. 27 §",
        )


def no_chair(view: MeetingView, today: date) -> Iterator[Finding]:
    """Somebody must lead: ordförande, vice, or whom fullmäktige has appointed (KL 6:21–22)."""
    if view.held and view.chair_id is None:
        yield Finding(
            "no_chair",
            Severity.WARN,
            Place(Step.MEETING, field="presence"),
            "Ingen i presidiet tjänstgör. Ange vem fullmäktige har bestämt som ordförande.",
            "KL 6 kap. 21–22 §§",
        )


def empty_seat(view: MeetingView, today: date) -> Iterator[Finding]:
    """No seat stands empty while an ersättare of the ledamot's party is present (rule 4)."""
    said: set[tuple[str, str]] = set()
    parties = {m.person_id: m.party for m in view.mandates}
    for section in _held_sections(view):
        serving = {s.person_id for s in section.presence.serving}
        idle = [
            m
            for m in view.substitutes
            if m.person_id in section.presence.present and m.person_id not in serving
        ]
        for seat in section.presence.empty:
            match = next((m for m in idle if m.party == parties[seat]), None)
            if match is None or (seat, match.person_id) in said:
                continue
            idle.remove(match)
            said.add((seat, match.person_id))
            name = view.people[match.person_id].name
            yield Finding(
                "empty_seat",
                Severity.WARN,
                Place(Step.MEETING, section_id=section.section.id, field="presence"),
                f"Platsen efter {view.label(seat)} är tom trots att {view.label(match.person_id)} "
                "är närvarande.",
                "praxis, KL 6 kap. 16–17 §§",
                (Mend(f"Sätt in {name}", MendKind.SERVE, (match.person_id, seat, section.section.id)),),
            )


def seats_unfilled(view: MeetingView, today: date) -> Iterator[Finding]:
    """The register should hold as many ledamöter as fullmäktige set, and one ordförande."""
    if len(view.members) != view.term.seats:
        yield Finding(
            "seats_unfilled",
            Severity.WARN,
            Place(Step.CALL, field="register"),
            f"Registret har {len(view.members)} ledamöter men nämnden har {view.term.seats} platser.",
            "fullmäktiges beslut om antalet ledamöter",
        )
    if not any(m.role is Role.CHAIR for m in view.members):
        yield Finding(
            "seats_unfilled",
            Severity.WARN,
            Place(Step.CALL, field="register"),
            "Ingen ordförande står i registret för sammanträdets dag.",
            "KL 6 kap. 21 §",
        )
