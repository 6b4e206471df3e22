"""The sheets of a .docx file: size, heads and feet, and turned ones for tables too wide to stand upright."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Mm
from docx.text.paragraph import Paragraph as DocxParagraph

from ..domain.content import Paper, Table
from . import ooxml
from .layout import column_widths

_POINTS = 72 / 25.4  # in a millimetre
UPRIGHT = 152 * _POINTS
"""Width in points of the text, as in the PDF."""
TURNED = 253 * _POINTS
"""The same on a sheet that lies on its side."""
_TURN_BELOW = 0.86  # as in the PDF


def turns(table: Table) -> bool:
    """Return whether a table is so wide that its text would be too small on an upright sheet."""
    scale = column_widths(table, UPRIGHT)[1]
    return scale < _TURN_BELOW and column_widths(table, TURNED)[1] > scale


class Sheets:
    """Sets up the sections of a document. `dress` gives a paragraph a style by its name."""

    def __init__(self, document: Any, paper: Paper, dress: Callable[[DocxParagraph, str], object]) -> None:
        self._document = document
        self._paper = paper
        self._dress = dress

    def begin(self) -> None:
        """Set up the first section, upright."""
        section = self._document.sections[0]
        _upright(section)
        section.header_distance, section.footer_distance = Mm(14), Mm(12)
        self._fill(section, UPRIGHT)
        if self._paper.masthead:  # says already who sends: only the number stands above it
            section.different_first_page_header_footer = True
            head = section.first_page_header.paragraphs[0]
            self._head(head, "", "", UPRIGHT)
            self._foot(section.first_page_footer.paragraphs[0], UPRIGHT)

    def turn(self) -> None:
        """Go on, on a new sheet that lies on its side."""
        section = self._new()
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        section.left_margin, section.right_margin = Mm(22), Mm(22)
        section.top_margin, section.bottom_margin = Mm(28), Mm(24)
        self._fill(section, TURNED)

    def turn_back(self) -> None:
        """Go on, on a new upright sheet."""
        section = self._new()
        _upright(section)
        self._fill(section, UPRIGHT)

    def _new(self) -> Any:
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        section.different_first_page_header_footer = False
        section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
        return section

    def _fill(self, section: Any, measure: float) -> None:
        furniture = self._paper.furniture
        head = section.header.paragraphs[0]
        self._head(head, furniture.head_left, furniture.head_right, measure)
        if furniture.head_left or furniture.head_right:
            ooxml.rule(head, "bottom")
        self._foot(section.footer.paragraphs[0], measure)

    def _head(self, paragraph: DocxParagraph, left: str, right: str, measure: float) -> None:
        furniture = self._paper.furniture
        self._line(paragraph, left, right, measure, number=furniture.page_numbers)
        if furniture.watermark:
            ooxml.watermark(paragraph, furniture.watermark)

    def _foot(self, paragraph: DocxParagraph, measure: float) -> None:
        furniture = self._paper.furniture
        self._line(paragraph, furniture.foot_left, furniture.foot_right, measure, number=False)
        if furniture.foot_left or furniture.foot_right:
            ooxml.rule(paragraph, "top")

    def _line(self, paragraph: DocxParagraph, left: str, right: str, measure: float, *, number: bool) -> None:
        self._dress(paragraph, "Header")
        paragraph.paragraph_format.tab_stops.clear_all()
        ooxml.right_tab(paragraph, measure)
        paragraph.add_run(ooxml.text(left) + "\t" + ooxml.text(right) + ("   " if right and number else ""))
        if number:
            ooxml.field(paragraph, "PAGE", "1")
            paragraph.add_run(" (")
            ooxml.field(paragraph, "NUMPAGES", "1")
            paragraph.add_run(")")


def _upright(section: Any) -> None:
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(28)
    section.top_margin, section.bottom_margin = Mm(31), Mm(28)
