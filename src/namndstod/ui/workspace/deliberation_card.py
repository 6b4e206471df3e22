"""Yrkanden and beslutsgång of the chosen §: taken as they fall, one key each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from namndstod.domain.deliberation import VoteView
from namndstod.domain.option_names import Names
from namndstod.domain.options import options
from namndstod.domain.procedure import NextStep, Stage, is_election
from namndstod.domain.proceedings import PROPOSAL, Count, Motion, MotionKind, Vote
from namndstod.domain.records import ItemKind, TextRole
from namndstod.domain.swedish import capitalised
from namndstod.domain.view import MeetingView, SectionView
from namndstod.services.commands.motions import AddMotion, ChangeMotion, RemoveMotion, WithdrawMotion
from namndstod.services.commands.voting import (
    BreakTie,
    CountClosedBallot,
    FindCarried,
    OpenVote,
    PutProposition,
    RemoveProposition,
    RequestVote,
)
from namndstod.ui.kit.basics import Button, ButtonKind, Hairline
from namndstod.ui.kit.names_field import Name

from .actions import Actions
from .closed_ballot_form import ClosedBallotForm
from .course_panel import CoursePanel
from .course_words import course_step, votable
from .motion_editor import ALL_MOTIONS, Choices, MotionEditor
from .motion_rows import MotionRow, motion_words
from .section_card import SectionCard
from .writing_aid import TextAid

_SPEAKING = (MotionKind.APPROVAL, MotionKind.REJECTION)


class DeliberationCard(SectionCard[MotionRow]):
    """The motions of a §, the form for one more, and the course of the decision."""

    voteWanted = Signal(str)  # id of the vote whose roll is to be called

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("Yrkanden", actions, self._new_row, parent)
        self.editor = MotionEditor()
        aid = TextAid(actions.aids, TextRole.PROPOSAL, self)  # what is moved is what may be decided
        aid.in_minutes = True
        self.editor.words.set_aid(aid)
        self.new = Button("Nytt yrkande", ButtonKind.QUIET, icon="plus", hint="Y")
        self.ballot = Button("Sluten omröstning", ButtonKind.QUIET, icon="plus", hint="Q")
        self.closed = ClosedBallotForm()
        self.line = Hairline()
        self.course = CoursePanel()
        foot = QHBoxLayout()
        foot.addWidget(self.new)
        foot.addWidget(self.ballot)
        foot.addStretch(1)
        self.body.addWidget(self.editor)
        self.body.addWidget(self.closed)
        self.body.addLayout(foot)
        self.body.addWidget(self.line)
        self.body.addWidget(self.course)
        self.new.clicked.connect(self.begin)
        self.editor.stored.connect(self._store)
        self.editor.left.connect(self._leave)
        self.ballot.clicked.connect(self.begin_ballot)
        self.closed.stored.connect(self._store_ballot)
        self.closed.left.connect(self._leave)
        self.course.chosen.connect(self._find)
        self.course.voteRequested.connect(self.request_vote)
        self.course.voteOpened.connect(self.open_vote)
        self.course.takenBack.connect(self._take_back)

    # --- what is shown ---------------------------------------------------------------------------

    def show_section(self, view: MeetingView, section: SectionView, *, frozen: bool) -> None:
        """Show a §; a form that is being filled in stays while it is the same §."""
        if self._take_section(view, section, frozen=frozen):
            self.editor.hide()
            self.closed.hide()
        motions = section.deliberation.motions
        for row, motion in zip(self._rows_for(len(motions)), motions, strict=True):
            row.show_motion(view, section, motion, frozen=frozen)
        step = course_step(view, section)
        self.course.show_step(step, frozen=frozen)
        self.line.setVisible(step is not None)
        self._show_foot()

    def _new_row(self) -> MotionRow:
        row = MotionRow()
        row.changeRequested.connect(self._change)
        row.withdrawRequested.connect(self._withdraw)
        row.removeRequested.connect(self._remove)
        return row

    # --- yrkanden --------------------------------------------------------------------------------

    def begin(self) -> None:
        """Write a new yrkande."""
        self._edit(None)

    def flush(self) -> None:
        """Store a yrkande that is being written."""
        self.editor.flush()

    def _edit(self, motion: Motion | None) -> None:
        view, section = self._view, self._section
        if view is None or section is None or self._frozen:
            return
        self.closed.hide()
        self.editor.begin(choices(view, section, motion), motion, section.section.id)
        self._show_foot()

    def begin_ballot(self) -> None:
        """Write down a closed ballot at an election, or change its numbers."""
        if self._section is not None and self._elects() and not self._frozen:
            self.editor.hide()
            self.closed.begin(self._closed_vote())
            self._show_foot()

    def _store_ballot(self, counts: tuple[Count, ...], blank: int, invalid: int) -> None:
        if self._section is not None:
            known = self._closed_vote()
            command = CountClosedBallot(
                self._section.section.id, counts, blank, invalid, vote_id=known.id if known else None
            )
            if self._actions.do(command) is not None:
                self._leave()

    def _closed_vote(self) -> Vote | None:
        votes = self._section.deliberation.votes if self._section else ()
        return next((v.vote for v in votes if v.vote.closed), None)

    def _elects(self) -> bool:
        return self._section is not None and is_election(self._section.facts)

    def _show_foot(self) -> None:
        free = self.editor.isHidden() and self.closed.isHidden() and not self._frozen
        self.new.setVisible(free)
        self.ballot.setVisible(free and self._elects())
        self.ballot.setText("Ändra rösterna" if self._closed_vote() is not None else "Sluten omröstning")

    def _store(self, motion: Motion) -> None:
        command: AddMotion | ChangeMotion
        if motion.id:
            command = ChangeMotion(motion)
        else:
            command = AddMotion(
                motion.section_id,
                motion.kind,
                motion.movers,
                motion.on,
                motion.clauses,
                motion.supporters,
                motion.authors,
                motion.handed_in,
                motion.document_id,
                motion.second_hand_of,
            )
        if self._actions.do(command) is not None:
            self._leave()

    def _leave(self) -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and any(f.isAncestorOf(focus) for f in (self.editor, self.closed))
        self.editor.hide()
        self.closed.hide()
        self._show_foot()
        if had_focus:
            self.settledHere.emit()

    def _change(self, motion_id: str) -> None:
        self._edit(self._motion(motion_id))

    def _withdraw(self, motion_id: str) -> None:
        motion = self._motion(motion_id)
        if motion is not None:
            self._actions.do(WithdrawMotion(motion_id, not motion.withdrawn))

    def _remove(self, motion_id: str) -> None:
        if self._actions.do_with_undo(RemoveMotion(motion_id), "Yrkandet togs bort.") is not None:
            self.settledHere.emit()

    def _motion(self, motion_id: str) -> Motion | None:
        motions = self._section.deliberation.motions if self._section else ()
        return next((m for m in motions if m.id == motion_id), None)

    # --- the course of the decision --------------------------------------------------------------

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Y begins a yrkande, 1–9 say what is carried, O requests a vote or calls the roll."""
        if self._frozen or self.isHidden():
            return False
        letter = event.text().upper()
        if letter == "Y":
            self.begin()
            return True
        if letter == "Q" and self._elects():
            self.begin_ballot()
            return True
        if letter == "O":
            shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            return self.course.request_only() if shifted else self.course.ask_vote()
        return letter.isdecimal() and self.course.answer(int(letter))

    def _find(self, key: str) -> None:
        """The chair finds an option carried: put and found in one."""
        section, step = self._section, self._step()
        if section is None or step is None:
            return
        if step.stage is Stage.LOT and step.vote_id is not None:
            self._actions.do(BreakTie(step.vote_id, key, by_lot=True))
        elif step.stage is Stage.PUT:
            self._actions.do(PutProposition(section.section.id, step.kind, step.options, key))
        elif step.proposition_id is not None:
            self._actions.do(FindCarried(step.proposition_id, key))

    def request_vote(self) -> None:
        """Omröstning is requested on what was found latest; the roll call begins when it is clear on what."""
        view, section = self._view, self._section
        course = view.courses.get(section.section.id) if view and section else None
        proposition = votable(section, course) if section is not None and course is not None else None
        if proposition is not None and self._actions.do(RequestVote(proposition.id)) is not None:
            step = self._step()
            if step is not None and step.stage is Stage.OPEN:
                self.open_vote()

    def open_vote(self) -> None:
        """Begin the roll call, or go on with it."""
        step = self._step()
        if step is None:
            return
        vote_id = step.vote_id
        if step.stage is Stage.OPEN and step.proposition_id is not None:
            outcome = self._actions.do(OpenVote(step.proposition_id))
            vote_id = outcome.result if outcome is not None else None
        if vote_id is not None:
            self.voteWanted.emit(vote_id)

    def _take_back(self) -> None:
        """Take the latest proposition away, with what follows from it."""
        put = self._section.deliberation.propositions if self._section else ()
        if put:
            latest = max(put, key=lambda p: p.position)
            self._actions.do_with_undo(RemoveProposition(latest.id), "Propositionen togs tillbaka.")

    def _step(self) -> NextStep | None:
        view, section = self._view, self._section
        course = view.courses.get(section.section.id) if view and section else None
        return course.next if course is not None else None


def vote_of(section: SectionView, vote_id: str) -> VoteView | None:
    """Return a vote of the §."""
    return next((v for v in section.deliberation.votes if v.vote.id == vote_id), None)


def choices(view: MeetingView, section: SectionView, motion: Motion | None) -> Choices:
    """Return what a yrkande in the § can be made of: who serves, then the others, then whole parties."""
    serving = [s.person_id for s in section.presence.serving]
    others = [m.person_id for m in view.mandates if m.person_id not in serving]
    parties: dict[str, list[str]] = {}
    for mandate in view.mandates:
        if mandate.person_id in serving:
            parties.setdefault(mandate.party, []).append(mandate.person_id)
    names = [Name(view.label(p), (p,)) for p in (*serving, *others)]
    names += [Name(f"Alla {party}", tuple(who)) for party, who in parties.items() if party and len(who) > 1]
    own = [m for m in section.deliberation.motions if m.kind not in _SPEAKING and not m.withdrawn]
    wordings = Names(view, section.facts, options(section.facts, view.customs))
    matter = section.item is not None and section.item.item.kind in (ItemKind.DECISION, ItemKind.ELECTION)
    targets = [(PROPOSAL, capitalised(wordings.proposal))] if matter or not own else []
    targets += [
        (m.id, capitalised(wordings.definite(m.id))) for m in own if motion is None or m.id != motion.id
    ]
    if len(targets) > 1:
        targets.append((ALL_MOTIONS, "Alla yrkanden"))
    firsts = tuple(
        (m.id, " ".join(motion_words(view, section, m)))
        for m in section.deliberation.motions
        if motion is None or m.id != motion.id
    )
    documents = section.item.documents if section.item is not None else ()
    papers = tuple((d.document.id, d.document.title) for d in documents)
    return Choices(tuple(names), tuple(targets), firsts, papers)
