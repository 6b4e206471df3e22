"""Kallelse: who is called, when and where, with the föredragningslista."""

from __future__ import annotations

from namndstod.domain.content import (
    Block,
    Fields,
    Heading,
    PageBreak,
    Paper,
    SideBySide,
)
from namndstod.domain.records import GroupMeeting, Mandate, Role
from namndstod.domain.role_names import ROLE_NAMES
from namndstod.domain.swedish import NBSP, iso_date, listed
from namndstod.domain.view import MeetingView

from .agenda import agenda_blocks
from .common import Images, called_to, furniture, lines, logo_images, masthead, paragraph


def call_paper(view: MeetingView, images: Images) -> Paper:
    """Return the kallelse with its föredragningslista."""
    return Paper(
        title=f"Kallelse {view.term.name} {iso_date(view.meeting.day)}",
        blocks=(*call_blocks(view), PageBreak(), *agenda_blocks(view)),
        furniture=furniture(view, "Kallelse"),
        masthead=masthead(view, "Kallelse"),
        subject=f"Sammanträde {iso_date(view.meeting.day)}",
        author=view.customs.letterhead.organisation or view.term.name,
        images=logo_images(view, images),
    )


def call_blocks(view: MeetingView) -> tuple[Block, ...]:
    """Return the first page: time and place, groups, notices, those called and those informed."""
    meeting, facts = view.meeting, called_to(view)
    if meeting.group_meetings:
        facts.append(("Gruppmöten", lines(_group(g) for g in meeting.group_meetings)))
    return (
        Heading(1, f"Sammanträde med {view.term.name}", anchor="kallelse", in_contents=False),
        Fields(tuple(facts)),
        *(paragraph(line) for line in _notices(view)),
        SideBySide(
            (
                (Heading(2, "Ledamöter kallas"), *lines(_member(view, m) for m in view.members)),
                (Heading(2, "Ersättare underrättas"), *lines(_member(view, m) for m in view.substitutes)),
            )
        ),
    )


def _group(group: GroupMeeting) -> str:
    parties = ", ".join(f"({p})" for p in group.parties)
    where = f" i {group.room}" if group.room else ""
    when = f" kl.{NBSP}{group.time}" if group.time else ""
    return f"{parties}{where}{when}{f', {group.comment}' if group.comment else ''}"


def _notices(view: MeetingView) -> list[str]:
    meeting = view.meeting
    ways = [f"e-post: {meeting.secretary_email}"] if meeting.secretary_email else []
    ways += [f"telefon: {meeting.secretary_phone}"] if meeting.secretary_phone else []
    lines = []
    if meeting.secretary:
        how = f", {listed(ways, 'eller')}" if ways else ""
        lines.append(
            f"Meddela förhinder snarast möjligt till {meeting.secretary_title} {meeting.secretary}{how}."
        )
    return [*lines, *meeting.notices]


def _member(view: MeetingView, mandate: Mandate) -> str:
    role = "" if mandate.role in (Role.MEMBER, Role.SUBSTITUTE) else f", {ROLE_NAMES[mandate.role]}"
    return f"{view.label(mandate.person_id)}{role}"
