"""Own phrases and own words in Inställningar."""

from namndstod.domain.phrase_bank import Phrase
from namndstod.domain.records import TextRole
from namndstod.services.aiding import phrases
from namndstod.ui.own_words import OwnWords
from namndstod.ui.phrases_card import PhraseSheet
from namndstod.ui.settings_view import SettingsView

from .conftest import House


def stored(house: House) -> list[Phrase]:
    return house.main.session.ask(phrases)


def test_phrases_are_added_changed_and_taken_away(house: House) -> None:
    view = house.main.show_view("settings")
    assert isinstance(view, SettingsView)
    view.phrases.add.click()
    form = house.sheet(PhraseSheet)
    form.accept()  # nothing is written yet: it says so and stays
    assert form.isVisible()
    form.text.setPlainText("{Nämnd} tackar för dragningen.")
    form.role.set_value(TextRole.DECISION.value)
    form.accept()
    assert [(p.text, p.role) for p in stored(house)] == [
        ("{Nämnd} tackar för dragningen.", TextRole.DECISION)
    ]
    view.phrases.list.activatedId.emit(stored(house)[0].id)
    house.sheet(PhraseSheet).text.setPlainText("Nämnden tackar.")
    house.sheet(PhraseSheet).accept()
    assert [p.text for p in stored(house)] == ["Nämnden tackar."]
    view.phrases.list.removeRequested.emit(stored(house)[0].id)
    assert stored(house) == []
    house.main.undoing.undo()
    assert [p.text for p in stored(house)] == ["Nämnden tackar."]


def test_own_words_and_the_choice_are_kept_beside_the_settings(house: House) -> None:
    view = house.main.show_view("settings")
    assert isinstance(view, SettingsView)
    view.words.word.setText("Björkvikssatsningen")
    view.words.add.click()
    assert OwnWords(house.memory.own_words).all() == ("Björkvikssatsningen",)
    view.words.on.setChecked(False)
    assert not house.memory.spelling
    view.words.list.removeRequested.emit("Björkvikssatsningen")
    assert OwnWords(house.memory.own_words).all() == ()
