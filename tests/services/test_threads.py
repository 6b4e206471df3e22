"""The ärende as a thread."""

from dataclasses import replace
from datetime import date, timedelta

from namndstod.domain.archive import ArchivedMinutes, ArchivedSection
from namndstod.domain.records import (
    AgendaItem,
    Matter,
    MatterKind,
    Outcome,
    StoredFile,
    TextRole,
    new_id,
)
from namndstod.services.carrying import waiting
from namndstod.services.commands.agenda import SetDiaryNumber
from namndstod.services.commands.carrying import CarryOver
from namndstod.services.commands.delegation import AddDelegated
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.remarks import AddAssignment
from namndstod.services.commands.sitting import CloseMeeting, Decide
from namndstod.services.commands.texts import WriteText
from namndstod.services.threads import Thread, thread
from namndstod.storage.journal import Operation

from .cases_delegation import decided
from .helpers import DAY, NAME, House, clauses

LATER = DAY + timedelta(days=30)


def thread_of(house: House, number: str) -> Thread:
    (matter,) = house.find(Matter, diary_number=number)
    return house.session.ask(thread, matter.id)


def test_an_arende_is_followed_through_its_meetings(house: House, meeting: str) -> None:
    house.write(house.view(meeting).items[0].item.id, "bevilja 50 000 kronor,", "betala ut dem i maj.")
    house.attach(house.view(meeting).items[0].item.id, b"underlag")
    house.open(meeting)
    for section, outcome in zip(
        house.sections(meeting), (Outcome.REMITTED, Outcome.APPROVED, Outcome.APPROVED), strict=True
    ):
        house.session.do(Decide(section.id, outcome))
    first = house.sections(meeting)[0].id
    house.session.do(AddAssignment(first, "förvaltningen", "räkna om", date(2026, 12, 1)))
    house.session.do(CloseMeeting(meeting))
    later = house.plan(LATER)
    house.session.do(CarryOver(later, tuple(w.key for w in house.session.ask(waiting, later))[:1]))
    item = house.view(later).items[0].item.id
    house.write(item, "bevilja 40 000 kronor,", "betala ut dem i maj, samt", "kräva redovisning.")
    house.session.do(AddDelegated(house.body_id, (decided("SKN 2026/1"), decided("SKN 2026/99"))))
    found = thread_of(house, "SKN 2026/1")
    then, now = found.steps
    assert (then.section and then.section.number, then.decided, then.documents) == (1, False, ("Underlag",))
    assert [t.what for t in then.assignments] == ["räkna om"]
    assert now.item.carried_from == then.item.id
    assert now.section is None
    told = [(s.before and s.before.text, s.now and s.now.text, s.new) for s in now.said]
    assert told == [
        ("bevilja 50 000 kronor,", "bevilja 40 000 kronor,", False),
        (None, "betala ut dem i maj, samt", False),
        (None, "kräva redovisning.", True),
    ]
    house.write(item, "betala ut dem i maj.")
    (gone, kept) = thread_of(house, "SKN 2026/1").steps[1].said
    assert (gone.now, gone.before and gone.before.text) == (None, "bevilja 50 000 kronor,")
    assert (kept.now and kept.now.text, kept.before, kept.new) == ("betala ut dem i maj.", None, False)
    assert [d.diary_number for d in found.delegated] == ["SKN 2026/1"]
    assert found.archived == ()


def test_a_comma_is_no_change_and_a_decision_is_what_was_decided(house: House, meeting: str) -> None:
    house.open(meeting)
    section = house.sections(meeting)[1].id
    house.session.do(WriteText(TextRole.DECISION, clauses("avvakta."), section_id=section))
    house.session.do(Decide(section, Outcome.CHANGED))
    (step,) = thread_of(house, "SKN 2026/2").steps
    assert step.decided
    assert [s.now and s.now.text for s in step.said] == ["avvakta."]
    assert step.decider == f"{NAME} beslutar"
    assert [s.before for s in step.said] == [None]


def test_what_is_secret_is_told_by_its_neutral_heading_alone(house: House, meeting: str) -> None:
    item = house.view(meeting).items[0].item
    house.attach(item.id, b"hemligt")
    secret = replace(house.get(AgendaItem, item.id), secret=True, neutral_heading="Ärende om stöd")
    house.session.do(Edit(secret))
    found = thread_of(house, "SKN 2026/1")
    (step,) = found.steps
    assert (found.title, found.secret) == ("Ärende om stöd", True)
    assert (step.said, step.documents, step.hidden_documents) == ((), (), 1)


def test_archived_minutes_with_the_same_number_belong_to_it(house: House, meeting: str) -> None:
    with house.session.binder.work(Operation(name="arkiv", label="arkiv")) as work:
        file = work.add(StoredFile(id=new_id(), sha256="a" * 64, size=1, media_type="application/pdf"))
        old = work.add(
            ArchivedMinutes(id=new_id(), body_name="Hamnnämnden", file_id=file.id, name="p.pdf", day=DAY)
        )
        for number, dnr in ((3, "SKN 2026/1"), (4, "annat")):
            work.add(
                ArchivedSection(
                    id=new_id(), minutes_id=old.id, number=number, title="Bryggor", diary_number=dnr
                )
            )
    (archived,) = thread_of(house, "SKN 2026/1").archived
    assert (archived.section.number, archived.minutes.body_name) == (3, "Hamnnämnden")


def test_a_clock_goes_over_to_a_number_typed_anew(house: House, meeting: str) -> None:
    item = house.view(meeting).items[0]
    assert item.matter is not None
    remiss = replace(item.matter, kind=MatterKind.REFERRAL, answer_by=LATER)
    for field in ("kind", "answer_by"):
        house.session.do(Edit(remiss, field))
    house.session.do(SetDiaryNumber(item.item.id, "SKN 2026/11"))
    (matter,) = house.find(Matter, diary_number="SKN 2026/11")
    assert (matter.kind, matter.answer_by) == (MatterKind.REFERRAL, LATER)
    assert house.find(Matter, diary_number="SKN 2026/1") == []
    house.session.do(SetDiaryNumber(house.view(meeting).items[1].item.id, "SKN 2026/11"))
    house.session.do(SetDiaryNumber(item.item.id, "SKN 2026/3"))
    assert house.find(Matter, diary_number="SKN 2026/3")[0].kind is MatterKind.ORDINARY
