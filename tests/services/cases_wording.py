"""Commands that mend the wording of texts, as test_every_command tries them."""

from __future__ import annotations

from collections.abc import Callable

from namndstod.domain.records import AgendaItem, BlockKind, TextRole
from namndstod.domain.texts import Draft
from namndstod.services.commands.base import Command
from namndstod.services.commands.texts import WriteText
from namndstod.services.commands.wording import AddDecider, UseBodyName

from .helpers import House, paragraphs

Make = Callable[[House, str], Command]


def prepare(house: House, meeting: str) -> None:
    """Write att-satser without who decides, and the body's name in another way."""
    clause = (Draft(BlockKind.CLAUSE, "köpa bojar."),)
    house.session.do(WriteText(TextRole.PROPOSAL, clause, item_id=third(house, meeting)))
    text = paragraphs("Regionala skärgårdsnämnden ansvarar.")
    house.session.do(WriteText(TextRole.ASSESSMENT, text, item_id=third(house, meeting)))


def third(house: House, meeting: str) -> str:
    return next(i.id for i in house.find(AgendaItem, meeting_id=meeting) if i.number == 3)


OF_A_MEETING: dict[str, Make] = {
    "AddDecider": lambda h, m: AddDecider(third(h, m)),
    "UseBodyName": lambda h, m: UseBodyName(TextRole.ASSESSMENT, item_id=third(h, m)),
}
