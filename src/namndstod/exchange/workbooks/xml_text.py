"""XML changed as text: what is not concerned stays byte for byte, prefixes and extensions too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import chain
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from ..problems import damaged, unsupported

MOST_NODES = 1_000_000  # elements of a part that are held as objects
ATTRIBUTES = rb"(?:\s+[^\s=<>/]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*"
SKIPPED = rb"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>"
_TOKEN = re.compile(SKIPPED + rb"|<(/?)([^\s/<>]+)(" + ATTRIBUTES + rb")\s*(/?)>", re.DOTALL)
_ATTRIBUTE = re.compile(rb"(\s+)([^\s=]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ENCODING = re.compile(rb"^\s*<\?xml[^>]*?\bencoding\s*=\s*[\"']([^\"']+)[\"']")
_WIDE = (b"\xff\xfe", b"\xfe\xff")


@dataclass(slots=True, eq=False)
class Node:
    """An element: its name in pieces, its place in the bytes, and what is to be changed in it."""

    prefix: str
    name: str
    namespace: str
    start: int
    inner: int  # where the start tag ends
    scope: dict[str, str]  # prefix → namespace
    raw: bytes  # its attributes
    empty: bool
    close: int = 0  # where the end tag begins
    end: int = 0
    children: list[Node] = field(default_factory=list)
    changed: dict[str, str] = field(default_factory=dict)
    added: list[str] = field(default_factory=list)

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes by name, with the prefix as written."""
        return attributes(self.raw)

    def get(self, name: str, namespace: str = "") -> str:
        """Return an attribute, «» when it isn't there."""
        for written, value in self.attributes.items():
            prefix, colon, local = written.rpartition(":")
            if local == name and (self.scope.get(prefix) if colon else "") == namespace:
                return value
        return ""

    def tag(self, name: str) -> str:
        """Return the name of an element to be added here, with the prefix that this one has."""
        return f"{self.prefix}:{name}" if self.prefix else name

    def child(self, name: str) -> Node | None:
        """Return the first child of this name in the same namespace."""
        return next((c for c in self.children if (c.name, c.namespace) == (name, self.namespace)), None)

    def all(self, name: str) -> list[Node]:
        """Return the children of this name in the same namespace."""
        return [c for c in self.children if (c.name, c.namespace) == (name, self.namespace)]

    def qualified(self, name: str, namespace: str) -> str:
        """Return how an attribute of a namespace is written on a child; declares it where nobody has."""
        for prefix, known in self.scope.items():
            if prefix and known == namespace:
                return f"{prefix}:{name}"
        return f"xmlns:nsr={quoteattr(namespace)} nsr:{name}"


class XmlText:
    """An XML part with the changes to it. Raises CannotShow when it is broken or declares entities.

    `hole` hides a range of bytes from the tree: the rows of a sheet, which are looked up instead.
    """

    def __init__(self, data: bytes, hole: tuple[int, int] | None = None) -> None:
        self.data = data
        self._edits: list[tuple[int, int, bytes]] = []
        self._touched: list[Node] = []
        self.root = self._tree(hole)

    def append(self, node: Node, text: str) -> None:
        """Add XML last within an element."""
        self._touch(node)
        node.added.append(text)

    def set(self, node: Node, name: str, value: str) -> None:
        """Give an attribute another value, or add it."""
        self._touch(node)
        node.changed[name] = value

    def replace(self, start: int, end: int, text: str) -> None:
        """Put XML in the place of a range of bytes; an empty range is an insertion."""
        self._edits.append((start, end, text.encode()))

    def pieces(self) -> Iterator[memoryview | bytes]:
        """Yield the changed part, bit by bit."""
        view, at = memoryview(self.data), 0
        for node in self._touched:
            self._edits += _edits_of(node)
        self._touched.clear()
        for start, end, text in sorted(self._edits, key=lambda edit: edit[:2]):
            if start < at:
                raise damaged("Arbetsboken är skadad och kan inte märkas.")
            yield view[at:start]
            yield text
            at = end
        yield view[at:]

    def _touch(self, node: Node) -> None:
        if not node.changed and not node.added:
            self._touched.append(node)

    def _tree(self, hole: tuple[int, int] | None) -> Node:
        data = self.data
        found: Iterator[re.Match[bytes]] = _TOKEN.finditer(data)
        if hole is not None:
            found = chain(_TOKEN.finditer(data, 0, hole[0]), _TOKEN.finditer(data, hole[1]))
        root: Node | None = None
        stack: list[Node] = []
        count = 0
        for token in found:
            if not token[2]:
                continue
            if token[1]:
                if not stack:
                    break
                node = stack.pop()
                node.close, node.end = token.span()
                continue
            count += 1
            if count > MOST_NODES:
                raise unsupported("Arbetsboken är för stor för att märkas.")
            node = _node(token, stack[-1].scope if stack else {})
            if stack:
                stack[-1].children.append(node)
            root = root or node
            if not node.empty:
                stack.append(node)
        if root is None or stack:
            raise damaged("Arbetsboken är skadad och kan inte märkas.")
        return root


def _node(token: re.Match[bytes], scope: dict[str, str]) -> Node:
    prefix, _, name = token[2].decode().rpartition(":")
    if b"xmlns" in token[3]:
        scope = dict(scope)
        for written, value in attributes(token[3]).items():
            if written == "xmlns" or written.startswith("xmlns:"):
                scope[written[6:]] = value
    start, end = token.span()
    return Node(prefix, name, scope.get(prefix, ""), start, end, scope, token[3], bool(token[4]), end, end)


def _edits_of(node: Node) -> Iterator[tuple[int, int, bytes]]:
    """Yield the changes of an element: its start tag anew, and what is added before its end tag."""
    added = "".join(node.added).encode()
    opened = node.empty and bool(added)
    if node.changed or opened:
        name = f"{node.prefix}:{node.name}" if node.prefix else node.name
        tag = b"<" + name.encode() + with_attributes(node.raw, node.changed)
        ending = b">" + added + b"</" + name.encode() + b">" if opened else b"/>" if node.empty else b">"
        yield node.start, node.inner, tag + ending
    if added and not node.empty:
        yield node.close, node.close, added


def attributes(raw: bytes) -> dict[str, str]:
    """Return the attributes of a start tag by their names as written."""
    return {
        found[2].decode(): unescape((found[3] if found[3] is not None else found[4]).decode())
        for found in _ATTRIBUTE.finditer(raw)
    }


def with_attributes(raw: bytes, changes: dict[str, str]) -> bytes:
    """Return the attributes of a start tag with some changed or added; the others stay as written."""
    left = dict(changes)

    def change(found: re.Match[bytes]) -> bytes:
        value = left.pop(found[2].decode(), None)
        return found[0] if value is None else found[1] + found[2] + b"=" + quoteattr(value).encode()

    made = _ATTRIBUTE.sub(change, raw)
    return made + "".join(f" {name}={quoteattr(value)}" for name, value in left.items()).encode()


def text_of(value: str) -> str:
    """Return text to stand in an element; spaces and line breaks are kept by `preserve`."""
    return escape(value, {"\r": "&#13;"})


def sound(data: bytes) -> bytes:
    """Return an XML part in UTF-8, read through once. Raises CannotShow when it is broken or hostile."""
    if data.startswith(_WIDE):
        try:
            text = data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise damaged("Arbetsboken är skadad och kan inte märkas.") from error
        data = re.sub(r"^(\s*<\?xml[^>]*?)\s+encoding\s*=\s*[\"'][^\"']*[\"']", r"\1", text, count=1).encode()
    declared = _ENCODING.match(data[:200].removeprefix(b"\xef\xbb\xbf"))
    if declared is not None and declared[1].lower() not in (b"utf-8", b"us-ascii"):
        raise unsupported("Arbetsboken har en ovanlig teckenkodning och kan inte märkas.")
    check([data])
    return data


def check(pieces: list[bytes] | Iterator[memoryview | bytes]) -> None:
    """Read XML through. Raises CannotShow when it is broken, or declares a document type or entities."""
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise damaged("Arbetsboken är skadad: innehållet går inte att tolka.") from error


def _refuse(*_: object) -> None:
    """Raise for a declaration of a document type or of entities, which no workbook needs."""
    raise ValueError("document type or entities")
