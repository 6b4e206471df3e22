"""What people have said about coming, in words and rows for the window. No widgets here."""

from __future__ import annotations

from namndstod.domain.order_of_service import Candidate, OrderOfService
from namndstod.domain.proceedings import Reply, Summons
from namndstod.domain.replies import call_in_proposals, candidates_to_call
from namndstod.domain.swedish import clock, clock_span
from namndstod.domain.view import MeetingView
from namndstod.ui.kit.item_model import ItemRow, PillSpec
from namndstod.ui.kit.tokens import Tone

from .presenting import mandate_note

SUMMONS: dict[Summons, tuple[str, Tone]] = {
    Summons.PROPOSED: ("föreslagen", Tone.NEUTRAL),
    Summons.CALLED: ("kallad", Tone.LOOK),
    Summons.ACCEPTED: ("svarat ja", Tone.DONE),
    Summons.DECLINED: ("svarat nej", Tone.NEUTRAL),
}


def reply_of(view: MeetingView, person: str) -> Reply | None:
    """Return what somebody has said."""
    return next((r for r in view.replies if r.person_id == person), None)


def absence_words(reply: Reply | None, separator: str = ".") -> str:
    """«förhinder», «förhinder kl. 13.00–15.00», «kommer ca 10.30», or nothing."""
    if reply is None:
        return ""
    if not reply.absent:
        return f"kommer ca {clock(reply.from_at, separator)}" if reply.from_at is not None else ""
    if reply.from_at is None and reply.until_at is not None:
        return f"förhinder till {clock(reply.until_at, separator)}"
    if reply.from_at is not None and reply.until_at is None:
        return f"förhinder från {clock(reply.from_at, separator)}"
    if reply.from_at is None:
        return "förhinder"
    return f"förhinder {clock_span(reply.from_at, reply.until_at, separator)}"


def reply_note(view: MeetingView, person: str) -> str:
    """What the upprop shows of a reply: «förhinder», «kommer ca 10.30», «svarat nej»."""
    reply = reply_of(view, person)
    words = [absence_words(reply, view.customs.time_separator)]
    if reply is not None and reply.summons in (Summons.ACCEPTED, Summons.DECLINED):
        words.append(SUMMONS[reply.summons][0])
    return " · ".join(filter(None, words))


def reply_rows(view: MeetingView) -> list[ItemRow]:
    """Return ledamöter and then ersättare with what they have said, and who is to serve instead."""
    proposed = {s.seat_of: s.person_id for s in call_in_proposals(view)}
    return [
        *(_member_row(view, m.person_id, mandate_note(m), proposed) for m in view.members),
        *(_substitute_row(view, m.person_id) for m in view.substitutes),
    ]


def asked_for(view: MeetingView, seat: str) -> Reply | None:
    """Return the reply of the ersättare who is asked to serve for a ledamot and has not said no."""
    asked = (r for r in view.replies if r.serves_for_id == seat and r.summons is not Summons.DECLINED)
    return next((r for r in asked if r.summons is not Summons.NONE), None)


def _member_row(view: MeetingView, person: str, note: str, proposed: dict[str, str]) -> ItemRow:
    reply, asked = reply_of(view, person), asked_for(view, person)
    absence = absence_words(reply, view.customs.time_separator)
    if asked is not None:
        note = f"ers. {view.people[asked.person_id].name}, {SUMMONS[asked.summons][0]}"
    elif person in proposed:
        note = f"förslag: {view.people[proposed[person]].name}"
    whole = reply is not None and reply.absent
    pills = [PillSpec(absence, Tone.LOOK)] if absence else []
    return ItemRow(person, "", view.label(person), note, (*pills, *_also(reply)), muted=whole)


def _substitute_row(view: MeetingView, person: str) -> ItemRow:
    reply = reply_of(view, person)
    note = "ersättare"
    pills = []
    absence = absence_words(reply, view.customs.time_separator)
    if absence:
        pills.append(PillSpec(absence, Tone.LOOK))
    if reply is not None and reply.summons is not Summons.NONE:
        pills.append(PillSpec(*SUMMONS[reply.summons]))
        if reply.serves_for_id is not None:
            note = f"för {view.people[reply.serves_for_id].name}"
    gone = reply is not None and (reply.absent or reply.summons is Summons.DECLINED)
    return ItemRow(person, "", view.label(person), note, (*pills, *_also(reply)), muted=gone)


def _also(reply: Reply | None) -> tuple[PillSpec, ...]:
    if reply is None:
        return ()
    said = (("distans", reply.remote), (reply.diet, bool(reply.diet)))
    return tuple(
        PillSpec(words, Tone.INFO if words == "distans" else Tone.NEUTRAL) for words, on in said if on
    )


def summons_for(view: MeetingView, person: str) -> tuple[str, str | None] | None:
    """Return whom «kallad», «ja» and «nej» speak of at a person's row, and the seat: (ersättare, ledamot).

    At a ledamot it is who is asked to serve for them, or is next in turn to be; None when there is nobody.
    """
    proposed = {s.seat_of: s.person_id for s in call_in_proposals(view)}
    if any(m.person_id == person for m in view.members):
        asked = asked_for(view, person)
        substitute = asked.person_id if asked is not None else proposed.get(person)
        return (substitute, person) if substitute is not None else None
    if all(m.person_id != person for m in view.substitutes):
        return None
    reply = reply_of(view, person)
    if reply is not None and reply.summons is not Summons.NONE:
        return person, reply.serves_for_id
    return person, next((seat for seat, who in proposed.items() if who == person), None)


def summons_choices(view: MeetingView, person: str) -> tuple[tuple[str, str], ...]:
    """Return whom to choose between: ersättare for a ledamot with förhinder, or seats for an ersättare.

    Next in turn first; nobody where nobody is missing.
    """
    reply = reply_of(view, person)
    order = OrderOfService(view.mandates, view.customs)
    if any(m.person_id == person for m in view.members):
        if reply is None or not reply.absent:
            return ()
        asked = asked_for(view, person)
        free = {*candidates_to_call(view), *([asked.person_id] if asked is not None else [])}
        return tuple((c.person_id, _choice(view, c)) for c in order.candidates(person, free))
    seats = [r.person_id for r in view.replies if r.absent and r.person_id in order.members]
    return tuple((m.person_id, view.label(m.person_id)) for m in view.members if m.person_id in seats)


def turn_words(view: MeetingView, person: str) -> str:
    """«Nästa i tur för S i valordning»: why somebody is asked to serve for a ledamot; or nothing."""
    substitute, seat = summons_for(view, person) or (person, None)
    if seat is None:
        return ""
    free = {*candidates_to_call(view), substitute}
    ranked = OrderOfService(view.mandates, view.customs).candidates(seat, free)
    return next((c.why for c in ranked if c.person_id == substitute), "")


def _choice(view: MeetingView, candidate: Candidate) -> str:
    words = view.label(candidate.person_id)
    return words if candidate.in_order else f"{words}, utanför ordningen"
