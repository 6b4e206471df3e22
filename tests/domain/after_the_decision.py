"""Meetings of the domain's tests with reservations, remarks, changed decisions, justering and anslag."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from namndstod.domain.deliberation import Deliberation, VoteView
from namndstod.domain.findings import Severity
from namndstod.domain.proceedings import (
    Ballot,
    Choice,
    Correction,
    DraftNote,
    Notice,
    Remark,
    RemarkKind,
    Reservation,
    Signature,
    Vote,
)
from namndstod.domain.records import (
    BlockKind,
    ConversionState,
    MeetingState,
    Outcome,
    Paper,
    PaperKind,
    SignedFile,
    Signer,
    TextBlock,
    TextRole,
)
from namndstod.domain.texts import Draft, fingerprint
from namndstod.domain.view import MeetingView

from .factory import DAY, NAMES, item, key, meeting, section

AFTER = DAY + timedelta(days=2)
JUSTERAT = DAY + timedelta(days=7)
ITEM = item(
    1, "Medel till hamnen", dnr="27RG1", clauses=("bevilja medel.",), documents=(ConversionState.DONE,)
)


def decided(text: str, edited: str | None = None) -> TextBlock:
    """A decision of § 1 as the program fixed it at the klubba, and as a person left it."""
    mark = fingerprint([Draft(BlockKind.PARAGRAPH, text)])
    return TextBlock(
        id="d",
        role=TextRole.DECISION,
        kind=BlockKind.PARAGRAPH,
        position=1,
        section_id="s1",
        generated=text,
        edited=edited,
        fingerprint=mark,
    )


def held(
    said: Deliberation | None = None,
    *,
    outcome: Outcome | None = Outcome.APPROVED,
    state: MeetingState = MeetingState.CLOSED,
    text: TextBlock | None = None,
    authority: bool = False,
    **of_section: object,
) -> MeetingView:
    """A meeting with one § in which all five ledamöter serve."""
    first = replace(section(1, 1, "item1", outcome), **of_section)  # type: ignore[arg-type]
    matter = replace(ITEM, item=replace(ITEM.item, authority=authority))
    blocks = [text or decided("Nämnden beviljar medel.")]
    view = meeting(matter, state=state, sections=[first], section_blocks=blocks)
    return replace(view, deliberations={"s1": said} if said else {})


def justerat(*notices: Notice, **changes: object) -> MeetingView:
    """The same meeting, justerat a week after its day."""
    view = held(state=MeetingState.APPROVED)
    approved = replace(view.meeting, approval_date=JUSTERAT)
    return replace(view, meeting=approved, notices=notices, **changes)  # type: ignore[arg-type]


def notice(posted: date, taken_down: date | None = None, *sections: str) -> Notice:
    return Notice(
        id=f"n{posted}", meeting_id="meeting", sections=sections, posted=posted, taken_down=taken_down
    )


def reserves(*names: str, **fields: object) -> Reservation:
    persons = tuple(key(name) for name in names)
    return Reservation(id="r", section_id="s1", position=1, persons=persons, **fields)  # type: ignore[arg-type]


def says(*names: str, permitted: bool | None = True, **fields: object) -> Remark:
    persons = tuple(key(name) for name in names)
    values = {"kind": RemarkKind.NOTE, "words": "kajen är gammal", **fields}
    return Remark(
        id="m", section_id="s1", position=1, persons=persons, permitted=permitted, **values  # type: ignore[arg-type]
    )  # fmt: skip


def voted(**choices: Choice) -> VoteView:
    """An open vote, by first names."""
    vote = Vote(id="v", section_id="s1", yes="proposal", no="rejection")
    ballots = (
        Ballot(id=f"b{n}", section_id="s1", vote_id="v", person_id=who, choice=choice, position=n)
        for n, (who, choice) in enumerate(choices.items(), 1)
    )
    return VoteView(vote, tuple(ballots), 1)


def remitted(text: str) -> MeetingView:
    return held(outcome=Outcome.REMITTED, text=replace(decided("x"), generated=None, edited=text))


POSTED = JUSTERAT + timedelta(days=1)
BO = DraftNote(id="dn", meeting_id="meeting", section_id="s1", person_id="bo", words="stavfel på rad 2")
REFUSES = Signature(id="sig", meeting_id="meeting", person_id="bo", refused=("s1",), reason="fel beslut")
NAMELESS = Correction(
    id="c", meeting_id="meeting", section_id="s1", day=POSTED, wrong="12", right="21", person=" "
)

SENT = datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC) + timedelta(days=2)
MINUTES = Paper(id="p", meeting_id="meeting", kind=PaperKind.MINUTES, pdf_sha="a" * 64, pages=3, made_at=SENT)


def out(*files: SignedFile, **customs: object) -> MeetingView:
    """The same meeting, out for signing."""
    view = held()
    sent = replace(view.meeting, sent_for_signing=SENT)
    term = replace(view.term, customs=replace(view.customs, **customs))  # type: ignore[arg-type]
    return replace(view, meeting=sent, term=term, papers=(MINUTES,), signed_files=files)


def signed(*signers: Signer, problem: str = "", paper_id: str = "p", after: int = 1) -> SignedFile:
    """A signed file that came back some days after the minutes went out."""
    return SignedFile(
        id=f"f{after}",
        meeting_id="meeting",
        paper_id=paper_id,
        file_sha="b" * 64,
        taken_in_at=SENT + timedelta(days=after),
        same_document=not problem,
        problem=problem,
        signers=signers,
    )


SPOILED: dict[str, tuple[Callable[[], MeetingView], date, Severity]] = {
    "authority_must_decide": (
        lambda: held(Deliberation(not_taking_part=frozenset({"eva"})), authority=True),
        AFTER,
        Severity.WARN,
    ),
    "remit_incomplete": (lambda: remitted("återremittera ärendet."), AFTER, Severity.WARN),
    "initiative": (
        lambda: held(outcome=None, state=MeetingState.OPEN, initiative_by="eva"),
        DAY,
        Severity.INFORM,
    ),
    "list_changed": (lambda: held(initiative_by="eva"), AFTER, Severity.INFORM),
    "may_not_reserve": (
        lambda: held(Deliberation(reservations=(reserves("Frida Gran"),))),
        AFTER,
        Severity.BLOCK,
    ),
    "reasons_missing": (
        lambda: held(Deliberation(reservations=(reserves(NAMES[4], written=True),))),
        AFTER,
        Severity.WARN,
    ),
    "remark_not_permitted": (
        lambda: held(Deliberation(remarks=(says(NAMES[4], permitted=None),))),
        AFTER,
        Severity.WARN,
    ),
    "remark_by_outsider": (
        lambda: held(Deliberation(remarks=(says("Frida Gran"),))),
        AFTER,
        Severity.WARN,
    ),
    "decision_changed": (
        lambda: held(text=decided("Nämnden beviljar medel.", "Nämnden nekar medel.")),
        AFTER,
        Severity.WARN,
    ),
    "immediate_unfinished": (lambda: held(immediate=True), AFTER, Severity.BLOCK),
    "refused_section": (lambda: justerat(signatures=(REFUSES,)), POSTED, Severity.INFORM),
    "draft_note": (lambda: replace(held(), draft_notes=(BO,)), AFTER, Severity.INFORM),
    "not_the_frozen_document": (
        lambda: out(signed(problem="Det är en annan handling.")),
        AFTER,
        Severity.BLOCK,
    ),
    "no_signed_file": (
        lambda: out(digital_signing=True),
        SENT.date() + timedelta(days=6),
        Severity.INFORM,
    ),
    "notice_due": (justerat, POSTED, Severity.WARN),
    "appeal_period": (lambda: justerat(notice(POSTED)), POSTED, Severity.INFORM),
    "notice_up": (lambda: justerat(notice(POSTED)), POSTED, Severity.WARN),
    "notice_early": (
        lambda: justerat(notice(POSTED, POSTED + timedelta(days=3))),
        POSTED + timedelta(days=4),
        Severity.BLOCK,
    ),
    "carried_out": (lambda: justerat(notice(POSTED)), POSTED, Severity.INFORM),
    "correction_incomplete": (lambda: justerat(corrections=(NAMELESS,)), POSTED, Severity.BLOCK),
}
