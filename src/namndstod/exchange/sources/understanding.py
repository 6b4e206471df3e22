"""A file understood, without reading more of it than that takes."""

from __future__ import annotations

import dataclasses
from typing import Final

from namndstod.domain.intake.kinds import PaperType, paper_kind
from namndstod.domain.intake.source import Source
from namndstod.domain.intake.understanding import Understood, understand

from ..office import OfficeConverter
from .beginnings import MOST_PAGES, beginning
from .reading import read_source

_GLANCE: Final = 4  # pages that are looked at first: most files are attachments


def understand_file(
    data: bytes,
    name: str,
    office: OfficeConverter | None = None,
    *,
    only: PaperType | None = None,
    brief: bool = False,
) -> Understood:
    """Return what a file is and says.

    With `only` all of it is read as that kind; with `brief` no more than its first pages, to tell what it is.
    Raises CannotShow for a file without text that can be read.
    """
    if only is not None:
        return understand(read_source(data, name, office), only)
    source = _first(data, name, office, _GLANCE)
    if source.pages > _GLANCE and not brief and data.startswith(b"%PDF") and paper_kind(source) is not None:
        source = _first(data, name, office, MOST_PAGES)
    return understand(source)


def _first(data: bytes, name: str, office: OfficeConverter | None, most: int) -> Source:
    part, pages = beginning(data, most)
    source = read_source(part, name, office)
    return dataclasses.replace(source, pages=pages or source.pages)
