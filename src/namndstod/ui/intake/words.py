"""How papers and rows of an import are spoken of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from namndstod.domain.intake.kinds import PaperType
from namndstod.domain.swedish import capitalised, counted
from namndstod.services.intake.planning import Mode
from namndstod.services.intake.rows import Row, RowState
from namndstod.ui.kit.item_model import ItemRow, PillSpec
from namndstod.ui.kit.tokens import Tone

if TYPE_CHECKING:
    from .paper_page import Shown

KINDS: Final[Mapping[PaperType | None, str]] = {
    PaperType.MEMORANDUM: "FöredragningsPM",
    PaperType.CALL: "kallelse",
    PaperType.LETTER: "beslutsbrev",
    PaperType.MINUTES: "protokoll",
    PaperType.PACKET: "hela handlingarna",
    None: "handling",
}
SHORT: Final[Mapping[PaperType | None, str]] = {PaperType.MEMORANDUM: "PM", PaperType.PACKET: "handlingar"}
"""What they are called where there is little room."""
READ_IN: Final[Mapping[PaperType, str]] = {
    PaperType.MEMORANDUM: "Läs in ärendet",
    PaperType.LETTER: "Läs in beslutet",
    PaperType.CALL: "Läs in kallelsen",
    PaperType.MINUTES: "Läs in protokollet",
}
"""What is offered to be done with them."""
STATES: Final[Mapping[RowState, tuple[str, Tone]]] = {
    RowState.NEW: ("ny", Tone.INFO),
    RowState.CHANGED: ("ändrad", Tone.LOOK),
    RowState.SAME: ("lika", Tone.DONE),
    RowState.UNCLEAR: ("oklar", Tone.LOOK),
}
_COUNTED: Final = (
    (RowState.NEW, "ny", "nya"),
    (RowState.CHANGED, "ändrad", "ändrade"),
    (RowState.UNCLEAR, "oklar", "oklara"),
)


def counts(rows: tuple[Row, ...]) -> str:
    """Return «5 nya, 1 ändrad, 2 oklara», or «allt är lika»."""
    told = [
        f"{number} {one if number == 1 else many}"
        for state, one, many in _COUNTED
        if (number := sum(r.state is state for r in rows))
    ]
    return ", ".join(told) or "allt är lika"


def files(count: int) -> str:
    """Return «1 fil» or «3 filer»."""
    return counted(count, "fil", "filer")


def paper_row(number: int, shown: Shown) -> ItemRow:
    """Return the row of a paper in the list."""
    told = counts(shown.rows) if shown.mode is Mode.READ else shown.paper.name
    kind = SHORT.get(shown.paper.kind, KINDS[shown.paper.kind])
    return ItemRow(
        shown.key,
        str(number),
        shown.title,
        f"{capitalised(kind)} · {told}" if shown.paper.kind is not None else told,
        (PillSpec(*_pill(shown)),),
        muted=shown.mode is Mode.LEAVE and not shown.waits,
    )


def _pill(shown: Shown) -> tuple[str, Tone]:
    if shown.waits:
        return "väntar", Tone.NEUTRAL
    if shown.mode is Mode.LEAVE:
        return "tas inte med", Tone.NEUTRAL
    if shown.mode is Mode.ATTACH and shown.target and shown.paper.problem:
        return "bifogas oläst", Tone.LOOK
    if shown.mode is Mode.ATTACH:
        return ("bifogas", Tone.NEUTRAL) if shown.target else ("välj ärende", Tone.LOOK)
    if any(r.state in (RowState.CHANGED, RowState.UNCLEAR) for r in shown.rows):
        return "se över", Tone.LOOK
    return "klart", Tone.DONE
