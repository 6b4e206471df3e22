"""The sheets of the register: a body, a person with an uppdrag, its end, and a pasted list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QPlainTextEdit, QWidget

from namndstod.domain.errors import NamndstodError, RuleBroken
from namndstod.domain.records import BodyKind, Role
from namndstod.domain.role_names import ROLE_NAMES
from namndstod.domain.swedish import counted
from namndstod.domain.swedish_sort import swedish_key
from namndstod.services.commands.members import ChangeMember
from namndstod.services.commands.register import (
    AddMember,
    CreateBody,
    EndMandate,
    MemberRow,
    RemoveMandate,
    TakeInMembers,
)
from namndstod.services.importing import read_members
from namndstod.services.reading import BodyView, MandateView, mandates
from namndstod.services.session import Outcome, Session
from namndstod.services.terms import term_on
from namndstod.services.usual import KINDS, SHORT_NAMES, usual_customs

from .kit.basics import Button, ButtonKind, Label
from .kit.data_table import Column, DataTable
from .kit.dates import DateEdit
from .kit.dialogs import FormSheet
from .kit.dropping import dropped, welcome
from .kit.fields import Combo, LineEdit
from .kit.theme import font
from .kit.tokens import Type

if TYPE_CHECKING:
    from .workspace.actions import Actions
_REST = 200  # ms without typing before the text is read
_SAID = 5
_TAB = 112  # px between columns of the text


def required_day(field: DateEdit, key: str) -> date:
    """Return the day of a field. Raises RuleBroken at it when there is none."""
    day = field.date() if field.is_valid() else None
    if day is None:
        raise RuleBroken("Skriv en dag, till exempel 2027-01-01.", field=key)
    return day


class BodySheet(FormSheet):
    """A new body. `made(body_id)` is called when it is stored."""

    def __init__(
        self, parent: QWidget, session: Session, bodies: tuple[BodyView, ...], made: Callable[[str], object]
    ) -> None:
        super().__init__(parent, "Ny nämnd", self._submit_form, ok="Lägg in nämnden")
        self._session = session
        self._made = made
        self._name = LineEdit("", "Regional tillväxtnämnd")
        self._kind = Combo(tuple(KINDS.items()))
        self._parent_body = Combo(tuple((b.body.id, b.term.name) for b in bodies))
        self._seats = LineEdit()
        self._seats.setMaximumWidth(100)
        self._short = LineEdit(SHORT_NAMES[BodyKind.COMMITTEE])
        self._since = DateEdit(date(session.today.year, 1, 1))
        self.form.add(
            "name", "Namn", self._name, "Så som det ska stå överallt: i kallelse, protokoll och beslut."
        )
        self.form.add_beside(("kind", "Slag", self._kind), ("seats", "Antal ledamöter", self._seats))
        self._parent_row = self.form.add("parent_id", "Utskott i", self._parent_body)
        self.form.add("short_name", "I löpande text", self._short, "”… överlämnas till nämnden”")
        self.form.add("valid_from", "Gäller från", self._since)
        self._kind.currentIndexChanged.connect(self._kind_chosen)
        self._kind_chosen()
        self._name.setFocus()

    def _kind_chosen(self) -> None:
        kind = BodyKind(str(self._kind.value()))
        self._short.setText(SHORT_NAMES[kind])
        self._parent_row.setVisible(kind is BodyKind.SUBCOMMITTEE)

    def _submit_form(self) -> None:
        if not self._name.text().strip():
            raise RuleBroken("Nämnden behöver ett namn.", field="name")
        kind = BodyKind(str(self._kind.value()))
        parent = self._parent_body.value() if kind is BodyKind.SUBCOMMITTEE else None
        if kind is BodyKind.SUBCOMMITTEE and parent is None:
            raise RuleBroken(
                "Lägg först in nämnden som utskottet hör till.", field="kind", source="KL 6 kap. 41 §"
            )
        outcome = self._session.do(
            CreateBody(
                self._name.text(),
                kind,
                whole_number_of(self._seats, "seats", "antal ledamöter"),
                required_day(self._since, "valid_from"),
                self._short.text().strip() or SHORT_NAMES[kind],
                str(parent) if parent is not None else None,
                usual_customs(),
            )
        )
        if outcome.result:
            self._made(outcome.result)


def whole_number_of(field: LineEdit, key: str, what: str) -> int:
    """Return the number typed in a field. Raises RuleBroken at it when there is none."""
    text = field.text().strip()
    if not text.isdecimal():
        raise RuleBroken(f"Skriv {what} med siffror.", field=key)
    return int(text)


class MemberSheet(FormSheet):
    """A person with an uppdrag in a body: a new one, or one to change."""

    def __init__(
        self, parent: QWidget, session: Session, body_id: str, known: MandateView | None = None
    ) -> None:
        title = "Ändra förtroendevald" if known else "Ny förtroendevald"
        super().__init__(parent, title, self._submit_form, ok="Spara" if known else "Lägg till")
        self._session = session
        self._body_id = body_id
        self._known = known
        person, mandate = (known.person, known.mandate) if known else (None, None)
        self._given = LineEdit(person.given_name if person else "")
        self._surname = LineEdit(person.surname if person else "")
        self._party = LineEdit(mandate.party if mandate else "", "S")
        self._role = Combo(tuple(ROLE_NAMES.items()))
        self._role.set_value(mandate.role if mandate else Role.MEMBER)
        self._from = DateEdit(mandate.valid_from if mandate else date(session.today.year, 1, 1))
        self._to = DateEdit(mandate.valid_to if mandate else None)
        self._email = LineEdit(person.email if person else "")
        self._phone = LineEdit(person.phone if person else "")
        self.form.add_beside(("given_name", "Förnamn", self._given), ("surname", "Efternamn", self._surname))
        self._personal = Combo((("", "–"), *self._members()))
        self._personal.set_value((mandate.personal_for if mandate else None) or "")
        self.form.add_beside(("party", "Parti", self._party), ("role", "Uppdrag", self._role))
        if session.ask(term_on, body_id, session.today).customs.personal_substitutes:
            self.form.add("personal_for", "Personlig ersättare för", self._personal, optional=True)
        if known:
            self.form.add_beside(
                ("valid_from", "Från och med", self._from), ("valid_to", "Till och med", self._to)
            )
        else:
            self.form.add("valid_from", "Från och med", self._from)
        self.form.add_beside(("email", "E-post", self._email), ("phone", "Telefon", self._phone))
        self.setMinimumWidth(520)
        self._given.setFocus()

    def _members(self) -> list[tuple[object, str]]:
        """The ledamöter of the body today: who a personal ersättare can be for."""
        found = self._session.ask(mandates, self._body_id, self._session.today)
        return [(v.person.id, v.person.name) for v in found if v.mandate.role.has_seat]

    def _submit_form(self) -> None:
        row = MemberRow(
            self._given.text(),
            self._surname.text(),
            self._party.text(),
            Role(str(self._role.value())),
            self._email.text(),
            self._phone.text(),
            str(self._personal.value() or "") or None,
        )
        since = required_day(self._from, "valid_from")
        if self._known is None:
            self._session.do(AddMember(self._body_id, row, since))
            return
        if not self._to.is_valid():
            raise RuleBroken("Det är inget datum.", field="valid_to")
        self._session.do(ChangeMember(self._known.mandate.id, row, since, self._to.date()))


class EndSheet(FormSheet):
    """The last day of an uppdrag; or, when it was entered by mistake, away with it."""

    def __init__(self, parent: QWidget, session: Session, known: MandateView) -> None:
        super().__init__(
            parent, f"Avsluta uppdraget för {known.person.name}", self._submit_form, ok="Avsluta"
        )
        self._session = session
        self._known = known
        self._last = DateEdit(session.today)
        self.form.add(
            "valid_to",
            "Sista dagen",
            self._last,
            "Personen finns kvar i sammanträden som redan hållits. Platsen är sedan vakant.",
        )
        self.add_button("Ta bort, inlagt av misstag", self._remove, ButtonKind.DANGER, place=0)

    def _submit_form(self) -> None:
        self._session.do(EndMandate(self._known.mandate.id, required_day(self._last, "valid_to")))

    def _remove(self) -> None:
        self._submit = lambda: self._session.do(RemoveMandate(self._known.mandate.id))
        self.accept()


def _reached(row: MemberRow) -> str:
    return ", ".join(filter(None, (row.email, row.phone)))


def _period(row: MemberRow) -> str:
    since, until = (day.isoformat() if day else "" for day in (row.valid_from, row.valid_to))
    return f"{since} – {until}".strip() if since or until else ""


_PREVIEW: tuple[Column[tuple[int, MemberRow]], ...] = (
    Column("order", "", lambda r: str(r[0]), number=True, width=40),
    Column("name", "Namn", lambda r: f"{r[1].given_name} {r[1].surname}".strip(), stretch=True),
    Column("party", "Parti", lambda r: r[1].party or "–", width=64),
    Column("role", "Uppdrag", lambda r: ROLE_NAMES[r[1].role], width=130),
    Column("reached", "E-post, telefon", lambda r: _reached(r[1]), muted=True, width=176),
    Column("period", "Egen tid", lambda r: _period(r[1]), muted=True, width=200),
)
_FILES = "Listor (*.xlsx *.csv *.txt *.docx *.pdf)"


class PasteSheet(FormSheet):
    """What is pasted or in a file at the top, how it is understood below; «Läs in» alone stores it."""

    def __init__(
        self,
        parent: QWidget,
        actions: Actions,
        body: BodyView,
        has_members: bool,
        taken: Callable[[Outcome, int], object],
    ) -> None:
        super().__init__(parent, f"Läs in förtroendevalda i {body.term.name}", self._submit_form, ok="Läs in")
        session = actions.session
        self._session = session
        self._actions = actions
        self._body = body
        self._taken = taken
        self._rows: tuple[MemberRow, ...] = ()
        self.text = QPlainTextEdit()
        self.text.setFont(font(Type.BODY))
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(
            "Klistra in listan (Ctrl+V) från Word, Excel eller en kallelse, eller släpp filen här.\n\n"
            "Karin Ek (S), ordförande\nOlle Sandell (C), vice ordförande\nErsättare\nTova Lind (S)"
        )
        self.text.setAccessibleName("Listan som text")
        self.text.setFixedHeight(128)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)  # rows of a register are long
        self.text.setTabStopDistance(_TAB)
        self._found = Label("", Type.STRONG)
        self._unclear = Label("", Type.SMALL, "look", wrap=True)
        self.table: DataTable[tuple[int, MemberRow]] = DataTable(
            "Så här förstås listan", _PREVIEW, lambda r: str(r[0]), swedish_key
        )
        self.table.setMinimumHeight(190)
        self._since = DateEdit(session.today if has_members else date(session.today.year, 1, 1))
        self._replace = QCheckBox("Ersätt de nuvarande: deras uppdrag slutar dagen före (mandatskifte)")
        self._replace.setFont(font(Type.BODY))
        self._replace.setVisible(has_members)
        self.form.add_widget(self.text)
        self.form.add_widget(self._from_file())
        self.form.add_widget(self._found)
        self.form.add_widget(self._unclear)
        self.form.add_widget(self.table)
        self.form.add("valid_from", "Uppdragen gäller från", self._since)
        self.form.add_widget(self._replace)
        self.setMinimumWidth(760)
        self.setAcceptDrops(True)
        self.text.setAcceptDrops(False)  # a file dropped on it is for the sheet
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.read)
        self.text.textChanged.connect(self._rest.start)
        pasted = QGuiApplication.clipboard().text()
        if "\n" in pasted and read_members(pasted).rows:
            self.text.setPlainText(pasted)
        self.read()
        self.text.setFocus()

    def _from_file(self) -> QWidget:
        """The button for a file, and beside it what became of the file."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        self.file_button = Button("Läs in från fil …", ButtonKind.QUIET, hint="Ctrl+O")
        self.file_button.clicked.connect(self.choose_file)
        QShortcut(QKeySequence("Ctrl+O"), self, self.choose_file)
        self.told = Label("", Type.SMALL, "muted", wrap=True)
        line.addWidget(self.file_button)
        line.addWidget(self.told, 1)
        return row

    def choose_file(self) -> None:
        """Ask for a file with the members."""
        dialog = QFileDialog(self, "Läs in förtroendevalda från fil", "", _FILES)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.take_file(Path(path)))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file anywhere in the sheet."""
        welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the first of the files that were dropped."""
        for path in dropped(event)[:1]:
            self.take_file(path)

    def take_file(self, path: Path) -> None:
        """Put what a file says of members where it can be seen and changed before it is taken in."""
        self.told.setText(f"Läser {path.name} …")
        self.file_button.setEnabled(False)
        reader = self._actions.workplace.reader
        self._actions.background.run(
            lambda: reader.member_text(path.read_bytes(), path.name),
            owner=self,
            done=lambda text: self._file_read(path.name, text),
            failed=lambda error: self._file_failed(path.name, error),
        )

    def _file_read(self, name: str, text: str) -> None:
        self.file_button.setEnabled(True)
        self.told.setText(f"Ur {name}. Rätta gärna i texten.")
        self.text.setPlainText(text)
        self.read()
        self.text.setFocus()

    def _file_failed(self, name: str, error: Exception) -> None:
        self.file_button.setEnabled(True)
        if not isinstance(error, NamndstodError | OSError):
            self.told.setText("")
            self._actions.background.failed.emit(error)
            return
        why = str(error) if isinstance(error, NamndstodError) else "Filen går inte att öppna."
        self.told.setText(f"{name}: {why}")

    def read(self) -> None:
        """Understand the text and show how."""
        self._rest.stop()
        found = read_members(self.text.toPlainText(), self._body.term.name)
        self._rows = found.rows
        self.table.set_rows(list(enumerate(self._rows, 1)))
        members = sum(r.role is not Role.SUBSTITUTE for r in self._rows)
        substitutes = len(self._rows) - members
        parts = (
            f"{counted(members, 'ledamot', 'ledamöter')} och {counted(substitutes, 'ersättare', 'ersättare')}"
        )
        self._found.setText(parts if self._rows else "Så här förstås listan")
        written = bool(self.text.toPlainText().strip())
        self._unclear.setText("\n".join(found.unclear[:_SAID]))
        self._unclear.setVisible(written and bool(found.unclear))
        self.ok_button.setEnabled(bool(self._rows))

    def _submit_form(self) -> None:
        self.read()
        since = required_day(self._since, "valid_from")
        before = since - timedelta(days=1)
        if self._replace.isChecked() and before < self._body.term.valid_from:
            raise RuleBroken(
                "Nämnden fanns inte före den dagen, så det finns inget att ersätta.", field="valid_from"
            )
        outcome = self._session.do(
            TakeInMembers(self._body.body.id, self._rows, since, replace=self._replace.isChecked())
        )
        self._taken(outcome, len(self._rows))
