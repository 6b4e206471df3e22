"""A small tree of HTML, as forgiving as what Word, Outlook and web mail write demands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
_SILENT = frozenset(("script", "style", "head", "title", "template", "noscript", "object", "svg", "xml"))
# An opening tag ends open elements of the second set, but not across those of the third.
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(("li",)), frozenset(("ul", "ol"))),
    "tr": (frozenset(("tr", "td", "th", "p")), frozenset(("table",))),
    "td": (frozenset(("td", "th", "p")), frozenset(("tr", "table"))),
    "th": (frozenset(("td", "th", "p")), frozenset(("tr", "table"))),
}
_BLOCKS = ("p", "div", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "hr")
_ENDS |= {tag: (frozenset(("p",)), frozenset(("td", "th", "li", "table", "div"))) for tag in _BLOCKS}
_DEEPEST = 150  # elements nested deeper are read as if their tags were not there


@dataclass(slots=True)
class Node:
    """An element: its tag in lower case, attributes, and children (elements and texts) in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    @property
    def style(self) -> dict[str, str]:
        """The properties of its style attribute, in lower case."""
        pairs = (part.partition(":") for part in self.attributes.get("style", "").split(";"))
        return {name.strip().lower(): text.strip().lower() for name, _, text in pairs if name.strip()}

    @property
    def hidden(self) -> bool:
        """Tell whether the element is not shown."""
        style = self.style
        return style.get("display") == "none" or style.get("mso-hide") == "all"

    def text(self) -> str:
        """Return all text inside, as it stands."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def find(self, *tags: str) -> Iterator[Node]:
        """Yield the elements inside with one of these tags, outermost first."""
        for child in self.children:
            if isinstance(child, Node):
                if child.tag in tags:
                    yield child
                yield from child.find(*tags)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("html")
        self._open = [self.root]
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._silent or tag in _SILENT:
            if tag not in _VOID:
                self._silent.append(tag)
            return
        if tag in ("html", "body"):
            return
        self._end_implied(tag)
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._silent and tag not in _SILENT:
            self._open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def _end_implied(self, tag: str) -> None:
        ended, walls = _ENDS.get(tag, (frozenset(), frozenset()))
        outermost = None
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].tag in walls:
                break
            if self._open[at].tag in ended:
                outermost = at
        if outermost is not None:
            del self._open[outermost:]

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag in self._silent:
                while self._silent.pop() != tag:
                    pass
            elif tag == "body":
                self._silent.clear()
            return
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].tag == tag:
                del self._open[at:]
                return

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._open[-1].children.append(data)


def parse_html(text: str) -> Node:
    """Return the tree of a web page or a fragment of one, however malformed."""
    builder = _Builder()
    builder.feed(text)
    builder.close()
    return builder.root
