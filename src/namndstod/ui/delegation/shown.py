"""What the register shows: the decisions that are wanted, in order, in groups, with their sum. No widgets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.delegation_lists import looks_private, public_edition, without_name
from namndstod.domain.delegation_standing import Standing
from namndstod.services.delegation.facets import Facet
from namndstod.services.delegation.register import Register
from namndstod.services.delegation.selecting import EVERYTHING, Group, Selector, grouped, total


class Shown:
    """The choice of what is shown, and what came of it. Change the choice, then `find`."""

    def __init__(self) -> None:
        self.register = Register("", date.min)
        self.wanted = EVERYTHING
        self.grouping: Facet | None = None
        self.folded: set[str] = set()  # keys of groups that are closed
        self.column = ""
        self.descending = False
        self.covered = False  # private persons are not named while others look at the screen
        self.slots: list[int] = []
        self.groups: list[Group] = []
        self.total: int | None = None
        self._waiting: tuple[Register | None, list[int]] = (None, [])
        self._covered: dict[str, tuple[DelegatedDecision, DelegatedDecision]] = {}  # as it is, as it is shown
        self._selector = Selector()
        self._order: tuple[Register | None, str, bool, list[int]] = (None, "", False, [])

    def read(self, slot: int) -> DelegatedDecision:
        """Return a decision as it may be read on the screen just now; what is changed is `register`'s."""
        decision = self.register.decisions[slot]
        if not self.covered:
            return decision
        known = self._covered.get(decision.id)
        if known is None or known[0] is not decision:
            private = decision.personal or looks_private(decision.recipient)
            public = public_edition(replace(decision, personal=private))
            known = (decision, replace(public, personal=decision.personal))
            self._covered[decision.id] = known
        return known[1]

    def said_of(self, slot: int, text: str) -> str:
        """Return what is said of a decision as it may be read just now."""
        name = self.register.decisions[slot].recipient
        return text if self.is_named(slot) else without_name(text, name)

    def is_named(self, slot: int) -> bool:
        """Whether whom a decision concerns may be read just now."""
        return self.read(slot).recipient == self.register.decisions[slot].recipient

    def waiting(self) -> list[int]:
        """Return what is not reported, in the order in which it was entered; ordförandebeslut first."""
        register = self.register
        if self._waiting[0] is not register:
            stood, decisions = register.stood, register.decisions
            waits = [s for s in reversed(register.live) if stood[s].standing is Standing.UNREPORTED]
            urgent = [slot for slot in waits if decisions[slot].urgent]
            self._waiting = (
                register,
                [*urgent, *(s for s in waits if not decisions[s].urgent)] if urgent else waits,
            )
        return self._waiting[1]

    def find(self) -> None:
        """Work out what is shown."""
        self.slots = self._selector.select(self.register, self.wanted, self._in_order())
        self.total = total(self.register, self.slots)
        self.groups = grouped(self.register, self.slots, self.grouping) if self.grouping else []

    def lines(self) -> list[int]:
        """Return the rows of the table: slots of decisions, and for a group its number n as -1 - n."""
        if self.grouping is None:
            return self.slots
        found: list[int] = []
        for number, group in enumerate(self.groups):
            found.append(-1 - number)
            if group.key not in self.folded:
                found += group.slots
        return found

    def group_by(self, facet: Facet | None) -> None:
        """Have the decisions in groups, or in none."""
        self.grouping = facet
        self.folded.clear()

    def fold(self, key: str) -> None:
        """Close a group, or open it."""
        self.folded ^= {key}

    def fold_all(self, *, closed: bool) -> None:
        """Close all groups, or open them."""
        self.folded = {group.key for group in self.groups} if closed else set()

    def sort(self, column: str, *, descending: bool) -> None:
        """Order by a column from now on."""
        self.column, self.descending = column, descending

    def _in_order(self) -> list[int]:
        """Return all live slots in order; the same list as long as nothing changes it."""
        register, column, descending, order = self._order
        known = register is self.register and (column, descending) == (self.column, self.descending)
        if not known:
            order = self.register.order(self.column, descending=self.descending)
            self._order = (self.register, self.column, self.descending, order)
        return order
