"""The handbook says what is true: links lead somewhere, keys and buttons exist, every rule is explained."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import namndstod
from namndstod.cli import main
from namndstod.domain.content import Figure, Group, Heading, ListBlock, Paper, Paragraph, Table
from namndstod.domain.findings.catalogue import RULES
from namndstod.domain.swedish_sort import fold
from namndstod.services.handbook import Handbook, Section, handbook, picture, read_chapter, slug
from namndstod.services.handbook_paper import handbook_paper
from namndstod.services.handbook_words import SAME

PACKAGE = Path(namndstod.__file__).parent
DOCS = PACKAGE.parent.parent / "docs"
FINDINGS = PACKAGE / "domain" / "findings"
WORDS = {"BLOCK": "Måste rättas", "WARN": "Att titta på", "INFORM": "Upplysning"}
CALLS = {"Finding", "RowFinding", "OrderFinding", "_at", "_finding"}


@pytest.fixture(scope="module")
def book() -> Handbook:
    return handbook()


def sections(book: Handbook) -> Iterator[Section]:
    for chapter in book.chapters:
        yield from chapter.sections


# --- links and pictures


def test_every_link_leads_to_a_heading(book: Handbook) -> None:
    dead = []
    for chapter in book.chapters:
        for link in re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+)\)", chapter.markdown):
            where = f"{chapter.key}{link}" if link.startswith("#") else link
            if book.place(where) is None:
                dead.append((chapter.key, link))

    assert dead == []


def test_every_picture_is_there_is_used_and_is_small(book: Handbook) -> None:
    wanted = {name for c in book.chapters for name in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", c.markdown)}
    there = {f"bilder/{path.name}" for path in (DOCS / "handbok" / "bilder").iterdir()}

    assert wanted == there
    assert max(len(picture(name)) for name in wanted) <= 80_000
    assert sum(p.stat().st_size for p in (DOCS / "handbok").rglob("*") if p.is_file()) < 3_000_000


def test_names_of_places_are_unique_in_a_chapter(book: Handbook) -> None:
    for chapter in book.chapters:
        named = [name for section in chapter.sections for name in section.names[:-1]]
        assert len(named) == len(set(named)), chapter.key


def test_chapters_of_the_folder_are_in_the_contents(book: Handbook) -> None:
    files = {path.stem for path in (DOCS / "handbok").glob("*.md")} - {"README"}

    assert {chapter.key for chapter in book.chapters} == files | {"administrator"}


# --- the rules


@cache
def calls() -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    """Return code, severities and laws of every finding that is made with a code in its own place."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in FINDINGS.glob("*.py")]
    imported = {name: said for tree in trees for name, said in _constants(tree).items()}
    made = []
    for tree in trees:
        names = imported | _constants(tree)
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in CALLS
                and node.args
            ):
                codes = {c.value for c in ast.walk(node.args[0]) if isinstance(c, ast.Constant)}
                graves = {
                    a.attr for a in ast.walk(node.args[1]) if isinstance(a, ast.Attribute)
                } & WORDS.keys()
                laws = {_said(a, names) for a in node.args[2:]}
                laws = {law for law in laws if re.fullmatch(r"[^.{}]*(KL|FL|OSL|JO) [\dk][^{}]*", law)}
                made += [(str(c), frozenset(graves), frozenset(laws)) for c in codes if _is_code(c)]
    return tuple(made)


def _constants(tree: ast.Module) -> dict[str, str]:
    return {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    }


def _is_code(text: object) -> bool:
    return isinstance(text, str) and re.fullmatch(r"[a-z]+(_[a-z]+)*", text) is not None


def _said(node: ast.expr, names: dict[str, str]) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.Name):
        return names.get(node.id, "")
    if isinstance(node, ast.JoinedStr):
        return "".join(
            _said(v.value if isinstance(v, ast.FormattedValue) else v, names) or "{}" for v in node.values
        )
    return ""


def codes() -> set[str]:
    delegated = {"missing_diary_number", "missing_day", "missing_decider", "missing_point"}
    return {rule.code for rule in RULES} | {code for code, *_ in calls()} | delegated


def test_every_code_of_a_finding_is_explained(book: Handbook) -> None:
    explained = {
        name for section in sections(book) for name in section.names[:-1] if section.chapter == "reglerna"
    }

    assert len(codes()) > 120
    assert codes() - explained == set()
    assert explained - codes() == set()


def test_all_42_rules_are_named(book: Handbook) -> None:
    named = set()
    for section in sections(book):
        if section.chapter == "reglerna":
            for part in re.findall(r"[Rr]egel ([\d, och]+)", section.text):
                named |= {int(number) for number in re.findall(r"\d+", part)}

    assert named == set(range(1, 43))


def test_how_grave_and_by_what_law_is_as_in_the_program(book: Handbook) -> None:
    wrong: list[tuple[str, ...]] = []
    for code, graves, laws in calls():
        section = book.place(f"reglerna#{code}")
        assert section is not None, code
        text = section.text.replace("\xa0", " ")
        said = section.text.split(" ·")[0] if " ·" in section.text else ""
        if not all(WORDS[g].casefold() in text.casefold() for g in graves):
            wrong.append((code, "grave", *sorted(graves), said))
        parts = [part.replace("\xa0", " ").strip() for law in laws for part in law.split(";")]
        wrong += [(code, "law", part, text[:90]) for part in parts if part not in text]

    assert wrong == []


# --- keys and buttons


@cache
def strings() -> frozenset[str]:
    """Return every text of the window's and the rules' source."""
    paths = (path for folder in ("ui", "domain/findings") for path in (PACKAGE / folder).rglob("*.py"))
    source = "\n".join(path.read_text(encoding="utf-8") for path in paths if "gallery" not in path.name)
    return frozenset(text.strip() for text in re.findall(r'"([^"\n]+)"', source))


def test_every_label_in_bold_stands_in_the_program(book: Handbook) -> None:
    unknown = []
    for chapter in book.chapters:
        if chapter.key in ("administrator", "ordlista"):
            continue
        for label in re.findall(r"\*\*([^*]+)\*\*", chapter.markdown):
            label = " ".join(label.split()).rstrip(":").rstrip(".")
            if label not in strings():
                unknown.append((chapter.key, label))

    assert unknown == []


_KEY_WORDS = {
    "Ctrl",
    "Shift",
    "Alt",
    "Upp",
    "Ned",
    "Enter",
    "Esc",
    "Tab",
    "Delete",
    "Blanksteg",
    "Backsteg",
    "Mellanslag",
}
_IN_QT = {"Upp": "Up", "Ned": "Down", "Enter": "Return", "Mellanslag": "Space"}
_BY_QT = {
    "Tab",
    "Enter",
    "Alt Upp",
    "Alt Ned",
    "Esc",
    "Delete",
    "Ctrl I",
    "Ctrl 1",
    "Ctrl 3",
    "Ctrl 6",
    "Shift",
    "1",
    "2",
}


def _keys(book: Handbook) -> Iterator[tuple[str, str]]:
    for chapter in book.chapters:
        for code in re.findall(r"`([^`]+)`", chapter.markdown):
            words = code.split()
            if all(w in _KEY_WORDS or re.fullmatch(r"F\d+|[A-ZÅÄÖ\d.]", w) for w in words):
                yield chapter.key, code


def test_every_key_is_known_to_the_program(book: Handbook) -> None:
    known = strings()
    unknown = []
    for chapter, key in _keys(book):
        in_qt = "+".join(_IN_QT.get(word, word) for word in key.split())
        shown = {
            key,
            key.replace("Shift", "Skift"),
            in_qt,
            in_qt.replace("Return", "Enter"),
            key.replace(" ", "+"),
        }
        if not (shown & known or key in _BY_QT):
            unknown.append((chapter, key))

    assert unknown == []
    assert len(list(_keys(book))) > 150


def test_every_command_is_known_to_the_program(book: Handbook) -> None:
    source = (PACKAGE / "cli.py").read_text(encoding="utf-8") + "".join(
        path.read_text(encoding="utf-8") for path in PACKAGE.glob("cli_*.py")
    )
    named = {
        command
        for chapter in book.chapters
        for command in re.findall(r"`namndstod ([a-z-]+)", chapter.markdown)
        if command != "namndstod"
    }

    assert {
        name for name in named if f'"{name.removeprefix("--")}"' not in source and name not in source
    } == set()


# --- searching


@pytest.mark.parametrize(
    ("words", "chapter", "title"),
    [
        ("säkerhetskopior", "nar-nagot-gar-fel", "Säkerhetskopior"),
        ("SÄKERHETSKOPIAN", "nar-nagot-gar-fel", "Säkerhetskopior"),
        ("beslutsför", "reglerna", "Nämnden är inte beslutsför"),
        ("återställ kopia", "nar-nagot-gar-fel", "Återställ en kopia"),
        ("utskrift fel", "nar-nagot-gar-fel", "Utskriften blir fel"),
        ("omröstning", "sammantradet", "Omröstning"),
        ("votering", "sammantradet", "Omröstning"),
        ("kvorum", "reglerna", "Nämnden är inte beslutsför"),
        ("avsägelse", "fortroendevalda", "När någon slutar"),
        ("ny ledamot", "fortroendevalda", "När någon slutar"),
        ("protokollsutdrag", "expediering", "Expediering och utdrag"),
        ("hur ångrar jag", "nar-nagot-gar-fel", "Jag gjorde fel"),
        ("anmälan av delegationsbeslut", "handlingar", "Anmälda delegationsbeslut"),
        ("låst kassaskåp", "nar-nagot-gar-fel", "Pärmen är låst"),
    ],
)
def test_search_finds(book: Handbook, words: str, chapter: str, title: str) -> None:
    found = [(f.section.chapter, f.section.title) for f in book.find(words)]

    assert (chapter, title) in found[:6]


def test_search_tells_letters_apart_and_finds_nothing_else(book: Handbook) -> None:
    assert book.find("   ") == ()
    assert book.find("qxzv") == ()
    assert not any(
        "anslag" not in f"{f.section.title} {f.section.text}".casefold() for f in book.find("anslag")
    )
    assert all(
        "slutar" in found.section.text or "slutar" in found.section.title for found in book.find("avsägelse")
    )
    assert book.find("jäv")
    assert all("jäv" in f"{f.section.title} {f.section.text}".casefold() for f in book.find("jäv"))


def test_a_hit_shows_the_words_around(book: Handbook) -> None:
    found = next(f for f in book.find("styrkebalans") if "styrkebalans" in f.piece.casefold())

    assert len(found.piece) < 220
    assert not {"*", "`", "|"} & set(found.piece)
    assert not any(mark in found.piece for found in book.find("OneDrive") for mark in ("- One", " - "))


def test_what_the_handbook_calls_a_word_stands_in_it(book: Handbook) -> None:
    text = fold(" ".join(f"{section.title} {section.text}" for section in sections(book)))

    assert [name for names in SAME.values() for name in names if name not in text] == []


# --- reading chapters


def test_a_chapter_is_taken_apart_at_its_headings() -> None:
    chapter = read_chapter(
        "prov",
        'Före\n# Ett *ord*\n\nText `F1` [dit](#tva).\n<a id="tva"></a>\n## Två\n```\n# ingen rubrik\n```\n',
    )

    assert [(s.number, s.level, s.title, s.names) for s in chapter.sections] == [
        (0, 1, "Ett ord", ("ett-ord",)),
        (1, 2, "Två", ("tva", "två")),
    ]
    assert chapter.sections[0].text == "Text F1 dit."
    assert "<a id" not in chapter.markdown
    assert slug("Hur är det, då?") == "hur-är-det-då"


# --- printing


def _texts(block: object) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield "".join(run.text for run in block.runs)
    elif isinstance(block, Table):
        yield from (t for row in block.rows for cell in row for b in cell.blocks for t in _texts(b))
    elif isinstance(block, ListBlock):
        yield from (t for item in block.items for b in item.blocks for t in _texts(b))
    elif isinstance(block, Group):
        yield from (t for b in block.blocks for t in _texts(b))
    elif isinstance(block, Heading):
        yield block.text


def test_the_paper_has_every_heading_and_word_and_no_marks(book: Handbook) -> None:
    paper = handbook_paper(book)
    headings = [block.text for block in paper.blocks if isinstance(block, Heading)][1:]
    words = re.findall(r"\w+", " ".join(text for block in paper.blocks for text in _texts(block)))
    wanted = re.findall(r"\w+", " ".join(f"{s.title} {s.text}" for s in sections(book)))
    shown = [block.image for block in paper.blocks if isinstance(block, Figure)]
    text = " ".join(text for block in paper.blocks for text in _texts(block))

    assert headings == [section.title for section in sections(book)]
    assert set(wanted) - set(words) <= set(re.findall(r"\w+", " ".join(_alternatives(paper))))
    assert set(shown) == set(paper.images)
    assert not re.search(r"\*\*|`|\]\(|<a ", text)


def _alternatives(paper: Paper) -> list[str]:
    return [block.alternative for block in paper.blocks if isinstance(block, Figure)]


def test_links_of_the_paper_lead_to_its_headings(book: Handbook) -> None:
    paper = handbook_paper(book)
    anchors = {f"#{block.anchor}" for block in paper.blocks if isinstance(block, Heading)}
    links = [
        run.link for block in paper.blocks if isinstance(block, Paragraph) for run in block.runs if run.link
    ]

    assert len(links) > 5
    assert set(links) <= anchors


def test_only_a_pdf_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["handbok", "-o", str(tmp_path / "handbok.docx")]) == 2
    assert "handbok.docx ska sluta på .pdf" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
