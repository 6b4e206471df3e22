"""The work of setting a table grows with its rows, not with their square."""

import sys
from types import FrameType
from typing import Any

import pytest

from namndstod.documents.layout import draw, flow, tables
from namndstod.domain.content import Cell, Paragraph, Run, Table

from .reading import paper

FILES = {tables.__file__, flow.__file__}


def cell(words: str, rows: int = 1) -> Cell:
    return Cell((Paragraph((Run(words),)),), rows=rows)


def table(rows: int, joined: int) -> Table:
    """Return a table whose first column joins `joined` rows at a time."""
    body = []
    for row in range(rows):
        first = (cell(f"Kommun {row}", joined),) if row % joined == 0 else ()
        body.append((*first, cell(f"Rad {row}"), cell("Beviljas")))
    return Table(((cell("Kommun"), cell("Rad"), cell("Beslut")), *body), head_rows=1)


def steps(drawn: Table) -> int:
    """Return how many lines of the code that sets tables and fills pages are run; comprehensions count."""
    count = 0

    def watch(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        if frame.f_code.co_filename not in FILES:
            return None
        count += event == "line"
        return watch

    before = sys.gettrace()
    sys.settrace(watch)
    try:
        draw(paper(drawn))
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("joined", [1, 3, 400])
def test_a_table_twice_as_long_is_at_most_twice_the_work(joined: int) -> None:
    draw(paper(table(2, 1)))  # what is made once
    assert steps(table(400, joined)) < 2.2 * steps(table(200, min(joined, 200)))
