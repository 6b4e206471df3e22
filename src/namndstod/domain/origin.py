"""Where an item that was carried over comes from."""

from __future__ import annotations

from datetime import date

from .frozen import frozen
from .records import Outcome
from .swedish import NBSP


@frozen
class Origin:
    """Where a carried item comes from. `body_name` is empty when it is the same body's."""

    meeting_id: str
    day: date
    section_id: str | None = None
    number: int | None = None
    outcome: Outcome | None = None
    body_name: str = ""

    @property
    def words(self) -> str:
        """«Bordlagt § 44 2027-05-14», «Förslag från Arbetsutskottet § 3 2027-05-02», «Från § 12 …»."""
        return came_from(self.outcome, self.number, self.day, self.body_name)


def came_from(outcome: Outcome | None, number: int | None, day: date, body_name: str) -> str:
    """Return in words where an item comes from."""
    section = f"§{NBSP}{number} " if number is not None else ""
    if body_name:
        return f"Förslag från {body_name} {section}{day.isoformat()}"
    how = {Outcome.TABLED: "Bordlagt", Outcome.REMITTED: "Återremitterat"}.get(
        outcome or Outcome.NOTED, "Från"
    )
    return f"{how} {section}{day.isoformat()}"
