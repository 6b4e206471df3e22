"""Rules about what is said of a decision, and about matters that nobody had announced (law.md 9, 17–20)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..deadlines import approval_deadline
from ..editions import shown_heading
from ..facts import TO_FILL_IN
from ..participation import took_part
from ..proceedings import Choice, Remark
from ..records import Outcome, Role, SectionState, TextRole
from ..swedish import long_date
from ..view import MeetingView, SectionView
from .finding import Finding, Mend, MendKind, Place, Severity, Step
from .sections import held_sections, named

_RESERVE = "KL 4 kap. 27 §"
_WHY = re.compile(r"\b(för|att|eftersom|då|motivering\w*|skäl\w*|syfte\w*)\b")


def authority(view: MeetingView, today: date) -> Iterator[Finding]:
    """Who handles a matter of myndighetsutövning against an individual must help to decide it (KL 4:26)."""
    for section in held_sections(view):
        if section.item is None or not section.item.item.authority:
            continue
        for person in _evading(section):
            yield Finding(
                "authority_must_decide",
                Severity.WARN,
                Place(Step.MEETING, section_id=section.section.id, field="votes"),
                f"I ärende om myndighetsutövning måste {view.label(person)} delta i avgörandet.",
                "KL 4 kap. 26 §",
                subject=f"{section.section.id}:{person}",
            )


def _evading(section: SectionView) -> Iterator[str]:
    """Who serves and yet takes no part in the decision, or abstains from an omröstning."""
    said = section.deliberation
    outside = (Choice.ABSTAINS, Choice.NO_PART)
    passive = {b.person_id for v in said.votes for b in v.ballots if b.choice in outside}
    for serving in section.presence.serving:
        if serving.person_id in said.not_taking_part | passive:
            yield serving.person_id


def remit_incomplete(view: MeetingView, today: date) -> Iterator[Finding]:
    """An återremiss states why and to whom (practice)."""
    for section in held_sections(view):
        if section.section.outcome is not Outcome.REMITTED:
            continue
        text = " ".join(d.text for d in section.parts[TextRole.DECISION].drafts)
        _, _, told = text.partition(" till ")
        if TO_FILL_IN in text or not told or not _WHY.search(told):
            yield Finding(
                "remit_incomplete",
                Severity.WARN,
                Place(Step.MINUTES, section_id=section.section.id, role=TextRole.DECISION),
                f"{named(section)}: Ange varför och till vem ärendet återremitteras.",
                "praxis",
            )


def initiative(view: MeetingView, today: date) -> Iterator[Finding]:
    """A ledamot may raise a matter that is not on the list (KL 4:20)."""
    for section in held_sections(view):
        person = section.section.initiative_by
        if person is not None and section.section.state is SectionState.OPEN:
            yield Finding(
                "initiative",
                Severity.INFORM,
                Place(Step.MEETING, section_id=section.section.id),
                f"Initiativ av {view.label(person)} (KL 4 kap. 20 §): anteckna om det avgörs i dag, bereds "
                "eller bordläggs.",
                "KL 4 kap. 20 §",
            )


def list_changed(view: MeetingView, today: date) -> Iterator[Finding]:
    """A matter that was not on the list is told of where the list is approved (practice)."""
    decided = (Outcome.APPROVED, Outcome.CHANGED, Outcome.REJECTED, Outcome.TABLED, Outcome.REMITTED)
    extra = [
        s
        for s in held_sections(view)
        if s.section.initiative_by is not None or (s.item is None and s.section.outcome in decided)
    ]
    if extra:
        yield Finding(
            "list_changed",
            Severity.INFORM,
            Place(Step.MEETING, section_id=extra[0].section.id),
            f"Föredragningslistan godkänns med ändringen: {', '.join(shown_heading(s) for s in extra)}.",
            "KL 4 kap. 20 §; praxis",
        )


def may_not_reserve(view: MeetingView, today: date) -> Iterator[Finding]:
    """Only who took part in the decision may reserve, and not after the meeting (KL 4:27)."""
    for section in held_sections(view):
        for reservation in section.deliberation.reservations:
            place = Place(Step.MEETING, section_id=section.section.id, role=TextRole.RESERVATIONS)
            if reservation.late:
                yield Finding(
                    "may_not_reserve",
                    Severity.BLOCK,
                    place,
                    f"Reservationen i {named(section)} anmäldes efter sammanträdets slut och tas inte in.",
                    _RESERVE,
                    (Mend("Ta bort reservationen", MendKind.DROP_RESERVATION, (reservation.id,)),),
                    subject=reservation.id,
                )
                continue
            for person in reservation.persons:
                if took_part(person, section.presence, section.deliberation):
                    continue
                remove = Mend(
                    f"Ta bort {view.people[person].name} ur reservationen",
                    MendKind.DROP_RESERVATION,
                    (reservation.id, person),
                )
                yield Finding(
                    "may_not_reserve",
                    Severity.BLOCK,
                    place,
                    f"{view.label(person)} tjänstgjorde inte, var jävig eller deltog inte i beslutet i "
                    f"{named(section)} och kan inte reservera sig.",
                    _RESERVE,
                    (remove,),
                    subject=f"{reservation.id}:{person}",
                )


def reasons_missing(view: MeetingView, today: date) -> Iterator[Finding]:
    """The written reasons of a reservation are handed in before justering (KL 4:27)."""
    last = approval_deadline(view.meeting.end_day or view.meeting.day, view.customs.approval_days)
    for section in held_sections(view):
        for reservation in section.deliberation.reservations:
            if not reservation.written or reservation.received is not None or reservation.late:
                continue
            yield Finding(
                "reasons_missing",
                Severity.WARN,
                Place(Step.MINUTES, section_id=section.section.id, role=TextRole.RESERVATIONS),
                f"{named(section)}: Motiveringen ska lämnas före justeringen {long_date(last)}.",
                _RESERVE,
                subject=reservation.id,
            )


def remark_not_permitted(view: MeetingView, today: date) -> Iterator[Finding]:
    """A note or a statement is taken in when the chair permits it (practice)."""
    for section, remark in _remarks(view):
        if remark.permitted is None:
            yield Finding(
                "remark_not_permitted",
                Severity.WARN,
                _place(section),
                f"{named(section)}: Har ordföranden medgett anteckningen?",
                "praxis",
                (Mend("Ja, medgiven", MendKind.PERMIT_REMARK, (remark.id,)),),
                subject=remark.id,
            )


def remark_by_outsider(view: MeetingView, today: date) -> Iterator[Finding]:
    """Who does not serve has a mening antecknad only where the body's rules say so (KL 4:28, 6:17)."""
    roles = {m.person_id: m.role for m in view.mandates}
    for section, remark in _remarks(view):
        for person in remark.persons:
            role = roles.get(person)
            allowed = (role is Role.SUBSTITUTE and view.customs.substitutes_may_speak) or (
                role is Role.OBSERVER and view.customs.observers_may_speak
            )
            if section.presence.serves(person) or allowed:
                continue
            yield Finding(
                "remark_by_outsider",
                Severity.WARN,
                _place(section),
                f"{view.label(person)} tjänstgör inte i {named(section)} och får enligt nämndens regler inte "
                "sin mening antecknad.",
                "KL 4 kap. 28 §, 6 kap. 17 §; reglementet",
                subject=f"{remark.id}:{person}",
            )


def _remarks(view: MeetingView) -> Iterator[tuple[SectionView, Remark]]:
    for section in held_sections(view):
        for remark in section.deliberation.remarks:
            if remark.permitted is not False:
                yield section, remark


def _place(section: SectionView) -> Place:
    return Place(Step.MEETING, section_id=section.section.id, role=TextRole.REMARKS)
