"""Språkförslag taken from Kontroll, and phrases that a house keeps in its binder."""

from __future__ import annotations

import pytest

from namndstod.domain.errors import RuleBroken
from namndstod.domain.findings import MendKind, check
from namndstod.domain.phrase_bank import Phrase
from namndstod.domain.records import Outcome, TextRole
from namndstod.domain.texts import Source
from namndstod.services.commands.phrases import AddPhrase, ChangePhrase, MovePhrase
from namndstod.services.commands.sitting import Decide
from namndstod.services.commands.texts import WriteText
from namndstod.services.mending import command_for

from .helpers import DAY, House, paragraphs


def test_one_mend_takes_all_of_a_part_and_a_decision_stays_the_same(house: House, meeting: str) -> None:
    item = house.view(meeting).items[0].item.id
    house.session.do(WriteText(TextRole.SUMMARY, paragraphs("Ca 4 kr, ev. mer."), item))
    house.write(item, "bevilja 4 kr.")
    house.open(meeting)
    section = house.view(meeting).sections[0].section.id
    house.session.do(Decide(section, Outcome.APPROVED))
    view = house.view(meeting)
    mends = [m for f in check(view, DAY) for m in f.mends if m.kind is MendKind.TAKE_HINTS]
    assert [m.label for m in mends] == ["Ta 2", "Ta alla", "Ta alla"]
    for mend in mends:
        command = command_for(view, mend)
        assert command is not None
        house.session.do(command)
    view = house.view(meeting)
    parts = view.sections[0].parts
    assert parts[TextRole.SUMMARY].drafts[0].text == "Cirka 4 kronor, ev. mer."
    assert parts[TextRole.SUMMARY].source is Source.EDITED
    assert parts[TextRole.DECISION].drafts[1].text == "bevilja 4 kronor."
    assert not [f for f in check(view, DAY) if f.code == "decision_changed"]


def test_a_phrase_is_kept_once_and_moves(house: House, meeting: str) -> None:
    first = house.session.do(AddPhrase("  Nämnden   tackar. ")).result
    second = house.session.do(AddPhrase("Nämnden tackar.", TextRole.DECISION)).result
    assert first is not None
    assert second is not None
    for command in (
        AddPhrase("Nämnden tackar."),
        AddPhrase(" "),
        ChangePhrase(second, "Nämnden tackar.", None),
    ):
        with pytest.raises(RuleBroken):
            house.session.do(command)
    house.session.do(MovePhrase(second, 0))
    assert [p.id for p in sorted(house.find(Phrase), key=lambda p: p.position)] == [second, first]
