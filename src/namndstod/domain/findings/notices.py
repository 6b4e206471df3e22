"""Rules about what follows justering: anslag, appeal, carrying out and rättelse (law.md 31–33, 39, 40)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..deadlines import appeal_period, came_down_early, notice_limit, unposted
from ..notices import NOTHING_DECIDED, covers, posted_day, valid_notices
from ..proceedings import Notice
from ..records import Appeal, MeetingState
from ..swedish import long_date, section_range
from ..view import MeetingView, SectionView
from .finding import Finding, Place, Severity, Step

_NOTICE = "KL 8 kap. 12 §"
_APPEAL = "KL 13 kap. 5 §"
_PLACE = Place(Step.APPROVAL, field="notice")


def notice_due(view: MeetingView, today: date) -> Iterator[Finding]:
    """The anslag is up at the latest the second day after justering (KL 8:12; lag 1930:173)."""
    for sections, approved in unposted(view.meeting, _immediate(view), view.notices):
        until = notice_limit(approved)
        moved = f" (andra dagen efter justeringen är {long_date(until.planned)})" if until.moved else ""
        yield Finding(
            "notice_due",
            Severity.WARN,
            _PLACE,
            f"{_of(view, sections)}Anslå senast {long_date(until.last)}{moved}.",
            f"{_NOTICE}; lag (1930:173) 2 §",
            subject=":".join(("notice", *sections)),
        )


def appeal(view: MeetingView, today: date) -> Iterator[Finding]:
    """The appeal period runs three weeks from the anslag; for laglighetsprövning only (KL 13:5, FL 44 §)."""
    for notice in valid_notices(view):
        sections = _appealable(view, notice, Appeal.LEGALITY)
        period = appeal_period(notice.posted or today)
        if sections and today <= period.legal_force:
            yield Finding(
                "appeal_period",
                Severity.INFORM,
                _PLACE,
                f"{_of(view, notice.sections)}Sista dag att överklaga {long_date(period.last)}; laga kraft "
                f"{long_date(period.legal_force)} om inget överklagande kommit in. "
                "Kontrollera med förvaltningsrätten.",
                f"{_APPEAL}; lag (1930:173) 2 §",
                subject=notice.id,
            )
        others = _appealable(view, notice, Appeal.ADMINISTRATIVE)
        if others:
            yield Finding(
                "appeal_period",
                Severity.INFORM,
                _PLACE,
                f"{section_range(s.number for s in others if s.number is not None)}: förvaltningsbesvär, tre "
                "veckor från det att parten fick del av beslutet. Dagen beräknas inte.",
                "FL 44 §",
                subject=f"{notice.id}:besvär",
            )


def notice_up(view: MeetingView, today: date) -> Iterator[Finding]:
    """The anslag stays up for the whole of the appeal period (KL 8:12, 13:5)."""
    for notice in view.notices:
        if notice.posted is None or notice.taken_down is not None:
            continue
        down = appeal_period(notice.posted).may_come_down
        over = today >= down
        yield Finding(
            "notice_up",
            Severity.INFORM if over else Severity.WARN,
            _PLACE,
            f"{_of(view, notice.sections)}"
            + ("Anslaget får tas ned." if over else f"Får tas ned tidigast {long_date(down)}."),
            f"{_NOTICE}, 13 kap. 5 §",
            subject=notice.id,
        )


def notice_early(view: MeetingView, today: date) -> Iterator[Finding]:
    """An anslag taken down early gives no laga kraft: it is put up again (KL 13:5 second paragraph)."""
    missing = {sections for sections, _ in unposted(view.meeting, _immediate(view), view.notices)}
    for notice in view.notices:
        still = any(set(m) & set(notice.sections) or not (m or notice.sections) for m in missing)
        if not came_down_early(notice) or notice.taken_down is None or not still:
            continue
        yield Finding(
            "notice_early",
            Severity.BLOCK,
            _PLACE,
            f"Anslaget togs ned {long_date(notice.taken_down)}: överklagandetiden har inte löpt ut "
            "(KL 13 kap. 5 § andra stycket). Anslå på nytt.",
            f"{_APPEAL} andra stycket",
            subject=notice.id,
        )


def carried_out(view: MeetingView, today: date) -> Iterator[Finding]:
    """A decision may be carried out before laga kraft unless there are special reasons (KL 13:14)."""
    approved = view.meeting.state is MeetingState.APPROVED
    waiting = [
        s
        for s in view.sections
        if (approved or s.section.approved is not None)
        and s.section.appeal is Appeal.LEGALITY
        and s.section.outcome not in NOTHING_DECIDED
        and not _has_legal_force(view, s, today)
    ]
    if waiting:
        where = section_range(s.number for s in waiting if s.number is not None)
        yield Finding(
            "carried_out",
            Severity.INFORM,
            _PLACE,
            f"{where}: Kan verkställas nu – går det att rätta om beslutet upphävs?",
            "KL 13 kap. 14 §",
        )


def correction_incomplete(view: MeetingView, today: date) -> Iterator[Finding]:
    """A correction after justering shows that and what was changed, when and by whom (JO 581-2013)."""
    for correction in view.corrections:
        if not (correction.wrong.strip() and correction.right.strip() and correction.person.strip()):
            yield Finding(
                "correction_incomplete",
                Severity.BLOCK,
                Place(Step.APPROVAL, section_id=correction.section_id, field="correction"),
                "Protokollet är justerat. Skapa rättelse med datum, namn och ändring.",
                "JO 581-2013",
                subject=correction.id,
            )


def _immediate(view: MeetingView) -> list[tuple[str, date]]:
    return [(s.id, s.approved) for s in view.stored_sections if s.immediate and s.approved is not None]


def _appealable(view: MeetingView, notice: Notice, kind: Appeal) -> list[SectionView]:
    """The §§ of an anslag whose decisions are appealed in that way."""
    return [
        s
        for s in view.sections
        if covers(notice, s.section) and s.section.appeal is kind and s.section.outcome not in NOTHING_DECIDED
    ]


def _has_legal_force(view: MeetingView, section: SectionView, today: date) -> bool:
    posted = posted_day(view.notices, section.section)
    return posted is not None and today >= appeal_period(posted).legal_force


def _of(view: MeetingView, sections: tuple[str, ...]) -> str:
    """«§§ 3–5: » where an anslag is of some §§ only."""
    numbers = [s.number for s in view.sections if s.section.id in sections and s.number is not None]
    return f"{section_range(numbers)}: " if numbers else ""
