"""Expediering: what was sent to whom, how and when (the ledger), and what is known of a recipient."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from namndstod.domain.errors import RuleBroken
from namndstod.domain.expediting import can_be_expedited, can_be_masked, holds_secrets
from namndstod.domain.findings.sections import named
from namndstod.domain.notices import is_final
from namndstod.domain.records import AgendaItem, Dispatch, Paper, Recipient, new_id
from namndstod.domain.view import SectionView
from namndstod.services.reading import meeting_view

from .base import Command, Desk
from .meetings import SentPaper, keep_paper


@dataclass(frozen=True, slots=True)
class Sending:
    """An utdrag to one recipient, of one § or of several; `masked`: without the marked secret passages."""

    section_ids: tuple[str, ...]
    recipient: str
    manner: str
    address: str
    party: bool
    paper: SentPaper
    masked: bool = False


@dataclass(frozen=True)
class Expedite(Command):
    """Decisions go out: each recipient's utdrag is kept, and the ledger says how, when and by whom."""

    label: ClassVar[str] = "expediera"
    meeting_id: str
    day: date
    by: str
    sendings: tuple[Sending, ...]

    def run(self, desk: Desk) -> None:
        """Keep the papers and fill in the lines. Refused for what is not justerat, or secret with others."""
        view = meeting_view(desk.work, self.meeting_id)
        sections = {s.section.id: s for s in view.sections}
        for sending in self.sendings:
            chosen = [sections[i] for i in sending.section_ids]
            for section in chosen:
                _require_final(section, final=is_final(view, section))
                open_ = sending.masked and can_be_masked(section)
                if holds_secrets(section) and not open_ and len(chosen) > 1:
                    raise RuleBroken(
                        f"{named(section)} är sekretessmarkerad och tas bara ut för sig.",
                        source="OSL; praxis",
                    )
            paper = keep_paper(
                desk,
                self.meeting_id,
                replace(sending.paper, edition=sending.recipient, of=sending.section_ids),
            )
            for section in chosen:
                self._fill_in(desk, section, sending, paper)

    def _fill_in(self, desk: Desk, section: SectionView, sending: Sending, paper: Paper) -> None:
        """Fill in the line that waits for this recipient, or write a new one."""
        waiting = [
            d
            for d in desk.work.find(Dispatch, section_id=section.section.id)
            if d.sent is None and d.recipient.casefold() == sending.recipient.casefold()
        ]
        line = Dispatch(
            id=waiting[0].id if waiting else new_id(),
            meeting_id=self.meeting_id,
            section_id=section.section.id,
            recipient=sending.recipient,
            manner=sending.manner,
            address=sending.address,
            sent=self.day,
            by=self.by,
            paper_id=paper.id,
            party=sending.party,
        )
        if waiting:
            _change(desk, waiting[0], line)
        else:
            desk.work.add(line)


@dataclass(frozen=True)
class NoteDispatch(Command):
    """Write a line of the ledger by hand: what was sent, or (without a day) who is to get it too."""

    label: ClassVar[str] = "anteckna expediering"
    meeting_id: str
    section_id: str
    recipient: str
    manner: str = ""
    address: str = ""
    sent: date | None = None
    by: str = ""
    party: bool = False

    def run(self, desk: Desk) -> str:
        """Return the id of the line."""
        view = meeting_view(desk.work, self.meeting_id)
        section = next(s for s in view.sections if s.section.id == self.section_id)
        name = self.recipient.strip()
        if not name:
            raise RuleBroken("Ange mottagaren.", field="recipient")
        if not can_be_expedited(section):
            raise RuleBroken(f"{named(section)} har inget beslut att expediera.", source="praxis")
        if self.sent is not None:
            _require_final(section, final=is_final(view, section))
        line = Dispatch(
            id=new_id(),
            meeting_id=self.meeting_id,
            section_id=self.section_id,
            recipient=name,
            manner=self.manner.strip(),
            address=self.address.strip(),
            sent=self.sent,
            by=self.by,
            party=self.party,
        )
        return desk.work.add(line).id


@dataclass(frozen=True)
class ChangeDispatch(Command):
    """Change a line of the ledger: how, where to, when, by whom. `line` carries its stored id."""

    label: ClassVar[str] = "ändra expediering"
    line: Dispatch

    def run(self, desk: Desk) -> None:
        """Store the line. A day is noted for what is justerat only."""
        stored = desk.work.get(Dispatch, self.line.id)
        if self.line.sent is not None and stored.sent is None:
            view = meeting_view(desk.work, stored.meeting_id)
            section = next(s for s in view.sections if s.section.id == stored.section_id)
            _require_final(section, final=is_final(view, section))
        _change(desk, stored, replace(self.line, paper_id=stored.paper_id))

    def coalesce(self) -> str | None:
        """Typing in a line is one step."""
        return f"dispatch:{self.line.id}"


@dataclass(frozen=True)
class RemoveDispatch(Command):
    """Take a line out of the ledger. The utdrag that was kept stays."""

    label: ClassVar[str] = "ta bort expediering"
    dispatch_id: str

    def run(self, desk: Desk) -> None:
        """Remove the line."""
        desk.work.remove(desk.work.get(Dispatch, self.dispatch_id))


@dataclass(frozen=True)
class ChangeRecipient(Command):
    """How a recipient of an ärende is reached, and whether it is a party, who is told how to appeal.

    Recipients of that name in the meeting's other ärenden who were reached alike are so still; whether they
    are parties follows from their own ärende.
    """

    label: ClassVar[str] = "ändra mottagare"
    recipient_id: str
    manner: str
    address: str
    party: bool

    def run(self, desk: Desk) -> None:
        """Store it."""
        stored = desk.work.get(Recipient, self.recipient_id)
        before, now = (stored.manner, stored.address), (self.manner.strip(), self.address.strip())
        if stored.party != self.party:
            desk.work.change(stored, party=self.party)
        if now == before:
            return
        meeting_id = desk.work.get(AgendaItem, stored.item_id).meeting_id
        items = {i.id for i in desk.work.find(AgendaItem, meeting_id=meeting_id)}
        for each in desk.work.find(Recipient, name=stored.name):
            if each.item_id in items and (each.manner, each.address) == before:
                desk.work.change(each, manner=now[0], address=now[1])

    def coalesce(self) -> str | None:
        """Typing the address is one step."""
        return f"recipient:{self.recipient_id}"


def _change(desk: Desk, stored: Dispatch, wanted: Dispatch) -> None:
    names = ("recipient", "manner", "address", "sent", "by", "paper_id", "party")
    changed = {n: getattr(wanted, n) for n in names if getattr(wanted, n) != getattr(stored, n)}
    if changed:
        desk.work.change(stored, **changed)


def _require_final(section: SectionView, *, final: bool) -> None:
    if not final:
        raise RuleBroken(f"{named(section)} är inte justerad och kan inte expedieras än.", source="praxis")
    if not can_be_expedited(section):
        raise RuleBroken(f"{named(section)} har inget beslut att expediera.", source="praxis")
