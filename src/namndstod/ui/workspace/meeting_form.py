"""The editor of the meeting itself: when, where, who to reach, gruppmöten and notices of the kallelse."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from namndstod.domain.records import Meeting
from namndstod.domain.view import MeetingView
from namndstod.ui.kit.basics import Button, ButtonKind, Label, SectionLabel
from namndstod.ui.kit.dates import DateEdit, TimeEdit
from namndstod.ui.kit.fields import Form, LineEdit
from namndstod.ui.kit.tokens import Type

from .actions import Actions
from .group_meetings import GroupMeetings
from .step_view import Page
from .stored_fields import LinesEdit, RecordForm, freeze, unless_typing
from .waiting_card import WaitingCard


class MeetingForm(Page):
    """The facts of the kallelse's first page."""

    copyRequested = Signal(str)  # meeting id: the next meeting shall have this one's frame

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("Sammanträdet", parent)
        self.day = DateEdit()
        self.starts = TimeEdit()
        self.ends = TimeEdit()
        self.place = LineEdit(placeholder="Lokal och adress")
        self.secretary = LineEdit()
        self.secretary_title = LineEdit()
        self.email = LineEdit()
        self.phone = LineEdit()
        self.groups = GroupMeetings()
        self.notices = LinesEdit("Ett meddelande på varje rad")
        when, secretary, rest = Form(), Form(), Form()
        when.add_beside(
            ("day", "Dag", self.day), ("starts", "Börjar", self.starts), ("ends", "Slutar", self.ends)
        )
        when.add("place", "Plats", self.place)
        secretary.add_beside(
            ("secretary", "Namn", self.secretary), ("secretary_title", "Titel", self.secretary_title)
        )
        secretary.add_beside(
            ("secretary_email", "E-post", self.email), ("secretary_phone", "Telefon", self.phone)
        )
        rest.add("notices", "Meddelanden i kallelsen", self.notices)
        self._records: list[RecordForm[Meeting]] = []
        times, people, notes = (self._form(form, actions) for form in (when, secretary, rest))
        times.chosen("day", self.day.set_date, self.day.dateChanged, required=True)
        times.chosen("starts", unless_typing(self.starts), self.starts.timeChanged)
        times.chosen("ends", unless_typing(self.ends), self.ends.timeChanged)
        times.typed("place", self.place)
        people.typed("secretary", self.secretary)
        people.typed("secretary_title", self.secretary_title)
        people.typed("secretary_email", self.email)
        people.typed("secretary_phone", self.phone)
        notes.chosen("group_meetings", self.groups.show_groups, self.groups.changed)
        notes.typed("notices", self.notices)
        self._meeting_id = ""
        self.copy = Button("Kopiera till ny dag", ButtonKind.QUIET, icon="calendar", small=True)
        self.copy.setToolTip("Nästa sammanträde med samma plats, tid, gruppmöten, meddelanden och punkter")
        self.copy.clicked.connect(lambda: self.copyRequested.emit(self._meeting_id))
        head = QHBoxLayout()
        head.addWidget(Label("Sammanträdet", Type.HEADING))
        head.addStretch(1)
        head.addWidget(self.copy)
        self.body.addLayout(head)
        self.waiting = WaitingCard(actions)
        self.body.addWidget(self.waiting)
        self.body.addWidget(when)
        for title, widget in (("Sekreterare", secretary), ("Gruppmöten", self.groups)):
            self.body.addSpacing(4)
            self.body.addWidget(SectionLabel(title))
            self.body.addWidget(widget)
        self.body.addSpacing(4)
        self.body.addWidget(rest)
        self.body.addStretch(1)
        self._fields: dict[str, QWidget] = {"day": self.day, "starts": self.starts, "place": self.place}

    def show_meeting(self, view: MeetingView, *, frozen: bool) -> None:
        """Show the meeting; what is being typed stays."""
        self._meeting_id = view.meeting.id
        for record in self._records:
            record.show(view.meeting)
        self.waiting.show_view(view)
        freeze(self.inside, frozen)

    def flush(self) -> None:
        """Store everything typed."""
        for record in self._records:
            record.flush()
        self.groups.flush()

    def go_to(self, field: str) -> None:
        """Put the focus on a field."""
        target = self._fields.get(field, self.day)
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(target)

    def _form(self, form: Form, actions: Actions) -> RecordForm[Meeting]:
        record: RecordForm[Meeting] = RecordForm(form, actions)
        self._records.append(record)
        return record
