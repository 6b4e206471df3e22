"""The § that is handled now: what is proposed, yrkanden, the decision, and the keys that end it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.deliberation import NOTHING_SAID
from namndstod.domain.facts import TO_FILL_IN
from namndstod.domain.procedure import Procedure
from namndstod.domain.records import ItemKind, Outcome, SectionState, TextRole
from namndstod.domain.texts import Draft, Part, Source
from namndstod.domain.view import MeetingView, SectionView
from namndstod.ui.kit.basics import Button, ButtonKind, Hairline, Label, Pill
from namndstod.ui.kit.flow import FlowLayout
from namndstod.ui.kit.theme import set_area
from namndstod.ui.kit.tokens import Type

from .actions import Actions
from .approval_words import is_locked
from .deliberation_card import DeliberationCard
from .immediate_card import ImmediateCard, may_be_declared
from .passing_card import PassingCard
from .presence_card import PresenceCard
from .presenting import needs_words, section_meta, section_pill, section_title
from .remarks_card import RemarksCard
from .step_view import Page
from .texts import StoredText

WRITTEN = (TextRole.MOTIONS, TextRole.DECISION, TextRole.RESERVATIONS, TextRole.REMARKS)
OUTCOMES: tuple[tuple[str, str, Outcome], ...] = (
    ("Bordlägg", "B", Outcome.TABLED),
    ("Återremittera", "R", Outcome.REMITTED),
    ("Avslag", "A", Outcome.REJECTED),
    ("Utgår", "U", Outcome.WITHDRAWN),
    ("Lägg till handlingarna", "N", Outcome.NOTED),
)
"""Words, key and outcome of the buttons beside the klubba."""

_PLACEHOLDERS = {
    TextRole.MOTIONS: "Inga yrkanden. Skriv här om någon yrkar något annat än förslaget.",
    TextRole.DECISION: "Skriv beslutet. ”att” och mellanslag ger en att-sats.",
    TextRole.RESERVATIONS: "Inga reservationer.",
    TextRole.REMARKS: "Protokollsanteckningar och särskilda yttranden.",
}


class SectionPage(QWidget):
    """The chosen § with its parts as cards. It asks; the step answers with commands."""

    decided = Signal(object)  # Outcome, or None for the usual one
    changeRequested = Signal()
    reopenRequested = Signal()
    extractRequested = Signal(str)  # id of a § justerad at once
    settledHere = Signal()  # the focus may go back to where letters are commands

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section: SectionView | None = None
        self._heading = Label("", Type.HEADING, wrap=True)
        self._pill = Pill()
        self._meta = Label("", Type.BODY, "muted", wrap=True)
        self.page = Page("Paragrafen")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._heading, 1)
        head.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignTop)
        titles = QVBoxLayout()
        titles.setSpacing(4)
        titles.addLayout(head)
        titles.addWidget(self._meta)
        self.page.body.addLayout(titles)
        self.presence = PresenceCard(actions)
        self.page.body.addWidget(self.presence)
        self.shown: dict[TextRole, StoredText] = {}
        for role in (TextRole.ATTENDANCE, TextRole.POINTS, TextRole.PROPOSAL):
            self.shown[role] = StoredText(actions, role)
            self.shown[role].editor.set_frozen(True)
            self.page.body.addWidget(self.shown[role])
        self.deliberation = DeliberationCard(actions)
        self.page.body.addWidget(self.deliberation)
        self.texts = {role: StoredText(actions, role, placeholder=_PLACEHOLDERS[role]) for role in WRITTEN}
        self.remarks = RemarksCard(actions)
        self.immediate = ImmediateCard(actions)
        self.passing = PassingCard(actions)
        for role, text in self.texts.items():
            if role is TextRole.RESERVATIONS:
                self.page.body.addWidget(self.passing)
                self.page.body.addWidget(self.immediate)
                self.page.body.addWidget(self.remarks)
            self.page.body.addWidget(text)
        self.page.body.addStretch(1)
        for card in (self.deliberation, self.remarks, self.immediate):
            card.settledHere.connect(self.settledHere)
        self.immediate.extractRequested.connect(self.extractRequested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page, 1)
        column.addWidget(Hairline())
        column.addWidget(self._buttons())

    def _buttons(self) -> QWidget:
        bar = QFrame()
        set_area(bar, "background")
        frame = QVBoxLayout(bar)
        frame.setContentsMargins(20, 12, 20, 12)
        row = FlowLayout(spacing=8)
        frame.addLayout(row)
        self.gavel = Button("Bifall, klubba", ButtonKind.PRIMARY, hint="F5", icon="gavel")
        self.change = Button("Ändra", hint="E", icon="pen")
        self.reopen = Button("Ta upp igen", hint="I", icon="undo")
        self.gavel.clicked.connect(lambda: self.decided.emit(None))
        self.change.clicked.connect(self.changeRequested)
        self.reopen.clicked.connect(self.reopenRequested)
        row.addWidget(self.gavel)
        row.addWidget(self.change)
        self.outcomes: dict[Outcome, Button] = {}
        for text, key, outcome in OUTCOMES:
            button = Button(text, hint=key)
            button.clicked.connect(lambda _=False, o=outcome: self.decided.emit(o))
            self.outcomes[outcome] = button
            row.addWidget(button)
        self.declare = Button("Omedelbart", hint="K")
        self.declare.setAccessibleName("Förklara paragrafen omedelbart justerad")
        self.declare.setToolTip("Förklara paragrafen omedelbart justerad")
        self.declare.clicked.connect(self.immediate.declare)
        row.addWidget(self.declare)
        row.addWidget(self.reopen)
        return bar

    def show_section(self, view: MeetingView, section: SectionView, *, frozen: bool) -> None:
        """Show a §; a cursor in one of its texts stays."""
        if self._section is None or self._section.section.id != section.section.id:
            self.page.verticalScrollBar().setValue(0)
        self._section = section
        frozen = frozen or is_locked(view, section)
        decided = section.section.state is SectionState.DECIDED
        self._heading.setText(section_title(section))
        self._meta.setText(section_meta(section))
        self._meta.setVisible(bool(self._meta.text()))
        pill = section_pill(section)
        self._pill.set(pill.text if pill else "", pill.tone if pill else self._pill.tone())
        decision = section.parts[TextRole.DECISION]
        self.presence.show_section(view, section, frozen=frozen)
        for role, text in self.shown.items():
            part = section.parts[role]
            text.show_part(section.section.id, part)
            text.set_no_source()
            # What was decided as proposed is read once, as the decision.
            repeated = role is TextRole.PROPOSAL and part_drafts(part) == part_drafts(decision)
            if role is TextRole.ATTENDANCE and not frozen:  # the events themselves are shown
                repeated = part.source is Source.GENERATED
            text.setVisible(not part.blank and not repeated)
        for role, text in self.texts.items():
            text.show_part(section.section.id, section.parts[role])
            text.editor.set_frozen(frozen)
        undecided = section.parts[TextRole.DECISION].blank and not decided
        self.texts[TextRole.DECISION].setVisible(not undecided or needs_words(section))
        matter = section.item is None or section.item.item.kind in (ItemKind.DECISION, ItemKind.ELECTION)
        self.deliberation.show_section(view, section, frozen=frozen)
        self.deliberation.setVisible(matter or section.deliberation != NOTHING_SAID)
        # What the program writes of these stands in their cards; words of a person's own stand here.
        for role in (TextRole.MOTIONS, TextRole.RESERVATIONS, TextRole.REMARKS):
            self.texts[role].setVisible(role in section.parts.stored)
        self.remarks.show_section(view, section, frozen=frozen)
        self.immediate.show_section(view, section, frozen=frozen)
        self.passing.show_section(section)
        may = matter and not section.section.immediate and may_be_declared(view, section)
        self.declare.setVisible(may and not frozen)
        course = view.courses.get(section.section.id)
        self._show_buttons(section, course, decided=decided, matter=matter, frozen=frozen)

    def _show_buttons(
        self, section: SectionView, course: Procedure | None, *, decided: bool, matter: bool, frozen: bool
    ) -> None:
        disputed = course is not None and course.options.disputed
        waits = course is not None and disputed and not course.settled and not decided
        plain = "Bifall, klubba" if _proposes(section) and not disputed else "Klubba"
        self.gavel.setText("Nästa" if decided else plain)
        self.gavel.set_kind(ButtonKind.SECONDARY if waits else ButtonKind.PRIMARY)
        self.gavel.set_icon("arrow-down" if decided else "gavel")
        self.reopen.setVisible(decided)
        for button in (self.change, self.reopen, *self.outcomes.values()):
            button.setEnabled(not frozen)
        self.gavel.setEnabled(not frozen or decided)  # «Nästa» changes nothing
        self.outcomes[Outcome.NOTED].setVisible(not matter)
        for outcome in (Outcome.REMITTED, Outcome.REJECTED):
            self.outcomes[outcome].setVisible(matter)

    def edit_decision(self) -> None:
        """Go into the decision; at a place that is to be filled in, with that place chosen."""
        self.texts[TextRole.DECISION].show()
        editor = self.texts[TextRole.DECISION].editor
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        gap = editor.document().find(TO_FILL_IN)
        if not gap.isNull():
            editor.setTextCursor(gap)
        else:
            editor.moveCursor(QTextCursor.MoveOperation.End)
        self.page.ensureWidgetVisible(editor)

    def focus_text(self, role: TextRole) -> None:
        """Go into a text."""
        text = self.texts.get(role)
        if role in (TextRole.RESERVATIONS, TextRole.REMARKS) and self.texts[role].isHidden():
            self.remarks.focus_first()
            self.page.ensureWidgetVisible(self.remarks)
        elif text is not None:
            text.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.page.ensureWidgetVisible(text)

    def key_pressed(self, event: QKeyEvent) -> bool:
        """A letter outside the texts: what it means to a card. False when it means nothing to any."""
        return any(card.key_pressed(event) for card in (self.deliberation, self.remarks, self.immediate))

    def flush(self) -> None:
        """Store what is typed."""
        self.presence.flush()
        self.deliberation.flush()
        self.remarks.flush()
        for text in self.texts.values():
            text.flush()


def _proposes(section: SectionView) -> bool:
    return not section.parts[TextRole.PROPOSAL].blank


def part_drafts(part: Part) -> tuple[Draft, ...]:
    """Return the words of a part as a text of its own, without the ids of its blocks."""
    return tuple(Draft(d.kind, d.text, d.depth, d.marks, d.rows) for d in part.drafts)
