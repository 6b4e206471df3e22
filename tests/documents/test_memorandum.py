"""FöredragningsPM: its parts in their order, each of them optional, and its place in the packet."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pikepdf
import pytest

from namndstod.documents.builders import divider_paper, memorandum_paper
from namndstod.documents.layout import draw
from namndstod.documents.word import to_docx
from namndstod.domain.content import (
    Align,
    Block,
    Group,
    Heading,
    ListBlock,
    ListKind,
    Paragraph,
    ParagraphRole,
    Table,
)
from namndstod.domain.errors import NotFound
from namndstod.domain.items import ItemView
from namndstod.domain.records import (
    BlockKind,
    ConversionState,
    Matter,
    Memorandum,
    Recipient,
    TextBlock,
    TextRole,
)
from namndstod.services.packets import make_packet

from ..domain.factory import block, item, meeting
from .reading import page_texts, paragraphs, plain
from .test_word import docx_texts

HEAD = Memorandum(
    id="pm",
    item_id="item1",
    unit="Kansliet",
    officer="Ines Falk",
    day=date(2027, 4, 1),
    signatory="Tor Berg",
    signatory_title="utvecklingschef",
)


def written(*more: TextBlock, documents: Sequence[ConversionState] = ()) -> ItemView:
    """Return an item with a FöredragningsPM that has no more than it must, and what is given besides."""
    bare = item(
        1, "Medel till hamnen", clauses=("bevilja medel, samt", "villkor gäller:"), documents=documents
    )
    matter = Matter(id="m", title="Medel", diary_number="27RG1", external_diary_number="HF 12")
    return replace(bare, memorandum=HEAD, matter=matter, blocks=(*bare.blocks, *more))


def blocks(shown: ItemView) -> list[Block]:
    """Return the blocks, those of groups among the others."""
    found = memorandum_paper(meeting(shown), {}, ("item1",)).blocks
    return [b for block in found for b in (block.blocks if isinstance(block, Group) else (block,))]


def headings(shown: ItemView) -> list[str]:
    return [b.text for b in blocks(shown) if isinstance(b, Heading)]


def test_only_heading_and_proposal_stand_without_more() -> None:
    assert headings(written()) == ["Medel till hamnen", "Förslag till beslut", "Beslutsunderlag"]


def test_the_parts_stand_in_their_order_whatever_was_written_first() -> None:
    roles = (
        TextRole.FOLLOW_UP,
        TextRole.ECONOMY,
        TextRole.IMPACT,
        TextRole.ASSESSMENT,
        TextRole.BACKGROUND,
        TextRole.SUMMARY,
    )
    shown = replace(
        written(*(block("Text.", role) for role in roles), documents=(ConversionState.DONE,)),
        recipients=(Recipient(id="r", item_id="item1", position=1, name="Hamnen"),),
    )
    assert headings(shown) == [
        "Medel till hamnen",
        "Förslag till beslut",
        "Sammanfattning",
        "Ärendebeskrivning",
        "Bedömning",
        "Konsekvenser för miljö-, barn- och jämställdhetsperspektiven",
        "Ekonomiska konsekvenser",
        "Uppföljning",
        "Beslutsunderlag",
        "Skickas till",
    ]
    told = [plain(t) for t in paragraphs(blocks(shown))]
    assert told[-4:] == ["Bilaga 1", "Tor Berg utvecklingschef", "Skickas till", "Hamnen"]


def test_the_head_tells_who_when_for_whom_and_the_numbers() -> None:
    told = [plain(t) for t in paragraphs(blocks(written()))]
    assert told[:10] == [
        "Tjänsteställe, handläggare",
        "Kansliet Ines Falk",
        "Sammanträdesdatum",
        "2027-05-13",
        "Dnr",
        "27RG1 Externt dnr HF 12",
        "Organ",
        "Tillväxtnämnden",
        "Datum",
        "2027-04-01",
    ]


def test_conditions_are_bullets_below_their_clause_and_numbered_sentences_are_numbered() -> None:
    clause = next(b for b in written().blocks if b.text == "villkor gäller:")
    condition = replace(
        block("rapport lämnas.", TextRole.PROPOSAL, BlockKind.CONDITION, 9), parent_id=clause.id
    )
    (clauses,) = [
        b for b in blocks(written(condition)) if isinstance(b, ListBlock) and b.items[0].label == "att"
    ]
    inner = clauses.items[1].blocks[1]
    assert isinstance(inner, ListBlock)
    assert (inner.kind, inner.items[0].label) == (ListKind.BULLETS, "•")

    sentences = tuple(
        block(text, TextRole.ECONOMY, BlockKind.NUMBERED, n)
        for n, text in enumerate(("Medlen finns.", "Inget mer."), 1)
    )
    numbered = [b for b in blocks(written(*sentences)) if isinstance(b, ListBlock)][1]
    assert [i.label for i in numbered.items] == ["1.", "2."]


def test_numbers_in_a_table_stand_to_the_right() -> None:
    rows = (
        ("Post", "2026", "Andel", "Anm."),
        ("Region", "140\u00a0000", "50 %", "–"),
        ("Skola", "–", "", "1 a"),
    )
    table = replace(block("", TextRole.ECONOMY, BlockKind.TABLE), edited=None, rows=rows)
    (made,) = [b for b in blocks(written(table)) if isinstance(b, Table)]
    assert made.aligns == (Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT)


def test_who_signs_is_told_without_a_line_to_sign_on() -> None:
    (signed,) = [b for b in blocks(written()) if isinstance(b, Paragraph) and b.role is ParagraphRole.SIGNED]
    assert signed.runs[0].text == "Tor Berg\nutvecklingschef"


def test_paper_and_word_say_the_same() -> None:
    paper = memorandum_paper(
        meeting(written(block("Hamnen är sliten.", TextRole.BACKGROUND))), {}, ("item1",)
    )
    bare = replace(paper, furniture=replace(paper.furniture, page_numbers=False, head_left="", head_right=""))
    drawn = plain(" ".join(page_texts(draw(bare).pdf)))
    assert " ".join(docx_texts(to_docx(bare))).split() == drawn.split()


@pytest.mark.parametrize("of", [(), ("nobody",), ("item1",)])
def test_an_item_without_one_is_told(of: tuple[str, ...]) -> None:
    with pytest.raises(NotFound):
        memorandum_paper(meeting(item(1, "Medel")), {}, of)


def test_it_stands_first_behind_the_divider_in_the_packet() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        pdf.save(page := io.BytesIO())
    view = meeting(
        written(documents=(ConversionState.DONE,)), replace(item(2, "Val"), memorandum=HEAD), item(3, "C")
    )
    packet = make_packet(view, {}, lambda _: page.getvalue())
    assert [(p.title, p.item_id) for p in packet.parts[2:]] == [
        ("Medel till hamnen", "item1"),
        ("FöredragningsPM", "item1"),
        ("Bilaga 1", "item1"),
        ("Val", "item2"),
        ("FöredragningsPM", "item2"),
    ]
    with pikepdf.open(io.BytesIO(packet.pdf)) as made, made.open_outline() as outline:
        marks = [(m.title, [c.title for c in m.children]) for m in outline.root[2:]]
    assert marks == [
        ("1. Medel till hamnen", ["FöredragningsPM", "Bilaga 1"]),
        ("2. Val", ["FöredragningsPM"]),
    ]
    listed = [plain(t) for t in paragraphs(divider_paper(view, view.items[0]).blocks)]
    assert listed[-2:] == ["FöredragningsPM till Tillväxtnämnden den 13 maj 2027", "Bilaga 1"]
