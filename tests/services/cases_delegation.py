"""Commands of delegated decisions and their letters, as test_every_command tries them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from namndstod.domain.delegation import (
    ColumnMapping,
    DecisionDocument,
    DecisionLetter,
    Delegate,
    DelegatedDecision,
    DelegateKind,
    DelegationPoint,
)
from namndstod.domain.intake.delegated.order_table import FoundDelegate, FoundOrder, FoundPoint
from namndstod.domain.intake.found_delegated import FoundDecision
from namndstod.domain.letters import first_letter
from namndstod.services.commands.base import Command
from namndstod.services.commands.delegation import (
    AddDelegated,
    ChangeDelegated,
    ChangeTogether,
    RemoveDelegated,
    RemoveLetter,
    ReportDelegated,
    WithdrawDelegated,
    WriteLetter,
)
from namndstod.services.commands.delegation_files import (
    DropDecisionFile,
    KeepWithDecision,
    RenameDecisionFile,
)
from namndstod.services.commands.delegation_import import (
    ChangedDecision,
    RememberColumns,
    TakeInDecisions,
)
from namndstod.services.commands.delegation_letters import BeginLetter, TakeFromLetter
from namndstod.services.commands.delegation_order import (
    AddDelegate,
    AddPoint,
    ChangeDelegate,
    ChangePoint,
    EndDelegate,
    EndPoint,
    RemoveDelegate,
    RemovePoint,
    WaivePoint,
)
from namndstod.services.commands.delegation_order_intake import TakeInOrder
from namndstod.services.commands.delegation_records import (
    DropRecord,
    RecordDelegated,
)
from namndstod.services.commands.supporting import IncomingFile
from namndstod.services.delegation.order import order_of
from namndstod.services.delegation.order_intake import plan_order

from .helpers import DAY, House

Make = Callable[[House, str], Command]
NUMBERS = ("SKN 2026/70", "SKN 2026/71", "SKN 2026/72")


def decided(number: str, recipient: str = "Fyrens Bageri AB", amount: int = 30_000) -> DelegatedDecision:
    """A decision as it is typed in."""
    return DelegatedDecision(
        id="",
        body_id="",
        position=0,
        diary_number=number,
        kind="Mikrobidrag",
        recipient=recipient,
        amount=amount,
        decided_by="Ines Falk",
        decided_by_title="Områdeschef",
        decided_on=date(2026, 2, 2),
        point="3.2",
    )


def prepare(house: House, meeting: str) -> None:
    """Three decisions in the register: the first reported at the meeting, the second with a letter."""
    house.session.do(AddDelegated(house.body_id, tuple(decided(n) for n in NUMBERS)))
    house.session.do(ReportDelegated(meeting, (stored(house).id,)))
    house.session.do(WriteLetter(first_letter(stored(house, 1), DAY)))
    house.session.do(KeepWithDecision(stored(house, 1).id, (kept_file("brev.pdf"),)))
    manager = delegate("Förvaltningschef", DelegateKind.MANAGER, id="manager")
    passed_on = delegate("Områdeschef", DelegateKind.EMPLOYEE, given_by="manager")
    house.session.do(AddPoint(point(house, "3.2"), (manager, passed_on)))
    house.session.do(AddPoint(point(house, "9.1", "Svara på enkäter.")))


def stored(house: House, number: int = 0) -> DelegatedDecision:
    """One of the prepared decisions."""
    return house.find(DelegatedDecision, diary_number=NUMBERS[number])[0]


def kept_file(name: str) -> IncomingFile:
    """A file that lies among the binder's."""
    return IncomingFile(name.encode().hex().ljust(64, "0")[:64], 10, "application/pdf", name)


def document(house: House) -> DecisionDocument:
    """The prepared file of a decision."""
    return house.find(DecisionDocument)[0]


def point(house: House, number: str, text: str = "Stöd till företag.") -> DelegationPoint:
    """A point as it is typed in."""
    return DelegationPoint(
        id="", body_id=house.body_id, number=number, position=0, text=text, valid_from=date(2025, 1, 1)
    )


def delegate(title: str, kind: DelegateKind, id: str = "", given_by: str | None = None) -> Delegate:
    """A delegate as it is typed in."""
    since = date(2025, 1, 1)
    return Delegate(
        id=id, point_id="", position=0, kind=kind, title=title, valid_from=since, given_by=given_by
    )


def point_at(house: House, number: str) -> DelegationPoint:
    """One of the prepared points."""
    return house.find(DelegationPoint, number=number)[0]


def order_read(house: House) -> TakeInOrder:
    """A workbook with a new point, one that is changed, and one that is no more there."""
    chief = FoundDelegate(title="Förvaltningschef", kind=DelegateKind.MANAGER)
    points = (
        FoundPoint(source_row=2, number="3.2", text="Stöd till alla.", delegates=(chief,)),
        FoundPoint(source_row=3, number="3.3", text="Yttranden.", delegates=(chief,)),
    )
    day = date(2026, 3, 1)
    found = FoundOrder(points=points, fields=("number", "text", "delegate"))
    with house.session.reading() as reader:
        rows = plan_order(found, order_of(reader, house.body_id), house.body_id, day)
    return TakeInOrder("ordning.xlsx", day, rows)


def delegate_at(house: House, title: str) -> Delegate:
    """One of the prepared delegates."""
    return house.find(Delegate, title=title)[0]


def letter(house: House) -> DecisionLetter:
    """The prepared letter."""
    return house.find(DecisionLetter)[0]


def differing(house: House) -> str:
    """Let the prepared letter say another amount and recipient; return the id of its decision."""
    other = replace(letter(house), max_amount=12_500, recipient=("Kvistens AB", "Hamngatan 1"))
    house.session.do(WriteLetter(other))
    return other.decision_id


def recorded(house: House) -> str:
    """Record the second decision separately and return its id."""
    id = stored(house, 1).id
    house.session.do(RecordDelegated((id,), DAY))
    return id


def list_of(house: House, meeting: str | None = None) -> TakeInDecisions:
    """A list with two new decisions and a change of one that is there."""
    rows = (
        FoundDecision(2, diary_number="SKN 2026/90", kind="Mikrobidrag", recipient="Kajens AB"),
        FoundDecision(3, diary_number="SKN 2026/91", kind="Mikrobidrag", recipient="Siv Bergkvist"),
    )
    return TakeInDecisions(
        house.body_id,
        kept_file("lista.xlsx"),
        "Ines Falk",
        (3, 3),
        rows,
        (ChangedDecision(stored(house, 1), (("amount", 4_000),), 4),),
        "Januari",
        (date(2026, 1, 1), date(2026, 1, 31)),
        (mapping(house, ("diary_number", "recipient")),),
        meeting,
    )


def mapping(house: House, fields: tuple[str, ...]) -> ColumnMapping:
    """What the columns of a sender's list mean."""
    return ColumnMapping(
        id="mapping", body_id=house.body_id, sender="Ines Falk", headings=("Nr", "Till"), fields=fields
    )


OF_THE_REGISTER: dict[str, Make] = {
    "TakeInDecisions": lambda h, m: list_of(h),
    "RememberColumns": lambda h, m: RememberColumns(h.body_id, (mapping(h, ("serial", "recipient")),)),
    "AddDelegated": lambda h, m: AddDelegated(h.body_id, (decided("SKN 2026/80"), decided("SKN 2026/81"))),
    "ChangeDelegated": lambda h, m: ChangeDelegated(replace(stored(h, 1), amount=None, point="3.10")),
    "RemoveDelegated": lambda h, m: RemoveDelegated((stored(h, 1).id, stored(h, 2).id)),
    "ChangeTogether": lambda h, m: ChangeTogether((stored(h, 1).id, stored(h, 2).id), "point", "3.10"),
    "KeepWithDecision": lambda h, m: KeepWithDecision(
        stored(h, 2).id, (kept_file("a.pdf"), kept_file("b.pdf"), kept_file("a.pdf"))
    ),
    "RenameDecisionFile": lambda h, m: RenameDecisionFile(document(h).id, "Undertecknat beslut"),
    "DropDecisionFile": lambda h, m: DropDecisionFile(document(h).id),
    "RemoveLetter": lambda h, m: RemoveLetter(stored(h, 1).id),
    "AddPoint": lambda h, m: AddPoint(
        point(h, "3.3"), (delegate("Ordförande", DelegateKind.CHAIR), delegate("Chef", DelegateKind.MANAGER))
    ),
    "ChangePoint": lambda h, m: ChangePoint(replace(point_at(h, "3.2"), max_amount=50_000)),
    "ChangePoint from a day": lambda h, m: ChangePoint(
        replace(point_at(h, "3.2"), text="Stöd."), date(2026, 3, 1)
    ),
    "TakeInOrder": lambda h, m: order_read(h),
    "EndPoint": lambda h, m: EndPoint(point_at(h, "3.2").id, date(2026, 12, 31)),
    "RemovePoint": lambda h, m: RemovePoint(point_at(h, "9.1").id),
    "WaivePoint": lambda h, m: WaivePoint(point_at(h, "3.2").id, "gäller enstaka bidrag"),
    "AddDelegate": lambda h, m: AddDelegate(
        replace(delegate("Enhetschef", DelegateKind.EMPLOYEE), point_id=point_at(h, "3.2").id)
    ),
    "ChangeDelegate": lambda h, m: ChangeDelegate(replace(delegate_at(h, "Områdeschef"), name="Bo Ek")),
    "EndDelegate": lambda h, m: EndDelegate(delegate_at(h, "Förvaltningschef").id, date(2026, 5, 1)),
    "RemoveDelegate": lambda h, m: RemoveDelegate(delegate_at(h, "Förvaltningschef").id),
    "WriteLetter": lambda h, m: WriteLetter(first_letter(stored(h, 2), DAY)),
    "WriteLetter changed": lambda h, m: WriteLetter(replace(letter(h), reasons="Det behövs.")),
    "WriteLetter in one field": lambda h, m: WriteLetter(replace(letter(h), summary="Kort."), "summary"),
}
OF_RECORDS: dict[str, Make] = {
    "RecordDelegated": lambda h, m: RecordDelegated((stored(h, 1).id, stored(h, 2).id), DAY),
    "RecordDelegated announced": lambda h, m: RecordDelegated((recorded(h),), DAY, DAY),
    "DropRecord": lambda h, m: DropRecord((recorded(h),)),
}
OF_LETTERS: dict[str, Make] = {
    "BeginLetter": lambda h, m: BeginLetter(h.body_id, decided("SKN 2026/85")),
    "TakeFromLetter": lambda h, m: TakeFromLetter(differing(h), ("amount", "recipient")),
}
OF_THE_REGISTER |= OF_RECORDS | OF_LETTERS
OF_A_MEETING: dict[str, Make] = {
    "TakeInDecisions reported": lambda h, m: list_of(h, m),
    "ChangeDelegated reported": lambda h, m: ChangeDelegated(replace(stored(h), recipient="Kvistens AB")),
    "ReportDelegated": lambda h, m: ReportDelegated(m, (stored(h, 1).id, stored(h, 2).id)),
    "WithdrawDelegated": lambda h, m: WithdrawDelegated((stored(h).id,)),
}
