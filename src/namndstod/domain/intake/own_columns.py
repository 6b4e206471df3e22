"""The columns of the register's own workbook: by their headings it is known when it comes back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

FIELDS: Final[Mapping[str, str]] = {
    "Löpnummer": "serial",
    "Dnr": "diary_number",
    "Beslutsdatum": "decided_on",
    "Punkt": "point",
    "Gäller": "kind",
    "Mottagare": "recipient",
    "Bransch": "branch",
    "Kön": "gender",
    "Kommun": "municipality",
    "Belopp, kr": "amount",
    "Beslutsfattare": "decided_by",
    "Beslutsfattarens titel": "decided_by_title",
    "Ordförandebeslut": "urgent",
    "Anmärkning": "note",
}
"""The columns that every list may have, and the field of the decision that each holds."""
PERSONAL: Final = "Privatperson"
APPEAL: Final = "Överklagas genom"
RECORDED: Final = "Särskilt protokollfört"
ANNOUNCED: Final = "Särskilt protokoll anslaget"
OWN: Final = (PERSONAL, APPEAL, RECORDED, ANNOUNCED)
"""Columns of what only the register knows, that are taken back as they stand."""
STANDING: Final = (
    "Läge",
    "Sammanträde",
    "Anmäld §",
    "Anslaget",
    "Sista dag att överklaga",
    "Laga kraft",
    "Inläst ur",
    "Rad i listan",
)
"""Columns that say where a decision stands and stood: that is worked out anew wherever it comes."""
REPORTED: Final = ("År", "Månad", "Avvikelser")
"""The last columns of the sheet Data of a yearly report, after all others."""
SHEETS: Final = ("Om filen", "Så är rapporten gjord")
"""Sheets that tell how a workbook was made."""
OWN_HEADING: Final = "Kolumnen {}"
OWN_HEADING_IS: Final = "Rubriken i listan: "
"""How they tell the heading of a column that Excel does not let two have."""
_SIGNS: Final = frozenset((*OWN, *STANDING))
_ENOUGH: Final = 5  # headings that nobody else has by chance


def is_own(headings: Iterable[object]) -> bool:
    """Whether a row of cells is the head of our own register."""
    return len(_SIGNS.intersection(headings)) > _ENOUGH
