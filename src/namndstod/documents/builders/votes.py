"""Omröstningslista: who voted what in a §, what Ja and Nej stood for, the sums and the result (KL 5:67)."""

from __future__ import annotations

from namndstod.domain.content import Align, Block, Fields, Heading, PageBreak, Paper, ParagraphRole
from namndstod.domain.swedish import NBSP, listed, weekday_date
from namndstod.domain.view import MeetingView
from namndstod.domain.vote_lists import VoteList, vote_lists

from .common import Images, paragraph, sheet, summed_table, vote_table

_KEY = "ers. = tjänstgörande ersättare. Den som leder sammanträdet röstar sist."
_NUMBERS = ((5.0, 1.0), (Align.LEFT, Align.RIGHT))


def votes_paper(view: MeetingView, images: Images, of: tuple[str, ...] = ()) -> Paper:
    """Return the omröstningslistor of the §§ in `of`, or of the whole meeting, each on a page of its own."""
    found = vote_lists(view, of)
    blocks: list[Block] = [] if found else [paragraph("Ingen omröstning har genomförts.")]
    for votes in found:
        blocks += [PageBreak()] if blocks else []
        blocks += _list(view, votes)
    return sheet(view, images, "Omröstningslista", blocks)


def _list(view: MeetingView, votes: VoteList) -> list[Block]:
    section = votes.section
    where = f", §{NBSP}{section.number}" if section.number is not None else ""
    heading = f"Omröstningslista nr{NBSP}{votes.number}{where}"
    anchor = f"paragraf-{section.section.position}"  # as in the protokoll; the first of a § is gone to
    diary = f" ({section.diary_number})" if section.diary_number else ""
    facts = [
        ("Sammanträde", f"{view.term.name}, {weekday_date(view.meeting.day)}"),
        ("Ärende", f"{section.heading}{diary}"),
        ("Gäller", votes.subject),
    ]
    if not votes.closed:
        facts += [("Ja-röst för", votes.yes), ("Nej-röst för", votes.no)]
    facts += [("Resultat", votes.result), ("Röst saknas", listed(votes.missing))]
    return [
        Heading(1, heading, anchor=anchor, in_contents=True),
        Fields(tuple((label, (paragraph(text),)) for label, text in facts if text)),
        Heading(2, "Röster"),
        summed_table(votes.rows, *_NUMBERS) if votes.closed else vote_table(votes.rows),
        *(() if votes.closed else (paragraph(_KEY, ParagraphRole.NOTE),)),
    ]
