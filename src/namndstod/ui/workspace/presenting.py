"""How a meeting is put into words and rows for the window. No widgets here."""

from __future__ import annotations

from collections.abc import Sequence

from namndstod.domain import presence
from namndstod.domain.delegation_lists import total
from namndstod.domain.editions import shown_heading, shown_title
from namndstod.domain.expediting import waiting
from namndstod.domain.findings import Finding, Severity, Step
from namndstod.domain.proceedings import Adjournment
from namndstod.domain.records import (
    ItemKind,
    ItemPurpose,
    Mandate,
    MeetingState,
    Outcome,
    Role,
    SectionState,
    TextRole,
)
from namndstod.domain.swedish import at_clock, clock, clock_span, counted, day_month, whole_number
from namndstod.domain.texts import fingerprint, is_blank
from namndstod.domain.view import ItemView, MeetingView, SectionView
from namndstod.ui.kit import header
from namndstod.ui.kit.item_model import ItemRow, PillSpec
from namndstod.ui.kit.tokens import Tone

STEPS: dict[Step, str] = {
    Step.CALL: "Kallelse",
    Step.PAPERS: "Handlingar",
    Step.MEETING: "Sammanträde",
    Step.MINUTES: "Protokoll",
    Step.APPROVAL: "Justering",
    Step.EXPEDITING: "Expediering",
}
KINDS: dict[ItemKind, str] = {
    ItemKind.DECISION: "Beslutsärende",
    ItemKind.INFORMATION: "Information",
    ItemKind.ELECTION: "Val",
    ItemKind.REPORT: "Anmälan",
    ItemKind.FORMAL: "Formalia",
}
ROLES: dict[Role, str] = {
    Role.CHAIR: "ordförande",
    Role.VICE_CHAIR: "vice ordf.",
    Role.SECOND_VICE_CHAIR: "2:e vice",
}
TONES: dict[Severity, Tone] = {
    Severity.BLOCK: Tone.MEND,
    Severity.WARN: Tone.LOOK,
    Severity.INFORM: Tone.INFO,
}
OUTCOME_PILLS: dict[Outcome, tuple[str, Tone]] = {
    Outcome.APPROVED: ("klubbad", Tone.DONE),
    Outcome.CHANGED: ("ändrat beslut", Tone.DONE),
    Outcome.REJECTED: ("avslag", Tone.DONE),
    Outcome.TABLED: ("bordlagd", Tone.LOOK),
    Outcome.REMITTED: ("återremiss", Tone.LOOK),
    Outcome.WITHDRAWN: ("utgår", Tone.NEUTRAL),
    Outcome.NOTED: ("klar", Tone.DONE),
}
_FINISHED = (MeetingState.CLOSED, MeetingState.APPROVED)


def crumb(view: MeetingView, *, short: bool = False) -> str:
    """«Regional tillväxtnämnd · sammanträde 14 maj 2027 · kl. 10.00, Sal Linden»; `short` without those."""
    meeting = view.meeting
    if short:
        return f"{view.term.name} · {day_month(meeting.day)} {meeting.day.year}"
    when = clock_span(meeting.starts, None, view.customs.time_separator)
    where = ", ".join(filter(None, (when, meeting.place)))
    day = f"sammanträde {day_month(meeting.day)} {meeting.day.year}"
    return " · ".join(filter(None, (view.term.name, day, where)))


def header_steps(view: MeetingView, findings: Sequence[Finding]) -> tuple[header.Step, ...]:
    """How each step stands: done, or with so many findings to look at (what only informs is not counted)."""
    steps = []
    for step, text in STEPS.items():
        if step is Step.EXPEDITING:
            steps.append(_expediting_step(view, findings))
            continue
        here = [f for f in findings if f.place.step is step and f.severity is not Severity.INFORM]
        if view.meeting.state is MeetingState.APPROVED:
            here = []
        tone = Tone.MEND if any(f.severity is Severity.BLOCK for f in here) else Tone.LOOK
        steps.append(header.Step(step.value, text, _done(view, step), len(here), tone))
    return tuple(steps)


def _expediting_step(view: MeetingView, findings: Sequence[Finding]) -> header.Step:
    """How the expediering stands: done, or so many recipients left; its work begins with the justering."""
    left = sum(len(found) for _, found in waiting(view))
    here = [f for f in findings if f.place.step is Step.EXPEDITING and f.severity is not Severity.INFORM]
    done = view.meeting.state is MeetingState.APPROVED and not left
    tone = Tone.LOOK if here else Tone.INFO
    return header.Step(Step.EXPEDITING.value, STEPS[Step.EXPEDITING], done, left, tone)


def _done(view: MeetingView, step: Step) -> bool:
    state = view.meeting.state
    if step in (Step.CALL, Step.PAPERS):
        return view.held or state is MeetingState.CALLED
    if step is Step.MEETING:
        return state in _FINISHED
    if step is Step.MINUTES:
        return state in _FINISHED and all(_written(s) for s in view.sections)
    return state is MeetingState.APPROVED


def _written(section: SectionView) -> bool:
    return not section.wants_decision or section.section.state is SectionState.DECIDED


def section_label(section: SectionView) -> str:
    """«§ 44», or «–» for one that gets no number."""
    return f"§ {section.number}" if section.number is not None else "–"


def section_title(section: SectionView) -> str:
    """«§ 44 Medfinansiering av projekt Grön hamn»."""
    number = f"§ {section.number} " if section.number is not None else ""
    return f"{number}{section.heading or 'Utan rubrik'}"


def section_meta(section: SectionView) -> str:
    """«Dnr 27RT118 · Bordlagt § 44 2027-04-09 · föredragande Ines Falk», or nothing."""
    parts = [f"Dnr {section.diary_number}"] if section.diary_number else []
    if section.item is not None and section.item.origin is not None:
        parts.append(section.item.origin.words)
    presenters = section.item.item.presenters if section.item else ()
    if presenters:
        parts.append(f"föredragande {', '.join(presenters)}")
    return " · ".join(parts)


def section_pill(section: SectionView) -> PillSpec | None:
    """The word for how a § ended."""
    outcome = section.section.outcome
    if section.section.state is not SectionState.DECIDED or outcome is None:
        return None
    if outcome is Outcome.APPROVED and section.parts[TextRole.DECISION].blank:
        return PillSpec("klar", Tone.DONE)
    text, tone = OUTCOME_PILLS[outcome]
    return PillSpec(text, tone)


def section_row(section: SectionView) -> ItemRow:
    """A § in a list."""
    pill = section_pill(section)
    if pill is None and section.presence.announced:
        pill = PillSpec("jäv anmält", Tone.LOOK)
    return ItemRow(
        id=section.section.id,
        number=section_label(section),
        title=shown_heading(section) or "Utan rubrik",
        pills=(pill,) if pill else (),
        muted=section.section.outcome is Outcome.WITHDRAWN,
    )


def item_row(item: ItemView) -> ItemRow:
    """An item of the föredragningslista."""
    what = item.origin.words if item.origin is not None else KINDS[item.item.kind]
    note = " · ".join(filter(None, (item.diary_number, what) if item.origin else (what, item.diary_number)))
    return ItemRow(
        id=item.item.id, number=str(item.item.number), title=shown_title(item) or "Utan rubrik", note=note
    )


def serving_summary(view: MeetingView, section: SectionView | None = None) -> tuple[str, Tone]:
    """«tjänstgör 13 av 15, minst 8», with a red word when the body is not competent to decide."""
    here = section.presence if section is not None else view.opening_presence
    return serving_words(len(here.serving), view.term.seats)


def serving_words(serving: int, seats: int) -> tuple[str, Tone]:
    """«tjänstgör 13 av 15, minst 8», for any number."""
    least = presence.quorum(seats)
    short = serving < least
    text = f"tjänstgör {serving} av {seats}, minst {least}"
    return (f"ej beslutsför: {text}", Tone.MEND) if short else (text, Tone.INFO)


def leader(view: MeetingView, section: SectionView | None, *, short: bool = False) -> tuple[str, str]:
    """«ordf. Karin Ek (S)», «leder: Olle Sand (C)»: who leads in the §, or at the upprop; and its tone.

    `short`: by surname, where there is little room.
    """
    chair = view.leader(section.presence if section is not None else view.opening_presence)
    if chair is None:
        return "ingen leder" if short else "ingen leder sammanträdet", "mend"
    ordinary = any(m.person_id == chair and m.role is Role.CHAIR for m in view.members)
    name = view.people[chair].surname if short else view.label(chair)
    return f"{'ordf.' if ordinary else 'leder:'} {name}", "muted"


def mandate_note(mandate: Mandate) -> str:
    """«vice ordf.», or nothing for a ledamot or an ersättare."""
    return ROLES.get(mandate.role, "")


def in_short(pills: Sequence[tuple[str, Tone]]) -> list[tuple[str, Tone]]:
    """Say the same in fewer words, for a narrow head: «öppet 10.00», «9 av 11, minst 6»."""
    short = []
    for text, tone in pills:
        fewer = text.replace(" sedan", "").replace("tjänstgör ", "")
        short.append((fewer.split(", minst")[0] if tone is Tone.MEND else fewer, tone))
    return short


def paused(view: MeetingView) -> Adjournment | None:
    """Return the pause that goes on now (ajournering), if there is one."""
    if view.meeting.state is not MeetingState.OPEN:
        return None
    return next((a for a in view.adjournments if a.ended is None), None)


def state_pill(view: MeetingView) -> tuple[str, Tone]:
    """How the meeting itself stands: «öppet sedan 10.02», «ajournerat sedan 11.42», «avslutat 11.40»."""
    meeting, separator = view.meeting, view.customs.time_separator
    pause = paused(view)
    if pause is not None:
        return f"ajournerat sedan {clock(pause.began, separator)}", Tone.LOOK
    if meeting.state is MeetingState.OPEN:
        since = f" sedan {clock(meeting.opened_at, separator)}" if meeting.opened_at else ""
        return f"öppet{since}", Tone.DONE
    if meeting.state is MeetingState.CLOSED:
        at = f" {at_clock(meeting.closed_at, separator)}" if meeting.closed_at else ""
        return f"avslutat{at}", Tone.NEUTRAL
    if meeting.state is MeetingState.APPROVED:
        return "justerat", Tone.DONE
    if meeting.state is MeetingState.CANCELLED:
        return "inställt", Tone.MEND
    if meeting.state is MeetingState.CALLED and meeting.called_at:
        return f"utsänd {day_month(meeting.called_at.astimezone().date())}", Tone.DONE
    return "inte utsänd", Tone.NEUTRAL


def says_it_once(section: SectionView) -> bool:
    """Whether a formal § (Protokollsjustering) states its decision alone, as on paper."""
    purpose = section.item.item.purpose if section.item else None
    return purpose is not None and not section.parts[TextRole.DECISION].blank


def usual_outcome(section: SectionView) -> Outcome:
    """What one stroke of the klubba means in a § of this kind, given what is written in it."""
    decision, proposal = section.parts[TextRole.DECISION], section.parts[TextRole.PROPOSAL]
    # A decision of one's own only exists before the klubba when somebody wrote it («Ändra»).
    if not decision.blank and fingerprint(decision.drafts) != fingerprint(proposal.drafts):
        return Outcome.CHANGED
    item = section.item.item if section.item else None
    if item is not None and proposal.blank and item.kind in (ItemKind.INFORMATION, ItemKind.REPORT):
        return Outcome.NOTED
    return Outcome.APPROVED


def needs_words(section: SectionView) -> bool:
    """Whether the klubba would fall on nothing: a matter to decide without proposal or decision."""
    return (
        section.section.state is SectionState.OPEN
        and section.wants_decision
        and section.parts[TextRole.DECISION].blank
        and section.parts[TextRole.PROPOSAL].blank
    )


def written_by_itself(view: MeetingView, item: ItemView) -> str:
    """Say what the program writes in an item by itself, where that is not yet to be seen; else nothing."""
    own = not is_blank(item.text(TextRole.PROPOSAL))
    if item.item.purpose is ItemPurpose.DELEGATED:
        number, whole = len(item.delegated), total(item.delegated)
        told = "Inga delegationsbeslut anmäls här än."
        if item.delegated:
            amount = f", {whole_number(whole)} kr" if whole is not None else ""
            told = f"{counted(number, 'delegationsbeslut', 'delegationsbeslut')} anmäls här{amount}."
        proposal = "" if own else " Förslaget att godkänna redovisningen skrivs av Nämndstöd."
        return f"{told} Besluten väljs under Delegationsbeslut i menyn.{proposal}"
    if item.item.purpose is None or view.approvers or own:
        return ""
    return (
        "Förslaget skrivs av Nämndstöd när justerare är valda i steget Justering. "
        "Skriv här om det ska lyda på annat sätt."
    )
