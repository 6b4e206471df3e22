"""The parts of a Word document and what is asked of them, whatever is made of its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from ..domain.content import ListKind
from .docx_inline import Story
from .docx_styles import Numbering, Styles, child, child_list, child_switch, child_value, number
from .package import Package
from .problems import damaged

_WRAPPERS = frozenset(f"w:{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_BLOCKS = ("w:p", "w:tbl", "w:altChunk")


class Parts:
    """A Word document taken apart. Raises CannotShow when it is broken."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.main = package.main_part
        self.story = Story(package.relations(self.main))
        self._roots: dict[str, Element | None] = {}
        self.styles = Styles(self.part("styles"))
        self._numbering = Numbering(self.part("numbering"))

    def part(self, kind: str) -> Element | None:
        """Return the root of the part of this kind («styles», «footnotes»), or None."""
        if kind not in self._roots:
            related = self.story.relations.values()
            target = next((r.target for r in related if r.kind == kind and not r.external), None)
            self._roots[kind] = None if target is None else self.package.xml(target)
        return self._roots[kind]

    def body(self) -> Element:
        """Return the body."""
        body = child(self.package.xml(self.main), "w:body")
        if body is None:
            raise damaged("Filen är skadad: dokumentet saknar text.")
        return body

    def style_of(self, properties: Element | None) -> str | None:
        """Return the id of a paragraph's style."""
        return child_value(properties, "w:pStyle") or self.styles.default("paragraph")

    def heading_level(self, properties: Element | None, style: str | None) -> int | None:
        """Return 1–6 for a heading, by its own outline level or its style, and None for all else."""
        outline = child_value(properties, "w:outlineLvl")
        if outline is not None:
            level = number(outline, 9) + 1
            return min(level, 6) if 1 <= level <= 9 else None
        return self.styles.heading_level(style)

    def label(self, properties: Element | None, style: str | None) -> tuple[int, str, ListKind] | None:
        """Count a numbered paragraph; return its depth, label and kind of list, or None when it has none."""
        own = child(properties, "w:numPr")
        num_id, depth = child_value(own, "w:numId"), child_value(own, "w:ilvl")
        if num_id is None:
            num_id = self.styles.first(style, lambda s: child_value(s, "w:pPr", "w:numPr", "w:numId"))
        if num_id is None or num_id == "0":
            return None
        if depth is None:
            depth = self.styles.first(style, lambda s: child_value(s, "w:pPr", "w:numPr", "w:ilvl"))
        level = number(depth) if depth is not None else self._numbering.level_of_style(num_id, style)
        label = self._numbering.label(num_id, level)
        return None if label is None else (level or self.styles.list_depth(style), *label)

    def printed_furniture(self, properties: Element | None) -> Iterator[tuple[str, Element, Story]]:
        """Yield the headers and footers that a section prints: «header» or «footer», its root, its story."""
        even = child_switch(self.part("settings"), "w:evenAndOddHeaders")
        kinds = ["first"] if child_switch(properties, "w:titlePg") else []
        for kind in [*kinds, "default", "even"] if even else [*kinds, "default"]:
            for place in ("header", "footer"):
                for reference in child_list(properties, f"w:{place}Reference"):
                    relation = self.story.relations.get(reference.get("r:id", ""))
                    if (
                        reference.get("w:type", "default") != kind
                        or relation is None
                        or relation.external
                        or (root := self.package.xml(relation.target)) is None
                    ):
                        continue
                    yield place, root, Story(self.package.relations(relation.target), furniture=True)


def sections(body: Element) -> list[tuple[list[Element], Element | None]]:
    """Return the parts of the body, each with the properties that end it."""
    found: list[tuple[list[Element], Element | None]] = []
    content: list[Element] = []
    for node in body:
        if node.tag == "w:sectPr":
            found.append((content, node))
            content = []
            continue
        content.append(node)
        ending = next(node.iter("w:sectPr"), None) if node.tag in ("w:p", "w:sdt") else None
        if ending is not None:
            found.append((content, ending))
            content = []
    if content or not found:
        found.append((content, found[-1][1] if found else None))
    return found


def flat(container: Sequence[Element] | Element, tags: Sequence[str] = _BLOCKS) -> Iterator[Element]:
    """Yield paragraphs and tables (or what has one of `tags`), out of content controls and other wrappers."""
    for node in container:
        if node.tag in tags:
            yield node
        elif node.tag in _WRAPPERS:
            yield from flat(node, tags)
        elif node.tag == "mc:AlternateContent":
            chosen = next((choice for choice in node if any(True for _ in flat(choice, tags))), None)
            yield from flat(chosen, tags) if chosen is not None else ()
