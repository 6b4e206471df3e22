"""The handbook over the window: contents and search at the left, the chapter beside it. Esc goes back."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from namndstod.services.handbook import Found, Section, handbook
from namndstod.ui.kit.basics import Button, ButtonKind, Hairline, Label, announce
from namndstod.ui.kit.fields import LineEdit
from namndstod.ui.kit.header import PageHeader
from namndstod.ui.kit.item_list import ItemList
from namndstod.ui.kit.item_model import ItemRow
from namndstod.ui.kit.rail import Rail
from namndstod.ui.kit.theme import set_area
from namndstod.ui.kit.tokens import Type

from .text import HandbookText

_ASIDE = 268  # width of contents and hits
_NARROW_ASIDE = 220
_NARROW = 900  # width below which they are narrower
_DEEPEST = 2  # level of the headings that stand in the contents


class HandbookPane(QWidget):
    """Lies over everything but the rail, so that what one was doing stays as it was."""

    closed = Signal()

    def __init__(self, frame: QWidget) -> None:
        super().__init__(frame)
        self._frame = frame
        self._book = handbook()
        self._back_to: QWidget | None = None
        self._before: list[Section] = []
        self._after: list[Section] = []
        self._here: Section | None = None
        self._found: dict[str, Section] = {}
        set_area(self, "surface")
        self.setAccessibleName("Handbok")
        self.search = LineEdit("", "Sök i handboken")
        self.search.setAccessibleName("Sök i handboken")
        self.contents = ItemList("Handbokens innehåll", number_width=26)
        self.nothing = Label(
            "Inget hittades. Pröva ett annat eller ett kortare ord.", tone="muted", wrap=True
        )
        self.nothing.setContentsMargins(16, 8, 12, 8)
        self.text = HandbookText()
        self.back = Button(kind=ButtonKind.QUIET, icon="chevron-left", name="Tillbaka", hint="Alt ←")
        self.forward = Button(kind=ButtonKind.QUIET, icon="chevron-right", name="Framåt", hint="Alt →")
        self.close_ = Button("Stäng handboken", hint="Esc")
        self._lay_out()
        self._wire()
        self.hide()

    def _lay_out(self) -> None:
        header = PageHeader("Handbok", "F1 öppnar den på det ställe som hör till det du ser")
        for button in (self.back, self.forward, self.close_):
            header.add_action(button)
        self._aside = QWidget()
        set_area(self._aside, "background")
        beside = QVBoxLayout(self._aside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        field = QVBoxLayout()
        field.setContentsMargins(14, 12, 14, 10)
        field.setSpacing(4)
        field.addWidget(self.search)
        self._count = Label("Ctrl F", Type.SMALL, "muted")
        field.addWidget(self._count)
        beside.addLayout(field)
        beside.addWidget(self.nothing)
        beside.addWidget(self.contents, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._aside)
        row.addWidget(Hairline(Qt.Orientation.Vertical))
        row.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addLayout(row, 1)

    def _wire(self) -> None:
        self.search.textChanged.connect(self._search)
        self.contents.currentIdChanged.connect(self._choose)
        self.contents.clicked.connect(lambda _: self._choose(self.contents.current_id() or ""))
        self.contents.activatedId.connect(lambda _: self.text.setFocus())
        self.text.followed.connect(self._follow)
        self.back.clicked.connect(self.go_back)
        self.forward.clicked.connect(self.go_forward)
        self.close_.clicked.connect(self.dismiss)

    # --- opening and closing

    def open_at(self, place: str) -> None:
        """Show a place; what had the focus gets it back when the handbook closes."""
        if not self.isVisible():
            self._back_to = self._frame.focusWidget()
            self.cover()
            self.show()
            self.raise_()
            application = QApplication.instance()
            if application is not None:
                application.installEventFilter(self)
        self.search.clear()
        found = self._book.place(place) or self._book.chapters[0].sections[0]
        self.go_to(found)
        self.text.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Close and give the focus back."""
        self.leave()
        self.closed.emit()
        if self._back_to is not None and shiboken6.isValid(self._back_to):
            self._back_to.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Close, and let the focus be where it is."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self.hide()

    # --- going about

    def go_to(self, section: Section, *, remember: bool = True) -> None:
        """Show a section; from where one was leads «Tillbaka»."""
        chapter = self._book.chapter(section.chapter)
        if chapter is None:
            return
        if remember and self._here is not None and self._here != section:
            self._before.append(self._here)
            self._after.clear()
        self._here = section
        self.text.show_chapter(chapter)
        self.text.go_to_heading(section.number)
        if not self.search.text():
            self._show_contents()
        self._show_ways()

    def go_back(self) -> None:
        """Go to where one was before."""
        if self._before and self._here is not None:
            self._after.append(self._here)
            self.go_to(self._before.pop(), remember=False)

    def go_forward(self) -> None:
        """Go to where one went back from."""
        if self._after and self._here is not None:
            self._before.append(self._here)
            self.go_to(self._after.pop(), remember=False)

    def _show_ways(self) -> None:
        self.back.setEnabled(bool(self._before))
        self.forward.setEnabled(bool(self._after))

    def _follow(self, link: str) -> None:
        here = self._here.chapter if self._here is not None else ""
        found = self._book.place(f"{here}{link}" if link.startswith("#") else link)
        if found is not None:
            self.search.clear()
            self.go_to(found)

    # --- contents and hits

    def _search(self) -> None:
        text = self.search.text().strip()
        if not text:
            self._show_contents()
            return
        found = self._book.find(text)
        self._show_rows([(f.section, self._hit(f)) for f in found], "")
        self._say(f"{len(found)} {'ställe' if len(found) == 1 else 'ställen'}")
        if not found:
            announce(self, self.nothing.text())
        self.nothing.setVisible(not found)

    def _hit(self, found: Found) -> ItemRow:
        number = next(n for n, c in enumerate(self._book.chapters, 1) if c.key == found.section.chapter)
        return ItemRow(_id(found.section), str(number), found.section.title, found.piece)

    def _show_contents(self) -> None:
        """Show the chapters, and the headings of the one that is read."""
        here = self._here
        rows = []
        for number, chapter in enumerate(self._book.chapters, 1):
            first = chapter.sections[0]
            rows.append((first, ItemRow(_id(first), str(number), chapter.title)))
            if here is not None and chapter.key == here.chapter:
                rows += [
                    (s, ItemRow(_id(s), "·", s.title)) for s in chapter.sections[1:] if s.level == _DEEPEST
                ]
        self._show_rows(rows, _id(self._listed(here)) if here is not None else "")
        self._say("Ctrl F")
        self.nothing.hide()

    def _listed(self, section: Section) -> Section:
        """Return the section of the contents under which a deeper one stands."""
        chapter = self._book.chapter(section.chapter)
        above = chapter.sections[: section.number + 1] if chapter is not None else (section,)
        return next((s for s in reversed(above) if s.level <= _DEEPEST), section)

    def _show_rows(self, rows: list[tuple[Section, ItemRow]], current: str) -> None:
        self._found = {row.id: section for section, row in rows}
        self.contents.blockSignals(True)  # what is shown is not chosen
        self.contents.set_rows([row for _, row in rows])
        self.contents.setCurrentIndex(QModelIndex())
        if current:
            self.contents.set_current_id(current)
        self.contents.blockSignals(False)

    def _choose(self, row_id: str) -> None:
        section = self._found.get(row_id)
        if section is None:
            return
        self.go_to(section)
        if words := self.search.text().strip():
            self.text.mark(words)

    def _say(self, text: str) -> None:
        self._count.setText(text)

    # --- keys

    def event(self, event: QEvent) -> bool:
        """No key of the window below does anything while the handbook lies over it."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close, search, go back and forth."""
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_F1 or (key == Qt.Key.Key_Escape and not self.search.text()):
            self.dismiss()
        elif key == Qt.Key.Key_Escape:
            self.search.clear()
            self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif control and key == Qt.Key.Key_F:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()
        elif alt and key == Qt.Key.Key_Left:
            self.go_back()
        elif alt and key == Qt.Key.Key_Right:
            self.go_forward()
        elif self.search.hasFocus() and key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_first(stay=key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _take_first(self, *, stay: bool) -> None:
        """Go from the field to the first hit, or with Enter to its text."""
        model = self.contents.model()
        if model.rowCount():
            if self.search.text().strip():
                self.contents.setCurrentIndex(model.index(0, 0))
            (self.contents if stay else self.text).setFocus(Qt.FocusReason.TabFocusReason)

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Stay in the handbook: what lies under it cannot be seen."""
        stops: list[QWidget] = [self.search, self.contents, self.text, self.back, self.forward, self.close_]
        stops = [s for s in stops if s.isEnabled()]
        focus = self.focusWidget()
        at = next((i for i, s in enumerate(stops) if s is focus), 0)
        stops[(at + (1 if next_ else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window, and close when something beside the handbook is clicked."""
        if event.type() is QEvent.Type.Resize and watched in (self._frame, self._frame.findChild(Rail)):
            self.cover()
        elif event.type() is QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            beside = watched is not self and not self.isAncestorOf(watched)
            if beside and watched.window() is self._frame:
                self.leave()
        return False

    def cover(self) -> None:
        """Lie over all of the window but its rail."""
        rail = self._frame.findChild(Rail)
        left = rail.width() if rail is not None and rail.isVisible() else 0
        self.setGeometry(left, 0, self._frame.width() - left, self._frame.height())
        self._aside.setFixedWidth(_NARROW_ASIDE if self.width() < _NARROW else _ASIDE)


def _id(section: Section) -> str:
    return f"{section.chapter}#{section.number}"
