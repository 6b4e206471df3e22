"""Läs in äldre protokoll: files are read in the background, looked at, and put in the archive in one go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from namndstod.domain.archive import ArchivedMinutes
from namndstod.domain.records import Body, BodyTerm, Meeting
from namndstod.domain.swedish import counted, day_month
from namndstod.services.commands.archive import TakeInMinutes
from namndstod.services.commands.supporting import IncomingFile
from namndstod.services.intake.old_minutes import (
    OldFile,
    OldRow,
    OldState,
    as_minutes,
    plan_old,
    read_old,
    understood_as,
)
from namndstod.services.intake.papers import MOST, gathered
from namndstod.services.intake.reading import PaperReader
from namndstod.services.reading import bodies
from namndstod.ui.kit.basics import Button, ButtonKind, EmptyState, Hairline
from namndstod.ui.kit.dropping import dropped, welcome
from namndstod.ui.kit.flow import FlowLayout
from namndstod.ui.kit.item_list import ItemList
from namndstod.ui.kit.item_model import ItemRow, PillSpec
from namndstod.ui.kit.keys import add_key
from namndstod.ui.kit.progress_pane import ProgressPane
from namndstod.ui.kit.split import SplitPane
from namndstod.ui.kit.theme import set_area
from namndstod.ui.kit.tokens import Tone
from namndstod.ui.view import View

from .old_row import OldRowPage

if TYPE_CHECKING:
    from namndstod.services.session import Outcome
    from namndstod.ui.background import Task
    from namndstod.ui.workspace.actions import Actions

_FILTER = "Protokoll (*.pdf *.docx *.txt);;Alla filer (*)"
_AT_ONCE = 5  # files that are read before the list is shown anew
_SHOWN_MEANWHILE = 60  # of more than so many the rest come when all are read
_PILLS = {
    OldState.NEW: PillSpec("nytt", Tone.DONE),
    OldState.UNCLEAR: PillSpec("oklart", Tone.LOOK),
    OldState.THERE: PillSpec("finns redan", Tone.NEUTRAL),
}
_TOO_MANY = f"Det är fler än {MOST} filer: de {MOST} första läses. Ta sedan en mapp i taget."
Said = tuple[str, str, date | None]


class OldMinutesView(View):
    """Nothing is stored before «Lägg i arkivet»; then all is, in one step of undo."""

    cares_for = frozenset({ArchivedMinutes, Body, BodyTerm, Meeting})
    left = Signal()
    taken = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("Läs in äldre protokoll", actions, parent)
        self.header.set_crumb("Sammanträden")
        self.setAcceptDrops(True)
        self._reader = PaperReader(actions.workplace)
        self._files: dict[str, OldFile] = {}
        self._said: dict[str, Said] = {}
        self._wanted: list[Path] = []  # what is being read
        self._planned: tuple[OldRow, ...] = ()  # as read and compared
        self._rows: tuple[OldRow, ...] = ()  # and as a person has said
        self._task: Task | None = None
        self._leave = Button("Stäng", ButtonKind.QUIET, hint="Esc")
        self._folder = Button("Mapp …", icon="folder", small=True)
        self._choose = Button("Fler filer …", icon="plus", hint="Ctrl L", small=True)
        self.store = Button("Lägg i arkivet", ButtonKind.PRIMARY, hint="Ctrl Enter")
        self._whole_folder = Button("Läs en hel mapp …", icon="folder")  # before there is a list
        for button in (self._leave, self._whole_folder, self.store):
            self.header.add_action(button)
        self.files = ItemList("Filer med äldre protokoll", number_width=0)
        self.page = OldRowPage()
        self.stack = QStackedWidget()
        self.stack.addWidget(
            EmptyState(
                "binder",
                "Protokoll från tiden före pärmen",
                "Dra hit PDF-, Word- eller textfiler, eller en hel mapp. Paragrafer och rubriker läses ur "
                "dem och blir sökbara, och filerna sparas som de är. Inget läggs in förrän du har sett "
                "listan.",
                "Välj filer …",
                self.choose_files,
                hint="Ctrl L",
            )
        )
        self.stack.addWidget(SplitPane([self._left_pane(), self.page], [360, 834]))
        self.column.addWidget(self.stack, 1)
        self._wire()

    def _left_pane(self) -> QWidget:
        self._progress = ProgressPane("Filer lästa")
        self.leave_out = Button("Ta inte med", ButtonKind.QUIET, hint="Delete", small=True)
        pane = QWidget()
        set_area(pane, "surface")
        foot = FlowLayout(spacing=6)
        for button in (self._choose, self._folder, self.leave_out):
            foot.addWidget(button)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.files, 1)
        column.addWidget(Hairline())
        column.addWidget(self._progress)
        inset = QVBoxLayout()
        inset.setContentsMargins(12, 10, 12, 10)
        inset.addLayout(foot)
        column.addLayout(inset)
        return pane

    def _wire(self) -> None:
        self._leave.clicked.connect(self.left)
        self._choose.clicked.connect(self.choose_files)
        self._folder.clicked.connect(self.choose_folder)
        self._whole_folder.clicked.connect(self.choose_folder)
        self.store.clicked.connect(self.take_in)
        self._progress.cancel.clicked.connect(self.stop)
        self.leave_out.clicked.connect(lambda: self._drop(self.files.current_id() or ""))
        self.files.removeRequested.connect(self._drop)
        self.files.currentIdChanged.connect(lambda _: self._show_row())
        self.files.activatedId.connect(lambda _: self.page.first_open().setFocus())
        self.page.said.connect(self._say)
        for keys, act in (
            ("Esc", self.left.emit),
            ("Ctrl+L", self.choose_files),
            ("Ctrl+Return", self.take_in),
            ("Ctrl+Enter", self.take_in),
        ):
            add_key(self, keys, act)

    def reload(self) -> None:
        """Compare what was read with how the binder is now."""
        self.page.set_bodies(self.session.ask(bodies, self.session.today))
        self._show()
        self._compare(self._show)

    # --- files -----------------------------------------------------------------------------------

    def choose_files(self) -> None:
        """Choose files on the disk."""
        dialog = QFileDialog(self, "Läs in äldre protokoll")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(_FILTER)
        dialog.filesSelected.connect(lambda names: self.read([Path(n) for n in names]))
        dialog.open()

    def choose_folder(self) -> None:
        """Choose a folder; all that it holds is read."""
        dialog = QFileDialog(self, "Läs in protokollen i mappen")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.read([Path(name)]))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files anywhere on the page."""
        welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read dropped files and folders."""
        self.read(dropped(event))

    def read(self, paths: Sequence[Path]) -> None:
        """Read files and folders in the background, besides those that are read already."""
        if not paths:
            return
        wanted = [*self._wanted, *paths]  # those that are being read too
        self.stop()
        self._wanted = wanted
        known = set(self._files)

        def work(task: Task) -> None:
            every = gathered(wanted)
            if len(every) >= MOST:
                self.actions_.background.tell(partial(self.actions_.toast, _TOO_MANY))
            files = [p for p in every if str(p) not in known]
            for number, path in enumerate(files):
                task.report(number, len(files), path.name)
                found = read_old(path, self._reader.minutes)
                self.actions_.background.tell(partial(self._arrived, task, found))

        self._task = self.actions_.background.run_long(
            work, owner=self, done=lambda _: self._read_all(), failed=self._failed, progress=self._progressed
        )
        self._progressed(0, len(wanted), "")

    def stop(self) -> None:
        """Read no more; what is read stays."""
        self._wanted = []
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._compare(self._show)
        self._progress.hide()

    def _arrived(self, task: Task, file: OldFile) -> None:
        if task is self._task:
            self._files[str(file.path)] = file

    def _progressed(self, done: int, total: int, _: str) -> None:
        self._progress.show_progress(done, total, f"{done} av {total} lästa")
        if done % _AT_ONCE == 0 and len(self._files) <= _SHOWN_MEANWHILE:
            self._compare(self._show)

    def _compare(self, then: Callable[[], object]) -> None:
        """Compare all that was read with the binder, in the background: there may be hundreds of files."""

        def compared(rows: tuple[OldRow, ...]) -> None:
            self._planned = tuple(r for r in rows if r.key in self._files)
            then()

        files = tuple(self._files.values())
        self.actions_.background.run(self.session.ask, plan_old, files, owner=self, done=compared)

    def _read_all(self) -> None:
        self._task, self._wanted = None, []
        self._progress.hide()
        self._compare(self._begin)

    def _begin(self) -> None:
        """Work begins at what is unclear."""
        self._show()
        unclear = next((r.key for r in self._rows if r.state is OldState.UNCLEAR), None)
        if unclear is not None:
            self.files.set_current_id(unclear)
        self.files.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: Exception) -> None:
        self.stop()
        self.actions_.background.failed.emit(error)

    # --- the list --------------------------------------------------------------------------------

    def rows(self) -> tuple[OldRow, ...]:
        """The lines as they are shown."""
        return self._rows

    def _show(self) -> None:
        self._rows = tuple(self._as_said(row) for row in self._planned)
        self.files.set_rows([_line(row) for row in self._rows])
        if self._rows and self.files.current_id() is None:
            self.files.set_current_id(self._rows[0].key)
        self.stack.setCurrentIndex(1 if self._rows or self._task is not None else 0)
        self._show_row()
        new = self._ready()
        self._whole_folder.setVisible(self.stack.currentIndex() == 0)
        self.store.setVisible(bool(self._rows))
        count = f"{counted(len(new), 'protokoll', 'protokoll')} " if new else ""
        self.store.setText(f"Lägg {count}i arkivet")
        self.store.setEnabled(bool(new) and self._task is None)
        unclear = sum(r.state is OldState.UNCLEAR for r in self._rows)
        there = sum(r.state is OldState.THERE for r in self._rows)
        pills = [(f"{unclear} oklara" if unclear > 1 else "1 oklart", Tone.LOOK)] if unclear else []
        pills += [(f"{there} finns redan", Tone.NEUTRAL)] if there else []
        self.header.set_pills(pills)

    def _as_said(self, row: OldRow) -> OldRow:
        said = self._said.get(row.key)
        if said is None:
            return row
        body_id, name, day = said
        return self.session.ask(understood_as, row, body_id or None, name, day)

    def _show_row(self) -> None:
        row = next((r for r in self._rows if r.key == self.files.current_id()), None)
        self.leave_out.setEnabled(row is not None)
        self.page.setVisible(row is not None)
        if row is not None:
            self.page.show_row(row)

    def _say(self, body_id: str, name: str, day: date | None) -> None:
        key = self.files.current_id()
        if key:
            self._said[key] = (body_id, name, day)
            self._show()

    def _drop(self, key: str) -> None:
        if key in self._files:
            self._forget([key])
            self._compare(self._show)

    def _forget(self, keys: Sequence[str]) -> None:
        for key in keys:
            self._files.pop(key, None)
            self._said.pop(key, None)
        self._planned = tuple(r for r in self._planned if r.key in self._files)
        self._show()

    # --- taking in -------------------------------------------------------------------------------

    def _ready(self) -> list[OldRow]:
        return [r for r in self._rows if r.state is OldState.NEW]

    def take_in(self) -> None:
        """Put all that is clear in the archive, with the files."""
        new = self._ready()
        if not new or self._task is not None or not self.store.isEnabled():
            return
        self.store.setEnabled(False)
        self.actions_.background.run(
            self.actions_.workplace.conversions.take_in,
            [r.file.path for r in new],
            owner=self,
            done=lambda incoming: self._store(new, incoming),
            failed=self._not_stored,
        )

    def _not_stored(self, error: Exception) -> None:
        self._show()
        self.actions_.errorRaised.emit(error)

    def _store(self, new: Sequence[OldRow], incoming: Sequence[IncomingFile]) -> None:
        changed = [r for r, f in zip(new, incoming, strict=True) if f.sha256 != r.file.sha256]
        if changed:
            self._forget([r.key for r in changed])
            self.actions_.toast("Filer har ändrats sedan de lästes och läses om. Se vad som står i dem nu.")
            self.read([r.file.path for r in changed])
            return
        command = TakeInMinutes(tuple(as_minutes(r, f) for r, f in zip(new, incoming, strict=True)))
        self.actions_.background.run(
            self.session.do,  # thousands of §§ take their time
            command,
            owner=self,
            done=partial(self._stored, [r.key for r in new]),
            failed=self._not_stored,
        )

    def _stored(self, keys: Sequence[str], outcome: Outcome) -> None:
        text = f"{counted(len(keys), 'protokoll', 'protokoll')} i arkivet."
        self.actions_.toast(text, "Ångra", partial(self.actions_.take_back, outcome))
        self._forget(keys)
        if not self._files:
            self.taken.emit()


def _line(row: OldRow) -> ItemRow:
    name = row.file.path.name
    title = f"{day_month(row.day)} {row.day.year}" if row.day else name
    sections = counted(len(row.file.sections), "paragraf", "paragrafer")
    note = f"{row.body_name or 'nämnd saknas'} · {sections if row.day else 'dag saknas'}"
    return ItemRow(row.key, "", title, note, (_PILLS[row.state],))
