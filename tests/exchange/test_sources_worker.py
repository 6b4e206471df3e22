"""Files read in the worker: the same lines, and whatever a file does there leaves the program as it was."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import pytest

from namndstod.domain.errors import EnvironmentProblem
from namndstod.domain.intake.source import Source, SourceLine
from namndstod.domain.intake.source_json import source_from_values, source_to_values
from namndstod.domain.records import ConversionState
from namndstod.exchange.office import HIDE
from namndstod.exchange.problems import CannotShow
from namndstod.exchange.sources import read_source
from namndstod.services.worker_client import WorkerClient

from .source_files import pdf_of, printed
from .tools import pdf
from .word_files import body, paragraph


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator[WorkerClient]:
    monkeypatch.setenv(HIDE, "1")
    made = WorkerClient()
    yield made
    made.close()


def test_the_worker_reads_as_the_program_itself_does(client: WorkerClient) -> None:
    files = {
        "pm.docx": body(paragraph("Rubrik åäö") + paragraph("•Punkt")),
        "pm.pdf": pdf_of(printed("Kostnader\t2025\tTotalt", "Resor\t5 000\t5 000", "Slut")),
        "pm.txt": "Förslag till beslut\n\natt anta\n".encode(),
    }
    for name, data in files.items():
        assert client.read(data, name) == read_source(data, name)


def test_what_the_worker_cannot_read_is_told_and_costs_nothing(client: WorkerClient) -> None:
    with pytest.raises(CannotShow, match="lösenord") as caught:
        client.read(pdf(password="hemligt"), "pm.pdf")
    assert caught.value.state is ConversionState.PROTECTED
    with pytest.raises(CannotShow, match="tom"):
        client.read(b"", "pm.pdf")
    assert client.read(b"Brev", "brev.txt").lines[0].text == "Brev"


HANGING = "import sys, time\nsys.stdin.buffer.read(1)\ntime.sleep(600)"


def test_a_file_that_takes_too_long_is_given_up() -> None:
    client = WorkerClient([sys.executable, "-c", HANGING])
    with pytest.raises(EnvironmentProblem, match="längre tid"):
        client.read(b"x", "pm.pdf", timeout=0.3)
    client.close()


def test_lines_are_the_same_after_having_been_sent() -> None:
    full = SourceLine(
        text="Resor 5", cells=("Resor", "5"), label="•", level=2, bold=True, size=11.5, indent=18.2,
        page=3, gap=True, whole=True, table=4,
    )  # fmt: skip
    source = Source(
        name="å.pdf", lines=(full, SourceLine(text="")), furniture=(full,), pages=9, doubts=("Hm.",)
    )
    assert source_from_values(json.loads(json.dumps(source_to_values(source)))) == source
