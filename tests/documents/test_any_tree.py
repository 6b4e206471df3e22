"""Whatever the tree: it is drawn within the margins, and every word of it comes back, in PDF and .docx."""

import io

import docx
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from namndstod.documents.layout import draw
from namndstod.documents.word import to_docx
from namndstod.domain.content import (
    Align,
    Block,
    Cell,
    Contents,
    Fields,
    Figure,
    Furniture,
    Group,
    Heading,
    ListBlock,
    ListItem,
    ListKind,
    Masthead,
    PageBreak,
    Paper,
    Paragraph,
    ParagraphRole,
    Run,
    SideBySide,
    Signature,
    Signatures,
    Table,
)

from .reading import ink_box, page_texts, paragraphs, plain

LETTERS = "abcdefghijklmnopqrstuvwxyzåäöéüABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ0123456789.,:;()/-–§%&”’→Ωж☎"
words = st.text(LETTERS, min_size=1, max_size=14) | st.text(LETTERS, min_size=60, max_size=160)
separators = st.sampled_from([" ", " ", " ", "\xa0", "  ", "\n"])
texts = st.lists(st.tuples(words, separators), min_size=1, max_size=40).map(
    lambda pairs: "".join(word + space for word, space in pairs).strip()
)
short = st.lists(words, max_size=4).map(" ".join)
runs = st.builds(
    Run,
    texts,
    strong=st.booleans(),
    emphasis=st.booleans(),
    link=st.sampled_from([None, None, "#a1", "#okänd", "https://region.example"]),
)
leaves: st.SearchStrategy[Block] = st.one_of(
    st.builds(
        Heading,
        st.integers(1, 6),
        texts,
        anchor=st.sampled_from([None, "a1", "a2"]),
        label=st.sampled_from(["", "§\u00a044", "3."]),
        in_contents=st.booleans(),
    ),
    st.builds(Paragraph, st.lists(runs, max_size=4).map(tuple), role=st.sampled_from(ParagraphRole)),
    st.builds(Figure, st.sampled_from(["bild", "trasig"]), texts),
    st.builds(Signatures, st.lists(st.builds(Signature, short, short), max_size=4).map(tuple)),
    st.just(PageBreak()),
    st.just(Contents()),
)


def several(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[tuple[Block, ...]]:
    return st.lists(blocks, max_size=4).map(tuple)


def nested(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    items = st.builds(ListItem, st.sampled_from(["att", "1.", "•", ""]), several(blocks))
    cells = st.builds(
        Cell, several(blocks), columns=st.integers(1, 3), rows=st.integers(1, 3), head=st.booleans()
    )
    rows = st.lists(st.lists(cells, min_size=1, max_size=4).map(tuple), max_size=5).map(tuple)
    return st.one_of(
        st.builds(ListBlock, st.sampled_from(ListKind), st.lists(items, max_size=4).map(tuple)),
        st.builds(
            Table,
            rows,
            head_rows=st.integers(0, 2),
            widths=st.sampled_from([(), (1.0, 2.0, 5.0)]),
            aligns=st.sampled_from([(), (Align.LEFT, Align.RIGHT, Align.CENTRE)]),
            caption=texts | st.just(""),
            rules=st.booleans(),
        ),
        st.builds(Fields, st.lists(st.tuples(texts, several(blocks)), max_size=4).map(tuple)),
        st.builds(SideBySide, st.lists(several(blocks), max_size=3).map(tuple)),
        st.builds(Group, several(blocks), keep=st.booleans(), framed=st.booleans()),
    )


blocks: st.SearchStrategy[Block] = st.recursive(leaves, nested, max_leaves=25)
papers = st.builds(
    Paper,
    texts,
    st.lists(blocks, max_size=10).map(tuple),
    st.builds(Furniture, texts, texts, texts, texts, watermark=st.sampled_from(["", "UTKAST"])),
    st.none() | st.builds(Masthead, short, st.lists(short, max_size=3).map(tuple), short, name=short),
    images=st.just({"trasig": b"\x89PNG trasig"}),
)
RANDOM = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def squeezed(text: str) -> str:
    return "".join(plain(text).split())


def parted(word: str, found: str) -> bool:
    """Return whether a word too long for its line is there in pieces, as when a page ends within it."""
    rest = iter(found)
    return len(word) > 8 and all(letter in rest for letter in word)


@given(papers)
@RANDOM
def test_every_word_is_on_paper_and_within_the_margins(paper: Paper) -> None:
    drawn = draw(paper)
    pages = page_texts(drawn.pdf)
    assert len(pages) == drawn.pages
    found = squeezed(" ".join(pages))
    for number, page in enumerate(pages, 1):
        assert f"{number} ({drawn.pages})" in plain(page)
    for paragraph in paragraphs(paper.blocks):
        for word in plain(paragraph).split():
            assert squeezed(word) in found or parted(squeezed(word), found)
    for number in range(drawn.pages):
        assert min(ink_box(drawn.pdf, number)[::2]) > 50  # nothing runs out at the sides
        assert min(ink_box(drawn.pdf, number)) > 25


@given(papers)
@settings(RANDOM, max_examples=25)
def test_every_word_is_in_the_docx(paper: Paper) -> None:
    document = docx.Document(io.BytesIO(to_docx(paper)))
    found = squeezed("".join(node.text or "" for node in document.element.body.iter(qn("w:t"))))
    for paragraph in paragraphs(paper.blocks):
        for word in plain(paragraph).split():
            assert squeezed(word) in found
    for one in document.element.body.iter(qn("w:tc")):
        assert one[-1].tag == qn("w:p")  # else Word calls the file damaged
