"""Workbooks broken at random, as bytes and as XML: cells or a known reason, never a crash.

A sample in ordinary runs; thousands, of a seed that is printed, with NAMNDSTOD_FULL=1.
"""

from __future__ import annotations

import os
import random
import re

import pytest

from namndstod.domain.intake.delegated.understanding import read_delegated
from namndstod.exchange.problems import CannotShow
from namndstod.exchange.workbooks.reading import read_workbook

from .made_workbooks import FOLDER, packed, parts_of, small_list

FULL = bool(os.environ.get("NAMNDSTOD_FULL"))
TIMES = 2500 if FULL else 40
VALUES = (
    *("0", "-1", "1", "99999999999", "4294967295", "18446744073709551616", "65536", "1048576", "16384"),
    *(
        "XFD1048576",
        "A0",
        "ZZZZZZZZ99999",
        "",
        "NaN",
        "1e999",
        "str",
        "inlineStr",
        "e",
        "d",
        "b",
        "2020-13-45",
    ),
    *("&#0;", "&amp;", "å", "=1+1", "-", "70 063 kr"),
)
FILES = {
    "lista.xlsx": small_list(),
    "lista.xls": (FOLDER / "lista.xls").read_bytes(),
    "lista.ods": (FOLDER / "lista.ods").read_bytes(),
    "lista.csv": 'Dnr;Sökande;Belopp\n1;"Lövö\nCafé";70 063 kr\n2;Svea;1,5\n'.encode("cp1252"),
}


def as_bytes(data: bytes, chance: random.Random) -> bytes:
    """Return a file with some of its bytes changed, missing or cut off."""
    broken = bytearray(data)
    for _ in range(chance.choice((1, 2, 4, 20))):
        at, what = chance.randrange(len(broken)), chance.random()
        if what < 0.5:
            broken[at] = chance.choice((0, 255, 127, chance.randrange(256)))
        elif what < 0.8:
            broken[at // 4 * 4 : at // 4 * 4 + 4] = chance.choice(
                (b"\xff" * 4, b"\0" * 4, b"\xff\xff\xff\x7f")
            )
        else:
            del broken[at : at + chance.randrange(40)]
        if not broken:
            return b""
    return bytes(broken[: chance.randrange(len(broken))] if chance.random() < 0.1 else broken)


def as_xml(parts: dict[str, bytes], chance: random.Random) -> bytes:
    """Return a sound package in which the XML of some parts says something else."""
    changed = dict(parts)
    for _ in range(chance.choice((1, 1, 2, 5))):
        name = chance.choice([name for name in changed if name.endswith((".xml", ".rels"))])
        xml, what = changed[name].decode("utf-8", "replace"), chance.random()
        pattern = r'(?<=")[^"<>]*(?=")' if what < 0.4 else r"(?<=>)[^<]+(?=<)" if what < 0.55 else r"<[^>]+>"
        places = list(re.finditer(pattern, xml))
        if what < 0.05:
            del changed[name]
            continue
        if what > 0.9:
            xml = xml[: chance.randrange(len(xml) + 1)]
        elif places:
            place = chance.choice(places)
            new = chance.choice(VALUES)
            if what >= 0.55:
                new = chance.choice(("", chance.choice(places)[0], place[0] * 2, place[0] * 50))
            xml = xml[: place.start()] + new + xml[place.end() :]
        changed[name] = xml.encode("utf-8")
    return packed(changed)


@pytest.mark.parametrize("name", FILES)
def test_a_broken_workbook_is_read_or_refused(name: str) -> None:
    seed = random.randrange(10**9) if FULL else 1
    print(f"{name}: seed {seed}")
    chance, data = random.Random(seed), FILES[name]
    parts = parts_of(data) if data.startswith(b"PK") else None
    read = 0
    for _ in range(TIMES):
        broken = as_xml(parts, chance) if parts and chance.random() < 0.7 else as_bytes(data, chance)
        try:
            book = read_workbook(broken, name)
        except CannotShow:
            continue
        assert all(len({len(row) for row in sheet.rows}) <= 1 for sheet in book.sheets)
        found = read_delegated(book)
        assert all(row.source_row >= 1 for table in found.tables for row in table.rows)
        read += 1
    assert read > TIMES // 20  # not everything is broken so much that nothing is tried
