"""Commands of what follows the decisions, as test_every_command and test_after tries them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from namndstod.domain.findings import Severity, check
from namndstod.domain.marks import with_mark
from namndstod.domain.proceedings import (
    Assignment,
    Choice,
    MotionKind,
    Remark,
    RemarkKind,
    Reservation,
    Vote,
)
from namndstod.domain.records import (
    Dispatch,
    MarkKind,
    Meeting,
    PaperKind,
    Recipient,
    SignedFile,
    Signer,
    SupportingDocument,
    TextRole,
)
from namndstod.services.commands.agenda import SetRecipients
from namndstod.services.commands.base import Command
from namndstod.services.commands.decided import TakeDecided
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.expediting import (
    ChangeDispatch,
    ChangeRecipient,
    Expedite,
    NoteDispatch,
    RemoveDispatch,
    Sending,
)
from namndstod.services.commands.immediate import ApproveImmediately, DeclareImmediate
from namndstod.services.commands.motions import AddMotion
from namndstod.services.commands.notices import AddCorrection, PostNotice, TakeDownNotice
from namndstod.services.commands.publishing import PublishEdition
from namndstod.services.commands.remarks import (
    AddAssignment,
    AddRemark,
    FinishAssignment,
    PermitRemark,
    ReceiveReasons,
    ReceiveStatement,
    RemoveAssignment,
    RemoveRemark,
    RemoveReservation,
    Reserve,
    ReserveFallen,
    ReserveVotersAgainst,
)
from namndstod.services.commands.secrecy import DropLostMark, MarkText, MarkWords, WithholdPages
from namndstod.services.commands.signed_files import JudgeSigned, RemoveSigned, SignByFile, TakeInSigned
from namndstod.services.commands.signing import (
    NoteOnDraft,
    RefuseSections,
    SendForSigning,
    SettleNote,
    Sign,
    WithdrawFromSigning,
)
from namndstod.services.commands.texts import TakeGenerated, WriteText
from namndstod.services.commands.voting import CastBallot, OpenVote, PutProposition, RequestVote
from namndstod.services.commands.waiving import Unwaive, Waive

from .helpers import DAY, House, made, paragraphs

Make = Callable[[House, str], Command]
SIGNED = DAY + timedelta(days=6)


def stale(house: House, meeting: str) -> tuple[str, str, str]:
    """The warning of the prepared meeting: a decision changed by hand whose proposal was changed since."""
    return meeting, "facts_changed", f"{house.sections(meeting)[0].id}:decision"


def unwaive(house: House, meeting: str) -> Command:
    house.session.do(Waive(*stale(house, meeting), "Så sades det."))
    return Unwaive(*stale(house, meeting))


def waive_all(house: House, meeting: str) -> None:
    """Give every warning a reason, so that the meeting can be justerat."""
    for finding in check(house.view(meeting), house.session.today):
        if finding.severity is Severity.WARN:
            house.session.do(Waive(meeting, finding.code, finding.key, "Godtaget av ordföranden."))


def prepare(house: House, meeting: str) -> None:
    """Something said of the second §, an uppdrag, and marked words that the first § no longer holds."""
    first, second = (s.id for s in house.sections(meeting)[:2])
    do = house.session.do
    do(WriteText(TextRole.DECISION, paragraphs("Rut Alm får stöd."), section_id=first))
    do(MarkWords(TextRole.DECISION, "Rut Alm", MarkKind.PERSONAL, section_id=first))
    do(TakeGenerated(first, TextRole.DECISION))
    do(Reserve(second, (house.people["Holmsjö"], house.people["Isborg"]), written=True))
    do(AddRemark(second, RemarkKind.STATEMENT, (house.people["Fyrmark"],), permitted=True))
    do(AddAssignment(second, "Förvaltningen", "utreda isvägarna", date(2026, 9, 1)))
    do(SetRecipients(house.view(meeting).items[1].item.id, ("Rederiet",)))


def one(house: House, kind: type[Reservation | Remark | Assignment]) -> str:
    return house.find(kind)[0].id


def vote(house: House, meeting: str, *against: str, section: int = 2) -> str:
    """An omröstning in a §: those named vote nej, all others ja. Returns its id."""
    do, people = house.session.do, house.people
    section_id = house.sections(meeting)[section].id
    do(AddMotion(section_id, MotionKind.REJECTION, (people["Holmsjö"],)))
    put = made(do(PutProposition(section_id, carried="proposal")).result)
    do(RequestVote(put))
    do(OpenVote(put, "proposal", "rejection"))
    (opened,) = house.find(Vote, section_id=section_id)
    for serving in house.view(meeting).sections[section].presence.serving:
        name = next(n for n, i in people.items() if i == serving.person_id)
        do(CastBallot(opened.id, serving.person_id, Choice.NO if name in against else Choice.YES))
    return opened.id


def fallen(house: House, meeting: str, *movers: str, section: int = 2) -> str:
    """A § in which those named yrkar avslag and the proposal is carried by acclamation. Returns its id."""
    section_id = house.sections(meeting)[section].id
    who = tuple(house.people[name] for name in movers)
    house.session.do(AddMotion(section_id, MotionKind.REJECTION, who))
    house.session.do(PutProposition(section_id, carried="proposal"))
    return section_id


def note(house: House, meeting: str) -> str:
    said = NoteOnDraft(house.sections(meeting)[0].id, house.people["Fyrmark"], "Fel datum.")
    return made(house.session.do(said).result)


def immediately(house: House, meeting: str) -> Command:
    second = house.sections(meeting)[1].id
    house.session.do(DeclareImmediate(second))
    return ApproveImmediately(meeting, (second,), DAY, house.paper(PaperKind.IMMEDIATE))


def send(house: House, meeting: str) -> None:
    """Let the minutes of a closed meeting be out for signing."""
    waive_all(house, meeting)
    house.session.do(SendForSigning(meeting, house.paper(PaperKind.MINUTES, b"%PDF-att skriva under")))


def take_in(house: House, meeting: str, *names: str, problem: str = "") -> Command:
    """A signed file comes back, signed by those named six days after the meeting."""
    kept = house.session.binder.files.keep("".join((*names, problem)).encode()).sha256
    labels = {p: house.view(meeting).people[i].name for p, i in house.people.items()}
    at = f"{SIGNED}T10:00:00+00:00"
    signers = tuple(Signer(name=labels[n], signed_at=at) for n in names)
    return TakeInSigned(meeting, kept, not problem, problem, signers)


def taken_in(house: House, meeting: str, *names: str, problem: str = "") -> SignedFile:
    """The same, done."""
    taken = made(house.session.do(take_in(house, meeting, *names, problem=problem)).result)
    return house.get(SignedFile, taken)


def judged(house: House, meeting: str) -> Command:
    file = taken_in(house, meeting, "Ekdal")
    trusted = tuple(replace(s, trusted=True) for s in file.signers)
    return JudgeSigned(file.id, True, "", trusted)


def taken_down(house: House, meeting: str) -> Command:
    approved = house.get(Meeting, meeting).approval_date
    assert approved is not None
    up = made(house.session.do(PostNotice(meeting, approved)).result)
    return TakeDownNotice(up, approved + timedelta(days=40))


def line(house: House, meeting: str) -> Dispatch:
    """A line of the ledger that waits."""
    noted = NoteDispatch(meeting, house.sections(meeting)[0].id, "Revisorerna")
    return house.get(Dispatch, made(house.session.do(noted).result))


def expedited(house: House, meeting: str) -> Command:
    """A § to one who was written down before, and to another."""
    waits = line(house, meeting)
    sendings = tuple(
        Sending((waits.section_id,), name, "post", "", party, house.paper(PaperKind.EXTRACT))
        for name, party in ((waits.recipient, False), ("Rederiet", True))
    )
    return Expedite(meeting, SIGNED, "AB", sendings)


def marked(house: House, meeting: str) -> Command:
    """Mark words of what the program wrote by itself."""
    shown = next(s for s in house.view(meeting).sections if not s.parts[TextRole.RESERVATIONS].blank)
    first, *rest = shown.parts[TextRole.RESERVATIONS].drafts
    drafts = (with_mark(first, MarkKind.PERSONAL, [(0, 9)]), *rest)
    return MarkText(TextRole.RESERVATIONS, drafts, section_id=shown.section.id)


def published(house: House, meeting: str) -> Command:
    """Keep a web version, when the text that lost a mark has been read."""
    house.session.do(DropLostMark(house.sections(meeting)[0].id, TextRole.DECISION))
    paper = replace(house.paper(PaperKind.PUBLIC), edition="public", of=("kallelse",))
    return PublishEdition(meeting, (paper,))


OPEN: dict[str, Make] = {
    "Waive": lambda h, m: Waive(*stale(h, m), "Så sades det."),
    "Unwaive": unwaive,
    "Reserve": lambda h, m: Reserve(h.sections(m)[1].id, (h.people["Grönvik"],), "proposal"),
    "ReserveVotersAgainst": lambda h, m: ReserveVotersAgainst(vote(h, m, "Isborg", "Holmsjö")),
    "ReserveFallen": lambda h, m: ReserveFallen(fallen(h, m, "Isborg", "Holmsjö")),
    "ReceiveReasons": lambda h, m: ReceiveReasons(one(h, Reservation), DAY),
    "RemoveReservation": lambda h, m: RemoveReservation(one(h, Reservation)),
    "RemoveReservation of one": lambda h, m: RemoveReservation(one(h, Reservation), h.people["Isborg"]),
    "AddRemark": lambda h, m: AddRemark(
        h.sections(m)[1].id, RemarkKind.NOTE, parties=("M", "C"), words="isen är svag"
    ),
    "PermitRemark": lambda h, m: PermitRemark(one(h, Remark), permitted=False),
    "ReceiveStatement": lambda h, m: ReceiveStatement(one(h, Remark), DAY),
    "RemoveRemark": lambda h, m: RemoveRemark(one(h, Remark)),
    "AddAssignment": lambda h, m: AddAssignment(h.sections(m)[1].id, "Direktören", "svara rederiet"),
    "RemoveAssignment": lambda h, m: RemoveAssignment(one(h, Assignment)),
    "Edit reservation": lambda h, m: Edit(
        replace(h.find(Reservation)[0], words="i enlighet med vad partiet anfört"), "words"
    ),
    "TakeDecided": lambda h, m: TakeDecided(h.sections(m)[0].id),
    "DeclareImmediate": lambda h, m: DeclareImmediate(h.sections(m)[1].id),
    "NoteOnDraft": lambda h, m: NoteOnDraft(h.sections(m)[0].id, h.people["Fyrmark"], "Fel datum."),
    "SettleNote": lambda h, m: SettleNote(note(h, m)),
}
BARRIERS: dict[str, Make] = {
    "ApproveImmediately": immediately,
    "SendForSigning": lambda h, m: SendForSigning(m, h.paper(PaperKind.MINUTES)),
    "WithdrawFromSigning": lambda h, m: WithdrawFromSigning(m, "Fel bilaga."),
}
WHILE_SIGNED: dict[str, Make] = {
    "Sign": lambda h, m: Sign(m, h.people["Fyrmark"], SIGNED),
    "RefuseSections": lambda h, m: RefuseSections(
        m, h.people["Fyrmark"], (h.sections(m)[0].id,), "Så beslutade vi inte."
    ),
    "TakeInSigned": lambda h, m: take_in(h, m, "Ekdal"),
    "JudgeSigned": judged,
    "RemoveSigned": lambda h, m: RemoveSigned(taken_in(h, m, "Ekdal").id),
    "SignByFile": lambda h, m: SignByFile(taken_in(h, m, "Fyrmark").id),
}
AFTER: dict[str, Make] = {
    "Expedite": expedited,
    "NoteDispatch": lambda h, m: NoteDispatch(m, h.sections(m)[0].id, "Revisorerna", "post", sent=SIGNED),
    "ChangeDispatch": lambda h, m: ChangeDispatch(replace(line(h, m), manner="hämtas", sent=SIGNED)),
    "RemoveDispatch": lambda h, m: RemoveDispatch(line(h, m).id),
    "ChangeRecipient": lambda h, m: ChangeRecipient(h.find(Recipient)[0].id, "post", "Kajen 1", party=True),
    "PostNotice": lambda h, m: PostNotice(m, date(2026, 3, 20)),
    "TakeDownNotice": taken_down,
    "AddCorrection": lambda h, m: AddCorrection(m, h.sections(m)[0].id, SIGNED, "tolv", "tjugo"),
    "FinishAssignment": lambda h, m: FinishAssignment(one(h, Assignment), date(2026, 8, 1)),
    "TakeInSigned": lambda h, m: take_in(h, m, "Ekdal"),
    "JudgeSigned": judged,
    "Edit secrecy of an item": lambda h, m: Edit(
        replace(h.view(m).items[0].item, secret=True, secrecy_ground="OSL 39 kap. 1 §", neutral_heading="Val")
    ),
    "Edit secrecy of a document": lambda h, m: Edit(
        replace(h.find(SupportingDocument)[0], secrecy_ground="OSL 21 kap. 1 §", personal=True)
    ),
    "WithholdPages": lambda h, m: WithholdPages(h.find(SupportingDocument)[0].id, (2, 4)),
    "MarkText": marked,
    "MarkWords": lambda h, m: MarkWords(
        TextRole.DECISION, "Så blev", MarkKind.SECRET, section_id=h.sections(m)[0].id
    ),
    "MarkWords of an item": lambda h, m: MarkWords(
        TextRole.PROPOSAL, "avslå", MarkKind.PERSONAL, item_id=h.view(m).items[0].item.id
    ),
    "PublishEdition": published,
    "DropLostMark": lambda h, m: DropLostMark(h.sections(m)[0].id, TextRole.DECISION),
}
