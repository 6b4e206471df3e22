"""What «Sök eller gör» (Ctrl+K) can do from everywhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from .palette import Act
from .workbooks_out import workbook_acts

if TYPE_CHECKING:
    from .main_window import MainWindow


def acts_of(window: MainWindow) -> list[Act]:
    """Return the actions in the order in which they are offered."""
    from .main_window import ASKS, ENTRIES

    more = (*window.pages.acts(), *window.delegation.acts(), *workbook_acts(window.show_view))
    return [
        Act("Nytt sammanträde", "Ctrl N", window.new_meeting),
        *(Act(text, "", run) for text, run in more),
        Act("Ny nämnd", "", window.new_body),
        Act("Klistra in lista över förtroendevalda", "", window.paste_members),
        Act("Ångra", "Ctrl Z", window.undoing.undo),
        Act("Gör om", "Ctrl Y", window.undoing.redo),
        *(Act(e.text, "", partial(window.show_view, e.key)) for e in ENTRIES if e.key not in ASKS),
        Act("Handbok: sök och läs", "F1", partial(window.handbookRequested.emit, "")),
        Act("Om Nämndstöd: version, felrapporter och licenser", "", window.aboutRequested.emit),
        Act("Stäng pärmen", "", window.closeBinderRequested.emit),
    ]
