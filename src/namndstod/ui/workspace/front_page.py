"""Framsidan: the facts of the protokoll's first page that nothing else says."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from namndstod.domain.records import Meeting
from namndstod.domain.swedish import listed
from namndstod.domain.view import MeetingView
from namndstod.ui.kit.basics import Label
from namndstod.ui.kit.dates import TimeEdit
from namndstod.ui.kit.fields import Form, LineEdit
from namndstod.ui.kit.tokens import Type

from .actions import Actions
from .step_view import Page
from .stored_fields import LinesEdit, RecordForm, freeze, unless_typing


class FrontPage(Page):
    """Times, övriga närvarande and where the protokoll is justerat."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("Framsidan", parent)
        self.opened = TimeEdit()
        self.closed = TimeEdit()
        self.place = LineEdit()
        self.others = LinesEdit("Till exempel Ines Falk, utvecklingschef, §§ 3–5")
        self.approval_place = LineEdit(placeholder="Till exempel Regionens hus, eller Digital signering")
        self._serving = Label("", Type.BODY, "muted", wrap=True)
        form = Form()
        form.add_beside(("opened_at", "Öppnades", self.opened), ("closed_at", "Avslutades", self.closed))
        form.add("place", "Plats", self.place)
        form.add("others_present", "Övriga närvarande", self.others, "En person på varje rad.")
        form.add("approval_place", "Justeringens plats", self.approval_place)
        self._record: RecordForm[Meeting] = RecordForm(form, actions)
        self._record.chosen("opened_at", unless_typing(self.opened), self.opened.timeChanged)
        self._record.chosen("closed_at", unless_typing(self.closed), self.closed.timeChanged)
        self._record.typed("place", self.place)
        self._record.typed("others_present", self.others)
        self._record.typed("approval_place", self.approval_place)
        self.body.addWidget(Label("Framsidan", Type.HEADING))
        self.body.addWidget(self._serving)
        self.body.addWidget(form)
        self.body.addStretch(1)

    def show_meeting(self, view: MeetingView, *, frozen: bool) -> None:
        """Show the facts."""
        self._record.show(view.meeting)
        approvers = listed([view.label(a.person_id) for a in view.approvers])
        said = f"Justerare: {approvers}. " if approvers else "Justerare väljs i steget Justering. "
        self._serving.setText(
            said + "Beslutande, ersättare och paragrafer skrivs av Nämndstöd från närvaron."
        )
        freeze(self.inside, frozen)

    def flush(self) -> None:
        """Store what is typed."""
        self._record.flush()
