"""The step Justering from the chosen justerare to laga kraft, and warnings let stand in Kontroll."""

from datetime import date, time, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from namndstod.domain.findings import Place, Severity, Step, check
from namndstod.domain.proceedings import MotionKind, RemarkKind
from namndstod.domain.records import MeetingState, PaperKind, TextRole
from namndstod.services.commands.approval import SetApprovers
from namndstod.services.commands.immediate import DeclareImmediate
from namndstod.services.commands.meetings import PlanMeeting
from namndstod.services.commands.motions import AddMotion
from namndstod.services.commands.remarks import AddRemark
from namndstod.services.commands.sitting import CloseMeeting, Decide, OpenMeeting
from namndstod.ui.kit.dialogs import Sheet
from namndstod.ui.kit.findings import FindingRow, FindingsPanel
from namndstod.ui.kit.tokens import Tone
from namndstod.ui.workspace.approval_step import ApprovalStep
from namndstod.ui.workspace.presenting import usual_outcome

from ..conftest import TypeText
from .conftest import DAY, Room

HARBOUR = "Bidrag till hamnen"


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.fixture
def opened(room: Room) -> Room:
    room.session.do(OpenMeeting(room.meeting_id, tuple(m.person_id for m in room.view.members), at=time(10)))
    return room


def close(room: Room) -> ApprovalStep:
    """Everything is decided and closed, Olle Sand is justerare (Mia Frid his ersättare)."""
    for section in room.view.sections:
        if section.section.outcome is None:
            room.session.do(Decide(section.section.id, usual_outcome(section)))
    room.session.do(SetApprovers(room.meeting_id, ((room.person("Sand"), room.person("Frid")),)))
    room.session.do(CloseMeeting(room.meeting_id, time(11, 30)))
    room.space.show_step(Step.APPROVAL, by_person=True)
    return room.space.approval


@pytest.fixture
def step(opened: Room) -> ApprovalStep:
    return close(opened)


def sent(room: Room, step: ApprovalStep) -> None:
    step.send.click()
    room.qtbot.waitUntil(lambda: room.view.meeting.sent_for_signing is not None, timeout=60_000)
    room.idle()


def stage(step: ApprovalStep, key: str) -> tuple[str, str, str]:
    found = next(s for s in step.stages.shown if s.key == key)
    return found.title, plain(found.detail), found.tone.value


def test_each_signs_on_a_day_of_their_own(room: Room, step: ApprovalStep) -> None:
    assert step.send.isEnabled()
    assert "Ingenting hindrar" in step.stages.hindrances.text()
    sent(room, step)
    assert step.send.isHidden()
    assert step.approve.isHidden()
    assert step.kept.said.text() == "Protokollet är sänt för justering"
    assert room.view.papers[-1].pdf_sha[:12] in step.kept.hash.text()
    assert step.place.isReadOnly()
    assert step.pills()[0][0] == "sänt för justering"
    chair, other = step.signing.rows
    chair.day.set_date(DAY + timedelta(days=4))
    chair.sign.click()
    assert plain(chair.pill.text()) == "undertecknat den 18 maj 2027"
    assert "väntar på Olle Sand (C)" in stage(step, "sign")[1]
    other.who.set_value(room.person("Frid"))
    other.day.set_date(DAY + timedelta(days=6))
    other.sign.click()
    meeting = room.view.meeting
    assert (meeting.state, meeting.approval_date) == (MeetingState.APPROVED, DAY + timedelta(days=6))
    assert stage(step, "sign")[:2] == ("Justerat", "den 20 maj 2027")
    assert other.name.text().startswith("Mia Frid")
    assert "justerat" in room.toasts[-1][0]


def test_what_is_out_for_signing_is_locked_until_it_is_taken_back(
    room: Room, step: ApprovalStep, type_text: TypeText
) -> None:
    sent(room, step)
    room.space.show_step(Step.MINUTES)
    room.space.minutes.choose(room.section(HARBOUR).section.id)
    page = room.space.minutes.page
    assert page.parts[TextRole.DECISION].text.editor.isReadOnly()
    assert "sänt för justering" in page._note.text()
    room.space.show_step(Step.APPROVAL)
    step.signing.withdraw.click()
    form = step.signing.withdrawal
    assert QApplication.focusWidget() is form.reason
    form.accept()
    assert "Ange varför" in form._problem.text()
    type_text(form.reason, "fel bilaga\n")
    assert room.view.meeting.sent_for_signing is None
    assert stage(step, "send") == ("Sänd för justering", "Återkallat: fel bilaga", "info")
    assert step.signing.isHidden()
    assert not step.place.isReadOnly()


def test_a_refused_section_is_noted_and_goes_to_the_next_meeting(
    room: Room, step: ApprovalStep, type_text: TypeText
) -> None:
    later = room.session.do(PlanMeeting(room.view.body.id, DAY + timedelta(days=30), time(10))).result
    assert later is not None
    sent(room, step)
    row = step.signing.rows[1]
    row.refuse.click()
    form = step.signing.refusal
    number = room.section(HARBOUR).number
    type_text(form.sections, f"§ {number}")
    form.accept()
    assert "Ange varför" in form._problem.text()
    type_text(form.reason, "Så beslutade vi inte")
    form.accept()
    assert plain(row.note.text()) == f"Justerar inte § {number}: Så beslutade vi inte"
    assert "nästa sammanträdes lista" in room.toasts[-1][0]
    assert form.isHidden()


def test_justera_on_paper_is_one_way_and_anslag_follow_with_their_days(
    room: Room, step: ApprovalStep
) -> None:
    step.day.set_date(date(2027, 5, 19))
    step.approve.click()
    sheet = step.findChild(Sheet)
    assert sheet is not None
    sheet.accept()
    room.qtbot.waitUntil(lambda: room.view.meeting.state is MeetingState.APPROVED, timeout=60_000)
    room.idle()
    assert stage(step, "send")[1] == "justerat på papper, på en gång"
    assert "senast den 21 maj 2027" in stage(step, "post")[1]
    (row,) = step.notices.rows
    row.day.set_date(date(2027, 5, 20))
    row.act.click()
    assert room.view.notices[0].posted == date(2027, 5, 20)
    assert "Sista dag att överklaga den 10 juni 2027, laga kraft den 11 juni 2027" in plain(row.words.text())
    assert stage(step, "down")[1] == "tidigast den 11 juni 2027"
    (row,) = step.notices.rows
    row.day.set_date(date(2027, 6, 1))
    row.act.click()  # too early
    assert {r.pill.text() for r in step.notices.rows} == {"ska anslås", "gäller inte"}
    assert stage(step, "post")[2] == "mend"
    again = step.notices.rows[0]
    again.day.set_date(date(2027, 6, 2))
    again.act.click()
    assert stage(step, "post")[1] == "den 2 juni 2027"
    room.qtbot.waitUntil(lambda: step.notices.rows[-1].isVisible())
    step.go_to(Place(Step.APPROVAL, field="notice"))
    focus = room.space.focusWidget()  # after a sheet the platform leaves no window active
    assert isinstance(focus, QWidget)
    assert step.notices.isAncestorOf(focus)


def test_a_shifted_last_day_is_shown_beside_the_earlier(room: Room, step: ApprovalStep) -> None:
    step.day.set_date(date(2027, 5, 20))  # a Thursday: the second day after is a Saturday
    step._approve()
    room.qtbot.waitUntil(lambda: room.view.meeting.state is MeetingState.APPROVED, timeout=60_000)
    room.idle()
    assert stage(step, "post")[1] == "senast den 22 maj 2027; fristen går ut den 24 maj 2027"


def test_a_correction_is_a_visible_act(room: Room, step: ApprovalStep, type_text: TypeText) -> None:
    assert step.corrections.isHidden()
    step._approve()
    room.qtbot.waitUntil(lambda: room.view.meeting.state is MeetingState.APPROVED, timeout=60_000)
    room.idle()
    step.corrections.new.click()
    form = step.corrections.form
    form.section.set_value(room.section(HARBOUR).section.id)
    form.accept()
    assert "vad som är fel" in form._problem.text()
    type_text(form.wrong, "tolv")
    type_text(form.right, "tjugo")
    assert form.person.text() == "Ada"
    form.accept()
    (correction,) = room.view.corrections
    assert (correction.wrong, correction.right, correction.person) == ("tolv", "tjugo", "Ada")
    number = room.section(HARBOUR).number
    assert f"i § {number} ska ”tolv” vara ”tjugo”. Ada" in plain(step.corrections.listed.text())
    assert form.isHidden()


def test_notes_of_the_justerare(room: Room, step: ApprovalStep, type_text: TypeText) -> None:
    step.notes.new.click()
    form = step.notes.form
    form.person.set_value(room.person("Sand"))
    form.section.set_value(room.section(HARBOUR).section.id)
    type_text(form.words, "Fel datum")
    form.accept()
    (row,) = step.notes.rows
    number = room.section(HARBOUR).number
    assert plain(row.words.text()) == f"§ {number}, Olle Sand (C): Fel datum"
    row.settle.click()
    assert room.view.draft_notes[0].settled
    assert step.notes.rows[0].pill.text() == "hanterad"
    step.notes.rows[0].go.click()
    assert room.space.step is Step.MINUTES
    assert room.space.minutes.chosen() == room.section(HARBOUR).section.id


def test_what_was_justerat_at_once_stands_in_the_step(opened: Room) -> None:
    room = opened
    section = room.section(HARBOUR).section.id
    for before in room.view.sections:
        room.session.do(Decide(before.section.id, usual_outcome(before)))
        if before.section.id == section:
            break
    room.session.do(DeclareImmediate(section))
    room.space.show_step(Step.MEETING)
    room.space.sitting.choose(section)
    room.space.sitting.live.page.immediate.approve.click()
    room.qtbot.waitUntil(lambda: room.section(HARBOUR).section.approved is not None, timeout=60_000)
    room.idle()
    assert [p.kind for p in room.view.papers] == [PaperKind.IMMEDIATE]
    step = close(room)
    assert step.immediate.isVisible()
    assert len(step.immediate.opens) == 1
    assert f"§ {room.section(HARBOUR).number}" in plain(step.notices.rows[0].title.text())
    step.notices.rows[0].day.set_date(DAY)
    step.notices.rows[0].act.click()
    assert room.view.notices[0].sections == (section,)


# --- Kontroll ----------------------------------------------------------------------------------------


def warnings(room: Room) -> list[str]:
    return [f.code for f in check(room.view, DAY) if f.severity is Severity.WARN]


def test_a_warning_is_let_stand_with_one_click_and_taken_up_again(opened: Room, type_text: TypeText) -> None:
    room = opened
    section = room.section(HARBOUR).section.id
    words = AddRemark(section, RemarkKind.NOTE, (room.person("Frid"),), words="isen är svag")
    room.session.do(words)
    step = close(room)
    assert "remark_not_permitted" in warnings(room)
    assert not step.approve.isEnabled()
    assert "godtas med ett skäl" in step.stages.hindrances.text()
    row = next(r for r in step.kontroll._rows.values() if "medgett anteckningen" in r.accessibleName())
    assert row.accept.isVisible()
    row.accept.click()
    assert row.reasons.isVisible()
    assert QApplication.focusWidget() is row.reasons.buttons[0]
    row.reasons.buttons[1].click()
    assert room.view.waivers[0].reason == "Ordföranden har godtagit det"
    assert "remark_not_permitted" not in warnings(room)
    assert step.approve.isEnabled()
    row = next(r for r in step.kontroll._rows.values() if "godtaget:" in r.accessibleName())
    row.again.click()
    assert not list(room.view.waivers)
    row = next(r for r in step.kontroll._rows.values() if "medgett anteckningen" in r.accessibleName())
    row.accept.click()
    row.reasons.own.setFocus()
    type_text(row.reasons.own, "Hen lovade det.\n")
    assert room.view.waivers[0].reason == "Hen lovade det."


def test_a_reason_written_during_the_meeting_strikes_no_klubba(opened: Room, type_text: TypeText) -> None:
    room = opened
    section = room.section(HARBOUR).section.id
    room.session.do(AddRemark(section, RemarkKind.NOTE, (room.person("Frid"),), words="isen är svag"))
    room.space.show_step(Step.MEETING)
    live = room.space.sitting.live
    live.choose(section)
    live.toggle_kontroll()
    row = next(r for r in live.kontroll._rows.values() if "medgett anteckningen" in r.accessibleName())
    row.accept.click()
    row.reasons.own.setFocus()
    type_text(row.reasons.own, "bra skäl\n")
    assert room.view.waivers[0].reason == "bra skäl"
    assert room.section(HARBOUR).section.outcome is None
    assert live.chosen() == section


def test_what_must_be_mended_offers_no_reason(opened: Room) -> None:
    room = opened
    section = room.section(HARBOUR).section.id
    room.session.do(AddMotion(section, MotionKind.REJECTION, (room.person("Lind"),)))  # does not serve
    room.space.show_step(Step.MEETING)
    live = room.space.sitting.live
    live.toggle_kontroll()
    blocked = [r for r in live.kontroll._rows.values() if "Måste rättas" in r.accessibleName()]
    assert blocked
    assert all(r.accept.isHidden() for r in blocked)


def test_the_panel_opens_the_reasons_of_one_finding_at_a_time() -> None:
    rows = [FindingRow(str(n), Tone.LOOK, f"Varning {n}", reasons=("Så var det",)) for n in (1, 2)]
    panel = FindingsPanel(rows)
    first, second = panel._rows.values()
    first.accept.click()
    second.accept.click()
    assert first.reasons.isHidden()
    assert not second.reasons.isHidden()
    given: list[tuple[str, str]] = []
    panel.waiveRequested.connect(lambda key, why: given.append((key, why)))
    second.reasons.buttons[0].click()
    assert given == [("2", "Så var det")]
