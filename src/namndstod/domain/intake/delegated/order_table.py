"""A delegationsordning in a workbook, our own or another house's, as points with their delegates.

A row is a point with a delegate or with several; rows without a number go on with the point above, and rows
that say nothing of who decides are headings between the points.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from ...delegation import DelegateKind
from ...delegation_names import APPEALS, DELEGATE_KINDS
from ...delegation_order import point_key
from ...records import Appeal
from ...swedish_sort import fold
from ..sheets import Cell, Workbook
from .amounts import read_amount
from .days import DayReader
from .grid import grid_of
from .texts import is_nothing, text_of

_HEAD_WITHIN: Final = 40  # rows of a sheet in which the head is looked for
_HEADINGS: Final = {
    "number": ("punkt", "nr", "nummer", "pkt", "p", "punkt nr", "punktnr", "ärendenr", "ärende nr", "id"),
    "text": ("ärende", "ärenden", "ärendegrupp", "ärendetyp", "ärendegrupp/ärende", "typ av ärende", "beslut",
             "beskrivning", "beslut/ärende", "ärende/beslut", "delegerad beslutanderätt", "uppgift"),
    "delegate": ("delegat", "delegater", "delegat/delegater", "beslutsfattare", "beslutanderätt",
                 "lägsta delegat", "delegerad till", "delegation till", "delegat/beslutsfattare"),
    "passed_on": ("vidaredelegat", "vidaredelegerad till", "vidaredelegation", "vidaredelegering",
                  "vidaredelegation till", "vidaredelegerat till", "vidaredelegat/ersättare"),
    "substitute": ("ersättare", "ersättare för delegat", "ersättare för delegaten"),
    "kind": ("slag", "slag av delegat"),
    "name": ("namn", "delegatens namn"),
    "given_by": ("vidaredelegerad från", "vidaredelegerat från", "vidaredelegerad av"),
    "delegate_amount": ("delegatens gräns", "delegatens beloppsgräns"),
    "delegate_from": ("delegaten från", "delegat från"),
    "delegate_to": ("delegaten till", "delegat till"),
    "amount": ("beloppsgräns", "gräns", "belopp", "högsta belopp", "maxbelopp", "beloppsgräns kr"),
    "kinds": ("gäller slag", "gäller bara beslut om", "gäller beslut om"),
    "terms": ("villkor", "anmärkning", "anmärkningar", "kommentar", "kommentarer", "begränsning",
              "begränsningar", "anmärkning/villkor", "övrigt", "förbehåll"),
    "law": ("lagrum", "författning", "lagstöd", "lag", "lagrum m.m.", "författning/lagrum"),
    "valid_from": ("gäller från", "från", "giltig från", "gäller fr.o.m.", "fr.o.m.", "gäller från och med"),
    "valid_to": ("gäller till", "till", "giltig till", "gäller t.o.m.", "t.o.m.", "gäller till och med"),
    "reported": ("anmäls", "anmälan", "anmäls till nämnd", "anmälan till nämnd", "anmäls till nämnden"),
    "appeal": ("överklagas", "överklagande", "överklagas genom"),
    "urgent": ("brådskande", "brådskande ärenden"),
    "waived": ("godtas därför att", "godtagen därför att"),
}  # fmt: skip
_FIELD_OF: Final = {heading: name for name, headings in _HEADINGS.items() for heading in headings}
_LEADING: Final = re.compile(r"((?:[A-ZÅÄÖ]{1,2}[. ]?)?\d+(?:\.\d+)*[a-zåäö]?)[.)]?\s+(?=\S)")
_SEVERAL: Final = re.compile(r"[\n;,]|\s+(?:eller|samt)\s+(?=[a-zåäö])")
_KINDS: Final = (
    (("förvaltningschef", "förvaltningsdirektör", "regiondirektör", "kommundirektör"), DelegateKind.MANAGER),
    (("presidi",), DelegateKind.PRESIDIUM),
    (("vice ordförande",), DelegateKind.MEMBER),
    (("utskott",), DelegateKind.SUBCOMMITTEE),
    (("ordförande",), DelegateKind.CHAIR),
    (("ledamot", "ledamöter"), DelegateKind.MEMBER),
    (("ersättare",), DelegateKind.SUBSTITUTE),
    (("automat",), DelegateKind.AUTOMATED),
)
_KIND_OF: Final = {fold(name): kind for kind, name in DELEGATE_KINDS.items()}
_APPEAL_OF: Final = {fold(name): appeal for appeal, name in APPEALS.items()}
_Text = Callable[[str], str]
_Cells = Callable[[str], Cell]
_NO_ORDER: Final = (
    "Ingen delegationsordning känns igen. Den ska ha en rubrikrad med kolumnerna Punkt, Ärende och Delegat."
)
_NO: Final = ("nej", "n", "0", "nej.")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDelegate:
    """A delegate of a point. `given_by` is what the one is called who passed it on, empty: nobody."""

    title: str
    kind: DelegateKind
    name: str = ""
    max_amount: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    given_by: str = ""

    @property
    def called(self) -> str:
        """Title and name, by which others of the point refer to the delegate."""
        return f"{self.title} {self.name}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPoint:
    """A point of a delegationsordning. What the workbook has no column for is None or empty."""

    source_row: int
    number: str
    text: str
    delegates: tuple[FoundDelegate, ...] = ()
    kinds: tuple[str, ...] = ()
    max_amount: int | None = None
    terms: str = ""
    law: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    urgent: bool | None = None
    appeal: Appeal | None = None
    reported: bool | None = None
    waived: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundOrder:
    """The points of a workbook; `fields` are those that it has columns for."""

    name: str = ""
    points: tuple[FoundPoint, ...] = ()
    fields: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(slots=True)
class _Table:
    columns: dict[str, int]
    points: list[FoundPoint] = field(default_factory=list)


def read_order(workbook: Workbook) -> FoundOrder:
    """Return the delegationsordning of a workbook, the first sheet's that has one."""
    for sheet in workbook.sheets:
        if sheet.hidden:
            continue
        rows = grid_of(sheet).rows
        for at, row in enumerate(rows[:_HEAD_WITHIN]):
            columns = _columns(row)
            if "delegate" in columns and ("text" in columns or "number" in columns):
                table = _Table(columns)
                for number, cells in enumerate(rows[at + 1 :], start=at + 2):
                    _take_row(table, number, cells)
                points = tuple(_checked(point) for point in table.points)
                return FoundOrder(
                    name=workbook.name, points=points, fields=tuple(columns), doubts=workbook.doubts
                )
    return FoundOrder(name=workbook.name, doubts=(*workbook.doubts, _NO_ORDER))


def _columns(row: Sequence[Cell]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        heading = " ".join(fold(text_of(cell)).split()).strip(" .:*")
        name = _FIELD_OF.get(heading)
        if name is not None:
            found.setdefault(name, place)
    return found


def _take_row(table: _Table, source_row: int, cells: Sequence[Cell]) -> None:
    """Make a point of a row, or give its delegates to the point above."""

    def text(name: str) -> str:
        place = table.columns.get(name)
        said = _words(cells[place]) if place is not None and place < len(cells) else ""
        return "" if is_nothing(said) else said

    def cell(name: str) -> Cell:
        place = table.columns.get(name)
        return cells[place] if place is not None and place < len(cells) else ""

    number, words = text("number"), text("text")
    if not number and "number" not in table.columns and (leading := _LEADING.match(words)):
        number, words = leading[1], words[leading.end() :]
    delegates = tuple(_delegates(text, cell))
    begins = DayReader(None).read(cell("valid_from"))[0]
    above = table.points[-1] if table.points else None
    same = above is not None and point_key(number) == point_key(above.number) and begins == above.valid_from
    if above is not None and ((not number and delegates) or (same and words in ("", above.text))):
        table.points[-1] = replace(above, delegates=_joined(above.delegates, delegates))
        return
    if not number or not (delegates or begins):
        return
    amount, doubt = read_amount(cell("amount"))
    table.points.append(
        FoundPoint(
            source_row=source_row,
            number=number.strip(" ."),
            text=words,
            delegates=_joined((), delegates),
            kinds=tuple(kind.strip() for kind in re.split(r"[;\n]", text("kinds")) if kind.strip()),
            max_amount=amount,
            terms=text("terms"),
            law=text("law"),
            valid_from=begins,
            valid_to=DayReader(None).read(cell("valid_to"))[0],
            urgent=_yes(text("urgent")),
            appeal=_APPEAL_OF.get(fold(text("appeal"))),
            reported=_yes(text("reported")),
            waived=text("waived"),
            doubts=(doubt.message,) if doubt is not None else (),
        )
    )


def _words(cell: Cell) -> str:
    """Return what stands in a cell with its lines; a number is one of a point: 3.2."""
    if isinstance(cell, str):
        return cell.strip()
    return f"{cell:g}" if isinstance(cell, float) else text_of(cell)


def _yes(said: str) -> bool | None:
    return None if not said else fold(said) not in _NO


def _delegates(text: _Text, cell: _Cells) -> Iterator[FoundDelegate]:
    """Yield the delegates of a row; what was passed on was so by the förvaltningschef, or by the first."""
    own = bool(text("kind") or text("name"))  # a delegate a row, as we write it
    begins, ends = (DayReader(None).read(cell(name))[0] for name in ("delegate_from", "delegate_to"))
    amount = read_amount(cell("delegate_amount"))[0]
    titles = [text("delegate")] if own else _split(text("delegate"))
    given = [
        FoundDelegate(
            title=title,
            kind=_KIND_OF.get(fold(text("kind"))) or kind_of(title),
            name=text("name"),
            max_amount=amount,
            valid_from=begins,
            valid_to=ends,
            given_by=text("given_by"),
        )
        for title in titles
        if title or text("name")
    ]
    yield from given
    managers = [one for one in given if one.kind is DelegateKind.MANAGER]
    giver = next(iter(managers or given), None)
    for title in _split(text("passed_on")):
        yield FoundDelegate(
            title=title, kind=kind_of(title), given_by=giver.called if giver is not None else ""
        )
    for title in _split(text("substitute")):
        yield FoundDelegate(title=title, kind=kind_of(title))


def _split(said: str) -> list[str]:
    """Return the delegates of a cell: one a line, or parted by commas."""
    parts = (part.strip(" .\t") for part in _SEVERAL.split(said))
    titles = (part for part in parts if part and not is_nothing(part))
    return [title[:1].upper() + title[1:] for title in titles]


def kind_of(title: str) -> DelegateKind:
    """Return what kind of delegate a title is: an employee, unless its words say otherwise."""
    words = fold(title)
    return next((kind for starts, kind in _KINDS if any(s in words for s in starts)), DelegateKind.EMPLOYEE)


def _joined(there: tuple[FoundDelegate, ...], more: tuple[FoundDelegate, ...]) -> tuple[FoundDelegate, ...]:
    return tuple(dict.fromkeys((*there, *more)))


def _checked(point: FoundPoint) -> FoundPoint:
    """Tell what has to be looked at before the point can be taken in."""
    doubts = list(point.doubts)
    if not point.text:
        doubts.append("Raden säger inte vad som får beslutas.")
    known = {delegate.called for delegate in point.delegates}
    doubts += [
        f"{delegate.given_by}, som ska ha vidaredelegerat till {delegate.called}, är inte delegat i punkten."
        for delegate in point.delegates
        if delegate.given_by and delegate.given_by not in known
    ]
    return replace(point, doubts=tuple(doubts))
