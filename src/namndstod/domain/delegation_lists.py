"""Delegationslista: decisions grouped by point of the delegationsordning, their table, period and sum.

KL 6:40 and 7:8: nämnden decides what is to be reported; the words are those of documents.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any, Final

from .delegation import DelegatedDecision
from .delegation_order import Order, point_key
from .masking import without
from .personal_data import PersonalKind, find_personal
from .records import BlockKind, BodyTerm
from .swedish import EN_DASH, NBSP, capitalised, iso_date, listed, whole_number
from .swedish_sort import swedish_key
from .texts import Draft

REPORT_CLAUSE: Final = "godkänna redovisningen"
REPORT_DECISION: Final = "Redovisningen godkänns."
PRIVATE: Final = "Privatperson"
"""What a public edition says instead of the name of a private person."""
URGENT_SOURCE: Final = "6 kap. 39 § kommunallagen"
SUM: Final = "Summa"

_ORGANISATION = re.compile(
    r"\b(ab|hb|kb|ek\.|för|as|oy|ltd|inc|gmbh|i|och|enskild|region)(?!\w)|[&\d]|"
    r"(bolag|kommun|förening|stiftelse|förbund|klubb|skola|universitet|församling|myndighet|firma|byalag|"
    r"samfällighet|byrå|butik|verkstad|gård|handel|tjänst|konsult|museum|teater|caf[eé]|kafé|bageri|konditori|"
    r"bryggeri|mejeri|rökeri|slakteri|tryckeri|snickeri|åkeri|rederi|måleri|fiskeri|restaurang|värdshus|hotell|"
    r"pensionat|vandrarhem|camping|livs|bygg|mekaniska|trädgård|plantskola|salong|studio|förlag|bibliotek|"
    r"center|centrum|festival)(et|en|an|n|s)?\b",
    re.IGNORECASE,
)
_AID = re.compile(
    r"(stöd|bidrag|medel|check|lån|stipendi\w*|medfinansiering|finansiering|investering)(et|en)?\b",
    re.IGNORECASE,
)
_AT_MOST = 4  # delegates that are named in a sentence
_NAME = re.compile(r"[A-ZÅÄÖÉÜ][\w’'-]+|af|von|van|de|der")


@dataclass(frozen=True, slots=True)
class DelegatedGroup:
    """Decisions by one delegate according to one point; `urgent` ones are ordförandebeslut (KL 6:39)."""

    point: str
    decided_by: str
    title: str
    decisions: tuple[DelegatedDecision, ...]
    urgent: bool = False

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


@dataclass(frozen=True, slots=True)
class ListTable:
    """The table of a list as texts: its head first, and at `sums` the rows that are sums."""

    rows: tuple[tuple[str, ...], ...]
    columns: tuple[ListColumn, ...]
    sums: frozenset[int] = frozenset()


_COLUMNS: Final[tuple[ListColumn, ...]] = (
    ListColumn("Dnr", lambda d: d.diary_number or d.serial),
    ListColumn("Beslutsdatum", lambda d: iso_date(d.decided_on) if d.decided_on else ""),
    ListColumn("Punkt", lambda d: d.point),
    ListColumn("Stöd", lambda d: d.kind),
    ListColumn("Företag", lambda d: d.recipient),
    ListColumn("Bransch/Prioritering", lambda d: d.branch),
    ListColumn("Kön", lambda d: d.gender),
    ListColumn("Kommun", lambda d: d.municipality),
    ListColumn("Belopp, kr", lambda d: whole_number(d.amount) if d.amount is not None else "", number=True),
    ListColumn("Beslutsfattare", lambda d: d.decided_by or d.decided_by_title),
)
_OF_OTHERS: Final = {"Stöd": "Gäller", "Företag": "Mottagare"}
"""Headings of the columns where the decisions are not of aid to companies: those of the register."""


def in_order(decisions: Sequence[DelegatedDecision]) -> tuple[DelegatedDecision, ...]:
    """Return the decisions as they are listed: by point, delegate and day, else as they were entered."""
    return tuple(sorted(decisions, key=lambda d: (*_group_key(d), d.decided_on or date.max, d.position)))


def groups(decisions: Sequence[DelegatedDecision]) -> tuple[DelegatedGroup, ...]:
    """Return the decisions by point (3.2 before 3.10) and delegate."""
    return tuple(
        DelegatedGroup(
            _number(found[0].point),
            found[0].decided_by.strip(),
            found[0].decided_by_title,
            found,
            found[0].urgent,
        )
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


def of_aid(decisions: Sequence[DelegatedDecision]) -> bool:
    """Whether the decisions are of aid to companies and others, and not of other things."""
    kinds = [d.kind for d in decisions if d.kind.strip()]
    return sum(_AID.search(kind) is not None for kind in kinds) * 2 >= len(kinds)


def heading(title: str, *, aid: bool) -> str:
    """Return the heading of a column of the list as it suits what is decided on (`of_aid`)."""
    return title if aid else _OF_OTHERS.get(title, title)


def columns(decisions: Sequence[DelegatedDecision]) -> tuple[ListColumn, ...]:
    """Return the columns in which anything stands, with headings that suit what is decided on."""
    aid = of_aid(decisions)
    known = (replace(c, title=heading(c.title, aid=aid)) for c in _COLUMNS)
    return tuple(c for c in known if any(c.text(d).strip() for d in decisions))


def table(decisions: Sequence[DelegatedDecision]) -> ListTable:
    """Return the table: head, the decisions by point with the sum of each where they are several, in all."""
    shown, chosen = in_order(decisions), columns(decisions)
    rows = [tuple(c.title for c in chosen)]
    sums: list[int] = []
    parts = [(point, tuple(each)) for point, each in groupby(shown, key=lambda d: _number(d.point))]
    for point, each in parts:
        rows += [tuple(c.text(d) for c in chosen) for d in each]
        if len(parts) > 1 and total(each) is not None:
            sums.append(len(rows))
            rows.append(_sum_row(chosen, f"{SUM} punkt{NBSP}{point}" if point else f"{SUM} utan punkt", each))
    if total(shown) is not None:
        sums.append(len(rows))
        rows.append(_sum_row(chosen, SUM, shown))
    return ListTable(tuple(rows), chosen, frozenset(sums))


def point_texts(
    decisions: Sequence[DelegatedDecision], order: Order, day: date
) -> tuple[tuple[str, str], ...]:
    """Return number and words of the points that the decisions are by, where the delegationsordning has them.

    A point that changed meanwhile is told as it read when each decision was made; `day` is for those undated.
    """
    found: dict[str, dict[str, None]] = {}
    for decision in sorted(decisions, key=lambda d: d.decided_on or day):
        point = order.point(decision.point, decision.decided_on or day) if decision.point.strip() else None
        if point is not None and point.text.strip():
            found.setdefault(point.number, {})[point.text.strip()] = None
    return tuple(
        (number, "\n".join(texts)) for number, texts in sorted(found.items(), key=lambda f: swedish_key(f[0]))
    )


def public_edition(decision: DelegatedDecision) -> DelegatedDecision:
    """Return the decision as public editions show it: nothing that tells of a private person (rule 41)."""
    texts = ("diary_number", "kind", "recipient", "branch", "municipality", "note")
    shown: dict[str, Any] = {name: _without_numbers(getattr(decision, name)) for name in texts}
    if decision.personal:
        shown = {name: without_name(text, decision.recipient) for name, text in shown.items()}
        shown |= {"recipient": PRIVATE, "note": ""}
    return replace(decision, gender="", extra=(), **shown)


def looks_private(recipient: str) -> bool:
    """Whether a recipient reads like a person's name: a proposal for `personal`, which a person settles."""
    words = recipient.split()
    return 2 <= len(words) <= 4 and not _ORGANISATION.search(recipient) and all(map(_NAME.fullmatch, words))


def kept_private(before: DelegatedDecision, after: DelegatedDecision) -> DelegatedDecision:
    """Return a changed decision: a new recipient that reads like a person is a private one."""
    changed = before.recipient != after.recipient and looks_private(after.recipient)
    return replace(after, personal=True) if changed else after


def organisation_like(recipient: str) -> bool:
    """Whether a recipient reads like a company, an association or an authority."""
    return _ORGANISATION.search(recipient) is not None


def introduction(term: BodyTerm, decisions: Sequence[DelegatedDecision]) -> str:
    """Return the paragraph that says who may decide, and that what follows is reported."""
    name = capitalised(term.name)
    return (
        f"{name} har överlåtit sin beslutanderätt till {_delegates(decisions)} i enlighet med gällande "
        f"delegationsordning. Dessa beslut ska redovisas till {term.short_name}. "
        "Nu anmäls följande beslut:"
    )


def group_text(group: DelegatedGroup) -> str:
    """«Beslut om mikrobidrag av områdeschef Karin Ek enligt punkt 3.2: Dnr 27RG101, 27RG104»."""
    kinds = listed(list(dict.fromkeys(_what(d.kind) for d in group.decisions if d.kind.strip())))
    text = "Ordförandebeslut" if group.urgent else "Beslut"
    text += f" om {kinds}" if kinds else ""
    text += f" av {group.delegate}" if group.delegate else ""
    text += f" enligt punkt{NBSP}{group.point}" if group.point else ""
    text += f", i brådskande ärende ({URGENT_SOURCE})" if group.urgent else ""
    numbers = [number for d in group.decisions if (number := (d.diary_number or d.serial).strip())]
    word = "Dnr" if any(d.diary_number.strip() for d in group.decisions) else "Nr"
    return f"{text}: {word}{NBSP}{', '.join(numbers)}" if numbers else text


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


def _delegates(decisions: Sequence[DelegatedDecision]) -> str:
    """Return to whom it was delegated: by name, or where they are many by title."""
    found = groups(decisions)
    named = list(dict.fromkeys(g.delegate for g in found if g.delegate))
    titles = list(dict.fromkeys(inside(g.title.strip()) or g.delegate for g in found if g.delegate))
    return listed(next((each for each in (named, titles) if 0 < len(each) <= _AT_MOST), ["delegater"]))


def _what(kind: str) -> str:
    """Return what was decided on, as after «beslut om»."""
    return inside(re.sub(r"^beslut (om|att) ", "", kind.strip(), flags=re.IGNORECASE))


def _sum_row(
    chosen: Sequence[ListColumn], name: str, decisions: Sequence[DelegatedDecision]
) -> tuple[str, ...]:
    whole = whole_number(total(decisions) or 0)
    return (name, *(whole if c.number else "" for c in chosen[1:]))


def _without_numbers(text: str) -> str:
    """Return the text without personnummer: in a list of decisions they are never needed."""
    kinds = (PersonalKind.IDENTITY_NUMBER, PersonalKind.SOLE_TRADER)
    return without(text, [(f.start, f.end) for f in find_personal(text, date.max) if f.kind in kinds])


def without_name(text: str, name: str) -> str:
    """Return the text without a person's name, which may stand in other fields as well."""
    words = r"\s+".join(map(re.escape, name.split()))
    return re.sub(rf"(?<!\w){words}(s?)(?!\w)", rf"{PRIVATE}\1", text, flags=re.IGNORECASE) if words else text


def _number(written: str) -> str:
    """Return a point's number in one form, however it is written; other words as they are."""
    key = point_key(written)
    return key if key[:1].isdigit() else written.strip()


def _group_key(decision: DelegatedDecision) -> tuple[object, ...]:
    point = _number(decision.point)
    return (decision.urgent, not point, swedish_key(point), swedish_key(decision.decided_by.strip()))
