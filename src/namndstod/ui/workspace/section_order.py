"""What changes the order of the §§ during the meeting: new ones, «ta upp nu», moving, taking away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from namndstod.domain.editions import shown_heading
from namndstod.domain.records import ItemKind, MeetingState, SectionState
from namndstod.domain.view import MeetingView, SectionView
from namndstod.services.commands.agenda import AddItem
from namndstod.services.commands.sitting import AddSection, MoveSection, RemoveSection
from namndstod.ui.kit.names_field import Name

from .actions import Actions
from .new_item import HeadingSheet, NewItemSheet


class SectionOrder(QObject):
    """Asks and sends the commands. `choose` shows a §, `flush` stores what is typed in the one shown."""

    def __init__(
        self,
        actions: Actions,
        parent: QWidget,
        choose: Callable[[str], object],
        flush: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._parent = parent
        self._choose = choose
        self._flush = flush
        self._view: MeetingView | None = None
        self._shown = ""

    def show_view(self, view: MeetingView) -> None:
        """Know how the meeting is now."""
        self._view = view

    def show_section(self, section_id: str) -> None:
        """Know which § is shown."""
        self._shown = section_id

    @property
    def going_on(self) -> bool:
        """Whether the meeting is open: only then are there new §§."""
        return self._view is not None and self._view.meeting.state is MeetingState.OPEN

    def ask_item(self) -> None:
        """A new ärende, to be handled after the § shown."""
        if self.going_on:
            self._flush()
            NewItemSheet(self._parent, self._add_item, self._serving()).open()

    def ask_section(self) -> None:
        """A § without an ärende, after the one shown."""
        if self.going_on:
            self._flush()
            HeadingSheet(self._parent, self._add_section).open()

    def take_up_now(self) -> None:
        """Handle the § shown next: after the last one that is klubbad."""
        view, section = self._view, self._section()
        if view is None or section is None or not self.going_on:
            return
        self._flush()
        decided = [s.section.position for s in view.sections if s.section.state is SectionState.DECIDED]
        target = max(decided, default=0) + 1
        if section.section.state is SectionState.OPEN and section.section.position != target:
            self._actions.do(MoveSection(section.section.id, target))

    def move(self, section_id: str, index: int) -> None:
        """Give a § the place `index` (from 0)."""
        self._flush()
        self._actions.do(MoveSection(section_id, index + 1))

    def remove(self, section_id: str) -> None:
        """Take away a § made by mistake."""
        section = self._view.section(section_id) if self._view else None
        if section is not None:
            self._flush()
            self._actions.do_with_undo(RemoveSection(section_id), f"”{shown_heading(section)}” är borttagen.")

    def _section(self) -> SectionView | None:
        return self._view.section(self._shown) if self._view else None

    def _serving(self) -> list[Name]:
        view, section = self._view, self._section()
        serving = section.presence.serving if section is not None else ()
        return [Name(view.label(s.person_id), (s.person_id,)) for s in serving] if view is not None else []

    def _add_item(self, title: str, kind: ItemKind, diary_number: str, raised_by: str | None) -> None:
        assert self._view is not None
        after = self._section()
        outcome = self._actions.session.do(
            AddItem(self._view.meeting.id, title, kind, diary_number, initiative_by=raised_by)
        )
        made = next((s for s in self._view.sections if s.section.item_id == outcome.result), None)
        if made is None:
            return
        if after is not None and made.section.position != after.section.position + 1:
            self._actions.do(MoveSection(made.section.id, after.section.position + 1))
        self._choose(made.section.id)

    def _add_section(self, heading: str) -> None:
        assert self._view is not None
        command = AddSection(self._view.meeting.id, heading, after_id=self._shown or None)
        outcome = self._actions.session.do(command)
        if outcome.result is not None:
            self._choose(outcome.result)
