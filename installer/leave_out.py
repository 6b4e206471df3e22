"""What is not installed, one list for every system: what is never loaded, and what may not go along.

Paths are relative to the folder of the packages (site-packages), with slashes. A part of Qt is left out
unless the program, or a part that is kept, needs it; the build for Windows proves afterwards that every
library finds what it imports.
"""

from __future__ import annotations

from fnmatch import fnmatchcase

QT_MODULES = ("Core", "Gui", "Network", "Pdf", "PrintSupport", "Svg", "Widgets")
"""Parts of Qt that the program imports (a test sees to that), and that these are linked with."""

QT_LINUX = (
    "DBus",
    "OpenGL",
    "WaylandClient",
    "WaylandEglClientHwIntegration",
    "WlShellIntegration",
    "XcbQpa",
)
"""Parts that those of Linux are linked with: the desktop's own dialogs, X11 and Wayland."""

QT_PLUGINS = (
    "iconengines/*qsvgicon.*",
    "imageformats/*qgif.*",
    "imageformats/*qico.*",
    "imageformats/*qjpeg.*",
    "imageformats/*qsvg.*",
    "imageformats/*qtiff.*",
    "imageformats/*qwebp.*",
    "platforminputcontexts/*composeplatforminputcontextplugin.*",
    "platforminputcontexts/*ibusplatforminputcontextplugin.*",
    "platforms/*qcocoa.*",
    "platforms/*qoffscreen.*",  # --self-test where there is no screen
    "platforms/*qwayland*",
    "platforms/*qwindows.*",
    "platforms/*qxcb.*",
    "platformthemes/*qgtk3.*",
    "platformthemes/*qxdgdesktopportal.*",
    "printsupport/*cupsprintersupport.*",
    "styles/*qmacstyle.*",
    "styles/*qmodernwindowsstyle.*",
    "wayland-decoration-client/*",
    "wayland-graphics-integration-client/*",
    "wayland-shell-integration/*",
    "xcbglintegrations/*",
)

_QT = ("PySide6/", "PySide6/Qt/")  # Windows, the others
KEEP = (
    *(f"PySide6/Qt{name}.*{end}" for name in QT_MODULES for end in ("pyd", "so")),
    *(f"PySide6/Qt6{name}.dll" for name in QT_MODULES),
    *(f"PySide6/Qt/lib/libQt6{name}.so*" for name in (*QT_MODULES, *QT_LINUX)),
    *(f"PySide6/Qt/lib/Qt{name}.framework/*" for name in (*QT_MODULES, "DBus")),
    *(f"{root}plugins/{plugin}" for root in _QT for plugin in QT_PLUGINS),
    *(f"{root}translations/qtbase_sv.qm" for root in _QT),
    "PySide6/Qt/lib/libicu*",
    "PySide6/pyside6.abi3.dll",
    "PySide6/libpyside6.abi3.*",
)
"""Kept although a pattern below fits."""

NEVER_SHIPPED = ("reportlab/fonts/DarkGarden*",)
"""May not be shipped at all, whatever is decided of the rest: a sample font under the GPL."""

LEAVE_OUT: tuple[tuple[str, str], ...] = (
    *((pattern, "GPL, and not used") for pattern in NEVER_SHIPPED),
    ("PySide6/Qt[A-Z]*.pyd", "part of Qt that is not used"),
    ("PySide6/Qt[A-Z]*.so", "part of Qt that is not used"),
    ("PySide6/Qt6*.dll", "part of Qt that is not used"),
    ("PySide6/Qt/lib/*", "part of Qt that is not used"),
    ("PySide6/*pyside6qml*", "part of Qt that is not used"),
    ("PySide6/*plugins/*", "plugin that is not used"),
    ("PySide6/*translations/*", "the program speaks Swedish"),
    ("PySide6/*qml/*", "QML is not used"),
    ("PySide6/*resources/*", "belongs to the web engine"),
    ("PySide6/*libexec/*", "tool for developers"),
    ("PySide6/Qt/bin/*", "tool for developers"),
    ("PySide6/*.exe", "tool for developers"),
    ("PySide6/*.app/*", "tool for developers"),
    ("PySide6/lupdate", "tool for developers"),
    ("PySide6/lrelease", "tool for developers"),
    ("PySide6/qml*", "tool for developers"),
    ("PySide6/assistant", "tool for developers"),
    ("PySide6/designer", "tool for developers"),
    ("PySide6/linguist", "tool for developers"),
    ("PySide6/svgtoqml", "tool for developers"),
    ("PySide6/balsam*", "tool for developers"),
    ("PySide6/PySide6_*.json", "for developers"),
    ("PySide6/doc/*", "for developers"),
    ("PySide6/glue/*", "for developers"),
    ("PySide6/include/*", "for developers"),
    ("PySide6/lib/*", "for developers"),
    ("PySide6/metatypes/*", "for developers"),
    ("PySide6/Qt/metatypes/*", "for developers"),
    ("PySide6/scripts/*", "for developers"),
    ("PySide6/typesystems/*", "for developers"),
    ("PySide6/opengl32sw.dll", "drawing in software for OpenGL, which the window does not use"),
    ("PySide6/v?omp140.dll", "run-time library that nothing imports"),
    ("PySide6/vcamp140.dll", "run-time library that nothing imports"),
    ("PySide6/vccorlib140.dll", "run-time library that nothing imports"),
    ("PySide6/concrt140.dll", "run-time library that nothing imports"),
    ("PySide6/msvcp140_codecvt_ids.dll", "run-time library that nothing imports"),
    ("shiboken6/include/*", "for developers"),
    ("shiboken6/lib/cmake/*", "for developers"),
    ("PySide6/support/generate_pyi.py", "for developers"),
    ("shiboken6/v*140*.dll", "the same library as in PySide6"),
    ("shiboken6/concrt140.dll", "the same library as in PySide6"),
    ("shiboken6/msvcp140*.dll", "the same library as in PySide6"),
    ("shiboken6_generator/*", "for developers"),
    ("PIL/_avif.*", "a picture format that is not taken in"),
    ("pillow.libs/libavif*", "a picture format that is not taken in"),
    ("PIL/_imagingtk.*", "Tk is not used"),
    ("lxml/objectify*", "part of lxml that is not used"),
    ("lxml/html/_diff*", "part of lxml that is not used"),
    ("lxml/html/diff*", "part of lxml that is not used"),
    ("lxml/includes/*", "for developers"),
    ("sqlalchemy/testing/*", "tests"),
    ("alembic/testing/*", "tests"),
    ("mako/testing/*", "tests"),
    ("certifi/tests/*", "tests"),
    ("*/tests/*", "tests"),
    ("*.pyi", "types, for developers"),
    ("*/py.typed", "types, for developers"),
    ("*.pyx", "source of what is compiled"),
    ("*.pxd", "source of what is compiled"),
    ("*.pxi", "source of what is compiled"),
    ("*.lib", "for linking"),
    ("*.obj", "for linking"),
    ("*.cpp", "source of what is compiled"),
)
"""Patterns (fnmatch; * also matches slashes) with the reason."""


def reason_to_leave_out(path: str) -> str:
    """Return why the file at `path` (in site-packages, with slashes) is left out; "" = it is kept."""
    for pattern in NEVER_SHIPPED:
        if fnmatchcase(path, pattern):
            return LEAVE_OUT[0][1]
    if any(fnmatchcase(path, pattern) for pattern in KEEP):
        return ""
    return next((reason for pattern, reason in LEAVE_OUT if fnmatchcase(path, pattern)), "")
