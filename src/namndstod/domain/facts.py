"""What the phrases need to know of a meeting and of one of its §§."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Protocol

from .deliberation import NOTHING_SAID, Deliberation
from .frozen import frozen
from .items import ItemView
from .presence import NOBODY, SectionPresence
from .proceedings import Adjournment
from .records import Approver, Body, BodyTerm, Mandate, Meeting, Person, Section
from .swedish import capitalised

TO_FILL_IN: Final = "…"
"""What only the secretary knows; Kontroll asks for it."""


class Facts(Protocol):
    """What the phrases need to know of a meeting; its view is such."""

    @property
    def meeting(self) -> Meeting:
        """The meeting."""

    @property
    def body(self) -> Body:
        """The body that meets."""

    @property
    def term(self) -> BodyTerm:
        """Name and customs of the body on that day."""

    @property
    def people(self) -> Mapping[str, Person]:
        """Everybody who is named, by id."""

    @property
    def members(self) -> tuple[Mandate, ...]:
        """Ledamöter in the order of their seats: presidium first."""

    @property
    def substitutes(self) -> tuple[Mandate, ...]:
        """Ersättare in elected order."""

    @property
    def approvers(self) -> tuple[Approver, ...]:
        """The justerare chosen."""

    def label(self, person_id: str) -> str:
        """Return «Karin Ek (S)»."""


@frozen
class Leading:
    """Somebody else than before leads from a § on: the numbers of the §§, and whether to the very end."""

    person_id: str
    numbers: tuple[int, ...]
    to_the_end: bool


@frozen
class SectionFacts:
    """What is known of a §: its item, who came and went, who serves and leads, what was said and decided."""

    section: Section
    item: ItemView | None = None
    presence: SectionPresence = NOBODY
    adjournments: tuple[Adjournment, ...] = ()
    leading: Leading | None = None  # where who leads changes
    leads: str | None = None  # id of who leads the meeting in this §
    said: Deliberation = NOTHING_SAID


def decider(term: BodyTerm) -> str:
    """Return the line above the clauses: «Regional tillväxtnämnd beslutar»."""
    return f"{capitalised(term.name)} beslutar"
