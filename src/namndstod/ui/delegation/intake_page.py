"""Läs in delegationsbeslut: a list is read in the background, looked at, and taken in as one act."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from namndstod.domain.delegation import ColumnMapping, Delegate, DelegatedDecision, DelegationPoint
from namndstod.domain.intake.found_delegated import FoundColumn
from namndstod.domain.records import AgendaItem, Meeting
from namndstod.domain.swedish import counted, day_month
from namndstod.services.delegation.bringing import BroughtList, ListReader
from namndstod.services.delegation.mappings import mapping_of
from namndstod.services.delegation.planning import PlanState
from namndstod.ui.kit.basics import Button, ButtonKind, EmptyState, Hairline
from namndstod.ui.kit.dropping import dropped, welcome
from namndstod.ui.kit.keys import add_key
from namndstod.ui.kit.progress_pane import ProgressPane
from namndstod.ui.kit.split import Memory, SplitPane
from namndstod.ui.kit.tokens import Tone
from namndstod.ui.view import View

from .intake_head import IntakeHead
from .intake_row import RowPane
from .intake_table import IntakeTable
from .intake_words import covering, told
from .mapping_bar import MappingBar

if TYPE_CHECKING:
    from namndstod.services.session import Outcome
    from namndstod.ui.background import Task
    from namndstod.ui.workspace.actions import Actions

_FILTER = "Listor (*.xlsx *.xlsm *.xls *.ods *.csv);;Alla filer (*)"


class DelegatedIntakeView(View):
    """Nothing is stored before «Läs in»; then all that is ticked is, in one step of undo."""

    cares_for = frozenset({AgendaItem, DelegatedDecision, Delegate, DelegationPoint, Meeting})
    left = Signal()
    taken = Signal(str)  # the id of the body

    def __init__(self, actions: Actions, memory: Memory | None = None, parent: QWidget | None = None) -> None:
        super().__init__("Läs in delegationsbeslut", actions, parent)
        self.header.set_crumb("Delegationsbeslut")
        self.setAcceptDrops(True)
        self._reader = ListReader(actions.workplace)
        self._brought: BroughtList | None = None
        self._body_id = ""
        self._told: tuple[ColumnMapping, ...] = ()  # what a person has just said of the columns
        self._task: Task | None = None
        self._storing = False
        self._behind = False  # the register has changed while something was under way
        self.close_button = Button("Stäng", ButtonKind.QUIET, hint="Esc")
        self.choose = Button("Annan lista …", icon="folder", hint="Ctrl O")
        self.take = Button("Läs in", ButtonKind.PRIMARY, hint="Ctrl Enter")
        for widget in (self.close_button, self.choose, self.take):
            self.header.add_action(widget)
        self.head = IntakeHead()
        self.report = self.head.report
        self.mapping = MappingBar()
        self.table = IntakeTable()
        self.row = RowPane()
        self.progress = ProgressPane("Inläsning av listan")
        self.stack = QStackedWidget()
        self._none = EmptyState(
            "document",
            "Läs in en lista över delegationsbeslut",
            "Dra hit listan som Excel, ODS eller CSV. Kolumnerna förstås av sig själva, och varje rad "
            "prövas mot delegationsordningen. Inget sparas förrän du har sett den.",
            "Välj lista …",
            self.choose_file,
            hint="Ctrl O",
        )
        self.stack.addWidget(self._none)
        self.stack.addWidget(self._shown(memory))
        self.column.addWidget(self.progress)
        self.column.addWidget(self.stack, 1)
        self._wire()
        self._show()

    def _shown(self, memory: Memory | None) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(Hairline())
        column.addWidget(self.mapping)
        column.addWidget(Hairline())
        panes = SplitPane([self.table, self.row], [840, 340], name="läs in delegationsbeslut", memory=memory)
        column.addWidget(panes, 1)
        return whole

    def _wire(self) -> None:
        self.close_button.clicked.connect(self.left)
        self.choose.clicked.connect(self.choose_file)
        self.take.clicked.connect(self.take_in)
        self.progress.cancel.clicked.connect(self.stop)
        self.mapping.changed.connect(self._mean)
        self.head.stateChosen.connect(lambda _: self._show_rows())
        self.head.senderWritten.connect(lambda _: self._compare())
        self.head.bodyChosen.connect(self._choose_body)
        self.head.tickWanted.connect(lambda on: self.table.rows.tick_shown(on=on))
        self.head.marksWanted.connect(self.save_marked)
        self.head.letterWanted.connect(self.copy_letter)
        self.table.rows.toggled.connect(self._tell)
        self.table.currentIdChanged.connect(lambda _: self.row.show_row(self.table.current_row()))
        for keys, act in (
            ("Esc", self.left.emit),
            ("Ctrl+O", self.choose_file),
            ("Ctrl+Return", self.take_in),
            ("Ctrl+Enter", self.take_in),
            ("Ctrl+M", self.save_marked),
        ):
            add_key(self, keys, act)
        key = add_key(self.table, "K", lambda: self.mapping.fold.click())
        key.setContext(Qt.ShortcutContext.WidgetShortcut)

    # --- the list --------------------------------------------------------------------------------

    def begin(self, path: Path, body_id: str = "") -> None:
        """Read a list for a body (or the one there is)."""
        self._told = ()
        self.head.forget()
        self._read(path, body_id or self._body_id)

    def ask_for_list(self, body_id: str = "") -> None:
        """Let a list be chosen for a body at once, unless one is already being read or looked at."""
        if self._brought is None and self._task is None:
            self._body_id = body_id or self._body_id
            self.choose_file()

    def choose_file(self) -> None:
        """Choose a list on the disk."""
        dialog = QFileDialog(self, "Läs in delegationsbeslut")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_FILTER)
        dialog.fileSelected.connect(lambda name: self.begin(Path(name)))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a list anywhere on the page."""
        welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read a dropped list; one at a time."""
        paths = dropped(event)
        if len(paths) > 1:
            self.actions_.toast("Läs in en lista i taget. Den första läses nu.")
        if paths:
            self.begin(paths[0])

    def stop(self) -> None:
        """Read no more; what is shown stays. What is being stored is stored."""
        if self._task is not None and not self._storing:
            self._task.cancel()
            self._task = None
            self.actions_.workplace.reader.cancel()
        self._progressed(0, 0, "")

    def reload(self) -> None:
        """Compare with how the register is now."""
        self._behind = self._task is not None
        if self._brought is not None and not self._behind:
            self._compare()

    def _read(self, path: Path, body_id: str) -> None:
        self.stop()
        columns, sender = self._told, self.head.written_sender()

        def work(task: Task) -> BroughtList:
            return self._reader.read(path, body_id, task.report, sender=sender, columns=columns)

        self._start(work, self._arrived)

    def _compare(self) -> None:
        brought, sender = self._brought, self.head.written_sender()
        if brought is None or self._storing:
            return
        self.stop()
        who = brought.plan.sender if sender is None else sender
        self._start(lambda _: self._reader.again(brought, who), self._arrived)

    def _start(self, work: Callable[[Task], BroughtList], done: Callable[[BroughtList], None]) -> None:
        self._behind = False
        self._task = self.actions_.background.run_long(
            work, owner=self, done=done, failed=self._failed, progress=self._progressed
        )
        self._tell()

    def _arrived(self, brought: BroughtList) -> None:
        self._task = None
        self._progressed(0, 0, "")
        before = self._brought
        fresh = before is None or before.path != brought.path
        self._brought, self._body_id = brought, brought.plan.body_id
        self.table.rows.chosen = _kept_ticks(before, self.table.rows.chosen, brought)
        self._show()
        self._catch_up()
        if fresh:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: Exception) -> None:
        self._task, self._storing = None, False
        self._progressed(0, 0, "")
        self._show()  # the list shown before, if any, is whole again
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # «Avbryt» had it
        self.actions_.background.failed.emit(error)
        self._catch_up()

    def _catch_up(self) -> None:
        """Compare once more with a register that has changed meanwhile."""
        if self._behind:
            self._behind = False
            self.reload()

    def _progressed(self, done: int, total: int, text: str) -> None:
        self.progress.show_progress(done, total, text)
        self.progress.cancel.setVisible(not self._storing)

    def _mean(self, table: int, columns: tuple[FoundColumn, ...]) -> None:
        """Read the list anew with what a person says of its columns; it is remembered when it is taken in."""
        brought = self._brought
        if brought is None:
            return
        said = mapping_of(brought.plan.body_id, brought.plan.sender, columns)
        before = brought.plan.found.tables[table].columns
        kept = tuple(m for m in self._told if m.headings != tuple(c.heading for c in before))
        self._told = (said, *kept)
        self._read(brought.path, brought.plan.body_id)

    def _choose_body(self, body_id: str) -> None:
        if self._brought is not None:
            self._read(self._brought.path, body_id)

    # --- what is shown ---------------------------------------------------------------------------

    def _show(self) -> None:
        brought = self._brought
        self.stack.setCurrentIndex(0 if brought is None else 1)
        self.setFocusProxy(self.table if brought is not None else self._none.button or self._none)
        for widget in (self.choose, self.take):
            widget.setVisible(brought is not None)
        if brought is not None:
            plan = brought.plan
            self.head.show_list(brought, told(plan))
            self.mapping.show_tables(plan.found.tables)
            coming = brought.coming
            self.report.setEnabled(coming is not None)
            where = f"sammanträdet {day_month(coming.day)}" if coming is not None else "nästa sammanträde"
            self.report.setText(f"Anmäl på {where}")
            self.report.setToolTip("" if coming else "Nämnden har inget kommande sammanträde.")
            self._show_rows()
        self._tell()

    def _show_rows(self) -> None:
        if self._brought is not None:
            rows = self._brought.plan.rows
            self.table.show_plan(rows, self.table.rows.chosen, self.head.state())
            self.row.show_row(self.table.current_row())

    def _tell(self) -> None:
        """Say what the buttons would do."""
        number = len(self.table.rows.chosen) if self._brought is not None else 0
        self.take.setText(f"Läs in {counted(number, 'beslut', 'beslut')}" if number else "Läs in")
        self.take.setEnabled(bool(number) and self._task is None)
        plan = self._brought.plan if self._brought is not None else None
        wrong = plan.counts.get(PlanState.ERROR, 0) if plan is not None else 0
        self.head.set_busy(self._task is not None)
        self.header.set_pills([(f"{wrong} fel", Tone.MEND)] if wrong else [])

    # --- what can be done ------------------------------------------------------------------------

    def take_in(self) -> None:
        """Take in all that is ticked."""
        brought, chosen = self._brought, frozenset(self.table.rows.chosen)
        if brought is None or not chosen or self._task is not None:
            return
        meeting = brought.coming.id if self.report.isChecked() and brought.coming is not None else None
        self._storing = True

        def work(task: Task) -> Outcome | None:
            return self._reader.take_in(brought, chosen, meeting, task.report)

        self._task = self.actions_.background.run_long(
            work,
            owner=self,
            done=partial(self._stored, brought, len(chosen)),
            failed=self._failed,
            progress=self._progressed,
        )
        self._tell()

    def _stored(self, brought: BroughtList, number: int, outcome: Outcome | None) -> None:
        self._task, self._storing = None, False
        self._progressed(0, 0, "")
        if outcome is None:
            self.actions_.toast("Listan har ändrats sedan den lästes och läses om. Se vad som står i den nu.")
            self._read(brought.path, brought.plan.body_id)
            return
        text = counted(number, "beslut är inläst", "beslut är inlästa") + "."
        self.actions_.toast(text, "Ångra", partial(self.actions_.take_back, outcome))
        self._brought = None
        self.head.forget()
        self.report.setChecked(False)
        self._show()
        self.taken.emit(brought.plan.body_id)

    def save_marked(self) -> None:
        """Write the list with its errors marked beside the file that came."""
        brought = self._brought
        if brought is None or self._task is not None:
            return

        def saved(made: tuple[Path, str]) -> None:
            self._task = None
            self._tell()
            path, reason = made
            text = f"Sparad som ”{path.name}” i samma mapp. {reason}".strip()
            self.actions_.toast(text, "Kopiera följebrev", partial(self.copy_letter, path.name))

        self._task = self.actions_.background.run(
            self._reader.marked, brought, owner=self, done=saved, failed=self._failed
        )
        self._tell()

    def copy_letter(self, name: str = "") -> None:
        """Put a short letter to the sender on the clipboard."""
        if self._brought is not None:
            marked = name or f"{self._brought.path.stem} att rätta.xlsx"
            QGuiApplication.clipboard().setText(covering(self._brought.plan, marked))
            self.actions_.toast("Följebrevet är kopierat: klistra in det i mejlet.")


def _kept_ticks(before: BroughtList | None, chosen: set[int], brought: BroughtList) -> set[int]:
    """Return the rows that are ticked: as proposed, but for what a person has settled of the same rows."""
    if before is None or before.plan.found is not brought.plan.found:
        return set(brought.chosen)
    settled = (brought.chosen | (chosen - before.chosen)) - (before.chosen - chosen)
    rows = brought.plan.rows
    return {place for place in settled if rows[place].takes}
