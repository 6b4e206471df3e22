"""Office packages (ZIP with XML): opened with limits, read as elements with short names («w:p»).

Read directly rather than through python-docx, which refuses .docm and templates and hides half of what a
document says. XML with entities or outside references is refused.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from .problems import damaged, protected, unsupported

MOST_UNPACKED = 300_000_000  # bytes in all parts of a package
MOST_XML = 120_000_000  # bytes in one XML part
MOST_RATIO = 250  # unpacked : packed, from 20 MB on
MOST_PARTS = 10_000

_PREFIXES = {
    "wordprocessingml/main": "w",
    "drawingml/wordprocessingDrawing": "wp",
    "word/wordprocessingShape": "wps",
    "word/wordml": "w14",
    "officeDocument/relationships": "r",
    "package/relationships": "rel",
    "drawingml/main": "a",
    "drawingml/chart": "c",
    "drawingml/diagram": "dgm",
    "drawingml/picture": "pic",
    "officeDocument/math": "m",
    "markup-compatibility": "mc",
    "schemas-microsoft-com:vml": "v",
    "schemas-microsoft-com:office:office": "o",
}
_UNREAD = frozenset(("w:tblStylePr", "w:tblCellMar", "w:latentStyles"))
"""What no reader asks for, and nothing nests in itself: most of what Word says of styles for tables."""
_YEAR = re.compile(r"/20\d\d(/\d\d)?(?=/|$)")


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of a part: last word of its type («image»), and its target part or outside address."""

    kind: str
    target: str
    external: bool


class Package:
    """A ZIP of parts. Raises CannotShow when it is broken, encrypted or unreasonably large unpacked."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise damaged("Filen är skadad och kan inte öppnas.") from error
        total = sum(info.file_size for info in infos)
        packed = max(1, sum(info.compress_size for info in infos))
        too_dense = total > 20_000_000 and total / packed > MOST_RATIO
        if total > MOST_UNPACKED or too_dense or len(infos) > MOST_PARTS:
            raise unsupported("Filen blir orimligt stor när den packas upp och öppnas därför inte.")
        if any(info.flag_bits & 0x1 for info in infos):
            raise protected("Filen är skyddad med lösenord.")
        named = (info for info in infos if info.filename and not info.is_dir())
        self.names = {info.filename.lstrip("/"): info for info in named}

    def part(self, name: str) -> bytes | None:
        """Return the bytes of a part, or None when the package has no such part."""
        info = self.names.get(name.lstrip("/"))
        if info is None:
            return None
        try:
            return self._zip.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError) as error:
            raise damaged("Filen är skadad: en del av innehållet går inte att packa upp.") from error

    def xml(self, name: str) -> Element | None:
        """Return the root of an XML part with short names, or None when there is no such part."""
        info = self.names.get(name.lstrip("/"))
        if info is not None and info.file_size > MOST_XML:
            raise unsupported("Filen är för stor för att visas.")
        data = self.part(name)
        return None if data is None else parse(data)

    def relations(self, part: str) -> dict[str, Relation]:
        """Return the relationships of a part by id; of the package itself when `part` is empty."""
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found = {}
        for node in root if root is not None else ():
            target, external = node.get("Target", ""), node.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[node.get("Id", "")] = Relation(node.get("Type", "").rsplit("/", 1)[-1], target, external)
        return found

    @cached_property
    def main_part(self) -> str:
        """Name of the part with the document itself."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and not relation.external:
                return relation.target
        raise damaged("Filen är skadad: själva dokumentet saknas i den.")


def parse(data: bytes) -> Element:
    """Return the root element of XML, with tags and attributes as «w:val». Raises CannotShow when broken.

    What declares entities is refused, as defusedxml does; its parser takes twice as long. What is `_UNREAD`
    is passed over, which takes a fraction of the time that making elements of it does.
    """
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = parser.ordered_attributes = True
    known: dict[str, str] = {}

    def listen() -> None:
        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.CharacterDataHandler = builder.data

    def start(tag: str, values: list[str]) -> None:
        name = known.get(tag) or _short(tag, known)
        if name in _UNREAD:
            pass_over(tag)
            return
        pairs = zip(values[::2], values[1::2], strict=True)
        builder.start(name, {known.get(key) or _short(key, known): value for key, value in pairs})

    def end(tag: str) -> None:
        name = known[tag]
        if name in _UNREAD:
            raise ValueError("nested in itself")
        builder.end(name)

    def pass_over(whole: str) -> None:
        def inside(tag: str) -> None:
            if tag == whole:
                listen()

        parser.StartElementHandler = parser.CharacterDataHandler = None
        parser.EndElementHandler = inside

    listen()
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = parser.UnparsedEntityDeclHandler = _refuse
    try:
        parser.Parse(data, True)
        return builder.close()
    except (expat.ExpatError, AssertionError, ValueError, LookupError) as error:
        raise damaged("Filen är skadad: innehållet går inte att tolka.") from error


def _refuse(*_: object) -> int:
    """Raise for a declaration of a document type or of entities, which no file of ours needs."""
    raise ValueError("document type or entities")


def _short(name: str, known: dict[str, str]) -> str:
    """Return «w:p» for «{…/wordprocessingml/…}p», of the transitional and of the strict namespaces alike."""
    if name not in known:
        namespace, brace, local = name.rpartition("}")
        plain = _YEAR.sub("", namespace)
        prefix = next((p for end, p in _PREFIXES.items() if plain.endswith(end)), "x")
        known[name] = f"{prefix}:{local}" if brace else local
    return known[name]
