"""Läs in: the papers that were brought at the left, the rows of the chosen one at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from namndstod.domain.swedish import counted
from namndstod.services.commands.base import Command
from namndstod.services.commands.supporting import IncomingFile
from namndstod.services.intake.papers import IncomingPaper
from namndstod.services.intake.planning import Mode
from namndstod.services.intake.reading import PaperReader
from namndstod.ui.background import Task
from namndstod.ui.kit.basics import Button, ButtonKind, EmptyState, Hairline, Label
from namndstod.ui.kit.dropping import dropped, welcome
from namndstod.ui.kit.flow import FlowLayout
from namndstod.ui.kit.item_list import ItemList
from namndstod.ui.kit.keys import add_key
from namndstod.ui.kit.progress_pane import ProgressPane
from namndstod.ui.kit.split import Memory, SplitPane
from namndstod.ui.kit.theme import set_area
from namndstod.ui.kit.tokens import Tone, Type
from namndstod.ui.workspace.actions import Actions
from namndstod.ui.workspace.step_view import column, foot

from .paper_page import PaperPage
from .table import Compared, Table
from .words import counts, files, paper_row

FILTER = "Papper som kan läsas in (*.docx *.pdf *.txt);;Alla filer (*)"


class IntakePage(QWidget):
    """Papers on their way in. Nothing is stored before a person takes them; each taking is one undo.

    Without a meeting only a kallelse can be taken; `meetingMade` then hands the other papers on.
    """

    left = Signal()
    taken = Signal(str)  # id of an ärende that was made or changed
    meetingMade = Signal(str, object)  # meeting id, the papers that are left
    minutesBrought = Signal(object)  # paths of minutes that came without a meeting
    changed = Signal()  # what the head should say

    def __init__(self, actions: Actions, memory: Memory | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        set_area(self, "background")
        self._actions = actions
        self._reader = PaperReader(actions.workplace)
        self.table = Table(actions.session)
        self._task: Task | None = None
        self.papers = ItemList("Papper att läsa in", number_width=26)
        self.page = PaperPage()
        self.add = Button("Fler filer …", icon="plus", hint="Ctrl Shift L")
        self.take_all = Button("Läs in alla", ButtonKind.PRIMARY, hint="Ctrl Shift Enter")
        self.take = Button("Läs in det här", hint="Ctrl Enter")
        self.leave_out = Button("Ta inte med", ButtonKind.QUIET, hint="Delete")
        self.back = Button("Stäng", ButtonKind.QUIET, hint="Esc")
        self._sum = Label("", Type.BODY, "muted", wrap=True)
        self.empty = EmptyState(
            "document",
            "Inga papper att läsa in",
            "Dra hit FöredragningsPM, kallelser och beslutsbrev, eller en hel mapp. Inget sparas förrän du "
            "har valt.",
            "Välj filer …",
            self.choose_files,
            hint="Ctrl Shift L",
        )
        panes = SplitPane(
            [column(self.papers, Hairline(), self._foot(), grows=0), self._right()],
            [320, 860],
            name="läs in",
            memory=memory,
        )
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(panes)
        self._wire()
        self._show()

    def _foot(self) -> QWidget:
        self.progress = ProgressPane("Filer lästa")
        return column(self.progress, foot(self.add))

    def _right(self) -> QWidget:
        bar = QWidget()
        set_area(bar, "surface")
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 10, 16, 10)
        row.setSpacing(8)
        self._sum.setMinimumWidth(110)
        row.addWidget(self._sum, 1)
        acts = QWidget()
        flow = FlowLayout(acts)  # two lines in a narrow window: no key is cut
        for button in (self.back, self.leave_out, self.take, self.take_all):
            flow.addWidget(button)
        row.addWidget(acts)
        self._bar = column(Hairline(), bar)
        return column(self.page, self.empty, self._bar, area="background", grows=0)

    def _wire(self) -> None:
        self.papers.currentIdChanged.connect(self._choose_paper)
        self.papers.activatedId.connect(lambda _: self.page.first().setFocus(Qt.FocusReason.OtherFocusReason))
        self.papers.removeRequested.connect(lambda _: self.leave_paper())
        self.page.ticked.connect(self._tick)
        self.page.modeChosen.connect(lambda mode: self._choose(mode=mode))
        self.page.targetChosen.connect(lambda target: self._choose(target=target))
        self.add.clicked.connect(self.choose_files)
        self.progress.cancel.clicked.connect(self._cancelled)
        self.take_all.clicked.connect(self.take_in_all)
        self.take.clicked.connect(self.take_in_one)
        self.leave_out.clicked.connect(self.leave_paper)
        self.back.clicked.connect(self.left)
        for keys, act in (
            ("Ctrl+Return", self.take_in_one),
            ("Ctrl+Enter", self.take_in_one),
            ("Ctrl+Shift+Return", self.take_in_all),
            ("Ctrl+Shift+Enter", self.take_in_all),
            ("Ctrl+PgDown", lambda: self.go(1)),
            ("Ctrl+PgUp", lambda: self.go(-1)),
            ("Esc", self.left.emit),
        ):
            add_key(self, keys, act)

    # --- which papers ----------------------------------------------------------------------------

    def begin(
        self,
        meeting_id: str,
        paths: Sequence[Path] = (),
        papers: Sequence[IncomingPaper] = (),
        dropped_on: str = "",
    ) -> None:
        """Go on with a meeting (or none): read files, and show papers that are read already."""
        other = meeting_id != self.table.meeting_id
        if other:
            self.stop()
        self.table.lay(meeting_id, papers, dropped_on)
        if other or papers or not paths:  # else what is shown stays until the files are read
            self._show()
        if paths:
            self._read(paths)
        elif self.table.empty:
            self.choose_files()

    @property
    def waits(self) -> bool:
        """Whether papers lie here that nobody has decided on."""
        return not self.table.empty or self._task is not None

    def pills(self) -> list[tuple[str, Tone]]:
        """What the head says of the papers."""
        shown = self.table.all()
        if not shown:
            return []
        rows = tuple(r for s in shown if s.mode is Mode.READ for r in s.rows)
        pills = [(counted(len(shown), "papper", "papper"), Tone.NEUTRAL)]
        return [*pills, (counts(rows), Tone.INFO)] if rows else pills

    def refresh(self) -> None:
        """Compare with how the meeting is now."""
        if not self.table.empty:
            self._show()

    def choose_files(self) -> None:
        """Choose files on the disk."""
        dialog = QFileDialog(self, "Läs in")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(FILTER)
        dialog.filesSelected.connect(lambda names: self._read([Path(n) for n in names]))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files anywhere on the page."""
        welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read dropped files and folders."""
        self._read(dropped(event))

    def stop(self) -> None:
        """Stop reading; what is read stays."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._progressed(0, 0, "")

    def _read(self, paths: Sequence[Path]) -> None:
        if not paths:
            return
        self.stop()

        def work(task: Task) -> None:
            for paper in self._reader.read(paths, task.report):
                self._actions.background.tell(partial(self._arrived, task, paper))

        self._task = self._actions.background.run_long(
            work, owner=self, done=lambda _: self._read_all(), failed=self._failed, progress=self._progressed
        )
        self._progressed(0, len(paths), "")

    def _cancelled(self) -> None:
        """Stop, and go on with what is read."""
        self.stop()
        self._show()
        self.papers.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrived(self, task: Task, paper: IncomingPaper) -> None:
        if task is self._task:
            self.table.add(paper)

    def _read_all(self) -> None:
        """Compare all of them, which takes long when they are many."""
        minutes = self.table.take_minutes()
        if minutes:
            self.minutesBrought.emit(minutes)
        self._actions.background.run(self.table.compare, owner=self, done=self._compared, failed=self._failed)

    def _compared(self, compared: Compared) -> None:
        self.stop()
        self.table.settle(compared)
        self._show_table()
        self.papers.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: Exception) -> None:
        self.stop()
        self._show()
        self._actions.background.failed.emit(error)

    def _progressed(self, done: int, total: int, _: str) -> None:
        self.progress.show_progress(done, total, f"{done} av {total} lästa")

    # --- what is chosen --------------------------------------------------------------------------

    def go(self, step: int) -> None:
        """Go to the next paper, or the one before."""
        model = self.papers.item_model()
        at = self.papers.currentIndex().row() + step
        if 0 <= at < model.rowCount():
            self.papers.setCurrentIndex(model.index(at))

    def _tick(self, row: str, on: bool) -> None:
        self.table.tick(self.papers.current_id() or "", row, on)
        self._tell()

    def _choose(self, mode: object = None, target: str | None = None) -> None:
        chosen = mode if isinstance(mode, Mode) else None
        self.table.choose(self.papers.current_id() or "", chosen, target)
        self._show()

    def leave_paper(self) -> None:
        """Let the chosen paper be."""
        key = self.papers.current_id()
        if key:
            self.table.remove([key])
            self._show()

    # --- taking ----------------------------------------------------------------------------------

    def take_in_one(self) -> None:
        """Take in the chosen paper."""
        key = self.papers.current_id()
        if key:
            self._take([key])

    def take_in_all(self) -> None:
        """Take in all papers in one go; a kallelse goes first, since the others belong to its meeting."""
        self._take(self.table.calls or self.table.keys)

    def _take(self, keys: Sequence[str]) -> None:
        wanted = self.table.wanted(keys)
        if not wanted:
            return
        papers = [self.table.paper(key) for key in wanted]
        self._settle(busy=True)
        self._actions.background.run(
            self._actions.workplace.conversions.take_in,
            [p.path for p in papers],
            owner=self,
            done=lambda incoming: self._store(
                wanted, dict(zip([p.path for p in papers], incoming, strict=True))
            ),
            failed=self._not_stored,
        )

    def _not_stored(self, error: Exception) -> None:
        self._settle(busy=False)
        self._actions.errorRaised.emit(error)

    def _store(self, keys: Sequence[str], incoming: dict[Path, IncomingFile]) -> None:
        self._settle(busy=False)
        stale = [k for k in keys if incoming[self.table.paper(k).path].sha256 != self.table.paper(k).sha256]
        if stale:
            self._actions.toast("Filen har ändrats sedan den lästes och läses om. Se vad som står i den nu.")
            self._again(stale)
            return
        command = self._actions.attempt(lambda: self.table.command(keys, incoming))
        if command is not None:
            self._do(command, keys)

    def _do(self, command: Command, keys: Sequence[str]) -> None:
        call = keys[0] in self.table.calls
        text = (
            "Kallelsen är inläst."
            if call
            else f"{files(len(keys))} {'är inläst' if len(keys) == 1 else 'är inlästa'}."
        )
        outcome = self._actions.do_with_undo(command, text)
        if outcome is None:
            return
        done_with = self.table.left_out if len(keys) > 1 else []
        self.table.remove([*self.table.with_copies(keys), *done_with])
        if call and outcome.result:
            rest = self.table.hand_over() if outcome.result != self.table.meeting_id else ()
            self._show()
            self.meetingMade.emit(outcome.result, rest)
            return
        self._show()
        if self.table.empty:
            self.taken.emit(outcome.result or "")

    def _again(self, keys: Sequence[str]) -> None:
        paths = [self.table.paper(k).path for k in keys]
        self.table.remove(keys)
        self._read(paths)

    # --- what is shown ---------------------------------------------------------------------------

    def _settle(self, *, busy: bool) -> None:
        for button in (self.take, self.take_all, self.leave_out):
            button.setEnabled(not busy)
        if not busy:
            self._tell()

    def _show(self) -> None:
        """Compare again, and show the papers."""
        self._actions.attempt(self.table.plan)
        self._show_table()

    def _show_table(self) -> None:
        rows = [paper_row(n, shown) for n, shown in enumerate(self.table.all(), 1)]
        before = self.papers.currentIndex().row()
        with QSignalBlocker(self.papers):  # what is current is shown below, once
            self.papers.set_rows(rows)
            if rows and self.papers.current_id() is None:
                self.papers.set_current_id(rows[min(max(before, 0), len(rows) - 1)].id)
        self._show_paper()
        self.page.setVisible(bool(rows))
        self._bar.setVisible(bool(rows))
        self.empty.setVisible(not rows and self._task is None)
        self._tell()

    def _choose_paper(self, _: str) -> None:
        self._show_paper()
        self._tell()

    def _show_paper(self) -> None:
        shown = self.table.shown(self.papers.current_id() or "")
        if shown is not None:
            self.page.show_paper(shown, self.table.ticked(shown.key))

    def _tell(self) -> None:
        """Say what the buttons would do."""
        shown = self.table.shown(self.papers.current_id() or "")
        can = shown is not None and bool(self.table.wanted([shown.key]))
        self.take.setEnabled(can)
        self.take.setText(
            "Bifoga den här" if shown is not None and shown.mode is Mode.ATTACH else "Läs in det här"
        )
        ready = self.table.wanted(self.table.calls or self.table.keys)
        self.take_all.setEnabled(bool(ready))
        self.take_all.setText("Läs in kallelsen" if self.table.calls else "Läs in alla")
        several = len(self.table.keys) > 1
        self.take_all.setVisible(several)
        self.take.set_kind(ButtonKind.SECONDARY if several else ButtonKind.PRIMARY)
        left = self.table.unanswered(shown.key) if shown is not None else 0
        self._sum.setText(f"{counted(left, 'rad', 'rader')} att ta ställning till" if left else "")
        self.changed.emit()
