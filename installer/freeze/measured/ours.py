"""Our window on a binder: `ours FOLDER BINDER`."""

import sys

from benchmarks.startup import ours
from installer.freeze.begin import leave_the_loader_alone
from namndstod.cli import main

if __name__ == "__main__":
    leave_the_loader_alone()
    if sys.argv[1:] == ["--worker"]:
        sys.exit(main())
    ours(*sys.argv[1:3])
