"""What kind of item a föredragningslista's words tell of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ..records import ItemKind

_FORMAL: Final = re.compile(
    r"(?:protokolls?|protokollets )?justering(?: av (?:dagens )?protokoll(?:et)?)?"
    r"|(?:val|utseende) av (?:protokolls?)?justerare|justerare|(?:utse )?justerare"
    r"|upprop|närvaro|(?:sammanträdets |mötets )?öppnande|(?:sammanträdet|mötet) öppnas|avslutning"
    r"|(?:fastställande|godkännande) av (?:föredragningslista|dagordning|ärendelista)n?|föredragningslistan?"
    r"|dagordning(?:en)?|(?:anmälan (?:om|av) )?jäv|val av (?:protokolls?)?justerare och (?:tid|dag|plats).*"
    r"|upprop[ ,].*(?:justera|justering).*",
    re.IGNORECASE,
)
_REPORTS: Final = re.compile(
    r"anmälnings?ärenden|anmälningar|(?:anmälan|redovisning) av (?:delegations|delegerade )\s?beslut"
    r"|delegations(?:beslut|ärenden)|delegerade beslut|meddelanden|delgivningar|inkomna skrivelser"
    r"|anmälningsärenden.*",
    re.IGNORECASE,
)
_INFORMATION: Final = re.compile(
    r"information(?:särenden?)?(?:[ :–-].*)?|presentation(?:er)?(?:[ :].*)?|(?:aktuell )?lägesrapport(?: .*)?"
    r"|.*\binformerar|rapporter(?: .*)?",
    re.IGNORECASE,
)
_ELECTION: Final = re.compile(
    r"(?:fyllnads|ny)?val av |valärende|avsägelse|entledigande från uppdrag", re.IGNORECASE
)
_GROUPS: Final[dict[str, ItemKind | None]] = {
    "formalia": ItemKind.FORMAL,
    "formella ärenden": ItemKind.FORMAL,
    "inledande formalia": ItemKind.FORMAL,
    "information": ItemKind.INFORMATION,
    "informationsärenden": ItemKind.INFORMATION,
    "informationspunkter": ItemKind.INFORMATION,
    "ärenden för information": ItemKind.INFORMATION,
    "beslut": ItemKind.DECISION,
    "beslutsärenden": ItemKind.DECISION,
    "ärenden för beslut": ItemKind.DECISION,
    "ärenden för avgörande": ItemKind.DECISION,
    "ärenden till kommunfullmäktige": ItemKind.DECISION,
    "ärenden till regionfullmäktige": ItemKind.DECISION,
    "ärenden för beslut i kommunfullmäktige": ItemKind.DECISION,
    "ärenden för beslut i kommunstyrelsen": ItemKind.DECISION,
    "beredningsärenden": ItemKind.DECISION,
    "myndighetsutövning": ItemKind.DECISION,
    "individärenden": ItemKind.DECISION,
    "valärenden": ItemKind.ELECTION,
    "val": ItemKind.ELECTION,
    "anmälningsärenden": ItemKind.REPORT,
    "anmälningar": ItemKind.REPORT,
    "delegationsärenden": ItemKind.REPORT,
    "meddelanden": ItemKind.REPORT,
    "öppna ärenden": None,
    "slutna ärenden": None,
    "övriga ärenden": None,
    "offentliga ärenden": None,
    "sekretessärenden": None,
    "ärenden": None,
}


def is_group(text: str) -> bool:
    """Tell whether a line without a number is a heading over several items («Beslutsärenden»)."""
    return text.strip(" :.").casefold() in _GROUPS


def kind_of_group(text: str) -> ItemKind | None:
    """Return what all items below such a heading are, or None."""
    return _GROUPS.get(text.strip(" :.").casefold())


def kind_of_item(title: str, *, decides: bool, points: Sequence[str]) -> ItemKind | None:
    """Return the kind that title or content states, or None. `decides`: it has a proposed decision."""
    words = title.strip(" .:")
    if _FORMAL.fullmatch(words):
        return ItemKind.FORMAL
    if _REPORTS.fullmatch(words):
        return ItemKind.REPORT
    if _ELECTION.match(words) and decides:
        return ItemKind.ELECTION
    if _INFORMATION.fullmatch(words):
        return ItemKind.INFORMATION
    if decides:
        return ItemKind.DECISION
    return ItemKind.INFORMATION if points else None
