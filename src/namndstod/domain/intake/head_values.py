"""Values of letterheads: which label they fit, and what of them is the name, the day, the number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from .head_labels import HeadField
from .namely import is_body, is_person, is_title, is_unit, without_reach
from .values import days_in, days_said, diary_number_after_label, is_diary_number

_COMPACT: Final = re.compile(r"(?<!\d)(?:(19|20)(\d{2})|(\d{2}))(\d{2})(\d{2})(?!\d)")
_LONGEST_NUMBER: Final = 30


def placed(waiting: Sequence[HeadField], cells: Sequence[str]) -> list[HeadField | None]:
    """Return which label each value stands under; by what it is where there are fewer values than labels."""
    if len(cells) == len(waiting):
        return [None if w is HeadField.NAMELESS else w for w in waiting]
    left = list(waiting)
    places: list[HeadField | None] = []
    for cell in cells:
        fitting = [w for w in left if _suits(w, cell)]
        place = fitting[0] if fitting else None
        if place is not None:
            left.remove(place)
        places.append(place)
    return places


def parted_at_days(cells: Sequence[str]) -> list[str]:
    """Part cells that a print has run together at their days: «Ada Ek, 2027-05-03» is a name and a day."""
    found: list[str] = []
    for cell in cells:
        edges = {0, len(cell), *(edge for day in days_said(cell) for edge in (day.start, day.end))}
        found += [piece for a, b in pairwise(sorted(edges)) if (piece := cell[a:b].strip(" ,;"))]
    return found


def suit(fields: Sequence[HeadField | None], cells: Sequence[str]) -> bool:
    """Tell whether each value is such as its label asks for."""
    return all(which is not None and _suits(which, cell) for which, cell in zip(fields, cells, strict=True))


def _suits(which: HeadField, cell: str) -> bool:
    if which in (HeadField.DAY, HeadField.MEETING_DAY):
        return bool(days_in(cell))
    if which is HeadField.DIARY_NUMBER:
        return is_diary_number(cell)
    if which is HeadField.OFFICER:
        return is_person(cell.split(",")[0])
    if which is HeadField.UNIT_AND_OFFICER:
        return is_person(cell.rpartition(",")[2].strip())
    if which is HeadField.UNIT:
        return is_unit(cell)
    return which is HeadField.BODY and is_body(cell)


def diary_number(text: str) -> str:
    """Return the number after its label verbatim, also in a form nobody here knows."""
    if is_diary_number(text):
        return text
    if found := diary_number_after_label(f"Dnr {text}"):
        return found
    is_one = any(c.isdigit() for c in text) and len(text) <= _LONGEST_NUMBER and not days_in(text)
    return text if is_one else ""


def officer_name(text: str) -> str:
    """Return the name only, without title, telephone and e-mail: «Anna Ek, utredare», «Anna Ek Utredare»."""
    bare = without_reach(text)
    first, comma, rest = bare.partition(",")
    if comma and is_person(first.strip()) and not is_person(rest.strip()):
        return first.strip()
    words = bare.split()
    for count in (3, 2):
        name, title = " ".join(words[:count]), " ".join(words[count:])
        if title and is_person(name) and is_title(title):
            return name
    return bare


def compact_day(text: str) -> date | None:
    """Read «200214» and «20200214», which only a label makes a day of."""
    found = _COMPACT.search(text)
    if found is None:
        return None
    year = int(f"{found[1]}{found[2]}") if found[1] else 2000 + int(found[3])
    try:
        return date(year, int(found[4]), int(found[5]))
    except ValueError:
        return None
