"""Justering: what is next, who justerar, the signatures, anslag and rättelser, and the frozen protokoll."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from namndstod.domain.findings import Finding, Place, Severity, Step, hindrances
from namndstod.domain.records import Meeting, MeetingState, PaperKind
from namndstod.domain.swedish import long_date
from namndstod.domain.view import MeetingView
from namndstod.services.originals import Originals
from namndstod.ui.kit.basics import Button, ButtonKind, Card
from namndstod.ui.kit.dates import DateEdit
from namndstod.ui.kit.dialogs import ask_to_send
from namndstod.ui.kit.fields import Form, LineEdit
from namndstod.ui.kit.split import Memory, SplitPane
from namndstod.ui.kit.tokens import Tone

from .actions import Actions
from .approval_words import is_locked, stages
from .approvers_form import ApproversForm
from .corrections_card import CorrectionsCard
from .exporting import Exporter
from .kept_card import ImmediatePapers, KeptCard
from .kontroll import Kontroll
from .notes_card import NotesCard
from .notice_card import NoticeCard
from .preview import Folding, PaperPreview
from .public_card import PublicCard
from .signed_card import SignedCard
from .signing_card import SigningCard
from .stages_card import StagesCard
from .step_view import Page, StepView
from .stored_fields import RecordForm, freeze


class ApprovalStep(StepView):
    """Where the protokoll is approved. From then on nothing in it changes."""

    step = Step.APPROVAL

    def __init__(self, actions: Actions, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(actions, parent)
        originals = Originals(actions.session)
        self.destroyed.connect(originals.close)
        export = Exporter(actions, self)
        self._busy = False
        self.page = Page("Justering")
        self.stages = StagesCard()
        self.signing = SigningCard(actions)
        self.notices = NoticeCard(actions)
        self.kept = KeptCard(actions, originals, export)
        self.signed = SignedCard(actions, originals, export)
        self.immediate = ImmediatePapers(actions, originals)
        self.approvers = ApproversForm(actions)
        self.notes = NotesCard(actions)
        self.corrections = CorrectionsCard(actions)
        self.public = PublicCard(actions)
        self.public.placeRequested.connect(self.placeRequested)
        self._who = Card("Justerare")
        self._who.body.addWidget(self.approvers)
        self._when = self._make_when()
        self._lay_out(locked=False)
        self.page.body.addStretch(1)
        self.kontroll = Kontroll(actions)
        self.preview = PaperPreview(actions, PaperKind.MINUTES, PaperKind.NOTICE)
        self._noticed: tuple[str, ...] = ()  # the §§ of the anslagsbevis shown
        left = SplitPane([self.page, self.kontroll], [430, 150], orientation=Qt.Orientation.Vertical)
        panes = SplitPane([left, self.preview], [640, 554], name="justering", memory=memory)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(panes)
        self.print = Button("Skriv ut")
        self.send = Button("Sänd för justering")
        self.approve = Button("Justera", ButtonKind.PRIMARY)
        self.folding = Folding(self, self.preview)
        self.print.clicked.connect(self.with_view(lambda v: export.print_(self.preview.kind, v, self._of())))
        self.preview.chosen.connect(self._show_paper)
        self.notices.certificateRequested.connect(self.show_certificate)
        self.onward = Button("Till expediering", hint="Ctrl 6")
        self.onward.clicked.connect(lambda: self.stepRequested.emit(Step.EXPEDITING.value))
        self.send.clicked.connect(self.send_for_signing)
        self.approve.clicked.connect(self.ask_to_approve)
        self.notes.sectionRequested.connect(self._to_section)
        self.add_to_bar(self.folding.button, self.print, self.send, self.approve, self.onward)

    def _make_when(self) -> Card:
        card = Card("Plats och dag")
        self.place = LineEdit(placeholder="Till exempel Regionens hus, eller Digital signering")
        self.day = DateEdit()
        form = Form()
        form.add_beside(
            ("approval_place", "Justeringens plats", self.place), ("day", "Justeras den", self.day)
        )
        card.body.addWidget(form)
        self._record: RecordForm[Meeting] = RecordForm(form, self.actions_)
        self._record.typed("approval_place", self.place)
        return card

    def _lay_out(self, *, locked: bool) -> None:
        """Put what is worked with first: the justerare before justering, signatures and anslag after it."""
        before = (self._who, self._when, self.notes, self.notices, self.immediate, self.public)
        after = (
            *(self.signing, self.signed, self.notices, self.kept, self.corrections),
            *(self.immediate, self.public),
        )
        rest = (
            (self.signing, self.signed, self.kept, self.corrections)
            if not locked
            else (self._who, self._when, self.notes)
        )
        for place, card in enumerate((self.stages, *(after if locked else before), *rest)):
            if self.page.body.indexOf(card) != place:
                self.page.body.removeWidget(card)
                self.page.body.insertWidget(place, card)

    # --- what is shown ---------------------------------------------------------------------------

    def show_view(self, view: MeetingView, findings: Sequence[Finding]) -> None:
        """Show how far justering has come, and what each stage needs."""
        other = self.view is None or self.view.meeting.id != view.meeting.id
        self.view = view
        locked = is_locked(view)
        self._lay_out(locked=locked)
        hindering = hindrances(findings)
        self.approvers.show_view(view, frozen=locked)
        self._record.show(view.meeting)
        if other or self.frozen:
            self.day.set_date(view.meeting.approval_date or self.actions_.session.today)
        self.stages.show_stages(stages(view, _first(hindering), self.actions_.session.today))
        self.stages.say(*_verdict(view, hindering))
        self.signing.show_view(view)
        self.signed.show_view(view)
        self.notices.show_view(view)
        self.kept.show_view(view, frozen=locked)
        self.immediate.show_view(view)
        self.notes.show_view(view)
        self.corrections.show_view(view)
        self.public.show_view(view)
        self.kontroll.show_view(view, findings)
        self._show_paper()
        freeze(self._when, locked)
        self.day.setEnabled(not locked)
        self.onward.setVisible(self.frozen)
        draft = view.meeting.state is MeetingState.CLOSED and not locked
        for button in (self.send, self.approve):
            button.setVisible(draft)
            button.setEnabled(draft and not hindering and not self._busy)

    def pills(self) -> list[tuple[str, Tone]]:
        """How the justering stands."""
        if self.view is None:
            return []
        if self.frozen and self.view.meeting.approval_date:
            return [("justerat", Tone.DONE)]
        if self.view.meeting.sent_for_signing is not None:
            return [("sänt för justering", Tone.LOOK)]
        return [("inte justerat", Tone.NEUTRAL)]

    def flush(self) -> None:
        """Store what is typed."""
        self._record.flush()

    def go_to(self, place: Place) -> None:
        """Go to what a finding is about: the anslag, the signatures, a rättelse, or the justerare."""
        cards: dict[str, QWidget] = {
            "notice": self.notices,
            "signatures": self.signing,
            "signed_file": self.signed,
            "correction": self.corrections,
        }
        card = cards.get(place.field)
        if card is not None and not card.isHidden():
            reached = (b for b in card.findChildren(Button) if b.focusPolicy() != Qt.FocusPolicy.NoFocus)
            first = next((b for b in reached if b.isVisibleTo(card)), None)
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)
            self.page.ensureWidgetVisible(card)
        else:
            self._focus_approvers()

    def entered(self) -> None:
        """Work begins with the button, or with the justerare."""
        if self.approve.isVisible() and self.approve.isEnabled():
            self.approve.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._focus_approvers()

    def _of(self) -> tuple[str, ...]:
        return self._noticed if self.preview.kind is PaperKind.NOTICE else ()

    def show_certificate(self, sections: tuple[str, ...]) -> None:
        """Show the anslagsbevis of some §§, or of the whole protokoll where there are none."""
        self._noticed = sections
        if self.preview.chooser is not None:
            self.preview.chooser.set_value(PaperKind.NOTICE)
        self.preview.show()
        self._show_paper()

    def _show_paper(self) -> None:
        if self.view is not None:
            self.preview.show_view(self.view, self._of())

    def _focus_approvers(self) -> None:
        offered = self.approvers.accept.isVisible()
        target = self.approvers.accept if offered else self.approvers.add
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_section(self, section_id: str) -> None:
        self.kontroll.placeRequested.emit(Place(Step.MINUTES, section_id=section_id))

    # --- what a person asks for ------------------------------------------------------------------

    def send_for_signing(self) -> None:
        """Freeze the protokoll as it stands and let each sign on a day of their own; it can be taken back."""
        self.flush()
        if self.view is not None:
            meeting_id = self.view.meeting.id
            self._run(
                lambda: self.actions_.workplace.papers.send_for_signing(meeting_id),
                "Protokollet är låst och sänt för justering.",
            )

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
        if self.view is None:
            return
        meeting_id, day = self.view.meeting.id, self.day.date() or self.actions_.session.today
        self._run(
            lambda: self.actions_.workplace.papers.approve(meeting_id, day),
            f"Protokollet justerades {long_date(day)}.",
        )

    def _run(self, work: Callable[[], object], said: str) -> None:
        """Make the paper off the UI thread; the buttons wait."""
        self._wait(True)
        self.actions_.background.run(work, owner=self, done=lambda _: self._done(said), failed=self._failed)

    def _done(self, said: str) -> None:
        self._wait(False)
        self.actions_.toast(said)

    def _failed(self, error: Exception) -> None:
        self._wait(False)
        self.actions_.errorRaised.emit(error)

    def _wait(self, waiting: bool) -> None:
        self._busy = waiting
        for button in (self.send, self.approve):
            button.setEnabled(not waiting)


def _first(hindering: Sequence[Finding]) -> str:
    """What stands at the stage that waits: how much there is to do first."""
    blocking = sum(f.severity is Severity.BLOCK for f in hindering)
    warning = len(hindering) - blocking
    words = [f"{blocking} att rätta"] if blocking else []
    words += [f"{warning} att åtgärda eller godta"] if warning else []
    return ", ".join(words)


def _verdict(view: MeetingView, hindering: Sequence[Finding]) -> tuple[str, str]:
    """Whether the protokoll can be justerat, in words and tone; nothing once it is on its way."""
    if is_locked(view):
        return "", ""
    if view.meeting.state is not MeetingState.CLOSED:
        return "Sammanträdet är inte avslutat än. Justerare, plats och dag kan väljas ändå.", "muted"
    blocking = [f"•  {f.message}" for f in hindering if f.severity is Severity.BLOCK]
    if blocking:
        return "\n".join(("Inte än. Detta måste rättas först:", *blocking)), "mend"
    if hindering:
        return (
            "Inte än. Kontroll visar varningar som ska åtgärdas eller godtas med ett skäl.",
            "look",
        )
    return "Ingenting hindrar att protokollet justeras.", "done"
