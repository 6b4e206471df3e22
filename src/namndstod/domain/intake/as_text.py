"""What was understood of papers, for a person to read on the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..records import BlockKind
from ..swedish import plain, whole_number
from ..texts import Draft
from .as_json import findings_json
from .found import FoundMemorandum, FoundPeriod, FoundSigner
from .passages import plain_text

_MISSING = "–"
_BEFORE = {
    BlockKind.CLAUSE: "att ",
    BlockKind.CONDITION: "    • ",
    BlockKind.BULLET: "• ",
}


def memorandum_text(found: FoundMemorandum) -> str:
    """Return a report of a memorandum: its facts, its texts, and last what was unclear."""
    return plain("\n".join(_memorandum(found)))


def _memorandum(found: FoundMemorandum) -> Iterator[str]:
    yield found.title or "(ingen rubrik)"
    yield ""
    facts = (
        ("Diarienummer", found.diary_number),
        ("Externt diarienummer", found.external_diary_number),
        ("Tjänsteställe", found.unit),
        ("Handläggare", found.officer),
        ("Datum", found.day.isoformat() if found.day else ""),
        ("Organ", found.body),
        ("Underskrift", _signer(found.signatory)),
        ("Även underskrivet", ", ".join(_signer(s) for s in found.other_signatories)),
        ("Belopp", ", ".join(f"{whole_number(a)} kronor" for a in found.amounts)),
        ("Andel", "" if found.share_percent is None else f"{found.share_percent:g} %".replace(".", ",")),
        ("Period", _period(found.period)),
    )
    optional = ("Externt diarienummer", "Även underskrivet", "Belopp", "Andel", "Period")
    for name, value in facts:
        if value or name not in optional:
            yield f"{name + ':':<22}{value or _MISSING}"
    yield from _part("Förslag till beslut", _proposal(found.proposal))
    for section in found.sections:
        yield from _part(section.heading.rstrip(":"), [plain_text(section.drafts)])
    yield from _part("Beslutsunderlag", found.supporting_documents)
    yield from _part("Skickas till", found.recipients)
    yield from _part("Budgeten", found.budget.problems if found.budget else ())
    yield from _part("Oklart", findings_json(found.doubts))


def _part(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from ("", heading.upper(), *lines)


def _proposal(drafts: Sequence[Draft]) -> list[str]:
    numbers = 0
    lines = []
    for draft in drafts:
        numbers = numbers + 1 if draft.kind is BlockKind.NUMBERED else numbers
        before = f"{numbers}. " if draft.kind is BlockKind.NUMBERED else _BEFORE.get(draft.kind, "")
        lines.append(f"{before}{draft.text}")
        numbers = 0 if draft.kind is BlockKind.DECIDER else numbers
    return lines


def _signer(signer: FoundSigner | None) -> str:
    return ", ".join(t for t in (signer.name, signer.title) if t) if signer else ""


def _period(period: FoundPeriod | None) -> str:
    if period is None:
        return ""
    ends = [day.isoformat() if day else "" for day in (period.start, period.end)]
    return " – ".join(ends).strip()
