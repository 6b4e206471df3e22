"""The context menu of the block editor, in the words of the program."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from .text_marking import KEYS, NAMES

if TYPE_CHECKING:
    from .text_editor import BlockEditor

Entry = tuple[str, str, Callable[[], object] | None, bool]


def edit_menu(editor: BlockEditor) -> QMenu:
    """Return a menu of what can be done with the text; it is gone when it is closed."""
    menu = QMenu(editor)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    chosen = editor.textCursor().hasSelection()
    writable = not editor.isReadOnly()
    entries: tuple[Entry, ...] = (
        ("Klipp ut", "Ctrl+X", editor.cut, chosen and writable),
        ("Kopiera", "Ctrl+C", editor.copy, chosen),
        ("Klistra in", "Ctrl+V", editor.paste, writable and editor.canPaste()),
        ("", "", None, True),
        ("Fet", "Ctrl+B", partial(editor.emphasise, strong=True), writable),
        ("Kursiv", "Ctrl+I", partial(editor.emphasise, strong=False), writable),
        *((NAMES[k], KEYS[k], partial(editor.mark, k), chosen) for k in NAMES),
        ("", "", None, True),
        ("Markera allt", "Ctrl+A", editor.selectAll, True),
    )
    for text, keys, run, enabled in entries:
        if run is None:
            menu.addSeparator()
            continue
        action = menu.addAction(f"{text}\t{keys}")
        action.setEnabled(enabled)
        action.triggered.connect(lambda _=False, run=run: run())
    return menu
