"""Rules about what the §§ say (law.md 26, 27, 34)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from ..decision_changes import decision_changes
from ..editions import shown_heading
from ..facts import TO_FILL_IN
from ..participation import may_reserve
from ..proceedings import MotionKind
from ..records import MeetingState, Outcome, SectionOrder, SectionState, TextBlock, TextRole
from ..swedish import long_date
from ..view import MeetingView, SectionView
from .finding import Finding, Mend, MendKind, Place, Severity, Step
from .sections import held_sections, named

PART_NAMES: dict[TextRole, str] = {
    TextRole.SUMMARY: "Sammanfattning",
    TextRole.PROPOSAL: "Förslag till beslut",
    TextRole.POINTS: "Punkter",
    TextRole.ATTENDANCE: "Närvaro",
    TextRole.MOTIONS: "Yrkanden",
    TextRole.PROCEDURE: "Propositionsordning",
    TextRole.DECISION: "Beslut",
    TextRole.RESERVATIONS: "Reservationer",
    TextRole.REMARKS: "Anteckningar",
    TextRole.BACKGROUND: "Ärendebeskrivning",
    TextRole.ASSESSMENT: "Bedömning",
    TextRole.IMPACT: "Konsekvenser för miljö-, barn- och jämställdhetsperspektiven",
    TextRole.ECONOMY: "Ekonomiska konsekvenser",
    TextRole.FOLLOW_UP: "Uppföljning",
}


def part_name(role: TextRole, order: SectionOrder) -> str:
    """Return what a part is called: a protokoll with the decision first then tells its Beslutsgång."""
    if role is TextRole.PROCEDURE and order is SectionOrder.DECISION_FIRST:
        return "Beslutsgång"
    return PART_NAMES[role]


def incomplete(view: MeetingView, today: date) -> Iterator[Finding]:
    """The minutes state, per ärende, what KL 5:66–67 ask for."""
    for section in held_sections(view):
        if section.section.state is not SectionState.DECIDED and view.meeting.state is MeetingState.OPEN:
            continue
        for part, role in _missing(section):
            yield Finding(
                "incomplete",
                Severity.BLOCK,
                Place(Step.MINUTES, section_id=section.section.id, role=role),
                f"{named(section)}: {part} saknas.",
                "KL 5 kap. 66–67 §§",
                subject=f"{section.section.id}:{part}",
            )


def _missing(section: SectionView) -> Iterator[tuple[str, TextRole]]:
    """What a § should state and does not: the name of the field, and the part of the § where it belongs."""
    said, parts = section.deliberation, section.parts
    decided = section.section.outcome in (Outcome.APPROVED, Outcome.CHANGED, Outcome.REJECTED)
    put = [m for m in said.motions if not m.withdrawn]
    if section.wants_decision and parts[TextRole.DECISION].blank:
        yield "beslut", TextRole.DECISION
    if (
        section.wants_decision
        and decided
        and parts[TextRole.PROPOSAL].blank
        and parts[TextRole.MOTIONS].blank
    ):
        yield "förslag", TextRole.PROPOSAL
    if put and parts[TextRole.MOTIONS].blank:
        yield "yrkanden", TextRole.MOTIONS
    disputed = any(m.movers and m.kind is not MotionKind.APPROVAL for m in put)
    if parts[TextRole.PROCEDURE].blank and (said.propositions or said.votes or (disputed and decided)):
        yield "propositionsordning", TextRole.PROCEDURE
    voted = {v.vote.proposition_id for v in said.votes}
    if any(p.vote_requested and not p.after_gavel and p.id not in voted for p in said.propositions):
        yield "omröstning", TextRole.PROCEDURE
    if any(not v.ballots and not v.vote.closed for v in said.votes):
        yield "uppgift om hur var och en röstat", TextRole.PROCEDURE
    if decided and not section.presence.serving:
        yield "uppgift om vilka som deltagit", TextRole.ATTENDANCE
    if said.reservations and parts[TextRole.RESERVATIONS].blank and _may_be_told(section):
        yield "reservationer", TextRole.RESERVATIONS


def _may_be_told(section: SectionView) -> bool:
    return any(
        may_reserve(r, section.presence, section.deliberation) for r in section.deliberation.reservations
    )


def decision_changed(view: MeetingView, today: date) -> Iterator[Finding]:
    """A decision is what was decided: after the klubba its text has editorial changes only (JO 3339-2013)."""
    if view.meeting.state is MeetingState.APPROVED:
        return
    stored: dict[str | None, list[TextBlock]] = {}
    for block in view.section_blocks:
        if block.role is TextRole.DECISION:
            stored.setdefault(block.section_id, []).append(block)
    for section in held_sections(view):
        if section.section.state is not SectionState.DECIDED or section.section.approved is not None:
            continue
        if section.section.outcome is Outcome.CHANGED and not section.deliberation.motions:
            continue  # what was decided has no other source than the text that is being written
        changes = decision_changes(stored.get(section.section.id, ()))
        if not changes:
            continue
        before, after = changes[0]
        shown = f"”{before}” → ”{after}”" if before or after else "stycken har tagits bort"
        more = f" (och {len(changes) - 1} till)" if len(changes) > 1 else ""
        yield Finding(
            "decision_changed",
            Severity.WARN,
            Place(Step.MINUTES, section_id=section.section.id, role=TextRole.DECISION),
            f"{named(section)}: beslutets text är ändrad efter klubbslaget: {shown}{more}. Ange skäl.",
            "JO 3339-2013",
            (Mend("Ta beslutet som det klubbades", MendKind.TAKE_DECIDED, (section.section.id,)),),
            subject=section.section.id,
        )


def undecided(view: MeetingView, today: date) -> Iterator[Finding]:
    """When the meeting is closed every ärende has been handled."""
    if view.meeting.state is not MeetingState.CLOSED:
        return
    for section in view.sections:
        if section.wants_decision and section.section.state is SectionState.OPEN:
            yield Finding(
                "undecided",
                Severity.WARN,
                Place(Step.MINUTES, section_id=section.section.id),
                f"{named(section)} {shown_heading(section)} är inte avgjort: ange beslut, bordläggning "
                "eller att det utgår.",
                "KL 5 kap. 66 §",
            )


def to_fill_in(view: MeetingView, today: date) -> Iterator[Finding]:
    """No gap is left in a decision; those of an återremiss have a rule of their own (17)."""
    for section in held_sections(view):
        gaps = any(TO_FILL_IN in d.text for d in section.parts[TextRole.DECISION].drafts)
        if gaps and section.section.outcome is not Outcome.REMITTED:
            yield Finding(
                "to_fill_in",
                Severity.WARN,
                Place(Step.MINUTES, section_id=section.section.id, role=TextRole.DECISION),
                f"{named(section)}: Fyll i det som saknas i beslutet.",
                "praxis",
            )


def facts_changed(view: MeetingView, today: date) -> Iterator[Finding]:
    """A text changed by hand whose facts have changed since: both are shown, the secretary chooses."""
    if not view.held:
        return
    for section in view.sections:
        for role in section.parts.stored:
            if section.parts[role].stale:
                where = (section.section.id, role.value)
                yield Finding(
                    "facts_changed",
                    Severity.WARN,
                    Place(Step.MINUTES, section_id=section.section.id, role=role),
                    f"{named(section)}, {PART_NAMES[role]}: underlaget har ändrats sedan texten skrevs.",
                    "protokollets text ändras aldrig av sig själv",
                    (
                        Mend("Behåll texten", MendKind.KEEP_EDITED, where),
                        Mend("Ta den nya", MendKind.TAKE_GENERATED, where),
                    ),
                )


def number_gap(view: MeetingView, today: date) -> Iterator[Finding]:
    """§§ run without gaps or doubles (rule 34)."""
    numbers = [s.number for s in view.sections if s.number is not None]
    for before, after in pairwise(numbers):
        if after != before + 1:
            problem = f"§ {after} är dubbel." if after <= before else f"§ {before + 1} saknas."
            yield Finding("number_gap", Severity.BLOCK, Place(Step.MINUTES), problem, "praxis")


def waits_for_earlier(view: MeetingView, today: date) -> Iterator[Finding]:
    """§ numbers stay provisional while an earlier meeting of the year is not closed."""
    if view.waits_for is not None and view.meeting.state is MeetingState.OPEN:
        yield Finding(
            "waits_for_earlier",
            Severity.INFORM,
            Place(Step.MEETING),
            f"Paragrafnumren är preliminära tills sammanträdet {long_date(view.waits_for.day)} är avslutat.",
            "praxis",
        )
