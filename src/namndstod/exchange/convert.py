"""Turns any attachment into pages, or into one page that says why it has none."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..domain.content import Block, Fields, Furniture, Heading, Paper, Paragraph, Run
from ..domain.records import ConversionState
from .detect import Detected, Kind, detect
from .docx_reader import read_docx
from .html_reader import read_html
from .image_reader import read_image
from .mail_reader import Attachment, Mail, attachment_page, read_mail, size
from .office import OfficeConverter, OfficeFailed
from .pdf_check import check_pdf, count_pages
from .plain import one_line
from .problems import CannotShow
from .text_reader import read_csv, read_text
from .xlsx_reader import read_xlsx

OWN = "egen"  # name of our own renderer
KEPT = "pdf"  # it was a PDF already
OWN_VERSION = "1"  # raised when its pages change
DEEPEST_MAIL = 4  # mails within mails
MOST_ATTACHMENTS = 200  # of one mail, inner ones included

_log = logging.getLogger(__name__)

Draw = Callable[[Paper], bytes]
Join = Callable[[Sequence[bytes]], bytes]
Reader = Callable[[bytes, str], tuple[Paper, list[str]]]

_READERS: dict[Kind, Reader] = {
    Kind.DOCX: read_docx,
    Kind.XLSX: read_xlsx,
    Kind.IMAGE: read_image,
    Kind.HTML: read_html,
    Kind.TEXT: read_text,
    Kind.CSV: read_csv,
}
_NO_OFFICE = (
    "Filtypen {} kan bara visas på en dator med LibreOffice eller Word. Spara filen som PDF och bifoga den."
)
_NEVER = {
    Kind.MSG: "Outlook-meddelanden (.msg) kan inte visas. Bifoga meddelandet som PDF eller .eml.",
    Kind.ZIP: "Arkivfiler (.zip) visas inte. Packa upp filen och bifoga det som ligger i den.",
    Kind.EMPTY: "Filen är tom.",
    Kind.UNKNOWN: "Filtypen är okänd och kan inte visas. Spara innehållet som PDF och bifoga den.",
}


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of a file. There is always a PDF: its pages, or one that says why there are none.

    `message` is Swedish and for the secretary; with state DONE it says what the pages leave out.
    """

    state: ConversionState
    pdf: bytes
    pages: int
    converter: str
    converter_version: str
    message: str
    media_type: str
    inaccessible: str | None = None  # why a screen reader can't read the pages; None: not looked at


@dataclass(frozen=True, slots=True)
class _Pages:
    """Pages of one file: parts to be joined, who made them, and remarks."""

    parts: tuple[bytes, ...]
    remarks: tuple[str, ...] = ()
    state: ConversionState = ConversionState.DONE
    converter: str = OWN
    version: str = OWN_VERSION


def convert(data: bytes, name: str, *, draw: Draw, join: Join, office: OfficeConverter | None) -> Converted:
    """Return the pages of a file: by `office` where one is given and succeeds, else by our own renderer.

    `draw` makes PDF of a content tree, `join` one PDF of several; both are called in this process.
    """
    found = detect(data, name)
    work = _Work(draw, join, office)
    pages = work.pages(data, one_line(name) or "bilaga", found)
    pdf = pages.parts[0] if len(pages.parts) == 1 else join(pages.parts)
    return Converted(
        state=pages.state,
        pdf=pdf,
        pages=count_pages(pdf),
        converter=pages.converter,
        converter_version=pages.version,
        message=" ".join(pages.remarks),
        media_type=found.media_type,
    )


@dataclass(slots=True)
class _Work:
    """One conversion: its tools, and how many attachments it has met."""

    draw: Draw
    join: Join
    office: OfficeConverter | None
    attachments: int = 0

    def pages(self, data: bytes, name: str, found: Detected, depth: int = 0) -> _Pages:
        """Return the pages of a file; one that cannot be shown gives a page that says so."""
        try:
            return self._shown(data, name, found, depth)
        except MemoryError:
            problem = CannotShow(ConversionState.UNSUPPORTED, "Filen är för stor för att visas.")
        except CannotShow as known:
            problem = known
        except Exception:  # somebody else's file may be wrong in ways that nobody has thought of
            _log.exception("conversion of %s failed", found.kind)
            problem = CannotShow(ConversionState.DAMAGED, "Filen går inte att tolka; den är kanske skadad.")
        notice = self.draw(notice_page(name, found.description, len(data), str(problem)))
        return _Pages((notice,), (str(problem),), problem.state)

    def _shown(self, data: bytes, name: str, found: Detected, depth: int) -> _Pages:
        if found.kind is Kind.PDF:
            pdf = check_pdf(data)
            self.join((pdf.data,))  # a file that would break the packet breaks here, where nothing is lost
            return _Pages((pdf.data,), pdf.remarks, pdf.state, KEPT)
        if found.kind is Kind.ENCRYPTED:
            raise CannotShow(ConversionState.PROTECTED, "Filen är skyddad med lösenord och kan inte visas.")
        if found.kind is Kind.EML:
            return self._mail(read_mail(data, name), depth)
        if (pages := self._by_office(data, name, found.kind)) is not None:
            return pages
        reader = _READERS.get(found.kind)
        if reader is None:
            raise CannotShow(
                ConversionState.UNSUPPORTED, _NEVER.get(found.kind, _NO_OFFICE.format(found.description))
            )
        paper, remarks = reader(data, name)
        return _Pages((self.draw(paper),), tuple(remarks))

    def _by_office(self, data: bytes, name: str, kind: Kind) -> _Pages | None:
        """Return the pages that an office program makes, or None when it is to be done without one."""
        if self.office is None or not self.office.accepts(kind):
            return None
        try:
            pdf = self.office.convert(data, kind)
        except OfficeFailed:
            if kind in _READERS:
                return None
            text = "Filen kunde inte öppnas; den är kanske skadad eller skyddad med lösenord."
            raise CannotShow(ConversionState.DAMAGED, text) from None
        return _Pages((pdf.data,), (), converter=self.office.name, version=self.office.version)

    def _mail(self, mail: Mail, depth: int) -> _Pages:
        """Return a mail's own pages, then each attachment after a page of its own that names it."""
        parts = [self.draw(mail.paper)]
        remarks = list(mail.remarks)
        makers = {OWN: OWN_VERSION}
        subject = next((b.text for b in mail.paper.blocks if isinstance(b, Heading)), "")
        for number, attachment in enumerate(mail.attachments, 1):
            self.attachments += 1
            inner = self._attachment(attachment, depth)
            found = detect(attachment.data, attachment.name)
            if inner.state in (ConversionState.UNSUPPORTED, ConversionState.PROTECTED) or not inner.parts:
                parts += inner.parts
            else:
                page = attachment_page(subject, attachment, number, found.description)
                parts += [self.draw(page), *inner.parts]
            remarks += [f"Bilagan ”{attachment.name}”: {remark}" for remark in inner.remarks]
            makers[inner.converter] = inner.version
        converter, version = "+".join(makers), "+".join(makers.values())
        return _Pages(tuple(parts), tuple(remarks), converter=converter, version=version)

    def _attachment(self, attachment: Attachment, depth: int) -> _Pages:
        found = detect(attachment.data, attachment.name)
        if (found.kind is Kind.EML and depth + 1 >= DEEPEST_MAIL) or self.attachments > MOST_ATTACHMENTS:
            text = "Bilagan ligger för djupt eller är en av för många för att visas."
            notice = self.draw(notice_page(attachment.name, found.description, len(attachment.data), text))
            return _Pages((notice,), (text,), ConversionState.UNSUPPORTED)
        return self.pages(attachment.data, attachment.name, found, depth + 1)


def notice_page(name: str, description: str, count: int, reason: str) -> Paper:
    """Return the page that stands in for a file that cannot be shown; `count` is its size in bytes."""

    def text(words: str) -> tuple[Block, ...]:
        return (Paragraph((Run(words),)),)

    pairs = (("Fil", text(name)), ("Typ", text(description)), ("Storlek", text(size(count))))
    blocks: tuple[Block, ...] = (
        Heading(1, "Bilagan kan inte visas"),
        Fields(pairs),
        Paragraph((Run(reason),)),
        Paragraph((Run("Originalfilen är bevarad oförändrad i pärmen."),)),
    )
    return Paper(name, blocks, Furniture(page_numbers=False))
