"""The form for a new sammanträde, begun from an earlier one or from nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from namndstod.domain.deadlines import approval_deadline, call_by
from namndstod.domain.editions import neutral
from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import Meeting, MeetingState
from namndstod.domain.swedish import day_month, listed, weekday_date
from namndstod.domain.year_plan import remarks
from namndstod.services.commands.base import Command
from namndstod.services.commands.meetings import PlanMeeting
from namndstod.services.commands.planning import CopyMeeting
from namndstod.services.planning import FrameItem, MeetingFrame, days_of, frame, frames
from namndstod.services.reading import bodies
from namndstod.services.session import Session
from namndstod.services.terms import term_on

from .kit.basics import Label
from .kit.dates import DateEdit, TimeEdit
from .kit.dialogs import FormSheet
from .kit.fields import Combo, LineEdit
from .kit.theme import font
from .kit.tokens import Type

USUAL_START = time(9, 0)
_ROW = 26
_ROWS, _AT_LEAST = 6, 2  # of the list that are seen at once, and on a small screen


class NewMeeting(FormSheet):
    """Asks for body, day, time and place; all is that of the meeting one begins from until changed.

    `made(meeting_id)` is called when the meeting is stored. `source_id`: the meeting to begin from, else the
    last one that the body held.
    """

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        made: Callable[[str], object],
        body_id: str | None = None,
        source_id: str = "",
    ) -> None:
        super().__init__(parent, "Nytt sammanträde", self._submit_form, ok="Lägg in sammanträdet")
        self._session = session
        self._made = made
        self._frame: MeetingFrame | None = None
        self._bodies = session.ask(bodies, session.today)
        self._body = Combo(tuple((b.body.id, b.term.name) for b in self._bodies))
        self._source = Combo()
        self._day = DateEdit()
        self._starts = TimeEdit(USUAL_START)
        self._ends = TimeEdit()
        self._place = LineEdit()
        self._about = Label("", Type.SMALL, "muted", wrap=True)
        self._along = Label("", Type.SMALL, "muted", wrap=True)
        self._items = QListWidget()
        self._items.setFont(font(Type.BODY))
        self._items.setUniformItemSizes(True)
        row = self.form.add("body_id", "Nämnd", self._body)
        row.setVisible(len(self._bodies) > 1)
        self._source_row = self.form.add("source", "Utgå från", self._source)
        self.form.add_beside(
            ("day", "Dag", self._day),
            ("starts", "Börjar", self._starts),
            ("ends", "Beräknas sluta", self._ends),
        )
        self.form.add_widget(self._about)
        self.form.add("place", "Plats", self._place)
        self.form.add_widget(self._along)
        self._items_row = self.form.add("items", "Ta också med från listan", self._items)
        self.setMinimumWidth(520)
        known = self._body_of(source_id) or body_id
        if known is not None:
            self._body.set_value(known)
        self._body.currentIndexChanged.connect(lambda: self._show_sources())
        self._source.currentIndexChanged.connect(self._suggest)
        self._day.dateChanged.connect(lambda _: self._show_day())
        self._show_sources(source_id)
        self._day.setFocus()
        self._day.select_all()

    def _body_of(self, meeting_id: str) -> str | None:
        if not meeting_id:
            return None
        with self._session.reading() as reader:
            return reader.get(Meeting, meeting_id).body_id

    def _show_sources(self, source_id: str = "") -> None:
        """Offer the meetings of the body to begin from, the last one held first."""
        found = self._session.ask(frames, str(self._body.value()))
        self._source.blockSignals(True)
        self._source.clear()
        for meeting in found:
            self._source.addItem(_named(meeting), meeting.id)
        self._source.addItem("Inget: bara de stående punkterna", "")
        chosen = source_id or (found[0].id if found else "")
        self._source.set_value(chosen)
        self._source.blockSignals(False)
        self._source_row.setVisible(bool(found))
        self._suggest()

    def _suggest(self) -> None:
        """Show what the chosen meeting gives the new one."""
        source = str(self._source.value() or "")
        self._frame = self._session.ask(frame, source) if source else None
        if self._frame is not None:
            meeting = self._frame.meeting
            self._day.set_date(self._frame.proposed)
            self._place.setText(meeting.place)
            self._starts.set_time(meeting.starts or USUAL_START)
            self._ends.set_time(meeting.ends)
        self._along.setText(_along(self._frame))
        self._along.setVisible(self._frame is not None)
        self._fill_items(self._frame.items if self._frame else ())
        self._show_day()

    def _show_day(self) -> None:
        """Say what weekday it is, what stands in its way, and what follows from it."""
        day, body_id = self._day.date(), str(self._body.value())
        if day is None:
            self._about.setText("Skriv 2027-05-14, 14/5 eller 14 maj.")
            self._about.set_tone("muted")
            return
        said = remarks(day, self._session.ask(days_of, body_id), ())
        customs = self._session.ask(term_on, body_id, day).customs
        call = day_month(call_by(day, customs.notice_days))
        approval = day_month(approval_deadline(day, customs.approval_days))
        weekday = weekday_date(day).capitalize()
        parts = (weekday, *said, f"kallelse senast {call}", f"justering senast {approval}")
        self._about.setText(" · ".join(parts))
        self._about.set_tone("look" if said else "muted")

    def _fill_items(self, items: tuple[FrameItem, ...]) -> None:
        self._items.clear()
        for each in items:
            row = QListWidgetItem(_title(each))
            row.setSizeHint(QSize(0, _ROW))
            row.setData(Qt.ItemDataRole.UserRole, each.item.id)
            row.setCheckState(Qt.CheckState.Checked if each.usual else Qt.CheckState.Unchecked)
            self._items.addItem(row)
        self._items_row.setVisible(bool(items))
        self._items.setMinimumHeight(min(len(items), _AT_LEAST) * _ROW + 8)
        self._items.setMaximumHeight(min(len(items), _ROWS) * _ROW + 8)
        self._items.setCurrentRow(0)

    def chosen_items(self) -> tuple[str, ...]:
        """The ids of the items that come along besides the standing ones."""
        rows = (self._items.item(n) for n in range(self._items.count()))
        return tuple(
            str(r.data(Qt.ItemDataRole.UserRole)) for r in rows if r.checkState() == Qt.CheckState.Checked
        )

    def _submit_form(self) -> None:
        day = self._day.date() if self._day.is_valid() else None
        if day is None:
            message = "Skriv vilken dag sammanträdet är." if not self._day.text() else "Det är inget datum."
            raise RuleBroken(message, field="day")
        for key, field in (("starts", self._starts), ("ends", self._ends)):
            if not field.is_valid():
                raise RuleBroken("Det är inget klockslag. Skriv till exempel 9.00.", field=key)
        starts, ends = self._starts.time(), self._ends.time()
        if starts and ends and ends <= starts:
            raise RuleBroken("Sammanträdet kan inte sluta innan det börjar.", field="ends")
        place = self._place.text().strip()
        command: Command = PlanMeeting(str(self._body.value()), day, starts, ends, place)
        if self._frame is not None:
            source = self._frame.meeting.id
            command = CopyMeeting(source, day, starts, ends, place, self.chosen_items())
        outcome = self._session.do(command)
        if outcome.result:
            self._made(outcome.result)


def _named(meeting: Meeting) -> str:
    to_come = meeting.state in (MeetingState.PLANNED, MeetingState.CALLED)
    return f"{weekday_date(meeting.day)} (inte hållet)" if to_come else weekday_date(meeting.day)


def _title(each: FrameItem) -> str:
    return neutral(each.item.neutral_heading) if each.item.secret else each.item.title or "Utan rubrik"


def _along(source: MeetingFrame | None) -> str:
    """«Med följer gruppmöten, meddelanden och sekreterare, och de stående punkterna …»"""
    if source is None:
        return ""
    meeting = source.meeting
    parts = [
        name
        for name, there in (
            ("gruppmöten", meeting.group_meetings),
            ("meddelanden", meeting.notices),
            ("sekreterare", meeting.secretary),
            ("övriga närvarande", meeting.others_present),
            ("justeringens plats", meeting.approval_place),
        )
        if there
    ]
    standing = listed(source.standing)
    said = [f"Med följer {listed(parts)}."] if parts else []
    said += [f"Stående punkter: {standing}."] if standing else []
    return " ".join([*said, "Inget av det som sades eller beslutades kommer med."])
