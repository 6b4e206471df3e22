"""Förtroendevalda as a workbook. It is read back as it is: one head, and no line beside the table."""

from __future__ import annotations

from collections.abc import Sequence

from namndstod.domain.exports import Export, MemberLine
from namndstod.domain.role_names import ROLE_NAMES

from .about import begin
from .writer import Column, Kind, Row

_COLUMNS = (
    Column(heading="Nämnd"),
    Column(heading="Förnamn"),
    Column(heading="Efternamn"),
    Column(heading="Parti"),
    Column(heading="Uppdrag"),
    Column(heading="Valordning", kind=Kind.NUMBER),
    Column(heading="Plats", kind=Kind.NUMBER),
    Column(heading="Från", kind=Kind.DAY),
    Column(heading="Till", kind=Kind.DAY),
    Column(heading="E-post"),
    Column(heading="Telefon"),
    Column(heading="Personlig ersättare för"),
)


def members_workbook(lines: Sequence[MemberLine], export: Export) -> bytes:
    """Return the uppdrag as .xlsx, a row each, in the order given."""
    book = begin("Förtroendevalda", export)
    rows: list[Row] = [
        (
            line.body,
            line.given_name,
            line.surname,
            line.party or "–",
            ROLE_NAMES[line.role],
            line.order,
            line.seat,
            line.valid_from,
            line.valid_to,
            line.email,
            line.phone,
            line.personal_for,
        )
        for line in lines
    ]
    book.sheet("Förtroendevalda").table(_COLUMNS, rows, name="Fortroendevalda", hold=3)
    return book.close()
