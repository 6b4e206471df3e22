"""Marks on words: set by a person, kept through rewriting, allowed after justering."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from namndstod.domain.editions import Edition, edition_of
from namndstod.domain.errors import Refused, RuleBroken
from namndstod.domain.marks import passages, with_mark
from namndstod.domain.masking import MASKED
from namndstod.domain.records import LostMark, MarkKind, Outcome, SupportingDocument, TextRole
from namndstod.domain.texts import Draft, Source
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.presence import RecordPresence
from namndstod.services.commands.secrecy import DropLostMark, MarkText, MarkWords, WithholdPages
from namndstod.services.commands.sitting import Decide, Reopen
from namndstod.services.commands.texts import TakeGenerated, WriteText

from .helpers import House

SECRET, PERSONAL = MarkKind.SECRET, MarkKind.PERSONAL


def section(house: House, meeting: str, number: int = 1) -> str:
    return house.sections(meeting)[number - 1].id


def part(house: House, meeting: str, role: TextRole, number: int = 1) -> tuple[Draft, ...]:
    return house.view(meeting).sections[number - 1].parts[role].drafts


def marked(house: House, meeting: str, role: TextRole, kind: MarkKind = SECRET) -> list[str]:
    return [w for d in part(house, meeting, role) for w in passages(d, {kind})]


def mark(house: House, meeting: str, role: TextRole, words: str, kind: MarkKind = SECRET) -> None:
    house.session.do(MarkWords(role, words, kind, section_id=section(house, meeting)))


def word(house: House, meeting: str, role: TextRole = TextRole.DECISION) -> str:
    """A word of the first clause, long enough to be told from others."""
    text = next(d.text for d in part(house, meeting, role) if d.depth)
    return max(text.rstrip(".,").split(), key=len)


def test_marks_of_the_proposal_follow_to_the_decision(house: House, meeting: str) -> None:
    house.open(meeting)
    item = house.view(meeting).items[0].item.id
    words = max((d.text for d in house.view(meeting).items[0].text(TextRole.PROPOSAL) if d.depth), key=len)[
        :12
    ]
    house.session.do(MarkWords(TextRole.PROPOSAL, words, SECRET, item_id=item))
    house.session.do(Decide(section(house, meeting), Outcome.APPROVED))
    assert marked(house, meeting, TextRole.DECISION) == [words]


def test_marking_what_the_program_wrote_stores_it_as_the_programs(house: House, meeting: str) -> None:
    house.open(meeting)
    house.session.do(
        RecordPresence(meeting, house.people["Isborg"], False, section(house, meeting), at=time(10, 5))
    )
    (line,) = part(house, meeting, TextRole.ATTENDANCE)
    house.session.do(
        MarkText(
            TextRole.ATTENDANCE, (with_mark(line, PERSONAL, [(0, 11)]),), section_id=section(house, meeting)
        )
    )
    shown = house.view(meeting).sections[0].parts[TextRole.ATTENDANCE]
    assert (shown.source, shown.stale) == (Source.GENERATED, False)
    assert marked(house, meeting, TextRole.ATTENDANCE, PERSONAL) == [line.text[:11]]


def test_a_part_that_is_only_marked_follows_the_facts_with_its_marks(house: House, meeting: str) -> None:
    house.open(meeting)
    first = section(house, meeting)
    house.session.do(RecordPresence(meeting, house.people["Isborg"], False, first, at=time(10, 5)))
    mark(house, meeting, TextRole.ATTENDANCE, "Maj Isborg", PERSONAL)
    house.session.do(RecordPresence(meeting, house.people["Holmsjö"], False, first, at=time(10, 7)))
    assert len(part(house, meeting, TextRole.ATTENDANCE)) > 1
    assert marked(house, meeting, TextRole.ATTENDANCE, PERSONAL) == ["Maj Isborg"]


def test_typing_around_a_mark_keeps_it_and_a_decision_taken_back_marks_the_same_words_again(
    house: House, meeting: str
) -> None:
    house.open(meeting)
    first = section(house, meeting)
    house.session.do(Decide(first, Outcome.APPROVED))
    words = word(house, meeting)
    mark(house, meeting, TextRole.DECISION, words)
    house.session.do(Reopen(first))
    assert [m.words for m in house.find(LostMark)] == [words]
    house.session.do(Decide(first, Outcome.APPROVED))
    assert marked(house, meeting, TextRole.DECISION) == [words]
    assert house.find(LostMark) == []


def test_words_that_a_new_text_no_longer_holds_are_told_until_somebody_has_looked(
    house: House, meeting: str
) -> None:
    house.open(meeting)
    first = section(house, meeting)
    house.session.do(Decide(first, Outcome.APPROVED))
    drafts = part(house, meeting, TextRole.DECISION)
    edited = tuple(replace(d, text="bevilja Rut Alm stöd.") if d.depth else d for d in drafts)
    house.session.do(WriteText(TextRole.DECISION, edited, section_id=first))
    mark(house, meeting, TextRole.DECISION, "Rut Alm")
    house.session.do(TakeGenerated(first, TextRole.DECISION))
    assert marked(house, meeting, TextRole.DECISION) == []
    (lost,) = house.view(meeting).lost_marks
    assert (lost.words, lost.kind) == ("Rut Alm", SECRET)
    house.session.undo()
    assert marked(house, meeting, TextRole.DECISION) == ["Rut Alm"]
    assert house.view(meeting).lost_marks == ()
    house.session.do(TakeGenerated(first, TextRole.DECISION))
    house.session.do(DropLostMark(first, TextRole.DECISION))
    assert house.view(meeting).lost_marks == ()


def test_marks_change_no_word(house: House, meeting: str) -> None:
    house.open(meeting)
    first = section(house, meeting)
    house.session.do(Decide(first, Outcome.APPROVED))
    drafts = part(house, meeting, TextRole.DECISION)
    other = tuple(replace(d, text=d.text + " och mer") for d in drafts)
    with pytest.raises(RuleBroken):
        house.session.do(MarkText(TextRole.DECISION, other, section_id=first))
    with pytest.raises(RuleBroken):
        house.session.do(MarkWords(TextRole.DECISION, "finns inte", SECRET, section_id=first))


def test_after_justering_words_items_and_pages_can_be_marked_but_no_word_changed(
    house: House, meeting: str
) -> None:
    item = house.view(meeting).items[0]
    house.attach(item.item.id, b"Underlag.")
    house.approvers(meeting)
    house.hold(meeting)
    house.approve(meeting)
    first = section(house, meeting)
    words = word(house, meeting)
    mark(house, meeting, TextRole.DECISION, words)
    document = house.find(SupportingDocument, item_id=item.item.id)[0]
    house.session.do(WithholdPages(document.id, (2, 5)))
    record = house.view(meeting).items[0].item
    house.session.do(Edit(replace(record, neutral_heading="Ett ärende"), "neutral_heading"))
    public = edition_of(house.view(meeting), Edition.PUBLIC)
    assert public.sections[0].heading == "Ett ärende"
    assert MASKED in "".join(d.text for d in public.sections[0].parts[TextRole.DECISION].drafts)
    assert house.find(SupportingDocument, id=document.id)[0].withheld_pages == (2, 5)
    drafts = part(house, meeting, TextRole.DECISION)
    with pytest.raises(Refused):
        house.session.do(
            WriteText(TextRole.DECISION, (replace(drafts[0], text="Annat"), *drafts[1:]), section_id=first)
        )
    with pytest.raises(Refused):
        house.session.do(WriteText(TextRole.DECISION, (), section_id=first))
    with pytest.raises(Refused):
        house.session.do(Edit(replace(record, title="Annat", neutral_heading="Nytt")))
    house.session.undo()
    assert house.view(meeting).items[0].item.neutral_heading == ""
