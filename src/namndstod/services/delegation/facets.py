"""What delegated decisions are grouped, summed and filtered by: kind, municipality, month …"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.delegation_groups import group_key
from namndstod.domain.swedish import MONTHS
from namndstod.domain.swedish_sort import swedish_key


class Facet(StrEnum):
    """A side of a decision that several have in common."""

    KIND = "kind"
    MUNICIPALITY = "municipality"
    GENDER = "gender"
    DECIDER = "decider"
    MONTH = "month"
    POINT = "point"
    BRANCH = "branch"
    LIST = "list"  # the list it came with


FACET_NAMES: Final = {
    Facet.KIND: "vad det gäller",
    Facet.MUNICIPALITY: "kommun",
    Facet.GENDER: "kön",
    Facet.DECIDER: "beslutsfattare",
    Facet.MONTH: "månad",
    Facet.POINT: "punkt",
    Facet.BRANCH: "bransch",
    Facet.LIST: "inläst lista",
}
"""What each is called, as inside a sentence."""
_NOTHING: Final = {
    Facet.KIND: "Utan uppgift om vad det gäller",
    Facet.MUNICIPALITY: "Utan kommun",
    Facet.GENDER: "Utan uppgift om kön",
    Facet.DECIDER: "Utan beslutsfattare",
    Facet.MONTH: "Utan beslutsdatum",
    Facet.POINT: "Utan punkt",
    Facet.BRANCH: "Utan bransch",
    Facet.LIST: "Inskrivna i programmet",
}

Value = Callable[[DelegatedDecision], str]


def _month(decision: DelegatedDecision) -> str:
    return decision.decided_on.isoformat()[:7] if decision.decided_on is not None else ""


_VALUES: Final[dict[Facet, Value]] = {
    Facet.KIND: lambda d: d.kind,
    Facet.MUNICIPALITY: lambda d: d.municipality,
    Facet.GENDER: lambda d: d.gender,
    Facet.DECIDER: lambda d: d.decided_by or d.decided_by_title,
    Facet.MONTH: _month,
    Facet.POINT: lambda d: d.point,
    Facet.BRANCH: lambda d: d.branch,
    Facet.LIST: lambda d: d.import_id or "",
}


@dataclass(slots=True)
class Side:
    """One facet of all decisions: which value each has, as a number, and what the values are called.

    Ways of writing that differ in case, accents and spaces only are one value; «3,2» and «3.2» one point.
    """

    facet: Facet
    codes: list[int] = field(default_factory=list)  # by the decision's slot
    keys: list[str] = field(default_factory=list)  # by code
    labels: list[str] = field(default_factory=list)
    _known: dict[str, int] = field(default_factory=dict)  # as written, and by key
    _list_names: dict[str, str] = field(default_factory=dict)

    def copy(self) -> Side:
        """Return one that can be added to."""
        return Side(
            self.facet, self.codes[:], self.keys[:], self.labels[:], dict(self._known), self._list_names
        )

    def extend(self, decisions: Iterable[DelegatedDecision]) -> None:
        """Add decisions in the slots that come next."""
        value, known, code = _VALUES[self.facet], self._known, self._code
        values = list(map(value, decisions))
        self.codes += [known[v] if v in known else code(v) for v in values]

    def replace(self, slot: int, decision: DelegatedDecision) -> None:
        """Have another decision in a slot."""
        written = _VALUES[self.facet](decision)
        known = self._known.get(written)
        self.codes[slot] = self._code(written) if known is None else known

    def code(self, key: str) -> int | None:
        """Return the number of the value with that key; None where no decision ever had it."""
        return self._known.get("\0" + key)

    def in_order(self, codes: Iterable[int]) -> list[int]:
        """Return values by name, the latest month first; what is not said comes last."""
        keys, labels = self.keys, self.labels
        if self.facet is Facet.MONTH:
            return sorted(codes, key=lambda c: keys[c], reverse=True)
        return sorted(codes, key=lambda c: (not keys[c], swedish_key(labels[c])))

    def _code(self, written: str) -> int:
        key = self._key(written)
        found = self._known.get("\0" + key)
        if found is None:
            found = self._known["\0" + key] = len(self.keys)
            self.keys.append(key)
            self.labels.append(self._label(key, " ".join(written.split())))
        self._known[written] = found
        return found

    def _key(self, written: str) -> str:
        if self.facet in (Facet.MONTH, Facet.LIST):
            return written
        return group_key(written, point=self.facet is Facet.POINT)

    def _label(self, key: str, written: str) -> str:
        if not key:
            return _NOTHING[self.facet]
        if self.facet is Facet.MONTH:
            return month_name(key)
        if self.facet is Facet.POINT:
            return f"Punkt {key}"
        return self._list_names.get(key, "Inläst lista") if self.facet is Facet.LIST else written


def side(facet: Facet, decisions: Sequence[DelegatedDecision], list_names: dict[str, str]) -> Side:
    """Return a facet of decisions, by their slots."""
    made = Side(facet, _list_names=list_names)
    made.extend(decisions)
    return made


def month_name(key: str) -> str:
    """«maj 2027» of «2027-05»."""
    day = date.fromisoformat(f"{key}-01")
    return f"{MONTHS[day.month - 1]} {day.year}"
