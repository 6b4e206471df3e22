"""Texts of items and §§: what the program wrote and what a person left stand beside each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from namndstod.domain.records import (
    AgendaItem,
    BlockKind,
    Mark,
    MarkKind,
    Outcome,
    TextBlock,
    TextRole,
)
from namndstod.domain.texts import Draft, Part, Source, drafts_of
from namndstod.services.commands.presence import RecordPresence
from namndstod.services.commands.sitting import Decide
from namndstod.services.commands.texts import KeepEdited, TakeGenerated, TakeParagraph, WriteText

from .helpers import NAME, House, clauses, paragraphs


@pytest.fixture
def first(house: House, meeting: str) -> str:
    """The first § of an opened meeting."""
    house.open(meeting)
    return house.sections(meeting)[0].id


def part(house: House, meeting: str, role: TextRole, number: int = 1) -> Part:
    return house.view(meeting).sections[number - 1].parts[role]


def words(drafts: tuple[Draft, ...]) -> list[str]:
    return [d.text.replace("\u00a0", " ") for d in drafts]


def write(house: House, section_id: str, role: TextRole, *texts: str) -> None:
    house.session.do(WriteText(role, paragraphs(*texts), section_id=section_id))


def own_item(house: House, meeting: str) -> str:
    return house.find(AgendaItem, meeting_id=meeting)[0].id


def test_blocks_form_a_tree_and_keep_their_ids(house: House, meeting: str) -> None:
    item = own_item(house, meeting)
    marks = (Mark(kind=MarkKind.STRONG, start=0, end=3),)
    table = Draft(BlockKind.TABLE, "", 0, rows=(("År", "Belopp"), ("2026", "1\u00a0000")))
    written = (
        *clauses("bygga bryggan:"),
        Draft(BlockKind.CONDITION, "grön färg", 2, marks),
        Draft(BlockKind.CLAUSE, "öppna den.", 1),
        table,
    )
    house.session.do(WriteText(TextRole.PROPOSAL, written, item))
    stored = drafts_of(house.find(TextBlock, item_id=item, role=TextRole.PROPOSAL))
    assert tuple(replace(d, id=None) for d in stored) == written
    decider, clause, condition, *_ = house.find(TextBlock, item_id=item, role=TextRole.PROPOSAL)
    assert (clause.parent_id, condition.parent_id) == (decider.id, clause.id)

    house.session.do(WriteText(TextRole.PROPOSAL, (stored[0], stored[3], stored[1]), item))
    again = drafts_of(house.find(TextBlock, item_id=item, role=TextRole.PROPOSAL))
    assert [d.id for d in again] == [stored[0].id, stored[3].id, stored[1].id]
    house.session.do(WriteText(TextRole.PROPOSAL, (replace(stored[3], depth=0), stored[0]), item))
    assert words(drafts_of(house.find(TextBlock, item_id=item))) == ["öppna den.", f"{NAME} beslutar"]


def test_a_condition_whose_clause_goes_hangs_on_what_is_left(house: House, meeting: str) -> None:
    item = own_item(house, meeting)
    house.session.do(
        WriteText(TextRole.PROPOSAL, (*clauses("ett"), Draft(BlockKind.CONDITION, "villkor", 2)), item)
    )
    decider, _, condition = drafts_of(house.find(TextBlock, item_id=item))
    house.session.do(WriteText(TextRole.PROPOSAL, (decider, condition), item))
    assert words(drafts_of(house.find(TextBlock, item_id=item))) == [f"{NAME} beslutar", "villkor"]
    house.session.do(WriteText(TextRole.PROPOSAL, paragraphs("  "), item))
    assert house.find(TextBlock, item_id=item) == []


def test_a_block_named_twice_or_of_another_text_is_a_new_one(house: House, meeting: str) -> None:
    one, other = house.find(AgendaItem, meeting_id=meeting)[:2]
    (decider, clause) = drafts_of(house.find(TextBlock, item_id=one.id))
    house.session.do(WriteText(TextRole.PROPOSAL, (decider, clause), other.id))
    house.session.do(WriteText(TextRole.PROPOSAL, (decider, clause, clause), one.id))
    stored = house.find(TextBlock, item_id=(one.id, other.id))
    assert len({b.id for b in stored}) == len(stored) == 5
    assert {decider.id, clause.id} == {b.id for b in stored if b.item_id == one.id} & {decider.id, clause.id}


def test_an_untouched_part_follows_the_facts_and_stores_nothing(
    house: House, meeting: str, first: str
) -> None:
    shown = part(house, meeting, TextRole.PROPOSAL)
    assert shown.source is Source.GENERATED
    outcome = house.session.do(WriteText(TextRole.PROPOSAL, shown.drafts, section_id=first))
    assert outcome.changes == ()
    house.write(own_item(house, meeting), "något annat.")
    assert words(part(house, meeting, TextRole.PROPOSAL).drafts)[1:] == ["något annat."]


def test_a_hand_change_stays_and_both_are_shown_when_the_facts_change(
    house: House, meeting: str, first: str
) -> None:
    write(house, first, TextRole.PROPOSAL, "Rödgranens förslag.")
    edited = part(house, meeting, TextRole.PROPOSAL)
    assert (edited.source, edited.stale, words(edited.drafts)) == (
        Source.EDITED,
        False,
        ["Rödgranens förslag."],
    )
    (block,) = house.find(TextBlock, section_id=first)
    assert (block.generated, block.edited) == (f"{NAME} beslutar", "Rödgranens förslag.")

    house.write(own_item(house, meeting), "något annat.")
    stale = part(house, meeting, TextRole.PROPOSAL)
    assert (stale.stale, words(stale.drafts)) == (True, ["Rödgranens förslag."])
    assert words(stale.generated) == [f"{NAME} beslutar", "något annat."]
    write(house, first, TextRole.PROPOSAL, "Rödgranens förslag, ändrat.")
    assert part(house, meeting, TextRole.PROPOSAL).stale  # writing on does not hide what has changed


def test_keep_edited_lets_the_hand_change_stand(house: House, meeting: str, first: str) -> None:
    write(house, first, TextRole.PROPOSAL, "Rödgranens förslag.")
    house.write(own_item(house, meeting), "något annat.")
    house.session.do(KeepEdited(first, TextRole.PROPOSAL))
    kept = part(house, meeting, TextRole.PROPOSAL)
    assert (kept.stale, kept.source, words(kept.drafts)) == (False, Source.EDITED, ["Rödgranens förslag."])
    house.write(own_item(house, meeting), "ett tredje.")
    assert part(house, meeting, TextRole.PROPOSAL).stale


def test_take_generated_drops_the_hand_change(house: House, meeting: str, first: str) -> None:
    write(house, first, TextRole.PROPOSAL, "Rödgranens förslag.")
    house.write(own_item(house, meeting), "något annat.")
    house.session.do(TakeGenerated(first, TextRole.PROPOSAL))
    taken = part(house, meeting, TextRole.PROPOSAL)
    assert (taken.source, words(taken.drafts)) == (Source.GENERATED, [f"{NAME} beslutar", "något annat."])
    assert house.find(TextBlock, section_id=first) == []


def test_one_paragraph_is_taken_and_then_the_last_makes_it_the_programs_again(
    house: House, meeting: str, first: str
) -> None:
    write(house, first, TextRole.PROPOSAL, "Rödgranens förslag.")
    house.write(own_item(house, meeting), "något annat.")
    house.session.do(TakeParagraph(first, TextRole.PROPOSAL, 0))
    mixed = part(house, meeting, TextRole.PROPOSAL)
    assert (mixed.stale, words(mixed.drafts)) == (True, [f"{NAME} beslutar"])
    house.session.do(TakeParagraph(first, TextRole.PROPOSAL, 1))
    taken = part(house, meeting, TextRole.PROPOSAL)
    assert (taken.source, words(taken.drafts)) == (Source.GENERATED, [f"{NAME} beslutar", "något annat."])


def test_a_decision_is_fixed_at_the_klubba_and_shows_when_it_is_stale(
    house: House, meeting: str, first: str
) -> None:
    house.session.do(Decide(first, Outcome.APPROVED))
    decided = part(house, meeting, TextRole.DECISION)
    assert (decided.source, decided.stale) == (Source.GENERATED, False)
    house.write(own_item(house, meeting), "något annat.")
    assert part(house, meeting, TextRole.DECISION).stale
    house.session.do(TakeGenerated(first, TextRole.DECISION))
    taken = part(house, meeting, TextRole.DECISION)
    assert (taken.stale, words(taken.drafts)[1:]) == (False, ["något annat."])
    assert house.find(TextBlock, section_id=first, role=TextRole.DECISION) != []


def test_a_part_emptied_by_hand_stays_empty(house: House, meeting: str, first: str) -> None:
    house.session.do(WriteText(TextRole.PROPOSAL, (), section_id=first))
    emptied = part(house, meeting, TextRole.PROPOSAL)
    assert (emptied.blank, emptied.source) == (True, Source.EDITED)


def test_a_text_of_ones_own_has_no_generated_one_beside_it(house: House, meeting: str, first: str) -> None:
    write(house, first, TextRole.MOTIONS, "Otto Holmsjö (C) yrkar avslag.")
    own = part(house, meeting, TextRole.MOTIONS)
    assert (own.source, own.stale, own.generated) == (Source.OWN, False, ())
    write(house, first, TextRole.MOTIONS)
    assert house.find(TextBlock, section_id=first) == []


def test_attendance_is_written_from_the_events_until_it_is_changed(
    house: House, meeting: str, first: str
) -> None:
    house.session.do(RecordPresence(meeting, house.people["Isborg"], False, first))
    assert words(part(house, meeting, TextRole.ATTENDANCE).drafts) == ["Maj Isborg (M) lämnar sammanträdet."]
    write(house, first, TextRole.ATTENDANCE, "Maj Isborg (M) går.")
    house.session.do(RecordPresence(meeting, house.people["Holmsjö"], False, first))
    both = part(house, meeting, TextRole.ATTENDANCE)
    assert (words(both.drafts), both.stale, len(both.generated)) == (["Maj Isborg (M) går."], True, 2)


def test_texts_of_an_item_do_not_reach_into_a_decided_section(house: House, meeting: str, first: str) -> None:
    house.session.do(Decide(first, Outcome.APPROVED))
    before = house.texts(TextRole.DECISION, section_id=first)
    house.session.do(WriteText(TextRole.PROPOSAL, (), own_item(house, meeting)))
    assert house.texts(TextRole.DECISION, section_id=first) == before
