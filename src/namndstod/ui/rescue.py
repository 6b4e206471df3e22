"""A damaged binder: choosing the backup that is put in its place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from namndstod.domain.errors import NamndstodError
from namndstod.services.upkeep import Backup, backups_of, rescue

from .kit.basics import Label
from .kit.dialogs import Sheet
from .upkeep_cards import backup_table


class RescueSheet(Sheet):
    """Lists the backups. The damaged file is kept beside the binder under another name."""

    rescued = Signal(object)  # Path

    def __init__(self, parent: QWidget, path: Path) -> None:
        super().__init__(parent, "Återställ en säkerhetskopia", ok="Återställ")
        self._path = path
        self._backups: dict[str, Backup] = {}
        try:
            self._backups = {b.path.name: b for b in backups_of(path)}
            text = (
                "Välj den säkerhetskopia som ska ta den skadade filens plats. Den skadade filen behålls "
                "bredvid, "
                "så inget tas bort."
            )
        except NamndstodError as error:
            text = str(error)
        if not self._backups:
            text = (
                "Det finns inga säkerhetskopior i pärmens mapp. Leta efter en kopia av hela mappen på ett "
                "annat ställe."
            )
        self.body.addWidget(Label(text, wrap=True))
        self.table = backup_table()
        self.table.setMinimumHeight(180)
        self.table.set_rows(list(self._backups.values()))
        self.table.setVisible(bool(self._backups))
        self.body.addWidget(self.table)
        self._problem = Label("", tone="mend", wrap=True)
        self.body.addWidget(self._problem)
        self.ok_button.setEnabled(bool(self._backups))
        if self._backups:
            self.table.set_current_id(next(iter(self._backups)))
        self.setMinimumWidth(560)

    def accept(self) -> None:
        """Put the chosen backup in place; say why when it cannot be."""
        chosen = self._backups.get(self.table.current_id() or "")
        if chosen is None:
            return
        try:
            rescue(self._path, chosen)
        except NamndstodError as error:
            self._problem.setText(f"{error} {getattr(error, 'way_on', '')}".strip())
            return
        super().accept()
        self.rescued.emit(self._path)
