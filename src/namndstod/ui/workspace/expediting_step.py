"""Expediering: each justerad § to its recipients, in one action; the ledger, anslagsbevis and utdrag."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from namndstod.domain.editions import Edition, edition_of, shown_heading
from namndstod.domain.expediting import Line, all_lines, can_be_masked, lines, progress, waiting
from namndstod.domain.findings import Finding, Place, Step
from namndstod.domain.records import PaperKind
from namndstod.domain.view import MeetingView, SectionView
from namndstod.services.expediting import Chosen, Expedited, expedite
from namndstod.ui.background import Task
from namndstod.ui.kit.basics import Button, ButtonKind, Label
from namndstod.ui.kit.item_list import ItemList
from namndstod.ui.kit.split import Memory, SplitPane
from namndstod.ui.kit.tokens import Tone, Type

from .actions import Actions
from .dispatch_card import DispatchCard
from .dispatch_words import expediting_row, legal_words, outcome_words
from .exporting import Exporter
from .kontroll import Kontroll
from .presenting import section_label
from .preview import Folding, PaperPreview
from .sending_card import SendingCard
from .step_view import Page, StepView, column


class ExpeditingStep(StepView):
    """Where the decisions go out."""

    step = Step.EXPEDITING

    def __init__(self, actions: Actions, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(actions, parent)
        self._task: Task | None = None
        self._folder = ""
        self.list = ItemList("Paragrafer att expediera")
        self._heading = Label("", Type.HEADING, wrap=True)
        self._legal = Label("", Type.BODY, "muted", wrap=True)
        self.recipients = DispatchCard(actions)
        self.sending = SendingCard(actions)
        self.page = Page("Expediering")
        for widget in (self._heading, self._legal, self.recipients, self.sending):
            self.page.body.addWidget(widget)
        self.page.body.addStretch(1)
        self.kontroll = Kontroll(actions)
        self.preview = PaperPreview(actions, PaperKind.EXTRACT, PaperKind.NOTICE, PaperKind.DISPATCHES)
        centre = SplitPane([self.page, self.kontroll], [470, 110], orientation=Qt.Orientation.Vertical)
        panes = SplitPane(
            [column(self.list, grows=0), centre, self.preview],
            [270, 476, 448],
            name="expediering",
            memory=memory,
        )
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(panes)
        self._export = Exporter(actions, self)
        self._make_bar()
        self._connect()

    def _make_bar(self) -> None:
        self.folding = Folding(self, self.preview)
        self.word = Button("Word")
        self.pdf = Button("Spara PDF")
        self.print = Button("Skriv ut")
        self.all = Button("Expediera alla …", ButtonKind.PRIMARY, hint="Ctrl Enter")
        self.add_to_bar(self.folding.button, self.word, self.pdf, self.print, self.all)

    def _connect(self) -> None:
        self.list.currentIdChanged.connect(self._show_chosen)
        self.recipients.ticksChanged.connect(self._show_sending)
        self.recipients.ticksChanged.connect(self._show_paper)
        self.preview.chosen.connect(self._show_paper)
        self.word.clicked.connect(self.with_view(self._save_word))
        self.pdf.clicked.connect(self.with_view(self._save_pdf))
        self.print.clicked.connect(
            self.with_view(lambda v: self._export.print_(self.preview.kind, self._paper_view(v), self._of()))
        )
        self.all.clicked.connect(self.ask_all)
        self.sending.oneRequested.connect(self.ask_one)
        self.sending.cancelRequested.connect(self.cancel)
        self.key("Ctrl+Return", self.ask_all)
        self.key("Ctrl+Shift+Return", self.ask_one)
        self.key("F2", self.recipients.begin_new)
        self.key("Ctrl+Down", lambda: self._go(1))
        self.key("Ctrl+Up", lambda: self._go(-1))

    # --- what is shown ---------------------------------------------------------------------------

    def show_view(self, view: MeetingView, findings: Sequence[Finding]) -> None:
        """Show the §§, the recipients of the chosen one and the paper."""
        other = self.view is None or self.view.meeting.id != view.meeting.id
        self.view = view
        if other:
            self.recipients.forget()
            self.sending.forget()
            self.sending.day.set_date(self.actions_.session.today)
        self.list.set_rows([expediting_row(view, s) for s in view.sections])
        if view.sections and (other or view.section(self.chosen()) is None):
            self.list.set_current_id(_first(view))
        self._show_chosen()
        self.kontroll.show_view(view, findings)

    def _show_chosen(self, _: str = "") -> None:
        view, section = self.view, self._section()
        self.recipients.setVisible(section is not None)
        if view is None or section is None:
            self._heading.setText("Inga paragrafer än")
            self._legal.setText("Paragraferna kommer när sammanträdet är öppnat.")
        else:
            self._heading.setText(f"{section_label(section)} {shown_heading(section)}")
            self._legal.setText(legal_words(view, section))
            self.recipients.show_section(view, section)
        self._legal.setVisible(bool(self._legal.text()))
        self._show_sending()
        self._show_paper()

    def _show_sending(self) -> None:
        view, section = self.view, self._section()
        if view is None:
            return
        every = self.recipients.ticked(view)
        here = self.recipients.ticked(view, section.section.id) if section is not None else []
        label = section_label(section) if section is not None else ""
        self.sending.show_chosen(every, here, label, busy=self._task is not None)
        left = len([line for _, found in waiting(view) for line in found])
        some = every and len(every) != left
        count = f" ({left})" if every else ""
        self.all.setText(f"Expediera {len(every)} …" if some else f"Expediera alla{count} …")
        self.all.setEnabled(bool(every) and self._task is None)

    def _show_paper(self) -> None:
        if self.view is not None:
            self.preview.show_view(self._paper_view(self.view), self._of())

    def _paper_view(self, view: MeetingView) -> MeetingView:
        """The meeting as the paper shown tells of it: masked unless somebody is to get the whole utdrag."""
        section = self._section()
        if section is None or self.preview.kind is not PaperKind.EXTRACT or not can_be_masked(section):
            return view
        if any(self.recipients.is_whole(line) for line in lines(view, section)):
            return view
        return edition_of(view, Edition.WITHOUT_SECRET)

    def _of(self) -> tuple[str, ...]:
        """The §§ that the paper shown is of."""
        section = self._section()
        if section is None or self.preview.kind is PaperKind.DISPATCHES:
            return ()
        return (section.section.id,)

    def _section(self) -> SectionView | None:
        return self.view.section(self.chosen()) if self.view is not None else None

    def pills(self) -> list[tuple[str, Tone]]:
        """«5 av 7 expedierade»."""
        if self.view is None:
            return []
        told = progress(all_lines(self.view))
        if not told.total:
            return []
        if told.done:
            return [("expedierat", Tone.DONE)]
        return [(f"{told.sent} av {told.total} expedierade", Tone.LOOK if told.sent else Tone.NEUTRAL)]

    def flush(self) -> None:
        """Store what is typed."""
        self.recipients.flush()

    def chosen(self) -> str:
        """The id of the § shown."""
        return self.list.current_id() or ""

    def choose(self, chosen: str) -> None:
        """Show a §."""
        self.list.set_current_id(chosen)

    def go_to(self, place: Place) -> None:
        """Go to a recipient of a §."""
        if place.section_id:
            self.choose(place.section_id)
        if place.field:
            self.recipients.go_to(place.field)
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

    # --- what a person asks for ------------------------------------------------------------------

    def _save_pdf(self, view: MeetingView) -> None:
        self._export.save_pdf(self.preview.kind, self._paper_view(view), self._of(), self._more())

    def _save_word(self, view: MeetingView) -> None:
        self._export.save_word(self.preview.kind, self._paper_view(view), self._of(), self._more())

    def _more(self) -> str:
        section = self._section()
        return section_label(section) if section is not None and self._of() else ""

    def ask_all(self) -> None:
        """Ask where the files go, then expediera everything that is chosen."""
        self.flush()
        if self.view is not None:
            self._ask(self.recipients.ticked(self.view))

    def ask_one(self) -> None:
        """Ask where the files go, then expediera what is chosen of the § shown."""
        self.flush()
        if self.view is not None:
            self._ask(self.recipients.ticked(self.view, self.chosen()))

    def _ask(self, chosen: Sequence[Line]) -> None:
        if not chosen or self._task is not None or not self.sending.day.is_valid():
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, "Välj en mapp för utkast och utdrag", self._folder or documents)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Expediera hit")
        dialog.fileSelected.connect(lambda path: self.send(chosen, Path(path)))
        dialog.open()

    def send(self, chosen: Sequence[Line], folder: Path) -> None:
        """Write drafts and utdrag into the folder and fill in the ledger, off the UI thread."""
        view, day = self.view, self.sending.day.date()
        if view is None or day is None or self._task is not None:
            return
        self._folder = str(folder)
        self.sending.forget()
        meeting_id, joint = view.meeting.id, bool(self.sending.joint.value())
        wanted = tuple(Chosen(line.section_id, line.key, self.recipients.is_whole(line)) for line in chosen)
        session, papers = self.actions_.session, self.actions_.workplace.papers

        def work(task: Task) -> Expedited:
            return expedite(session, papers, meeting_id, wanted, folder, day, joint=joint, report=task.report)

        self._task = self.actions_.background.run_long(
            work,
            owner=self,
            done=lambda made: self._sent(made, folder),
            failed=self._failed,
            progress=self.sending.show_progress,
        )
        self._show_sending()
        self.page.ensureWidgetVisible(self.sending)

    def cancel(self) -> None:
        """Stop: nothing is noted, and no file is left."""
        if self._task is not None:
            self._task.cancel()
            self._end()
            self.actions_.toast("Utskicket avbröts. Inget är antecknat.")

    def _sent(self, made: Expedited, folder: Path) -> None:
        self.recipients.forget()
        self._end()
        self.sending.show_done(len(made.drafts), len(made.prints), folder)
        step = self.actions_.session.undoable()
        words = outcome_words(len(made.drafts), len(made.prints), folder.name)

        def take_back() -> None:
            if self.actions_.attempt(lambda: self.actions_.session.undo(step)) is not None:
                self.sending.forget()
                self.actions_.toast(f"Liggaren är återställd. Filerna ligger kvar i mappen {folder.name}.")

        self.actions_.toast(f"{words} Ångra tar inte bort filerna.", "Ångra", take_back)

    def _failed(self, error: Exception) -> None:
        self._end()
        self.actions_.errorRaised.emit(error)

    def _end(self) -> None:
        self._task = None
        self.sending.show_progress(0, 0, "")
        self._show_sending()


def _first(view: MeetingView) -> str:
    """The § where work begins: the first that waits, else the first that goes to anybody."""
    left = [s.section.id for s, _ in waiting(view)] or [line.section_id for line in all_lines(view)]
    return left[0] if left else view.sections[0].section.id
