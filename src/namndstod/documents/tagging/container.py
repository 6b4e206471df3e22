"""PDF objects to a file: small ones together in compressed object streams (ISO 32000-1, 7.5.7 and 7.5.8).

A structure tree has some thirty small objects a page; apart they would double the size of a protokoll.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from hashlib import md5

_TOGETHER = 150  # objects in a stream


def pack(objects: Mapping[int, bytes], root: int, info: int) -> bytes:
    """Return a file of `objects`, bodies by number; `root` and `info` are the numbers in the trailer.

    Same objects, same bytes: the file's ID is made of what it holds.
    """
    parts = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
    size = len(parts[0])
    places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    plain = sorted(number for number in objects if not objects[number].endswith(b"endstream"))
    whole: dict[int, bytes] = {number: objects[number] for number in objects.keys() - set(plain)}
    free = max(objects) + 1
    for start in range(0, len(plain), _TOGETHER):
        group = plain[start : start + _TOGETHER]
        whole[free] = _together([(number, objects[number]) for number in group])
        places.update((number, (2, free, index)) for index, number in enumerate(group))
        free += 1
    for number in sorted(whole):
        places[number] = (1, size, 0)
        part = b"%d 0 obj\n%s\nendobj\n" % (number, whole[number])
        parts.append(part)
        size += len(part)
    parts.append(_cross_references(places, free, size, root, info, _identity(parts)))
    return b"".join(parts)


def stream(data: bytes, entries: str = "", *, compressed: bool = True) -> bytes:
    """Return the body of a stream object; `entries` is code that goes into its dictionary."""
    if compressed:
        data = zlib.compress(data)
        entries += "/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries.encode("ascii"), len(data), data)


def _together(bodies: Iterable[tuple[int, bytes]]) -> bytes:
    index, contents, at = [], [], 0
    for number, body in bodies:
        index.append(f"{number} {at}")
        contents.append(body)
        at += len(body) + 1
    head = (" ".join(index) + "\n").encode("ascii")
    return stream(head + b"\n".join(contents), f"/Type/ObjStm/N {len(index)}/First {len(head)}")


def _cross_references(
    places: Mapping[int, tuple[int, int, int]], number: int, at: int, root: int, info: int, identity: str
) -> bytes:
    """Return the stream that tells where each object is, and the file's end."""
    places = {**places, number: (1, at, 0)}
    table = b"".join(
        b"%c%s%s" % (kind, first.to_bytes(4, "big"), second.to_bytes(2, "big"))
        for kind, first, second in (places.get(n, (0, 0, 65535)) for n in range(number + 1))
    )
    entries = (
        f"/Type/XRef/Size {number + 1}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R/ID[<{identity}><{identity}>]"
    )
    return b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, stream(table, entries), at)


def _identity(parts: Iterable[bytes]) -> str:
    digest = md5(usedforsecurity=False)
    for part in parts:
        digest.update(part)
    return digest.hexdigest()
