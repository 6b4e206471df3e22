"""What is not installed, on any system."""

import re

import pytest

from installer import product
from installer.leave_out import NEVER_SHIPPED, QT_MODULES, reason_to_leave_out


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt6Pdf.dll", "PySide6/QtPdf.pyd", "PySide6/Qt6Network.dll",
        "PySide6/plugins/platforms/qwindows.dll", "PySide6/plugins/styles/qmodernwindowsstyle.dll",
        "PySide6/translations/qtbase_sv.qm", "PySide6/pyside6.abi3.dll", "PySide6/msvcp140.dll",
        "shiboken6/shiboken6.abi3.dll", "shiboken6/Shiboken.pyd",
        "PySide6/Qt/lib/libQt6XcbQpa.so.6", "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/QtWidgets.abi3.so", "PySide6/Qt/lib/libicudata.so.73",
        "PySide6/Qt/translations/qtbase_sv.qm", "PySide6/__init__.py", "reportlab/fonts/Vera.ttf",
        "lxml/etree.cp311-win_amd64.pyd", "sqlalchemy/orm/session.py",
        "reportlab-5.1.0.dist-info/licenses/LICENSE.txt", "tzdata/zoneinfo/Europe/Stockholm",
    ],
)  # fmt: skip
def test_what_the_program_needs_is_kept(path: str) -> None:
    assert reason_to_leave_out(path) == ""


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt6Quick.dll", "PySide6/QtQml.pyd", "PySide6/Qt/lib/libQt6Qml.so.6",
        "PySide6/opengl32sw.dll", "PySide6/designer.exe", "PySide6/translations/qtbase_de.qm",
        "PySide6/plugins/sqldrivers/qsqlite.dll", "PySide6/QtCore.pyi", "PySide6/pyside6.abi3.lib",
        "lxml/includes/libxml/tree.pxd", "certifi/tests/x.py", "reportlab/fonts/DarkGardenMK.pfb",
        "PIL/_avif.cp311-win_amd64.pyd",
    ],
)  # fmt: skip
def test_what_it_does_not_need_is_left_out(path: str) -> None:
    assert reason_to_leave_out(path)


def test_every_part_of_qt_that_the_program_imports_is_kept() -> None:
    source = "".join(path.read_text("utf-8") for path in (product.ROOT / "src").rglob("*.py"))
    used = set(re.findall(r"(?:from|import) PySide6\.Qt(\w+)", source))
    used |= {
        name
        for line in re.findall(r"from PySide6 import (.*)", source)
        for name in re.findall(r"Qt(\w+)", line)
    }
    assert "Widgets" in used
    assert used <= set(QT_MODULES)


def test_what_may_not_be_shipped_has_no_exception() -> None:
    for pattern in NEVER_SHIPPED:
        assert reason_to_leave_out(pattern.replace("*", "MK.pfb"))
