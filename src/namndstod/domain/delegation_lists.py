"""Delegationslista: decisions grouped by point of the delegationsordning, their table, period and sum.

KL 6:40 and 7:8: nämnden decides what is to be reported; the words are those of documents.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Final

from .delegation import DelegatedDecision
from .records import BlockKind, BodyTerm
from .swedish import EN_DASH, NBSP, capitalised, iso_date, listed, whole_number
from .swedish_sort import swedish_key
from .texts import Draft

REPORT_CLAUSE: Final = "godkänna redovisningen"
REPORT_DECISION: Final = "Redovisningen godkänns."
PRIVATE: Final = "Privatperson"
"""What a public edition says instead of the name of a private person."""

_ORGANISATION = re.compile(
    r"\b(ab|hb|kb|ek\.|för|as|oy|ltd|inc|gmbh|i|och|enskild|region)(?!\w)|[&\d]|"
    r"(bolag|kommun|förening|stiftelse|förbund|klubb|skola|universitet|församling|myndighet|firma|byalag|"
    r"samfällighet|byrå|butik|verkstad|gård|handel|tjänst|konsult|museum|teater)(et|en|an|n|s)?\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-ZÅÄÖÉÜ][\w’'-]+|af|von|van|de|der")


@dataclass(frozen=True, slots=True)
class DelegatedGroup:
    """Decisions by one delegate according to one point."""

    point: str
    decided_by: str
    title: str
    decisions: tuple[DelegatedDecision, ...]

    @property
    def delegate(self) -> str:
        """«områdeschef Karin Ek», as inside a sentence."""
        return delegate(self.title, self.decided_by)


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of the table. `number` stands to the right."""

    title: str
    text: Callable[[DelegatedDecision], str]
    number: bool = False


_COLUMNS: Final[tuple[ListColumn, ...]] = (
    ListColumn("Dnr", lambda d: d.diary_number),
    ListColumn("Beslutsdatum", lambda d: iso_date(d.decided_on) if d.decided_on else ""),
    ListColumn("Punkt", lambda d: d.point),
    ListColumn("Stöd", lambda d: d.kind),
    ListColumn("Företag", lambda d: d.recipient),
    ListColumn("Bransch/Prioritering", lambda d: d.branch),
    ListColumn("Kön", lambda d: d.gender),
    ListColumn("Kommun", lambda d: d.municipality),
    ListColumn("Belopp, kr", lambda d: whole_number(d.amount) if d.amount is not None else "", number=True),
    ListColumn("Beslutsfattare", lambda d: d.decided_by),
)


def in_order(decisions: Sequence[DelegatedDecision]) -> tuple[DelegatedDecision, ...]:
    """Return the decisions as they are listed: by point, delegate and day, else as they were entered."""
    return tuple(sorted(decisions, key=lambda d: (*_group_key(d), d.decided_on or date.max, d.position)))


def groups(decisions: Sequence[DelegatedDecision]) -> tuple[DelegatedGroup, ...]:
    """Return the decisions by point (3.2 before 3.10) and delegate."""
    return tuple(
        DelegatedGroup(found[0].point.strip(), found[0].decided_by.strip(), found[0].decided_by_title, found)
        for _, each in groupby(in_order(decisions), key=_group_key)
        if (found := tuple(each))
    )


def period(decisions: Sequence[DelegatedDecision]) -> tuple[date, date] | None:
    """Return the days of the first and the last decision; None where no day is known."""
    days = [d.decided_on for d in decisions if d.decided_on is not None]
    return (min(days), max(days)) if days else None


def period_text(decisions: Sequence[DelegatedDecision]) -> str:
    """«2027-04-01 – 2027-04-30», or nothing."""
    found = period(decisions)
    if found is None:
        return ""
    first, last = found
    return iso_date(first) if first == last else f"{iso_date(first)} {EN_DASH} {iso_date(last)}"


def total(decisions: Sequence[DelegatedDecision]) -> int | None:
    """Return the sum of the amounts in whole kronor; None where no decision has one."""
    amounts = [d.amount for d in decisions if d.amount is not None]
    return sum(amounts) if amounts else None


def columns(decisions: Sequence[DelegatedDecision]) -> tuple[ListColumn, ...]:
    """Return the columns in which anything stands."""
    return tuple(c for c in _COLUMNS if any(c.text(d).strip() for d in decisions))


def table(decisions: Sequence[DelegatedDecision]) -> tuple[tuple[str, ...], ...]:
    """Return the table as texts: head, the decisions in order, and the sum where there are amounts."""
    shown, chosen = in_order(decisions), columns(decisions)
    rows = [tuple(c.title for c in chosen), *(tuple(c.text(d) for c in chosen) for d in shown)]
    whole = total(decisions)
    if whole is not None:
        texts = ("Summa", *[""] * len(chosen))
        rows.append(
            tuple(whole_number(whole) if c.number else text for c, text in zip(chosen, texts, strict=False))
        )
    return tuple(rows)


def public_edition(decision: DelegatedDecision) -> DelegatedDecision:
    """Return the decision as public editions show it: no gender, no name of a private person (rule 41)."""
    recipient = PRIVATE if decision.personal else decision.recipient
    return replace(decision, gender="", recipient=recipient)


def looks_private(recipient: str) -> bool:
    """Whether a recipient reads like a person's name: a proposal for `personal`, which a person settles."""
    words = recipient.split()
    return 2 <= len(words) <= 4 and not _ORGANISATION.search(recipient) and all(map(_NAME.fullmatch, words))


def organisation_like(recipient: str) -> bool:
    """Whether a recipient reads like a company, an association or an authority."""
    return _ORGANISATION.search(recipient) is not None


def introduction(term: BodyTerm, decisions: Sequence[DelegatedDecision]) -> str:
    """Return the paragraph that says who may decide, and that what follows is reported."""
    to = listed(list(dict.fromkeys(g.delegate for g in groups(decisions) if g.delegate)))
    name = capitalised(term.name)
    return (
        f"{name} har överlåtit sin beslutanderätt till {to or 'delegater'} i enlighet med gällande "
        f"delegationsordning. Dessa beslut ska redovisas till {term.short_name}. "
        "Nu anmäls följande beslut:"
    )


def group_text(group: DelegatedGroup) -> str:
    """«Beslut om mikrobidrag av områdeschef Karin Ek enligt punkt 3.2: Dnr 27RG101, 27RG104»."""
    kinds = listed(list(dict.fromkeys(inside(d.kind) for d in group.decisions if d.kind.strip())))
    text = f"Beslut om {kinds}" if kinds else "Beslut"
    text += f" av {group.delegate}" if group.delegate else ""
    text += f" enligt punkt{NBSP}{group.point}" if group.point else ""
    numbers = [d.diary_number.strip() for d in group.decisions if d.diary_number.strip()]
    return f"{text}: Dnr{NBSP}{', '.join(numbers)}" if numbers else text


def report_lines(term: BodyTerm, decisions: Sequence[DelegatedDecision]) -> tuple[Draft, ...]:
    """Return what the list and the § say of the decisions that are reported; nothing for none."""
    if not decisions:
        return ()
    lines = (Draft(BlockKind.NUMBERED, f"{group_text(g)}.", 0) for g in groups(decisions))
    days = period_text(decisions)
    whole = total(decisions)
    more = [f"Perioden: {days}."] if days else []
    more += [f"Summa: {whole_number(whole)}{NBSP}kronor."] if whole is not None else []
    return (
        Draft(BlockKind.PARAGRAPH, introduction(term, decisions)),
        *lines,
        *((Draft(BlockKind.PARAGRAPH, " ".join(more)),) if more else ()),
    )


def delegate(title: str, name: str) -> str:
    """Return title and name as inside a sentence: «områdeschef Karin Ek»."""
    return " ".join(part for part in (inside(title.strip()), name.strip()) if part)


def inside(text: str) -> str:
    """Return a word as inside a sentence: its capital goes, unless it begins an abbreviation or a name."""
    text = text.strip()
    return text if len(text) < 2 or text[1].isupper() or not text[1].isalpha() else text[0].lower() + text[1:]


def _group_key(decision: DelegatedDecision) -> tuple[object, ...]:
    point = decision.point.strip()
    return (not point, swedish_key(point), swedish_key(decision.decided_by.strip()))
