"""Kallelse: the föredragningslista, the editor of what is chosen, and the kallelse as it will be printed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from namndstod.domain.editions import shown_title
from namndstod.domain.findings import Finding, Place, Step
from namndstod.domain.records import ItemKind, MeetingState, PaperKind
from namndstod.domain.replies import places_filled
from namndstod.domain.swedish import counted
from namndstod.domain.view import MeetingView
from namndstod.services.commands.agenda import AddItem, MoveItem, RemoveItem
from namndstod.ui.kit.basics import Button, ButtonKind, Hairline
from namndstod.ui.kit.dialogs import ask_to_send
from namndstod.ui.kit.flow import FlowLayout
from namndstod.ui.kit.item_list import ItemList
from namndstod.ui.kit.item_model import ItemRow
from namndstod.ui.kit.split import Memory, SplitPane
from namndstod.ui.kit.tokens import Tone

from . import waiting_card
from .actions import Actions
from .attendance_page import AttendancePage
from .exporting import Exporter
from .item_form import ItemForm
from .kontroll import Kontroll
from .meeting_form import MeetingForm
from .new_item import NewItemSheet
from .paste_agenda import PasteAgendaSheet
from .presenting import item_row, state_pill
from .preview import Folding, PaperPreview
from .step_view import StepView, column

MEETING, ATTENDANCE = "meeting", "attendance"
"""The ids of the rows that stand for the meeting itself and for who comes."""
_HEAD = (MEETING, ATTENDANCE)


class CallStep(StepView):
    """Where the meeting is called."""

    step = Step.CALL
    filesArrived = Signal(str, list)  # item id (empty: the meeting), paths
    readWanted = Signal()

    def __init__(self, actions: Actions, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(actions, parent)
        self.list = ItemList("Föredragningslista", number_width=30, reorder=True, takes_files=True)
        self.new = Button("Nytt ärende", icon="plus", hint="F2")
        self.read = Button("Läs in …", ButtonKind.QUIET, hint="Ctrl Shift L")
        self.paste = Button("Klistra in lista", ButtonKind.QUIET)
        self.meeting_form = MeetingForm(actions)
        self.item_form = ItemForm(actions)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.meeting_form)
        self.middle.addWidget(self.item_form)
        self.attendance = AttendancePage(actions)
        self.middle.addWidget(self.attendance)
        self.kontroll = Kontroll(actions)
        self.preview = PaperPreview(actions, PaperKind.CALL, PaperKind.AGENDA)
        centre = SplitPane([self.middle, self.kontroll], [400, 130], orientation=Qt.Orientation.Vertical)
        panes = SplitPane(
            [column(self.list, Hairline(), self._foot()), centre, self.preview],
            [286, 456, 452],
            name="kallelse",
            memory=memory,
        )
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(panes)
        self._export = Exporter(actions, self)
        self._make_bar()
        self.list.currentIdChanged.connect(self._show_chosen)
        self.list.activatedId.connect(lambda _: self._edit())
        self.list.moveRequested.connect(self._move)
        self.list.removeRequested.connect(self._remove)
        self.list.filesDropped.connect(self._dropped)
        self.new.clicked.connect(self.new_item)
        self.read.clicked.connect(self.readWanted)
        self.paste.clicked.connect(self.paste_list)
        self.key("F2", self.new_item)
        self.key(waiting_card.KEY, self._take_waiting)

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = FlowLayout(foot, spacing=6)
        row.setContentsMargins(8, 8, 8, 8)
        for button in (self.new, self.read, self.paste):
            row.addWidget(button)
        return foot

    def _make_bar(self) -> None:
        self.folding = Folding(self, self.preview)
        self.word = Button("Word")
        self.pdf = Button("Spara PDF")
        self.print = Button("Skriv ut")
        self.send = Button("Kallelsen är utsänd", ButtonKind.PRIMARY)
        self.word.clicked.connect(self.with_view(lambda v: self._export.save_word(self.preview.kind, v)))
        self.pdf.clicked.connect(self.with_view(lambda v: self._export.save_pdf(self.preview.kind, v)))
        self.print.clicked.connect(self.with_view(lambda v: self._export.print_(self.preview.kind, v)))
        self.send.clicked.connect(self.ask_to_send)
        self.add_to_bar(self.folding.button, self.word, self.pdf, self.print, self.send)

    def show_view(self, view: MeetingView, findings: Sequence[Finding]) -> None:
        """Show the list, what is chosen and the paper."""
        other = self.view is None or self.view.meeting.id != view.meeting.id
        self.view = view
        rows = [
            ItemRow(MEETING, "", "Sammanträdet", note="tid, plats, gruppmöten, meddelanden"),
            ItemRow(ATTENDANCE, "", "Närvaro", note=str(places_filled(view))),
        ]
        self.list.set_rows([*rows, *(item_row(i) for i in view.items)])
        if other or self.list.current_id() is None:
            self.list.set_current_id(MEETING)
        self._show_chosen()
        self.kontroll.show_view(view, findings)
        self.preview.show_view(view)
        coming = view.meeting.state in (MeetingState.PLANNED, MeetingState.CALLED)
        self.send.setVisible(coming)
        self.send.setText(
            "Sänd ut på nytt" if view.meeting.state is MeetingState.CALLED else "Kallelsen är utsänd"
        )
        self.new.setEnabled(not self.frozen)
        self.read.setEnabled(not self.frozen)
        self.paste.setVisible(not view.held)  # an item that has a § cannot be replaced

    def pills(self) -> list[tuple[str, Tone]]:
        """Whether the kallelse has gone out."""
        if self.view is None:
            return []
        state = state_pill(self.view)
        return [state, (counted(len(self.view.items), "ärende", "ärenden"), Tone.NEUTRAL)]

    def flush(self) -> None:
        """Store what is typed."""
        self.meeting_form.flush()
        self.item_form.flush()
        self.attendance.flush()

    def chosen(self) -> str:
        """The id of the item shown."""
        return self.list.current_id() or ""

    def choose(self, chosen: str) -> None:
        """Show an item."""
        self.list.set_current_id(chosen)

    def go_to(self, place: Place) -> None:
        """Go to an item's field, or to the meeting's."""
        self.choose(place.item_id or MEETING)
        if place.item_id:
            self.item_form.go_to(place)
        else:
            self.meeting_form.go_to(place.field)

    def entered(self) -> None:
        """Work begins in the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what a person asks for ------------------------------------------------------------------

    def new_item(self) -> None:
        """Ask for a new ärende; it comes after the chosen one, or before the standing last ones."""
        if self.view is not None and not self.frozen:
            NewItemSheet(self, self._add).open()

    def paste_list(self) -> None:
        """Take in a list that was written elsewhere."""
        if self.view is not None and not self.view.held:
            PasteAgendaSheet(self, self.actions_, self.view).open()

    def ask_to_send(self) -> None:
        """Say what is kept, then keep it."""
        view = self.view
        if view is None:
            return
        self.flush()
        documents = sum(len(i.documents) for i in view.items)
        text = (
            f"Kallelsen med {counted(len(view.items), 'ärende', 'ärenden')} och "
            f"{counted(documents, 'handling', 'handlingar')} sparas i pärmen precis som de ser ut nu, "
            "med dag och kontrollsumma. Du kan fortsätta ändra och sända ut på nytt, men det som redan "
            "gått ut finns kvar. Nämndstöd skickar ingenting själv: mejla eller lägg ut filerna som vanligt."
        )
        ask_to_send(self, "Kallelsen är utsänd", text, "Spara som utsänd", self._send)

    def _send(self) -> None:
        meeting_id = self.view.meeting.id if self.view else ""
        self.send.setEnabled(False)
        self.actions_.toast("Kallelse och handlingar sparas …")
        self.actions_.background.run(
            self.actions_.workplace.sending.call,
            meeting_id,
            owner=self,
            done=lambda _: self._sent("Kallelse och handlingar är sparade som utsända."),
            failed=self._not_sent,
        )

    def _sent(self, text: str) -> None:
        self.send.setEnabled(True)
        self.actions_.toast(text)

    def _not_sent(self, error: Exception) -> None:
        self.send.setEnabled(True)
        self.actions_.errorRaised.emit(error)

    def _take_waiting(self) -> None:
        """Everything that waits from earlier meetings comes onto the list."""
        if self.chosen() == MEETING:
            self.flush()
            self.meeting_form.waiting.add_all()

    def _add(self, title: str, kind: ItemKind, diary_number: str, _raised_by: str | None) -> None:
        assert self.view is not None
        self.flush()
        current = self.view.item(self.chosen())
        after = current.item.number + 1 if current is not None else None
        outcome = self.actions_.session.do(
            AddItem(self.view.meeting.id, title, kind, diary_number, number=after)
        )
        if outcome.result is not None:
            self.choose(outcome.result)

    def _move(self, item_id: str, index: int) -> None:
        if item_id not in _HEAD and not self.frozen:
            self.flush()
            self.actions_.do(MoveItem(item_id, max(1, index + 1 - len(_HEAD))))

    def _remove(self, item_id: str) -> None:
        item = self.view.item(item_id) if self.view else None
        if item is not None and not self.frozen:
            self.flush()
            name = shown_title(item) or "utan rubrik"
            self.actions_.do_with_undo(RemoveItem(item_id), f"”{name}” är borttaget från listan.")

    def _dropped(self, item_id: str, paths: list[str]) -> None:
        if not self.frozen:
            self.filesArrived.emit("" if item_id in _HEAD else item_id, paths)

    def _edit(self) -> None:
        item = self.view.item(self.chosen()) if self.view else None
        if self.chosen() == ATTENDANCE:
            self.attendance.focus_list()
        elif item is None:
            self.meeting_form.go_to("day")
        else:
            self.item_form.go_to(Place(Step.CALL, item_id=item.item.id))

    def _show_chosen(self, _: str = "") -> None:
        view = self.view
        if view is None:
            return
        item = view.item(self.chosen())
        self.folding.give_way(needed=self.chosen() == ATTENDANCE)
        if self.chosen() == ATTENDANCE:
            self.meeting_form.flush()
            self.item_form.flush()
            self.attendance.show_meeting(view, frozen=self.frozen)
            self.middle.setCurrentWidget(self.attendance)
        elif item is None:
            self.item_form.flush()
            self.attendance.flush()
            self.meeting_form.show_meeting(view, frozen=self.frozen)
            self.middle.setCurrentWidget(self.meeting_form)
            self.preview.follow("")
        else:
            self.meeting_form.flush()
            self.attendance.flush()
            self.item_form.show_item(view, item, frozen=self.frozen)
            self.middle.setCurrentWidget(self.item_form)
            self.preview.follow(f"punkt-{item.item.number}")
