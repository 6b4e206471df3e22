"""The start: make a binder, open one, or try the made-up region."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.errors import RuleBroken

from .kit.basics import Button, ButtonKind, Card, Label
from .kit.dialogs import FormSheet
from .kit.fields import LineEdit
from .kit.theme import set_area
from .kit.tokens import Tone, Type
from .lines import Line
from .places import binder_folder, documents_folder, folder_name, warning_about
from .view import scrolled

BINDER_FILES = "Pärmar (*.namndstod)"


class StartView(QWidget):
    """Shown while no binder is open."""

    openRequested = Signal(object)
    createRequested = Signal(object, str, str)
    demonstrationRequested = Signal()
    handbookRequested = Signal()
    aboutRequested = Signal()

    def __init__(self, recent: Sequence[Path], person: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_area(self, "background")
        self._person = person
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(Label("Nämndstöd", Type.TITLE))
        column.addWidget(
            Label(
                "Allt om en nämnds arbete ligger i en pärm: en mapp på din dator som du kan kopiera och "
                "säkerhetskopiera. Inget skickas någonstans.",
                tone="muted",
                wrap=True,
            )
        )
        column.addWidget(self._beginning())
        if recent:
            column.addWidget(self._recent(recent))
        handbook = Button("Handbok", ButtonKind.QUIET, icon="help", hint="F1")
        handbook.clicked.connect(lambda: self.handbookRequested.emit())
        about = Button("Om Nämndstöd", ButtonKind.QUIET, icon="info")
        about.clicked.connect(lambda: self.aboutRequested.emit())
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(handbook)
        below.addWidget(about)
        below.addStretch(1)
        column.addLayout(below)
        column.addStretch(3)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        page.setMaximumWidth(680)
        page.setMinimumWidth(480)
        line.addWidget(page, 20)
        line.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(row))

    def _beginning(self) -> Card:
        card = Card("Börja")
        for text, advice, kind, act in (
            (
                "Ny pärm …",
                "För en nämnd eller flera. Du väljer namn och mapp.",
                ButtonKind.PRIMARY,
                self.new_binder,
            ),
            (
                "Öppna en pärm …",
                "En som redan finns, här eller på ett annat ställe.",
                ButtonKind.SECONDARY,
                self.choose,
            ),
            (
                "Prova med en påhittad region",
                "Ett hållet och ett kommande sammanträde att titta runt i och ändra fritt.",
                ButtonKind.SECONDARY,
                self.demonstrationRequested.emit,
            ),
        ):
            button = Button(text, kind)
            button.setMinimumWidth(220)
            button.clicked.connect(lambda _=False, act=act: act())
            row = QHBoxLayout()
            row.setSpacing(16)
            row.addWidget(button)
            row.addWidget(Label(advice, tone="muted", wrap=True), 1)
            card.body.addLayout(row)
        return card

    def _recent(self, recent: Sequence[Path]) -> Card:
        card = Card("Senaste pärmarna")
        card.body.setSpacing(0)
        card.body.addSpacing(6)
        for path in recent:
            there = path.exists()
            line = Line("" if there else "saknas", Tone.LOOK, path.stem, str(path.parent))
            line.clicked.connect(lambda _=False, path=path: self.openRequested.emit(path))
            card.body.addWidget(line)
        return card

    def new_binder(self) -> None:
        """Ask for the name and the folder of a new binder."""
        sheet = NewBinder(self, self._person)
        sheet.wanted.connect(self.createRequested)
        sheet.open()

    def choose(self) -> None:
        """Ask for a binder to open."""
        dialog = QFileDialog(self, "Öppna en pärm", str(documents_folder()), BINDER_FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.openRequested.emit(Path(name)))
        dialog.open()


class NewBinder(FormSheet):
    """Asks for the binder's name, its folder and who sits here."""

    wanted = Signal(object, str, str)  # folder, name, person

    def __init__(self, parent: QWidget, person: str) -> None:
        super().__init__(parent, "Ny pärm", self._submit_form, ok="Skapa pärmen")
        self.name = LineEdit("", "Nämndens eller förvaltningens namn")
        self.folder = LineEdit()
        self.person = LineEdit(person)
        self._own_folder = False
        self._warning = Label("", Type.SMALL, "look", wrap=True)
        self.form.add("name", "Pärmens namn", self.name)
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.folder, 1)
        browse = Button("Bläddra …")
        browse.clicked.connect(self._browse)
        row.addWidget(browse)
        place.setFocusProxy(self.folder)
        self.form.add(
            "folder", "Mapp", place, "Pärmen blir en egen mapp här. Bäst är en plats på den här datorn."
        )
        self.folder.setAccessibleName("Mapp")
        self.form.add_widget(self._warning)
        self.form.add("person", "Ditt namn", self.person, "Skrivs i pärmens journal vid varje ändring.")
        self.name.textChanged.connect(self._suggest)
        self.folder.textEdited.connect(self._chose)
        self.folder.textChanged.connect(self._warn)
        self._suggest()
        self.name.setFocus()
        self.setMinimumWidth(560)

    def _suggest(self) -> None:
        if not self._own_folder:
            self.folder.setText(str(binder_folder(self.name.text())))

    def _chose(self) -> None:
        self._own_folder = True

    def _warn(self) -> None:
        text = warning_about(Path(self.folder.text()))
        self._warning.setText(text)
        self._warning.setVisible(bool(text))

    def _browse(self) -> None:
        dialog = QFileDialog(self, "Var ska pärmen ligga?", str(documents_folder()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._browsed)
        dialog.open()

    def _browsed(self, folder: str) -> None:
        self._own_folder = True
        self.folder.setText(str(Path(folder) / (folder_name(self.name.text()))))

    def _submit_form(self) -> None:
        if not self.name.text().strip():
            raise RuleBroken("Pärmen behöver ett namn.", field="name")
        folder = Path(self.folder.text().strip()).expanduser()
        if not self.folder.text().strip() or not folder.is_absolute():
            raise RuleBroken("Välj en mapp för pärmen.", field="folder")
        if folder.is_dir() and any(folder.glob("*.namndstod")):
            raise RuleBroken("Det ligger redan en pärm i den mappen.", field="folder")
        if not self.person.text().strip():
            raise RuleBroken("Skriv ditt namn.", field="person")
        self.wanted.emit(folder, self.name.text().strip(), self.person.text().strip())
