"""The head of a kallelse: which body, when and where, gruppmöten, whom to tell of förhinder, notices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Final

from ..records import GroupMeeting
from .call_labels import Asked, read_labels
from .clocks import SaidClock, clocks_in
from .found import FoundSecretary
from .mending import joined
from .namely import is_body, is_person, is_reached
from .source import SourceLine
from .titles import printed
from .values import days_in, days_said

_BODY: Final = r"[A-ZÅÄÖa-zåäö][^.:,;()\d]{2,60}?"
_SENTENCES: Final = (
    re.compile(rf"(?P<body>{_BODY})\s+kallas\s+(?:härmed\s+)?till", re.IGNORECASE),
    re.compile(
        r"(?:sammanträder?|möte|välkommen till|kallelse till)(?: ordinarie| extra)?(?: sammanträde| möte)?"
        rf"\s+(?:med|i|för)\s+(?P<body>{_BODY})(?=\s+(?:\d|den\b|kl\b|kallas|på\b|i\b|som\b|måndag|tisdag"
        r"|onsdag|torsdag|fredag)|[.,:;(]|\s*$)",
        re.IGNORECASE,
    ),
    re.compile(rf"kallelse(?: till)?\s+(?P<body>{_BODY})(?=\s+\d|\s+den\b|[.,:;]|\s*$)", re.IGNORECASE),
    re.compile(rf"^(?P<body>{_BODY})\s+sammanträder\b", re.IGNORECASE),
)
_CALLS: Final = re.compile(r"\bkallas\b|\bkallelse\b|\bsammanträde[rt]?\b|\bvälkom", re.IGNORECASE)
_WEEKDAY: Final = r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?"
_PLACELESS: Final = re.compile(
    rf"\b{_WEEKDAY}(?:\s+den)?\b|\bden\b|\b(?:kl|klockan)\b\.?|^\s*(?:i|på)\s+|\bca\b\.?|\bcirka\b",
    re.IGNORECASE,
)
_SENTENCE_PLACE: Final = re.compile(
    r"\b(?:i|på)\s+(?P<place>[A-ZÅÄÖ][^.;]*?)\s*(?:$|[.;]|\s(?:kl\.?|klockan)\s)"
)
_MAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_PHONE: Final = re.compile(
    r"(?<![\w-])(?:\+46[\s-]?(?:\(0\)\s?)?|0)\d{1,3}[\s/–-]*\d{2,3}(?:[\s-]?\d{2,3}){1,3}(?!\w)"
)
_NAME: Final = r"\b[A-ZÅÄÖÉ][\w´'’-]{1,40}(?:\s(?:[A-ZÅÄÖÉ][\w´'’-]{1,40}|von|af|de)){1,3}"
_SECRETARY: Final = re.compile(
    rf"(?P<title>\b[\wåäöÅÄÖ]{{0,30}}sekreterare)n?,?\s*:?\s+(?P<name>{_NAME})"
    rf"|(?P<name2>{_NAME}),\s*(?P<title2>[\wåäö]{{0,30}}sekreterare)\b"
)
_ABSENT: Final = re.compile(r"förhinder|frånvaro|förhindrad|kan (?:inte|ej) (?:delta|närvara)", re.IGNORECASE)
_TO: Final = re.compile(rf"\btill\s+(?:[a-zåäö]{{3,30}}\s+)?(?P<name>{_NAME})")
_PARTIES: Final = re.compile(
    r"(?P<parties>(?:\(?[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,4}\)?(?:\s*(?:,|och|\+|/|&|samt)\s*|\s+(?=\()|\s*))+)(?P<rest>.*)$"
)
# «Majoriteten (S), (V) i sal A»
_NAMED_PARTIES: Final = re.compile(r"(?P<who>[A-ZÅÄÖ][a-zåäö]{3,20}\s)(?=\([A-ZÅÄÖ]{1,3}\))")
_PARTY: Final = re.compile(r"\(([A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,4})\)")
_BARE_PARTY: Final = re.compile(r"\b([A-ZÅÄÖ]{1,3}|KD|MP|SD)\b")
_FEW_DAYS: Final = 3  # that are named in a doubt
_TOP: Final = 20  # paragraphs in which a day without any label is the meeting's
_MOST_ON_A_LINE: Final = 30  # gruppmöten
_LEAST_WORDS: Final = 4  # of a notice at least


_NOBODY: Final = FoundSecretary()


@dataclass(slots=True)
class FoundHead:
    """What the head says, and the names of fields with what was unclear about them."""

    committee: str = ""
    day: date | None = None
    start: time | None = None
    end: time | None = None
    place: str = ""
    group_meetings: tuple[GroupMeeting, ...] = ()
    secretary: FoundSecretary = _NOBODY
    notices: tuple[str, ...] = ()
    unclear: list[tuple[str, str, str]] = field(default_factory=list)  # field, sentence, words


def read_call_head(
    lines: Sequence[SourceLine], furniture: Sequence[SourceLine], tail: Sequence[SourceLine]
) -> FoundHead:
    """Return what stands above the list (`lines`), at the edges of pages, and below the list (`tail`)."""
    found = FoundHead()
    labelled = read_labels(lines)
    below = read_labels(tail)
    edge = read_labels(furniture)
    paragraphs = _paragraphs(labelled.rest)
    sentences = [text for text in paragraphs if _CALLS.search(text)]
    dated = [  # «Måndag 7 juni 2027 kl. 17, Biblioteket»
        text for text in paragraphs if days_in(text) and clocks_in(text) and text not in sentences
    ]
    edges = [printed(line) for line in furniture]
    when = labelled.lines(Asked.DAY, Asked.WHEN_AND_WHERE, Asked.TIME)
    found.committee = _committee(labelled.lines(Asked.COMMITTEE), sentences, paragraphs, edges)
    _take_day(found, (when, sentences, edge.lines(Asked.DAY, Asked.WHEN_AND_WHERE), edges, paragraphs[:_TOP]))
    timed = labelled.lines(Asked.TIME, Asked.WHEN_AND_WHERE, Asked.DAY)
    _take_time(found, (timed, sentences, edge.lines(Asked.TIME, Asked.WHEN_AND_WHERE), dated))
    both = labelled.lines(Asked.WHEN_AND_WHERE)
    found.place = _place((labelled.lines(Asked.PLACE), both, edge.lines(Asked.PLACE), dated), sentences)
    found.group_meetings = tuple(_group_meetings(labelled.lines(Asked.GROUPS)))
    after = _paragraphs(below.rest)
    found.secretary = _secretary(
        labelled.lines(Asked.SECRETARY) + below.lines(Asked.SECRETARY), [*paragraphs, *after]
    )
    notices = [*labelled.lines(Asked.NOTICE), *below.lines(Asked.NOTICE)]
    found.notices = _notices(notices, [*paragraphs, *after])
    return found


def _paragraphs(lines: Sequence[SourceLine]) -> list[str]:
    """Return the lines joined to paragraphs: one goes on where nothing parts it from the line above."""
    found: list[list[str]] = []
    above: SourceLine | None = None
    for line in lines:
        text = printed(line)
        apart = (
            above is None
            or line.gap
            or line.whole
            or above.whole
            or bool(line.label)
            or line.table != above.table
        )
        if (
            apart
            or above is None
            or line.bold != above.bold
            or (_stands_alone(above.text) and not text[:1].islower())
        ):
            found.append([])
        found[-1].append(text)
        above = line
    return [joined(lines) for lines in found]


def _stands_alone(text: str) -> bool:
    """Tell whether a line is a short one of its own: a name, a heading, the end of a sentence."""
    return len(text) < 45 and not text.rstrip().endswith((",", "-", ":"))


def _committee(
    labelled: Sequence[str], sentences: Sequence[str], paragraphs: Sequence[str], edges: Sequence[str]
) -> str:
    for text in labelled:
        name = text.split(",")[0].strip(" .:") if not is_body(text) else text.strip(" .:")
        if name:
            return _capital(name)
    for pattern in _SENTENCES:
        for text in sentences:
            if (found := pattern.search(text)) is not None and (name := _body_name(found["body"])):
                return name
    return next((name for text in (*paragraphs, *edges) if (name := _body_name(text))), "")


def _body_name(text: str) -> str:
    """Return the name of the body that words are, also in the genitive («Kommunstyrelsens»); else nothing."""
    words = re.sub(
        r"^(?:kallelse|sammanträde|ledamöter(?:na)?(?: och ersättare)? i|med|i|till)\s+",
        "",
        text.strip(),
        flags=re.IGNORECASE,
    )
    words = re.sub(r"\s+(?:ledamöter.*|sammanträde|kallelse|möte)$", "", words, flags=re.IGNORECASE).strip(
        " .:"
    )
    name = _capital(words)
    if is_body(name):
        return name
    return name[:-1] if name.endswith("s") and is_body(name[:-1]) else ""


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _take_day(found: FoundHead, sources: Iterable[Sequence[str]]) -> None:
    for texts in sources:
        days = list(dict.fromkeys(day for text in texts for day in days_in(text)))
        if len(days) == 1:
            found.day = days[0]
            return
        if days:
            words = ", ".join(day.isoformat() for day in days[:_FEW_DAYS])
            found.unclear.append(("date", "Mer än en dag anges för sammanträdet.", words))
            return


def _take_time(found: FoundHead, sources: Iterable[Sequence[str]]) -> None:
    for texts in sources:
        clocks = [said for text in texts for said in clocks_in(text)]
        spans = {(said.start, said.end) for said in clocks}
        if len(spans) == 1:
            (found.start, found.end) = spans.pop()
            return
        if spans:
            found.start, found.end = clocks[0].start, clocks[0].end
            words = ", ".join(text for text in texts if clocks_in(text))
            found.unclear.append(("start", "Mer än en tid anges för sammanträdet; den första togs.", words))
            return


def _place(where: Iterable[Sequence[str]], sentences: Sequence[str]) -> str:
    for lines in where:
        parts = [part for line in lines if (part := _without_when(line))]
        if parts:
            return joined([*(f"{part}," if _ends_place(part) else part for part in parts[:-1]), parts[-1]])
    for text in sentences:
        if (clock := next(iter(clocks_in(text)), None)) is not None:
            found = _SENTENCE_PLACE.search(text, clock.until) or _SENTENCE_PLACE.search(text)
            if found is not None and not _body_name(found["place"]):
                return found["place"].strip(" ,")
    return ""


def _ends_place(part: str) -> bool:
    return not part.rstrip().endswith((",", "-", "–", ";", ":"))


def _without_when(line: str) -> str:
    """Return a line without the days and times in it."""
    spans = [(said.start, said.end) for said in days_said(line)] + [(c.at, c.until) for c in clocks_in(line)]
    if spans:
        starts, ends = zip(*sorted(spans), strict=True)
        between = [line[a:b] for a, b in zip((0, *ends), (*starts, len(line)), strict=True)]
        line = _PLACELESS.sub("\0", "\0".join(between))
    parts = [part.strip(" ,;.–-:") for part in line.split("\0")]
    return ", ".join(
        part for part in parts if part and part.casefold() not in ("och", "till", "till ca", "i", "på")
    )


def _group_meetings(lines: Sequence[str]) -> Iterable[GroupMeeting]:
    """Return the gruppmöten; a time on a line of its own holds for those below it."""
    common = ""
    for line in lines:
        left = line
        for _ in range(_MOST_ON_A_LINE):
            named = _NAMED_PARTIES.match(left)
            who, rest = (named["who"], left[named.end("who") :]) if named else ("", left)
            found = _PARTIES.match(rest)
            parties = _PARTY.findall(found["parties"]) if found else []
            if found and not parties and ":" in rest:
                parties = _BARE_PARTY.findall(rest.partition(":")[0])
            if not found or not parties:
                break
            meeting, left = _first_meeting(parties, found["rest"], common, who.strip())
            yield meeting
        clock = next(iter(clocks_in(left)), None)
        if clock is not None and not re.sub(r"[\s.:,]", "", left[: clock.at] + left[clock.until :]):
            common = _span(clock)
        elif left.strip():
            yield GroupMeeting(parties=(), room="", time=common, comment=left.strip())


def _first_meeting(parties: Sequence[str], rest: str, common: str, who: str) -> tuple[GroupMeeting, str]:
    """Return the meeting of these parties, and what tells of others on the line with an own room."""
    own, comment, others = rest, "", ""
    if (next_one := re.search(r",\s*(?=\([A-ZÅÄÖ])", rest)) is not None:
        own, after = rest[: next_one.start()], rest[next_one.end() :]
        if re.match(r"(?:\([^)]*\)[\s,]*(?:och\s)?)+i\s", after):
            others = after
        else:
            comment = after
    clock = next(iter(clocks_in(own)), None)
    if clock is not None:
        own = own[: clock.at] + own[clock.until :]
    room = re.sub(r"^\s*(?:[:–-]|i\b|på\b|träffas i\b|samlas i\b)\s*", "", own.strip()).strip(" ,.;")
    meeting = GroupMeeting(
        parties=tuple(parties),
        room=room,
        time=_span(clock) if clock else common,
        comment=", ".join(filter(None, (who, comment.strip(" .")))),
    )
    return meeting, others


def _span(clock: SaidClock) -> str:
    start = f"{clock.start.hour:02d}.{clock.start.minute:02d}"
    return start if clock.end is None else f"{start}–{clock.end.hour:02d}.{clock.end.minute:02d}"


def _secretary(labelled: Sequence[str], paragraphs: Sequence[str]) -> FoundSecretary:
    """Return who is told of förhinder or named as secretary, with address and telephone from there."""
    if labelled and (named := re.match(_NAME, labelled[0])) is not None and is_person(named[0]):
        text = " ".join(labelled)
        return FoundSecretary(name=named[0], title="", email=_mail(text, named[0]), phone=_phone(text))
    for at, text in enumerate(paragraphs):
        found = _SECRETARY.search(text) if "sekreterare" in text else None
        name = (found["name"] or found["name2"]) if found else ""
        if not name and _ABSENT.search(text) and (to := _TO.search(text)) is not None:
            name = to["name"]
        if not name:
            continue
        title = (found["title"] or found["title2"] or "") if found else ""
        near = " ".join(paragraphs[at : at + 4])
        mail = _mail(text, name) or _mail(near, name, own=True)
        phone = _phone(text) or (_phone(near) if mail or _ABSENT.search(near) else "")
        return FoundSecretary(name=name, title=title, email=mail, phone=phone)
    return FoundSecretary()


def _mail(text: str, name: str, *, own: bool = False) -> str:
    """Return the address in a text; with `own` only one with the person's surname in it."""
    found = [match[0].rstrip(".") for match in _MAIL.finditer(text)]
    surname = name.split()[-1].casefold().translate(str.maketrans("åäöéü", "aaoeu"))
    mine = [address for address in found if surname in address.casefold()]
    return mine[0] if mine else (found[0] if found and not own else "")


def _phone(text: str) -> str:
    found = _PHONE.search(text)
    return found[0].strip() if found else ""


def _notices(labelled: Sequence[str], paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return what is told of justering and förhinder, and the sentences of the head that are no facts."""
    told = [
        text
        for text in paragraphs
        if not is_reached(text)
        and (
            (len(text.split()) >= _LEAST_WORDS and text.rstrip().endswith((".", "!", ":")))
            or _ABSENT.search(text)
        )
        and not (_CALLS.search(text) and (days_in(text) or text.split()[0].casefold() == "kallelse"))
    ]
    return tuple(dict.fromkeys([*labelled, *told]))
