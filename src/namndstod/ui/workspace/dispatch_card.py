"""Mottagare of a §: who is chosen, how they are reached, whether they are parties, and what has gone out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from namndstod.domain.expediting import Line, can_be_expedited, can_be_masked, initials, lines
from namndstod.domain.notices import is_final
from namndstod.domain.view import MeetingView, SectionView
from namndstod.services.commands.expediting import (
    ChangeDispatch,
    ChangeRecipient,
    NoteDispatch,
    RemoveDispatch,
)
from namndstod.ui.kit.basics import Button, ButtonKind, Card, Hairline, Label, Pill
from namndstod.ui.kit.dates import DateEdit
from namndstod.ui.kit.fields import Combo, LineEdit
from namndstod.ui.kit.theme import font
from namndstod.ui.kit.tokens import Type

from .actions import Actions
from .dispatch_words import hindrance, line_pill
from .inline_form import InlineForm
from .reach_fields import ReachFields
from .stored_fields import Typed

Ticked = tuple[str, str]
"""A line: the id of its § and its key."""


class DispatchCard(Card):
    """The lines of the § shown. `ticksChanged` when a person chooses or leaves out a recipient."""

    ticksChanged = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("Mottagare")
        self.follow_width()
        self.setParent(parent)
        self._actions = actions
        self._view: MeetingView | None = None
        self._section: SectionView | None = None
        self._left_out: set[Ticked] = set()
        self._again: set[Ticked] = set()
        self._whole: set[Ticked] = set()
        self.rows: list[DispatchRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self._nobody = Label("", Type.BODY, "muted", wrap=True)
        self.form = RecipientForm()
        self.new = Button("Ny mottagare", ButtonKind.QUIET, icon="plus", small=True, hint="F2")
        foot = QHBoxLayout()
        foot.addWidget(self.new)
        foot.addStretch(1)
        self.body.addWidget(self._nobody)
        self.body.addLayout(self._list)
        self.body.addWidget(self.form)
        self.body.addLayout(foot)
        self.new.clicked.connect(self.begin_new)
        self.form.written.connect(self._add)
        self.form.left.connect(self._leave_form)

    def show_section(self, view: MeetingView, section: SectionView) -> None:
        """Show who is to get a §; what is being typed for the same one stays."""
        other = self._section is None or self._section.section.id != section.section.id
        if other:
            self.flush()
            self._leave_form()
        self._view, self._section = view, section
        found = lines(view, section)
        self._nobody.setText(
            "Ingen ska få beslutet. Lägg till en mottagare om det ska expedieras."
            if can_be_expedited(section)
            else "Paragrafen har inget beslut att expediera."
        )
        self._nobody.setVisible(not found)
        self.new.setVisible(can_be_expedited(section) and self.form.isHidden())
        while len(self.rows) > len(found):
            gone = self.rows.pop()
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.rows) < len(found):
            row = DispatchRow(self._actions, first=not self.rows)
            row.ticked.connect(self._tick)
            row.wholeChosen.connect(self._choose_whole)
            self.rows.append(row)
            self._list.addWidget(row)
        for row, line in zip(self.rows, found, strict=True):
            ticked = self.is_ticked(view, section, line)
            row.show_line(view, section, line, ticked=ticked, whole=self.is_whole(line), other=other)

    def is_ticked(self, view: MeetingView, section: SectionView, line: Line) -> bool:
        """Whether a line is to be sent: all that can and are not, but those that a person has left out."""
        if hindrance(view, section, line, whole=self.is_whole(line)) is not None or not can_be_expedited(
            section
        ):
            return False
        key = (section.section.id, line.key)
        return key in self._again if line.sent is not None else key not in self._left_out

    def is_whole(self, line: Line) -> bool:
        """Whether a person wants the recipient to get the passages that are marked as secret, too."""
        return (line.section_id, line.key) in self._whole

    def ticked(self, view: MeetingView, section_id: str | None = None) -> list[Line]:
        """Return the lines to be sent, of the meeting or of one §."""
        return [
            line
            for section in view.sections
            if section_id in (None, section.section.id)
            for line in lines(view, section)
            if self.is_ticked(view, section, line)
        ]

    def forget(self) -> None:
        """Forget what was chosen by hand: it has been sent, or another meeting is shown."""
        self._left_out.clear()
        self._again.clear()
        self._whole.clear()

    def flush(self) -> None:
        """Store what is typed."""
        for row in self.rows:
            row.flush()

    def go_to(self, key: str) -> None:
        """Put the focus where a line is mended."""
        row = next((r for r in self.rows if r.line is not None and r.line.key == key), None)
        target: QWidget = row.reach.address if row is not None else self.new
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_new(self) -> None:
        """Write down one more recipient of the §."""
        if self._view is not None and self._section is not None and can_be_expedited(self._section):
            self.new.hide()
            self.form.begin()

    def _leave_form(self) -> None:
        self.form.hide()
        self.new.setVisible(self._section is not None and can_be_expedited(self._section))

    def _add(self, name: str, manner: str, address: str, party: bool) -> None:
        if self._view is None or self._section is None:
            return
        command = NoteDispatch(
            self._view.meeting.id, self._section.section.id, name, manner, address, party=party
        )
        if self._actions.do_with_undo(command, f"{name} ska få beslutet.") is not None:
            self._leave_form()
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tick(self, section_id: str, line: Line, ticked: bool) -> None:
        key = (section_id, line.key)
        chosen = self._again if line.sent is not None else self._left_out
        (chosen.add if ticked is (line.sent is not None) else chosen.discard)(key)
        self.ticksChanged.emit()

    def _choose_whole(self, line: Line, whole: bool) -> None:
        key = (line.section_id, line.key)
        (self._whole.add if whole else self._whole.discard)(key)
        if self._view is not None and self._section is not None:
            self.show_section(self._view, self._section)
        self.ticksChanged.emit()


class DispatchRow(QWidget):
    """One line: chosen or not, name, how, where to, party; and when it has gone out, the day and the sign."""

    ticked = Signal(str, object, bool)  # id of the §, Line, chosen
    wholeChosen = Signal(object, bool)  # Line, with what is marked as secret

    def __init__(self, actions: Actions, *, first: bool) -> None:
        super().__init__()
        self._actions = actions
        self._view: MeetingView | None = None
        self.line: Line | None = None
        self.name = QCheckBox()
        self.name.setFont(font(Type.MEDIUM))
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.pill = Pill()
        self.reach = ReachFields()
        self.secrets = Combo(
            ((False, "Utdrag med sekretessen maskerad"), (True, "Hela utdraget, med sekretess"))
        )
        self.secrets.activated.connect(self._choose_whole)
        self.day = DateEdit()
        self.day.setMaximumWidth(150)
        self.sign = LineEdit(placeholder="Sign.")
        self.sign.setMaximumWidth(72)
        self.note = Button("Anteckna som sänd", ButtonKind.QUIET, small=True)
        self.remove = Button("Ta bort", ButtonKind.QUIET, small=True)
        self._signed = Typed(self.sign)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name, 1)
        head.addWidget(self.pill)
        foot.setSpacing(8)
        for widget in (self.day, self.sign, self.note, self.remove):
            foot.addWidget(widget)
        foot.addStretch(1)
        inside = QVBoxLayout()
        inside.setContentsMargins(24, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self.reach)
        inside.addWidget(self.secrets, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if not first:
            column.addWidget(Hairline())
        column.addLayout(head)
        column.addLayout(inside)
        self.name.clicked.connect(self._tick)
        self.reach.changed.connect(self._reached)
        self.note.clicked.connect(self._note)
        self.remove.clicked.connect(self._remove)
        self.day.dateChanged.connect(lambda _: self._when())
        self._signed.wanted.connect(lambda by: self._change(by=str(by)))

    def show_line(
        self, view: MeetingView, section: SectionView, line: Line, *, ticked: bool, whole: bool, other: bool
    ) -> None:
        """Show a line; what is being typed in the same one stays."""
        other = other or self.line is None or self.line.name != line.name
        self._view, self.line = view, line
        self.name.setText(line.name.replace("&", "&&"))
        self.name.setChecked(ticked)
        self.name.setEnabled(hindrance(view, section, line, whole=whole) is None)
        sent = line.sent is not None
        self.secrets.setVisible(can_be_masked(section))
        self.secrets.setAccessibleName(f"{line.name}: utdrag")
        self.secrets.set_value(whole)
        self.name.setAccessibleName(
            f"Skicka på nytt till {line.name}" if sent else f"Expediera till {line.name}"
        )
        pill = line_pill(view, section, line, whole=whole)
        self.pill.setVisible(pill is not None)
        if pill is not None:
            self.pill.set(*pill)
        self.reach.show_reach(line.name, line.manner, line.address, party=line.party, other=other)
        self.day.setVisible(sent)
        self.sign.setVisible(sent)
        self.day.setAccessibleName(f"{line.name}: dag")
        self.sign.setAccessibleName(f"{line.name}: sign")
        self.day.set_date(line.sent)
        by = line.dispatch.by if line.dispatch is not None else ""
        (self._signed.replace if other else self._signed.show)(by)
        self.note.setVisible(not sent and is_final(view, section))
        self.note.setAccessibleName(f"Anteckna att {line.name} har fått beslutet")
        self.remove.setVisible(line.dispatch is not None)
        self.remove.setAccessibleName(f"Ta bort raden om {line.name}")

    def flush(self) -> None:
        """Store what is typed."""
        self.reach.flush()
        self._signed.flush()

    def _tick(self) -> None:
        if self.line is not None:
            self.ticked.emit(self.line.section_id, self.line, self.name.isChecked())

    def _choose_whole(self) -> None:
        if self.line is not None:
            self.wholeChosen.emit(self.line, bool(self.secrets.value()))

    def _reached(self, manner: str, address: str, party: bool) -> None:
        line = self.line
        if line is None:
            return
        if line.dispatch is not None:
            self._change(manner=manner, address=address, party=party)
        elif line.recipient is not None:
            self._actions.do(ChangeRecipient(line.recipient.id, manner, address, party))

    def _when(self) -> None:
        day = self.day.date() if self.day.is_valid() else None
        if day is not None and self.line is not None and self.line.sent not in (None, day):
            self._change(sent=day)

    def _note(self) -> None:
        """It went out in another way: note the day and the sign, without an utdrag."""
        line, view = self.line, self._view
        if line is None or view is None:
            return
        self.flush()
        day, by = self._actions.session.today, self._by(view)
        said = f"{line.name} är antecknad som sänd."
        if line.dispatch is not None:
            self._actions.do_with_undo(ChangeDispatch(replace(line.dispatch, sent=day, by=by)), said)
            return
        manner, address, party = self.reach.reach()
        noted = NoteDispatch(
            view.meeting.id, line.section_id, line.name, manner, address, day, by, party=party
        )
        self._actions.do_with_undo(noted, said)

    def _by(self, view: MeetingView) -> str:
        return initials(view.meeting.secretary or self._actions.session.person)

    def _remove(self) -> None:
        if self.line is not None and self.line.dispatch is not None:
            command = RemoveDispatch(self.line.dispatch.id)
            self._actions.do_with_undo(command, f"Raden om {self.line.name} är borttagen.")

    def _change(self, **changes: str | date | bool) -> None:
        if self.line is not None and self.line.dispatch is not None:
            self._actions.do(ChangeDispatch(replace(self.line.dispatch, **changes)))  # type: ignore[arg-type]


class RecipientForm(InlineForm):
    """Name, manner, address and party of one more recipient."""

    written = Signal(str, str, str, bool)

    def __init__(self) -> None:
        super().__init__("Lägg till mottagaren")
        self.name = LineEdit(placeholder="Namn på mottagaren")
        self.reach = ReachFields()
        self.add_line(("name", "Mottagare", self.name, 1))
        self.add_widget(self.reach)

    def begin(self) -> None:
        """Write a new one."""
        self.name.clear()
        self.reach.show_reach("Ny mottagare", "", "", party=False, other=True)
        self.enter(self.name)

    def missing(self) -> str:
        """Say what is missing."""
        return "" if self.name.text().strip() else "Ange mottagaren."

    def go_on(self) -> bool:
        """Enter goes on to the address, and stores from there."""
        if self.name.hasFocus():
            self.reach.address.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def hand_over(self) -> None:
        """Give the recipient."""
        self.reach.flush()
        self.written.emit(self.name.text().strip(), *self.reach.reach())
