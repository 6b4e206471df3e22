"""The pages that Delegationsbeslut leads to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ..main_window import MainWindow
    from ..view import View
    from .register import DelegatedView


class DelegationPages(QObject):
    """Builds the pages at their first use and goes between them."""

    KEYS: ClassVar[frozenset[str]] = frozenset({"delegated_order"})

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def acts(self) -> list[tuple[str, Callable[[], object]]]:
        """What «Sök eller gör» offers."""
        return [("Delegationsordning: punkter, delegater och gränser", self.show_order)]

    def wire(self, register: DelegatedView) -> None:
        """Let the register lead here."""
        register.orderRequested.connect(self.show_order)

    def build(self, key: str) -> View:
        """Return a page, new."""
        from .order_page import OrderView

        order = OrderView(self._window.actions_, self._window.memory.splits)
        order.left.connect(self._back)
        return order

    def show_order(self, body_id: str = "") -> None:
        """Show the delegationsordning of a body, or of the one that was shown last."""
        from .order_page import OrderView

        view = self._window.show_view("delegated_order")
        if isinstance(view, OrderView) and body_id:
            view.choose_body(body_id)

    def _back(self) -> None:
        self._window.show_view("delegated")
