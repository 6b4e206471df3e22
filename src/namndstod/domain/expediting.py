"""Expediering: who is to get which decision, what has gone out, and what an utdrag may hold (FL 33 §).

The ledger is the `Dispatch` records: one line for each § and recipient. A line without a day is still to be
sent; recipients of the ärende without any line are so too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from .frozen import frozen
from .notices import is_final
from .records import Dispatch, MarkKind, Outcome, Recipient, Section, SectionState
from .swedish_sort import swedish_key
from .view import MeetingView, SectionView

E_MAIL: Final = "e-post"
MANNERS: Final = (E_MAIL, "post", "internpost", "delgivning", "hämtas")
"""Sätt, as proposed; others may be typed."""

_ADDRESS = re.compile(r"[^@\s,;<>\"()\[\]]+@[^@\s,;<>\"()\[\]]+\.[^@\s,;<>\"()\[\].]+")


@frozen
class Line:
    """One § to one recipient: as the ärende or a person says it, and what the ledger holds of it."""

    section_id: str
    name: str
    manner: str
    address: str
    party: bool
    recipient: Recipient | None = None  # None: added in the ledger
    dispatch: Dispatch | None = None  # None: nothing is noted yet

    @property
    def key(self) -> str:
        """What the line is called by; unlike those of the other lines of its §."""
        if self.dispatch is not None:
            return self.dispatch.id
        return self.recipient.id if self.recipient is not None else self.name

    @property
    def sent(self) -> date | None:
        """The day when it went out."""
        return self.dispatch.sent if self.dispatch is not None else None

    @property
    def by_mail(self) -> bool:
        """Whether it goes as e-mail."""
        return self.manner == E_MAIL

    @property
    def lacks_address(self) -> bool:
        """Whether it goes as e-mail, with nowhere to go."""
        return self.by_mail and not e_mails(self.address)


def lines(view: MeetingView, section: SectionView) -> tuple[Line, ...]:
    """Return who is to get a §: the ärende's recipients in order, each sending, then those added by hand."""
    found: list[Line] = []
    noted = [d for d in view.dispatches if d.section_id == section.section.id]
    for recipient in section.item.recipients if section.item is not None else ():
        of_this = [d for d in noted if _same(d.recipient, recipient.name)]
        found += [_noted(d, recipient) for d in _by_day(of_this)] or [_asked(section.section, recipient)]
    taken = {line.dispatch.id for line in found if line.dispatch is not None}
    others = [d for d in noted if d.id not in taken]
    return (*found, *(_noted(d, None) for d in _by_day(others)))


def _asked(section: Section, recipient: Recipient) -> Line:
    return Line(
        section.id,
        recipient.name,
        recipient.manner or manner_for(recipient.address),
        recipient.address,
        recipient.party,
        recipient,
    )


def _noted(dispatch: Dispatch, recipient: Recipient | None) -> Line:
    return Line(
        dispatch.section_id,
        dispatch.recipient,
        dispatch.manner,
        dispatch.address,
        dispatch.party,
        recipient,
        dispatch,
    )


def _by_day(dispatches: Iterable[Dispatch]) -> list[Dispatch]:
    return sorted(dispatches, key=lambda d: (d.sent or date.max, swedish_key(d.recipient), d.id))


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def manner_for(address: str) -> str:
    """Return the manner that an address speaks for."""
    return E_MAIL if e_mails(address) else ""


def e_mails(address: str) -> tuple[str, ...]:
    """Return the e-mail addresses in what was typed, or nothing when some part of it is none."""
    parts = [p for p in re.split(r"[\s,;]+", address.strip()) if p]
    good = [p for p in parts if _ADDRESS.fullmatch(p) and p.isascii()]
    return tuple(dict.fromkeys(good)) if good and len(good) == len(parts) else ()


# --- which §§ ----------------------------------------------------------------------------------------


def can_be_expedited(section: SectionView) -> bool:
    """Whether there is anything in the § to send: it is decided and did not just fall from the list."""
    stored = section.section
    return stored.state is SectionState.DECIDED and stored.outcome is not Outcome.WITHDRAWN


@frozen
class Progress:
    """How far the expediering of a § or of a meeting has come, counted in lines."""

    sent: int
    total: int

    @property
    def left(self) -> int:
        """How many are still to be sent."""
        return self.total - self.sent

    @property
    def done(self) -> bool:
        """Whether everything there was to send is sent."""
        return self.total > 0 and self.sent == self.total


def progress(found: Sequence[Line]) -> Progress:
    """Count the lines that are sent."""
    return Progress(sum(line.sent is not None for line in found), len(found))


def left_to_send(recipients: Iterable[Recipient], noted: Iterable[Dispatch]) -> int:
    """Count the lines of a § that are not sent, from its ärende's recipients and its part of the ledger."""
    known = list(noted)
    asked = sum(not any(_same(d.recipient, r.name) for d in known) for r in recipients)
    return asked + sum(d.sent is None for d in known)


def waiting(view: MeetingView) -> tuple[tuple[SectionView, tuple[Line, ...]], ...]:
    """Return the justerade §§ that are not wholly expedierade, each with the lines that are left."""
    found = []
    for section in view.sections:
        if is_final(view, section) and can_be_expedited(section):
            left = tuple(line for line in lines(view, section) if line.sent is None)
            if left:
                found.append((section, left))
    return tuple(found)


def all_lines(view: MeetingView) -> tuple[Line, ...]:
    """Return every line of the meeting, in the order of the §§."""
    return tuple(line for s in view.sections if can_be_expedited(s) for line in lines(view, s))


# --- secrecy -----------------------------------------------------------------------------------------


def holds_secrets(section: SectionView) -> bool:
    """Whether an utdrag of the § would hold secrets: a secret ärende, or a passage marked secret.

    Such a § is extracted alone, says so, and is not sent by e-mail (OSL; rule 42); unless what is marked in
    it is masked, which goes as any utdrag.
    """
    return section.secret or any(
        mark.kind is MarkKind.SECRET
        for part in section.parts.values()
        for draft in part.drafts
        for mark in draft.marks
    )


def can_be_masked(section: SectionView) -> bool:
    """Whether an utdrag without its secrets can be made: only passages of the § are secret, not all of it."""
    return not section.secret and holds_secrets(section)


def secrecy_ground(section: SectionView) -> str:
    """Return the lagrum of a secret §: «OSL 25 kap. 1 §», or nothing where none is given."""
    return section.item.item.secrecy_ground if section.item else section.section.secrecy_ground


# --- the sign ----------------------------------------------------------------------------------------


def initials(name: str) -> str:
    """Return the sign of a person: «AB» of Anna Berg, a login as it is."""
    words = re.findall(r"[^\W\d_]+", name)
    if len(words) < 2:
        return name.strip()
    return "".join(word[0] for word in words).upper()
