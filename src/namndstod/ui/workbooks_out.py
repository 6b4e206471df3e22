"""«Spara som Excel»: a button with what a page can give as a workbook, made while one goes on working."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from namndstod.domain.exports import ExportKind

from .kit.basics import Button, ButtonKind
from .kit.theme import font
from .kit.tokens import Type

if TYPE_CHECKING:
    from .view import View
    from .workspace.actions import Actions
    from .workspace.exporting import Exporter

MAKING: Final = "Arbetsboken görs …"
_PAGES: Final = (
    ("delegated", "Spara delegationsbesluten som Excel"),
    ("meetings", "Spara sammanträden eller beslut som Excel"),
    ("register", "Spara förtroendevalda som Excel"),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A workbook to be had: what the menu calls it, and what it holds. Without `body_id` it is of all."""

    text: str
    kind: ExportKind
    body_id: str | None
    body_name: str
    first: date | None = None
    last: date | None = None
    public: bool = False
    only: tuple[str, ...] | None = None  # ids of the delegated decisions; None: all in the period
    more: str = ""  # what ends the file's name
    meeting_id: str = ""  # of a delegationslista


Offers = Sequence[Sequence[Offer]]
"""Groups of a menu, with a line between."""


class WorkbooksOut(QObject):
    """The button and its menu; `offered` says what there is when the menu opens."""

    def __init__(self, actions: Actions, owner: QWidget, offered: Callable[[], Offers]) -> None:
        super().__init__(owner)
        self._actions = actions
        self._owner = owner
        self._offered = offered
        self._exporter: Exporter | None = None
        self.button = Button("Spara som Excel", ButtonKind.QUIET)
        self.button.setToolTip("Det som sidan visar, som arbetsbok med filter, summor och riktiga datum")
        self.menu = QMenu(self.button)
        self.menu.setFont(font(Type.BODY))
        self.button.clicked.connect(self.open)

    def open(self) -> None:
        """Show what can be had, below the button; what is alone is saved at once."""
        self.menu.clear()
        groups = self._offered()
        if len(every := [offer for group in groups for offer in group]) == 1:
            self.save(every[0])
            return
        for at, group in enumerate(groups):
            if at and group:
                self.menu.addSeparator()
            for offer in group:
                self.menu.addAction(f"{offer.text} …", partial(self.save, offer))
        if self.menu.isEmpty():
            self._actions.toast("Här finns inget att spara än.")
            return
        self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height() + 4)))

    def save(self, offer: Offer) -> None:
        """Ask where, then write the workbook beside what goes on."""
        from namndstod.services.exporting import export_stem, make_export, make_list
        from namndstod.services.reading import meeting_view

        from .workspace.exporting import Exporter

        if self._exporter is None:
            self._exporter = Exporter(self._actions, self._owner)
        session = self._actions.session

        def make() -> bytes:
            if offer.meeting_id:
                return make_list(session, session.ask(meeting_view, offer.meeting_id))
            return make_export(
                session,
                offer.kind,
                offer.body_id,
                offer.first,
                offer.last,
                public=offer.public,
                only=offer.only,
            )

        stem = export_stem(offer.kind, offer.body_name, offer.more)
        self._exporter.save_file(stem, "xlsx", make, begun=MAKING)


def workbook_acts(show_view: Callable[[str], View]) -> tuple[tuple[str, Callable[[], None]], ...]:
    """Return the actions of «Sök eller gör»: go to the page and open its menu."""

    def opener(key: str) -> Callable[[], None]:
        def act() -> None:
            found = getattr(show_view(key), "workbooks", None)
            if isinstance(found, WorkbooksOut):
                found.open()

        return act

    return tuple((text, opener(key)) for key, text in _PAGES)
