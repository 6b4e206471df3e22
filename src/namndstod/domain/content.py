"""Content trees: what a paper says, with its meaning and without any look.

A builder makes a tree from facts; `documents.layout` alone draws it as PDF and `documents.word` as .docx.
Trees are plain frozen data, comparable in tests and stored as JSON beside a justerat protokoll.
Pictures are referred to by a key of `Paper.images`; the bytes travel beside the tree.
"""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Union, get_args

LANGUAGE = "sv-SE"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one emphasis; `link` is a URL or «#anchor» within the document."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str | None = None


Inline = tuple[Run, ...]


def inline(text: str, *, strong: bool = False, emphasis: bool = False) -> Inline:
    """Return `text` as a single run."""
    return (Run(text, strong=strong, emphasis=emphasis),)


class ParagraphRole(StrEnum):
    """What a paragraph is, beyond running text."""

    BODY = "body"
    META = "meta"  # diarienummer, föredragande: beside the matter itself
    DECIDER = "decider"  # «Nämnden beslutar», stays with its clauses
    NOTE = "note"  # small print
    LABEL = "label"  # a label such as «Underskrifter», no heading
    SIGNED = "signed"  # who answers for the text, below it


class ListKind(StrEnum):
    """What sort of list it is; the labels themselves stand in the items."""

    CLAUSES = "clauses"  # att … att …
    NUMBERED = "numbered"
    BULLETS = "bullets"


class Align(StrEnum):
    """How the cells of a column stand."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Heading:
    """Heading of level 1–6. `anchor` makes it a target of links and bookmarks.

    `in_contents` puts it into the contents list and the bookmarks; `label` is «§ 44» or «3.».
    """

    level: int
    text: str
    anchor: str | None = None
    label: str = ""
    in_contents: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. Line breaks within it are newlines in a run."""

    runs: Inline
    role: ParagraphRole = ParagraphRole.BODY


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item: its label as printed («att», «1.», «•») and its blocks."""

    label: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list with hanging labels."""

    kind: ListKind
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; `columns` and `rows` are its spans, `head` makes it a heading of its row."""

    blocks: tuple[Block, ...]
    columns: int = 1
    rows: int = 1
    head: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table. The first `head_rows` rows are its head and are repeated on each page.

    `widths` are relative (any unit); empty = by content. `rules` False = without lines (a letterhead).
    """

    rows: tuple[tuple[Cell, ...], ...]
    head_rows: int = 0
    widths: tuple[float, ...] = ()
    aligns: tuple[Align, ...] = ()
    caption: str = ""
    rules: bool = True


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: key of its bytes, alternative text, wanted size in points (None = natural, fitted)."""

    image: str
    alternative: str
    width: float | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Fields:
    """Label–value pairs («Sammanträdesdatum: 2027-05-14»)."""

    pairs: tuple[tuple[str, tuple[Block, ...]], ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Groups that stand beside each other, read one after the other («Ledamöter | Ersättare»)."""

    groups: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that belong together; `keep` asks that no page break falls inside."""

    blocks: tuple[Block, ...]
    keep: bool = False
    framed: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """A line to sign on: who («Sekreterare») and the name below the line."""

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on."""

    lines: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents list, made of all headings with `in_contents`, with page numbers and links."""

    title: str = "Innehåll"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Union[  # noqa: UP007  (a runtime union, used to read trees back)
    Heading,
    Paragraph,
    ListBlock,
    Table,
    Figure,
    Fields,
    SideBySide,
    Group,
    Signatures,
    Contents,
    PageBreak,
]


@dataclass(frozen=True, slots=True)
class Masthead:
    """Brevhuvud on the first page: logo (image key), sender, address, and the paper's own name.

    `colour` («#1F5FAE») tints the name and the line below; too light a one is drawn in a darker shade.
    """

    organisation: str = ""
    address: tuple[str, ...] = ()
    website: str = ""
    logo: str | None = None
    name: str = ""  # «Kallelse», «Protokoll»
    colour: str = ""  # empty: black


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands at the head and foot of every page, outside the reading order."""

    head_left: str = ""
    head_right: str = ""
    foot_left: str = ""
    foot_right: str = ""
    page_numbers: bool = True  # «3 (12)»
    watermark: str = ""  # «UTKAST»


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper. `images` maps keys to bytes and is no part of equality or of the stored JSON."""

    title: str
    blocks: tuple[Block, ...]
    furniture: Furniture = Furniture()
    masthead: Masthead | None = None
    subject: str = ""
    author: str = ""
    language: str = LANGUAGE
    images: dict[str, bytes] = field(default_factory=dict, compare=False, repr=False)


_NODES: dict[str, type[Any]] = {
    cls.__name__: cls
    for cls in (*get_args(Block), Run, ListItem, Cell, Signature, Masthead, Furniture, Paper)
}
_FIELDS = {
    cls: tuple(field.name for field in dataclasses.fields(cls) if field.name != "images")
    for cls in _NODES.values()
}
_ENUMS: dict[str, type[StrEnum]] = {cls.__name__: cls for cls in (ParagraphRole, ListKind, Align)}


def to_json(paper: Paper) -> str:
    """Return the tree as canonical JSON (sorted keys): the same tree always gives the same text."""
    return json.dumps(_encode(paper), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(text: str, images: dict[str, bytes] | None = None) -> Paper:
    """Read a tree written by `to_json`. Raises ValueError on anything else."""
    paper = _decode(json.loads(text))
    if not isinstance(paper, Paper):
        raise ValueError("not a content tree")
    return dataclasses.replace(paper, images=images or {})


def _encode(value: Any) -> Any:
    if type(value) is str or value is None:
        return value
    if isinstance(value, StrEnum):
        return {"=": type(value).__name__, "value": value.value}
    if isinstance(value, tuple):
        return [_encode(v) for v in value]
    names = _FIELDS.get(type(value))
    if names is None:
        return value
    node = {name: _encode(getattr(value, name)) for name in names}
    node["="] = type(value).__name__
    return node


def _decode(value: Any) -> Any:
    if isinstance(value, list):
        return tuple([_decode(v) for v in value])
    if not isinstance(value, dict):
        return value
    name = value.pop("=", None)
    if name in _ENUMS:
        return _ENUMS[name](value["value"])
    if name not in _NODES:
        raise ValueError(f"unknown node {name!r}")
    return _NODES[name](**{k: v if type(v) is str else _decode(v) for k, v in value.items()})
