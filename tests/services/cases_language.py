"""Commands of språkförslag and of the phrase bank, as test_every_command tries them."""

from __future__ import annotations

from collections.abc import Callable

from namndstod.domain.phrase_bank import Phrase
from namndstod.domain.records import TextRole
from namndstod.services.commands.base import Command
from namndstod.services.commands.language import TakeHints
from namndstod.services.commands.phrases import AddPhrase, ChangePhrase, MovePhrase, RemovePhrase
from namndstod.services.commands.texts import WriteText

from .helpers import House, paragraphs

Make = Callable[[House, str], Command]


def prepare(house: House, meeting: str) -> None:
    """Write what has språkförslag in the last §, and put two phrases in the bank."""
    last = house.view(meeting).sections[-1].section.id
    house.session.do(WriteText(TextRole.SUMMARY, paragraphs("Ca 4 kr, resor m.m."), section_id=last))
    house.session.do(AddPhrase("Nämnden tackar för dragningen.", TextRole.DECISION))
    house.session.do(AddPhrase("Ärendet väcks av {NN (P)}.", body_id=house.body_id))


def phrase(house: House, position: int = 1) -> Phrase:
    return next(p for p in house.find(Phrase) if p.position == position)


OF_A_MEETING: dict[str, Make] = {
    "TakeHints": lambda h, m: TakeHints(h.view(m).sections[-1].section.id, TextRole.SUMMARY),
}
OF_THE_REGISTER: dict[str, Make] = {
    "AddPhrase": lambda h, m: AddPhrase("Frågan bereds vidare.", TextRole.DECISION),
    "ChangePhrase": lambda h, m: ChangePhrase(phrase(h).id, "Nämnden tackar.", TextRole.POINTS, h.body_id),
    "MovePhrase": lambda h, m: MovePhrase(phrase(h, 2).id, 0),
    "RemovePhrase": lambda h, m: RemovePhrase(phrase(h).id),
}
