"""Rules about what the §§ say (law.md 17, 26, 27, 34)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from ..facts import TO_FILL_IN
from ..records import MeetingState, Outcome, SectionState, TextRole
from ..swedish import long_date
from ..view import MeetingView, SectionView
from .finding import Finding, Mend, MendKind, Place, Severity, Step

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
}


def _label(section: SectionView) -> str:
    return f"§ {section.number}" if section.number is not None else section.heading


def decision_missing(view: MeetingView, today: date) -> Iterator[Finding]:
    """The minutes state the decision of each ärende (KL 5:66)."""
    if not view.held:
        return
    for section in view.sections:
        decided = section.section.state is SectionState.DECIDED or view.meeting.state is MeetingState.CLOSED
        if decided and section.wants_decision and section.parts[TextRole.DECISION].blank:
            yield Finding(
                "decision_missing",
                Severity.BLOCK,
                Place(Step.MINUTES, section_id=section.section.id, role=TextRole.DECISION),
                f"{_label(section)}: beslut saknas.",
                "KL 5 kap. 66 §",
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
                f"{_label(section)} {section.heading} är inte avgjort: ange beslut, bordläggning "
                "eller att det utgår.",
                "KL 5 kap. 66 §",
            )


def to_fill_in(view: MeetingView, today: date) -> Iterator[Finding]:
    """An återremiss states why and to whom (rule 17); no gap is left in a decision."""
    if not view.held:
        return
    for section in view.sections:
        gaps = any(TO_FILL_IN in d.text for d in section.parts[TextRole.DECISION].drafts)
        if gaps:
            remitted = section.section.outcome is Outcome.REMITTED
            asked = (
                "Ange varför och till vem ärendet återremitteras."
                if remitted
                else "Fyll i det som saknas i beslutet."
            )
            yield Finding(
                "to_fill_in",
                Severity.WARN,
                Place(Step.MINUTES, section_id=section.section.id, role=TextRole.DECISION),
                f"{_label(section)}: {asked}",
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
                    f"{_label(section)}, {PART_NAMES[role]}: underlaget har ändrats sedan texten skrevs.",
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
            problem = f"§ {after} är dubbel." if after == before else f"§ {before + 1} saknas."
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
