"""Commands that carry ärenden over, as test_every_command tries them; an utskott with a proposal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from namndstod.domain.records import BlockKind, BodyKind, Outcome, Role, TextRole
from namndstod.domain.texts import Draft
from namndstod.services.carrying import waiting
from namndstod.services.commands.base import Command
from namndstod.services.commands.carrying import CarryOver, PassOn
from namndstod.services.commands.meetings import PlanMeeting
from namndstod.services.commands.register import CreateBody, MemberRow, TakeInMembers
from namndstod.services.commands.sitting import Decide, OpenMeeting
from namndstod.services.commands.texts import WriteText
from namndstod.services.reading import mandates

from .helpers import SINCE, House, made

Make = Callable[[House, str], Command]
AUTUMN = date(2025, 9, 4)


def utskott(house: House, day: date) -> str:
    """An utskott below the nämnd with a meeting that has decided one § for its own part, and one further."""
    session = house.session
    body = made(
        session.do(
            CreateBody("Arbetsutskottet", BodyKind.SUBCOMMITTEE, 1, SINCE, "utskottet", house.body_id)
        ).result
    )
    session.do(TakeInMembers(body, (MemberRow("Saga", "Ekdal", "S", Role.CHAIR),), SINCE))
    meeting = made(session.do(PlanMeeting(body, day)).result)
    for title, line in (("Hamnplan", "föreslår nämnden besluta"), ("Eget", "beslutar")):
        item = house.item(meeting, title, f"AU {title}")
        drafts = (
            Draft(BlockKind.DECIDER, f"Arbetsutskottet {line}"),
            Draft(BlockKind.CLAUSE, "anta den.", 1),
        )
        session.do(WriteText(TextRole.PROPOSAL, drafts, item_id=item))
        house.attach(item, title.encode())
    chair = session.ask(mandates, body)[0].person.id
    session.do(OpenMeeting(meeting, (chair,)))
    for section in house.sections(meeting):
        session.do(Decide(section.id, Outcome.APPROVED))
    return meeting


def _carry_over(house: House, meeting: str) -> Command:
    """An ärende bordlagt last autumn waits for the meeting a month later."""
    first = house.plan(AUTUMN)
    house.write(house.item(first, "Isvägar", "SKN 2025/90"), "plöja dem.")
    house.open(first)
    house.session.do(Decide(house.sections(first)[0].id, Outcome.TABLED))
    later = house.plan(AUTUMN + timedelta(days=30))
    return CarryOver(later, tuple(w.key for w in house.session.ask(waiting, later)))


def _pass_on(house: House, meeting: str) -> Command:
    below = utskott(house, AUTUMN)
    house.plan(AUTUMN + timedelta(days=30))
    return PassOn(house.sections(below)[0].id)


OF_THE_REGISTER: dict[str, Make] = {"CarryOver": _carry_over, "PassOn": _pass_on}
"""They touch the coming meeting alone, whatever has happened to others."""
