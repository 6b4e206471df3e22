"""Several papers at once: what each would do, where it belongs, and the one command that takes them in."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from namndstod.domain.intake.found import FoundLetter, FoundMemorandum
from namndstod.domain.intake.kinds import PaperType
from namndstod.domain.records import ItemKind
from namndstod.domain.view import ItemView, MeetingView
from namndstod.services.commands.intake import IncomingItem, IncomingLetter, TakeInPapers
from namndstod.services.commands.supporting import IncomingFile, speaking_title
from namndstod.services.reading import meeting_view
from namndstod.storage.store import Reader

from .letters import LetterPlan, plan_letter, taken_letter
from .matching import likeness, matched
from .memoranda import MemorandumPlan, find_item, plan_memorandum, taken_item
from .papers import IncomingPaper
from .rows import Row, RowState

NEW: Final = "new"
"""The target of a paper that becomes a new ärende."""
_SAME_TITLE: Final = 0.6


class Mode(StrEnum):
    """What is done with a file."""

    READ = "read"  # läs in
    ATTACH = "attach"  # bara bifoga
    LEAVE = "leave"  # ta inte med


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person has said of a file; None: as is proposed."""

    mode: Mode | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class PaperPlan:
    """What would be done with a file.

    `target` is an item's id, NEW, or the key of the paper whose new ärende it belongs to; empty: nobody
    knows. `part` is what was planned of a paper that is read.
    """

    key: str
    paper: IncomingPaper
    mode: Mode
    target: str = ""
    title: str = ""
    rows: tuple[Row, ...] = ()
    doubts: tuple[str, ...] = ()
    part: MemorandumPlan | LetterPlan | None = None
    homeless: bool = False  # nobody knows which ärende it belongs to, and nobody has said

    @property
    def readable(self) -> bool:
        """Whether it can be read in, not only attached."""
        return self.paper.kind in (PaperType.MEMORANDUM, PaperType.LETTER) and self.paper.found is not None

    def count(self, state: RowState) -> int:
        """Return how many rows are in that state."""
        return sum(r.state is state for r in self.rows)

    @property
    def asks(self) -> bool:
        """Whether a person has to look: something is unclear, differs, or has no place."""
        differs = any(r.state in (RowState.CHANGED, RowState.UNCLEAR) for r in self.rows)
        return self.homeless or (differs and self.mode is Mode.READ)


def key_of(paper: IncomingPaper) -> str:
    """Return the key of a paper among others."""
    return str(paper.path)


def plan(
    reader: Reader,
    meeting_id: str,
    papers: Sequence[IncomingPaper],
    choices: Mapping[str, Choice],
    dropped_on: str = "",
) -> tuple[PaperPlan, ...]:
    """Return what each file would do at a meeting, as it stands now. `dropped_on`: the item they came to."""
    view = meeting_view(reader, meeting_id)
    made: dict[str, PaperPlan] = {}
    taken: dict[str, IncomingPaper] = {}  # item → the PM that is read into it
    if len({p.path.with_suffix("") for p in papers if isinstance(p.found, FoundMemorandum)}) > 1:
        dropped_on = ""  # several PMs were dropped on the meeting: a full list has no room beside its rows
    for paper in sorted(papers, key=_docx_first):
        if isinstance(paper.found, FoundMemorandum):
            choice = choices.get(key_of(paper), Choice())
            planned = _memorandum(view, paper, paper.found, choice, taken, dropped_on)
            made[planned.key] = planned
        elif isinstance(paper.found, FoundLetter):
            planned = _letter(
                reader, view, paper, paper.found, choices.get(key_of(paper), Choice()), dropped_on
            )
            made[planned.key] = planned
    read = [p for p in made.values() if isinstance(p.part, MemorandumPlan) and p.mode is Mode.READ]
    others = [p for p in papers if key_of(p) not in made]
    owners = _owners(others, read)
    for paper in others:
        key = key_of(paper)
        made[key] = _other(view, paper, choices.get(key, Choice()), owners.get(key), dropped_on)
    return tuple(made[key_of(p)] for p in papers)


def _docx_first(paper: IncomingPaper) -> bool:
    return paper.path.suffix.casefold() != ".docx"


def _memorandum(
    view: MeetingView,
    paper: IncomingPaper,
    found: FoundMemorandum,
    choice: Choice,
    taken: dict[str, IncomingPaper],
    dropped_on: str,
) -> PaperPlan:
    own = find_item(view, found)
    meant = dropped_on if _bare(view.item(dropped_on)) else NEW
    target = choice.target or (own.item.id if own else meant)
    part = plan_memorandum(view, paper, found, view.item(target) if target != NEW else None)
    doubts = part.doubts
    mode = Mode.READ
    other = taken.get(target if target != NEW else f"{NEW}:{part.title.casefold()}")
    if other is not None:
        mode = Mode.LEAVE
        same = other.path.with_suffix("") == paper.path.with_suffix("")
        told = (
            f"Samma PM läses ur ”{other.name}”."
            if same
            else f"”{other.name}” gäller samma ärende. Välj vilket som ska läsas in."
        )
        doubts = (told, *doubts)
    mode = choice.mode or mode
    if mode is Mode.ATTACH and target == NEW:
        target = dropped_on
    if mode is Mode.READ:
        taken[target if target != NEW else f"{NEW}:{part.title.casefold()}"] = paper
    return PaperPlan(key_of(paper), paper, mode, target, part.title, part.rows, doubts, part)


def _bare(item: ItemView | None) -> bool:
    """Whether an item is one to decide that somebody has only given a heading."""
    return (
        item is not None
        and item.item.kind in (ItemKind.DECISION, ItemKind.ELECTION)
        and not (item.blocks or item.memorandum or item.diary_number)
    )


def _letter(
    reader: Reader,
    view: MeetingView,
    paper: IncomingPaper,
    found: FoundLetter,
    choice: Choice,
    dropped_on: str,
) -> PaperPlan:
    part = plan_letter(reader, view, paper, found)
    mode = choice.mode or Mode.READ
    target = choice.target or (NEW if mode is Mode.READ else dropped_on)
    return PaperPlan(key_of(paper), paper, mode, target, part.title, part.rows, part.doubts, part)


def _other(
    view: MeetingView,
    paper: IncomingPaper,
    choice: Choice,
    owned: tuple[PaperPlan, str] | None,
    dropped_on: str,
) -> PaperPlan:
    """Plan a file that is only attached: to the ärende whose PM names it or lies beside it."""
    target, title = choice.target, speaking_title(paper.name)
    owner, named = owned or (None, "")
    if target is None:
        target = _target_of(owner) if owner else (dropped_on or _by_title(view, paper))
    if owner is not None and target == _target_of(owner) and named:
        title = named
    item = view.item(target) if target else None
    there = item is not None and any(d.file.sha256 == paper.sha256 for d in item.documents)
    mode = choice.mode or (Mode.ATTACH if paper.sha256 and not there else Mode.LEAVE)
    doubts = tuple(filter(None, (paper.problem,)))
    if owner is None or paper.kind is PaperType.PACKET:
        # a handling that a PM names, or that lies beside it, is a handling however odd its text
        doubts = (*doubts, *paper.doubts)
    if there:
        doubts = (*doubts, "Filen finns redan bland ärendets handlingar.")
    elif not target:
        doubts = (
            *doubts,
            "Det framgår inte vilket ärende filen hör till. Välj det, eller ta inte med filen.",
        )
    homeless = not target and mode is Mode.ATTACH
    return PaperPlan(key_of(paper), paper, mode, target or "", title, (), doubts, homeless=homeless)


def _owners(files: Sequence[IncomingPaper], read: Sequence[PaperPlan]) -> dict[str, tuple[PaperPlan, str]]:
    """Return the PM that each file belongs to, and what that PM calls it: first those beside it, then all.

    A file that no PM names goes with the only one beside it, unless other PMs lie in folders below.
    """
    found: dict[str, tuple[PaperPlan, str]] = {}
    for beside in (True, False):
        for planned in read:
            assert isinstance(planned.part, MemorandumPlan)
            names = {
                key_of(f): f.name
                for f in files
                if key_of(f) not in found and (f.path.parent == planned.paper.path.parent or not beside)
            }
            for name, key in matched(planned.part.supporting, names).items():
                found[key] = planned, name.rstrip(" .")
    for file in files:
        folder = file.path.parent
        near = [p for p in read if folder in p.paper.path.parents]
        if len(near) == 1 and near[0].paper.path.parent == folder:
            found.setdefault(key_of(file), (near[0], ""))
    return found


def _target_of(planned: PaperPlan) -> str:
    return planned.key if planned.target == NEW else planned.target


def _by_title(view: MeetingView, paper: IncomingPaper) -> str:
    title = speaking_title(paper.name)
    ranked = sorted(
        ((likeness(title, i.item.title), -i.item.number, i.item.id) for i in view.items), reverse=True
    )
    return ranked[0][2] if ranked and ranked[0][0] >= _SAME_TITLE else ""


# --- what is taken ---------------------------------------------------------------------------------


def command(
    reader: Reader,
    meeting_id: str,
    plans: Sequence[PaperPlan],
    chosen: Mapping[str, Collection[str]],
    files: Mapping[Path, IncomingFile],
) -> TakeInPapers:
    """Return the command that takes in the plans, each with its rows chosen by key.

    `files` are the papers as they lie among the binder's files.
    """
    view = meeting_view(reader, meeting_id)
    items: dict[str, IncomingItem] = {}
    letters: list[IncomingLetter] = []
    for planned in plans:
        paper, file = planned.paper, files.get(planned.paper.path)
        if planned.mode is not Mode.READ:
            continue
        if isinstance(planned.part, MemorandumPlan) and isinstance(paper.found, FoundMemorandum):
            items[_target_of(planned)] = taken_item(
                view, planned.part, paper.found, chosen[planned.key], file
            )
        elif isinstance(planned.part, LetterPlan) and isinstance(paper.found, FoundLetter):
            letters.append(taken_letter(planned.part, paper.found, chosen[planned.key], file))
    for planned in plans:
        incoming = files.get(planned.paper.path)
        known = items.get(planned.target)
        if known is None and view.item(planned.target) is not None:
            known = IncomingItem(item_id=planned.target)
        if planned.mode is Mode.ATTACH and known is not None and incoming is not None:
            named = replace(incoming, title=planned.title)
            items[planned.target] = replace(known, documents=(*known.documents, named))
    return TakeInPapers(meeting_id, tuple(_placed(list(items.values()))), tuple(letters))


def _placed(items: list[IncomingItem]) -> list[IncomingItem]:
    """Let new ärenden follow each other on the list rather than stand in reverse."""
    new = 0
    placed = []
    for item in items:
        if item.item_id is None and item.number is not None:
            item, new = replace(item, number=item.number + new), new + 1
        placed.append(item)
    return placed
