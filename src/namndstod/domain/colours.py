"""Colours as «#RRGGBB», and how well they are told from the paper (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import re

PAPER = "#FFFFFF"
LEAST_CONTRAST = 4.5  # of text against what it stands on
_SHORT = re.compile(r"#?([0-9a-fA-F]{3})")
_LONG = re.compile(r"#?([0-9a-fA-F]{6})")


def colour_code(text: str) -> str | None:
    """Return what a person wrote («1f5fae», «#15A») as «#1F5FAE», or None when it is no colour."""
    written = text.strip()
    if short := _SHORT.fullmatch(written):
        return "#" + "".join(2 * digit for digit in short[1]).upper()
    found = _LONG.fullmatch(written)
    return f"#{found[1].upper()}" if found else None


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours (1–21)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str) -> str:
    """Return the colour, or the lightest shade of it that can be read on white paper."""
    channels = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    shades = ("#" + "".join(f"{c * percent // 100:02X}" for c in channels) for percent in range(100, -1, -1))
    return next(shade for shade in shades if contrast(shade, PAPER) >= LEAST_CONTRAST)


def tinted(colour: str) -> str | None:
    """Return the colour that a letterhead is printed in, dark enough for paper; None for none."""
    code = colour_code(colour)
    return readable(code) if code is not None else None


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
