"""What the parts of a delegationsordning are called."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from .delegation import Delegate, DelegateKind, DelegationPoint
from .delegation_lists import delegate as title_and_name
from .records import Appeal
from .swedish import EN_DASH, capitalised, kronor

DELEGATE_KINDS: Final[Mapping[DelegateKind, str]] = {
    DelegateKind.CHAIR: "Ordföranden",
    DelegateKind.PRESIDIUM: "Presidiet",
    DelegateKind.SUBCOMMITTEE: "Utskott",
    DelegateKind.MEMBER: "Ledamot",
    DelegateKind.SUBSTITUTE: "Ersättare",
    DelegateKind.MANAGER: "Förvaltningschef",
    DelegateKind.EMPLOYEE: "Anställd",
    DelegateKind.AUTOMATED: "Automatiserat beslut",
    DelegateKind.GROUP: "Grupp av anställda",
}
APPEALS: Final[Mapping[Appeal, str]] = {
    Appeal.LEGALITY: "laglighetsprövning",
    Appeal.ADMINISTRATIVE: "förvaltningsbesvär",
    Appeal.NONE: "kan inte överklagas",
}


def delegate_name(delegate: Delegate) -> str:
    """«Områdeschef Karin Ek», as it stands alone."""
    return capitalised(title_and_name(delegate.title, delegate.name))


def in_force(record: DelegationPoint | Delegate) -> str:
    """«från 2027-01-01», or «2026-01-01–2026-12-31»."""
    start = record.valid_from.isoformat()
    return f"från {start}" if record.valid_to is None else f"{start}{EN_DASH}{record.valid_to.isoformat()}"


def limit_text(amount: int | None) -> str:
    """«högst 100 000 kronor», or nothing."""
    return "" if amount is None else f"högst {kronor(amount)}"


def state_on(record: DelegationPoint, day: date, today: date) -> str:
    """Say what is worth knowing of a point on a day: that it is new, or that it ends; else nothing."""
    if record.valid_to is not None and record.valid_to >= day:
        return f"till {record.valid_to.isoformat()}"
    return f"från {record.valid_from.isoformat()}" if record.valid_from > today else ""
