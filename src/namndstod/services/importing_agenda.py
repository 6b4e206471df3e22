"""A föredragningslista that was written elsewhere, as rows for PasteAgenda."""

from __future__ import annotations

from dataclasses import dataclass

from namndstod.domain.intake.found import FoundItem
from namndstod.domain.records import ItemKind

from .commands.agenda import AgendaRow

_ATT = "att "


@dataclass(frozen=True, slots=True)
class PastedAgenda:
    """The rows in order, and Swedish sentences on what was not understood."""

    rows: tuple[AgendaRow, ...]
    unclear: tuple[str, ...]


def read_agenda(text: str) -> PastedAgenda:
    """Return a pasted list. An item of unclear kind becomes one to decide, and that is said."""
    from namndstod.exchange.pasted_list import read_list  # readers of papers are not for the start

    found = read_list(text)
    return PastedAgenda(tuple(_row(item) for item in found.items), found.unclear)


def _row(item: FoundItem) -> AgendaRow:
    """Return the row of an item; sentences of a proposal that are no att-satser go before its summary."""
    sentences = tuple(clause for clause in item.clauses if not clause.startswith(_ATT))
    return AgendaRow(
        title=item.title,
        kind=item.kind or ItemKind.DECISION,
        diary_number=item.diary_number,
        presenters=item.presenters,
        decider=item.decider,
        clauses=tuple(clause.removeprefix(_ATT) for clause in item.clauses if clause.startswith(_ATT)),
        conditions=item.conditions,
        summary=(*sentences, *item.after_clauses, *item.summary),
        points=item.points,
    )
