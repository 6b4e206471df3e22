"""What changed since handlingarna went out, and the way to send it after: tilläggshandlingar."""

from __future__ import annotations

from PySide6.QtCore import Signal

from namndstod.domain.late_papers import Changes, LastSent, changes
from namndstod.domain.records import MeetingState, PaperKind
from namndstod.domain.swedish import counted, day_month, listed
from namndstod.domain.view import MeetingView
from namndstod.ui.kit.basics import Button, ButtonKind, Card, Label
from namndstod.ui.kit.dialogs import ask_to_send
from namndstod.ui.kit.flow import FlowLayout
from namndstod.ui.kit.tokens import Type

from .actions import Actions
from .exporting import Exporter

_SENT = {PaperKind.PACKET: "handlingarna", PaperKind.SUPPLEMENT: "tilläggshandlingarna"}
_STATES = (MeetingState.CALLED, MeetingState.OPEN)


class LateCard(Card):
    """Hidden while recipients have everything. `showRequested` to look at the tilläggshandlingar."""

    showRequested = Signal()

    def __init__(self, actions: Actions, export: Exporter) -> None:
        super().__init__("Nytt sedan utskicket")
        self.follow_width()
        self._actions = actions
        self._export = export
        self._view: MeetingView | None = None
        self._last: tuple[tuple[str, ...], LastSent | None] = ((), None)
        self.found = Changes((), ())
        self.said = Label("", Type.BODY, wrap=True)
        self.look = Button("Visa tillägget")
        self.look.setCheckable(True)
        self.save = Button("Spara PDF …")
        self.send = Button("Tillägget är utsänt", ButtonKind.PRIMARY)
        self.look.clicked.connect(self.showRequested)
        self.save.clicked.connect(self._save)
        self.send.clicked.connect(self._ask)
        buttons = FlowLayout()
        for button in (self.look, self.save, self.send):
            buttons.addWidget(button)
        self.body.addWidget(self.said)
        self.body.addLayout(buttons)
        self.hide()

    def show_view(self, view: MeetingView) -> None:
        """Show what recipients don't have, or nothing."""
        self._view = view
        last = self._last_sent(view) if view.meeting.state in _STATES else None
        self.found = changes(last.known, view) if last is not None else Changes((), ())
        if last is not None and self.found:
            self.said.setText(late_words(self.found, last))
        else:
            self.look.setChecked(False)
        self.setVisible(bool(self.found))

    def _last_sent(self, view: MeetingView) -> LastSent | None:
        """Read what went out; again only when something more has."""
        key = tuple(p.manifest_sha for p in view.papers if p.manifest_sha is not None)
        if key and key != self._last[0]:
            papers = self._actions.workplace.papers
            self._last = key, self._actions.attempt(lambda: papers.last_sent(view))
        return self._last[1] if key else None

    def _save(self) -> None:
        if self._view is not None:
            self._export.save_pdf(PaperKind.SUPPLEMENT, self._view)

    def _ask(self) -> None:
        text = (
            "Tilläggshandlingarna sparas i pärmen precis som de ser ut nu, med dag och kontrollsumma. "
            "Handlingarna som redan gått ut ändras inte. Nämndstöd skickar ingenting själv: mejla eller lägg "
            "ut filen som vanligt."
        )
        ask_to_send(self, "Tillägget är utsänt", text, "Spara som utsänt", self._send)

    def _send(self) -> None:
        view = self._view
        if view is None:
            return
        self.send.setEnabled(False)
        self._actions.toast("Tilläggshandlingarna sparas …")
        self._actions.background.run(
            self._actions.workplace.sending.supplement,
            view.meeting.id,
            owner=self,
            done=lambda _: self._done("Tilläggshandlingarna är sparade som utsända."),
            failed=self._failed,
        )

    def _done(self, text: str) -> None:
        self.send.setEnabled(True)
        self._actions.toast(text)

    def _failed(self, error: Exception) -> None:
        self.send.setEnabled(True)
        self._actions.errorRaised.emit(error)


def late_words(found: Changes, last: LastSent) -> str:
    """Return «Sedan handlingarna skickades ut 7 maj är ärende 3 och 7 ändrade. 2 handlingar är nya.»"""
    since = f"Sedan {_SENT[last.kind]} skickades ut {day_month(last.day)}"
    told = [name.casefold() for name, _, _ in found.facts]
    numbers = [str(c.now.item.number) for c in found.items if c.now is not None]
    if numbers:
        told.append(f"ärende\u00a0{listed(numbers)}")
    gone = sum(c.now is None for c in found.items)
    if gone:
        told.append(f"{counted(gone, 'ärende som utgår', 'ärenden som utgår')}")
    late = sum(len(c.late_documents) for c in found.items)
    more = f" {counted(late, 'handling är ny', 'handlingar är nya')} eller utbytta." if late > 1 else ""
    more = " En handling är ny eller utbytt." if late == 1 else more
    return f"{since} har detta ändrats: {listed(told)}.{more}"
