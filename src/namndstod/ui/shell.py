"""The shell: fills the frame with the start or with an open binder, and goes between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from namndstod.domain.errors import (
    BinderBusy,
    BinderDamaged,
    EnvironmentProblem,
    FileVanished,
    NamndstodError,
    ReadOnly,
    UpgradeFailed,
)

from .background import Background
from .doors import Doors
from .faces import Faces
from .frame import Frame, commit_typing
from .handbook.opener import HandbookOpener
from .kit.theme import Scheme, Theme
from .kit.toast import Toast
from .kit.tokens import Tone
from .memory import Memory
from .reports import Report, Reports

if TYPE_CHECKING:
    from namndstod.services.upkeep import Backup
    from namndstod.services.workplace import Workplace

    from .doorbell import Doorbell
    from .main_window import MainWindow

_LISTEN_AFTER = 500
"""Milliseconds after a binder is shown: what is needed for it is not loaded while one waits."""

Way = tuple[str, Callable[[], object]]


class Shell(QObject):
    """Opens, makes and closes binders, in the background, and shows what they hold."""

    def __init__(
        self,
        qt: QApplication,
        frame: Frame,
        memory: Memory,
        reports: Reports,
        doors: Doors | None = None,
        theme: Theme | None = None,
    ) -> None:
        super().__init__(frame)
        self.frame = frame
        self.memory = memory
        self.doors = doors or Doors()
        scheme = Scheme(memory.scheme) if memory.scheme in list(Scheme) else Scheme.SYSTEM
        self.theme = theme or Theme(qt, scheme)
        self.reports = reports
        self.background = Background(self)
        self.toast = Toast(frame)
        self.faces = Faces(frame, self.toast, reports)
        self.background.failed.connect(self.faces.show)
        self.handbook = HandbookOpener(frame, self._shown)
        self._say = ""  # what is said when the binder is open
        self._stop: Report | None = None  # of where the program was stopped the last time, until it is told
        self.main: MainWindow | None = None
        self.workplace: Workplace | None = None
        self._bell: Doorbell | None = None

    def start(self, binder: Path | None) -> None:
        """Open `binder`, or the one that was open last, or show the start."""
        recent = self.memory.recent
        if binder is not None:
            self.open(binder)
        elif self.memory.reopen and recent:
            self.open(recent[0])
        else:
            self.show_start()

    def open(self, path: Path, read_only: bool = False) -> None:
        """Open a binder in the background; what stands in the way is explained with a way on."""
        person = self.memory.person
        self.background.run(
            lambda: self.doors.open(path, person, read_only=read_only),
            owner=self,
            done=self._opened,
            failed=lambda error: self._not_opened(path, error),
        )
        from . import main_window  # noqa: F401 (loaded while the binder opens)

    def create(self, folder: Path, name: str, person: str) -> None:
        """Make a binder and open it."""
        self.memory.person = person
        self.toast.show_message("Pärmen skapas …", Tone.INFO)
        self.background.run(
            lambda: self.doors.create(folder, name, person),
            owner=self,
            done=self._opened,
            failed=lambda error: self._not_made(folder, name, person, error),
        )

    def demonstrate(self) -> None:
        """Make the made-up region in a new folder and open it."""
        from .places import binder_folder

        folder = binder_folder("Demonstration")
        if folder.is_dir() and any(folder.glob("*.namndstod")):
            self.open(folder)
            return
        self.toast.show_message("Den påhittade regionen läggs upp. Det tar några sekunder.")
        self.background.run(
            self.doors.demonstration, folder, owner=self, done=lambda path: self.open(path), failed=self._show
        )

    def show_start(self) -> None:
        """Show the start."""
        from .start_view import StartView

        view = StartView(self.memory.recent, self.memory.person)
        view.openRequested.connect(self.open)
        view.createRequested.connect(self.create)
        view.demonstrationRequested.connect(self.demonstrate)
        view.handbookRequested.connect(self.handbook.open)
        view.aboutRequested.connect(self.show_about)
        self.frame.setWindowTitle("Nämndstöd")
        self.frame.setCentralWidget(view)

    def close_binder(self) -> None:
        """Close the binder and show the start."""
        self.memory.reopen = False
        self._let_go()
        self.show_start()

    def restore(self, backup: Backup) -> None:
        """Make the binder what it was at `backup`, and show it anew."""
        if self.workplace is None:
            return
        from namndstod.services.upkeep import restore

        self.remember_place()
        path = self.workplace.session.binder.path
        self.background.run(
            restore, self.workplace.session, backup, owner=self, done=lambda _: self._restored(path)
        )

    def _restored(self, path: Path) -> None:
        self._let_go()
        self._say = "Pärmen är återställd."
        self.open(path)

    def remember_place(self) -> None:
        """Store what is typed and where one is."""
        commit_typing()
        if self.main is not None:
            self.main.flush()
            self.main.remember_place()

    def close(self) -> None:
        """Let go of everything; the program ends."""
        self._let_go()
        self.background.close()
        self.reports.close()

    def _let_go(self) -> None:
        self.remember_place()
        if self.main is not None:
            self.main.let_go()
            self.frame.takeCentralWidget()
            self.main.deleteLater()
            self.main = None
        if self._bell is not None:
            self._bell.silence()
        if self.workplace is not None:
            workplace, self.workplace = self.workplace, None
            self.background.cancel_all()
            try:
                workplace.close()
            except NamndstodError as error:  # the backup failed; the binder itself is stored and closed
                self.reports.note(f"closing: {type(error).__name__}")

    def _opened(self, workplace: Workplace) -> None:
        from .main_window import MainWindow

        self._let_go()
        self.toast.hide()
        self.workplace = workplace
        binder = workplace.session.binder
        self.memory.opened(binder.path)
        self.main = MainWindow(workplace, self.memory, self.background, self.faces, self.toast, self.theme)
        self.main.closeBinderRequested.connect(self.close_binder)
        self.main.restoreRequested.connect(self.restore)
        self.main.handbookRequested.connect(self.handbook.open)
        self.main.aboutRequested.connect(self.show_about)
        self.frame.setWindowTitle(f"{binder.name} – Nämndstöd")
        self.frame.setCentralWidget(self.main)
        self.main.resume()
        self.background.run(workplace.session.back_up_daily, owner=self.main, failed=self._show)
        self._say_what_happened()
        if not binder.read_only:
            QTimer.singleShot(_LISTEN_AFTER, self, self._listen)

    def _listen(self) -> None:
        """Come forward when the binder is double-clicked again."""
        if self.workplace is None:
            return
        from .doorbell import Doorbell

        if self._bell is None:
            self._bell = Doorbell(self)
            self._bell.rung.connect(self.frame.come_forward)
        self._bell.listen(self.workplace.session.binder.database)

    def show_about(self) -> None:
        """Show «Om Nämndstöd»."""
        from .about.about_sheet import AboutSheet

        AboutSheet(self.frame, self.background).open()

    def tell_of_stops(self, stops: Sequence[str]) -> None:
        """Say, when there is something on the screen, that the program was stopped the last time it ran."""
        for stop in stops:
            self._stop = self.reports.write_places(stop)
        if self.frame.centralWidget() is not None:
            self._say_what_happened()

    def _say_what_happened(self) -> None:
        stop, self._stop = self._stop, None
        binder = self.workplace.session.binder if self.workplace is not None else None
        said, self._say = self._say, ""
        if stop:
            text = "Nämndstöd stoppades oväntat förra gången. Allt som stod som sparat finns kvar."
            show = partial(self.faces.show_stop, stop)
            self.toast.show_message(text, Tone.LOOK, action="Visa rapporten", on_action=show)
        elif binder is not None and binder.upgraded is not None and self.main is not None:
            text = "Pärmen är förd till den här versionen av Nämndstöd. Som den var innan är den kopierad."
            show = partial(self.main.show_backup, binder.upgraded)
            self.toast.show_message(text, action="Visa säkerhetskopian", on_action=show)
        elif said:
            self.toast.show_message(said)

    def _shown(self) -> str:
        """Return the view or the step that is looked at, for the handbook."""
        if self.main is None:
            return "start"
        here, space = self.main.stack.currentWidget(), self.main.workspace
        if space is not None and here is space:
            return space.place()[0]
        return next((key for key, view in self.main.views.items() if view is here), "overview")

    def _not_opened(self, path: Path, error: Exception) -> None:
        if isinstance(error, BinderBusy) and self._shown_elsewhere(path):
            return
        if self.frame.centralWidget() is None:
            self.show_start()
        if not isinstance(error, EnvironmentProblem):
            self.faces.show(error)
            return
        self.faces.show(error, self._ways_on(path, error))

    def _shown_elsewhere(self, path: Path) -> bool:
        """Let another window of ours that has the binder come forward; one opened for it alone closes."""
        from .doorbell import ring

        if not ring(path):
            return False
        if self.frame.centralWidget() is None:
            self.frame.close()
        else:
            self.toast.show_message("Pärmen är öppen i ett annat fönster, som nu ligger överst.", Tone.INFO)
        return True

    def _ways_on(self, path: Path, error: EnvironmentProblem) -> list[Way]:
        if isinstance(error, UpgradeFailed):
            report = self.reports.write(error)
            return [
                ("Visa felrapporten", lambda: self.faces.show_report(report)),
                ("Öppna en annan …", self._choose),
            ]
        again: Way = ("Försök igen", lambda: self.open(path))
        reading: Way = ("Öppna för att läsa", lambda: self.open(path, read_only=True))
        if isinstance(error, BinderBusy):
            return [reading, again]
        if isinstance(error, ReadOnly):
            return [reading, again]
        if isinstance(error, BinderDamaged):
            return [
                ("Visa mappen", lambda: _show_folder(path)),
                ("Säkerhetskopior …", lambda: self._rescue(path)),
            ]
        if isinstance(error, FileVanished):
            return [("Ta bort ur listan", lambda: self._forget(path)), ("Leta upp pärmen …", self._choose)]
        return [("Öppna en annan …", self._choose), again]

    def _rescue(self, path: Path) -> None:
        from .rescue import RescueSheet

        sheet = RescueSheet(self.frame, path)
        sheet.rescued.connect(self.open)
        sheet.open()

    def _forget(self, path: Path) -> None:
        self.memory.forget(path)
        self.show_start()

    def _choose(self) -> None:
        self.show_start()
        view = self.frame.centralWidget()
        from .start_view import StartView

        if isinstance(view, StartView):
            view.choose()

    def _not_made(self, folder: Path, name: str, person: str, error: Exception) -> None:
        self.faces.show(error, [("Försök igen", lambda: self.create(folder, name, person))])

    def _show(self, error: Exception) -> None:
        self.faces.show(error)


def _show_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path if path.is_dir() else path.parent)))
