"""Dialogs: a sheet with fields, leave to send something out of the program, and the two faces of an error.

All are window modal and shown with `open()`: nothing waits in a nested loop. They go away when closed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from namndstod.domain.errors import EnvironmentProblem, RuleBroken

from .basics import Button, ButtonKind, Hairline, Label, Sign, announce
from .fields import Form
from .theme import set_area
from .tokens import Tone, Type


class Sheet(QDialog):
    """A dialog with a title, a body and buttons at the bottom: Avbryt and one that says what it does."""

    def __init__(self, parent: QWidget | None, title: str, *, ok: str = "OK", cancel: str = "Avbryt") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(440)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(24, 20, 24, 22)
        self.body.setSpacing(12)
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(Label(title, Type.HEADING, wrap=True))
        top = QWidget()
        set_area(top, "surface")
        top.setLayout(self.body)
        self.buttons = QHBoxLayout()
        self.buttons.setContentsMargins(24, 12, 24, 12)
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top, 1)
        column.addWidget(Hairline())
        column.addLayout(self.buttons)
        if cancel:
            self.cancel_button = self.add_button(cancel, self.reject)
        self.ok_button = self.add_button(ok, self.accept, ButtonKind.PRIMARY)
        self.ok_button.setDefault(True)

    def event(self, event: QEvent) -> bool:
        """Grow when an error or a warning asks for room: nothing is cut off."""
        asks = event.type() is QEvent.Type.LayoutRequest
        done = super().event(event)  # after a deferred delete there is nothing left to ask
        if asks:
            self._grow()
        return done

    def _grow(self) -> None:
        layout = self.layout()
        if layout is not None:
            wanted = max(layout.minimumSize().height(), layout.heightForWidth(self.width()))
            if wanted > self.height():
                self.resize(self.width(), min(wanted, self.screen().availableSize().height() - 60))

    def add_button(
        self,
        text: str,
        on_click: Callable[[], object],
        kind: ButtonKind = ButtonKind.SECONDARY,
        place: int | None = None,
    ) -> Button:
        """Add a button, at the right or at `place` from the left."""
        button = Button(text, kind)
        button.clicked.connect(lambda: on_click())
        if place is None:
            self.buttons.addWidget(button)
        else:
            self.buttons.insertWidget(place, button)
        return button


class FormSheet(Sheet):
    """A sheet of fields. `submit` does what the sheet is for; a rule it breaks is shown at its field.

    The sheet closes only when `submit` returns. Other errors pass on to whoever handles them.
    """

    def __init__(
        self, parent: QWidget | None, title: str, submit: Callable[[], object], *, ok: str = "OK"
    ) -> None:
        super().__init__(parent, title, ok=ok)
        self._submit = submit
        self.form = Form()
        self.body.addWidget(self.form)

    def accept(self) -> None:
        """Try; stay open and show why when a rule was broken."""
        self.form.clear_errors()
        try:
            self._submit()
        except RuleBroken as error:
            self.form.show_error(error)
            return
        super().accept()


def ask_to_send(parent: QWidget, title: str, text: str, send: str, on_yes: Callable[[], object]) -> Sheet:
    """Ask before something leaves the program (it can't be undone), the only thing that is asked about."""
    sheet = Sheet(parent, title, ok=send)
    sheet.body.addWidget(Label(text, Type.BODY, wrap=True))
    sheet.accepted.connect(lambda: on_yes())
    sheet.open()
    return sheet


def show_problem(
    parent: QWidget | None,
    problem: EnvironmentProblem,
    actions: Sequence[tuple[str, Callable[[], object]]] = (),
) -> Sheet:
    """Say what is wrong with disk, file or lock, what to do, and offer `actions` (text, what it does)."""
    sheet = Sheet(parent, str(problem), ok="Stäng", cancel="")
    _lead(sheet, Tone.LOOK, problem.way_on or "Inget har gått förlorat. Försök igen om en stund.")
    for text, run in actions:
        sheet.add_button(text, _closing(sheet, run), place=sheet.buttons.count() - 1)
    sheet.setAccessibleDescription(problem.way_on)
    sheet.open()
    return sheet


def show_bug(parent: QWidget | None, report: str, where: str = "") -> Sheet:
    """Own up to a bug: what became of the work, and the report to read and copy. It quotes nothing.

    `where` is the folder that the report was written in.
    """
    sheet = Sheet(parent, "Något gick fel i programmet", ok="Stäng", cancel="")
    _lead(
        sheet,
        Tone.MEND,
        "Det du gjorde nyss kan ha blivit ogjort: se efter, och gör om det. Allt tidigare är sparat.",
    )
    _show_report(sheet, report, where)
    return sheet


def show_stop(parent: QWidget | None, report: str, where: str = "") -> Sheet:
    """Tell that the program was stopped the last time; as `show_bug`."""
    sheet = Sheet(parent, "Nämndstöd stoppades oväntat förra gången", ok="Stäng", cancel="")
    _lead(
        sheet,
        Tone.LOOK,
        "Allt som stod som sparat finns kvar. Händer det igen: skicka rapporten till den som sköter datorn.",
    )
    _show_report(sheet, report, where)
    return sheet


def show_report(parent: QWidget | None, report: str, where: str = "") -> Sheet:
    """Show the report of what was told before; as `show_bug`."""
    sheet = Sheet(parent, "Felrapport", ok="Stäng", cancel="")
    _show_report(sheet, report, where)
    return sheet


def _show_report(sheet: Sheet, report: str, where: str) -> None:
    text = QPlainTextEdit(report)
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setAccessibleName("Rapporten")
    text.setFixedHeight(120)
    sheet.body.addWidget(text)
    sheet.body.addWidget(
        Label(
            "Rapporten säger var i programmet det hände, och innehåller inget ur protokoll eller handlingar."
            + (f" Den ligger också i {where}." if where else ""),
            Type.SMALL,
            "muted",
            wrap=True,
        )
    )

    def copy() -> None:
        QGuiApplication.clipboard().setText(report)
        button.setText("Kopierad")
        announce(sheet, "Rapporten är kopierad.")

    button = sheet.add_button("Kopiera rapporten", copy, place=sheet.buttons.count() - 1)
    sheet.setMinimumWidth(560)
    sheet.ok_button.setFocus()
    sheet.open()


def _lead(sheet: Sheet, tone: Tone, text: str) -> None:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(Sign("warning", tone, 24), 0, Qt.AlignmentFlag.AlignTop)
    label = Label(text, Type.BODY, wrap=True)
    label.setContentsMargins(0, 4, 0, 0)
    row.addWidget(label, 1, Qt.AlignmentFlag.AlignTop)
    sheet.body.addLayout(row)


def _closing(sheet: Sheet, run: Callable[[], object]) -> Callable[[], object]:
    def close_and_run() -> None:
        sheet.accept()
        run()

    return close_and_run
