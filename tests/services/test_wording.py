"""«Åtgärda» writes names and who decides; references to earlier decisions are looked up in the binder."""

from __future__ import annotations

from datetime import date

import pytest

from namndstod.domain.archive import ArchivedMinutes
from namndstod.domain.findings import Finding, MendKind, check
from namndstod.domain.records import BlockKind, TextRole
from namndstod.domain.swedish import plain
from namndstod.domain.texts import Draft
from namndstod.services.commands.archive import OldMinutes, OldSection, TakeInMinutes
from namndstod.services.commands.texts import WriteText
from namndstod.services.mending import command_for

from .helpers import DAY, NAME, House, paragraphs

BEFORE = date(2026, 1, 29)


def spoken(house: House, meeting: str, code: str) -> list[Finding]:
    return [f for f in check(house.view(meeting), DAY) if f.code == code]


def mend(house: House, meeting: str, code: str, kind: MendKind) -> None:
    (one,) = spoken(house, meeting, code)
    command = command_for(house.view(meeting), next(m for m in one.mends if m.kind is kind))
    assert command is not None
    house.session.do(command)


def test_the_name_is_mended_in_an_item_and_in_a_section(house: House) -> None:
    meeting = house.plan()
    item = house.item(meeting, "Bojar", "26RS1")
    house.write(item, "köpa bojar.")
    text = paragraphs("Regionala skärgårdsnämnden ansvarar för Regionala skärgårdsnämndens bojar.")
    house.session.do(WriteText(TextRole.SUMMARY, text, item_id=item))
    mend(house, meeting, "body_name", MendKind.USE_BODY_NAME)
    (shown,) = house.view(meeting).items
    assert [d.text for d in shown.text(TextRole.SUMMARY)] == [f"{NAME} ansvarar för {NAME}s bojar."]
    assert spoken(house, meeting, "body_name") == []
    house.open(meeting)
    section = house.view(meeting).sections[-1].section.id
    house.session.do(WriteText(TextRole.SUMMARY, text, section_id=section))
    mend(house, meeting, "body_name", MendKind.USE_BODY_NAME)
    written = house.view(meeting).sections[-1].parts[TextRole.SUMMARY].drafts
    assert [d.text for d in written] == [f"{NAME} ansvarar för {NAME}s bojar."]


def test_who_decides_is_written_above_the_clauses(house: House) -> None:
    meeting = house.plan()
    item = house.item(meeting, "Bojar", "26RS1")
    drafts = (
        Draft(BlockKind.PARAGRAPH, "Förslaget är brådskande."),
        Draft(BlockKind.CLAUSE, "köpa bojar på följande villkor:"),
        Draft(BlockKind.CONDITION, "De ska vara röda.", 1),
    )
    house.session.do(WriteText(TextRole.PROPOSAL, drafts, item_id=item))
    mend(house, meeting, "no_decider", MendKind.ADD_DECIDER)
    (shown,) = house.view(meeting).items
    assert [(d.kind, d.text, d.depth) for d in shown.text(TextRole.PROPOSAL)] == [
        (BlockKind.PARAGRAPH, "Förslaget är brådskande.", 0),
        (BlockKind.DECIDER, f"{NAME} beslutar", 0),
        (BlockKind.CLAUSE, "köpa bojar på följande villkor:", 1),
        (BlockKind.CONDITION, "De ska vara röda.", 2),
    ]
    assert spoken(house, meeting, "no_decider") == []


@pytest.fixture
def referring(house: House) -> str:
    """A meeting with a text that refers to § 7 of a day, and another of the year."""
    meeting = house.plan()
    item = house.item(meeting, "Bojar", "26RS1")
    text = paragraphs(f"Nämnden beslutade detta {BEFORE.isoformat()} § 7.", "Se även § 3/2025.")
    house.session.do(WriteText(TextRole.SUMMARY, text, item_id=item))
    return meeting


def test_a_reference_to_a_meeting_that_the_binder_does_not_have_is_let_be(
    house: House, referring: str
) -> None:
    assert spoken(house, referring, "reference_missing") == []


def test_a_reference_to_an_own_meeting_is_looked_up(house: House, referring: str) -> None:
    earlier = house.plan(BEFORE)
    for number in range(1, 3):
        house.write(house.item(earlier, f"Fråga {number}", f"26RS{number}"), "bifalla.")
    house.open(earlier)
    assert spoken(house, referring, "reference_missing") == []  # its §§ have no numbers yet
    house.session.undo()
    house.hold(earlier)
    (one,) = spoken(house, referring, "reference_missing")
    assert "”2026-01-29 § 7” finns inte." in plain(one.message)


def test_archived_minutes_are_looked_up_too(house: House, referring: str) -> None:
    def old(day: date, *numbers: int) -> OldMinutes:
        sections = tuple(OldSection(number, f"Fråga {number}") for number in numbers)
        return OldMinutes(house.incoming(f"{day}".encode(), "p.pdf"), NAME, day, house.body_id, sections)

    house.session.do(TakeInMinutes((old(BEFORE, 6, 7), old(date(2025, 5, 5), 1, 2, 4))))
    assert len(house.find(ArchivedMinutes)) == 2
    (one,) = spoken(house, referring, "reference_missing")
    assert "§ 3/2025" in plain(one.message)
