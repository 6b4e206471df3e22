"""The readers: any lines at all give an answer, none gives doubts, and junk costs no more than its length."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from namndstod.domain.intake.calls import read_call
from namndstod.domain.intake.letters import read_letter
from namndstod.domain.intake.memoranda import read_memorandum
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


def calls_of(reader: Callable[[Source], object], source: Source) -> int:
    """Count the calls of Python functions while a reader goes through a file."""
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        reader(source)
    finally:
        sys.setprofile(None)
    return count


JUNK: dict[str, Callable[[int], SourceLine]] = {
    "bare §§": lambda n: SourceLine(text=f"§ {n}", gap=True),
    "headed §§": lambda n: SourceLine(text=f"§ {n} Ärende nummer {n}", bold=n % 2 == 0),
    "att": lambda n: SourceLine(text=f"att bevilja Ekby förening {n} kronor"),
    "proposals": lambda n: SourceLine(text=("Bakgrund", "Ännu en text.")[n % 2], gap=True, bold=n % 2 == 0),
    "headings": lambda n: SourceLine(text=f"Rubrik {n}", level=2, whole=True),
    "one long paragraph": lambda n: SourceLine(text="och " * 16 + "så", whole=True),
    "budget": lambda n: _row(*(("Kostnader", "2025", "Totalt"), (f"Post {n}", "90 000", "90 000"))[n > 0]),
    "budget of uneven rows": lambda n: SourceLine(
        text="Kostnader 2025 2026 Totalt" if n == 0 else f"Post 100 200 100 200 {100 + n % 99} 200"
    ),
    "twelve cells": lambda n: _row(*(f"{n % 9 + 1}{place} 000" for place in range(12))),
    "items": lambda n: (
        _row("Nr", "Ärende", "Dnr")
        if n == 0
        else SourceLine(text=f"{n}. Ett ärende") if n % 2 else _row("1", f"Ärende {n}", f"KS 2026/{n}")
    ),
    "people": lambda n: SourceLine(text="Ledamöter" if n == 0 else "Ada Ek (S), ordförande"),
    "furniture": lambda n: SourceLine(text=("Kulturnämnden", "Justerandes sign")[n % 2]),
    "days and numbers": lambda n: SourceLine(text=f"Dnr KS 2026/{n} den {n % 28 + 1} maj 2027 kl. 9.00"),
}  # fmt: skip


def _row(*cells: str) -> SourceLine:
    return SourceLine(text=" ".join(cells), cells=cells, table=1, whole=True)


@pytest.mark.parametrize("reader", [read_memorandum, read_letter, read_call, read_minutes])
@pytest.mark.parametrize("kind", JUNK)
def test_work_grows_no_faster_than_the_lines(kind: str, reader: Callable[[Source], object]) -> None:
    few, many = (
        calls_of(reader, Source(name="fil", lines=tuple(map(JUNK[kind], range(count)))))
        for count in (300, 1200)
    )
    assert many < 6 * few  # four times the lines; work that is square would be sixteen times as much


@pytest.mark.parametrize("unit", ["(S) i sal A, ", "(S), (V) i A kl. 9, ", "(", "§§ 9–3, ", "2026-02-03 "])
@pytest.mark.parametrize("label", ["Gruppmöten: ", "Paragrafer §§ ", "Plats: ", "Beslut: ", "1. "])
def test_very_long_lines_are_read(label: str, unit: str) -> None:
    source = Source(name="fil", lines=(SourceLine(text=label + unit * 2000, whole=True),))
    for reader in (read_memorandum, read_letter, read_call, read_minutes):
        reader(source)


def test_minutes_whose_front_page_counts_backwards_are_read() -> None:
    lines = (SourceLine(text="Paragrafer §§ 20–3"), SourceLine(text="§ 4 Taxa", gap=True))
    assert [each.number for each in read_minutes(Source(name="fil", lines=lines)).paragraphs] == [4]


def test_gruppmoten_of_many_parties_on_one_line_are_told_one_by_one() -> None:
    line = SourceLine(text="Gruppmöten: (S) i sal A kl. 9.00, (M) i sal B, (V) i sal C", whole=True)
    found = read_call(Source(name="fil", lines=(line,))).group_meetings
    assert [(each.parties, each.room) for each in found] == [
        (("S",), "sal A"),
        (("M",), "sal B"),
        (("V",), "sal C"),
    ]
