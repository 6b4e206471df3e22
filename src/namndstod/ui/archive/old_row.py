"""What one file of old minutes was understood as; body and day can be said by a person."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from namndstod.domain.editions import SECRET_HEADING
from namndstod.domain.swedish import capitalised
from namndstod.services.commands.archive import OldSection
from namndstod.services.intake.old_minutes import OldRow, OldState
from namndstod.services.reading import BodyView
from namndstod.ui.kit.basics import Label, SectionLabel
from namndstod.ui.kit.data_table import Column, DataTable
from namndstod.ui.kit.dates import DateEdit
from namndstod.ui.kit.fields import Combo, Form, LineEdit
from namndstod.ui.kit.tokens import Type

_COLUMNS: tuple[Column[tuple[int, OldSection]], ...] = (
    Column("number", "§", lambda r: str(r[1].number), sort_key=lambda r: r[1].number, number=True, width=56),
    Column("title", "Rubrik", lambda r: SECRET_HEADING if r[1].secret else r[1].title, stretch=True),
    Column("diary", "Diarienummer", lambda r: r[1].diary_number, muted=True, width=132, spare=True),
)


class OldRowPage(QWidget):
    """Shows a line of the preview. `said(body id or "", name, day)` when a person has mended it."""

    said = Signal(str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: OldRow | None = None
        self.name = Label("", Type.HEADING, wrap=True)
        self.reason = Label("", Type.STRONG, "look", wrap=True)
        self.body_ = Combo()
        self.other = LineEdit("", "Namnet så som det står i protokollet")
        self.day = DateEdit()
        self.form = Form()
        self.form.add_beside(("body", "Nämnd", self.body_), ("day", "Sammanträdesdag", self.day))
        self._other_row = self.form.add("other", "Nämndens namn", self.other)
        self.doubts = Label("", Type.BODY, "look", wrap=True)
        self.sections: DataTable[tuple[int, OldSection]] = DataTable(
            "Paragrafer", _COLUMNS, lambda r: str(r[0])
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 12)
        column.setSpacing(12)
        for widget in (self.name, self.reason, self.form, self.doubts, SectionLabel("Paragrafer")):
            column.addWidget(widget)
        column.addWidget(self.sections, 1)
        self.body_.currentIndexChanged.connect(lambda _: self._say())
        self.other.editingFinished.connect(self._say)
        self.day.dateChanged.connect(lambda _: self._say())

    def set_bodies(self, bodies: tuple[BodyView, ...]) -> None:
        """Offer these bodies, and another one that the binder does not have."""
        self.body_.blockSignals(True)
        self.body_.clear()
        for each in bodies:
            self.body_.addItem(each.term.name, each.body.id)
        self.body_.addItem("En annan nämnd", "")
        self.body_.blockSignals(False)

    def show_row(self, row: OldRow) -> None:
        """Show a line."""
        self._shown = None  # what follows is no person's doing
        self.name.setText(row.file.path.name)
        self.reason.setText(capitalised(row.reason))
        self.reason.setVisible(bool(row.reason))
        self.body_.set_value(row.body_id or "")
        if not self.other.hasFocus():
            self.other.setText("" if row.body_id else row.body_name)
        self.day.set_date(row.day)
        self._other_row.setVisible(not row.body_id)
        there = row.state is OldState.THERE
        for field in (self.body_, self.other, self.day):
            field.setEnabled(not there or row.reason.startswith(("§", "protokollet", "sammanträdet")))
        self.doubts.setText("\n".join(f"•\u00a0{d}" for d in row.file.doubts))
        self.doubts.setVisible(bool(row.file.doubts) and not there)
        self.sections.set_rows(list(enumerate(row.file.sections)))
        self._shown = row

    def first_open(self) -> QWidget:
        """The field that is to be filled in first."""
        if self._shown is not None and self._shown.body_name:
            return self.day
        return self.body_ if self.body_.count() > 1 else self.other

    def _say(self) -> None:
        row = self._shown
        if row is None or not self.day.is_valid():
            return
        body_id = str(self.body_.value() or "")
        name = self.other.text().strip()
        self._other_row.setVisible(not body_id)
        if (body_id or None, self.day.date()) != (row.body_id, row.day) or (
            not body_id and name != row.body_name
        ):
            self.said.emit(body_id, name, self.day.date())
