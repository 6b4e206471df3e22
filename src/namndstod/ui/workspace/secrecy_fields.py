"""The fields that say that an ärende or a § is secret, on what ground, and what it is called elsewhere.

They change no word of the minutes, so they can be filled in after justering too.
"""

from __future__ import annotations

from typing import Any

from namndstod.domain.editions import SECRET_HEADING
from namndstod.domain.records import AgendaItem, Section
from namndstod.ui.kit.basics import Label
from namndstod.ui.kit.fields import Combo, Form, LineEdit
from namndstod.ui.kit.theme import set_property
from namndstod.ui.kit.tokens import Type

from .stored_fields import RecordForm

_NOTE = (
    "I listor, på webben och i det vanliga protokollet står bara den neutrala rubriken. "
    "Pärmen är inte krypterad: den som kommer åt dess mapp kan läsa ärendet."
)


class SecrecyFields:
    """Three fields in a form, and the note that stands below it while the ärende is secret."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self.secret = Combo(((False, "nej"), (True, "ja")))
        self.ground = LineEdit(placeholder="Till exempel OSL 21 kap. 1 §")
        self.heading = LineEdit(placeholder=SECRET_HEADING)
        form.add_beside(("secret", "Sekretess", self.secret), ("secrecy_ground", "Lagrum", self.ground))
        form.add("neutral_heading", "Neutral rubrik, på webben", self.heading)
        self.note = Label(_NOTE, Type.SMALL, "muted", wrap=True)
        self.note.hide()

    def tie(self, record: RecordForm[Any]) -> None:
        """Let what is chosen and typed be stored."""
        record.picked("secret", self.secret)
        record.typed("secrecy_ground", self.ground)
        record.typed("neutral_heading", self.heading)

    def show_record(self, record: AgendaItem | Section, *, of_item: bool = False) -> None:
        """Show what applies; a § of an ärende says nothing by itself."""
        for name, wanted in (
            ("secret", not of_item),
            ("secrecy_ground", record.secret and not of_item),
            ("neutral_heading", not of_item),
        ):
            self._form.rows[name].setVisible(wanted)
        self.heading.setPlaceholderText(
            SECRET_HEADING if record.secret else "Behövs när rubriken nämner någon"
        )
        self.note.setVisible(record.secret and not of_item)
        self.secret.setEnabled(True)
        for line in (self.ground, self.heading):
            line.setReadOnly(False)
            set_property(line, "frozen", "false")
