"""A yrkande being written: who, what kind, on what, in which words. It lies in the §, not over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.proceedings import PROPOSAL, Motion, MotionKind
from namndstod.domain.records import BlockKind
from namndstod.domain.texts import Draft
from namndstod.ui.kit.basics import Button, ButtonKind, Label
from namndstod.ui.kit.dates import DateEdit
from namndstod.ui.kit.fields import Combo, FieldRow, LineEdit
from namndstod.ui.kit.names_field import Name, NamesField
from namndstod.ui.kit.text_editor import BlockEditor
from namndstod.ui.kit.tokens import Type

KINDS: tuple[tuple[MotionKind, str], ...] = (
    (MotionKind.APPROVAL, "Bifall"),
    (MotionKind.REJECTION, "Avslag"),
    (MotionKind.AMENDMENT, "Ändring"),
    (MotionKind.ADDITION, "Tillägg"),
    (MotionKind.OWN, "Eget förslag"),
    (MotionKind.REMIT, "Återremiss"),
    (MotionKind.TABLE, "Bordläggning"),
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ALL_MOTIONS = "*"
_SPEAKING = (MotionKind.APPROVAL, MotionKind.REJECTION)
_FORMAL = (MotionKind.REMIT, MotionKind.TABLE)


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from in a §: the people, what bifall and avslag can speak of, the motions.

    `targets` are (key, words); `firsts` the motions that a second-hand one can follow.
    """

    names: tuple[Name, ...]
    targets: tuple[tuple[str, str], ...]
    firsts: tuple[tuple[str, str], ...] = ()


class MotionEditor(QWidget):
    """The form. `stored` gives a Motion without place; Ctrl+Enter stores, Esc leaves."""

    stored = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._motion: Motion | None = None
        self.who = NamesField("några bokstäver av namnet")
        self.kind = Combo(KINDS)
        self.on = Combo()
        self.words = BlockEditor("Vad som yrkas", placeholder="att …", min_lines=1)
        self.to = LineEdit()
        self.why = LineEdit(placeholder="för att …")
        self.joined = NamesField("instämmer")
        self.first = Combo()
        self.authors = LineEdit(placeholder="M, D och L")
        self.handed_in = DateEdit()
        self.store = Button("Lägg till", ButtonKind.PRIMARY, hint="Ctrl Enter")
        self.leave = Button("Avbryt", ButtonKind.QUIET, hint="Esc")
        self.more = Button("Fler uppgifter", ButtonKind.QUIET, icon="chevron-down", small=True)
        self._problem = Label("", Type.SMALL, "mend", wrap=True)
        self._rows = {
            "who": FieldRow("Vem", self.who),
            "kind": FieldRow("Yrkar", self.kind),
            "on": FieldRow("På", self.on),
            "words": FieldRow("Lydelse", self.words),
            "to": FieldRow("Till", self.to),
            "why": FieldRow("Varför", self.why),
            "joined": FieldRow("Instämmer", self.joined, optional=True),
            "first": FieldRow("I andra hand, efter", self.first, optional=True),
            "authors": FieldRow("Inlämnat av partierna", self.authors, optional=True),
            "handed_in": FieldRow("Den", self.handed_in, optional=True),
        }
        self._lay_out()
        self.kind.currentIndexChanged.connect(lambda _: self._fit())
        self.more.clicked.connect(lambda: self._show_more(shown=True))
        self.store.clicked.connect(self.accept)
        self.leave.clicked.connect(self.left)
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(10)
        for names in (
            ("who", "kind", "on"), ("words",), ("to", "why"), ("joined", "first"), ("authors", "handed_in"),
        ):  # fmt: skip
            line = QHBoxLayout()
            line.setSpacing(12)
            for name in names:
                stretch = 2 if name in ("who", "why", "joined", "authors") else 1
                line.addWidget(self._rows[name], stretch, Qt.AlignmentFlag.AlignTop)
            column.addLayout(line)
        column.addWidget(self._problem)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.store)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        foot.addWidget(self.more)
        column.addLayout(foot)

    def begin(self, choices: Choices, motion: Motion | None, section_id: str) -> None:
        """Write a new yrkande in the §, or change one."""
        self._motion = motion or Motion(id="", section_id=section_id, position=0, kind=MotionKind.APPROVAL)
        shown = self._motion
        for field in (self.who, self.joined):
            field.set_names(choices.names)
        self.who.set_chosen(shown.movers)
        self.joined.set_chosen(shown.supporters)
        self._fill(self.on, choices.targets, ALL_MOTIONS if len(shown.on) > 1 else (*shown.on, "")[0])
        self._fill(self.first, (("", "–"), *choices.firsts), shown.second_hand_of or "")
        self.kind.set_value(shown.kind)
        self.words.set_blocks([Draft(BlockKind.CLAUSE, text, 1) for text in shown.clauses])
        formal = shown.clauses if shown.kind in _FORMAL else ()
        self.to.setText((*formal, "")[0])
        self.why.setText((*formal, "", "")[1])
        self.authors.setText(", ".join(shown.authors))
        self.handed_in.set_date(shown.handed_in)
        self.store.setText("Ändra" if motion is not None else "Lägg till")
        self._problem.hide()
        self._fit()
        self._show_more(shown=bool(shown.supporters or shown.second_hand_of or shown.authors))
        self.show()
        self.who.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def accept(self) -> None:
        """Hand over what is written, unless something is missing."""
        for field in (self.who, self.joined):
            field.complete_first()
        problem = self._missing()
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if not problem:
            self.stored.emit(self._written())

    def flush(self) -> None:
        """Store what is written when the § is left, if there is anything to store."""
        if self.isHidden() or self._motion is None:
            return
        written = self._written()
        if (written.movers or written.authors or written.clauses) and written != self._motion:
            self.stored.emit(written)
        else:
            self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter and Esc are keys of the form here, not shortcuts of the §."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            stores = event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in _ENTER
            if stores or event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field, and stores from the last; Ctrl+Enter stores, Esc leaves."""
        enter = event.key() in _ENTER
        if enter and (event.modifiers() & Qt.KeyboardModifier.ControlModifier or not self._next()):
            self.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not enter:
            event.accept()  # letters typed here are no commands of the §

    def _next(self) -> bool:
        """Go to the field after the one that has the focus; False when it was the last one."""
        order = [self.who, self.kind, self.on, self.words, self.to, self.why]
        shown = [field for field in order if not field.isHidden() and field.isVisible()]
        at = next((i for i, field in enumerate(shown) if field.hasFocus()), len(shown))
        if at + 1 >= len(shown):
            return False
        shown[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _fit(self) -> None:
        """Show the fields that a yrkande of this kind has."""
        kind = MotionKind(str(self.kind.value()))
        self._rows["on"].setVisible(kind in _SPEAKING and self.on.count() > 1)
        self._rows["words"].setVisible(kind not in (*_SPEAKING, *_FORMAL))
        self._rows["to"].setVisible(kind in _FORMAL)
        self._rows["why"].setVisible(kind is MotionKind.REMIT)
        self.to.setPlaceholderText("förvaltningen" if kind is MotionKind.REMIT else "nästa sammanträde")

    def _show_more(self, *, shown: bool) -> None:
        for name in ("joined", "first", "authors", "handed_in"):
            self._rows[name].setVisible(shown and not (name == "first" and self.first.count() < 2))
        self.more.setVisible(not shown)

    def _missing(self) -> str:
        unknown = self.who.unknown() or self.joined.unknown()
        if unknown:
            return f"”{unknown}” är ingen som är med på sammanträdet."
        if not self.who.chosen() and not self.authors.text().strip():
            return "Vem yrkar? Ange minst en person, eller partierna bakom ett inlämnat yrkande."
        return "" if self.handed_in.is_valid() else "Dagen ska skrivas åååå-mm-dd."

    def _written(self) -> Motion:
        assert self._motion is not None
        kind = MotionKind(str(self.kind.value()))
        return replace(
            self._motion,
            kind=kind,
            movers=self.who.chosen(),
            supporters=self.joined.chosen(),
            on=self._spoken_of() if kind in _SPEAKING else (),
            clauses=self._clauses(kind),
            authors=_parties(self.authors.text()),
            handed_in=self.handed_in.date(),
            second_hand_of=str(self.first.value() or "") or None,
        )

    def _spoken_of(self) -> tuple[str, ...]:
        chosen = str(self.on.value() or "")
        if chosen == ALL_MOTIONS:
            keys = [str(self.on.itemData(i)) for i in range(self.on.count())]
            return tuple(k for k in keys if k != ALL_MOTIONS)
        return (chosen,) if chosen not in ("", PROPOSAL) else ((PROPOSAL,) if chosen else ())

    def _clauses(self, kind: MotionKind) -> tuple[str, ...]:
        if kind in _SPEAKING:
            return ()
        if kind in _FORMAL:
            return tuple(t for t in (self.to.text().strip(), self.why.text().strip()) if t)
        texts = [d.text.strip() for d in self.words.blocks() if d.text.strip()]
        return tuple(text.removeprefix("att ") for text in texts)

    @staticmethod
    def _fill(combo: Combo, entries: Sequence[tuple[str, str]], value: str) -> None:
        combo.clear()
        for key, words in entries:
            combo.addItem(words, key)
        combo.set_value(value)
        if combo.currentIndex() < 0:
            combo.setCurrentIndex(0)


def _parties(text: str) -> tuple[str, ...]:
    """«M, D och L» → the parties."""
    return tuple(part for part in text.replace(" och ", ",").replace(" ", "").split(",") if part)
