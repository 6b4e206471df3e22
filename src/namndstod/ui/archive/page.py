"""Archived minutes: the §§ to the left, what the chosen one says to the right, and the original file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.archive import ArchivedMinutes, ArchivedSection
from namndstod.domain.errors import NotFound
from namndstod.domain.swedish import NBSP, day_month
from namndstod.services.archive import ArchivedView as Archived
from namndstod.services.archive import archived_view, shown_title
from namndstod.services.commands.archive import MarkArchivedSecret, RemoveArchived
from namndstod.services.originals import Originals
from namndstod.ui.kit.basics import Button, ButtonKind, Hairline, Label, SectionLabel
from namndstod.ui.kit.item_list import ItemList
from namndstod.ui.kit.item_model import ItemRow
from namndstod.ui.kit.keys import add_key
from namndstod.ui.kit.split import SplitPane
from namndstod.ui.kit.theme import font, set_area
from namndstod.ui.kit.tokens import Tone, Type
from namndstod.ui.view import View, scrolled

if TYPE_CHECKING:
    from pathlib import Path

    from namndstod.ui.workspace.actions import Actions

_READABLE = 760  # pixels of running text


class ArchivedView(View):
    """Shows minutes of the archive. `left` when there is nothing (more) to show."""

    cares_for = frozenset({ArchivedMinutes, ArchivedSection})
    left = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("", actions, parent)
        self.header.set_crumb("Sammanträden")
        self.minutes_id = ""
        self._view: Archived | None = None
        self._originals: Originals | None = None
        self.sections = ItemList("Paragrafer", number_width=46)
        self.heading = Label("", Type.HEADING, wrap=True)
        self.number = Label("", tone="muted", wrap=True)
        self.secret = QCheckBox("Sekretess: rubriken visas inte i listor och sökning")
        self.secret.setFont(font(Type.BODY))
        self.decision, self.text = Label("", wrap=True), Label("", wrap=True)
        self._decision_label, self._text_label = SectionLabel("Beslut"), SectionLabel("Hela paragrafen")
        back = Button("Tillbaka", ButtonKind.QUIET, hint="Esc")
        self._remove = Button("Ta bort ur arkivet", ButtonKind.QUIET, small=True)
        self.open = Button("Öppna originalet", ButtonKind.PRIMARY, icon="document", hint="Ctrl O")
        for button in (back, self.open):
            self.header.add_action(button)
        self.setFocusProxy(self.sections)
        self.column.addWidget(SplitPane([self._left_pane(), self._right_pane()], [380, 814]), 1)
        back.clicked.connect(self.left)
        self._remove.clicked.connect(self.remove)
        self.open.clicked.connect(self.open_original)
        self.secret.clicked.connect(self._mark)
        self.sections.currentIdChanged.connect(lambda _: self._show_section())
        for keys, act in (("Esc", self.left.emit), ("Ctrl+O", self.open_original)):
            add_key(self, keys, act)

    def _left_pane(self) -> QWidget:
        pane = QWidget()
        set_area(pane, "surface")
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sections, 1)
        column.addWidget(Hairline())
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 10, 12, 10)
        foot.addStretch(1)
        foot.addWidget(self._remove)
        column.addLayout(foot)
        return pane

    def _right_pane(self) -> QWidget:
        page = QWidget()
        page.setMaximumWidth(_READABLE)
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 18, 24, 24)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.number)
        column.addWidget(self.secret)
        column.addSpacing(8)
        for label, text in ((self._decision_label, self.decision), (self._text_label, self.text)):
            column.addWidget(label)
            column.addWidget(text)
            column.addSpacing(8)
            text.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        column.addStretch(1)
        return scrolled(page)

    def show_minutes(self, minutes_id: str, section_id: str = "") -> None:
        """Show minutes, at a § of them."""
        self.minutes_id = minutes_id
        self._stale = False
        self.reload()
        if section_id:
            self.sections.set_current_id(section_id)
        self.sections.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Read the minutes; they may be gone."""
        if not self.minutes_id:
            return
        try:
            view = self.session.ask(archived_view, self.minutes_id)
        except NotFound:
            self.minutes_id, self._view = "", None
            self.left.emit()
            return
        self._view = view
        minutes = view.minutes
        when = f"{day_month(minutes.day)} {minutes.day.year}" if minutes.day else "utan datum"
        self.header.set_title(f"{minutes.body_name}, {when}")
        self.header.set_pills([("arkiverat", Tone.NEUTRAL)])
        self.sections.set_rows(
            [ItemRow(s.id, f"§{NBSP}{s.number}", shown_title(s), s.diary_number) for s in view.sections]
        )
        if view.sections and self.sections.current_id() is None:
            self.sections.set_current_id(view.sections[0].id)
        self._show_section()

    def _chosen(self) -> ArchivedSection | None:
        current = self.sections.current_id()
        return next((s for s in self._view.sections if s.id == current), None) if self._view else None

    def _show_section(self) -> None:
        section = self._chosen()
        self.secret.setVisible(section is not None)
        if section is None:
            self.heading.setText("Inga paragrafer lästes ur filen")
            self.number.setText("Öppna originalet för att se vad som står i protokollet.")
        else:
            self.heading.setText(f"§{NBSP}{section.number} {section.title}")
            self.number.setText(f"Dnr {section.diary_number}" if section.diary_number else "")
            self.secret.setChecked(section.secret)
        self.number.setVisible(bool(self.number.text()))
        decision = section.decision if section else ""
        text = section.text if section else ""
        for label, field, words in (
            (self._decision_label, self.decision, decision),
            (self._text_label, self.text, text),
        ):
            field.setText(words.replace("\n", "\n\n"))
            for widget in (label, field):
                widget.setVisible(bool(words))

    def _mark(self, on: bool) -> None:
        section = self._chosen()
        if section is not None:
            self.actions_.do(MarkArchivedSecret(section.id, on))

    def remove(self) -> None:
        """Take the minutes out of the archive."""
        if self.minutes_id:
            self.actions_.do_with_undo(
                RemoveArchived(self.minutes_id), "Protokollet är borttaget ur arkivet."
            )

    def open_original(self) -> None:
        """Open a copy of the file in the program that the computer has for it."""
        if self._view is None:
            return
        view = self._view
        if self._originals is None:
            self._originals = Originals(self.session)

        def opened(path: Path) -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

        self.actions_.background.run(
            self._originals.copy_of_kept,
            view.file.sha256,
            view.minutes.name,
            owner=self,
            done=opened,
            failed=self.actions_.errorRaised.emit,
        )
