"""Kontroll in the workspace: findings as rows, and what «Gå till» and «Åtgärda» do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from namndstod.domain.findings import Finding, MendKind
from namndstod.domain.view import MeetingView
from namndstod.services.commands.waiving import Unwaive, Waive
from namndstod.services.mending import command_for
from namndstod.ui.kit.findings import FindingRow, FindingsPanel
from namndstod.ui.kit.veil import veil

from .actions import Actions
from .approval_words import is_locked
from .presenting import TONES
from .waiver_reasons import usual_reasons

HEAD = 42
"""Height in pixels of the head of the panel."""


class Kontroll(FindingsPanel):
    """The findings of the meeting."""

    placeRequested = Signal(object)  # Place
    explainRequested = Signal(str)  # the place of the rule in the handbook
    convertRequested = Signal(str)  # SHA-256 of a file to try again

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._actions = actions
        self._view: MeetingView | None = None
        self._findings: dict[str, Finding] = {}
        self._shown: list[FindingRow] = []
        self.goToRequested.connect(self._go_to)
        self.meaningRequested.connect(lambda key: self.explainRequested.emit(f"#{self._findings[key].code}"))
        self.mendRequested.connect(self._mend)
        self.waiveRequested.connect(self._waive)
        self.unwaiveRequested.connect(self._unwaive)
        self.collapsedChanged.connect(lambda _: self._fit())
        self.grown.connect(self._fit)

    def show_view(self, view: MeetingView, findings: Sequence[Finding]) -> None:
        """Show what is missing or wrong now."""
        self._view = view
        self._findings = _named(findings)
        rows = [_row(key, f, is_locked(view)) for key, f in self._findings.items()]
        if rows != self._shown:
            self._shown = rows
            self.set_findings(rows)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The height follows from the width: messages wrap."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Never be higher than what there is to show."""
        content = 0
        if self.count() and not self.is_collapsed():
            content = max(0, self._list.heightForWidth(max(240, self.width())))
        self.setMaximumHeight(HEAD + content)

    def _go_to(self, key: str) -> None:
        self.placeRequested.emit(self._findings[key].place)

    def _mend(self, key: str, which: int) -> None:
        finding = self._findings.get(key)
        if finding is None or self._view is None:
            return
        mend = finding.mends[which]
        if mend.kind is MendKind.CONVERT_AGAIN:
            self.convertRequested.emit(mend.arguments[0])
            return
        command = command_for(self._view, mend)
        if command is not None:
            self._actions.do_with_undo(command, f"Åtgärdat: {mend.label[:1].lower()}{mend.label[1:]}")

    def _waive(self, key: str, reason: str) -> None:
        """Let a warning stand; the reason is kept and told of when the minutes are justerade."""
        finding = self._findings.get(key)
        if finding is not None and self._view is not None:
            command = Waive(self._view.meeting.id, finding.code, finding.key, reason)
            self._actions.do_with_undo(command, f"Godtaget: {reason}")

    def _unwaive(self, key: str) -> None:
        finding = self._findings.get(key)
        if finding is not None and self._view is not None:
            command = Unwaive(self._view.meeting.id, finding.code, finding.key)
            self._actions.do_with_undo(command, "Varningen visas igen.")


def _named(findings: Sequence[Finding]) -> dict[str, Finding]:
    """Return the findings by a key that stays while their words change; a number tells like ones apart."""
    named: dict[str, Finding] = {}
    seen: Counter[str] = Counter()
    for finding in findings:
        place = finding.place
        where = place.section_id or place.document_id or place.item_id or ""
        kind = f"{finding.code}:{where}:{place.role or ''}:{place.field}"
        seen[kind] += 1
        named[f"{kind}:{seen[kind]}"] = finding
    return named


def _row(key: str, finding: Finding, frozen: bool) -> FindingRow:
    return FindingRow(
        id=key,
        tone=TONES[finding.severity],
        message=veil.over(finding.message),
        source=finding.source,
        mends=() if frozen else tuple(mend.label for mend in finding.mends),
        reasons=() if frozen else usual_reasons(finding),
        waived=bool(finding.waived) and not frozen,
    )
