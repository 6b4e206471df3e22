"""The web version of the demonstration: nothing that was marked is in any file of it (rules 41, 42)."""

from __future__ import annotations

import os
import random
import re
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from namndstod.domain.editions import Edition, removed_passages
from namndstod.domain.errors import RuleBroken
from namndstod.domain.findings.publishing import refusing
from namndstod.domain.marks import readable, with_mark
from namndstod.domain.records import (
    SECTION_ROLES,
    ItemKind,
    MarkKind,
    MeetingState,
    Paper,
    PaperKind,
    SupportingDocument,
    TextRole,
)
from namndstod.domain.texts import Draft
from namndstod.domain.view import MeetingView
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.secrecy import MarkText, MarkWords
from namndstod.services.commands.supporting import AttachFiles
from namndstod.services.mending import command_for
from namndstod.services.reading import meeting_view, meetings
from namndstod.services.workplace import Workplace, open_workplace

FULL = os.environ.get("NAMNDSTOD_FULL") == "1"


@pytest.fixture
def workplace(demonstration: Path, tmp_path: Path) -> Iterator[Workplace]:
    shutil.copytree(demonstration, tmp_path / "pärm")
    opened = open_workplace(tmp_path / "pärm", "Ada", backup=False)
    yield opened
    opened.close()


def meeting_of(workplace: Workplace, state: MeetingState) -> str:
    return next(s.meeting.id for s in workplace.session.ask(meetings) if s.meeting.state is state)


def shown(workplace: Workplace, meeting_id: str) -> MeetingView:
    return workplace.session.ask(meeting_view, meeting_id)


# --- looking into files --------------------------------------------------------------------------------


def bare(text: str) -> str:
    """Text without what typography adds, so that words are found however they are set and divided."""
    return re.sub(r"[\s\u00a0\u202f\u00ad\ufffe\x02]+", "", text.replace("\u2011", "-")).casefold()


def said_by(path: Path) -> str:
    """Everything that a file of the web version says anywhere, with its own name."""
    reader = {".pdf": said_by_pdf, ".docx": said_by_docx}[path.suffix]
    return bare("\n".join([path.name, *reader(path.read_bytes())]))


def said_by_pdf(data: bytes) -> Iterator[str]:
    """Its pages, and every object: streams unpacked, strings of structure, bookmarks and properties."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        yield page.get_textpage().get_text_range()
    document.close()
    with pikepdf.open(BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                try:
                    content = thing.read_bytes()
                except pikepdf.PdfError:  # a picture
                    content = thing.read_raw_bytes()
                yield content.decode("latin-1")
                yield content.decode("utf-16-be", "ignore")
                yield content.decode("utf-8", "ignore")
            yield from strings(thing)


def strings(thing: pikepdf.Object) -> Iterator[str]:
    """Yield the strings in an object that are not objects of their own."""
    waiting = [thing]
    while waiting:
        value = waiting.pop()
        if isinstance(value, pikepdf.String):
            yield str(value)
        elif isinstance(value, pikepdf.Array):
            waiting += [v for v in value if not getattr(v, "is_indirect", False)]
        elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            waiting += [v for v in dict(value.items()).values() if not getattr(v, "is_indirect", False)]


def said_by_docx(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            text = package.read(name).decode("utf-8", "ignore")
            yield name + text
            yield re.sub(r"<[^>]+>", "", text)


# --- random marks --------------------------------------------------------------------------------------


def mark_at_random(workplace: Workplace, meeting_id: str, dice: random.Random, count: int) -> None:
    """Mark stretches of ten characters or more in texts of ärenden and of §§."""
    view = shown(workplace, meeting_id)
    texts: list[tuple[str | None, str | None, TextRole, tuple[Draft, ...]]] = [
        (i.item.id, None, role, i.text(role)) for i in view.items for role in TextRole
    ]
    if view.held:
        texts += [
            (None, s.section.id, role, s.parts[role].drafts) for s in view.sections for role in SECTION_ROLES
        ]
    texts = [text for text in texts if any(len(readable(d)) > 12 for d in text[3])]
    for item_id, section_id, role, drafts in dice.sample(texts, min(count, len(texts))):
        at = dice.choice([n for n, d in enumerate(drafts) if len(readable(d)) > 12])
        said = readable(drafts[at])
        size, start = len(said), dice.randrange(len(said) - 10)
        # Whole words: «sta sammanträd» stands where «lista» comes before «Sammanträdets» too.
        start = max(said.rfind(sign, 0, start + 1) for sign in (" ", "\n", "\t")) + 1
        end = min(size, start + dice.randrange(10, 60))
        end = min((stop for sign in (" ", "\n", "\t") if (stop := said.find(sign, end)) >= 0), default=size)
        kind = dice.choice((MarkKind.SECRET, MarkKind.PERSONAL))
        marked = (*drafts[:at], with_mark(drafts[at], kind, [(start, end)]), *drafts[at + 1 :])
        workplace.session.do(MarkText(role, marked, item_id, section_id))


def mend_all(workplace: Workplace, meeting_id: str) -> None:
    """Do what Kontroll offers, until nothing stands in the way."""
    for finding in refusing(workplace.public_edition.findings(meeting_id)):
        command = command_for(shown(workplace, meeting_id), finding.mends[0])
        assert command is not None
        workplace.session.do(command)


def leaks(words: Iterable[str], files: Iterable[str]) -> list[str]:
    whole = "\n".join(files)
    return [w for w in words if bare(w) in whole]


def test_the_names_of_the_files_hold_no_marked_words_either(workplace: Workplace, tmp_path: Path) -> None:
    meeting_id = meeting_of(workplace, MeetingState.PLANNED)
    view = shown(workplace, meeting_id)
    item, role, drafts, at = next(
        (i.item.id, role, i.text(role), n)
        for i in view.items
        for role in TextRole
        for n, draft in enumerate(i.text(role))
        if view.term.name in draft.text
    )
    start = drafts[at].text.index(view.term.name)
    marks = [(start, start + len(view.term.name))]
    marked = (*drafts[:at], with_mark(drafts[at], MarkKind.SECRET, marks), *drafts[at + 1 :])
    workplace.session.do(MarkText(role, marked, item, None))
    mend_all(workplace, meeting_id)
    made = workplace.public_edition.make(meeting_id, tmp_path)
    assert view.term.name not in "".join((made.folder.name, *made.files))
    assert len(set(made.files)) == len(made.files)


@pytest.mark.parametrize("round", range(6 if FULL else 1))
@pytest.mark.parametrize("state", [MeetingState.APPROVED, MeetingState.PLANNED], ids=["held", "coming"])
def test_no_marked_words_are_left_in_any_file(
    workplace: Workplace, tmp_path: Path, state: MeetingState, round: int
) -> None:
    seed = int(os.environ.get("NAMNDSTOD_SEED", random.SystemRandom().randrange(10**9)))
    print(f"seed {seed}")
    meeting_id = meeting_of(workplace, state)
    mark_at_random(workplace, meeting_id, random.Random(seed), 25 if FULL else 12)
    mend_all(workplace, meeting_id)
    view = shown(workplace, meeting_id)
    words = [r.words for r in removed_passages(view, Edition.PUBLIC) if len(r.words.strip()) >= 10]
    complete = (
        workplace.papers.pdf(PaperKind.CALL, view).pdf,
        workplace.papers.pdf(PaperKind.MINUTES, view).pdf,
    )
    there = [bare("\n".join(said_by_pdf(pdf))) for pdf in complete]
    assert len(leaks(words, there)) >= 3, "the search finds what stands there"
    made = workplace.public_edition.make(meeting_id, tmp_path)
    files = sorted(made.folder.iterdir())
    assert {f.name for f in files} == set(made.files)
    assert leaks(words, map(said_by, files)) == [], f"seed {seed}"


# --- secret ärenden and documents ----------------------------------------------------------------------


def make_secret(workplace: Workplace, meeting_id: str) -> str:
    """Let the first matter be secret, with a heading that names somebody. Returns words of its texts."""
    item = next(i for i in shown(workplace, meeting_id).items if i.item.kind is ItemKind.DECISION)
    workplace.session.do(Edit(replace(item.item, secret=True, secrecy_ground="OSL 19 kap. 3 §")))
    return max((d.text for d in item.text(TextRole.PROPOSAL)), key=len)


def test_a_secret_matter_leaves_its_number_and_nothing_else(workplace: Workplace, tmp_path: Path) -> None:
    meeting_id = meeting_of(workplace, MeetingState.APPROVED)
    before = shown(workplace, meeting_id)
    item = next(i for i in before.items if i.item.kind is ItemKind.DECISION)
    words = make_secret(workplace, meeting_id)
    found = workplace.public_edition.findings(meeting_id)
    assert "secret_left_out" in {f.code for f in found}
    mend_all(workplace, meeting_id)
    made = workplace.public_edition.make(meeting_id, tmp_path)
    said = [said_by(path) for path in sorted(made.folder.iterdir())]
    assert leaks([words, item.item.title], said) == []
    assert all(bare("Ärende med sekretess") in text for text in said)
    assert made.folder.name.startswith("Webbversion ")
    kept = [p for p in shown(workplace, meeting_id).papers if p.kind is PaperKind.PUBLIC]
    assert sorted((p.of, p.edition) for p in kept) == [
        (("handlingar",), "public"),
        (("kallelse",), "public"),
        (("protokoll",), "public"),
    ]
    again = workplace.public_edition.make(meeting_id, tmp_path)
    assert again.folder != made.folder
    kept_minutes = workplace.papers.pdf(PaperKind.MINUTES, shown(workplace, meeting_id)).pdf
    assert leaks([words], [bare("\n".join(said_by_pdf(kept_minutes)))]) == [words]


def test_a_personnummer_on_a_page_refuses_until_the_page_is_left_out(
    workplace: Workplace, tmp_path: Path
) -> None:
    meeting_id = meeting_of(workplace, MeetingState.PLANNED)
    item = next(i for i in shown(workplace, meeting_id).items if i.documents)
    incoming = workplace.conversions.take_in([("Ansökan.txt", "Sökande: Rut Alm 640823-3234".encode())])
    workplace.session.do(AttachFiles(item.item.id, incoming))
    with pytest.raises(RuleBroken, match=r"personnummer på s.*1"):
        workplace.public_edition.make(meeting_id, tmp_path)
    assert list(tmp_path.glob("Webbversion*")) == []
    mend_all(workplace, meeting_id)
    made = workplace.public_edition.make(meeting_id, tmp_path)
    said = [said_by(path) for path in sorted(made.folder.iterdir())]
    assert leaks(["Rut Alm", "640823-3234"], said) == []
    with workplace.session.reading() as reader:
        assert any(d.withheld_pages == (1,) for d in reader.find(SupportingDocument, item_id=item.item.id))


def test_what_the_journal_says_of_a_web_version_holds_nothing_of_it(
    workplace: Workplace, tmp_path: Path
) -> None:
    meeting_id = meeting_of(workplace, MeetingState.PLANNED)
    item = next(i for i in shown(workplace, meeting_id).items if i.text(TextRole.SUMMARY))
    words = item.text(TextRole.SUMMARY)[0].text[:30]
    workplace.session.do(MarkWords(TextRole.SUMMARY, words, MarkKind.SECRET, item_id=item.item.id))
    mend_all(workplace, meeting_id)
    workplace.public_edition.make(meeting_id, tmp_path)
    with workplace.session.reading() as reader:
        papers = reader.find(Paper, kind=PaperKind.PUBLIC)
        assert len(papers) == 2
    step = workplace.session.undoable()
    assert step is not None
    assert step.label == "gör webbversion"
