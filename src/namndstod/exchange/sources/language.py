"""Whether a text is Swedish, told by its small words: a Danish paper has no Swedish headings to find."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_SWEDISH = "svenska"
_SMALL_WORDS = {
    name: frozenset(words.split())
    for name, words in (
        (_SWEDISH, "och att är inte för från ett av sig ska efter också mellan vara blir genom"),
        ("danska", "og at er ikke af fra et efter også mellem være bliver skal hvor blev gennem"),
        ("norska", "og å er ikke av fra et etter også mellom være blir skal hvor ble gjennom"),
        ("engelska", "and the is not for from of to with that be are this shall was by"),
        ("finska", "ja on ei että joka sekä ovat tai kun mukaan olla voi oli myös kanssa"),
        ("tyska", "und der die das ist nicht von mit für auf den dem ein wird oder auch"),
    )
}
_LEAST = 6  # small words of the other language before anything is said
_WORD = re.compile(r"[^\W\d_]+")
_MOST = 20_000  # words looked at


def foreign_language(texts: Iterable[str]) -> str:
    """Return the Swedish name of the language that a text is written in; empty for Swedish or too little."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(word.lower() for word in _WORD.findall(text))
        if counts.total() > _MOST:
            break
    found = {name: sum(counts[word] for word in words) for name, words in _SMALL_WORDS.items()}
    swedish = found.pop(_SWEDISH)
    best = max(found, key=lambda name: found[name])
    return best if found[best] >= _LEAST and found[best] > 2 * swedish else ""
