"""Meetings of the domain's tests with recipients, and rules of expediering that they break."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from namndstod.domain.findings import Severity
from namndstod.domain.records import Dispatch, MeetingState, Outcome, Recipient, TextRole
from namndstod.domain.view import MeetingView

from .factory import DAY, block, item, meeting, section

JUSTERAT = DAY + timedelta(days=7)
LATE = JUSTERAT + timedelta(days=8)


def recipient(name: str, address: str = "", manner: str = "", *, party: bool = False) -> Recipient:
    """A recipient of the first ärende."""
    return Recipient(
        id=f"r-{name}", item_id="item1", position=1, name=name, manner=manner, address=address, party=party
    )


def sent(name: str, section_id: str = "s1", day: date | None = JUSTERAT, **fields: object) -> Dispatch:
    """A line of the ledger."""
    values = {"manner": "post", "by": "IF"} if day else {}
    return Dispatch(
        id=f"d-{section_id}-{name}",
        meeting_id="meeting",
        section_id=section_id,
        recipient=name,
        sent=day,
        **{**values, **fields},  # type: ignore[arg-type]
    )


def justerat(
    *recipients: Recipient,
    dispatches: Sequence[Dispatch] = (),
    state: MeetingState = MeetingState.APPROVED,
    **of_section: object,
) -> MeetingView:
    """A justerat meeting whose § 1 goes to the recipients, and § 2 to nobody."""
    matter = item(1, "Medel till hamnen", dnr="27RG1", clauses=("bevilja medel.",))
    blocks = [
        replace(block(text, role), id=f"{role}{n}", item_id=None, section_id=f"s{n}")
        for n, role, text in (
            (1, TextRole.DECISION, "Nämnden beviljar medel."),
            (2, TextRole.DECISION, "Nämnden beslutar om färjan."),
        )
    ]
    view = meeting(
        replace(matter, recipients=recipients),
        item(2, "Färjetider", dnr="27RG2", clauses=("ändra tiderna.",)),
        state=state,
        sections=[
            replace(section(1, 1, "item1", Outcome.APPROVED), **of_section),  # type: ignore[arg-type]
            section(2, 2, "item2", Outcome.APPROVED),
        ],
        section_blocks=blocks,
    )
    day = JUSTERAT if state is MeetingState.APPROVED else None
    return replace(view, meeting=replace(view.meeting, approval_date=day), dispatches=tuple(dispatches))


def secret(view: MeetingView) -> MeetingView:
    """The same meeting, with its first ärende secret."""
    first = view.items[0]
    hidden = replace(
        first.item, secret=True, secrecy_ground="OSL 25 kap. 1 §", neutral_heading="Personärende"
    )
    return replace(view, items=(replace(first, item=hidden), *view.items[1:]))


MAIL = recipient("Hamnbolaget", "hamn@bolaget.example", "e-post")

SPOILED: dict[str, tuple[Callable[[], MeetingView], date, Severity]] = {
    "not_expedited": (lambda: justerat(MAIL), LATE, Severity.WARN),
    "no_address": (
        lambda: justerat(recipient("Hamnbolaget", "", "e-post"), state=MeetingState.CLOSED),
        JUSTERAT,
        Severity.WARN,
    ),
    "secret_by_mail": (lambda: secret(justerat(MAIL)), JUSTERAT, Severity.WARN),
    "no_court": (lambda: justerat(replace(MAIL, party=True)), JUSTERAT, Severity.WARN),
}
