"""Justering: who approves, what hinders it, and the protokoll as it was frozen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from namndstod.domain.deadlines import approval_deadline
from namndstod.domain.findings import Finding, Place, Severity, Step
from namndstod.domain.records import Meeting, MeetingState, Paper, PaperKind
from namndstod.domain.swedish import counted, long_date
from namndstod.domain.view import MeetingView
from namndstod.services.originals import Originals
from namndstod.ui.kit.basics import Button, ButtonKind, Card, Label
from namndstod.ui.kit.dates import DateEdit
from namndstod.ui.kit.dialogs import ask_to_send
from namndstod.ui.kit.fields import Form, LineEdit
from namndstod.ui.kit.split import Memory, SplitPane
from namndstod.ui.kit.tokens import Tone, Type

from .actions import Actions
from .approvers_form import ApproversForm
from .exporting import Exporter, file_stem
from .kontroll import Kontroll
from .preview import Folding, PaperPreview
from .step_view import Page, StepView
from .stored_fields import RecordForm, freeze

_SHOWN = 12
"""So many characters of a hash are shown; the whole is copied."""


class ApprovalStep(StepView):
    """Where the protokoll is approved. From then on nothing in it changes."""

    step = Step.APPROVAL

    def __init__(self, actions: Actions, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(actions, parent)
        self._originals = Originals(actions.session)
        self.destroyed.connect(self._originals.close)
        self._export = Exporter(actions, self)
        self.page = Page("Justering")
        self.frozen_card = self._make_frozen()
        self.approvers = ApproversForm(actions)
        self.place = LineEdit(placeholder="Till exempel Regionens hus, eller Digital signering")
        self.day = DateEdit()
        who, when = Card("Justerare"), Card("Plats och dag")
        who.body.addWidget(self.approvers)
        form = Form()
        form.add_beside(
            ("approval_place", "Justeringens plats", self.place), ("day", "Justeras den", self.day)
        )
        when.body.addWidget(form)
        self._record: RecordForm[Meeting] = RecordForm(form, actions)
        self._record.typed("approval_place", self.place)
        self.state_card = Card("Kan protokollet justeras?")
        self._state = Label("", Type.BODY, wrap=True)
        self._deadline = Label("", Type.BODY, "muted", wrap=True)
        self.state_card.body.addWidget(self._state)
        self.state_card.body.addWidget(self._deadline)
        for card in (self.frozen_card, who, when, self.state_card):
            self.page.body.addWidget(card)
        self.page.body.addStretch(1)
        self.kontroll = Kontroll(actions)
        self.preview = PaperPreview(actions, PaperKind.MINUTES)
        left = SplitPane([self.page, self.kontroll], [430, 150], orientation=Qt.Orientation.Vertical)
        panes = SplitPane([left, self.preview], [640, 554], name="justering", memory=memory)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(panes)
        self.approve = Button("Justera", ButtonKind.PRIMARY)
        self.folding = Folding(self, self.preview)
        self.approve.clicked.connect(self.ask_to_approve)
        self.add_to_bar(self.folding.button, self.approve)

    def _make_frozen(self) -> Card:
        card = Card("Justerat protokoll")
        self._approved = Label("", Type.HEADING, wrap=True)
        self._why = Label("", Type.BODY, "muted", wrap=True)
        self._hash = Label("", Type.BODY, "muted")
        self._hash.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy_hash = Button("Kopiera", ButtonKind.QUIET, small=True)
        self.open = Button("Öppna protokollet", icon="pdf")
        self.save = Button("Spara PDF …")
        self.copy_hash.clicked.connect(self._copy_hash)
        self.open.clicked.connect(self._open)
        self.save.clicked.connect(self._save)
        proof, buttons = QHBoxLayout(), QHBoxLayout()
        proof.setSpacing(8)
        proof.addWidget(self._hash)
        proof.addWidget(self.copy_hash)
        proof.addStretch(1)
        buttons.setSpacing(8)
        buttons.addWidget(self.open)
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        card.body.addWidget(self._approved)
        card.body.addWidget(self._why)
        card.body.addLayout(proof)
        card.body.addLayout(buttons)
        return card

    def show_view(self, view: MeetingView, findings: Sequence[Finding]) -> None:
        """Show who approves and what hinders it, or what was frozen."""
        other = self.view is None or self.view.meeting.id != view.meeting.id
        self.view = view
        self.approvers.show_view(view, frozen=self.frozen)
        self._record.show(view.meeting)
        if other or self.frozen:
            self.day.set_date(view.meeting.approval_date or self.actions_.session.today)
        blocking = [f for f in findings if f.severity is Severity.BLOCK]
        closed = view.meeting.state is MeetingState.CLOSED
        self.approve.setVisible(closed)
        self.approve.setEnabled(closed and not blocking)
        self.state_card.setVisible(not self.frozen)
        self._show_state(view, blocking)
        paper = self._paper()
        self.frozen_card.setVisible(paper is not None)
        if paper is not None:
            self._show_paper(view, paper)
        self.kontroll.show_view(view, findings)
        self.preview.show_view(view)
        freeze(self.page.inside, self.frozen)
        self.day.setEnabled(not self.frozen)

    def pills(self) -> list[tuple[str, Tone]]:
        """How the meeting stands."""
        if self.view is None:
            return []
        if self.frozen and self.view.meeting.approval_date:
            return [("justerat", Tone.DONE)]
        return [("inte justerat", Tone.NEUTRAL)]

    def flush(self) -> None:
        """Store what is typed."""
        self._record.flush()

    def go_to(self, place: Place) -> None:
        """Go to the justerare."""
        if self.approvers.accept.isVisible():
            self.approvers.accept.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.approvers.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def entered(self) -> None:
        """Work begins with the justerare, or with the button."""
        target = (
            self.approve if self.approve.isVisible() and self.approve.isEnabled() else self.approvers.accept
        )
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what a person asks for ------------------------------------------------------------------

    def ask_to_approve(self) -> None:
        """Say what justering means, then do it."""
        self.flush()
        if self.view is None or not self.day.is_valid():
            return
        text = (
            "Protokollet sparas som PDF med kontrollsumma och kan sedan inte ändras. "
            "En ändring görs därefter som en synlig rättelse. Detta kan inte ångras."
        )
        ask_to_send(self, "Justera protokollet", text, "Justera", self._approve)

    def _approve(self) -> None:
        view = self.view
        if view is None:
            return
        self.approve.setEnabled(False)
        day = self.day.date() or self.actions_.session.today
        self.actions_.background.run(
            self.actions_.workplace.papers.approve,
            view.meeting.id,
            day,
            owner=self,
            done=lambda _: self._approved_on(day),
            failed=self._not_approved,
        )

    def _approved_on(self, day: date) -> None:
        self.actions_.toast(f"Protokollet justerades {long_date(day)}.")

    def _not_approved(self, error: Exception) -> None:
        self.approve.setEnabled(True)
        self.actions_.errorRaised.emit(error)

    def _copy_hash(self) -> None:
        paper = self._paper()
        if paper is not None:
            QGuiApplication.clipboard().setText(paper.pdf_sha)
            self.actions_.toast("Kontrollsumman är kopierad.")

    def _open(self) -> None:
        view, paper = self.view, self._paper()
        if view is None or paper is None:
            return
        name = f"{file_stem(PaperKind.MINUTES, view)}.pdf"
        path = self.actions_.attempt(lambda: self._originals.copy_of_kept(paper.pdf_sha, name))
        if path is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.actions_.toast("Det finns inget program på datorn som öppnar PDF-filer.")

    def _save(self) -> None:
        if self.view is not None:
            self._export.save_pdf(PaperKind.MINUTES, self.view)

    # --- what is shown ---------------------------------------------------------------------------

    def _paper(self) -> Paper | None:
        if self.view is None or not self.frozen:
            return None
        papers = [p for p in self.view.papers if p.kind is PaperKind.MINUTES]
        return max(papers, key=lambda p: p.made_at, default=None)

    def _show_paper(self, view: MeetingView, paper: Paper) -> None:
        on = f" {long_date(view.meeting.approval_date)}" if view.meeting.approval_date else ""
        self._approved.setText(f"Protokollet är justerat{on}")
        self._why.setText(
            "Det är låst: fälten kan läsas men inte ändras. En ändring görs som en synlig rättelse."
        )
        pages = counted(paper.pages, "sida", "sidor")
        self._hash.setText(f"{pages} · SHA-256 {paper.pdf_sha[:_SHOWN]}…")
        self._hash.setToolTip(paper.pdf_sha)

    def _show_state(self, view: MeetingView, blocking: Sequence[Finding]) -> None:
        state = view.meeting.state
        if state is not MeetingState.CLOSED:
            said, tone = (
                "Sammanträdet är inte avslutat än. Justerare, plats och dag kan väljas ändå.",
                "muted",
            )
        elif blocking:
            reasons = "\n".join(f"•  {f.message}" for f in blocking)
            said, tone = f"Inte än. Detta måste rättas först:\n{reasons}", "mend"
        else:
            said, tone = "Ja, ingenting hindrar att protokollet justeras.", "done"
        self._state.setText(said)
        self._state.set_tone(tone)
        last = approval_deadline(view.meeting.end_day or view.meeting.day, view.customs.approval_days)
        self._deadline.setText(f"Justeras senast {long_date(last)} (KL 5 kap. 69 §).")
