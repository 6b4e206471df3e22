"""Inställningar on one page: the committee and its papers, the program, and the binder. No Save button."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.errors import NamndstodError, RuleBroken
from namndstod.domain.phrase_bank import Phrase
from namndstod.domain.records import Body, BodyTerm, Setting, StandardItem
from namndstod.domain.swedish import long_date
from namndstod.services.aiding import phrases
from namndstod.services.commands.register import ChangeTerm
from namndstod.services.reading import BodyView, bodies
from namndstod.services.signed_files import (
    TrustedIssuer,
    distrust_issuer,
    trust_issuers,
    trusted_issuers,
)
from namndstod.services.upkeep import Backup, back_up, backups, damages, keep_logo, logo

from .issuers_card import IssuersCard
from .kit.basics import Button, Card, Hairline, Label
from .kit.dates import DateEdit
from .kit.fields import Combo, FieldRow
from .kit.item_list import ItemList
from .kit.item_model import ItemRow
from .kit.theme import Scheme
from .kit.tokens import Type
from .letterhead import colour_row, logo_row
from .phrases_card import PhrasesCard
from .sketch import SectionSketch
from .standing_items import StandingItems
from .term_fields import TermCard
from .term_settings import BODY, CALL, LETTERHEAD, MINUTES, ORDER, SITTING, Field
from .upkeep_cards import BinderCard, ProgramCard
from .view import View, scrolled
from .words_card import WordsCard

if TYPE_CHECKING:
    from .kit.theme import Theme
    from .memory import Memory
    from .spelling import Spelling
    from .workspace.actions import Actions

ROOMY = 1000
"""Width in pixels from which a sketch has room beside its settings."""

_PARTS = (
    ("body", "Nämnden"),
    ("minutes", "Protokollet"),
    ("sitting", "Sammanträdet"),
    ("call", "Kallelsen"),
    ("items", "Stående punkter"),
    ("phrases", "Fraser"),
    ("head", "Brevhuvudet"),
    ("issuers", "Underskrifter"),
    ("words", "Stavning"),
    ("program", "Programmet"),
    ("binder", "Pärmen"),
)


class SettingsView(View):
    """Everything that is set once and then holds."""

    cares_for = frozenset({Body, BodyTerm, Setting, Phrase})
    closeBinderRequested = Signal()
    newBodyRequested = Signal()
    aboutRequested = Signal()
    restoreRequested = Signal(object)

    def __init__(
        self,
        actions: Actions,
        memory: Memory,
        theme: Theme,
        spelling: Spelling,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Inställningar", actions, parent)
        self._memory = memory
        self._spelling = spelling
        self._theme = theme
        self._bodies: tuple[BodyView, ...] = ()
        self._body_id = ""
        self._logo_shown: str | None = "?"
        self.header.set_crumb("Allt sparas när du ändrar det, och kan ångras med Ctrl Z")
        self.which = Combo()
        self.which.setAccessibleName("Nämnd")
        self.header.add_action(self.which)
        self.since = DateEdit()
        self._since_help = Label("", Type.SMALL, "muted", wrap=True)
        self.cards = {
            "body": TermCard("Nämnden", BODY),
            "minutes": TermCard("Protokollet", (*ORDER, *MINUTES)),
            "sitting": TermCard("Sammanträdet", SITTING),
        }
        self.cards |= {"call": TermCard("Kallelsen", CALL), "head": TermCard("Brevhuvudet", LETTERHEAD)}
        self.items = StandingItems()
        self.phrases = PhrasesCard(self.session.do)
        self.words = WordsCard(spelling.on)
        self.sketch = SectionSketch()
        self._logo_row, self.logo = logo_row()
        self._colour_row, self.colour = colour_row()
        self.issuers = IssuersCard()
        self.program = ProgramCard(theme.scheme, memory.person)
        self.binder = BinderCard(self.session.binder.path)
        self._no_body = self._missing()
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        self.since.setMaximumWidth(180)
        self.cards["body"].add(FieldRow("Ändringar gäller från", self.since))
        self.cards["body"].add(self._since_help)
        self.cards["minutes"].put_beside(self.sketch)
        self.cards["head"].add(self._logo_row)
        self.cards["head"].add(self._colour_row)
        page = QWidget()
        page.setMaximumWidth(780)
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 18, 20, 24)
        column.setSpacing(16)
        self._parts: dict[str, QWidget] = {
            **self.cards, "items": self.items, "phrases": self.phrases, "issuers": self.issuers,
            "words": self.words, "program": self.program, "binder": self.binder,
        }  # fmt: skip
        column.addWidget(self._no_body)
        for key, _ in _PARTS:
            column.addWidget(self._parts[key])
        column.addStretch(1)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(page, 10)
        row.addStretch(1)
        self._area = scrolled(holder)
        self._page = page
        self.nav = ItemList(
            "Delar av inställningarna", [ItemRow(k, "", t) for k, t in _PARTS], number_width=0
        )
        self.nav.setFixedWidth(190)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self.nav)
        both.addWidget(Hairline(Qt.Orientation.Vertical))
        both.addWidget(self._area, 1)
        self.column.addLayout(both, 1)

    def _wire(self) -> None:
        self.which.activated.connect(lambda: self.choose_body(str(self.which.value())))
        self.nav.currentIdChanged.connect(self._go_to)
        for card in self.cards.values():
            card.changed.connect(self._store)
        self.items.changed.connect(self._store_items)
        self.phrases.wanted.connect(self.actions_.do)
        self.words.turned.connect(self._turn_spelling)
        self.words.added.connect(self._spelling.learn)
        self.words.removed.connect(self._spelling.forget)
        self._spelling.changed.connect(self._show_words)
        self.logo.chosen.connect(self._store_logo)
        self.logo.removed.connect(lambda: self._put_in_head(logo=None))
        self.colour.chosen.connect(lambda colour: self._put_in_head(colour=colour))
        self.issuers.chosen.connect(self._trust)
        self.issuers.removed.connect(self._distrust)
        self.program.schemeChanged.connect(self._set_scheme)
        self.program.personChanged.connect(self._set_person)
        self.program.aboutRequested.connect(self.aboutRequested)
        self.binder.closeRequested.connect(self.closeBinderRequested)
        self.binder.restoreRequested.connect(self.restoreRequested)
        self.binder.backUpRequested.connect(self._back_up)
        self.binder.checkRequested.connect(self._examine)

    def _missing(self) -> Card:
        card = Card("Nämnden")
        card.body.addWidget(Label("Ingen nämnd är inlagd än.", Type.HEADING))
        button = Button("Ny nämnd")
        button.clicked.connect(self.newBodyRequested)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def reload(self) -> None:
        """Show what holds today."""
        self._bodies = self.session.ask(bodies, self.session.today)
        if not any(b.body.id == self._body_id for b in self._bodies):
            self._body_id = self._bodies[0].body.id if self._bodies else ""
            self._show_since()
        self.which.clear()
        for body in self._bodies:
            self.which.addItem(body.term.name, body.body.id)
        self.which.set_value(self._body_id)
        self.which.setVisible(len(self._bodies) > 1)
        self._no_body.setVisible(not self._bodies)
        for widget in (*self.cards.values(), self.items):
            widget.setVisible(bool(self._bodies))
        self._show_term()
        self.phrases.show_phrases(self.session.ask(phrases), self._bodies)
        self._show_words()
        self.issuers.show_issuers(trusted_issuers(self.session), self.session.today)
        self.binder.show_backups(backups(self.session))
        if self.nav.current_id() is None:
            self.nav.set_current_id("body")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sketch below the settings where it has no room beside them."""
        super().resizeEvent(event)
        self.cards["minutes"].set_roomy(event.size().width() >= ROOMY)

    def choose_body(self, body_id: str) -> None:
        """Show the settings of a body."""
        self._body_id = body_id
        self.which.set_value(body_id)
        self._show_since()
        self._show_term()

    def term(self) -> BodyTerm | None:
        """The term that is shown: what holds today."""
        return next((b.term for b in self._bodies if b.body.id == self._body_id), None)

    def _show_since(self) -> None:
        term = self.term()
        self.since.set_date(term.valid_from if term else None)

    def _show_term(self) -> None:
        term = self.term()
        if term is None:
            return
        for card in self.cards.values():
            card.show_term(term)
        self.items.show_items(term.customs.standard_items)
        self.sketch.set_order(term.customs.section_order)
        self._since_help.setText(
            f"Det som visas gäller sedan {long_date(term.valid_from)}. Skriv en senare dag för att ändra "
            "från den "
            "dagen utan att röra äldre sammanträden."
        )
        self._colour_row.clear_error()
        self.colour.show_colour(term.customs.letterhead.colour)
        sha = term.customs.letterhead.logo
        if sha != self._logo_shown:
            self._logo_shown = sha
            self.logo.show_picture(logo(self.session, sha) if sha else b"")

    # --- storing

    def _store(self, field: Field, value: Any) -> None:
        term = self.term()
        if term is None:
            return
        try:
            changed = field.put(term, value)
            if field.key == "first_section":
                year = self.session.today.year
                changed = replace(changed, customs=replace(changed.customs, first_section_year=year))
            self._change(changed)
        except RuleBroken as error:
            card = next(c for c in self.cards.values() if field.key in c.rows)
            card.show_error(error, field.key)
        except NamndstodError as error:
            self.actions_.errorRaised.emit(error)

    def _change(self, term: BodyTerm) -> None:
        day: date | None = self.since.date() if self.since.is_valid() else None
        if day is None:
            raise RuleBroken("Skriv först vilken dag ändringen gäller från.")
        self.session.do(ChangeTerm(replace(term, valid_from=day)))

    def _store_items(self, items: tuple[StandardItem, ...]) -> None:
        term = self.term()
        if term is not None:
            changed = replace(term, customs=replace(term.customs, standard_items=items))
            self.actions_.attempt(lambda: self._change(changed))

    def _store_logo(self, path: str) -> None:
        self.actions_.attempt(lambda: self._put_in_head(logo=keep_logo(self.session, Path(path))))

    def _put_in_head(self, **values: Any) -> None:
        term = self.term()
        if term is not None:
            head = replace(term.customs.letterhead, **values)
            changed = replace(term, customs=replace(term.customs, letterhead=head))
            self.actions_.attempt(lambda: self._change(changed))

    def _set_scheme(self, scheme: Scheme) -> None:
        self._memory.scheme = scheme.value
        self._theme.set_scheme(scheme)

    def _turn_spelling(self, on: bool) -> None:
        self._memory.spelling = on
        self._spelling.turn(on)

    def _show_words(self) -> None:
        self.words.show_words(self._spelling.own.all())

    def _set_person(self, person: str) -> None:
        if person.strip():
            self._memory.person = person

    # --- electronic signatures

    def _trust(self, path: str) -> None:
        added = self.actions_.attempt(lambda: trust_issuers(self.session, Path(path)))
        if added is not None:
            self.actions_.toast(f"{added[0].name} är betrodd.")

    def _distrust(self, issuer: TrustedIssuer) -> None:
        self.actions_.attempt(lambda: distrust_issuer(self.session, issuer))
        self.actions_.toast(f"{issuer.name} är inte längre betrodd.")

    # --- the binder

    def _back_up(self) -> None:
        self.actions_.background.run(back_up, self.session, owner=self, done=self._backed_up)

    def _backed_up(self, backup: Backup) -> None:
        self.binder.show_backups(backups(self.session))
        self.binder.table.set_current_id(backup.path.name)
        self.actions_.toast("Säkerhetskopian är gjord.")

    def _examine(self) -> None:
        self.binder.show_checking()
        self.actions_.background.run(damages, self.session, owner=self, done=self.binder.show_damages)

    # --- going about

    def show_part(self, key: str) -> None:
        """Bring a part of the page into sight."""
        self.nav.set_current_id(key)
        QTimer.singleShot(0, self, lambda: self._go_to(key))

    def _go_to(self, key: str) -> None:
        part = self._parts[key]
        if not part.isVisible():
            part = self._no_body
        top = part.mapTo(self._page, QPoint(0, 0)).y() - 18
        self._area.verticalScrollBar().setValue(max(0, top))
