"""Real kallelser and protokoll agree with what a careful reader got out of them, in every field."""

from __future__ import annotations

import json
from typing import Any

import pytest

from namndstod.domain.intake.as_json import call_json, minutes_json
from namndstod.domain.intake.calls import read_call
from namndstod.domain.intake.minutes import read_minutes
from namndstod.domain.intake.source import Source
from namndstod.domain.swedish import plain
from namndstod.exchange.sources import read_source

from .place import REAL, needs_real_input

CALLS = [
    "meeting-2020-02-14/kallelse.docx",
    "meeting-2020-02-14/kallelse.pdf",
    "text/kallelse-2020-02-14.txt",
]


def source(name: str) -> Source:
    path = REAL / name
    return read_source(path.read_bytes(), path.name)


def truth(name: str) -> Any:
    return json.loads((REAL / "truth" / name).read_text(encoding="utf-8"))


def same(value: Any) -> Any:
    """Return a value with white space folded, and what is empty as None, as the tool that scores does."""
    if isinstance(value, str):
        return " ".join(plain(value).split()).rstrip(":") or None
    if isinstance(value, list):
        return [same(each) for each in value] or None
    if isinstance(value, dict):
        return {key: same(each) for key, each in value.items()}
    return value


@needs_real_input
@pytest.mark.parametrize("name", CALLS)
def test_a_kallelse_agrees_in_every_field(name: str) -> None:
    want, found = truth("kallelse_2020-02-14.json"), call_json(read_call(source(name)))
    head = {
        "committee": "committee",
        "date": "date",
        "start": "time_start",
        "end": "time_end",
        "place": "place",
    }
    assert same({key: found[key] for key in head}) == same({key: want[of] for key, of in head.items()})
    assert same(found["members"]) == same(want["members"])
    assert same(found["substitutes"]) == same(want["substitutes"])
    assert same(found["secretary"]) == same({k: want["secretary"][k] for k in ("name", "email", "phone")})
    assert same(found["notices"]) == same(want["notices"])
    items: Any = found["items"]
    for wanted, item in zip(want["agenda"], items, strict=True):
        fields = {
            "number": "number",
            "title": "title",
            "diary_number": "diarienummer",
            "presenters": "foredragande",
            "decider": "beslutsmening",
            "conditions": "villkor",
        }
        assert same({key: item[key] for key in fields}) == same({k: wanted[of] for k, of in fields.items()})
        assert same(item["clauses"]) == same([clause["text"] for clause in wanted["att_satser"]])
        assert same(item["supporting_documents"]) == same(wanted["beslutsunderlag"])
        begins = same(wanted["sammanfattning_first200"]) or ""
        assert (same(item["summary"]) or "").startswith(begins)


@needs_real_input
def test_a_whole_protokoll_has_every_paragraph() -> None:
    found = read_minutes(source("text/ks-protokoll-2025-03-26.txt"))
    assert (found.body, str(found.day)) == ("Kommunstyrelsen", "2025-03-26")
    assert [each.number for each in found.paragraphs] == list(range(246, 289))
    assert all(each.title and each.diary_number for each in found.paragraphs)
    assert [each.number for each in found.paragraphs if not each.decision] == [282]
    texts = [text for each in found.paragraphs for text in each.text]
    assert not [text for text in texts if "Protokoll nr" in text or text == "Kommunstyrelsen"]
    by_number = {str(each.number): each for each in found.paragraphs}
    votes = [vote for vote in truth("named_votes.json") if vote["meeting"].endswith("KS 2025-03-26")]
    assert len(votes) >= 7
    for vote in votes:
        each = by_number[vote["paragraf"]]
        assert each.title.startswith(vote["rubrik"].strip()[:150])
        assert each.diary_number == vote["arendenr"]


@needs_real_input
def test_an_extract_agrees_in_every_field() -> None:
    want = truth("protocol_extract_rjh_205.json")
    found = minutes_json(read_minutes(source("text/protokollsutdrag-205.txt")))
    paragraphs: Any = found["paragraphs"]
    (each,) = paragraphs
    assert (found["body"], found["date"]) == (want["committee"], want["date"])
    assert (each["number"], each["title"]) == (want["paragraf"], want["title"])
    assert each["diary_number"] == want["diarienummer"]
    assert each["decision"] == want["beslut"]
    for part in ("sammanfattning", "forslag_till_beslut", "propositionsordning", "beslutsunderlag"):
        assert all(any(text in line for line in each["text"]) for text in want[part])
