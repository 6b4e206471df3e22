"""The real FöredragningsPM, as Word, PDF and text, against what a careful reader gets out of them."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest

from namndstod.domain.intake.as_json import memorandum_json
from namndstod.domain.intake.memoranda import read_memorandum
from namndstod.exchange.sources import read_source

from .place import REAL, needs_real_input

pytestmark = needs_real_input

MEETING = "meeting-2020-02-14"
FILES = (
    *((f"pm{n}", f"{MEETING}/{n}/foredragningspm.docx") for n in ("03", "05", "07", "09", "10", "11", "12")),
    *((f"pm{n}", f"{MEETING}/{n}/foredragningspm.pdf") for n in ("03", "09", "11")),
    ("seed000", f"{MEETING}/inkommet/foredragningspm-testbadd.docx"),
    ("seed000", "text/foredragningspm-testbadd.txt"),
)
OWN = (
    "Förslag till beslut",
    "Beslutsunderlag",
    "Skickas till",
)  # headings whose parts have fields of their own
OF_HEAD = ("diary_number", "unit", "officer", "date", "body")


@cache
def truths() -> dict[str, Any]:
    """Return what each paper says, by its id."""
    listed = json.loads((REAL / "truth" / "foredragningspm.json").read_text(encoding="utf-8"))
    return {one["id"]: one for one in listed}


def same(value: Any) -> Any:
    """Return a value as it is compared: blanks folded, no colon last, empty and null the same."""
    if isinstance(value, str):
        plain = value.replace("\u00a0", " ").replace("\u2011", "-").replace("\u00ad", "")
        return re.sub(r"\s+", " ", plain).strip().rstrip(":") or None
    if isinstance(value, list):
        return [same(one) for one in value] or None
    return {key: same(one) for key, one in value.items()} if isinstance(value, dict) else value


def expected(truth: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that a paper has; a letterhead that is not in it is not asked for."""
    period = truth["project_period"]
    fields = {
        "title": truth["title"],
        "diary_number": truth["diarienummer"],
        "unit": truth["tjanstestalle"],
        "officer": truth["handlaggare"],
        "date": truth["date"],
        "body": truth["organ"],
        "decider": truth["beslutsmening"],
        "clauses": [clause["text"] for clause in truth["att_satser"]],
        "conditions": truth["villkor"],
        "headings": [one["heading"] for one in truth["section_headings"]],
        "supporting_documents": truth["beslutsunderlag"],
        "recipients": truth["skickas_till"],
        "signatory": truth["signer"],
        "amounts": truth["amounts_kr_in_decision"],
        "share_percent": truth["share_percent"],
        "period": {"from": period["from"], "to": period["to"]} if period else None,
    }
    left_out = () if truth["header_status"] == "complete" else OF_HEAD
    return {key: same(value) for key, value in fields.items() if key not in left_out}


@pytest.mark.parametrize(("ident", "name"), FILES, ids=[name for _, name in FILES])
def test_a_real_memorandum_is_read_as_a_careful_reader_reads_it(ident: str, name: str) -> None:
    path = REAL / name
    made: dict[str, Any] = memorandum_json(read_memorandum(read_source(path.read_bytes(), path.name)))
    made["headings"] = [section["heading"] for section in made["sections"]]
    want = expected(truths()[ident])
    got = {key: same(made[key]) for key in want}
    for fields in (want, got):
        fields["headings"] = [one for one in fields["headings"] or [] if one not in OWN]
    assert got == want
