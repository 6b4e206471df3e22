"""The parts of the program that runs: as the build wrote them down, else from what is installed."""

from __future__ import annotations

import json
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

from .. import __version__
from ..resources import resource
from .model import Inventory, from_json, in_order

FILE = "licences/licences.json"
"""Among the resources of a built program (written by installer/inventory.py)."""


def inventory() -> Inventory:
    """Return all parts of this program. Reads many small files in a checkout: not for the UI thread."""
    try:
        return from_json(json.loads(resource(FILE).read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError, KeyError):
        return collected()


def collected() -> Inventory:
    """Return the parts as the installed distributions tell them."""
    from .distributions import needed, parts_of, python_as_part, resources_as_parts, target_here

    target = target_here(sys.platform)
    parts = [
        *parts_of(needed(), target),
        *resources_as_parts(),
        *python_as_part(platform.python_version(), target, _python_licence()),
    ]
    return Inventory(__version__, target, "", in_order(parts))


def built_on() -> str:
    """Return the day this program was built, else the day its files are of."""
    try:
        made = from_json(json.loads(resource(FILE).read_text(encoding="utf-8"))).made
    except (FileNotFoundError, ValueError, KeyError):
        made = ""
    if made:
        return made
    stamp = Path(__file__).stat().st_mtime
    return datetime.fromtimestamp(stamp, UTC).date().isoformat()


def _python_licence() -> str:
    places = (Path(json.__file__).parents[1], Path(sys.base_prefix))
    for place in places:
        for name in ("LICENSE.txt", "LICENSE"):
            file = place / name
            if file.is_file():
                return file.read_text(encoding="utf-8", errors="replace")
    return ""
