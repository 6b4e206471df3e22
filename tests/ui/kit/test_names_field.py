"""Names typed by their first letters."""

from pytestqt.qtbot import QtBot

from namndstod.ui.kit.names_field import Name, NamesField

from ..conftest import TypeText

NAMES = (
    Name("Karin Ekvall (S)", ("karin",)),
    Name("Åsa Öberger (KD)", ("asa",)),
    Name("Olle Sandell (C)", ("olle",)),
    Name("Alla S", ("karin", "per")),
)


def field(qtbot: QtBot) -> NamesField:
    made = NamesField()
    made.set_names(NAMES)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def test_letters_of_a_surname_and_enter_give_the_name(qtbot: QtBot, type_text: TypeText) -> None:
    names = field(qtbot)
    type_text(names, "öb")
    type_text(names.offered, "\n")
    assert (names.text(), names.chosen(), names.unknown()) == ("Åsa Öberger (KD)", ("asa",), "")


def test_a_comma_takes_the_name_and_begins_another(qtbot: QtBot, type_text: TypeText) -> None:
    names = field(qtbot)
    type_text(names, "ka,oll")
    assert names.complete_first()
    assert names.chosen() == ("karin", "olle")


def test_a_party_stands_for_its_people_once_each(qtbot: QtBot, type_text: TypeText) -> None:
    names = field(qtbot)
    type_text(names, "karin,alla")
    assert names.complete_first()
    assert names.chosen() == ("karin", "per")


def test_what_is_no_name_is_told(qtbot: QtBot, type_text: TypeText) -> None:
    names = field(qtbot)
    type_text(names, "Okänd")
    assert (names.chosen(), names.unknown()) == ((), "Okänd")
    names.set_chosen(("olle", "karin"))
    assert names.text() == "Olle Sandell (C), Karin Ekvall (S)"


def test_a_name_typed_out_is_known_though_it_is_shown_with_a_space_that_never_breaks(
    qtbot: QtBot, type_text: TypeText
) -> None:
    names = field(qtbot)
    names.set_names((Name("Åsa Öberg\u00a0(KD)", ("å",)), Name("Bo Ek\u00a0(S)", ("b",))))
    type_text(names, "Åsa Öberg (KD), bo ek (s")
    assert names.complete_first()
    assert names.chosen() == ("å", "b")
    assert names.unknown() == ""
