"""A copy of an Office package in which some parts are changed; every other one keeps its stored bytes."""

from __future__ import annotations

import copy
import posixpath
import struct
import zipfile
from io import BytesIO
from xml.sax.saxutils import quoteattr

from ..package import MOST_XML, Package
from ..problems import damaged, unsupported
from .xml_text import XmlText, check, sound

TYPES = "[Content_Types].xml"
_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_NO_DAY = (1980, 1, 1, 0, 0, 0)

Content = XmlText | bytes


class EditedPackage(Package):
    """A package and the parts of it that are changed, added or taken away. Raises CannotShow as Package."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self._data = data
        self._texts: dict[str, XmlText] = {}
        self._whole: dict[str, bytes] = {}
        self._gone: set[str] = set()
        self._endings: set[str] = set()  # that new parts have
        self._ids: dict[str, set[str]] = {}  # of relationships, by the part they go out from

    def part(self, name: str) -> bytes | None:
        """Return the bytes of a part, the new ones where it was given such."""
        return self._whole.get(name) or super().part(name)

    def text(self, name: str) -> XmlText | None:
        """Return an XML part to be changed; None when there is no such part."""
        if name not in self._texts:
            data = self.xml_bytes(name)
            if data is None:
                return None
            self._texts[name] = XmlText(data)
        return self._texts[name]

    def xml_bytes(self, name: str) -> bytes | None:
        """Return an XML part in UTF-8, read through; None when there is no such part."""
        info = self.names.get(name)
        if info is not None and info.file_size > MOST_XML:
            raise unsupported("Arbetsboken är för stor för att märkas.")
        data = self.part(name)
        return None if data is None else sound(data)

    def put(self, name: str, content: Content) -> None:
        """Add a part, or give it new content."""
        if isinstance(content, XmlText):
            self._texts[name] = content
        else:
            self._whole[name] = content

    def remove(self, name: str) -> None:
        """Take a part away, and what the content types say of it."""
        self._gone.add(name)
        text = self.types()
        for node in text.root.all("Override"):
            if node.get("PartName").casefold() == f"/{name}".casefold():
                text.replace(node.start, node.end, "")

    def free(self, pattern: str) -> str:
        """Return a name that no part has («xl/comments{}.xml»); names differ in more than case."""
        taken = {name.casefold() for name in (*self.names, *self._whole, *self._texts)}
        number = 1
        while pattern.format(number).casefold() in taken:
            number += 1
        return pattern.format(number)

    def relate(self, part: str, kind: str, target: str) -> str:
        """Add a relationship from a part to another and return its id. `kind` is the whole type."""
        text = self._relations_text(part)
        taken = self._ids.setdefault(part, {node.get("Id") for node in text.root.children})
        number = len(taken) + 1
        while f"rId{number}" in taken:
            number += 1
        taken.add(f"rId{number}")
        text.append(
            text.root,
            f'<{text.root.tag("Relationship")} Id="rId{number}" Type={quoteattr(kind)}'
            f" Target={quoteattr('/' + target)}/>",
        )
        return f"rId{number}"

    def _relations_text(self, part: str) -> XmlText:
        name = relations_of(part)
        text = self.text(name)
        if text is None:
            text = XmlText(f'{_HEAD}<Relationships xmlns="{_RELATIONS_NS}"></Relationships>'.encode())
            self._texts[name] = text
        return text

    def unrelate(self, part: str, kind: str) -> None:
        """Take away the relationships from a part whose type ends so."""
        text = self.text(relations_of(part))
        for node in text.root.children if text is not None else ():
            if text is not None and node.get("Type").endswith(kind):
                text.replace(node.start, node.end, "")

    def declare(self, part: str, content_type: str) -> None:
        """Say in the content types what a new part holds."""
        text = self.types()
        tag, name = text.root.tag("Override"), quoteattr("/" + part)
        text.append(text.root, f"<{tag} PartName={name} ContentType={quoteattr(content_type)}/>")

    def declare_ending(self, ending: str, content_type: str) -> None:
        """Say in the content types what parts with a name that ends so hold, unless that is said."""
        text = self.types()
        known = {node.get("Extension").casefold() for node in text.root.all("Default")}
        if ending not in known | self._endings:
            self._endings.add(ending)
            tag = text.root.tag("Default")
            text.append(text.root, f'<{tag} Extension="{ending}" ContentType={quoteattr(content_type)}/>')

    def types(self) -> XmlText:
        """Return the content types. Raises CannotShow when there are none."""
        text = self.text(TYPES)
        if text is None or text.root.namespace != _TYPES_NS:
            raise damaged("Arbetsboken är skadad: förteckningen över delarna saknas.")
        return text

    def packed(self) -> bytes:
        """Return the package with the changes."""
        changed: dict[str, XmlText | bytes] = {**self._whole, **self._texts}
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            made.comment = self._zip.comment
            ends = self._ends()
            for info in self._zip.infolist():
                name = info.filename.lstrip("/")
                if name in self._gone:
                    continue
                if name in changed:
                    if self.names[name] is not info:
                        raise damaged("Arbetsboken är skadad: en del finns två gånger.")
                    self._write(made, info.filename, info.date_time, changed.pop(name))
                else:
                    self._copy(made, info, ends[info.header_offset])
            for name, content in changed.items():
                self._write(made, name, _NO_DAY, content)
        return out.getvalue()

    def _ends(self) -> dict[int, int]:
        """Return where each member ends: where the next begins, or the list of them all."""
        starts = sorted(info.header_offset for info in self._zip.infolist())
        return dict(zip(starts, [*starts[1:], self._zip.start_dir], strict=True))

    def _copy(self, made: zipfile.ZipFile, info: zipfile.ZipInfo, end: int) -> None:
        """Write a member as it is stored: its own header and its packed bytes."""
        if not info.filename.isascii() and not info.flag_bits & 0x800:  # a name in an old code page
            self._write(made, info.filename, info.date_time, self.part(info.filename) or b"")
            return
        start = info.header_offset
        if start + _LOCAL_HEADER.size > len(self._data):
            raise damaged("Filen är skadad och kan inte öppnas.")
        header = _LOCAL_HEADER.unpack_from(self._data, start)
        content = start + _LOCAL_HEADER.size + header[9] + header[10]
        if header[0] != b"PK\x03\x04" or content + info.compress_size > end:
            raise damaged("Filen är skadad och kan inte öppnas.")
        place = copy.copy(info)
        assert made.fp is not None
        place.header_offset = made.fp.tell()
        made.fp.write(self._data[start:end])
        made.start_dir = made.fp.tell()
        made.filelist.append(place)
        made.NameToInfo[place.filename] = place

    def _write(
        self, made: zipfile.ZipFile, name: str, day: tuple[int, int, int, int, int, int], content: Content
    ) -> None:
        info = zipfile.ZipInfo(name, day)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o600 << 16
        with made.open(info, "w") as member:
            if isinstance(content, bytes):
                member.write(content)
                return
            for piece in _checked(content):
                member.write(piece)


def _checked(text: XmlText) -> list[memoryview | bytes]:
    """Return the pieces of a changed part, read through once: what goes out opens."""
    pieces = list(text.pieces())
    check(iter(pieces))
    return pieces


def relations_of(part: str) -> str:
    """Return the name of the part with the relationships of another one."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")
