"""Rules of block texts: depths, labels, what the keys make of a block."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from namndstod.domain.records import BlockKind, Mark, MarkKind
from namndstod.domain.texts import Draft
from namndstod.ui.kit import text_rules as rules

K = BlockKind
DECISION = (
    Draft(K.DECIDER, "Nämnden beslutar"),
    Draft(K.CLAUSE, "bevilja stöd, samt", 1),
    Draft(K.CLAUSE, "följande villkor gäller:", 1),
    Draft(K.CONDITION, "redovisa kostnader,", 2),
    Draft(K.CONDITION, "lämna slutrapport.", 2),
)
drafts = st.lists(
    st.builds(
        Draft, st.sampled_from([k for k in K if k is not K.TABLE]), st.text(max_size=5), st.integers(0, 5)
    ),
    max_size=12,
)


def test_labels_of_a_decision() -> None:
    assert rules.labels(DECISION) == ["", "att", "att", "•", "•"]
    assert rules.levels(DECISION) == [0, 0, 0, 1, 1]


def test_numbers_start_anew_after_something_else_and_go_on_over_sub_points() -> None:
    texts = (
        Draft(K.NUMBERED, "ett"), Draft(K.BULLET, "under", 1), Draft(K.NUMBERED, "två"),
        Draft(K.PARAGRAPH, "mellan"), Draft(K.NUMBERED, "åter ett"),
    )  # fmt: skip
    assert rules.labels(rules.settled(texts)) == ["1.", "•", "2.", "", "1."]


@given(drafts)
def test_settled_depths_hang_together(texts: list[Draft]) -> None:
    done = rules.settled(texts)
    assert rules.settled(done) == done
    assert [(d.kind, d.text) for d in done] == [(d.kind, d.text) for d in texts]
    assert all(below.depth <= above.depth + 1 for above, below in pairwise(done))
    assert all(level <= rules.MAX_LEVEL for level in rules.levels(done))


@given(drafts)
def test_less_always_ends_in_a_paragraph(texts: list[Draft]) -> None:
    done = list(rules.settled(texts))
    for at in range(len(done)):
        steps = 0
        while (fewer := rules.less(done, at)) is not None:
            done[at] = fewer
            done = list(rules.settled(done))
            steps += 1
            assert steps < 8
        assert done[at].kind in (K.PARAGRAPH, K.TABLE)


def test_tab_makes_a_clause_a_condition_and_back() -> None:
    inner = rules.deeper(DECISION, 2)
    assert inner is not None
    assert (inner.kind, inner.depth) == (K.CONDITION, 2)
    outer = rules.shallower(DECISION, 3)
    assert outer is not None
    assert (outer.kind, outer.depth) == (K.CLAUSE, 1)
    assert rules.deeper(DECISION, 0) is None
    assert rules.shallower(DECISION, 1) is None


def test_what_a_typed_beginning_makes() -> None:
    paragraph = Draft(K.PARAGRAPH, "att bevilja")
    assert rules.typed_kind("att", paragraph, DECISION[0]) == (K.CLAUSE, 1)
    assert rules.typed_kind("att", paragraph, Draft(K.PARAGRAPH, "Det är viktigt")) is None
    assert rules.typed_kind("-", paragraph, None) == (K.BULLET, 0)
    assert rules.typed_kind("1.", paragraph, None) == (K.NUMBERED, 0)
    assert rules.typed_kind("-", paragraph, DECISION[1]) == (K.CONDITION, 2)
    assert rules.typed_kind("-", paragraph, DECISION[3]) == (K.CONDITION, 2)
    assert rules.typed_kind("2027.", paragraph, None) is None


def test_deciders_are_known_by_their_words() -> None:
    assert rules.is_decider("Nämnden beslutar")
    assert rules.is_decider("Nämnden föreslår regionfullmäktige besluta")
    assert rules.is_decider("Nämnden beslutar för egen del:")
    assert not rules.is_decider("Nämnden beslutar om taxan.")


def test_text_for_other_programs_has_the_labels() -> None:
    assert rules.as_text(DECISION).splitlines()[1:4] == [
        "att bevilja stöd, samt",
        "att följande villkor gäller:",
        "    • redovisa kostnader,",
    ]


def test_clipboard_keeps_kinds_marks_and_tables_but_no_ids() -> None:
    mark = Mark(kind=MarkKind.STRONG, start=0, end=3)
    texts = (Draft(K.CLAUSE, "åäö 😀", 0, (mark,), (), "id-1"), Draft(K.TABLE, "", rows=(("a", "b"),)))
    back = rules.from_json(rules.to_json(texts))
    assert back == (Draft(K.CLAUSE, "åäö 😀", 0, (mark,)), texts[1])
