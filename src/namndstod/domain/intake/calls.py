"""A kallelse with its föredragningslista, out of the lines of any file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from .call_head import FoundHead, read_call_head
from .call_items import FoundItems, read_items
from .call_members import FoundPeople, read_people
from .call_rows import columns_of
from .found import Doubt, FoundCall
from .list_words import FURNITURE, LIST_HEADS
from .namely import is_person, is_title
from .source import Source, SourceLine
from .titles import printed, without_time
from .values import days_said

_CLOSES: Final = re.compile(
    r"(?:(?:hjärtligt )?välkomm?(?:en|na)\b|(?:meddela|anmäl|anmälan om|vid) (?:eventuellt |ditt )?förhinder"
    r"|(?:eventuella? )?förhinder (?:meddelas|anmäls|att)|(?:om du|du som|den som) .{0,30}förhindra"
    r"|(?:meddela|anmäl) frånvaro|ledamöter(?: kallas)?\b[^.]*$|ersättare (?:underrättas|kallas)"
    r"|(?:kallade|ordinarie)(?: ledamöter)?:?$|ersättare:?$|handlingarna (?:finns|skickas|publiceras)"
    r"|gruppmöten?\b|gruppsammanträden?\b"
    r"|(?:tid|plats)(?: och \w+)? för justering|(?:anslås|anslag)\b)",
    re.IGNORECASE,
)
_SIGNS: Final = re.compile(r"(?:ordförande|sekreterare|\w*sekreterare|vice ordförande)$", re.IGNORECASE)
_FIRST: Final = re.compile(r"(?:§|punkt|ärende)?\s*1[.):]?\s+\S|(?:punkt|ärende)\s+1$|1[.)]$", re.IGNORECASE)
_SECOND: Final = re.compile(r"(?:§|punkt|ärende)?\s*2[.):]?\s+\S|(?:punkt|ärende)\s+2$|2[.)]$", re.IGNORECASE)
_LONGEST_HEAD: Final = 200  # characters of a heading with days in it
_SECTION: Final = re.compile(r"§\s?\d{1,3}\b\.?\s+\S")


def read_call(source: Source) -> FoundCall:
    """Return what a kallelse says. What is not there is empty, with a doubt where it ought to be there."""
    lines = tuple(line for line in source.lines if not FURNITURE.fullmatch(printed(line)))
    start = _list_start(lines)
    above, listed = lines[:start], lines[start:]
    items = read_items(listed)
    end = _list_end(listed, items)
    below = listed[end:]
    if below:
        items = read_items(listed[:end])
    people, above, below = _people(above, below)
    head = read_call_head(above, source.furniture, below)
    return FoundCall(
        committee=head.committee,
        day=head.day,
        start=head.start,
        end=head.end,
        place=head.place,
        group_meetings=head.group_meetings,
        secretary=head.secretary,
        notices=head.notices,
        members=tuple(people.members),
        substitutes=tuple(people.substitutes),
        items=items.items,
        doubts=tuple(_doubts(source, head, people, items)),
    )


def _list_start(lines: Sequence[SourceLine]) -> int:
    """Return the index of the line with which the list begins: below its heading, or item 1 itself."""
    heads = [index for index, line in enumerate(lines) if _is_list_head(line)]
    for index in heads:
        if any(_FIRST.match(_timeless(line)) or line.table for line in lines[index + 1 : index + 12]):
            return index
    if heads:
        return heads[0]
    seconds = [index for index, line in enumerate(lines) if _SECOND.match(_timeless(line))]
    last = seconds[-1] if seconds else -1
    return next(
        (index for index, line in enumerate(lines) if _begins(line, followed=index < last)), len(lines)
    )


def _begins(line: SourceLine, *, followed: bool) -> bool:
    """Tell whether the list begins here: the heads of a table of items, a §, or a «1» that a «2» follows."""
    if len(line.cells) > 1 and columns_of(line) is not None:
        return True
    text = _timeless(line)
    return _SECTION.match(text) is not None or (followed and _FIRST.match(text) is not None)


def _is_list_head(line: SourceLine) -> bool:
    text = printed(line)
    small = text.casefold()
    if len(text) > _LONGEST_HEAD or not any(head in small for head in LIST_HEADS):
        return False
    for said in reversed(list(days_said(text))):
        text = text[: said.start] + text[said.end :]
    return text.strip(" :.,").casefold() in LIST_HEADS


def _timeless(line: SourceLine) -> str:
    return without_time(printed(line))[0]


def _list_end(lines: Sequence[SourceLine], items: FoundItems) -> int:
    """Return the index behind the list: where the kallelse is signed, or tells of other things."""
    if items.last_start < 0:
        return len(lines)
    for index in range(items.last_start + 1, len(lines)):
        text = printed(lines[index])
        if _CLOSES.match(text) or _is_signed(lines, index):
            return index
    return len(lines)


def _is_signed(lines: Sequence[SourceLine], index: int) -> bool:
    """Tell whether a name with «ordförande» or «sekreterare» beside or below it ends the list here."""
    text = printed(lines[index])
    if index + 1 < len(lines) and is_person(text) and _SIGNS.match(printed(lines[index + 1])):
        return True
    cells = [cell for cell in lines[index].cells if cell.strip()]
    if len(cells) > 1 and all(is_person(cell) for cell in cells):
        return True
    name, _, title = text.partition(",")
    return bool(title) and is_person(name) and _SIGNS.match(title.strip()) is not None and is_title(title)


def _people(
    above: Sequence[SourceLine], below: Sequence[SourceLine]
) -> tuple[FoundPeople, tuple[SourceLine, ...], tuple[SourceLine, ...]]:
    """Return who is called, and the lines above and below the list without those that tell of them."""
    people = read_people(above)
    if people.members or people.substitutes:
        return people, _without(above, people.used), tuple(below)
    people = read_people(below)
    return people, tuple(above), _without(below, people.used)


def _without(lines: Sequence[SourceLine], used: set[int]) -> tuple[SourceLine, ...]:
    return tuple(line for index, line in enumerate(lines) if index not in used)


def _doubts(source: Source, head: FoundHead, people: FoundPeople, items: FoundItems) -> list[Doubt]:
    found = [Doubt(field="", message=message) for message in source.doubts]
    known = {name for name, _, _ in head.unclear}
    missing = (
        ("committee", head.committee, "Det framgår inte vilken nämnd som kallas."),
        ("date", head.day, "Det framgår inte vilken dag sammanträdet är."),
        ("start", head.start, "Det framgår inte när sammanträdet börjar."),
        ("place", head.place, "Det framgår inte var sammanträdet hålls."),
        ("members", people.members, "Det framgår inte vilka ledamöter som kallas."),
        ("items", items.items, "Ingen punkt hittades: varje punkt ska börja med sitt nummer."),
    )
    found += [
        Doubt(field=name, message=message)
        for name, value, message in missing
        if not value and value != 0 and name not in known
    ]
    found += [Doubt(field=name, message=message, words=words) for name, message, words in head.unclear]
    found += [Doubt(field="members", message=message) for message in people.unclear]
    found += [Doubt(field="items", message=message) for message in items.unclear]
    return found
