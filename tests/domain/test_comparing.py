"""Two texts beside each other."""

from hypothesis import example, given
from hypothesis import strategies as st

from namndstod.domain.comparing import Pair, compare, with_taken
from namndstod.domain.records import BlockKind
from namndstod.domain.texts import Draft


def text(*words: str) -> tuple[Draft, ...]:
    return tuple(Draft(BlockKind.PARAGRAPH, w) for w in words)


def test_only_what_differs_is_to_choose() -> None:
    pairs = compare(text("Ett.", "Två, ändrat.", "Tre."), text("Ett.", "Två.", "Tre.", "Fyra."))
    assert [(p.own.text if p.own else "", p.new.text if p.new else "") for p in pairs if p.differs] == [
        ("Två, ändrat.", "Två."),
        ("", "Fyra."),
    ]


def test_one_paragraph_is_taken_and_the_rest_stands() -> None:
    pairs = compare(text("Ett, mitt.", "Två, mitt."), text("Ett.", "Två."))
    assert with_taken(pairs, 1) == text("Ett, mitt.", "Två.")


def test_a_paragraph_that_is_gone_is_taken_by_leaving_it_out() -> None:
    pairs = compare(text("Ett.", "Två."), text("Ett."))
    assert pairs[1] == Pair(Draft(BlockKind.PARAGRAPH, "Två."), None)
    assert with_taken(pairs, 1) == text("Ett.")


TEXTS = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=6).map(lambda w: text(*w))


@given(TEXTS, TEXTS)
@example(text("a", "a"), text("a", "b", "a", "a"))  # a second «a» was offered again for each that was taken
@example(text("c", "b", "b"), text("b", "d", "b", "b"))
def test_nothing_is_lost_and_taking_all_gives_the_new_text(
    own: tuple[Draft, ...], new: tuple[Draft, ...]
) -> None:
    pairs = compare(own, new)
    assert tuple(p.own for p in pairs if p.own) == own
    assert tuple(p.new for p in pairs if p.new) == new
    left = own
    for _ in range(len(own) + len(new)):  # at the most: each one taken brings the texts nearer to each other
        pairs = compare(left, new)
        left = with_taken(pairs, next((n for n, p in enumerate(pairs) if p.differs), -1))
    assert left == new
