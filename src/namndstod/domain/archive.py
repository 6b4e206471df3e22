"""The archive (arkivet): minutes from before the binder, read from their files to be found again."""

from __future__ import annotations

from datetime import date

from .frozen import frozen
from .records import Record


@frozen(kw_only=True)
class ArchivedMinutes(Record):
    """Arkiverat protokoll: a stored file of minutes. `body_id` where the body is one of the binder's."""

    body_name: str  # as the minutes say it
    file_id: str
    name: str  # of the file as it came
    day: date | None = None
    body_id: str | None = None


@frozen(kw_only=True)
class ArchivedSection(Record):
    """Arkiverad paragraf: a § of archived minutes. `text` is all of it, paragraphs parted by line breaks."""

    minutes_id: str
    number: int
    title: str
    diary_number: str = ""
    decision: str = ""
    text: str = ""
    secret: bool = False  # sekretess: lists and the search call it by its number alone
