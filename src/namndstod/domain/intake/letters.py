"""Beslutsbrev of any house: who gets what, on which conditions, for which time, and who signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ..letters import wrongly_worded
from ..swedish import plain
from .budget_heads import head_at
from .budget_tables import budget_of
from .doubting import paper_doubts
from .found import Doubt, FoundLetter, FoundSection, FoundSigner
from .granted import max_amount
from .headings import ROLES, Heading, Part
from .heads import Head, read_head
from .letter_columns import with_cells, with_signers_apart
from .letter_decision import Decided, is_condition_heading, read_decided
from .letter_recipient import Addressed, find_addressed
from .listings import marked
from .mending import joined
from .namely import is_person
from .parts import LISTS, MOST_ABOVE, PaperPart, body_size, parts_of
from .passages import drafts_of_lines
from .proposals import opens_clause
from .settled import settled_in
from .signers import find_signers
from .source import Source, SourceLine
from .title_lines import find_title
from .titles import split_diary_number

_SHORT: Final = 60  # characters of a heading
_TAIL: Final = 14  # lines at the end of a part in which somebody may have signed
_DECISION: Final = re.compile(
    r"(?:vi beslutar|vårt beslut|beslut(?:et)? i ärendet|(?:[\wåäö-]+ ){0,3}[\wåäö-]+s beslut|beslutar"
    r"|delegationsbeslut)",
    re.IGNORECASE,
)
_RUN_IN: Final = re.compile(r"(?:beslut|beslutet|vi beslutar|villkor):\s*(?=\S)", re.IGNORECASE)
_DECIDES: Final = re.compile(
    r"\b(?:bevilja(?:s|r)|avslås|avslår|beslutar|tilldelas|avvisas)\b", re.IGNORECASE
)
_PROSE: Final = re.compile(
    r"\b(?:ansöker|söker|sökt|inkom|inkommit|avser|har|är|ska|kommer|begär|anhåller|önskar|anför|gäller|beviljas"
    r"|meddelar|översänder|bifogar|framgår)\b",
    re.IGNORECASE,
)
_AMOUNT: Final = re.compile(r"\d[ \u00a0]?\d{3}(?:\s*(?:kr|kronor))?$")
_PAPER: Final = re.compile(
    r"(?:delegations)?beslut|beslutsbrev|bidragsbeslut|besked|underrättelse", re.IGNORECASE
)
_CLOSING: Final = re.compile(
    r"(?:för|på|i) .{3,60}(?:vägnar|tjänsten)|för [\wåäöé -]{3,60}|(?:med )?vänliga? hälsning(?:ar)?,?"
    r"|enligt (?:uppdrag|delegation)|på delegation|beslutande",
    re.IGNORECASE,
)


def read_letter(source: Source) -> FoundLetter:
    """Return what is understood of a beslutsbrev; what is unclear is empty and has a doubt. Never raises."""
    lines = with_signers_apart(with_cells([line for line in source.lines if line.text.strip()]))
    start = _paper_name(lines)
    below_name = _with_plain_headings(lines[start:])
    beginning, parts = parts_of(below_name)
    beginning = (*lines[:start], *beginning)
    head_lines = min(len(beginning), MOST_ABOVE)
    top = _read_top(source, beginning, head_lines)
    if not top.title and parts and parts[0].heading.part is Part.OTHER:
        beginning = (*beginning, *_lines_of(parts[0], below_name[len(beginning) - start :]))
        parts = parts[1:]  # it was no heading of a part, but the title
        top = _read_top(source, beginning, head_lines)
    head, addressed, below = top.head, top.addressed, beginning[top.end :]
    text, number_in_title = split_diary_number(top.title)
    signed, below, parts = _signed_anywhere(below, parts)
    decided = _decided(below, parts)
    settled = settled_in(decided.decision)
    most = max_amount(decided.decision)
    budget = budget_of(source.lines, settled.share_percent, most)
    letter = FoundLetter(
        diary_number=head.diary_number or number_in_title,
        unit=head.unit,
        officer=head.officer,
        day=head.day or head.meeting_day,
        recipient=addressed.recipient,
        address=addressed.address,
        title=text,
        decision=decided.decision,
        share_percent=settled.share_percent,
        max_amount=most,
        period=settled.period,
        conditions=decided.conditions,
        sections=_sections(below, parts, decided, has_budget=budget is not None),
        budget=budget,
        signatories=signed,
    )
    doubts = [*paper_doubts(source)]
    if source.lines:
        doubts += [*head.doubts, *settled.doubts, *_doubts(letter, head, addressed)]
    return replace(letter, doubts=tuple(dict.fromkeys(doubts)))


@dataclass(frozen=True, slots=True)
class _Top:
    """What stands above the text: letterhead, address and title; `end` is the line where the text begins."""

    head: Head
    addressed: Addressed
    title: str
    end: int


def _read_top(source: Source, beginning: tuple[SourceLine, ...], head_lines: int) -> _Top:
    """Read what is above the text; the letterhead is in so many of the first lines."""
    beginning = beginning[:MOST_ABOVE]
    head = read_head(source.furniture, beginning[:head_lines])
    end = _first_prose(beginning, head.used)
    above = beginning[:end]
    addressed = find_addressed(above, head.used)
    return _Top(head, addressed, head.title or _title(above, head.used | addressed.lines), end)


def _lines_of(part: PaperPart, lines: Sequence[SourceLine]) -> Sequence[SourceLine]:
    """The lines of a part with those of its heading, which may have been two."""
    heading = 1 if lines[0].text.strip() == part.heading.text else 2
    return lines[: heading + len(part.lines)]


def _paper_name(lines: Sequence[SourceLine]) -> int:
    """Return where the paper begins below its own name: «BESLUT» at the very top is no heading of a part."""
    for number, line in enumerate(lines[:4]):
        if _PAPER.fullmatch(line.text.strip()):
            return number + 1
    return 0


def _with_plain_headings(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """«Vi beslutar» and «Beslut: …» open the decision as «Beslutet» does."""
    made: list[SourceLine] = []
    for line in lines:
        text = plain(line.text).strip()
        found = _RUN_IN.match(text)
        if found is not None and not line.label and len(line.cells) < 2:
            word = "Villkor:" if text[:1] in "vV" and text[1:2] == "i" and "illkor" in found[0] else "Beslut"
            made += [replace(line, text=word, gap=True), replace(line, text=text[found.end() :], gap=False)]
        elif _opens_decision(line, text):
            made.append(replace(line, text="Beslutet"))
        else:
            made.append(line)
    return made


def _opens_decision(line: SourceLine, text: str) -> bool:
    is_named = _DECISION.fullmatch(text.rstrip(":")) is not None and "villkor" not in text.casefold()
    return is_named and text[:1].isupper() and not line.label and _apart(line)


def _apart(line: SourceLine) -> bool:
    return line.gap or line.bold or line.level > 0 or line.whole


def _title(above: Sequence[SourceLine], used: set[int] | frozenset[int]) -> str:
    """The title; below the address all lines that stand together are of it, whatever they begin with."""
    found = find_title(above, used, body_size(above))
    lines = sorted(found.lines)
    while (
        lines and lines[0] and lines[0] - 1 not in used and _stands_with(above[lines[0] - 1], above[lines[0]])
    ):
        lines.insert(0, lines[0] - 1)
    while lines and (after := lines[-1] + 1) < len(above) and after not in used:
        if not _stands_with(above[after - 1], above[after]):
            break
        lines.append(after)
    texts = [f"{above[n].label} {above[n].text}" if n != lines[0] else above[n].text for n in lines]
    return joined(text.strip() for text in texts).strip()


def _stands_with(above: SourceLine, line: SourceLine) -> bool:
    alike = (above.level, above.bold, above.size) == (line.level, line.bold, line.size)
    return alike and not line.gap and not above.whole and len(above.cells) < 2


def _first_prose(beginning: Sequence[SourceLine], used: set[int]) -> int:
    """Return where running text begins below the title: at the line that opens a sentence with a verb."""
    first = max(used, default=-1) + 1
    for number in range(first, len(beginning)):
        line = beginning[number]
        if (
            _PROSE.search(line.text)
            and not line.level
            and not line.bold
            and _ends_as_prose(beginning, number)
        ):
            while number > first and line.text[:1].islower() and not line.gap:
                number -= 1
                line = beginning[number]
            return number
    return len(beginning)


def _ends_as_prose(lines: Sequence[SourceLine], at: int) -> bool:
    """Whether the text that goes over a line comes to a full stop."""
    for line in lines[at : at + 12]:
        if line is not lines[at] and line.gap:
            return False
        if line.text.rstrip().endswith((".", ":")):
            return True
    return False


def _signed_anywhere(
    prose: tuple[SourceLine, ...], parts: tuple[PaperPart, ...]
) -> tuple[tuple[FoundSigner, ...], tuple[SourceLine, ...], tuple[PaperPart, ...]]:
    """Find who signed; returns the text without headings and the parts, both without the signature."""
    whole = (PaperPart(Heading(part=Part.OTHER, text=""), prose), *parts)
    signers, kept = _signed(whole)
    return signers, kept[0].lines, kept[1:]


def _signed(parts: tuple[PaperPart, ...]) -> tuple[tuple[FoundSigner, ...], tuple[PaperPart, ...]]:
    """Find who signed, from the end of the letter; returns the parts without the lines of the signature."""
    for number in reversed(range(len(parts))):
        part = parts[number]
        if part.heading.part in LISTS and number < len(parts) - 1:
            continue
        first = max(0, len(part.lines) - _TAIL)
        found = find_signers(part.lines[first:], strict=part.heading.part in LISTS)
        signers, lines = found.signers, {first + n for n in found.lines}
        if not signers:
            signers, lines = _after_closing(part.lines, first)
        if signers:
            above = min(lines) - 1
            if above >= 0 and _CLOSING.fullmatch(part.lines[above].text.strip(" :")):
                lines.add(above)
            kept = tuple(line for n, line in enumerate(part.lines) if n not in lines)
            return signers, (*parts[:number], PaperPart(part.heading, kept), *parts[number + 1 :])
    return (), parts


def _after_closing(lines: Sequence[SourceLine], first: int) -> tuple[tuple[FoundSigner, ...], set[int]]:
    """Names without titles below «Med vänlig hälsning» or «På nämndens vägnar»."""
    for at in range(first, len(lines)):
        if not _CLOSING.fullmatch(lines[at].text.strip(" :")):
            continue
        below = range(at + 1, min(at + 4, len(lines)))
        names = [
            name for n in below for name in (lines[n].cells or (lines[n].text,)) if is_person(name.strip())
        ]
        if names:
            return tuple(FoundSigner(name=name.strip()) for name in names), {at, *below}
    return (), set()


def _decided(prose: Sequence[SourceLine], parts: Sequence[PaperPart]) -> Decided:
    """Return the decision and the conditions, wherever in the letter they stand."""
    own = [p for p in parts if p.heading.part is Part.DECISION]
    decided = [read_decided(_above_table(p.lines)) for p in own]
    if not own:
        decided = [_in_prose(prose), *(_in_prose(p.lines) for p in parts)]
        decided = [d for d in decided if d.decision][:1]
    conditions = [c for d in decided for c in d.conditions]
    if not own and not conditions and (at := _conditions_in(prose)) is not None:
        listed = _list_at(prose, at + 1)
        conditions += read_decided(_above_table(listed), conditions_only=True).conditions
    for part in parts:
        if part.heading.part is Part.DECISION:
            continue
        if _is_conditions(part):
            conditions += read_decided(_above_table(part.lines), conditions_only=True).conditions
        elif (at := _conditions_in(part.lines)) is not None:
            own_lines = _above_table(part.lines[at + 1 :])
            conditions += read_decided(own_lines, conditions_only=True).conditions
    return Decided(tuple(t for d in decided for t in d.decision), tuple(dict.fromkeys(conditions)))


def _in_prose(lines: Sequence[SourceLine]) -> Decided:
    """A letter without the heading: the paragraph that grants or refuses, and what stands below it."""
    at = next((n for n, line in enumerate(lines) if _DECIDES.search(line.text)), None)
    if at is None:
        return Decided()
    while at and not _apart(lines[at]) and not lines[at].label and lines[at].text[:1].islower():
        at -= 1
    end = at + 1
    while end < len(lines) and (
        not _apart(lines[end]) or marked(lines[end]).kind or opens_clause(lines[end].text)
    ):
        end += 1
    return read_decided(lines[at:end])


def _above_table(lines: tuple[SourceLine, ...]) -> tuple[SourceLine, ...]:
    """The lines down to a budget, without the heading that stands over it."""
    end = next((n for n in range(len(lines)) if _opens_table(lines, n)), len(lines))
    if 1 < end < len(lines) and len(lines[end - 1].text) < _SHORT and not marked(lines[end - 1]).kind:
        end -= 0 if lines[end - 1].text.rstrip().endswith((".", ":")) else 1
    return lines[:end]


def _is_conditions(part: PaperPart) -> bool:
    heading = SourceLine(text=part.heading.text, bold=True)
    return part.heading.part is Part.OTHER and is_condition_heading(heading)


def _conditions_in(lines: Sequence[SourceLine]) -> int | None:
    """Return where the conditions begin within another part, as «Villkor» does that nothing sets off."""
    return next((n for n, line in enumerate(lines) if is_condition_heading(line)), None)


def _list_at(lines: Sequence[SourceLine], at: int) -> tuple[SourceLine, ...]:
    """Return the lines of the marked list that begins there, down to what stands apart and has no mark."""
    end = at
    while end < len(lines) and (marked(lines[end]).kind or (end > at and not _apart(lines[end]))):
        end += 1
    return tuple(lines[at:end])


def _sections(
    prose: Sequence[SourceLine], parts: Sequence[PaperPart], decided: Decided, *, has_budget: bool
) -> tuple[FoundSection, ...]:
    """Return the parts that are texts; the budget is told by its tables."""
    has_part = any(p.heading.part is Part.DECISION for p in parts)
    said = set() if has_part else set(decided.decision)
    drafts = tuple(d for d in drafts_of_lines(prose) if d.text not in said)
    made = [FoundSection(heading="", role=None, drafts=drafts)] if drafts else []
    for part in parts:
        if part.heading.part in (Part.DECISION, *LISTS) or _is_conditions(part):
            continue
        ends = [n for n in range(len(part.lines)) if has_budget and _opens_table(part.lines, n)][:1]
        if (at := _conditions_in(part.lines)) is not None:
            ends.append(at)
        lines = part.lines[: min(ends, default=len(part.lines))]
        if lines or not ends:
            role = ROLES.get(part.heading.part)
            made.append(FoundSection(heading=part.heading.text, role=role, drafts=drafts_of_lines(lines)))
    return tuple(made)


def _opens_table(lines: tuple[SourceLine, ...], at: int) -> bool:
    return head_at(lines, at) is not None and any(
        _AMOUNT.search(line.text) for line in lines[at + 1 : at + 4]
    )


def _doubts(letter: FoundLetter, head: Head, addressed: Addressed) -> list[Doubt]:
    """Say what the letter leaves unclear."""
    missing = (
        ("diary_number", "Diarienummer saknas.", bool(letter.diary_number)),
        ("day", "Datum saknas.", letter.day is not None),
        ("title", "Rubriken går inte att hitta.", bool(letter.title)),
        ("decision", "Beslutet går inte att hitta.", bool(letter.decision)),
        ("signatories", "Ingen underskrift går att hitta.", bool(letter.signatories)),
    )
    doubted = {d.field for d in head.doubts}
    found = [Doubt(field=f, message=m) for f, m, there in missing if not there and f not in doubted]
    if not letter.recipient:
        words = " / ".join(addressed.possible)
        message = "Flera kan vara mottagare." if words else "Mottagaren går inte att hitta."
        found.append(Doubt(field="recipient", message=message, words=words))
    found += [
        Doubt(field="max_amount", message=m) for m in wrongly_worded(letter.decision, letter.max_amount)
    ]
    for text in letter.conditions:
        if text[:1].islower():
            message = "Villkoret börjar mitt i en mening. Något kan ha fallit bort."
            found.append(Doubt(field="conditions", message=message, words=text))
    return found
