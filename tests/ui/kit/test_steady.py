"""PySide6 6.12 on Python 3.11 uses up references to None and True: the kit holds it off."""

import subprocess
import sys

CALLS = """
import namndstod.ui.kit
from PySide6.QtCore import QObject, Signal
class Asker(QObject):
    asked = Signal()
asker = Asker()
asker.asked.connect(lambda: None)
for _ in range(100_000):
    asker.setObjectName("x")
    asker.asked.emit()
print("alive")
"""


def test_process_outlives_many_calls() -> None:
    run = subprocess.run(
        [sys.executable, "-c", CALLS], capture_output=True, text=True, timeout=60, check=False
    )
    assert (run.returncode, run.stdout.strip()) == (0, "alive"), run.stderr
