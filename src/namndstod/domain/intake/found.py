"""What was understood of a paper. Fields that it does not have are empty; each doubt names its field."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Final

from ..delegation import Budget
from ..records import GroupMeeting, ItemKind, TextRole
from ..texts import Draft

_NO_BUDGET: Final = Budget()


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something unclear: the field's name here, a Swedish sentence, the words of the paper."""

    field: str
    message: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSigner:
    """Who signs: name and title."""

    name: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPeriod:
    """The time a project may take; either end may be missing."""

    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSection:
    """A section: its heading as written, what the program calls it (None: something else), its text."""

    heading: str
    role: TextRole | None
    drafts: tuple[Draft, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundBudget:
    """Kostnads- och finansieringsbudget, with Swedish sentences on what does not add up in it."""

    costs: Budget = _NO_BUDGET
    financing: Budget = _NO_BUDGET
    in_kind: Budget = _NO_BUDGET  # direktfinansierade kostnader, outside the sums
    problems: tuple[str, ...] = ()
    unclear: bool = False  # whether it could not be seen in which columns some amounts stand


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMemorandum:
    """FöredragningsPM or tjänsteskrivelse. `clauses` keep «att» and their line's end; amounts in kronor."""

    title: str = ""
    diary_number: str = ""
    external_diary_number: str = ""
    unit: str = ""  # tjänsteställe
    officer: str = ""  # handläggare
    day: date | None = None  # sammanträdesdatum, or the paper's own
    body: str = ""  # organ
    decider: str = ""  # «Tillväxtnämnden beslutar»
    clauses: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    proposal: tuple[Draft, ...] = ()  # all of it as the program stores it, every decider too
    sections: tuple[FoundSection, ...] = ()  # in order, without those that have a field of their own
    supporting_documents: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    signatory: FoundSigner | None = None
    other_signatories: tuple[FoundSigner, ...] = ()
    amounts: tuple[int, ...] = ()  # in the decision
    share_percent: float | None = None
    period: FoundPeriod | None = None
    budget: FoundBudget | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMember:
    """A person of the kallelse. `role` is as written («vice ordförande»), empty for the others."""

    name: str
    party: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundItem:
    """An item of a föredragningslista."""

    number: int | None
    title: str
    kind: ItemKind | None = None  # None: neither heading nor content tells
    diary_number: str = ""
    presenters: tuple[str, ...] = ()
    decider: str = ""
    clauses: tuple[str, ...] = ()  # with «att»; numbered or plain sentences where the house writes such
    after_clauses: tuple[str, ...] = ()  # «Protokollet ska vara justerat senast den …»
    conditions: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()  # paragraphs
    supporting_documents: tuple[str, ...] = ()
    points: tuple[str, ...] = ()  # of an information item


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSecretary:
    """Who is told of förhinder."""

    name: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCall:
    """Kallelse with föredragningslista."""

    committee: str = ""
    day: date | None = None
    start: time | None = None
    end: time | None = None
    place: str = ""
    group_meetings: tuple[GroupMeeting, ...] = ()
    secretary: FoundSecretary = FoundSecretary()
    notices: tuple[str, ...] = ()
    members: tuple[FoundMember, ...] = ()
    substitutes: tuple[FoundMember, ...] = ()
    items: tuple[FoundItem, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLetter:
    """Beslutsbrev: letter of a decision made by delegation."""

    diary_number: str = ""
    unit: str = ""
    officer: str = ""
    day: date | None = None
    recipient: str = ""
    address: tuple[str, ...] = ()
    title: str = ""
    decision: tuple[str, ...] = ()
    share_percent: float | None = None
    max_amount: int | None = None  # whole kronor
    period: FoundPeriod | None = None
    conditions: tuple[str, ...] = ()
    sections: tuple[FoundSection, ...] = ()
    budget: FoundBudget | None = None
    signatories: tuple[FoundSigner, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundParagraph:
    """A § of minutes: its decision, and all of its text."""

    number: int
    title: str
    diary_number: str = ""
    decision: tuple[str, ...] = ()
    text: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMinutes:
    """Protokoll."""

    body: str = ""
    day: date | None = None
    paragraphs: tuple[FoundParagraph, ...] = ()
    doubts: tuple[Doubt, ...] = ()
