"""What is said of the chosen row of a list: findings with their law, and what it would change."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.delegation_lists import PRIVATE, looks_private
from namndstod.domain.findings.finding import Severity
from namndstod.services.delegation.planning import PlanRow, changed_fields
from namndstod.ui.kit.basics import Label, Pill, SectionLabel, Sign
from namndstod.ui.kit.theme import set_area
from namndstod.ui.kit.tokens import Tone, Type
from namndstod.ui.view import scrolled

from .intake_words import FIELDS, SEVERITIES, STATES, row_name, state_text, value_text

_SHOWN = (
    "serial", "kind", "recipient", "municipality", "branch", "gender", "amount", "decided_by",
    "decided_by_title", "decided_on", "point", "note",
)  # fmt: skip


class RowPane(QWidget):
    """Everything about one row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_area(self, "surface")
        self.setAccessibleName("Om raden")
        self._content = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(self._content)
        column.addWidget(self._area)

    def show_row(self, row: PlanRow | None) -> None:
        """Show a row, or nothing."""
        content = QWidget()
        lines = QVBoxLayout(content)
        lines.setContentsMargins(20, 14, 16, 14)
        lines.setSpacing(6)
        if row is not None:
            self._fill(lines, row)
        lines.addStretch(1)
        content.setProperty("area", "plain")
        self._area.setWidget(content)

    def _fill(self, lines: QVBoxLayout, row: PlanRow) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(row_name(row), Type.HEADING, wrap=True), 1)
        head.addWidget(Pill(state_text(row), STATES[row.state][1]))
        lines.addLayout(head)
        lines.addWidget(Label(f"Rad {row.found.source_row} i listan", Type.SMALL, "muted"))
        for doubt in row.found.doubts:
            told = not doubt.words or f"”{doubt.words}”" in doubt.message
            words = "" if told else f" Det står ”{doubt.words}”."
            lines.addLayout(_said(Severity.WARN, f"{doubt.message}{words}", ""))
        for finding in row.findings:
            lines.addLayout(_said(finding.severity, finding.message, finding.source))
        if row.reported:
            text = (
                "Beslutet står i ett protokoll som är justerat, anslaget eller skickat för underskrift och "
                "ändras inte."
                if row.frozen
                else "Beslutet är anmält, eller står på en lista. Det ändras bara om du kryssar för det."
            )
            lines.addLayout(_said(Severity.WARN, text, "KL 6 kap. 40 §"))
        own = row.found.own
        private = own.personal if own is not None else looks_private(row.found.recipient)
        if row.stored is None and private:
            text = f"Mottagaren ser ut att vara en person: offentliga utgåvor skriver ”{PRIVATE}”."
            lines.addLayout(_said(Severity.INFORM, text, ""))
        if row.stored is not None and row.differs:
            lines.addSpacing(6)
            lines.addWidget(SectionLabel("Ändras i registret"))
            for name, value in changed_fields(row).items():
                lines.addLayout(_change(name, getattr(row.stored, name), value))
        lines.addSpacing(6)
        lines.addWidget(SectionLabel("I listan"))
        for name in _SHOWN:
            value = getattr(row.found, name)
            if value not in ("", None):
                lines.addLayout(_fact(FIELDS[name], value_text(value)))
        for pair in row.found.extra:
            lines.addLayout(_fact(pair[0], " ".join(pair[1:])))


def _said(severity: Severity, message: str, source: str) -> QHBoxLayout:
    icon, tone, name = SEVERITIES[severity]
    row = QHBoxLayout()
    row.setSpacing(8)
    sign = QVBoxLayout()
    sign.setContentsMargins(0, 2, 0, 0)
    sign.addWidget(Sign(icon, tone, 16, name=name))
    sign.addStretch(1)
    row.addLayout(sign)
    texts = QVBoxLayout()
    texts.setSpacing(0)
    texts.addWidget(Label(message, Type.BODY, wrap=True))
    if source:
        texts.addWidget(Label(source, Type.SMALL, "muted", wrap=True))
    row.addLayout(texts, 1)
    return row


def _change(name: str, old: object, new: object) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(Label(FIELDS.get(name, name), Type.SMALL, "muted"))
    pair = QHBoxLayout()
    pair.setSpacing(8)
    pair.addWidget(Label(value_text(old), Type.BODY, "muted", wrap=True), 1)
    pair.addWidget(Sign("chevron-right", Tone.NEUTRAL, 14, name="blir"))
    pair.addWidget(Label(value_text(new), Type.MEDIUM, wrap=True), 1)
    column.addLayout(pair)
    return column


def _fact(name: str, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    label = Label(name, Type.SMALL, "muted", wrap=True)
    label.setFixedWidth(120)
    row.addWidget(label)
    row.addWidget(Label(text, Type.BODY, wrap=True), 1)
    return row
