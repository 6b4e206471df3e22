"""Settings of all tests: random examples are the same ones wherever a red run must be repeatable."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("house", deadline=None)  # a busy machine is no failure
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "house")
