"""Files broken at random: lines or a Swedish reason, and readers that say what they found, whatever they get.

A sample in ordinary runs; NAMNDSTOD_FULL=1 tries thousands (NAMNDSTOD_FUZZ=N: so many), from a seed that is
printed with what fails.
"""

from __future__ import annotations

import os
import random
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from io import BytesIO

import docx
import pytest

from namndstod.domain.intake.calls import read_call
from namndstod.domain.intake.kinds import paper_kind
from namndstod.domain.intake.letters import read_letter
from namndstod.domain.intake.memoranda import read_memorandum
from namndstod.domain.intake.mending import paragraphs
from namndstod.domain.intake.minutes import read_minutes
from namndstod.domain.intake.source import Source
from namndstod.exchange.problems import CannotShow
from namndstod.exchange.sources import read_source

from .source_files import pdf_of, printed, together
from .test_fuzz_pdf import CHANGES, Change, plainly
from .word_files import saved

FULL = bool(os.environ.get("NAMNDSTOD_FULL"))
ROUNDS = int(os.environ.get("NAMNDSTOD_FUZZ", "4000" if FULL else "60"))
SEED = int(os.environ.get("NAMNDSTOD_SEED", "0")) or (random.SystemRandom().randrange(10**9) if FULL else 5)
MOST_SECONDS = 30.0  # for one small file; far beyond what any takes
READERS: tuple[Callable[[Source], object], ...] = (
    read_memorandum, read_call, read_letter, read_minutes, paper_kind,
)  # fmt: skip

MEMORANDUM = """Tjänsteställe, handläggare\tDatum\tDnr
Kultur, Maja Ek\t2026-02-03\tKUN 26/12

Stöd till Ekby kulturförening
Förslag till beslut
Kulturnämnden beslutar
att   bevilja Ekby kulturförening 50 procent, dock högst 4 111
981 kronor, samt
att paragrafen förklaras omedelbart justerad.

Sammanfattning
Föreningen ansöker om medel för perioden 2026-01-
01—2026-12-31.
•Ett villkor
1. En punkt

Kostnader\t2025\tTotalt
Personal\t90 000\t90 000
Summa\t90 000\t90 000

Maja Ek
Enhetschef
Skickas till
Ekby kulturförening""".splitlines()
CALL = """Kallelse
Kulturnämnden
Tid: tisdag 3 februari 2026 kl. 13.00-16.00
Plats: Salen
Ledamöter\tErsättare
Eva Al (C), ordförande\tBo Ny (M)
1. Protokollsjustering
2. Information
- Läget - Maja Ek
§ 3 Beslut om taxa
Dnr KUN 26/3
Kulturnämnden beslutar""".splitlines()


def word(lines: list[str]) -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Kultur, Maja Ek\t2026-02-03\tKUN 26/12"
    for line in lines:
        document.add_paragraph(line)
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(1, 1).text = "Summa", "90 000"
    return saved(document)


def sheets(lines: list[str]) -> bytes:
    foot = printed("Sjöbygden", at=(70, 40))
    return pdf_of(together(printed(*lines[:12]), foot), together(printed(*lines[12:]), foot))


SOUND = {
    kind: [make(MEMORANDUM), make(CALL)]
    for kind, make in (
        ("docx", word),
        ("pdf", sheets),
        ("plain pdf", lambda lines: plainly(sheets(lines))),
        ("txt", lambda lines: "\n".join(lines).encode()),
    )
}


def broken(number: int) -> tuple[str, bytes]:
    """Return the kind of the file with this number from the seed, and the file."""
    chance = random.Random(f"{SEED}:{number}")
    kind = chance.choice(list(SOUND))
    data = bytearray(chance.choice(SOUND[kind]))
    if kind == "docx" and chance.random() < 0.8:  # within a part, so that the package still opens
        return kind, _with_broken_part(chance, bytes(data))
    for change in chance.sample(_changes(kind), chance.choice((1, 1, 2, 3))):
        change(chance, data)
        if not data:
            break
    return kind, bytes(data)


def _with_broken_part(chance: random.Random, data: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        chosen = chance.choice(
            ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/header1.xml"]
        )
        for name in source.namelist():
            part = bytearray(source.read(name))
            if name == chosen and part:
                chance.choice([_swap_tags, *_changes("docx")])(chance, part)
            target.writestr(name, bytes(part))
    return out.getvalue()


def _swap_tags(chance: random.Random, data: bytearray) -> None:
    """Let elements be other elements, so that the XML stays whole and means nonsense."""
    names = [b"w:p", b"w:tbl", b"w:tr", b"w:tc", b"w:r", b"w:t", b"w:sdt", b"w:ins", b"w:sectPr", b"w:numPr"]
    one, other = chance.sample(names, 2)
    for end in (b">", b" ", b"/>"):
        for start in (b"<", b"</"):
            data[:] = data.replace(start + one + end, start + other + end)


def _changes(kind: str) -> list[Change]:
    return CHANGES if "pdf" in kind else CHANGES[:4]  # the others change what only a PDF has


def tried(kind: str, data: bytes) -> str:
    """Read a file and understand it in every way; return what became of it."""
    begun = time.monotonic()
    try:
        source = read_source(data, f"fil.{kind.split()[-1]}")
    except CannotShow as error:
        return str(error.state)
    understood(source)
    assert time.monotonic() - begun < MOST_SECONDS
    return "read"


def understood(source: Source) -> None:
    """Let every reader understand the lines; what one raises is a bug."""
    assert "".join(line.text for line in paragraphs(source.lines)) or not source.lines
    for reader in READERS:
        reader(source)


def test_broken_files_give_lines_or_a_reason(caplog: pytest.LogCaptureFixture) -> None:
    states: Counter[str] = Counter()
    for number in range(ROUNDS):
        kind, data = broken(number)
        try:
            states[tried(kind, data)] += 1
        except Exception as error:
            raise AssertionError(f"NAMNDSTOD_SEED={SEED}, file {number} ({kind})") from error
        surprises = [record for record in caplog.records if record.name.startswith("namndstod")]
        assert not surprises, f"NAMNDSTOD_SEED={SEED}, file {number} ({kind}) failed in a way not thought of"
    print(f"{ROUNDS} files from seed {SEED}: {dict(states)}")
    assert states.total() == ROUNDS
    assert len(states) > 1


def test_nonsense_in_order_is_understood_as_nothing_much() -> None:
    """Lines of papers shuffled, doubled and cut: the readers answer, and find nothing that isn't there."""
    chance = random.Random(f"{SEED}:lines")
    for _ in range(ROUNDS // 3):
        lines = [*MEMORANDUM, *CALL] * chance.choice((1, 2))
        chance.shuffle(lines)
        lines = [line[: chance.choice((3, 12, 400))] for line in lines[: chance.randrange(1, 60)]]
        text = "\n".join(lines)
        if text.strip():
            understood(read_source(text.encode(), "fil.txt"))
