"""FöredragningsPM: begun from what is known, its texts the item's, taken away without the item's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import AgendaItem, Memorandum, TextRole
from namndstod.services.commands.agenda import RemoveItem
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.memoranda import RemoveMemorandum, StartMemorandum
from namndstod.services.commands.texts import WriteText

from .helpers import DAY, House, paragraphs


def start(house: House, item_id: str) -> Memorandum:
    made = house.session.do(StartMemorandum(item_id, DAY)).result
    return house.get(Memorandum, made or "")


@pytest.fixture
def items(house: House, meeting: str) -> list[AgendaItem]:
    return [i.item for i in house.view(meeting).items]


def test_it_begins_with_what_is_known(house: House, meeting: str, items: list[AgendaItem]) -> None:
    house.session.do(Edit(replace(items[0], presenters=("Malin Sjögård, handläggare", "Tor Berg"))))
    first = start(house, items[0].id)
    assert (first.officer, first.day, first.unit, first.signatory) == ("Malin Sjögård", DAY, "", "")
    filled = replace(first, unit="Kansliet", signatory="Tor Berg", signatory_title="utvecklingschef")
    house.session.do(Edit(filled))

    second = start(house, items[1].id)
    assert (second.officer, second.unit) == ("", "Kansliet")
    assert (second.signatory, second.signatory_title) == ("Tor Berg", "utvecklingschef")
    with pytest.raises(RuleBroken, match="redan"):
        start(house, items[1].id)

    later = house.plan(date(2026, 4, 9))
    of_another_day = start(house, house.item(later, "Isvägar"))
    assert of_another_day.unit == "Kansliet"


def test_its_texts_are_the_items_and_typing_is_one_step(
    house: House, meeting: str, items: list[AgendaItem]
) -> None:
    start(house, items[0].id)
    for text in ("Bry", "Bryggan", "Bryggan är sliten."):
        house.session.do(WriteText(TextRole.BACKGROUND, paragraphs(text), items[0].id))
    assert house.texts(TextRole.BACKGROUND, item_id=items[0].id) == ["Bryggan är sliten."]
    house.session.undo()
    assert house.texts(TextRole.BACKGROUND, item_id=items[0].id) == []


def test_taken_away_it_leaves_proposal_and_summary(
    house: House, meeting: str, items: list[AgendaItem]
) -> None:
    made = start(house, items[0].id)
    for role in (TextRole.SUMMARY, TextRole.BACKGROUND, TextRole.ECONOMY):
        house.session.do(WriteText(role, paragraphs("Ett.", "Två."), items[0].id))
    house.write(items[0].id, "laga bryggan.")
    house.session.do(RemoveMemorandum(made.id))
    shown = house.view(meeting).items[0]
    assert shown.memorandum is None
    assert {b.role for b in shown.blocks} == {TextRole.SUMMARY, TextRole.PROPOSAL}


def test_it_goes_with_its_item(house: House, meeting: str, items: list[AgendaItem]) -> None:
    start(house, items[0].id)
    house.session.do(RemoveItem(items[0].id))
    assert house.find(Memorandum) == []
    house.session.undo()
    assert house.view(meeting).items[0].memorandum is not None
