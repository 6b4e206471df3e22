"""Pages of the attached files: made once, cached by hash, never made again of what was sent."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from namndstod.domain.errors import BinderDamaged, FileVanished
from namndstod.domain.records import Conversion, ConversionState, StoredFile, new_id
from namndstod.domain.view import DocumentView, MeetingView
from namndstod.storage.journal import Operation

from .commands.supporting import IncomingFile
from .session import Session
from .worker_client import WorkerClient

Incoming = Path | tuple[str, bytes]


class Conversions:
    """Takes files into the binder and makes pages of them in the worker."""

    def __init__(self, session: Session, worker: WorkerClient) -> None:
        self._session = session
        self._worker = worker

    def take_in(self, sources: Iterable[Incoming]) -> tuple[IncomingFile, ...]:
        """Store files (paths, or names with contents) among the binder's files, ready for AttachFiles.

        Raises FileVanished when one cannot be read, DiskFull …; a file stored in vain does no harm.
        """
        return tuple(self._take_in(source) for source in sources)

    def _take_in(self, source: Incoming) -> IncomingFile:
        from namndstod.exchange.detect import detect  # not before the window is usable

        if isinstance(source, Path):
            try:
                name, data = source.name, source.read_bytes()
            except OSError as error:
                raise FileVanished(
                    f"”{source.name}” går inte att läsa.",
                    way_on="Stäng den om den är öppen i ett annat program, eller kopiera den först.",
                ) from error
        else:
            name, data = source
        kept = self._session.binder.files.keep(data)
        return IncomingFile(kept.sha256, len(data), detect(data, name).media_type, name)

    def pending(self, view: MeetingView) -> tuple[DocumentView, ...]:
        """Return the documents of a meeting that have no pages yet; each file once."""
        waiting: dict[str, DocumentView] = {}
        for item in view.items:
            for document in item.documents:
                if document.conversion is None:
                    waiting.setdefault(document.file.sha256, document)
        return tuple(waiting.values())

    def convert(self, sha256: str, name: str) -> Conversion:
        """Make pages of a stored file and note how it went. Slow: call it off the UI thread.

        A file that cannot be shown gets a page that says so; its conversion says why.
        """
        return self._convert(sha256, name)[0]

    def pages(self, document: DocumentView) -> bytes:
        """Return the PDF pages of a document, from the cache or made now."""
        conversion = document.conversion
        if conversion is not None and conversion.pdf_sha is not None:
            kept = self._kept(conversion.pdf_sha)
            if kept is not None:
                return kept
        return self._convert(document.file.sha256, document.document.original_name)[1]

    def cancel(self) -> None:
        """Give up the conversion that runs; its caller gets Cancelled."""
        self._worker.cancel()

    def keep(self, document: DocumentView) -> None:
        """Keep the pages of a document that is sent among the binder's files, so that they never change."""
        self._session.binder.files.keep(self.pages(document))

    def _kept(self, pdf_sha: str) -> bytes | None:
        binder = self._session.binder
        if binder.files.exists(pdf_sha):
            return binder.files.read(pdf_sha, verify=True)
        cached = binder.cache.get(_key(pdf_sha))
        return cached if cached is not None and hashlib.sha256(cached).hexdigest() == pdf_sha else None

    def _convert(self, sha256: str, name: str) -> tuple[Conversion, bytes]:
        binder = self._session.binder
        try:
            data = binder.files.read(sha256, verify=True)
        except (FileVanished, BinderDamaged) as problem:
            raise type(problem)(f"”{name}”: {problem}", way_on=problem.way_on) from problem
        made = self._worker.convert(data, name)
        pdf_sha = hashlib.sha256(made.pdf).hexdigest()
        known = binder_conversion(self._session, sha256)
        conversion = Conversion(
            id=known.id if known else new_id(),
            sha256=sha256,
            state=made.state,
            converter=made.converter,
            converter_version=made.converter_version,
            pages=made.pages,
            pdf_sha=pdf_sha,
            message=made.message,
            inaccessible=made.inaccessible,
        )
        if not binder.read_only:
            binder.cache.put(_key(pdf_sha), made.pdf)
            with binder.work(Operation(name="convert", label="omvandla handling")) as work:
                if work.first(StoredFile, sha256=sha256) is not None:
                    work.note(conversion)
        return conversion, made.pdf


def binder_conversion(session: Session, sha256: str) -> Conversion | None:
    """Return what is known of the pages of a stored file."""
    with session.reading() as reader:
        return reader.first(Conversion, sha256=sha256)


def shown(conversion: Conversion | None) -> bool:
    """Whether the file's own pages can be shown."""
    return conversion is not None and conversion.state is ConversionState.DONE


def _key(pdf_sha: str) -> str:
    return f"sidor/{pdf_sha}.pdf"
