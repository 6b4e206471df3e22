"""How the course of a § is put into a step of the panel and into a roll call. No widgets here."""

from __future__ import annotations

from namndstod.domain.deliberation import VoteView
from namndstod.domain.option_names import Names
from namndstod.domain.procedure import Procedure, Stage, is_election
from namndstod.domain.proceedings import REJECTION, TODAY, Proposition, PropositionKind
from namndstod.domain.records import SectionState
from namndstod.domain.script import script
from namndstod.domain.swedish import capitalised
from namndstod.domain.tally import Tally, roll_order
from namndstod.domain.view import MeetingView, SectionView

from .course_panel import CourseStep
from .presenting import mandate_note
from .vote_pane import RollCall, Voter

_HEADINGS = {
    Stage.PUT: "Ställ proposition",
    Stage.FIND: "Vad finner ordföranden?",
    Stage.OPEN: "Omröstning är begärd",
    Stage.CALL: "Omröstningen pågår",
    Stage.CASTING: "Lika röstetal: ordförandens utslagsröst avgör",
    Stage.LOT: "Lika röstetal: lotten avgör",
}


def course_step(view: MeetingView, section: SectionView) -> CourseStep | None:
    """Return what the panel shows for a §; None where there is nothing to choose between."""
    course = view.courses.get(section.section.id)
    put = section.deliberation.propositions
    if course is None or not (course.options.disputed or put or section.deliberation.votes):
        return None
    names = Names(view, section.facts, course.options)
    stage = course.next.stage
    said = script(view, section.facts, course)
    answers: tuple[tuple[str, str], ...] = ()
    if stage in (Stage.PUT, Stage.FIND):
        answers = tuple((key, finding_words(names, key)) for key in course.next.options)
    closed = any(v.vote.closed and v.vote.id == course.next.vote_id for v in section.deliberation.votes)
    if stage is Stage.LOT and closed:
        answers = tuple((key, f"Lotten: {names.definite(key)}") for key in course.next.options)
    if stage is Stage.SETTLED:
        heading = settled_words(names, course)
    else:
        heading = _HEADINGS[stage]
    klubbad = section.section.state is SectionState.DECIDED
    return CourseStep(
        heading,
        (f"”{said}”",) if said else (),
        answers,
        request=_request_words(stage) if votable(section, course) is not None and not klubbad else "",
        vote="" if closed else _vote_words(stage),
        back="" if klubbad or not put else "Ta tillbaka",
    )


def _request_words(stage: Stage) -> str:
    return "Omröstning om motförslaget" if stage is Stage.OPEN else "Omröstning begärs"


def _vote_words(stage: Stage) -> str:
    if stage is Stage.OPEN:
        return "Börja uppropet"
    return "Till uppropet" if stage in (Stage.CALL, Stage.CASTING, Stage.LOT) else ""


def finding_words(names: Names, key: str) -> str:
    """«Bifall till Karin Eks yrkande», «Avslag», «Avgörs i dag»."""
    if key == TODAY:
        return "Avgörs i dag"
    if key == REJECTION:
        return "Avslag"
    return f"Bifall till {names.definite(key)}"


def settled_words(names: Names, course: Procedure) -> str:
    """What the klubba will confirm: «Utfall: förslaget, med tilläggsyrkandet från S»."""
    result = course.result
    if result.formal is not None:
        return f"Utfall: {names.definite(result.formal)}"
    won = ", ".join(result.elected) or (names.definite(result.matter) if result.matter else "inget yrkande")
    more = "".join(f", med {names.definite(key)}" for key in result.additions)
    return f"Utfall: {won}{more}"


def votable(section: SectionView, course: Procedure) -> Proposition | None:
    """Return the proposition on which omröstning can be requested now: the latest, found by acclamation."""
    if course.next.stage not in (Stage.PUT, Stage.OPEN, Stage.SETTLED):
        return None
    found = [p for p in section.deliberation.propositions if p.carried is not None and not p.vote_requested]
    latest = max(section.deliberation.propositions, key=lambda p: p.position, default=None)
    if latest is None or latest not in found:
        return None
    # A round of motförslag can be voted on until the huvudomröstning begins, the others until the klubba.
    inner = latest.kind is PropositionKind.COUNTER
    return latest if inner is (course.next.stage is Stage.OPEN) else None


def roll_call(view: MeetingView, section: SectionView, vote: VoteView) -> RollCall:
    """Return what the pane of the roll call shows of a vote."""
    course = view.courses[section.section.id]
    names = Names(view, section.facts, course.options)
    yes, no = names.meaning(vote.vote.yes, vote.vote.no)
    tally = course.tallies.get(vote.vote.id, Tally())
    by_id = {m.person_id: m for m in view.mandates}
    voters = tuple(
        Voter(
            person,
            view.label(person),
            "leder sammanträdet" if person == section.facts.leads else mandate_note(by_id[person]),
        )
        for person in roll_order(section.facts)
    )
    return RollCall(
        f"Omröstning {vote.number}",
        capitalised(yes),
        capitalised(no),
        voters,
        tally,
        _verdict(section, course, names, vote, tally),
        _tie_answers(section, course, names, vote, tally),
        is_election(section.facts),
    )


def _verdict(section: SectionView, course: Procedure, names: Names, vote: VoteView, tally: Tally) -> str:
    won = course.winners.get(vote.vote.proposition_id or "")
    if won is not None:
        return f"Utfall: {names.definite(won)}."
    if not tally.tied:
        return ""
    by = "avgörs genom lottning" if is_election(section.facts) else "ordförandens utslagsröst avgör"
    return f"Lika röstetal {len(tally.yes)}–{len(tally.no)}: {by}."


def _tie_answers(
    section: SectionView, course: Procedure, names: Names, vote: VoteView, tally: Tally
) -> tuple[tuple[str, str], ...]:
    """The buttons at a tie that the votes themselves do not break."""
    chosen = vote.vote.lot if is_election(section.facts) else vote.vote.casting
    waits = course.next.stage in (Stage.CASTING, Stage.LOT) and course.next.vote_id == vote.vote.id
    if not tally.tied or (not waits and chosen is None):
        return ()
    what = "Lotten" if is_election(section.facts) else "Utslagsröst"
    return tuple((key, f"{what}: {names.definite(key)}") for key in (vote.vote.yes, vote.vote.no))
