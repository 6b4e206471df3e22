"""A beslutsbrev and the register: a letter that makes its decision, and what the letter says otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, ClassVar

from namndstod.domain.delegation import DecisionLetter, DelegatedDecision
from namndstod.domain.delegation_lists import kept_private
from namndstod.domain.errors import RuleBroken
from namndstod.domain.letters import differences, first_letter
from namndstod.domain.recorded import require_as_announced

from .base import Command, Desk
from .delegation import AddDelegated


@dataclass(frozen=True)
class BeginLetter(Command):
    """Nytt beslutsbrev: a decision that stands in no register yet, entered together with its letter."""

    label: ClassVar[str] = "nytt beslutsbrev"
    body_id: str
    decision: DelegatedDecision

    def run(self, desk: Desk) -> str:
        """Return the id of the decision."""
        made = AddDelegated(self.body_id, (self.decision,)).run(desk) or ""
        desk.work.add(first_letter(desk.work.get(DelegatedDecision, made), desk.now.date()))
        return made


@dataclass(frozen=True)
class TakeFromLetter(Command):
    """Let the register say what the letter says, in these fields of the decision."""

    label: ClassVar[str] = "ändra registret efter beslutsbrevet"
    decision_id: str
    fields: tuple[str, ...]

    def run(self, desk: Desk) -> None:
        """Change the decision. Refused when letter and register no longer differ there."""
        decision = desk.work.get(DelegatedDecision, self.decision_id)
        letter = desk.work.first(DecisionLetter, decision_id=self.decision_id)
        found = {d.field: d for d in differences(letter, decision)} if letter is not None else {}
        values: dict[str, Any] = {name: found[name].value for name in self.fields if name in found}
        if len(values) < len(self.fields) or letter is None:
            raise RuleBroken("Brevet och registret säger redan samma sak.")
        if "decided_by" in values:
            titles = {s.name.strip(): s.title.strip() for s in letter.signers}
            values["decided_by_title"] = titles.get(values["decided_by"], "")
        after = replace(decision, **values)
        require_as_announced(decision, after)
        personal = kept_private(decision, after).personal
        desk.work.change(decision, **values, personal=personal)
