"""Messages between the program and its worker: a JSON header and raw bytes, each with its length before it.

Layout: 4 bytes length of the header (big-endian), the header in UTF-8 with «blobs»: [lengths], the blobs.
Nothing that is received can run code, as a pickle could.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

MOST_HEADER = 64_000_000  # bytes; more is no message of ours
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Message:
    """A header and its blobs."""

    header: dict[str, Any]
    blobs: tuple[bytes, ...] = ()


def send(descriptor: int, header: dict[str, Any], blobs: Sequence[bytes] = ()) -> None:
    """Write one message to a file descriptor. Raises OSError when the other end is gone."""
    text = json.dumps({**header, "blobs": [len(blob) for blob in blobs]}).encode("utf-8")
    _write(descriptor, len(text).to_bytes(4, "big") + text)
    for blob in blobs:
        _write(descriptor, blob)


def receive(descriptor: int) -> Message | None:
    """Read one message; None at the end of the stream. Raises ValueError for what is no message."""
    start = _read(descriptor, 4)
    if start is None:
        return None
    length = int.from_bytes(start, "big")
    if length > MOST_HEADER:
        raise ValueError("not a message")
    text = _read(descriptor, length)
    if text is None:
        return None
    header = json.loads(text)
    if not isinstance(header, dict):
        raise ValueError("not a message")
    blobs = []
    for size in header.pop("blobs", []):
        blob = _read(descriptor, size)
        if blob is None:
            return None
        blobs.append(blob)
    return Message(header, tuple(blobs))


def _write(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view[:_CHUNK]) :]


def _read(descriptor: int, count: int) -> bytes | None:
    """Return exactly `count` bytes, or None when the stream ends before."""
    parts = bytearray()
    while len(parts) < count:
        part = os.read(descriptor, min(_CHUNK, count - len(parts)))
        if not part:
            return None
        parts += part
    return bytes(parts)
