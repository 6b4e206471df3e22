"""The föredragningslista, its ärenden, recipients and documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from namndstod.domain.errors import NotFound, RuleBroken
from namndstod.domain.records import (
    AgendaItem,
    BlockKind,
    ItemKind,
    ItemPurpose,
    Matter,
    Meeting,
    Outcome,
    Recipient,
    Section,
    StandardItem,
    StoredFile,
    SupportingDocument,
    TextBlock,
    TextRole,
)
from namndstod.domain.texts import drafts_of
from namndstod.services.commands.agenda import (
    AddItem,
    AgendaRow,
    MoveItem,
    PasteAgenda,
    RemoveItem,
    SetDiaryNumber,
    SetRecipients,
)
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.meetings import PlanMeeting
from namndstod.services.commands.sitting import Decide
from namndstod.services.commands.supporting import AttachFiles, MoveDocument, RemoveDocument
from namndstod.services.commands.texts import Punctuate, WriteText
from namndstod.services.reading import matters

from .helpers import DAY, NAME, House, clauses, made, paragraphs, set_customs
from .test_register import refused

STANDING = (
    StandardItem(title="Anmälningar", kind=ItemKind.REPORT, clauses=("godkänna dem.",), last=True),
    StandardItem(title="Justering", kind=ItemKind.FORMAL, purpose=ItemPurpose.APPROVAL),
    StandardItem(title="Information", kind=ItemKind.INFORMATION),
)


def test_standing_items_frame_the_list(house: House) -> None:
    set_customs(house, standard_items=STANDING)
    meeting = house.plan()
    assert house.titles(meeting) == ["Justering", "Information", "Anmälningar"]
    house.item(meeting, "Bryggor")
    house.item(meeting, "Broar")
    house.session.do(AddItem(meeting, "Först", number=1))
    house.session.do(AddItem(meeting, "Sist", number=99))
    assert house.titles(meeting) == [
        "Först", "Justering", "Information", "Bryggor", "Broar", "Anmälningar", "Sist",
    ]  # fmt: skip
    items = house.find(AgendaItem, meeting_id=meeting)
    assert items[1].purpose is ItemPurpose.APPROVAL
    assert house.texts(TextRole.PROPOSAL, item_id=items[5].id) == [f"{NAME} beslutar", "godkänna dem."]


def test_a_meeting_is_planned_like_the_last_one(house: House, meeting: str) -> None:
    last = house.get(Meeting, meeting)
    house.session.do(Edit(replace(last, secretary="Ines Falk", secretary_email="ines@region.example")))
    planned = made(house.session.do(PlanMeeting(house.body_id, date(2026, 4, 9))).result)
    new = house.get(Meeting, planned)
    assert (new.secretary, new.secretary_email, new.place) == (
        "Ines Falk",
        "ines@region.example",
        "Sal Fyren",
    )
    assert last.secretary == "Ada"
    refused(house, PlanMeeting(house.body_id, DAY), "redan ett sammanträde den dagen")
    refused(house, PlanMeeting("borta", DAY), "finns inte i pärmen", NotFound)


def test_items_are_moved_and_keep_their_numbers_in_sequence(house: House, meeting: str) -> None:
    first = house.find(AgendaItem, meeting_id=meeting)[0]
    house.session.do(MoveItem(first.id, 2))
    assert house.titles(meeting) == ["Färjetider", "Bidrag till bryggor", "Fyrarnas skötsel"]
    house.session.do(MoveItem(first.id, 99))
    assert house.titles(meeting)[-1] == "Bidrag till bryggor"
    house.session.do(MoveItem(first.id, -4))
    assert house.titles(meeting)[0] == "Bidrag till bryggor"


def test_an_item_goes_with_everything_that_hangs_on_it(house: House, meeting: str) -> None:
    item = house.find(AgendaItem, meeting_id=meeting)[1]
    house.session.do(WriteText(TextRole.SUMMARY, paragraphs("Ett.", "Två."), item.id))
    house.session.do(SetRecipients(item.id, ("Rederiet",)))
    house.attach(item.id, b"tidtabell")
    house.session.do(RemoveItem(item.id))
    assert house.titles(meeting) == ["Bidrag till bryggor", "Fyrarnas skötsel"]
    for kind in (TextBlock, SupportingDocument, Recipient):
        assert house.find(kind, item_id=item.id) == []
    assert len(house.find(StoredFile)) == 1
    assert house.find(Matter, diary_number="SKN 2026/2") != []


def test_an_item_with_a_section_utgar_instead(house: House, meeting: str) -> None:
    house.open(meeting)
    item = house.find(AgendaItem, meeting_id=meeting)[0]
    error = refused(house, RemoveItem(item.id), "låt det utgå")
    assert isinstance(error, RuleBroken)
    assert error.source == "KL 5 kap. 66 §"


def test_an_item_added_at_the_meeting_has_a_section_at_once(house: House, meeting: str) -> None:
    house.open(meeting)
    item = house.item(meeting, "Isläget", "SKN 2026/7")
    assert [s.heading for s in house.view(meeting).sections][-1] == "Isläget"
    assert house.sections(meeting)[-1].item_id == item


def test_a_formal_item_added_at_the_meeting_follows_the_custom(house: House, meeting: str) -> None:
    set_customs(house, formal_sections=False)
    house.open(meeting)
    item = house.item(meeting, "Tack", kind=ItemKind.FORMAL)
    assert house.find(Section, item_id=item) == []
    assert len(house.sections(meeting)) == 3


def test_an_item_added_after_the_meeting_is_refused(house: House, meeting: str) -> None:
    house.hold(meeting)
    refused(house, AddItem(meeting, "För sent"), "avslutat")
    rows = (AgendaRow("För sent", ItemKind.DECISION),)
    refused(house, PasteAgenda(meeting, rows, replace=False), "avslutat")


def test_one_arende_through_two_meetings(house: House, meeting: str) -> None:
    later = house.plan(date(2026, 4, 9))
    item = house.item(later, "Bryggorna igen")
    house.session.do(SetDiaryNumber(item, " SKN 2026/1 "))
    (matter,) = house.find(Matter, diary_number="SKN 2026/1")
    assert matter.title == "Bidrag till bryggor"
    assert house.get(AgendaItem, item).matter_id == matter.id
    known = {v.matter.id: [m.day for m, _ in v.meetings] for v in house.session.ask(matters)}
    assert known[matter.id] == [DAY, date(2026, 4, 9)]
    house.session.do(SetDiaryNumber(item, "rs 17-4711"))  # kept verbatim
    assert house.view(later).items[0].diary_number == "rs 17-4711"
    house.session.do(SetDiaryNumber(item, ""))
    assert house.get(AgendaItem, item).matter_id is None


def test_recipients_are_listed_once_and_keep_their_records(house: House, meeting: str) -> None:
    item = house.find(AgendaItem, meeting_id=meeting)[0]
    house.session.do(SetRecipients(item.id, ("Kommunerna", " Rederiet ", "", "Kommunerna")))
    stored = {r.name: r.id for r in house.find(Recipient)}
    assert list(stored) == ["Kommunerna", "Rederiet"]
    house.session.do(SetRecipients(item.id, ("Rederiet", "Hamnen")))
    assert [(r.name, r.position) for r in house.find(Recipient)] == [("Rederiet", 1), ("Hamnen", 2)]
    assert house.find(Recipient, name="Rederiet")[0].id == stored["Rederiet"]
    house.session.do(SetRecipients(item.id, ()))
    assert house.find(Recipient) == []


ROWS = (
    AgendaRow(
        "Ny brygga", ItemKind.DECISION, "SKN 2026/44", ("Ines Falk",), f"{NAME} beslutar för egen del",
        ("bygga den,", "samt", "måla den."), ("grön färg",), ("Bryggan är gammal.",),
    ),
    AgendaRow("Läget", ItemKind.INFORMATION, points=("isen", "båtarna")),
)  # fmt: skip


def test_a_pasted_list_takes_the_place_of_the_old_one(house: House, meeting: str) -> None:
    house.session.do(PasteAgenda(meeting, ROWS))
    assert house.titles(meeting) == ["Ny brygga", "Läget"]
    first, second = house.view(meeting).items
    assert (first.diary_number, first.item.presenters) == ("SKN 2026/44", ("Ines Falk",))
    assert [(d.kind, d.depth, d.text) for d in first.text(TextRole.PROPOSAL)] == [
        (BlockKind.DECIDER, 0, f"{NAME} beslutar för egen del"),
        (BlockKind.CLAUSE, 1, "bygga den,"),
        (BlockKind.CLAUSE, 1, "samt"),
        (BlockKind.CLAUSE, 1, "måla den."),
        (BlockKind.CONDITION, 2, "grön färg"),
    ]
    assert [d.text for d in first.text(TextRole.SUMMARY)] == ["Bryggan är gammal."]
    assert [d.kind for d in second.text(TextRole.POINTS)] == [BlockKind.BULLET, BlockKind.BULLET]
    assert second.text(TextRole.PROPOSAL) == ()


def test_a_pasted_list_is_added_or_refused_whole(house: House, meeting: str) -> None:
    house.session.do(PasteAgenda(meeting, ROWS, replace=False))
    assert house.titles(meeting)[2:] == ["Fyrarnas skötsel", "Ny brygga", "Läget"]
    house.open(meeting)
    refused(house, PasteAgenda(meeting, ROWS), "har en paragraf")
    house.session.do(PasteAgenda(meeting, (AgendaRow("Sist", ItemKind.DECISION),), replace=False))
    assert [s.heading for s in house.view(meeting).sections][-1] == "Sist"


def test_commas_samt_and_full_stop_are_set(house: House, meeting: str) -> None:
    item = house.find(AgendaItem, meeting_id=meeting)[0]
    house.session.do(
        WriteText(TextRole.PROPOSAL, clauses("bygga bryggan.", "måla den", "öppna den"), item.id)
    )
    ids = [b.id for b in house.find(TextBlock, item_id=item.id)]
    house.session.do(Punctuate(item.id))
    blocks = house.find(TextBlock, item_id=item.id)
    assert [d.text for d in drafts_of(blocks)][1:] == ["bygga bryggan,", "måla den, samt", "öppna den."]
    assert [b.id for b in blocks] == ids
    assert house.session.do(Punctuate(item.id)).changes == ()


def test_documents_are_linked_and_the_same_content_stored_once(house: House, meeting: str) -> None:
    first, second = house.find(AgendaItem, meeting_id=meeting)[:2]
    one, other = house.incoming(b"samma", "03 Karta_över hamnen.pdf"), house.incoming(b"samma", "Kopia")
    house.session.do(AttachFiles(first.id, (one, other, house.incoming(b"annat", "7.txt"))))
    house.session.do(AttachFiles(second.id, (other,)))
    assert len(house.find(StoredFile)) == 2
    documents = house.find(SupportingDocument, item_id=first.id)
    assert [(d.position, d.title) for d in documents] == [(1, "Karta över hamnen"), (2, "Kopia"), (3, "7")]
    assert documents[0].original_name == "03 Karta_över hamnen.pdf"
    assert (documents[0].added_by, documents[0].added_at.tzinfo is not None) == ("Ada", True)
    refused(house, AttachFiles("borta", (one,)), "finns inte", NotFound)


def test_documents_are_moved_within_and_between_items(house: House, meeting: str) -> None:
    first, second = house.find(AgendaItem, meeting_id=meeting)[:2]
    house.attach(first.id, b"a", b"b", b"c")
    a, b, c = house.find(SupportingDocument, item_id=first.id)

    def order(item_id: str) -> list[tuple[str, int]]:
        found = house.find(SupportingDocument, item_id=item_id)
        return [({a.id: "a", b.id: "b", c.id: "c"}[d.id], d.position) for d in found]

    house.session.do(MoveDocument(c.id, 1))
    assert order(first.id) == [("c", 1), ("a", 2), ("b", 3)]
    house.session.do(MoveDocument(a.id, 1, second.id))
    house.session.do(MoveDocument(c.id, 9, second.id))
    assert (order(first.id), order(second.id)) == ([("b", 1)], [("a", 1), ("c", 2)])
    house.session.do(RemoveDocument(a.id))
    assert order(second.id) == [("c", 1)]
    assert len(house.find(StoredFile)) == 3


def test_a_matter_that_was_tabled_keeps_its_arende(house: House, meeting: str) -> None:
    house.hold(meeting, Outcome.TABLED)
    later = house.plan(date(2026, 4, 9))
    item = house.item(later, "Färjetider", "SKN 2026/2")
    same = house.find(AgendaItem, meeting_id=meeting)[1].matter_id
    assert house.get(AgendaItem, item).matter_id == same
    assert all(s.section.outcome is Outcome.TABLED for s in house.view(meeting).sections)
    house.open(later)
    house.session.do(Decide(house.sections(later)[0].id, Outcome.APPROVED))
    assert len(house.find(Section, item_id=item)) == 1
