"""The main window of an open binder: rail, views, undo, palette. It composes and wires; views do the work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from namndstod.domain.errors import NamndstodError, NotFound, ReadOnly
from namndstod.domain.findings import Step
from namndstod.domain.records import Meeting
from namndstod.domain.swedish import clock
from namndstod.services.reading import bodies, meeting_view

from .delegation.pages import DelegationPages
from .frame import NARROW
from .kit.dropping import dropped, welcome
from .kit.rail import Rail, RailEntry
from .kit.theme import undressed
from .kit.tokens import Tone
from .meeting_pages import MeetingPages
from .memory import Memory, Place
from .undo_keys import UndoKeys
from .undoing import Undoing
from .view import View
from .workspace.actions import Actions

if TYPE_CHECKING:
    from namndstod.services.session import Outcome
    from namndstod.services.upkeep import Backup
    from namndstod.services.workplace import Workplace

    from .background import Background
    from .faces import Faces
    from .kit.theme import Theme
    from .kit.toast import Toast
    from .palette import Palette
    from .register import RegisterView
    from .settings_view import SettingsView
    from .spelling import Spelling
    from .workspace import Workspace

ENTRIES = (
    RailEntry("overview", "Översikt", "house"),
    RailEntry("meetings", "Sammanträden", "list"),
    RailEntry("matters", "Ärenden", "section"),
    RailEntry("delegated", "Delegationsbeslut", "gavel"),
    RailEntry("register", "Förtroendevalda", "people"),
    RailEntry("palette", "Sök", "search", "Ctrl K"),
    RailEntry("settings", "Inställningar", "gear"),
    RailEntry("handbook", "Handbok", "help", "F1"),
)
ASKS = frozenset({"palette", "handbook"})  # entries that are no view
MEETING = "meeting"
PLACE_DELAY = 400  # ms after which the place is remembered


class MainWindow(QWidget):
    """Everything around an open binder."""

    closeBinderRequested = Signal()
    restoreRequested = Signal(object)  # Backup
    aboutRequested = Signal()
    handbookRequested = Signal(str)  # the place in it; nothing for what is shown

    def __init__(
        self,
        workplace: Workplace,
        memory: Memory,
        background: Background,
        faces: Faces,
        toast: Toast,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.session = workplace.session
        self.memory = memory
        self.background = background
        self.faces = faces
        self.toast = toast
        self.theme = theme
        self.setAcceptDrops(True)
        self.actions_ = Actions(workplace, background, self)
        self.undoing = Undoing(self.session, faces, toast, background, self.flush)
        self.rail = Rail(ENTRIES)
        self.rail.set_binder(self.session.binder.name)
        self.stack = QStackedWidget()
        self.views: dict[str, View] = {}
        self.workspace: Workspace | None = None
        self._palette: Palette | None = None
        self._spelling: Spelling | None = None
        self.pages = MeetingPages(self)
        self.delegation = DelegationPages(self)
        self._place = Place()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        self._remember = QTimer(self)
        self._remember.setSingleShot(True)
        self._remember.setInterval(PLACE_DELAY)
        if self.session.binder.read_only:
            self.rail.set_saved("öppnad bara för läsning")
        self._wire()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the view where there is little of it."""
        super().resizeEvent(event)
        self.rail.set_narrow(event.size().width() < NARROW)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files anywhere where no view does."""
        welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read in what is dropped."""
        self.pages.read_in(dropped(event))

    # --- all wiring that is not of a single view

    def _wire(self) -> None:
        self.rail.chosen.connect(self._go)
        self._remember.timeout.connect(self.remember_place)
        self.actions_.errorRaised.connect(self._explain)
        self.actions_.toastRequested.connect(self._toast)
        self.session.listen(lambda outcome: self.background.tell(lambda: self._changed(outcome)))
        self._undo_keys = UndoKeys(self)
        for keys, act in (
            ("Ctrl+Z", self.undoing.undo),
            ("Ctrl+Shift+Z", self.undoing.redo),
            ("Ctrl+Y", self.undoing.redo),
            ("Ctrl+K", self.show_palette),
            ("Ctrl+N", self.new_meeting),
            ("Ctrl+Shift+L", lambda: self.pages.read_in()),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _view(self, key: str) -> View:
        """Return a view of the rail, built and wired at its first use."""
        if key not in self.views:
            view = self._build(key)
            self.views[key] = view
            self.stack.addWidget(view)
        return self.views[key]

    def _build(self, key: str) -> View:
        if key == "meetings":
            from .meetings import MeetingsView

            meetings = MeetingsView(self.actions_)
            meetings.meetingRequested.connect(self.open_meeting)
            meetings.newMeetingRequested.connect(self.new_meeting)
            self.pages.wire(meetings)
            return meetings
        if key in self.pages.KEYS:
            return self.pages.build(key)
        if key == "matters":
            from .matters import MattersView

            matters = MattersView(self.actions_)
            matters.meetingRequested.connect(self.open_meeting)
            return matters
        if key in self.delegation.KEYS:
            return self.delegation.build(key)
        if key == "register":
            from .register import RegisterView

            register = RegisterView(self.actions_, self.memory.splits)
            register.settingsRequested.connect(self.show_settings_of)
            return register
        if key == "settings":
            from .settings_view import SettingsView

            settings = SettingsView(self.actions_, self.memory, self.theme, self.spelling())
            settings.closeBinderRequested.connect(self.closeBinderRequested)
            settings.newBodyRequested.connect(self.new_body)
            settings.restoreRequested.connect(self.restoreRequested)
            settings.aboutRequested.connect(self.aboutRequested)
            return settings
        from .overview import OverviewView

        overview = OverviewView(self.actions_)
        overview.meetingRequested.connect(self.open_meeting)
        overview.matterRequested.connect(self.open_matter)
        overview.delegatedRequested.connect(self.delegation.show_decisions)
        overview.newMeetingRequested.connect(self.new_meeting)
        overview.newBodyRequested.connect(self.new_body)
        overview.membersRequested.connect(self.paste_members)
        overview.readRequested.connect(self.pages.read_in)
        return overview

    def _space(self) -> Workspace:
        if self.workspace is None:
            from .workspace import Workspace

            with undressed():
                self.workspace = Workspace(self.actions_, self.memory.splits)
            self.actions_.aids.use(self.spelling())
            self.workspace.placeChanged.connect(self._remember.start)
            self.workspace.copyRequested.connect(self.pages.copy_meeting)
            self.workspace.meetingMade.connect(self.pages.show_made)
            self.workspace.registerRequested.connect(lambda body: self.show_person(body, ""))
            self.workspace.explainRequested.connect(self.handbookRequested)
            self.workspace.listBrought.connect(self.delegation.read_list)
            self.workspace.delegatedRequested.connect(self.delegation.show_decisions)
            self.stack.addWidget(self.workspace)
        return self.workspace

    def spelling(self) -> Spelling:
        """Return the spelling of all texts, made at its first use."""
        if self._spelling is None:
            from .own_words import OwnWords
            from .spelling import Spelling

            self._spelling = Spelling(OwnWords(self.memory.own_words), on=self.memory.spelling, parent=self)
        return self._spelling

    def let_go(self) -> None:
        """End what runs beside the window; the binder closes."""
        if self._spelling is not None:
            self._spelling.close()

    # --- going about

    def resume(self) -> None:
        """Go to where one was in this binder."""
        place = self.memory.place(self.session.binder.id)
        if place.view == MEETING and self._exists(place.meeting_id):
            self.open_meeting(place.meeting_id, place.step, place.chosen)
        else:
            self.show_view(place.view if place.view in {e.key for e in ENTRIES} - ASKS else "overview")

    def show_view(self, key: str) -> View:
        """Show a view of the rail."""
        self.flush()
        view = self._view(key)
        above = {"meetings": self.pages.KEYS, "delegated": self.delegation.KEYS}
        self.rail.set_current(next((over for over, keys in above.items() if key in keys), key))
        self.stack.setCurrentWidget(view)
        view.catch_up()  # the window itself may not be on the screen yet, and what follows asks the view
        view.setFocus()
        self.toast.settle()
        self._remember.start()
        return view

    def open_matter(self, matter_id: str) -> None:
        """Show the thread of an ärende."""
        view = self.show_view("matters")
        from .matters import MattersView

        if isinstance(view, MattersView):
            view.choose(matter_id)

    def open_meeting(self, meeting_id: str, step: str = "", chosen: str = "") -> None:
        """Open a meeting in the workspace, at a step and an item or § of it."""
        self.flush()
        space = self._space()
        if self.faces.attempt(lambda: space.open_meeting(meeting_id, step, chosen)):
            self.rail.set_current("meetings")
            self.stack.setCurrentWidget(space)
            if chosen:
                space.setFocus()  # which hands it on; without a choice the step has taken it already
            self._remember.start()

    def current(self) -> str:
        """The key of what is shown: a view of the rail, or «meeting»."""
        return MEETING if self.stack.currentWidget() is self.workspace else self.rail.current() or "overview"

    def remember_place(self) -> None:
        """Remember where one is, for the next start."""
        place = Place(self.current())
        if self.workspace is not None and place.view == MEETING:
            step, chosen = self.workspace.place()
            place = Place(MEETING, self.workspace.meeting_id, step, chosen)
        if place != self._place:
            self._place = place
            self.memory.set_place(self.session.binder.id, place)

    def flush(self) -> None:
        """Store what is typed and not yet stored."""
        for view in self.views.values():
            view.flush()
        if self.workspace is not None:
            self.workspace.flush()

    def _go(self, key: str) -> None:
        if key in ASKS:
            self.show_palette() if key == "palette" else self.handbookRequested.emit("")
            return
        before = self.stack.currentWidget()
        if (view := self.show_view(key)) is before:
            view.go_home()

    def _exists(self, meeting_id: str) -> bool:
        try:
            self.session.ask(meeting_view, meeting_id)
        except NotFound:
            return False
        return True

    # --- doing

    def new_meeting(self) -> None:
        """Ask for a new meeting; without any body, for a body first."""
        from .new_meeting import NewMeeting

        if not self.session.ask(bodies, self.session.today):
            self.new_body()
            return
        sheet = NewMeeting(self, self.session, lambda made: self.open_meeting(made, Step.CALL.value))
        sheet.open()

    def new_body(self) -> None:
        """Go to the register and ask for a new body."""
        self._register().new_body()

    def paste_members(self) -> None:
        """Go to the register and ask for the list of members."""
        self._register().paste_list()

    def show_settings_of(self, body_id: str) -> None:
        """Show the settings of a body."""
        cast("SettingsView", self.show_view("settings")).choose_body(body_id)

    def show_backup(self, backup: Backup) -> None:
        """Show a backup among those of the binder."""
        settings = cast("SettingsView", self.show_view("settings"))
        settings.show_part("binder")
        settings.binder.table.set_current_id(backup.path.name)

    def show_person(self, body_id: str, person_id: str) -> None:
        """Show a person among those of a body."""
        self._register().choose_person(body_id, person_id)

    def _register(self) -> RegisterView:
        return cast("RegisterView", self.show_view("register"))

    def show_palette(self) -> None:
        """Show «Sök eller gör»."""
        from .acts import acts_of
        from .palette import Palette

        if self._palette is None:
            self._palette = Palette(self.actions_, self)
            self._palette.meetingRequested.connect(self.open_meeting)
            self._palette.personRequested.connect(self.show_person)
            self._palette.archivedRequested.connect(self.pages.show_archived)
            self._palette.delegatedRequested.connect(self.delegation.show_decision)
            self._palette.set_acts(acts_of(self), self.delegation.looking_for)
        self._palette.show_over(self)

    # --- what changed

    def _changed(self, outcome: Outcome) -> None:
        """Show a stored change: the time, and in each view what it concerns."""
        if self.workspace is not None and _removed(outcome, self.workspace.meeting_id):
            self._leave_meeting()
        self.rail.set_saved(f"sparat {clock(datetime.now().time())}.{datetime.now():%S}")
        for view in self.views.values():
            view.refresh(outcome)
        if self.workspace is not None:
            self.workspace.refresh(outcome)
        if self._palette is not None:
            self._palette.refresh(outcome)
        self._remember.start()

    def _explain(self, error: NamndstodError) -> None:
        """Show a known error; in a binder opened to be read, a change is refused quietly."""
        if isinstance(error, ReadOnly) and self.session.binder.read_only:
            message = "Pärmen är öppnad bara för läsning, så ingenting kan ändras."
            self.toast.show_message(message, Tone.LOOK)
        else:
            self.faces.show(error)

    def _leave_meeting(self) -> None:
        """The open meeting is no more (its making was undone): go to the list."""
        shown = self.current() == MEETING
        if self.workspace is not None:
            self.workspace.meeting_id = ""
        if shown:
            self.show_view("meetings")

    def _toast(self, text: str, action: str, on_action: Callable[[], object] | None) -> None:
        self.toast.show_message(
            text, action=action, on_action=on_action, hint="Ctrl Z" if action == "Ångra" else ""
        )


def _removed(outcome: Outcome, meeting_id: str) -> bool:
    """Say whether the action took that meeting away."""
    return any(c.kind is Meeting and c.id == meeting_id and c.after is None for c in outcome.changes)
