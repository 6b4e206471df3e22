"""Lists that derive from who was there: närvaro- och uppropslista, and the ground for arvoden."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import time

from .presence import SectionPresence
from .records import Anchor, Mandate, PresenceEvent, PresenceKind, Role
from .swedish import listed, section_range
from .view import MeetingView, SectionView

_ANCHOR_ORDER = {Anchor.BEFORE: 0, Anchor.DURING: 1, Anchor.AFTER: 2}

Span = tuple[time | None, time | None]
"""From–to by the clock; None where no time was entered."""


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """A person's line of the närvaro- och uppropslista. § numbers are those shown now."""

    person_id: str
    name: str  # without party
    party: str
    role: Role
    present: tuple[int, ...]  # §§
    always: bool  # there from the opening to the end
    serves: bool  # in some §, or at the upprop where there is no § yet
    served: tuple[int, ...]  # §§
    serves_for: str  # «ersätter NN (P) §§ 3–5, 7 och NN (P) § 6»
    spans: tuple[Span, ...]  # clock times in the room
    remarks: tuple[str, ...]  # «jäv § 5», «på distans §§ 3–7», «leder §§ 5–6»

    @property
    def presence(self) -> str:
        """«Närvarande», «Närvarande §§ 1–4» or «Frånvarande»."""
        if self.always:
            return "Närvarande"
        return f"Närvarande {section_range(self.present)}" if self.present else "Frånvarande"


@dataclass(frozen=True, slots=True)
class FeeRow:
    """A person's line of the arvodesunderlag."""

    person_id: str
    name: str
    party: str
    role: Role
    spans: tuple[Span, ...]
    served: bool  # at least in one §; else present without serving
    all_sections: bool  # served in every §
    group_meeting: bool  # the party had a gruppmöte before
    remote: bool
    approves: bool  # justerar the minutes


def attendance_rows(
    view: MeetingView, among: Sequence[SectionView] | None = None
) -> tuple[AttendanceRow, ...]:
    """Return everybody with an uppdrag in the body: ledamöter by rank, ersättare, then the others.

    `among` are the §§ that are told of, all of them unless given.
    """
    spans = _spans(view)
    told = view.sections if among is None else tuple(among)
    return tuple(_row(view, told, m, spans.get(m.person_id, ())) for m in _everybody(view))


def fee_rows(view: MeetingView) -> tuple[FeeRow, ...]:
    """Return those who were there, with what arvode is reckoned from. Staff have their wages."""
    approvers = {a.person_id for a in view.approvers} | {view.chair_id}
    grouped = {party for meeting in view.meeting.group_meetings for party in meeting.parties}
    numbered = sum(s.number is not None for s in view.sections)
    rows = []
    for row in attendance_rows(view):
        at_opening = row.person_id in view.opening_presence.present
        if row.role is Role.STAFF or not (row.present or at_opening):
            continue
        rows.append(
            FeeRow(
                row.person_id,
                row.name,
                row.party,
                row.role,
                row.spans,
                served=row.serves,
                all_sections=bool(row.served) and len(row.served) == numbered,
                group_meeting=row.party in grouped,
                remote=any(row.person_id in s.presence.remote for s in view.sections),
                approves=row.person_id in approvers,
            )
        )
    return tuple(rows)


def _everybody(view: MeetingView) -> tuple[Mandate, ...]:
    others = [m for m in view.mandates if m.role in (Role.OBSERVER, Role.STAFF)]
    return (*view.members, *view.substitutes, *sorted(others, key=lambda m: (m.role, m.elected_order)))


def _row(
    view: MeetingView, told: tuple[SectionView, ...], mandate: Mandate, spans: tuple[Span, ...]
) -> AttendanceRow:
    person = mandate.person_id
    sections = tuple(s for s in told if s.number is not None)
    presences = [s.presence for s in sections] or [view.opening_presence]
    present = _numbers(s for s in sections if person in s.presence.present)
    jav = _numbers(s for s in sections if person in s.presence.recused)
    there = set(present) | set(jav)
    always = view.held and person in view.opening_presence.present and len(there) == len(sections)
    return AttendanceRow(
        person_id=person,
        name=view.people[person].name,
        party=mandate.party,
        role=mandate.role,
        present=present,
        always=always and person in _at_the_end(told, view.opening_presence),
        serves=any(p.serves(person) for p in presences),
        served=_numbers(s for s in sections if s.presence.serves(person)),
        serves_for=_serves_for(view, sections, person),
        spans=spans,
        remarks=_remarks(view, sections, person, jav),
    )


def _at_the_end(told: Sequence[SectionView], opening: SectionPresence) -> frozenset[str]:
    """Return who is there after the last of the §§."""
    if not told:
        return opening.present
    last = told[-1].presence
    there = set(last.present | last.recused)
    for event in last.events:
        if event.anchor is not Anchor.BEFORE and event.kind is PresenceKind.LEAVES:
            there.discard(event.person_id)
        elif event.anchor is not Anchor.BEFORE and event.kind is PresenceKind.ARRIVES:
            there.add(event.person_id)
    return frozenset(there)


def _serves_for(view: MeetingView, sections: tuple[SectionView, ...], person: str) -> str:
    """«ersätter NN (P) §§ 3–5, 7»; without §§ where it is so in all of them."""
    seats: dict[str, list[int]] = {}
    for section in sections:
        for serving in section.presence.serving:
            if serving.person_id == person and serving.is_substitute:
                seats.setdefault(serving.seat_of, []).append(section.number or 0)
    if not sections:
        at_opening = view.opening_presence.serving
        seats = {s.seat_of: [] for s in at_opening if s.person_id == person and s.is_substitute}
    where = (
        view.label(seat) + ("" if len(numbers) == len(sections) else f" {section_range(numbers)}")
        for seat, numbers in seats.items()
    )
    return f"ersätter {listed(list(where))}" if seats else ""


def _remarks(
    view: MeetingView, sections: tuple[SectionView, ...], person: str, jav: tuple[int, ...]
) -> tuple[str, ...]:
    remote = _numbers(s for s in sections if person in s.presence.remote & s.presence.present)
    leads = _numbers(s for s in sections if s.presence.chair == person)
    remarks = []
    if jav:
        remarks.append(f"jäv {section_range(jav)}")
    if remote:
        everywhere = len(remote) == len(sections)
        remarks.append("på distans" if everywhere else f"på distans {section_range(remote)}")
    if leads and person != view.chair_id:
        remarks.append(f"leder {section_range(leads)}")
    return tuple(remarks)


def _numbers(sections: Iterable[SectionView]) -> tuple[int, ...]:
    return tuple(s.number for s in sections if s.number is not None)


def _spans(view: MeetingView) -> Mapping[str, tuple[Span, ...]]:
    """Return when each person was there by the clock, from the opening to the end of the meeting."""
    begun: dict[str, time | None] = dict.fromkeys(view.opening_presence.present, view.meeting.opened_at)
    spans: dict[str, list[Span]] = {}
    for section in view.sections:
        for event in sorted(section.presence.events, key=_when):
            person = event.person_id
            if event.kind is PresenceKind.LEAVES and person in begun:
                spans.setdefault(person, []).append((begun.pop(person), event.at))
            elif event.kind not in _STAYS_AS_IS and person not in begun:
                begun[person] = event.at
    for person, since in begun.items():
        spans.setdefault(person, []).append((since, view.meeting.closed_at))
    return {person: tuple(found) for person, found in spans.items()}


_STAYS_AS_IS = (
    PresenceKind.LEAVES,
    PresenceKind.ANNOUNCES_RECUSAL,
    PresenceKind.RECUSED,
    PresenceKind.CHAIRS,
)


def _when(event: PresenceEvent) -> tuple[int, int]:
    return _ANCHOR_ORDER[event.anchor], event.position
