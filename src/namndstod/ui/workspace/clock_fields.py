"""The fields of an ärende with a clock: what kind it is, when it came in, and the svarsdag of a remiss."""

from __future__ import annotations

from namndstod.domain.clocks import KIND_NAMES, last_day
from namndstod.domain.records import Matter, MatterKind
from namndstod.domain.swedish import long_date
from namndstod.ui.kit.basics import Label
from namndstod.ui.kit.dates import DateEdit
from namndstod.ui.kit.fields import Combo, Form
from namndstod.ui.kit.tokens import Type

from .actions import Actions
from .stored_fields import RecordForm

_RAISED = (MatterKind.BILL, MatterKind.CITIZEN_PROPOSAL)


class ClockFields(Form):
    """A form of its own, shown where there is an ärende. What is chosen is stored at once."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.kind = Combo(tuple(KIND_NAMES.items()))
        self.received = DateEdit()
        self.answer_by = DateEdit()
        self._told = Label("", Type.SMALL, "muted", wrap=True)
        self.add("kind", "Ärendet är", self.kind)
        self.add("received", "Inkom", self.received)
        self.add("answer_by", "Svarsdag", self.answer_by)
        self.add_widget(self._told)
        self._record: RecordForm[Matter] = RecordForm(self, actions)
        self._record.picked("kind", self.kind)
        self._record.chosen("received", self.received.set_date, self.received.dateChanged)
        self._record.chosen("answer_by", self.answer_by.set_date, self.answer_by.dateChanged)

    def show_matter(self, matter: Matter | None) -> None:
        """Show what applies to the ärende, or nothing where there is none."""
        self.setVisible(matter is not None)
        if matter is None:
            return
        self._record.show(matter)
        raised = matter.kind in _RAISED
        self.rows["received"].set_label("Väcktes" if raised else "Inkom")
        self.rows["received"].setVisible(matter.kind is not MatterKind.ORDINARY)
        self.rows["answer_by"].setVisible(matter.kind is MatterKind.REFERRAL)
        self._told.setText(clock_words(matter))
        self._told.setVisible(bool(self._told.text()))


def clock_words(matter: Matter) -> str:
    """Say by when an ärende is to be decided, and by which law; nothing for one without a clock."""
    until = last_day(matter)
    if until is None:
        return ""
    if matter.kind is MatterKind.REFERRAL:
        return f"Remissen besvaras senast {long_date(until)}. Den bevakas på Översikt två veckor före."
    law = "KL 5 kap. 35 §" if matter.kind is MatterKind.BILL else "KL 5 kap. 35 § och 6 kap. 34 §"
    return f"Beslut senast {long_date(until)}, ett år från det att ärendet väcktes ({law})."
