"""Which words are looked up, and which are right whatever a dictionary says."""

from __future__ import annotations

from namndstod.domain.spelling import OF_THE_TRADE, KnownWords, words_in


def looked_up(text: str) -> list[str]:
    return [w.text for w in words_in(text)]


def test_words_are_found_where_they_stand() -> None:
    text = "Hälso- och sjukvårds­nämnden: EU-stöd på 5 %."
    assert [text[w.start : w.end] for w in words_in(text)][:3] == ["Hälso-", "och", "sjukvårds"]
    assert looked_up("Nämndens nya nod\u2011lista’s") == ["Nämndens", "nya", "nod-lista's"]


def test_what_is_no_word_is_left_alone() -> None:
    assert looked_up("20RS263, RUN/430/2018 och KU.2017.3") == ["och"]
    assert looked_up("Karin Ek (S) och Bo Gran (–), (KD)") == ["Karin", "Ek", "och", "Bo", "Gran"]
    assert looked_up("a@b.example eller www.sk.example/x eller karta.pdf") == ["eller", "eller"]
    assert looked_up("EU:s FöredragningsPM t.ex. {NN (P)} KSAU") == []


def test_names_and_their_genitives_are_known() -> None:
    assert "Dnr" in KnownWords(OF_THE_TRADE)
    known = KnownWords(["Åsa Öberg-Quist", "Regional skärvnämnd", "Sal Björklöven"])
    assert all(w in known for w in ("Åsa", "åsas", "Öberg-Quists", "Quist", "Skärvnämnd", "Björklövens"))
    assert "Öbergsson" not in known
    assert "skärv" not in known
