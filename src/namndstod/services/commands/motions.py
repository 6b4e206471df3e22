"""Yrkanden as they fall: who puts what forward, who joins, what is taken back (KL 4:22, 5:66).

Nothing is refused for who says it: a yrkande by somebody who does not serve is stored and marked (rule 3).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from namndstod.domain.errors import RuleBroken
from namndstod.domain.proceedings import (
    Motion,
    MotionKind,
    NonParticipation,
    Proposition,
    Reservation,
    Vote,
)
from namndstod.domain.records import Outcome, Section, new_id

from .base import Command, Desk
from .sitting import Decide

_NOBODY = "Ange vem som yrkar, eller vilka partier som har lämnat in yrkandet."


@dataclass(frozen=True)
class AddMotion(Command):
    """Somebody yrkar something, or a yrkande handed in before the meeting is laid before it.

    `on` holds what bifall or avslag speaks of: keys of options. For REMIT the clauses are to whom and why,
    for TABLE until when, for AMENDMENT the whole decision as it would read.
    """

    label: ClassVar[str] = "yrkande"
    section_id: str
    kind: MotionKind
    movers: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    handed_in: date | None = None
    document_id: str | None = None
    second_hand_of: str | None = None

    def run(self, desk: Desk) -> str:
        """Return the id of the yrkande."""
        if not self.movers and not self.authors:
            raise RuleBroken(_NOBODY, field="movers")
        section = desk.work.get(Section, self.section_id)
        last = desk.work.maximum(Motion, "position", section_id=section.id) or 0
        motion = Motion(
            id=new_id(),
            section_id=section.id,
            position=last + 1,
            kind=self.kind,
            movers=_once(self.movers),
            supporters=_once(self.supporters),
            on=_once(self.on),
            clauses=self.clauses,
            authors=_once(self.authors),
            handed_in=self.handed_in,
            document_id=self.document_id,
            second_hand_of=self.second_hand_of,
        )
        return desk.work.add(motion).id


@dataclass(frozen=True)
class ChangeMotion(Command):
    """Change what a yrkande says or who it is from. `motion` carries its stored id; place and § stand."""

    label: ClassVar[str] = "ändra yrkande"
    motion: Motion
    field: str = ""  # the one being typed in, so that typing is one step of undo

    def run(self, desk: Desk) -> None:
        """Store what differs."""
        stored, wanted = desk.work.get(Motion, self.motion.id), self.motion
        if not wanted.movers and not wanted.authors:
            raise RuleBroken(_NOBODY, field="movers")
        desk.work.change(
            stored,
            kind=wanted.kind,
            movers=_once(wanted.movers),
            supporters=_once(wanted.supporters),
            on=_once(wanted.on),
            clauses=wanted.clauses,
            authors=_once(wanted.authors),
            handed_in=wanted.handed_in,
            document_id=wanted.document_id,
            second_hand_of=wanted.second_hand_of,
        )

    def coalesce(self) -> str | None:
        """Typing in the same field is one step."""
        return f"motion:{self.motion.id}:{self.field}" if self.field else None


@dataclass(frozen=True)
class JoinMotion(Command):
    """Somebody instämmer in a yrkande (or no longer does); `as_mover`: yrkar it together with the others."""

    label: ClassVar[str] = "instämmande"
    motion_id: str
    person_id: str
    joins: bool = True
    as_mover: bool = False

    def run(self, desk: Desk) -> None:
        """Store the person once, as mover or as supporter."""
        motion = desk.work.get(Motion, self.motion_id)
        movers = tuple(p for p in motion.movers if p != self.person_id)
        supporters = tuple(p for p in motion.supporters if p != self.person_id)
        if self.joins and self.as_mover:
            movers = (*movers, self.person_id)
        elif self.joins:
            supporters = (*supporters, self.person_id)
        if not movers and not motion.authors:
            raise RuleBroken("Ingen är kvar som yrkar: återta eller ta bort yrkandet i stället.")
        desk.work.change(motion, movers=movers, supporters=supporters)


@dataclass(frozen=True)
class WithdrawMotion(Command):
    """Somebody återtar sitt yrkande; with `withdrawn` False it stands again."""

    label: ClassVar[str] = "återta yrkande"
    motion_id: str
    withdrawn: bool = True

    def run(self, desk: Desk) -> None:
        """Note it; the yrkande is kept."""
        desk.work.change(desk.work.get(Motion, self.motion_id), withdrawn=self.withdrawn)


@dataclass(frozen=True)
class RemoveMotion(Command):
    """Take away a yrkande that was entered by mistake."""

    label: ClassVar[str] = "ta bort yrkande"
    motion_id: str

    def run(self, desk: Desk) -> None:
        """Remove it; what spoke of it no longer does. Refused while it has been put or reserved for."""
        motion = desk.work.get(Motion, self.motion_id)
        section = motion.section_id
        put = any(motion.id in p.options for p in desk.work.find(Proposition, section_id=section))
        voted = any(motion.id in (v.yes, v.no) for v in desk.work.find(Vote, section_id=section))
        if put or voted:
            raise RuleBroken("Yrkandet har ställts under proposition: ta bort propositionen först.")
        if desk.work.first(Reservation, section_id=section, option=motion.id) is not None:
            raise RuleBroken("En reservation gäller yrkandet: ändra eller ta bort reservationen först.")
        for other in desk.work.find(Motion, section_id=section):
            if other.second_hand_of == motion.id:
                other = desk.work.change(other, second_hand_of=None)
            if motion.id in other.on:
                left = tuple(key for key in other.on if key != motion.id)
                if left:
                    desk.work.change(other, on=left)
                else:
                    desk.work.remove(other)  # bifall or avslag to nothing
        desk.work.remove(motion)


@dataclass(frozen=True)
class TableItems(Command):
    """Several ärenden are bordlagda in one go: «bordlägg till {datum} på förslag av {NN}»."""

    label: ClassVar[str] = "bordlägg ärenden"
    section_ids: tuple[str, ...]
    until: str = "nästa sammanträde"  # «sammanträdet den 9 april 2025»
    mover: str | None = None

    def run(self, desk: Desk) -> None:
        """Store the yrkande, where it is known whose it is, and the outcome of each §."""
        for section_id in self.section_ids:
            movers = (self.mover,) if self.mover else ()
            if movers:
                AddMotion(section_id, MotionKind.TABLE, movers, clauses=(self.until,)).run(desk)
            Decide(section_id, Outcome.TABLED).run(desk)


@dataclass(frozen=True)
class TakeNoPart(Command):
    """Somebody, or a whole group, «deltar inte i beslutet» (KL 4:25); not the same as to abstain."""

    label: ClassVar[str] = "deltar inte i beslutet"
    section_id: str
    persons: tuple[str, ...]
    takes_no_part: bool = True

    def run(self, desk: Desk) -> None:
        """Store it once for each person, or take it back."""
        section = desk.work.get(Section, self.section_id)
        known = {n.person_id: n for n in desk.work.find(NonParticipation, section_id=section.id)}
        for person_id in _once(self.persons):
            if self.takes_no_part and person_id not in known:
                desk.work.add(NonParticipation(id=new_id(), section_id=section.id, person_id=person_id))
            elif not self.takes_no_part and person_id in known:
                desk.work.remove(known[person_id])


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
