"""What is said of a decision and what follows from it: reservations, remarks, uppdrag (KL 4:27, practice)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from namndstod.domain.errors import NotFound, RuleBroken
from namndstod.domain.losers import fallen, voted_against
from namndstod.domain.participation import next_appendix, next_position
from namndstod.domain.proceedings import Assignment, Remark, RemarkKind, Reservation, Vote
from namndstod.domain.records import Section, new_id
from namndstod.services.reading import meeting_view

from .base import Command, Desk


@dataclass(frozen=True)
class Reserve(Command):
    """One person or several reserve against the decision of a § (KL 4:27). A breach is stored and marked."""

    label: ClassVar[str] = "reservation"
    section_id: str
    persons: tuple[str, ...]
    option: str | None = None  # key of what they hold by
    words: str = ""
    written: bool = False
    late: bool = False

    def run(self, desk: Desk) -> str:
        """Return the id of the reservation."""
        _require_somebody(self.persons)
        section = desk.work.get(Section, self.section_id)
        return _add_reservation(
            desk, section.id, self.persons, self.option, self.words, self.written, self.late
        )


@dataclass(frozen=True)
class ReserveVotersAgainst(Command):
    """All who voted for what lost reserve, in one step; those who already have are passed over."""

    label: ClassVar[str] = "reservation för alla som röstat emot"
    vote_id: str
    written: bool = False

    def run(self, desk: Desk) -> str:
        """Return the id of the reservation. Raises RuleBroken while nobody has lost."""
        vote = desk.work.get(Vote, self.vote_id)
        view = meeting_view(desk.work, desk.work.get(Section, vote.section_id).meeting_id)
        section = view.section(vote.section_id)
        shown = (
            next((v for v in section.deliberation.votes if v.vote.id == vote.id), None) if section else None
        )
        if section is None or shown is None:
            raise NotFound("Omröstningen finns inte längre.")
        lost = voted_against(shown, section.facts)
        if lost is None:
            raise RuleBroken("Omröstningen är inte avgjord: det går inte att se vilka som röstat emot.")
        losing, against = lost
        already = {p for r in section.deliberation.reservations for p in r.persons}
        persons = tuple(p for p in against if p not in already)
        if not persons:
            raise RuleBroken("Ingen har röstat mot beslutet, eller så har alla redan reserverat sig.")
        return _add_reservation(desk, section.section.id, persons, losing, "", self.written, late=False)


@dataclass(frozen=True)
class ReserveFallen(Command):
    """All whose yrkande fell reserve, each for their own; those who already have are passed over."""

    label: ClassVar[str] = "reservation för dem vars yrkanden föll"
    section_id: str
    written: bool = False

    def run(self, desk: Desk) -> None:
        """Store one reservation for each yrkande. Raises RuleBroken where none has fallen."""
        view = meeting_view(desk.work, desk.work.get(Section, self.section_id).meeting_id)
        section, course = view.section(self.section_id), view.courses.get(self.section_id)
        already = {p for r in section.deliberation.reservations for p in r.persons} if section else set()
        lost = fallen(course, section.facts) if section is not None and course is not None else ()
        left = [(key, tuple(p for p in who if p not in already)) for key, who in lost]
        if not any(who for _, who in left):
            raise RuleBroken("Inget yrkande har fallit, eller så har alla redan reserverat sig.")
        for key, who in left:
            if who:
                _add_reservation(desk, self.section_id, who, key, "", self.written, late=False)


@dataclass(frozen=True)
class ReceiveReasons(Command):
    """The written reasons of a reservation have come: they become the next bilaga of the minutes."""

    label: ClassVar[str] = "reservationens motivering har kommit"
    reservation_id: str
    day: date

    def run(self, desk: Desk) -> None:
        """Note the day, and a number for the bilaga unless it has one."""
        reservation = desk.work.get(Reservation, self.reservation_id)
        number = reservation.appendix or _next_appendix(desk, reservation.section_id)
        desk.work.change(reservation, written=True, received=self.day, appendix=number)


@dataclass(frozen=True)
class RemoveReservation(Command):
    """Take away a reservation, or one person from it."""

    label: ClassVar[str] = "ta bort reservation"
    reservation_id: str
    person_id: str | None = None

    def run(self, desk: Desk) -> None:
        """Remove the person; without anybody left the reservation goes."""
        reservation = desk.work.get(Reservation, self.reservation_id)
        left = tuple(p for p in reservation.persons if self.person_id is not None and p != self.person_id)
        if left:
            desk.work.change(reservation, persons=left)
        else:
            desk.work.remove(reservation)


@dataclass(frozen=True)
class AddRemark(Command):
    """Somebody, or the representatives of parties, has a note or a statement taken in (practice)."""

    label: ClassVar[str] = "anteckning till protokollet"
    section_id: str
    kind: RemarkKind
    persons: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    words: str = ""
    dated: date | None = None
    permitted: bool | None = None

    def run(self, desk: Desk) -> str:
        """Return the id of the remark."""
        _require_somebody((*self.persons, *self.parties))
        section = desk.work.get(Section, self.section_id)
        remark = Remark(
            id=new_id(),
            section_id=section.id,
            position=next_position(desk.work.find(Remark, section_id=section.id)),
            kind=self.kind,
            persons=self.persons,
            parties=self.parties,
            words=self.words,
            dated=self.dated,
            permitted=self.permitted,
        )
        return desk.work.add(remark).id


@dataclass(frozen=True)
class PermitRemark(Command):
    """The chair permits a remark, or does not; a refused one is kept and stays out of the minutes."""

    label: ClassVar[str] = "ordförandens medgivande"
    remark_id: str
    permitted: bool = True

    def run(self, desk: Desk) -> None:
        """Note what the chair said."""
        desk.work.change(desk.work.get(Remark, self.remark_id), permitted=self.permitted)


@dataclass(frozen=True)
class ReceiveStatement(Command):
    """The text of a statement or a note has come: it becomes the next bilaga of the minutes."""

    label: ClassVar[str] = "yttrandet har kommit"
    remark_id: str
    dated: date | None = None

    def run(self, desk: Desk) -> None:
        """Number the bilaga unless it has a number."""
        remark = desk.work.get(Remark, self.remark_id)
        number = remark.appendix or _next_appendix(desk, remark.section_id)
        desk.work.change(remark, appendix=number, dated=self.dated or remark.dated)


@dataclass(frozen=True)
class RemoveRemark(Command):
    """Take away a remark."""

    label: ClassVar[str] = "ta bort anteckning"
    remark_id: str

    def run(self, desk: Desk) -> None:
        """Remove it."""
        desk.work.remove(desk.work.get(Remark, self.remark_id))


# --- uppdrag -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class AddAssignment(Command):
    """Somebody is told to do something: to whom, what, back when. It is watched until it is done."""

    label: ClassVar[str] = "uppdrag"
    section_id: str
    to: str
    what: str
    due: date | None = None

    def run(self, desk: Desk) -> str:
        """Return the id of the uppdrag."""
        if not self.what.strip():
            raise RuleBroken("Ange vad uppdraget gäller.", field="what")
        section = desk.work.get(Section, self.section_id)
        given = desk.work.find(Assignment, section_id=section.id)
        task = Assignment(
            id=new_id(),
            section_id=section.id,
            position=max((t.position for t in given), default=0) + 1,
            to=self.to.strip(),
            what=self.what.strip(),
            due=self.due,
        )
        return desk.work.add(task).id


@dataclass(frozen=True)
class FinishAssignment(Command):
    """An uppdrag is «fullgjort» on a day, also after justering; None puts it back on the watch list."""

    label: ClassVar[str] = "uppdraget fullgjort"
    assignment_id: str
    day: date | None

    def run(self, desk: Desk) -> None:
        """Note the day."""
        desk.work.change(desk.work.get(Assignment, self.assignment_id), done=self.day)


@dataclass(frozen=True)
class RemoveAssignment(Command):
    """Take away an uppdrag that was entered by mistake."""

    label: ClassVar[str] = "ta bort uppdrag"
    assignment_id: str

    def run(self, desk: Desk) -> None:
        """Remove it."""
        desk.work.remove(desk.work.get(Assignment, self.assignment_id))


def _require_somebody(who: Iterable[str]) -> None:
    if not tuple(who):
        raise RuleBroken("Ange vem det gäller.", field="persons")


def _add_reservation(
    desk: Desk,
    section_id: str,
    persons: tuple[str, ...],
    option: str | None,
    words: str,
    written: bool,
    late: bool,
) -> str:
    reservation = Reservation(
        id=new_id(),
        section_id=section_id,
        position=next_position(desk.work.find(Reservation, section_id=section_id)),
        persons=tuple(dict.fromkeys(persons)),
        option=option,
        words=words,
        written=written,
        late=late,
    )
    return desk.work.add(reservation).id


def _next_appendix(desk: Desk, section_id: str) -> int:
    view = meeting_view(desk.work, desk.work.get(Section, section_id).meeting_id)
    return next_appendix(view.deliberations.values())
