"""Design tokens: every colour, step and size of the window, for light and dark. No Qt here."""

from __future__ import annotations

from enum import StrEnum

from namndstod.domain.frozen import frozen


class Tone(StrEnum):
    """What a colour means. A tone never stands alone: a word or a sign goes with it."""

    NEUTRAL = "neutral"
    INFO = "info"  # where you are and what you can do
    DONE = "done"
    LOOK = "look"  # look at this
    MEND = "mend"  # must be mended


@frozen
class Tokens:
    """The colours of one scheme, as #RRGGBB."""

    dark: bool
    background: str
    surface: str
    line: str
    line_strong: str  # outline of what can be pressed or written in
    hover: str
    text: str
    muted: str
    accent: str
    accent_soft: str
    accent_hover: str
    on_accent: str
    done: str
    done_soft: str
    look: str
    look_soft: str
    mend: str
    mend_soft: str
    neutral_soft: str
    rail: str
    rail_text: str
    rail_muted: str
    rail_strong: str
    rail_current: str
    rail_badge: str
    shadow: str
    paper: str = "#FFFFFF"  # a sheet of paper is white in the dark too

    def tone(self, tone: Tone) -> tuple[str, str]:
        """Return (text colour, background) of a tone."""
        return {
            Tone.NEUTRAL: (self.muted, self.neutral_soft),
            Tone.INFO: (self.accent, self.accent_soft),
            Tone.DONE: (self.done, self.done_soft),
            Tone.LOOK: (self.look, self.look_soft),
            Tone.MEND: (self.mend, self.mend_soft),
        }[tone]

    def text_pairs(self) -> dict[str, tuple[str, str]]:
        """Return every (text, background) pair that the kit draws, by name: all reach 4.5:1."""
        pairs = {
            "text/background": (self.text, self.background),
            "text/surface": (self.text, self.surface),
            "text/hover": (self.text, self.hover),
            "text/accent_soft": (self.text, self.accent_soft),
            "muted/background": (self.muted, self.background),
            "muted/surface": (self.muted, self.surface),
            "muted/hover": (self.muted, self.hover),
            "muted/accent_soft": (self.muted, self.accent_soft),
            "accent/surface": (self.accent, self.surface),
            "accent/background": (self.accent, self.background),
            "on_accent/accent": (self.on_accent, self.accent),
            "on_accent/accent_hover": (self.on_accent, self.accent_hover),
            "on_accent/mend": (self.on_accent, self.mend),
            "mend/surface": (self.mend, self.surface),
            "mend/background": (self.mend, self.background),
            "look/surface": (self.look, self.surface),
            "done/surface": (self.done, self.surface),
            "look/background": (self.look, self.background),
            "done/background": (self.done, self.background),
            "rail_text/rail": (self.rail_text, self.rail),
            "rail_muted/rail": (self.rail_muted, self.rail),
            "rail_strong/rail": (self.rail_strong, self.rail),
            "rail_strong/rail_current": (self.rail_strong, self.rail_current),
            "rail_text/rail_badge": (self.rail_text, self.rail_badge),
            "rail_text/rail_current": (self.rail_text, self.rail_current),
        }
        return pairs | {f"tone {tone}": self.tone(tone) for tone in Tone}


LIGHT = Tokens(
    dark=False,
    background="#F6F7F9",
    surface="#FFFFFF",
    line="#E1E4EA",
    line_strong="#C6CCD7",
    hover="#F0F2F6",
    text="#1B2230",
    muted="#5A6475",
    accent="#1F5FAE",
    accent_soft="#E7F0FB",
    accent_hover="#184F94",
    on_accent="#FFFFFF",
    done="#1E7A4C",
    done_soft="#E4F4EB",
    look="#8F5A00",
    look_soft="#FFF3DC",
    mend="#B3261E",
    mend_soft="#FCE9E7",
    neutral_soft="#EDEFF3",
    rail="#16233A",
    rail_text="#C9D2E0",
    rail_muted="#98A5BA",
    rail_strong="#FFFFFF",
    rail_current="#2C384D",
    rail_badge="#334058",
    shadow="#1B2230",
)
DARK = Tokens(
    dark=True,
    background="#14171C",
    surface="#1C2027",
    line="#2E343F",
    line_strong="#454D5B",
    hover="#252A33",
    text="#E8EBF1",
    muted="#A9B2C1",
    accent="#7FB2F0",
    accent_soft="#1E3049",
    accent_hover="#9AC3F5",
    on_accent="#0F131A",
    done="#74CFA0",
    done_soft="#173326",
    look="#F0BE6A",
    look_soft="#3A2D12",
    mend="#FF9C93",
    mend_soft="#42201D",
    neutral_soft="#2A303A",
    rail="#0F131A",
    rail_text="#B9C2D0",
    rail_muted="#8E98A8",
    rail_strong="#FFFFFF",
    rail_current="#262B34",
    rail_badge="#2A303A",
    shadow="#000000",
)

STEP = 4
"""Everything stands at multiples of this many pixels."""

RADIUS = 7
CARD_RADIUS = 9


class Type(StrEnum):
    """The type scale."""

    TITLE = "title"  # name of the view
    HEADING = "heading"  # what is chosen
    STRONG = "strong"
    MEDIUM = "medium"
    BODY = "body"
    SMALL = "small"
    LABEL = "label"  # small capitals over a section
    PILL = "pill"
    TINY = "tiny"  # what is there when looked for
    FIGURE = "figure"  # a number to look at


PIXELS = {
    Type.TITLE: 19,
    Type.HEADING: 16,
    Type.STRONG: 13,
    Type.MEDIUM: 13,
    Type.BODY: 13,
    Type.SMALL: 12,
    Type.LABEL: 11,
    Type.PILL: 11,
    Type.TINY: 11,
    Type.FIGURE: 22,
}
WEIGHTS = {
    Type.TITLE: 600,
    Type.HEADING: 600,
    Type.STRONG: 600,
    Type.MEDIUM: 500,
    Type.BODY: 400,
    Type.SMALL: 400,
    Type.LABEL: 600,
    Type.PILL: 600,
    Type.TINY: 400,
    Type.FIGURE: 700,
}
