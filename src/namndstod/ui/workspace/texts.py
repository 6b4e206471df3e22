"""Texts of items and §§ in block editors that store what is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from namndstod.domain.findings.writing import PART_NAMES
from namndstod.domain.records import TextRole
from namndstod.domain.texts import Draft, Part
from namndstod.services.commands.secrecy import MarkText
from namndstod.services.commands.texts import WriteText
from namndstod.ui.kit.text_field import TextField

from .actions import Actions
from .writing_aid import TextAid

_ITEM, _SECTION = "item", "section"


class StoredText(TextField):
    """One part of an item or of a §, with its editor. What is typed is stored where it belongs."""

    def __init__(
        self,
        actions: Actions,
        role: TextRole,
        *,
        label: str = "",
        placeholder: str = "",
        min_lines: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            label or PART_NAMES[role],
            placeholder=placeholder,
            parse=_parse,
            min_lines=min_lines,
            parent=parent,
        )
        self.role = role
        self._actions = actions
        self._aid = TextAid(actions.aids, role, self)
        self.editor.set_aid(self._aid)
        self.editor.edited.connect(self._store)
        self.editor.marked.connect(self._mark)
        self.editor.undoRequested.connect(actions.undoRequested)
        self.editor.redoRequested.connect(actions.redoRequested)

    def show_item(self, item_id: str, drafts: Sequence[Draft]) -> None:
        """Show the text of an item; a cursor in it stays."""
        self._aid.in_minutes = False
        self.editor.set_blocks(drafts, f"{_ITEM}:{item_id}")

    def show_part(self, section_id: str, part: Part) -> None:
        """Show a part of a §, with the sign of who wrote it."""
        self._aid.in_minutes = True
        self.editor.set_blocks(part.drafts, f"{_SECTION}:{section_id}")
        if part.blank:
            self.set_no_source()
        else:
            self.set_source(part.source, differs=part.stale)

    def flush(self) -> None:
        """Store what is typed, at once."""
        self.editor.flush()

    def _store(self, subject: str, drafts: tuple[Draft, ...]) -> None:
        kind, _, owner = subject.partition(":")
        if kind == _ITEM:
            self._actions.do(WriteText(self.role, drafts, item_id=owner))
        elif kind == _SECTION:
            self._actions.do(WriteText(self.role, drafts, section_id=owner))

    def _mark(self, subject: str, drafts: tuple[Draft, ...]) -> None:
        kind, _, owner = subject.partition(":")
        item, section = (owner, None) if kind == _ITEM else (None, owner)
        self._actions.do(MarkText(self.role, drafts, item, section))

    def set_no_source(self) -> None:
        """Show no sign: there is nothing to have been written."""
        self._pill.set_text("")
        self.hide_compare()

    def hide_compare(self) -> None:
        """Offer no comparison: it is shown otherwise, or there is none."""
        self._compare.hide()


def _parse(html: str, text: str) -> Sequence[Draft]:
    """Make blocks of what is pasted; the reader of HTML is loaded at the first paste."""
    from namndstod.services.pasting import parse_pasted

    return parse_pasted(html, text)
