"""Drafts of e-mail as .eml files, which Outlook and other programs open ready to be sent (X-Unsent)."""

from __future__ import annotations

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP

_POLICY = SMTP.clone(max_line_length=78)


def draft(to: Sequence[str], subject: str, body: str, attachments: Sequence[tuple[str, bytes]] = ()) -> bytes:
    """Return a draft to the addresses, with PDFs (file name, content). It has no sender: the program sets it.

    Raises ValueError when an address or the subject holds a line break.
    """
    if any(set(text) & {"\r", "\n"} for text in (*to, subject)):
        raise ValueError("a line break in a head of an e-mail")
    message = EmailMessage(policy=_POLICY)
    message["To"] = ", ".join(to)
    message["Subject"] = subject
    message["X-Unsent"] = "1"
    message.set_content(body, charset="utf-8", cte="quoted-printable")
    for name, content in attachments:
        message.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    return message.as_bytes()
