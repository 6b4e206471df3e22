"""Protokoll: every § as it will be printed, written by the program or by hand, with the paper beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from namndstod.domain.findings import Finding, Place, Step
from namndstod.domain.records import MeetingState, PaperKind
from namndstod.domain.swedish import section_range
from namndstod.domain.view import MeetingView
from namndstod.ui.kit.basics import Button, ButtonKind, Hairline
from namndstod.ui.kit.item_list import ItemList
from namndstod.ui.kit.item_model import ItemRow
from namndstod.ui.kit.split import Memory, SplitPane
from namndstod.ui.kit.tokens import Tone

from . import passing_card
from .actions import Actions
from .approval_words import is_locked
from .exporting import Exporter
from .front_page import FrontPage
from .kontroll import Kontroll
from .minutes_page import MinutesPage
from .presenting import section_row
from .preview import Folding, PaperPreview
from .step_view import StepView, column

FRONT = "front"
"""The id of the row that stands for the front page."""


class MinutesStep(StepView):
    """Where the protokoll is written."""

    step = Step.MINUTES

    def __init__(self, actions: Actions, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(actions, parent)
        self.list = ItemList("Paragrafer i protokollet")
        self.front = FrontPage(actions)
        self.page = MinutesPage(actions)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.front)
        self.middle.addWidget(self.page)
        self.kontroll = Kontroll(actions)
        self.preview = PaperPreview(actions, PaperKind.MINUTES, PaperKind.ATTENDANCE, PaperKind.VOTES)
        self.fees = Button("Arvodesunderlag (Excel)")
        centre = SplitPane([self.middle, self.kontroll], [420, 150], orientation=Qt.Orientation.Vertical)
        panes = SplitPane(
            [column(self.list, Hairline(), self._foot()), centre, self.preview],
            [286, 456, 452],
            name="protokoll",
            memory=memory,
        )
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(panes)
        self._export = Exporter(actions, self)
        self._make_bar()
        self.list.currentIdChanged.connect(self._show_chosen)
        self.key("Ctrl+Down", lambda: self._go(1))
        self.key("Ctrl+Up", lambda: self._go(-1))
        self.key(passing_card.KEY, self.page.passing.send)

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 10, 12, 10)
        row.addWidget(self.fees)
        row.addStretch(1)
        return foot

    def _make_bar(self) -> None:
        self.folding = Folding(self, self.preview)
        self.word = Button("Word")
        self.pdf = Button("Spara PDF")
        self.print = Button("Skriv ut")
        self.approve = Button("Till justering", ButtonKind.PRIMARY, hint="Ctrl 5")
        self.word.clicked.connect(self.with_view(lambda v: self._export.save_word(self.preview.kind, v)))
        self.pdf.clicked.connect(self.with_view(lambda v: self._export.save_pdf(self.preview.kind, v)))
        self.print.clicked.connect(self.with_view(lambda v: self._export.print_(self.preview.kind, v)))
        self.fees.clicked.connect(self.with_view(self._export.save_workbook))
        self.approve.clicked.connect(lambda: self.stepRequested.emit(Step.APPROVAL.value))
        self.add_to_bar(self.folding.button, self.word, self.pdf, self.print, self.approve)

    def show_view(self, view: MeetingView, findings: Sequence[Finding]) -> None:
        """Show the §§, the chosen one and the paper."""
        other = self.view is None or self.view.meeting.id != view.meeting.id
        self.view = view
        front = ItemRow(FRONT, "", "Framsidan", note="tider, övriga närvarande")
        self.list.set_rows([front, *(section_row(s) for s in view.sections)])
        if other or (self.chosen() != FRONT and view.section(self.chosen()) is None):
            first = view.sections[0].section.id if view.sections else FRONT
            self.list.set_current_id(first)
        self._show_chosen()
        self.kontroll.show_view(view, findings)
        self.preview.show_view(view)
        self.approve.setVisible(view.meeting.state is MeetingState.CLOSED)

    def pills(self) -> list[tuple[str, Tone]]:
        """«utkast», or «justerat»; and which §§."""
        view = self.view
        if view is None:
            return []
        sent = ("sänt för justering", Tone.LOOK) if is_locked(view) else ("utkast", Tone.LOOK)
        state = ("justerat", Tone.DONE) if self.frozen else sent
        numbers = section_range(s.number for s in view.sections if s.number is not None)
        provisional = " preliminärt" if any(s.provisional for s in view.sections) else ""
        return [state, (f"{numbers}{provisional}", Tone.NEUTRAL)] if numbers else [state]

    def flush(self) -> None:
        """Store what is typed."""
        self.front.flush()
        self.page.flush()

    def chosen(self) -> str:
        """The id of the § shown."""
        return self.list.current_id() or ""

    def choose(self, chosen: str) -> None:
        """Show a §."""
        self.list.set_current_id(chosen)

    def go_to(self, place: Place) -> None:
        """Go to a part of a §."""
        if place.section_id:
            self.choose(place.section_id)
            self.page.go_to(place)
        else:
            self.entered()

    def entered(self) -> None:
        """Work begins in the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, step: int) -> None:
        self.flush()
        index = self.list.currentIndex().row() + step
        model = self.list.item_model()
        if 0 <= index < model.rowCount():
            self.list.setCurrentIndex(model.index(index))

    def _show_chosen(self, _: str = "") -> None:
        view = self.view
        if view is None:
            return
        section = view.section(self.chosen())
        if section is None:
            self.page.flush()
            self.front.show_meeting(view, frozen=is_locked(view))
            self.middle.setCurrentWidget(self.front)
            self.preview.follow("")
        else:
            self.front.flush()
            self.page.show_section(view, section, frozen=is_locked(view, section))
            self.middle.setCurrentWidget(self.page)
            self.preview.follow(f"paragraf-{section.section.position}")
