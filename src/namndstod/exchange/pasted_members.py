"""A register of members as plain rows: pasted text, or a file's rows as text. Nothing is guessed.

What is unclear is said in `unclear`. Files become such text in `member_files`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ..domain.intake.member_words import (
    NO_PARTY,
    PARTY,
    VACANT,
    Group,
    group_of,
    heads_both,
    party_of,
    role_of,
    split_name,
)
from ..domain.intake.values import day_in
from ..domain.records import Role
from .plain import clean

_COLUMNS = {
    "name": ("namn", "för- och efternamn", "ledamot", "förtroendevald", "person"),
    "given": ("förnamn", "tilltalsnamn"),
    "surname": ("efternamn",),
    "party": ("parti", "partibeteckning", "partiförkortning"),
    "role": ("roll", "uppdrag", "funktion", "befattning", "uppdragstyp"),
    "group": ("typ", "ordinarie/ersättare", "ledamot/ersättare", "grupp"),
    "email": ("e-post", "epost", "e-postadress", "epostadress", "mejl", "mail", "e-mail", "email"),
    "phone": ("telefon", "telefonnummer", "mobil", "mobiltelefon", "mobilnummer", "tfn", "tel"),
    "since": ("från", "fr.o.m.", "fr o m", "fom", "from", "från och med", "startdatum", "tillträde", "start"),
    "order": ("valordning",),
    "seat": ("plats", "stol"),
    "personal_for": ("personlig ersättare för",),
    "body": ("nämnd", "organ"),
    "until": ("till", "t.o.m.", "t o m", "tom", "till och med", "slutdatum", "slut", "avslut"),
}
_KNOWN = {word: key for key, words in _COLUMNS.items() for word in words}
_NOT_A_NAME = re.compile(r"[\d@:/]")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"\+?[\d\s()/–-]{7,20}")
_PARTY_CELL = re.compile(r"\(?[^\W\d_]{1,4}\)?|[-–—]")


@dataclass(frozen=True, slots=True)
class PastedMember:
    """A person as pasted. `order` counts members and substitutes each from 1."""

    given_name: str
    surname: str
    party: str
    role: Role
    order: int
    email: str = ""
    phone: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    elected_order: int | None = None  # valordning, where a register gives it
    seat: int | None = None
    personal_for: str = ""  # the ledamot whose personal ersättare it is, by name
    body: str = ""

    @property
    def name(self) -> str:
        """Given name and surname."""
        return f"{self.given_name} {self.surname}".strip()

    @property
    def substitute(self) -> bool:
        """Tell whether the person is an ersättare."""
        return self.role is Role.SUBSTITUTE


@dataclass(frozen=True, slots=True)
class PastedMembers:
    """The rows in order, and Swedish sentences on what was not understood."""

    members: tuple[PastedMember, ...]
    unclear: tuple[str, ...]


def read_members(text: str, body: str = "") -> PastedMembers:
    """Return a pasted register: lines «Namn Efternamn (S), ordförande», or columns (tab, semicolon).

    Of a register of several bodies only those of `body` are taken.
    """
    reader = _Reader(body)
    for raw in clean(text).split("\n"):
        line = raw.replace("\u2003", "\t").strip(" \u00a0")
        if line.strip("\t ;"):
            reader.take(line)
        else:
            reader.gap()
    return reader.result()


class _Reader:
    def __init__(self, body: str) -> None:
        self._body = body
        self._members: list[PastedMember] = []
        self._unclear: list[str] = []
        self._group = Group.MEMBERS
        self._columns: list[str] | None = None
        self._beside = False  # the heads of both groups stand on one line
        self._at_gap = 0  # how many persons were above the gap between the groups

    def gap(self) -> None:
        """Take an empty line: below two heads on one line, it parts the groups."""
        if self._beside and self._members and self._group is Group.MEMBERS:
            self._group, self._at_gap = Group.SUBSTITUTES, len(self._members)

    def take(self, line: str) -> None:
        """Take one line in: a head, the names of columns, or a person."""
        plain = re.sub(r"\s+", " ", line).strip(" :;")
        if heads_both(plain):
            self._group, self._beside = Group.MEMBERS, True
        elif (group := group_of(plain)) is not None:
            self._group = group
        elif self._group is Group.OTHERS:
            self._unclear.append(f"”{plain}” togs inte med.")
        elif (parts := _cells(line)) is not None:
            self._row(parts, plain)
        else:
            self._line(plain)

    def _row(self, cells: list[str], plain: str) -> None:
        if self._beside and len(cells) == 2 and all(PARTY.search(cell) for cell in cells):
            for self._group, cell in zip((Group.MEMBERS, Group.SUBSTITUTES), cells, strict=True):
                self._line(cell)
            return
        names = [_KNOWN.get(cell.casefold().strip(" :*"), "") for cell in cells]
        if sum(bool(name) for name in names) >= 2:
            self._columns = names
            left_out = [cell for cell, name in zip(cells, names, strict=True) if cell and not name]
            if left_out:
                self._unclear.append(f"Kolumner som inte togs med: {', '.join(left_out)}.")
            return
        if sum(bool(cell) for cell in cells) == 1:
            self._line(plain)
        elif self._columns is None:
            self._unnamed_row(cells, plain)
        else:
            self._named_row(self._columns, cells, plain)

    def _named_row(self, columns: Sequence[str], cells: Sequence[str], plain: str) -> None:
        row: dict[str, str] = {}
        for key, cell in zip(columns, cells, strict=False):
            row[key] = row.get(key) or cell
        party = row.get("party", "")
        if row.get("name"):
            found = PARTY.search(row["name"])
            party = party or (found["party"] if found else "")
            given, surname = split_name(PARTY.sub("", row["name"]))
        else:
            given, surname = row.get("given", ""), row.get("surname", "")
        self._add(given, surname, party, row.get("role", ""), plain, row)

    def _unnamed_row(self, cells: list[str], plain: str) -> None:
        """Take a row of columns without names: name, then what the other cells look like."""
        match = PARTY.search(cells[0])
        given, surname = split_name(PARTY.sub("", cells[0]))
        party, role, rest = match["party"] if match else "", "", list[str]()
        known: dict[str, str] = {}
        for cell in filter(None, cells[1:]):
            key = _looks_like(cell)
            if role_of(cell) is not None and not role:
                role = cell
            elif not party and _PARTY_CELL.fullmatch(cell):
                party = cell.strip("()")
            elif key and key not in known:
                known[key] = cell
            elif key == "since" and "until" not in known:
                known["until"] = cell
            else:
                rest.append(cell)
        if rest:
            self._unclear.append(f"”{'; '.join(rest)}” på raden om {cells[0]} togs inte med.")
        self._add(given, surname, party, role, plain, known)

    def _line(self, plain: str) -> None:
        match = PARTY.search(plain)
        if match is None:
            name, _, role = plain.partition(",")
            if role.strip() and role_of(role.strip()) is None:
                self._unclear.append(f"Raden ”{plain}” gick inte att tolka.")
                return
            given, surname = split_name(name)
            self._add(given, surname, "", role.strip(), plain, party_given=False)
            return
        given, surname = split_name(plain[: match.start()])
        self._add(given, surname, match["party"], plain[match.end() :].strip(" ,–-"), plain)

    def _add(
        self,
        given: str,
        surname: str,
        party: str,
        role: str,
        line: str,
        known: Mapping[str, str] | None = None,
        *,
        party_given: bool = True,
    ) -> None:
        known = known or {}
        full = f"{given} {surname}"
        given_missing = not given and "order" not in known  # a register of ours may have one name alone
        if given_missing or not surname or _NOT_A_NAME.search(full) or VACANT.search(full):
            self._unclear.append(f"Raden ”{line}” gick inte att tolka: ett för- och ett efternamn behövs.")
            return
        final = self._role(role, known.get("group", ""), full)
        party = "" if party.strip().casefold() in NO_PARTY else party_of(party)
        if not party and not party_given:
            self._unclear.append(f"Parti saknas för {full}.")
        days = dict(self._days(known, full))
        order = 1 + sum(member.substitute == (final is Role.SUBSTITUTE) for member in self._members)
        self._members.append(
            PastedMember(
                given,
                surname,
                party,
                final,
                order,
                email=known.get("email", ""),
                phone=known.get("phone", ""),
                valid_from=days.get("since"),
                valid_to=days.get("until"),
                elected_order=_number(known.get("order", "")),
                seat=_number(known.get("seat", "")),
                personal_for=known.get("personal_for", ""),
                body=known.get("body", ""),
            )
        )

    def _role(self, role: str, group: str, name: str) -> Role:
        """Return the uppdrag by its column, by that of ordinarie and ersättare, or by the head above."""
        named = role_of(role) or role_of(re.split(r"[,/(]", role)[0]) if role else None
        if role and named is None:
            self._unclear.append(f"Uppdraget ”{role}” för {name} känns inte igen; raden blev ledamot.")
        substitute = self._group is Group.SUBSTITUTES or role_of(group) is Role.SUBSTITUTE
        if named in (None, Role.MEMBER):
            return Role.SUBSTITUTE if substitute else Role.MEMBER
        return named or Role.MEMBER

    def _days(self, known: Mapping[str, str], name: str) -> Iterator[tuple[str, date]]:
        for key in ("since", "until"):
            written = known.get(key, "")
            day = day_in(written) if written else None
            if day is not None:
                yield key, day
            elif written:
                self._unclear.append(f"”{written}” för {name} är inget datum.")

    def result(self) -> PastedMembers:
        """Return the rows, with what is odd about them as a whole."""
        if self._at_gap:
            count = len(self._members) - self._at_gap
            self._unclear.append(
                f"Ledamöter och ersättare stod i två spalter; de {count} sista raderna lästes som ersättare."
            )
        if not self._members:
            self._unclear.append("Ingen person hittades i texten.")
        members = self._of_one_body()
        for role, name in ((Role.CHAIR, "ordförande"), (Role.VICE_CHAIR, "vice ordförande")):
            if _at_once([member for member in members if member.role is role]):
                self._unclear.append(f"Mer än en person står som {name}.")
        seen: dict[str, list[PastedMember]] = defaultdict(list)
        for member in members:
            seen[member.name.casefold()].append(member)
        for same in seen.values():
            if _at_once(same):
                self._unclear.append(f"{same[0].name} förekommer mer än en gång.")
        for name in dict.fromkeys(m.personal_for for m in members if m.personal_for):
            if name.casefold() not in seen:
                self._unclear.append(f"{name}, som har en personlig ersättare, finns inte i listan.")
        return PastedMembers(tuple(members), tuple(self._unclear))

    def _of_one_body(self) -> list[PastedMember]:
        """Return the rows of the body that is meant, and tell of which others there are some."""
        named = dict.fromkeys(member.body for member in self._members if member.body)
        wanted = next((name for name in named if name.casefold() == self._body.casefold()), None)
        if len(named) < 2 or wanted is None:
            return self._members
        others = ", ".join(name for name in named if name != wanted)
        self._unclear.append(f"Bara raderna om {wanted} togs med. Listan har också {others}.")
        return [member for member in self._members if member.body in ("", wanted)]


def _at_once(members: Sequence[PastedMember]) -> bool:
    """Whether the periods of any two overlap."""
    periods = sorted((m.valid_from or date.min, m.valid_to or date.max) for m in members)
    return any(later[0] <= earlier[1] for earlier, later in pairwise(periods))


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 6 else None


def _looks_like(cell: str) -> str:
    """Return which column a cell without a heading is of, by its looks; empty when it does not tell."""
    if _MAIL.fullmatch(cell):
        return "email"
    if day_in(cell) is not None:
        return "since"
    return "phone" if _PHONE.fullmatch(cell) else ""


def _cells(line: str) -> list[str] | None:
    """Return the cells of a line with columns, or None when it has none."""
    for mark in ("\t", ";"):
        if mark in line:
            return [re.sub(r"\s+", " ", cell).strip() for cell in line.split(mark)]
    return None
