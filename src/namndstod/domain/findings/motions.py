"""Rules about who puts forward what, and in which order it is tried (law.md 3, 14, 15)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..option_names import Names
from ..options import FORMAL
from ..procedure import Stage
from ..proceedings import TODAY, PropositionKind
from ..records import MeetingState, Outcome, PresenceKind, TextRole
from ..view import MeetingView, SectionView
from .finding import Finding, Mend, MendKind, Place, Severity, Step
from .sections import held_sections, named

_LAW = "KL 4 kap. 22 och 24 §§"


def not_serving(view: MeetingView, today: date) -> Iterator[Finding]:
    """Only those who serve vote, put yrkanden and request omröstning; the rest counts nowhere (KL 4:22)."""
    for section in held_sections(view):
        for person in _strangers(section):
            yield Finding(
                "not_serving",
                Severity.BLOCK,
                Place(Step.MEETING, section_id=section.section.id, field="presence"),
                f"{view.label(person)} tjänstgör inte i {named(section)} och kan inte rösta, yrka eller "
                "reservera sig.",
                _LAW,
                _let_serve(view, section, person) + _take_away(section, person),
                subject=f"{section.section.id}:{person}",
            )


def _strangers(section: SectionView) -> tuple[str, ...]:
    """Those who moved, joined, requested or voted without serving, in the order in which they did."""
    said = section.deliberation
    spoke = [p for m in said.motions if not m.withdrawn for p in (*m.movers, *m.supporters)]
    spoke += [p.requested_by for p in said.propositions if p.requested_by is not None]
    spoke += [b.person_id for v in said.votes for b in v.ballots]
    return tuple(p for p in dict.fromkeys(spoke) if not section.presence.serves(p))


def _let_serve(view: MeetingView, section: SectionView, person: str) -> tuple[Mend, ...]:
    """«Sätt in {NN} från § {n}», where there is a seat to take and no jäv."""
    jav = (PresenceKind.RECUSED, PresenceKind.ANNOUNCES_RECUSAL)
    if any(e.person_id == person and e.kind in jav for e in section.events):
        return ()
    label = f"Sätt in {view.people[person].name} från {named(section)}"
    here = section.section.id
    if any(m.person_id == person for m in view.members):
        return (Mend(label, MendKind.ARRIVE, (person, here)),)
    parties = {m.person_id: m.party for m in view.mandates}
    if all(m.person_id != person for m in view.substitutes) or not section.presence.empty:
        return ()
    seats = sorted(section.presence.empty, key=lambda seat: parties[seat] != parties[person])
    return (Mend(label, MendKind.SERVE, (person, seats[0], here)),)


def _take_away(section: SectionView, person: str) -> tuple[Mend, ...]:
    """Take away the person's votes of this §."""
    ballots = [b.id for v in section.deliberation.votes for b in v.ballots if b.person_id == person]
    return (Mend("Ta bort rösten", MendKind.DROP_BALLOT, (ballots[0],)),) if len(ballots) == 1 else ()


def no_words(view: MeetingView, today: date) -> Iterator[Finding]:
    """A yrkande of one's own says what is to be decided (KL 5:66)."""
    for section in held_sections(view):
        course = view.courses.get(section.section.id)
        if course is None:
            continue
        names = Names(view, section.facts, course.options)
        put = (*course.options.matter, *course.options.additions)
        for motion in [course.options.motions[key] for key in put if key in course.options.motions]:
            if not motion.authors and not any(text.strip() for text in motion.clauses):
                said = names.definite(motion.id)
                yield Finding(
                    "motion_without_words",
                    Severity.WARN,
                    Place(Step.MEETING, section_id=section.section.id, role=TextRole.MOTIONS),
                    f"{named(section)}: skriv vad {said} går ut på.",
                    "KL 5 kap. 66 §",
                    subject=motion.id,
                )


def formal_first(view: MeetingView, today: date) -> Iterator[Finding]:
    """Återremiss and bordläggning are tried before the matter, each against «avgöras i dag» (practice)."""
    for section in held_sections(view):
        course = view.courses.get(section.section.id)
        if course is None:
            continue
        put = section.deliberation.propositions
        began = min((p.position for p in put if p.kind is PropositionKind.MATTER), default=None)
        tried = [p for p in put if p.kind is PropositionKind.TODAY and TODAY in p.options]
        early = {key for p in tried if began is None or p.position < began for key in p.options}
        skipped = began is not None and not early.issuperset(course.options.formal)
        formal = {m.id for m in section.deliberation.motions if m.kind in FORMAL}
        together = any(len(formal.intersection(p.options)) > 1 for p in put)
        if skipped or together:
            yield Finding(
                "formal_first",
                Severity.WARN,
                Place(Step.MEETING, section_id=section.section.id, role=TextRole.PROCEDURE),
                f"{named(section)}: Pröva återremiss/bordläggning före sakfrågan"
                f"{', var och en mot att ärendet avgörs i dag' if together else ''}.",
                "praxis",
            )


def not_tried(view: MeetingView, today: date) -> Iterator[Finding]:
    """A § is not decided before everything that was put forward has been tried (KL 5:53, 5:66)."""
    for section in held_sections(view):
        course = view.courses.get(section.section.id)
        outcome = section.section.outcome
        if course is None or outcome is None or course.next.stage is not Stage.PUT:
            continue
        if outcome in (Outcome.TABLED, Outcome.REMITTED, Outcome.WITHDRAWN) or not course.options.disputed:
            continue
        yield Finding(
            "not_tried",
            Severity.WARN,
            Place(Step.MEETING, section_id=section.section.id, role=TextRole.PROCEDURE),
            f"{named(section)}: alla yrkanden har inte ställts under proposition.",
            "KL 5 kap. 53 och 66 §§",
        )


def counter_wanted(view: MeetingView, today: date) -> Iterator[Finding]:
    """Where omröstning is requested among more than two, a motförslag is found first (KL 5:53; practice)."""
    if view.meeting.state is not MeetingState.OPEN:
        return
    for section in held_sections(view):
        course = view.courses.get(section.section.id)
        if (
            course is None
            or course.next.kind is not PropositionKind.COUNTER
            or course.next.stage is not Stage.PUT
        ):
            continue
        names = Names(view, section.facts, course.options)
        asked = next(
            p for p in reversed(section.deliberation.propositions) if p.vote_requested and len(p.options) > 2
        )
        yield Finding(
            "counter_wanted",
            Severity.INFORM,
            Place(Step.MEETING, section_id=section.section.id, role=TextRole.PROCEDURE),
            f"Omröstning begärd, {len(course.next.options)} förslag återstår. "
            f"Utse motförslag till huvudförslaget ({names.definite(asked.carried or '')}).",
            "KL 5 kap. 53 §; praxis",
        )
