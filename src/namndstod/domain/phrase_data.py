"""The phrases that come with the program (documents.md «Phrases»), and the texts that each is for."""

from __future__ import annotations

from typing import Final

from .records import TextRole

_R = TextRole
_DECISION = frozenset({_R.PROPOSAL, _R.DECISION, _R.POINTS})
_MOTIONS = frozenset({_R.MOTIONS})
_COURSE = frozenset({_R.PROCEDURE})
_RESERVATIONS = frozenset({_R.RESERVATIONS})
_REMARKS = frozenset({_R.REMARKS})
_ATTENDANCE = frozenset({_R.ATTENDANCE, _R.REMARKS})
_STORY = frozenset({_R.SUMMARY, _R.POINTS, _R.BACKGROUND})
_OPENING = _STORY | _DECISION
_TERMS = frozenset({_R.TERMS})

BANK: Final[tuple[tuple[str, frozenset[TextRole]], ...]] = (
    ("Beslutet gäller under förutsättning att {projektets} budget är fullt finansierad.", _TERMS),
    ("Stödet betalas ut i efterskott mot redovisade och betalda kostnader.", _TERMS),
    ("Kostnader som uppkommer före {datum} ger inte rätt till stöd.", _TERMS),
    ("Förändringar i {projektets} inriktning, budget eller tidplan ska godkännas i förväg.", _TERMS),
    ("Det ska framgå av allt material om {projektet} att {organisation} medfinansierar det.", _TERMS),
    ("Lägesrapport och slutrapport lämnas senast den {datum}.", _TERMS),
    ("Om villkoren inte följs kan stödet krävas tillbaka helt eller delvis.", _TERMS),
    ("I övrigt gäller {organisation}s allmänna villkor.", _TERMS),
    ("{Nämnd} beslutar", _DECISION),
    ("att {åtgärd}, samt", _DECISION),
    ("att paragrafen förklaras omedelbart justerad.", _DECISION),
    (
        "att jämte ordföranden justera dagens protokoll utse {NN (P)} med {NN (P)} som ersättare.",
        _DECISION,
    ),
    ("Protokollet ska vara justerat senast den {datum}.", _DECISION),
    ("{Nämnd} föreslår regionfullmäktige besluta att {…}", _DECISION),
    ("Ärendet bordläggs till nästa sammanträde.", _DECISION),
    ("Ärendet återremitteras till {…} för {…}.", _DECISION),
    ("Ärendet utgår.", _DECISION),
    ("Redovisningen godkänns.", _DECISION),
    ("Informationen läggs till handlingarna.", _DECISION),
    ("Motionen anses besvarad med hänvisning till {…}", _DECISION),
    ("Föredragningslistan godkänns med följande ändring: {…}", _OPENING),
    ("Ordföranden förklarar sammanträdet öppnat.", _OPENING),
    ("Ordföranden förklarar sammanträdet avslutat.", _OPENING),
    ("Upprop förrättas.", _OPENING),
    ("{NN (P)} yrkar bifall till {förslaget}.", _MOTIONS),
    ("{NN (P)} yrkar avslag på {förslaget}.", _MOTIONS),
    ("{NN (P)} yrkar att {…}", _MOTIONS),
    ("{NN (P)} yrkar, med instämmande av {NN (P)}, att {…}", _MOTIONS),
    ("{NN (P)} yrkar i första hand {…} och i andra hand {…}.", _MOTIONS),
    ("{NN (P)} yrkar som tillägg att {…}", _MOTIONS),
    ("{NN (P)} yrkar att ärendet återremitteras till {…} för {…}.", _MOTIONS),
    ("{NN (P)} yrkar att ärendet bordläggs till {nästa sammanträde}.", _MOTIONS),
    ("{NN (P)} återtar sitt yrkande.", _MOTIONS | _COURSE),
    (
        "Ordföranden ställer först proposition på om ärendet ska avgöras i dag eller återremitteras och "
        "finner att ärendet ska avgöras i dag.",
        _COURSE,
    ),
    ("Ordföranden finner att {nämnden} beslutar enligt förslaget.", _COURSE),
    (
        "Ordföranden ställer proposition på {A} och på {B}, var för sig, och finner att {nämnden} beslutar "
        "enligt {A}.",
        _COURSE,
    ),
    ("Omröstning begärs och ska genomföras.", _COURSE),
    (
        "{Nämnden} godkänner följande omröstningsordning: Ja-röst för {A}. Nej-röst för {B}.",
        _COURSE,
    ),
    ("Till huvudförslag utses {A}; som motförslag ställs {B} mot {C}.", _COURSE),
    (
        "Med {j} ja-röster mot {n} nej-röster, medan {a} avstår från att rösta, beslutar {nämnden} "
        "enligt {A}.",
        _COURSE,
    ),
    ("Vid lika röstetal avgör ordförandens utslagsröst.", _COURSE),
    ("Hur var och en röstat framgår av omröstningslista nr {n}.", _COURSE),
    (
        "Valet förrättas med slutna sedlar. Avlämnade röster: {n}, varav {NN} {a}, blanka {b}, ogiltiga {c}.",
        _COURSE,
    ),
    ("{NN (P)} reserverar sig mot beslutet till förmån för eget yrkande.", _RESERVATIONS),
    ("{NN (P)} reserverar sig skriftligt, bilaga {n}.", _RESERVATIONS),
    ("{NN (P)} deltar inte i beslutet.", _REMARKS | _COURSE),
    ("{NN (P)} lämnar ett särskilt yttrande, bilaga {n}.", _REMARKS),
    ("{NN (P)} får till protokollet antecknat att {…}", _REMARKS),
    ("{NN (P)} anmäler jäv och deltar inte i handläggning eller beslut i ärendet.", _ATTENDANCE),
    (
        "{NN (P)} anmäler jäv och lämnar rummet under handläggningen och beslutet i ärendet.",
        _ATTENDANCE,
    ),
    ("{NN (P)} ersätter {NN (P)} §§ {a}–{b}.", _ATTENDANCE),
    ("Under § {n} leder vice ordföranden {NN (P)} sammanträdet.", _ATTENDANCE),
    ("{NN (P)} deltar på distans genom ljud- och bildöverföring.", _ATTENDANCE),
    ("Sammanträdet ajourneras kl. {a}–{b} för gruppöverläggningar.", _ATTENDANCE | _STORY),
    ("Rättelse {datum}: i § {n} ska ”{fel}” vara ”{rätt}”. {NN}", _REMARKS),
)
"""Phrase and the texts it is for, in the order in which they are offered."""
