"""The sheet for a new ärende, before the meeting and during it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtWidgets import QWidget

from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import ItemKind
from namndstod.ui.kit.dialogs import FormSheet
from namndstod.ui.kit.fields import Combo, LineEdit
from namndstod.ui.kit.names_field import Name, NamesField

from .presenting import KINDS

Add = Callable[[str, ItemKind, str, str | None], object]


class NewItemSheet(FormSheet):
    """Asks for heading, kind and diarienummer; `add(title, kind, diary_number, raised_by)` makes the ärende.

    `names` are those who can raise one at the meeting (KL 4:20); without them nobody is asked for.
    """

    def __init__(self, parent: QWidget, add: Add, names: Sequence[Name] = ()) -> None:
        super().__init__(parent, "Nytt ärende", self._submit, ok="Lägg till")
        self._add = add
        self.title = LineEdit(placeholder="Ärendets rubrik")
        self.kind = Combo(tuple(KINDS.items()))
        self.diary = LineEdit()
        self.form.add("title", "Rubrik", self.title)
        self.form.add_beside(("kind", "Slag", self.kind), ("diary_number", "Diarienummer", self.diary))
        self.raised_by = NamesField("några bokstäver av namnet")
        self.raised_by.set_names(names)
        if names:
            self.form.add(
                "raised_by",
                "Väckt på sammanträdet av",
                self.raised_by,
                "En ledamot får väcka ett ärende som inte står på listan (KL 4 kap. 20 §).",
                optional=True,
            )
        self.kind.set_value(ItemKind.DECISION)
        self.title.setFocus()

    def _submit(self) -> None:
        title = self.title.text().strip()
        if not title:
            raise RuleBroken("Skriv en rubrik.", field="title")
        self.raised_by.complete_first()
        if self.raised_by.unknown():
            raise RuleBroken("Namnet finns inte bland dem som tjänstgör.", field="raised_by")
        raised_by = (*self.raised_by.chosen(), None)[0]
        self._add(title, ItemKind(cast(str, self.kind.value())), self.diary.text().strip(), raised_by)


class HeadingSheet(FormSheet):
    """Asks for the heading of a § without an item; `add(heading)` makes it."""

    def __init__(self, parent: QWidget, add: Callable[[str], object]) -> None:
        super().__init__(parent, "Ny paragraf utan ärende", self._submit, ok="Lägg till")
        self._add = add
        self.heading = LineEdit(placeholder="Till exempel Ordningsfråga")
        self.form.add("heading", "Rubrik", self.heading)
        self.heading.setFocus()

    def _submit(self) -> None:
        heading = self.heading.text().strip()
        if not heading:
            raise RuleBroken("Skriv en rubrik.", field="heading")
        self._add(heading)
