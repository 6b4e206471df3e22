"""PDF files broken at random: a state and pages, and a packet that is sound, whatever they are.

A sample in ordinary runs; NAMNDSTOD_FULL=1 tries thousands (NAMNDSTOD_FUZZ=N: so many), from a seed that is
printed with what fails.
"""

from __future__ import annotations

import io
import os
import random
import re
from collections.abc import Callable

import pikepdf
import pytest

from namndstod.documents.joining import join
from namndstod.documents.layout import draw
from namndstod.documents.packet import Part, assemble
from namndstod.domain.content import Cell, Heading, Paper, Paragraph, Run, Table
from namndstod.exchange.convert import convert

from ..documents import odd_pdfs as odd
from ..documents.reading import text

FULL = bool(os.environ.get("NAMNDSTOD_FULL"))
PARTS = 10 if FULL else 1  # tests of a few minutes each
ROUNDS = int(os.environ.get("NAMNDSTOD_FUZZ", "4000" if FULL else "60"))
SEED = int(os.environ.get("NAMNDSTOD_SEED", "0")) or (random.SystemRandom().randrange(10**9) if FULL else 4)


def tagged() -> bytes:
    table = Table(((Cell((text("a"),)), Cell((text("b"),))), (Cell((text("c"),)), Cell((text("d"),)))), 1)
    link = Paragraph((Run("webb", link="https://region.example"),))
    return draw(Paper("Bilaga", (Heading(1, "Rubrik"), table, link, *[text("ord " * 90)] * 9))).pdf


def plainly(data: bytes) -> bytes:
    """Return a file with nothing packed, so that what is changed is its objects."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    return out.getvalue()


SOUND = [
    tagged(),
    plainly(tagged()),
    odd.active(),
    odd.written(odd.turned, 4),
    odd.structure(odd.circular_structure),
    odd.written(odd.circular_outline),
    plainly(odd.written(odd.nothing, 12)),
]
RUNS = re.compile(rb"/S /(?:JavaScript|Launch|GoToR|SubmitForm)\b|/JS \(|/EF <<")
BYTES = re.compile(rb"\bstream\n.*?\nendstream\b", re.DOTALL)  # of streams: no objects
Change = Callable[[random.Random, bytearray], object]


def flip(chance: random.Random, data: bytearray) -> None:
    for _ in range(chance.choice((1, 4, 40))):
        data[chance.randrange(len(data))] = chance.randrange(256)


def cut(chance: random.Random, data: bytearray) -> None:
    del data[chance.randrange(len(data)) :]


def take_out(chance: random.Random, data: bytearray) -> None:
    at = chance.randrange(len(data))
    del data[at : at + chance.choice((1, 30, 600))]


def repeat(chance: random.Random, data: bytearray) -> None:
    at = chance.randrange(len(data))
    data[at:at] = data[at : at + chance.choice((9, 300))] * chance.choice((1, 3))


def swap_references(chance: random.Random, data: bytearray) -> None:
    """Let references lead to other objects: circles, pages as fonts, parents as kids."""
    found = list(re.finditer(rb"\b\d+ 0 R", data))
    for one in sorted(chance.sample(found, min(len(found), 5)), key=lambda m: -m.start()):
        data[one.start() : one.end()] = b"%d 0 R" % chance.randrange(1, 40)


def swap_names(chance: random.Random, data: bytearray) -> None:
    found = list(re.finditer(rb"/[A-Za-z]+", data))
    words = [one.group() for one in found]
    for one in sorted(chance.sample(found, min(len(found), 4)), key=lambda m: -m.start()):
        data[one.start() : one.end()] = chance.choice(words)


def swap_numbers(chance: random.Random, data: bytearray) -> None:
    found = list(re.finditer(rb"(?<=[ \[/])-?\d+(?=[ \]/>])", data))
    for one in sorted(chance.sample(found, min(len(found), 4)), key=lambda m: -m.start()):
        data[one.start() : one.end()] = chance.choice(
            (b"0", b"-1", b"99999999999", b"0.00001", b"null", b"<<>>")
        )


CHANGES: list[Change] = [flip, cut, take_out, repeat, swap_references, swap_names, swap_numbers]


def broken(number: int) -> bytes:
    """Return the file with this number from the seed."""
    chance = random.Random(f"{SEED}:{number}")
    data = bytearray(chance.choice(SOUND))
    for change in chance.sample(CHANGES, chance.choice((1, 1, 2, 3))):
        change(chance, data)
        if not data:
            break
    return bytes(data)


def tried(data: bytes) -> str:
    """Make pages of a file and a packet of these; return its state."""
    made = convert(data, "x.pdf", draw=lambda tree: draw(tree).pdf, join=join, office=None)
    packet = assemble([Part("Bilaga", made.pdf)])
    with pikepdf.open(io.BytesIO(packet.pdf)) as pdf:
        assert len(pdf.pages) == packet.pages == made.pages
        assert not pdf.get_warnings()
        out = io.BytesIO()
        pdf.save(out, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        assert not RUNS.search(BYTES.sub(b"", out.getvalue()))
    return str(made.state)


@pytest.mark.parametrize("part", range(PARTS))
def test_broken_files_give_pages_and_a_sound_packet(part: int) -> None:
    states: dict[str, int] = {}
    for number in range(part, ROUNDS, PARTS):
        try:
            state = tried(broken(number))
        except Exception as error:
            raise AssertionError(f"NAMNDSTOD_SEED={SEED}, file {number}") from error
        states[state] = states.get(state, 0) + 1
    print(f"{sum(states.values())} files from seed {SEED}: {states}")
    assert len(states) > 1
