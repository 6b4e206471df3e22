"""What the program writes by itself in a §, from the facts (phrases of documents.md)."""

from __future__ import annotations

from collections.abc import Sequence

from .approval_phrases import declared_immediate
from .attendance_phrases import attendance_lines
from .deadlines import approval_deadline
from .decision_phrases import decision
from .facts import Facts, SectionFacts, Written, decider
from .items import ItemView
from .motion_phrases import motion_lines
from .procedure import procedure
from .records import BlockKind, ItemPurpose, TextRole
from .remark_phrases import remark_lines, reservation_lines
from .swedish import long_date
from .texts import Draft, punctuate
from .vote_phrases import procedure_lines


def generated_parts(facts: Facts, here: SectionFacts) -> Written:
    """Return the parts of a § that follow from the item, what happened and the outcome."""
    item = here.item
    written: dict[TextRole, Sequence[Draft]] = {TextRole.ATTENDANCE: attendance_lines(facts, here)}
    if item is not None:
        written[TextRole.SUMMARY] = _without_ids(item.text(TextRole.SUMMARY))
        written[TextRole.POINTS] = _without_ids(item.text(TextRole.POINTS))
        written[TextRole.PROPOSAL] = proposal(facts, item)
    course = procedure(here, facts.term.customs)
    written[TextRole.MOTIONS] = motion_lines(facts, here, course.options)
    written[TextRole.PROCEDURE] = procedure_lines(facts, here, course)
    if here.section.outcome is not None:
        proposed = tuple(written.get(TextRole.PROPOSAL, ()))
        decided = tuple(decision(facts, here, course, proposed))
        written[TextRole.DECISION] = declared_immediate(decided) if here.section.immediate else decided
    written[TextRole.RESERVATIONS] = reservation_lines(facts, here, course.options)
    written[TextRole.REMARKS] = remark_lines(facts, here)
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


def _without_ids(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    return tuple(Draft(d.kind, d.text, d.depth, d.marks, d.rows) for d in drafts)
