"""Debian's own Python: the one that goes along, whichever runs the build."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from installer import environments

PREFIX = Path("/usr")  # one built by hand elsewhere points at the folders it was built in
PYTHON = PREFIX / "bin" / "python3"


def run_with_its_python(script: Path, *arguments: str | Path) -> int | None:
    """Run a script again with Debian's Python and return its exit code; None when it is the one that runs."""
    if Path(sys.base_prefix) == PREFIX or not PYTHON.exists():
        return None
    command = [str(PYTHON), str(script), *map(str, arguments)]
    return subprocess.run(command, check=False, env=environments.clean_environment()).returncode
