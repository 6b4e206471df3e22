"""Where the program keeps what is its own: settings and logs, each where its system wants them.

Never beside the program, which may lie where nobody writes, and never in a binder. Without Qt, so that it can
be told before anything else is loaded.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

NAME = "Namndstod"


def settings_folder() -> Path:
    """Return the folder of the person's settings and own words."""
    if sys.platform == "win32":
        return _base("APPDATA", "AppData/Roaming") / NAME  # follows the person to other computers
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / NAME
    return _base("XDG_CONFIG_HOME", ".config") / NAME


def settings_file() -> Path:
    """Return the file of settings."""
    return settings_folder() / "namndstod.ini"


def log_folder() -> Path:
    """Return the folder of reports about bugs; they stay on this computer."""
    if sys.platform == "win32":
        return _base("LOCALAPPDATA", "AppData/Local") / NAME / "logg"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Logs" / NAME
    return _base("XDG_STATE_HOME", ".local/state") / NAME / "logg"


def program_folder() -> Path:
    """Return the folder that the program runs from."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).parent
    return Path(__file__).resolve().parent


def _base(variable: str, usual: str) -> Path:
    """Return the folder that a variable names; what is not absolute counts as not set (XDG)."""
    place = os.environ.get(variable, "")
    return Path(place) if place and Path(place).is_absolute() else Path.home() / usual
