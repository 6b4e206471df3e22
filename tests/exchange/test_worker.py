"""The worker process and its client: jobs, crashes, cancelling, stray prints, the parent's death."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from namndstod.domain.content import Figure, Heading, Paper, Paragraph, inline
from namndstod.domain.errors import EnvironmentProblem, FileVanished
from namndstod.domain.records import ConversionState
from namndstod.exchange.framing import receive, send
from namndstod.exchange.office import HIDE
from namndstod.services.worker_client import (
    Cancelled,
    WorkerBug,
    WorkerClient,
    worker_command,
    worker_environment,
)
from namndstod.worker import join

from .tools import pdf, picture
from .word_files import body, paragraph

PAPER = Paper(
    "Prov",
    (Heading(1, "Rubrik åäö", anchor="här"), Paragraph(inline("Text")), Figure("bild", "Bild")),
    images={"bild": picture()},
)
# A stand-in for the worker that does with each job what the job's name says.
STAND_IN = """
import os, sys, time
sys.path.insert(0, {source!r})
from namndstod.exchange.framing import receive, send
while (message := receive(0)) is not None:
    name = message.header.get("name")
    if name == "crash":
        os._exit(7)
    if name == "hang":
        open({mark!r}, "w").close()
        time.sleep(600)
    if name == "bug":
        send(1, {{"bug": "Traceback …"}})
        continue
    if name == "rubbish":
        os.write(1, b"\\xff" * 50)
        continue
    send(1, {{"state": "done", "pages": os.getpid(), "converter": "x", "converter_version": "1",
              "message": "", "media_type": ""}}, [b"pdf"])
"""


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator[WorkerClient]:
    monkeypatch.setenv(HIDE, "1")
    made = WorkerClient()
    yield made
    made.close()


@pytest.fixture
def stand_in(tmp_path: Path) -> Iterator[WorkerClient]:
    source = str(Path(__file__).resolve().parents[2] / "src")
    script = STAND_IN.format(source=source, mark=str(tmp_path / "hanging"))
    made = WorkerClient([sys.executable, "-c", script])
    yield made
    made.close()


def test_a_paper_is_drawn_with_its_anchors(client: WorkerClient) -> None:
    drawn = client.draw(PAPER)
    assert drawn.pages == 1
    assert drawn.anchors["här"].page == 0
    assert drawn.anchors["här"].y > 500
    with pikepdf.open(BytesIO(drawn.pdf)) as opened:
        assert len(opened.pages) == 1


def test_files_are_converted_by_bytes_and_by_path(client: WorkerClient, tmp_path: Path) -> None:
    data = body(paragraph("Brev"))
    (tmp_path / "brev.docx").write_bytes(data)
    by_bytes = client.convert(data, "brev.docx")
    by_path = client.convert(tmp_path / "brev.docx", "brev.docx")
    assert by_bytes.state is ConversionState.DONE
    assert (by_bytes.pages, by_bytes.converter, by_bytes.media_type[-8:]) == (1, "egen", "document")
    assert by_path.pages == 1


def test_known_failures_are_told_apart(client: WorkerClient, tmp_path: Path) -> None:
    assert client.convert(b"", "tom.docx").state is ConversionState.UNSUPPORTED
    with pytest.raises(FileVanished):
        client.convert(tmp_path / "saknas.docx", "saknas.docx")
    assert client.draw(PAPER).pages == 1


def test_a_bug_in_the_worker_is_told_apart(stand_in: WorkerClient) -> None:
    with pytest.raises(WorkerBug, match="Traceback"):
        stand_in.convert(b"", "bug")
    assert stand_in.convert(b"", "ok").pdf == b"pdf"


def test_a_crash_costs_its_own_job_alone(stand_in: WorkerClient) -> None:
    first = stand_in.convert(b"", "ok").pages
    with pytest.raises(EnvironmentProblem, match="oväntat") as caught:
        stand_in.convert(b"", "crash")
    assert caught.value.way_on
    assert stand_in.convert(b"", "ok").pages != first


def test_an_answer_that_is_no_message_is_a_crash(stand_in: WorkerClient) -> None:
    with pytest.raises(EnvironmentProblem, match="oväntat"):
        stand_in.convert(b"", "rubbish")
    assert stand_in.convert(b"", "ok").pdf == b"pdf"


def test_a_job_that_takes_too_long_is_ended(stand_in: WorkerClient) -> None:
    with pytest.raises(EnvironmentProblem, match="längre tid än 1 sekund"):
        stand_in.convert(b"", "hang", timeout=1)
    assert stand_in.convert(b"", "ok").pdf == b"pdf"


def test_cancel_ends_the_job_that_runs_and_the_waiting_one_goes_on(
    stand_in: WorkerClient, tmp_path: Path
) -> None:
    answers: list[object] = []

    def hang() -> None:
        try:
            stand_in.convert(b"", "hang")
        except Cancelled as error:
            answers.append(error)

    running = threading.Thread(target=hang)
    running.start()
    waiting = threading.Thread(target=lambda: answers.append(stand_in.convert(b"", "ok").pdf))
    pause = threading.Event()
    while not (tmp_path / "hanging").exists():
        pause.wait(0.01)
    waiting.start()
    stand_in.cancel()
    running.join()
    waiting.join()
    assert str(answers[0]) == "Arbetet avbröts."
    assert answers[1] == b"pdf"


def test_cancel_without_a_job_does_nothing(stand_in: WorkerClient) -> None:
    stand_in.cancel()
    first = stand_in.convert(b"", "ok").pages
    stand_in.cancel()
    assert stand_in.convert(b"", "ok").pages == first


def test_many_threads_share_one_child(stand_in: WorkerClient) -> None:
    found: list[int] = []
    threads = [
        threading.Thread(target=lambda: found.append(stand_in.convert(b"", "ok").pages)) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1


def test_a_program_that_is_not_there_is_an_environment_problem(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="kunde inte startas"):
        WorkerClient([str(tmp_path / "saknas")]).convert(b"", "x")


def test_the_parent_may_have_no_standard_streams(
    client: WorkerClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert client.draw(PAPER).pages == 1


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command() == [sys.executable, "--worker"]


def test_what_a_frozen_program_starts_does_not_look_among_its_modules(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("PYTHONPATH", raising=False)
    assert "PYTHONPATH" in worker_environment()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert "PYTHONPATH" not in worker_environment()


def test_without_a_console_python_is_started_with_one_that_is_hidden(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("pythonw.exe", "python.exe"):
        (tmp_path / name).touch()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "pythonw.exe"))
    assert worker_command()[0] == str(tmp_path / "python.exe")


def _worker(script: str) -> subprocess.Popen[bytes]:
    source = str(Path(__file__).resolve().parents[2] / "src")
    return subprocess.Popen(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {source!r})\n{script}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, HIDE: "1"},
    )


def test_stray_prints_do_not_reach_the_messages() -> None:
    script = (
        "from namndstod import worker\n"
        "old = worker.Worker.answer\n"
        "def noisy(self, message):\n"
        "    import os; print('noise'); sys.stdout.flush(); os.write(1, b'more noise')\n"
        "    return old(self, message)\n"
        "worker.Worker.answer = noisy\n"
        "worker.serve()"
    )
    with _worker(script) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        send(child.stdin.fileno(), {"job": "convert", "name": "x.pdf"}, [pdf(2)])
        answer = receive(child.stdout.fileno())
        assert answer is not None
        assert answer.header["pages"] == 2
        child.stdin.close()
        assert child.wait(20) == 0


def test_the_worker_dies_with_its_parent_in_the_middle_of_a_job() -> None:
    script = (
        "from namndstod import worker\n"
        "import time\n"
        "worker.Worker.answer = lambda self, message: time.sleep(600)\n"
        "worker.serve()"
    )
    with _worker(script) as child:
        assert child.stdin is not None
        send(child.stdin.fileno(), {"job": "draw"})
        child.stdin.close()
        assert child.wait(20) == 0


def test_joined_pages_keep_their_order() -> None:
    with pikepdf.open(BytesIO(join([pdf(2), pdf(3)]))) as whole:
        assert len(whole.pages) == 5


def test_messages_that_are_cut_or_no_messages() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"\xff\xff\xff\xff")
    with pytest.raises(ValueError, match="not a message"):
        receive(reading)
    os.write(writing, b"\x00\x00\x00\x09{")
    os.close(writing)
    assert receive(reading) is None
    os.close(reading)
