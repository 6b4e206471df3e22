"""The words by which förtroendevalda are listed: heads of groups, uppdrag, parties, names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from ..records import Role

PARTY: Final = re.compile(r"\(\s*(?P<party>[^()]{0,30})\s*\)")
NO_PARTY: Final = frozenset(("", "-", "–", "—", "partilös", "oberoende"))
VACANT: Final = re.compile(r"\b(?:vakant|vakans|vakanser)\b", re.IGNORECASE)
_PARTIES: Final = {
    "arbetarepartiet-socialdemokraterna": "S",
    "centerpartiet": "C",
    "kristdemokraterna": "KD",
    "liberalerna": "L",
    "miljöpartiet": "MP",
    "miljöpartiet de gröna": "MP",
    "moderaterna": "M",
    "moderata samlingspartiet": "M",
    "socialdemokraterna": "S",
    "sverigedemokraterna": "SD",
    "vänsterpartiet": "V",
}
_PARTICLES: Final = frozenset(
    ("von", "af", "av", "de", "da", "van", "der", "den", "al", "el", "bin", "ibn", "la", "di")
)
_ROLES: Final = (
    (
        re.compile(r"(?:2:?e|ii|andre|andra)\s+(?:vice|v\.?)\s*ordf(?:örande|\.)?$", re.IGNORECASE),
        Role.SECOND_VICE_CHAIR,
    ),
    (
        re.compile(r"(?:(?:1:?e|i|förste|första)\s+)?(?:vice|v\.?)\s*ordf(?:örande|\.)?$", re.IGNORECASE),
        Role.VICE_CHAIR,
    ),
    (re.compile(r"ordf(?:örande|\.)?$", re.IGNORECASE), Role.CHAIR),
    (
        re.compile(r"(?:(?:tjänstgörande|personlig)\s+)?(?:ersättare|suppleant)$", re.IGNORECASE),
        Role.SUBSTITUTE,
    ),
    (re.compile(r"(?:ordinarie\s+)?ledamot$|ordinarie$", re.IGNORECASE), Role.MEMBER),
    (re.compile(r"(?:ledamot med )?insyns?plats$|insynsledamot$|insyn$", re.IGNORECASE), Role.OBSERVER),
    (re.compile(r"personalföreträdare$", re.IGNORECASE), Role.STAFF),
)
_ROLE_WORDS: Final = (
    r"(?:(?:1:?e|2:?e|förste|första|andre|andra)\s+)?(?:vice\s*|v\.\s?)?ordf(?:örande\b|\.)"
    r"|(?:ordinarie |tjänstgörande |personlig )?(?:ledamot|ersättare|suppleant)\b"
)
_LEADING_ROLE: Final = re.compile(rf"(?P<role>{_ROLE_WORDS})\s*:?\s+(?P<rest>[A-ZÅÄÖÉ].*)$", re.IGNORECASE)
_NAME: Final = r"[A-ZÅÄÖÉÜÆØ][^()\d:;,/]{2,60}?"
_PERSON: Final = re.compile(
    rf"(?P<name>{_NAME})\s*(?:,\s*(?P<before>{_ROLE_WORDS})\s*)?\((?P<party>[A-Za-zÅÄÖåäö–—-]{{1,12}})\)"
    rf"(?:\s*[,–-]?\s*(?P<role>(?:\d:e |\d:a )?[a-zåäö][^()]{{2,40}}))?"
)
_PARTLESS: Final = re.compile(rf"(?P<name>{_NAME}),\s*(?P<role>{_ROLE_WORDS})", re.IGNORECASE)
_NEXT: Final = re.compile(
    rf"\s*(?:[,;]\s*)?(?:(?:och|samt)\s+)?(?P<person>[^(),;]+\([^()]{{1,12}}\)(?:\s*,?\s*(?:{_ROLE_WORDS}))?)",
    re.IGNORECASE,
)


class Group(Enum):
    """What a head says of those listed below it."""

    MEMBERS = auto()  # ledamöter
    SUBSTITUTES = auto()  # ersättare
    OTHERS = auto()  # officers and guests


_KALLAS: Final = r"(?: (?:kallas|kallade|som kallas|underrättas|som underrättas|för kännedom|i nämnden))*"
_GROUPS: Final = (
    (re.compile(rf"(?:presidium|presidiet|(?:(?:ordinarie|samtliga|kallade) )?ledamöter|ordinarie|kallade"
                rf"|kallas|beslutande(?: ledamöter)?){_KALLAS}", re.IGNORECASE), Group.MEMBERS),
    (re.compile(rf"(?:(?:ej |icke |inte )?tjänstgörande |samtliga |kallade )?(?:ersättare|suppleanter)"
                rf"{_KALLAS}|underrättas", re.IGNORECASE), Group.SUBSTITUTES),
    (re.compile(rf"(?:övriga|(?:övriga )?(?:kallade )?tjänste(?:personer|män)|adjungerade"
                rf"|övriga (?:kallade|närvarande|deltagare)|revisorer|föredragande)"
                rf"{_KALLAS}", re.IGNORECASE), Group.OTHERS),
)  # fmt: skip
_BOTH: Final = re.compile(
    r"(?:(?:ordinarie )?ledamöter|ordinarie)(?: kallas)?[\s|/]+(?:ersättare|suppleanter)"
    r"(?: underrättas| kallas)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A person as a list writes it: the whole name, party without brackets, role as written."""

    name: str
    party: str = ""
    role: str = ""


def group_of(text: str) -> Group | None:
    """Return the group that a line is the head of."""
    words = " ".join(text.split()).strip(" :;")
    return next((group for pattern, group in _GROUPS if pattern.fullmatch(words)), None)


def heads_both(text: str) -> bool:
    """Tell whether a line holds the heads of both groups: «Ledamöter kallas  Ersättare underrättas»."""
    return _BOTH.match(" ".join(text.split()).strip(" :;")) is not None


def role_of(text: str) -> Role | None:
    """Return the uppdrag that words name: «v. ordf.», «2:e vice ordförande», «suppleant»."""
    return next((role for pattern, role in _ROLES if pattern.match(text.strip(" .,"))), None)


def party_of(text: str) -> str:
    """Return the sign of a party: that of a national one by its name, otherwise what is written."""
    return _PARTIES.get(" ".join(text.split()).casefold(), text.strip())


def person_in(text: str) -> Listed | None:
    """Return the person that a line names and nothing else: «Ada Ek (S), ordförande», «Ordf. Ada Ek (S)»."""
    text = " ".join(text.split()).strip(" ,;•–-")
    lead = ""
    if (leading := _LEADING_ROLE.match(text)) is not None:
        lead, text = leading["role"], leading["rest"]
    found = _PERSON.fullmatch(text) or _PARTLESS.fullmatch(text)
    if found is None or len(found["name"].split()) > 6 or VACANT.search(found["name"]):
        return None
    groups = found.groupdict()
    role = (groups.get("role") or groups.get("before") or lead).strip(" ,")
    party = (groups.get("party") or "").strip()
    if " " not in found["name"].strip() or (role.endswith(".") and role_of(role) is None):
        return None
    return Listed(found["name"].strip(), "" if party.casefold() in NO_PARTY else party, role)


def people_in(text: str) -> tuple[Listed, ...]:
    """Return the persons of a line that names several: «Ada Ek (S), ordförande, Bo Al (M)»."""
    if (one := person_in(text)) is not None:
        return (one,)
    found: list[Listed] = []
    at = 0
    while (match := _NEXT.match(text, at)) is not None and match.end() > at:
        person = person_in(match["person"])
        if person is None:
            return ()
        found.append(person)
        at = match.end()
    return tuple(found) if len(found) > 1 and not text[at:].strip(" .") else ()


def split_name(name: str) -> tuple[str, str]:
    """Return given name and surname: the last word, with particles before it («af Ek»), is the surname."""
    if "," in name:
        surname, _, given = name.partition(",")
        return given.strip(), surname.strip()
    words = name.split()
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in _PARTICLES:
        at -= 1
    return " ".join(words[:at]), " ".join(words[at:])


def head_and_rest(text: str) -> tuple[Group, str] | None:
    """Return the group and the persons after it of «Ledamöter: Ada Ek (S), Bo Al (M)»."""
    head, colon, rest = text.partition(":")
    group = group_of(head) if colon else None
    return (group, rest.strip()) if group is not None else None


def parts_of_cell(cell: str) -> Iterator[str]:
    """Yield the lines of a cell that has any."""
    yield from filter(None, (line.strip() for line in cell.split("\n")))
