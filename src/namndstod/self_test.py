"""`namndstod --self-test`: does this installation work? One line per step, the sum last."""

from __future__ import annotations

import io
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from .domain.records import BlockKind, BodyKind, Customs, PaperKind, Role, TextRole
from .domain.texts import Draft
from .services.commands.agenda import AddItem
from .services.commands.meetings import PlanMeeting
from .services.commands.register import CreateBody, MemberRow, TakeInMembers
from .services.commands.supporting import AttachFiles
from .services.commands.texts import WriteText
from .services.reading import meeting_view
from .services.workplace import Workplace, create_workplace


@dataclass
class _Trial:
    """What the steps hand on to each other."""

    folder: Path
    workplace: Workplace | None = None
    meeting_id: str = ""
    item_id: str = ""
    notes: dict[str, str] = field(default_factory=dict)

    @property
    def open(self) -> Workplace:
        """The open binder."""
        assert self.workplace is not None
        return self.workplace


def run_self_test(window: bool = True) -> int:
    """Run all steps; one that fails does not stop those after it. Returns 0 when all went well.

    Without `window` nothing of Qt is loaded.
    """
    steps = STEPS + WINDOW_STEPS if window else STEPS
    failed = 0
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="namndstod-", ignore_cleanup_errors=True) as folder:
        trial = _Trial(Path(folder))
        for label, step in steps:
            started = time.perf_counter()
            try:
                note = step(trial)
                verdict = "ok"
            except Exception as error:  # a self-test reports whatever goes wrong
                note, verdict = f"{type(error).__name__}: {error}", "FEL"
                failed += 1
            print(f"{verdict:4}{label} ({time.perf_counter() - started:.2f} s){f': {note}' if note else ''}")
        if trial.workplace is not None:
            trial.workplace.close()
    total = time.perf_counter() - begun
    print(f"{len(steps) - failed} av {len(steps)} steg gick bra ({total:.1f} s)")
    return 1 if failed else 0


def _binder(trial: _Trial) -> str:
    trial.workplace = create_workplace(trial.folder / "pärm", "Självtest", "självtest")
    return ""


def _store_and_undo(trial: _Trial) -> str:
    session = trial.open.session
    today = session.today
    body = session.do(CreateBody("Provnämnden", BodyKind.COMMITTEE, 1, today, customs=Customs())).result or ""
    session.do(TakeInMembers(body, (MemberRow("Åsa", "Öberg", "S", Role.CHAIR),), today))
    trial.meeting_id = session.do(PlanMeeting(body, today, place="Sal 1")).result or ""
    trial.item_id = session.do(AddItem(trial.meeting_id, "Ett ärende", diary_number="1/2")).result or ""
    session.do(AddItem(trial.meeting_id, "Ett misstag"))
    session.undo()
    items = session.ask(meeting_view, trial.meeting_id).items
    if [i.item.title for i in items] != ["Ett ärende"]:
        raise RuntimeError("ångra gav inte tillbaka det som var")
    drafts = (Draft(BlockKind.DECIDER, "Provnämnden beslutar"), Draft(BlockKind.CLAUSE, "bifalla.", 1))
    session.do(WriteText(TextRole.PROPOSAL, drafts, item_id=trial.item_id))
    return ""


def _read_files(trial: _Trial) -> str:
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
    if any(c.state.value != "done" for c in made):
        raise RuntimeError(", ".join(c.message for c in made))
    return ", ".join(f"{f.original_name} {c.pages} s." for f, c in zip(files, made, strict=True))


def _paper(kind: PaperKind) -> Callable[[_Trial], str]:
    def make(trial: _Trial) -> str:
        view = trial.open.session.ask(meeting_view, trial.meeting_id)
        drawn = trial.open.papers.pdf(kind, view)
        if not drawn.pdf.startswith(b"%PDF"):
            raise RuntimeError("det blev ingen PDF")
        return f"{drawn.pages} s."

    return make


def _word(trial: _Trial) -> str:
    view = trial.open.session.ask(meeting_view, trial.meeting_id)
    return f"{len(trial.open.papers.word(PaperKind.MINUTES, view)) // 1024} kB"


def _check(trial: _Trial) -> str:
    from .storage.check import check

    damage = check(trial.open.session.binder)
    if damage:
        raise RuntimeError(damage[0].message)
    return ""


def _window(trial: _Trial) -> str:
    """Open the real window once, on a screen when there is one, else without."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from .ui.trial import try_window

    database = trial.open.session.binder.database
    trial.open.close()
    trial.workplace = None
    return try_window(database)


def _spelling(trial: _Trial) -> str:
    """Ask the dictionary that the program came with, in the worker."""
    wrong = trial.open.worker.wrong_words(["sammanträdesprotokoll", "ordförrande"])
    if wrong != ["ordförrande"]:
        raise RuntimeError(f"fel ord: {', '.join(wrong) or 'inga'}")
    return ""


STEPS: tuple[tuple[str, Callable[[_Trial], str]], ...] = (
    ("ny pärm", _binder),
    ("lagra och ångra", _store_and_undo),
    ("läsa docx, xlsx och pdf", _read_files),
    ("göra kallelse", _paper(PaperKind.CALL)),
    ("göra handlingar", _paper(PaperKind.PACKET)),
    ("göra protokoll", _paper(PaperKind.MINUTES)),
    ("skriva Word", _word),
    ("svensk stavning", _spelling),
    ("kontrollera pärmen", _check),
)
WINDOW_STEPS: tuple[tuple[str, Callable[[_Trial], str]], ...] = (("öppna fönstret", _window),)
