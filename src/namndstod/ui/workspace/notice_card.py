"""Anslag: what is to be posted, what is up, when it may come down, and laga kraft (KL 8:12, 13:5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.deadlines import appeal_period, came_down_early
from namndstod.domain.swedish import long_date
from namndstod.domain.view import MeetingView
from namndstod.services.commands.notices import PostNotice, TakeDownNotice
from namndstod.ui.kit.basics import Button, ButtonKind, Card, Label, Pill
from namndstod.ui.kit.dates import DateEdit
from namndstod.ui.kit.tokens import Tone, Type

from .actions import Actions
from .approval_words import notice_words, numbers_of, to_post

_SOURCE = "KL 8 kap. 12 § och 13 kap. 5 §; lag (1930:173) 2 §"


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """A line of the card: an anslag that is (id) or is to be (its §§), its words, and what can be done."""

    title: str
    words: str
    pill: tuple[str, Tone]
    act: str = ""  # words of the button, nothing when there is nothing to do
    notice_id: str = ""
    sections: tuple[str, ...] = ()


def notice_lines(view: MeetingView, today: date) -> tuple[NoticeLine, ...]:
    """Return what is to be posted, then every anslag, in the order in which they went up."""
    lines = [
        NoticeLine(numbers_of(view, sections), words, ("ska anslås", Tone.LOOK), "Sätt upp", "", sections)
        for sections, _, words in to_post(view)
    ]
    for notice in sorted(view.notices, key=lambda n: n.posted or date.max):
        up = notice.posted is not None and notice.taken_down is None
        if came_down_early(notice):
            pill = ("gäller inte", Tone.MEND)
        elif up and notice.posted is not None and today >= appeal_period(notice.posted).may_come_down:
            pill = ("får tas ned", Tone.LOOK)
        else:
            pill = ("uppe", Tone.INFO) if up else ("nedtaget", Tone.DONE)
        title = numbers_of(view, notice.sections)
        act = "Ta ned" if up else ""
        lines.append(NoticeLine(title, notice_words(view, notice), pill, act, notice.id, notice.sections))
    return tuple(lines)


class NoticeCard(Card):
    """Shown as soon as something is justerat. `certificateRequested`: the anslagsbevis of these §§ (ids)."""

    certificateRequested = Signal(tuple)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("Anslag och laga kraft")
        self.follow_width()
        self.setParent(parent)
        self._actions = actions
        self._view: MeetingView | None = None
        self.rows: list[NoticeRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self._place = Label("", Type.BODY, wrap=True)
        self.body.addLayout(self._list)
        self.body.addWidget(self._place)
        self.body.addWidget(Label(_SOURCE, Type.SMALL, "muted", wrap=True))

    def show_view(self, view: MeetingView) -> None:
        """Show how it stands with the anslag."""
        self._view = view
        today = self._actions.session.today
        lines = notice_lines(view, today)
        self.setVisible(bool(lines))
        while len(self.rows) > len(lines):
            gone = self.rows.pop()
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.rows) < len(lines):
            row = NoticeRow()
            row.done.connect(self._act)
            row.certificateRequested.connect(self.certificateRequested)
            self.rows.append(row)
            self._list.addWidget(row)
        for row, line in zip(self.rows, lines, strict=True):
            row.show_line(line, today)
        place = view.customs.storage_place
        self._place.setText(
            f"Protokollet förvaras: {place}" if place else "Förvaringsplats saknas: ange den i Inställningar."
        )
        self._place.set_tone("" if place else "look")

    def _act(self, line: NoticeLine, day: date) -> None:
        view = self._view
        if view is None:
            return
        if line.notice_id:
            command = TakeDownNotice(line.notice_id, day)
            self._actions.do_with_undo(command, f"Anslaget är nedtaget {long_date(day)}.")
        else:
            post = PostNotice(view.meeting.id, day, line.sections)
            self._actions.do_with_undo(post, f"Anslaget är uppsatt {long_date(day)}.")


class NoticeRow(QWidget):
    """One anslag with the day and the button that notes it."""

    done = Signal(object, object)  # NoticeLine, day
    certificateRequested = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self.line: NoticeLine | None = None
        self.title = Label("", Type.MEDIUM)
        self.pill = Pill()
        self.words = Label("", Type.BODY, "muted", wrap=True)
        self.day = DateEdit()
        self.day.setMaximumWidth(150)
        self.act = Button("")
        self.certificate = Button("Anslagsbevis", ButtonKind.QUIET)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.pill)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.day)
        acts.addWidget(self.act)
        acts.addWidget(self.certificate)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.words)
        column.addLayout(acts)
        self.act.clicked.connect(self._done)
        self.certificate.clicked.connect(
            lambda: self.certificateRequested.emit(self.line.sections if self.line is not None else ())
        )

    def show_line(self, line: NoticeLine, today: date) -> None:
        """Show an anslag; a day that is being chosen stays."""
        if self.line is None or (line.notice_id, line.sections) != (self.line.notice_id, self.line.sections):
            self.day.set_date(today)
        self.line = line
        self.title.setText(line.title)
        self.pill.set(*line.pill)
        self.words.setText(line.words)
        self.act.setText(line.act)
        self.day.setAccessibleName(f"{line.act}: dag")
        self.act.setAccessibleName(f"{line.act} anslaget: {line.title}")
        self.certificate.setAccessibleName(f"Visa anslagsbeviset: {line.title}")
        self.day.setVisible(bool(line.act))
        self.act.setVisible(bool(line.act))

    def _done(self) -> None:
        day = self.day.date() if self.day.is_valid() else None
        if day is None or self.line is None:
            self.day.setFocus()
        else:
            self.done.emit(self.line, day)
