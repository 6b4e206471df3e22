"""FöredragningsPM: what Kontroll says of it, and what is left of a template."""

from __future__ import annotations

from dataclasses import replace

import pytest

from namndstod.domain import findings
from namndstod.domain.findings import Step
from namndstod.domain.memoranda import leftovers, supporting_titles
from namndstod.domain.records import MeetingState, TextRole
from namndstod.domain.swedish import plain

from .factory import DAY, meeting, section
from .ill_written import BEFORE, HEAD, SPOILED, of, told


def test_a_whole_one_is_quiet() -> None:
    whole = of(told("Hamnen är sliten [1] och ska rustas (xx kronor)."))
    assert {f.code for f in findings.check(whole, BEFORE)} == set()


def test_one_that_is_not_written_is_not_asked_for() -> None:
    bare = told(head=None)
    assert {f.code for f in findings.check(of(bare), BEFORE)} == {"no_documents"}


@pytest.mark.parametrize("code", [code for code in SPOILED if code != "template_text"])
def test_nothing_is_said_once_the_meeting_is_held(code: str) -> None:
    spoilt = SPOILED[code][0]()
    held = meeting(*spoilt.items, state=MeetingState.OPEN, sections=[section(None, 1, "item1")])
    assert code not in {f.code for f in findings.check(held, DAY)}


def test_the_head_names_all_that_is_missing_and_where() -> None:
    head = replace(HEAD, officer="", day=None)
    (found,) = findings.check(of(told("Hamnen.", head=head)), BEFORE)
    assert found.message.endswith("FöredragningsPM saknar handläggare och datum.")
    assert (found.place.step, found.place.field) == (Step.PAPERS, "officer")


def test_a_template_is_seen_in_every_part_and_in_the_list() -> None:
    found = findings.check(of(told("Hej", "[…]", role=TextRole.ECONOMY)), BEFORE)
    (left,) = [f for f in found if f.code == "template_text"]
    assert left.place.role is TextRole.ECONOMY
    assert (
        left.message == "Ärende 1, Medel till hamnen, Ekonomiska konsekvenser: ”[…]” står kvar från mallen."
    )
    in_list = findings.check(of(told("xxx", head=None)), BEFORE)
    assert [f.place.step for f in in_list if f.code == "template_text"] == [Step.CALL]


@pytest.mark.parametrize(
    "text",
    [
        "Klicka här för att ange text.",
        "Klicka eller tryck här för att ange text.",
        "kostar XXX kronor",
        "den xxxx maj",
        "[...]",
        "beslutar […] att",
        "[ange belopp]",
        "[Här ange du bakgrunden]",
    ],
)
def test_what_a_template_leaves(text: str) -> None:
    assert leftovers(text)


@pytest.mark.parametrize(
    "text", ["Maxxxi AB", "XX-kromosom", "se [1] och […", "klicka här", "[a] [12]", "xx"]
)
def test_what_is_no_template(text: str) -> None:
    assert leftovers(text) == ()


def test_it_stands_first_among_the_beslutsunderlag() -> None:
    view = of(told("Hamnen."))
    assert [plain(t) for t in supporting_titles(view, view.items[0])] == [
        "FöredragningsPM till Tillväxtnämnden den 13 maj 2027"
    ]
