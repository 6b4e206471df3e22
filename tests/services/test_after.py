"""What follows the decisions: reservations, uppdrag, waivers, justering in steps, anslag and rättelse."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from namndstod.documents.builders import minutes_paper
from namndstod.domain.content import Paper, Signatures, to_json
from namndstod.domain.deadlines import DueKind
from namndstod.domain.errors import NotFound, RuleBroken
from namndstod.domain.findings import Severity, check
from namndstod.domain.proceedings import DraftNote, Notice, RemarkKind, Reservation, Signature, Waiver
from namndstod.domain.records import (
    AgendaItem,
    Meeting,
    MeetingState,
    Outcome,
    PaperKind,
    Section,
    TextRole,
)
from namndstod.services.approving import last_approved, rotation
from namndstod.services.commands.approval import Approve, SetApprovers
from namndstod.services.commands.base import Command
from namndstod.services.commands.decided import TakeDecided
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.immediate import ApproveImmediately, DeclareImmediate
from namndstod.services.commands.notices import AddCorrection, PostNotice, TakeDownNotice
from namndstod.services.commands.remarks import (
    AddAssignment,
    AddRemark,
    FinishAssignment,
    ReceiveReasons,
    ReceiveStatement,
    Reserve,
    ReserveVotersAgainst,
)
from namndstod.services.commands.signing import (
    NoteOnDraft,
    RefuseSections,
    SendForSigning,
    SettleNote,
    Sign,
    WithdrawFromSigning,
)
from namndstod.services.commands.sitting import CloseMeeting, Decide, MoveSection
from namndstod.services.commands.texts import WriteText
from namndstod.services.commands.waiving import Unwaive, Waive
from namndstod.services.conversions import Conversions
from namndstod.services.overview import Known, overview
from namndstod.services.papers import Papers
from namndstod.services.watching import watch_list

from .cases_after import send, vote
from .helpers import DAY, House, made, paragraphs, set_customs
from .test_papers import PDF, Drawer

WEEK = timedelta(days=7)


def refused(house: House, command: Command, words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        house.session.do(command)


def told(house: House, meeting: str, role: TextRole, number: int) -> list[str]:
    """What a part of a § says, with ordinary spaces."""
    drafts = house.view(meeting).sections[number - 1].parts[role].drafts
    return [d.text.replace("\u00a0", " ") for d in drafts]


def codes(house: House, meeting: str, severity: Severity, today: date = DAY) -> set[str]:
    return {f.code for f in check(house.view(meeting), today) if f.severity is severity}


@pytest.fixture
def closed(house: House, meeting: str) -> str:
    house.approvers(meeting)
    house.hold(meeting)
    return meeting


@pytest.fixture
def sent(house: House, closed: str) -> str:
    send(house, closed)
    return closed


# --- reservations, remarks, uppdrag ------------------------------------------------------------------


def test_all_who_voted_against_reserve_in_one_step(house: House, meeting: str) -> None:
    house.open(meeting)
    against = vote(house, meeting, "Isborg", "Holmsjö", section=0)
    house.session.do(ReserveVotersAgainst(against))
    (reservation,) = house.find(Reservation)
    assert {house.people[n] for n in ("Isborg", "Holmsjö")} == set(reservation.persons)
    assert reservation.option == "rejection"
    refused(house, ReserveVotersAgainst(against), "alla redan reserverat sig")
    house.session.undo()
    assert house.find(Reservation) == []


def test_nobody_reserves_before_a_vote_is_over(house: House, meeting: str) -> None:
    house.open(meeting, "Ekdal", "Fyrmark", "Holmsjö", "Isborg")
    tied = vote(house, meeting, "Isborg", "Holmsjö", section=0)  # the chair's vote decides
    house.session.do(ReserveVotersAgainst(tied))
    assert len(house.find(Reservation)[0].persons) == 2


def test_what_is_written_of_reservations_and_remarks(house: House, meeting: str) -> None:
    house.open(meeting)
    first, second = (s.id for s in house.sections(meeting)[:2])
    people, do = house.people, house.session.do
    vote(house, meeting, "Holmsjö", section=0)
    do(Reserve(first, (people["Holmsjö"],), "rejection"))
    do(Reserve(first, (people["Isborg"], people["Fyrmark"]), words="i enlighet med partiets yttrande"))
    written = made(do(Reserve(first, (people["Grönvik"],), written=True)).result)
    do(Reserve(first, (people["Ljungdal"],)))  # does not serve: marked, and not written
    do(ReceiveReasons(written, DAY))
    assert told(house, meeting, TextRole.RESERVATIONS, 1) == [
        "Otto Holmsjö (C) reserverar sig mot beslutet till förmån för eget yrkande.",
        "Maj Isborg (M) och Åke Fyrmark (M) reserverar sig mot beslutet i enlighet med partiets yttrande.",
        "Tuva Grönvik (S) reserverar sig skriftligt, bilaga 1.",
    ]
    assert "may_not_reserve" in codes(house, meeting, Severity.BLOCK)
    statement = AddRemark(second, RemarkKind.STATEMENT, (people["Fyrmark"],), permitted=True)
    do(ReceiveStatement(made(do(statement).result)))
    do(AddRemark(second, RemarkKind.NOTE, (people["Isborg"],), words="bryggan är gammal.", permitted=True))
    do(AddRemark(second, RemarkKind.NOTE, parties=("M", "C", "KD"), dated=date(2026, 3, 10)))
    assert told(house, meeting, TextRole.REMARKS, 2) == [
        "Åke Fyrmark (M) lämnar ett särskilt yttrande, bilaga 2.",
        "Maj Isborg (M) får till protokollet antecknat att bryggan är gammal.",
        "Representanterna från M, C och KD antecknar som yttrande en skrivelse från den 10 mars 2026.",
    ]
    refused(house, Reserve(first, ()), "vem det gäller")
    refused(house, AddRemark(first, RemarkKind.NOTE), "vem det gäller")


def test_an_assignment_is_watched_until_it_is_done_also_after_justering(house: House, closed: str) -> None:
    section = house.sections(closed)[1].id
    task = made(house.session.do(AddAssignment(section, "Direktören", "utreda", date(2026, 5, 1))).result)
    later = made(house.session.do(AddAssignment(section, "Kansliet", "svara")).result)
    house.approve(closed)
    assert [w.assignment.id for w in house.session.ask(watch_list)] == [task, later]
    assert house.session.ask(watch_list)[0].heading == "Färjetider"
    due = house.session.ask(overview, DAY + WEEK).due
    assert [(d.kind, d.detail) for d in due if d.kind is DueKind.ASSIGNMENT] == [
        (DueKind.ASSIGNMENT, "utreda (Direktören)")
    ]
    house.session.do(FinishAssignment(task, date(2026, 4, 20)))
    assert [w.assignment.id for w in house.session.ask(watch_list)] == [later]
    done = house.session.ask(lambda reader: watch_list(reader, done=True))
    assert [w.assignment.id for w in done] == [task]
    assert all(d.kind is not DueKind.ASSIGNMENT for d in house.session.ask(overview, DAY + WEEK).due)
    changed = replace(house.session.ask(watch_list)[0].assignment, what="annat")
    refused(house, Edit(changed), "justerat")
    refused(house, AddAssignment(section, "Kansliet", " "), "vad uppdraget gäller")


# --- waivers -----------------------------------------------------------------------------------------


def test_a_warning_is_let_stand_with_a_reason_and_justering_goes_on(house: House, closed: str) -> None:
    section = house.sections(closed)[0].id
    house.session.do(WriteText(TextRole.DECISION, paragraphs("Något annat."), section_id=section))
    minutes = house.paper(PaperKind.MINUTES)
    refused(house, Approve(closed, DAY + WEEK, minutes), "ändrad efter klubbslaget.*ange ett skäl")
    refused(house, Waive(closed, "decision_changed", section, " "), "varför")
    with pytest.raises(NotFound):
        house.session.do(Waive(closed, "decision_changed", "annat", "Skäl."))
    house.session.do(Waive(closed, "decision_changed", section, "Stavfel."))
    house.session.do(Waive(closed, "decision_changed", section, "Fel ord i förslaget."))
    (kept,) = house.find(Waiver)
    assert kept.reason == "Fel ord i förslaget."
    house.session.do(Unwaive(closed, "decision_changed", section))
    assert "decision_changed" in codes(house, closed, Severity.WARN)
    house.session.undo()
    house.approve(closed)
    refused(house, Unwaive(closed, "decision_changed", section), "justerat")


def test_what_must_be_mended_cannot_be_let_stand(house: House, closed: str) -> None:
    section = house.sections(closed)[0].id
    house.session.do(Reserve(section, (house.people["Ljungdal"],)))
    (finding,) = [f for f in check(house.view(closed), DAY) if f.code == "may_not_reserve"]
    refused(house, Waive(closed, finding.code, finding.key, "Han ville."), "kan inte godtas")


def test_a_changed_decision_can_be_taken_back_to_what_was_decided(house: House, closed: str) -> None:
    section = house.sections(closed)[0].id
    before = told(house, closed, TextRole.DECISION, 1)
    drafts = house.view(closed).sections[0].parts[TextRole.DECISION].drafts
    edited = (replace(drafts[0], text="Något annat."), *drafts[1:], replace(drafts[-1], text="mer.", id=None))
    house.session.do(WriteText(TextRole.DECISION, edited, section_id=section))
    assert told(house, closed, TextRole.DECISION, 1) != before
    house.session.do(TakeDecided(section))
    assert told(house, closed, TextRole.DECISION, 1) == before
    assert "decision_changed" not in codes(house, closed, Severity.WARN)


# --- justering in steps ------------------------------------------------------------------------------


def test_each_signs_on_a_day_of_their_own_and_the_last_is_the_day_of_justering(
    house: House, sent: str
) -> None:
    refused(house, Sign(sent, house.people["Isborg"], DAY - WEEK), "före sammanträdet")
    refused(house, Sign(sent, house.people["Grönvik"], DAY + WEEK), "ordföranden och de valda")
    house.session.do(Sign(sent, house.people["Ekdal"], DAY + WEEK))
    assert house.get(Meeting, sent).state is MeetingState.CLOSED
    house.session.do(Sign(sent, house.people["Isborg"], DAY + timedelta(days=5)))  # the ersättare
    approved = house.get(Meeting, sent)
    assert (approved.state, approved.approval_date) == (MeetingState.APPROVED, DAY + WEEK)
    refused(house, WithdrawFromSigning(sent, "Ändrade oss."), "justerat")
    assert "notice_due" in codes(house, sent, Severity.WARN)


def test_minutes_out_for_signing_are_locked(house: House, sent: str) -> None:
    section = house.sections(sent)[0].id
    refused(house, WriteText(TextRole.REMARKS, paragraphs("Nytt."), section_id=section), "skickat för under")
    refused(house, Edit(replace(house.get(Meeting, sent), approval_place="Annan sal")), "skickat för under")
    refused(house, SetApprovers(sent, ()), "skickat för underskrift")
    refused(house, Approve(sent, DAY + WEEK, house.paper(PaperKind.MINUTES)), "var och ens underskrift")
    refused(house, SendForSigning(sent, house.paper(PaperKind.MINUTES)), "redan skickat")


def test_minutes_are_taken_back_with_a_reason_and_signed_anew(house: House, sent: str) -> None:
    house.session.do(Sign(sent, house.people["Ekdal"], DAY + WEEK))
    refused(house, WithdrawFromSigning(sent, "  "), "varför")
    house.session.do(WithdrawFromSigning(sent, "Fel siffra i § 1."))
    meeting = house.get(Meeting, sent)
    assert (meeting.sent_for_signing, meeting.withdrawn_because) == (None, "Fel siffra i § 1.")
    assert house.find(Signature) == []
    section = house.sections(sent)[0].id
    house.session.do(WriteText(TextRole.REMARKS, paragraphs("Nytt."), section_id=section))
    refused(house, Sign(sent, house.people["Ekdal"], DAY + WEEK), "inte skickat")


def test_a_refused_section_goes_to_the_next_meeting(house: House, closed: str) -> None:
    later = house.plan(DAY + timedelta(days=28))
    send(house, closed)
    section = house.sections(closed)[1].id
    fyrmark = house.people["Fyrmark"]
    refused(house, RefuseSections(closed, fyrmark, (section,), ""), "varför")
    item = made(house.session.do(RefuseSections(closed, fyrmark, (section,), "Så sades det inte.")).result)
    added = house.get(AgendaItem, item)
    assert added.meeting_id == later
    assert added.title.replace("\u00a0", " ") == "Justering av § 2 i protokollet den 12 mars 2026"
    house.session.do(Sign(closed, fyrmark, DAY + WEEK))
    house.session.do(Sign(closed, house.people["Ekdal"], DAY + WEEK))
    (signature,) = house.find(Signature, person_id=fyrmark)
    assert (signature.signed, signature.refused) == (DAY + WEEK, (section,))
    assert "refused_section" in codes(house, closed, Severity.INFORM)


def test_a_refused_section_is_told_of_where_no_meeting_is_planned(house: House, sent: str) -> None:
    section = house.sections(sent)[1].id
    refuse = RefuseSections(sent, house.people["Fyrmark"], (section,), "Så sades det inte.")
    assert house.session.do(refuse).result is None
    assert "refused_section" in codes(house, sent, Severity.INFORM)


def test_notes_on_the_draft(house: House, closed: str) -> None:
    section = house.sections(closed)[0].id
    note = made(house.session.do(NoteOnDraft(section, house.people["Fyrmark"], "Fel datum.")).result)
    assert "draft_note" in codes(house, closed, Severity.INFORM)
    house.session.do(SettleNote(note))
    assert house.get(DraftNote, note).settled
    refused(house, NoteOnDraft(section, house.people["Fyrmark"], " "), "vad synpunkten gäller")


def test_justerare_by_rotation(house: House, closed: str) -> None:
    later = house.plan(DAY + timedelta(days=28))
    last = house.session.ask(last_approved, house.body_id)
    assert last == {house.people["Fyrmark"]: DAY}
    names = {i: n for n, i in house.people.items()}

    def chosen() -> list[tuple[str, str | None]]:
        pairs = rotation(house.view(later), house.session.ask(last_approved, house.body_id))
        return [(names[a], names[b] if b else None) for a, b in pairs]

    assert chosen() == [("Holmsjö", "Isborg")]
    set_customs(house, approvers=2)
    assert chosen() == [("Holmsjö", "Fyrmark"), ("Isborg", "Grönvik")]


# --- omedelbar justering -----------------------------------------------------------------------------


def immediate(house: House, meeting: str, number: int, day: date = DAY) -> ApproveImmediately:
    paper = house.paper(PaperKind.IMMEDIATE, b"%PDF-omedelbart")
    return ApproveImmediately(meeting, (house.sections(meeting)[number - 1].id,), day, paper)


def test_a_section_is_justerad_while_the_meeting_goes_on(house: House, meeting: str) -> None:
    house.open(meeting)
    first, second, third = (s.id for s in house.sections(meeting))
    do = house.session.do
    do(DeclareImmediate(second))
    refused(house, immediate(house, meeting, 2), "färdig i skrift.*inte avgjord")
    do(Decide(second, Outcome.APPROVED))
    assert told(house, meeting, TextRole.DECISION, 2)[-1] == "paragrafen förklaras omedelbart justerad."
    assert "immediate_unfinished" in codes(house, meeting, Severity.BLOCK)
    refused(house, immediate(house, meeting, 3), "inte förklarat")
    do(immediate(house, meeting, 2))
    assert house.fixed(meeting) == [1, 2, None]
    assert house.get(Section, second).approved == DAY
    assert "immediate_unfinished" not in codes(house, meeting, Severity.BLOCK)
    refused(house, WriteText(TextRole.REMARKS, paragraphs("Nytt."), section_id=second), "omedelbart")
    refused(house, Reserve(second, (house.people["Isborg"],)), "omedelbart")
    refused(house, Decide(second, Outcome.REJECTED), "omedelbart")
    refused(house, DeclareImmediate(second, immediate=False), "omedelbart")
    refused(house, MoveSection(third, 1), "fått sitt nummer|omedelbart")
    do(Reserve(first, (house.people["Isborg"],)))  # the others go on
    notice = made(do(PostNotice(meeting, DAY, (second,))).result)
    assert house.get(Notice, notice).approved == DAY
    refused(house, PostNotice(meeting, DAY, (first,)), "inte justerad")
    refused(house, PostNotice(meeting, DAY), "inte justerat")
    do(Decide(first, Outcome.APPROVED))
    do(Decide(third, Outcome.APPROVED))
    do(CloseMeeting(meeting, time(11)))
    assert house.fixed(meeting) == [1, 2, 3]


def test_declaring_after_the_klubba_rewrites_a_decision_nobody_changed(house: House, meeting: str) -> None:
    house.open(meeting)
    first, second, _ = (s.id for s in house.sections(meeting))
    do = house.session.do
    do(Decide(first, Outcome.APPROVED))
    do(DeclareImmediate(first))
    assert told(house, meeting, TextRole.DECISION, 1)[-1] == "paragrafen förklaras omedelbart justerad."
    assert codes(house, meeting, Severity.WARN).isdisjoint({"facts_changed", "decision_changed"})
    do(Decide(second, Outcome.APPROVED))
    do(WriteText(TextRole.DECISION, paragraphs("Eget."), section_id=second))
    do(DeclareImmediate(second))
    assert told(house, meeting, TextRole.DECISION, 2)[0] == "Eget."


def test_the_immediate_protokoll_has_those_sections_only(house: House, meeting: str) -> None:
    drawer = Drawer()
    papers = Papers(house.session, Conversions(house.session, drawer), drawer)
    house.approvers(meeting)
    house.open(meeting)
    second = house.sections(meeting)[1].id
    house.session.do(DeclareImmediate(second))
    with pytest.raises(RuleBroken, match="färdig i skrift"):
        papers.approve_immediately(meeting, (second,), DAY)
    house.session.do(Decide(second, Outcome.APPROVED))
    papers.approve_immediately(meeting, (second,), DAY)
    text = to_json(drawer.drawn[-1]).replace("\u00a0", " ").replace("\u2011", "-")
    assert "Färjetider" in text
    assert "Bidrag till bryggor" not in text
    assert "UTKAST" not in text
    main = to_json(minutes_paper(house.view(meeting), {})).replace("\u2011", "-")
    assert f"Särskilt justerad {DAY}" in main
    assert "UTKAST – ej justerat" in main


def test_a_secret_section_justerad_at_once_has_its_secret_part(house: House, meeting: str) -> None:
    drawer = Drawer()
    papers = Papers(house.session, Conversions(house.session, drawer), drawer)
    house.approvers(meeting)
    house.open(meeting)
    first, second, _ = house.view(meeting).sections
    ids = (first.section.id, second.section.id)
    assert second.item is not None
    hidden = replace(second.item.item, secret=True, neutral_heading="Avtal")
    house.session.do(Edit(hidden))
    for each in ids:
        house.session.do(DeclareImmediate(each))
        house.session.do(Decide(each, Outcome.APPROVED))
    papers.approve_immediately(meeting, ids[:1], DAY)
    assert [p.kind for p in house.view(meeting).papers] == [PaperKind.IMMEDIATE]
    papers.approve_immediately(meeting, ids[1:], DAY)
    ordinary, secret = (to_json(tree) for tree in drawer.drawn[-2:])
    assert "Avtal" in ordinary
    assert "Se protokollets sekretessdel." in ordinary
    assert "Färjetider" not in ordinary
    assert "Färjetider" in secret
    assert "UTKAST" not in secret
    assert "Bidrag till bryggor" not in secret
    kept = [p for p in house.view(meeting).papers if p.kind is PaperKind.SECRET_MINUTES]
    assert [p.of for p in kept] == [ids[1:]]


# --- papers ------------------------------------------------------------------------------------------


def test_what_goes_out_for_signing_is_kept_and_is_no_draft(house: House, closed: str) -> None:
    drawer = Drawer()
    papers = Papers(house.session, Conversions(house.session, drawer), drawer)
    papers.send_for_signing(closed)
    assert "UTKAST" not in to_json(drawer.drawn[-1])
    view = house.view(closed)
    assert view.meeting.sent_for_signing is not None
    assert papers.kept(PaperKind.MINUTES, view) == PDF
    assert papers.pdf(PaperKind.MINUTES, view).pdf == PDF


def signed_by_hand(paper: Paper) -> tuple[bool, bool]:
    """Whether a paper has room for initials at its foot, and lines to sign on."""
    return bool(paper.furniture.foot_left), any(isinstance(b, Signatures) for b in paper.blocks)


def test_digital_signing_drops_initials_and_lines(house: House, closed: str) -> None:
    assert signed_by_hand(minutes_paper(house.view(closed), {})) == (True, True)
    set_customs(house, digital_signing=True)
    assert signed_by_hand(minutes_paper(house.view(closed), {})) == (False, False)


# --- after justering ---------------------------------------------------------------------------------


def test_anslag_up_and_down(house: House, closed: str) -> None:
    house.approve(closed)
    approved = DAY + WEEK
    refused(house, PostNotice(closed, approved - timedelta(days=1)), "före justeringen")
    notice = made(house.session.do(PostNotice(closed, approved)).result)
    assert {"notice_up"} <= codes(house, closed, Severity.WARN, approved)
    refused(house, TakeDownNotice(notice, approved - timedelta(days=1)), "innan det sattes upp")
    house.session.do(TakeDownNotice(notice, approved + timedelta(days=3)))
    assert "notice_early" in codes(house, closed, Severity.BLOCK, approved + timedelta(days=3))
    house.session.do(PostNotice(closed, approved + timedelta(days=4)))
    assert "notice_early" not in codes(house, closed, Severity.BLOCK, approved + timedelta(days=4))
    kinds = [d.kind for d in house.session.ask(overview, approved + timedelta(days=4)).due]
    assert kinds == [DueKind.TAKE_DOWN, DueKind.LEGAL_FORCE]


def test_a_correction_shows_and_everything_else_is_refused(house: House, closed: str) -> None:
    section = house.sections(closed)[0].id
    refused(house, AddCorrection(closed, section, DAY, "tolv", "tjugo"), "ändra texten i stället")
    house.approve(closed)
    refused(house, AddCorrection(closed, section, DAY, "tolv", " "), "vad som är fel")
    house.session.do(AddCorrection(closed, section, date(2026, 3, 30), "tolv", "tjugo"))
    text = to_json(minutes_paper(house.view(closed), {})).replace("\u00a0", " ")
    assert "Rättelse den 30 mars 2026: i § 1 ska ”tolv” vara ”tjugo”. Ada" in text
    changed = WriteText(TextRole.DECISION, paragraphs("tjugo"), section_id=section)
    refused(house, changed, "justerat. Skapa rättelse med datum, namn och ändring")


def test_what_oversikt_keeps_follows_what_is_done_after_the_meeting(house: House, closed: str) -> None:
    session, known, today = house.session, Known(), DAY + WEEK
    session.listen(known.forget)

    def same() -> bool:
        return session.ask(overview, today, known) == session.ask(overview, today)

    assert same()
    section = house.sections(closed)[0].id
    session.do(AddAssignment(section, "Kansliet", "svara", date(2026, 5, 1)))
    assert same()
    session.do(Reserve(section, (house.people["Isborg"],)))
    assert same()
    house.approve(closed)
    assert same()
    notice = made(session.do(PostNotice(closed, today)).result)
    assert same()
    session.do(TakeDownNotice(notice, today + timedelta(days=40)))
    assert same()
    session.undo()
    assert same()
