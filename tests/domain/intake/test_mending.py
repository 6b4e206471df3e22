"""Printed lines to paragraphs: hyphens, amounts, dates, pages, lists, «att» that begins no att-sats."""

from __future__ import annotations

from dataclasses import replace

import pytest

from namndstod.domain.intake.mending import joined, paragraphs
from namndstod.domain.intake.source import SourceLine

FULL = "Nämnden har fått i uppdrag att se över biblioteken i de mindre orterna och lämnar"


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("nämndens verk-", "samhet"), "nämndens verksamhet"),
        (("nämndens verk\u00ad", "samhet"), "nämndens verksamhet"),
        (("en kort rad", "och en till"), "en kort rad och en till"),
        (("hälso-", "och sjukvård"), "hälso- och sjukvård"),
        (("miljö-, barn-", "och jämställdhet"), "miljö-, barn- och jämställdhet"),
        (("miljö-,", "barn- och jämställdhet"), "miljö-, barn- och jämställdhet"),
        (("mål-", "respektive resursstyrning"), "mål- respektive resursstyrning"),
        (("per e-", "post"), "per e-post"),
        (("i RUS-", "genomförandet"), "i RUS-genomförandet"),
        (("ett EU-", "projekt"), "ett EU-projekt"),
        (("Bror-", "Erik Lund"), "Bror-Erik Lund"),
        (("sträckan Ekby-", "Sjöbo"), "sträckan Ekby-Sjöbo"),
        (("covid-19-", "pandemin"), "covid-19-pandemin"),
        (("icke-", "verbal"), "icke-verbal"),
        (("SAMMAN-", "FATTNING"), "SAMMANFATTNING"),
        (("dock högst 4 111", "981 kronor"), "dock högst 4 111 981 kronor"),
        (("program 2021-", "2027"), "program 2021-2027"),
        (("från 2020-01-", "01—2021-12-31"), "från 2020-01-01—2021-12-31"),
        (("från 2020-01-01—", "2021-12-31"), "från 2020-01-01—2021-12-31"),
        (("från 2020-01-01 –", "2021-12-31"), "från 2020-01-01 – 2021-12-31"),
        (("beslut (2019-", "11-05, § 3)"), "beslut (2019-11-05, § 3)"),
        (("under 2020-01- 01 och 2021- 12-31",), "under 2020-01-01 och 2021-12-31"),
        (("och/", "eller"), "och/eller"),
        (("enligt 6 kap. 27 §", "kommunallagen"), "enligt 6 kap. 27 § kommunallagen"),
        (("statligt stöd -", "2020"), "statligt stöd - 2020"),
        (("hälso-", "(och sjukvård)"), "hälso- (och sjukvård)"),
        ((" med ", "", " luft "), "med luft"),
        (("slut\u00ad",), "slut"),
        ((), ""),
    ],
)
def test_lines_are_joined_as_they_are_read(lines: tuple[str, ...], whole: str) -> None:
    assert joined(lines) == whole


def plain(text: str) -> list[SourceLine]:
    """Return the lines of a plain text; an empty line is a gap, «•» a label, leading spaces an indent."""
    lines: list[SourceLine] = []
    gap = False
    for typed in text.strip("\n").split("\n"):
        bare = typed.lstrip()
        if bare:
            label, _, rest = bare.partition(" ")
            has_label = label in ("•", "-") or (label[-1] == "." and label[:-1].isdigit())
            lines.append(
                SourceLine(
                    text=rest if has_label else bare,
                    label=label if has_label else "",
                    indent=len(typed) - len(bare),
                    gap=gap,
                )
            )
        gap = not bare
    return lines


def mended(text: str) -> list[str]:
    return [f"{line.label} {line.text}".strip() for line in paragraphs(plain(text))]


def test_text_without_positions_is_told_by_length_and_empty_lines() -> None:
    assert mended("""
Sammanfattning
Nämnden har fått i uppdrag att se över biblioteken i de mindre orterna och lämnar
här sitt förslag. Det bygger på samtal.
Förslaget är brett.

Ekonomin påverkas inte i år, men kan göra det under de kommande åren om besöken
ökar så som nämnden hoppas.
""") == [
        "Sammanfattning",
        f"{FULL} här sitt förslag. Det bygger på samtal.",
        "Förslaget är brett.",
        "Ekonomin påverkas inte i år, men kan göra det under de kommande åren om besöken "
        "ökar så som nämnden hoppas.",
    ]


def test_att_satser_stay_apart_and_running_att_does_not() -> None:
    assert mended("""
Kulturnämnden beslutar
att bevilja Ekby kulturförening 50 procent av kostnaderna för festen, dock högst
40 000 kronor, samt
att paragrafen förklaras omedelbart justerad.

Föreningen har i många år ordnat fester i byn och nämnden anser liksom tidigare
att Ekby har ett rikt kulturliv som kommunen ska värna och stödja på bästa sätt.
""") == [
        "Kulturnämnden beslutar",
        "att bevilja Ekby kulturförening 50 procent av kostnaderna för festen, dock högst "
        "40 000 kronor, samt",
        "att paragrafen förklaras omedelbart justerad.",
        "Föreningen har i många år ordnat fester i byn och nämnden anser liksom tidigare "
        "att Ekby har ett rikt kulturliv som kommunen ska värna och stödja på bästa sätt.",
    ]


def test_a_wrapped_date_or_number_is_no_item() -> None:
    assert mended("""
Ansökan avser medel för hela projekttiden och ska enligt reglerna lämnas senast den
31. januari. Nämnden kan besluta om högst de belopp som anges i regionens planer för
perioden 2020-01-01 till 2021-12-
31. Därefter krävs en ny ansökan.
""") == [
        "Ansökan avser medel för hela projekttiden och ska enligt reglerna lämnas senast den "
        "31. januari. Nämnden kan besluta om högst de belopp som anges i regionens planer för "
        "perioden 2020-01-01 till 2021-12-31. Därefter krävs en ny ansökan."
    ]


def test_items_go_on_over_lines_and_empty_lines() -> None:
    assert mended("""
• Beslutet gäller under förutsättning att projektets budget är helt finansierad av
parterna i avtalet.
• I samband med genomförandet av projektet ska det alltid framgå att kommunen är med

och medfinansierar projektet.
1. Första punkten
2. Andra punkten

Efteråt.
""") == [
        "• Beslutet gäller under förutsättning att projektets budget är helt finansierad av "
        "parterna i avtalet.",
        "• I samband med genomförandet av projektet ska det alltid framgå att kommunen är med "
        "och medfinansierar projektet.",
        "1. Första punkten",
        "2. Andra punkten",
        "Efteråt.",
    ]


def test_names_below_each_other_stay_lines() -> None:
    text = f"Skickas till\nMaja Ek\nBo Ny\n\n{FULL}"
    assert mended(text)[:3] == ["Skickas till", "Maja Ek", "Bo Ny"]


def test_a_lone_space_begins_something_new() -> None:
    text = (
        "Nämnden anser att ärendet är väl berett och att det kan avgöras i dag utan dröjsmål.\n"
        " Bakgrunden är den som nämnden redan känner från det förra mötet och dess handlingar,\n"
        "som finns med."
    )
    assert len(mended(text)) == 2


WIDE = SourceLine(text="x" * 80, size=11)


def printed(*texts: str, **more: object) -> list[SourceLine]:
    return [replace(WIDE, text=text, **more) for text in texts]  # type: ignore[arg-type]


def test_a_paragraph_goes_on_over_a_page_break() -> None:
    lines = [*printed(FULL, "och"), *printed("här sitt förslag.", page=2), *printed("Nästa stycke.", page=3)]
    assert [line.text for line in paragraphs(lines)] == [f"{FULL} och här sitt förslag.", "Nästa stycke."]


def test_size_and_boldness_part_headings_from_text_and_hold_two_line_titles_together() -> None:
    title = printed("Egen finansiering av projektet Levande", "bibliotek i byarna", size=16, bold=True)
    found = paragraphs([*title, *printed("Förslag till beslut", bold=True), *printed(FULL, "i dag.")])
    assert [(line.text, line.size, line.bold) for line in found] == [
        ("Egen finansiering av projektet Levande bibliotek i byarna", 16, True),
        ("Förslag till beslut", 11, True),
        (f"{FULL} i dag.", 11, False),
    ]


def test_an_item_hangs_under_its_label() -> None:
    item = printed(FULL[:70], label="•", indent=18)
    rest = printed("och lämnar här sitt förslag,", "som är klart.", indent=36)
    after = printed("Nytt stycke utan punkt, som står längre ut än punktens text gör.", indent=0)
    assert [line.text for line in paragraphs([*item, *rest, *after])] == [
        f"{FULL[:70]} och lämnar här sitt förslag, som är klart.",
        after[0].text,
    ]


def test_an_indented_first_line_begins_a_paragraph() -> None:
    lines = [*printed(FULL), *printed(FULL, indent=20), *printed("och så vidare.")]
    assert [line.text for line in paragraphs(lines)] == [FULL, f"{FULL} och så vidare."]


def test_rows_of_tables_whole_paragraphs_and_cells_stay_as_they_are() -> None:
    lines = [
        SourceLine(text="Personal 90 000", cells=("Personal", "90 000"), table=1),
        SourceLine(text="Resor 5 000", cells=("Resor", "5 000"), table=1),
        SourceLine(text="Maja Ek Bo Ny", cells=("Maja Ek", "Bo Ny")),
        SourceLine(text=FULL, whole=True),
        SourceLine(text="som inte hör till förra stycket", whole=True),
    ]
    found = paragraphs(lines)
    assert [line.text for line in found] == [line.text for line in lines]
    assert [line.cells for line in found] == [line.cells for line in lines]
    assert all(line.whole for line in found)


def test_what_the_first_line_has_is_kept() -> None:
    (found,) = paragraphs(printed(FULL, "slut.", label="", page=4, indent=3, gap=False))
    assert (found.page, found.indent, found.whole) == (4, 3, True)
    assert paragraphs(()) == ()
