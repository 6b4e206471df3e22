"""Helpers: Word documents with what python-docx cannot write, as raw XML in its packages."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml import parse_xml

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "v": "urn:schemas-microsoft-com:vml",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    }.items()
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def saved(document: Document) -> bytes:
    """Return a python-docx document as bytes."""
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def with_body(xml: str) -> Document:
    """Return a new document whose body begins with this XML."""
    document = docx.Document()
    body = document.element.body
    for at, node in enumerate(parse_xml(f"<w:body {NAMESPACES}>{xml}</w:body>")):
        body.insert(at, node)
    return document


def body(xml: str) -> bytes:
    """Return a document whose body begins with this XML, as bytes."""
    return saved(with_body(xml))


def paragraph(text: str, properties: str = "") -> str:
    """Return the XML of a paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def numbered(text: str, number: int, level: int = 0) -> str:
    """Return the XML of a numbered paragraph."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def minimal(xml: str, parts: dict[str, tuple[str, str]] | None = None, strict: bool = False) -> bytes:
    """Return a document of bare necessities, written by hand.

    `parts` are further parts of the main document: kind («numbering») to (file name, XML).
    """
    names = NAMESPACES
    if strict:
        names = names.replace(
            "schemas.openxmlformats.org/wordprocessingml/2006/main",
            "purl.oclc.org/ooxml/wordprocessingml/main",
        )
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        overrides = "".join(
            f'<Override PartName="/word/{name}" ContentType="{_PART}{kind}+xml"/>'
            for kind, (name, _) in (parts or {}).items()
        )
        package.writestr(
            "[Content_Types].xml",
            f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="{_PART}document.main+xml"/>{overrides}</Types>',
        )
        package.writestr(
            "_rels/.rels", _relations({"rId1": (f"{relation}/officeDocument", "word/document.xml")})
        )
        related = {
            f"rId{at}": (f"{relation}/{kind}", name)
            for at, (kind, (name, _)) in enumerate((parts or {}).items(), 1)
        }
        package.writestr("word/_rels/document.xml.rels", _relations(related))
        package.writestr(
            "word/document.xml", f"{HEAD}<w:document {names}><w:body>{xml}</w:body></w:document>"
        )
        for name, content in (parts or {}).values():
            package.writestr(f"word/{name}", f"{HEAD}{content.replace('NAMESPACES', names)}")
    return out.getvalue()


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{i}" Type="{kind}" Target="{to}"/>' for i, (kind, to) in targets.items()
    )
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def numbering(*abstract: str, numbers: str) -> dict[str, tuple[str, str]]:
    """Return the numbering part: abstract lists (XML of their levels), and what refers to them."""
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">{levels}</w:abstractNum>'
        for at, levels in enumerate(abstract)
    )
    return {"numbering": ("numbering.xml", f"<w:numbering NAMESPACES>{lists}{numbers}</w:numbering>")}


def level(at: int, form: str, text: str, more: str = "") -> str:
    """Return the XML of a level of a list."""
    inner = f'<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/>{inner}</w:lvl>'


def number(at: int, abstract: int, more: str = "") -> str:
    """Return the XML of a list that paragraphs refer to."""
    return f'<w:num w:numId="{at}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'
