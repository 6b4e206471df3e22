"""What holds for every command: undo and redo are exact, and nothing of a justerat meeting can be changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import (
    BodyKind,
    BodyTerm,
    ItemKind,
    Mandate,
    Memorandum,
    Outcome,
    PaperKind,
    Person,
    Role,
    SupportingDocument,
    TextRole,
)
from namndstod.services import commands
from namndstod.services.commands.agenda import (
    AddItem,
    AgendaRow,
    MoveItem,
    PasteAgenda,
    RemoveItem,
    SetDiaryNumber,
    SetRecipients,
)
from namndstod.services.commands.approval import Approve, SetApprovers
from namndstod.services.commands.base import Command
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.meetings import CallMeeting, CancelMeeting, PlanMeeting, SendSupplement
from namndstod.services.commands.members import ChangeMember, MoveMandate
from namndstod.services.commands.memoranda import RemoveMemorandum, StartMemorandum
from namndstod.services.commands.pauses import Adjourn, RemoveAdjournment, Resume
from namndstod.services.commands.planning import CopyMeeting, PlanYear, YearMeeting
from namndstod.services.commands.presence import (
    AnnounceRecusal,
    ChangeChair,
    GiveReason,
    RecordPresence,
    RemovePresence,
    ServeFor,
    StepOut,
    TakeOutRecused,
    TakePartRemotely,
    TakeRoll,
)
from namndstod.services.commands.register import (
    AddMember,
    ChangeTerm,
    CreateBody,
    EndMandate,
    MemberRow,
    RemoveMandate,
    TakeInMembers,
)
from namndstod.services.commands.replies import CallIn, ProposeSubstitutes, RecordReply
from namndstod.services.commands.settings import SetSetting
from namndstod.services.commands.sitting import (
    AddSection,
    CloseMeeting,
    Decide,
    MoveSection,
    OpenMeeting,
    RemoveSection,
    Reopen,
)
from namndstod.services.commands.supporting import AttachFiles, MoveDocument, RemoveDocument
from namndstod.services.commands.texts import KeepEdited, Punctuate, TakeGenerated, TakeParagraph, WriteText
from namndstod.services.session import UndoRefused
from namndstod.storage.chain import verify

from . import (
    cases_after,
    cases_archive,
    cases_carrying,
    cases_delegation,
    cases_intake,
    cases_language,
    cases_voting,
    cases_wording,
)
from .conftest import open_copy
from .helpers import DAY, Clock, House, facts, furnish, paragraphs, set_customs, three_matters

Case = tuple[House, str]  # and the meeting's id
Make = Callable[[House, str], Command]
NEW_YEAR = date(2027, 1, 1)


def item(house: House, meeting: str, number: int = 1) -> str:
    return house.view(meeting).items[number - 1].item.id


def section(house: House, meeting: str, number: int = 1) -> str:
    return house.sections(meeting)[number - 1].id


def document(house: House, meeting: str) -> SupportingDocument:
    return house.find(SupportingDocument, item_id=item(house, meeting))[0]


def memorandum(house: House, meeting: str) -> Memorandum:
    return house.find(Memorandum, item_id=item(house, meeting, 2))[0]


def term(house: House, meeting: str) -> BodyTerm:
    return house.find(BodyTerm)[0]


def mandate(house: House, name: str) -> Mandate:
    return house.find(Mandate, person_id=house.people[name])[0]


OLLE = MemberRow("Olle", "Holmsjö", "C", Role.MEMBER)
ROWS = (AgendaRow("Ny brygga", ItemKind.DECISION, "SKN 2026/44", ("Ines Falk",), "", ("bygga den.",)),)

# Commands that touch a meeting, as they are meant for one that is open.
OF_A_MEETING: dict[str, Make] = {
    "AddItem": lambda h, m: AddItem(m, "Isvägar", ItemKind.DECISION, "SKN 2026/9"),
    "AddSection": lambda h, m: AddSection(m, "Sammanträdets öppnande"),
    "AddSection for an item": lambda h, m: AddSection(m, "Del två", item(h, m), section(h, m)),
    "AttachFiles": lambda h, m: AttachFiles(item(h, m), (h.incoming(b"ny", "Karta.txt"),)),
    "Adjourn": lambda h, m: Adjourn(m, time(11), section(h, m, 2), purpose="för gruppöverläggningar"),
    "AnnounceRecusal": lambda h, m: AnnounceRecusal(m, h.people["Isborg"], (section(h, m, 2), section(h, m))),
    "CallIn": lambda h, m: CallIn(m, h.people["Kvistrum"], h.people["Isborg"]),
    "ChangeChair": lambda h, m: ChangeChair(m, h.people["Fyrmark"], section(h, m, 2)),
    "GiveReason": lambda h, m: GiveReason(h.view(m).events[0].id, "näst i tur är inte kvar"),
    "ProposeSubstitutes": lambda h, m: ProposeSubstitutes(m),
    "RecordReply": lambda h, m: RecordReply(m, h.people["Isborg"], absent=True, diet="vegansk"),
    "RemoveAdjournment": lambda h, m: RemoveAdjournment(h.view(m).adjournments[0].id),
    "Resume": lambda h, m: Resume(m, time(10, 50)),
    "StepOut": lambda h, m: StepOut(section(h, m, 2), (h.people["Isborg"],)),
    "TakeOutRecused": lambda h, m: TakeOutRecused(section(h, m, 2), (h.people["Isborg"],)),
    "TakePartRemotely": lambda h, m: TakePartRemotely(m, h.people["Isborg"], section(h, m, 2)),
    "Decide": lambda h, m: Decide(section(h, m, 2), Outcome.TABLED),
    "Edit item": lambda h, m: Edit(replace(h.view(m).items[0].item, title="Broar")),
    "Edit meeting": lambda h, m: Edit(replace(h.view(m).meeting, place="Sal Bojen")),
    "Edit section": lambda h, m: Edit(replace(h.sections(m)[0], heading="Broar")),
    "Edit document": lambda h, m: Edit(replace(document(h, m), title="Ritning")),
    "Edit memorandum": lambda h, m: Edit(replace(memorandum(h, m), officer="Ines Falk"), "officer"),
    "KeepEdited": lambda h, m: KeepEdited(section(h, m), TextRole.DECISION),
    "MoveDocument": lambda h, m: MoveDocument(document(h, m).id, 2),
    "MoveDocument to another item": lambda h, m: MoveDocument(document(h, m).id, 1, item(h, m, 2)),
    "MoveItem": lambda h, m: MoveItem(item(h, m), 3),
    "MoveSection": lambda h, m: MoveSection(section(h, m), 3),
    "PasteAgenda": lambda h, m: PasteAgenda(m, ROWS, replace=False),
    "Punctuate": lambda h, m: Punctuate(item(h, m, 2)),
    "RecordPresence": lambda h, m: RecordPresence(m, h.people["Isborg"], False, section(h, m, 2)),
    "RemoveDocument": lambda h, m: RemoveDocument(document(h, m).id),
    "RemoveMemorandum": lambda h, m: RemoveMemorandum(memorandum(h, m).id),
    "RemoveItem": lambda h, m: RemoveItem(item(h, m, 4)),
    "RemoveSection": lambda h, m: RemoveSection(section(h, m, 4)),
    "Reopen": lambda h, m: Reopen(section(h, m)),
    "RemovePresence": lambda h, m: RemovePresence(h.view(m).events[0].id),
    "TakeRoll": lambda h, m: TakeRoll(m, (h.people["Isborg"], h.people["Fyrmark"])),
    "ServeFor": lambda h, m: ServeFor(m, h.people["Kvistrum"], h.people["Fyrmark"], section(h, m)),
    "SetApprovers": lambda h, m: SetApprovers(m, ((h.people["Grönvik"], None),)),
    "SetDiaryNumber": lambda h, m: SetDiaryNumber(item(h, m), "SKN 2026/2"),
    "SetRecipients": lambda h, m: SetRecipients(item(h, m), ("Kommunerna",)),
    "StartMemorandum": lambda h, m: StartMemorandum(item(h, m, 3), DAY),
    "TakeParagraph": lambda h, m: TakeParagraph(section(h, m), TextRole.DECISION, 0),
    "TakeGenerated": lambda h, m: TakeGenerated(section(h, m), TextRole.DECISION),
    "WriteText of an item": lambda h, m: WriteText(TextRole.SUMMARY, paragraphs("Nytt."), item(h, m)),
    "WriteText of a memorandum": lambda h, m: WriteText(
        TextRole.ASSESSMENT, paragraphs("Förslaget är rimligt."), item(h, m, 2)
    ),
    "WriteText of a §": lambda h, m: WriteText(
        TextRole.MOTIONS, paragraphs("Otto Holmsjö (C) yrkar avslag."), section_id=section(h, m)
    ),
}
OF_A_MEETING |= cases_after.OPEN | cases_voting.OPEN
OF_A_MEETING |= cases_delegation.OF_A_MEETING | cases_language.OF_A_MEETING
OF_A_MEETING |= cases_wording.OF_A_MEETING
OF_A_MEETING |= cases_intake.OF_A_MEETING
BEFORE_THE_MEETING: dict[str, Make] = {
    "CancelMeeting": lambda h, m: CancelMeeting(m),
    "OpenMeeting": lambda h, m: OpenMeeting(m, (h.people["Ekdal"],), (), time(10)),
}
BEFORE_THE_MEETING |= cases_intake.BEFORE
BARRIERS: dict[str, Make] = {
    "CallMeeting": lambda h, m: CallMeeting(m, (h.paper(PaperKind.CALL),)),
    "SendSupplement": lambda h, m: SendSupplement(m, (h.paper(PaperKind.SUPPLEMENT),)),
    "CloseMeeting": lambda h, m: CloseMeeting(m),
    "Approve": lambda h, m: Approve(m, DAY, h.paper(PaperKind.MINUTES)),
}
BARRIERS |= cases_after.BARRIERS
OF_THE_REGISTER: dict[str, Make] = {
    "AddMember": lambda h, m: AddMember(h.body_id, MemberRow("Liv", "Mars", "C", Role.SUBSTITUTE), DAY),
    "ChangeMember": lambda h, m: ChangeMember(mandate(h, "Holmsjö").id, OLLE, DAY),
    "ChangeTerm": lambda h, m: ChangeTerm(replace(term(h, m), seats=7)),
    "ChangeTerm from a day": lambda h, m: ChangeTerm(replace(term(h, m), valid_from=NEW_YEAR)),
    "CreateBody": lambda h, m: CreateBody("Arbetsutskottet", BodyKind.SUBCOMMITTEE, 3, DAY, "utskottet"),
    "Edit person": lambda h, m: Edit(replace(h.get(Person, h.people["Ekdal"]), phone="000-00 00")),
    "EndMandate": lambda h, m: EndMandate(mandate(h, "Holmsjö").id, NEW_YEAR),
    "CopyMeeting": lambda h, m: CopyMeeting(m, NEW_YEAR, time(9), None, "Sal Bojen", (item(h, m, 2),)),
    "MoveMandate": lambda h, m: MoveMandate(mandate(h, "Ljungdal").id, 0, DAY),
    "PlanMeeting": lambda h, m: PlanMeeting(h.body_id, date(2026, 4, 9)),
    "PlanYear": lambda h, m: PlanYear(
        h.body_id, (YearMeeting(NEW_YEAR), YearMeeting(DAY.replace(month=5))), m
    ),
    "RemoveMandate": lambda h, m: RemoveMandate(mandate(h, "Ljungdal").id),
    "SetSetting": lambda h, m: SetSetting("ordning", ["a", {"b": 1}]),
    "TakeInMembers": lambda h, m: TakeInMembers(
        h.body_id, (MemberRow("Liv", "Mars", "C", Role.CHAIR),), NEW_YEAR, replace=True
    ),
}

OF_THE_REGISTER |= cases_delegation.OF_THE_REGISTER | cases_language.OF_THE_REGISTER
OF_THE_REGISTER |= cases_intake.OF_THE_REGISTER | cases_carrying.OF_THE_REGISTER
OF_THE_REGISTER |= cases_archive.OF_THE_REGISTER


def prepare(house: House) -> str:
    """Make an open meeting with documents, a decision changed by hand, an item and a § without the other."""
    set_customs(house, formal_sections=False)
    meeting = three_matters(house)
    house.item(meeting, "Upprop", kind=ItemKind.FORMAL)
    house.attach(item(house, meeting), b"ett", b"annat")
    house.write(item(house, meeting, 2), "ändra tiderna", "meddela rederiet")
    house.session.do(StartMemorandum(item(house, meeting, 2), DAY))
    house.session.do(WriteText(TextRole.BACKGROUND, paragraphs("Ett.", "Två."), item(house, meeting, 2)))
    house.approvers(meeting)
    house.open(meeting)
    house.session.do(AddSection(meeting, "Avslutning"))
    house.session.do(RecordReply(meeting, house.people["Fyrmark"], absent=True))
    house.session.do(Adjourn(meeting, time(10, 40)))
    house.session.do(AddSection(meeting, "Del tre", item(house, meeting, 3)))
    first = section(house, meeting)
    house.session.do(Decide(first, Outcome.APPROVED))
    cases_after.prepare(house, meeting)
    cases_voting.prepare(house, meeting)
    cases_delegation.prepare(house, meeting)
    cases_language.prepare(house, meeting)
    cases_wording.prepare(house, meeting)
    cases_archive.prepare(house)
    house.session.do(WriteText(TextRole.DECISION, paragraphs("Så blev det."), section_id=first))
    house.write(item(house, meeting), "avslå ansökan.")
    return meeting


def close(house: House, meeting: str) -> None:
    """Let everything be decided and the meeting closed."""
    for shown in house.view(meeting).sections[1:]:
        house.session.do(Decide(shown.section.id, Outcome.APPROVED))
    house.session.do(CloseMeeting(meeting, time(11)))


def freeze(house: House, meeting: str) -> None:
    """Let the meeting be justerat."""
    close(house, meeting)
    cases_after.waive_all(house, meeting)
    house.approve(meeting)


@dataclass(frozen=True)
class Prepared:
    """Binders to copy: the same meeting open, and justerat."""

    open: Path
    justerat: Path
    house: House
    meeting: str


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, empty_binder: Path) -> Prepared:
    folder = tmp_path_factory.mktemp("mallar")
    house = furnish(open_copy(empty_binder, folder / "öppet", Clock()))
    meeting = prepare(house)
    house.session.close()
    later = replace(house, session=open_copy(folder / "öppet", folder / "justerat", Clock()))
    freeze(later, meeting)
    later.session.close()
    return Prepared(folder / "öppet", folder / "justerat", house, meeting)


@pytest.fixture
def under_way(prepared: Prepared, tmp_path: Path, clock: Clock) -> Iterator[Case]:
    session = open_copy(prepared.open, tmp_path / "pärm", clock)
    yield replace(prepared.house, session=session), prepared.meeting
    session.close()


@pytest.fixture
def frozen(prepared: Prepared, tmp_path: Path, clock: Clock) -> Iterator[Case]:
    session = open_copy(prepared.justerat, tmp_path / "pärm", clock)
    yield replace(prepared.house, session=session), prepared.meeting
    session.close()


def there_and_back(house: House, command: Command) -> None:
    """Do, undo, redo, undo, redo: each time exactly the same records but for their versions."""
    before = facts(house.session)
    house.session.do(command)
    after = facts(house.session)
    assert after != before
    for _ in range(2):
        undone = house.session.undo()
        assert undone is not None
        assert undone.label == f"ångra {command.label}"
        assert facts(house.session) == before
        redone = house.session.redo()
        assert redone is not None
        assert redone.label == command.label
        assert facts(house.session) == after
    assert house.session.redo() is None
    with house.session.reading() as reader:
        assert list(verify(reader.connection)) == []


@pytest.mark.parametrize(
    "make", (OF_A_MEETING | OF_THE_REGISTER).values(), ids=OF_A_MEETING | OF_THE_REGISTER
)
def test_undo_and_redo_are_exact(under_way: Case, make: Make) -> None:
    house, meeting = under_way
    there_and_back(house, make(house, meeting))


@pytest.mark.parametrize("make", cases_after.AFTER.values(), ids=cases_after.AFTER)
def test_undo_and_redo_are_exact_after_justering(frozen: Case, make: Make) -> None:
    house, meeting = frozen
    there_and_back(house, make(house, meeting))


@pytest.mark.parametrize("make", cases_after.WHILE_SIGNED.values(), ids=cases_after.WHILE_SIGNED)
def test_undo_and_redo_are_exact_while_the_minutes_are_signed(under_way: Case, make: Make) -> None:
    house, meeting = under_way
    close(house, meeting)
    house.plan(date(2026, 4, 9))
    cases_after.send(house, meeting)
    there_and_back(house, make(house, meeting))


@pytest.mark.parametrize("make", BEFORE_THE_MEETING.values(), ids=BEFORE_THE_MEETING)
def test_undo_and_redo_are_exact_before_the_meeting(house: House, meeting: str, make: Make) -> None:
    there_and_back(house, make(house, meeting))


@pytest.mark.parametrize(
    "make",
    (OF_A_MEETING | BEFORE_THE_MEETING | BARRIERS).values(),
    ids=OF_A_MEETING | BEFORE_THE_MEETING | BARRIERS,
)
def test_nothing_of_a_justerat_meeting_can_be_changed(frozen: Case, make: Make) -> None:
    house, meeting = frozen
    before = facts(house.session)
    with pytest.raises(RuleBroken) as refused:
        house.session.do(make(house, meeting))
    assert "justerat" in str(refused.value) or refused.value.source or "öppnat" in str(refused.value)
    assert facts(house.session) == before
    with pytest.raises(UndoRefused):
        house.session.undo()
    assert facts(house.session) == before


@pytest.mark.parametrize("make", OF_THE_REGISTER.values(), ids=OF_THE_REGISTER)
def test_a_justerat_meeting_does_not_stand_in_the_way_of_the_register(frozen: Case, make: Make) -> None:
    house, meeting = frozen
    kept = house.view(meeting).papers
    there_and_back(house, make(house, meeting))
    assert house.view(meeting).papers == kept


def every_command() -> dict[str, type[Command]]:
    """All commands of the package, by name, in whichever module they stand."""
    modules = [import_module(f"{commands.__name__}.{m.name}") for m in iter_modules(commands.__path__)]
    things = {name: thing for m in modules for name, thing in vars(m).items() if isinstance(thing, type)}
    return {n: t for n, t in things.items() if issubclass(t, Command) and t is not Command}


def test_no_command_is_left_out() -> None:
    every = every_command()
    tried = OF_A_MEETING | BEFORE_THE_MEETING | BARRIERS | OF_THE_REGISTER
    tried |= cases_after.WHILE_SIGNED | cases_after.AFTER
    assert {name.split()[0] for name in tried} == set(every)
    assert {name for name, command in every.items() if command.barrier} == set(BARRIERS)
    assert all(command.label for command in every.values())
