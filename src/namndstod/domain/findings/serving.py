"""Rules about who serves and leads: quorum, empty seats, chair (law.md 1, 2, 4, 7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .. import presence
from ..order_of_service import OrderOfService
from ..presence import SectionPresence
from ..records import BodyKind, Role
from ..swedish import section_range
from ..view import MeetingView, SectionView
from .finding import Finding, Mend, MendKind, Place, Severity, Step

_NAMES = {
    BodyKind.COMMITTEE: ("Nämnden", "beslutsför"),
    BodyKind.BOARD: ("Styrelsen", "beslutsför"),
    BodyKind.SUBCOMMITTEE: ("Utskottet", "beslutsfört"),
    BodyKind.ASSEMBLY: ("Fullmäktige", "beslutsfört"),
}


def held_sections(view: MeetingView) -> Iterator[SectionView]:
    """Return the §§ of a meeting that has been opened."""
    if view.held:
        yield from view.sections


def at_section(section: SectionView) -> Place:
    """Return the place of what is wrong with who is there in a §."""
    return Place(Step.MEETING, section_id=section.section.id, field="presence")


def quorum(view: MeetingView, today: date) -> Iterator[Finding]:
    """More than half of the seats must serve in each ärende (beslutsförhet, KL 6:27; rule 1)."""
    yield from _short(view, "KL 6 kap. 27 §", of_jav=False)


def quorum_assembly(view: MeetingView, today: date) -> Iterator[Finding]:
    """In fullmäktige jäv takes nothing from the quorum (KL 5:45–46)."""
    yield from _short(view, "KL 5 kap. 45 §", of_jav=True)


def _short(view: MeetingView, source: str, *, of_jav: bool) -> Iterator[Finding]:
    """Find §§ with too few serving; those left empty by jäv are another rule's, or (fullmäktige) count."""
    needed = presence.quorum(view.term.seats)
    short: dict[int, list[SectionView]] = {}
    for section in held_sections(view):
        serving = len(section.presence.serving)
        vacated = section.presence.vacated
        counted = serving + len(vacated) if of_jav else serving
        if counted < needed and section.number is not None and (of_jav or not vacated):
            short.setdefault(serving, []).append(section)
    body, quorate = _NAMES[view.body.kind]
    for serving, sections in short.items():
        where = section_range(s.number for s in sections if s.number is not None)
        yield Finding(
            "quorum_assembly" if of_jav else "quorum",
            Severity.BLOCK,
            at_section(sections[0]),
            f"{body} är inte {quorate} i {where}: {serving} av {view.term.seats} tjänstgör, "
            f"minst {needed} krävs ({source}).",
            source,
        )


def quorum_after_recusal(view: MeetingView, today: date) -> Iterator[Finding]:
    """Jäv gives no exception from quorum in a nämnd (KL 6:27, 6:30; rule 2)."""
    needed = presence.quorum(view.term.seats)
    for section in held_sections(view):
        serving = len(section.presence.serving)
        if section.presence.vacated and serving < needed:
            yield Finding(
                "quorum_after_recusal",
                Severity.BLOCK,
                at_section(section),
                f"Efter jäv återstår {serving} av minst {needed}. Kalla in ersättare eller ta upp ärendet "
                "vid ett senare sammanträde.",
                "KL 6 kap. 27 och 30 §§",
            )


def no_chair(view: MeetingView, today: date) -> Iterator[Finding]:
    """Somebody must lead: ordförande, vice, or whom fullmäktige has appointed (KL 6:21–22; rule 7)."""
    if not view.held:
        return
    without = [s for s in view.sections if s.presence.chair is None]
    if without or (not view.sections and view.chair_id is None):
        yield Finding(
            "no_chair",
            Severity.WARN,
            at_section(without[0]) if without else Place(Step.MEETING, field="presence"),
            "Ingen i presidiet tjänstgör. Ange vem fullmäktige har bestämt som ordförande.",
            "KL 6 kap. 21–22 §§",
        )


def empty_seat(view: MeetingView, today: date) -> Iterator[Finding]:
    """No seat stands empty while an ersättare who may take it is there (rule 4)."""
    said: set[tuple[str, str, bool]] = set()
    order = OrderOfService(view.mandates, view.customs)
    for section in held_sections(view):
        here = section.presence
        if not here.empty:
            continue
        for seat, person in _could_serve(order, here):
            about = (seat, person, seat in here.vacated)
            if about in said:
                continue
            said.add(about)
            yield Finding(
                "empty_seat",
                Severity.WARN,
                at_section(section),
                f"Platsen efter {view.label(seat)} är tom trots att {view.label(person)} är närvarande.",
                "praxis, KL 6 kap. 16–17 §§",
                (put_in(view, section, person, seat),),
                subject=f"{section.section.id}:{seat}",
            )


def _could_serve(order: OrderOfService, here: SectionPresence) -> Iterator[tuple[str, str]]:
    idle = idle_persons(here)
    for serving in order.propose(here.empty, idle):
        yield serving.seat_of, serving.person_id


def idle_persons(here: SectionPresence) -> frozenset[str]:
    """Who is there without serving, and has not announced jäv."""
    return here.present - {s.person_id for s in here.serving} - here.announced


def put_in(view: MeetingView, section: SectionView, person: str, seat: str) -> Mend:
    """Return the mend «Sätt in NN från § 5», or «i § 5» for a jävig."""
    alone = "i" if seat in section.presence.vacated else "från"
    where = f" {alone} {section_range([section.number])}" if section.number is not None else ""
    words = f"Sätt in {view.people[person].name}{where}"
    return Mend(words, MendKind.SERVE, (person, seat, section.section.id))


def seats_unfilled(view: MeetingView, today: date) -> Iterator[Finding]:
    """The register should hold as many ledamöter as fullmäktige set, and one ordförande."""
    if len(view.members) != view.term.seats:
        yield Finding(
            "seats_unfilled",
            Severity.WARN,
            Place(Step.CALL, field="register"),
            f"Registret har {len(view.members)} ledamöter men nämnden har {view.term.seats} platser.",
            "fullmäktiges beslut om antalet ledamöter",
        )
    if not any(m.role is Role.CHAIR for m in view.members):
        yield Finding(
            "seats_unfilled",
            Severity.WARN,
            Place(Step.CALL, field="register"),
            "Ingen ordförande står i registret för sammanträdets dag.",
            "KL 6 kap. 21 §",
        )
