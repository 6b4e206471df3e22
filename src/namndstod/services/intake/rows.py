"""The rows of a preview: a field, what stands there, what the paper says, and whether it is to be taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from namndstod.domain.intake.found import Doubt
from namndstod.domain.records import BlockKind
from namndstod.domain.swedish import plain
from namndstod.domain.texts import Draft, is_blank


class RowState(StrEnum):
    """How what a paper says stands to what is there."""

    NEW = "new"  # nothing stands there
    CHANGED = "changed"  # something else stands there: both are shown, a person chooses
    SAME = "same"
    UNCLEAR = "unclear"  # the reader is not sure: a person is asked


@dataclass(frozen=True, slots=True)
class Row:
    """A row. `key` is unique in its paper; without `takes` there is nothing to take, only a doubt to read."""

    key: str
    name: str
    now: tuple[Draft, ...] = ()
    paper: tuple[Draft, ...] = ()
    state: RowState = RowState.NEW
    doubts: tuple[Doubt, ...] = ()
    group: str = ""
    takes: bool = True

    @property
    def chosen(self) -> bool:
        """Whether it is taken unless a person says otherwise: only what is new and clear."""
        return self.takes and self.state is RowState.NEW


def line(text: str) -> tuple[Draft, ...]:
    """Return a plain value as a text."""
    return (Draft(BlockKind.PARAGRAPH, text),) if text else ()


def lines(texts: Iterable[str]) -> tuple[Draft, ...]:
    """Return values under each other."""
    return tuple(Draft(BlockKind.PARAGRAPH, text) for text in texts if text.strip())


def row(
    key: str,
    name: str,
    now: Sequence[Draft],
    paper: Sequence[Draft],
    doubts: Sequence[Doubt] = (),
    group: str = "",
    notes: Sequence[Doubt] = (),
) -> Row | None:
    """Return the row of a field, or None when the paper says nothing of it and nobody has a doubt.

    `notes` are told beside it, but don't make it unclear what the paper says.
    """
    told = (*doubts, *notes)
    if is_blank(paper):
        unclear = Row(key, name, tuple(now), (), RowState.UNCLEAR, told, group, takes=False)
        return unclear if told else None
    return Row(key, name, tuple(now), tuple(paper), _state(now, paper, doubts), told, group)


def _state(now: Sequence[Draft], paper: Sequence[Draft], doubts: Sequence[Doubt]) -> RowState:
    if _words(now) == _words(paper):
        return RowState.SAME
    if doubts:
        return RowState.UNCLEAR
    return RowState.NEW if is_blank(now) else RowState.CHANGED


def _words(drafts: Sequence[Draft]) -> list[tuple[object, ...]]:
    """Return the words of a text with their structure; spaces that do not break are like any."""
    return [
        (d.kind, d.depth, " ".join(plain(d.text).split()), tuple(tuple(map(plain, r)) for r in d.rows))
        for d in drafts
        if d.text.strip() or d.rows
    ]


def present(rows: Iterable[Row | None]) -> tuple[Row, ...]:
    """Return the rows that there are."""
    return tuple(r for r in rows if r is not None)


class Doubts:
    """The reader's doubts by field, each shown once: at its row, else above all rows.

    `of_file` are those about the file as a whole, which a reader repeats: they stand above all rows anyway.
    """

    def __init__(self, doubts: Sequence[Doubt], of_file: Sequence[str]) -> None:
        self._waiting = [d for d in doubts if d.message not in of_file]

    def take(self, *fields: str) -> tuple[Doubt, ...]:
        """Return those of some fields, which are then shown."""
        taken = tuple(d for d in self._waiting if d.field in fields)
        self._waiting = [d for d in self._waiting if d.field not in fields]
        return taken

    def add(self, doubt: Doubt) -> None:
        """Have one more."""
        self._waiting.append(doubt)

    def rest(self) -> tuple[Doubt, ...]:
        """Return those that no row has shown."""
        return self.take(*{d.field for d in self._waiting})
