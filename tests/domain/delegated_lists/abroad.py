"""Lists with headings in Finnish, Danish, Norwegian: or in several languages at once."""

from __future__ import annotations

from .made import House, Page, days, row

FINNISH = House(
    name="torneå.xlsx",
    pages=(
        Page(
            text="""
Tornedalens utvecklingsbolag




Viranhaltijapäätökset / Tjänstemannabeslut, marraskuu 2027
Dnro | Päätöspäivä | Hakija | Kunta | Avustuslaji | Myönnetty (kr) | Päättäjä | Huomautukset
27NV101 | 3.11.2027 | Rajalan Leipomo AB | Haparanda | Mikroavustus | 70 063,00 | Liisa Korpi | -
27NV102 | 12.11.2027 | Kukkolan Vene AB | Övertorneå | Mikroavustus | 25 000,00 | Liisa Korpi \
| Maksetaan kahdessa erässä
27NV103 | 29.11.2027 | Aavan Kutomo | Haparanda | Siemenraha | 100 000,00 | Pekka Niva |
Yhteensä | | | | | 195 063,00 | |
"""
        ),
    ),
    rows=(
        row(
            8,
            dnr="27NV101",
            kind="Mikroavustus",
            to="Rajalan Leipomo AB",
            place="Haparanda",
            amount=70063,
            by="Liisa Korpi",
            day="2027-11-03",
        ),
        row(
            9,
            dnr="27NV102",
            kind="Mikroavustus",
            to="Kukkolan Vene AB",
            place="Övertorneå",
            amount=25000,
            by="Liisa Korpi",
            day="2027-11-12",
            note="Maksetaan kahdessa erässä",
        ),
        row(
            10,
            dnr="27NV103",
            kind="Siemenraha",
            to="Aavan Kutomo",
            place="Haparanda",
            amount=100000,
            by="Pekka Niva",
            day="2027-11-29",
        ),
    ),
    title="Viranhaltijapäätökset / Tjänstemannabeslut, marraskuu 2027",
    period=days("2027-11-01", "2027-11-30"),
    stated=195063,
)

DANISH = House(
    name="afgørelser.xlsx",
    pages=(
        Page(
            text="""
Afgørelser truffet efter delegation, december 2027

Løbenr. | Sagsnr. | Modtager | Kommune | Formål | Ansøgt beløb | Bevilget beløb | Afgørelsesdato \
| Truffet af | Stilling | Bemærkninger
1 | 27NV201 | Fyrtårnets Bageri ApS | Nordvig | Markedsføring | 100.000,00 | 70.063,00 \
| 03-12-2027 | Mette Lund | Afdelingschef |
2 | 27NV202 | Bølgens Både A/S | Søvig | Konsulent | 40.000,00 | 20.000,00 | 14-12-2027 \
| Mette Lund | Afdelingschef | Udbetales i rater
I alt | | | | | 140.000,00 | 90.063,00 | | | |
"""
        ),
    ),
    rows=(
        row(
            4,
            serial="1",
            dnr="27NV201",
            kind="Markedsføring",
            to="Fyrtårnets Bageri ApS",
            place="Nordvig",
            amount=70063,
            by="Mette Lund",
            title="Afdelingschef",
            day="2027-12-03",
            extra=(("Ansøgt beløb", "100.000,00"),),
        ),
        row(
            5,
            serial="2",
            dnr="27NV202",
            kind="Konsulent",
            to="Bølgens Både A/S",
            place="Søvig",
            amount=20000,
            by="Mette Lund",
            title="Afdelingschef",
            day="2027-12-14",
            note="Udbetales i rater",
            extra=(("Ansøgt beløb", "40.000,00"),),
        ),
    ),
    title="Afgørelser truffet efter delegation, december 2027",
    period=days("2027-12-01", "2027-12-31"),
    stated=90063,
)

NORWEGIAN = House(
    name="vedtak.xlsx",
    pages=(
        Page(
            text="""
Nordvik fylke

Delegerte vedtak
Rapportert til: Næringsutvalget
Utarbeidet av: Sigrid Moe






Saksnr. | Vedtaksdato | Søker | Tilskuddsordning | Kommune | Søkt beløp | Innvilget beløp \
| Vedtatt av | Hjemmel | Merknad
2027/301 | 01.10.2027 | Havblikk AS | Etablererstipend | Nordvik | kr 90 000,- | kr 45 000,- \
| Næringssjef Sigrid Moe | 3.2 |
2027/302 | 15.10.2027 | Fjellro gård | Bedriftsutvikling | Sørvik | kr 200 000,- | kr 150 000,- \
| Næringssjef Sigrid Moe | 3.3 | Klage mottatt
2027/303 | 28.10.2027 | Lyngen vev | Etablererstipend | Nordvik | kr 50 000,- | Avslag \
| Næringssjef Sigrid Moe | 3.2 |
Sum | | | | | | kr 195 000,- | | |
"""
        ),
    ),
    rows=(
        row(
            13,
            dnr="2027/301",
            kind="Etablererstipend",
            to="Havblikk AS",
            place="Nordvik",
            amount=45000,
            by="Sigrid Moe",
            title="Næringssjef",
            day="2027-10-01",
            point="3.2",
            extra=(("Søkt beløp", "kr 90 000,-"),),
        ),
        row(
            14,
            dnr="2027/302",
            kind="Bedriftsutvikling",
            to="Fjellro gård",
            place="Sørvik",
            amount=150000,
            by="Sigrid Moe",
            title="Næringssjef",
            day="2027-10-15",
            point="3.3",
            note="Klage mottatt",
            extra=(("Søkt beløp", "kr 200 000,-"),),
        ),
        row(
            15,
            "amount",
            dnr="2027/303",
            kind="Etablererstipend",
            to="Lyngen vev",
            place="Nordvik",
            by="Sigrid Moe",
            title="Næringssjef",
            day="2027-10-28",
            point="3.2",
            extra=(("Søkt beløp", "kr 50 000,-"),),
        ),
    ),
    title="Delegerte vedtak",
    period=days("2027-10-01", "2027-10-28"),
    stated=195000,
)

GRANTED_ABROAD = House(
    name="søknader.xlsx",
    pages=(
        Page(
            text="""
Innvilgede søknader november 2027
Søker | Prosjekt | Kommune | Dato for vedtak | Saksbehandler | Beslutningstaker \
| Innvilget tilskudd (NOK) | Arkivsak
Havblikk AS | Ny brygge | Nordvig | 3. nov. | Ola Lie | Fylkesdirektør Sigrid Moe | 50 000 | 27/1201
Fjellro AS | Nytt tak | Sørvik | 17. nov. | Ola Lie | Fylkesdirektør Sigrid Moe | 20 000 | 27/1202
"""
        ),
    ),
    rows=(
        row(
            3,
            dnr="27/1201",
            kind="Ny brygge",
            to="Havblikk AS",
            place="Nordvig",
            by="Sigrid Moe",
            title="Fylkesdirektør",
            day="2027-11-03",
            extra=(("Saksbehandler", "Ola Lie"), ("Innvilget tilskudd (NOK)", "50 000")),
        ),
        row(
            4,
            dnr="27/1202",
            kind="Nytt tak",
            to="Fjellro AS",
            place="Sørvik",
            by="Sigrid Moe",
            title="Fylkesdirektør",
            day="2027-11-17",
            extra=(("Saksbehandler", "Ola Lie"), ("Innvilget tilskudd (NOK)", "20 000")),
        ),
    ),
    title="Innvilgede søknader november 2027",
    period=days("2027-11-01", "2027-11-30"),
)

HOUSES = {"finnish": FINNISH, "danish": DANISH, "norwegian": NORWEGIAN, "granted_abroad": GRANTED_ABROAD}
