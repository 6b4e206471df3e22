"""The stored facts of a binder (pärm), one frozen record type per table.

Every record has a UUID (`id`) and a `version` that the store raises at each change. Dates and clock times
are local Swedish ones as written in the papers; `datetime` values are UTC and aware. Tuples and nested
dataclasses are stored as JSON. The Swedish legal terms stand in docs/glossary.md.
"""

from __future__ import annotations

import uuid
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, Final

from .frozen import frozen


def new_id() -> str:
    """Return a fresh random UUID in its canonical text form."""
    return str(uuid.uuid4())


@frozen(kw_only=True)
class Record:
    """What all stored facts have in common."""

    id: str
    version: int = 0


# --- bodies and people -------------------------------------------------------------------------------


class BodyKind(StrEnum):
    """Kind of body (organ): it decides which rules apply (KL 3 kap.)."""

    ASSEMBLY = "assembly"  # fullmäktige
    BOARD = "board"  # styrelse
    COMMITTEE = "committee"  # nämnd
    SUBCOMMITTEE = "subcommittee"  # utskott


class SectionOrder(StrEnum):
    """The two orders of the parts of a § in use (documents.md, «Protokoll, a paragraph»)."""

    PROPOSAL_FIRST = "proposal_first"
    DECISION_FIRST = "decision_first"


class ItemKind(StrEnum):
    """Kind of item on the föredragningslista."""

    FORMAL = "formal"  # formalia: upprop, protokollsjustering
    INFORMATION = "information"
    DECISION = "decision"  # beslutsärende
    ELECTION = "election"  # val
    REPORT = "report"  # anmälningsärende


class ItemPurpose(StrEnum):
    """What the program writes for an item by itself."""

    APPROVAL = "approval"  # protokollsjustering: the proposal names the justerare
    DELEGATED = "delegated"  # anmälan av delegationsbeslut


@frozen(kw_only=True)
class StandardItem:
    """An item that stands on every list of a committee (stående punkt)."""

    title: str
    kind: ItemKind
    clauses: tuple[str, ...] = ()
    purpose: ItemPurpose | None = None
    last: bool = False  # stands after the matters to decide (Anmälningsärenden)


@frozen(kw_only=True)
class Letterhead:
    """Brevhuvud: the head of the body's papers. `logo` is the SHA-256 of a stored PNG or JPEG.

    `colour` («#1F5FAE») tints the paper's name and lines; empty is black.
    """

    organisation: str = ""
    address: tuple[str, ...] = ()
    website: str = ""
    logo: str | None = None
    colour: str = ""


class VoteStyle(StrEnum):
    """How the minutes show who voted what (documents.md)."""

    TABLE = "table"  # omröstningslista as a table
    NAMES = "names"  # running text by names


@frozen(kw_only=True)
class PartyOrder:
    """Inkallelseordning (KL 6:16–17): whose ersättare step in for a party when its own are not there."""

    party: str
    then: tuple[str, ...]


@frozen(kw_only=True)
class RecipientGroup:
    """Mottagargrupp: who gets the handlingar in one edition. `secret`: with the secret ärenden too."""

    name: str
    secret: bool = False
    addresses: tuple[str, ...] = ()  # e-mail


@frozen(kw_only=True)
class Customs:
    """Practice of a body that no law settles."""

    section_order: SectionOrder = SectionOrder.PROPOSAL_FIRST
    first_section: int = 1  # first § of a calendar year; a binder may begin in the middle of one
    first_section_year: int | None = None  # the year `first_section` speaks of; other years start at 1
    notice_days: int = 7  # kallelsen går ut senast så många dagar före
    approval_days: int = 14  # justering (KL 5:69)
    time_separator: str = "."  # 10.00 or 10:00
    formal_sections: bool = True  # do formal items get a §?
    withdrawn_sections: bool = True  # does an item that utgår get a §?
    opening_section: bool = False  # a § «Sammanträdets öppnande» without an item
    storage_place: str = ""  # protokollets förvaringsplats
    notices: tuple[str, ...] = ()  # standing lines of the kallelse
    standard_items: tuple[StandardItem, ...] = ()
    letterhead: Letterhead = Letterhead()
    service_order: tuple[PartyOrder, ...] = ()
    personal_substitutes: bool = False  # each ledamot has ersättare of their own
    keeps_balance: bool = False  # an ersättare of the absent one's party takes over from another party's
    remote_allowed: bool = False  # fullmäktige has decided on distansdeltagande (KL 6:24)
    substitutes_may_speak: bool = False  # may have their mening antecknad (KL 6:17)
    observers_may_speak: bool = False  # insynsplats, likewise (KL 4:28)
    vote_style: VoteStyle = VoteStyle.TABLE
    approvers: int = 1  # justerare besides the chair
    digital_signing: bool = False
    proposal_name: str = "förslaget"  # as the §§ call the item's own: «stadsledningskontorets förslag»
    proposal_always_put: bool = True  # also where nobody yrkar bifall to it but others are put forward
    court: tuple[str, ...] = ()  # förvaltningsrätten that tries appeals: its name, then its address
    recipient_groups: tuple[
        RecipientGroup, ...
    ] = ()  # editions of the packet besides the whole and the web's


@frozen(kw_only=True)
class Body(Record):
    """Organ: fullmäktige, styrelse, nämnd or utskott. What is dated about it stands in BodyTerm."""

    kind: BodyKind
    parent_id: str | None = None


@frozen(kw_only=True)
class BodyTerm(Record):
    """Name, number of seats and customs of a body from a day on (until the next term begins)."""

    body_id: str
    valid_from: date
    name: str  # the one canonical form: «Regional tillväxtnämnd»
    seats: int  # antal ledamöter as set by fullmäktige: base of the quorum (KL 6:27)
    short_name: str = "nämnden"  # inside sentences
    customs: Customs = Customs()


class Role(StrEnum):
    """Uppdrag in a body."""

    CHAIR = "chair"  # ordförande
    VICE_CHAIR = "vice_chair"  # vice ordförande
    SECOND_VICE_CHAIR = "second_vice_chair"  # 2:e vice ordförande
    MEMBER = "member"  # ledamot
    SUBSTITUTE = "substitute"  # ersättare
    OBSERVER = "observer"  # insynsplats or other närvarorätt (KL 4:28)
    STAFF = "staff"  # personalföreträdare (KL 7:10)

    @property
    def has_seat(self) -> bool:
        """Whether it is a ledamot's uppdrag."""
        return self in (Role.CHAIR, Role.VICE_CHAIR, Role.SECOND_VICE_CHAIR, Role.MEMBER)


@frozen(kw_only=True)
class Person(Record):
    """A person of the register: förtroendevald or tjänsteperson."""

    given_name: str
    surname: str
    email: str = ""
    phone: str = ""

    @property
    def name(self) -> str:
        """Given name and surname as printed."""
        return f"{self.given_name} {self.surname}".strip()


@frozen(kw_only=True)
class Mandate(Record):
    """Mandat: a person's seat or place as ersättare in a body, from–to inclusive."""

    person_id: str
    body_id: str
    role: Role
    party: str  # «S»; empty = no party, printed (–)
    valid_from: date
    valid_to: date | None = None
    seat: int | None = None
    elected_order: int = 0  # valordning
    personal_for: str | None = None  # the ledamot (person) whose personal ersättare it is


# --- matters and meetings ----------------------------------------------------------------------------


class MatterKind(StrEnum):
    """Kind of ärende: those that the law or whoever asks gives a last day (domain/clocks.py)."""

    ORDINARY = "ordinary"
    REFERRAL = "referral"  # remiss to the body, answered by its svarsdag
    BILL = "bill"  # motion (KL 5:35); «motion» is yrkande in the code
    CITIZEN_PROPOSAL = "citizen_proposal"  # medborgarförslag (KL 5:35, 6:34)


@frozen(kw_only=True)
class Matter(Record):
    """Ärende: lives through several meetings and bodies. The diarienummer is kept verbatim."""

    title: str
    diary_number: str = ""
    external_diary_number: str = ""
    kind: MatterKind = MatterKind.ORDINARY
    received: date | None = None  # the day it came in (inkom); of a motion or medborgarförslag: was väckt
    answer_by: date | None = None  # svarsdag of a remiss


class MeetingState(StrEnum):
    """Where a meeting stands. The transitions stand in domain/states.py."""

    PLANNED = "planned"
    CALLED = "called"  # kallelsen utsänd
    OPEN = "open"  # sammanträdet pågår
    CLOSED = "closed"  # avslutat, §§ have their numbers
    APPROVED = "approved"  # justerat: frozen
    CANCELLED = "cancelled"  # inställt


@frozen(kw_only=True)
class GroupMeeting:
    """Gruppmöte before the meeting: parties, room, time and a comment of its own."""

    parties: tuple[str, ...]
    room: str
    time: str = ""
    comment: str = ""


@frozen(kw_only=True)
class Meeting(Record):
    """Sammanträde."""

    body_id: str
    day: date
    end_day: date | None = None
    starts: time | None = None
    ends: time | None = None
    place: str = ""
    state: MeetingState = MeetingState.PLANNED
    secretary: str = ""
    secretary_title: str = "nämndsekreterare"
    secretary_email: str = ""
    secretary_phone: str = ""
    group_meetings: tuple[GroupMeeting, ...] = ()
    notices: tuple[str, ...] = ()
    others_present: tuple[str, ...] = ()  # övriga närvarande: «Ines Falk, utvecklingschef, §§ 3–5»
    called_at: datetime | None = None
    opened_at: time | None = None
    closed_at: time | None = None
    approval_place: str = ""
    approval_date: date | None = None
    sent_for_signing: datetime | None = None  # frozen from then on, until withdrawn
    withdrawn_because: str = ""  # why the minutes were taken back from signing, the last time


@frozen(kw_only=True)
class AgendaItem(Record):
    """Punkt på föredragningslistan, with the list's own number 1, 2, 3 …"""

    meeting_id: str
    number: int
    kind: ItemKind
    title: str
    purpose: ItemPurpose | None = None
    matter_id: str | None = None
    presenters: tuple[str, ...] = ()  # föredragande
    authority: bool = False  # myndighetsutövning mot enskild (KL 4:26)
    staff_excluded: bool = False  # personalföreträdare have no right to be there (KL 7:13–14)
    secret: bool = False  # sekretess: left out of every public edition (rule 42)
    secrecy_ground: str = ""  # lagrum: «OSL 25 kap. 1 §»
    neutral_heading: str = ""  # what public editions call it; also where the title alone holds a name
    carried_from: str | None = None  # the earlier item it was bordlagd, återremitterad or beredd as


class SectionState(StrEnum):
    """Where a § stands during the meeting."""

    OPEN = "open"
    DECIDED = "decided"  # klubbad


class Outcome(StrEnum):
    """How a § ended."""

    APPROVED = "approved"  # enligt förslaget (bifall)
    CHANGED = "changed"  # enligt ändrat eller eget förslag
    REJECTED = "rejected"  # avslag
    TABLED = "tabled"  # bordlagt
    REMITTED = "remitted"  # återremitterat
    WITHDRAWN = "withdrawn"  # utgår
    NOTED = "noted"  # information, lagd till handlingarna


class Appeal(StrEnum):
    """How a decision can be appealed; laga kraft is computed for the first kind only (rule 32)."""

    LEGALITY = "legality"  # laglighetsprövning (KL 13 kap.)
    ADMINISTRATIVE = "administrative"  # förvaltningsbesvär (FL 44 §)
    NONE = "none"  # rent förberedande eller verkställande


@frozen(kw_only=True)
class Section(Record):
    """§ of the minutes. `number` is None while provisional; fixed when the meeting is closed."""

    meeting_id: str
    body_id: str
    year: int  # calendar year of the meeting's first day
    position: int  # the order in which things are handled
    heading: str
    item_id: str | None = None
    number: int | None = None
    state: SectionState = SectionState.OPEN
    outcome: Outcome | None = None
    initiative_by: str | None = None  # raised at the meeting by a ledamot (KL 4:20)
    closed_doors: bool = False  # inom stängda dörrar (KL 6:25–26)
    immediate: bool = False  # omedelbart justerad: decided at the meeting
    approved: date | None = None  # the day of its own justering, where it is immediate
    appeal: Appeal = Appeal.LEGALITY
    secret: bool = False  # a § without an item; else its item says so
    secrecy_ground: str = ""
    neutral_heading: str = ""


# --- texts -------------------------------------------------------------------------------------------


class TextRole(StrEnum):
    """Which part of an item or of a § a text is."""

    SUMMARY = "summary"  # Sammanfattning
    PROPOSAL = "proposal"  # Förslag till beslut
    POINTS = "points"  # the points of an information item
    ATTENDANCE = "attendance"  # who came, left, served: written by the program
    MOTIONS = "motions"  # Yrkanden
    PROCEDURE = "procedure"  # Propositionsordning
    DECISION = "decision"  # Beslut
    RESERVATIONS = "reservations"  # Reservationer
    REMARKS = "remarks"  # Protokollsanteckningar, särskilda yttranden
    BACKGROUND = "background"  # Ärendebeskrivning; this and those below stand in the FöredragningsPM
    ASSESSMENT = "assessment"  # Bedömning
    IMPACT = "impact"  # Konsekvenser för miljö-, barn- och jämställdhetsperspektiven
    ECONOMY = "economy"  # Ekonomiska konsekvenser
    FOLLOW_UP = "follow_up"  # Uppföljning
    TERMS = "terms"  # Villkor i ett beslutsbrev: of no item and no §


MEMORANDUM_ROLES: Final[tuple[TextRole, ...]] = (
    TextRole.BACKGROUND,
    TextRole.ASSESSMENT,
    TextRole.IMPACT,
    TextRole.ECONOMY,
    TextRole.FOLLOW_UP,
)
"""The texts that only a FöredragningsPM has; its other ones are the item's own."""
SECTION_ROLES: Final[tuple[TextRole, ...]] = tuple(
    role for role in TextRole if role not in (*MEMORANDUM_ROLES, TextRole.TERMS)
)
"""The parts of a §."""


class BlockKind(StrEnum):
    """What a block of text is."""

    PARAGRAPH = "paragraph"
    DECIDER = "decider"  # «Nämnden beslutar för egen del»
    CLAUSE = "clause"  # att-sats; the stored text has no «att»
    NUMBERED = "numbered"  # numbered point of a decision
    CONDITION = "condition"  # villkor or sub-point below a clause
    BULLET = "bullet"
    TABLE = "table"  # cells in `rows`


class MarkKind(StrEnum):
    """What a mark on a range of characters says."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    SECRET = "secret"
    PERSONAL = "personal"


@frozen(kw_only=True)
class Mark:
    """A mark on the characters [start, end) of a block's text."""

    kind: MarkKind
    start: int
    end: int


@frozen(kw_only=True)
class TextBlock(Record):
    """One block of a text that belongs to an agenda item or to a §.

    Blocks form a tree: a DECIDER has CLAUSE or NUMBERED children, these have CONDITION children.
    `generated` is what the program wrote, `edited` what a person left; a person's text always wins.
    `fingerprint` is of the facts that `generated` was written from.
    """

    role: TextRole
    kind: BlockKind
    position: int
    item_id: str | None = None
    section_id: str | None = None
    parent_id: str | None = None
    generated: str | None = None
    edited: str | None = None
    fingerprint: str | None = None
    marks: tuple[Mark, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def text(self) -> str:
        """The text as it is printed."""
        return self.edited if self.edited is not None else (self.generated or "")


@frozen(kw_only=True)
class LostMark(Record):
    """Förlorad markering: marked words that a rewritten part of a § no longer holds, until somebody looks.

    Where the part comes to hold the words again they are marked again.
    """

    section_id: str
    role: TextRole
    kind: MarkKind
    words: str


# --- presence, documents, papers ---------------------------------------------------------------------


class PresenceKind(StrEnum):
    """What a presence event says (KL 5:66)."""

    ARRIVES = "arrives"
    LEAVES = "leaves"
    SERVES_FOR = "serves_for"  # träder in i stället för
    ANNOUNCES_RECUSAL = "announces_recusal"  # anmäler jäv i en kommande §
    RECUSED = "recused"  # är jävig: out of the room for that § alone (KL 6:30)
    CHAIRS = "chairs"  # leder sammanträdet från och med
    REMOTE = "remote"  # deltar på distans (KL 6:24)


class Anchor(StrEnum):
    """When in the meeting, in relation to a §, an event happened."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


@frozen(kw_only=True)
class PresenceEvent(Record):
    """Närvarohändelse. Without a § it is the upprop: true from the opening on."""

    meeting_id: str
    person_id: str
    kind: PresenceKind
    position: int
    serves_for_id: str | None = None  # the ledamot whose seat is taken
    anchor: Anchor = Anchor.BEFORE
    section_id: str | None = None
    at: time | None = None
    reason: str = ""  # why another than the next in order steps in


@frozen(kw_only=True)
class StoredFile(Record):
    """A file of the binder, stored once under bilagor/ by the SHA-256 of its content."""

    sha256: str
    size: int  # bytes
    media_type: str


@frozen(kw_only=True)
class SupportingDocument(Record):
    """Beslutsunderlag: a stored file attached to an agenda item (and through it to its ärende)."""

    item_id: str
    file_id: str
    position: int
    title: str
    original_name: str
    added_by: str
    added_at: datetime
    secrecy_ground: str | None = None  # lagrum when secret: «OSL 21 kap. 1 §»
    personal: bool = False  # personuppgifter: left out of public editions as if it were secret
    withheld_pages: tuple[int, ...] = ()  # from 1; empty: a secret or personal document is left out whole


@frozen(kw_only=True)
class Memorandum(Record):
    """FöredragningsPM (tjänsteskrivelse) of an item; its texts are blocks of the item."""

    item_id: str
    unit: str = ""  # tjänsteställe
    officer: str = ""  # handläggare
    day: date | None = None
    signatory: str = ""
    signatory_title: str = ""
    document_id: str | None = None  # the attached original that it was read from


@frozen(kw_only=True)
class Recipient(Record):
    """Mottagare of an expedited decision. A `party` may appeal and is told how (FL 33 §)."""

    item_id: str
    position: int
    name: str
    manner: str = ""  # e-post, post
    address: str = ""  # e-mail
    party: bool = False


@frozen(kw_only=True)
class Approver(Record):
    """Justerare besides the chair, and who steps in (KL 5:69)."""

    meeting_id: str
    position: int
    person_id: str
    substitute_id: str | None = None


class PaperKind(StrEnum):
    """Papers that the program makes."""

    CALL = "kallelse"
    AGENDA = "foredragningslista"
    PACKET = "handlingar"
    MINUTES = "protokoll"
    IMMEDIATE = "omedelbart"  # §§ justerade at once, as a protokoll of their own
    ATTENDANCE = "narvarolista"
    VOTES = "omrostningslista"
    FEES = "arvodesunderlag"  # a workbook, with nothing to print
    MEMORANDUM = "foredragningspm"
    SUPPLEMENT = "tillagg"  # late papers, numbered 134a, 134b …
    EXTRACT = "utdrag"
    NOTICE = "anslag"  # anslagsbevis
    DISPATCHES = "expedieringslista"
    DELEGATED = "delegationslista"
    RECORDED = "sarskilt-protokollforda"  # delegated decisions that are recorded separately (KL 8:10)
    LETTER = "beslutsbrev"
    SECRET_MINUTES = "protokoll-sekretess"  # the secret part of the protokoll (rule 42)
    PUBLIC = "webbversion"  # a paper of the public edition; `Paper.of` says which


@frozen(kw_only=True)
class Paper(Record):
    """A paper that was sent or justerat: kept as it was, by hash. `tree_sha` is of the content tree.

    `of` names what it is about (ids of §§ or items), `edition` for whom a packet was put together and
    `manifest_sha` keeps what stood in it, which later papers are compared with.
    """

    meeting_id: str
    kind: PaperKind
    pdf_sha: str
    pages: int
    made_at: datetime
    tree_sha: str | None = None
    of: tuple[str, ...] = ()
    edition: str = ""
    manifest_sha: str | None = None


@frozen(kw_only=True)
class Dispatch(Record):
    """Expediering of a § to one recipient: a line of the expedieringslista. `by` is the sign."""

    meeting_id: str
    section_id: str
    recipient: str
    manner: str = ""
    address: str = ""
    sent: date | None = None
    by: str = ""
    paper_id: str | None = None  # the utdrag that was sent
    party: bool = False  # was told how to appeal (FL 33 §)


@frozen(kw_only=True)
class Signer:
    """Who signed a file electronically, as the signature says; `signed_at` in ISO 8601, UTC."""

    name: str
    identity: str = ""  # serial number in the certificate; of a personnummer the day of birth alone
    signed_at: str = ""
    stamped: bool = False  # the time is from a timestamp token, not the signer's own clock
    issuer: str = ""
    trusted: bool = False  # its certificate leads to a root that the program knows
    problem: str = ""  # why the signature does not hold; empty when it does


@frozen(kw_only=True)
class SignedFile(Record):
    """The signed file of a frozen paper as it came back, and what its verification gave."""

    meeting_id: str
    paper_id: str
    file_sha: str
    taken_in_at: datetime
    same_document: bool  # it is the frozen paper, with nothing changed but signatures
    problem: str = ""  # why it is not, in Swedish; empty when it is
    signers: tuple[Signer, ...] = ()


@frozen(kw_only=True)
class Setting(Record):
    """A setting of the binder (not of a body), by key."""

    key: str
    value: Any


# --- derived work: never journalled ------------------------------------------------------------------


class ConversionState(StrEnum):
    """How turning a stored file into pages went."""

    DONE = "done"
    UNSUPPORTED = "unsupported"  # kept; a page says that it cannot be shown
    DAMAGED = "damaged"
    PROTECTED = "protected"  # needs a password


@frozen(kw_only=True)
class Conversion(Record):
    """The pages made of a stored file: which converter made them, or why there are none."""

    sha256: str  # of the original
    state: ConversionState
    converter: str
    converter_version: str
    pages: int = 0
    pdf_sha: str | None = None  # in the cache, or kept among the files once sent
    message: str = ""
    inaccessible: str | None = (
        None  # why a screen reader cannot read its pages; "" when it can; None: unknown
    )
