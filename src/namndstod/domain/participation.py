"""Who took part in a decision and may reserve against it, and whose remarks are taken in (KL 4:26–27)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .deliberation import Deliberation
from .presence import SectionPresence
from .proceedings import Choice, Remark, Reservation

_OUTSIDE = (Choice.NO_PART, Choice.ABSENT)


def took_part(person_id: str, presence: SectionPresence, said: Deliberation) -> bool:
    """Whether somebody took part in the decision of a §.

    Who does not serve (who is jävig does not) and who «deltar inte i beslutet» did not. To have abstained in
    an omröstning is to have taken part; to have been outside of every one of them is not.
    """
    if not presence.serves(person_id) or person_id in said.not_taking_part:
        return False
    ballots = [b.choice for v in said.votes for b in v.ballots if b.person_id == person_id]
    return not ballots or any(choice not in _OUTSIDE for choice in ballots)


def may_reserve(reservation: Reservation, presence: SectionPresence, said: Deliberation) -> tuple[str, ...]:
    """Return those of a reservation who may make it: who took part, announced in time (KL 4:27)."""
    if reservation.late:
        return ()
    return tuple(p for p in reservation.persons if took_part(p, presence, said))


def entered(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Return the remarks that go into the minutes: those that the chair has not refused."""
    return tuple(r for r in remarks if r.permitted is not False)


def standing_aside(presence: SectionPresence, said: Deliberation) -> tuple[str, ...]:
    """Return those who serve but take no part in the decision, in the order of their seats."""
    return tuple(s.person_id for s in presence.serving if s.person_id in said.not_taking_part)


def next_appendix(deliberations: Iterable[Deliberation]) -> int:
    """Return the next number of a bilaga to the minutes: 1, 2, 3 … within the meeting."""
    used: list[int | None] = [0]
    for said in deliberations:
        used += [r.appendix for r in said.reservations]
        used += [r.appendix for r in said.remarks]
    return max(n for n in used if n is not None) + 1


def next_position(things: Sequence[Reservation] | Sequence[Remark]) -> int:
    """Return the position after the last of a §'s reservations or remarks."""
    return max((t.position for t in things), default=0) + 1
