"""What papers are called: on the screen, in messages and as files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from .records import PaperKind

NAMES: Mapping[PaperKind, str] = {
    PaperKind.CALL: "Kallelse",
    PaperKind.AGENDA: "Föredragningslista",
    PaperKind.PACKET: "Handlingar",
    PaperKind.MINUTES: "Protokoll",
    PaperKind.IMMEDIATE: "Omedelbart justerat protokoll",
    PaperKind.ATTENDANCE: "Närvarolista",
    PaperKind.VOTES: "Omröstningslista",
    PaperKind.FEES: "Arvodesunderlag",
    PaperKind.MEMORANDUM: "FöredragningsPM",
    PaperKind.SUPPLEMENT: "Tilläggshandlingar",
    PaperKind.EXTRACT: "Protokollsutdrag",
    PaperKind.NOTICE: "Anslagsbevis",
    PaperKind.DISPATCHES: "Expedieringslista",
    PaperKind.DELEGATED: "Delegationslista",
    PaperKind.RECORDED: "Särskilt protokollförda delegationsbeslut",
    PaperKind.LETTER: "Beslutsbrev",
    PaperKind.SECRET_MINUTES: "Protokoll, sekretessdel",
    PaperKind.PUBLIC: "Webbversion",
}
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


def file_stem(kind: PaperKind, body_name: str, day: date, more: str = "") -> str:
    """Return a file name without ending: «Kallelse Regional tillväxtnämnd 2027-05-14»."""
    return speaking_name(f"{NAMES[kind]} {body_name} {day.isoformat()} {more}")


def speaking_name(text: str) -> str:
    """Return `text` as a file name without ending that every file system takes."""
    return _FORBIDDEN.sub("-", text).strip(" .")
