"""The labels of a kallelse's head in the words of all houses, and what stands after each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from .clocks import clocks_in
from .namely import is_body
from .source import SourceLine
from .titles import printed
from .values import days_in


class Asked(Enum):
    """What a label asks for."""

    COMMITTEE = auto()
    DAY = auto()
    TIME = auto()
    PLACE = auto()
    WHEN_AND_WHERE = auto()
    GROUPS = auto()  # gruppmöten
    SECRETARY = auto()
    NOTICE = auto()  # justering, förhinder: kept as it stands
    OTHER = auto()  # what nobody here asks for: addresses, chair


_WORDS: Final = {
    Asked.COMMITTEE: (
        r"sammanträde (?:med|i|för)|möte (?:med|i)|kallelse till(?: sammanträde (?:med|i))?"
        r"|nämnd(?:/styrelse)?|organ|instans|styrelse|beslutsinstans|nämnd/utskott|utskott"
    ),
    Asked.DAY: r"sammanträdesdatum|sammanträdesdag|datum(?: för sammanträdet?)?|dag|mötesdatum|mötesdag|när",
    Asked.TIME: r"tid|klockan|klockslag|kl|starttid|sammanträdestid|mötestid|tidpunkt",
    Asked.PLACE: r"plats|lokal|sammanträdesplats|sammanträdeslokal|mötesplats|möteslokal|var|sammanträdesrum",
    Asked.WHEN_AND_WHERE: (
        r"tid (?:och|&|/) ?plats|plats (?:och|&|/) ?tid|datum,? (?:och )?tid(?:,? och plats)?|datum och plats"
        r"|dag,? (?:och )?tid(?:,? och plats)?|tid/plats|plats/tid|datum/tid|när och var"
        r"|sammanträdestid och plats|datum, klockslag och plats"
    ),
    Asked.GROUPS: (
        r"(?:parti)?grupp(?:möten?|möte|sammanträden?|överläggningar?|träffar)|förmöten?|partigrupper(?:na)?"
    ),
    Asked.SECRETARY: (
        r"(?:[a-zåäö]*nämnd|kommun|region|utrednings|förvaltnings|vid )?sekreterare(?:n)?|kontaktperson"
        r"|kontakt|vid protokollet|handläggare"
    ),
    Asked.NOTICE: (
        r"(?:protokolls?)?justering(?:en|sdag|sdatum)?(?:ens)?(?: (?:plats|tid).*)?|utses att justera"
        r"|(?:tid|plats|dag) (?:och \w+ )?för justering(?:en)?|(?:anmälan om |vid )?förhinder"
        r"|(?:förslag (?:till|på) |val av )?(?:protokolls?)?justerare"
        r"|frånvaro(?:anmälan)?|anmälan om frånvaro|offentligt sammanträde|sändning|allergi"
    ),
    Asked.OTHER: (
        r"ordförande|postadress|besöksadress|adress|e-?post(?:adress)?|telefon(?:nummer)?|tfn|tel|växel"
        r"|webb(?:plats)?|hemsida|org(?:anisations)?\.? ?(?:nr|nummer)|sida|dnr|diarienummer|ärende"
        r"|fax|bankgiro|vår beteckning"
    ),
}  # fmt: skip
_ANY: Final = re.compile("|".join(f"(?:{words})" for words in _WORDS.values()), re.IGNORECASE)
"""What every line with a label begins with: most lines of a paper are none, and are told so at once."""
_WHOLE: Final = tuple(
    (asked, re.compile(rf"(?:{words})\s*:?", re.IGNORECASE)) for asked, words in _WORDS.items()
)
_WITH_COLON: Final = tuple(
    (
        asked,
        re.compile(rf"(?:{words})(?:\s+(?:kl\.?|klockan)\s*[\d.:–-]+)?\s*:\s*(?P<rest>\S.*)", re.IGNORECASE),
    )
    for asked, words in _WORDS.items()
)
_NO_COLON: Final = tuple(
    (asked, re.compile(rf"(?:{_WORDS[asked]})\s+(?P<rest>\S.*)", re.IGNORECASE))
    for asked in (Asked.COMMITTEE, Asked.DAY, Asked.TIME, Asked.WHEN_AND_WHERE)
)
_GROUPS_AT: Final = re.compile(
    rf"(?:{_WORDS[Asked.GROUPS]})\s+(?P<rest>(?:kl\.?|klockan)?\s*\d.*?):?$", re.IGNORECASE
)
_GOES_ON: Final = frozenset((Asked.PLACE, Asked.WHEN_AND_WHERE, Asked.GROUPS, Asked.SECRETARY))
_HAS_PARTY: Final = re.compile(r"\([A-ZÅÄÖ]{1,5}\)")


@dataclass(slots=True)
class Labelled:
    """The lines after each label in order, and the lines that belong to none."""

    values: list[tuple[Asked, list[str]]] = field(default_factory=list)
    rest: list[SourceLine] = field(default_factory=list)

    def lines(self, *asked: Asked) -> list[str]:
        """Return the lines after any of these labels."""
        return [line for one, lines in self.values if one in asked for line in lines]


def label_in(text: str) -> tuple[Asked, str] | None:
    """Return what a line asks for and what follows on it; None when it begins with no label."""
    text = text.strip()
    if _ANY.match(text) is None:
        return None
    for asked, pattern in _WHOLE:
        if pattern.fullmatch(text):
            return asked, ""
    if (found := _GROUPS_AT.fullmatch(text)) is not None:
        return Asked.GROUPS, found["rest"]
    for asked, pattern in _WITH_COLON:
        if (found := pattern.fullmatch(text)) is not None:
            rest = text.split(":", 1)[0] if asked is Asked.GROUPS else ""
            return asked, f"{_clock_of(rest)} {found['rest']}".strip()
    for asked, pattern in _NO_COLON:
        if (found := pattern.fullmatch(text)) is not None and _fits(asked, found["rest"]):
            return asked, found["rest"]
    return None


def read_labels(lines: Sequence[SourceLine]) -> Labelled:
    """Part the lines of a head by their labels: beside the value, above it, or in a row of labels."""
    reader = _Reader()
    for line in lines:
        reader.take(line)
    return reader.found


class _Reader:
    def __init__(self) -> None:
        self.found = Labelled()
        self._open: Asked | None = None  # whose value may go on
        self._columns: tuple[Asked | None, ...] = ()  # of a row of labels

    def take(self, line: SourceLine) -> None:
        """Take one line in."""
        if len(line.cells) > 1 and self._row(line):
            return
        text = printed(line)
        labelled = label_in(text)
        if labelled is not None:
            asked, rest = labelled
            self._put(asked, rest, text)
        elif self._open is not None and self._continues(line, text):
            self.found.values[-1][1].append(text)
            if self._open not in _GOES_ON:
                self._open = None
        else:
            self._open = None
            self.found.rest.append(line)

    def _put(self, asked: Asked, rest: str, whole: str) -> None:
        if asked is Asked.NOTICE:
            self.found.values.append((asked, [whole]))
        else:
            self.found.values.append((asked, [rest] if rest else []))
        self._open = asked if asked in _GOES_ON or not rest or asked is Asked.NOTICE else None

    def _continues(self, line: SourceLine, text: str) -> bool:
        held = self.found.values[-1][1]
        if self._open is Asked.GROUPS:
            return bool(_HAS_PARTY.search(text)) or not held or not (line.gap or line.whole)
        if self._open is Asked.NOTICE:
            return not (line.gap or line.whole)
        return not held or not (line.gap or line.whole)

    def _row(self, line: SourceLine) -> bool:
        """Take a row of labels, of values below labels, or of labels with their values beside them."""
        cells = [" ".join(cell.split("\n")).strip() for cell in line.cells]
        labels = tuple(_label_alone(cell) for cell in cells)
        if all(labels):
            self._columns, self._open = labels, None
            return True
        if self._columns and len(cells) == len(self._columns) and not any(labels):
            for asked, cell in zip(self._columns, line.cells, strict=True):
                if asked is not None and cell.strip():
                    self.found.values.append((asked, _split(cell)))
            self._columns = ()
            return True
        self._columns, taken, at = (), False, 0
        while at < len(cells):
            asked = labels[at]
            if asked is not None and at + 1 < len(cells) and labels[at + 1] is None:
                self.found.values.append((asked, _split(line.cells[at + 1])))
                self._open, taken, at = asked, True, at + 2
            elif (within := _within(line.cells[at])) is not None:
                self.found.values.append(within)
                taken, at = True, at + 1
            else:
                at += 1
        return taken


def _within(cell: str) -> tuple[Asked, list[str]] | None:
    """Return label and value of a cell that holds both: «Datum» with a day below it, «Plats: Sal A»."""
    first, *others = _split(cell) or [""]
    found = label_in(first)
    if found is None or not (found[1] or others):
        return None
    return found[0], [part for part in (found[1], *others) if part]


def _split(cell: str) -> list[str]:
    return [line.strip() for line in cell.split("\n") if line.strip()]


def _label_alone(cell: str) -> Asked | None:
    if _ANY.match(cell) is None:
        return None
    return next((asked for asked, pattern in _WHOLE if pattern.fullmatch(cell)), None)


def _fits(asked: Asked, rest: str) -> bool:
    """Tell whether words with no colon before them are what the label asks for."""
    if len(rest) > 100:
        return False
    if asked is Asked.COMMITTEE:
        return is_body(rest[:1].upper() + rest[1:]) and not rest.endswith(".")
    return bool(days_in(rest) or clocks_in(rest)) and not rest.endswith((".", "!"))


def _clock_of(label: str) -> str:
    found = re.search(r"(?:kl\.?|klockan)\s*[\d.:–-]+", label, re.IGNORECASE)
    return found[0] if found else ""
