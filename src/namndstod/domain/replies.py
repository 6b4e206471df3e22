"""Before the meeting: what people have said about coming, who is called in, and what uppropet begins with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time

from .frozen import frozen
from .order_of_service import OrderOfService
from .presence import Serving
from .proceedings import Reply, Summons
from .swedish import whole_number
from .view import MeetingView

_ASKED = (Summons.PROPOSED, Summons.CALLED, Summons.ACCEPTED)


@frozen
class ExpectedRoll:
    """What uppropet begins with, from the replies. All are person ids."""

    present: tuple[str, ...]
    serving: tuple[tuple[str, str], ...]  # (ersättare, ledamot)
    remote: tuple[str, ...]
    away: frozenset[str]  # ledamöter who are not there when the meeting opens
    unavailable: frozenset[str]  # ersättare who have said that they do not come


@frozen
class Places:
    """How many of the seats will be taken, for Översikt."""

    filled: int
    seats: int

    def __str__(self) -> str:
        """«14 av 15 platser fyllda»."""
        return f"{whole_number(self.filled)} av {whole_number(self.seats)} platser fyllda"


def away_at(reply: Reply | None, at: time | None) -> bool:
    """Whether somebody has said not to be there at that time; no time is the opening, whenever it is.

    Förhinder is whole, or from–to; «kommer ca 10.30» is being away until then.
    """
    if reply is None or (not reply.absent and reply.from_at is None):
        return False
    if not reply.absent:
        return at is None or at < (reply.from_at or at)
    begun = reply.from_at is None or (at is not None and reply.from_at <= at)
    return begun and (reply.until_at is None or at is None or at < reply.until_at)


def is_away_throughout(reply: Reply | None) -> bool:
    """Whether somebody has förhinder for the whole meeting."""
    return reply is not None and reply.absent and reply.from_at is None and reply.until_at is None


def places_filled(view: MeetingView) -> Places:
    """Return how many seats have a ledamot who comes (if only for a part) or an accepted ersättare."""
    replies = _by_person(view)
    covered = {r.serves_for_id for r in view.replies if r.summons is Summons.ACCEPTED and not r.absent}
    filled = [
        m for m in view.members if not is_away_throughout(replies.get(m.person_id)) or m.person_id in covered
    ]
    return Places(len(filled), view.term.seats)


def call_in_proposals(view: MeetingView) -> tuple[Serving, ...]:
    """Return whom to call in for those with förhinder for whose seats nobody has been asked (KL 6:17)."""
    replies = _by_person(view)
    asked = {r.serves_for_id for r in view.replies if r.summons in _ASKED}
    seats = [
        m.person_id
        for m in view.members
        if (reply := replies.get(m.person_id)) is not None and reply.absent and m.person_id not in asked
    ]
    order = OrderOfService(view.mandates, view.customs)
    return tuple(order.propose(seats, _free(view, replies)))


def candidates_to_call(view: MeetingView) -> frozenset[str]:
    """Return the ersättare who could still be called in: not away, not asked already, have not said no."""
    return frozenset(_free(view, _by_person(view)))


def expected_roll(view: MeetingView) -> ExpectedRoll:
    """Return the upprop to begin with: ledamöter but for the absent, and who serves for those.

    Who has said yes to a seat takes it; for the other empty seats those who were called in and then the
    next in turn are proposed. An ersättare who comes without serving is there if they have said yes.
    """
    replies = _by_person(view)
    at = view.meeting.starts
    away = frozenset(m.person_id for m in view.members if away_at(replies.get(m.person_id), at))
    unavailable = frozenset(
        m.person_id
        for m in view.substitutes
        if (reply := replies.get(m.person_id)) is not None
        and (reply.summons is Summons.DECLINED or away_at(reply, at))
    )
    coming = [m.person_id for m in view.substitutes if m.person_id not in unavailable]
    serving = _expected_serving(view, replies, away, coming)
    accepted = {p for p in coming if p in replies and replies[p].summons is Summons.ACCEPTED}
    there = accepted | set(serving.values())
    members = [m.person_id for m in view.members if m.person_id not in away]
    present = (*members, *(p for p in coming if p in there))
    pairs = tuple((serving[m.person_id], m.person_id) for m in view.members if m.person_id in serving)
    remote = tuple(p for p in present if p in replies and replies[p].remote)
    return ExpectedRoll(present, pairs, remote, away, unavailable)


def _expected_serving(
    view: MeetingView, replies: Mapping[str, Reply], away: frozenset[str], coming: list[str]
) -> dict[str, str]:
    """Return ledamot → ersättare for the seats of those who are away."""
    order = OrderOfService(view.mandates, view.customs)
    serving: dict[str, str] = {}
    for summons in (Summons.ACCEPTED, Summons.CALLED, Summons.PROPOSED):
        for person in coming:
            reply = replies.get(person)
            seat = reply.serves_for_id if reply is not None and reply.summons is summons else None
            if seat in away and seat is not None and seat not in serving and person not in serving.values():
                serving[seat] = person
    for group in (Summons.ACCEPTED, None):
        free = {
            p
            for p in coming
            if p not in serving.values() and (group is None or (p in replies and replies[p].summons is group))
        }
        seats = [m.person_id for m in view.members if m.person_id in away and m.person_id not in serving]
        serving |= {s.seat_of: s.person_id for s in order.propose(seats, free)}
    return serving


def _free(view: MeetingView, replies: Mapping[str, Reply]) -> list[str]:
    def free(person: str) -> bool:
        reply = replies.get(person)
        return reply is None or (reply.summons is Summons.NONE and not reply.absent)

    return [m.person_id for m in view.substitutes if free(m.person_id)]


def _by_person(view: MeetingView) -> dict[str, Reply]:
    return {r.person_id: r for r in view.replies}
