"""Beslutsbrev: the letter's texts and budgets at the left, the letter as it will be printed at the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from namndstod.domain.amounts import parse_kronor
from namndstod.domain.budgets import BudgetTable
from namndstod.domain.delegation import Budget, BudgetRow, DecisionLetter, LetterSigner
from namndstod.domain.errors import NamndstodError, NotFound, RuleBroken
from namndstod.domain.letters import LetterView, decision_paragraphs, over_period
from namndstod.domain.papers import NAMES, speaking_name
from namndstod.domain.records import PaperKind, TextRole
from namndstod.domain.swedish import whole_number
from namndstod.services.aiding import phrases
from namndstod.services.commands.delegation import RemoveLetter, WriteLetter
from namndstod.services.commands.delegation_letters import TakeFromLetter
from namndstod.services.commands.phrases import AddPhrase
from namndstod.services.delegation.decisions import letter_view
from namndstod.services.worker_client import DrawnPages

from ..kit.basics import Button, ButtonKind, SectionLabel
from ..kit.dates import DateEdit
from ..kit.fields import Form, LineEdit
from ..kit.header import PageHeader
from ..kit.keys import add_key
from ..kit.preview import PdfPreview
from ..kit.split import SplitPane
from ..kit.theme import set_area
from ..view import scrolled
from ..workspace.exporting import Exporter
from ..workspace.stored_fields import LinesEdit, Typed
from .budget_editor import BudgetEditor
from .differences import Differences
from .files import DecisionFiles
from .terms_edit import TermsField

if TYPE_CHECKING:
    from ..background import Task
    from ..kit.split import Memory
    from ..workspace.actions import Actions

REST = 450
"""Milliseconds without a change before the letter is drawn anew."""
_LINE_TEXTS = ("applied_for", "summary", "reasons", "description")  # a text whose lines are paragraphs
_LISTS = ("recipient", "decision", "conditions")
_WORDS = ("unit", "officer", "heading", "financed_by")
_DAYS = ("day", "period_from", "period_to")


class LetterPage(QWidget):
    """Writes one letter. What is typed is stored by itself. `left` when one goes back."""

    left = Signal()

    def __init__(self, actions: Actions, memory: Memory | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._shown: LetterView | None = None
        self._typed: dict[str, Typed] = {}
        self.days: dict[str, DateEdit] = {name: DateEdit() for name in _DAYS}
        self.lines: dict[str, LineEdit] = {n: LineEdit() for n in (*_WORDS, "share_percent", "max_amount")}
        self.texts: dict[str, LinesEdit] = {n: LinesEdit() for n in (*_LINE_TEXTS, *_LISTS, "signers")}
        self.terms = TermsField()
        self.texts["conditions"] = self.terms.edit
        self.differences = Differences()
        self.differences.setFocusProxy(self.lines["heading"])
        self.files = DecisionFiles(actions)
        self.years = LineEdit("", "2027, 2028")
        self.budgets = {table: BudgetEditor(table) for table in BudgetTable}
        self.header = PageHeader("Beslutsbrev")
        self.back = Button("Tillbaka", ButtonKind.QUIET, icon="chevron-left", hint="Esc")
        self.remove = Button("Ta bort brevet", ButtonKind.QUIET, icon="trash")
        self.word = Button("Word", icon="word", name="Spara som Word")
        self.pdf = Button("PDF", icon="pdf", name="Spara som PDF")
        for button in (self.back, self.remove, self.word, self.pdf):
            self.header.add_action(button)
        self.preview = LetterPreview(actions)
        self._exporter = Exporter(actions, self)
        self.form = self._form()
        panes = SplitPane([self._left(), self.preview], [640, 560], name="beslutsbrev", memory=memory)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(panes, 1)
        self.setFocusProxy(self.lines["heading"])
        self._wire()

    def _form(self) -> Form:
        form, lines, texts, days = Form(), self.lines, self.texts, self.days
        form.add_widget(self.differences)
        form.add("heading", "Rubrik", lines["heading"])
        form.add("unit", "Tjänsteställe", lines["unit"])
        form.add_beside(("officer", "Handläggare", lines["officer"]), ("day", "Datum", days["day"]))
        form.add("recipient", "Mottagare och adress", texts["recipient"])
        form.add("applied_for", "Vad ansökan gäller", texts["applied_for"])
        form.add_beside(
            ("share_percent", "Andel av kostnaderna, %", lines["share_percent"]),
            ("max_amount", "Högst, kr", lines["max_amount"]),
        )
        form.add_beside(
            ("period_from", "Från och med", days["period_from"]),
            ("period_to", "Till och med", days["period_to"]),
        )
        lines["financed_by"].setPlaceholderText("anslaget för regionala utvecklingsmedel")
        form.add("financed_by", "Finansieras av", lines["financed_by"])
        form.add("decision", "Beslutet", texts["decision"], "En rad för varje beslut.")
        form.add("conditions", "Villkor", self.terms, "En rad för varje villkor.")
        form.add("summary", "Sammanfattning", texts["summary"])
        form.add("reasons", "Skäl till beslut", texts["reasons"])
        help_text = "En kort rad för sig blir en underrubrik. Rader som börjar med – blir en lista."
        form.add("description", "Beskrivning av ärendet", texts["description"], help_text)
        form.add_widget(SectionLabel("Kostnads- och finansieringsbudget"))
        form.add("years", "År", self.years, "Med komma emellan. Gäller båda tabellerna.")
        for editor in self.budgets.values():
            form.add_widget(editor)
        texts["signers"].setPlaceholderText("Karin Ek, förvaltningschef")
        form.add("signers", "Undertecknas av", texts["signers"], "Namn, titel. En rad för var och en.")
        form.add_widget(SectionLabel("Undertecknat brev och andra filer"))
        form.add_widget(self.files)
        return form

    def _left(self) -> QWidget:
        pane = QWidget()
        set_area(pane, "surface")
        column = QVBoxLayout(pane)
        column.setContentsMargins(20, 16, 20, 24)
        column.addWidget(self.form)
        column.addStretch(1)
        area = scrolled(pane)
        area.setMinimumWidth(380)
        return area

    def _wire(self) -> None:
        fields: dict[str, LineEdit | LinesEdit] = {**self.lines, **self.texts, "years": self.years}
        for name, field in fields.items():
            watcher = Typed(field)
            watcher.wanted.connect(lambda value, name=name: self._take(name, value))
            self._typed[name] = watcher
        for name, edit in self.days.items():
            edit.dateChanged.connect(lambda value, name=name: self._store(name, value))
        for table, editor in self.budgets.items():
            editor.edited.connect(lambda budget, name=table.value: self._store(name, budget))
        self.differences.taken.connect(self._take_from_letter)
        self.terms.kept.connect(self._keep_phrase)
        self.back.clicked.connect(self.leave)
        self.remove.clicked.connect(self.remove_letter)
        self.word.clicked.connect(lambda: self._save("docx", self._actions.workplace.papers.letter_word))
        self.pdf.clicked.connect(
            lambda: self._save("pdf", lambda v: self._actions.workplace.papers.letter(v).pdf)
        )
        add_key(self, "Esc", self.leave)

    # --- which letter

    def open(self, decision_id: str) -> bool:
        """Show the letter of a decision; False when there is none (and that is told)."""
        self.flush()
        view = self._actions.attempt(lambda: self._actions.session.ask(letter_view, decision_id))
        if view is None:
            return False
        self._show(view)
        return True

    def reload(self) -> None:
        """Show what is stored now; go back when the letter is no more."""
        if self._shown is None:
            return
        try:
            self._show(self._actions.session.ask(letter_view, self._shown.decision.id))
        except NotFound:
            self.left.emit()

    def leave(self) -> None:
        """Store what is typed, and go back."""
        self.flush()
        self.left.emit()

    def flush(self) -> None:
        """Store what is typed and not yet stored."""
        for watcher in self._typed.values():
            watcher.flush()

    def remove_letter(self) -> None:
        """Take the letter away; the decision stays."""
        if self._shown is not None:
            done = self._actions.do_with_undo(
                RemoveLetter(self._shown.decision.id), "Beslutsbrevet är borttaget."
            )
            if done is not None:
                self.left.emit()

    def _show(self, view: LetterView) -> None:
        other = self._shown is None or self._shown.decision.id != view.decision.id
        self._shown = view
        letter = view.letter
        number = view.decision.diary_number or view.decision.recipient
        self.header.set_crumb(f"Delegationsbeslut {number}")
        for name, watcher in self._typed.items():
            value = _in_field(name, letter)
            watcher.replace(value) if other else watcher.show(value)
        for name, edit in self.days.items():
            if other or not edit.hasFocus():
                edit.set_date(getattr(letter, name))
        self.texts["decision"].setPlaceholderText("\n".join(decision_paragraphs(letter, view.decision)))
        self.lines["heading"].setPlaceholderText(replace(view, letter=replace(letter, heading="")).heading)
        self.differences.show_all(view.differences)
        self.terms.edit.aid.show_view(view, self._actions.session.ask(phrases))
        self.files.show_of(view.decision.id)
        problems = view.problems
        self.budgets[BudgetTable.COSTS].show_budget(letter.costs, problems)
        self.budgets[BudgetTable.FINANCING].show_budget(letter.financing, problems)
        self.preview.show_letter(view)

    # --- storing

    def _take(self, name: str, value: object) -> None:
        """Store what was typed in a field, read as what it is."""
        try:
            self._store(name, _read(name, value))
        except ValueError:
            row = self.form.rows[name]
            row.set_error(f"”{value}” kan inte läsas. Skriv ett heltal.")

    def _store(self, name: str, value: Any) -> None:
        view = self._shown
        if view is None:
            return
        fields: dict[str, Any] = {name: value}
        if name == "years":
            fields = {t.value: _with_years(getattr(view.letter, t.value), value) for t in BudgetTable}
        letter = replace(view.letter, **fields)
        if name in ("period_from", "period_to"):
            letter = over_period(letter)
        if letter == view.letter:
            return
        self.form.clear_errors()
        try:
            self._actions.session.do(WriteLetter(letter, name if len(fields) == 1 else ""))
        except RuleBroken as error:
            self.form.show_error(RuleBroken(str(error), source=error.source, field=error.field or name))
        except NamndstodError as error:
            self._actions.errorRaised.emit(error)
        else:
            self.reload()

    def _take_from_letter(self, fields: tuple[str, ...]) -> None:
        """Let the register say what the letter says."""
        self.flush()
        if self._shown is not None:
            which = self._shown.decision.id
            self._actions.do_with_undo(TakeFromLetter(which, fields), "Registret är ändrat efter brevet.")
            self.reload()

    def _keep_phrase(self, text: str) -> None:
        """Keep a condition in the bank, to be offered in other letters."""
        if self._actions.do_with_undo(AddPhrase(text, TextRole.TERMS), "Villkoret finns nu i frasbanken."):
            self.reload()

    def _save(self, suffix: str, make: Callable[[LetterView], bytes]) -> None:
        self.flush()
        view = self._shown
        if view is not None:
            stem = speaking_name(
                f"{NAMES[PaperKind.LETTER]} {view.decision.diary_number} {view.decision.recipient}"
            )
            self._exporter.save_file(stem, suffix, lambda: make(view))


class LetterPreview(PdfPreview):
    """Shows a letter, drawn in the worker after a moment of rest; the latest request wins."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("Förhandsgranskning", parent=parent)
        self._actions = actions
        self._wanted: LetterView | None = None
        self._drawn: LetterView | None = None
        self._task: Task | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._draw)

    def show_letter(self, view: LetterView) -> None:
        """Show this letter, soon."""
        other = self._wanted is None or self._wanted.decision.id != view.decision.id
        self._wanted = view
        if other:
            self._drawn = None
            self.canvas.clear()
        if self.isVisible():
            self._rest.start(0 if other else REST)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was hidden."""
        super().showEvent(event)
        self._rest.start(0)

    def _draw(self) -> None:
        view = self._wanted
        if view is None or self._task is not None or view == self._drawn:
            return
        self.show_loading()
        self._task = self._actions.background.run(
            self._actions.workplace.papers.letter,
            view,
            owner=self,
            done=lambda drawn: self._arrived(view, drawn),
            failed=self._failed,
        )

    def _arrived(self, view: LetterView, drawn: DrawnPages) -> None:
        self._task = None
        wanted = self._wanted
        if wanted is not None and wanted.decision.id == view.decision.id:
            self._drawn = view
            self.show_pdf(drawn.pdf)
        if wanted != view:
            self._rest.start(REST)

    def _failed(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, NamndstodError):
            self._actions.background.failed.emit(error)
            self.show_error("Förhandsgranskningen kan inte visas.")
            return
        self.show_error(str(error), getattr(error, "way_on", ""))


def _in_field(name: str, letter: DecisionLetter) -> object:
    """Return what a field shows of the letter."""
    if name == "years":
        return ", ".join(letter.costs.years or letter.financing.years)
    if name == "signers":
        return tuple(", ".join(filter(None, (s.name, s.title))) for s in letter.signers)
    value = getattr(letter, name)
    if name in _LINE_TEXTS:
        return tuple(line.strip() for line in value.splitlines() if line.strip())
    if name == "max_amount" and value is not None:
        return whole_number(value)
    return str(value) if name == "share_percent" and value is not None else value


def _read(name: str, value: Any) -> Any:
    """Return what a field says, as the letter keeps it. Raises ValueError for what is no number."""
    if name == "years":
        return tuple(dict.fromkeys(part.strip() for part in value.split(",") if part.strip()))
    if name == "signers":
        parts = (line.partition(",") for line in value)
        return tuple(LetterSigner(name=who.strip(), title=title.strip()) for who, _, title in parts)
    if name in _LINE_TEXTS:
        return "\n".join(value)
    if name == "max_amount":
        return parse_kronor(value)
    if name == "share_percent":
        bare = value.removesuffix("%").strip()
        return int(bare) if bare else None
    return value


def _with_years(budget: Budget, years: tuple[str, ...]) -> Budget:
    """Return the budget over other years; amounts stay with their year, sums as stated fall away."""

    def moved(row: BudgetRow) -> BudgetRow:
        known = dict(zip(budget.years, row.amounts, strict=False))
        return BudgetRow(name=row.name, amounts=tuple(known.get(year) for year in years))

    return Budget(years=years, rows=tuple(moved(row) for row in budget.rows))
