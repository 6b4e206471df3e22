"""The parent's end of the worker: one child process that draws and converts, started when first needed."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from ..domain.errors import EnvironmentProblem, FileVanished
from ..domain.records import ConversionState, Signer
from ..exchange.framing import Message, receive, send

if TYPE_CHECKING:  # papers, and the readers of Word and Excel, are loaded where they are used
    from ..domain.content import Paper
    from ..domain.delegation import ColumnMapping
    from ..domain.intake.cell_marks import CellMark
    from ..domain.intake.delegated.order_table import FoundOrder
    from ..domain.intake.found_delegated import FoundDelegated
    from ..domain.intake.kinds import PaperType
    from ..domain.intake.understanding import Understood
    from ..exchange.convert import Converted
    from .delegation.marking import Marked

DRAW_TIMEOUT = 120.0  # seconds
CONVERT_TIMEOUT = 300.0
READ_TIMEOUT = 60.0
SPELL_TIMEOUT = 30.0
_GRACE = 2.0  # seconds that a child gets to end its own children before it is killed


class Cancelled(EnvironmentProblem):
    """The job was cancelled by the person."""


class WorkerBug(Exception):
    """The worker met a bug in our own code; the text is its traceback."""


class Place(Protocol):
    """Where an anchor of a drawn paper is; the layout's own places are such, without being loaded here."""

    @property
    def page(self) -> int:
        """Page, counted from 0."""

    @property
    def y(self) -> float:
        """Height over the lower edge of the page, in points."""


@dataclass(frozen=True, slots=True)
class _Place:
    page: int
    y: float


@dataclass(frozen=True, slots=True)
class DrawnPages:
    """A paper as PDF, or some of its pages: `shown` are their indices (None: it is whole).

    `sizes` are the width and height, in points, of each page of a paper that isn't whole.
    """

    pdf: bytes
    pages: int
    anchors: Mapping[str, Place]
    shown: range | None = None
    sizes: Sequence[tuple[float, float]] = ()


@dataclass(frozen=True, slots=True)
class VerifiedFile:
    """What a signed file is (`exchange.signed_pdf.Verdict`); with `refusal` it cannot be taken in at all."""

    refusal: str
    same_document: bool
    problem: str
    signers: tuple[Signer, ...]


class WorkerClient:
    """Hands jobs to the worker, one at a time; safe to use from several threads.

    A child that crashes, hangs or is cancelled costs its own job alone: the next one gets a new child.
    """

    def __init__(self, command: Sequence[str] | None = None) -> None:
        self._command = list(command) if command is not None else worker_command()
        self._turn = threading.Lock()  # one job at a time
        self._state = threading.Lock()  # guards what follows
        self._child: subprocess.Popen[bytes] | None = None
        self._busy = False
        self._ended_by = ""  # why the running job was ended: «cancel», «timeout»

    def draw(
        self, paper: Paper, *, around: tuple[str, int] | None = None, timeout: float = DRAW_TIMEOUT
    ) -> DrawnPages:
        """Return a paper as PDF; with `around` (anchor, pages further on) only the pages around that place.

        Raises EnvironmentProblem (crash, timeout, Cancelled) and WorkerBug.
        """
        header: dict[str, Any] = {"job": "draw", "images": list(paper.images)}
        if around is not None:
            header["around"] = {"anchor": around[0], "further": around[1]}
        from ..domain.content import to_json  # not before the window is usable

        blobs = [to_json(paper).encode("utf-8"), *paper.images.values()]
        answer = self._ask(header, blobs, timeout)
        places = {name: _Place(page, y) for name, (page, y) in answer.header["anchors"].items()}
        pdf, pages = answer.blobs[0], answer.header["pages"]
        shown = range(*answer.header.get("shown", (0, pages)))
        if len(shown) == pages:
            return DrawnPages(pdf, pages, places)
        sizes = [(width, height) for width, height in answer.header["sizes"]]
        return DrawnPages(pdf, pages, places, shown, sizes)

    def convert(self, source: bytes | Path, name: str, *, timeout: float = CONVERT_TIMEOUT) -> Converted:
        """Return the pages of a file, given as bytes or by its path; `name` is its original name.

        Raises FileVanished, EnvironmentProblem (crash, timeout, memory, Cancelled) and WorkerBug.
        """
        header: dict[str, Any] = {"job": "convert", "name": name}
        if isinstance(source, Path):
            answer = self._ask({**header, "path": str(source)}, (), timeout)
        else:
            answer = self._ask(header, (source,), timeout)
        from ..exchange.convert import Converted

        fields = dict(answer.header)
        state = ConversionState(fields.pop("state"))
        return Converted(state=state, pdf=answer.blobs[0], **fields)

    def understand(
        self,
        data: bytes,
        name: str,
        *,
        only: PaperType | None = None,
        brief: bool = False,
        timeout: float = READ_TIMEOUT,
    ) -> Understood:
        """Return what a file is and says (`exchange.sources.understanding`), read where it can do no harm.

        Raises CannotShow for a file without text that can be read; otherwise as `convert`.
        """
        header = {"job": "understand", "name": name, "only": only, "brief": brief}
        answer = _accepted(self._ask(header, (data,), timeout))
        from ..domain.intake.kinds import PaperType
        from ..domain.intake.understanding import FOUND, Understood
        from ..storage.codec import codec

        kind = PaperType(answer["kind"]) if answer["kind"] else None
        found = codec(FOUND[kind]).decode_mapping(answer["found"]) if kind and answer["found"] else None
        return Understood(kind=kind, found=found, pages=answer["pages"], doubts=tuple(answer["doubts"]))

    def member_text(self, data: bytes, name: str) -> str:
        """Return the members in a file as text to read (`exchange.member_files`). Raises as `read`."""
        answer = _accepted(self._ask({"job": "members", "name": name}, (data,), READ_TIMEOUT))
        return str(answer["text"])

    def delegated(
        self, data: bytes, name: str, mappings: Sequence[ColumnMapping] = (), *, timeout: float = READ_TIMEOUT
    ) -> FoundDelegated:
        """Return the delegated decisions in a workbook; `mappings` are what was told about columns before.

        Raises CannotShow for a file that cannot be read; otherwise as `convert`.
        """
        from ..domain.delegation import ColumnMapping
        from ..exchange.found_rows import unpacked
        from ..storage.codec import codec

        told = [codec(ColumnMapping).encode(mapping) for mapping in mappings]
        answer = self._ask({"job": "delegated", "name": name, "mappings": told}, (data,), timeout)
        return unpacked(_accepted(answer)["found"], answer.blobs)

    def delegation_order(self, data: bytes, name: str) -> FoundOrder:
        """Return the delegationsordning in a workbook. Raises as `understand`."""
        from ..domain.intake.delegated.order_table import FoundOrder
        from ..storage.codec import codec

        answer = _accepted(self._ask({"job": "delegation_order", "name": name}, (data,), READ_TIMEOUT))
        return codec(FoundOrder).decode_mapping(answer["found"])

    def mark(self, data: bytes, name: str, marks: Sequence[CellMark]) -> Marked:
        """Return a workbook with what is to be mended in it. Raises as `understand`."""
        from ..domain.intake.cell_marks import CellMark
        from ..storage.codec import codec
        from .delegation.marking import Marked

        header = {"job": "mark", "name": name, "marks": [codec(CellMark).encode(mark) for mark in marks]}
        answer = self._ask(header, (data,), READ_TIMEOUT)
        said = _accepted(answer)
        return Marked(answer.blobs[0], said["name"], said["reason"])

    def verify(self, signed: bytes, frozen: bytes, issuers: Sequence[bytes]) -> VerifiedFile:
        """Return what a signed file is, compared with the frozen one. Raises as `convert`."""
        answer = self._ask({"job": "verify"}, (signed, frozen, *issuers), CONVERT_TIMEOUT).header
        signers = tuple(Signer(**fields) for fields in answer["signers"])
        return VerifiedFile(answer["refusal"], answer["same_document"], answer["problem"], signers)

    def words(self, pdf: bytes) -> tuple[str, ...]:
        """Return what each page of a PDF says. Raises as `convert`."""
        return tuple(self._ask({"job": "words"}, (pdf,), CONVERT_TIMEOUT).header["words"])

    def wrong_words(self, words: Sequence[str]) -> list[str]:
        """Return the words that are not Swedish. Raises as `convert`."""
        return list(self._ask({"job": "spell", "words": list(words)}, (), SPELL_TIMEOUT).header["wrong"])

    def suggestions(self, word: str, known: Sequence[str]) -> list[str]:
        """Return what may be meant by a wrong word; `known` are words besides the dictionary's."""
        header = {"job": "suggest", "word": word, "known": list(known)}
        return list(self._ask(header, (), SPELL_TIMEOUT).header["words"])

    def cancel(self) -> None:
        """End the job that runs, if any; it raises Cancelled in its thread. Waiting jobs go on."""
        self._end("cancel")

    def close(self) -> None:
        """End the child. A later job would start a new one."""
        self._end("cancel")
        with self._turn:
            self._drop()

    def _ask(self, header: dict[str, Any], blobs: Sequence[bytes], timeout: float) -> Message:
        with self._turn:
            child = self._start()
            with self._timed(timeout):
                answer = _exchange(child, header, blobs)
            with self._state:
                ended_by, self._ended_by = self._ended_by, ""
            if answer is None:
                self._drop()
                raise _lost(ended_by, timeout)
            if ended_by:  # it answered in the same moment; the child is gone all the same
                self._drop()
        return _understood(answer)

    def _start(self) -> subprocess.Popen[bytes]:
        with self._state:
            if self._child is None or self._child.poll() is not None:
                self._drop()
                self._child = _spawn(self._command)
            self._ended_by = ""
            return self._child

    @contextmanager
    def _timed(self, timeout: float) -> Iterator[None]:
        """Mark the client as busy, and end the job when it takes longer than `timeout` seconds."""
        with self._state:
            self._busy = True
        watch = threading.Timer(timeout, self._end, ("timeout",))
        watch.daemon = True
        watch.start()
        try:
            yield
        finally:
            watch.cancel()
            with self._state:
                self._busy = False

    def _end(self, reason: str) -> None:
        with self._state:
            child = self._child
            if not self._busy or child is None or self._ended_by:
                return
            self._ended_by = reason
        _kill(child)

    def _drop(self) -> None:
        """Forget the child, killed if need be. Only with the turn held."""
        child, self._child = self._child, None
        if child is not None:
            _kill(child)
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    pipe.close()


def worker_command() -> list[str]:
    """Return how to start the worker: by this Python, or by a frozen program itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker"]
    program = Path(sys.executable)
    if program.name.lower() == "pythonw.exe" and program.with_name("python.exe").exists():
        program = program.with_name("python.exe")
    return [str(program), "-m", "namndstod.worker"]


def worker_environment() -> dict[str, str]:
    """Return the environment of the worker, which an office program that it starts inherits.

    A frozen program knows where its own modules are; the Python of LibreOffice must not look among them.
    """
    environment = {**os.environ, "PYTHONUTF8": "1"}
    if not getattr(sys, "frozen", False):
        root = str(Path(__file__).resolve().parents[2])  # a checkout need not be installed
        paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
        environment["PYTHONPATH"] = os.pathsep.join(paths)
    return environment


def _spawn(command: Sequence[str]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL if sys.stderr is None else None,
            env=worker_environment(),
            bufsize=0,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise EnvironmentProblem(
            "Programmets hjälpprocess kunde inte startas.", way_on="Starta om Nämndstöd."
        ) from error


def _exchange(
    child: subprocess.Popen[bytes], header: dict[str, Any], blobs: Sequence[bytes]
) -> Message | None:
    """Send a job and return its answer, or None when the child is gone."""
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        send(child.stdin.fileno(), header, blobs)
        return receive(child.stdout.fileno())
    except (OSError, ValueError):
        return None


def _kill(child: subprocess.Popen[bytes]) -> None:
    """End the child: politely first, so that it ends an office program that it has started."""
    if child.poll() is None:
        if sys.platform == "win32":
            from ..exchange.office import end_family

            end_family(child)
        else:
            child.terminate()
        try:
            child.wait(_GRACE)
        except subprocess.TimeoutExpired:
            child.kill()
    child.wait()


def _lost(ended_by: str, timeout: float) -> EnvironmentProblem:
    if ended_by == "cancel":
        return Cancelled("Arbetet avbröts.")
    if ended_by == "timeout":
        return EnvironmentProblem(
            f"Filen tog längre tid än {timeout:.0f} sekunder att bearbeta, och arbetet avbröts.",
            way_on="Spara filen som PDF och bifoga den.",
        )
    return EnvironmentProblem(
        "Filen kunde inte bearbetas: hjälpprocessen avslutades oväntat.",
        way_on="Försök igen, eller spara filen som PDF och bifoga den.",
    )


def _accepted(answer: Message) -> dict[str, Any]:
    """Return what an answer says; raises CannotShow when the file was refused."""
    if "refused" in answer.header:
        from ..exchange.problems import CannotShow

        raise CannotShow(ConversionState(answer.header["state"]), answer.header["refused"])
    return answer.header


def _understood(answer: Message) -> Message:
    """Return an answer that holds a result; raise what else it says."""
    if "bug" in answer.header:
        raise WorkerBug(answer.header["bug"])
    if "vanished" in answer.header:
        raise FileVanished("Filen finns inte längre där den låg.", way_on="Bifoga filen igen.")
    if "memory" in answer.header:
        raise EnvironmentProblem(
            "Filen är för stor: minnet räckte inte.", way_on="Spara filen som PDF och bifoga den."
        )
    return answer
