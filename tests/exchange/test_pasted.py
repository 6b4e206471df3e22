"""Pasted lists: what stands there is taken, what is unclear is said, nothing is guessed."""

from __future__ import annotations

import pytest

from namndstod.domain.records import ItemKind, Role
from namndstod.exchange.pasted_list import read_list
from namndstod.exchange.pasted_members import PastedMember, read_members

LIST = """Föredragningslista

1. Protokollsjustering
Föredragande:

Förslag till beslut
Bygdenämnden beslutar

att   jämte ordföranden justera dagens protokoll utse NN.

Protokollet ska vara justerat senast den
31 mars 2027.

2. Information

- Läget på ledbygget - Ines Falk

- Remiss om vindkraft, diarienummer 27BN12 - Bo
Ek

3 (18)

3 Stöd till vandringsleder i bygden
Diarienummer: 27BN4  Föredragande: Ines Falk, Bo Ek och Tove Asp

Förslag till beslut
Bygdenämnden beslutar för egen del
att   bevilja stöd med 260 000 kronor för att
stärka lederna, samt
att   följande villkor gäller för stödet:
• redovisning lämnas i maj
• lederna skyltas på ett sätt som
besökare förstår

Sammanfattning
Förslaget innebär att leder rustas upp.
Det syftar till
att Bygderegionen ska locka besökare.

Nytt stycke.

Beslutsunderlag
• TjänstePM
• Karta

4. Anmälningsärenden
5. Övrigt
"""


def test_a_whole_list() -> None:
    found = read_list(LIST)
    first, second, third, fourth, fifth = found.items
    assert [item.number for item in found.items] == [1, 2, 3, 4, 5]
    assert (first.kind, first.decider) == (ItemKind.FORMAL, "Bygdenämnden beslutar")
    assert first.clauses == ("att jämte ordföranden justera dagens protokoll utse NN.",)
    assert first.after_clauses == ("Protokollet ska vara justerat senast den 31 mars 2027.",)
    assert second.kind is ItemKind.INFORMATION
    assert second.points == (
        "Läget på ledbygget - Ines Falk",
        "Remiss om vindkraft, diarienummer 27BN12 - Bo Ek",
    )
    assert (third.title, third.kind, third.diary_number) == (
        "Stöd till vandringsleder i bygden",
        ItemKind.DECISION,
        "27BN4",
    )
    assert third.presenters == ("Ines Falk", "Bo Ek", "Tove Asp")
    assert third.decider == "Bygdenämnden beslutar för egen del"
    assert third.clauses == (
        "att bevilja stöd med 260 000 kronor för att stärka lederna, samt",
        "att följande villkor gäller för stödet:",
    )
    assert third.conditions == (
        "redovisning lämnas i maj",
        "lederna skyltas på ett sätt som besökare förstår",
    )
    assert third.summary == (
        "Förslaget innebär att leder rustas upp. Det syftar till att Bygderegionen ska locka besökare.",
        "Nytt stycke.",
    )
    assert third.supporting_documents == ("TjänstePM", "Karta")
    assert (fourth.kind, fifth.kind) == (ItemKind.REPORT, None)
    assert found.unclear == ("Punkt 5: det framgår inte om ”Övrigt” är information eller beslut.",)


@pytest.mark.parametrize(
    ("text", "unclear"),
    [
        ("Bara text", "Ingen punkt hittades: varje punkt ska börja med sitt nummer på en egen rad."),
        ("1. Information\n- a\n3. Upprop", "Punkt 2 saknas: efter punkt 1 kommer punkt 3."),
        ("1. Led\nFörslag till beslut\natt bygga", "Punkt 1: det framgår inte vem som beslutar."),
        ("Tid: 10.00\n1. Upprop", "Text före första punkten togs inte med: ”Tid: 10.00”."),
        (
            "1. Led\nFörslag till beslut\nLeden byggs.\nNämnden beslutar\natt bygga",
            "Punkt 1: ”Leden byggs.” under Förslag till beslut är ingen att-sats.",
        ),
    ],
)
def test_what_is_unclear_is_said(text: str, unclear: str) -> None:
    assert unclear in read_list(text).unclear


@pytest.mark.parametrize("number", ["27BN4", "BN/430/2027", "KU.2027.3", "00322/2026", "2027-00012"])
def test_diary_numbers_are_kept_as_they_stand(number: str) -> None:
    assert read_list(f"1. Led\nDnr: {number}\n").items[0].diary_number == number


def test_a_date_and_an_inner_list_are_no_items() -> None:
    text = "1. Led\nSammanfattning\nSenast den\n31. mars gäller följande:\n1. ett\n2. två\n"
    text += "Beslutsunderlag\nPM\n2. Upprop\n"
    first, second = read_list(text).items
    assert second.title == "Upprop"
    assert " ".join(first.summary) == "Senast den 31. mars gäller följande: 1. ett 2. två"
    assert first.supporting_documents == ("PM",)


MEMBERS = """Ledamöter
Ada Åkerö (A), ordförande
Bo Ek (B), vice ordförande
Tove af Asp (C), 2:e vice ordförande
Ines Falk (–)

Ersättare
Nils-Erik Berg (A)
"""


def test_lines_with_heads() -> None:
    found = read_members(MEMBERS)
    assert found.members == (
        PastedMember("Ada", "Åkerö", "A", Role.CHAIR, 1),
        PastedMember("Bo", "Ek", "B", Role.VICE_CHAIR, 2),
        PastedMember("Tove", "af Asp", "C", Role.SECOND_VICE_CHAIR, 3),
        PastedMember("Ines", "Falk", "", Role.MEMBER, 4),
        PastedMember("Nils-Erik", "Berg", "A", Role.SUBSTITUTE, 1),
    )
    assert found.unclear == ()


@pytest.mark.parametrize("mark", ["\t", ";"])
def test_columns_with_and_without_names(mark: str) -> None:
    named = (
        mark.join(["Efternamn", "Förnamn", "Parti", "Uppdrag"])
        + "\n"
        + mark.join(["Ek", "Bo", "B", "Ersättare"])
    )
    assert read_members(named).members == (PastedMember("Bo", "Ek", "B", Role.SUBSTITUTE, 1),)
    bare = mark.join(["Ada Åkerö", "Ordförande", "A"]) + "\n" + mark.join(["Bo Ek", "B", ""])
    assert read_members(bare).members == (
        PastedMember("Ada", "Åkerö", "A", Role.CHAIR, 1),
        PastedMember("Bo", "Ek", "B", Role.MEMBER, 2),
    )


def test_two_groups_side_by_side() -> None:
    beside = "Ledamöter kallas\tErsättare underrättas\nAda Åkerö (A), ordförande\tBo Ek (B)\n"
    assert [m.role for m in read_members(beside).members] == [Role.CHAIR, Role.SUBSTITUTE]
    after = "Ledamöter kallas Ersättare underrättas\nAda Åkerö (A)\n\nBo Ek (B)\n"
    found = read_members(after)
    assert [m.role for m in found.members] == [Role.MEMBER, Role.SUBSTITUTE]
    assert found.unclear == (
        "Ledamöter och ersättare stod i två spalter; de 1 sista raderna lästes som ersättare.",
    )


@pytest.mark.parametrize(
    ("text", "unclear"),
    [
        ("", "Ingen person hittades i texten."),
        ("Vakant (A)", "gick inte att tolka"),
        ("Ada", "gick inte att tolka"),
        ("Ada Åkerö, hedersmedlem", "gick inte att tolka"),
        ("Ada Åkerö", "Parti saknas för Ada Åkerö."),
        ("Ada Åkerö (A), kassör", "Uppdraget ”kassör” för Ada Åkerö känns inte igen"),
        ("Ada Åkerö (A), ordförande\nBo Ek (B), ordförande", "Mer än en person står som ordförande."),
        ("Ada Åkerö (A)\nAda Åkerö (A)", "förekommer mer än en gång"),
        ("Ada Åkerö\tA\tStorgatan 2", "togs inte med"),
    ],
)
def test_unclear_members_are_said(text: str, unclear: str) -> None:
    assert any(unclear in said for said in read_members(text).unclear)
