"""The workspace of a meeting: it composes head and steps and wires them; the steps do the work."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from namndstod.domain.findings import Finding, Place, Step, check
from namndstod.domain.records import AgendaItem, MeetingState, Record, Section
from namndstod.domain.view import MeetingView
from namndstod.services.reading import meeting_view
from namndstod.services.session import Outcome
from namndstod.ui.kit.dropping import dropped, welcome
from namndstod.ui.kit.header import PageHeader, StepBar
from namndstod.ui.kit.header import Step as HeaderStep
from namndstod.ui.kit.split import Memory
from namndstod.ui.kit.text_field import TextField
from namndstod.ui.kit.theme import set_area

from .actions import Actions
from .approval_step import ApprovalStep
from .call_step import CallStep
from .converting import Converting
from .expediting_step import ExpeditingStep
from .hiding import KEY, Stage
from .kontroll import Kontroll
from .minutes_step import MinutesStep
from .papers_step import PapersStep
from .presenting import STEPS, crumb, header_steps
from .preview import PaperPreview
from .reading_in import ReadingIn
from .sitting_step import SittingStep
from .step_view import StepView

ROOMY = 1000
"""Width in pixels from which the head has room for time and place."""

SAME_LIST = ({Step.CALL, Step.PAPERS}, {Step.MEETING, Step.MINUTES, Step.EXPEDITING})
"""Steps that show the same items or §§: what is chosen in one is chosen in the other."""


class Workspace(QWidget):
    """One meeting at a time. `placeChanged` when step or choice changes, so that it can be remembered."""

    placeChanged = Signal()
    explainRequested = Signal(str)  # the place of a rule in the handbook
    listBrought = Signal(str)  # path of a list of delegated decisions
    copyRequested = Signal(str)  # meeting id: a new meeting after this one
    registerRequested = Signal(str)  # body id: a finding is mended in the register
    delegatedRequested = Signal(str)  # body id: a finding is mended among the delegated decisions
    meetingMade = Signal(str, object)  # a kallelse made another meeting: its id, papers that may belong to it

    def __init__(self, actions: Actions, memory: Memory | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_area(self, "background")
        self.actions_ = actions
        self.meeting_id = ""
        self._view: MeetingView | None = None
        self._findings: tuple[Finding, ...] = ()
        self._stale: set[Step] = set()
        self._behind = False  # something changed while the workspace was hidden
        splits: Memory = {} if memory is None else memory
        self.converting = Converting(actions, self)
        self.setAcceptDrops(True)
        self.call = CallStep(actions, splits)
        self.papers = PapersStep(actions, self.converting, splits)
        self.sitting = SittingStep(actions, splits)
        self.minutes = MinutesStep(actions, splits)
        self.approval = ApprovalStep(actions, splits)
        self.expediting = ExpeditingStep(actions, splits)
        self._steps: dict[Step, StepView] = {
            s.step: s
            for s in (self.call, self.papers, self.sitting, self.minutes, self.approval, self.expediting)
        }
        self.header = PageHeader("")
        self.steps = StepBar([HeaderStep(s.value, text) for s, text in STEPS.items()])
        self.header.set_steps(self.steps)
        self.pages = QStackedWidget()
        self.reading = ReadingIn(actions, self.converting, self.pages, splits, self)
        for step in self._steps.values():
            self.header.add_action(step.actions_bar)
            step.actions_bar.hide()
            self.pages.addWidget(step)
        self.stage = Stage(self.pages)
        self.steps.set_end(self.stage.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.reading.offer)
        column.addWidget(self.stage, 1)
        self._wire()

    def _wire(self) -> None:
        self.steps.chosen.connect(lambda key: self.show_step(Step(key), by_person=True))
        self.stage.toggled.connect(self._hide_or_show)
        self.stage.nextRequested.connect(lambda id: self.current().choose(id))
        QShortcut(QKeySequence(KEY), self).activated.connect(self.stage.toggle)
        self.placeChanged.connect(self._settle)
        self.converting.converted.connect(self._read)
        self.converting.progress.connect(lambda *_: self._show(Step.PAPERS))
        self.call.meeting_form.copyRequested.connect(self.copyRequested)
        for passing in (self.sitting.live.page.passing, self.minutes.page.passing):
            passing.meetingRequested.connect(
                lambda meeting, item: self.open_meeting(meeting, Step.CALL.value, item)
            )
        for gathering in (self.call, self.papers):
            gathering.filesArrived.connect(self.reading.arrivals.arrive)
            gathering.readWanted.connect(self.reading.ask)
        self.reading.entered.connect(self._enter_reading)
        self.reading.left.connect(lambda: self.show_step(self.step, by_person=True))
        self.reading.taken.connect(self._taken_in)
        self.reading.meetingMade.connect(self.meetingMade)
        self.reading.headChanged.connect(self._show_head)
        self.reading.listBrought.connect(self.listBrought)
        for number, (step, view) in enumerate(self._steps.items(), 1):
            view.headerChanged.connect(self._show_head)
            view.stepRequested.connect(lambda key: self.show_step(Step(key), by_person=True))
            view.placeRequested.connect(self.go_to)
            for kontroll in view.findChildren(Kontroll):
                kontroll.placeRequested.connect(self.go_to)
                kontroll.explainRequested.connect(self.explainRequested)
                kontroll.convertRequested.connect(self.converting.again)
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda s=step: self.show_step(s, by_person=True))
        for step_list in (
            self.call.list,
            self.papers.items,
            self.sitting.live.list,
            self.minutes.list,
            self.expediting.list,
        ):
            step_list.currentIdChanged.connect(lambda _: self.placeChanged.emit())

    def _hide_or_show(self) -> None:
        """Cover the texts that have marked words and show papers without them, or show all again."""
        for field in self.findChildren(TextField):
            field.set_covers(self.stage.hiding)
        for preview in self.findChildren(PaperPreview):
            preview.set_covers(self.stage.hiding)
        if self._view is not None:
            self._take(self._view)

    # --- papers to read in -----------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files anywhere over the meeting."""
        if self._view is not None:
            welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read in what is dropped on the meeting itself."""
        self.reading.bring(dropped(event))

    def _enter_reading(self) -> None:
        self.flush()
        if self.step not in (Step.CALL, Step.PAPERS):
            self.show_step(Step.PAPERS)
        self.current().actions_bar.hide()

    def _taken_in(self, item_id: str) -> None:
        self.show_step(self.step)
        if item_id:
            self.current().choose(item_id)
        self.current().entered()

    # --- where one is ----------------------------------------------------------------------------

    @property
    def step(self) -> Step:
        """The step one is in."""
        return Step(self.steps.current() or Step.CALL)

    def current(self) -> StepView:
        """Its widget."""
        return self._steps[self.step]

    def place(self) -> tuple[str, str]:
        """The step and the id chosen there, for `open_meeting` another day."""
        return self.step.value, self.current().chosen()

    def open_meeting(self, meeting_id: str, step: str = "", chosen: str = "") -> None:
        """Show a meeting, at a step and at an item or § of it. Raises NotFound."""
        self.flush()
        view = self.actions_.session.ask(meeting_view, meeting_id)
        self.meeting_id = meeting_id
        self._take(view)
        known = step in {s.value for s in Step}
        self.show_step(Step(step) if known else _natural_step(view), by_person=not chosen)
        if chosen:
            self.current().choose(self._in_step(view, chosen))

    def _in_step(self, view: MeetingView, chosen: str) -> str:
        """Return what stands for `chosen` in the step: an item's § where §§ are listed."""
        if self.step not in (Step.MEETING, Step.MINUTES, Step.EXPEDITING):
            return chosen
        return next((s.section.id for s in view.sections if s.section.item_id == chosen), chosen)

    def show_step(self, step: Step, *, by_person: bool = False) -> None:
        """Go to a step. What is typed in the one before is stored first."""
        carried = ""
        if self.steps.current() is not None and step is not self.step:
            self.flush()
            same = any({self.step, step} <= steps for steps in SAME_LIST)
            carried = self.current().chosen() if same else ""
        for view in self._steps.values():
            view.actions_bar.hide()
        self._steps[step].actions_bar.show()
        self.steps.set_current(step.value)
        self.pages.setCurrentWidget(self._steps[step])
        self._show(step)
        if carried:
            self._steps[step].choose(carried)
        if by_person:
            self._steps[step].entered()
        self.placeChanged.emit()

    def go_to(self, place: Place) -> None:
        """Go to where a finding is mended."""
        if place.field == "register":
            if self._view is not None:
                self.registerRequested.emit(self._view.body.id)
            return
        if place.field == "delegated" and place.item_id is None:
            if self._view is not None:
                self.delegatedRequested.emit(self._view.body.id)
            return
        self.show_step(place.step)
        self._steps[place.step].go_to(place)

    def minimumSizeHint(self) -> QSize:
        """Never wider than the window may be."""
        return QSize(640, 400)

    # --- how it is -------------------------------------------------------------------------------

    def refresh(self, outcome: Outcome | None = None) -> None:
        """Read the meeting again when `outcome` touched it (or without one)."""
        if not self.meeting_id or (outcome is not None and not self._concerns(outcome)):
            return
        if not self.isVisible():
            self._behind = True
            return
        self._read()
        if outcome is not None and outcome.undone and self.meeting_id in outcome.meetings:
            self._follow(outcome)

    def _follow(self, outcome: Outcome) -> None:
        """Show the § or the item in which something was just taken back."""
        touched = {owner for change in outcome.changes if (owner := _owner(change.after or change.before))}
        if len(touched) == 1:
            self.current().choose(touched.pop())

    def flush(self) -> None:
        """Store everything that is typed and not yet stored."""
        if self._view is not None:
            self.current().flush()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to where work begins, so that every key of the step works at once."""
        super().focusInEvent(event)
        if self.reading.shown:
            self.reading.focus()
        elif self._view is not None:
            self.current().entered()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another view was shown."""
        if self._behind:
            self._read()
        super().showEvent(event)

    def _concerns(self, outcome: Outcome) -> bool:
        # Changes of register, body or settings belong to no meeting but show in it.
        if self.meeting_id in outcome.meetings or not outcome.meetings:
            return True
        # What is carried from here to another list shows in the § that it comes from.
        here = {item.item.id for item in self._view.items} if self._view is not None else set()
        sides = (side for change in outcome.changes for side in (change.before, change.after))
        return any(getattr(side, "carried_from", None) in here for side in sides)

    def _read(self) -> None:
        if self.meeting_id:
            view = self.actions_.attempt(lambda: self.actions_.session.ask(meeting_view, self.meeting_id))
            if view is not None:
                self._take(view)

    def _take(self, view: MeetingView) -> None:
        self._behind = False
        self._view = view
        self.actions_.aids.show_view(view)
        self.stage.veil(view)
        self._findings = check(view, self.actions_.session.today)
        self._stale = set(self._steps)
        for step in header_steps(view, self._findings):
            self.steps.set_step(step)
        self._show_crumb()
        if self.steps.current() is not None:
            self._show(self.step)
        self.converting.show_view(view)
        self.reading.show_view(view)

    def _show(self, step: Step) -> None:
        """Show the view in a step that has not seen it; only the step in sight is ever shown."""
        if self._view is None or self.steps.current() != step.value:
            return
        if step in self._stale or step is Step.PAPERS:
            self._stale.discard(step)
            self._steps[step].show_view(self._view, self._findings)
        self._show_head()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less in the head where there is less room."""
        super().resizeEvent(event)
        self._show_crumb()

    def _show_crumb(self) -> None:
        if self._view is not None:
            self.header.set_crumb(crumb(self._view, short=self.width() < ROOMY))

    def _show_head(self) -> None:
        if self.reading.shown:
            self.header.set_title("Läs in")
            self.header.set_pills(self.reading.pills())
            return
        self.header.set_title(STEPS[self.step])
        self.header.set_pills(self.current().pills())
        self._settle()

    def _settle(self) -> None:
        if self._view is not None and self.steps.current() is not None:
            self.stage.settle(self._view, self.step, self.current().chosen())


def _owner(record: Record | None) -> str | None:
    """Return the § or the item that a record is or belongs to."""
    if isinstance(record, Section | AgendaItem):
        return record.id
    section: str | None = getattr(record, "section_id", None)
    item: str | None = getattr(record, "item_id", None)
    return section or item


def _natural_step(view: MeetingView) -> Step:
    """Where work on a meeting goes on, when nothing is remembered."""
    return {
        MeetingState.OPEN: Step.MEETING,
        MeetingState.CLOSED: Step.MINUTES,
        MeetingState.APPROVED: Step.APPROVAL,
    }.get(view.meeting.state, Step.CALL)
