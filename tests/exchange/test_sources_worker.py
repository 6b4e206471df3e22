"""Files read in the worker: understood the same, and nothing in them can harm the program."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from namndstod.domain.errors import EnvironmentProblem
from namndstod.domain.intake.found import FoundMinutes
from namndstod.domain.intake.kinds import PaperType
from namndstod.domain.intake.understanding import FOUND, Understood
from namndstod.domain.records import ConversionState
from namndstod.exchange.office import HIDE
from namndstod.exchange.problems import CannotShow
from namndstod.exchange.sources.understanding import understand_file
from namndstod.services.worker_client import WorkerClient

from ..domain.test_intake_letters import LETTERS
from .call_papers import TEXTS
from .source_files import pdf_of, printed
from .test_fuzz_sources import MEMORANDUM
from .test_minutes_of_houses import DECISION_FIRST
from .tools import pdf
from .word_files import body, paragraph


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator[WorkerClient]:
    monkeypatch.setenv(HIDE, "1")
    made = WorkerClient()
    yield made
    made.close()


def test_the_worker_understands_as_the_program_itself_does(client: WorkerClient) -> None:
    files = {
        "pm.docx": body(paragraph("Rubrik åäö") + paragraph("•Punkt")),
        "pm.pdf": pdf_of(printed("Kostnader\t2025\tTotalt", "Resor\t5 000\t5 000", "Slut")),
        "pm.txt": "\n".join(MEMORANDUM).encode(),
        "kallelse.txt": (TEXTS / "1_kommunstyrelsen.txt").read_bytes(),
        "protokoll.txt": DECISION_FIRST.encode(),
        "brev.txt": LETTERS[0].encode(),
    }
    kinds = set()
    for name, data in files.items():
        made = understand_file(data, name)
        assert client.understand(data, name) == made
        assert (made.found is None) == (made.kind is None)
        kinds.add(made.kind)
    assert kinds == {*FOUND, None}


def test_a_file_is_read_as_the_kind_that_is_asked_for(client: WorkerClient) -> None:
    made = client.understand(b"Brev till alla", "brev.txt", only=PaperType.MINUTES)
    assert isinstance(made.found, FoundMinutes)
    assert made.found.doubts


def test_what_the_worker_cannot_read_is_told_and_costs_nothing(client: WorkerClient) -> None:
    with pytest.raises(CannotShow, match="lösenord") as caught:
        client.understand(pdf(password="hemligt"), "pm.pdf")
    assert caught.value.state is ConversionState.PROTECTED
    with pytest.raises(CannotShow, match="tom"):
        client.understand(b"", "pm.pdf")
    assert client.understand(b"Brev", "brev.txt") == Understood()


HANGING = "import sys, time\nsys.stdin.buffer.read(1)\ntime.sleep(600)"


def test_a_file_that_takes_too_long_is_given_up() -> None:
    client = WorkerClient([sys.executable, "-c", HANGING])
    with pytest.raises(EnvironmentProblem, match="längre tid"):
        client.understand(b"x", "pm.pdf", timeout=0.3)
    client.close()
