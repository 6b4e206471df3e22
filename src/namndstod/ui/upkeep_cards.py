"""The cards of Inställningar that are about the program and about the binder itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from namndstod.domain.swedish import clock
from namndstod.domain.swedish_sort import swedish_key
from namndstod.services.upkeep import Backup, Reason

from .kit.basics import Button, ButtonKind, Card, Label
from .kit.data_table import Column, DataTable
from .kit.dialogs import Sheet
from .kit.fields import Combo, FieldRow, LineEdit
from .kit.theme import Scheme
from .kit.tokens import Type
from .places import warning_about

REASONS: dict[Reason, str] = {
    Reason.DAILY: "dagens första",
    Reason.CLOSE: "när pärmen stängdes",
    Reason.MIGRATION: "före uppgradering",
    Reason.RESTORE: "före återställning",
    Reason.MANUAL: "gjord av dig",
}


def backup_name(backup: Backup) -> str:
    """«2027-05-07 kl. 10.42»."""
    made = backup.made_at.astimezone()
    return f"{made:%Y-%m-%d} kl. {clock(made.time())}"


BACKUP_COLUMNS: tuple[Column[Backup], ...] = (
    Column("made", "Gjord", backup_name, width=170),
    Column("reason", "Varför", lambda b: REASONS[b.reason], muted=True, stretch=True),
    Column(
        "size", "Storlek", lambda b: f"{b.size / 1e6:.1f} MB".replace(".", ","), sort_key=lambda b: b.size,
        number=True, muted=True, width=90,
    ),
)  # fmt: skip


def backup_table() -> DataTable[Backup]:
    """Return an empty table of backups."""
    return DataTable("Säkerhetskopior", BACKUP_COLUMNS, lambda b: b.path.name, swedish_key)


class ProgramCard(Card):
    """Light or dark, and who sits here."""

    schemeChanged = Signal(object)
    personChanged = Signal(str)
    aboutRequested = Signal()

    def __init__(self, scheme: Scheme, person: str, parent: QWidget | None = None) -> None:
        super().__init__("Programmet", parent)
        self.body.setSpacing(14)
        self.scheme = Combo(((Scheme.SYSTEM, "Som datorn"), (Scheme.LIGHT, "Ljust"), (Scheme.DARK, "Mörkt")))
        self.scheme.set_value(scheme)
        self.scheme.setMaximumWidth(240)
        self.person = LineEdit(person)
        self.person.setMaximumWidth(360)
        self.body.addWidget(FieldRow("Utseende", self.scheme))
        self.body.addWidget(
            FieldRow(
                "Ditt namn",
                self.person,
                "Skrivs i journalen från nästa gång pärmen öppnas, och på nya sammanträden.",
            )
        )
        about = Button("Om Nämndstöd …")
        about.clicked.connect(lambda: self.aboutRequested.emit())
        self.body.addWidget(about, 0, Qt.AlignmentFlag.AlignLeft)
        self.scheme.activated.connect(lambda: self.schemeChanged.emit(Scheme(str(self.scheme.value()))))
        self.person.editingFinished.connect(lambda: self.personChanged.emit(self.person.text()))


class BinderCard(Card):
    """Where the binder lies, its backups, and whether it is whole."""

    backUpRequested = Signal()
    restoreRequested = Signal(object)
    checkRequested = Signal()
    closeRequested = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__("Pärmen", parent)
        self._backups: dict[str, Backup] = {}
        place = LineEdit(str(folder))
        place.setReadOnly(True)
        place.setCursorPosition(0)
        show = Button("Visa mappen")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(FieldRow("Ligger i", place), 1)
        self.body.addLayout(row)
        warning = warning_about(folder)
        if warning:
            self.body.addWidget(Label(warning, Type.SMALL, "look", wrap=True))
        doors = QHBoxLayout()
        doors.setSpacing(8)
        close = Button("Stäng pärmen")
        close.clicked.connect(self.closeRequested)
        self._check = Button("Kontrollera pärmen")
        self._check.clicked.connect(self.checkRequested)
        for button in (show, self._check, close):
            doors.addWidget(button)
        doors.addStretch(1)
        self.body.addLayout(doors)
        self._verdict = Label("", wrap=True)
        self._verdict.hide()
        self.body.addWidget(self._verdict)
        self.body.addSpacing(8)
        self.body.addWidget(Label("Säkerhetskopior", Type.MEDIUM))
        self.body.addWidget(
            Label(
                "Görs varje dag och när pärmen stängs, och ligger i pärmens mapp backup. Kopiera ibland "
                "hela mappen "
                "till ett annat ställe: går datorn sönder hjälper inte en kopia på samma dator.",
                Type.SMALL,
                "muted",
                wrap=True,
            )
        )
        self.table = backup_table()
        self.table.setFixedHeight(190)
        self.body.addWidget(self.table)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        now = Button("Säkerhetskopiera nu")
        now.clicked.connect(self.backUpRequested)
        self._restore = Button("Återställ …", ButtonKind.QUIET)
        self._restore.clicked.connect(self._ask)
        buttons.addWidget(now)
        buttons.addWidget(self._restore)
        buttons.addStretch(1)
        self.body.addLayout(buttons)

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show these backups."""
        self._backups = {b.path.name: b for b in backups}
        self.table.set_rows(list(backups))
        self._restore.setEnabled(bool(backups))
        if backups and self.table.current_id() is None:
            self.table.set_current_id(backups[0].path.name)

    def show_checking(self) -> None:
        """Say that the check goes on."""
        self._check.setEnabled(False)
        self._say("Hela pärmen läses igenom …", "muted")

    def show_damages(self, damages: Sequence[str]) -> None:
        """Say what the check found."""
        self._check.setEnabled(True)
        if damages:
            self._say("\n".join(damages[:8]), "mend")
        else:
            self._say("✓ Pärmen är hel: databasen, journalen och alla bilagor.", "done")

    def _say(self, text: str, tone: str) -> None:
        self._verdict.set_tone(tone)
        self._verdict.setText(text)
        self._verdict.show()

    def _ask(self) -> None:
        chosen = self._backups.get(self.table.current_id() or "")
        if chosen is not None:
            sheet = RestoreSheet(self, chosen)
            sheet.accepted.connect(lambda: self.restoreRequested.emit(chosen))
            sheet.open()


class RestoreSheet(Sheet):
    """Explains what restoring does before it is done."""

    def __init__(self, parent: QWidget, backup: Backup) -> None:
        super().__init__(parent, f"Återställ pärmen till {backup_name(backup)}?", ok="Återställ")
        self.body.addWidget(
            Label(
                "Allt i pärmen blir som det var då. Det som gjorts sedan dess försvinner ur pärmen, men "
                "läget just nu "
                "säkerhetskopieras först, så du kan ta tillbaka det på samma sätt.\n\n"
                "Åtgärder från före återställningen går inte att ångra efteråt.",
                wrap=True,
            )
        )
