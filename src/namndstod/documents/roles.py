"""What an attachment calls its elements, made to agree with what the rest of the packet means by it."""

from __future__ import annotations

from collections.abc import Mapping

from pikepdf import Dictionary, Name, Object

STANDARD = frozenset({  # ISO 32000-1, 14.8.4
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
    "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
    "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference",
    "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure",
    "Formula", "Form",
})  # fmt: skip
_LATER = {  # types of ISO 32000-2 as the nearest that every reader knows
    "Aside": "Sect", "Artifact": "NonStruct", "DocumentFragment": "Sect", "Em": "Span", "FENote": "Note",
    "Strong": "Span", "Sub": "Span", "Title": "P",
}  # fmt: skip


class Roles:
    """The RoleMap of a packet: names of ours and of attachments → standard types."""

    def __init__(self, own: Object | None) -> None:
        self.all: dict[str, str] = _read(own)

    def of(self, tree: Object | None) -> SourceRoles:
        """Return the names of a source, whose StructTreeRoot is `tree`."""
        return SourceRoles(self, _read(tree.get("/RoleMap") if isinstance(tree, Dictionary) else None))

    def agree(self, name: str, standard: str) -> str:
        """Return a name that means `standard` throughout: `name` itself unless it means something else."""
        wanted, number = name, 2
        while wanted in STANDARD or self.all.get(wanted, standard) != standard:
            wanted, number = f"{name}-{number}", number + 1
        self.all[wanted] = standard
        return wanted


class SourceRoles:
    """The names of one source. `headings` are the kinds of heading met: «H», «H1» …"""

    def __init__(self, packet: Roles, own: Mapping[str, str]) -> None:
        self._packet = packet
        self._own = own
        self._known: dict[str, str] = {}

    def name(self, element: Object) -> str:
        """Return what an element of the source is called in the packet."""
        kind = element.get("/S")
        given = str(kind)[1:] if isinstance(kind, Name) else "NonStruct"
        if given not in self._known:
            self._known[given] = self._agreed(given)
        return self._known[given]

    def _agreed(self, given: str) -> str:
        standard = self._standard(given)
        return given if standard == given else self._packet.agree(given, standard)

    def _standard(self, given: str) -> str:
        """Follow the source's RoleMap to a standard type; what leads to none groups without meaning."""
        name, seen = given, set[str]()
        while name in self._own and name not in seen:
            seen.add(name)
            name = self._own[name]
            if name in STANDARD:
                return name
        if name in STANDARD:
            return name
        if name[:1] == "H" and name[1:].isdigit():  # H7 and deeper
            return "H6"
        return _LATER.get(name, "NonStruct")


def _read(roles: Object | None) -> dict[str, str]:
    if not isinstance(roles, Dictionary):
        return {}
    return {key[1:]: str(value)[1:] for key, value in roles.items() if isinstance(value, Name)}
