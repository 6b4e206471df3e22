"""Commands of what follows the decisions, as test_every_command tries them."""

from __future__ import annotations

from collections.abc import Callable

from namndstod.domain.findings import Severity, check
from namndstod.services.commands.base import Command
from namndstod.services.commands.waiving import Unwaive, Waive

from .helpers import House

Make = Callable[[House, str], Command]


def stale(house: House, meeting: str) -> tuple[str, str, str]:
    """The warning of the prepared meeting: a decision changed by hand whose proposal was changed since."""
    return meeting, "facts_changed", f"{house.sections(meeting)[0].id}:decision"


def unwaive(house: House, meeting: str) -> Command:
    house.session.do(Waive(*stale(house, meeting), "Så sades det."))
    return Unwaive(*stale(house, meeting))


def waive_all(house: House, meeting: str) -> None:
    """Give every warning a reason, so that the meeting can be justerat."""
    for finding in check(house.view(meeting), house.session.today):
        if finding.severity is Severity.WARN:
            house.session.do(Waive(meeting, finding.code, finding.key, "Godtaget av ordföranden."))


OPEN: dict[str, Make] = {
    "Waive": lambda h, m: Waive(*stale(h, m), "Så sades det."),
    "Unwaive": unwaive,
}
