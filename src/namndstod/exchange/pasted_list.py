"""A pasted föredragningslista as plain rows. Nothing is guessed: what is unclear is said in `unclear`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..domain.records import ItemKind
from .plain import clean

_ITEM = re.compile(
    r"(?P<number>\d{1,3})(?:\.[ \t\u00a0]*|[\t\u00a0]+|[ ]{1,4})(?P<title>(?=[^\W\d_]|[”\"(]).+)$"
)
_DIARY = re.compile(
    r"(?:diarienummer|dnr|diarienr)\s*[.:]?\s*(?P<number>[^\s,;:()][^\s,;()]*(?:\s\d{4}[/-]\d+)?)",
    re.IGNORECASE,
)
_PRESENTERS = re.compile(r"föredragande\s*:\s*(?P<names>.*)$", re.IGNORECASE)
_META = re.compile(r"(?:diarienummer|dnr|diarienr)\s*[.:]|föredragande\s*:", re.IGNORECASE)
_ATT = re.compile(r"att(?:[\s\u00a0]+)(?=\S)", re.IGNORECASE)
_BULLET = re.compile(r"(?:[•·▪◦●\uf0b7][\s\u00a0]*|[-–][\s\u00a0]+)(?=\S)")
_DECIDER = re.compile(r"\b(?:beslutar(?: för egen del)?|föreslår .{1,80} besluta)\s*:?$", re.IGNORECASE)
_HEADS = {
    "förslag till beslut": "proposal",
    "beslutsförslag": "proposal",
    "sammanfattning": "summary",
    "ärendebeskrivning": "summary",
    "beslutsunderlag": "documents",
    "beredning": "documents",
    "handlingar": "documents",
    "underlag": "documents",
}
_FORMAL = frozenset(
    {"protokollsjustering", "justering", "val av justerare", "upprop", "sammanträdets öppnande", "öppnande"}
    | {"fastställande av föredragningslista", "godkännande av föredragningslista", "föredragningslista"}
    | {"fastställande av dagordning", "godkännande av dagordning", "jäv", "anmälan om jäv"}
)
_REPORTS = frozenset(
    {"anmälningsärenden", "anmälningar", "anmälan av delegationsbeslut", "delegationsbeslut", "meddelanden"}
    | {"redovisning av delegationsbeslut"}
)
_SURNAME = re.compile(r"[^\W\d_a-zåäö][\w-]+")
_PAGE_FURNITURE = re.compile(r"\d{1,4} \(\d{1,4}\)$|www\.\S+$|\f")


@dataclass(slots=True)
class PastedItem:
    """An item of the list. `kind` is None when the text does not say; `number` is as pasted."""

    number: int
    title: str
    kind: ItemKind | None = None
    diary_number: str = ""
    presenters: tuple[str, ...] = ()
    decider: str = ""
    clauses: list[str] = field(default_factory=list)  # without «att», punctuation as pasted
    conditions: list[str] = field(default_factory=list)
    after_clauses: list[str] = field(default_factory=list)  # paragraphs of the proposal after its clauses
    points: list[str] = field(default_factory=list)  # of an information item
    summary: list[str] = field(default_factory=list)  # paragraphs
    documents: list[str] = field(default_factory=list)  # Beslutsunderlag as named


@dataclass(frozen=True, slots=True)
class PastedList:
    """The items in order, and Swedish sentences on what was not understood."""

    items: tuple[PastedItem, ...]
    unclear: tuple[str, ...]


def read_list(text: str) -> PastedList:
    """Return a pasted föredragningslista; lines before the first item are passed over, and said to be."""
    reader = _Reader()
    for line in clean(text).split("\n"):
        reader.take(line.replace("\u2003", "\t"))
    return reader.result()


class _Reader:
    """Goes through the lines. `_part` is where in an item it is: head, proposal, summary or documents."""

    def __init__(self) -> None:
        self._items: list[PastedItem] = []
        self._unclear: list[str] = []
        self._before: list[str] = []
        self._part = "head"
        self._gap = True  # an empty line before this one
        self._inner = 0  # the number last seen of a list inside an item
        self._open: list[str] | None = None  # the list whose last text may go on in the next line
        self._head_open = ""  # what of the head may go on: «title», «presenters»

    def take(self, raw: str) -> None:
        """Take one line in."""
        line = raw.strip(" \t\u00a0")
        if not line or _PAGE_FURNITURE.fullmatch(line):
            self._gap = self._gap or not line
            return
        gap, self._gap = self._gap, False
        if not self._in_inner_list(line, gap=gap) and self._begins_item(line):
            return
        if not self._items:
            self._before.append(line)
            return
        head = _HEADS.get(line.rstrip(":").lower())
        if head is not None:
            self._part, self._open, self._head_open = head, None, ""
        elif _META.match(line):
            self._meta(self._items[-1], raw)
        else:
            self._body(self._items[-1], line, gap=gap)

    def _in_inner_list(self, line: str, *, gap: bool) -> bool:
        """Tell whether a numbered line belongs to a list «1. 2. 3.» inside an item, which begins with 1."""
        match = _ITEM.match(line)
        number = int(match["number"]) if match else 0
        follows = self._inner > 0 and not gap and number == self._inner + 1
        if number and self._items and (number == 1 or follows):
            self._inner = number
            return True
        if gap or not number:
            self._inner = 0
        return False

    def _begins_item(self, line: str) -> bool:
        """Take a line that begins an item: its number is the next one, so that «31 mars» is none."""
        match = _ITEM.match(line)
        expected = self._items[-1].number + 1 if self._items else None
        if match is None:
            return False
        number = int(match["number"])
        typed = line[match.end("number") : match.end("number") + 1]
        if expected is None:
            if number > 1 and typed != ".":
                return False
        elif number != expected:
            if typed == "." and number > expected and number - expected <= 3 and self._part != "summary":
                self._unclear.append(
                    f"Punkt {expected} saknas: efter punkt {expected - 1} kommer punkt {number}."
                )
            else:
                return False
        self._items.append(PastedItem(number, match["title"].strip()))
        self._part, self._open, self._head_open = "head", None, "title"
        return True

    def _meta(self, item: PastedItem, raw: str) -> None:
        if (match := _DIARY.search(_PRESENTERS.sub("", raw))) is not None:
            item.diary_number = match["number"].strip()
        elif re.match(r"\s*(?:diarienummer|dnr|diarienr)\s*[.:]", raw, re.IGNORECASE):
            rest = _PRESENTERS.sub("", raw).partition(":")[2].strip()
            if rest:
                self._unclear.append(f"Punkt {item.number}: diarienumret ”{rest}” gick inte att tolka.")
        self._head_open = ""
        if (found := _PRESENTERS.search(raw)) is not None:
            item.presenters = _names(found["names"])
            self._head_open = "presenters"
        self._open = None

    def _body(self, item: PastedItem, line: str, *, gap: bool) -> None:
        """Take a line of running text, by the part of the item that it stands in."""
        if self._part == "head":
            self._head(item, line, gap=gap)
        elif self._part == "proposal":
            self._proposal(item, line, gap=gap)
        else:
            target = item.summary if self._part == "summary" else item.documents
            self._text(target, line, gap=gap, bullets=self._part == "documents")

    def _head(self, item: PastedItem, line: str, *, gap: bool) -> None:
        """Take a line right below the heading: its second line, more names, or points of information."""
        if _BULLET.match(line) or (self._open is item.points and not gap):
            self._text(item.points, line, gap=gap, bullets=True)
            self._head_open = ""
        elif self._head_open == "presenters" and (not gap or self._name_is_cut(item, line)):
            item.presenters = _names(", ".join(item.presenters) + " " + line)
        elif self._head_open == "title" and not gap and (line[:1].islower() or len(item.title) > 55):
            item.title = f"{item.title} {line}"
        elif (line.startswith("att") and _ATT.match(line)) or _DECIDER.search(line):
            self._part = "proposal"
            self._proposal(item, line, gap=gap)
        else:
            self._text(item.points, line, gap=True, bullets=False)
            self._head_open = ""

    def _name_is_cut(self, item: PastedItem, line: str) -> bool:
        """Tell whether the last presenter lacks a surname that alone stands in the line."""
        return bool(item.presenters) and " " not in item.presenters[-1] and bool(_SURNAME.fullmatch(line))

    def _proposal(self, item: PastedItem, line: str, *, gap: bool) -> None:
        if _DECIDER.search(line) and not item.clauses:
            item.decider = line.rstrip(": ")
            self._open = None
        elif (match := _ATT.match(line)) and not self._goes_on(item.clauses, line, gap=gap):
            item.clauses.append(line[match.end() :])
            self._open = item.clauses
        elif (bullet := _BULLET.match(line)) is not None and item.clauses:
            item.conditions.append(line[bullet.end() :])
            self._open = item.conditions
        elif self._open is not None and not gap:
            self._open[-1] += f" {line}"
        elif item.clauses:
            item.after_clauses.append(line)
            self._open = item.after_clauses
        else:
            item.after_clauses.append(line)
            self._unclear.append(
                f"Punkt {item.number}: ”{_short(line)}” under Förslag till beslut är ingen att-sats."
            )

    def _goes_on(self, clauses: list[str], line: str, *, gap: bool) -> bool:
        """Tell whether a line with «att» is the rest of a clause cut in the middle («… syftar till»)."""
        if gap or self._open is not clauses or not clauses:
            return False
        wide = re.match(r"att(?:\t|[ \u00a0]{2,})", line) is not None
        return not wide and not clauses[-1].rstrip().endswith((",", ".", ";", " samt", " och", ":"))

    def _text(self, target: list[str], line: str, *, gap: bool, bullets: bool) -> None:
        match = _BULLET.match(line)
        if match is None and target and self._open is target and not gap:
            target[-1] += f" {line}"
            return
        target.append(line[match.end() :] if match and bullets else line)
        self._open = target

    def result(self) -> PastedList:
        """Return the items with their kinds, and what was unclear."""
        if not self._items:
            self._unclear.append(
                "Ingen punkt hittades: varje punkt ska börja med sitt nummer på en egen rad."
            )
        for item in self._items:
            item.kind = _kind(item)
            if item.kind is None:
                title = _short(item.title)
                self._unclear.append(
                    f"Punkt {item.number}: det framgår inte om ”{title}” är information eller beslut."
                )
            if item.clauses and not item.decider:
                self._unclear.append(f"Punkt {item.number}: det framgår inte vem som beslutar.")
        before = [
            line
            for line in self._before
            if line.lower().rstrip(":") not in ("föredragningslista", "dagordning")
        ]
        if before and self._items:
            self._unclear.insert(0, f"Text före första punkten togs inte med: ”{_short(' '.join(before))}”.")
        return PastedList(tuple(self._items), tuple(self._unclear))


def _kind(item: PastedItem) -> ItemKind | None:
    """Return the kind that title or content states, or None."""
    title = item.title.lower().strip(" .:")
    if title in _FORMAL:
        return ItemKind.FORMAL
    if title in _REPORTS or title.startswith("anmälningsärenden"):
        return ItemKind.REPORT
    if title == "information" or title.startswith(("information ", "information:", "presentation")):
        return ItemKind.INFORMATION
    if re.match(r"(?:fyllnads)?val av |avsägelse", title) and item.clauses:
        return ItemKind.ELECTION
    if item.clauses or item.decider:
        return ItemKind.DECISION
    return ItemKind.INFORMATION if item.points else None


def _names(text: str) -> tuple[str, ...]:
    """Return the names of «NN, NN och NN»."""
    parts = re.split(r"\s*[,;]\s*|\s+och\s+", re.sub(r"\s+", " ", text).strip())
    return tuple(part for part in parts if part)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rstrip() + "…"
