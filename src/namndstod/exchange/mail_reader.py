"""E-mail (.eml) to a content tree and its attachments, which are converted on their own."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from itertools import pairwise

from ..domain.content import Block, Fields, Figure, Furniture, Heading, Paper, Paragraph, Run
from .html_reader import Html, missing_pictures
from .html_tree import parse_html
from .image_reader import Pictures
from .pieces import note
from .plain import clean, decode, one_line
from .text_reader import text_blocks

_FIELDS = (("From", "Från"), ("To", "Till"), ("Cc", "Kopia"), ("Bcc", "Hemlig kopia"))
_MOST_PARTS = 500


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attachment of a mail: its name (or what stands for one) and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail: its own paper, remarks on what is not shown, and its attachments in order."""

    paper: Paper
    remarks: list[str]
    attachments: tuple[Attachment, ...]


def read_mail(data: bytes, name: str) -> Mail:
    """Return a mail. The library mends what is malformed; nothing in it is fetched from elsewhere."""
    data = data.lstrip(b"\xef\xbb\xbf\r\n")
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    parts = list(_leaves(message))[:_MOST_PARTS]
    body, inline, attachments = _sorted(parts)
    pictures = Pictures()
    blocks, remarks = _body(body, inline, pictures)
    subject = _header(message, "Subject") or "(inget ämne)"
    pairs = [(label, _value(text)) for field, label in _FIELDS if (text := _header(message, field))]
    if date := _date(message):
        pairs.append(("Datum", _value(date)))
    pairs.append(("Ämne", _value(subject)))
    if attachments:
        listed = "\n".join(f"{one.name} ({size(len(one.data))})" for one in attachments)
        pairs.append(("Bilagor", _value(listed)))
    if message.get_content_type() in ("application/pkcs7-mime", "multipart/encrypted"):
        remarks.append("Meddelandet är krypterat; dess innehåll kan inte visas.")
    tree: list[Block] = [Heading(1, subject), Fields(tuple(pairs)), *blocks, *(note(r) for r in remarks)]
    paper = Paper(name, tuple(tree), Furniture(page_numbers=False), images=pictures.images)
    return Mail(paper, remarks, tuple(attachments))


def size(count: int) -> str:
    """Return a number of bytes as a secretary reads it: «52 kB», «1,4 MB»."""
    if count < 1000:
        return f"{count}\u00a0byte"
    if count < 999_500:
        return f"{(count + 500) // 1000}\u00a0kB"
    return f"{count / 1_000_000:.1f}\u00a0MB".replace(".", ",")


def _leaves(message: EmailMessage) -> Iterator[tuple[EmailMessage, bool]]:
    """Yield the parts that are no containers, and whether each is one of several alternatives.

    An enclosed message is one part.
    """
    waiting = [(message, False)]
    while waiting:
        part, choice = waiting.pop(0)
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            choice = choice or part.get_content_subtype() == "alternative"
            inner = [(i, choice) for i in part.get_payload() if isinstance(i, EmailMessage)]
            waiting[:0] = inner
        else:
            yield part, choice


@dataclass(slots=True)
class _Body:
    plain: list[str]
    html: list[str]


def _sorted(
    parts: list[tuple[EmailMessage, bool]],
) -> tuple[_Body, dict[str, bytes], list[Attachment]]:
    """Return the body's texts, the pictures it shows by content id, and everything else as attachments."""
    body, inline, attachments = _Body([], []), {}, list[Attachment]()
    for count, (part, choice) in enumerate(parts, 1):
        kind, name = part.get_content_type(), _name(part)
        attached = _disposition(part) == "attachment" or bool(name)
        content_id = _header(part, "Content-ID").strip("<> ")
        if kind == "text/plain" and not attached:
            body.plain.append(_text(part))
        elif kind == "text/html" and not attached and (choice or not body.plain):
            body.html.append(_text(part))
        elif kind.startswith("image/") and content_id and _disposition(part) != "attachment":
            inline[content_id] = _bytes(part)
        else:
            attachments.append(Attachment(name or _unnamed(kind, count), _bytes(part)))
    return body, inline, attachments


def _body(body: _Body, inline: dict[str, bytes], pictures: Pictures) -> tuple[list[Block], list[str]]:
    """Return the blocks of the text (plain where there is one) and of the pictures that it shows."""
    shown: set[str] = set()

    def picture_of(source: str) -> bytes | None:
        content_id = source.removeprefix("cid:")
        shown.add(content_id)
        return inline.get(content_id)

    plain, html = "\n\n".join(text for text in body.plain if text.strip()), "\n".join(body.html)
    remarks: list[str] = []
    if plain.strip() or not html.strip():
        blocks = list(text_blocks(_unwrapped(re.sub(r"\[cid:[^\]\n]*\]", "", plain))))
    else:
        reader = Html(pictures, picture_of)
        blocks = list(reader.blocks(parse_html(html)))
        remarks = missing_pictures(reader.missing)
    for content_id, data in inline.items():
        if content_id in shown:
            continue
        key = pictures.add(data)
        blocks.append(Figure(key, "Bild i meddelandet") if key else note("[En bild som inte kan visas]"))
    if not blocks:
        blocks.append(note("Meddelandet har ingen text."))
    return blocks, remarks


def _header(part: EmailMessage, field: str) -> str:
    """Return a header decoded, «» when absent; what the strict parser refuses is read as raw text."""
    try:
        value = part.get(field)
        return "" if value is None else one_line(str(value))
    except Exception:  # the header parsers of the standard library raise many kinds on malformed headers
        raw = next((v for k, v in part.raw_items() if k.lower() == field.lower()), "")
        return one_line(str(raw))


def _date(message: EmailMessage) -> str:
    text = _header(message, "Date")
    try:
        moment: datetime = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return text
    return f"{moment:%Y-%m-%d} kl.\u00a0{moment:%H.%M}"


def _value(text: str) -> tuple[Block, ...]:
    return (Paragraph((Run(text),)),)


def _disposition(part: EmailMessage) -> str:
    try:
        return part.get_content_disposition() or ""
    except Exception:  # as in _header
        return ""


def _name(part: EmailMessage) -> str:
    try:
        return one_line(part.get_filename() or "").replace("/", "_").replace("\\", "_")
    except Exception:  # as in _header
        return ""


def _unnamed(kind: str, count: int) -> str:
    if kind == "message/rfc822":
        return f"bifogat meddelande {count}.eml"
    if kind == "text/html":
        return f"del {count} av meddelandet.html"
    return f"namnlös bilaga {count}"


def _bytes(part: EmailMessage) -> bytes:
    """Return the content of a part, decoded as well as it goes."""
    try:
        if part.get_content_type() == "message/rfc822":
            inner = next(iter(part.iter_parts()), None)
            return b"" if inner is None else inner.as_bytes()
        payload = part.get_payload(decode=True)
    except Exception:  # as in _header: what is malformed beyond decoding is kept raw
        payload = str(part.get_payload()).encode("utf-8", "replace")
    return payload if isinstance(payload, bytes) else b""


def _text(part: EmailMessage) -> str:
    """Return the text of a part in its stated encoding; else by what the bytes look like."""
    data = _bytes(part)
    charset = part.get_content_charset("")
    try:
        text = data.decode(charset) if charset else decode(data) or ""
    except (LookupError, UnicodeDecodeError):
        text = decode(data) or data.decode("cp1252", "replace")
    flowed = part.get_param("format", "") == "flowed"
    return _unflowed(clean(text)) if flowed else clean(text)


def _unwrapped(text: str) -> str:
    """Return text without the line ends that a mail program put where the next word would not fit."""
    lines = text.split("\n")
    width = max(map(len, lines))
    if not 60 <= width <= 110:
        return text
    whole = lines[:1]
    for before, line in pairwise(lines):
        first = line.split(" ", 1)[0]
        if first and before and before[:1] != ">" and len(before.rstrip()) + 1 + len(first) > width:
            whole[-1] = f"{whole[-1].rstrip()} {line}"
        else:
            whole.append(line)
    return "\n".join(whole)


def _unflowed(text: str) -> str:
    """Return «format=flowed» text (RFC 3676) with its soft line ends undone."""
    lines: list[str] = []
    soft = False
    for line in text.split("\n"):
        line = line.removeprefix(" ") if not line.startswith(">") else line
        if soft and lines:
            lines[-1] += line
        else:
            lines.append(line)
        soft = line.endswith(" ") and line != "-- "
    return "\n".join(lines)


def attachment_page(mail_subject: str, attachment: Attachment, number: int, description: str) -> Paper:
    """Return the page that stands before an attachment of a mail."""
    pairs = [("E-postmeddelande", mail_subject), ("Fil", attachment.name), ("Typ", description)]
    pairs.append(("Storlek", size(len(attachment.data))))
    heading = Heading(1, f"Bilaga {number} till e-postmeddelandet")
    fields = Fields(tuple((label, _value(text)) for label, text in pairs))
    return Paper(attachment.name, (heading, fields), Furniture(page_numbers=False))
