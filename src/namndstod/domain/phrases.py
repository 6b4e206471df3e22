"""What the program writes by itself in a §, from the facts (phrases of documents.md)."""

from __future__ import annotations

from collections.abc import Sequence

from .deadlines import approval_deadline
from .facts import TO_FILL_IN, Facts, SectionFacts, Written, decider
from .items import ItemView
from .records import BlockKind, ItemPurpose, Outcome, PresenceEvent, PresenceKind, Section, TextRole
from .swedish import at_clock, capitalised, long_date
from .texts import Draft, punctuate


def generated_parts(facts: Facts, here: SectionFacts) -> Written:
    """Return the parts of a § that follow from the item, what happened and the outcome."""
    section, item = here.section, here.item
    written: dict[TextRole, Sequence[Draft]] = {TextRole.ATTENDANCE: attendance_lines(facts, here.events)}
    if item is not None:
        written[TextRole.SUMMARY] = _without_ids(item.text(TextRole.SUMMARY))
        written[TextRole.POINTS] = _without_ids(item.text(TextRole.POINTS))
        written[TextRole.PROPOSAL] = proposal(facts, item)
    outcome = section.outcome
    if outcome in (Outcome.APPROVED, Outcome.CHANGED):
        written[TextRole.DECISION] = written.get(TextRole.PROPOSAL, ())
    elif outcome is not None:
        written[TextRole.DECISION] = outcome_text(facts, section, item)
    return written


def proposal(facts: Facts, item: ItemView) -> tuple[Draft, ...]:
    """Return the item's Förslag till beslut: its own text, or what its purpose says."""
    own = _without_ids(item.text(TextRole.PROPOSAL))
    if own or item.item.purpose is not ItemPurpose.APPROVAL or not facts.approvers:
        return own
    return approval_proposal(facts)


def approval_proposal(facts: Facts) -> tuple[Draft, ...]:
    """Return the proposal of Protokollsjustering, with the justerare that were chosen and the last day."""
    texts = []
    for approver in facts.approvers:
        clause = f"jämte ordföranden justera dagens protokoll utse {facts.label(approver.person_id)}"
        if approver.substitute_id is not None:
            clause += f" med {facts.label(approver.substitute_id)} som ersättare"
        texts.append(clause)
    last_day = approval_deadline(facts.meeting.end_day or facts.meeting.day, facts.term.customs.approval_days)
    return (
        Draft(BlockKind.DECIDER, decider(facts.term)),
        *(Draft(BlockKind.CLAUSE, text, 1) for text in punctuate(texts)),
        Draft(BlockKind.PARAGRAPH, f"Protokollet ska vara justerat senast {long_date(last_day)}."),
    )


def attendance_lines(facts: Facts, events: Sequence[PresenceEvent]) -> tuple[Draft, ...]:
    """Return one sentence for each coming and going in a §."""
    lines = []
    for event in sorted(events, key=lambda e: e.position):
        who = facts.label(event.person_id)
        when = f" {at_clock(event.at, facts.term.customs.time_separator)}" if event.at else ""
        if event.kind is PresenceKind.ARRIVES:
            lines.append(f"{who} anländer{when}.")
        elif event.kind is PresenceKind.LEAVES:
            lines.append(f"{who} lämnar sammanträdet{when}.")
        elif event.serves_for_id is not None:
            lines.append(f"{who} ersätter {facts.label(event.serves_for_id)}{when}.")
    return tuple(Draft(BlockKind.PARAGRAPH, line) for line in lines)


def outcome_text(facts: Facts, section: Section, item: ItemView | None) -> tuple[Draft, ...]:
    """Return the decision that an outcome other than a proposal's own text gives."""
    body = capitalised(facts.term.short_name)
    sentences = {
        Outcome.TABLED: "Ärendet bordläggs till nästa sammanträde.",
        Outcome.WITHDRAWN: "Ärendet utgår.",
        Outcome.NOTED: "Informationen läggs till handlingarna.",
    }
    if section.outcome in sentences:
        return (Draft(BlockKind.PARAGRAPH, sentences[section.outcome]),)
    if section.outcome is Outcome.REMITTED:
        clause = f"återremittera ärendet till {TO_FILL_IN} för {TO_FILL_IN}."
    else:
        clause = "avslå förslaget."
    return (Draft(BlockKind.DECIDER, f"{body} beslutar"), Draft(BlockKind.CLAUSE, clause, 1))


def _without_ids(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    return tuple(Draft(d.kind, d.text, d.depth, d.marks, d.rows) for d in drafts)
