"""The minutes out for signing: each one signs on a day of their own, or refuses a §; taking them back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain import signing
from namndstod.domain.records import Meeting, MeetingState
from namndstod.domain.swedish import listed, long_date, section_range
from namndstod.domain.view import MeetingView
from namndstod.services.commands.signing import RefuseSections, Sign, WithdrawFromSigning
from namndstod.ui.kit.basics import Button, ButtonKind, Card, Label, Pill
from namndstod.ui.kit.dates import DateEdit
from namndstod.ui.kit.fields import Combo, LineEdit
from namndstod.ui.kit.names_field import Name, NamesField
from namndstod.ui.kit.tokens import Tone, Type

from .actions import Actions
from .inline_form import InlineForm


class SigningCard(Card):
    """A row for each who signs. Shown while the minutes are out, and when they were signed in this way."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("Underskrifter")
        self.follow_width()
        self.setParent(parent)
        self._actions = actions
        self._view: MeetingView | None = None
        self._advice = Label(
            "Protokollet är låst tills alla har undertecknat. Var och en justerar på sin egen dag; den sista "
            "underskriftens dag är dagen för justeringen.",
            Type.BODY,
            "muted",
            wrap=True,
        )
        self.rows: list[SignerRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.refusal = RefuseForm()
        self.withdrawal = WithdrawForm()
        self.withdraw = Button("Återkalla …", ButtonKind.QUIET, icon="undo", small=True)
        foot = QHBoxLayout()
        foot.addWidget(self.withdraw)
        foot.addStretch(1)
        self.body.addWidget(self._advice)
        self.body.addLayout(self._list)
        self.body.addWidget(self.refusal)
        self.body.addWidget(self.withdrawal)
        self.body.addLayout(foot)
        self.withdraw.clicked.connect(self._ask_why)
        self.refusal.refused.connect(self._refuse)
        self.refusal.left.connect(self.refusal.hide)
        self.withdrawal.withdrawn.connect(self._withdraw)
        self.withdrawal.left.connect(self._leave_withdrawal)

    def show_view(self, view: MeetingView) -> None:
        """Show who has signed."""
        other = self._view is None or self._view.meeting.id != view.meeting.id
        self._view = view
        out = view.meeting.sent_for_signing is not None and view.meeting.state is MeetingState.CLOSED
        self.setVisible(out or bool(view.signatures))
        if other or not out:
            self.refusal.hide()
            self.withdrawal.hide()
        self._advice.setVisible(out)
        self.withdraw.setVisible(out and self.withdrawal.isHidden())
        who = signing.signers(view) if not self.isHidden() else ()
        while len(self.rows) > len(who):
            gone = self.rows.pop()
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.rows) < len(who):
            self.rows.append(self._new_row())
        for row, people in zip(self.rows, who, strict=True):
            row.show_signer(view, people, self._actions.session.today, out=out)

    def _new_row(self) -> SignerRow:
        row = SignerRow()
        row.signed.connect(self._sign)
        row.refuses.connect(self._ask_refusal)
        self._list.addWidget(row)
        return row

    def _sign(self, person_id: str, day: date) -> None:
        if self._view is None:
            return
        view = self._view
        outcome = self._actions.do(Sign(view.meeting.id, person_id, day))
        if outcome is None:
            return
        meetings = [c.after for c in outcome.changes if isinstance(c.after, Meeting)]
        approved = next((m.approval_date for m in meetings if m.state is MeetingState.APPROVED), None)
        if approved is not None:
            self._actions.toast(f"Alla har undertecknat. Protokollet är justerat {long_date(approved)}.")
        else:
            self._actions.toast(f"{view.label(person_id)} har undertecknat {long_date(day)}.")

    def _ask_refusal(self, person_id: str) -> None:
        if self._view is not None:
            self.refusal.open_for(self._view, person_id)

    def _refuse(self, person_id: str, sections: tuple[str, ...], reason: str) -> None:
        view = self._view
        if view is None:
            return
        outcome = self._actions.do(RefuseSections(view.meeting.id, person_id, sections, reason))
        if outcome is not None:
            self.refusal.hide()
            numbers = section_range(s.number for s in view.sections if s.section.id in sections and s.number)
            where = "står på nästa sammanträdes lista" if outcome.result else "tas upp vid nästa sammanträde"
            self._actions.toast(f"Vägran är antecknad. Justeringen av {numbers} {where}.")

    def _ask_why(self) -> None:
        self.withdraw.hide()
        self.withdrawal.enter(self.withdrawal.reason)

    def _leave_withdrawal(self) -> None:
        self.withdrawal.hide()
        self.withdraw.show()

    def _withdraw(self, reason: str) -> None:
        if self._view is not None:
            outcome = self._actions.do(WithdrawFromSigning(self._view.meeting.id, reason))
            if outcome is not None:
                self.withdrawal.reason.clear()
                self._actions.toast("Protokollet är återkallat och kan ändras igen.")


class SignerRow(QWidget):
    """One who signs (or whoever of two does it): the day, and the button that notes it."""

    signed = Signal(str, object)  # person id, day
    refuses = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._people: tuple[str, ...] = ()
        self._asked = ""
        self.name = Label("", Type.MEDIUM, wrap=True)
        self.pill = Pill()
        self.note = Label("", Type.SMALL, "look", wrap=True)
        self.who = Combo()
        self.who.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.who.setMinimumContentsLength(12)
        self.day = DateEdit()
        self.day.setMaximumWidth(150)
        self.sign = Button("Har undertecknat")
        self.refuse = Button("Vägrar …", ButtonKind.QUIET)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name, 1)
        head.addWidget(self.who, 1)
        head.addWidget(self.pill)
        self._acts = QWidget()
        acts = QHBoxLayout(self._acts)
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(8)
        acts.addWidget(self.day)
        acts.addWidget(self.sign)
        acts.addWidget(self.refuse)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addWidget(self._acts)
        self.sign.clicked.connect(self._sign)
        self.refuse.clicked.connect(lambda: self.refuses.emit(self.person()))

    def person(self) -> str:
        """The id of who signs."""
        return str(self.who.value()) if len(self._people) > 1 else self._people[0]

    def show_signer(self, view: MeetingView, people: tuple[str, ...], today: date, *, out: bool) -> None:
        """Show one who signs; `people` are that person and whoever may do it instead."""
        signature = next((s for s in view.signatures if s.person_id in people and s.signed), None)
        if people != self._people:
            self._people = people
            self.who.clear()
            for person in people:
                self.who.addItem(view.label(person), person)
        names = listed([view.label(p) for p in people], "eller")
        one = view.label(signature.person_id) if signature is not None else names
        waits = out and signature is None
        self.name.setText(one)
        self.name.setVisible(not (waits and len(people) > 1))
        self.who.setVisible(waits and len(people) > 1)
        self.who.setAccessibleName("Vem som justerar")
        if signature is not None and signature.signed is not None:
            self.pill.set(f"undertecknat {long_date(signature.signed)}", Tone.DONE)
        else:
            self.pill.set("väntar" if out else "", Tone.LOOK)
        if waits and self._asked != view.meeting.id:  # a day that is being chosen stays
            self._asked = view.meeting.id
            self.day.set_date(today)
        self.day.setAccessibleName(f"Dag för underskrift: {names}")
        self.sign.setAccessibleName(f"{names} har undertecknat")
        self.refuse.setAccessibleName(f"{names} vägrar justera en paragraf")
        self._acts.setVisible(waits)
        refused = [s for s in view.signatures if s.person_id in people and s.refused]
        words = [
            f"Justerar inte {section_range(n for n in _numbers(view, s.refused))}: {s.reason}"
            for s in refused
        ]
        self.note.setText("\n".join(words))
        self.note.setVisible(bool(words))

    def _sign(self) -> None:
        day = self.day.date() if self.day.is_valid() else None
        if day is None:
            self.day.setFocus()
        else:
            self.signed.emit(self.person(), day)


def _numbers(view: MeetingView, sections: tuple[str, ...]) -> list[int]:
    return [s.number for s in view.sections if s.section.id in sections and s.number is not None]


class RefuseForm(InlineForm):
    """Which §§ a justerare refuses, and why."""

    refused = Signal(str, object, str)  # person id, section ids, reason

    def __init__(self) -> None:
        super().__init__("Anteckna vägran")
        self._person = ""
        self._who = Label("", Type.MEDIUM, wrap=True)
        self.sections = NamesField("§ 12, § 14")
        self.reason = LineEdit()
        self.add_widget(self._who)
        self.add_line(("sections", "Paragrafer", self.sections, 1), ("reason", "Varför", self.reason, 2))

    def open_for(self, view: MeetingView, person_id: str) -> None:
        """Ask which §§ somebody refuses."""
        self._person = person_id
        self._who.setText(f"{view.label(person_id)} vägrar justera")
        self.sections.set_names(
            [Name(f"§ {s.number}", (s.section.id,)) for s in view.sections if s.number is not None]
        )
        self.sections.clear()
        self.reason.clear()
        self.enter(self.sections)

    def missing(self) -> str:
        """Say what is missing."""
        if self.sections.unknown():
            return f"”{self.sections.unknown()}” är ingen paragraf i protokollet."
        if not self.sections.chosen():
            return "Vilka paragrafer? Skriv § 12."
        return "" if self.reason.text().strip() else "Ange varför paragrafen inte justeras."

    def hand_over(self) -> None:
        """Give what is written."""
        self.refused.emit(self._person, self.sections.chosen(), self.reason.text().strip())


class WithdrawForm(InlineForm):
    """Why the minutes are taken back."""

    withdrawn = Signal(str)

    def __init__(self) -> None:
        super().__init__("Återkalla")
        self.reason = LineEdit(placeholder="till exempel fel bilaga")
        self.add_line(("reason", "Varför återkallas protokollet?", self.reason, 1))

    def missing(self) -> str:
        """Say what is missing."""
        return (
            ""
            if self.reason.text().strip()
            else "Ange varför. Underskrifter som har getts gäller inte längre."
        )

    def hand_over(self) -> None:
        """Give the reason."""
        self.withdrawn.emit(self.reason.text().strip())
