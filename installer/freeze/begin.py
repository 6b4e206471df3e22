"""Where the frozen program begins: one file under two names, `namndstod` and (window) `namndstodw`."""

import os
import sys
from pathlib import Path


def leave_the_loader_alone() -> None:
    """Let programs that we start (LibreOffice, the reader of PDF files) find their own libraries, not ours.

    The bootloader points the loader at our folder and keeps what stood there before as `…_ORIG`.
    """
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before


def by_window(arguments: list[str], platform: str) -> bool:
    """Say whether what was started is the window: by its name, or on macOS with a file or nothing at all."""
    program, *rest = arguments
    if Path(program).name == "namndstodw":
        return True
    return platform == "darwin" and (not rest or Path(rest[0]).exists())


if __name__ == "__main__":
    if sys.platform == "linux":
        leave_the_loader_alone()
    from namndstod.cli import main, main_window

    sys.exit(main_window() if by_window(sys.argv, sys.platform) else main())
