"""Tilläggshandlingar: the page that says what changed since the handlingar went out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from namndstod.domain.content import (
    Align,
    Block,
    Cell,
    Heading,
    Inline,
    Paper,
    Paragraph,
    ParagraphRole,
    Run,
    Table,
    inline,
)
from namndstod.domain.findings.writing import PART_NAMES
from namndstod.domain.late_papers import (
    Changes,
    DocumentChange,
    DocumentChangeKind,
    ItemChange,
    LastSent,
    TextChange,
    marked_words,
)
from namndstod.domain.records import PaperKind
from namndstod.domain.swedish import EN_DASH, long_date, typeset
from namndstod.domain.view import MeetingView

from .agenda import item_blocks
from .common import Images, bullets, paragraph, sheet

_SENT = {PaperKind.PACKET: "handlingarna", PaperKind.SUPPLEMENT: "tilläggshandlingarna"}
LatePages = Mapping[str, str]
"""The numbers of late pages by the id of the document, or of the item for its FöredragningsPM."""


def delegated_key(item_id: str) -> str:
    """Return whose the pages of an item's delegationslista are, in `LatePages`."""
    return f"delegated:{item_id}"


def supplement_paper(
    view: MeetingView, images: Images, found: Changes, last: LastSent, late: LatePages
) -> Paper:
    """Return the page that stands first in a supplement: what changed since `last`."""
    blocks: list[Block] = [
        Heading(1, f"Ändringar sedan {_SENT[last.kind]} skickades ut {long_date(last.day)}"),
        paragraph(
            "De utsända handlingarna gäller i övrigt som de är. Nya sidor har samma nummer som den sida de "
            "ska ligga efter, med en bokstav till: 34a, 34b och så vidare."
            if late
            else "De utsända handlingarna gäller i övrigt som de är."
        ),
    ]
    if found.facts:
        blocks += [Heading(2, "Sammanträdet"), _facts(found)]
    if found.renumbered:  # what people wrote on the sent list still has to be found
        moved = (f"Ärende {before}, {title}, är nu ärende {now}." for title, before, now in found.renumbered)
        blocks += [Heading(2, "Ny numrering"), bullets(moved)]
    for change in found.items:
        blocks += _item(view, change, late)
    return sheet(view, images, "Tilläggshandlingar", blocks)


def _facts(found: Changes) -> Table:
    rows = [
        ("Uppgift", "Utsänt", "Nu"),
        *((n, before or EN_DASH, now or EN_DASH) for n, before, now in found.facts),
    ]
    return Table(
        tuple(tuple(Cell((paragraph(text),)) for text in row) for row in rows),
        head_rows=1,
        widths=(1.0, 2.0, 2.0),
    )


def _item(view: MeetingView, change: ItemChange, late: LatePages) -> Iterator[Block]:
    number = change.now.item.number if change.now else change.sent.number if change.sent else 0
    yield Heading(2, change.heading, label=f"{number}.", in_contents=True)
    told = list(_told(change, late))
    if told:
        yield bullets(told)
    if change.now is not None and change.sent is None:
        yield from item_blocks(view, change.now)[1:]
    for text in change.texts:
        yield _texts(text)


def _told(change: ItemChange, late: LatePages) -> Iterator[str]:
    if change.now is None:
        yield "Ärendet har tagits bort från föredragningslistan."
        return
    if change.sent is None:
        where = f": {_pages(late, change.now.item.id)}" if change.now.item.id in late else ""
        yield f"Nytt ärende på föredragningslistan{where}."
    elif change.sent.title != change.now.item.title:
        yield f"Ny rubrik. Den utsända: ”{change.sent.title}”."
    if change.sent is not None and change.sent.diary_number != change.now.diary_number:
        now, before = change.now.diary_number or EN_DASH, change.sent.diary_number or EN_DASH
        yield f"Nytt diarienummer: {now}. Det utsända: {before}."
    if change.late_memorandum and change.sent is not None:
        word = "Nytt FöredragningsPM" if change.sent.memorandum else "FöredragningsPM"
        yield f"{word}: {_pages(late, change.now.item.id)}."
    if change.late_delegated and change.sent is not None:
        word = "Ny delegationslista" if change.sent.delegated else "Delegationslista"
        yield f"{word}: {_pages(late, delegated_key(change.now.item.id))}."
    elif change.sent is not None and change.sent.delegated and not change.now.delegated:
        yield "Delegationslistan utgår."
    for document in change.documents:
        yield _document(document, late)


def _document(change: DocumentChange, late: LatePages) -> str:
    before = _sent_pages(change)
    if change.now is None:
        assert change.sent is not None
        return f"”{change.sent.title}”{f' ({before})' if before else ''} utgår."
    title, pages = change.now.document.title, _pages(late, change.now.document.id)
    match change.kind:
        case DocumentChangeKind.REPLACED:
            return f"”{title}” är utbytt: {pages} ersätter {before or 'den utsända'}."
        case DocumentChangeKind.RENAMED:
            assert change.sent is not None
            return f"”{change.sent.title}” heter nu ”{title}”."
        case _:
            return f"Ny handling, ”{title}”: {pages}."


def _sent_pages(change: DocumentChange) -> str:
    if change.sent is None:
        return ""
    if change.sent.span is None:
        return f"s. {change.sent.late}" if change.sent.late else ""
    first, last = change.sent.span.first, change.sent.span.last
    return f"s. {first}" if first == last else f"s. {first}{EN_DASH}{last}"


def _pages(late: LatePages, id: str) -> str:
    return f"s. {late[id]}" if id in late else "utan sidor"


def _texts(change: TextChange) -> Table:
    rows = [tuple(Cell((Paragraph(inline(text)),)) for text in ("Utsänd lydelse", "Ny lydelse"))]
    for pair in change.pairs:
        before, after = marked_words(pair.own, pair.new)
        rows.append((_cell(before, "Ingen text"), _cell(after, "Utgår")))
    return Table(
        tuple(rows),
        head_rows=1,
        widths=(1.0, 1.0),
        aligns=(Align.LEFT, Align.LEFT),
        caption=f"{PART_NAMES[change.role]}: det som skiljer står i fetstil",
    )


def _cell(words: list[tuple[str, bool]], nothing: str) -> Cell:
    if not words:
        return Cell((Paragraph((Run(nothing, emphasis=True),), ParagraphRole.NOTE),))
    runs: Inline = tuple(Run(typeset(text), strong=differs) for text, differs in words)
    return Cell((Paragraph(runs),))
