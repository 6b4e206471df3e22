"""Makes the demonstration binder through the same commands as the window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from namndstod.domain.delegation import DelegatedDecision, DelegationPoint
from namndstod.domain.records import (
    AgendaItem,
    BlockKind,
    BodyKind,
    Customs,
    GroupMeeting,
    ItemKind,
    ItemPurpose,
    Letterhead,
    Mandate,
    Matter,
    Meeting,
    Memorandum,
    PartyOrder,
    Person,
    Recipient,
    StandardItem,
    TextRole,
)
from namndstod.domain.texts import Draft
from namndstod.services.commands.agenda import AddItem, SetRecipients
from namndstod.services.commands.approval import SetApprovers
from namndstod.services.commands.delegation import AddDelegated, ReportDelegated, WriteLetter
from namndstod.services.commands.delegation_order import AddPoint, ChangePoint
from namndstod.services.commands.delegation_records import RecordDelegated
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.expediting import ChangeRecipient
from namndstod.services.commands.meetings import PlanMeeting
from namndstod.services.commands.memoranda import StartMemorandum
from namndstod.services.commands.notices import PostNotice
from namndstod.services.commands.register import CreateBody, TakeInMembers
from namndstod.services.commands.supporting import AttachFiles
from namndstod.services.commands.texts import WriteText
from namndstod.services.delegation.decisions import unreported
from namndstod.services.reading import meeting_view
from namndstod.services.workplace import Workplace, create_workplace

from . import delegated, delegation_order, files
from .course import Sitting
from .matters import COMING, HELD, INFORMATION, PARTIES, REACHED, DemoMatter
from .memoranda import SIGNATORY, UNIT, DemoMemorandum
from .people import ADDRESS, COMMITTEE, MEMBERS, ORGANISATION, SECRETARY, SUBSTITUTES

DEMO_NAME = "Tillväxtnämnden"

CUSTOMS = Customs(
    first_section=41,
    storage_place="Regionhuset, Granköping",
    court=("Förvaltningsrätten i Granköping", "Box 12, 870 11 Granköping"),
    notices=("Du som är ersättare meddelar om du kommer att närvara.", "Undvik starka dofter."),
    service_order=(PartyOrder(party="MP", then=("S", "C")), PartyOrder(party="V", then=("S",))),
    letterhead=Letterhead(organisation=ORGANISATION, address=ADDRESS[1:], website="granbygden.example"),
    standard_items=(
        StandardItem(title="Protokollsjustering", kind=ItemKind.FORMAL, purpose=ItemPurpose.APPROVAL),
        StandardItem(title="Information", kind=ItemKind.INFORMATION),
        StandardItem(
            title="Anmälningsärenden", kind=ItemKind.REPORT, purpose=ItemPurpose.DELEGATED, last=True
        ),
    ),
)


def make_demo(folder: Path) -> Path:
    """Make the demonstration binder in `folder` and return the path of its .namndstod file.

    Raises Refused when there is a binder already.
    """
    workplace = create_workplace(folder, DEMO_NAME, SECRETARY[0])
    try:
        _fill(workplace)
        return workplace.session.binder.database
    finally:
        workplace.close()


def _fill(workplace: Workplace) -> None:
    do, today = workplace.session.do, workplace.session.today
    held, coming = _weekday(today - timedelta(days=20)), _weekday(today + timedelta(days=10))
    since = date(2023, 1, 1)
    customs = replace(CUSTOMS, first_section_year=held.year)
    body_id = do(CreateBody(COMMITTEE, BodyKind.COMMITTEE, len(MEMBERS), since, customs=customs)).result or ""
    do(TakeInMembers(body_id, (*MEMBERS, *SUBSTITUTES), since))
    _delegate(workplace, body_id)
    people = _people(workplace, body_id)
    _record(workplace, body_id, held)
    held_id = _plan(workplace, body_id, held, HELD, people)
    _report(workplace, body_id, held_id, delegated.decisions(delegated.BEFORE_HELD, held))
    _hold(workplace, held_id, people)
    coming_id = _plan(workplace, body_id, coming, COMING, people)
    made = delegated.decisions(delegated.BEFORE_COMING, coming)
    _report(workplace, body_id, coming_id, made)
    do(AddDelegated(body_id, delegated.decisions(delegated.SINCE, today)))
    do(AddDelegated(body_id, (delegated.by_the_chair(today),)))
    with workplace.session.reading() as reader:
        told = reader.find(DelegatedDecision, body_id=body_id, diary_number=delegated.LETTER_OF)
    do(WriteLetter(delegated.letter(told[0])))


def _delegate(workplace: Workplace, body_id: str) -> None:
    """Enter the delegationsordning, with the limit that was raised later."""
    do = workplace.session.do
    for point, delegates in delegation_order.POINTS:
        do(AddPoint(replace(point, body_id=body_id), delegates))
    with workplace.session.reading() as reader:
        stored = reader.find(DelegationPoint, body_id=body_id, number="3.2")[0]
    do(ChangePoint(replace(stored, max_amount=delegation_order.RAISED_TO), delegation_order.RAISED))


def _record(workplace: Workplace, body_id: str, held: date) -> None:
    """Enter the decisions that are not reported: recorded separately and announced long ago."""
    workplace.session.do(AddDelegated(body_id, delegated.hired(held)))
    with workplace.session.reading() as reader:
        made = tuple(d.id for d in reader.find(DelegatedDecision, body_id=body_id))
    recorded = held - timedelta(days=34)
    workplace.session.do(RecordDelegated(made, recorded, recorded + timedelta(days=1)))


def _report(workplace: Workplace, body_id: str, meeting_id: str, made: tuple[DelegatedDecision, ...]) -> None:
    """Enter delegated decisions, and put all that are not reported yet on the meeting's list."""
    workplace.session.do(AddDelegated(body_id, made))
    waiting = workplace.session.ask(unreported, body_id)
    workplace.session.do(ReportDelegated(meeting_id, tuple(d.id for d in waiting)))


def _weekday(day: date) -> date:
    """Return the Thursday of that week."""
    return day + timedelta(days=3 - day.weekday())


def _people(workplace: Workplace, body_id: str) -> dict[str, str]:
    with workplace.session.reading() as reader:
        ids = [m.person_id for m in reader.find(Mandate, body_id=body_id)]
        return {p.surname: p.id for p in reader.find(Person, id=ids)}


def _plan(
    workplace: Workplace, body_id: str, day: date, matters: tuple[DemoMatter, ...], people: dict[str, str]
) -> str:
    session = workplace.session
    meeting_id = (
        session.do(PlanMeeting(body_id, day, time(10), time(15), "Sal Linden, Regionhuset")).result or ""
    )
    with session.reading() as reader:
        meeting = reader.get(Meeting, meeting_id)
    name, email, phone = SECRETARY
    groups = (
        GroupMeeting(parties=("S", "C", "MP"), room="Sal Linden", time="9.00"),
        GroupMeeting(parties=("M", "KD"), room="Sal Granen", time="9.00", comment="(SD) i Sal Björken"),
    )
    session.do(
        Edit(
            replace(
                meeting,
                secretary=name,
                secretary_email=email,
                secretary_phone=phone,
                group_meetings=groups,
                approval_place="Regionkansliet, Granköping",
                others_present=("Tor Bergqvist, utvecklingschef", "Malin Sjögård, handläggare"),
            )
        )
    )
    for matter in matters:
        _add(workplace, meeting_id, matter)
    view = session.ask(meeting_view, meeting_id)
    for item in view.items:
        if item.item.kind is ItemKind.INFORMATION:
            points = tuple(Draft(BlockKind.BULLET, text) for text in INFORMATION)
            session.do(WriteText(TextRole.POINTS, points, item_id=item.item.id))
    session.do(SetApprovers(meeting_id, ((people["Fridner"], people["Raskare"]),)))
    return meeting_id


def _add(workplace: Workplace, meeting_id: str, matter: DemoMatter) -> None:
    do = workplace.session.do
    added = do(
        AddItem(meeting_id, matter.title, matter.kind, matter.diary_number, presenters=matter.presenters)
    )
    item_id = added.result or ""
    proposal = (
        Draft(BlockKind.DECIDER, f"{COMMITTEE} beslutar"),
        *(Draft(BlockKind.CLAUSE, clause, 1) for clause in matter.clauses),
        *(Draft(BlockKind.CONDITION, condition, 2) for condition in matter.conditions),
    )
    do(WriteText(TextRole.PROPOSAL, proposal, item_id=item_id))
    summary = tuple(Draft(BlockKind.PARAGRAPH, text) for text in matter.summary)
    do(WriteText(TextRole.SUMMARY, summary, item_id=item_id))
    if matter.recipients:
        do(SetRecipients(item_id, matter.recipients))
        with workplace.session.reading() as reader:
            recipients = reader.find(Recipient, item_id=item_id)
        for each in recipients:
            manner, address = REACHED.get(each.name, ("", ""))
            do(ChangeRecipient(each.id, manner, address, each.name in PARTIES))
    if matter.memorandum is not None:
        _write(workplace, item_id, matter.memorandum)
    incoming = workplace.conversions.take_in(_documents(workplace, matter))
    if incoming:
        do(AttachFiles(item_id, incoming))
        for file in incoming:
            workplace.conversions.convert(file.sha256, file.original_name)


def _write(workplace: Workplace, item_id: str, written: DemoMemorandum) -> None:
    """Write the item's FöredragningsPM, dated today."""
    session = workplace.session
    made = session.do(StartMemorandum(item_id, session.today)).result or ""
    with session.reading() as reader:
        memorandum = reader.get(Memorandum, made)
        item = reader.get(AgendaItem, item_id)
        matter = reader.get(Matter, item.matter_id or "")
    name, title = SIGNATORY
    filled = replace(memorandum, unit=UNIT, officer=written.officer, signatory=name, signatory_title=title)
    session.do(Edit(filled))
    session.do(Edit(replace(matter, external_diary_number=written.external_diary_number)))
    for role, drafts in written.texts.items():
        session.do(WriteText(role, drafts, item_id=item_id))


def _documents(workplace: Workplace, matter: DemoMatter) -> list[tuple[str, bytes]]:
    """Return names and contents of a matter's sample files."""
    papers = workplace.papers
    made: dict[str, tuple[str, bytes]] = {}
    for kind in matter.documents:
        if kind == "pm":
            made[kind] = ("Tjänsteskrivelse.docx", papers.as_word(files.officer_memo(matter)))
        elif kind == "letter":
            made[kind] = ("Ansökan.docx", papers.as_word(files.letter(matter)))
        elif kind == "report":
            made[kind] = (f"{matter.title}.pdf", papers.draw(files.report(matter)).pdf)
        elif kind == "calendar":
            made[kind] = ("Regionens sammanträden 2027.pdf", papers.draw(files.calendar(matter)).pdf)
        elif kind == "opinions":
            made[kind] = ("Synpunkter på utkastet.txt", files.opinions(matter))
        elif kind == "budget":
            made[kind] = ("Budget.xlsx", files.budget())
        elif kind == "mail":
            sent = datetime.combine(workplace.session.today, time(8, 30)).astimezone()
            made[kind] = ("Komplettering.eml", files.mail(matter, sent))
        else:
            made[kind] = ("Karta.png", files.picture())
    return list(made.values())


def _hold(workplace: Workplace, meeting_id: str, people: dict[str, str]) -> None:
    """Call the meeting, hold it, justera its minutes and put up the anslag."""
    session = workplace.session
    workplace.sending.call(meeting_id)
    Sitting(session, meeting_id, people).hold()
    held = session.ask(meeting_view, meeting_id).meeting.day
    approved = held + timedelta(days=8)
    workplace.papers.approve(meeting_id, approved)
    session.do(PostNotice(meeting_id, approved))
