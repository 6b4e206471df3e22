"""The part Beslut of a §: what follows from its outcome and from what won."""

from __future__ import annotations

from .facts import TO_FILL_IN, Facts, SectionFacts, decider
from .option_names import Names
from .options import has_proposal
from .procedure import Procedure
from .proceedings import PROPOSAL, REJECTION, Motion, MotionKind
from .records import BlockKind, Outcome
from .swedish import listed
from .texts import Draft, punctuated, strip_connective

_FORMAL = {Outcome.REMITTED: MotionKind.REMIT, Outcome.TABLED: MotionKind.TABLE}


def decision(
    facts: Facts, here: SectionFacts, course: Procedure, proposal: tuple[Draft, ...]
) -> tuple[Draft, ...]:
    """Return the decision of a § whose outcome is stated; `proposal` is the item's own förslag.

    Where the outcome is what the procedure came to, the text is of what won; else it is what such an outcome
    says by itself.
    """
    writer = _Writer(facts, here, course, proposal)
    outcome = here.section.outcome
    if outcome in _FORMAL:
        return writer.formal(_FORMAL[outcome])
    if outcome is course.outcome and course.options.disputed | bool(course.result.elected):
        return writer.won()
    if outcome in (Outcome.APPROVED, Outcome.CHANGED):
        return proposal
    if outcome is Outcome.WITHDRAWN:
        return (Draft(BlockKind.PARAGRAPH, "Ärendet utgår."),)
    if outcome is Outcome.NOTED:
        return (Draft(BlockKind.PARAGRAPH, "Informationen läggs till handlingarna."),)
    return writer.rejected()


class _Writer:
    def __init__(
        self, facts: Facts, here: SectionFacts, course: Procedure, proposal: tuple[Draft, ...]
    ) -> None:
        self.facts = facts
        self.here = here
        self.course = course
        self.proposal = proposal
        self.names = Names(facts, here, course.options)

    def formal(self, kind: MotionKind) -> tuple[Draft, ...]:
        """Återremiss to whom and why, or bordläggning until when."""
        motions = self.course.options.motions
        keys = [k for k in (self.course.result.formal, *self.course.options.formal) if k is not None]
        said = next((motions[k].clauses for k in keys if motions[k].kind is kind), ())
        if kind is MotionKind.TABLE:
            until = said[0] if said else "nästa sammanträde"
            return (Draft(BlockKind.PARAGRAPH, f"Ärendet bordläggs till {strip_connective(until)}."),)
        to, why = (strip_connective(text) or TO_FILL_IN for text in (*said, "", "")[:2])
        return self._decides(f"återremittera ärendet till {to} för {why}")

    def won(self) -> tuple[Draft, ...]:
        """What won in the matter, with the additions that were carried."""
        result = self.course.result
        if result.matter == REJECTION:
            return self.rejected()
        if result.elected and not self.proposal:
            return self._decides(f"utse {listed([self.names.definite(n) for n in result.elected])}")
        motions = self.course.options.motions
        matter = self.proposal
        if result.matter is not None and result.matter != PROPOSAL:
            matter = self._decides(*self._clauses(motions[result.matter]))
        added = [text for key in result.additions for text in self._clauses(motions[key])]
        if not added:
            return matter
        drafts = tuple(Draft(BlockKind.CLAUSE, text, 1) for text in added)
        if not any(d.kind is BlockKind.CLAUSE for d in matter):
            return (*matter, *self._decides(*added))
        last = max(n for n, d in enumerate(matter, 1) if d.depth > 0)
        return punctuated((*matter[:last], *drafts, *matter[last:]))

    def rejected(self) -> tuple[Draft, ...]:
        """Avslag on the proposal, or where there is none on all that was put forward."""
        put = [k for k in self.course.options.matter if k != REJECTION]
        if has_proposal(self.here) or not put:
            return self._decides("avslå förslaget")
        return self._decides(f"avslå {listed([self.names.definite(key) for key in put])}")

    def _clauses(self, motion: Motion) -> tuple[str, ...]:
        said = tuple(text for text in motion.clauses if text.strip())
        return said or (f"bifalla {self.names.definite(motion.id)}",)

    def _decides(self, *clauses: str) -> tuple[Draft, ...]:
        """The clauses under the line «Nämnden beslutar», as the proposal has it."""
        own = next((d.text for d in self.proposal if d.kind is BlockKind.DECIDER), decider(self.facts.term))
        drafts = (Draft(BlockKind.CLAUSE, text, 1) for text in clauses)
        return punctuated((Draft(BlockKind.DECIDER, own), *drafts))
