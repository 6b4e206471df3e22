"""Beslutsbrev: the letter that tells a decision made by delegation (documents.md)."""

from __future__ import annotations

from collections.abc import Sequence

from namndstod.domain.budgets import BudgetTable, cleared
from namndstod.domain.content import (
    Align,
    Block,
    Group,
    Heading,
    Paper,
    ParagraphRole,
    SideBySide,
    Signature,
    Signatures,
    Table,
)
from namndstod.domain.delegation import Budget
from namndstod.domain.letters import LetterView, budget_rows, power
from namndstod.domain.swedish import iso_date

from .common import Images, bullets, lines, paragraph, sheet_of_body, summed_table

_NAME = "Beslut"
_LONGEST_HEADING = 60  # characters


def letter_paper(view: LetterView, images: Images) -> Paper:
    """Return the letter; a part without text is left out."""
    letter = view.letter
    sender = view.customs.letterhead.organisation or view.term.name
    blocks: list[Block] = [
        _facts(view),
        *((SideBySide(((), lines(letter.recipient))),) if any(letter.recipient) else ()),
        Heading(1, view.heading),
        *_text(letter.applied_for),
        Heading(2, "Beslutet"),
        *_listed(view.decided),
        *((paragraph(power(view.decision)),) if power(view.decision) else ()),
    ]
    if conditions := [text for text in letter.conditions if text.strip()]:
        blocks += [
            Heading(2, "Villkor"),
            paragraph("Följande villkor gäller för beslutet:"),
            bullets(conditions),
        ]
    for title, text in (
        ("Sammanfattning", letter.summary),
        ("Skäl till beslut", letter.reasons),
        ("Beskrivning av ärendet", letter.description),
    ):
        if text.strip():
            blocks += [Heading(2, title), *_text(text)]
    blocks += _budgets(view)
    if letter.signers:
        names = tuple(Signature(s.title, s.name) for s in letter.signers)
        signed = (paragraph(f"För {sender}", ParagraphRole.LABEL), Signatures(names))
        blocks[-1] = Group((blocks[-1], *signed), keep=True)  # nobody signs an empty page
    number = view.decision.diary_number
    title = f"{view.heading} {number}".strip()
    return sheet_of_body(view.term, images, _NAME, title, blocks, f"{_NAME} {number}".strip())


def _facts(view: LetterView) -> SideBySide:
    """Tjänsteställe, handläggare | Datum | Beteckning: the line of a letter that says who, when and which."""
    shown = (
        ("Tjänsteställe, handläggare", (view.letter.unit, view.letter.officer)),
        ("Datum", (iso_date(view.day) if view.day else "",)),
        ("Beteckning", (view.decision.diary_number,)),
    )
    return SideBySide(
        tuple((paragraph(label, ParagraphRole.LABEL), *lines(texts)) for label, texts in shown if any(texts))
    )


def _listed(texts: Sequence[str]) -> tuple[Block, ...]:
    """Several decisions stand as a list, one alone as it is."""
    return (bullets(texts),) if len(texts) > 1 else tuple(paragraph(text) for text in texts)


def _text(text: str) -> list[Block]:
    """Return a typed text: lines are paragraphs, lines with a bullet a list, a short line alone a heading."""
    blocks: list[Block] = []
    points: list[str] = []
    found = [line.strip() for line in text.splitlines() if line.strip()]
    for number, line in enumerate(found):
        if line[0] in "•–-*" and line[1:].startswith((" ", "\t")):
            points.append(line[1:].strip())
            continue
        if points:
            blocks.append(bullets(points))
            points = []
        last = number + 1 == len(found)
        heads = not last and len(line) <= _LONGEST_HEADING and line[-1] not in ".,:;!?”)…"
        blocks.append(Heading(3, line) if heads else paragraph(line))
    return [*blocks, bullets(points)] if points else blocks


def _budgets(view: LetterView) -> list[Block]:
    tables = (
        (BudgetTable.COSTS, cleared(view.letter.costs)),
        (BudgetTable.FINANCING, cleared(view.letter.financing)),
    )
    shown = [_budget(table, budget) for table, budget in tables if budget.rows and budget.years]
    return [Heading(2, "Kostnads- och finansieringsbudget"), *shown] if shown else []


def _budget(table: BudgetTable, budget: Budget) -> Table:
    rows = budget_rows(table, budget)
    amounts = len(rows[0]) - 1
    widths = (max(30.0, 100.0 - 16.0 * amounts), *[16.0] * amounts)
    return summed_table(rows, widths, (Align.LEFT, *[Align.RIGHT] * amounts))
