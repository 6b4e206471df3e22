"""The child process that draws papers and converts attachments, so that neither can take the window down.

Run as `python -m namndstod.worker`, or by a frozen program as `namndstod --worker`. It answers one message
at a time (`exchange.framing`) on its standard output and ends when its standard input does: with its parent.
"""

from __future__ import annotations

import contextlib
import dataclasses
import gc
import logging
import os
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .domain.content import Paper, from_json
from .exchange.framing import Message, receive, send
from .exchange.office import OfficeConverter, find_office

if TYPE_CHECKING:
    from .exchange.convert import Converted

MOST_MEMORY = (
    6_000_000_000  # bytes of address space, an office program's included; where the system can limit it
)

Answer = tuple[dict[str, Any], list[bytes]]


class Worker:
    """Does the jobs. An office program is looked for once, when the first conversion asks for one."""

    def __init__(self) -> None:
        self._office: OfficeConverter | None = None
        self._looked = False

    def answer(self, message: Message) -> Answer:
        """Return the header and blobs that answer a message; a bug is an answer too."""
        try:
            match message.header.get("job"):
                case "draw":
                    return self._draw(message)
                case "convert":
                    return self._convert(message)
                case "verify":
                    return self._verify(message)
                case "words":
                    from .documents.words import words_of_pages

                    return {"words": words_of_pages(message.blobs[0])}, []
                case "spell":
                    from .exchange.spelling import dictionary

                    return {"wrong": dictionary().wrong(message.header["words"])}, []
                case "suggest":
                    from .exchange.spelling import dictionary

                    found = dictionary().suggest(message.header["word"], message.header["known"])
                    return {"words": found}, []
                case "understand":
                    return self._understand(message), []
                case "members":
                    return _members(message), []
                case "delegated":
                    return _delegated(message)
                case "mark":
                    return _marked(message)
                case "delegation_order":
                    return _delegation_order(message), []
                case other:
                    raise ValueError(f"unknown job {other!r}")
        except FileNotFoundError as error:
            return {"vanished": str(error.filename)}, []
        except MemoryError:
            return {"memory": True}, []
        except Exception:  # the parent decides what to do with a bug; this process goes on
            return {"bug": traceback.format_exc()}, []

    def stop(self) -> None:
        """End an office program that runs for a job."""
        if self._office is not None:
            self._office.stop()

    def _draw(self, message: Message) -> Answer:
        from .documents.layout import draw, glimpse

        tree, *pictures = message.blobs
        images = dict(zip(message.header["images"], pictures, strict=True))
        paper = from_json(tree.decode("utf-8"), images)
        around = message.header.get("around")
        header: dict[str, Any]
        if around is None:
            whole = draw(paper)
            pdf, places, header = whole.pdf, whole.anchors, {"pages": whole.pages}
        else:
            seen = glimpse(paper, around["anchor"], around["further"])
            pdf, places, shown = seen.pdf, seen.anchors, seen.shown
            header = {"pages": len(seen.sizes), "shown": [shown.start, shown.stop], "sizes": seen.sizes}
        return {**header, "anchors": {name: (at.page, at.y) for name, at in places.items()}}, [pdf]

    def _convert(self, message: Message) -> Answer:
        from .exchange.convert import convert

        path = message.header.get("path")
        data = Path(path).read_bytes() if path else message.blobs[0]
        name = message.header["name"]
        converted = convert(data, name, draw=_pdf, join=join, office=self._find_office())
        header = {
            f.name: getattr(converted, f.name) for f in dataclasses.fields(converted) if f.name != "pdf"
        }
        return {**header, "inaccessible": _inaccessible(converted)}, [converted.pdf]

    def _understand(self, message: Message) -> dict[str, Any]:
        from .domain.intake.kinds import PaperType
        from .exchange.problems import CannotShow
        from .exchange.sources.understanding import understand_file
        from .storage.codec import codec

        header = message.header
        only = PaperType(header["only"]) if header["only"] else None
        office = self._find_office()
        try:
            made = understand_file(message.blobs[0], header["name"], office, only=only, brief=header["brief"])
        except CannotShow as error:
            return {"refused": str(error), "state": error.state}
        found = codec(type(made.found)).encode(made.found) if made.found is not None else None
        return {"kind": made.kind, "found": found, "pages": made.pages, "doubts": made.doubts}

    def _verify(self, message: Message) -> Answer:
        from .exchange.signed_pdf import verify

        signed, frozen, *issuers = message.blobs
        return dataclasses.asdict(verify(signed, frozen, issuers)), []

    def _find_office(self) -> OfficeConverter | None:
        if not self._looked:
            self._office, self._looked = find_office(), True
        return self._office


def _members(message: Message) -> dict[str, Any]:
    from .exchange.member_files import member_text
    from .exchange.problems import CannotShow

    try:
        return {"text": member_text(message.blobs[0], message.header["name"])}
    except CannotShow as error:
        return {"refused": str(error), "state": error.state}


def _delegated(message: Message) -> Answer:
    from .domain.delegation import ColumnMapping
    from .domain.intake.delegated.understanding import read_delegated
    from .exchange.found_rows import packed
    from .exchange.problems import CannotShow
    from .exchange.workbooks.reading import collector_at_rest, read_workbook
    from .storage.codec import codec

    mappings = [codec(ColumnMapping).decode_mapping(m) for m in message.header["mappings"]]
    try:
        workbook = read_workbook(message.blobs[0], message.header["name"])
    except CannotShow as error:
        return {"refused": str(error), "state": error.state}, []
    with collector_at_rest():
        header, blobs = packed(read_delegated(workbook, mappings))
    return {"found": header}, blobs


def _delegation_order(message: Message) -> dict[str, Any]:
    from .domain.intake.delegated.order_table import FoundOrder, read_order
    from .exchange.problems import CannotShow
    from .exchange.workbooks.reading import read_workbook
    from .storage.codec import codec

    try:
        found = read_order(read_workbook(message.blobs[0], message.header["name"]))
    except CannotShow as error:
        return {"refused": str(error), "state": error.state}
    return {"found": codec(FoundOrder).encode(found)}


def _marked(message: Message) -> Answer:
    from .domain.intake.cell_marks import CellMark
    from .exchange.problems import CannotShow
    from .services.delegation.marking import marked
    from .storage.codec import codec

    marks = [codec(CellMark).decode_mapping(mark) for mark in message.header["marks"]]
    try:
        made = marked(message.blobs[0], message.header["name"], marks)
    except CannotShow as error:
        return {"refused": str(error), "state": error.state}, []
    return {"name": made.name, "reason": made.reason}, [made.data]


def _pdf(paper: Paper) -> bytes:
    from .documents.layout import draw

    return draw(paper).pdf


def _inaccessible(converted: Converted) -> str:
    """Return why a screen reader can't read what a file became; empty when it can."""
    from .documents.accessible import accessibility

    if converted.media_type.startswith("image/"):
        return "är en bild utan text"
    return accessibility(converted.pdf)


def join(parts: Sequence[bytes]) -> bytes:
    """Return one PDF with the pages of all."""
    from .documents import joining

    return joining.join(parts)


def serve() -> int:
    """Answer messages until standard input ends. Returns the exit code."""
    incoming, outgoing = _take_pipes()
    _log_quietly()
    _limit_memory()
    worker = Worker()
    jobs: queue.Queue[Message] = queue.Queue()

    def leave(*_: object) -> None:
        """Stop at once, in the middle of a job too: nobody waits for it."""
        worker.stop()
        os._exit(0)

    def listen() -> None:
        try:
            while (message := receive(incoming)) is not None:
                jobs.put(message)
        finally:
            leave()

    signal.signal(signal.SIGTERM, leave)
    threading.Thread(target=listen, name="listener", daemon=True).start()
    while True:
        header, blobs = worker.answer(jobs.get())
        try:
            send(outgoing, header, blobs)
        except OSError:  # the parent is gone
            return 0
        del header, blobs
        gc.collect()  # now that nobody waits; what is left are modules, which no job need search again
        gc.freeze()


def _take_pipes() -> tuple[int, int]:
    """Return descriptors of standard input and output for messages; what others print goes elsewhere."""
    incoming, outgoing = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    try:
        os.dup2(2, 1)
    except OSError:  # a windowed program on Windows has no standard error
        os.dup2(nowhere, 1)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  (for the life of the process)
    sys.stdout = sys.stderr
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (incoming, outgoing):
            msvcrt.setmode(descriptor, os.O_BINARY)
    return incoming, outgoing


def _log_quietly() -> None:
    """Let what is logged here say where something broke, but nothing of what is read."""
    from .ui.reports import LOG, Quiet

    handler = logging.StreamHandler()
    handler.setFormatter(Quiet())
    LOG.addHandler(handler)


def _limit_memory() -> None:
    """Let a conversion that grows without bound fail here rather than bring the computer to its knees."""
    try:
        import resource
    except ImportError:  # Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = MOST_MEMORY if hard == resource.RLIM_INFINITY else min(MOST_MEMORY, hard)
    with contextlib.suppress(ValueError, OSError):  # macOS has the limit but refuses to set it
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


if __name__ == "__main__":
    sys.exit(serve())
