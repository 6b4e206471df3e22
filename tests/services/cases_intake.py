"""Taking in others' papers, for what holds for every command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from namndstod.domain.delegation import DecisionLetter, DelegatedDecision
from namndstod.domain.records import BlockKind, BodyKind, ItemKind, Role, TextRole
from namndstod.domain.texts import Draft
from namndstod.services.commands.base import Command
from namndstod.services.commands.intake import (
    IncomingHead,
    IncomingItem,
    IncomingLetter,
    IncomingText,
    TakeInPapers,
)
from namndstod.services.commands.intake_calls import (
    IncomingBody,
    IncomingMandate,
    IncomingMeeting,
    TakeInCall,
)
from namndstod.services.commands.register import MemberRow

from .helpers import DAY, House, clauses, paragraphs

TEXTS = (
    IncomingText(TextRole.PROPOSAL, clauses("bygga den,", "betala den.")),
    IncomingText(TextRole.SUMMARY, paragraphs("En brygga.")),
    IncomingText(TextRole.BACKGROUND, (Draft(BlockKind.PARAGRAPH, "Det började i våras."),)),
)


def matters(house: House, meeting: str) -> Command:
    """A PM for an ärende that is there, one for a new ärende, and a handling of each."""
    view = house.view(meeting)
    known = IncomingItem(
        item_id=view.items[0].item.id,
        title="Bidrag till bryggor och hamnar",
        diary_number="SKN 2026/77",
        external_diary_number="KS 2026/4",
        texts=TEXTS,
        recipients=("Hamnkontoret",),
        head=IncomingHead("Teknik", "Ines Falk", DAY, "Ragna Holm", "förvaltningschef"),
        original=house.incoming(b"pm", "PM.docx"),
        renamed=((view.items[0].documents[0].document.id, "Ritning"),) if view.items[0].documents else (),
    )
    new = replace(
        known, item_id=None, number=2, title="Ny brygga", diary_number="", recipients=None, renamed=()
    )
    return TakeInPapers(meeting, (known, replace(new, documents=(house.incoming(b"karta", "Karta.pdf"),))))


def letter(house: House, meeting: str) -> Command:
    decision = DelegatedDecision(
        id="", body_id="", position=0, diary_number="SKN 2026/90", recipient="Varvet"
    )
    told = DecisionLetter(id="brev-1", decision_id="", heading="Bidrag till Varvet")
    return TakeInPapers(meeting, (), (IncomingLetter(decision, told),))


def call(house: House, meeting: str) -> Command:
    """A kallelse of the meeting itself, with another place, a new person and a new ärende."""
    vera = next(m.id for m in house.view(meeting).mandates if m.person_id == house.people["Kvistrum"])
    ebbe = next(m.id for m in house.view(meeting).mandates if m.person_id == house.people["Ljungdal"])
    return TakeInCall(
        IncomingMeeting(DAY, time(9), time(12), "Sal Kobben", secretary="Ada Berg"),
        body_id=house.body_id,
        meeting_id=meeting,
        mandates=(
            IncomingMandate(MemberRow("Liv", "Mars", "C", Role.SUBSTITUTE)),
            IncomingMandate(MemberRow("Vera", "Kvistrum", "L", Role.MEMBER), vera),
            IncomingMandate(mandate_id=ebbe, ends=True),
        ),
        items=(IncomingItem(title="Isvägar", kind=ItemKind.DECISION, number=10_000, texts=TEXTS[:2]),),
    )


def new_body(house: House, meeting: str) -> Command:
    return TakeInCall(
        IncomingMeeting(date(2026, 5, 7), time(9), place="Sal Kobben"),
        new_body=IncomingBody("Hamnnämnden", BodyKind.COMMITTEE, 1),
        mandates=(IncomingMandate(MemberRow("Liv", "Mars", "C", Role.CHAIR)),),
        items=(IncomingItem(title="Kajer", texts=TEXTS),),
    )


OF_A_MEETING: dict[str, Callable[[House, str], Command]] = {
    "TakeInPapers": matters,
    "TakeInPapers of a letter": letter,
}
BEFORE: dict[str, Callable[[House, str], Command]] = {"TakeInCall of a meeting": call}
OF_THE_REGISTER: dict[str, Callable[[House, str], Command]] = {"TakeInCall": new_body}
