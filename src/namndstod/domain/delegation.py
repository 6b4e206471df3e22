"""The stored facts of decisions made by delegation (KL 6:37–40, 7:5–8) and of the letters about them."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from .frozen import frozen
from .records import Appeal, Outcome, Record

NOTHING_REPORTED = (Outcome.TABLED, Outcome.REMITTED, Outcome.WITHDRAWN)
"""The outcomes of a § in which nothing was reported."""


class DelegateKind(StrEnum):
    """Who may be given delegation (KL 6:37–39, 7:5), and the one that may not."""

    CHAIR = "chair"  # ordföranden
    PRESIDIUM = "presidium"
    SUBCOMMITTEE = "subcommittee"  # utskott
    MEMBER = "member"  # en ledamot
    SUBSTITUTE = "substitute"  # en ersättare
    MANAGER = "manager"  # förvaltningschefen, who alone may pass it on (KL 7:6)
    EMPLOYEE = "employee"  # en anställd
    AUTOMATED = "automated"  # automatiserat beslutsfattande
    GROUP = "group"  # a group of employees: not allowed


@frozen(kw_only=True)
class DelegationPoint(Record):
    """Punkt i delegationsordningen, as it reads from `valid_from`; when it changes, a new record begins."""

    body_id: str
    number: str  # «3.2», as decisions refer to it
    position: int
    text: str  # what may be decided
    valid_from: date
    valid_to: date | None = None  # the last day
    kinds: tuple[str, ...] = ()  # kinds of decision it is limited to; empty: any
    max_amount: int | None = None  # whole kronor
    terms: str = ""  # villkor, in words
    law: str = ""  # lagrum
    urgent: bool = False  # brådskande ärenden (KL 6:39)
    appeal: Appeal = Appeal.LEGALITY
    reported: bool = True  # nämnden has decided that these decisions are anmälda (KL 6:40, 7:8)
    waived: str = ""  # why it stands although its words suggest what may not be delegated (KL 6:38)


@frozen(kw_only=True)
class Delegate(Record):
    """Delegat: who may decide by a point, and from whom where it was passed on (vidaredelegering, KL 7:6)."""

    point_id: str
    position: int
    kind: DelegateKind
    title: str  # «Områdeschef»
    valid_from: date
    name: str = ""  # a person; empty: whoever has the title
    valid_to: date | None = None  # the last day
    max_amount: int | None = None  # whole kronor: a limit of its own
    given_by: str | None = None  # the delegate (id) who passed it on


@frozen(kw_only=True)
class DelegatedDecision(Record):
    """Delegationsbeslut. Reported at the item `item_id`, None until it is put on a list (KL 6:40, 7:8)."""

    body_id: str
    position: int
    diary_number: str = ""
    kind: str = ""  # what is decided on: «Företagsstöd»
    recipient: str = ""  # the company or person it concerns
    personal: bool = False  # a private person: public editions leave the name out
    branch: str = ""  # bransch or prioritering
    gender: str = ""  # as the list says it: «K», «M»
    municipality: str = ""
    amount: int | None = None  # whole kronor
    decided_by: str = ""
    decided_by_title: str = ""
    decided_on: date | None = None
    point: str = ""  # of the delegationsordning: «3.2»
    item_id: str | None = None
    serial: str = ""  # löpnummer in the series of delegated decisions: «D 14/2027»
    urgent: bool = False  # ordförandebeslut in a brådskande ärende (KL 6:39)
    appeal: Appeal = Appeal.LEGALITY
    recorded_on: date | None = None  # särskilt protokollfört, where it is not anmält (KL 8:10)
    announced_on: date | None = None  # the day of the anslag of that
    note: str = ""  # anmärkning
    extra: tuple[tuple[str, ...], ...] = ()  # heading and text of columns with no field of their own
    import_id: str | None = None  # the list it came with
    source_row: int | None = None  # its row there, from 1


@frozen(kw_only=True)
class BudgetRow:
    """A row of a budget table: what, and whole kronor for each year. `stated` is its sum as written."""

    name: str
    amounts: tuple[int | None, ...]
    stated: int | None = None


@frozen(kw_only=True)
class Budget:
    """Kostnads- or finansieringsbudget. `stated` are the sums as somebody wrote them: by year, and in all."""

    years: tuple[str, ...] = ()
    rows: tuple[BudgetRow, ...] = ()
    stated: tuple[int | None, ...] = ()


@frozen(kw_only=True)
class LetterSigner:
    """Who signs a letter, with title."""

    name: str
    title: str = ""


@frozen(kw_only=True)
class DecisionLetter(Record):
    """Beslutsbrev: the letter that tells a delegated decision (documents.md)."""

    decision_id: str
    day: date | None = None
    unit: str = ""  # tjänsteställe
    officer: str = ""  # handläggare
    recipient: tuple[str, ...] = ()  # name and address, line by line
    heading: str = ""
    applied_for: str = ""  # what is applied for
    decision: tuple[str, ...] = ()  # paragraphs
    share_percent: int | None = None  # of booked costs
    max_amount: int | None = None  # whole kronor
    period_from: date | None = None
    period_to: date | None = None
    conditions: tuple[str, ...] = ()
    summary: str = ""
    reasons: str = ""  # skäl till beslut
    description: str = ""  # beskrivning av ärendet
    costs: Budget = Budget()
    financing: Budget = Budget()
    signers: tuple[LetterSigner, ...] = ()
    financed_by: str = ""  # how it is financed: «anslaget för företagsstöd»


@frozen(kw_only=True)
class DelegationImport(Record):
    """A list of delegated decisions that was taken in, with the file as it came."""

    body_id: str
    file_id: str
    name: str  # of the file
    sender: str
    taken_in_at: datetime
    title: str = ""
    period_from: date | None = None
    period_to: date | None = None


@frozen(kw_only=True)
class ColumnMapping(Record):
    """What the columns of a sender's lists mean: `fields` by the place of `headings`, empty for none."""

    body_id: str
    sender: str
    headings: tuple[str, ...]
    fields: tuple[str, ...]


@frozen(kw_only=True)
class DecisionDocument(Record):
    """A file kept with a delegated decision: the signed beslutsbrev, an application."""

    decision_id: str
    file_id: str
    position: int
    title: str
    original_name: str
    added_by: str
    added_at: datetime


def called(decision: DelegatedDecision) -> str:
    """Return what a decision is called in a message: its number, or what it is."""
    texts = (decision.diary_number, decision.serial, decision.kind, decision.recipient)
    return next((t.strip() for t in texts if t.strip()), "utan nummer")
