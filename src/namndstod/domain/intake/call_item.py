"""An item of a föredragningslista while it is read: texts under way, names, and what becomes of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from ..records import ItemKind
from .found import FoundItem
from .item_kinds import kind_of_item
from .mending import joined
from .titles import split_diary_number, without_time

_PARTS: Final = re.compile(r"\s*[,;]\s*|\s+(?:och|samt)\s+|\s+&\s+")
_SURNAME: Final = re.compile(r"[^\W\d_a-zåäö][\w-]+")
_NAMES_ONLY: Final = re.compile(
    r"[A-ZÅÄÖÉ][\w´'’-]+(?:\s[A-ZÅÄÖÉ][\w´'’-]+)*(?:(?:\s*,\s*|\s+och\s+)[A-ZÅÄÖÉ][\w´'’-]+(?:\s[A-ZÅÄÖÉ][\w´'’-]+)*)*,?$"
)


class Passages:
    """Texts under way, each of one or more printed lines that are joined at last."""

    def __init__(self) -> None:
        self._texts: list[list[str]] = []

    def __bool__(self) -> bool:
        return bool(self._texts)

    def begin(self, line: str) -> None:
        """Begin a text with a line."""
        self._texts.append([line])

    def go_on(self, line: str) -> None:
        """Add a line to the last text."""
        self._texts[-1].append(line)

    @property
    def last(self) -> str:
        """The last line taken."""
        return self._texts[-1][-1] if self._texts else ""

    def texts(self) -> tuple[str, ...]:
        """Return the texts, mended where a line broke them."""
        return tuple(text for lines in self._texts if (text := joined(lines)))


@dataclass(slots=True)
class ListItem:
    """An item under way. `sentences` are what a proposal says without «att»: numbered or in plain words."""

    number: int | None
    heading: Passages = field(default_factory=Passages)
    group: ItemKind | None = None  # what the heading over several items says of it
    diary_number: str = ""
    names: Passages = field(default_factory=Passages)  # föredragande, as printed
    decider: str = ""
    clauses: Passages = field(default_factory=Passages)  # with «att»
    sentences: Passages = field(default_factory=Passages)
    unplaced: list[str] = field(default_factory=list)  # sentences before any clause
    conditions: Passages = field(default_factory=Passages)
    points: Passages = field(default_factory=Passages)
    summary: Passages = field(default_factory=Passages)
    documents: Passages = field(default_factory=Passages)
    timed: bool = False  # a clock time stood before its heading

    def presenters(self) -> tuple[str, ...]:
        """Return the names of föredragande, each with the title that follows it."""
        found: list[str] = []
        for text in self.names.texts():
            for part in _PARTS.split(without_time(text)[0].strip()):
                if part[:1].islower() and found and " " in found[-1]:
                    found[-1] += f", {part}"  # «Ada Ek, ekonomichef»
                elif part:
                    found.append(part)
        return tuple(found)

    def goes_on_with_names(self, line: str) -> bool:
        """Tell whether a line goes on with the names of föredragande: «… Helena» «Berg»."""
        ends_open = self.names.last.rstrip().endswith((",", " och", ";"))
        return bool(self.names) and (ends_open or _NAMES_ONLY.match(line) is not None)

    def name_is_cut(self, line: str) -> bool:
        """Tell whether the last föredragande lacks a surname that alone stands in the line."""
        if not _SURNAME.fullmatch(line):
            return False
        known = self.presenters()
        return bool(known) and " " not in known[-1]

    def found(self) -> FoundItem:
        """Return the item as it was understood."""
        title, number = split_diary_number(" ".join(self.heading.texts()))
        clauses, after = self.clauses.texts(), self.sentences.texts()
        if not clauses:
            clauses, after = after, ()
        points = self.points.texts()
        decides = bool(clauses or self.decider)
        return FoundItem(
            number=self.number,
            title=title,
            kind=kind_of_item(title, decides=decides, points=points) or self.group,
            diary_number=self.diary_number or number,
            presenters=self.presenters(),
            decider=self.decider,
            clauses=clauses,
            after_clauses=after,
            conditions=self.conditions.texts(),
            summary=self.summary.texts(),
            supporting_documents=self.documents.texts(),
            points=points,
        )
