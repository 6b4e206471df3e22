"""Who is called: ledamöter and ersättare, below each other or in two columns, in lines or in a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from .found import FoundMember
from .member_words import (
    VACANT,
    Group,
    Listed,
    group_of,
    head_and_rest,
    heads_both,
    parts_of_cell,
    people_in,
    person_in,
    role_of,
)
from .namely import is_person
from .source import SourceLine
from .titles import printed

_PARTY_WORDS: Final = frozenset(("parti", "partibeteckning"))
_ROLE_WORDS: Final = frozenset(("uppdrag", "roll", "funktion", "befattning"))
_NAME_WORDS: Final = frozenset(("namn", "ledamot", "för- och efternamn"))
_RIGHT: Final = {True: 24, False: 140}  # from the left edge: characters of plain text, points
_ENOUGH: Final = 3  # lines of persons below each other that are a list without a head


@dataclass(slots=True)
class FoundPeople:
    """Who was found, the indices of the lines that tell of them, and what was unclear."""

    members: list[FoundMember] = field(default_factory=list)
    substitutes: list[FoundMember] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    unclear: list[str] = field(default_factory=list)


def read_people(lines: Sequence[SourceLine]) -> FoundPeople:
    """Return who is called according to the lines around a föredragningslista."""
    reader = _Reader()
    for index, line in enumerate(lines):
        if reader.take(line):
            reader.found.used.add(index)
    found = reader.found
    if not found.members and not found.substitutes:
        _without_heads(lines, found)
    if reader.parted_by_gap:
        found.unclear.append(
            "Ledamöter och ersättare stod i två spalter; de "
            f"{len(found.substitutes)} sista raderna lästes som ersättare."
        )
    return found


class _Reader:
    """Goes through the lines; `_group` is whose head was met last."""

    def __init__(self) -> None:
        self.found = FoundPeople()
        self.parted_by_gap = False
        self._group: Group | None = None
        self._beside = False  # the heads of both groups stand on one line
        self._rows = False  # rows with both a ledamot and an ersättare have been met
        self._columns: tuple[str, ...] = ()

    def take(self, line: SourceLine) -> bool:
        """Take one line in; False when it does not tell of who is called."""
        text = printed(line)
        if line.cells and (self._head_row(line.cells) or self._headed_cells(line.cells)):
            return True
        if heads_both(text):
            self._group, self._beside, self._rows, self._columns = Group.MEMBERS, True, False, ()
            return True
        if (group := group_of(text)) is not None:
            self._group, self._beside = group, False
            self._columns = () if not line.table else self._columns
            return True
        if (led := head_and_rest(text)) is not None and (people := people_in(led[1])):
            self._group, self._beside = led[0], False
            self._add_all(people)
            return True
        if self._group is None:
            return False
        return self._row(line) if len(line.cells) > 1 else self._line(line, text)

    def _head_row(self, cells: Sequence[str]) -> bool:
        """Take a row of heads: «Ledamöter | Ersättare», «Namn | Parti | Uppdrag»."""
        names = tuple(_column(cell) for cell in cells)
        if sum(bool(name) for name in names) < 2 or not {"members", "substitutes", "name"} & set(names):
            return False
        self._columns = names
        self._beside = "members" in names and "substitutes" in names
        self._rows = False
        self._group = (
            Group.SUBSTITUTES if "substitutes" in names and not self._beside else self._group or Group.MEMBERS
        )
        if "members" in names:
            self._group = Group.MEMBERS
        return True

    def _headed_cells(self, cells: Sequence[str]) -> bool:
        """Take a row of cells that each begin with their own head, persons below it."""
        parts = [tuple(parts_of_cell(cell)) for cell in cells]
        headed = [(group_of(lines[0]), lines[1:]) for lines in parts if len(lines) > 1]
        for group, people in headed:
            if group is not None:
                self._group, self._beside = group, False
                self._add_all(_people("\n".join(people)))
        return any(group is not None for group, _ in headed)

    def _row(self, line: SourceLine) -> bool:
        cells = line.cells
        if len(cells) == len(self._columns) and line.table:
            return self._by_columns(cells)
        if self._beside and len(cells) == 2:
            sides = [_people(cell) for cell in cells]
            if not any(sides):
                return False
            self._rows = True
            for group, people in zip((Group.MEMBERS, Group.SUBSTITUTES), sides, strict=True):
                self._group = group
                self._add_all(people)
            return True
        person = _of_cells(cells)
        if person is not None:
            self._add_all((person,))
        return person is not None

    def _by_columns(self, cells: Sequence[str]) -> bool:
        """Take a row of a table whose columns have heads: each person with the party and role behind it."""
        taken = False
        at = 0
        while at < len(cells):
            name = self._columns[at]
            if name not in ("members", "substitutes", "name"):
                at += 1
                continue
            end = at + 1
            while end < len(cells) and self._columns[end] in ("party", "role", ""):
                end += 1
            if name != "name":
                self._group = Group.MEMBERS if name == "members" else Group.SUBSTITUTES
            person = _of_cells(cells[at:end])
            people = (person,) if person is not None else _people(cells[at])
            self._add_all(people)
            self._rows = self._rows or bool(people)
            taken, at = taken or bool(people), end
        return taken or not any(cell.strip() for cell in cells)

    def _line(self, line: SourceLine, text: str) -> bool:
        people = _people(text)
        if not people:
            if VACANT.search(text) and len(text) < 40:
                self.found.unclear.append(f"”{text}” togs inte med bland dem som kallas.")
                return True
            if not self._beside:
                self._group = None
            return False
        if self._beside:
            self._side(line)
        self._add_all(people)
        return True

    def _side(self, line: SourceLine) -> None:
        """Tell on which side a line stands that has only one of the two columns."""
        if self._rows:
            far = _RIGHT[line.size == 0]
            self._group = Group.SUBSTITUTES if line.indent >= far else Group.MEMBERS
        elif line.gap and self.found.members and self._group is Group.MEMBERS:
            self._group, self.parted_by_gap = Group.SUBSTITUTES, True

    def _add_all(self, people: Sequence[Listed]) -> None:
        for person in people:
            if self._group is Group.OTHERS:
                continue
            role = role_of(person.role) if person.role else None
            substitute = self._group is Group.SUBSTITUTES or (role is not None and role.value == "substitute")
            member = FoundMember(name=person.name, party=person.party, role=_own_role(person.role))
            (self.found.substitutes if substitute else self.found.members).append(member)


def _without_heads(lines: Sequence[SourceLine], found: FoundPeople) -> None:
    """Take persons that are listed below each other without any head."""
    run: list[tuple[int, Listed]] = []
    for index, line in enumerate(lines):
        person = person_in(printed(line))
        if person is not None and person.party:
            run.append((index, person))
        elif len(run) >= _ENOUGH:
            break
        else:
            run = []
    if len(run) < _ENOUGH:
        return
    reader = _Reader()
    reader.found, reader._group = found, Group.MEMBERS
    reader._add_all([person for _, person in run])
    found.used |= {index for index, _ in run}


def _people(text: str) -> tuple[Listed, ...]:
    """Return the persons of a cell or line; a name alone is one where a head stands above."""
    found: list[Listed] = []
    for part in parts_of_cell(text):
        people = people_in(part)
        if not people and is_person(part.strip(" ,")):
            people = (Listed(part.strip(" ,")),)
        if not people:
            return tuple(found)
        found += people
    return tuple(found)


def _of_cells(cells: Sequence[str]) -> Listed | None:
    """Return the person of a row «Ada Ek | S | ordförande», in any order of party and role."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if not filled or not (people := _people(filled[0])) or len(people) > 1:
        return None
    name, party, role = people[0].name, people[0].party, people[0].role
    for cell in filled[1:]:
        if role_of(cell) is not None:
            role = role or cell
        elif len(cell.strip("()")) <= 4 and cell.strip("()").isalpha():
            party = party or cell.strip("()")
    return Listed(name, party, role)


def _column(cell: str) -> str:
    words = " ".join(cell.split()).strip(" :").casefold()
    group = group_of(words)
    if group is Group.MEMBERS:
        return "members"
    if group is Group.SUBSTITUTES:
        return "substitutes"
    if words in _NAME_WORDS:
        return "name"
    return "party" if words in _PARTY_WORDS else "role" if words in _ROLE_WORDS else ""


def _own_role(role: str) -> str:
    """Return a role as written; that somebody is ledamot or ersättare is told by the list."""
    known = role_of(role) if role else None
    if known is None:
        return role
    return "" if known.value in ("member", "substitute") else role.lower()
