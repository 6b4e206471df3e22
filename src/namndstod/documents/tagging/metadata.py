"""What a file says of itself: XMP with both conformances, the meaning of its colours, title and language.

Nothing here is a date: the same paper is the same file, whenever it is drawn.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from ...domain.content import LANGUAGE
from ...resources import resource

if TYPE_CHECKING:
    import pikepdf

PROGRAM = "Nämndstöd"
COLOURS = "sRGB"

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in (
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("pdf", "http://ns.adobe.com/pdf/1.3/"),
        ("xmp", "http://ns.adobe.com/xap/1.0/"),
        ("pdfaid", "http://www.aiim.org/pdfa/ns/id/"),
        ("pdfuaid", "http://www.aiim.org/pdfua/ns/id/"),
        ("pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"),
        ("pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"),
        ("pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"),
    )
)
# PDF/A-2 knows no pdfuaid: a file that uses it has to explain it, with exactly these prefixes.
_EXTENSION = (
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
)


def xmp(title: str, author: str = "", subject: str = "", language: str = LANGUAGE) -> bytes:
    """Return the XMP of a file that is PDF/UA-1 and PDF/A-2a."""
    parts = [
        _alternatives("dc:title", title, language),
        f"<dc:creator><rdf:Seq><rdf:li>{_clean(author)}</rdf:li></rdf:Seq></dc:creator>" if author else "",
        _alternatives("dc:description", subject, language),
        f"<dc:language><rdf:Bag><rdf:li>{_clean(language)}</rdf:li></rdf:Bag></dc:language>"
        if language
        else "",
        "<dc:format>application/pdf</dc:format>",
        f"<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool><pdf:Producer>{PROGRAM}</pdf:Producer>",
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        _EXTENSION,
    ]
    body = "\n".join(filter(None, parts))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about="" {_NAMESPACES}>\n{body}\n</rdf:Description></rdf:RDF></x:xmpmeta>\n'
        '<?xpacket end="w"?>'
    ).encode()


def _alternatives(name: str, text: str, language: str) -> str:
    if not text:
        return ""
    clean = _clean(text)
    own = f'<rdf:li xml:lang="{_clean(language)}">{clean}</rdf:li>' if language else ""
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{clean}</rdf:li>{own}</rdf:Alt></{name}>'


def _clean(text: str) -> str:
    return escape(_NO_XML.sub("", text), {'"': "&quot;"})


@cache
def colour_profile() -> bytes:
    """Return the ICC profile of sRGB, which all colours of ours are in."""
    return resource("colour/sRGB.icc").read_bytes()


def write_metadata(
    pdf: pikepdf.Pdf, title: str, author: str = "", *, subject: str = "", conforming: bool = True
) -> None:
    """Write title, author, language, XMP and the meaning of colours into `pdf`, replacing what is there.

    For a file put together of several. Only one that is tagged throughout and whose every part is PDF/A may
    say so: `conforming` False leaves the claims of conformance out.
    """
    import pikepdf
    from pikepdf import Array, Dictionary, Name, String

    root = pdf.Root
    root.Lang = String(LANGUAGE)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    data = xmp(title, author, subject)
    if not conforming:
        data = _CLAIMS.sub(b"", data)
    root.Metadata = pdf.make_stream(data, Type=Name.Metadata, Subtype=Name.XML)
    profile = pdf.make_stream(colour_profile(), N=3)
    root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String(COLOURS),
                Info=String(COLOURS),
                DestOutputProfile=profile,
            )
        ]
    )
    information = {
        "Title": title,
        "Author": author,
        "Subject": subject,
        "Producer": PROGRAM,
        "Creator": PROGRAM,
    }
    pdf.docinfo = pdf.make_indirect(
        Dictionary({f"/{key}": String(value) for key, value in information.items() if value})
    )
    assert isinstance(pdf, pikepdf.Pdf)


_CLAIMS = re.compile(
    rb"<pdfaid:part>.*?</pdfaid:conformance>\n|<pdfuaid:part>.*?</pdfuaid:part>\n|"
    rb"<pdfaExtension:schemas>.*?</pdfaExtension:schemas>",
    re.DOTALL,
)
