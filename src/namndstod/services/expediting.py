"""Expediering as one action: utdrag drawn and kept, drafts of mail written, the ledger filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from namndstod.domain.content import Paper, to_json
from namndstod.domain.dispatch_phrases import extract_name, mail, sending_name, subject
from namndstod.domain.editions import Edition, edition_of
from namndstod.domain.errors import RuleBroken
from namndstod.domain.expediting import (
    Line,
    can_be_expedited,
    can_be_masked,
    e_mails,
    holds_secrets,
    initials,
    lines,
)
from namndstod.domain.findings.sections import named
from namndstod.domain.notices import is_final
from namndstod.domain.records import PaperKind
from namndstod.domain.view import MeetingView, SectionView

from .commands.expediting import Expedite, Sending
from .commands.meetings import SentPaper
from .reading import meeting_view
from .session import Outcome, Session
from .writing import write_file

if TYPE_CHECKING:
    from .papers import Papers

Report = Callable[[int, int, str], object]
"""Done, total, and what is done now; may raise to stop the work."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A line of the ledger that is to be sent: § and the line's key.

    `whole`: with the passages that are marked secret; else they are masked.
    """

    section_id: str
    key: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Expedited:
    """What was done: the outcome, and the files that were written, drafts of mail and utdrag to print."""

    outcome: Outcome
    drafts: tuple[Path, ...]
    prints: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class _Parcel:
    """All that goes to one recipient in one way: each part is an utdrag of one § or of several."""

    line: Line
    parts: tuple[tuple[SectionView, ...], ...]

    @property
    def sections(self) -> tuple[SectionView, ...]:
        return tuple(s for part in self.parts for s in part)


def sign_of(session: Session, view: MeetingView) -> str:
    """Return the sign of the one who sends: the meeting's secretary, or whoever is at the program."""
    return initials(view.meeting.secretary or session.person)


def expedite(
    session: Session,
    papers: Papers,
    meeting_id: str,
    chosen: Sequence[Chosen],
    folder: Path,
    day: date,
    *,
    joint: bool = False,
    report: Report = lambda done, total, text: None,
) -> Expedited:
    """Send what is chosen: for each recipient a draft of mail, or utdrag to print, written into `folder`.

    `joint` makes one utdrag of several §§ to the same recipient, else there is one file for each §; one that
    holds secrets always has its own. Slow: call it off the UI thread. Raises RuleBroken for what cannot be
    sent, Refused when the meeting was changed meanwhile; then nothing is noted, and no file is left.
    """
    view = session.ask(meeting_view, meeting_id)
    without = edition_of(view, Edition.WITHOUT_SECRET) if any(map(can_be_masked, view.sections)) else view
    parcels = _parcels(_lines(view, without, chosen), joint=joint)
    total = sum(len(p.parts) for p in parcels)
    drawn: dict[str, SentPaper] = {}
    sendings: list[tuple[_Parcel, list[SentPaper]]] = []
    done = 0
    for parcel in parcels:
        kept = []
        for part in parcel.parts:
            report(done, total, parcel.line.name)
            source = view if holds_secrets(part[0]) else without
            kept.append(_draw(papers, source, part, drawn, party=parcel.line.party))
            done += 1
        sendings.append((parcel, kept))
    report(total, total, "")
    with _whole_or_none() as written:
        drafts: list[Path] = []
        prints: list[Path] = []
        for parcel, kept in sendings:
            pdfs = [session.binder.files.read(paper.pdf_sha) for paper in kept]
            if parcel.line.by_mail:
                drafts.append(_write(folder, *_draft(view, parcel, pdfs), written))
            else:
                for part, pdf in zip(parcel.parts, pdfs, strict=True):
                    name = sending_name(view, part, parcel.line.name, ".pdf")
                    prints.append(_write(folder, name, pdf, written))
        papers.require_unchanged(view)
        command = Expedite(meeting_id, day, sign_of(session, view), tuple(_sendings(sendings)))
        return Expedited(session.do(command), tuple(drafts), tuple(prints))


def _lines(
    view: MeetingView, without: MeetingView, chosen: Iterable[Chosen]
) -> Iterator[tuple[SectionView, Line]]:
    """Yield the chosen lines in the order of the §§, each with its § as it is sent, from `without` if masked.

    Raises RuleBroken for what cannot be sent.
    """
    wanted = {(c.section_id, c.key): c.whole for c in chosen}
    if not wanted:
        raise RuleBroken("Välj minst en mottagare att expediera till.")
    for section in view.sections:
        for line in lines(view, section):
            whole = wanted.get((section.section.id, line.key))
            if whole is not None:
                masked = can_be_masked(section) and not whole
                sent = without.section(section.section.id) if masked else section
                assert sent is not None
                _require_sendable(view, sent, line)
                yield sent, line


def _require_sendable(view: MeetingView, section: SectionView, line: Line) -> None:
    if not (is_final(view, section) and can_be_expedited(section)):
        raise RuleBroken(f"{named(section)} är inte justerad och kan inte expedieras än.", source="praxis")
    if line.by_mail and holds_secrets(section):
        raise RuleBroken(
            f"{named(section)} är sekretessmarkerad och skickas inte med vanlig e-post. "
            f"Välj ett annat sätt för {line.name}.",
            source="OSL; praxis",
        )
    if not line.manner:
        raise RuleBroken(f"Välj hur {line.name} ska få beslutet ({named(section)}).", field="manner")
    if line.lacks_address:
        raise RuleBroken(f"Ange en e-postadress till {line.name} ({named(section)}).", field="address")


def _parcels(found: Iterable[tuple[SectionView, Line]], *, joint: bool) -> list[_Parcel]:
    """Put together what goes to the same recipient in the same way."""
    groups: dict[tuple[object, ...], list[tuple[SectionView, Line]]] = {}
    for section, line in found:
        key = (line.name.casefold(), line.manner, line.address.casefold(), line.party)
        groups.setdefault(key, []).append((section, line))
    parcels = []
    for group in groups.values():
        open_ones = tuple(s for s, _ in group if not holds_secrets(s))
        secret = tuple((s,) for s, _ in group if holds_secrets(s))
        parts = ((open_ones,) if open_ones else ()) if joint else tuple((s,) for s in open_ones)
        parcels.append(_Parcel(group[0][1], (*parts, *secret)))
    return parcels


def _draw(
    papers: Papers,
    view: MeetingView,
    part: Sequence[SectionView],
    drawn: dict[str, SentPaper],
    *,
    party: bool,
) -> SentPaper:
    """Draw and keep an utdrag; the same one to several recipients is drawn once."""
    tree: Paper = papers.extract(view, tuple(s.section.id for s in part), party=party)
    key = to_json(tree)
    if key not in drawn:
        drawn[key] = papers.make_and_keep(PaperKind.EXTRACT, tree)
    return drawn[key]


def _draft(view: MeetingView, parcel: _Parcel, pdfs: Sequence[bytes]) -> tuple[str, bytes]:
    """Return the name and the content of the draft to a recipient."""
    from namndstod.exchange.mail_writer import draft  # not before the window is usable

    sections = parcel.sections
    enclosed = [(extract_name(view, part), pdf) for part, pdf in zip(parcel.parts, pdfs, strict=True)]
    content = draft(
        e_mails(parcel.line.address),
        subject(view, sections),
        mail(view, sections, party=parcel.line.party),
        enclosed,
    )
    return sending_name(view, sections, parcel.line.name, ".eml"), content


def _sendings(drawn: Iterable[tuple[_Parcel, Sequence[SentPaper]]]) -> Iterator[Sending]:
    for parcel, papers in drawn:
        line = parcel.line
        for part, paper in zip(parcel.parts, papers, strict=True):
            ids = tuple(s.section.id for s in part)
            masked = not holds_secrets(part[0])
            yield Sending(ids, line.name, line.manner, line.address, line.party, paper, masked)


# --- files -------------------------------------------------------------------------------------------


@contextmanager
def _whole_or_none() -> Iterator[list[Path]]:
    """Give a list for what is written; when the work fails, what is in it is removed again."""
    written: list[Path] = []
    try:
        yield written
    except BaseException:
        for path in written:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        raise


def _write(folder: Path, name: str, content: bytes, written: list[Path]) -> Path:
    """Write a file under a name that no other one has."""
    path = folder / name
    number = 2
    while path.exists():
        path = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
        number += 1
    write_file(path, content)
    written.append(path)
    return path
