"""Any file to its lines: told by what is in it, never by its name."""

from __future__ import annotations

import logging
import textwrap
from collections.abc import Iterator
from dataclasses import replace

from ...domain.intake.source import Source, SourceLine
from ...domain.records import ConversionState
from ..detect import Detected, Kind, detect
from ..office import OfficeConverter, OfficeFailed
from ..plain import one_line
from ..problems import CannotShow, damaged, protected, unsupported
from .language import foreign_language

_log = logging.getLogger(__name__)
_REFUSED = {
    Kind.EMPTY: "Filen är tom.",
    Kind.IMAGE: "Filen är en bild utan text som går att läsa.",
    Kind.MSG: "Outlook-meddelanden (.msg) kan inte läsas. Bifoga det som ligger i meddelandet.",
    Kind.EML: "Filen är ett e-postmeddelande. Läs in det som är bifogat i det.",
    Kind.ZIP: "Arkivfiler (.zip) läses inte. Packa upp filen och läs in det som ligger i den.",
    Kind.XLSX: "Excel-arbetsböcker läses in som listor (delegationsbeslut, ledamöter), inte som handlingar.",
    Kind.UNKNOWN: "Filtypen är okänd och kan inte läsas.",
}
_LONGEST_LINE = 12_000  # letters; a paragraph of four pages
_OTHER = "Filen ({}) kan inte läsas in. Spara den som Word-dokument (.docx) eller PDF och läs in den."
_BY_OFFICE = (Kind.DOC, Kind.RTF, Kind.ODT)
_LONG = 40  # pages, or 50 lines each; a paper of an ärende is much shorter


def read_source(data: bytes, name: str, office: OfficeConverter | None = None) -> Source:
    """Return the lines of a Word document, PDF or text file; `office` makes PDF of older Word files.

    Raises CannotShow with a Swedish sentence for what has no text that can be read: a picture, a file with a
    password, an empty or damaged one, a kind that the program does not read.
    """
    name = one_line(name) or "fil"
    found = detect(data, name)
    try:
        source = _read(data, name, found, office)
    except CannotShow:
        raise
    except MemoryError as error:
        raise unsupported("Filen är för stor för att läsas.") from error
    except Exception as error:  # somebody else's file may be wrong in ways that nobody has thought of
        _log.exception("reading of %s failed", found.kind)
        raise damaged("Filen går inte att tolka; den är kanske skadad.") from error
    if not any(line.text for line in source.lines):
        raise unsupported("Filen innehåller ingen text som går att läsa.")
    lines = tuple(piece for line in source.lines for piece in _pieces(line))
    return replace(source, lines=lines, doubts=(*source.doubts, *_doubts(source)))


def _pieces(line: SourceLine) -> Iterator[SourceLine]:
    """Yield a line, one that is longer than any paragraph in pieces: patterns are slow with such."""
    if len(line.text) <= _LONGEST_LINE:
        yield line
        return
    for at, text in enumerate(textwrap.wrap(line.text, _LONGEST_LINE)):
        yield replace(line, text=text, cells=(), label=line.label if at == 0 else "")


def _doubts(source: Source) -> Iterator[str]:
    """Yield what is odd about a file as a whole, whatever kind it is."""
    if source.pages > _LONG:
        yield (
            f"Filen har {source.pages} sidor, mycket mer än en enskild handling brukar ha; "
            "kanske är det alla handlingar i en fil."
        )
    elif len(source.lines) > _LONG * 50:
        yield f"Filen har {len(source.lines)} rader, mycket mer än en enskild handling brukar ha."
    if language := foreign_language(line.text for line in source.lines):
        yield f"Texten verkar vara på {language}; det som är skrivet på annat språk än svenska kan missas."


def _read(data: bytes, name: str, found: Detected, office: OfficeConverter | None) -> Source:
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
        case kind if office is not None and kind in _BY_OFFICE and office.accepts(kind):
            from .pdf import read_pdf

            return read_pdf(_by_office(data, kind, office), name)
    message = _REFUSED.get(found.kind, _OTHER.format(found.description))
    raise CannotShow(ConversionState.UNSUPPORTED, message)


def _by_office(data: bytes, kind: Kind, office: OfficeConverter) -> bytes:
    try:
        return office.convert(data, kind).data
    except OfficeFailed as error:
        raise damaged("Filen kunde inte öppnas; den är kanske skadad eller skyddad med lösenord.") from error
