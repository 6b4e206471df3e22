"""The finding: one thing that is missing or wrong, with its reason and a way to mend it."""

from __future__ import annotations

from enum import StrEnum

from ..frozen import frozen
from ..records import TextRole


class Severity(StrEnum):
    """How a finding is met (law.md: B, W, I)."""

    BLOCK = "block"  # must be mended before justering
    WARN = "warn"  # look at this
    INFORM = "inform"


class Step(StrEnum):
    """The step of the meeting's work where a finding is mended."""

    CALL = "call"  # Kallelse
    PAPERS = "papers"  # Handlingar
    MEETING = "meeting"  # Sammanträde
    MINUTES = "minutes"  # Protokoll
    APPROVAL = "approval"  # Justering
    EXPEDITING = "expediting"  # Expediering


class MendKind(StrEnum):
    """What «Åtgärda» can do by itself."""

    PUNCTUATE = "punctuate"  # set commas, samt and full stop of the clauses
    SERVE = "serve"  # let a present ersättare take the empty seat
    TAKE_GENERATED = "take_generated"  # drop the hand change
    TAKE_DECIDED = "take_decided"  # the decision's words as they were at the klubba
    KEEP_EDITED = "keep_edited"  # the hand change stands, whatever the facts say now
    CONVERT_AGAIN = "convert_again"
    GIVE_REASON = "give_reason"  # with a presence event
    REMOVE_PRESENCE = "remove_presence"  # take away a presence event
    TAKE_OUT = "take_out"  # a jävig, for the § alone
    STEP_OUT = "step_out"  # who may not be there leaves during the §
    CLOSE_DOORS = "close_doors"
    ARRIVE = "arrive"  # let a ledamot serve from a § on
    REOPEN = "reopen"  # take back the klubba
    DROP_BALLOT = "drop_ballot"
    DROP_VOTE = "drop_vote"
    DROP_REQUEST = "drop_request"  # no omröstning after all
    PLAIN_MAJORITY = "plain_majority"
    DROP_RESERVATION = "drop_reservation"  # take away a reservation, or one person from it
    PERMIT_REMARK = "permit_remark"  # the chair has permitted it
    REMOVE_SIGNED = "remove_signed"  # take away a signed file
    MASK = "mask"  # mark words of a text as personuppgift
    WITHHOLD_PAGES = "withhold_pages"  # leave a page of a document out of the web version
    DROP_LOST_MARK = "drop_lost_mark"  # the rewritten text has been read
    USE_BODY_NAME = "use_body_name"  # the body's one name instead of another way to write it
    ADD_DECIDER = "add_decider"  # «{Nämnd} beslutar» above the att-satser
    TAKE_HINTS = "take_hints"  # the språkförslag of a part
    WITHDRAW_DELEGATED = "withdraw_delegated"  # delegated decisions off the meeting's list
    REPORT_DELEGATED = "report_delegated"  # delegated decisions on the meeting's list


@frozen
class Mend:
    """A way to mend a finding: the words on the button and what it needs to know."""

    label: str
    kind: MendKind
    arguments: tuple[str, ...] = ()


@frozen
class Place:
    """Where a finding is: the step and, where there is one, the item, the §, the document and the part."""

    step: Step
    item_id: str | None = None
    section_id: str | None = None
    document_id: str | None = None
    role: TextRole | None = None
    field: str = ""


@frozen
class Finding:
    """A finding. `message` is Swedish; `source` is the law or custom behind it, as cited.

    `subject` says what it is about (ids, joined by «:»), where one rule finds several things at one place.
    `waived` is the reason why a warning was let stand; it then only informs.
    """

    code: str
    severity: Severity
    place: Place
    message: str
    source: str = ""
    mends: tuple[Mend, ...] = ()
    subject: str = ""
    waived: str = ""

    @property
    def key(self) -> str:
        """What tells findings of one code apart, the same each time: the subject, or else the place."""
        at = self.place
        where = (at.item_id, at.section_id, at.document_id, at.role, at.field)
        return self.subject or ":".join(str(w) for w in where if w)
