"""Signed files of the minutes: who has signed in them, and who of those who should has not (KL 5:69)."""

from __future__ import annotations

import re
from datetime import date, datetime

from . import signing
from .frozen import frozen
from .records import Paper, PaperKind, SignedFile, Signer
from .view import MeetingView

_WORD = re.compile(r"[^\W\d_]+")


@frozen
class Recognised:
    """A signature of a file with who in the meeting made it: a person who signs, the secretary, or nobody."""

    signer: Signer
    person_id: str | None = None
    secretary: bool = False

    @property
    def day(self) -> date | None:
        """The day of the signature, where the secretary is."""
        at = self.signer.signed_at
        return datetime.fromisoformat(at).astimezone().date() if at else None


def frozen_minutes(view: MeetingView) -> Paper | None:
    """Return the protokoll as it was frozen: what a signed file must be. None while it can be changed."""
    if view.meeting.sent_for_signing is None and view.meeting.approval_date is None:
        return None
    papers = [p for p in view.papers if p.kind is PaperKind.MINUTES]
    return max(papers, key=lambda p: p.made_at, default=None)


def files(view: MeetingView) -> tuple[SignedFile, ...]:
    """Return the signed files of the frozen protokoll, the latest first; those of earlier ones left out."""
    paper = frozen_minutes(view)
    if paper is None:
        return ()
    found = [f for f in view.signed_files if f.paper_id == paper.id]
    return tuple(sorted(found, key=lambda f: f.taken_in_at, reverse=True))


def recognised(view: MeetingView, file: SignedFile) -> tuple[Recognised, ...]:
    """Return who made each signature of a file, by name."""
    people = tuple(dict.fromkeys(p for who in signing.signers(view) for p in who))
    found = []
    for signer in file.signers:
        fits = [p for p in people if same_name(view.people[p].name, signer.name)]
        secretary = not fits and same_name(view.meeting.secretary, signer.name)
        found.append(Recognised(signer, fits[0] if len(fits) == 1 else None, secretary))
    return tuple(found)


def signed_by(view: MeetingView, file: SignedFile) -> dict[str, date]:
    """Return who of those who should has signed the frozen document, and on which day."""
    if not file.same_document:
        return {}
    days: dict[str, date] = {}
    for one in recognised(view, file):
        if one.person_id is not None and not one.signer.problem and one.day is not None:
            days.setdefault(one.person_id, one.day)
    return days


def missing(view: MeetingView, file: SignedFile) -> tuple[tuple[str, ...], ...]:
    """Return those of `signing.signers` whose signature the file does not hold."""
    there = signed_by(view, file)
    return tuple(who for who in signing.signers(view) if there.keys().isdisjoint(who))


def to_note(view: MeetingView, file: SignedFile) -> dict[str, date]:
    """Return the signatures of a file that are not noted yet, by person: one for each who signs."""
    days = signed_by(view, file)
    first = (next((p for p in who if p in days), None) for who in signing.waiting_for(view))
    return {person: days[person] for person in first if person is not None}


def same_name(one: str, other: str) -> bool:
    """Whether two names may be one person's: all words of the shorter, two at least, are in the longer.

    Certificates have all given names («Karin Maria Ek»), or the surname first («Ek, Karin»).
    """
    words, others = (set(_WORD.findall(name.casefold())) for name in (one, other))
    return min(len(words), len(others)) >= 2 and (words <= others or others <= words)
