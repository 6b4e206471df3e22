"""Kallelser of houses that write them in other ways than we do."""

from __future__ import annotations

from datetime import date, time

import pytest

from namndstod.domain.intake.found import FoundCall, FoundMember
from namndstod.domain.records import GroupMeeting, ItemKind

from .call_papers import headings_call, printed_call, tables_call, text_call


def people(members: tuple[FoundMember, ...]) -> list[str]:
    return [f"{m.name} ({m.party}) {m.role}".strip() for m in members]


def titles(found: FoundCall) -> list[tuple[int | None, str, str]]:
    return [(item.number, item.title, item.diary_number) for item in found.items]


def said(found: FoundCall) -> list[str]:
    return [doubt.message for doubt in found.doubts]


def test_a_table_in_plain_text_and_members_after_the_list() -> None:
    found = text_call("1_kommunstyrelsen.txt")
    assert (found.committee, found.day) == ("Kommunstyrelsen", date(2027, 3, 9))
    assert (found.start, found.end) == (time(13), time(16, 30))
    assert found.place == "Kommunhuset, sal Granen, Storgatan 4 i Tallvik"
    assert found.group_meetings == (
        GroupMeeting(parties=("S", "V"), room="sal Granen", time="10.00–12.00", comment="Majoriteten"),
        GroupMeeting(parties=("M", "C", "KD"), room="sal Boken", time="10.30", comment="Oppositionen"),
    )
    assert (found.secretary.name, found.secretary.email) == ("Joar Vinter", "joar.vinter@tallvik.example")
    assert found.secretary.phone == "0770-12 34 56"
    assert found.notices == (
        "Val av justerare: Egil Strand (M)",
        "Justering: måndagen den 15 mars 2027 kl. 11.00 på kommunkansliet",
    )
    assert people(found.members) == [
        "Berit Almlund (S) ordförande",
        "Maja Söder (V) 1:e vice ordförande",
        "Egil Strand (M) 2:e vice ordförande",
        "Nils-Åke Berg (S)",
    ]
    assert people(found.substitutes) == ["Ada Kvist (S)", "Per von Sten (C)"]
    assert said(found) == ["”Vakant (KD)” togs inte med bland dem som kallas."]
    assert titles(found) == [
        (1, "Upprop och val av justerare", ""),
        (2, "Fastställande av dagordning", ""),
        (3, "Årsredovisning 2026 för Tallviks kommun och dess bolag", "KS 2027/14"),
        (4, "Detaljplan för Ekbacken, antagande", "KS 2025/310"),
        (5, "Svar på motion av Egil Strand (M) om belysta gångvägar", "KS 2026/201"),
        (6, "Delegationsbeslut", "KS 2027/2"),
        (7, "Meddelanden", ""),
    ]
    assert [item.presenters for item in found.items[2:4]] == [("Signe Frost",), ("Anton Rask",)]


def test_sections_below_each_other_with_inline_decisions() -> None:
    found = text_call("2_barnnamnden.txt")
    assert (found.committee, found.day, found.start) == (
        "Barn- och utbildningsnämnden",
        date(2027, 5, 20),
        time(8, 30),
    )
    assert found.place == "Sessionssalen, Rådhuset"
    assert (found.secretary.name, found.secretary.title) == ("Tove Lund", "nämndsekreterare")
    assert people(found.members) == [
        "Karin Hav (C) ordförande",
        "Lars-Erik Dal (S) vice ordförande",
        "Hanna Å (M)",
    ]
    assert [item.number for item in found.items] == [41, 42, 43, 44, 45, 46]
    _, chosen, told, budget, fee, other = found.items
    assert (chosen.kind, chosen.points) == (ItemKind.FORMAL, ("Förslag: Lars-Erik Dal (S)",))
    assert told.points == ("Läget i förskolan, kl. 8.45", "Skolskjutsar hösten 2027")
    assert (budget.decider, budget.clauses) == (
        "Barn- och utbildningsnämnden beslutar",
        ("att godkänna budgetuppföljningen.",),
    )
    assert (budget.diary_number, budget.presenters) == ("BUN 2027/88", ("Ines Ek, ekonom",))
    assert fee.presenters == ("Ines Ek, ekonom", "Bo Lind, skolchef")
    assert fee.decider == "Barn- och utbildningsnämnden föreslår kommunfullmäktige besluta"
    assert fee.clauses == ("att anta taxan enligt bilaga,", "att taxan gäller från den 1 januari 2028.")
    assert fee.supporting_documents == (
        "Tjänsteskrivelse 2027-05-03",
        "Förslag till taxa för barnomsorg i Ekhamra kommun",
        "Protokollsutdrag från arbetsutskottet den 6 maj 2027, § 33",
    )
    assert (other.title, other.points) == ("Övriga frågor", ())  # who signs is no text of it
    assert found.doubts == ()


def test_labels_above_their_values_and_headings_over_several_items() -> None:
    found = text_call("3_miljonamnden.txt")
    assert (found.committee, found.day, found.start) == (
        "Miljö- och byggnadsnämnden",
        date(2027, 2, 17),
        time(9),
    )
    assert found.place == "Möteslokalen Vitsippan, plan 2, Bruksgatan 1, Ljungdalen"
    assert people(found.members)[2] == "Ove Natt och Dag (M)"
    assert people(found.substitutes) == ["Siri Falk (S)", "Kaj Horn (SD)"]
    assert titles(found)[4] == (5, "Bygglov för tillbyggnad av fritidshus på Näset 1:44", "MBN 2027-31")
    kinds = [ItemKind.FORMAL] * 3 + [ItemKind.DECISION] * 3 + [ItemKind.INFORMATION] * 2 + [ItemKind.REPORT]
    assert [item.kind for item in found.items] == kinds
    assert said(found) == []


def test_a_sentence_calls_and_decisions_are_numbered_sentences() -> None:
    found = text_call("4_vardnamnden.txt")
    assert (found.committee, found.day) == ("Nämnden för hälsa och vård", date(2027, 11, 11))
    assert (found.start, found.place) == (time(9), "Björksalen, Regionens hus")
    assert (found.secretary.name, found.secretary.phone) == ("Elsa Bark", "0101-22 33 44")
    assert [item.title for item in found.items][:2] == ["Protokollsjustering", "Information"]
    plan = found.items[2]
    assert (plan.diary_number, plan.presenters) == ("RBM-2027-00377", ("Vera Mård",))
    assert plan.clauses == (
        "Verksamhetsplan med budget 2028 fastställs.",
        "Hälso- och sjukvårdsdirektören får i uppdrag att redovisa en handlingsplan för hälso- och "
        "sjukvårdens lokaler senast 2028-03-31.",
    )
    assert plan.summary == (
        "Planen beskriver nämndens mål och de 4 250 000 kronor som avsätts för nya lokaler.",
    )
    assert found.items[3].points == ()
    assert said(found) == ["Det framgår inte vilka ledamöter som kallas."]


def test_times_before_items_and_furniture_between_the_pages() -> None:
    found = text_call("5_arbetsutskott.txt")
    assert (found.committee, found.start, found.end) == (
        "Socialnämndens arbetsutskott",
        time(8, 15),
        time(12),
    )
    assert found.place == "Storsjögården, Lilla salen"
    assert [item.number for item in found.items] == [1, 2, 3, 4, 5]
    rent = found.items[2]
    assert rent.title == "Lokaler för dagverksamheten i Norrsjö, förslag om nytt hyresavtal från och med 2028"
    assert rent.clauses == (
        "att teckna hyresavtal för Norrsjö 4:12 under tio år, till en kostnad av högst 2 140 000 kronor "
        "om året,",
        "att ge förvaltningschefen i uppdrag att underteckna avtalet samt",
        "att följande villkor gäller för avtalet:",
    )
    assert rent.conditions == (
        "hyran räknas upp med högst två procent om året",
        "lokalerna är klara senast den 31 december 2027",
    )
    assert rent.summary[1:] == (
        "1. Hyran är lägre än väntat.",
        "2. Inflyttning kan ske i etapper. 4. och 5. etappen beslutas senare.",
    )
    assert said(found)[1:] == ["Klockslag för enskilda punkter togs inte med."]


def test_a_word_document_where_all_is_in_tables() -> None:
    found = tables_call()
    assert (found.committee, found.day) == ("Teknik- och fritidsnämnden", date(2027, 4, 14))
    assert (found.start, found.end, found.place) == (time(15), time(18), "Fritidsgården, stora salen")
    assert people(found.members) == ["Vera Ståhl (MP) ordförande", "Isak Ör (S)"]
    assert people(found.substitutes) == ["Eva af Skog (M)"]
    assert (found.secretary.name, found.secretary.phone) == ("Ulf Spång", "0220-123 45")
    assert titles(found) == [
        (1, "Upprop", ""),
        (2, "Information", ""),
        (3, "Avgifter för båtplatser 2028", "TFN 2027:31"),
    ]
    assert found.items[1].points == ("Isläget i hamnen", "Nya simhallen")
    assert found.items[1].presenters == ("Mona Tång", "Alf Bro")
    assert found.items[2].supporting_documents == ("Tjänsteskrivelse", "Taxa 2028")
    assert found.doubts == ()


def test_headings_of_word_tell_items_from_lists_inside_them() -> None:
    found = headings_call()
    assert (found.committee, found.day, found.start) == ("Kulturnämnden", date(2027, 6, 7), time(17))
    assert found.place == "Biblioteket, läsesalen"
    assert people(found.members) == ["Pia Hed (C) ordf.", "Sten Ask (S) vice ordf.", "Åke Ny (V)"]
    assert titles(found) == [
        (1, "Sammanträdet öppnas", ""),
        (2, "Kulturstipendium 2027", "KUN 2027/19"),
        (3, "Rapporter", ""),
    ]
    prize = found.items[1]
    assert prize.clauses == ("att utse årets stipendiat enligt bilaga 1.",)
    assert len(prize.summary) == 4
    assert prize.supporting_documents == ("Juryns förslag, bilaga 1",)


def test_a_printed_kallelse_whose_left_column_is_the_shorter() -> None:
    found = printed_call()
    assert (found.committee, found.place) == ("Gatu- och parknämnden", "Parkhuset")
    assert (found.day, found.start) == (date(2027, 10, 5), time(13, 15))
    assert people(found.members) == ["Moa Berg (S) ordförande", "Jan Ask (M) vice ordförande"]
    assert people(found.substitutes) == ["Lo Holm (S)", "Per Rot (M)", "Eva Gran (V)"]
    assert titles(found) == [
        (87, "Protokollets justering", ""),
        (88, "Ombyggnad av Torggatan mellan stationen och hamnen", "GPN 2027/205"),
        (89, "Anmälningsärenden", ""),
    ]
    assert found.items[1].clauses == (
        "att bygga om Torggatan för högst 4 500 000 kronor, samt",
        "att arbetet får börja tidigast i mars 2028.",
    )
    assert found.doubts == ()


@pytest.mark.parametrize("name", ["1_kommunstyrelsen.txt", "5_arbetsutskott.txt"])
def test_no_item_has_lost_its_text_to_a_page(name: str) -> None:
    found = text_call(name)
    texts = [text for item in found.items for text in (*item.clauses, *item.summary, *item.points)]
    assert texts == [text for text in texts if "(2)" not in text and "lista" not in text]


def test_headings_in_a_table_times_in_a_column_and_vice_chairs_in_short() -> None:
    found = text_call("6_skolnamnden.txt")
    assert people(found.members) == [
        "Greta Wikner (L) ordf.",
        "Peter Kvarnlöf (M) 1:e v. ordf.",
        "Suzanne Rehn (S) 2:e v. ordf.",
        "Ali Rezai (S)",
        "Märta af Ekström (KD)",
    ]
    assert titles(found)[2:6] == [
        (3, "Skolorganisation 2028–2032, norra kommundelen", "BUN 2026/233"),
        (4, "Svar på e-förslag om längre bibliotekstid", "BUN 2027/14"),
        (5, "Rektorsinformation – läget i grundskolan", "BUN 2027/3"),
        (6, "Elevhälsans årsrapport", ""),
    ]
    assert [item.kind for item in found.items[2:7]] == [
        ItemKind.DECISION,
        ItemKind.DECISION,
        ItemKind.INFORMATION,
        ItemKind.INFORMATION,
        ItemKind.REPORT,
    ]
    assert not any(item.points for item in found.items)
