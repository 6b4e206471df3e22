"""The faces of an error: a toast for a broken rule, a dialog for disk and lock, a report for a bug."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from namndstod.domain.errors import EnvironmentProblem, NamndstodError

from .kit.toast import Toast
from .kit.tokens import Tone
from .reports import Report, Reports

Actions = Sequence[tuple[str, Callable[[], object]]]


class Faces:
    """Shows errors on `window`. Known errors say what to do; everything else is a bug and gets a report."""

    def __init__(self, window: QWidget, toast: Toast, reports: Reports) -> None:
        self._window = window
        self._toast = toast
        self._reports = reports
        self._showing = False

    def show(self, error: BaseException, actions: Actions = ()) -> None:
        """Show an error; `actions` are the ways on from a problem with disk, lock or file."""
        if isinstance(error, EnvironmentProblem):
            from .kit.dialogs import show_problem

            show_problem(self._window, error, actions)
        elif isinstance(error, NamndstodError):
            self.refuse(error)
        else:
            self._own_up(error)

    def refuse(
        self, error: NamndstodError, action: str = "", on_action: Callable[[], object] | None = None
    ) -> None:
        """Say why something is not done, with the law behind it."""
        source = getattr(error, "source", "")
        text = f"{error} ({source})" if source else str(error)
        self._toast.show_message(text, Tone.LOOK, action=action, on_action=on_action)

    def attempt(self, act: Callable[[], object], actions: Actions = ()) -> bool:
        """Do `act`; show what the program knows to explain. False when it was not done."""
        try:
            act()
        except NamndstodError as error:
            self.show(error, actions)
            return False
        return True

    def _own_up(self, error: BaseException) -> None:
        report = self._reports.write(error)
        if self._showing:  # one dialog, however many times a timer or a paint fails
            return
        from .kit.dialogs import show_bug

        self._showing = True
        sheet = show_bug(self._window, report.text, str(report.folder))
        sheet.finished.connect(self._closed)

    def show_stop(self, report: Report) -> None:
        """Show where the program was stopped the last time it ran."""
        from .kit.dialogs import show_stop

        show_stop(self._window, report.text, str(report.folder))

    def show_report(self, report: Report) -> None:
        """Show the report of what was told before."""
        from .kit.dialogs import show_report

        show_report(self._window, report.text, str(report.folder))

    def _closed(self) -> None:
        self._showing = False
