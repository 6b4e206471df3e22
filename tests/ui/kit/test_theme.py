"""Colours that can be read, fonts that come along, a live switch, icons that can be drawn."""

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from namndstod.domain.colours import contrast
from namndstod.ui.kit import icons
from namndstod.ui.kit.basics import Button, ButtonKind, Pill
from namndstod.ui.kit.stylesheet import stylesheet
from namndstod.ui.kit.theme import Scheme, Theme, font, load_fonts, tokens
from namndstod.ui.kit.tokens import DARK, LIGHT, PIXELS, Tokens, Tone, Type

PAIRS = [
    pytest.param(pair, id=f"{'dark' if t.dark else 'light'} {name}")
    for t in (LIGHT, DARK)
    for name, pair in t.text_pairs().items()
]


@pytest.mark.parametrize("pair", PAIRS)
def test_text_stands_out(pair: tuple[str, str]) -> None:
    assert contrast(*pair) >= 4.5


@pytest.mark.parametrize("t", [LIGHT, DARK], ids=["light", "dark"])
def test_focus_stands_out_from_what_is_around_it(t: Tokens) -> None:
    for ground in (t.surface, t.background, t.accent_soft):
        assert contrast(t.accent, ground) >= 3
    assert contrast(t.rail_strong, t.rail_current) >= 3


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_style_sheet_names_no_colour_of_the_other_scheme() -> None:
    other = {DARK.background, DARK.surface, DARK.text, DARK.line}
    assert not [colour for colour in other if colour in stylesheet(LIGHT)]


def test_fonts_come_with_the_program(theme: Theme) -> None:
    assert "Inter" in load_fonts()
    for kind in Type:
        assert QFontInfo(font(kind)).family() == "Inter"
        assert font(kind).pixelSize() == PIXELS[kind]


def test_figures_are_tabular(theme: Theme) -> None:
    assert font(Type.BODY).isFeatureSet(QFont.Tag("tnum"))
    assert QApplication.font().isFeatureSet(QFont.Tag("tnum"))


def test_switch_is_live(theme: Theme, qtbot: QtBot) -> None:
    button = Button("Klubba", ButtonKind.SECONDARY)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    with qtbot.waitSignal(theme.changed):
        theme.set_scheme(Scheme.DARK)
    assert tokens() is DARK
    assert button.grab().toImage().pixelColor(6, 16) == QColor(DARK.surface)
    theme.set_scheme(Scheme.LIGHT)
    assert button.grab().toImage().pixelColor(6, 16) == QColor(LIGHT.surface)


def test_every_icon_is_drawn_in_its_colour_at_every_scale(theme: Theme) -> None:
    wanted = {
        "house", "calendar", "section", "people", "gear", "search", "plus", "trash", "arrow-up", "arrow-down",
        "drag", "document", "pdf", "word", "mail", "picture", "table", "lock",
        "warning", "info", "check", "cross",
        "undo", "redo", "print", "eye", "chevron-down", "gavel", "clock", "moon", "sun",
    }  # fmt: skip
    assert wanted <= set(icons.names())
    for name in icons.names():
        for scale in (1.0, 1.5, 2.0):
            image = icons.pixmap(name, "#1F5FAE", scale=scale).toImage()
            assert image.width() == round(20 * scale)
            inked = [
                image.pixelColor(x, y)
                for x in range(image.width())
                for y in range(image.height())
                if image.pixelColor(x, y).alpha() > 200
            ]
            assert inked, name
            assert all(abs(c.blue() - 0xAE) < 6 and abs(c.red() - 0x1F) < 6 for c in inked), name


def test_pill_says_its_word_to_the_screen_reader(theme: Theme, qtbot: QtBot) -> None:
    pill = Pill("klar", Tone.DONE)
    qtbot.addWidget(pill)
    assert pill.accessibleName() == "klar"
    pill.set("", Tone.DONE)
    assert pill.isHidden()
