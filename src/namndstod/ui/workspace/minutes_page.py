"""The chosen § in the step Protokoll: heading, outcome, and all parts in the order of the body."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.findings import Place
from namndstod.domain.findings.writing import PART_NAMES, part_name
from namndstod.domain.records import SECTION_ROLES, Appeal, Outcome, Section, SectionState, TextRole
from namndstod.domain.view import MeetingView, SectionView
from namndstod.services.commands.sitting import Decide, Reopen
from namndstod.services.section_parts import part_order
from namndstod.ui.kit.basics import Button, ButtonKind, Label
from namndstod.ui.kit.fields import Combo, FieldRow, Form, LineEdit
from namndstod.ui.kit.flow import FlowLayout
from namndstod.ui.kit.tokens import Type

from .actions import Actions
from .approval_words import why_locked
from .part_field import PartField
from .passing_card import PassingCard
from .presenting import says_it_once, section_meta, section_title
from .secrecy_fields import SecrecyFields
from .step_view import Page
from .stored_fields import RecordForm

_OUTCOMES: tuple[tuple[object, str], ...] = (
    (None, "inte avgjord"),
    (Outcome.APPROVED, "enligt förslaget"),
    (Outcome.CHANGED, "ändrat beslut"),
    (Outcome.REJECTED, "avslag"),
    (Outcome.TABLED, "bordlagd"),
    (Outcome.REMITTED, "återremiss"),
    (Outcome.WITHDRAWN, "utgår"),
    (Outcome.NOTED, "till handlingarna"),
)
APPEALS: tuple[tuple[object, str], ...] = (
    (Appeal.LEGALITY, "laglighetsprövning"),
    (Appeal.ADMINISTRATIVE, "förvaltningsbesvär"),
    (Appeal.NONE, "kan inte överklagas"),
)
_OFFERED = (TextRole.SUMMARY, TextRole.MOTIONS, TextRole.PROCEDURE, TextRole.RESERVATIONS, TextRole.REMARKS)
"""Parts that can be added to a § that has none."""


class MinutesPage(Page):
    """The parts of a §. What is typed is stored by itself."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("Paragrafen i protokollet", parent)
        self._actions = actions
        self._section: SectionView | None = None
        self._order: tuple[TextRole, ...] = ()
        self._opened: set[TextRole] = set()  # empty parts that a person has opened in this §
        self._heading = Label("", Type.HEADING, wrap=True)
        self._meta = Label("", Type.BODY, "muted", wrap=True)
        self._note = Label("", Type.BODY, "muted", wrap=True)
        self.rename = Button(
            kind=ButtonKind.QUIET, icon="pen", name="Ändra rubrik, dörrar och överklagande", small=True
        )
        self.outcome = Combo(_OUTCOMES)
        self.outcome.setAccessibleName("Hur paragrafen slutade")
        form = Form()
        self.title = LineEdit()
        self._title_row: FieldRow = form.add("heading", "Rubrik i protokollet", self.title)
        self._record: RecordForm[Section] = RecordForm(form, actions)
        self._record.typed("heading", self.title)
        self.appeal = Combo(APPEALS)
        self.doors = Combo(((False, "öppet eller som vanligt"), (True, "inom stängda dörrar")))
        form.add_beside(
            ("appeal", "Överklagas genom", self.appeal), ("closed_doors", "Ärendet hölls", self.doors)
        )
        self.secrecy = SecrecyFields(form)
        self.secrecy.tie(self._record)
        self._record.picked("appeal", self.appeal)
        self._record.picked("closed_doors", self.doors)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._heading, 1)
        head.addWidget(self.rename, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.outcome, 0, Qt.AlignmentFlag.AlignTop)
        titles = QVBoxLayout()
        titles.setSpacing(4)
        titles.addLayout(head)
        titles.addWidget(self._meta)
        titles.addWidget(self._note)
        self.body.addLayout(titles)
        self.body.addWidget(form)
        self.body.addWidget(self.secrecy.note)
        self._form = form
        self.parts = {role: PartField(actions, role) for role in SECTION_ROLES}
        for part in self.parts.values():
            self.body.addWidget(part)
        self.passing = PassingCard(actions)
        self.body.addWidget(self.passing)
        self._add_row = QWidget()
        self._add_flow = FlowLayout(self._add_row, spacing=6)
        self._adds: dict[TextRole, Button] = {}
        for role in _OFFERED:
            button = Button(PART_NAMES[role], ButtonKind.QUIET, icon="plus", small=True)
            button.clicked.connect(lambda _=False, r=role: self.open_part(r))
            self._adds[role] = button
            self._add_flow.addWidget(button)
        self.body.addWidget(self._add_row)
        self.body.addStretch(1)
        self.rename.clicked.connect(self._toggle_rename)
        self.outcome.activated.connect(lambda _: self._decide())

    def show_section(self, view: MeetingView, section: SectionView, *, frozen: bool) -> None:
        """Show a §; a cursor in one of its texts stays."""
        if self._section is None or self._section.section.id != section.section.id:
            self.flush()
            self._opened.clear()
            self._form.hide()
            self.verticalScrollBar().setValue(0)
        self._section = section
        self._lay_out(part_order(view))
        name = part_name(TextRole.PROCEDURE, view.customs.section_order)
        self.parts[TextRole.PROCEDURE].text.set_label(name)
        self._adds[TextRole.PROCEDURE].setText(name)
        planned = not view.held
        self._heading.setText(section_title(section))
        self._meta.setText(section_meta(section))
        self._meta.setVisible(bool(self._meta.text()))
        self._note.setText(
            why_locked(view, section)
            if frozen
            else "Paragrafen kan skrivas när sammanträdet har öppnats."
            if planned
            else ""
        )
        self._note.setVisible(bool(self._note.text()))
        decided = section.section.state is SectionState.DECIDED
        self.outcome.set_value(section.section.outcome if decided else None)
        self.outcome.setVisible(not planned)
        self.outcome.setEnabled(not frozen)
        self.rename.setVisible(not planned and not frozen)
        if not planned:
            self._record.show(section.section)
            self.secrecy.show_record(section.section, of_item=section.item is not None)
            self.secrecy.note.setVisible(self.secrecy.note.isVisible() and not self._form.isHidden())
            self.title.setPlaceholderText(section.heading)
        for role, field in self.parts.items():
            part = section.parts[role]
            field.show_part(section.section.id, part, frozen=frozen or planned)
            written = not part.blank and not (role is TextRole.PROPOSAL and says_it_once(section))
            asked = role in self._opened or (role is TextRole.DECISION and section.wants_decision)
            field.setVisible(written or asked)
        self.passing.show_section(section)
        writable = not frozen and not planned
        for role, button in self._adds.items():
            button.setVisible(writable and self.parts[role].isHidden())
        self._add_row.setVisible(writable)

    def open_part(self, role: TextRole) -> None:
        """Show an empty part and go into it."""
        self._opened.add(role)
        self.parts[role].show()
        if role in self._adds:
            self._adds[role].hide()
        editor = self.parts[role].text.editor
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(editor)

    def go_to(self, place: Place) -> None:
        """Go into a part."""
        if place.role is not None and self._section is not None:
            self.open_part(place.role)

    def flush(self) -> None:
        """Store what is typed."""
        self._record.flush()
        for field in self.parts.values():
            field.text.flush()

    def _lay_out(self, order: tuple[TextRole, ...]) -> None:
        if order == self._order:
            return
        self._order = order
        first = min(self.body.indexOf(f) for f in self.parts.values())
        for field in self.parts.values():
            self.body.removeWidget(field)
        for number, role in enumerate(order):
            self.body.insertWidget(first + number, self.parts[role])

    def _toggle_rename(self) -> None:
        self._form.setVisible(self._form.isHidden())
        if not self._form.isHidden():
            self.title.setFocus()

    def _decide(self) -> None:
        section = self._section
        if section is None:
            return
        self.flush()
        value = self.outcome.value()
        if value is None:
            self._actions.do(Reopen(section.section.id))
        else:
            self._actions.do(Decide(section.section.id, Outcome(str(value))))
