"""Keeps PySide6 6.12 alive on Python 3.11, and from reading our sources.

PySide6 6.12.0 was built as if None, True and False were immortal, which they are from Python 3.12 on. On 3.11
each call that returns one of them takes a reference too many, and after some thousands of calls the process
aborts («none_dealloc»). A reference count that can't be used up makes them immortal here too.

It also reads the source of every module that is imported after it, ours or not, and looks for its own name
there: `from __feature__ import …` renames Qt's methods in modules that use Qt, and in no other. Nobody here
asks for that, and the reading is a twentieth of the time until the window can be used.
"""

from __future__ import annotations

import ctypes
import sys
from types import ModuleType

_PLENTY = 1 << 40


def hold_singletons() -> None:
    """Make None, True and False immortal where Python does not do it itself. Harmless to call again."""
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    for singleton in (None, True, False):
        if sys.getrefcount(singleton) < _PLENTY // 2:
            # The count is the first field of every object of CPython 3.11.
            ctypes.c_ssize_t.from_address(id(singleton)).value += _PLENTY


def read_no_sources() -> None:
    """Answer for PySide that no module asks for its features, without a look. Harmless to call again."""
    import PySide6.QtCore  # noqa: F401 (which begins with the reading)

    feature = sys.modules.get("shibokensupport.feature")  # inside PySide's own library
    if feature is not None and hasattr(feature, "_mod_uses_pyside"):
        vars(feature)["_mod_uses_pyside"] = _uses_no_features


def _uses_no_features(_: ModuleType) -> bool:
    return False
