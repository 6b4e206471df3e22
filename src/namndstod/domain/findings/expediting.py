"""Rules about expediering: what is not or cannot be sent, and where a party is told to appeal (FL 33 §)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..deadlines import LATE_AFTER
from ..expediting import Line, can_be_expedited, e_mails, lines, waiting
from ..notices import NOTHING_DECIDED, approved_day
from ..records import Appeal
from ..swedish import counted, long_date, section_range
from ..view import MeetingView, SectionView
from .finding import Finding, Place, Severity, Step
from .sections import held_sections, named


def not_expedited(view: MeetingView, today: date) -> Iterator[Finding]:
    """What is justerat goes out to its recipients; after some days it is late (practice)."""
    left = waiting(view)
    if not left:
        return
    days = [day for s, _ in left if (day := approved_day(view, s)) is not None]
    late = any((today - day).days > LATE_AFTER for day in days)
    where = section_range(s.number for s, _ in left if s.number is not None)
    count = sum(len(found) for _, found in left)
    since = f" De justerades {long_date(min(days))}." if late else ""
    yield Finding(
        "not_expedited",
        Severity.WARN if late else Severity.INFORM,
        Place(Step.EXPEDITING, section_id=left[0][0].section.id),
        f"{where}: {counted(count, 'mottagare', 'mottagare')} har inte fått sitt utdrag.{since}",
        "praxis",
        subject="expediting",
    )


def no_address(view: MeetingView, today: date) -> Iterator[Finding]:
    """What goes by e-mail has somewhere to go."""
    for section, line in _unsent(view):
        if line.lacks_address:
            typed = line.address.strip()
            said = (
                f"”{typed}” är ingen e-postadress. Rätta den eller välj ett annat sätt."
                if typed and not e_mails(typed)
                else "Ange adressen eller välj ett annat sätt."
            )
            yield Finding(
                "no_address",
                Severity.WARN,
                Place(Step.EXPEDITING, section_id=section.section.id, field=line.key),
                f"{named(section)}: {line.name} ska få beslutet med e-post. {said}",
                "praxis",
                subject=f"{section.section.id}:{line.key}",
            )


def secret_by_mail(view: MeetingView, today: date) -> Iterator[Finding]:
    """What is secret is not sent by ordinary e-mail."""
    for section, line in _unsent(view):
        if line.by_mail and section.secret:
            yield Finding(
                "secret_by_mail",
                Severity.WARN,
                Place(Step.EXPEDITING, section_id=section.section.id, field=line.key),
                f"{named(section)} är sekretessmarkerad och skickas inte med vanlig e-post. "
                f"Välj ett annat sätt för {line.name}.",
                "OSL; praxis",
                subject=f"{section.section.id}:{line.key}",
            )


def no_court(view: MeetingView, today: date) -> Iterator[Finding]:
    """A party is told where to appeal (FL 33 §): which förvaltningsrätt it is."""
    if view.customs.court:
        return
    told = [
        s
        for s, line in _unsent(view)
        if line.party and s.section.appeal is not Appeal.NONE and s.section.outcome not in NOTHING_DECIDED
    ]
    if told:
        yield Finding(
            "no_court",
            Severity.WARN,
            Place(Step.EXPEDITING, section_id=told[0].section.id),
            "En part ska få veta vart beslutet överklagas. Ange förvaltningsrätten i Inställningar.",
            "FL 33 §",
            subject="court",
        )


def _unsent(view: MeetingView) -> Iterator[tuple[SectionView, Line]]:
    for section in held_sections(view):
        if can_be_expedited(section):
            for line in lines(view, section):
                if line.sent is None:
                    yield section, line
