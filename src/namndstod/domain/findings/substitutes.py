"""Rules about ersättare stepping in and coming back, and events without effect (law.md 5, 6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..order_of_service import OUTSIDE, OrderOfService
from ..presence import SectionPresence, Serving
from ..records import MeetingState, PresenceEvent, PresenceKind, SectionState
from ..swedish import section_range
from ..view import MeetingView, SectionView
from .finding import Finding, Mend, MendKind, Place, Severity, Step
from .serving import at_section, held_sections, idle_persons, put_in

REASONS = ("avstår från att träda in", "var inte på plats", "partiets egen ordning")
"""Usual reasons why another than the next in turn steps in, to choose from."""
_IDLE_WORDS = {
    PresenceKind.ARRIVES: "Att {} anländer",
    PresenceKind.LEAVES: "Att {} lämnar sammanträdet",
    PresenceKind.SERVES_FOR: "Att {} träder in",
    PresenceKind.RECUSED: "Jävet för {}",
    PresenceKind.ANNOUNCES_RECUSAL: "Jävsanmälan från {}",
    PresenceKind.CHAIRS: "Att {} leder sammanträdet",
}


def order_of_service(view: MeetingView, today: date) -> Iterator[Finding]:
    """Who steps in is next in turn, or there is a reason (inkallelseordning, KL 6:16–17; rule 5)."""
    if not view.held:
        return
    order = OrderOfService(view.mandates, view.customs)
    begun: set[Serving] = set()
    events = list(view.opening_presence.events)
    shown = [(None, view.opening_presence), *((s, s.presence) for s in view.sections)]
    for section, here in shown:
        if section is not None:
            events += here.events
        new = [s for s in here.serving if s.is_substitute and s not in begun]
        for serving in new:
            event = _latest(events, serving)
            ahead = _ahead(order, here, serving)
            if event is not None and not event.reason.strip() and ahead is not None:
                yield _out_of_turn(view, section, event, ahead)
        begun.update(new)


def _latest(events: list[PresenceEvent], serving: Serving) -> PresenceEvent | None:
    """Return the event by which somebody took that seat."""
    for event in reversed(events):
        if event.kind is PresenceKind.SERVES_FOR and serving == Serving(
            event.person_id, event.serves_for_id or ""
        ):
            return event
    return None


def _ahead(order: OrderOfService, here: SectionPresence, serving: Serving) -> str | None:
    """Return who is there, serves nowhere and stands before the one who serves in that seat."""
    asked = idle_persons(here) | {serving.person_id}
    first = next(iter(order.candidates(serving.seat_of, asked)), None)
    if first is None or first.person_id == serving.person_id or first.rank >= OUTSIDE:
        return None
    return first.person_id


def _out_of_turn(view: MeetingView, section: SectionView | None, event: PresenceEvent, ahead: str) -> Finding:
    seat = event.serves_for_id or ""
    at = event.section_id or ""
    return Finding(
        "order_of_service",
        Severity.WARN,
        at_section(section) if section is not None else Place(Step.MEETING, field="presence"),
        f"{view.label(ahead)} står på tur före {view.label(event.person_id)}. Ange skäl för avvikelsen.",
        "KL 6 kap. 16–17 §§",
        (
            Mend(
                f"Sätt in {view.people[ahead].name} i stället",
                MendKind.SERVE,
                (ahead, seat, at, event.anchor),
            ),
            *(Mend(f"Skäl: {r}", MendKind.GIVE_REASON, (event.id, r)) for r in REASONS),
        ),
        subject=event.id,
    )


def came_back(view: MeetingView, today: date) -> Iterator[Finding]:
    """Who has broken off service for any reason but jäv does not come back that day (reglemente; rule 6)."""
    said: set[str] = set()
    for section in held_sections(view):
        for serving in section.presence.serving:
            person = serving.person_id
            if person in section.presence.resumed and person not in said:
                said.add(person)
                yield Finding(
                    "came_back",
                    Severity.WARN,
                    at_section(section),
                    f"{view.label(person)} har avbrutit tjänstgöringen och får enligt reglementet inte "
                    "återinträda i dag (undantag: jäv).",
                    "reglementet (KL 6 kap. 17 §)",
                    subject=f"{section.section.id}:{person}",
                )


def bumped(view: MeetingView, today: date) -> Iterator[Finding]:
    """A serving ersättare is not bumped by another, but where balance between parties is kept (rule 6)."""
    parties = {m.person_id: m.party for m in view.mandates}
    for section in held_sections(view):
        for change in section.presence.replaced:
            person, seat = change.event.person_id, change.event.serves_for_id or ""
            new, old, own = parties.get(person), parties.get(change.before), parties.get(seat)
            restores = view.customs.keeps_balance and new == own and old != own
            if restores or change.event.reason.strip():
                continue
            yield Finding(
                "bumped",
                Severity.WARN,
                at_section(section),
                f"{view.label(change.before)} tjänstgör redan på platsen efter {view.label(seat)} och byts "
                f"enligt reglementet inte ut mot {view.label(person)}.",
                "reglementet (KL 6 kap. 17 §)",
                (Mend("Ta bort bytet", MendKind.REMOVE_PRESENCE, (change.event.id,)),),
                subject=change.event.id,
            )


def balance(view: MeetingView, today: date) -> Iterator[Finding]:
    """An ersättare of the absent ledamot's party may take over from one of another party (rule 6)."""
    if not view.customs.keeps_balance or view.meeting.state is not MeetingState.OPEN:
        return
    section = next((s for s in view.sections if s.section.state is SectionState.OPEN), None)
    if section is None:
        return
    order = OrderOfService(view.mandates, view.customs)
    idle = set(idle_persons(section.presence))
    parties = {m.person_id: m.party for m in view.mandates}
    for serving in section.presence.serving:
        own = parties.get(serving.seat_of, "")
        if not serving.is_substitute or parties.get(serving.person_id) == own:
            continue
        first = next((c for c in order.candidates(serving.seat_of, idle) if c.mandate.party == own), None)
        if first is not None:
            idle.discard(first.person_id)
            yield Finding(
                "balance",
                Severity.INFORM,
                at_section(section),
                f"{view.label(first.person_id)} får ta över platsen efter {view.label(serving.seat_of)} från "
                f"{view.label(serving.person_id)} (styrkebalans).",
                "reglementet (KL 6 kap. 17 §)",
                (put_in(view, section, first.person_id, serving.seat_of),),
                subject=f"{section.section.id}:{serving.seat_of}",
            )


def without_effect(view: MeetingView, today: date) -> Iterator[Finding]:
    """What was entered of comings and goings and makes no difference stands in no text; take it away."""
    for section in held_sections(view):
        effective = {e.id for e in section.presence.events}
        for event in section.events:
            if event.id in effective or event.kind is PresenceKind.REMOTE:  # distance has rules of its own
                continue
            where = section_range([section.number]) if section.number is not None else "paragrafen"
            what = _IDLE_WORDS[event.kind].format(view.label(event.person_id))
            yield Finding(
                "without_effect",
                Severity.INFORM,
                at_section(section),
                f"{what} i {where} har ingen verkan och tas inte med i texten.",
                "praxis",
                (Mend("Ta bort händelsen", MendKind.REMOVE_PRESENCE, (event.id,)),),
                subject=event.id,
            )
