"""What can be done with the decisions of the register, from its buttons and keys."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.letters import first_letter
from namndstod.domain.swedish import counted, day_month
from namndstod.services.commands.delegation import (
    AddDelegated,
    ChangeDelegated,
    ChangeTogether,
    RemoveDelegated,
    ReportDelegated,
    WithdrawDelegated,
    WriteLetter,
)
from namndstod.services.commands.delegation_letters import BeginLetter
from namndstod.services.pasting import parse_decisions

from ..view import View
from .detail import DetailPane
from .form import DelegatedForm
from .keeper import Keeper
from .shown import Shown
from .table import RegisterTable, ids_of

if TYPE_CHECKING:
    from ..kit.basics import EmptyState
    from ..kit.split import Memory
    from .letter_page import LetterPage
    from .together import TogetherForm

RECENT = 1000  # decisions that the form proposes words from


class RegisterActs(View):
    """The half of DelegatedView that changes something; the other half builds and shows it."""

    orderRequested = Signal(str)  # the id of the body
    listBrought = Signal(str, str)  # a list to read in (or none yet), the id of the body

    shown: Shown
    keeper: Keeper
    table: RegisterTable
    form: DelegatedForm
    pane: DetailPane
    _body_id: str
    _wanted_id: str
    _memory: Memory | None
    _none: QWidget
    _no_hits: EmptyState
    _forms: QVBoxLayout
    _stack: QStackedWidget
    _letter: LetterPage | None
    _together: TogetherForm | None

    def _show(self) -> None:
        """Show what is wanted, and its sums."""

    def _choose_wanted(self) -> None:
        """Choose the decision of `_wanted_id` once it is read."""

    def _chosen(self) -> tuple[DelegatedDecision, ...]:
        return tuple(self.shown.register.of(self.table.chosen_slots()))

    def flush(self) -> None:
        """Store what is typed in the letter that is open."""
        if self._letter is not None:
            self._letter.flush()

    def show_order(self) -> None:
        """Ask for the delegationsordning of the body that is shown."""
        self.orderRequested.emit(self._body_id)

    def add(self) -> None:
        """Ask for a new decision."""
        self._none.hide()
        self.pane.recording.hide()
        self.form.begin()

    def add_urgent(self) -> None:
        """Ask for a new ordförandebeslut."""
        self.add()
        self.form.make_urgent()

    def begin_letter(self, decision: DelegatedDecision) -> None:
        """Enter a new decision together with its beslutsbrev, and open that."""
        made = self.actions_.do(BeginLetter(self._body_id, decision))
        if made is not None and made.result:
            self._leave_form()
            self._wanted_id = made.result  # where one comes back to
            self._choose_wanted()
            self.open_letter(made.result)

    def change_chosen(self) -> None:
        """Ask for changes to the chosen decision, or to all that are chosen."""
        chosen = self._chosen()
        if len(chosen) == 1:
            self.form.begin(chosen[0])
        elif chosen:
            self._form_of_several().begin(len(chosen), chosen[:RECENT])

    def _form_of_several(self) -> TogetherForm:
        if self._together is None:
            from .together import TogetherForm

            self._together = TogetherForm()
            self._together.written.connect(self._change_together)
            self._together.left.connect(self._leave_form)
            self._forms.addWidget(self._together)
        self.form.hide()
        return self._together

    def _change_together(self, field: str, value: object) -> None:
        ids = ids_of(self.shown, self.table.chosen_slots())
        said = counted(len(ids), "beslut är ändrat", "beslut är ändrade")
        command = ChangeTogether(ids, field, value)  # type: ignore[arg-type]
        if self.actions_.do_with_undo(command, f"{said}.") is not None:
            self._leave_form()

    def _store(self, decision: DelegatedDecision) -> None:
        """Store what was written; after a new one comes the next."""
        if decision.id:
            if self.actions_.do(ChangeDelegated(decision)) is not None:
                self._leave_form()
            return
        made = self.actions_.do(AddDelegated(self._body_id, (decision,)))
        if made is not None:
            register = self.shown.register
            self.form.set_known([*reversed(register.of(register.live[:RECENT])), decision])
            self.form.begin()

    def _leave_form(self) -> None:
        self.form.hide()
        if self._together is not None:
            self._together.hide()
        self._show()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def read_list(self) -> None:
        """Ask for a list to read in."""
        self.listBrought.emit("", self._body_id)

    def keep_with(self, decision_id: str, paths: Sequence[Path]) -> None:
        """Keep files with a decision, which is chosen."""
        if not decision_id:
            self.actions_.toast("Släpp filen på det beslut som den hör till.")
            return
        self.table.set_current_id(decision_id)
        self.pane.show_chosen(self.table.chosen_slots())
        self.pane.files.keep(paths)

    def paste_rows(self) -> None:
        """Take in rows copied from a spreadsheet; what is unclear is told and left empty."""
        if not self._body_id:
            return
        found = parse_decisions(QGuiApplication.clipboard().text())
        if not found.decisions:
            self.actions_.toast(
                next(iter(found.unclear), "Inga rader är kopierade. Kopiera dem i Excel först.")
            )
            return
        number = counted(len(found.decisions), "beslut är inläst", "beslut är inlästa")
        unclear = f" Se över: {' '.join(found.unclear[:2])}" if found.unclear else ""
        self.actions_.do_with_undo(AddDelegated(self._body_id, found.decisions), f"{number}.{unclear}")

    def report_all(self) -> None:
        """Put all that is not reported on the next meeting's list."""
        if self._report(self.shown.waiting()):
            self._go_on("")

    def report_chosen(self) -> None:
        """Put what is chosen on the next meeting's list."""
        slots = self.table.chosen_slots()
        following = self.table.id_after(slots)
        if self._report(slots):
            self._go_on(following)

    def _report(self, slots: Sequence[int]) -> bool:
        coming = self.keeper.coming
        if coming is None or not slots:
            return False
        number = counted(len(slots), "beslut anmäls", "beslut anmäls")
        command = ReportDelegated(coming.id, ids_of(self.shown, slots))
        said = f"{number} på sammanträdet {day_month(coming.day)}."
        return self.actions_.do_with_undo(command, said) is not None

    def withdraw_chosen(self) -> None:
        """Take what is chosen off the list of the meeting."""
        chosen = self._chosen()
        if chosen:
            said = "Beslutet anmäls inte." if len(chosen) == 1 else f"{len(chosen)} beslut anmäls inte."
            following = self.table.id_after(self.table.chosen_slots())
            if self.actions_.do_with_undo(WithdrawDelegated(tuple(d.id for d in chosen)), said) is not None:
                self._go_on(following)

    def remove_chosen(self) -> None:
        """Take what is chosen out of the register."""
        chosen = self._chosen()
        if chosen:
            one = chosen[0]
            name = one.diary_number or one.recipient or one.kind
            said = f"{name} är borttaget." if len(chosen) == 1 else f"{len(chosen)} beslut är borttagna."
            following = self.table.id_after(self.table.chosen_slots())
            if self.actions_.do_with_undo(RemoveDelegated(tuple(d.id for d in chosen)), said) is not None:
                self._go_on(following)

    def _go_on(self, decision_id: str) -> None:
        """Stand at the next decision: the button that was pressed may be gone, and the focus with it."""
        if decision_id:
            self.table.set_current_id(decision_id)
        self._stand()

    def _stand(self) -> None:
        """Stand among the decisions, or at the way back to them where none fits in."""
        back = self._no_hits.button if self._no_hits.isVisible() else None
        (back or self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def write_letter(self) -> None:
        """Open the beslutsbrev of the chosen decision; the first time, one is begun."""
        chosen = self._chosen()
        if len(chosen) != 1:
            return
        if chosen[0].id not in self.shown.register.letters:
            begun = first_letter(chosen[0], self.session.today)
            if self.actions_.do(WriteLetter(begun)) is None:
                return
        self.open_letter(chosen[0].id)

    def open_letter(self, decision_id: str) -> None:
        """Show the letter of a decision in place of the register."""
        if self._letter is None:
            from .letter_page import LetterPage

            self._letter = LetterPage(self.actions_, self._memory)
            self._letter.left.connect(self.leave_letter)
            self._stack.addWidget(self._letter)
        if self._letter.open(decision_id):
            self._stack.setCurrentWidget(self._letter)
            self.header.hide()
            self._letter.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _letter_shown(self) -> LetterPage | None:
        """The letter that stands in place of the register."""
        return self._letter if self._stack.currentWidget() is self._letter else None

    def go_home(self) -> None:
        """Leave a letter for the register."""
        if letter := self._letter_shown:
            letter.leave()

    def leave_letter(self) -> None:
        """Go back to the register."""
        self.header.show()
        self._stack.setCurrentIndex(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
