"""What was understood of a list of delegated decisions. Lists may be long: a row is a light tuple."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..records import Appeal


class DelegatedField(StrEnum):
    """What a column of a list holds, by the name of the decision's field."""

    SERIAL = "serial"  # löpnummer
    DIARY_NUMBER = "diary_number"
    KIND = "kind"  # what is decided on
    RECIPIENT = "recipient"
    BRANCH = "branch"
    GENDER = "gender"
    MUNICIPALITY = "municipality"
    AMOUNT = "amount"
    DECIDED_BY = "decided_by"
    DECIDED_BY_TITLE = "decided_by_title"
    DECIDED_ON = "decided_on"
    POINT = "point"
    NOTE = "note"
    URGENT = "urgent"  # ordförandebeslut: yes or no


class RowDoubt(NamedTuple):
    """Something unclear in a row: the field, a Swedish sentence, and what stands in the cell."""

    field: str
    message: str
    words: str = ""


class OwnPart(NamedTuple):
    """What only our own register's workbook tells of a decision; None where it does not."""

    personal: bool | None = None
    appeal: Appeal | None = None
    recorded_on: date | None = None
    announced_on: date | None = None


class FoundDecision(NamedTuple):
    """A row of a list. What stands nowhere, or is unclear, is empty; each doubt names its field."""

    source_row: int  # from 1
    serial: str = ""
    diary_number: str = ""
    kind: str = ""
    recipient: str = ""
    branch: str = ""
    gender: str = ""
    municipality: str = ""
    amount: int | None = None  # whole kronor
    decided_by: str = ""
    decided_by_title: str = ""
    decided_on: date | None = None
    point: str = ""
    note: str = ""
    urgent: bool = False  # ordförandebeslut (KL 6:39)
    personal: bool = False  # the list has personnummer: the recipient is a private person
    extra: tuple[tuple[str, ...], ...] = ()
    hidden: bool = False
    doubts: tuple[RowDoubt, ...] = ()
    own: OwnPart | None = None  # of a row that the register itself wrote: every field is to the letter


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundColumn:
    """A column of a table: its place (from 1), its heading as it stands, its field; None: kept as extra."""

    place: int
    heading: str
    field: DelegatedField | None = None
    sure: bool = True  # else the window asks


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTable:
    """A table of a sheet. `stated_total` is the sum as written; `heading_rows` are counted from 1.

    `sender`: who the lines above it say that it comes from. `own`: the register itself wrote it, and its
    columns mean what their headings say.
    """

    sheet: str
    title: str = ""
    sender: str = ""
    period_from: date | None = None
    period_to: date | None = None
    heading_rows: tuple[int, ...] = ()
    columns: tuple[FoundColumn, ...] = ()
    rows: tuple[FoundDecision, ...] = ()
    stated_total: int | None = None
    doubts: tuple[RowDoubt, ...] = ()
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDelegated:
    """Delegationslista: its tables in the order of the workbook, and doubts about the file as a whole."""

    name: str = ""
    kind: str = ""  # of the file: «xlsx»
    author: str = ""
    tables: tuple[FoundTable, ...] = ()
    doubts: tuple[RowDoubt, ...] = ()

    @property
    def sender(self) -> str:
        """Who sent it: as the list itself says, else who the file says made it."""
        return next((table.sender for table in self.tables if table.sender), self.author)
