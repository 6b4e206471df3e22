"""Every document of ours is PDF/UA-1 and PDF/A-2a at the same time, and what breaks either is seen."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from namndstod.demo.delegated import LETTER_OF
from namndstod.documents.builders import BUILDERS
from namndstod.documents.layout import draw, pen
from namndstod.documents.tagging import Levels
from namndstod.documents.tagging.content import Untagged
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
    inline,
)
from namndstod.domain.editions import Edition, edition_of
from namndstod.domain.records import MeetingState
from namndstod.exchange.office import HIDE
from namndstod.services.commands.secrecy import WithholdPages
from namndstod.services.commands.supporting import AttachFiles
from namndstod.services.delegation.decisions import letter_by_number
from namndstod.services.delegation.recorded import record_of_day
from namndstod.services.reading import meeting_view, meetings
from namndstod.services.workplace import open_workplace

from .reading import text
from .test_layout import cell, clauses, picture
from .validators import PROFILES, Broken, qpdf_check, second_opinion, verapdf

PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "BI", "EI", "Tj", "TJ", "'", '"'}


def every_block() -> tuple[Block, ...]:
    """Return blocks of every kind, nested in each other, over several pages, one of them turned."""
    linked = Paragraph((
        Run("Se "), Run("ärendet som har ett långt namn och därför går över flera rader i brödtexten här",
                        link="#mål"),
        Run(", "), Run("webbplatsen", link="https://region.example/å?b=c"), Run(" och "),
        Run("det som inte finns", link="#okänd", strong=True), Run("."),
    ))  # fmt: skip
    head = ((cell("Ledamot", rows=2), cell("Röst", columns=2)), (cell("Ja"), cell("Nej")))
    ragged = ((Cell((text("Grupp"),), columns=3, head=True),), (cell("Kort rad"),))
    rows = tuple((cell(f"Ledamot {n}"), cell("X"), Cell(())) for n in range(70))
    wide = tuple(cell(f"Diarienummerkolumn{n}") for n in range(9))
    bullets = ListBlock(ListKind.BULLETS, (ListItem("•", (text("a"), clauses("b"))), ListItem("", ())))
    lettered = ListBlock(ListKind.NUMBERED, (ListItem("a)", (Heading(3, "I listan"), text("c"))),))
    return (
        Contents(),
        Heading(1, "Första", "a", "§\u00a01", in_contents=True),
        linked,
        *(Paragraph(inline(f"{role.value}\nnästa rad"), role) for role in ParagraphRole),
        bullets,
        lettered,
        Heading(3, "Underst", "mål", in_contents=True),
        Table((*head, *ragged, *rows), head_rows=2, aligns=(Align.LEFT, Align.CENTRE), caption="Röster"),
        Table((), caption="Tom tabell"),
        Table((wide, wide), head_rows=1),
        Figure("bild", "En blå ruta", width=60),
        Figure("bild", ""),
        Figure("saknas", "Saknas"),
        Fields((("Tid", (text("9.00"), bullets)), ("Plats", (Heading(2, "Salen"),)), ("Tomt", ()))),
        SideBySide(((Heading(4, "Ledamöter"), text("Anna")), (Heading(4, "Ersättare"), text("Bo")))),
        Group((Heading(2, "Anslag"), Signatures((Signature("Underskrift", ""),))), keep=True, framed=True),
        Signatures((Signature("Sekreterare", "Per Holm"), Signature("Justerande", "Eva Ek"))),
        PageBreak(),
        text(""),
        text("→ ☎ ﷼ 漢 \uf130 \uffff \ufeff"),  # also what Charis has a glyph of, for private use
    )


def sample(*blocks: Block) -> Paper:
    furniture = Furniture("Nämnden", "Protokoll", "Sign", "Utdrag", watermark="UTKAST")
    head = Masthead("Region Storsjön", ("Gatan 1", "123 45 Orten"), "region.example", "bild", "Protokoll")
    images = {"bild": picture(40, 40)}
    return Paper("Protokoll", blocks, furniture, head, "Ämne", "Per <Holm> & Co", images=images)


@pytest.fixture(scope="module")
def binder(demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the demonstration, whose attachments our own layout made pages of."""
    folder = tmp_path_factory.mktemp("demo") / "p"
    shutil.copytree(demonstration, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HIDE, "1")
        yield folder


@pytest.fixture(scope="module")
def papers(binder: Path) -> dict[str, bytes]:
    """The demonstration's papers of every kind, of both meetings, and papers of every kind of block."""
    trees = {
        "every block": sample(*every_block()),
        "empty": Paper("Tom", ()),
        "a list only": Paper("Lista", (clauses("a", "b"),)),
    }
    workplace = open_workplace(binder, "Ada", read_only=True)
    for summary in workplace.session.ask(meetings):
        view = workplace.session.ask(meeting_view, summary.meeting.id)
        memoranda = [item.item.id for item in view.items if item.memorandum is not None]
        for kind in BUILDERS:
            of: tuple[str, ...] = ()
            if kind.value == "foredragningspm":
                if not memoranda:
                    continue
                of = (memoranda[0],)
            trees[f"{kind.value} {view.meeting.day}"] = workplace.papers.tree(kind, view, of)
    ask = workplace.session.ask
    trees["beslutsbrev"] = workplace.papers.letter_tree(ask(letter_by_number, LETTER_OF))
    trees["särskilt protokollförda"] = workplace.papers.recorded_tree(ask(record_of_day, None))
    workplace.close()
    return {name: draw(tree).pdf for name, tree in trees.items()}


@pytest.fixture(scope="module")
def packets(binder: Path, papers: dict[str, bytes]) -> dict[str, bytes]:
    """Handlingar of the coming meeting: the packet, files per ärende, web edition, tilläggshandlingar."""
    workplace = open_workplace(binder, "Ada", backup=False)
    ask, do = workplace.session.ask, workplace.session.do
    meeting = next(s.meeting for s in ask(meetings) if s.meeting.state is MeetingState.PLANNED)
    view = ask(meeting_view, meeting.id)
    attached = [document for item in view.items for document in item.documents]
    assert len(attached) >= 8
    assert {d.document.original_name.rpartition(".")[2] for d in attached} == {
        "docx", "xlsx", "pdf", "png", "txt"
    }  # fmt: skip
    files = {"packet": workplace.papers.packet(view).pdf}
    files |= {f"packet of {file.name}": file.pdf for file in workplace.papers.item_files(view)}
    workplace.sending.call(meeting.id)
    item = next(item for item in view.items if item.documents)
    late = workplace.conversions.take_in([("Tillägg.txt", b"En uppgift kom in sent.")])
    do(AttachFiles(item.item.id, late))
    files["supplement"] = workplace.papers.supplement(ask(meeting_view, meeting.id)).pdf
    longest = max(attached, key=lambda d: d.conversion.pages if d.conversion else 0)
    do(WithholdPages(longest.document.id, (2,)))
    public = edition_of(ask(meeting_view, meeting.id), Edition.PUBLIC)
    files["packet for the web"] = workplace.papers.packet(public).pdf
    workplace.close()
    return files


# ---- broken on purpose


def unmarked(patch: pytest.MonkeyPatch) -> Paper:
    """A rule that is drawn past the pen."""

    def rule(self: pen.Pen, x: float, y: float, end: float, *_: object) -> None:
        self._canvas._code.append(f"{self._marks.leave()} {x} {y} m {end} {y} l S")

    patch.setattr(pen.Pen, "rule", rule)
    return sample(text("a"))


def skipping(patch: pytest.MonkeyPatch) -> Paper:
    """Levels as the tree has them, where one is left out."""
    patch.setattr(Levels, "tag", lambda self, level: f"H{level}")
    return sample(Heading(1, "Ett"), Heading(3, "Tre"), text("a"))


BROKEN: dict[str, Callable[[pytest.MonkeyPatch], Paper]] = {
    "no language": lambda patch: replace(sample(text("a")), language=""),
    "no title": lambda patch: replace(sample(text("a")), title=""),
    "untagged drawing": unmarked,
    "skipped heading level": skipping,
}


@pytest.fixture(scope="module")
def broken() -> dict[str, bytes]:
    files = {}
    for name, make in BROKEN.items():
        with pytest.MonkeyPatch.context() as patch:
            files[name] = draw(make(patch)).pdf
    return files


@pytest.fixture(scope="module")
def verdicts(
    papers: dict[str, bytes],
    packets: dict[str, bytes],
    broken: dict[str, bytes],
    tmp_path_factory: pytest.TempPathFactory,
) -> Broken:
    """What veraPDF finds, in all of them at once: starting it takes longer than reading a paper."""
    return verapdf({**papers, **packets, **broken}, tmp_path_factory.mktemp("verapdf"))


def test_every_paper_passes_both(verdicts: Broken, papers: dict[str, bytes]) -> None:
    assert len(papers) > 2 * len(BUILDERS)
    assert {name: verdicts[name] for name in papers} == {name: {p: [] for p in PROFILES} for name in papers}


def test_every_packet_passes_both_and_qpdf(
    verdicts: Broken, packets: dict[str, bytes], tmp_path: Path
) -> None:
    assert len(packets) >= 3 + 4
    assert {name: verdicts[name] for name in packets} == {name: {p: [] for p in PROFILES} for name in packets}
    assert {name: found for name, pdf in packets.items() if (found := qpdf_check(pdf, tmp_path))} == {}


def test_the_second_opinion_is_the_same(papers: dict[str, bytes], packets: dict[str, bytes]) -> None:
    files = {**papers, **packets}
    assert {name: found for name, pdf in files.items() if (found := second_opinion(pdf))} == {}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_on_purpose_fails(name: str, verdicts: Broken) -> None:
    assert verdicts[name]["ua1"]


@pytest.mark.parametrize("name", ["no language", "no title", "untagged drawing", "skipped heading level"])
def test_the_second_opinion_sees_it_too(name: str, broken: dict[str, bytes]) -> None:
    assert second_opinion(broken[name])


# ---- nothing is drawn outside


def outside(pdf: bytes) -> Iterator[str]:
    """Yield the painting operators that belong to neither an element nor an artifact."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for number, sheet in enumerate(opened.pages):
            marked: list[bool] = []
            for instruction in pikepdf.parse_content_stream(sheet):
                operands, name = instruction.operands, str(instruction.operator)
                if name in ("BDC", "BMC"):
                    told = len(operands) > 1 and "/MCID" in operands[1]
                    marked.append(told or operands[0] == pikepdf.Name.Artifact)
                elif name == "EMC":
                    marked.pop()
                elif name in PAINTING and not any(marked):
                    yield f"page {number}: {name}"
            assert not marked, "marked content goes on after the page"


def test_everything_drawn_is_marked(papers: dict[str, bytes], broken: dict[str, bytes]) -> None:
    assert {name: found for name, pdf in papers.items() if (found := list(outside(pdf)))} == {}
    assert list(outside(broken["untagged drawing"]))


def test_a_pen_refuses_to_draw_what_belongs_to_nothing() -> None:
    drawing = pen.Pen(title="a", author="", subject="", language="sv-SE")
    drawing.begin_page(100, 100)
    with pytest.raises(Untagged):
        drawing._draw("0 0 m 9 9 l S")
    drawing.rule(0, 0, 9)
    drawing._draw("0 0 m 9 9 l S")  # belongs to the rule
    drawing.end_page()
    drawing.begin_page(100, 100)
    with pytest.raises(Untagged):
        drawing._draw("0 0 m 9 9 l S")
