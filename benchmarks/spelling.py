"""What spelling and språkförslag cost: the dictionary itself, and each key that is pressed in the window.

python -m benchmarks.spelling [KEYS]

The dictionary, in a process of its own: how long it takes to load, how much memory it takes, how many words
of minutes it looks up in a millisecond, how long a suggestion takes. Then the window's side: a § of 1,500
characters is typed in an editor that asks the child process, with the dictionary loading meanwhile. A key is
timed from the press until the text has been painted again (at most 5 ms more than in an editor without any
help at the 95th percentile); a timer asks every 5 ms how long the event loop has not answered (50 ms).
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.documents import sentence
from benchmarks.preview import Pulse
from namndstod.domain.language import hints
from namndstod.domain.records import BlockKind, TextRole
from namndstod.domain.texts import Draft
from namndstod.services.workplace import create_workplace
from namndstod.ui.kit.text_editor import BlockEditor
from namndstod.ui.kit.theme import Scheme, Theme
from namndstod.ui.own_words import OwnWords
from namndstod.ui.spelling import Spelling
from namndstod.ui.workspace.writing_aid import TextAid, WritingAids

KEYS = 1500
KEY_BAR, STALL_BAR = 0.005, 0.050
SLIPS = ("samanträde", "protokol", "nämden", "ordförrande", "regionfulmäktige", "delegationsordnning")
_DICTIONARY = """
import sys, time
from namndstod.exchange.spelling import dictionary
def memory():
    return int(open("/proc/self/statm").read().split()[1]) * 4096 / 1e6 if sys.platform == "linux" else 0.0
before, begun = memory(), time.perf_counter()
known = dictionary()
print(f"loading {1000 * (time.perf_counter() - begun):.0f} ms, {memory() - before:.0f} MB", end=", ")
words = sys.stdin.read().split()
begun = time.perf_counter()
wrong = known.wrong(words)
print(f"{len(words) / 1000 / (time.perf_counter() - begun):.0f} words a millisecond", end=", ")
times = []
for slip in sys.argv[1:]:
    begun = time.perf_counter()
    known.suggest(slip)
    times.append(time.perf_counter() - begun)
print(f"a suggestion {1000 * sum(times) / len(times):.0f} ms (most {1000 * max(times):.0f})")
"""


def main(keys: int) -> int:
    """Measure, print, and return 1 when a bar is missed."""
    chance = random.Random(5)
    text = " ".join(sentence(chance, 6, 18) for _ in range(400))
    subprocess.run([sys.executable, "-c", _DICTIONARY, *SLIPS], input=text, text=True, check=True)
    begun = time.perf_counter()
    hints(text)
    print(f"språkförslag of {len(text)} characters: {1000 * (time.perf_counter() - begun):.1f} ms")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    Theme(app, Scheme.LIGHT)
    bare, _ = _typed(None, text[:keys])
    with tempfile.TemporaryDirectory() as folder:
        session = create_workplace(Path(folder) / "p", "Mätning", "Ada").session
        spelling = Spelling(OwnWords(Path(folder) / "egna.txt"))
        aids = WritingAids(session)
        aids.use(spelling)
        aid = TextAid(aids, TextRole.SUMMARY)
        aid.in_minutes = True
        helped, stall = _typed(aid, text[:keys])
        spelling.close()
        session.close()
    more = helped - bare
    print(
        f"a key, p95 of {keys}: {1000 * bare:.1f} ms without help, {1000 * helped:.1f} ms with it: "
        f"{1000 * more:.1f} ms more (bar {1000 * KEY_BAR:.0f})"
    )
    print(f"the event loop stalls, most: {1000 * stall:.0f} ms (bar {1000 * STALL_BAR:.0f})")
    return 0 if more <= KEY_BAR and stall <= STALL_BAR else 1


def _typed(aid: TextAid | None, text: str) -> tuple[float, float]:
    """Type into an editor; return the seconds of a key at p95, and the longest silence of the event loop."""
    shown = BlockEditor("Text")
    shown.resize(420, 200)
    shown.set_blocks([Draft(BlockKind.PARAGRAPH, "")], "a")
    if aid is not None:
        shown.set_aid(aid)
    shown.show()
    shown.activateWindow()
    shown.setFocus()
    QTest.qWait(200)
    seconds, pulse = [], Pulse()
    pulse.begin()
    for number, character in enumerate(text):
        begun = time.perf_counter()
        key = Qt.Key.Key_Space if character == " " else Qt.Key.Key_unknown
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(shown, event)
        shown.viewport().repaint()
        seconds.append(time.perf_counter() - begun)
        QTest.qWait(10 if number % 5 == 0 else 1)
    QTest.qWait(800)
    longest = pulse.longest
    shown.close()
    return statistics.quantiles(seconds, n=20)[-1], longest


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else KEYS))
