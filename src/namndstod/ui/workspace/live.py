"""The open meeting: §§ at the left, the chosen § in the middle, the seats (or the preview) at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QTextEdit, QVBoxLayout, QWidget

from namndstod.domain.findings import Finding, Place, Severity
from namndstod.domain.records import MeetingState, Outcome, PaperKind, SectionState, TextRole
from namndstod.domain.view import MeetingView, SectionView
from namndstod.services.commands.sitting import Decide, Reopen
from namndstod.services.commands.texts import WriteText
from namndstod.ui.kit.basics import Button, Hairline
from namndstod.ui.kit.flow import FlowLayout
from namndstod.ui.kit.item_list import ItemList
from namndstod.ui.kit.keys import add_key
from namndstod.ui.kit.split import Memory, SplitPane

from . import passing_card
from .actions import Actions
from .key_watch import KeyWatch
from .kontroll import Kontroll
from .live_bar import LiveBar
from .presenting import needs_words, section_row, usual_outcome
from .preview import PaperPreview
from .seat_words import announced_words
from .seats import Seats
from .section_order import SectionOrder
from .section_page import OUTCOMES, SectionPage, part_drafts
from .step_view import column
from .tabling import Tabling
from .voting import Voting

_LETTERS = {key: outcome for _, key, outcome in OUTCOMES} | {"Å": Outcome.REMITTED}
_STAYS = (Outcome.REMITTED,)
"""Outcomes that have something to fill in, so that the next § waits."""

_WITH_SEATS, _WITH_PAPER = (27, 48, 25), (22, 41, 37)
"""How the width is shared out, in per cent."""


class Live(QWidget):
    """The meeting as it goes on. Every key works from anywhere in it; letters only outside the texts."""

    sectionShown = Signal()
    stepRequested = Signal(str)

    def __init__(
        self, actions: Actions, memory: Memory, now: Callable[[], time], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._view: MeetingView | None = None
        self._next = ""  # the § to show when the view comes that a decision leads to
        self.list = ItemList("Paragrafer", reorder=True)
        self.page = SectionPage(actions)
        self.seats = Seats(actions, now)
        self.preview = PaperPreview(actions, PaperKind.MINUTES, PaperKind.ATTENDANCE, PaperKind.VOTES)
        self.right = QStackedWidget()
        self.right.addWidget(self.seats)
        self.right.addWidget(self.preview)
        self.voting = Voting(actions, self.page.deliberation)
        self.right.addWidget(self.voting.pane)
        self.kontroll = Kontroll(actions)
        self.kontroll.hide()
        self.bar = LiveBar()
        self.order = SectionOrder(actions, self, self.choose, self.flush)
        self.tabling = Tabling(actions)
        self._panes = SplitPane(
            [column(self.list, Hairline(), self.tabling, self._foot()), self.page, self.right],
            [320, 560, 292],
            name="sammantrade",
            memory=memory,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._panes, 1)
        layout.addWidget(self.kontroll)
        layout.addWidget(self.bar)
        self._connect()
        self._shortcuts()

    def _foot(self) -> QWidget:
        foot = QWidget()
        frame = QVBoxLayout(foot)
        frame.setContentsMargins(12, 10, 12, 10)
        row = FlowLayout(spacing=6)
        frame.addLayout(row)
        self.new_item = Button("Nytt ärende", hint="F2", small=True)
        self.now = Button("Ta upp nu", hint="F4", small=True)
        self.new_section = Button("Ny §", hint="F7", small=True)
        for button in (self.new_item, self.now, self.new_section):
            row.addWidget(button)
        return foot

    def _connect(self) -> None:
        self.list.currentIdChanged.connect(self._show_section)
        self.list.activatedId.connect(lambda _: self.decide())
        self.list.moveRequested.connect(self.order.move)
        self.list.removeRequested.connect(self.order.remove)
        KeyWatch(self.list, self._letter)
        self.page.decided.connect(self.decide)
        self.page.changeRequested.connect(self.change)
        self.page.reopenRequested.connect(self.reopen)
        self.page.presence.removed.connect(self.focus_list)
        self.page.presence.takeOutRequested.connect(self.seats.take_out_announced)
        self.page.settledHere.connect(self.focus_list)
        self.voting.began.connect(lambda: self._show_right(self.voting.pane))
        self.voting.ended.connect(self._leave_vote)
        self.preview.chosen.connect(self.focus_list)
        self.tabling.changed.connect(self._show_rows)
        self.tabling.left.connect(self.focus_list)
        self.new_item.clicked.connect(self.order.ask_item)
        self.now.clicked.connect(self.order.take_up_now)
        self.new_section.clicked.connect(self.order.ask_section)
        self.bar.kontrollClicked.connect(self.toggle_kontroll)

    def _shortcuts(self) -> None:
        for keys, act in (
            ("F5", self.decide),
            ("Ctrl+Return", self.decide),
            ("F2", self.order.ask_item),
            ("F4", self.order.take_up_now),
            ("F6", self.seats.focus_list),
            ("F7", self.order.ask_section),
            ("F8", self.toggle_kontroll),
            (passing_card.KEY, self.page.passing.send),
            ("Ctrl+Down", lambda: self.go(1)),
            ("Ctrl+Up", lambda: self.go(-1)),
            ("Esc", self.focus_list),
        ):
            add_key(self, keys, act)

    # --- what is shown ---------------------------------------------------------------------------

    def show_view(self, view: MeetingView, findings: Sequence[Finding]) -> None:
        """Show the §§ as they are now."""
        other = self._view is None or self._view.meeting.id != view.meeting.id
        self._view = view
        self.order.show_view(view)
        self.tabling.show_view(view)
        self._show_rows()
        before = self.chosen()
        if view.sections and (other or view.section(before) is None):
            self.list.set_current_id(self._first(view).section.id)
        elif self._next:
            self.list.set_current_id(self._next)
        if self.chosen() == before:  # else the list has told that another § is chosen
            self._show_section()
        self.kontroll.show_view(view, findings)
        self.bar.show_findings([f for f in findings if f.severity is not Severity.INFORM])
        self.bar.show_recusals(announced_words(view), announced_words(view, short=True))
        for button in (self.new_item, self.now, self.new_section):
            button.setEnabled(self.order.going_on)
        self.preview.show_view(view)

    def _show_rows(self) -> None:
        if self._view is not None:
            self.list.set_rows(self.tabling.rows([section_row(s) for s in self._view.sections]))

    def section(self) -> SectionView | None:
        """The § shown."""
        return self._view.section(self.chosen()) if self._view else None

    def chosen(self) -> str:
        """Its id."""
        return self.list.current_id() or ""

    def choose(self, section_id: str) -> None:
        """Show a §."""
        self.list.set_current_id(section_id)

    def flush(self) -> None:
        """Store what is typed."""
        self.page.flush()
        self.seats.flush()

    def go_to(self, place: Place) -> None:
        """Go to a text of the § shown, or to the seats."""
        if place.role is not None:
            self.page.focus_text(place.role)
        elif place.field == "presence":
            self.show_preview(False)
            self.seats.focus_list()
        else:
            self.focus_list()

    def focus_list(self) -> None:
        """Put the focus on the §§, where letters are commands."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def enter_first(self) -> None:
        """The meeting was just opened: begin with the first §."""
        if self._view is not None and self._view.sections:
            self.list.set_current_id(self._view.sections[0].section.id)
            self.focus_list()

    def fold(self) -> None:
        """Show the protokoll instead of the seats, or the seats again."""
        self.show_preview(self.right.currentWidget() is self.seats)

    def show_preview(self, shown: bool) -> None:
        """Show the protokoll, or the seats."""
        self._show_right(self.preview if shown else self.seats)

    def _show_right(self, widget: QWidget) -> None:
        if widget is self.right.currentWidget():
            return
        paper = self.preview in (widget, self.right.currentWidget())
        self.right.setCurrentWidget(widget)
        if paper:
            whole = sum(self._panes.sizes())
            shares = _WITH_PAPER if widget is self.preview else _WITH_SEATS
            self._panes.setSizes([whole * share // 100 for share in shares])

    def _leave_vote(self) -> None:
        """The roll is called: back to the seats and to the §."""
        self._show_right(self.seats)
        self.focus_list()

    def toggle_kontroll(self) -> None:
        """Show the findings, or fold them."""
        self.kontroll.setVisible(self.kontroll.isHidden())

    def _show_section(self, _: str = "") -> None:
        view, section = self._view, self.section()
        if view is None or section is None:
            return
        frozen = view.meeting.state is MeetingState.APPROVED
        self.order.show_section(section.section.id)
        self.page.show_section(view, section, frozen=frozen)
        self.seats.show_section(view, section, frozen=frozen)
        self.voting.show_section(view, section, frozen=frozen)
        self.preview.follow(f"paragraf-{section.section.position}")
        self.sectionShown.emit()

    @staticmethod
    def _first(view: MeetingView) -> SectionView:
        left = (s for s in view.sections if s.section.state is SectionState.OPEN)
        return next(left, view.sections[-1]) if view.meeting.state is MeetingState.OPEN else view.sections[0]

    # --- keys ------------------------------------------------------------------------------------

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Do what a key means here; False when it means nothing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.decide()
            return True
        return self._letter(event)

    def _letter(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        focus = QApplication.focusWidget()
        if held or isinstance(focus, QLineEdit) or (isinstance(focus, QTextEdit) and not focus.isReadOnly()):
            return False
        letter = event.text().upper()
        if self.page.key_pressed(event):
            return True
        if letter == "M" and self.order.going_on:
            self.tabling.toggle(self.chosen())
        elif letter == "B" and self.tabling.marked:
            self.tabling.begin()
        elif letter == "E":
            self.change()
        elif letter == "I":
            self.reopen()
        elif letter == "J":
            return self.seats.take_out_announced()
        elif letter in _LETTERS and self._offered(_LETTERS[letter]):
            self.decide(_LETTERS[letter])
        else:
            return False
        return True

    def _offered(self, outcome: Outcome) -> bool:
        button = self.page.outcomes[outcome]
        return button.isEnabled() and not button.isHidden()

    # --- what a person asks for ------------------------------------------------------------------

    def decide(self, outcome: Outcome | None = None) -> None:
        """Klubba: the usual outcome of the §, or the one given. A klubbad § only makes way for the next."""
        self.flush()
        section = self.section()
        if section is None or not self.page.gavel.isEnabled():
            return
        if outcome is None and section.section.state is SectionState.DECIDED:
            self.go(1)
            return
        if outcome is None and self._disputed(section):
            self._gavel(Decide(section.section.id), next_=True)
            return
        if outcome is None and needs_words(section):
            self._actions.toast("Det finns inget förslag: skriv beslutet, och klubba med F5.")
            self.page.edit_decision()
            return
        stays = outcome in _STAYS
        done = self._gavel(Decide(section.section.id, outcome or usual_outcome(section)), next_=not stays)
        if done and stays:
            self.page.edit_decision()

    def _gavel(self, command: Decide, *, next_: bool) -> bool:
        """Run the klubba and go to the next §; False when it was refused.

        The view that comes with the change shows the next § at once, and is drawn only once.
        """
        self._next = self._beside(1) if next_ else ""
        done = self._actions.do(command) is not None
        self._next = ""
        if done and next_:
            self._leave_text()
        return done

    def _disputed(self, section: SectionView) -> bool:
        """Whether something else than the proposal is put forward, so that the procedure says how it ends."""
        course = self._view.courses.get(section.section.id) if self._view else None
        return course is not None and (course.options.disputed or bool(course.result.elected))

    def change(self) -> None:
        """«Ändra»: the proposal becomes the decision's own text, ready to be written in."""
        self.flush()
        section = self.section()
        if section is None or not self.page.change.isEnabled():
            return
        if section.section.outcome is Outcome.APPROVED:
            self._actions.do(Decide(section.section.id, Outcome.CHANGED))
        elif section.parts[TextRole.DECISION].blank and not section.parts[TextRole.PROPOSAL].blank:
            drafts = part_drafts(section.parts[TextRole.PROPOSAL])
            self._actions.do(WriteText(TextRole.DECISION, drafts, section_id=section.section.id))
        self.page.edit_decision()

    def reopen(self) -> None:
        """Take the klubba back."""
        section = self.section()
        if (
            section is not None
            and section.section.state is SectionState.DECIDED
            and self.page.reopen.isEnabled()
        ):
            self.flush()
            self._actions.do(Reopen(section.section.id))

    def go(self, step: int) -> None:
        """Go to the next § (or the one before)."""
        self.flush()
        there = self._beside(step)
        if there:
            self.list.set_current_id(there)
            self._leave_text()

    def _beside(self, step: int) -> str:
        """The id of the § so many steps from the one shown, or nothing."""
        ids = [s.section.id for s in self._view.sections] if self._view else []
        at = ids.index(self.chosen()) + step if self.chosen() in ids else 0
        return ids[at] if 0 <= at < len(ids) else ""

    def _leave_text(self) -> None:
        """Out of a text of the § before, so that letters are commands again."""
        if isinstance(QApplication.focusWidget(), QTextEdit):
            self.focus_list()
