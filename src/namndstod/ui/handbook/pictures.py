"""The pictures of the handbook: the views of the screenshots and some more, small enough to travel along."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import cast

from PIL import Image

from namndstod.domain.findings import Step
from namndstod.ui.delegation.intake_page import DelegatedIntakeView
from namndstod.ui.doors import Doors
from namndstod.ui.screenshots import Photographer, after, before, coming, during
from namndstod.ui.trial import wait_for

SIZE = (1160, 700)
COLOURS = 96
NAMES = frozenset(
    {
        "oversikt", "delegationsbeslut", "fortroendevalda", "installningar", "kallelse", "handlingar",
        "arsplan", "lasa-in", "lista", "upprop", "sammantrade", "omrostning", "protokoll", "justering",
        "expediering",
    }
)  # fmt: skip
START = "start"
START_AT = (220, 130, 720, 350)  # there is nothing around it

PAPER = """Tjänsteskrivelse

Datum: {day}
Diarienummer: 26RG147
Handläggare: Malin Sjögård

Bidrag till Almnäs hembygdsförening

Förslag till beslut
Tillväxtnämnden beslutar
att bevilja Almnäs hembygdsförening 40 000 kronor för skyltning av fornstigen, samt
att bidraget betalas ut mot redovisade kostnader.

Sammanfattning
Föreningen vill märka ut en vandringsled på elva kilometer förbi länets äldsta boplatser. Kommunen bidrar med
arbetskraft och föreningen sköter leden i fem år.

Beslutsunderlag
Ansökan från Almnäs hembygdsförening

Skickas till
Almnäs hembygdsförening
"""
LIST = (
    ("Dnr", "Beslutsdatum", "Punkt", "Gäller", "Mottagare", "Kommun", "Belopp", "Beslutsfattare"),
    (
        "26RG151",
        "2026-11-02",
        "3.2",
        "Mikrobidrag",
        "Åkerlyckans Bär AB",
        "Almnäs",
        "28 000",
        "Malin Sjögård",
    ),
    (
        "26RG152",
        "2026-11-04",
        "3.2",
        "Konsultstöd",
        "Lövåsens Smide AB",
        "Lövåsen",
        "61 500",
        "Malin Sjögård",
    ),
    ("26RG153", "2026-11-05", "3.2", "Konsultstöd", "Ytterby Varv AB", "Ytterby", "460 000", "Malin Sjögård"),
    (
        "26RG154",
        "2026-11-09",
        "7.9",
        "Mikrobidrag",
        "Granköpings Glas AB",
        "Granköping",
        "19 500",
        "Malin Sjögård",
    ),
    ("26RG155", "2026-11-10", "3.3", "Såddbidrag", "Sjöräfsan AB", "Almnäs", "145 000", "Tor Bergqvist"),
    ("", "2026-11-11", "3.2", "Mikrobidrag", "Norra Vävstugan", "Ytterby", "24 000", "Malin Sjögård"),
)


def take_pictures(out: Path) -> None:
    """Make the demonstration in a temporary folder and take all pictures of the handbook into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="namndstod-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        binder = Doors().demonstration(place / "Demonstration")
        photographer = Photographer(binder, place, out, SIZE, NAMES)
        before(photographer)
        _planning(photographer)
        _reading(photographer, place)
        _roll_call(photographer)
        during(photographer)
        after(photographer)
        photographer.leave_binder()
        wait_for(lambda: photographer.frame.centralWidget() is not None)
        photographer.frame.grab().copy(*START_AT).save(str(out / f"{START}.png"))
        photographer.close()
    for picture in out.glob("*.png"):
        make_small(picture)


def make_small(picture: Path) -> None:
    """Keep so few colours that a picture of a window is a third of its size, and looks the same."""
    with Image.open(picture) as image:
        few = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(picture, optimize=True)


def _planning(photographer: Photographer) -> None:
    photographer.main.pages.plan_year()
    photographer.picture("arsplan")


def _reading(photographer: Photographer, place: Path) -> None:
    """A paper for the coming meeting, and a list of delegated decisions with something wrong in it."""
    main = photographer.main
    view = coming(main)
    paper = place / "Bidrag till hembygdsföreningen.txt"
    paper.write_text(PAPER.format(day=view.meeting.day.isoformat()), encoding="utf-8")
    main.open_meeting(view.meeting.id, Step.CALL.value)
    main.pages.read_in([paper])
    photographer.picture("lasa-in")
    listed = place / "Delegationsbeslut november.csv"
    listed.write_text("\n".join(";".join(row) for row in LIST), encoding="utf-8-sig")
    main.delegation.read_list(str(listed), view.body.id)
    table = cast("DelegatedIntakeView", main.show_view("delegated_intake")).table
    wait_for(lambda: table.model().rowCount() == len(LIST) - 1)
    table.setCurrentIndex(table.model().index(2, 2))  # what is wrong with it stands beside the table
    photographer.picture("lista")


def _roll_call(photographer: Photographer) -> None:
    main = photographer.main
    main.open_meeting(coming(main).meeting.id, Step.MEETING.value)
    photographer.picture("upprop")
