"""What a file is, told by its first bytes and by what is inside it; its name only settles kinds of text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from .package import Package
from .plain import decode
from .problems import CannotShow


class Kind(StrEnum):
    """Kinds of files that the program tells apart; the value is the usual suffix."""

    PDF = "pdf"
    DOCX = "docx"
    DOC = "doc"
    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    PPTX = "pptx"
    PPT = "ppt"
    ODT = "odt"
    ODS = "ods"
    ODP = "odp"
    RTF = "rtf"
    EML = "eml"
    MSG = "msg"
    IMAGE = "image"
    HTML = "html"
    CSV = "csv"
    TEXT = "txt"
    ENCRYPTED = "encrypted"  # Office file with a password
    ZIP = "zip"
    EMPTY = "empty"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Detected:
    """Kind of a file, its media type, and what a secretary calls it («Word-dokument»)."""

    kind: Kind
    media_type: str
    description: str


_OOXML = "application/vnd.openxmlformats-officedocument."
_KINDS = {
    kind: Detected(kind, media_type, description)
    for kind, media_type, description in (
        (Kind.PDF, "application/pdf", "PDF"),
        (Kind.DOCX, _OOXML + "wordprocessingml.document", "Word-dokument"),
        (Kind.DOC, "application/msword", "Word-dokument i äldre format"),
        (Kind.XLSX, _OOXML + "spreadsheetml.sheet", "Excel-arbetsbok"),
        (Kind.XLSB, "application/vnd.ms-excel.sheet.binary.macroenabled.12", "binär Excel-arbetsbok"),
        (Kind.XLS, "application/vnd.ms-excel", "Excel-arbetsbok i äldre format"),
        (Kind.PPTX, _OOXML + "presentationml.presentation", "PowerPoint-presentation"),
        (Kind.PPT, "application/vnd.ms-powerpoint", "PowerPoint-presentation i äldre format"),
        (Kind.ODT, "application/vnd.oasis.opendocument.text", "OpenDocument-text"),
        (Kind.ODS, "application/vnd.oasis.opendocument.spreadsheet", "OpenDocument-kalkylblad"),
        (Kind.ODP, "application/vnd.oasis.opendocument.presentation", "OpenDocument-presentation"),
        (Kind.RTF, "application/rtf", "RTF-dokument"),
        (Kind.EML, "message/rfc822", "e-postmeddelande"),
        (Kind.MSG, "application/vnd.ms-outlook", "Outlook-meddelande (.msg)"),
        (Kind.HTML, "text/html", "webbsida"),
        (Kind.CSV, "text/csv", "tabell i textformat"),
        (Kind.TEXT, "text/plain", "textfil"),
        (Kind.ENCRYPTED, "application/x-ole-storage", "lösenordsskyddad Office-fil"),
        (Kind.ZIP, "application/zip", "ZIP-arkiv"),
        (Kind.EMPTY, "application/x-empty", "tom fil"),
        (Kind.UNKNOWN, "application/octet-stream", "okänd filtyp"),
    )
}
_IMAGES = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "image/png", "PNG-bild"),
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg", "JPEG-bild"),
    (re.compile(rb"II\*\x00|MM\x00\*|II\+\x00|MM\x00\+"), "image/tiff", "TIFF-bild"),
    (re.compile(rb"GIF8[79]a"), "image/gif", "GIF-bild"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "image/webp", "WebP-bild"),
    (re.compile(rb"BM....\x00\x00\x00\x00", re.DOTALL), "image/bmp", "BMP-bild"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Streams of a compound file, in the order in which they decide: a message may hold whole documents.
_STREAMS = (
    ("EncryptedPackage", Kind.ENCRYPTED),
    ("__properties_version1.0", Kind.MSG),
    ("WordDocument", Kind.DOC),
    ("Workbook", Kind.XLS),
    ("Book", Kind.XLS),
    ("PowerPoint Document", Kind.PPT),
)
_OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": Kind.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": Kind.ODS,
    b"application/vnd.oasis.opendocument.presentation": Kind.ODP,
}
_HEADER = re.compile(r"^([A-Za-z][A-Za-z0-9-]*):", re.MULTILINE)
_MAIL_HEADERS = frozenset(
    {"from", "to", "cc", "subject", "date", "received", "mime-version", "message-id", "return-path"}
    | {"reply-to", "delivered-to", "content-type", "x-mailer", "sender"}
)
_HTML = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|meta)\b", re.I | re.S
)


def detect(data: bytes, name: str = "") -> Detected:
    """Return what `data` is. `name` only settles whether lines with separators are meant as a table."""
    if not data.strip(b"\x00\t\r\n "):
        return _KINDS[Kind.EMPTY]
    for magic, media_type, description in _IMAGES:
        if magic.match(data):
            return Detected(Kind.IMAGE, media_type, description)
    if data.startswith(_OLE):
        return _KINDS[_compound(data)]
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _KINDS[_zip(data)]
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf"):
        return _KINDS[Kind.RTF]
    if b"%PDF-" in data[:1024]:
        return _KINDS[Kind.PDF]
    text = decode(data)
    return _KINDS[Kind.UNKNOWN if text is None else _text(text, name)]


def _compound(data: bytes) -> Kind:
    """Return the kind of an OLE compound file: directory entries are 128 bytes and begin with a name."""
    for stream, kind in _STREAMS:
        entry = (stream + "\0").encode("utf-16-le")
        at = data.find(entry, 512)
        while at >= 0:
            if at % 128 == 0:
                return kind
            at = data.find(entry, at + 1)
    return Kind.UNKNOWN


def _zip(data: bytes) -> Kind:
    """Return the kind of a ZIP by its parts. A broken one is told by the names that stand in it in clear."""
    try:
        package = Package(data)
    except CannotShow:
        for folder, kind in ((b"word/", Kind.DOCX), (b"xl/", Kind.XLSX), (b"ppt/", Kind.PPTX)):
            if folder in data:
                return kind
        return Kind.ZIP
    names = package.names
    if "mimetype" in names:
        try:
            return _OPEN_DOCUMENT.get((package.part("mimetype") or b"").strip(), Kind.ZIP)
        except CannotShow:
            return Kind.ZIP
    for start, kind in (("word/", Kind.DOCX), ("xl/", Kind.XLSX), ("ppt/", Kind.PPTX)):
        if any(part.startswith(start) for part in names):
            return Kind.XLSB if "xl/workbook.bin" in names else kind
    return Kind.ZIP


def _text(text: str, name: str) -> Kind:
    """Return the kind of a text: mail, web page, table or plain."""
    if _is_mail(text):
        return Kind.EML
    if _HTML.match(text[:4096]):
        return Kind.HTML
    if name.lower().endswith((".csv", ".tsv", ".tab")) and delimiter(text) is not None:
        return Kind.CSV
    return Kind.TEXT


def _is_mail(text: str) -> bool:
    """Tell whether text begins with a block of mail headers."""
    head = re.split(r"\r?\n\r?\n", text.lstrip("\ufeff\r\n")[:65536], maxsplit=1)[0]
    if head.startswith(("From ", ">From ")):  # mbox
        head = head.partition("\n")[2]
    lines = head.splitlines()
    if not lines or not _HEADER.match(lines[0]):
        return False
    if any(not (line[:1] in " \t" or _HEADER.match(line)) for line in lines):
        return False
    found = {match.lower() for match in _HEADER.findall(head)}
    return len(found & _MAIL_HEADERS) >= 3 or {"from", "subject"} <= found


def delimiter(text: str) -> str | None:
    """Return what separates the columns of a table in text form (; tab , |), or None when nothing does."""
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    best, most = None, 0
    for candidate in ";\t,|":
        counts = [re.sub(r'"[^"]*"', "", line).count(candidate) for line in lines]
        typical = max(set(counts), key=counts.count) if counts else 0
        if typical and counts.count(typical) >= 0.6 * len(counts) and typical > most:
            best, most = candidate, typical
    return best
