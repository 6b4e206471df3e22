"""A pasted list of people as rows that TakeInMembers takes."""

from __future__ import annotations

from dataclasses import dataclass

from .commands.register import MemberRow


@dataclass(frozen=True, slots=True)
class PastedPeople:
    """The people in the order of the list, and Swedish sentences on the lines that were not understood."""

    rows: tuple[MemberRow, ...]
    unclear: tuple[str, ...]


def read_members(text: str, body: str = "") -> PastedPeople:
    """Return the people of a list pasted from Word, Excel, a web page, e-mail; `body`: of which body."""
    from namndstod.exchange.pasted_members import read_members as read  # readers are not for the start

    found = read(text, body)
    rows = tuple(
        MemberRow(
            m.given_name,
            m.surname,
            m.party,
            m.role,
            m.email,
            m.phone,
            valid_from=m.valid_from,
            valid_to=m.valid_to,
            elected_order=m.elected_order,
            seat=m.seat,
            personal_name=m.personal_for,
        )
        for m in found.members
    )
    return PastedPeople(rows, found.unclear)
