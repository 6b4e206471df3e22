"""A föredragningslista that was written elsewhere, as rows for PasteAgenda."""

from __future__ import annotations

from dataclasses import dataclass

from namndstod.domain.records import ItemKind
from namndstod.exchange.pasted_list import PastedItem, read_list

from .commands.agenda import AgendaRow


@dataclass(frozen=True, slots=True)
class PastedAgenda:
    """The rows in order, and Swedish sentences on what was not understood."""

    rows: tuple[AgendaRow, ...]
    unclear: tuple[str, ...]


def read_agenda(text: str) -> PastedAgenda:
    """Return a pasted list. An item of unclear kind becomes one to decide, and that is said."""
    found = read_list(text)
    return PastedAgenda(tuple(_row(item) for item in found.items), found.unclear)


def _row(item: PastedItem) -> AgendaRow:
    return AgendaRow(
        title=item.title,
        kind=item.kind or ItemKind.DECISION,
        diary_number=item.diary_number,
        presenters=item.presenters,
        decider=item.decider,
        clauses=tuple(item.clauses),
        conditions=tuple(item.conditions),
        summary=(*item.after_clauses, *item.summary),
        points=tuple(item.points),
    )
