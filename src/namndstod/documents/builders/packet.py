"""Pages that the packet of handlingar has besides the papers in it: dividers, contents, stand-ins."""

from __future__ import annotations

from collections.abc import Sequence

from namndstod.domain.content import Align, Block, Cell, Heading, Paper, Paragraph, ParagraphRole, Run, Table
from namndstod.domain.swedish import NBSP, counted, iso_date, whole_number
from namndstod.domain.view import ItemView, MeetingView

from .agenda import meta_line
from .common import Images, bullets, furniture, logo_images, masthead, paragraph


def divider_paper(view: MeetingView, item: ItemView) -> Paper:
    """Return the page that stands before an item's documents."""
    meta = meta_line(item)
    return Paper(
        title=f"{item.item.number}. {item.item.title}",
        blocks=(
            Heading(1, item.item.title, anchor=f"arende-{item.item.number}", label=f"{item.item.number}."),
            *((paragraph(meta, ParagraphRole.META),) if meta else ()),
            paragraph("Handlingar i ärendet", ParagraphRole.LABEL),
            bullets(d.document.title for d in item.documents),
        ),
        furniture=furniture(view, "Handlingar"),
    )


def packet_contents(
    view: MeetingView, entries: Sequence[tuple[int, str, str, int]], images: Images, total: int
) -> Paper:
    """Return the contents of the packet. Entries: (level 1–2, title, anchor, page number in the packet)."""
    rows = tuple(
        (
            Cell(
                (
                    Paragraph(
                        (
                            Run(
                                f"{NBSP * 6 if level > 1 else ''}{title}",
                                strong=level == 1,
                                link=f"#{anchor}",
                            ),
                        )
                    ),
                )
            ),
            Cell((Paragraph((Run(whole_number(page), link=f"#{anchor}"),)),)),
        )
        for level, title, anchor, page in entries
    )
    matters = counted(len(view.items), "ärende", "ärenden")
    blocks: tuple[Block, ...] = (
        Heading(1, f"Handlingar till sammanträdet {iso_date(view.meeting.day)}"),
        paragraph(f"{view.term.name}. {matters}, {counted(total, 'sida', 'sidor')}."),
        Table(rows, widths=(12, 1), aligns=(Align.LEFT, Align.RIGHT), caption="Innehåll", rules=False),
    )
    return Paper(
        title=f"Handlingar {view.term.name} {iso_date(view.meeting.day)}",
        blocks=blocks,
        furniture=furniture(view, "Handlingar"),
        masthead=masthead(view, "Handlingar"),
        author=view.customs.letterhead.organisation or view.term.name,
        images=logo_images(view, images),
    )
