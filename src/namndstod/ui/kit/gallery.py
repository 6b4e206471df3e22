"""Every widget of the kit with made-up content: `python -m namndstod.ui.kit.gallery [--dark] [--page NAME]`.

With `--save FOLDER` each page is saved as a picture instead of being shown.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from namndstod.domain.errors import DiskFull, RuleBroken

from . import dialogs, icons
from .basics import Button, ButtonKind, Card, EmptyState, KeyHint, Label, Pill, SectionLabel, Sign
from .data_table import Column, DataTable
from .dates import DateEdit, TimeEdit
from .fields import Combo, Form, LineEdit
from .findings import FindingsPanel
from .flow import FlowLayout
from .gallery_content import FINDINGS, ITEMS, MATTERS, STEPS, Matter, sample_pdf, sample_texts
from .header import PageHeader, StepBar
from .item_list import ItemList
from .item_model import PillSpec
from .preview import PdfPreview
from .rail import Rail, RailEntry
from .split import SplitPane
from .text_field import TextField
from .theme import Scheme, Theme, set_area
from .toast import Toast
from .tokens import Tone, Type


class Gallery(QWidget):
    """A window like that of the program: rail, head, and a page of widgets for each entry."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setWindowTitle("Nämndstöd – byggdelar")
        self.pages: dict[str, Callable[[], QWidget]] = {
            "work": workspace_page,
            "pieces": pieces_page,
            "forms": forms_page,
            "tables": tables_page,
            "empty": empty_page,
        }
        entries = [
            RailEntry("work", "Arbetsyta", "calendar"),
            RailEntry("pieces", "Smådelar", "house"),
            RailEntry("forms", "Formulär", "section"),
            RailEntry("tables", "Tabeller", "exchange"),
            RailEntry("empty", "Tomma lägen", "people"),
            RailEntry("search", "Sök", "search", hint="Ctrl K"),
            RailEntry("scheme", "Ljust eller mörkt", "moon"),
        ]
        self.rail = Rail(entries)
        self.rail.set_badge("forms", "14")
        self.rail.set_binder("Tillväxtnämnden")
        self.rail.set_saved("sparat 11.42.07")
        self.rail.chosen.connect(self.show_page)
        self.stack = QStackedWidget()
        self.toast = Toast(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)

    def show_page(self, key: str) -> None:
        """Show a page; «search» shows a toast, «scheme» switches the theme."""
        if key == "scheme":
            self._theme.set_scheme(Scheme.LIGHT if self._theme.scheme is Scheme.DARK else Scheme.DARK)
        elif key == "search":
            self.toast.show_message("§ 44 flyttad till plats 3", action="Ångra", hint="Ctrl Z")
        else:
            page = self.pages[key]()
            self.stack.addWidget(page)
            self.stack.setCurrentWidget(page)
            self.rail.set_current(key)


def workspace_page() -> QWidget:
    """A meeting: steps, list, texts, Kontroll and preview."""
    header = PageHeader("Protokoll", "Tillväxtnämnden · sammanträde 14 maj 2027")
    header.set_pills([("utkast", Tone.LOOK), ("tjänstgör 13 av 15, minst 8", Tone.INFO)])
    for button in (
        Button("Word"),
        Button("Skriv ut", hint="Ctrl P"),
        Button("Skicka till justering", ButtonKind.PRIMARY),
    ):
        header.add_action(button)
    steps = StepBar(STEPS)
    steps.set_current("protokoll")
    header.set_steps(steps)
    items = ItemList("Paragrafer", ITEMS, reorder=True, takes_files=True)
    items.set_current_id("44")
    preview = PdfPreview()
    preview.show_pdf(sample_pdf())
    QTimer.singleShot(0, lambda: preview.go_to(2, 0))
    panes = SplitPane([items, _editor_pane(), preview], [286, 439, 469])
    return _column(header, panes)


def _editor_pane() -> QWidget:
    page = QWidget()
    set_area(page, "background")
    column = QVBoxLayout(page)
    column.setContentsMargins(20, 18, 20, 20)
    column.setSpacing(14)
    head = QVBoxLayout()
    head.setSpacing(4)
    head.addWidget(Label("§ 44 Medfinansiering av projekt Grön hamn", Type.HEADING, wrap=True))
    head.addWidget(Label("Dnr 27RT118 · föredragande Ines Falk", Type.BODY, "muted", wrap=True))
    column.addLayout(head)
    for label, drafts, source in sample_texts():
        field = TextField(label, placeholder="Skriv eller klistra in texten")
        field.editor.set_blocks(drafts, label)
        field.set_source(source, differs=label == "Beslut")
        column.addWidget(field)
    column.addStretch(1)
    panel = FindingsPanel(FINDINGS)
    return SplitPane([_scrolled(page), panel], [500, 190], orientation=Qt.Orientation.Vertical)


def pieces_page() -> QWidget:
    """Buttons, pills, labels, icons and colours."""
    page, column = _page()
    for enabled in (True, False):
        buttons = FlowLayout()
        for button in (
            Button("Klubba", ButtonKind.PRIMARY, hint="Enter"),
            Button("Reservation, alla som röstat nej", hint="R"),
            Button("Ändra beslut", hint="E", icon="pen"),
            Button("Lägg till ärende", ButtonKind.QUIET, icon="plus", hint="F2"),
            Button("Ta bort", ButtonKind.DANGER, icon="trash"),
            Button(icon="more", kind=ButtonKind.QUIET, name="Mer"),
        ):
            button.setEnabled(enabled)
            buttons.addWidget(button)
        column.addLayout(buttons)
    pills = QHBoxLayout()
    pills.setSpacing(8)
    for text, tone in (
        ("klubbad", Tone.DONE), ("jäv anmält", Tone.LOOK), ("i dag", Tone.MEND),
        ("öppet sedan 10.02", Tone.INFO),
        ("utgår", Tone.NEUTRAL),
    ):  # fmt: skip
        pills.addWidget(Pill(text, tone))
    for key in ("F6", "Ctrl Z", "F1"):
        pills.addWidget(KeyHint(key))
    pills.addStretch(1)
    column.addLayout(pills)
    cards = QHBoxLayout()
    cards.setSpacing(16)
    card = Card("Nästa sammanträde")
    card.body.addWidget(Label("Tillväxtnämnden, fredag 14 maj kl. 10.00", Type.HEADING, wrap=True))
    card.body.addWidget(Label("Sal Linden · 9 ärenden · 214 sidor handlingar", Type.BODY, "muted"))
    figures = QHBoxLayout()
    figures.setSpacing(24)
    for number, what, colour in (
        ("13", "platser fyllda", ""),
        ("2", "ärenden utan underlag", "look"),
        ("i dag", "ska kallelsen ut", ""),
    ):
        figure = QVBoxLayout()
        figure.setSpacing(2)
        figure.addWidget(Label(number, Type.FIGURE, colour))
        figure.addWidget(Label(what, Type.BODY, "muted"))
        figures.addLayout(figure)
    figures.addStretch(1)
    card.body.addLayout(figures)
    actions = QHBoxLayout()
    actions.addWidget(Button("Öppna sammanträdet", ButtonKind.PRIMARY))
    actions.addWidget(Button("Skicka kallelsen"))
    actions.addStretch(1)
    card.body.addLayout(actions)
    scale = Card("Typskala")
    for kind in Type:
        scale.body.addWidget(Label(f"{kind}: Åtgärdsärende 1 234 567", kind))
    cards.addWidget(card, 3)
    cards.addWidget(scale, 2)
    column.addLayout(cards)
    column.addWidget(SectionLabel("Ikoner"))
    names = icons.names()
    for start in range(0, len(names), 23):
        row = QHBoxLayout()
        row.setSpacing(14)
        for name in names[start : start + 23]:
            row.addWidget(Sign(name, Tone.NEUTRAL, name=name))
        row.addStretch(1)
        column.addLayout(row)
    column.addStretch(1)
    return _column(PageHeader("Smådelar", "fredag 7 maj 2027 · vecka 18"), _scrolled(page))


def forms_page() -> QWidget:
    """A form with an error, and the dialogs."""
    page, column = _page()
    form = Form()
    form.setMaximumWidth(520)
    form.add("name", "Nämndens namn", LineEdit("Regional tillväxtnämnd"), "Skrivs så i alla handlingar.")
    form.add(
        "kind", "Slag", Combo((("committee", "Nämnd"), ("board", "Styrelse"), ("assembly", "Fullmäktige")))
    )
    form.add_beside(
        ("date", "Dag", DateEdit(date(2027, 5, 14))),
        ("starts", "Börjar", TimeEdit(time(10))),
        ("ends", "Slutar", TimeEdit()),
    )
    form.add("place", "Plats", LineEdit(placeholder="Till exempel Sal Linden, Storgatan 1"), optional=True)
    seats = LineEdit("2")
    form.add("seats", "Antal ledamöter", seats, "Bestäms av fullmäktige.")
    form.rows["seats"].set_error("En nämnd ska ha minst tre ledamöter.", "KL 6 kap. 1 §")
    column.addWidget(form)
    row = QHBoxLayout()
    row.setSpacing(8)
    for text, run in _dialogs(page):
        button = Button(text)
        button.clicked.connect(lambda _=False, run=run: run())
        row.addWidget(button)
    row.addStretch(1)
    column.addLayout(row)
    column.addStretch(1)
    return _column(PageHeader("Formulär", "Inställningar"), _scrolled(page))


def _dialogs(page: QWidget) -> list[tuple[str, Callable[[], object]]]:
    def new_person() -> None:
        def submit() -> None:
            if not surname.text().strip():
                raise RuleBroken("Skriv ett efternamn.", field="surname")

        sheet = dialogs.FormSheet(page, "Ny förtroendevald", submit, ok="Lägg till")
        surname = LineEdit()
        sheet.form.add("given", "Förnamn", LineEdit("Åsa"))
        sheet.form.add("surname", "Efternamn", surname)
        sheet.open()

    problem = DiskFull("Det finns inget utrymme kvar på disken", way_on="Frigör utrymme och försök igen.")
    return [
        ("Nytt blad", new_person),
        (
            "Skicka",
            lambda: dialogs.ask_to_send(
                page,
                "Skicka kallelsen?",
                "Kallelsen går till 15 ledamöter och 9 ersättare.",
                "Skicka",
                lambda: None,
            ),
        ),
        ("Disken full", lambda: dialogs.show_problem(page, problem, [("Försök igen", lambda: None)])),
        (
            "Programfel",
            lambda: dialogs.show_bug(
                page, "Nämndstöd, felrapport 7F3A21C4\nTypeError at x.py:1:f", "rapporter"
            ),
        ),
    ]


def tables_page() -> QWidget:
    """A sortable table."""
    columns: list[Column[Matter]] = [
        Column("dnr", "Dnr", lambda m: m.dnr, muted=True),
        Column("title", "Ärende", lambda m: m.title, stretch=True),
        Column("pages", "Sidor", lambda m: str(m.pages), sort_key=lambda m: m.pages, number=True),
        Column(
            "amount",
            "Belopp",
            lambda m: f"{m.amount:,} kr".replace(",", " "),
            sort_key=lambda m: m.amount,
            number=True,
        ),
        Column("state", "Läge", lambda m: m.state, pill=lambda m: PillSpec(m.state, m.tone)),
    ]
    table = DataTable("Ärenden", columns, lambda m: m.dnr)
    table.set_rows(MATTERS)
    page, column = _page()
    card = Card("Ärenden")
    card.body.addWidget(table)
    column.addWidget(card)
    return _column(PageHeader("Tabeller", "Ärenden"), page)


def empty_page() -> QWidget:
    """Empty states."""
    first = EmptyState(
        "calendar", "Inga sammanträden än", "Kalla till det första, så följer stegen därefter.",
        "Nytt sammanträde",
        hint="Ctrl N",
    )  # fmt: skip
    second = PdfPreview()
    second.show_loading()
    third = PdfPreview()
    third.show_error("Förhandsgranskningen kan inte visas.")
    return _column(PageHeader("Tomma lägen"), SplitPane([first, second, third], [1, 1, 1]))


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    set_area(page, "background")
    column = QVBoxLayout(page)
    column.setContentsMargins(20, 18, 20, 20)
    column.setSpacing(16)
    return page, column


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(page)
    set_area(area.viewport(), "background")
    return area


def _column(*widgets: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    column.setStretch(len(widgets) - 1, 1)
    return page


def main() -> int:
    """Show the gallery, or save its pages."""
    options = argparse.ArgumentParser()
    options.add_argument("--dark", action="store_true")
    options.add_argument("--page", default="work")
    options.add_argument("--save", type=Path)
    chosen = options.parse_args()
    app = QApplication(sys.argv[:1])
    gallery = Gallery(Theme(app, Scheme.DARK if chosen.dark else Scheme.LIGHT))
    gallery.resize(gallery.screen().availableSize().boundedTo(gallery.maximumSize()))
    gallery.show()
    gallery.show_page(chosen.page)
    if chosen.save:
        _save(app, gallery, chosen.save)
    return app.exec()


def _save(app: QApplication, gallery: Gallery, folder: Path) -> None:
    names = iter(list(gallery.pages))

    def next_page(shown: str = "") -> None:
        if shown:
            gallery.grab().save(str(folder / f"{shown}.png"))
        name = next(names, None)
        if name is None:
            app.quit()
            return
        gallery.show_page(name)
        if name == "pieces":
            gallery.show_page("search")
        QTimer.singleShot(700, lambda: next_page(name))

    next_page()


if __name__ == "__main__":
    sys.exit(main())
