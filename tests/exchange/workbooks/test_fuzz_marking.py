"""Workbooks broken at random are marked, so that they open no worse than before, or refused in Swedish.

A sample in ordinary runs; NAMNDSTOD_FULL=1 tries thousands, from a seed that is printed with what fails.
"""

from __future__ import annotations

import os
import random
import re
import time
import warnings
import zipfile
from collections import Counter
from io import BytesIO
from xml.etree import ElementTree

import openpyxl

from namndstod.exchange.problems import CannotShow
from namndstod.exchange.workbooks.marking import mark

from ..test_fuzz_pdf import CHANGES, Change
from .full_workbook import full_workbook
from .looking import MARKS

FULL = bool(os.environ.get("NAMNDSTOD_FULL"))
ROUNDS = int(os.environ.get("NAMNDSTOD_FUZZ", "3000" if FULL else "60"))
SEED = int(os.environ.get("NAMNDSTOD_SEED", "0")) or (random.SystemRandom().randrange(10**9) if FULL else 6)
MOST_SECONDS = 20.0  # for one small file; far beyond what any takes
CONCERNED = (
    "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
    "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/comments1.xml",
    "xl/drawings/vmlDrawing1.vml",
)  # fmt: skip
TAG = re.compile(rb"<[^<>]*>")
ATTRIBUTE = re.compile(rb'\s[\w:]+="([^"]*)"')


def drop_tag(chance: random.Random, data: bytearray) -> None:
    found = chance.choice([*TAG.finditer(data)])
    del data[found.start() : found.end()]


def drop_element(chance: random.Random, data: bytearray) -> None:
    empty = [found for found in TAG.finditer(data) if found[0].endswith(b"/>")]
    if empty:
        found = chance.choice(empty)
        del data[found.start() : found.end()]


def drop_attribute(chance: random.Random, data: bytearray) -> None:
    found = chance.choice([*ATTRIBUTE.finditer(data)])
    del data[found.start() : found.end()]


def odd_attribute(chance: random.Random, data: bytearray) -> None:
    found = chance.choice([*ATTRIBUTE.finditer(data)])
    odd = [
        b"",
        b"-1",
        b"99999999999999999999",
        b"A0",
        b"XFE1",
        b"\xc3\xa5",
        b"&lt;",
        b"true",
        b"1.5",
        b"&#0;",
    ]
    data[found.start(1) : found.end(1)] = chance.choice(odd)


def rename(chance: random.Random, data: bytearray) -> None:
    names = [b"row", b"c", b"v", b"sheetData", b"cols", b"fills", b"cellXfs", b"comment", b"text", b"sheets"]
    one, other = chance.sample(names, 2)
    data[:] = re.sub(rb"(</?)" + one + rb"\b", rb"\1" + other, bytes(data))


WITHIN: list[Change] = [drop_tag, drop_element, drop_attribute, odd_attribute, rename, *CHANGES[:4]]
SOUND = full_workbook()


def broken(number: int) -> bytes:
    """Return the workbook with this number from the seed."""
    chance = random.Random(f"{SEED}:{number}")
    if chance.random() < 0.15:  # the package itself
        data = bytearray(SOUND)
        chance.choice(CHANGES[:4])(chance, data)
        return bytes(data)
    out = BytesIO()
    chosen = chance.choice(CONCERNED)
    with zipfile.ZipFile(BytesIO(SOUND)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            part = bytearray(source.read(name))
            if name == chosen:
                chance.choice(WITHIN)(chance, part)
            target.writestr(name, bytes(part))
    return out.getvalue()


def opens(data: bytes) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            openpyxl.load_workbook(BytesIO(data))
    except Exception:  # openpyxl raises nearly anything
        return False
    return True


def tried(data: bytes) -> str:
    begun = time.monotonic()
    try:
        made = mark(data, MARKS)
    except CannotShow as error:
        return str(error.state)
    assert time.monotonic() - begun < MOST_SECONDS
    with zipfile.ZipFile(BytesIO(made)) as package:
        for name in package.namelist():
            if name in CONCERNED and name.endswith(("xml", "rels")):
                ElementTree.fromstring(package.read(name))
    assert opens(made) or not opens(data)
    return "marked"


def test_broken_workbooks_are_marked_or_refused() -> None:
    states: Counter[str] = Counter()
    for number in range(ROUNDS):
        try:
            states[tried(broken(number))] += 1
        except Exception as error:
            raise AssertionError(f"NAMNDSTOD_SEED={SEED}, workbook {number}") from error
    print(f"{states.total()} workbooks from seed {SEED}: {dict(states)}")
    assert len(states) > 1
