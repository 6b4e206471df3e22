"""What happened to a record, and why the store refuses it: said in Swedish."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import IntegrityError

from namndstod.domain.errors import NotFound, Refused
from namndstod.domain.frozen import frozen
from namndstod.domain.records import Record

from . import sqlite

STALE: Final = (
    "Uppgiften har ändrats av någon annan sedan den visades. Titta på den igen och gör om ändringen."
)
GONE: Final = "Uppgiften finns inte längre. Den har tagits bort."


@frozen
class Change:
    """What happened to one record: `before` is None when it was added, `after` when it was removed."""

    kind: type[Record]
    id: str
    before: Record | None
    after: Record | None

    def inverse(self) -> Change:
        """Return the change that takes this one back."""
        return Change(self.kind, self.id, self.after, self.before)


@contextmanager
def refusing_used() -> Iterator[None]:
    """Turn the removal of what others refer to into Refused."""
    try:
        yield
    except IntegrityError as error:
        if sqlite.kind_of(error.orig) == "foreign":
            raise Refused(
                "Uppgiften används på andra ställen i pärmen och kan därför inte tas bort."
            ) from error
        raise


@contextmanager
def refusing_broken() -> Iterator[None]:
    """Turn a row that cannot be into NotFound or Refused. A broken CHECK is a bug and passes as it is."""
    try:
        yield
    except IntegrityError as error:
        match sqlite.kind_of(error.orig):
            case "foreign":
                raise NotFound("Det som uppgiften hör till finns inte längre.") from error
            case "unique":
                raise Refused("Uppgiften finns redan och kan inte finnas två gånger.") from error
        raise
