"""The window on small screens: it fits, and nothing lies outside it."""

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from namndstod.domain.findings import Step
from namndstod.domain.records import BodyKind, Role
from namndstod.services.commands.meetings import PlanMeeting
from namndstod.services.commands.register import ChangeTerm, CreateBody, MemberRow, TakeInMembers
from namndstod.services.commands.sitting import OpenMeeting
from namndstod.services.reading import bodies, meeting_view, meetings
from namndstod.services.usual import usual_customs
from namndstod.ui.frame import Frame
from namndstod.ui.kit.basics import Button
from namndstod.ui.kit.data_table import DataTable
from namndstod.ui.kit.theme import Theme
from namndstod.ui.kit.toast import Toast
from namndstod.ui.kit.tokens import Tone
from namndstod.ui.lines import Line

from .conftest import House

AT_150_PER_CENT = QSize(911, 470)  # 1366 × 768, less a title bar and a taskbar


@pytest.mark.parametrize("screen", [QSize(1366, 728), QSize(911, 485), QSize(1280, 1024)])
def test_a_screen_with_no_more_room_is_filled(qtbot: QtBot, screen: QSize) -> None:
    frame = Frame(False, lambda: None)
    qtbot.addWidget(frame)
    frame.fit(screen)
    assert frame.windowState() & Qt.WindowState.WindowMaximized
    # and when it is no longer maximised, a title bar and a frame still have room
    assert frame.width() < screen.width()
    assert frame.height() < screen.height() - 30
    assert frame.minimumWidth() <= frame.width()


def test_on_a_large_screen_the_window_is_as_large_as_wanted(qtbot: QtBot) -> None:
    frame = Frame(False, lambda: None)
    qtbot.addWidget(frame)
    frame.fit(QSize(1920, 1040))
    assert frame.size() == QSize(1366, 768)
    assert not frame.windowState() & Qt.WindowState.WindowMaximized


def outside(view: QWidget, window: QWidget) -> list[str]:
    """Names of what is worked with that is not wholly within the window, other than where one can scroll."""
    room = window.rect()
    found = []
    for widget in (*view.findChildren(QAbstractButton), *view.findChildren(QLineEdit)):
        rect = QRect(widget.mapTo(window, QPoint()), widget.size())
        if widget.isVisible() and (widget.visibleRegion().isEmpty() and not _scrolls(widget)):
            found.append(f"{widget.accessibleName()} is covered")
        if widget.isVisible() and not _scrolls(widget) and not room.contains(rect):
            found.append(f"{widget.accessibleName()} {rect.getRect()}")
        if isinstance(widget, Button) and widget.isVisible() and widget.width() < widget.sizeHint().width():
            found.append(f"{widget.accessibleName()} is cut off")
    return found


def _require_inside(house: House) -> None:
    """Layouts follow in later rounds of the event loop."""
    house.idle()

    def inside() -> None:
        assert outside(house.main, house.frame) == []

    house.qtbot.waitUntil(inside)


def _require_uncut(house: House, view: QWidget) -> None:
    """Layouts follow in later rounds of the event loop."""
    house.idle()

    def uncut() -> None:
        assert cut(view) == []

    house.qtbot.waitUntil(uncut)


def _scrolls(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is not None and (isinstance(parent, QScrollArea) or _scrolls(parent))


def test_everything_is_within_the_window_at_150_per_cent(house: House, theme: Theme) -> None:
    meeting = house.session.ask(meetings)[0].meeting
    main, frame = house.main, house.frame
    frame.resize(AT_150_PER_CENT)
    assert frame.size() == AT_150_PER_CENT
    assert main.rail.is_narrow()
    for key in ("overview", "meetings", "matters", "delegated", "register", "settings"):
        main.rail.chosen.emit(key)
        _require_inside(house)
    view = house.session.ask(meeting_view, meeting.id)
    for opened in (False, True):
        if opened:
            house.session.do(OpenMeeting(meeting.id, tuple(m.person_id for m in view.members)))
        for step in Step:
            main.open_meeting(meeting.id, step.value)
            _require_inside(house)
    main.open_meeting(meeting.id, Step.PAPERS.value)
    assert main.workspace is not None
    main.workspace.header.set_pills([("19 handlingar", Tone.NEUTRAL), ("110 sidor", Tone.NEUTRAL)])
    _require_inside(house)
    frame.resize(1366, 768)
    assert not main.rail.is_narrow()


def cut(view: QWidget) -> list[str]:
    """What of a view is cut off or lies where one has to scroll sideways."""
    found = [
        f"{area.accessibleName() or type(area).__name__} scrolls sideways"
        for area in view.findChildren(QScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum()
    ]
    for line in view.findChildren(Line):
        if line.isVisible():
            if "…" in "".join(map("".join, line.broken(line.width()))):
                found.append(f"{line.text()} is shortened")
            if line.height() < line.heightForWidth(line.width()):
                found.append(f"{line.text()} has no room")
    for table in filter(QWidget.isVisible, view.findChildren(DataTable)):
        found += [
            f"{column.title} is shortened in {table.accessibleName()}"
            for number, column in enumerate(table.table_model().columns)
            if column.stretch and table.columnWidth(number) < table.sizeHintForColumn(number)
        ]
    return found


def test_nothing_is_cut_at_150_per_cent(house: House) -> None:
    term = house.session.ask(bodies, date(2027, 5, 7))[0].term
    house.session.do(ChangeTerm(replace(term, name="Nämnden för skärgård och fiske")))
    since = date(2023, 1, 1)
    board = house.session.do(
        CreateBody("Styrelsen för fyrar", BodyKind.BOARD, 5, since, customs=usual_customs())
    ).result
    assert board is not None
    rows = (MemberRow("Anna-Karin", "Sandström Lindqvist", "M", Role.CHAIR),)
    house.session.do(TakeInMembers(board, rows, since))
    place = "Stora konferensrummet, Regionens hus, ingång C"
    house.session.do(PlanMeeting(board, date(2027, 5, 20), time(9, 30), time(16), place))
    house.frame.resize(AT_150_PER_CENT)
    for key in ("overview", "meetings", "matters", "delegated", "register", "settings"):
        house.main.rail.chosen.emit(key)
        _require_uncut(house, house.main.views[key])


@pytest.mark.parametrize("size", [QSize(1366, 748), AT_150_PER_CENT])
def test_a_message_hides_no_button_in_the_sitting(house: House, size: QSize) -> None:
    meeting = house.session.ask(meetings)[0].meeting
    view = house.session.ask(meeting_view, meeting.id)
    house.session.do(OpenMeeting(meeting.id, tuple(m.person_id for m in view.members)))
    house.frame.resize(size)
    house.main.open_meeting(meeting.id, Step.MEETING.value)
    house.frame.grab()
    QApplication.processEvents()  # the head has fewer words now, and is laid out anew
    toast = house.frame.findChild(Toast)
    assert toast is not None
    for text in ("Ångrade: klubba beslut", "Det finns inget förslag: skriv beslutet, och klubba med F5."):
        toast.show_message(text, action="Gör om", hint="Ctrl Y")
        under = [
            b.accessibleName()
            for b in house.main.findChildren(QAbstractButton)
            if b.isVisible() and QRect(b.mapTo(house.frame, QPoint()), b.size()).intersects(toast.geometry())
        ]
        assert under == []
