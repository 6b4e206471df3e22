"""Labels typed before a text: «•», «–», «1.», «2.1», «a)». The word «att» is none."""

from __future__ import annotations

import re

_BULLETS = {"·": "•", "●": "•", "∙": "•", "‣": "•", "⁃": "•", "■": "▪", "\uf0a7": "▪", "\uf06f": "◦"}
_LABEL = re.compile(
    r"(?P<bullet>[•·●∙‣⁃■▪▫◦\ue000-\uf8ff])\s*(?=\S)"
    r"|(?P<dash>[-–—*])\s+(?=\S)"
    r"|(?P<ring>o)\s+(?=\S{3,})"
    r"|(?P<number>\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s+[A-ZÅÄÖ])|\(?[a-zåäö]\)|[ivx]{1,4}\))\s+(?=\S)"
)


def split_label(text: str) -> tuple[str, str]:
    """Return the label typed before a text, symbol fonts' bullets as plain ones, and the rest of the text."""
    match = _LABEL.match(text)
    if match is None:
        return "", text
    rest = text[match.end() :]
    if match["bullet"]:
        sign = match["bullet"]
        return _BULLETS.get(sign, "•" if "\ue000" <= sign <= "\uf8ff" else sign), rest
    return ("◦" if match["ring"] else match["dash"] or match["number"]), rest
