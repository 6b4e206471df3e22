"""The composition root of what the faces use: an open binder, its papers and its workers put together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from namndstod.storage.binder import Binder

from .session import Session

if TYPE_CHECKING:
    from .conversions import Conversions
    from .papers import Papers
    from .public_edition import PublicEdition
    from .sending import Sending
    from .signed_files import SignedFiles
    from .worker_client import WorkerClient

Clock = Callable[[], datetime]


def now() -> datetime:
    """Return the time in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Workplace:
    """An open binder with all that works on it, made when it is first asked for. Close it when done."""

    session: Session

    @cached_property
    def worker(self) -> WorkerClient:
        """What draws."""
        return _worker()

    @cached_property
    def converter(self) -> WorkerClient:
        """What makes pages of attachments, which may take long; drawing never waits for it."""
        return _worker()

    @cached_property
    def reader(self) -> WorkerClient:
        """What reads the papers of others; it waits for no other work."""
        return _worker()

    @cached_property
    def conversions(self) -> Conversions:
        """What keeps attachments and their pages."""
        from .conversions import Conversions  # not before the window is usable

        return Conversions(self.session, self.converter)

    @cached_property
    def papers(self) -> Papers:
        """What makes the papers of a meeting."""
        from .papers import Papers  # not before the window is usable

        return Papers(self.session, self.conversions, self.worker)

    @cached_property
    def public_edition(self) -> PublicEdition:
        """What makes web versions."""
        from .public_edition import PublicEdition  # not before the window is usable

        return PublicEdition(self.session, self.papers, self.conversions, self.worker)

    @cached_property
    def signed_files(self) -> SignedFiles:
        """What takes in signed files."""
        from .signed_files import SignedFiles

        return SignedFiles(self.session, self.worker)

    @cached_property
    def sending(self) -> Sending:
        """What keeps the papers that go out before a meeting."""
        from .sending import Sending  # not before the window is usable

        return Sending(self.session, self.conversions, self.papers)

    def close(self) -> None:
        """Stop the workers and close the binder; a backup is made when something changed."""
        for name in ("worker", "converter", "reader"):
            if name in vars(self):  # else it was never asked for
                getattr(self, name).close()
        self.session.close()


def create_workplace(folder: Path, name: str, person: str, clock: Clock = now) -> Workplace:
    """Make a new binder in `folder` and open it. Raises Refused when there is one already."""
    return Workplace(Session(Binder.create(folder, name, actor=person, clock=clock), person, clock))


def open_workplace(
    path: Path, person: str, clock: Clock = now, *, read_only: bool = False, backup: bool = True
) -> Workplace:
    """Open the binder at `path` (its folder or its .namndstod file). Raises EnvironmentProblem in kinds.

    With `backup` False the caller makes the day's backup when there is time (`Session.back_up_daily`).
    """
    binder = Binder.open(path, actor=person, clock=clock, read_only=read_only, backup=backup)
    return Workplace(Session(binder, person, clock))


def _worker() -> WorkerClient:
    from .worker_client import WorkerClient  # not before the window is usable

    return WorkerClient()
