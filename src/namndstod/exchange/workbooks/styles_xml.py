"""The styles of a workbook with ours added: a cell's own with another fill, and those of «Att rätta»."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from namndstod.domain.findings.finding import Severity
from namndstod.domain.intake.cell_marks import COLOURS

from ..problems import unsupported
from .xml_text import Node, XmlText, with_attributes

MOST_STYLES = 65_000  # Excel takes 65,490
MINIMAL = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="{namespace}">'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_ORDER = (
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles",
    "colors", "extLst",
)  # fmt: skip
_MEMBERS = {"fonts": "font", "fills": "fill", "borders": "border", "cellXfs": "xf"}
_FIRST = {
    "fonts": ('<{0}font><{0}sz val="11"/><{0}name val="Calibri"/></{0}font>',),
    "fills": (
        '<{0}fill><{0}patternFill patternType="none"/></{0}fill>',
        '<{0}fill><{0}patternFill patternType="gray125"/></{0}fill>',
    ),
    "borders": ("<{0}border><{0}left/><{0}right/><{0}top/><{0}bottom/><{0}diagonal/></{0}border>",),
    "cellXfs": ('<{0}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',),
}  # what a list begins with that the workbook has not


class Styles:
    """Adds styles to a styles part; each is added once."""

    def __init__(self, text: XmlText) -> None:
        self._text = text
        self._prefix = f"{text.root.prefix}:" if text.root.prefix else ""
        self._added: dict[str, list[str]] = {}  # list → its new members
        self._made: dict[tuple[int, Severity], int] = {}
        self._fills: dict[Severity, int] = {}
        cells = text.root.child("cellXfs")
        self._cells = cells.all("xf") if cells is not None else []

    def filled(self, style: int, severity: Severity) -> int:
        """Return the style of a cell that looks like another one, but for its fill."""
        key = (style if style < len(self._cells) else 0, severity)
        if key not in self._made:
            fill = self._fill(severity)
            if self._cells:
                xml = self._with_fill(self._cells[key[0]], fill)
            else:
                xml = (
                    f'<{self._prefix}xf numFmtId="0" fontId="0" fillId="{fill}" borderId="0" applyFill="1"/>'
                )
            self._made[key] = self._add("cellXfs", xml)
        return self._made[key]

    def without_marks(self) -> dict[int, int]:
        """Return the styles that we gave cells in an earlier round, each with the one it goes back to."""
        fills = self._text.root.child("fills")
        known = fills.all("fill") if fills is not None else ()
        ours = {str(at) for at, fill in enumerate(known) if _is_ours(fill)}
        looks: dict[tuple[object, ...], int] = {}
        back: dict[int, int] = {}
        for at, node in enumerate(self._cells):
            if node.get("fillId") not in ours:
                looks.setdefault(self._but_fill(node), at)
        for at, node in enumerate(self._cells):
            if node.get("fillId") in ours:
                same = looks.get(self._but_fill(node))
                back[at] = self._add("cellXfs", self._with_fill(node, 0)) if same is None else same
        return back

    def own(
        self, *, bold: bool = False, link: bool = False, line: bool = False, fill: Severity | None
    ) -> int:
        """Return a style of «Att rätta»: wrapped text at the top of its cell."""
        p = self._prefix
        font = self._add("fonts", self._font(bold, link)) if bold or link else 0
        border = 0
        if line:
            edges = "".join(f"<{p}{edge}/>" for edge in ("left", "right", "top"))
            colour = f'<{p}color rgb="FF808080"/>'
            bottom = f'<{p}bottom style="thin">{colour}</{p}bottom><{p}diagonal/>'
            border = self._add("borders", f"<{p}border>{edges}{bottom}</{p}border>")
        number = self._fill(fill) if fill is not None else 0
        return self._add(
            "cellXfs",
            f'<{p}xf numFmtId="0" fontId="{font}" fillId="{number}" borderId="{border}" applyFont="1"'
            f' applyFill="1" applyBorder="1" applyAlignment="1">'
            f'<{p}alignment horizontal="left" vertical="top" wrapText="1"/></{p}xf>',
        )

    def finish(self) -> None:
        """Write what was added into the part."""
        for name, members in self._added.items():
            known, xml = self._text.root.child(name), "".join(members)
            count = str(self._known(name) + len(members))
            if known is not None:
                self._text.append(known, xml)
                self._text.set(known, "count", count)
            else:
                tag = self._prefix + name
                self._insert(name, f'<{tag} count="{count}">{xml}</{tag}>')

    def _add(self, name: str, xml: str) -> int:
        """Add a member to a list of styles and return its number."""
        if name not in self._added:
            first = () if self._known(name) else _FIRST[name]
            self._added[name] = [member.format(self._prefix) for member in first]
        number = self._known(name) + len(self._added[name])
        if number >= MOST_STYLES:
            raise unsupported("Arbetsboken har för många cellformat för att märkas.")
        self._added[name].append(xml)
        return number

    def _known(self, name: str) -> int:
        """Return how many members a list had."""
        node = self._text.root.child(name)
        return len(node.all(_MEMBERS[name])) if node is not None else 0

    def _fill(self, severity: Severity) -> int:
        if severity not in self._fills:
            p = self._prefix
            xml = (
                f'<{p}fill><{p}patternFill patternType="solid"><{p}fgColor rgb="FF{COLOURS[severity]}"/>'
                f'<{p}bgColor indexed="64"/></{p}patternFill></{p}fill>'
            )
            self._fills[severity] = self._add("fills", xml)
        return self._fills[severity]

    def _font(self, bold: bool, link: bool) -> str:
        """Return a font like the workbook's first one."""
        p = self._prefix
        fonts = self._text.root.child("fonts")
        first = fonts.child("font") if fonts is not None else None
        size, name = "11", "Calibri"
        if first is not None:
            sizes, names = first.child("sz"), first.child("name")
            size = (sizes.get("val") if sizes is not None else "") or size
            name = (names.get("val") if names is not None else "") or name
        mark = f"<{p}b/>" if bold else f"<{p}u/>"
        colour = f'<{p}color rgb="FF0B4F9E"/>' if link else ""
        return (
            f"<{p}font>{mark}<{p}sz val={quoteattr(size)}/>{colour}<{p}name val={quoteattr(name)}/></{p}font>"
        )

    def _with_fill(self, node: Node, fill: int) -> str:
        """Return a cell style that is another one but for its fill."""
        changes = {"fillId": str(fill), "applyFill": "1"}
        tag = "<" + node.tag("xf") + with_attributes(node.raw, changes).decode()
        return tag + ("/>" if node.empty else ">" + self._text.data[node.inner : node.end].decode())

    def _but_fill(self, node: Node) -> tuple[object, ...]:
        """Return what a cell style says besides its fill."""
        said = {name: value for name, value in node.attributes.items() if name not in ("fillId", "applyFill")}
        return (frozenset(said.items()), self._text.data[node.inner : node.close])

    def _insert(self, name: str, xml: str) -> None:
        """Put a list where the schema wants it."""
        before = _ORDER[: _ORDER.index(name)]
        root = self._text.root
        at = max((node.end for node in root.children if node.name in before), default=root.inner)
        if root.empty:
            self._text.append(root, xml)
        else:
            self._text.replace(at, at, xml)


def _is_ours(fill: Node) -> bool:
    pattern = fill.child("patternFill")
    colour = pattern.child("fgColor") if pattern is not None else None
    return colour is not None and colour.get("rgb").upper() in {f"FF{one}" for one in COLOURS.values()}
