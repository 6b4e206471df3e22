"""Språkförslag: what a secretary mends in the language of a protokoll (documents.md, «Conventions»).

Running text alone: what stands in tables, quotations, addresses and citations of statutes is left as it is.
Non-breaking spaces and straight quotes are set when a paper is printed (`swedish.typeset`) and need no hint.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import chain
from re import Match, Pattern

from .language_words import LEADING, MONEY, TRAILING, WORDS, Abbreviation
from .records import BlockKind
from .swedish import EN_DASH, MONTHS, NBSP, WEEKDAYS, capitalised
from .texts import Draft


@dataclass(frozen=True, slots=True)
class Hint:
    """A better way to write characters `start` to `end` of a text.

    With several `replacements` a person has to choose; one alone is certain, and can be taken unseen.
    """

    start: int
    end: int
    message: str
    replacements: tuple[str, ...]

    @property
    def certain(self) -> bool:
        """Whether there is nothing to choose."""
        return len(self.replacements) == 1


Better = Callable[[Match[str]], tuple[str, ...]]  # nothing: it is right as it stands


@dataclass(frozen=True, slots=True)
class _Rule:
    """What is looked for, and only in a text with one of its `words` (lower case) or `signs`.

    The pattern is made when it is first needed: starting the program makes none.
    """

    source: str
    message: str
    better: Better
    words: frozenset[str] = frozenset()
    signs: tuple[str, ...] = ()

    @property
    def pattern(self) -> Pattern[str]:
        return _compiled(self.source)

    def may_match(self, text: str, words: frozenset[str]) -> bool:
        return not self.words.isdisjoint(words) or any(sign in text for sign in self.signs)


_compiled = cache(re.compile)
_WORD = re.compile(r"[^\W\d_]+")

_ALONE_BEFORE, _ALONE_AFTER = r"(?<![\w.@/-])", r"(?![\w@/-])"
_SPACE = f"[ {NBSP}]"
_KEPT = (
    r"”[^”\n]{1,400}”|“[^”“\n]{1,400}[”“]|„[^”“\n]{1,400}[”“]|«[^»\n]{1,400}»|»[^»«\n]{1,400}[»«]"
    r'|"[^"\n]{1,400}"'  # quotations
    r"|\S+@\S+|(?:https?://|www\.)\S+"  # addresses
    r"|\d+ kap\.? \d+(?: [a-z])?(?:[-–]\d+)? §+"  # citations
)
_UNITS = "|".join(MONEY)


def _abbreviation(letters: str, *, closed: bool) -> str:
    """Return a pattern for «t.ex.», «t. ex.», «t ex» and, when `closed`, «tex»."""
    first, *rest = letters.split()
    parts = [f"[{first[0].upper()}{first[0]}]{first[1:]}", *rest]
    ways = [rf"\.{_SPACE}?".join(parts), _SPACE.join(parts)] if rest else parts
    if closed:
        ways.append("".join(parts))
    return f"{_ALONE_BEFORE}(?:{'|'.join(ways)}){_ALONE_AFTER}\\.?"


def _spelled_out(words: Sequence[str], *, trailing: bool) -> Better:
    def better(found: Match[str]) -> tuple[str, ...]:
        rest = found.string[found.end() :]
        capital = found[0][0].isupper()
        bare = "." not in found[0][:-1] and not found[0].endswith(".")
        if capital and bare and not re.match(rf"{_SPACE}[a-zåäö0-9]", rest):
            return ()  # «Tom Berg», «Mm»
        stop = "." if trailing and found[0].endswith(".") and _ends_sentence(rest) else ""
        return tuple((capitalised(w) if capital else w) + stop for w in words)

    return better


def _ends_sentence(rest: str) -> bool:
    return not rest.strip() or re.match(r"\s+[A-ZÅÄÖ§]", rest) is not None


def _money(found: Match[str]) -> tuple[str, ...]:
    space, unit, stop = found["space"] or " ", found["unit"], found["stop"]
    words = MONEY[unit]
    if re.search(rf"(?<![\d,])(?<!\d{_SPACE})1$", found.string[: found.start()]):
        words = words.replace("miljoner", "miljon").replace("miljarder", "miljard")
    per = " per " if found["per"] else ""
    dot = "." if stop and _ends_sentence(found.string[found.end() :]) else ""
    return (f"{space}{words}{per}{dot}",)


def _lower(found: Match[str]) -> tuple[str, ...]:
    return (found[0].lower(),)


def _as(text: str) -> Better:
    return lambda found: (text,)


def _word(found: Match[str]) -> tuple[str, ...]:
    wanted = WORDS[found[0].lower()]
    if found[0].isupper():
        return ()
    return (capitalised(wanted) if found[0][0].isupper() else wanted,)


_OUT = "Skriv ut förkortningen"
_DASH = "Tankstreck mellan siffror"
_MONTH, _WEEKDAY = "|".join(map(capitalised, MONTHS)), "|".join(map(capitalised, WEEKDAYS))
_CLOCK = r"\d{1,2}[.:]\d{2}"

_YEAR = r"(?:19|20)\d\d"


def _rule(pattern: str, message: str, better: Better, *signs: str, words: Iterable[str] = ()) -> _Rule:
    return _Rule(pattern, message, better, frozenset(words), signs)


def _abbreviations(known: Iterable[Abbreviation], *, trailing: bool) -> Iterable[_Rule]:
    for a in known:
        pattern = a.before + _abbreviation(a.letters, closed=a.closed) + a.after
        words = {a.letters.split()[0].split(":")[0], a.letters.replace(" ", "")}
        yield _rule(pattern, _OUT, _spelled_out(a.words, trailing=trailing), words=words)


def _dashed(found: Match[str]) -> tuple[str, ...]:
    return (f"{found['a']}{EN_DASH}",)


_RULES: tuple[_Rule, ...] = (
    *_abbreviations(LEADING, trailing=False),
    *_abbreviations(TRAILING, trailing=True),
    _rule(
        rf"(?:(?<=\d)|(?<=\btusen)|(?<=\bmiljoner)|(?<=\bmiljarder))(?P<space>{_SPACE}?)"
        rf"(?P<unit>{_UNITS})(?:(?P<per>/)(?=[a-zåäö])|(?![\w/-]))(?P<stop>\.?)",
        "Kronor skrivs ut i löpande text",
        _money,
        words=(unit.lower() for unit in MONEY),
    ),
    _rule(rf"(?<=\d){_SPACE}?st(?![\w.:/-])", _OUT, _as(" stycken"), words=("st",)),
    _rule(r"(?<=\d):-", "Kronor skrivs ut i löpande text", _as(" kronor"), ":-"),
    _rule(rf"(?<=\d){_SPACE}?%-enhet", "Procent skrivs ut i löpande text", _as(" procentenhet"), "%"),
    _rule(rf"(?<=\d){_SPACE}?%(?![\w-])", "Procent skrivs ut i löpande text", _as(" procent"), "%"),
    _rule(rf"(?<=\S){_SPACE}{{2,}}(?=\S)", "Dubbelt blanksteg", _as(" "), "  ", f" {NBSP}", f"{NBSP} "),
    _rule(
        rf"(?<=[\w)”“\"]){_SPACE}+(?=[,.;:!?](?:\s|$))",
        "Blanksteg före skiljetecken",
        _as(""),
        *(f"{space}{sign}" for space in f" {NBSP}" for sign in ",.;:!?"),
    ),
    _rule("[“„«»″]|''", "Svenska citattecken är ” ”", _as("”"), *"“„«»″", "''"),
    _rule(rf"\bkl(?={_SPACE}?\d)", "Punkt efter kl.", _as("kl."), words=("kl",)),
    _rule(rf"(?<=§)(?P<a>{_SPACE}?\d+) ?- ?(?=\d)", _DASH, _dashed, "§"),
    _rule(rf"(?<![\w.-])(?P<a>{_CLOCK}) ?- ?(?={_CLOCK}(?![\w-]))", _DASH, _dashed, "-"),
    _rule(rf"(?<![\w/.:-])(?P<a>{_YEAR}) ?- ?(?={_YEAR}(?![\w/:-]))", _DASH, _dashed, "-"),
    _rule(rf"(?<=\d):e(?={_SPACE}(?:{'|'.join(MONTHS)}|{_MONTH})\b)", "Datum skrivs utan :e", _as(""), ":e"),
    _rule(rf"(?<=\d{_SPACE})(?:{_MONTH})\b", "Månader skrivs med liten bokstav", _lower, words=MONTHS),
    _rule(
        rf"(?<=[a-zåäö,]{_SPACE})(?:{_WEEKDAY})(?:en)?\b",
        "Veckodagar skrivs med liten bokstav",
        _lower,
        words=(day + ending for day in WEEKDAYS for ending in ("", "en")),
    ),
    _rule(rf"(?<![\w-])(?i:{'|'.join(WORDS)})(?![\w-])", "Skriv hellre så", _word, words=WORDS),
)

_REMEMBERED = 4000  # texts looked at lately: a meeting that is read again has changed in a few of them


@lru_cache(maxsize=_REMEMBERED)
def hints(text: str) -> tuple[Hint, ...]:
    """Return what could be written better in a running text, in order and without overlaps."""
    words = frozenset(_WORD.findall(text.lower()))
    kept: list[tuple[int, int]] | None = None  # looked for when there is anything to keep it from
    found: list[Hint] = []
    for rule in _RULES:
        if not rule.may_match(text, words):
            continue
        for match in rule.pattern.finditer(text):
            start, end = match.span()
            if kept is None:
                kept = [m.span() for m in _compiled(_KEPT).finditer(text)]
            if any(a < start and end < b for a, b in kept):
                continue
            replacements = rule.better(match)
            if replacements and replacements != (match[0],):
                found.append(Hint(start, end, rule.message, replacements))
    return tuple(_apart(sorted(found, key=lambda h: (h.start, -h.end))))


def hints_in(drafts: Iterable[Draft]) -> tuple[Hint, ...]:
    """Return the hints of all blocks of a text; tables keep their kr and %."""
    return tuple(chain.from_iterable(hints(d.text) for d in drafts if d.kind is not BlockKind.TABLE))


def taken(draft: Draft, chosen: Iterable[Hint]) -> Draft:
    """Return a block with these of its hints taken; marks stay on their words."""
    edits = [(h.start, h.end, h.replacements[0]) for h in sorted(chosen, key=lambda h: h.start)]
    pieces, at = [], 0
    for start, end, words in edits:
        pieces += [draft.text[at:start], words]
        at = end
    marks = tuple(
        replace(m, start=_moved(m.start, edits, at_end=False), end=_moved(m.end, edits, at_end=True))
        for m in draft.marks
    )
    text = "".join(pieces) + draft.text[at:]
    return replace(draft, text=text, marks=tuple(m for m in marks if m.start < m.end))


def mended(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Return a text with all hints taken where there is nothing to choose."""
    return tuple(
        d if d.kind is BlockKind.TABLE else taken(d, [h for h in hints(d.text) if h.certain]) for d in drafts
    )


def spelled_out(text: str) -> str:
    """Return a text with every hint taken, for comparing: a change of language is no change of meaning."""
    return taken(Draft(BlockKind.PARAGRAPH, text), hints(text)).text


def _apart(found: Iterable[Hint]) -> Iterable[Hint]:
    at = 0
    for hint in found:
        if hint.start >= at:
            yield hint
            at = hint.end


def _moved(place: int, edits: Sequence[tuple[int, int, str]], *, at_end: bool) -> int:
    shift = 0
    for start, end, words in edits:
        if place >= end:
            shift += len(words) - (end - start)
        elif place > start:
            return start + shift + (len(words) if at_end else 0)
    return place + shift
