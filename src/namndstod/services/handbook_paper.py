"""The handbook as a paper to print: the same chapters, drawn like all other papers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from namndstod.domain.content import (
    Block,
    Cell,
    Contents,
    Figure,
    Furniture,
    Group,
    Heading,
    Inline,
    ListBlock,
    ListItem,
    ListKind,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Table,
)

from .handbook import Chapter, Handbook, Section, picture

TITLE = "Handbok till Nämndstöd"
_INLINE = re.compile(
    r"\*\*(?P<strong>[^*]+)\*\*|\*(?P<emphasis>[^*]+)\*|`(?P<code>[^`]+)`|\[(?P<words>[^\]]+)\]\((?P<link>[^)]+)\)"
)
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
_ITEM = re.compile(r"(?:-|(\d+\.)) +(.*)")
_LISTED = 1  # level of the headings that stand in the contents and the bookmarks


def handbook_paper(book: Handbook) -> Paper:
    """Return the whole handbook, with its pictures."""
    blocks: list[Block] = [Heading(1, TITLE), Contents()]
    names: set[str] = set()
    for chapter in book.chapters:
        blocks += [PageBreak(), *_Chapter(book, chapter).blocks()]
        names.update(name for _, name in _PICTURE.findall(chapter.markdown))
    images = {name: picture(name) for name in sorted(names)}
    return Paper(TITLE, tuple(blocks), Furniture(head_left=TITLE), images=images)


class _Chapter:
    """Makes blocks of the lines of a chapter."""

    def __init__(self, book: Handbook, chapter: Chapter) -> None:
        self._book = book
        self._chapter = chapter
        self._headings = iter(chapter.sections)

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks: what stands between two blank lines is one, and a heading ends with its line."""
        waiting: list[str] = []
        fenced = False
        for line in (*self._chapter.markdown.splitlines(), ""):
            fenced ^= line.startswith("```")
            if not fenced and line.startswith("#"):
                yield from self._block(waiting)
                waiting = []
                yield self._heading()
            elif line or fenced:
                waiting.append(line)
            else:
                yield from self._block(waiting)
                waiting = []

    def _heading(self) -> Heading:
        section = next(self._headings)
        return Heading(
            section.level + 1, section.title, anchor=_anchor(section), in_contents=section.level <= _LISTED
        )

    def _block(self, lines: list[str]) -> Iterator[Block]:
        if not lines:
            return
        first = lines[0]
        if shown := _PICTURE.fullmatch(first):
            yield Figure(shown[2], shown[1])
        elif first.startswith("|"):
            yield self._table(lines)
        elif first.startswith("```"):
            yield from (Paragraph((Run(line),)) for line in lines if not line.startswith("```"))
        elif first.startswith(">"):
            said = " ".join(line.removeprefix(">").strip() for line in lines)
            yield Group((Paragraph(self._inline(said)),), keep=True, framed=True)
        elif _ITEM.match(first):
            yield self._list(lines)
        else:
            yield Paragraph(self._inline(" ".join(line.strip() for line in lines)))

    def _list(self, lines: list[str]) -> ListBlock:
        items: list[tuple[str, str]] = []
        for line in lines:
            if found := _ITEM.match(line):
                items.append((found[1] or "•", found[2]))
            else:
                label, text = items[-1]
                items[-1] = (label, f"{text} {line.strip()}")
        kind = ListKind.BULLETS if items[0][0] == "•" else ListKind.NUMBERED
        return ListBlock(
            kind, tuple(ListItem(label, (Paragraph(self._inline(text)),)) for label, text in items)
        )

    def _table(self, lines: list[str]) -> Table:
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
        made = [
            tuple(Cell((Paragraph(self._inline(text)),), head=number == 0) for text in row)
            for number, row in enumerate(rows)
            if number != 1  # the line that makes a table of it
        ]
        return Table(tuple(made), head_rows=1)

    def _inline(self, text: str) -> Inline:
        runs: list[Run] = []
        at = 0
        for found in _INLINE.finditer(text):
            runs.append(Run(text[at : found.start()]))
            at = found.end()
            runs.append(self._run(found))
        runs.append(Run(text[at:]))
        return tuple(run for run in runs if run.text)

    def _run(self, found: re.Match[str]) -> Run:
        if found["words"]:
            link = found["link"]
            place = self._book.place(f"{self._chapter.key}{link}" if link.startswith("#") else link)
            return Run(found["words"], link=f"#{_anchor(place)}" if place is not None else None)
        return Run(
            found["strong"] or found["emphasis"] or found["code"],
            strong=found["emphasis"] is None,
            emphasis=found["emphasis"] is not None,
        )


def _anchor(section: Section) -> str:
    return f"{section.chapter}-{section.number}"
