"""The binder's own phrases of the phrase bank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from namndstod.domain.errors import RuleBroken
from namndstod.domain.phrase_bank import Phrase
from namndstod.domain.records import TextRole, new_id

from .base import Command, Desk, moved


@dataclass(frozen=True)
class AddPhrase(Command):
    """Put a phrase last in the bank. No `role`: for every text; no body: for all bodies."""

    label: ClassVar[str] = "lägg till fras"
    text: str
    role: TextRole | None = None
    body_id: str | None = None

    def run(self, desk: Desk) -> str:
        """Return the id of the phrase. Raises RuleBroken for an empty one and for one that is there."""
        text = _required(desk, self.text, self.role, self.body_id)
        last = max((p.position for p in desk.work.find(Phrase)), default=0)
        phrase = Phrase(id=new_id(), text=text, position=last + 1, role=self.role, body_id=self.body_id)
        return desk.work.add(phrase).id


@dataclass(frozen=True)
class ChangePhrase(Command):
    """Change the words of a phrase, or the texts and the body it is for."""

    label: ClassVar[str] = "ändra fras"
    phrase_id: str
    text: str
    role: TextRole | None = None
    body_id: str | None = None

    def run(self, desk: Desk) -> None:
        """Store what differs. Raises RuleBroken as `AddPhrase`."""
        phrase = desk.work.get(Phrase, self.phrase_id)
        text = _required(desk, self.text, self.role, self.body_id, besides=self.phrase_id)
        desk.work.change(phrase, text=text, role=self.role, body_id=self.body_id)


@dataclass(frozen=True)
class RemovePhrase(Command):
    """Take a phrase out of the bank."""

    label: ClassVar[str] = "ta bort fras"
    phrase_id: str

    def run(self, desk: Desk) -> None:
        """Remove it; texts written with it stay."""
        desk.work.remove(desk.work.get(Phrase, self.phrase_id))


@dataclass(frozen=True)
class MovePhrase(Command):
    """Move a phrase to index `to` of the bank: those at the top are offered first."""

    label: ClassVar[str] = "flytta fras"
    phrase_id: str
    to: int

    def run(self, desk: Desk) -> None:
        """Number the phrases anew."""
        known = sorted(desk.work.find(Phrase), key=lambda p: p.position)
        for position, phrase in enumerate(moved(known, self.phrase_id, self.to), 1):
            if phrase.position != position:
                desk.work.change(phrase, position=position)


def _required(desk: Desk, text: str, role: TextRole | None, body_id: str | None, besides: str = "") -> str:
    wanted = " ".join(text.split())
    if not wanted:
        raise RuleBroken("Skriv frasen.", field="text")
    for known in desk.work.find(Phrase):
        if known.id != besides and (known.text, known.role, known.body_id) == (wanted, role, body_id):
            raise RuleBroken("Frasen finns redan.", field="text")
    return wanted
