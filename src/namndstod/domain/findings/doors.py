"""Rules about who may be in the room: closed doors, personalföreträdare (law.md 22, 23)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..records import BodyKind, Mandate, MarkKind, Role
from ..swedish import listed
from ..view import MeetingView, SectionView
from .finding import Finding, Mend, MendKind, Severity
from .serving import at_section, held_sections

_AT_MOST = 3
_NEVER = re.compile(r"\b(patient|val|överförmyndar)nämnd", re.IGNORECASE)


def closed_doors(view: MeetingView, today: date) -> Iterator[Finding]:
    """Myndighetsutövning and secrecy are always handled behind closed doors (KL 6:25–26; rule 22)."""
    for section in held_sections(view):
        if not _requires_closed_doors(section):
            continue
        outsiders = _there(view, section, Role.STAFF, Role.OBSERVER)
        if section.section.closed_doors and not outsiders:
            continue
        message = "Ärendet kräver stängda dörrar."
        mends = []
        if not section.section.closed_doors:
            mends.append(Mend("Anteckna stängda dörrar", MendKind.CLOSE_DOORS, (section.section.id,)))
        if outsiders:
            message += f" Dessa ska lämna: {listed([view.label(m.person_id) for m in outsiders])}."
            mends.append(_step_out(section, outsiders))
        yield Finding(
            "closed_doors",
            Severity.WARN,
            at_section(section),
            message,
            "KL 6 kap. 25–26 §§",
            tuple(mends),
            subject=section.section.id,
        )


def staff(view: MeetingView, today: date) -> Iterator[Finding]:
    """Personalföreträdare: at most three, and only where they may be there (KL 7:10–17; rule 23)."""
    told = False
    for section in held_sections(view):
        there = _there(view, section, Role.STAFF)
        if not there:
            continue
        item = section.item.item if section.item is not None else None
        general = _against_staff(view, there)
        if general and not told:
            told = True
            yield Finding(
                "staff", Severity.WARN, at_section(section), general, "KL 7 kap. 10–12 §§", subject="body"
            )
        elif item is not None and (item.staff_excluded or item.authority):
            yield Finding(
                "staff",
                Severity.WARN,
                at_section(section),
                "Personalföreträdare har inte närvarorätt i detta ärende.",
                "KL 7 kap. 10–17 §§",
                (_step_out(section, there),),
                subject=section.section.id,
            )


def _requires_closed_doors(section: SectionView) -> bool:
    item = section.item
    if item is None:
        return False
    secret = any(d.document.secrecy_ground for d in item.documents) or any(
        mark.kind is MarkKind.SECRET for block in item.blocks for mark in block.marks
    )
    return item.item.authority or secret


def _against_staff(view: MeetingView, there: list[Mandate]) -> str:
    """Return what is wrong with personalföreträdare in this body at all, or nothing."""
    if view.body.kind is BodyKind.BOARD or _NEVER.search(view.term.name):
        return f"Personalföreträdare har inte närvarorätt i {view.term.name}."
    if len(there) > _AT_MOST:
        return f"Högst tre personalföreträdare får närvara; {len(there)} är närvarande."
    return ""


def _there(view: MeetingView, section: SectionView, *roles: Role) -> list[Mandate]:
    return [m for m in view.mandates if m.role in roles and m.person_id in section.presence.present]


def _step_out(section: SectionView, persons: list[Mandate]) -> Mend:
    ids = tuple(m.person_id for m in persons)
    return Mend("Anteckna att de lämnar under paragrafen", MendKind.STEP_OUT, (section.section.id, *ids))
