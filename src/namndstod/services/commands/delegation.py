"""Decisions made by delegation: the register, what is reported at a meeting, and the letters."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, ClassVar, Final

from namndstod.domain.delegation import DecisionDocument, DecisionLetter, DelegatedDecision, called
from namndstod.domain.delegation_order import Order, appealed
from namndstod.domain.delegation_standing import TOLD
from namndstod.domain.errors import RuleBroken
from namndstod.domain.recorded import require_as_announced
from namndstod.domain.records import (
    Appeal,
    Body,
    ItemKind,
    ItemPurpose,
    Meeting,
    MeetingState,
    Section,
    SectionState,
    new_id,
)
from namndstod.domain.states import is_frozen
from namndstod.services.delegation.decisions import report_item, standing_of
from namndstod.services.delegation.order import order_of
from namndstod.storage.bulk import parts

from .agenda import AddItem
from .base import Command, Desk

TOGETHER: Final = (
    "kind", "branch", "gender", "municipality", "decided_by", "decided_by_title", "decided_on", "point",
    "urgent", "appeal", "personal",
)  # fmt: skip
"""The fields that several decisions may be given the same value in."""
_TOLD_SOURCE: Final = "KL 6 kap. 40 § och 8 kap. 10 §"
_BLANK: Final = DelegatedDecision(id="", body_id="", position=0)
ITEM_TITLE: Final = "Anmälan av delegationsbeslut"


@dataclass(frozen=True)
class AddDelegated(Command):
    """Enter delegated decisions in a body's register, last and in the order given.

    Ids, places and what they are reported at are the register's own: those of `decisions` are not looked at.
    Each is appealed as its point says, unless it says another way than the usual one, and is an
    ordförandebeslut where its point is for what is urgent.
    """

    label: ClassVar[str] = "nya delegationsbeslut"
    body_id: str
    decisions: tuple[DelegatedDecision, ...]

    def run(self, desk: Desk) -> str | None:
        """Return the id of the last one."""
        desk.work.get(Body, self.body_id)
        last = desk.work.maximum(DelegatedDecision, "position", body_id=self.body_id) or 0
        order = order_of(desk.work, self.body_id)
        if any(map(is_empty, self.decisions)):
            raise RuleBroken("Skriv diarienummer, vad beslutet gäller eller vem det gäller.", field="kind")
        made = [
            replace(
                appealed(_BLANK, decision, order),
                urgent=decision.urgent or order.urgent(decision.point, decision.decided_on),
                id=new_id(),
                version=0,
                body_id=self.body_id,
                position=position,
                item_id=None,
            )
            for position, decision in enumerate(self.decisions, last + 1)
        ]
        desk.work.add_all(made)
        return made[-1].id if made else None


@dataclass(frozen=True)
class ChangeDelegated(Command):
    """Change the facts of a delegated decision to those of `decision`, which carries its stored id.

    With another point comes its way to appeal, unless somebody has said another one.
    """

    label: ClassVar[str] = "ändra delegationsbeslut"
    decision: DelegatedDecision

    def run(self, desk: Desk) -> None:
        """Store what differs; place and where it is reported stay."""
        if is_empty(self.decision):
            raise RuleBroken("Skriv diarienummer, vad beslutet gäller eller vem det gäller.", field="kind")
        stored = desk.work.get(DelegatedDecision, self.decision.id)
        decision = appealed(stored, self.decision, order_of(desk.work, stored.body_id))
        require_as_announced(stored, decision)
        desk.work.change(stored, **_facts(decision, but=("body_id", "position", "item_id")))


@dataclass(frozen=True)
class ChangeTogether(Command):
    """Give several delegated decisions the same value in one of the fields of `TOGETHER`."""

    label: ClassVar[str] = "ändra flera delegationsbeslut"
    decision_ids: tuple[str, ...]
    field: str
    value: str | bool | date | Appeal | None

    def run(self, desk: Desk) -> None:
        """Store what differs."""
        if self.field not in TOGETHER:
            raise RuleBroken("Uppgiften kan inte ändras för flera beslut samtidigt.", field=self.field)
        values: dict[str, Any] = {self.field: self.value}
        orders: dict[str, Order] = {}
        before = desk.work.get_all(DelegatedDecision, self.decision_ids)
        after = []
        for stored in before:
            if stored.body_id not in orders:
                orders[stored.body_id] = order_of(desk.work, stored.body_id)
            changed = replace(stored, **values)
            told = {"appeal": appealed(stored, changed, orders[stored.body_id]).appeal, **values}
            changed = replace(stored, **told)
            require_as_announced(stored, changed)
            if is_empty(changed):
                number = changed.serial or "Ett av besluten"
                raise RuleBroken(f"{number} skulle bli utan uppgift om vad det gäller.", field=self.field)
            after.append(changed)
        desk.work.change_all(before, after)


@dataclass(frozen=True)
class RemoveDelegated(Command):
    """Take delegated decisions out of the register, with their letters and files."""

    label: ClassVar[str] = "ta bort delegationsbeslut"
    decision_ids: tuple[str, ...]

    def run(self, desk: Desk) -> None:
        """Remove them; what is reported stays where it was reported."""
        decisions = _not_reported(desk, self.decision_ids, "tas bort")
        for part in parts(decisions):
            ids = [d.id for d in part]
            desk.work.remove_all(desk.work.find(DecisionLetter, decision_id=ids))
            desk.work.remove_all(desk.work.find(DecisionDocument, decision_id=ids))
        desk.work.remove_all(decisions)


@dataclass(frozen=True)
class ReportDelegated(Command):
    """Anmäl: put delegated decisions on a meeting's list (KL 6:40, 7:8).

    They come to its item for delegated decisions, which is made when the meeting has none.
    """

    label: ClassVar[str] = "anmäl delegationsbeslut"
    meeting_id: str
    decision_ids: tuple[str, ...]

    def run(self, desk: Desk) -> str:
        """Return the id of the item."""
        decisions = _not_reported(desk, self.decision_ids, "anmälas igen")
        item_id = item_to_report_at(desk, self.meeting_id, {d.body_id for d in decisions})
        desk.work.change_all(decisions, [replace(d, item_id=item_id) for d in decisions])
        return item_id


@dataclass(frozen=True)
class WithdrawDelegated(Command):
    """Take delegated decisions off the list of a meeting that has not come to them."""

    label: ClassVar[str] = "ta bort från anmälan"
    decision_ids: tuple[str, ...]

    def run(self, desk: Desk) -> None:
        """Let them stand on no list."""
        decisions = _not_reported(desk, self.decision_ids, "tas bort från anmälan")
        desk.work.change_all(decisions, [replace(d, item_id=None) for d in decisions])


@dataclass(frozen=True)
class WriteLetter(Command):
    """Write the beslutsbrev of a decision, or change it to `letter`. `field` names the one being typed in."""

    label: ClassVar[str] = "skriv beslutsbrev"
    letter: DecisionLetter
    field: str = ""

    def run(self, desk: Desk) -> str:
        """Return the id of the letter."""
        letter = self.letter
        if letter.period_from and letter.period_to and letter.period_to < letter.period_from:
            raise RuleBroken("Perioden kan inte sluta innan den börjar.", field="period_to")
        if letter.share_percent is not None and not 0 <= letter.share_percent <= 100:
            raise RuleBroken("Andelen är mellan 0 och 100 procent.", field="share_percent")
        stored = desk.work.first(DecisionLetter, decision_id=letter.decision_id)
        if stored is None:
            return desk.work.add(replace(letter, version=0)).id
        facts = _facts(letter, but=("decision_id",))
        return desk.work.change(stored, **({self.field: facts[self.field]} if self.field else facts)).id

    def coalesce(self) -> str | None:
        """Typing in the same field is one step."""
        return f"letter:{self.letter.decision_id}:{self.field}" if self.field else None


@dataclass(frozen=True)
class RemoveLetter(Command):
    """Take the beslutsbrev of a decision away."""

    label: ClassVar[str] = "ta bort beslutsbrev"
    decision_id: str

    def run(self, desk: Desk) -> None:
        """Remove it; the decision stays."""
        for letter in desk.work.find(DecisionLetter, decision_id=self.decision_id):
            desk.work.remove(letter)


def item_to_report_at(desk: Desk, meeting_id: str, body_ids: Collection[str]) -> str:
    """Return the meeting's item for delegated decisions, made when there is none.

    Raises RuleBroken when nothing can be reported there, or not for decisions of these bodies.
    """
    meeting = desk.work.get(Meeting, meeting_id)
    if meeting.state is MeetingState.CANCELLED:
        raise RuleBroken("Sammanträdet är inställt: inget kan anmälas där.")
    if is_frozen(meeting):
        raise RuleBroken("Protokollet är justerat eller låst: anmäl på ett senare sammanträde.")
    if any(body_id != meeting.body_id for body_id in body_ids):
        raise RuleBroken(
            "Beslutet är fattat på en annan nämnds vägnar och anmäls där.", source="KL 7 kap. 8 §"
        )
    item = report_item(desk.work, meeting_id)
    if item is not None and desk.work.first(Section, item_id=item.id, state=SectionState.DECIDED):
        raise RuleBroken(
            "Paragrafen där delegationsbesluten anmäls är redan beslutad. "
            "Anmäl på nästa sammanträde, eller öppna paragrafen igen."
        )
    return item.id if item is not None else _new_item(desk, meeting_id)


def is_empty(decision: DelegatedDecision) -> bool:
    """Whether nothing says which decision it is."""
    return not (decision.diary_number.strip() or decision.kind.strip() or decision.recipient.strip())


def _facts(record: DelegatedDecision | DecisionLetter, but: Sequence[str]) -> dict[str, Any]:
    return {f.name: getattr(record, f.name) for f in fields(record) if f.name not in ("id", "version", *but)}


def _not_reported(desk: Desk, decision_ids: Sequence[str], what: str) -> list[DelegatedDecision]:
    """Return the decisions. Raises RuleBroken when one of them was reported already."""
    decisions = desk.work.get_all(DelegatedDecision, decision_ids)
    standing = standing_of(desk.work, decisions)
    told = [d for d in decisions if standing[d.id] in TOLD]
    if told:
        one = told[0]
        how = "anmält" if one.item_id is not None else "särskilt protokollfört och anslaget"
        raise RuleBroken(f"Beslutet {called(one)} är redan {how} och kan inte {what}.", source=_TOLD_SOURCE)
    return decisions


def _new_item(desk: Desk, meeting_id: str) -> str:
    return AddItem(meeting_id, ITEM_TITLE, ItemKind.REPORT, purpose=ItemPurpose.DELEGATED).run(desk)
