"""The steps of the self-test: each does what a person would, and returns what is worth telling."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .domain.records import BlockKind, BodyKind, Customs, PaperKind, Role, TextRole
from .domain.texts import Draft
from .services.commands.agenda import AddItem
from .services.commands.meetings import PlanMeeting
from .services.commands.register import CreateBody, MemberRow, TakeInMembers
from .services.commands.supporting import AttachFiles
from .services.commands.texts import WriteText
from .services.reading import meeting_view, meetings
from .services.workplace import Workplace, create_workplace, open_workplace

PERSON = "Självtest"
OLDER = "0001.sql"  # a binder of the first version, as a dump


@dataclass
class Trial:
    """What the steps hand on to each other."""

    folder: Path
    workplace: Workplace | None = None
    body_id: str = ""
    meeting_id: str = ""
    item_id: str = ""

    @property
    def open(self) -> Workplace:
        """The open binder. Raises RuntimeError when the step that makes it failed."""
        if self.workplace is None:
            raise RuntimeError("pärmen kom aldrig till")
        return self.workplace

    def close(self) -> None:
        """Let go of the binder."""
        if self.workplace is not None:
            self.workplace.close()
            self.workplace = None


Step = Callable[[Trial], str]


def _expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise RuntimeError(otherwise)


# --- the binder


def _binder(trial: Trial) -> str:
    trial.workplace = create_workplace(trial.folder / "pärm", "Självtest", PERSON)
    return ""


def _older_binder(trial: Trial) -> str:
    """Open a binder of the first version: backed up, brought up to date, with its meeting."""
    from .storage import migrate, sqlite

    folder = trial.folder / "äldre pärm"
    folder.mkdir()
    database = folder / "Skärnämnden.namndstod"
    raw = sqlite.connect(database, create=True)
    try:
        raw.execute("PRAGMA foreign_keys = OFF")  # a dump fills its tables by name
        raw.executescript(_dump())
        sqlite.mark_as_binder(raw)
    finally:
        raw.close()
    before = migrate.examine(database)
    workplace = open_workplace(folder, PERSON)
    try:
        _expect(bool(workplace.session.ask(meetings)), "sammanträdet följde inte med")
        _expect(bool(workplace.session.binder.backups.list()), "ingen säkerhetskopia togs")
    finally:
        workplace.close()
    _expect(migrate.examine(database) == migrate.REVISION, "pärmen är inte uppgraderad")
    return f"{before} till {migrate.REVISION}, säkerhetskopia först"


def _dump() -> str:
    from .resources import resource

    try:
        return resource(f"selftest/{OLDER}").read_text(encoding="utf-8")
    except FileNotFoundError:  # in a checkout it lies among the tests
        checkout = Path(__file__).resolve().parents[2] / "tests" / "storage" / "released" / OLDER
        return checkout.read_text(encoding="utf-8")


def _store_and_undo(trial: Trial) -> str:
    session = trial.open.session
    today = session.today
    body = session.do(CreateBody("Provnämnden", BodyKind.COMMITTEE, 1, today, customs=Customs())).result or ""
    session.do(TakeInMembers(body, (MemberRow("Åsa", "Öberg", "S", Role.CHAIR),), today))
    trial.body_id = body
    trial.meeting_id = session.do(PlanMeeting(body, today, place="Sal 1")).result or ""
    trial.item_id = session.do(AddItem(trial.meeting_id, "Ett ärende", diary_number="1/2")).result or ""
    session.do(AddItem(trial.meeting_id, "Ett misstag"))
    session.undo()
    items = session.ask(meeting_view, trial.meeting_id).items
    _expect([i.item.title for i in items] == ["Ett ärende"], "ångra gav inte tillbaka det som var")
    drafts = (Draft(BlockKind.DECIDER, "Provnämnden beslutar"), Draft(BlockKind.CLAUSE, "bifalla.", 1))
    session.do(WriteText(TextRole.PROPOSAL, drafts, item_id=trial.item_id))
    return ""


def _check(trial: Trial) -> str:
    from .storage.check import check

    damage = check(trial.open.session.binder)
    _expect(not damage, damage[0].message if damage else "")
    return ""


# --- papers out


def _paper(kind: PaperKind) -> Step:
    def make(trial: Trial) -> str:
        view = trial.open.session.ask(meeting_view, trial.meeting_id)
        drawn = trial.open.papers.pdf(kind, view)
        _expect(drawn.pdf.startswith(b"%PDF"), "det blev ingen PDF")
        return f"{drawn.pages} s."

    return make


def _word(trial: Trial) -> str:
    view = trial.open.session.ask(meeting_view, trial.meeting_id)
    return f"{len(trial.open.papers.word(PaperKind.MINUTES, view)) // 1024} kB"


def _excel(trial: Trial) -> str:
    """Write a workbook and read it again, here and in the process that reads others' files."""
    from .domain.exports import ExportKind
    from .exchange.workbooks.reading import read_workbook
    from .services.exporting import make_export

    data = make_export(trial.open.session, ExportKind.MEMBERS, trial.body_id)
    found = [
        cell for sheet in read_workbook(data, "ledamöter.xlsx").sheets for row in sheet.rows for cell in row
    ]
    _expect("Öberg" in str(found), "det skrivna finns inte i arbetsboken")
    _expect("Öberg" in trial.open.reader.member_text(data, "ledamöter.xlsx"), "ledamoten lästes inte")
    return f"{len(data) // 1024} kB"


# --- files in


def _attach(trial: Trial) -> str:
    """Turn a docx, an xlsx and a PDF into pages."""
    from docx import Document
    from openpyxl import Workbook

    document = Document()
    document.add_paragraph("Räksmörgås")
    book = Workbook()
    assert book.active is not None
    book.active.append(["Belopp", 480_000])
    word, sheet = io.BytesIO(), io.BytesIO()
    document.save(word)
    book.save(sheet)
    conversions = trial.open.conversions
    view = trial.open.session.ask(meeting_view, trial.meeting_id)
    pdf = trial.open.papers.pdf(PaperKind.CALL, view).pdf
    sources = (("brev.docx", word.getvalue()), ("budget.xlsx", sheet.getvalue()), ("kallelse.pdf", pdf))
    files = conversions.take_in(sources)
    trial.open.session.do(AttachFiles(trial.item_id, files))
    made = [conversions.convert(f.sha256, f.original_name) for f in files]
    _expect(all(c.state.value == "done" for c in made), ", ".join(c.message for c in made))
    pages = (f"{f.original_name} {c.pages} s." for f, c in zip(files, made, strict=True))
    return ", ".join((*pages, f"med {_office()}"))


def _office() -> str:
    from .exchange.office import find_office

    office = find_office()
    return office.name if office is not None else "egna läsare (varken LibreOffice eller Word finns)"


def _read_papers(trial: Trial) -> str:
    """Read a kallelse as PDF and as Word: here, and in the process that reads others' papers."""
    from .domain.intake.found import FoundCall
    from .exchange.sources.understanding import understand_file

    view = trial.open.session.ask(meeting_view, trial.meeting_id)
    files = {
        "kallelse.pdf": trial.open.papers.pdf(PaperKind.CALL, view).pdf,
        "kallelse.docx": trial.open.papers.word(PaperKind.CALL, view),
    }
    for name, data in files.items():
        for read in (understand_file, trial.open.reader.understand):
            found = read(data, name).found
            _expect(isinstance(found, FoundCall), f"{name} kändes inte igen som en kallelse")
            assert isinstance(found, FoundCall)
            _expect(found.day == view.meeting.day, f"{name}: dagen lästes inte")
    return ", ".join(files)


def _spelling(trial: Trial) -> str:
    """Ask the dictionary that the program came with, in the worker."""
    wrong = trial.open.worker.wrong_words(["sammanträdesprotokoll", "ordförrande"])
    _expect(wrong == ["ordförrande"], f"fel ord: {', '.join(wrong) or 'inga'}")
    return ""


# --- the program


def _parts(trial: Trial) -> str:
    """Know the licences of all parts."""
    from .parts.installed import inventory

    parts = inventory().parts
    without = [p.name for p in parts if not p.texts]
    _expect(len(parts) > 30, f"bara {len(parts)} delar är kända")
    _expect(not without, f"villkoren saknas för {', '.join(without)}")
    return f"{len(parts)} delar"


def _settings(trial: Trial) -> str:
    """See that the person's own folders can be written to."""
    from .folders import log_folder, settings_folder

    for folder in (settings_folder(), log_folder()):
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f"prov-{os.getpid()}.tmp"
        probe.write_text(str(date.today()), encoding="utf-8")
        probe.unlink()
    return ""


# --- the window


def _prepare_screen() -> None:
    """Do without a screen where there is none."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _texts(trial: Trial) -> str:
    _prepare_screen()
    from .ui.trial import try_texts

    return try_texts()


def _fonts(trial: Trial) -> str:
    from .ui.trial import try_fonts

    return try_fonts()


def _icons(trial: Trial) -> str:
    from .ui.trial import try_icons

    return try_icons()


def _window(trial: Trial) -> str:
    """Open the real window once, on a screen when there is one, else without."""
    from .ui.trial import try_window

    database = trial.open.session.binder.database
    trial.close()
    return try_window(database)


STEPS: tuple[tuple[str, Step], ...] = (
    ("egna mappar", _settings),
    ("ny pärm", _binder),
    ("äldre pärm uppgraderas", _older_binder),
    ("lagra och ångra", _store_and_undo),
    ("docx, xlsx och pdf blir sidor", _attach),
    ("göra kallelse", _paper(PaperKind.CALL)),
    ("göra handlingar", _paper(PaperKind.PACKET)),
    ("göra protokoll", _paper(PaperKind.MINUTES)),
    ("skriva Word", _word),
    ("läsa in docx och pdf", _read_papers),
    ("skriva och läsa xlsx", _excel),
    ("svensk stavning", _spelling),
    ("kontrollera pärmen", _check),
    ("delarnas licenser", _parts),
)
WINDOW_STEPS: tuple[tuple[str, Step], ...] = (
    ("Qt:s svenska texter", _texts),
    ("teckensnitt", _fonts),
    ("ikoner", _icons),
    ("öppna fönstret", _window),
)
