"""Plain text out of foreign bytes: which encoding, and without what no paper can hold."""

from __future__ import annotations

import re

# C0 and C1 controls but tab and line feed; surrogates and noncharacters: XML, JSON and fonts refuse them.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\ufeff]")
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13, 27}
_MOST_CONTROLS = 0.02  # share of control characters above which bytes are no text


def clean(text: str) -> str:
    """Return `text` with line feed as its only line end and without characters that no paper can hold."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x85", "\n")
    return _FORBIDDEN.sub("", text)


def one_line(text: str) -> str:
    """Return `text` cleaned, with each stretch of white space as one space; non-breaking spaces stay."""
    return re.sub(r"[^\S\u00a0\u202f]+", " ", clean(text)).strip()


def decode(data: bytes) -> str | None:
    """Return `data` as text (UTF-8, UTF-16 or -32, else Windows-1252), or None when it is no text at all."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, errors="replace")
    if (wide := _wide_without_bom(data)) is not None:
        return data.decode(wide, errors="replace")
    if b"\x00" in data or sum(byte in _CONTROLS for byte in data[:65536]) > _MOST_CONTROLS * len(
        data[:65536]
    ):
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _wide_without_bom(data: bytes) -> str | None:
    """Return the UTF-16 variant of text without a byte order mark: every second byte is then mostly zero."""
    sample = data[:4096]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None
