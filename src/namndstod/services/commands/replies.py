"""Before the meeting: förhinder, distance and diet as reported, and calling in ersättare (KL 6:17)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time
from typing import ClassVar

from namndstod.domain.errors import RuleBroken
from namndstod.domain.proceedings import Reply, Summons
from namndstod.domain.records import new_id
from namndstod.domain.replies import call_in_proposals
from namndstod.services.reading import meeting_view

from .base import Command, Desk


@dataclass(frozen=True)
class RecordReply(Command):
    """What somebody says about coming: förhinder (whole or from–to), when, on distance, diet.

    `from_at` and `until_at` bound the förhinder; without förhinder `from_at` is when the person comes.
    """

    label: ClassVar[str] = "anteckna svar"
    meeting_id: str
    person_id: str
    absent: bool = False
    from_at: time | None = None
    until_at: time | None = None
    remote: bool = False
    diet: str = ""
    note: str = ""

    def run(self, desk: Desk) -> None:
        """Store the reply; without förhinder nobody needs to be proposed for the seat any more."""
        reply = _reply(desk, self.meeting_id, self.person_id)
        said = replace(
            reply,
            absent=self.absent,
            from_at=self.from_at,
            until_at=self.until_at,
            remote=self.remote,
            diet=self.diet.strip(),
            note=self.note.strip(),
        )
        _store(desk, said)
        if not self.absent:
            asked = desk.work.find(Reply, meeting_id=self.meeting_id, serves_for_id=self.person_id)
            for other in asked:
                if other.summons is Summons.PROPOSED:
                    _store(desk, replace(other, summons=Summons.NONE, serves_for_id=None))


@dataclass(frozen=True)
class ProposeSubstitutes(Command):
    """Propose an ersättare for each seat whose ledamot has förhinder, by the order of service."""

    label: ClassVar[str] = "föreslå ersättare"
    meeting_id: str

    def run(self, desk: Desk) -> None:
        """Store the proposals. RuleBroken when there is nobody to propose."""
        proposed = call_in_proposals(meeting_view(desk.work, self.meeting_id))
        if not proposed:
            raise RuleBroken("Ingen plats saknar ersättare, eller så finns ingen kvar att kalla.")
        for serving in proposed:
            CallIn(self.meeting_id, serving.person_id, serving.seat_of, Summons.PROPOSED).run(desk)


@dataclass(frozen=True)
class CallIn(Command):
    """An ersättare is proposed, called in, says yes or says no to a seat (None: none in particular).

    One at a time is asked for a seat: another who was asked for it before, and has not said no, is let go.
    """

    label: ClassVar[str] = "kalla in ersättare"
    meeting_id: str
    person_id: str
    serves_for_id: str | None = None
    summons: Summons = Summons.CALLED

    def run(self, desk: Desk) -> None:
        """Store where the calling stands; without any (NONE) the seat is free again."""
        reply = _reply(desk, self.meeting_id, self.person_id)
        seat = None if self.summons is Summons.NONE else self.serves_for_id
        if seat is not None and self.summons is not Summons.DECLINED:
            for other in desk.work.find(Reply, meeting_id=self.meeting_id, serves_for_id=seat):
                if other.person_id != self.person_id and other.summons is not Summons.DECLINED:
                    _store(desk, replace(other, summons=Summons.NONE, serves_for_id=None))
        _store(desk, replace(reply, summons=self.summons, serves_for_id=seat))


def _reply(desk: Desk, meeting_id: str, person_id: str) -> Reply:
    """Return the person's reply as stored, or an empty one."""
    stored = desk.work.first(Reply, meeting_id=meeting_id, person_id=person_id)
    return stored or Reply(id=new_id(), meeting_id=meeting_id, person_id=person_id)


def _store(desk: Desk, reply: Reply) -> None:
    """Keep the one reply of a person; one that says nothing is taken away."""
    stored = desk.work.peek(Reply, reply.id)
    empty = Reply(id=reply.id, version=reply.version, meeting_id=reply.meeting_id, person_id=reply.person_id)
    if stored is None:
        if reply != empty:
            desk.work.add(reply)
    elif reply == empty:
        desk.work.remove(stored)
    else:
        values = ("absent", "from_at", "until_at", "summons", "serves_for_id", "remote", "diet", "note")
        desk.work.change(stored, **{name: getattr(reply, name) for name in values})
