"""An .xls is looked at before calamine reads it: the stream of its workbook, record by record.

calamine trusts the sizes that a file states; here only those are let through that the file can hold. The
stream is then put into a compound file of our own. Layout of both: [MS-CFB] and [MS-XLS].
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from ..problems import CannotShow, damaged, protected, unsupported
from .limits import LOCKED, MOST_CELLS, SheetFacts

_END: Final = 0xFFFFFFFE
_FREE: Final = 0xFFFFFFFF
_FAT: Final = 0xFFFFFFFD
_MOST_SHEETS: Final = 500
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BROKEN: Final = "Filen är skadad och kan inte läsas. Öppna den i Excel och spara den som .xlsx."

_FILEPASS, _BOUNDSHEET, _SST, _EOF, _BOF = 0x2F, 0x85, 0xFC, 0x0A, 0x809
_DIMENSIONS, _MULRK, _ROW, _FORMULA, _STRING = 0x200, 0xBD, 0x208, 0x06, 0x207
_ONE_CELL: Final = frozenset({0x203, 0x204, 0x205, 0x27E, 0xFD, _FORMULA})


def workbook_stream(data: bytes) -> bytes:
    """Return the stream of the workbook in a compound file. Raises CannotShow."""
    try:
        return _stream(data)
    except (struct.error, LookupError, ValueError) as error:
        raise damaged(_BROKEN) from error


def _stream(data: bytes) -> bytes:
    shift, mini_shift = struct.unpack_from("<HH", data, 30)
    if shift not in (9, 12) or mini_shift != 6:
        raise ValueError("sector size")
    size = 1 << shift
    first_directory, cutoff = struct.unpack_from("<I4xI", data, 48)
    first_mini, _, first_difat = struct.unpack_from("<III", data, 60)
    most = len(data) // size + 1

    def sector(number: int) -> bytes:
        return data[(number + 1) * size : (number + 2) * size].ljust(size, b"\0")

    difat = [number for number in struct.unpack_from("<109I", data, 76) if number < most]
    while first_difat < most and len(difat) < most:
        *numbers, first_difat = struct.unpack(f"<{size // 4}I", sector(first_difat))
        difat += [number for number in numbers if number < most]
    fat: list[int] = []
    for number in difat[:most]:
        fat += struct.unpack(f"<{size // 4}I", sector(number))

    def chain(start: int, table: list[int], count: int) -> Iterator[int]:
        while start < _FAT:
            if count <= 0:
                raise ValueError("a chain in a circle")
            yield start
            start, count = table[start], count - 1

    directory = b"".join(map(sector, chain(first_directory, fat, most)))
    entries: dict[str, tuple[int, int]] = {}
    for at in range(0, len(directory) - 127, 128):
        entry = directory[at : at + 128]
        name = entry[: max(0, min(64, struct.unpack_from("<H", entry, 64)[0]) - 2)].decode(
            "utf-16-le", "replace"
        )
        entries.setdefault(name, struct.unpack_from("<II", entry, 116))
    start, length = entries.get("Workbook") or entries.get("Book") or entries["WORKBOOK"]
    if length >= cutoff:
        return b"".join(map(sector, chain(start, fat, most)))[:length]
    root = next(iter(entries.values()))
    small = b"".join(map(sector, chain(root[0], fat, most)))
    mini = [n for s in chain(first_mini, fat, most) for n in struct.unpack(f"<{size // 4}I", sector(s))]
    return b"".join(small[n * 64 : n * 64 + 64] for n in chain(start, mini, len(mini) + 1))[:length]


def look_at_stream(stream: bytes) -> list[SheetFacts]:
    """Return what there is to know of each sheet, in the order of the workbook. Raises CannotShow."""
    try:
        return list(_sheets(stream))
    except (struct.error, LookupError, ValueError) as error:
        raise damaged(_BROKEN) from error


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Yield kind, place and length of each record up to the end of a part of the stream."""
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        at += 4
        if at + length > len(stream):
            raise ValueError("a record beyond the end")
        yield kind, at, length
        if kind == _EOF:
            return
        at += length
    raise ValueError("no end")


def _sheets(stream: bytes) -> Iterator[SheetFacts]:
    starts: list[int] = []
    for kind, at, length in _records(stream, 0):
        if kind == _FILEPASS and struct.unpack_from("<H", stream, at)[0]:
            raise protected(LOCKED)
        if kind == _BOUNDSHEET:
            starts.append(struct.unpack_from("<I", stream, at)[0])
        if kind == _SST and struct.unpack_from("<I", stream, at + 4)[0] > len(stream) // 3:
            raise ValueError("more texts than the file can hold")
        if kind == _BOF and length < 4:
            raise ValueError("a beginning without its words")
    if len(starts) > _MOST_SHEETS or len(set(starts)) < len(starts):
        raise ValueError("sheets")
    total = 0
    for start in starts:
        facts = _sheet(stream, start)
        total += facts.last[0] * facts.last[1]
        if total > MOST_CELLS:  # calamine reads all sheets of an .xls at once
            raise unsupported(
                "Arbetsboken har celler långt utanför tabellen och kan inte läsas. "
                "Ta bort dem eller spara filen som .xlsx."
            )
        yield facts


def _sheet(stream: bytes, start: int) -> SheetFacts:
    facts = SheetFacts()
    last_row = last_column = -1
    hidden: list[int] = []
    for kind, at, length in _records(stream, start):
        if kind in _ONE_CELL:
            row, column = struct.unpack_from("<HH", stream, at)
        elif kind == _MULRK:
            row, column = (
                struct.unpack_from("<H", stream, at)[0],
                struct.unpack_from("<H", stream, at + length - 2)[0],
            )
        elif kind == _DIMENSIONS:
            _check_dimensions(stream[at : at + length])
            continue
        elif kind == _ROW:
            row, options = struct.unpack_from("<H10xH", stream, at)
            if options & 0x20:
                hidden.append(row + 1)
            continue
        else:
            continue
        last_row, last_column = max(last_row, row), max(last_column, column)
    facts.last = (last_row + 1, last_column + 1)
    facts.hidden_rows = frozenset(row for row in hidden if row <= facts.last[0])
    facts.unclean = True  # cheap to clean: an .xls has 65,536 rows at most
    return facts


def _check_dimensions(record: bytes) -> None:
    """Raise for a stated area that no .xls can have: calamine makes room for it before it reads a cell."""
    if len(record) == 14:
        first_row, last_row, first_column, last_column = struct.unpack_from("<IIHH", record)
    else:
        first_row, last_row, first_column, last_column = struct.unpack_from("<HHHH", record)
    if last_row > 65_536 or last_column > 256 or first_row > last_row or first_column > last_column:
        raise ValueError("dimensions")


def compound(stream: bytes) -> bytes:
    """Return a compound file with the workbook's stream and nothing else."""
    size = 4096
    stream = stream.ljust(max(len(stream), size), b"\0")
    count = -(-len(stream) // size)
    fats = -(-(count + 2) // (size // 4 - 1))  # sectors of the table: it tells of itself too
    if fats > 109:
        raise unsupported("Arbetsboken är för stor för att läsas in. Spara den som .xlsx.")
    table = [_FAT] * fats + [_END] + list(range(fats + 2, fats + 1 + count)) + [_END]
    table += [_FREE] * (fats * size // 4 - len(table))
    header = struct.pack(
        "<8s16xHHHHH6x9I",
        *(_OLE, 0x3E, 3, 0xFFFE, 12, 6),  # of version 4, calamine asks for small streams too
        *(1, fats, fats, 0, size, _END, 0, _END, 0),
    )
    header += struct.pack("<109I", *range(fats), *([_FREE] * (109 - fats)))
    directory = _entry("Root Entry", 5, _END, 0, child=1) + _entry("Workbook", 2, fats + 1, len(stream))
    return b"".join(
        (
            header.ljust(size, b"\0"),
            struct.pack(f"<{len(table)}I", *table),
            directory.ljust(size, b"\0"),
            stream.ljust(count * size, b"\0"),
        )
    )


def _entry(name: str, kind: int, start: int, length: int, child: int = _FREE) -> bytes:
    words = (name + "\0").encode("utf-16-le")
    return struct.pack("<64sHBBIII36xIQ", words, len(words), kind, 1, _FREE, _FREE, child, start, length)


def is_older(data: bytes) -> bool:
    """Tell whether a file is of Excel 2, 3 or 4, which had one sheet and no container around it."""
    return data[:4] in (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")


def refuse_older() -> CannotShow:
    """Return the error for a file of Excel 2, 3 or 4."""
    return unsupported(
        "Filen är sparad i ett mycket gammalt Excel-format. Öppna den i Excel och spara den som .xlsx."
    )
