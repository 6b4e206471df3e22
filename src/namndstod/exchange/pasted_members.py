"""A pasted register of members as plain rows. Nothing is guessed: what is unclear is said in `unclear`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..domain.records import Role
from .plain import clean

_PARTY = re.compile(r"\(\s*(?P<party>[^()]{0,30})\s*\)")
_HEADS = {
    "presidium": False,
    "ledamöter": False,
    "ordinarie": False,
    "ordinarie ledamöter": False,
    "ledamöter kallas": False,
    "ersättare": True,
    "ersättare underrättas": True,
    "suppleanter": True,
}
_BOTH_HEADS = re.compile(r"ledamöter(?: kallas)?[\s|]+ersättare(?: underrättas)?$", re.IGNORECASE)
_ROLES = (
    (re.compile(r"(?:2:?e|andre|andra)\s+vice\s+ordf(?:örande|\.)?$", re.IGNORECASE), Role.SECOND_VICE_CHAIR),
    (
        re.compile(r"(?:(?:1:?e|förste|första)\s+)?(?:vice|v\.?)\s+ordf(?:örande|\.)?$", re.IGNORECASE),
        Role.VICE_CHAIR,
    ),
    (re.compile(r"ordf(?:örande|\.)?$", re.IGNORECASE), Role.CHAIR),
    (re.compile(r"(?:tjänstgörande\s+)?(?:ersättare|suppleant)$", re.IGNORECASE), Role.SUBSTITUTE),
    (re.compile(r"(?:ordinarie\s+)?ledamot$", re.IGNORECASE), Role.MEMBER),
)
_COLUMNS = {
    "name": ("namn", "för- och efternamn", "ledamot"),
    "given": ("förnamn", "tilltalsnamn"),
    "surname": ("efternamn",),
    "party": ("parti", "partibeteckning"),
    "role": ("roll", "uppdrag", "funktion", "befattning"),
}
_NO_PARTY = frozenset(("", "-", "–", "—", "partilös", "oberoende"))
_NOT_A_NAME = re.compile(r"[\d@:/]|\b(?:vakant|vakans)\b", re.IGNORECASE)
_PARTICLES = frozenset(
    ("von", "af", "av", "de", "da", "van", "der", "den", "al", "el", "bin", "ibn", "la", "di")
)


@dataclass(frozen=True, slots=True)
class PastedMember:
    """A person as pasted. `order` counts members and substitutes each from 1."""

    given_name: str
    surname: str
    party: str
    role: Role
    order: int

    @property
    def substitute(self) -> bool:
        """Tell whether the person is an ersättare."""
        return self.role is Role.SUBSTITUTE


@dataclass(frozen=True, slots=True)
class PastedMembers:
    """The rows in order, and Swedish sentences on what was not understood."""

    members: tuple[PastedMember, ...]
    unclear: tuple[str, ...]


def read_members(text: str) -> PastedMembers:
    """Return a pasted register: lines «Namn Efternamn (S), ordförande», or columns (tab, semicolon)."""
    reader = _Reader()
    for raw in clean(text).split("\n"):
        line = raw.replace("\u2003", "\t").strip(" \u00a0")
        if line.strip("\t ;"):
            reader.take(line)
        else:
            reader.gap()
    return reader.result()


class _Reader:
    def __init__(self) -> None:
        self._members: list[PastedMember] = []
        self._unclear: list[str] = []
        self._substitutes = False
        self._columns: list[str] | None = None
        self._beside = False  # the heads of both groups stand on one line
        self._at_gap = 0  # how many persons were above the gap between the groups

    def gap(self) -> None:
        """Take an empty line: below two heads on one line, it parts the groups."""
        if self._beside and self._members and not self._substitutes:
            self._substitutes, self._at_gap = True, len(self._members)

    def take(self, line: str) -> None:
        """Take one line in: a head, the names of columns, or a person."""
        plain = re.sub(r"\s+", " ", line).strip(" :;")
        if _BOTH_HEADS.match(plain):
            self._substitutes, self._beside = False, True
        elif plain.lower() in _HEADS:
            self._substitutes = _HEADS[plain.lower()]
        elif (parts := _cells(line)) is not None:
            self._row(parts, plain)
        else:
            self._line(plain)

    def _row(self, cells: list[str], plain: str) -> None:
        if self._beside and len(cells) == 2 and all(_PARTY.search(cell) for cell in cells):
            for self._substitutes, cell in zip((False, True), cells, strict=True):
                self._line(cell)
            return
        names = [next((key for key, words in _COLUMNS.items() if c.lower() in words), "") for c in cells]
        if sum(bool(name) for name in names) >= 2:
            self._columns = names
            return
        if self._columns is None:
            self._unnamed_row(cells, plain)
            return
        row = dict(zip(self._columns, cells, strict=False))
        if row.get("name"):
            given, surname = _split_name(row["name"])
        else:
            given, surname = row.get("given", ""), row.get("surname", "")
        self._add(given, surname, row.get("party", ""), row.get("role", ""), plain)

    def _unnamed_row(self, cells: list[str], plain: str) -> None:
        """Take a row of columns without names: name, then party and role in either order."""
        match = _PARTY.search(cells[0])
        given, surname = _split_name(_PARTY.sub("", cells[0]))
        party, role, rest = match["party"] if match else "", "", list[str]()
        for cell in filter(None, cells[1:]):
            if _role(cell) is not None and not role:
                role = cell
            elif not party and re.fullmatch(r"\(?[^\W\d_]{1,4}\)?|[-–—]", cell):
                party = cell.strip("()")
            else:
                rest.append(cell)
        if rest:
            self._unclear.append(f"”{'; '.join(rest)}” på raden om {cells[0]} togs inte med.")
        self._add(given, surname, party, role, plain)

    def _line(self, plain: str) -> None:
        match = _PARTY.search(plain)
        if match is None:
            name, _, role = plain.partition(",")
            if role.strip() and _role(role.strip()) is None:
                self._unclear.append(f"Raden ”{plain}” gick inte att tolka.")
                return
            given, surname = _split_name(name)
            self._add(given, surname, "", role.strip(), plain, party_given=False)
            return
        given, surname = _split_name(plain[: match.start()])
        self._add(given, surname, match["party"], plain[match.end() :].strip(" ,–-"), plain)

    def _add(
        self, given: str, surname: str, party: str, role: str, line: str, *, party_given: bool = True
    ) -> None:
        if not given or not surname or _NOT_A_NAME.search(f"{given} {surname}"):
            self._unclear.append(f"Raden ”{line}” gick inte att tolka: ett för- och ett efternamn behövs.")
            return
        named = _role(role) if role else None
        if role and named is None:
            self._unclear.append(
                f"Uppdraget ”{role}” för {given} {surname} känns inte igen; raden blev ledamot."
            )
        if self._substitutes and named in (None, Role.MEMBER):
            named = Role.SUBSTITUTE
        party = "" if party.strip().lower() in _NO_PARTY else party.strip()
        if not party and not party_given:
            self._unclear.append(f"Parti saknas för {given} {surname}.")
        final = named or Role.MEMBER
        order = 1 + sum(member.substitute == (final is Role.SUBSTITUTE) for member in self._members)
        self._members.append(PastedMember(given, surname, party, final, order))

    def result(self) -> PastedMembers:
        """Return the rows, with what is odd about them as a whole."""
        if self._at_gap:
            count = len(self._members) - self._at_gap
            self._unclear.append(
                f"Ledamöter och ersättare stod i två spalter; de {count} sista raderna lästes som ersättare."
            )
        if not self._members:
            self._unclear.append("Ingen person hittades i texten.")
        for role, name in ((Role.CHAIR, "ordförande"), (Role.VICE_CHAIR, "vice ordförande")):
            if sum(member.role is role for member in self._members) > 1:
                self._unclear.append(f"Mer än en person står som {name}.")
        seen: set[tuple[str, str]] = set()
        for member in self._members:
            key = (member.given_name.casefold(), member.surname.casefold())
            if key in seen:
                self._unclear.append(f"{member.given_name} {member.surname} förekommer mer än en gång.")
            seen.add(key)
        return PastedMembers(tuple(self._members), tuple(self._unclear))


def _cells(line: str) -> list[str] | None:
    """Return the cells of a line with columns, or None when it has none."""
    for mark in ("\t", ";"):
        if mark in line:
            return [re.sub(r"\s+", " ", cell).strip() for cell in line.split(mark)]
    return None


def _role(text: str) -> Role | None:
    return next((role for pattern, role in _ROLES if pattern.match(text.strip(" .,"))), None)


def _split_name(name: str) -> tuple[str, str]:
    """Return given name and surname: the last word, with particles before it («af Ek»), is the surname."""
    if "," in name:
        surname, _, given = name.partition(",")
        return given.strip(), surname.strip()
    words = name.split()
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in _PARTICLES:
        at -= 1
    return " ".join(words[:at]), " ".join(words[at:])
