"""FöredragningsPM of an item: begun and taken away. Edit changes its fields, WriteText its texts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import MEMORANDUM_ROLES, AgendaItem, Meeting, Memorandum, TextBlock, new_id

from .base import Command, Desk
from .texts import store_text


@dataclass(frozen=True)
class StartMemorandum(Command):
    """Begin the FöredragningsPM of an item, dated `day`.

    Who handles it is the first föredragande; unit and signatory are as in the latest one of the same body.
    """

    label: ClassVar[str] = "skriv FöredragningsPM"
    item_id: str
    day: date | None = None

    def run(self, desk: Desk) -> str:
        """Return the id of the memorandum. Raises RuleBroken when the item has one."""
        item = desk.work.get(AgendaItem, self.item_id)
        if desk.work.first(Memorandum, item_id=item.id) is not None:
            raise RuleBroken("Ärendet har redan ett FöredragningsPM.")
        latest = _latest(desk, item)
        made = desk.work.add(
            Memorandum(
                id=new_id(),
                item_id=item.id,
                unit=latest.unit if latest else "",
                officer=_name(item.presenters[0]) if item.presenters else "",
                day=self.day,
                signatory=latest.signatory if latest else "",
                signatory_title=latest.signatory_title if latest else "",
            )
        )
        return made.id


@dataclass(frozen=True)
class RemoveMemorandum(Command):
    """Take away an item's FöredragningsPM with the texts that only it has.

    Förslag till beslut and Sammanfattning stay: they are the item's own.
    """

    label: ClassVar[str] = "ta bort FöredragningsPM"
    memorandum_id: str

    def run(self, desk: Desk) -> None:
        """Remove it."""
        memorandum = desk.work.get(Memorandum, self.memorandum_id)
        for role in MEMORANDUM_ROLES:
            if desk.work.first(TextBlock, item_id=memorandum.item_id, role=role) is not None:
                store_text(desk, (), role, item_id=memorandum.item_id)
        desk.work.remove(memorandum)


def _latest(desk: Desk, item: AgendaItem) -> Memorandum | None:
    """Return the memorandum of the body's latest item that has one, this meeting's first."""
    meeting = desk.work.get(Meeting, item.meeting_id)
    written = {m.item_id: m for m in desk.work.find(Memorandum)}
    if not written:
        return None
    items = desk.work.find(AgendaItem, id=sorted(written))
    days = {m.id: m.day for m in desk.work.find(Meeting, body_id=meeting.body_id)}
    known = [i for i in items if i.meeting_id in days]
    chosen = max(
        known, key=lambda i: (i.meeting_id == meeting.id, days[i.meeting_id], i.number), default=None
    )
    return written[chosen.id] if chosen is not None else None


def _name(presenter: str) -> str:
    """Return the name of «Malin Sjögård, handläggare»."""
    return presenter.partition(",")[0].strip()
