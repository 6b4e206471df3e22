"""Beside the register: all about the decision that is chosen, or what can be done with several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.delegation_standing import TOLD, Standing, appeal_text, reported_at
from namndstod.domain.findings.delegated import RowFinding
from namndstod.domain.findings.finding import Severity
from namndstod.domain.records import Appeal
from namndstod.domain.swedish import capitalised, counted, whole_number
from namndstod.services.delegation.selecting import total

from ..kit.basics import Button, ButtonKind, Label, Pill, SectionLabel, Sign
from ..kit.flow import FlowLayout
from ..kit.theme import set_area
from ..kit.tokens import Tone, Type
from ..view import scrolled
from .files import DecisionFiles
from .record_form import RecordForm
from .shown import Shown
from .table import standing_pill

if TYPE_CHECKING:
    from ..workspace.actions import Actions

_TONES = {Severity.BLOCK: Tone.MEND, Severity.WARN: Tone.LOOK, Severity.INFORM: Tone.INFO}
_ICONS = {Severity.BLOCK: "block-filled", Severity.WARN: "warning", Severity.INFORM: "info"}


class DetailPane(QWidget):
    """Facts, findings, where it was reported, letter and files. The buttons are wired by the register."""

    def __init__(self, actions: Actions, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_area(self, "surface")
        self._shown = shown
        self.setMinimumWidth(280)
        self.change = Button("Ändra", small=True, hint="Enter")
        self.letter = Button("Skriv beslutsbrev", small=True, icon="pen", hint="Ctrl B")
        self.report = Button("Anmäl de valda", small=True)
        self.withdraw = Button("Anmäl inte", small=True)
        self.record = Button("Protokollför särskilt", small=True)
        self.recording = RecordForm(actions)
        self.recording.setContentsMargins(16, 8, 16, 0)
        self.record.clicked.connect(self._begin_recording)
        self._slots: tuple[int, ...] = ()
        self.together = Button("Ändra alla valda", small=True, hint="Enter")
        self.remove = Button("Ta bort", ButtonKind.QUIET, small=True, icon="trash", hint="Delete")
        self.heading = Label("", Type.HEADING, wrap=True)
        self.heading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._subject = Label("", wrap=True)
        self._amount = Label("", Type.FIGURE)
        self._pill = Pill()
        self._urgent = Pill("Ordförandebeslut", Tone.INFO)
        self._reported = Label("", wrap=True)
        self._appeal = Label("", Type.SMALL, "muted", wrap=True)
        self._findings = QVBoxLayout()
        self._facts = QGridLayout()
        self.files = DecisionFiles(actions)
        self._files_covered = Label("Filernas namn är dolda.", Type.SMALL, "muted", wrap=True)
        self._one, self._several = QWidget(), QWidget()
        self._chosen, self._sum = Label("", Type.HEADING), Label("", Type.FIGURE)
        self._lay_out()
        self._of: tuple[object, ...] = ()

    def _lay_out(self) -> None:
        pills = FlowLayout(spacing=6)
        pills.addWidget(self._pill)
        pills.addWidget(self._urgent)
        buttons = FlowLayout(spacing=6)
        for button in (
            self.change,
            self.together,
            self.letter,
            self.report,
            self.withdraw,
            self.record,
            self.remove,
        ):
            buttons.addWidget(button)
        self._findings.setSpacing(8)
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(5)
        self._facts.setColumnStretch(1, 1)
        one = QVBoxLayout(self._one)
        one.setContentsMargins(0, 0, 0, 0)
        one.setSpacing(8)
        one.addWidget(self.heading)
        one.addWidget(self._subject)
        one.addWidget(self._amount)
        one.addLayout(pills)
        one.addLayout(self._findings)
        one.addLayout(self._facts)
        one.addWidget(SectionLabel("Anmälan och överklagande"))
        one.addWidget(self._reported)
        one.addWidget(self._appeal)
        one.addWidget(SectionLabel("Filer"))
        one.addWidget(self.files)
        one.addWidget(self._files_covered)
        several = QVBoxLayout(self._several)
        several.setContentsMargins(0, 0, 0, 0)
        several.addWidget(self._chosen)
        several.addWidget(self._sum)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(10)
        column.addWidget(self._one)
        column.addWidget(self._several)
        column.addStretch(1)
        foot = QWidget()
        inset = QHBoxLayout(foot)
        inset.setContentsMargins(16, 10, 16, 10)
        inset.addLayout(buttons, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolled(content), 1)
        whole.addWidget(self.recording)
        whole.addWidget(foot)

    def show_tools(self, slots: Sequence[int], *, can_report: bool) -> None:
        """Offer what can be done with the decisions that are chosen."""
        register = self._shown.register
        standings = {register.stood[slot].standing for slot in slots}
        one = len(slots) == 1
        self.change.setVisible(one or not slots)
        self.change.setEnabled(one)
        self.letter.setVisible(one or not slots)
        self.letter.setEnabled(one)
        has_letter = one and register.decisions[slots[0]].id in register.letters
        self.letter.setText("Öppna beslutsbrev" if has_letter else "Skriv beslutsbrev")
        self.together.setVisible(len(slots) > 1)
        self.withdraw.setVisible(bool(slots) and standings == {Standing.LISTED})
        waits = bool(standings) and standings <= {Standing.UNREPORTED, Standing.RECORDED}
        self.report.setVisible(waits and can_report)
        self._show_recording(slots)
        self.report.setText("Anmäl" if one else "Anmäl de valda")
        self.remove.setEnabled(bool(slots) and not standings & TOLD)

    def _show_recording(self, slots: Sequence[int]) -> None:
        """Offer a record of its own for what can be appealed; another choice gives up what was begun."""
        if self._slots != tuple(slots):
            self._slots = tuple(slots)
            self.recording.hide()
        register = self._shown.register
        waits = (
            (decision := register.decisions[slot]).appeal is not Appeal.NONE
            and (decision.recorded_on is not None or register.stood[slot].standing is Standing.UNREPORTED)
            for slot in slots
        )
        self.record.setVisible(bool(slots) and all(waits))
        there = bool(slots) and register.decisions[slots[0]].recorded_on is not None
        self.record.setText("Särskild protokollföring" if there else "Protokollför särskilt")

    def _begin_recording(self) -> None:
        self.recording.begin(tuple(self._shown.register.of(self._slots)))

    def show_chosen(self, slots: Sequence[int]) -> None:
        """Show one decision, or how many are chosen and their sum."""
        self._one.setVisible(len(slots) == 1)
        self._several.setVisible(len(slots) != 1)
        if len(slots) == 1:
            self._show_one(slots[0])
            return
        whole = total(self._shown.register, slots)
        said = counted(len(slots), "beslut är valt", "beslut är valda")
        self._chosen.setText(said if slots else "Inget beslut är valt")
        self._sum.setText(f"{whole_number(whole)} kr" if whole is not None else "")

    def _show_one(self, slot: int) -> None:
        register = self._shown.register
        decision, stood = register.decisions[slot], register.stood[slot]
        self.files.show_of(decision.id)
        named = self._shown.is_named(slot)
        self.files.setVisible(named)  # names of files tell of whom they are
        self._files_covered.setVisible(not named)
        findings = register.findings.get(decision.id, ())
        now = (decision, stood, findings, register.today, self._shown.covered)
        if now == self._of:
            return
        self._of = now
        shown = self._shown.read(slot)
        self.heading.setText(shown.diary_number or shown.serial or "Utan diarienummer")
        subject = [shown.kind, shown.recipient]
        self._subject.setText("\n".join(part for part in subject if part))
        self._amount.setText("" if decision.amount is None else f"{whole_number(decision.amount)} kr")
        self._amount.setVisible(decision.amount is not None)
        pill = standing_pill(self._shown, slot)
        self._pill.set(pill.text, pill.tone)
        self._urgent.setVisible(decision.urgent)
        self._reported.setText(
            _sentence(reported_at(stood.place, listed=not stood.told)) or _unreported(decision)
        )
        self._appeal.setText(appeal_text(stood, decision.appeal))
        self._show_findings(slot, findings)
        source = register.imports.get(decision.import_id or "")
        row = f", rad {decision.source_row}" if decision.source_row else ""
        self._show_facts(_facts(shown, f"{source.name}{row}" if source is not None else ""))

    def _show_findings(self, slot: int, findings: Iterable[RowFinding]) -> None:
        _clear(self._findings)
        for finding in findings:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(8)
            sign = Sign(_ICONS[finding.severity], _TONES[finding.severity], 16)
            line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(Label(self._shown.said_of(slot, finding.message), wrap=True))
            words.addWidget(Label(finding.source, Type.SMALL, "muted", wrap=True))
            line.addLayout(words, 1)
            self._findings.addWidget(row)

    def _show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        _clear(self._facts)
        for number, (name, text) in enumerate(facts):
            label, value = Label(name, Type.SMALL, "muted"), Label(text, wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._facts.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(value, number, 1)


def _facts(decision: DelegatedDecision, source: str) -> list[tuple[str, str]]:
    decided_by = ", ".join(part for part in (decision.decided_by, decision.decided_by_title) if part)
    facts = [
        ("Beslutsdatum", decision.decided_on.isoformat() if decision.decided_on else ""),
        ("Beslutsfattare", decided_by),
        ("Punkt", decision.point),
        ("Löpnummer", decision.serial),
        ("Kommun", decision.municipality),
        ("Bransch", decision.branch),
        ("Kön", decision.gender),
        ("Personuppgift", "privatperson" if decision.personal else ""),
        ("Protokollfört", decision.recorded_on.isoformat() if decision.recorded_on else ""),
        ("Anslaget", decision.announced_on.isoformat() if decision.announced_on else ""),
        ("Brådskande" if decision.urgent else "Anmärkning", decision.note),
        *((pair[0], pair[1]) for pair in decision.extra if len(pair) == 2),
        ("Inläst från", source),
    ]
    return [(name, text) for name, text in facts if text.strip()]


def _sentence(text: str) -> str:
    return f"{capitalised(text)}." if text else ""


def _unreported(decision: DelegatedDecision) -> str:
    return "Särskilt protokollfört." if decision.recorded_on is not None else "Inte anmält än."


def _clear(layout: QVBoxLayout | QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
