"""Delegationsbeslut, and the pages that it leads to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ..main_window import MainWindow
    from ..palette import Act
    from ..view import View


class DelegationPages(QObject):
    """Builds the pages at their first use and goes between them."""

    KEYS: ClassVar[frozenset[str]] = frozenset({"delegated", "delegated_order", "delegated_intake"})

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def acts(self) -> list[tuple[str, Callable[[], object]]]:
        """What «Sök eller gör» offers."""
        return [
            ("Delegationsordning: punkter, delegater och gränser", self.show_order),
            ("Läs in delegationsbeslut från Excel", self.read_list),
            ("Nytt ordförandebeslut", self.write_urgent),
        ]

    def looking_for(self, words: str) -> Act:
        """Return what looks for decisions: they may be a hundred thousand, which the register is made for."""
        from ..palette import Act

        return Act(f"Sök ”{words}” bland delegationsbesluten", "", lambda: self._look_for(words))

    def _look_for(self, words: str) -> None:
        from .register import DelegatedView

        view = self._window.show_view("delegated")
        if isinstance(view, DelegatedView):
            view.go_home()
            view.bar.clear()
            view.filter.setText(words)

    def build(self, key: str) -> View:
        """Return a page, new."""
        if key == "delegated":
            from .register import DelegatedView

            register = DelegatedView(self._window.actions_, self._window.memory.splits)
            register.orderRequested.connect(self.show_order)
            register.listBrought.connect(self.read_list)
            return register
        if key == "delegated_intake":
            from .intake_page import DelegatedIntakeView

            intake = DelegatedIntakeView(self._window.actions_, self._window.memory.splits)
            intake.left.connect(self._back)
            intake.taken.connect(lambda _: self._back())
            return intake
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

    def read_list(self, path: str = "", body_id: str = "") -> None:
        """Read a list of decisions, or ask for one."""
        from .intake_page import DelegatedIntakeView

        view = self._window.show_view("delegated_intake")
        if not isinstance(view, DelegatedIntakeView):
            return
        if path:
            view.begin(Path(path), body_id)
        else:
            view.ask_for_list(body_id)

    def show_decisions(self, body_id: str, decision_id: str = "") -> None:
        """Show what a body's delegates have decided that is not reported, or one decision."""
        if decision_id:
            self.show_decision(body_id, decision_id)
            return
        from namndstod.domain.delegation_standing import Standing

        from .register import DelegatedView

        view = self._window.show_view("delegated")
        if isinstance(view, DelegatedView):
            view.choose_body(body_id)
            view.bar.want_standing(Standing.UNREPORTED)

    def show_decision(self, body_id: str, decision_id: str) -> None:
        """Show one decision in its register."""
        from .register import DelegatedView

        view = self._window.show_view("delegated")
        if isinstance(view, DelegatedView):
            view.choose_decision(body_id, decision_id)

    def write_urgent(self) -> None:
        """Ask for a new ordförandebeslut."""
        from .register import DelegatedView

        view = self._window.show_view("delegated")
        if isinstance(view, DelegatedView):
            view.add_urgent()

    def _back(self) -> None:
        self._window.show_view("delegated")
