from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namndstod.domain.records import BlockKind, TextBlock, TextRole
from namndstod.domain.texts import (
    Draft,
    Source,
    drafts_of,
    fingerprint,
    is_punctuated,
    part,
    punctuate,
    punctuated,
    strip_connective,
)

WRITTEN = (Draft(BlockKind.DECIDER, "Nämnden beslutar"), Draft(BlockKind.CLAUSE, "bevilja medel.", 1))


def stored(text: str, generated: str | None, mark: str | None, position: int = 1) -> TextBlock:
    return TextBlock(
        id=f"b{position}",
        role=TextRole.DECISION,
        kind=BlockKind.PARAGRAPH,
        position=position,
        section_id="s",
        generated=generated,
        edited=None if text == generated else text,
        fingerprint=mark,
    )


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((), ()),
        (("bevilja medel",), ("bevilja medel.",)),
        (("a", "b"), ("a, samt", "b.")),
        (("a,", "b samt", "c;"), ("a,", "b, samt", "c.")),
    ],
)
def test_clauses_get_comma_samt_and_full_stop(texts: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert punctuate(texts) == expected


@given(st.lists(st.from_regex(r"\A[a-zåäö]{1,8}( [a-zåäö]{1,8})?\Z"), max_size=6))
def test_punctuating_twice_changes_nothing_and_is_well_punctuated(texts: list[str]) -> None:
    once = punctuate(texts)
    assert punctuate(once) == once
    assert is_punctuated(once)


def test_a_clause_that_opens_conditions_is_left_alone() -> None:
    assert is_punctuated(["bevilja medel, samt", "följande villkor gäller:"])
    assert strip_connective("bevilja medel, samt") == "bevilja medel"


def test_only_clauses_are_punctuated() -> None:
    drafts = (Draft(BlockKind.DECIDER, "Nämnden beslutar"), Draft(BlockKind.CLAUSE, "a", 1, id="x"))
    assert punctuated(drafts) == (drafts[0], Draft(BlockKind.CLAUSE, "a.", 1, id="x"))


def test_blocks_become_drafts_with_depth_in_order() -> None:
    decider = TextBlock(
        id="d",
        role=TextRole.PROPOSAL,
        kind=BlockKind.DECIDER,
        position=1,
        item_id="i",
        edited="Nämnden beslutar",
    )
    clause = TextBlock(
        id="c",
        role=TextRole.PROPOSAL,
        kind=BlockKind.CLAUSE,
        position=2,
        item_id="i",
        parent_id="d",
        edited="a",
    )
    condition = TextBlock(
        id="v",
        role=TextRole.PROPOSAL,
        kind=BlockKind.CONDITION,
        position=3,
        item_id="i",
        parent_id="c",
        edited="v",
    )
    drafts = drafts_of([condition, clause, decider])
    assert [(d.id, d.depth) for d in drafts] == [("d", 0), ("c", 1), ("v", 2)]


def test_without_anything_stored_the_program_writes() -> None:
    assert part(TextRole.DECISION, [], WRITTEN).source is Source.GENERATED


def test_a_text_of_ones_own_is_never_stale() -> None:
    own = part(TextRole.MOTIONS, [stored("Yrkande", None, None)], ())
    assert (own.source, own.stale) == (Source.OWN, False)


def test_a_hand_change_is_stale_only_when_the_facts_change() -> None:
    mark = fingerprint(WRITTEN)
    blocks = [stored("Mitt", "Programmets", mark)]
    assert part(TextRole.DECISION, blocks, WRITTEN).source is Source.EDITED
    assert not part(TextRole.DECISION, blocks, WRITTEN).stale
    changed = (*WRITTEN, Draft(BlockKind.CLAUSE, "till", 1))
    assert part(TextRole.DECISION, blocks, changed).stale
    assert [d.text for d in part(TextRole.DECISION, blocks, changed).drafts] == ["Mitt"]
