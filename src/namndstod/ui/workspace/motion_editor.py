"""A yrkande being written: who, what kind, on what, in which words. It lies in the §, not over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from namndstod.domain.proceedings import PROPOSAL, Motion, MotionKind
from namndstod.domain.records import BlockKind
from namndstod.domain.texts import Draft
from namndstod.ui.kit.basics import Button, ButtonKind
from namndstod.ui.kit.dates import DateEdit
from namndstod.ui.kit.fields import Combo, LineEdit
from namndstod.ui.kit.names_field import Name, NamesField
from namndstod.ui.kit.text_editor import BlockEditor

from .inline_form import InlineForm

KINDS: tuple[tuple[MotionKind, str], ...] = (
    (MotionKind.APPROVAL, "Bifall"),
    (MotionKind.REJECTION, "Avslag"),
    (MotionKind.AMENDMENT, "Ändring"),
    (MotionKind.ADDITION, "Tillägg"),
    (MotionKind.OWN, "Eget förslag"),
    (MotionKind.REMIT, "Återremiss"),
    (MotionKind.TABLE, "Bordläggning"),
)
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
    documents: tuple[tuple[str, str], ...] = ()  # of the ärende: a yrkande handed in is one of them


class MotionEditor(InlineForm):
    """The form. `stored` gives a Motion without place; Ctrl+Enter stores, Esc leaves."""

    stored = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
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
        self.document = Combo()
        self.more = Button("Fler uppgifter", ButtonKind.QUIET, icon="chevron-down", small=True)
        self.add_line(("who", "Vem", self.who, 2), ("kind", "Yrkar", self.kind, 1), ("on", "På", self.on, 1))
        self.add_line(("words", "Lydelse", self.words, 1))
        self.add_line(("to", "Till", self.to, 1), ("why", "Varför", self.why, 2))
        self.add_line(
            ("joined", "Instämmer", self.joined, 2), ("first", "I andra hand, efter", self.first, 1)
        )
        self.add_line(
            ("authors", "Inlämnat av partierna", self.authors, 2), ("handed_in", "Den", self.handed_in, 1)
        )
        self.add_line(("document", "Handlingen", self.document, 1))
        self.add_to_foot(self.more)
        self.kind.currentIndexChanged.connect(lambda _: self._fit())
        self.more.clicked.connect(lambda: self._show_more(shown=True))

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
        self._fill(self.document, (("", "–"), *choices.documents), shown.document_id or "")
        self.kind.set_value(shown.kind)
        self.words.set_blocks([Draft(BlockKind.CLAUSE, text, 1) for text in shown.clauses])
        formal = shown.clauses if shown.kind in _FORMAL else ()
        self.to.setText((*formal, "")[0])
        self.why.setText((*formal, "", "")[1])
        self.authors.setText(", ".join(shown.authors))
        self.handed_in.set_date(shown.handed_in)
        self.store.setText("Ändra" if motion is not None else "Lägg till")
        self._fit()
        self._show_more(shown=bool(shown.supporters or shown.second_hand_of or shown.authors))
        self.enter(self.who)

    def hand_over(self) -> None:
        """Give the yrkande as it is written."""
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

    def _fit(self) -> None:
        """Show the fields that a yrkande of this kind has."""
        kind = MotionKind(str(self.kind.value()))
        self.rows["on"].setVisible(kind in _SPEAKING and self.on.count() > 1)
        self.rows["words"].setVisible(kind not in (*_SPEAKING, *_FORMAL))
        self.rows["to"].setVisible(kind in _FORMAL)
        self.rows["why"].setVisible(kind is MotionKind.REMIT)
        self.to.setPlaceholderText("förvaltningen" if kind is MotionKind.REMIT else "nästa sammanträde")

    def _show_more(self, *, shown: bool) -> None:
        empty = {"first": self.first.count() < 2, "document": self.document.count() < 2}
        for name in ("joined", "first", "authors", "handed_in", "document"):
            self.rows[name].setVisible(shown and not empty.get(name, False))
        self.more.setVisible(not shown)

    def missing(self) -> str:
        """Say who is not known, or that nobody is named."""
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
            document_id=str(self.document.value() or "") or None,
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
