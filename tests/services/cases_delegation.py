"""Commands of delegated decisions and their letters, as test_every_command tries them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from namndstod.domain.delegation import DecisionLetter, DelegatedDecision
from namndstod.domain.letters import first_letter
from namndstod.services.commands.base import Command
from namndstod.services.commands.delegation import (
    AddDelegated,
    ChangeDelegated,
    RemoveDelegated,
    RemoveLetter,
    ReportDelegated,
    WithdrawDelegated,
    WriteLetter,
)

from .helpers import DAY, House

Make = Callable[[House, str], Command]
NUMBERS = ("SKN 2026/70", "SKN 2026/71", "SKN 2026/72")


def decided(number: str, recipient: str = "Fyrens Bageri AB", amount: int = 30_000) -> DelegatedDecision:
    """A decision as it is typed in."""
    return DelegatedDecision(
        id="",
        body_id="",
        position=0,
        diary_number=number,
        kind="Mikrobidrag",
        recipient=recipient,
        amount=amount,
        decided_by="Ines Falk",
        decided_by_title="Områdeschef",
        decided_on=date(2026, 2, 2),
        point="3.2",
    )


def prepare(house: House, meeting: str) -> None:
    """Three decisions in the register: the first reported at the meeting, the second with a letter."""
    house.session.do(AddDelegated(house.body_id, tuple(decided(n) for n in NUMBERS)))
    house.session.do(ReportDelegated(meeting, (stored(house).id,)))
    house.session.do(WriteLetter(first_letter(stored(house, 1), DAY)))


def stored(house: House, number: int = 0) -> DelegatedDecision:
    """One of the prepared decisions."""
    return house.find(DelegatedDecision, diary_number=NUMBERS[number])[0]


def letter(house: House) -> DecisionLetter:
    """The prepared letter."""
    return house.find(DecisionLetter)[0]


OF_THE_REGISTER: dict[str, Make] = {
    "AddDelegated": lambda h, m: AddDelegated(h.body_id, (decided("SKN 2026/80"), decided("SKN 2026/81"))),
    "ChangeDelegated": lambda h, m: ChangeDelegated(replace(stored(h, 1), amount=None, point="3.10")),
    "RemoveDelegated": lambda h, m: RemoveDelegated((stored(h, 1).id, stored(h, 2).id)),
    "RemoveLetter": lambda h, m: RemoveLetter(stored(h, 1).id),
    "WriteLetter": lambda h, m: WriteLetter(first_letter(stored(h, 2), DAY)),
    "WriteLetter changed": lambda h, m: WriteLetter(replace(letter(h), reasons="Det behövs.")),
    "WriteLetter in one field": lambda h, m: WriteLetter(replace(letter(h), summary="Kort."), "summary"),
}
OF_A_MEETING: dict[str, Make] = {
    "ChangeDelegated reported": lambda h, m: ChangeDelegated(replace(stored(h), recipient="Kvistens AB")),
    "ReportDelegated": lambda h, m: ReportDelegated(m, (stored(h, 1).id, stored(h, 2).id)),
    "WithdrawDelegated": lambda h, m: WithdrawDelegated((stored(h).id,)),
}
