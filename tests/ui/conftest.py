"""Tests of the window run offscreen, dressed as the program, and leave no dialog open."""

import os
from collections.abc import Callable, Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from namndstod.ui.kit.theme import Scheme, Theme

TypeText = Callable[[QWidget, str], None]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says of itself that it has no window manager; everything else fails a test."""
    for item in items:
        if __package__ and item.nodeid.startswith(__package__.replace(".", "/")):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(scope="session")
def session_theme(qapp: QApplication) -> Theme:
    return Theme(qapp, Scheme.LIGHT)


@pytest.fixture
def theme(session_theme: Theme) -> Iterator[Theme]:
    """The application dressed in light, and light again afterwards."""
    session_theme.set_scheme(Scheme.LIGHT)
    yield session_theme
    session_theme.set_scheme(Scheme.LIGHT)


@pytest.fixture(autouse=True)
def nothing_copied(qapp: QApplication) -> None:
    """The clipboard is everybody's: a test begins with nothing on it."""
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def no_dialog_left_open() -> Iterator[None]:
    yield
    left = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    for dialog in left:
        dialog.close()
    assert not left, f"left open: {[dialog.windowTitle() for dialog in left]}"


@pytest.fixture
def type_text() -> TypeText:
    """Type into a widget, character by character. qtbot.keyClicks aborts the process on ä, ö and –."""

    def type_into(widget: QWidget, text: str) -> None:
        for character in text:
            key = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab, " ": Qt.Key.Key_Space}.get(
                character, Qt.Key.Key_unknown
            )
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
                QApplication.sendEvent(widget, event)

    return type_into
