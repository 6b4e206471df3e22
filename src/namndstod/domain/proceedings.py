"""The stored facts of what happens at a meeting: what is put forward, how it is decided, what is said of it.

Who comes and goes is in records.py (PresenceEvent). A rule judges when in the meeting a thing happened, as
the secretary states it: everything here belongs to the § that it concerns, whenever it was typed.
"""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum
from typing import Final

from .frozen import frozen
from .records import Anchor, Record

PROPOSAL: Final = "proposal"
"""Key of the item's own förslag till beslut, where options are named; a motion's key is its id."""
REJECTION: Final = "rejection"
"""Key of avslag: that nothing of what is proposed is decided."""
TODAY: Final = "today"
"""Key of «ärendet avgörs i dag», against which återremiss and bordläggning are put."""


@frozen(kw_only=True)
class Adjournment(Record):
    """Ajournering: a pause of the meeting, from–to; still going on while `ended` is None (practice)."""

    meeting_id: str
    began: time
    ended: time | None = None
    section_id: str | None = None
    anchor: Anchor = Anchor.DURING
    purpose: str = ""  # «för gruppöverläggningar»


class MotionKind(StrEnum):
    """What a yrkande asks for."""

    APPROVAL = "approval"  # bifall till det som står i `on`
    REJECTION = "rejection"  # avslag på det som står i `on`
    AMENDMENT = "amendment"  # ändringsyrkande
    ADDITION = "addition"  # tilläggsyrkande
    OWN = "own"  # eget förslag
    REMIT = "remit"  # återremiss
    TABLE = "table"  # bordläggning


@frozen(kw_only=True)
class Motion(Record):
    """Yrkande (KL 4:22, 5:66).

    `movers` and `supporters` (instämmer) are person ids. A yrkande handed in before the meeting has its
    parties as `authors` and a date, and no movers until somebody yrkar bifall to it (a motion of its own).
    `on` holds what bifall or avslag speaks of: PROPOSAL or ids of other motions; empty means the proposal
    or, where there is none, all other motions.
    """

    section_id: str
    position: int
    kind: MotionKind
    movers: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()  # att-satser without «att»; for REMIT and TABLE to whom, why, until when
    authors: tuple[str, ...] = ()  # parties: «Yrkande från M, D och L den 21 mars»
    handed_in: date | None = None
    document_id: str | None = None
    second_hand_of: str | None = None  # the motion that the same movers yrka in the first place
    withdrawn: bool = False


class PropositionKind(StrEnum):
    """Which question the chair puts (KL 5:53)."""

    TODAY = "today"  # återremiss or bordläggning against avgöras i dag; one motion at a time
    MATTER = "matter"  # the matter itself
    COUNTER = "counter"  # which of the others is motförslag
    ADDITION = "addition"  # a tilläggsyrkande, bifall or avslag


@frozen(kw_only=True)
class Proposition(Record):
    """Proposition (KL 5:53): the question, what the chair finds carried, and if omröstning is requested."""

    section_id: str
    position: int
    kind: PropositionKind
    options: tuple[str, ...]  # keys, in the order in which they are put
    carried: str | None = None  # what the chair finds, by acclamation
    vote_requested: bool = False
    requested_by: str | None = None  # a person's id, where it is noted
    after_gavel: bool = False  # the request came after the klubba, as stated


@frozen(kw_only=True)
class Count:
    """Votes on one name or option at a closed ballot."""

    name: str  # a candidate, or the key of an option
    votes: int


@frozen(kw_only=True)
class Vote(Record):
    """Omröstning (KL 5:53–56). What Ja and Nej stand for is stored as keys of options.

    A closed one (elections and appointments only, KL 5:54) has numbers alone, in `counts`.
    """

    section_id: str
    proposition_id: str | None = None  # None at an election
    yes: str = ""
    no: str = ""
    closed: bool = False
    counts: tuple[Count, ...] = ()
    blank: int = 0
    invalid: int = 0
    casting: str | None = None  # key that the chair's utslagsröst chose, where the chair abstained
    lot: str | None = None  # key or name that the lot fell on
    minority: bool = False  # one third was claimed to be enough (KL 5:50: fullmäktige only)


class Choice(StrEnum):
    """How one person voted. To abstain, to be absent and to take no part are different things (KL 4:25)."""

    YES = "yes"
    NO = "no"
    ABSTAINS = "abstains"
    NO_PART = "no_part"
    ABSENT = "absent"


@frozen(kw_only=True)
class Ballot(Record):
    """Röst: how one person voted at an open vote (KL 5:67), in the order of the roll call."""

    section_id: str
    vote_id: str
    person_id: str
    choice: Choice
    position: int


@frozen(kw_only=True)
class Reservation(Record):
    """Reservation (KL 4:27): by whom, and for which proposal.

    `option` is the key of what they hold by, None where it is not said; `words` say it in other words
    («i enlighet med …»).
    """

    section_id: str
    position: int
    persons: tuple[str, ...]
    option: str | None = None
    words: str = ""
    written: bool = False  # the reasons are a bilaga
    appendix: int | None = None  # number of the bilaga
    received: date | None = None  # the day when the reasons came
    late: bool = False  # announced after the meeting had ended, as stated


class RemarkKind(StrEnum):
    """A remark taken into the minutes."""

    NOTE = "note"  # protokollsanteckning
    STATEMENT = "statement"  # särskilt yttrande


@frozen(kw_only=True)
class Remark(Record):
    """Protokollsanteckning or särskilt yttrande (practice), by persons or by representatives of parties."""

    section_id: str
    position: int
    kind: RemarkKind
    persons: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    words: str = ""  # what follows «får till protokollet antecknat att»
    dated: date | None = None  # of the written one
    appendix: int | None = None
    permitted: bool | None = None  # by the chair; None where nobody has said


@frozen(kw_only=True)
class NonParticipation(Record):
    """Somebody takes no part in the decision of a § (deltar inte i beslutet, KL 4:25)."""

    section_id: str
    person_id: str


@frozen(kw_only=True)
class Assignment(Record):
    """Uppdrag given in a §: to whom, what, back when; on the watch list until `done` (practice)."""

    section_id: str
    position: int
    to: str
    what: str
    due: date | None = None
    done: date | None = None


class Summons(StrEnum):
    """Where calling in an ersättare before the meeting stands (KL 6:17)."""

    NONE = "none"
    PROPOSED = "proposed"
    CALLED = "called"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@frozen(kw_only=True)
class Reply(Record):
    """What somebody has said about a coming meeting: förhinder, when, calling in, distance, diet."""

    meeting_id: str
    person_id: str
    absent: bool = False
    from_at: time | None = None  # absent from, or (not absent as a whole) comes at
    until_at: time | None = None
    summons: Summons = Summons.NONE
    serves_for_id: str | None = None  # an ersättare: the ledamot whose place it is about
    remote: bool = False
    diet: str = ""
    note: str = ""


# --- after the meeting -------------------------------------------------------------------------------


@frozen(kw_only=True)
class DraftNote(Record):
    """What a justerare says of the draft of a §, before it is signed (practice); never in the minutes."""

    meeting_id: str
    section_id: str
    person_id: str
    words: str
    settled: bool = False


@frozen(kw_only=True)
class Signature(Record):
    """One person's justering (KL 5:69): each signs on a day of their own, or refuses a §."""

    meeting_id: str
    person_id: str
    signed: date | None = None
    refused: tuple[str, ...] = ()  # section ids
    reason: str = ""


@frozen(kw_only=True)
class Notice(Record):
    """Anslag (KL 8:12): of the whole protokoll, or of the §§ justerade omedelbart."""

    meeting_id: str
    sections: tuple[str, ...] = ()  # ids; empty: all that were not justerade before
    approved: date | None = None
    posted: date | None = None
    taken_down: date | None = None


@frozen(kw_only=True)
class Correction(Record):
    """Rättelse after justering: shows that and what was changed (JO 581-2013)."""

    meeting_id: str
    section_id: str | None
    day: date
    wrong: str
    right: str
    person: str  # the name of who made it


@frozen(kw_only=True)
class Waiver(Record):
    """A warning of Kontroll let stand, with its reason. `subject` tells findings of one code apart."""

    meeting_id: str
    code: str
    subject: str
    reason: str
