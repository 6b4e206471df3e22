"""The papers that lie on the table: what is planned of each, what a person has chosen. No widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from namndstod.domain.intake.found import FoundCall
from namndstod.domain.intake.kinds import PaperType
from namndstod.domain.view import MeetingView
from namndstod.services.commands.base import Command
from namndstod.services.commands.supporting import IncomingFile
from namndstod.services.intake.calls import CallPlan, plan_call, taken_call
from namndstod.services.intake.papers import IncomingPaper
from namndstod.services.intake.planning import NEW, Choice, Mode, PaperPlan, command, key_of, plan
from namndstod.services.intake.rows import RowState
from namndstod.services.reading import meeting_view
from namndstod.services.session import Session

from .paper_page import Shown
from .words import READ_IN

_NEW_ITEM = "Nytt: "
_ELSEWHERE = "Öppna sammanträdet som filen hör till och läs in den där, eller läs in kallelsen först."
_AFTERWARDS = "Väntar tills kallelsen är inläst. Då visas vad papperet säger om sammanträdets ärenden."


@dataclass(frozen=True, slots=True)
class Compared:
    """What the papers would do at a meeting, by key, and that meeting."""

    calls: dict[str, CallPlan]
    plans: dict[str, PaperPlan] = field(default_factory=dict)
    view: MeetingView | None = None


class Table:
    """Papers by key, in the order in which they came."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.meeting_id = ""
        self._papers: dict[str, IncomingPaper] = {}
        self._choices: dict[str, Choice] = {}
        self._ticks: dict[str, dict[str, bool]] = {}
        self._dropped_on = ""
        self._plans: dict[str, PaperPlan] = {}
        self._calls: dict[str, CallPlan] = {}
        self._shown: dict[str, Shown] = {}

    # --- the papers ------------------------------------------------------------------------------

    def lay(self, meeting_id: str, papers: Sequence[IncomingPaper], dropped_on: str) -> None:
        """Lay papers on the table of a meeting; those of another one are taken away."""
        if meeting_id != self.meeting_id:
            self.remove(list(self._papers))
        self.meeting_id = meeting_id
        self._dropped_on = dropped_on
        for paper in papers:
            self.add(paper)

    def add(self, paper: IncomingPaper) -> None:
        """Lay one more paper on the table; read again it takes its own place."""
        self._papers[key_of(paper)] = paper

    @property
    def left_out(self) -> list[str]:
        """The papers that are not to be taken."""
        return [k for k, s in self._shown.items() if s.mode is Mode.LEAVE and not s.waits]

    def with_copies(self, keys: Sequence[str]) -> list[str]:
        """Return papers with the same ones in other formats, which are left out while these are read."""
        stems = {
            Path(k).with_suffix("") for k in keys if k in self._shown and self._shown[k].mode is Mode.READ
        }
        left = {k for k, s in self._shown.items() if s.mode is Mode.LEAVE and s.paper.found is not None}
        return [*keys, *(k for k in left if Path(k).with_suffix("") in stems and k not in keys)]

    def remove(self, keys: Sequence[str]) -> None:
        """Take papers away."""
        for key in keys:
            for kept in (self._papers, self._choices, self._ticks, self._plans, self._calls, self._shown):
                kept.pop(key, None)

    def hand_over(self) -> tuple[IncomingPaper, ...]:
        """Take all papers away and return them."""
        papers = tuple(self._papers.values())
        self.remove(list(self._papers))
        return papers

    def take_minutes(self) -> tuple[Path, ...]:
        """Take minutes away that came without a meeting, and return where they are."""
        kinds = {p.kind for p in self._papers.values()}
        if self.meeting_id or kinds != {PaperType.MINUTES}:
            return ()
        minutes = list(self._papers)
        paths = tuple(self._papers[k].path for k in minutes)
        self.remove(minutes)
        return paths

    @property
    def empty(self) -> bool:
        """Whether no paper lies here."""
        return not self._papers

    @property
    def keys(self) -> list[str]:
        """The keys of all papers."""
        return list(self._papers)

    @property
    def calls(self) -> list[str]:
        """The key of the first kallelse that is to be read, as a list of at most one."""
        return [k for k in self._calls if self._mode_of_call(k) is Mode.READ][:1]

    def paper(self, key: str) -> IncomingPaper:
        """Return a paper."""
        return self._papers[key]

    # --- what would be done ----------------------------------------------------------------------

    def plan(self) -> None:
        """Compare all papers with how things stand now."""
        self.settle(self.compare())

    def compare(self) -> Compared:
        """Return what all papers would do as things stand now. Many take long: call it off the UI thread."""
        papers, choices = dict(self._papers), dict(self._choices)
        with self._session.reading() as reader:
            calls = {
                k: plan_call(reader, p, p.found) for k, p in papers.items() if isinstance(p.found, FoundCall)
            }
            if not self.meeting_id:
                return Compared(calls)
            rest = [p for k, p in papers.items() if k not in calls]
            made = plan(reader, self.meeting_id, rest, choices, self._dropped_on)
            return Compared(calls, {p.key: p for p in made}, meeting_view(reader, self.meeting_id))

    def settle(self, compared: Compared) -> None:
        """Show what was compared."""
        self._calls, self._plans = compared.calls, compared.plans
        self._shown = {}
        targets = _targets(compared.view, list(self._plans.values()))
        for key, paper in self._papers.items():
            if key in self._calls:
                self._shown[key] = self._call(key, paper, self._calls[key])
            elif key in self._plans:
                self._shown[key] = _shown(self._plans[key], targets)
            else:
                told = _AFTERWARDS if self.calls else _ELSEWHERE
                waits = bool(self.calls)
                self._shown[key] = Shown(key, paper, paper.name, (), (told,), Mode.LEAVE, (), waits=waits)

    def _call(self, key: str, paper: IncomingPaper, planned: CallPlan) -> Shown:
        mode = self._mode_of_call(key)
        doubts = planned.doubts
        if self._is_copy(key):
            doubts = ("Samma kallelse finns i ett annat format och läses därifrån.", *doubts)
        modes = ((Mode.READ, READ_IN[PaperType.CALL]), (Mode.LEAVE, "Ta inte med"))
        return Shown(key, paper, planned.title, planned.rows, doubts, mode, modes, refused=planned.refused)

    def _mode_of_call(self, key: str) -> Mode:
        known = self._calls[key]
        nothing = all(r.state is RowState.SAME for r in known.rows)
        proposed = Mode.LEAVE if known.refused or nothing or self._is_copy(key) else Mode.READ
        return self._choices.get(key, Choice()).mode or proposed

    def _is_copy(self, key: str) -> bool:
        """Whether it is the same kallelse in another format as one that came before, Word first."""
        path = Path(key)
        copies = [k for k in self._calls if Path(k).with_suffix("") == path.with_suffix("")]
        return key != min(copies, key=lambda k: Path(k).suffix.casefold() != ".docx")

    def all(self) -> tuple[Shown, ...]:
        """Return what is shown of all papers, kallelser first."""
        return tuple(sorted((self._shown[k] for k in self._papers if k in self._shown), key=_calls_first))

    def shown(self, key: str) -> Shown | None:
        """Return what is shown of a paper."""
        return self._shown.get(key)

    def ticked(self, key: str) -> frozenset[str]:
        """Return the keys of the rows that are taken of a paper."""
        shown = self._shown.get(key)
        own = self._ticks.get(key, {})
        return (
            frozenset(r.key for r in shown.rows if r.takes and own.get(r.key, r.chosen))
            if shown
            else frozenset()
        )

    def unanswered(self, key: str) -> int:
        """Return how many rows that differ or are unclear nobody has said a word of."""
        shown, own = self._shown.get(key), self._ticks.get(key, {})
        if shown is None or shown.mode is not Mode.READ:
            return 0
        asked = (RowState.CHANGED, RowState.UNCLEAR)
        return sum(r.takes and r.state in asked and not own.get(r.key, False) for r in shown.rows)

    # --- what a person says ----------------------------------------------------------------------

    def tick(self, key: str, row: str, on: bool) -> None:
        """Take a row, or let it be."""
        self._ticks.setdefault(key, {})[row] = on

    def choose(self, key: str, mode: Mode | None, target: str | None) -> None:
        """Say what is done with a paper, or where it belongs; rows are asked anew for another ärende."""
        known = self._choices.get(key, Choice())
        if target is not None and target != known.target:
            self._ticks.pop(key, None)
        self._choices[key] = Choice(mode or known.mode, known.target if target is None else target)

    def wanted(self, keys: Sequence[str]) -> list[str]:
        """Return those of the papers that something would be done with."""
        return [k for k in keys if self._does(k)]

    def _does(self, key: str) -> bool:
        if key in self._calls:
            return self._mode_of_call(key) is Mode.READ and not self._calls[key].refused
        planned = self._plans.get(key)
        return planned is not None and planned.mode is not Mode.LEAVE and bool(planned.target)

    def command(self, keys: Sequence[str], files: Mapping[Path, IncomingFile]) -> Command:
        """Return the command that takes papers in: a kallelse alone, all others together."""
        call = self._calls.get(keys[0])
        if call is not None:
            found = self._papers[keys[0]].found
            assert isinstance(found, FoundCall)
            return taken_call(call, found, self.ticked(keys[0]))
        plans = [self._plans[k] for k in keys]
        ticked = {p.key: self.ticked(p.key) for p in plans}
        return self._session.ask(command, self.meeting_id, plans, ticked, files)


def _calls_first(shown: Shown) -> bool:
    return shown.paper.kind is not PaperType.CALL


def _shown(planned: PaperPlan, targets: tuple[tuple[str, str], ...]) -> Shown:
    kind = planned.paper.kind
    reads = ((Mode.READ, READ_IN[kind]),) if planned.readable and kind is not None else ()
    modes = (*reads, (Mode.ATTACH, "Bara bifoga" if reads else "Bifoga"), (Mode.LEAVE, "Ta inte med"))
    return Shown(
        planned.key,
        planned.paper,
        planned.title,
        planned.rows,
        planned.doubts,
        planned.mode,
        modes,
        planned.target,
        _offered(planned, targets),
    )


def _offered(planned: PaperPlan, targets: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return the ärenden that a paper may go to: a PM to a new one too, a handling to that of a PM."""
    if planned.mode is Mode.READ and planned.paper.kind is PaperType.LETTER:
        return ()
    if planned.mode is Mode.READ:
        return ((NEW, "Nytt ärende"), *(t for t in targets if not t[1].startswith(_NEW_ITEM)))
    return (("", "Välj ärende …"), *(t for t in targets if t[0] != planned.key))


def _targets(view: MeetingView | None, plans: Sequence[PaperPlan]) -> tuple[tuple[str, str], ...]:
    items = view.items if view is not None else ()
    new = [
        p for p in plans if p.mode is Mode.READ and p.target == NEW and p.paper.kind is PaperType.MEMORANDUM
    ]
    return (
        *((i.item.id, f"{i.item.number}. {i.item.title or 'Utan rubrik'}") for i in items),
        *((p.key, f"{_NEW_ITEM}{p.title}") for p in new),
    )
