"""The decisions of the §§ as a workbook: what was decided, how it was voted, who reserved themselves."""

from __future__ import annotations

from collections.abc import Sequence

from namndstod.domain.exports import Export, SectionLine

from .about import about, begin
from .writer import Column, Kind, Totals

_COLUMNS = (
    Column(heading="Nämnd"),
    Column(heading="Sammanträde", kind=Kind.DAY),
    Column(heading="§", kind=Kind.NUMBER),
    Column(heading="Preliminärt nummer", kind=Kind.YES, width=13),
    Column(heading="Rubrik", kind=Kind.LONG),
    Column(heading="Dnr"),
    Column(heading="Utfall"),
    Column(heading="Beslut", kind=Kind.LONG, width=60),
    Column(heading="Yrkanden", kind=Kind.LONG),
    Column(heading="Omröstning", kind=Kind.LONG, width=26),
    Column(heading="Reservationer", kind=Kind.LONG),
    Column(heading="Anteckningar och yttranden", kind=Kind.LONG),
    Column(heading="Omedelbart justerad", kind=Kind.YES, width=13),
    Column(heading="Justerad", kind=Kind.DAY),
    Column(heading="Laga kraft", kind=Kind.DAY),
    Column(heading="Sekretess"),
    Column(heading="Sammanfattning", kind=Kind.LONG),
    Column(heading="Förslag till beslut", kind=Kind.LONG),
    Column(heading="Informationspunkter", kind=Kind.LONG),
    Column(heading="Närvaro", kind=Kind.LONG),
    Column(heading="Propositionsordning", kind=Kind.LONG),
    Column(heading="Inom stängda dörrar", kind=Kind.YES, width=13),
    Column(heading="Väckt av"),
    Column(heading="Överklagas genom"),
)
_HOW = (
    ("Preliminärt nummer", "Ja betyder att sammanträdet inte är avslutat: paragrafens nummer kan ändras."),
    (
        "Laga kraft",
        "Räknas bara vid laglighetsprövning, från anslaget (13 kap. 5 § kommunallagen), om ingen har "
        "överklagat.",
    ),
)
_LEFT_OUT = (
    "Utelämnat",
    "Paragrafer med sekretess har neutral rubrik och inget innehåll. Markerade ord om personer är borttagna.",
)
_CAREFUL = (
    "Sekretess",
    "Uttaget innehåller allt som står i protokollet, också det som omfattas av sekretess. Lämna inte ut det "
    "utan att ha prövat det.",
)


def decisions_workbook(lines: Sequence[SectionLine], export: Export) -> bytes:
    """Return the §§ as .xlsx, a row each, in the order given."""
    book = begin("Beslut", export)
    sheet = book.sheet("Beslut", ("Beslut", export.line))
    sheet.table(_COLUMNS, lines, totals=Totals.NONE, name="Beslut", hold=3)
    about(book, export, (*_HOW, _LEFT_OUT if export.public else _CAREFUL))
    return book.close()
