"""What the papers of a meeting have in common."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from namndstod.domain.content import (
    Align,
    Block,
    Cell,
    Furniture,
    Inline,
    ListBlock,
    ListItem,
    ListKind,
    Masthead,
    Paper,
    Paragraph,
    ParagraphRole,
    Run,
    Table,
    inline,
)
from namndstod.domain.records import BlockKind, BodyTerm, Mark, MarkKind, MeetingState
from namndstod.domain.swedish import clock_span, iso_date, typeset, weekday_date
from namndstod.domain.texts import Draft
from namndstod.domain.view import MeetingView
from namndstod.domain.vote_style import HEAD as VOTE_HEAD

Images = Mapping[str, bytes]

_LIST_KINDS = {
    BlockKind.CLAUSE: ListKind.CLAUSES,
    BlockKind.NUMBERED: ListKind.NUMBERED,
    BlockKind.BULLET: ListKind.BULLETS,
    BlockKind.CONDITION: ListKind.BULLETS,
}


def masthead(view: MeetingView, name: str) -> Masthead:
    """Return the head of the first page: sender from the body's letterhead, and the paper's name."""
    head = view.customs.letterhead
    return Masthead(head.organisation, head.address, head.website, head.logo, name, head.colour)


def furniture(view: MeetingView, name: str, *, watermark: str = "", signed: bool = False) -> Furniture:
    """Return what stands on every page. `signed` pages have room for the justerare's initials."""
    return Furniture(
        head_left=view.term.name,
        head_right=f"{name} {iso_date(view.meeting.day)}",
        foot_left="Justerandes sign" if signed else "",
        foot_right="Utdragsbestyrkande" if signed else "",
        watermark=watermark,
    )


def sheet(
    view: MeetingView, images: Images, name: str, blocks: Sequence[Block], on_pages: Furniture | None = None
) -> Paper:
    """Return a paper of the meeting: its head, its name and what stands on every page around the blocks."""
    return Paper(
        title=f"{name} {view.term.name} {iso_date(view.meeting.day)}",
        blocks=tuple(blocks),
        furniture=on_pages or furniture(view, name),
        masthead=masthead(view, name),
        subject=f"Sammanträde {iso_date(view.meeting.day)}",
        author=view.customs.letterhead.organisation or view.term.name,
        images=logo_images(view, images),
    )


def sheet_of_body(
    term: BodyTerm, images: Images, name: str, title: str, blocks: Sequence[Block], head_right: str
) -> Paper:
    """Return a paper of a body that belongs to no meeting. `head_right` stands on every page."""
    head = term.customs.letterhead
    sender = head.organisation or term.name
    return Paper(
        title=title,
        blocks=tuple(blocks),
        furniture=Furniture(head_left=sender, head_right=head_right),
        masthead=Masthead(sender, head.address, head.website, head.logo, name, head.colour),
        subject=title,
        author=sender,
        images={head.logo: images[head.logo]} if head.logo and head.logo in images else {},
    )


def dated(view: MeetingView) -> str:
    """Return «2027-05-14 (torsdag)»."""
    day = view.meeting.day
    return f"{iso_date(day)} ({weekday_date(day).split()[0]})"


def when_held(view: MeetingView) -> str:
    """«torsdag 14 maj 2027, kl. 10.02–14.35»; while the meeting goes on only when it began."""
    meeting = view.meeting
    planned = meeting.ends if meeting.state is not MeetingState.OPEN else None
    starts, ends = meeting.opened_at or meeting.starts, meeting.closed_at or planned
    span = clock_span(starts, ends, view.customs.time_separator)
    return f"{weekday_date(meeting.day)}, {span}".rstrip(", ")


def called_to(view: MeetingView) -> list[tuple[str, tuple[Block, ...]]]:
    """Return day, time and place as the papers before the meeting tell them."""
    meeting, unknown = view.meeting, "meddelas senare"
    when = clock_span(meeting.starts, meeting.ends, view.customs.time_separator)
    facts = (("Sammanträdesdatum", dated(view)), ("Tid", when), ("Plats", meeting.place))
    return [(label, (paragraph(told or unknown),)) for label, told in facts]


def paragraph(text: str, role: ParagraphRole = ParagraphRole.BODY) -> Paragraph:
    """Return a paragraph of typeset plain text."""
    return Paragraph(inline(typeset(text)), role)


def lines(texts: Iterable[str]) -> tuple[Block, ...]:
    """Return short texts one below the other, as one paragraph; nothing for none."""
    found = [typeset(t) for t in texts if t]
    return (Paragraph(inline("\n".join(found))),) if found else ()


def runs(draft: Draft) -> Inline:
    """Return the draft's text with its emphasis as runs. Secret and personal marks have no look here."""
    marks = [m for m in draft.marks if m.kind in (MarkKind.STRONG, MarkKind.EMPHASIS)]
    if not marks:
        return inline(typeset(draft.text))
    edges = sorted({0, len(draft.text), *(min(e, len(draft.text)) for m in marks for e in (m.start, m.end))})
    return tuple(
        Run(
            typeset(draft.text[a:b]),
            strong=_covered(marks, MarkKind.STRONG, a, b),
            emphasis=_covered(marks, MarkKind.EMPHASIS, a, b),
        )
        for a, b in pairwise(edges)
    )


def _covered(marks: Iterable[Mark], kind: MarkKind, start: int, end: int) -> bool:
    return any(m.kind is kind and m.start <= start and end <= m.end for m in marks)


def blocks_of(drafts: Sequence[Draft]) -> tuple[Block, ...]:
    """Return the content of a text: paragraphs, deciders, lists with their labels, tables."""
    blocks: list[Block] = []
    at = 0
    while at < len(drafts):
        draft = drafts[at]
        if draft.kind in _LIST_KINDS:
            block, at = _list(drafts, at)
            blocks.append(block)
            continue
        at += 1
        if draft.kind is BlockKind.TABLE:
            blocks.append(_table(draft))
        elif draft.text.strip():
            role = ParagraphRole.DECIDER if draft.kind is BlockKind.DECIDER else ParagraphRole.BODY
            blocks.append(Paragraph(runs(draft), role))
    return tuple(blocks)


def _list(drafts: Sequence[Draft], at: int) -> tuple[ListBlock, int]:
    """Return the list that begins at `at` and the index after it; deeper drafts go into the item before."""
    kind, depth = drafts[at].kind, drafts[at].depth
    items: list[ListItem] = []
    while at < len(drafts) and drafts[at].kind is kind and drafts[at].depth == depth:
        content: list[Block] = [Paragraph(runs(drafts[at]))]
        at += 1
        while at < len(drafts) and drafts[at].kind in _LIST_KINDS and drafts[at].depth > depth:
            inner, at = _list(drafts, at)
            content.append(inner)
        items.append(ListItem(_label(kind, len(items) + 1), tuple(content)))
    return ListBlock(_LIST_KINDS[kind], tuple(items)), at


def _label(kind: BlockKind, number: int) -> str:
    if kind is BlockKind.CLAUSE:
        return "att"
    return f"{number}." if kind is BlockKind.NUMBERED else "•"


_NUMBER = re.compile(r"[-−–+]?\s*\d[\d\s.,]*(?:%|kr|kronor)?|[-−–]", re.IGNORECASE)
_SUM = re.compile(r"(summa|totalt)\b", re.IGNORECASE)
_VOTE_WIDTHS = (23.0, 8.0, 14.0, 7.0, 7.0, 11.0, 11.0, 19.0)  # room for wider fonts in Word


def vote_table(rows: Sequence[Sequence[str]]) -> Table:
    """Return an omröstningslista as a table."""
    return summed_table(rows, _VOTE_WIDTHS, (Align.LEFT, *[Align.CENTRE] * (len(VOTE_HEAD) - 1)))


def summed_table(
    rows: Sequence[Sequence[str]],
    widths: tuple[float, ...],
    aligns: tuple[Align, ...],
    sums: Collection[int] | None = None,
) -> Table:
    """Return a table of plain texts with a head, whose last row, or those at `sums`, are sums."""
    strong = {len(rows) - 1} if sums is None else sums
    cells = tuple(
        tuple(Cell((Paragraph(inline(typeset(text), strong=number in strong)),)) for text in row)
        for number, row in enumerate(rows)
    )
    return Table(cells, head_rows=1, widths=widths, aligns=aligns)


def _table(draft: Draft) -> Table:
    if draft.rows[:1] == (VOTE_HEAD,):
        return vote_table(draft.rows)
    width = max((len(row) for row in draft.rows), default=1)
    texts = [(*row, *[""] * (width - len(row))) for row in draft.rows]
    aligns = tuple(Align.RIGHT if _is_numbers(column) else Align.LEFT for column in zip(*texts, strict=True))
    if len(texts) > 2 and _SUM.match(texts[-1][0]):
        return summed_table(texts, (), aligns)
    rows = tuple(tuple(Cell((paragraph(text),)) for text in row) for row in texts)
    return Table(rows, head_rows=1, aligns=aligns)


def _is_numbers(column: Sequence[str]) -> bool:
    """Whether what stands below the head is numbers: «140 000», «12,5 %», «–»."""
    found = [text for text in column[1:] if text.strip()]
    return bool(found) and all(_NUMBER.fullmatch(text.strip()) for text in found)


def bullets(texts: Iterable[str]) -> ListBlock:
    """Return a bulleted list of plain texts."""
    return ListBlock(ListKind.BULLETS, tuple(ListItem("•", (paragraph(t),)) for t in texts))


def others_there(view: MeetingView) -> tuple[str, ...]:
    """Return the secretary and the others who are there without an uppdrag in the body."""
    meeting = view.meeting
    secretary = (f"{meeting.secretary}, {meeting.secretary_title}",) if meeting.secretary else ()
    return (*secretary, *meeting.others_present)


def logo_images(view: MeetingView, images: Images) -> dict[str, bytes]:
    """Return the bytes of the letterhead's logo, when it is known."""
    logo = view.customs.letterhead.logo
    return {logo: images[logo]} if logo and logo in images else {}
