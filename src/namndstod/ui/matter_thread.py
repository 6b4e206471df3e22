"""The thread of an ärende beside the list: its clock, and what happened to it, the latest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from namndstod.domain.records import BlockKind
from namndstod.domain.states import NAMES
from namndstod.domain.swedish import NBSP, counted, day_month, listed
from namndstod.domain.texts import Draft, strip_connective
from namndstod.services.overview import step_of_item
from namndstod.services.threads import Archived, Said, Thread, ThreadStep

from .kit.basics import Label, SectionLabel
from .kit.tokens import Tone, Type
from .lines import Line
from .presenting import TONES
from .workspace.actions import Actions
from .workspace.clock_fields import ClockFields
from .workspace.presenting import OUTCOME_PILLS

_AT_MOST = 12
"""So many att-satser of one meeting are shown; the meeting itself has the rest."""


class MatterThread(QWidget):
    """Everything about one ärende. `meetingRequested(meeting, step, item)` where a line is chosen."""

    meetingRequested = Signal(str, str, str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label("", Type.HEADING, wrap=True)
        self._numbers = Label("", tone="muted", wrap=True)
        self.clock = ClockFields(actions)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(4)
        self.lines: list[Line] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._numbers)
        column.addSpacing(8)
        column.addWidget(self.clock)
        column.addSpacing(8)
        column.addLayout(self._steps)
        column.addStretch(1)

    def show_thread(self, thread: Thread | None) -> None:
        """Show an ärende, or nothing; a day that is being typed stays."""
        self.setVisible(thread is not None)
        self._clear()
        if thread is None:
            return
        matter = thread.matter
        self._title.setText(thread.title)
        numbers = [f"Dnr {matter.diary_number}"] if matter.diary_number else []
        if matter.external_diary_number and not thread.secret:
            numbers.append(f"avsändarens dnr {matter.external_diary_number}")
        self._numbers.setText(" · ".join(numbers))
        self._numbers.setVisible(bool(numbers))
        self.clock.show_matter(matter)
        self._add(SectionLabel("Sammanträden"))
        several = len({step.meeting.body_id for step in thread.steps}) > 1
        for step in reversed(thread.steps):
            self._show_step(step, several=several)
        if not thread.steps:
            self._say("Ärendet har inte stått på någon lista.")
        self._show_delegated(thread)
        self._show_archived(thread.archived)

    def _clear(self) -> None:
        self.lines.clear()
        while (gone := self._steps.takeAt(0)) is not None:
            widget = gone.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add(self, widget: QWidget) -> None:
        self._steps.addWidget(widget)

    def _say(self, text: str, tone: str = "muted", type_: Type = Type.BODY) -> None:
        whole = re.sub(r"(?<=\d) (?=\d{3}(?!\d))", NBSP, text)  # an amount stays in one line
        self._add(_inset(Label(whole, type_, tone, wrap=True)))

    def _show_step(self, step: ThreadStep, *, several: bool) -> None:
        meeting = step.meeting
        pill, tone = _state(step)
        place = f"§{NBSP}{step.section.number}" if step.section and step.section.number else ""
        place = place or f"punkt{NBSP}{step.item.number}"
        line = Line(pill, tone, f"{day_month(meeting.day)} {meeting.day.year}, {place}", step.body_name)
        where = step_of_item(meeting.state).value
        line.clicked.connect(
            lambda _=False, m=meeting.id, s=where, i=step.item.id: self.meetingRequested.emit(m, s, i)
        )
        self.lines.append(line)
        self._add(line)
        if step.item.secret:
            self._say("Ärendet har sekretess. Öppna sammanträdet för att läsa det.")
        self._show_words(step, several=several)
        for text in _around(step):
            self._say(text, type_=Type.SMALL)
        self._steps.addSpacing(10)

    def _show_words(self, step: ThreadStep, *, several: bool) -> None:
        """What was decided, or is proposed; what is another than at the step before is told below it."""
        if not step.said:
            return
        if not step.decided:
            open_ = step.section is not None and step.section.outcome is not None
            self._say("Förslag som inte avgjordes" if open_ else "Förslag", type_=Type.SMALL)
        if step.decider and (step.decided or several):
            self._say(step.decider, "")
        for each in step.said[:_AT_MOST]:
            if each.now is not None:
                self._say(_words(each.now), "")
            if told := change_words(each):
                self._say(told, "look", Type.SMALL)
        if len(step.said) > _AT_MOST:
            self._say(f"och {len(step.said) - _AT_MOST} till")

    def _show_delegated(self, thread: Thread) -> None:
        if not thread.delegated:
            return
        self._add(SectionLabel("Delegationsbeslut"))
        for decision in thread.delegated:
            day = decision.decided_on.isoformat() if decision.decided_on else "utan dag"
            who = decision.recipient if not decision.personal else ""
            self._say(" · ".join(filter(None, (day, decision.kind, who, decision.decided_by))), "")
        self._steps.addSpacing(10)

    def _show_archived(self, archived: Sequence[Archived]) -> None:
        if not archived:
            return
        self._add(SectionLabel("Arkiverade protokoll"))
        for each in reversed(archived):
            day = each.minutes.day.isoformat() if each.minutes.day else "utan dag"
            title = "" if each.section.secret else each.section.title
            head = f"§{NBSP}{each.section.number} {each.minutes.body_name} {day}"
            self._say(f"{head}: {title}" if title else head, "")
            if each.section.decision and not each.section.secret:
                self._say(each.section.decision, type_=Type.SMALL)


def _inset(label: Label) -> Label:
    label.setContentsMargins(Line.EDGE, 0, Line.EDGE, 0)
    return label


def _state(step: ThreadStep) -> tuple[str, Tone]:
    """The pill of a step: how its § ended, else how the meeting stands."""
    outcome = step.section.outcome if step.section is not None else None
    if outcome is not None:
        return OUTCOME_PILLS[outcome]
    return NAMES[step.meeting.state], TONES[step.meeting.state]


def _words(draft: Draft) -> str:
    if draft.kind is BlockKind.CLAUSE:
        return f"att {draft.text}"
    return f"– {draft.text}" if draft.kind in (BlockKind.CONDITION, BlockKind.BULLET) else draft.text


def change_words(said: Said) -> str:
    """«förut: bevilja 50 000 kronor», «nytt», «struket: kräva redovisning», or nothing."""
    if said.new:
        return "nytt"
    before = strip_connective(said.before.text) if said.before is not None else ""
    if said.now is None:
        return f"struket: {before}"
    return f"förut: {before}" if before else ""


def _around(step: ThreadStep) -> Iterator[str]:
    """Documents, uppdrag and expediering of a step, a line each."""
    documents = list(step.documents)
    if step.hidden_documents:
        documents.append(counted(step.hidden_documents, "handling med sekretess", "handlingar med sekretess"))
    if documents:
        yield f"Handlingar: {listed(documents)}"
    for task in step.assignments:
        due = f", senast {task.due.isoformat()}" if task.due else ""
        done = f", fullgjort {task.done.isoformat()}" if task.done else ""
        to = f" till {task.to}" if task.to else ""
        yield f"Uppdrag{to}: {task.what}{due}{done}"
    sent = [d for d in step.dispatches if d.sent is not None]
    if sent:
        last = max(d.sent for d in sent if d.sent is not None)
        yield f"Expedierat till {listed([d.recipient for d in sent])}, {last.isoformat()}"
