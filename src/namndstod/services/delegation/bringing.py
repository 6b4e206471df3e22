"""A list that somebody brings: read in a process of its own, and compared with the register."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from namndstod.domain.delegation import ColumnMapping
from namndstod.domain.errors import FileVanished
from namndstod.domain.intake.found_delegated import DelegatedField, FoundTable
from namndstod.domain.records import Meeting
from namndstod.services.intake.papers import contents
from namndstod.services.reading import BodyView, bodies

from .decisions import next_meeting
from .mappings import mappings_of
from .planning import DelegationPlan, plan

if TYPE_CHECKING:
    from namndstod.services.session import Outcome
    from namndstod.services.workplace import Workplace

ENDINGS: Final = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv"})
"""The endings of files that a list may come as."""
_DECIDING: Final = {DelegatedField.DECIDED_BY, DelegatedField.DECIDED_ON, DelegatedField.POINT}
_FEWEST: Final = 3  # columns that are understood
LARGEST: Final = 200_000_000  # bytes

Told = Callable[[int, int, str], None]
"""Hears how far it has come, of how far, and what is done now; what it raises stops the work."""


@dataclass(frozen=True, slots=True)
class BroughtList:
    """A list as it was read and compared. `chosen` are the places of the rows that are taken in unless a
    person says otherwise; `coming` is where its decisions are reported next.
    """

    path: Path
    sha256: str
    plan: DelegationPlan
    chosen: frozenset[int]
    bodies: tuple[BodyView, ...]
    coming: Meeting | None


class ListReader:
    """Reads lists, compares them with the register, and takes them in. Slow: call it off the UI thread."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._session = workplace.session

    def read(
        self,
        path: Path,
        body_id: str,
        told: Told,
        *,
        sender: str | None = None,
        columns: Sequence[ColumnMapping] = (),
    ) -> BroughtList:
        """Return what a list says of a body (or the first one); `columns` is what a person just told.

        Raises FileVanished, CannotShow for what is no workbook, EnvironmentProblem.
        """
        known = self._session.ask(bodies, self._session.today)
        chosen = next((b.body.id for b in known if b.body.id == body_id), known[0].body.id if known else "")
        if not chosen:
            raise FileVanished("Pärmen har ingen nämnd.", way_on="Lägg upp nämnden först.")
        told(0, 3, "Läser filen")
        data, sha256, problem = contents(path)
        if not sha256:  # what is empty is refused by the reader, as all else that is no list
            raise FileVanished(f"”{path.name}”: {problem}", way_on="Öppna rätt fil, eller spara den igen.")
        remembered = self._session.ask(mappings_of, chosen, sender or "")
        found = self._workplace.reader.delegated(data, path.name, (*columns, *remembered))
        told(2, 3, "Jämför med registret")
        made = self._session.ask(plan, chosen, found, self._session.today, sender)
        coming = self._session.ask(next_meeting, chosen, self._session.today)
        told(3, 3, "Klart")
        return BroughtList(path, sha256, made, _chosen(made), known, coming)

    def again(self, brought: BroughtList, sender: str) -> BroughtList:
        """Return the same list compared with how the register is now."""
        found = brought.plan.found
        made = self._session.ask(plan, brought.plan.body_id, found, self._session.today, sender)
        coming = self._session.ask(next_meeting, brought.plan.body_id, self._session.today)
        return BroughtList(brought.path, brought.sha256, made, _chosen(made), brought.bodies, coming)

    def is_list(self, path: Path) -> int:
        """Return how many delegated decisions a workbook tells, as far as can be seen; 0 for other files."""
        if path.suffix.casefold() not in ENDINGS:
            return 0
        data, _, problem = contents(path)
        if problem or len(data) > LARGEST:
            return 0
        found = self._workplace.reader.delegated(data, path.name)
        return sum(len(t.rows) for t in found.tables if _tells_decisions(t))

    def take_in(
        self, brought: BroughtList, chosen: frozenset[int], meeting_id: str | None, told: Told
    ) -> Outcome | None:
        """Store what was chosen; None when the file is no longer the one that was read."""
        from .taking import taking

        told(0, 2, "Sparar filen")
        (file,) = self._workplace.conversions.take_in([brought.path])
        if file.sha256 != brought.sha256:
            return None
        told(1, 2, "Lägger besluten i registret")
        command = self._session.ask(taking, brought.plan, chosen, file, meeting_id)
        return self._session.do(command)

    def marked(self, brought: BroughtList) -> tuple[Path, str]:
        """Write the list with its errors marked, beside the file; return where, and what to tell of it."""
        from namndstod.services.writing import write_file

        from .marking import marks_of

        data, _, problem = contents(brought.path)
        if problem:
            raise FileVanished(f"”{brought.path.name}”: {problem}", way_on="Läs in listan igen.")
        made = self._workplace.reader.mark(data, brought.path.name, marks_of(brought.plan))
        target = _free(brought.path.with_name(made.name))
        write_file(target, made.data)
        return target, made.reason


def _tells_decisions(table: FoundTable) -> bool:
    """Whether the columns are those of a list: who decided, by which point or on which day, and more."""
    fields = {column.field for column in table.columns if column.field is not None}
    return len(fields) >= _FEWEST and bool(fields & _DECIDING)


def _chosen(plan: DelegationPlan) -> frozenset[int]:
    return frozenset(place for place, row in enumerate(plan.rows) if row.chosen)


def _free(path: Path) -> Path:
    """Return a name that no file has: nothing is written over."""
    number, free = 2, path
    while free.exists():
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return free
