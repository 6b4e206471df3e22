"""FöredragningsPM and tjänsteskrivelse of any house: from the lines of a file to its facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from ..texts import Draft
from .budget_tables import budget_of
from .doubting import paper_doubts
from .found import Doubt, FoundMemorandum, FoundSection
from .headings import ROLES, Heading, Part, folded
from .heads import Head, read_head
from .listings import entries, full_width
from .mending import Widths, paragraphs
from .namely import is_document
from .parts import LISTS, MOST_ABOVE, PaperPart, body_size, parts_of
from .passages import drafts_of_lines
from .proposals import Proposal, is_decider, opens_clause, read_proposal
from .settled import settled_in
from .signers import Signed, find_signers, is_around
from .source import Source, SourceLine
from .title_lines import find_title
from .titles import split_diary_number

_TAIL: Final = 10  # lines at the end of running text in which somebody may have signed
_WEAK_PROPOSALS: Final = ("förslag",)
_SENTENCE: Final = re.compile(
    r"\b(?:har|är|ska|kommer|beretts|behandlats|tagits|bereds|skett|sker)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Paper:
    """What all lines of a paper tell of how its parts are to be joined."""

    widths: Widths
    full: float

    def entries(self, part: PaperPart) -> tuple[str, ...]:
        """Return the entries of a list."""
        return entries(part.lines, self.full)

    def paragraphs(self, lines: Sequence[SourceLine]) -> tuple[SourceLine, ...]:
        """Return lines joined to paragraphs."""
        return paragraphs(lines, self.widths)

    def drafts(self, lines: Sequence[SourceLine]) -> tuple[Draft, ...]:
        """Return the blocks of a text."""
        return drafts_of_lines(self.paragraphs(lines))


def read_memorandum(source: Source) -> FoundMemorandum:
    """Return what is understood of a memorandum; what is unclear is empty and has a doubt. Never raises."""
    doubts = list(paper_doubts(source))
    beginning, parts = parts_of(source.lines)
    paper = _Paper(Widths(source.lines), full_width(source.lines))
    parts, more = _first_paper(parts)
    if more:
        message = "Filen innehåller flera PM efter varandra. Bara det första har lästs."
        doubts.append(Doubt(field="", message=message))
    if not parts:
        beginning, parts = _without_headings(beginning)
    head = read_head(source.furniture, beginning[:MOST_ABOVE], body_size(source.lines))
    found = find_title(beginning[:MOST_ABOVE], head.used, body_size(source.lines))
    title, number_in_title = split_diary_number(head.title or found.text)
    signed, parts = _signed(parts)
    proposal = read_proposal(paper.paragraphs(_proposal_lines(parts)))
    support, prepared = _supporting(parts, paper)
    settled = settled_in(proposal.clauses)
    money = max(settled.amounts) if len(settled.amounts) == 1 else None
    taken = head.used | found.lines
    above = tuple(line for n, line in enumerate(beginning) if n not in taken and _is_prose(line))
    memorandum = FoundMemorandum(
        title=title,
        diary_number=head.diary_number or number_in_title,
        external_diary_number=head.external_diary_number,
        unit=head.unit,
        officer=head.officer,
        day=head.meeting_day or head.day,
        body=head.body,
        decider=proposal.deciders[0] if proposal.deciders else "",
        clauses=proposal.clauses,
        conditions=proposal.conditions,
        proposal=proposal.drafts,
        sections=_sections(above, parts, paper, prepared=prepared),
        supporting_documents=support,
        recipients=tuple(e for p in parts if p.heading.part is Part.RECIPIENTS for e in paper.entries(p)),
        signatory=signed.signers[0] if signed.signers else None,
        other_signatories=signed.signers[1:],
        amounts=settled.amounts,
        share_percent=settled.share_percent,
        period=settled.period,
        budget=budget_of(source.lines, settled.share_percent, money),
    )
    if source.lines:
        doubts += [*head.doubts, *_head_doubts(head, memorandum), *settled.doubts]
        doubts += _doubts(memorandum, proposal, found.doubtful and not head.title, prepared=prepared)
    return _with_doubts(memorandum, doubts)


def _with_doubts(memorandum: FoundMemorandum, doubts: Sequence[Doubt]) -> FoundMemorandum:
    return replace(memorandum, doubts=tuple(dict.fromkeys(doubts)))


def _first_paper(parts: tuple[PaperPart, ...]) -> tuple[tuple[PaperPart, ...], bool]:
    """Return the parts of the first paper in a file, and whether others follow."""
    ended = False
    seen: set[Part] = set()
    for number, part in enumerate(parts):
        kind = part.heading.part
        if ended and kind in seen and kind in (Part.PROPOSAL, Part.SUMMARY, Part.BACKGROUND):
            return parts[:number], True
        ended = ended or kind is Part.RECIPIENTS
        seen.add(kind)
    return parts, False


def _without_headings(lines: tuple[SourceLine, ...]) -> tuple[tuple[SourceLine, ...], tuple[PaperPart, ...]]:
    """A paper with no heading that is known: the proposal is told by «… beslutar» above its att-satser."""
    for number, (line, below) in enumerate(pairwise(lines)):
        if is_decider(line.text) and opens_clause(below.text):
            heading = Heading(part=Part.PROPOSAL, text="")
            return lines[:number], (PaperPart(heading, lines[number:]),)
    return lines, ()


def _strong_proposals(parts: Sequence[PaperPart]) -> list[PaperPart]:
    """Return the parts that propose; «Förslag» and «Beslut» only where nothing says it better."""
    all_of = [p for p in parts if p.heading.part is Part.PROPOSAL]
    strong = [p for p in all_of if folded(p.heading.text) not in _WEAK_PROPOSALS]
    return strong or all_of or [p for p in parts if p.heading.part is Part.DECISION]


def _proposal_lines(parts: Sequence[PaperPart]) -> list[SourceLine]:
    """Return the lines of the proposals one after another; a heading that says whose it is goes with them."""
    lines: list[SourceLine] = []
    chosen = _strong_proposals(parts)
    for part in chosen:
        below = part.lines
        if not below:
            continue
        lines.append(replace(below[0], gap=True))
        lines += below[1:]
    return lines


def _signed(parts: tuple[PaperPart, ...]) -> tuple[Signed, tuple[PaperPart, ...]]:
    """Find who signed; returns the parts without the lines of the signature.

    It stands at the end of the texts or among the lists after them, as a rule above the recipients, and in
    some houses right below the proposal.
    """
    tail = list(reversed(range(_tail_begins(parts), len(parts))))
    kinds = [p.heading.part for p in parts]
    strict = (Part.RECIPIENTS, Part.PROPOSAL)
    order = [n for n in tail if kinds[n] is not Part.RECIPIENTS]
    seen = set(order)
    order += [n for n in reversed(range(len(parts))) if kinds[n] in strict and n not in seen]
    for number in order:
        part = parts[number]
        first = 0 if kinds[number] in LISTS else max(0, len(part.lines) - _TAIL)
        found = find_signers(part.lines[first:], strict=kinds[number] in strict and len(part.lines) > 1)
        if found.signers:
            kept = tuple(line for n, line in enumerate(part.lines) if n - first not in found.lines)
            without = (PaperPart(part.heading, kept),) if kept or kinds[number] is not Part.OTHER else ()
            return found, tuple(_without_rules(p) for p in (*parts[:number], *without, *parts[number + 1 :]))
    return Signed((), frozenset()), tuple(_without_rules(p) for p in parts)


def _without_rules(part: PaperPart) -> PaperPart:
    """Return a list without the rules for signatures in it."""
    if part.heading.part not in LISTS:
        return part
    return PaperPart(part.heading, tuple(line for line in part.lines if not is_around(line.text)))


def _tail_begins(parts: Sequence[PaperPart]) -> int:
    """Return the number of the last part that is no list; nobody signs before it."""
    return max((n for n, p in enumerate(parts) if p.heading.part not in LISTS), default=0)


def _supporting(parts: Sequence[PaperPart], paper: _Paper) -> tuple[tuple[str, ...], bool]:
    """Return the beslutsunderlag, and whether they stood under «Beredning»."""
    found = [e for p in parts if p.heading.part is Part.SUPPORT for e in paper.entries(p)]
    prepared = False
    if not found:
        below = [p for p in parts if p.heading.part is Part.PREPARATION and _lists_documents(p, paper)]
        found = [e for p in below for e in paper.entries(p)]
        prepared = bool(found)
    attached = [e for p in parts if p.heading.part is Part.ATTACHMENTS for e in paper.entries(p)]
    known = {e.casefold().rstrip(".") for e in found}
    return (*found, *(e for e in attached if e.casefold().rstrip(".") not in known)), prepared


def _lists_documents(part: PaperPart, paper: _Paper) -> bool:
    listed = paper.entries(part)
    return bool(listed) and all(is_document(e) and not _SENTENCE.search(e) for e in listed)


def _sections(
    above: Sequence[SourceLine], parts: Sequence[PaperPart], paper: _Paper, *, prepared: bool
) -> tuple[FoundSection, ...]:
    """Return the parts that are texts, in order; what stands above the first heading has an empty one."""
    own = {id(p) for p in _strong_proposals(parts)}
    made = [FoundSection(heading="", role=None, drafts=paper.drafts(above))] if above else []
    for part in parts:
        kind = part.heading.part
        if (
            id(part) in own
            or kind in LISTS
            or (prepared and kind is Part.PREPARATION and _lists_documents(part, paper))
        ):
            continue
        role = ROLES.get(kind)
        made.append(FoundSection(heading=part.heading.text, role=role, drafts=paper.drafts(part.lines)))
    return tuple(made)


def _is_prose(line: SourceLine) -> bool:
    return len(line.text) > 60 or line.text.rstrip().endswith(".")


def _head_doubts(head: Head, memorandum: FoundMemorandum) -> list[Doubt]:
    """Say what the letterhead lacks."""
    of_title = memorandum.diary_number if not head.diary_number else ""
    if of_title:
        message = "Diarienumret är hämtat ur rubriken."
        return [Doubt(field="diary_number", message=message, words=of_title)]
    if head.is_missing:
        message = "Dokumentet saknar brevhuvud: diarienummer, handläggare och datum finns inte i det."
        if memorandum.external_diary_number:
            message = "Brevhuvudet har bara ett externt diarienummer. Eget diarienummer saknas."
        return [Doubt(field="diary_number", message=message, words=memorandum.external_diary_number)]
    missing = [
        ("diary_number", "Diarienummer saknas.", bool(memorandum.diary_number)),
        ("officer", "Handläggare saknas.", bool(head.officer)),
        ("day", "Datum saknas.", memorandum.day is not None),
    ]
    doubted = {d.field for d in head.doubts}
    return [Doubt(field=f, message=m) for f, m, there in missing if not there and f not in doubted]


def _doubts(memorandum: FoundMemorandum, proposal: Proposal, rivals: bool, *, prepared: bool) -> list[Doubt]:
    """Say what the paper itself leaves unclear."""
    found: list[Doubt] = []
    if not memorandum.title:
        found.append(Doubt(field="title", message="Rubriken går inte att hitta."))
    elif rivals:
        message = "Flera rader kan vara rubrik."
        found.append(Doubt(field="title", message=message, words=memorandum.title))
    if not memorandum.clauses:
        found.append(Doubt(field="clauses", message="Förslag till beslut går inte att hitta."))
    elif not proposal.deciders:
        message = "Ingen rad ”… beslutar” står före förslaget till beslut."
        found.append(Doubt(field="decider", message=message))
    elif len(proposal.deciders) > 1:
        message = "Förslaget är till flera beslut; den första raden ”… beslutar” togs."
        found.append(Doubt(field="decider", message=message, words="; ".join(proposal.deciders)))
    if prepared:
        message = "Handlingarna står under ”Beredning” och togs som beslutsunderlag."
        found.append(Doubt(field="supporting_documents", message=message))
    if memorandum.other_signatories:
        names = ", ".join(s.name for s in memorandum.other_signatories)
        found.append(Doubt(field="signatory", message="Flera har skrivit under.", words=names))
    return found
