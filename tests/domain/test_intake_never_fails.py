"""The readers of kallelser and protokoll: any lines at all give an answer, and none gives doubts."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from namndstod.domain.intake.calls import read_call
from namndstod.domain.intake.minutes import read_minutes
from namndstod.domain.intake.source import Source, SourceLine

WORDS = st.sampled_from(
    [
        "Kallelse", "§ 12", "§§ 3–5", "1.", "2", "Punkt 3", "Beslut", "Förslag till beslut", "att",
        "beslutar", "Nämnden", "Ledamöter kallas", "Ersättare", "Ada Ek (S)", "(M)", "ordförande",
        "Dnr:", "KS 2027/1", ",", "kl. 9.00", "2027-02-31", "den 3 maj 2027", "Plats:", "Gruppmöten",
        "Nr", "Ärende", "•", "Föredragande:", "sekreterare", "Justerandes sign", "1 (3)", "Innehåll",
        "och", "–", "Sammanfattning", "Tid och plats", "(",
    ]
)  # fmt: skip
TEXT = st.lists(WORDS | st.text(max_size=12), max_size=8).map(" ".join)
LINE = st.builds(
    SourceLine,
    text=TEXT,
    cells=st.just(()) | st.lists(TEXT, min_size=2, max_size=4).map(tuple),
    label=st.sampled_from(["", "•", "1.", "2.", "a)", "-"]),
    level=st.integers(0, 3),
    bold=st.booleans(),
    size=st.sampled_from([0.0, 11.0, 14.0]),
    indent=st.sampled_from([0.0, 1.0, 40.0, 300.0]),
    page=st.integers(1, 3),
    gap=st.booleans(),
    whole=st.booleans(),
    table=st.integers(0, 2),
)
SOURCE = st.builds(
    Source,
    name=st.just("fil"),
    lines=st.lists(LINE, max_size=25).map(tuple),
    furniture=st.lists(LINE, max_size=4).map(tuple),
)


@settings(max_examples=150)
@given(SOURCE)
def test_any_lines_give_a_kallelse(source: Source) -> None:
    found = read_call(source)
    assert len(found.items) <= len(source.lines)
    assert all(member.name for member in (*found.members, *found.substitutes))
    numbers = [item.number for item in found.items if item.number is not None]
    assert all(number >= 0 for number in numbers)


@settings(max_examples=150)
@given(SOURCE)
def test_any_lines_give_minutes_with_rising_numbers(source: Source) -> None:
    found = read_minutes(source)
    numbers = [each.number for each in found.paragraphs]
    assert numbers == sorted(set(numbers))
    assert sum(len(each.text) for each in found.paragraphs) <= len(source.lines)


def test_an_empty_file_gives_doubts() -> None:
    empty = Source(name="tom.txt")
    assert [doubt.field for doubt in read_call(empty).doubts] == [
        "committee",
        "date",
        "start",
        "place",
        "members",
        "items",
    ]
    assert [doubt.field for doubt in read_minutes(empty).doubts] == ["body", "date", "paragraphs"]
