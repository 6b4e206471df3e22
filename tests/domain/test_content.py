from __future__ import annotations

import json

import pytest

from namndstod.documents.builders import agenda_paper, call_paper, minutes_paper
from namndstod.domain.content import Paper, from_json, to_json
from namndstod.domain.records import Customs, MeetingState, Outcome, SectionOrder

from .factory import item, meeting, section


def papers(customs: Customs | None = None) -> list[Paper]:
    goods = item(1, "Medel", dnr="27RG1", clauses=("bevilja medel, samt", "meddela."))
    view = meeting(
        goods, state=MeetingState.CLOSED, sections=[section(7, 1, "item1", Outcome.APPROVED)], customs=customs
    )
    return [call_paper(view, {}), agenda_paper(view, {}), minutes_paper(view, {})]


def test_a_tree_comes_back_from_json_as_it_was() -> None:
    for paper in papers():
        assert from_json(to_json(paper)) == paper


def test_the_same_tree_gives_the_same_json() -> None:
    assert [to_json(p) for p in papers()] == [to_json(p) for p in papers()]


@pytest.mark.parametrize("text", ["{}", '{"=": "Nothing"}', '{"=": "Run", "text": "x"}', "[]"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        from_json(text)


def test_the_order_of_parts_is_the_committees_own() -> None:
    def headings(order: SectionOrder) -> list[str]:
        blocks = json.loads(to_json(papers(Customs(section_order=order))[2]))["blocks"]
        return [b["text"] for b in blocks if b["="] == "Heading" and b["level"] == 2]

    assert headings(SectionOrder.PROPOSAL_FIRST) == ["Förslag till beslut", "Beslut"]
    assert headings(SectionOrder.DECISION_FIRST) == ["Beslut", "Förslag till beslut"]


def test_an_unapproved_protokoll_says_so_on_each_page() -> None:
    assert papers()[2].furniture.watermark == "UTKAST – ej justerat"
