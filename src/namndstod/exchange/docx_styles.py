"""Styles and numbering of a Word document: what a paragraph is, and the label that Word would print."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar
from xml.etree.ElementTree import Element

from ..domain.content import ListKind
from .plain import clean

_HEADING = re.compile(r"(?:heading|rubrik|überschrift) (\d)$", re.IGNORECASE)
_LIST_STYLE = re.compile(r"(?:list (?:bullet|number)|punktlista|numrerad lista) ([2-5])$", re.IGNORECASE)
_LEVELS = 9
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
# Bullets of the symbol fonts, which stand at private code points, as characters that text fonts have.
_BULLETS = {"\uf0a7": "▪", "\uf06f": "◦", "o": "◦", "\uf02d": "–", "-": "–", "\uf0fc": "✓", "\uf0e0": "→"}
T = TypeVar("T")


def number(text: str | None, default: int = 0) -> int:
    """Return an integer attribute, or `default` when it is absent or no integer."""
    try:
        return int(text or "")
    except ValueError:
        return default


class Styles:
    """The styles of a document, asked with inheritance («basedOn»)."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._defaults: dict[str, str] = {}
        for style in child_list(root, "w:style"):
            name = style.get("w:styleId", "")
            self._styles[name] = style
            if style.get("w:default") in ("1", "true"):
                self._defaults[style.get("w:type", "")] = name

    def default(self, kind: str) -> str | None:
        """Return the id of the default style of a kind («paragraph», «table»)."""
        return self._defaults.get(kind)

    def _chain(self, style_id: str | None) -> Iterator[Element]:
        seen: set[str] = set()
        while style_id is not None and style_id not in seen and style_id in self._styles:
            seen.add(style_id)
            yield (style := self._styles[style_id])
            style_id = child_value(style, "w:basedOn")

    def first(self, style_id: str | None, ask: Callable[[Element], T | None]) -> T | None:
        """Return the first answer that is not None along the chain of inheritance."""
        for style in self._chain(style_id):
            if (answer := ask(style)) is not None:
                return answer
        return None

    def list_depth(self, style_id: str | None) -> int:
        """Return 0–4: how deep a list style stands that is a list of its own («List Bullet 2»)."""
        match = self.first(style_id, lambda s: _LIST_STYLE.match(child_value(s, "w:name") or ""))
        return int(match[1]) - 1 if match else 0

    def heading_level(self, style_id: str | None) -> int | None:
        """Return 1–6 for a heading style, however it is named, and None for all others."""

        def ask(style: Element) -> int | None:
            name = child_value(style, "w:name") or ""
            if name.lower() in ("title", "rubrik"):
                return 1
            if match := _HEADING.match(name):
                return int(match[1])
            outline = child_value(child(style, "w:pPr"), "w:outlineLvl")
            return None if outline is None else number(outline, 9) + 1

        level = self.first(style_id, ask)
        return None if level is None or not 1 <= level <= _LEVELS else min(level, 6)


def child(node: Element | None, *tags: str) -> Element | None:
    """Return the descendant reached by going through the first child of each tag, or None."""
    for tag in tags:
        node = next((c for c in node if c.tag == tag), None) if node is not None else None
    return node


def child_list(node: Element | None, tag: str) -> list[Element]:
    """Return the children with this tag."""
    return [] if node is None else [c for c in node if c.tag == tag]


def child_value(node: Element | None, *tags: str) -> str | None:
    """Return the w:val of a descendant reached as in `child`, or None when it is absent."""
    found = child(node, *tags)
    return None if found is None else found.get("w:val", "")


def child_switch(node: Element | None, *tags: str) -> bool | None:
    """Return an on–off property reached as in `child`, or None when it is not stated."""
    state = child_value(node, *tags)
    return None if state is None else state not in ("0", "false", "off", "none")


@dataclass(slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None  # 1-based level after which it starts anew; 0 = never
    legal: bool = False
    style: str | None = None


@dataclass(slots=True)
class _Number:
    abstract: str
    overrides: dict[int, int] = field(default_factory=dict)  # level → start
    levels: dict[int, _Level] = field(default_factory=dict)


class Numbering:
    """Counts as Word does. `label` must be asked once per paragraph, in the order of the document."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._numbers: dict[str, _Number] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        links: dict[str, str] = {}
        for node in child_list(root, "w:abstractNum"):
            key = node.get("w:abstractNumId", "")
            self._abstract[key] = _levels(node)
            if (name := child_value(node, "w:styleLink")) is not None:
                links[name] = key
        for node in child_list(root, "w:abstractNum"):
            target = links.get(child_value(node, "w:numStyleLink") or "")
            if target is not None:
                self._abstract[node.get("w:abstractNumId", "")] = self._abstract[target]
        for node in child_list(root, "w:num"):
            found = _Number(child_value(node, "w:abstractNumId") or "", levels=_overridden(node))
            for override in child_list(node, "w:lvlOverride"):
                if (start := child_value(override, "w:startOverride")) is not None:
                    found.overrides[number(override.get("w:ilvl"))] = number(start, 1)
            self._numbers[node.get("w:numId", "")] = found

    def level_of_style(self, num_id: str, style_id: str | None) -> int:
        """Return the level that a numbered paragraph style stands for in its list."""
        found = self._numbers.get(num_id)
        levels = {} if found is None else self._abstract.get(found.abstract, {})
        return next((n for n, level in levels.items() if style_id and level.style == style_id), 0)

    def label(self, num_id: str, depth: int) -> tuple[str, ListKind] | None:
        """Count one paragraph and return its label, or None when the list does not exist or prints none."""
        found = self._numbers.get(num_id)
        if found is None or not 0 <= depth < _LEVELS:
            return None
        levels = {**self._abstract.get(found.abstract, {}), **found.levels}
        level = levels.get(depth)
        if level is None:
            return None
        self._count(num_id, found, levels, depth)
        if level.form in ("bullet", "none"):
            text = bullet(level.text) if level.form == "bullet" else clean(level.text)
            kind = ListKind.CLAUSES if text.strip().lower() == "att" else ListKind.BULLETS
            return (text.strip(), kind) if text.strip() else None
        return self._compose(found.abstract, levels, level), ListKind.NUMBERED

    def _count(self, num_id: str, found: _Number, levels: dict[int, _Level], depth: int) -> None:
        counters = self._counters.setdefault(found.abstract, [None] * _LEVELS)
        current = counters[depth]
        if depth in found.overrides and (num_id, depth) not in self._begun:
            counters[depth] = found.overrides[depth]
        else:
            counters[depth] = levels[depth].start if current is None else current + 1
        self._begun.add((num_id, depth))
        for deeper in range(depth + 1, _LEVELS):
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or depth < restart:
                counters[deeper] = None

    def _compose(self, abstract: str, levels: dict[int, _Level], level: _Level) -> str:
        counters = self._counters[abstract]

        def one(match: re.Match[str]) -> str:
            depth = int(match[1]) - 1
            source = levels.get(depth, level)
            count = counters[depth]
            return formatted(
                source.start if count is None else count, "decimal" if level.legal else source.form
            )

        return clean(re.sub(r"%([1-9])", one, level.text)).strip()


def _levels(node: Element) -> dict[int, _Level]:
    return {number(level.get("w:ilvl")): _level(level) for level in child_list(node, "w:lvl")}


def _overridden(node: Element) -> dict[int, _Level]:
    found = {}
    for override in child_list(node, "w:lvlOverride"):
        if (level := child(override, "w:lvl")) is not None:
            found[number(override.get("w:ilvl"))] = _level(level)
    return found


def _level(node: Element) -> _Level:
    restart = child_value(node, "w:lvlRestart")
    return _Level(
        start=number(child_value(node, "w:start"), 1),
        form=child_value(node, "w:numFmt") or "decimal",
        text="•" if child(node, "w:lvlPicBulletId") is not None else child_value(node, "w:lvlText") or "",
        restart=None if restart is None else number(restart),
        legal=bool(child_switch(node, "w:isLgl")),
        style=child_value(node, "w:pStyle"),
    )


def bullet(text: str) -> str:
    """Return a bullet as a character that text fonts have; a bullet may also be a word («att»)."""
    if text in _BULLETS:
        return _BULLETS[text]
    return "•" if len(text) == 1 and (text in "·" or "\ue000" <= text <= "\uf8ff") else clean(text)


def formatted(count: int, form: str) -> str:
    """Return a number in one of Word's number formats; unknown ones as decimal."""
    if form in ("lowerLetter", "upperLetter") and count > 0:
        text = _LETTERS[(count - 1) % 26] * ((count - 1) // 26 + 1)
    elif form in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        text = ""
        for worth, sign in _ROMAN:
            text += sign * (count // worth)
            count %= worth
    elif form == "decimalZero":
        return f"{count:02d}"
    elif form == "none":
        return ""
    else:
        return str(count)
    return text.upper() if form.startswith("upper") else text
