"""Keeps PySide6 6.12 alive on Python 3.11.

PySide6 6.12.0 was built as if None, True and False were immortal, which they are from Python 3.12 on. On 3.11
each call that returns one of them takes a reference too many, and after some thousands of calls the process
aborts («none_dealloc»). A reference count that can't be used up makes them immortal here too.
"""

from __future__ import annotations

import ctypes
import sys

_PLENTY = 1 << 40


def hold_singletons() -> None:
    """Make None, True and False immortal where Python does not do it itself. Harmless to call again."""
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    for singleton in (None, True, False):
        if sys.getrefcount(singleton) < _PLENTY // 2:
            # The count is the first field of every object of CPython 3.11.
            ctypes.c_ssize_t.from_address(id(singleton)).value += _PLENTY
