"""What the program writes by itself in a §, from the facts (phrases of documents.md)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .approval_phrases import declared_immediate
from .attendance_phrases import attendance_lines
from .deadlines import approval_deadline
from .decision_phrases import decision
from .facts import Facts, SectionFacts, decider
from .items import ItemView
from .motion_phrases import motion_lines
from .procedure import Procedure
from .records import BlockKind, ItemPurpose, Outcome, TextRole
from .remark_phrases import remark_lines, reservation_lines
from .swedish import long_date
from .texts import Draft, punctuate


class SectionWriter:
    """Writes the parts of a § from the item, what happened and the outcome; each when it is asked for.

    `course` gives the procedure of the §, worked out once for all that need it.
    """

    def __init__(self, facts: Facts, here: SectionFacts, course: Callable[[], Procedure]) -> None:
        self._facts = facts
        self._here = here
        self._course = course

    def write(self, role: TextRole) -> Sequence[Draft]:
        """Return one part as the program would write it now."""
        facts, here, item = self._facts, self._here, self._here.item
        match role:
            case TextRole.ATTENDANCE:
                return attendance_lines(facts, here)
            case TextRole.SUMMARY:
                return summary(facts, item) if item is not None else ()
            case TextRole.POINTS:
                return _without_ids(item.text(role)) if item is not None else ()
            case TextRole.PROPOSAL:
                return proposal(facts, item) if item is not None else ()
            case TextRole.MOTIONS:
                return motion_lines(facts, here, self._course().options)
            case TextRole.PROCEDURE:
                from .vote_phrases import procedure_lines  # not before something is decided

                return procedure_lines(facts, here, self._course())
            case TextRole.DECISION:
                return self._decision()
            case TextRole.RESERVATIONS:
                return reservation_lines(facts, here, self._course().options)
            case TextRole.REMARKS:
                return remark_lines(facts, here)
            case _:  # of the FöredragningsPM alone
                return ()

    @property
    def _reports(self) -> bool:
        """Whether delegated decisions are reported in the §, in the program's own words."""
        item = self._here.item
        if item is None or item.item.purpose is not ItemPurpose.DELEGATED:
            return False
        return not item.text(TextRole.PROPOSAL)

    def _decision(self) -> Sequence[Draft]:
        if self._here.section.outcome is None:
            return ()
        proposed = tuple(self.write(TextRole.PROPOSAL))
        decided = tuple(decision(self._facts, self._here, self._course(), proposed))
        if self._reports and self._here.section.outcome is Outcome.APPROVED and decided == proposed:
            from .delegation_lists import REPORT_DECISION

            decided = (Draft(BlockKind.PARAGRAPH, REPORT_DECISION),)
        return declared_immediate(decided) if self._here.section.immediate else decided


def proposal(facts: Facts, item: ItemView) -> tuple[Draft, ...]:
    """Return the item's Förslag till beslut: its own text, or what its purpose says."""
    own = _without_ids(item.text(TextRole.PROPOSAL))
    if own:
        return own
    if item.item.purpose is ItemPurpose.APPROVAL and facts.approvers:
        return approval_proposal(facts)
    return report_proposal(facts) if item.item.purpose is ItemPurpose.DELEGATED else ()


def summary(facts: Facts, item: ItemView) -> tuple[Draft, ...]:
    """Return the item's Sammanfattning: its own text, or the delegated decisions that are reported."""
    own = _without_ids(item.text(TextRole.SUMMARY))
    if own or item.item.purpose is not ItemPurpose.DELEGATED:
        return own
    from .delegation_lists import report_lines  # not before delegated decisions are reported

    return report_lines(facts.term, item.delegated)


def report_proposal(facts: Facts) -> tuple[Draft, ...]:
    """Return the proposal of an item where delegated decisions are reported (KL 6:40)."""
    from .delegation_lists import REPORT_CLAUSE

    clause = Draft(BlockKind.CLAUSE, punctuate([REPORT_CLAUSE])[0], 1)
    return (Draft(BlockKind.DECIDER, decider(facts.term)), clause)


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
