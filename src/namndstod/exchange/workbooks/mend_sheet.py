"""The sheet «Att rätta»: what is to be mended, row by row, each with a link to its cell."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from namndstod.domain.findings.finding import Severity
from namndstod.domain.intake.cell_marks import MEND_COLUMNS, MendRow, row_lines
from namndstod.domain.intake.sheets import cell_name, column_letters

from .styles_xml import Styles
from .xml_text import text_of

SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_LINE = 15  # points of a line
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def filter_range(rows: int) -> str:
    """Return the range that the filter of «Att rätta» covers, «$A$1:$E$7»."""
    return f"$A$1:${column_letters(len(MEND_COLUMNS))}${rows + 1}"


def mend_sheet(rows: Sequence[MendRow], styles: Styles, namespace: str) -> bytes:
    """Return the XML of «Att rätta» in the workbook's namespace."""
    title = styles.own(bold=True, line=True, fill=None)
    plain = styles.own(fill=None)
    links = {
        severity: styles.own(link=True, fill=severity) for severity in dict.fromkeys(r.severity for r in rows)
    }
    last = f"{column_letters(len(MEND_COLUMNS))}{len(rows) + 1}"
    widths = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>'
        for at, (_, width) in enumerate(MEND_COLUMNS, 1)
    )
    head = "".join(_text(1, at, name, title) for at, (name, _) in enumerate(MEND_COLUMNS, 1))
    body = "".join(_row(at, row, plain, links) for at, row in enumerate(rows, 2))
    linked = [(at, row) for at, row in enumerate(rows, 2) if row.target]
    hyperlinks = "".join(
        f'<hyperlink ref="C{at}" location={quoteattr(row.target)} display={quoteattr(row.cell)}/>'
        for at, row in linked
    )
    parts = (
        f'{_HEAD}<worksheet xmlns="{namespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:{last}"/><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{widths}</cols>'
        f'<sheetData><row r="1">{head}</row>{body}</sheetData><autoFilter ref="A1:{last}"/>',
        f"<hyperlinks>{hyperlinks}</hyperlinks>" if hyperlinks else "",
        '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>',
    )
    return "".join(parts).encode()


def _row(at: int, row: MendRow, plain: int, links: dict[Severity, int]) -> str:
    number = f'<c r="A{at}" s="{plain}"><v>{row.row}</v></c>' if row.row else _text(at, 1, "", plain)
    cell = links[row.severity] if row.cell else plain
    texts = ((2, row.column, plain), (3, row.cell, cell), (4, row.words, plain), (5, row.source, plain))
    cells = "".join(_text(at, column, text, style) for column, text, style in texts)
    lines = row_lines(row)
    height = f' ht="{lines * _LINE}" customHeight="1"' if lines > 1 else ""
    return f'<row r="{at}"{height}>{number}{cells}</row>'


def _text(row: int, column: int, text: str, style: int) -> str:
    place = f'<c r="{cell_name(row, column)}" s="{style}"'
    if not text:
        return f"{place}/>"
    return f'{place} t="inlineStr"><is><t xml:space="preserve">{text_of(text)}</t></is></c>'
