"""Where the real input lies, when this machine has it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

FULL = os.environ.get("NAMNDSTOD_FULL", "") not in ("", "0")
"""Whether the whole set is looked at; ordinary runs take a sample of it."""

_BESIDE = Path(__file__).resolve().parents[3] / "shared" / "data"
REAL = Path(os.environ.get("NAMNDSTOD_REAL") or _BESIDE)
needs_real_input = pytest.mark.skipif(
    not (REAL / "meeting-2020-02-14").is_dir(), reason="the real meeting is not on this machine"
)
