"""Anslagsbevis as a document of its own: that a justering was made known on the notice board (KL 8:12)."""

from __future__ import annotations

from collections.abc import Sequence

from namndstod.domain.content import Block, Heading, Paper
from namndstod.domain.deadlines import appeal_period
from namndstod.domain.notices import approved_day, covers, is_final, period_of
from namndstod.domain.proceedings import Notice
from namndstod.domain.swedish import iso_date, section_range
from namndstod.domain.view import MeetingView, SectionView

from .common import Images, furniture, sheet
from .front_page import notice_certificate

NAME = "Anslagsbevis"


def notice_paper(view: MeetingView, images: Images, of: Sequence[str] = ()) -> Paper:
    """Return the bevis of the §§ justerade at once together with those in `of`, or of the protokoll's others.

    Days that are not noted yet are left to be filled in by hand.
    """
    sections = _together(view, of)
    notice = _notice(view, sections)
    draft = not sections or not all(is_final(view, s) for s in sections)
    days = sorted({day for s in sections if (day := approved_day(view, s)) is not None})
    more = [
        ("Paragrafer", section_range(s.number for s in sections if s.number is not None)),
        ("Justerat", ", ".join(iso_date(day) for day in days)),
    ]
    posted = notice.posted if notice is not None else None
    down = notice.taken_down if notice is not None else None
    earliest = f"tidigast {iso_date(appeal_period(posted).may_come_down)}" if posted and not down else ""
    last = [p.last for s in sections if (p := period_of(view, s)) is not None]
    if last:
        more.append(("Sista dag att överklaga", iso_date(last[0])))
    blocks: list[Block] = [
        Heading(1, view.term.name),
        notice_certificate(
            view, more, iso_date(posted) if posted else "", iso_date(down) if down else earliest
        ),
    ]
    watermark = "UTKAST – ej justerat" if draft else ""
    return sheet(view, images, NAME, blocks, furniture(view, NAME, watermark=watermark))


def _together(view: MeetingView, of: Sequence[str]) -> list[SectionView]:
    """Return the §§ of one anslag: those justerade the same day at once, or all the others."""
    days = {s.section.approved for s in view.sections if s.section.id in of}
    day = days.pop() if len(days) == 1 else None
    return [s for s in view.sections if s.section.approved == day]


def _notice(view: MeetingView, sections: Sequence[SectionView]) -> Notice | None:
    """Return the anslag of the §§ that was put up last."""
    found = [n for n in view.notices if sections and covers(n, sections[0].section)]
    return max(found, key=lambda n: n.posted or view.meeting.day, default=None)
