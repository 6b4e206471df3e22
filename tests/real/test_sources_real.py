"""The lines of the real papers: what a careful reader got out of them stands there in whole paragraphs."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from namndstod.domain.intake.mending import paragraphs
from namndstod.domain.intake.source import Source
from namndstod.exchange.problems import CannotShow
from namndstod.exchange.sources import read_source

from .place import FULL, REAL, needs_real_input

MEETING = REAL / "meeting-2020-02-14"
LETTERS = {"19RS9565": "12/02-*.pdf", "19RS9282": "12/03-*.pdf"}
PAPERS = [
    (f"pm{folder}", kind) for folder in ("03", "05", "07", "09", "10", "11", "12") for kind in ("docx", "pdf")
]

pytestmark = needs_real_input


def truth(name: str) -> Any:
    return json.loads((REAL / "truth" / name).read_text(encoding="utf-8"))


@cache
def source(path: Path) -> Source:
    return read_source(path.read_bytes(), path.name)


def bare(text: str) -> str:
    """Return text as it is compared: white space folded, kinds of hyphens the same."""
    return re.sub(r"\s+", " ", text.replace("\u2011", "-").replace("\u00ad", "")).strip()


def told(path: Path) -> set[str]:
    """Return every paragraph, cell and line of a cell."""
    found = source(path)
    texts = {bare(line.text) for line in paragraphs(found.lines)}
    for line in (*found.lines, *found.furniture):
        texts |= {bare(part) for cell in line.cells for part in cell.split("\n")}
    return texts


def paper(ident: str, kind: str) -> Path:
    return MEETING / ident.removeprefix("pm") / f"foredragningspm.{kind}"


@pytest.mark.parametrize(("ident", "kind"), PAPERS)
def test_every_clause_and_condition_of_a_memorandum_is_a_paragraph(ident: str, kind: str) -> None:
    path = paper(ident, kind)
    if not path.exists():
        pytest.skip("the packet has no such file")
    wanted = next(one for one in truth("foredragningspm.json") if one["id"] == ident)
    texts = told(path)
    for text in (wanted["title"], *(one["text"] for one in wanted["att_satser"]), *wanted["villkor"]):
        assert bare(text) in texts
    everything = " ".join(bare(line.text) for line in (*source(path).lines, *source(path).furniture))
    for text in filter(None, (wanted["signer"]["name"], *wanted["beslutsunderlag"])):
        assert bare(text).split(" ")[0] in everything


def test_a_memorandum_says_the_same_as_word_and_as_pdf() -> None:
    for ident in ("pm03", "pm09", "pm11"):
        word = " ".join(sorted(told(paper(ident, "docx")))).split()
        pdf = set(" ".join(told(paper(ident, "pdf"))).split())
        missing = [one for one in word if one not in pdf]
        assert len(missing) <= 0.02 * len(word), missing


@pytest.mark.parametrize("file", ["kallelse.docx", "kallelse.pdf"])
def test_members_and_items_of_the_kallelse_are_lines(file: str) -> None:
    wanted = truth("kallelse_2020-02-14.json")
    texts = told(MEETING / file)
    for member in (*wanted["members"], *wanted["substitutes"]):
        assert any(text.startswith(f"{member['name']} ({member['party']})") for text in texts)
    for item in wanted["agenda"]:
        assert bare(item["title"]) in texts
        assert {bare(one["text"]) for one in item["att_satser"]} <= texts
    heads = [line for line in source(MEETING / file).lines if line.bold]  # items have lists of their own
    labels = [line.label for line in heads if line.label]
    assert labels == [f"{item['number']}." for item in wanted["agenda"]]


@pytest.mark.parametrize("dnr", LETTERS)
def test_the_decision_of_a_letter_stands_in_items(dnr: str) -> None:
    (path,) = MEETING.glob(LETTERS[dnr])
    wanted = next(one for one in truth("decision_letters.json") if one["dnr"] == dnr)
    items = {bare(line.text) for line in paragraphs(source(path).lines) if line.label}
    decided = [bare(text) for text in wanted["beslut"]]
    assert len(items & set(decided)) >= len(decided) - 1  # one of them has a list of its own
    assert {bare(text) for text in wanted["villkor"]} <= items
    assert not any(re.search(r"\d+ \(\d+\)$", line.text) for line in source(path).lines)


def test_every_file_of_the_meeting_has_lines_or_a_reason() -> None:
    refused = {}
    for path in sorted(MEETING.rglob("*.*")):
        if path.suffix == ".pdf" and 60_000 < path.stat().st_size < 1_000_000 and not FULL:
            continue  # dozens of pages each
        try:
            source(path)
        except CannotShow as problem:
            refused[path.suffix] = str(problem)
    assert set(refused) == {".eml", ".xlsx", ".pdf"}  # one PDF is a scanned picture
    assert "bilder utan text" in refused[".pdf"]


def test_damaged_letters_are_mended() -> None:
    path = REAL / "text" / "aterrapportering-2023.txt"
    text = " ".join(line.text for line in source(path).lines)
    assert not re.findall(r"\w*(?:oö|aå|AÅ)\w*", text)
    assert any("lagats" in doubt for doubt in source(path).doubts)
