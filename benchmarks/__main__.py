"""All measurements, one after the other: `python -m benchmarks`. Exits with 1 when a limit is passed.

Ratios are taken against a named reference in the same run; absolute times depend on the machine.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ORDER = (
    "documents",
    "documents_tagged",
    "documents_packet",
    "packet_memory",
    "startup",
    "actions",
    "meeting",
    "preview",
    "intake",
    "spelling",
    "delegation_register",
    "marked_list",
    "excel_out",
    "delegation_rules",
)


def main() -> int:
    """Run each measurement in a process of its own and say which passed."""
    here = Path(__file__).parent
    failed = []
    for name in ORDER:
        print(f"\n== {name}", flush=True)
        if subprocess.run(
            [sys.executable, "-m", f"benchmarks.{name}"], cwd=here.parent, check=False
        ).returncode:
            failed.append(name)
    print(f"\n{len(ORDER) - len(failed)} of {len(ORDER)} within their limits", *failed)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
