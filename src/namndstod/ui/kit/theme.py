"""The theme: Fusion, one palette, one style sheet and one font family, made from the tokens.

Widgets ask `tokens()` when they paint; it reads the application's palette, so there is no state to hand
around. They repaint by themselves when the theme changes; one that keeps something made of a colour (an
icon) makes it again in `changeEvent` when `is_theme_change(event)`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import cache

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from namndstod.resources import resource

from .stylesheet import stylesheet
from .tokens import DARK, LIGHT, PIXELS, WEIGHTS, Tokens, Type


class Scheme(StrEnum):
    """The person's choice."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Dresses the application. `changed` comes after every switch, also one made by the system."""

    changed = Signal()

    def __init__(self, app: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
        """Load the fonts and the Swedish texts of Qt, and dress `app` in `scheme`."""
        super().__init__(app)
        self._app = app
        self._scheme = scheme
        self._translator = _swedish(app)
        app.setStyle("Fusion")
        load_fonts()
        app.setFont(font(Type.BODY))
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._dress()

    @property
    def scheme(self) -> Scheme:
        """The person's choice (not what it came to: see `tokens().dark`)."""
        return self._scheme

    def set_scheme(self, scheme: Scheme) -> None:
        """Follow the system, or be light or dark, from now on."""
        if scheme is not self._scheme:
            self._scheme = scheme
            self._dress()

    def _system_changed(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._dress()

    def _dress(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        else:
            dark = self._scheme is Scheme.DARK
        chosen = DARK if dark else LIGHT
        self._app.setPalette(palette(chosen))
        self._app.setStyleSheet(stylesheet(chosen))
        self.changed.emit()


@contextmanager
def undressed() -> Iterator[None]:
    """Build many widgets without the style sheet, and dress everything at once.

    With it, each of the thousand steps of putting a widget into another styles all that is below it anew:
    three quarters of the time that the workspace takes.
    """
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    sheet = application.styleSheet()
    application.setStyleSheet("")
    try:
        yield
    finally:
        application.setStyleSheet(sheet)


def tokens() -> Tokens:
    """Return the tokens of the scheme that the application wears now."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < 128 else LIGHT


def is_theme_change(event: QEvent) -> bool:
    """Whether a `changeEvent` says that the colours are others now."""
    return event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


def palette(t: Tokens) -> QPalette:
    """Return the palette of a scheme, for everything that the style sheet does not name."""
    role = QPalette.ColorRole
    made = QPalette()
    for which, colour in {
        role.Window: t.background,
        role.WindowText: t.text,
        role.Base: t.surface,
        role.AlternateBase: t.background,
        role.Text: t.text,
        role.PlaceholderText: t.muted,
        role.Button: t.surface,
        role.ButtonText: t.text,
        role.BrightText: t.mend,
        role.Highlight: t.accent,
        role.HighlightedText: t.on_accent,
        role.Accent: t.accent,
        role.Link: t.accent,
        role.LinkVisited: t.accent,
        role.ToolTipBase: t.surface,
        role.ToolTipText: t.text,
        role.Light: t.surface,
        role.Midlight: t.hover,
        role.Mid: t.line_strong,
        role.Dark: t.line_strong,
        role.Shadow: t.shadow,
    }.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(t.muted))
    return made


def font(kind: Type) -> QFont:
    """Return the font of a step of the type scale, with tabular figures; a copy to change at will."""
    return QFont(_made_font(kind))


@cache
def _made_font(kind: Type) -> QFont:
    made = QFont("Inter")
    made.setStyleHint(QFont.StyleHint.SansSerif)
    made.setPixelSize(PIXELS[kind])
    made.setWeight(QFont.Weight(WEIGHTS[kind]))
    made.setFeature(QFont.Tag("tnum"), 1)
    if kind is Type.LABEL:
        made.setCapitalization(QFont.Capitalization.AllUppercase)
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
    return made


def load_fonts() -> list[str]:
    """Load the fonts of the window (resources/fonts/Inter-*.ttf); return the names of the families."""
    families: set[str] = set()
    for path in resource("fonts").iterdir():
        if path.name.startswith("Inter-") and path.name.endswith(".ttf"):
            number = QFontDatabase.addApplicationFontFromData(path.read_bytes())
            families.update(QFontDatabase.applicationFontFamilies(number))
    return sorted(families)


def set_area(widget: QWidget, area: str) -> None:
    """Give a widget the background of an area: surface, background, card, rail or line."""
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    set_property(widget, "area", area)


def set_property(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet asks about, and have the widget styled anew."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _swedish(app: QApplication) -> QTranslator:
    """Have Qt's own texts (menus of text fields, days) in Swedish."""
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    translator = QTranslator(app)
    if translator.load("qtbase_sv", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    return translator
