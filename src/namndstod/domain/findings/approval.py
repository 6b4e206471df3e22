"""Rules about justering (law.md 28–30)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .. import signed_files, signing
from ..deadlines import approval_limit
from ..facts import TO_FILL_IN
from ..records import Approver, MeetingState, SectionState, TextRole
from ..swedish import counted, listed, long_date, section_range
from ..view import MeetingView, SectionView
from .finding import Finding, Mend, MendKind, Place, Severity, Step
from .sections import held_sections, named

_SOURCE = "KL 5 kap. 69 §"
_CHOICE = Place(Step.APPROVAL, field="approvers")


def no_approver(view: MeetingView, today: date) -> Iterator[Finding]:
    """The chair and normally one ledamot approve the minutes (KL 5:69); some bodies have two."""
    wanted = view.customs.approvers
    if len(view.approvers) >= wanted:
        return
    closed = view.meeting.state is MeetingState.CLOSED
    if not view.approvers:
        severity = Severity.BLOCK if closed else Severity.WARN if view.held else Severity.INFORM
        message = "Ingen justerare är vald."
    else:
        severity = Severity.WARN if view.held else Severity.INFORM
        message = f"Nämnden har {wanted} justerare; {counted(len(view.approvers), 'är vald', 'är valda')}."
    yield Finding("no_approver", severity, _CHOICE, message, _SOURCE, subject="approvers")


def approver_did_not_serve(view: MeetingView, today: date) -> Iterator[Finding]:
    """A justerare has served in the §§ that they approve; else another one approves them (rule 28)."""
    if not view.held:
        return
    for approver in view.approvers:
        missed = [s for s in view.sections if s.section.approved is None and not _covered(view, approver, s)]
        if missed:
            where = section_range(s.number for s in missed if s.number is not None)
            yield Finding(
                "approver_did_not_serve",
                Severity.WARN,
                _CHOICE,
                f"{view.label(approver.person_id)} tjänstgjorde inte i {where}. "
                "Välj annan justerare för paragrafen.",
                f"{_SOURCE}; praxis",
                subject=approver.person_id,
            )


def _covered(view: MeetingView, approver: Approver, section: SectionView) -> bool:
    """Whether the justerare, their ersättare, or one chosen beyond the usual number served in the §."""
    extra = (a.person_id for a in view.approvers[view.customs.approvers :])
    who = (approver.person_id, approver.substitute_id, *extra)
    return any(person is not None and section.presence.serves(person) for person in who)


def deadline(view: MeetingView, today: date) -> Iterator[Finding]:
    """Justering at the latest 14 days after the meeting; both days where the last is moved (KL 5:69)."""
    if view.meeting.state is not MeetingState.CLOSED:
        return
    until = approval_limit(view.meeting.end_day or view.meeting.day, view.customs.approval_days)
    if today > until.last:
        severity = Severity.WARN
        message = f"Fristen passerade {long_date(until.last)}; justera och anslå ändå."
    else:
        severity = Severity.WARN if (until.planned - today).days <= 3 else Severity.INFORM
        moved = f" (fristen flyttas till {long_date(until.last)})" if until.moved else ""
        message = f"Justeras senast {long_date(until.planned)}{moved}."
    yield Finding(
        "approval_deadline", severity, Place(Step.APPROVAL), message, f"{_SOURCE}; lag (1930:173) 2 §"
    )


def immediate_unfinished(view: MeetingView, today: date) -> Iterator[Finding]:
    """A § that is justerad at once stands finished in writing, and is justerad now (practice)."""
    for section in held_sections(view):
        if not section.section.immediate or section.section.approved is not None:
            continue
        if section.section.state is SectionState.DECIDED or view.meeting.state is MeetingState.CLOSED:
            yield Finding(
                "immediate_unfinished",
                Severity.BLOCK,
                Place(Step.MINUTES, section_id=section.section.id, role=TextRole.DECISION),
                f"{named(section)}: Paragrafen måste finnas färdig i skrift och justeras nu.",
                "praxis",
            )


def unfinished(section: SectionView) -> str:
    """Say what hinders that a § is justerad at once: nothing, when its text is finished (rule 30)."""
    if section.section.state is not SectionState.DECIDED:
        return "den är inte avgjord"
    decision = section.parts[TextRole.DECISION]
    if decision.blank:
        return "beslutet saknas"
    gaps = any(TO_FILL_IN in d.text for part in section.parts.values() for d in part.drafts)
    return "något är inte ifyllt" if gaps else ""


def refused_section(view: MeetingView, today: date) -> Iterator[Finding]:
    """A § that a justerare refuses goes to the next meeting (KL 5:69)."""
    for signature in view.signatures:
        numbers = [s.number for s in view.sections if s.section.id in signature.refused and s.number]
        if numbers:
            yield Finding(
                "refused_section",
                Severity.INFORM,
                Place(Step.APPROVAL, field="signatures"),
                f"{view.label(signature.person_id)} justerar inte {section_range(numbers)}: nämnden prövar "
                "justeringen vid nästa sammanträde.",
                _SOURCE,
                subject=signature.person_id,
            )


def draft_note(view: MeetingView, today: date) -> Iterator[Finding]:
    """What a justerare says of the draft is looked at before it is signed (practice)."""
    if view.meeting.state is MeetingState.APPROVED:
        return
    for note in view.draft_notes:
        section = view.section(note.section_id)
        if not note.settled and section is not None:
            yield Finding(
                "draft_note",
                Severity.INFORM,
                Place(Step.MINUTES, section_id=note.section_id),
                f"{named(section)}, {view.label(note.person_id)}: {note.words.rstrip('.')}.",
                "praxis",
                subject=note.id,
            )


SIGNED_FILE_DAYS = 5  # days after which it is said that no signed file has come back


def not_the_frozen_document(view: MeetingView, today: date) -> Iterator[Finding]:
    """A signed file is the frozen protokoll with nothing but signatures added (eIDAS art. 26 d)."""
    for file in signed_files.files(view):
        if not file.same_document:
            yield Finding(
                "not_the_frozen_document",
                Severity.BLOCK,
                Place(Step.APPROVAL, field="signed_file"),
                "Den undertecknade filen är inte det låsta protokollet. Ta bort den och ta emot rätt fil.",
                f"{_SOURCE}; eIDAS art. 26",
                (Mend("Ta bort filen", MendKind.REMOVE_SIGNED, (file.id,)),),
                subject=file.id,
            )


def no_signed_file(view: MeetingView, today: date) -> Iterator[Finding]:
    """Where minutes are signed electronically, the signed file comes back within some days (practice)."""
    sent = view.meeting.sent_for_signing
    if sent is None or view.meeting.state is MeetingState.APPROVED or not view.customs.digital_signing:
        return
    since = sent.astimezone().date()
    if today - since > timedelta(days=SIGNED_FILE_DAYS) and not signed_files.files(view):
        waits = listed([view.label(who[0]) for who in signing.waiting_for(view)])
        yield Finding(
            "no_signed_file",
            Severity.INFORM,
            Place(Step.APPROVAL, field="signed_file"),
            f"Protokollet skickades för underskrift {long_date(since)}. Ingen undertecknad fil är mottagen."
            + (f" Underskrift väntas från {waits}." if waits else ""),
            "praxis",
        )
