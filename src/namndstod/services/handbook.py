"""The handbook: its chapters in order, where a heading or a rule stands in them, and a search among them.

The chapters are Markdown files in `docs/handbok` and beside it; the list of links in its README says which,
and in what order. A line `<a id="…"></a>` above a heading names it besides: rules are named by their codes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from posixpath import normpath

from namndstod.domain.swedish_sort import fold
from namndstod.resources import resource

from .handbook_words import EMPTY, SAME

FOLDER = "handbok"
CONTENTS = "README.md"
MOST = 40  # hits shown
_SHORTEST = 4  # letters that a word which is not found is shortened to at the most
_ENDING = 2  # letters at the end of a long word that another form of it may lack
_ALL = 5  # rank of a section that has all words only together with the title of its chapter
_BEFORE, _AFTER = 16, 90  # characters of a hit's text around the word
_LINK = re.compile(r"^\d+\. \[[^\]]+\]\(([a-z./-]+)\.md\)", re.MULTILINE)
_HEADING = re.compile(r"^(#{1,4}) +(.+?) *$")
_NAME = re.compile(r'<a id="([a-z0-9_-]+)"></a>')
_PLAIN = (
    (re.compile(r"^```\w*$", re.MULTILINE), ""),
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"^[|\s:-]+$", re.MULTILINE), ""),
    (re.compile(r"^ *(?:-|\d+\.) +", re.MULTILINE), ""),
    (re.compile(r"[*`|>]|^#+ ", re.MULTILINE), " "),
    (re.compile(r"\s+"), " "),
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it, down to the next heading of any level."""

    chapter: str  # the key of its chapter
    number: int  # which heading of the chapter, from 0
    level: int
    title: str
    names: tuple[str, ...]  # what a link may call it, after «#»
    text: str  # without marks


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter. `markdown` is without the names of headings."""

    key: str
    title: str
    markdown: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A section that has all the words, and a piece of it around the first."""

    section: Section
    piece: str


@dataclass(frozen=True, slots=True)
class Handbook:
    """All chapters."""

    chapters: tuple[Chapter, ...]

    def chapter(self, key: str) -> Chapter | None:
        """Return a chapter by its key."""
        return next((c for c in self.chapters if c.key == key), None)

    def place(self, link: str) -> Section | None:
        """Return where «kapitel», «kapitel.md#namn» or «#namn» (of any chapter) leads."""
        file, _, name = link.partition("#")
        key = file.rpartition("/")[2].removesuffix(".md")
        for section in self._sections():
            if key in ("", section.chapter) and (name in section.names if name else section.number == 0):
                return section
        return None

    def find(self, text: str) -> tuple[Found, ...]:
        """Return the sections that have every word of `text`: those first that have them in their heading.

        The title of the chapter counts too, but least. Has no section all words: those that have most.
        """
        typed = fold(text).split()
        asked = [self._ways(w) for w in typed if w not in EMPTY] or [self._ways(w) for w in typed]
        if not asked:
            return ()
        ranked = []
        for number, section in enumerate(self._sections()):
            where = self._rank(section, asked)
            if where is not None:
                piece = _piece(section.text, [way for ways in asked for way in ways])
                ranked.append((where, number, Found(section, piece)))
        ranked.sort(key=lambda r: r[:2])
        best = max(_ALL, ranked[0][0]) if ranked else _ALL
        return tuple(found for where, _, found in ranked if where <= best)[:MOST]

    def _rank(self, section: Section, asked: list[tuple[str, ...]]) -> int | None:
        """Return how well a section answers (0 is best, more than `_ALL` when words are missing), or None."""
        title, body = fold(section.title), fold(section.text)
        text = f"{title} {body}"
        there = [ways for ways in asked if _has(ways, text)]
        if not there:
            return None
        if len(there) < len(asked):
            if all(_has(ways, f"{text} {self._chapter_title(section)}") for ways in asked):
                return _ALL
            telling = sum(len(ways[0]) >= _SHORTEST for ways in there)
            return _ALL + len(asked) - telling if telling else None
        return (
            0 if all(_has(ways, title, _begins) for ways in asked) else
            1 if all(_has(ways, title) for ways in asked) else
            2 if " ".join(ways[0] for ways in asked) in body else
            3 if all(_has(ways, text, _begins) for ways in asked) else 4
        )  # fmt: skip

    def _ways(self, word: str) -> tuple[str, ...]:
        """Return the word as it stands in the handbook, and what the handbook calls it besides."""
        others = [other for begins, names in SAME.items() if word.startswith(begins) for other in names]
        return tuple(dict.fromkeys((*self._forms(word), *others)))

    def _forms(self, word: str) -> tuple[str, ...]:
        """Return the word and its beginning (another form); of an unknown compound its end as well."""
        if word in _all_text(self):
            return (word, word[:-_ENDING]) if len(word) > _SHORTEST + _ENDING else (word,)
        shortest = max(_SHORTEST, len(word) * 2 // 3)
        beginnings = (word[:length] for length in range(len(word) - 1, shortest - 1, -1))
        ends = (word[start:] for start in range(1, len(word) - _SHORTEST))
        known = [
            next((part for part in parts if self._begins_word(part)), "") for parts in (beginnings, ends)
        ]
        return tuple(part for part in known if part) or (word,)

    def _begins_word(self, part: str) -> bool:
        return f" {part}" in _all_words(self)

    def _chapter_title(self, section: Section) -> str:
        chapter = self.chapter(section.chapter)
        return fold(chapter.title) if chapter is not None else ""

    def _sections(self) -> Iterator[Section]:
        for chapter in self.chapters:
            yield from chapter.sections


@cache
def handbook() -> Handbook:
    """Read the handbook that came with the program. Raises FileNotFoundError when it came without."""
    contents = resource(f"{FOLDER}/{CONTENTS}").read_text(encoding="utf-8")
    links = [normpath(f"{FOLDER}/{link}") for link in _LINK.findall(contents)]
    return Handbook(
        tuple(
            read_chapter(link.rpartition("/")[2], resource(f"{link}.md").read_text("utf-8")) for link in links
        )
    )


def picture(name: str) -> bytes:
    """Return a picture of the handbook («bilder/kallelse.png»). Raises FileNotFoundError."""
    return resource(f"{FOLDER}/{name}").read_bytes()


def read_chapter(key: str, text: str) -> Chapter:
    """Take a chapter apart."""
    sections: list[Section] = []
    names: list[str] = []
    lines: list[str] = []
    fenced = False

    def end() -> None:
        if sections:
            last = sections[-1]
            sections[-1] = Section(
                last.chapter, last.number, last.level, last.title, last.names, plain("\n".join(lines))
            )
        lines.clear()

    for line in text.splitlines():
        fenced ^= line.startswith("```")
        heading = None if fenced else _HEADING.match(line)
        if heading:
            end()
            title = plain(heading[2])
            sections.append(Section(key, len(sections), len(heading[1]), title, (*names, slug(title)), ""))
            names.clear()
        elif found := _NAME.findall(line):
            names += found
        else:
            lines.append(line)
    end()
    shown = re.sub(rf"^(?:{_NAME.pattern})+\n", "", text, flags=re.MULTILINE)
    return Chapter(key, sections[0].title if sections else key, shown, tuple(sections))


def slug(title: str) -> str:
    """Return what a heading is called in a link, as the usual readers of Markdown make it."""
    return re.sub(r"[^\wåäö -]", "", title.casefold()).strip().replace(" ", "-")


def plain(markdown: str) -> str:
    """Return the words alone."""
    for pattern, instead in _PLAIN:
        markdown = pattern.sub(instead, markdown)
    return markdown.strip()


@cache
def _all_text(book: Handbook) -> str:
    return "\n".join(fold(f"{s.title} {s.text}") for c in book.chapters for s in c.sections)


@cache
def _all_words(book: Handbook) -> str:
    return " " + " ".join(re.findall(r"\w+", _all_text(book)))


def _has(ways: tuple[str, ...], text: str, how: Callable[[str, str], bool] | None = None) -> bool:
    return any(how(way, text) if how else way in text for way in ways)


def _begins(word: str, text: str) -> bool:
    return f" {text}".find(f" {word}") >= 0


def _piece(text: str, words: list[str]) -> str:
    """Return the words around the first that is found, cut between words."""
    folded = fold(text)
    at = min((folded.find(word) for word in words if word in folded), default=0)
    start = 0 if at <= _BEFORE else text.find(" ", at - _BEFORE) + 1
    end = text.find(" ", at + _AFTER)
    end = len(text) if end < 0 else end
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"
