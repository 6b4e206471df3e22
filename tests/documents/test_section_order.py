"""The two orders of the parts of a §: from proposal to decision, and the decision first (documents.md)."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest

from namndstod.documents.builders import minutes_paper
from namndstod.documents.builders.minutes import section_blocks
from namndstod.documents.word import to_docx
from namndstod.domain.content import Heading
from namndstod.domain.proceedings import PROPOSAL, REJECTION, PropositionKind
from namndstod.domain.records import (
    BlockKind,
    ConversionState,
    Customs,
    Outcome,
    Recipient,
    SectionOrder,
    TextBlock,
    TextRole,
    VoteStyle,
)
from namndstod.domain.view import MeetingView

from ..domain.factory import block, document
from ..domain.proceeding import NO, YES, asked, contested, held, vote
from .reading import paragraphs, plain


def own(role: TextRole, text: str) -> TextBlock:
    """A part of the § as a person wrote it."""
    return TextBlock(
        id=role.value, role=role, kind=BlockKind.PARAGRAPH, position=1, section_id="s1", edited=text
    )


def whole(order: SectionOrder, style: VoteStyle = VoteStyle.TABLE) -> MeetingView:
    """Return a meeting with a § that has all parts there are."""
    ballots = vote(PropositionKind.MATTER.value, PROPOSAL, REJECTION, [YES, NO, YES, YES, YES])
    view = held(
        *contested(),
        propositions=[asked()],
        votes=[ballots],
        outcome=Outcome.APPROVED,
        customs=Customs(section_order=order, vote_style=style),
    )
    (item,) = view.items
    texts = (block("Bryggan är sliten.", TextRole.SUMMARY), block("Läget i hamnen", TextRole.POINTS))
    item = replace(
        item,
        blocks=(*item.blocks, *texts),
        documents=(document("item1", 1, ConversionState.DONE),),
        recipients=(Recipient(id="r", item_id="item1", position=1, name="Hamnen"),),
    )
    parts = (
        own(TextRole.ATTENDANCE, "Eva Fors (KD) kommer."),
        own(TextRole.RESERVATIONS, "Cilla Dal (M) reserverar sig."),
        own(TextRole.REMARKS, "Cilla Dal (M) lämnar ett särskilt yttrande."),
    )
    return replace(view, items=(item,), section_blocks=parts)


def headings(view: MeetingView) -> list[str]:
    blocks = section_blocks(view, view.sections[0])
    return [b.text for b in blocks if isinstance(b, Heading) and b.level == 2]


BEFORE = [
    "Sammanfattning",
    "Förslag till beslut",
    "Yrkanden",
    "Propositionsordning",
    "Beslut",
    "Reservationer",
    "Anteckningar",
    "Beslutsunderlag",
    "Expedieras till",
]
AFTER = [
    "Beslut",
    "Reservationer",
    "Anteckningar",
    "Information",
    "Sammanfattning",
    "Förslag till beslut",
    "Yrkanden",
    "Beslutsgång",
    "Omröstning",
    "Beslutsunderlag",
    "Expedieras till",
]


@pytest.mark.parametrize("style", list(VoteStyle))
def test_all_parts_in_both_orders(style: VoteStyle) -> None:
    assert headings(whole(SectionOrder.PROPOSAL_FIRST, style)) == BEFORE
    assert headings(whole(SectionOrder.DECISION_FIRST, style)) == AFTER


@pytest.mark.parametrize("style", list(VoteStyle))
def test_both_orders_say_the_same(style: VoteStyle) -> None:
    def words(order: SectionOrder) -> set[str]:
        view = whole(order, style)
        return {plain(t) for t in paragraphs(section_blocks(view, view.sections[0]))}

    only_names = {"Propositionsordning", "Beslutsgång", "Omröstning", "Information"}
    assert words(SectionOrder.PROPOSAL_FIRST) ^ words(SectionOrder.DECISION_FIRST) <= only_names


def test_the_vote_stands_below_its_heading_and_the_question_above() -> None:
    view = whole(SectionOrder.DECISION_FIRST)
    told = [plain(t) for t in paragraphs(section_blocks(view, view.sections[0]))]
    at = told.index("Omröstning")
    assert told[at - 1].endswith("Omröstning begärs och ska genomföras.")
    assert "godkänner följande omröstningsordning" in told[at + 1]


def test_what_has_no_heading_of_its_own_stands_first() -> None:
    view = whole(SectionOrder.DECISION_FIRST)
    told = [plain(t) for t in paragraphs(section_blocks(view, view.sections[0]))]
    assert told[1:3] == ["Eva Fors (KD) kommer.", "Beslut"]


def test_two_votes_are_told_as_they_fell() -> None:
    view = whole(SectionOrder.DECISION_FIRST)
    twice = own(TextRole.PROCEDURE, "Nämnden godkänner följande omröstningsordning: Ja för A.")
    again = replace(twice, id="again", position=2)
    assert "Omröstning" not in headings(replace(view, section_blocks=(twice, again)))


def test_word_has_the_same_headings_in_the_same_order() -> None:
    document = docx.Document(io.BytesIO(to_docx(minutes_paper(whole(SectionOrder.DECISION_FIRST), {}))))
    told = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 2"]
    assert told == AFTER
