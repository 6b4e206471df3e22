"""The yrkanden of a § as rows: who, what they yrka, how it stands, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from namndstod.domain.motion_phrases import asked
from namndstod.domain.option_names import Names
from namndstod.domain.options import Options, counted, options
from namndstod.domain.proceedings import Motion, MotionKind
from namndstod.domain.swedish import capitalised, listed
from namndstod.domain.view import MeetingView, SectionView
from namndstod.ui.kit.basics import Button, ButtonKind, Label, Pill
from namndstod.ui.kit.tokens import Tone, Type

_ON = {MotionKind.APPROVAL: "bifall till", MotionKind.REJECTION: "avslag på"}


class MotionRow(QWidget):
    """One yrkande. It asks by its id."""

    changeRequested = Signal(str)
    withdrawRequested = Signal(str)
    removeRequested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.motion_id = ""
        self.who = Label("", Type.MEDIUM, wrap=True)
        self.what = Label("", Type.BODY, wrap=True)
        self.pill = Pill()
        self.change = Button("Ändra", ButtonKind.QUIET, small=True)
        self.withdraw = Button("Återta", ButtonKind.QUIET, small=True)
        self.remove = Button("Ta bort", ButtonKind.QUIET, small=True)
        for button, signal in (
            (self.change, self.changeRequested),
            (self.withdraw, self.withdrawRequested),
            (self.remove, self.removeRequested),
        ):
            button.clicked.connect(lambda _=False, s=signal: s.emit(self.motion_id))
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for widget in (self.pill, self.change, self.withdraw, self.remove):
            buttons.addWidget(widget)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.who, 0, 0)
        grid.addLayout(buttons, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.what, 1, 0, 1, 2)

    def show_motion(self, view: MeetingView, section: SectionView, motion: Motion, *, frozen: bool) -> None:
        """Show a yrkande."""
        self.motion_id = motion.id
        who, what = motion_words(view, section, motion)
        self.who.setText(who)
        self.what.setText(what)
        self.pill.set(*_standing(section, motion))
        self.withdraw.setText("Ångra återtagandet" if motion.withdrawn else "Återta")
        for button in (self.change, self.withdraw, self.remove):
            button.setVisible(not frozen)
            button.setAccessibleName(f"{button.text()}: {who} {what}")


def motion_words(view: MeetingView, section: SectionView, motion: Motion) -> tuple[str, str]:
    """Return who yrkar and what: («Karin Ek (S)», «yrkar avslag på förslaget»)."""
    names = Names(view, section.facts, _options(view, section))
    who = listed([view.label(p) for p in motion.movers])
    if motion.supporters:
        who += f", instämmer gör {listed([view.label(p) for p in motion.supporters])}"
    if motion.kind in _ON:
        spoken = listed([names.definite(key) for key in motion.on]) or names.proposal
        what = f"{_ON[motion.kind]} {spoken}"
    else:
        what = asked(motion, view.term.short_name)
    if not motion.movers:
        return capitalised(names.indefinite(motion)), what
    return who, f"yrkar {'i andra hand ' if motion.second_hand_of else ''}{what}"


def _options(view: MeetingView, section: SectionView) -> Options:
    course = view.courses.get(section.section.id)
    return course.options if course is not None else options(section.facts, view.customs)


def _standing(section: SectionView, motion: Motion) -> tuple[str, Tone]:
    if motion.withdrawn:
        return "återtaget", Tone.NEUTRAL
    if not motion.movers:
        return "inlämnat", Tone.NEUTRAL
    if all(m.id != motion.id for m in counted(section.facts)):
        return "räknas inte", Tone.MEND
    return "", Tone.NEUTRAL
