"""What goes out as a workbook (uttag): which facts, for whom, of which days; and one line of each kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from .records import Outcome, Role
from .swedish import EN_DASH

if TYPE_CHECKING:
    from .delegation import DelegatedDecision
    from .delegation_standing import Stood
    from .findings.delegated_finding import RowFinding


class ExportKind(StrEnum):
    """Kind of workbook; the values are the words of the command line."""

    REGISTER = "register"  # the register of delegated decisions
    LIST = "delegationslista"  # what is reported at one meeting
    YEAR = "arsrapport"  # the yearly report for the auditors
    ORDER = "delegationsordning"  # with its whole history
    MEMBERS = "fortroendevalda"
    MEETINGS = "sammantraden"
    DECISIONS = "beslut"  # the decisions of the §§


OF_ONE_BODY: Final = frozenset({ExportKind.REGISTER, ExportKind.LIST, ExportKind.YEAR, ExportKind.ORDER})
"""What hangs together with one body's delegationsordning; the others may be of all bodies."""
WITH_EDITIONS: Final = frozenset(ExportKind) - {ExportKind.YEAR, ExportKind.ORDER}
"""What can be had without secrecy and personal data; the auditors see all, and the order has none."""
EXPORT_NAMES: Final = {
    ExportKind.REGISTER: "Delegationsbeslut",
    ExportKind.LIST: "Delegationslista",
    ExportKind.YEAR: "Årsrapport delegationsbeslut",
    ExportKind.ORDER: "Delegationsordning",
    ExportKind.MEMBERS: "Förtroendevalda",
    ExportKind.MEETINGS: "Sammanträden",
    ExportKind.DECISIONS: "Beslut",
}
OUTCOME_NAMES: Final = {
    Outcome.APPROVED: "enligt förslaget",
    Outcome.CHANGED: "ändrat beslut",
    Outcome.REJECTED: "avslag",
    Outcome.TABLED: "bordlagt",
    Outcome.REMITTED: "återremitterat",
    Outcome.WITHDRAWN: "utgår",
    Outcome.NOTED: "lagt till handlingarna",
}
INTERNAL: Final = "För internt bruk"
PUBLIC: Final = "Utan sekretess och personuppgifter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """Uttag: what a workbook holds. `public` leaves out what public editions do (rules 41–42)."""

    body: str  # the name, or of several «Alla nämnder»
    organisation: str
    made: date
    first: date | None = None
    last: date | None = None
    public: bool = False
    chosen: str = ""  # a further choice, in words: «Bara ej anmälda»

    @property
    def period(self) -> str:
        """«2027-01-01 – 2027-12-31», «från 2027-01-01», or nothing."""
        if self.first and self.last:
            return f"{self.first.isoformat()} {EN_DASH} {self.last.isoformat()}"
        if self.first:
            return f"från {self.first.isoformat()}"
        return f"till och med {self.last.isoformat()}" if self.last else ""

    @property
    def audience(self) -> str:
        """For whom it is."""
        return PUBLIC if self.public else INTERNAL

    @property
    def line(self) -> str:
        """«Regional tillväxtnämnd, 2027-01-01 – 2027-12-31. Uttag 2028-01-10. För internt bruk.»"""
        what = ", ".join(filter(None, (self.body, self.period, self.chosen)))
        return f"{what}. Uttag {self.made.isoformat()}. {self.audience}."

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in the period; what has no day belongs to no period."""
        if day is None:
            return self.first is None and self.last is None
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)


class DecisionLine(NamedTuple):
    """A delegated decision, where it stands, and what it came with."""

    decision: DelegatedDecision
    stood: Stood
    source: str = ""  # the name of the file that it was read from


class Deviation(NamedTuple):
    """Avvikelse: a finding about a delegated decision; about the register as a whole without one."""

    decision: DelegatedDecision | None
    finding: RowFinding


class MemberLine(NamedTuple):
    """An uppdrag of a förtroendevald."""

    body: str
    given_name: str
    surname: str
    party: str
    role: Role
    order: int
    seat: int | None
    valid_from: date
    valid_to: date | None
    email: str
    phone: str
    personal_for: str  # the ledamot whose personal ersättare it is


class MeetingLine(NamedTuple):
    """A meeting with its days."""

    body: str
    day: date
    starts: time | None
    ends: time | None
    place: str
    state: str
    secretary: str
    items: int
    sections: int
    first_section: int | None
    last_section: int | None
    called: date | None
    opened: time | None
    closed: time | None
    approved: date | None
    posted: date | None
    last_appeal: date | None
    legal_force: date | None
    end_day: date | None
    approval_day: date | None  # as planned
    approval_place: str
    group_meetings: str
    secretary_title: str
    secretary_email: str
    secretary_phone: str
    notices: str
    others_present: str
    sent_for_signing: date | None
    withdrawn_because: str


class SectionLine(NamedTuple):
    """A § with what was decided in it."""

    body: str
    day: date
    number: int | None
    provisional: bool
    heading: str
    diary_number: str
    outcome: str
    decision: str
    motions: str
    votes: str
    reservations: str
    remarks: str
    immediate: bool
    approved: date | None
    legal_force: date | None
    secrecy: str  # its lagrum, or that there is none given; empty for what is open
    summary: str
    proposal: str
    points: str
    attendance: str
    procedure: str
    closed_doors: bool
    raised_by: str  # the ledamot who raised it at the meeting (KL 4:20)
    appeal: str
