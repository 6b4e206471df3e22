"""Pages that the packet of handlingar has besides the papers in it: its contents, and dividers."""

from __future__ import annotations

from namndstod.domain.content import Contents, Heading, Paper, ParagraphRole
from namndstod.domain.memoranda import supporting_titles
from namndstod.domain.swedish import counted, iso_date
from namndstod.domain.view import DocumentView, ItemView, MeetingView

from .agenda import meta_line
from .common import Images, bullets, furniture, logo_images, masthead, paragraph


def packet_contents(view: MeetingView, images: Images) -> Paper:
    """Return the first page of the packet; the packet fills its contents list with its parts."""
    matters = counted(len(view.items), "ärende", "ärenden")
    return Paper(
        title=f"Handlingar {view.term.name} {iso_date(view.meeting.day)}",
        blocks=(
            Heading(1, f"Handlingar till sammanträdet {iso_date(view.meeting.day)}"),
            paragraph(f"{view.term.name}. {matters} på föredragningslistan."),
            Contents("Innehåll"),
        ),
        furniture=furniture(view, "Handlingar"),
        masthead=masthead(view, "Handlingar"),
        author=view.customs.letterhead.organisation or view.term.name,
        images=logo_images(view, images),
    )


def withheld_paper(view: MeetingView, document: DocumentView) -> Paper:
    """Return the page that stands for a document which an edition leaves out whole."""
    title = document.document.title
    return Paper(
        title=title,
        blocks=(Heading(1, title), paragraph("Handlingen är undantagen och ingår inte i den här utgåvan.")),
        furniture=furniture(view, "Handlingar"),
    )


def divider_paper(view: MeetingView, item: ItemView) -> Paper:
    """Return the page that stands before an item's documents."""
    meta = meta_line(item)
    return Paper(
        title=f"{item.item.number}. {item.item.title}",
        blocks=(
            Heading(1, item.item.title, label=f"{item.item.number}."),
            *((paragraph(meta, ParagraphRole.META),) if meta else ()),
            paragraph("Handlingar i ärendet", ParagraphRole.LABEL),
            bullets(supporting_titles(view, item)),
        ),
        furniture=furniture(view, "Handlingar"),
    )
