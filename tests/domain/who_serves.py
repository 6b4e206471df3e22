"""Meetings of the domain's tests in which something is wrong with who serves, leads or is in the room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import count

from namndstod.domain.findings import Severity
from namndstod.domain.records import (
    Anchor,
    BodyKind,
    ConversionState,
    Customs,
    Mandate,
    MeetingState,
    Outcome,
    PartyOrder,
    Person,
    PresenceEvent,
    PresenceKind,
    Role,
)
from namndstod.domain.view import MeetingView

from .factory import DAY, NAMES, arrives, item, key, mandates, meeting, people, section

AFTER = DAY + timedelta(days=2)
BEFORE_THE_CHANGE = date(2026, 5, 13)
_numbers = count(100)

ITEM = item(
    1, "Medel till hamnen", dnr="27RG1", clauses=("bevilja medel.",), documents=(ConversionState.DONE,)
)


def event(
    kind: PresenceKind,
    name: str,
    section_id: str | None = None,
    seat: str | None = None,
    anchor: Anchor = Anchor.BEFORE,
    at: time | None = None,
    reason: str = "",
) -> PresenceEvent:
    """A presence event, after those made before it."""
    number = next(_numbers)
    return PresenceEvent(
        id=f"p{number}",
        meeting_id="meeting",
        person_id=key(name),
        kind=kind,
        position=number,
        serves_for_id=key(seat) if seat else None,
        anchor=anchor,
        section_id=section_id,
        at=at,
        reason=reason,
    )


K = PresenceKind


def recused(name: str, section_id: str = "s1") -> PresenceEvent:
    return event(K.RECUSED, name, section_id)


def serves(name: str, seat: str, section_id: str | None = None, reason: str = "") -> PresenceEvent:
    return event(K.SERVES_FOR, name, section_id, seat, reason=reason)


def sitting(
    *events: PresenceEvent,
    present: Sequence[str] = NAMES,
    customs: Customs | None = None,
    sections: int = 3,
    more: Sequence[Mandate] = (),
    day: date = DAY,
    kind: BodyKind = BodyKind.COMMITTEE,
    state: MeetingState = MeetingState.CLOSED,
) -> MeetingView:
    """A meeting with §§ 1, 2, 3, the first of them about an ärende."""
    laid_out = [section(n, n, "item1" if n == 1 else None, Outcome.APPROVED) for n in range(1, sections + 1)]
    view = meeting(
        ITEM,
        state=state,
        sections=laid_out,
        present=present,
        events=events,
        customs=customs,
        members=[*mandates(), *more],
    )
    view = replace(
        view,
        meeting=replace(view.meeting, day=day, opened_at=time(10), closed_at=time(12)),
        body=replace(view.body, kind=kind),
    )
    extra = {m.person_id: Person(id=m.person_id, given_name=m.person_id.title(), surname="Ny") for m in more}
    return replace(view, people={**people(), **extra})


def mandate(person: str, role: Role, party: str = "", order: int = 20) -> Mandate:
    """One more uppdrag than those of the factory."""
    return Mandate(
        id=f"m-{person}",
        person_id=person,
        body_id="body",
        role=role,
        party=party,
        valid_from=date(2023, 1, 1),
        elected_order=order,
    )


STAFF = mandate("pia", Role.STAFF)
HUGO = mandate("hugo", Role.SUBSTITUTE, "S", 30)  # after Frida Gran (S)
CROSSING = Customs(service_order=(PartyOrder(party="S", then=("KD",)),))


def there(person: str) -> PresenceEvent:
    return replace(arrives("Ada Berg", next(_numbers)), id=f"there-{person}", person_id=person)


def without(*names: str) -> list[str]:
    return [n for n in NAMES if n not in names]


def with_item(view: MeetingView, **fields: object) -> MeetingView:
    """The meeting with other facts about its ärende."""
    changed = replace(ITEM, item=replace(ITEM.item, **fields))  # type: ignore[arg-type]
    return replace(view, items=(changed,))


def balanced(state: MeetingState = MeetingState.OPEN) -> MeetingView:
    """Göte Hav (KD) sits for Ada Berg (S) when Frida Gran (S) comes."""
    customs = replace(CROSSING, keeps_balance=True)
    view = sitting(
        there("göte"),
        serves("Göte Hav", "Ada Berg"),
        event(K.ARRIVES, "Frida Gran", "s2"),
        present=without("Ada Berg"),
        customs=customs,
        state=state,
    )
    opened = [section(None, n, "item1" if n == 1 else None, None) for n in (1, 2, 3)]
    return replace(view, stored_sections=(replace(view.stored_sections[0]), *opened[1:]))


Case = tuple[Callable[[], MeetingView], date, Severity]
SPOILED: dict[str, Case] = {
    "quorum": (lambda: sitting(present=NAMES[:2]), AFTER, Severity.BLOCK),
    "quorum_assembly": (
        lambda: sitting(present=NAMES[:2], kind=BodyKind.ASSEMBLY),
        AFTER,
        Severity.BLOCK,
    ),
    "quorum_after_recusal": (lambda: sitting(recused("Bo Ceder"), present=NAMES[:3]), AFTER, Severity.BLOCK),
    "no_chair": (lambda: sitting(recused("Ada Berg"), recused("Bo Ceder")), AFTER, Severity.WARN),
    "empty_seat": (
        lambda: sitting(there("frida"), recused("Ada Berg")),
        AFTER,
        Severity.WARN,
    ),
    "order_of_service": (
        lambda: sitting(
            there("frida"), there("hugo"), serves("Hugo", "Dag Ek"), present=without("Dag Ek"), more=[HUGO]
        ),
        AFTER,
        Severity.WARN,
    ),
    "came_back": (
        lambda: sitting(event(K.LEAVES, "Dag Ek", "s2"), event(K.ARRIVES, "Dag Ek", "s3")),
        AFTER,
        Severity.WARN,
    ),
    "bumped": (
        lambda: sitting(
            there("frida"),
            there("hugo"),
            serves("Frida Gran", "Dag Ek"),
            serves("Hugo", "Dag Ek", "s2"),
            present=without("Dag Ek"),
            more=[HUGO],
        ),
        AFTER,
        Severity.WARN,
    ),
    "balance": (balanced, AFTER, Severity.INFORM),
    "without_effect": (lambda: sitting(event(K.ARRIVES, "Ada Berg", "s2")), AFTER, Severity.INFORM),
    "recusal": (lambda: sitting(event(K.ANNOUNCES_RECUSAL, "Dag Ek", "s2")), AFTER, Severity.BLOCK),
    "closed_doors": (lambda: with_item(sitting(), authority=True), AFTER, Severity.WARN),
    "staff": (
        lambda: with_item(sitting(there("pia"), more=[STAFF]), staff_excluded=True),
        AFTER,
        Severity.WARN,
    ),
    "remote_not_allowed": (
        lambda: sitting(event(K.REMOTE, "Dag Ek"), day=BEFORE_THE_CHANGE),
        AFTER,
        Severity.BLOCK,
    ),
    "remote_to_confirm": (
        lambda: sitting(
            event(K.REMOTE, "Dag Ek"), day=BEFORE_THE_CHANGE, customs=Customs(remote_allowed=True)
        ),
        AFTER,
        Severity.WARN,
    ),
    "remote_law_changed": (lambda: sitting(event(K.REMOTE, "Dag Ek")), AFTER, Severity.INFORM),
}
