"""A made-up delegationsordning, rows that keep it, and what the register knows."""

from __future__ import annotations

from datetime import date
from typing import Any

from namndstod.domain.delegation import Delegate, DelegatedDecision, DelegateKind, DelegationPoint
from namndstod.domain.delegation_order import Order
from namndstod.domain.findings.delegated import Known, RowFinding, judge_list, judge_rows
from namndstod.domain.intake.found_delegated import FoundDecision

SINCE = date(2026, 1, 1)
DAY = date(2027, 3, 2)
TODAY = date(2027, 4, 1)
MEETINGS = (date(2027, 2, 11), date(2027, 4, 15))


def point(number: str, **fields: Any) -> DelegationPoint:
    """A point, which is all right unless something else is said."""
    given: dict[str, Any] = {
        "id": number,
        "body_id": "body",
        "number": number,
        "position": 1,
        "text": "Bevilja stöd till företag.",
        "valid_from": SINCE,
    }
    return DelegationPoint(**{**given, **fields})


def delegate(point_id: str, title: str, **fields: Any) -> Delegate:
    """A delegate: an employee with that title."""
    given: dict[str, Any] = {
        "id": f"{point_id}-{title}",
        "point_id": point_id,
        "position": 1,
        "kind": DelegateKind.EMPLOYEE,
        "title": title,
        "valid_from": SINCE,
    }
    return Delegate(**{**given, **fields})


POINTS = (
    point("3.2", max_amount=200_000, kinds=("Mikrobidrag", "Konsultstöd")),
    point("3.3"),
    point("3.4", valid_from=date(2027, 4, 1)),
    point("1.1", text="Brådskande ärenden.", urgent=True),
    point("5.1"),
)
DELEGATES = (
    delegate("3.2", "Förvaltningschef", kind=DelegateKind.MANAGER, name="Tor Bergqvist"),
    delegate("3.2", "Områdeschef", given_by="3.2-Förvaltningschef"),
    delegate("3.2", "Handläggare", name="Malin Sjögård", max_amount=50_000),
    delegate("3.3", "Områdeschef", name="Karin Maria Ek"),
    delegate("3.3", "Enhetschef", given_by="3.3-Områdeschef"),
    delegate("1.1", "Ordförande", kind=DelegateKind.CHAIR),
    delegate("5.1", "Bidragsgruppen", kind=DelegateKind.GROUP),
)
ORDER = Order(POINTS, DELEGATES)
KNOWN = Known(titles={"ek karin": ("Områdeschef",)}, meetings=MEETINGS, notice_days=7)


def row(number: int = 1, **fields: Any) -> FoundDecision:
    """A row that keeps every rule."""
    given: dict[str, Any] = {
        "source_row": number + 3,
        "diary_number": f"27RG{number}",
        "kind": "Mikrobidrag",
        "recipient": "Fyrens Bageri AB",
        "amount": 30_000,
        "decided_by": "Karin Ek",
        "decided_by_title": "Områdeschef",
        "decided_on": DAY,
        "point": "3.2",
    }
    return FoundDecision(**{**given, **fields})


def stored(number: int = 1, **fields: Any) -> DelegatedDecision:
    """A decision of the register that keeps every rule."""
    like = row(number)
    given: dict[str, Any] = {
        "id": f"d{number}",
        "body_id": "body",
        "position": number,
        "diary_number": like.diary_number,
        "kind": like.kind,
        "recipient": like.recipient,
        "amount": like.amount,
        "decided_by": like.decided_by,
        "decided_by_title": like.decided_by_title,
        "decided_on": DAY,
        "point": "3.2",
    }
    return DelegatedDecision(**{**given, **fields})


def about(
    *rows: FoundDecision | DelegatedDecision,
    order: Order = ORDER,
    known: Known = KNOWN,
    today: date = TODAY,
) -> list[RowFinding]:
    """Return what is found about the last of the rows."""
    return list(judge_rows(rows, order, known, today)[-1])


def about_list(
    *rows: FoundDecision | DelegatedDecision, known: Known = KNOWN, today: date = TODAY
) -> list[RowFinding]:
    """Return what is found about the rows as a whole."""
    return list(judge_list(rows, ORDER, known, today))


def said(findings: list[RowFinding]) -> list[str]:
    """Return the messages."""
    return [f.message for f in findings]
