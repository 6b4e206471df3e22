"""The styles of .docx files: typefaces every Word has, names a Swedish secretary finds in the list."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from ..domain.content import ParagraphRole
from . import ooxml

TEXT, HEAD = "Cambria", "Calibri"
INK, MUTED, LINK = RGBColor(0x17, 0x1C, 0x26), RGBColor(0x54, 0x5E, 0x70), RGBColor(0x1A, 0x54, 0x9E)
CELL, CLOSE_CELL, SMALL_CELL = "Tabelltext", "Tät tabelltext", "Liten tabelltext"
_CELLS = ((0.86, CELL, 4.0), (0.68, CLOSE_CELL, 3.0), (-1.0, SMALL_CELL, 3.0))
CONTENTS_TITLE = "Innehållsrubrik"
SENDER = "Avsändare"
ROLES = {
    ParagraphRole.BODY: "Brödtext",
    ParagraphRole.DECIDER: "Beslutsmening",
    ParagraphRole.META: "Ärendeuppgift",
    ParagraphRole.NOTE: "Anmärkning",
    ParagraphRole.LABEL: "Etikett",
    ParagraphRole.SIGNED: "Undertecknare",
}
_HEADINGS = (
    (17, 24, 8),
    (13, 18, 5),
    (11, 12, 3),
    (10, 10, 2),
    (10, 8, 2),
    (9.5, 8, 2),
)  # size, before, after


def cell_style(scale: float) -> tuple[str, float]:
    """Return the style, and the points beside it, of text that has to be `scale` as large to fit (PDF)."""
    return next((style, apart) for least, style, apart in _CELLS if scale > least)


def set_styles(document: Any, language: str) -> None:
    """Give a new document the styles of this module, all text in `language`."""
    _defaults(document, language)
    _style(document, "Normal", TEXT, 11, after=6)
    for role, name in ROLES.items():
        small = role in (ParagraphRole.META, ParagraphRole.NOTE, ParagraphRole.LABEL)
        style = _style(
            document,
            name,
            HEAD if small else TEXT,
            9 if small else 11,
            after=3 if role in (ParagraphRole.LABEL, ParagraphRole.DECIDER) else 6,
            before={ParagraphRole.LABEL: 8, ParagraphRole.SIGNED: 26}.get(role, 0),
            bold=role is ParagraphRole.LABEL,
            colour=MUTED if small else INK,
        )
        style.paragraph_format.keep_with_next = role in (ParagraphRole.LABEL, ParagraphRole.META)
        style.paragraph_format.keep_together = role is ParagraphRole.SIGNED
    for level, (size, before, after) in enumerate(_HEADINGS, 1):
        style = _style(document, f"Heading {level}", HEAD, size, before=before, after=after, bold=True)
        style.paragraph_format.keep_with_next = True
    _style(document, "Title", HEAD, 20, after=0, bold=True)
    _style(document, SENDER, HEAD, 11, after=2, bold=True)
    _style(
        document, CONTENTS_TITLE, HEAD, 13, before=12, after=6, bold=True
    ).paragraph_format.keep_with_next = True
    _style(
        document, "Caption", HEAD, 9.5, before=6, after=4, bold=True
    ).paragraph_format.keep_with_next = True
    _style(document, CELL, HEAD, 9.5, after=2)
    _style(document, CLOSE_CELL, HEAD, 8, after=1)
    _style(document, SMALL_CELL, HEAD, 7, after=1)
    _style(document, "List", TEXT, 11, after=3)
    for level in (1, 2, 3):
        style = _style(document, f"toc {level}", HEAD, 10, after=2)
        style.paragraph_format.left_indent = Pt(14 * (level - 1))
    for name in ("Header", "Footer"):
        _style(document, name, HEAD, 8.5, after=0, colour=MUTED)


def _defaults(document: Any, language: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(ooxml.element("lang", val=language, eastAsia=language, bidi="ar-SA"))


def _style(
    document: Any,
    name: str,
    font: str,
    size: float,
    *,
    before: float = 0,
    after: float = 0,
    bold: bool = False,
    colour: RGBColor = INK,
) -> Any:
    styles = document.styles
    style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):  # also the theme's fonts, which would win
        del fonts.attrib[attribute]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), font)
    style.font.size, style.font.bold, style.font.italic, style.font.color.rgb = Pt(size), bold, False, colour
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), 1.15
    shape.widow_control = True
    for tag in ("w:pBdr", "w:tabs"):  # the template's own lines and tab stops
        for old in style.element.get_or_add_pPr().findall(qn(tag)):
            style.element.pPr.remove(old)
    return style
