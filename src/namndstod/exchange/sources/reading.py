"""Any file to its lines: told by what is in it, never by its name."""

from __future__ import annotations

import logging

from ...domain.intake.source import Source
from ...domain.records import ConversionState
from ..detect import Detected, Kind, detect
from ..plain import one_line
from ..problems import CannotShow, damaged, protected, unsupported

_log = logging.getLogger(__name__)
_REFUSED = {
    Kind.EMPTY: "Filen är tom.",
    Kind.IMAGE: "Filen är en bild utan text som går att läsa.",
    Kind.MSG: "Outlook-meddelanden (.msg) kan inte läsas. Bifoga det som ligger i meddelandet.",
    Kind.EML: "Filen är ett e-postmeddelande. Läs in det som är bifogat i det.",
    Kind.ZIP: "Arkivfiler (.zip) läses inte. Packa upp filen och läs in det som ligger i den.",
    Kind.UNKNOWN: "Filtypen är okänd och kan inte läsas.",
}
_OLDER = "{} kan inte läsas in. Spara filen som Word-dokument (.docx) eller PDF och läs in den."
_LONG = 40  # pages; a paper of an ärende is much shorter


def read_source(data: bytes, name: str) -> Source:
    """Return the lines of a Word document, PDF or text file.

    Raises CannotShow with a Swedish sentence for what has no text that can be read: a picture, a file with a
    password, an empty or damaged one, a kind that the program does not read.
    """
    name = one_line(name) or "fil"
    found = detect(data, name)
    try:
        source = _read(data, name, found)
    except CannotShow:
        raise
    except MemoryError as error:
        raise unsupported("Filen är för stor för att läsas.") from error
    except Exception as error:  # somebody else's file may be wrong in ways that nobody has thought of
        _log.exception("reading of %s failed", found.kind)
        raise damaged("Filen går inte att tolka; den är kanske skadad.") from error
    if not any(line.text for line in source.lines):
        raise unsupported("Filen innehåller ingen text som går att läsa.")
    return source


def _read(data: bytes, name: str, found: Detected) -> Source:
    match found.kind:
        case Kind.DOCX:
            from .word import read_word

            return read_word(data, name)
        case Kind.PDF:
            from .pdf import read_pdf

            return read_pdf(data, name)
        case Kind.TEXT | Kind.CSV:
            from .text import read_text

            return read_text(data, name)
        case Kind.ENCRYPTED:
            raise protected("Filen är skyddad med lösenord och kan inte läsas.")
    message = _REFUSED.get(found.kind, _OLDER.format(found.description))
    raise CannotShow(ConversionState.UNSUPPORTED, message)
