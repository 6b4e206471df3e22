"""Rules about jäv (law.md 21; KL 6:28–31)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..records import MeetingState, SectionState
from ..swedish import NBSP
from ..view import MeetingView, SectionView
from .finding import Finding, Mend, MendKind, Severity
from .serving import at_section, held_sections

_SOURCE = "KL 6 kap. 28–31 §§"


def still_there(view: MeetingView, today: date) -> Iterator[Finding]:
    """Who has announced jäv in a § goes out when it is handled; ersättare and chair are recorded for it."""
    for section in held_sections(view):
        if not section.presence.announced or not _is_up(view, section):
            continue
        for person in sorted(section.presence.announced):
            yield Finding(
                "recusal",
                Severity.BLOCK,
                at_section(section),
                f"{view.label(person)} är jävig i {_where(section)}: ta bort från närvarande, anteckna "
                "ersättare och ny ordförande vid behov.",
                _SOURCE,
                (
                    Mend(
                        f"Ta ut {view.people[person].name} i {_where(section)}",
                        MendKind.TAKE_OUT,
                        (section.section.id, person),
                    ),
                ),
                subject=f"{section.section.id}:{person}",
            )


def _is_up(view: MeetingView, section: SectionView) -> bool:
    """Whether a § is handled now or has been: what comes before is done, or something is said in it."""
    if section.section.state is SectionState.DECIDED or view.meeting.state is not MeetingState.OPEN:
        return True
    if section.deliberation.persons:
        return True
    earlier = (s for s in view.sections if s.section.position < section.section.position)
    return all(s.section.state is SectionState.DECIDED for s in earlier)


def _where(section: SectionView) -> str:
    return f"§{NBSP}{section.number}" if section.number is not None else "ärendet"
