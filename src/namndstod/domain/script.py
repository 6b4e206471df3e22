"""What the chair says next in a §: propositions, «Ja för …, nej för …», tie and lot."""

from __future__ import annotations

from .facts import Facts, SectionFacts
from .option_names import Names
from .procedure import NextStep, Procedure, Stage
from .proceedings import REJECTION, TODAY, PropositionKind
from .swedish import listed

WAITS = {
    Stage.PUT: "Ärendet är inte avgjort: ställ proposition först.",
    Stage.FIND: "Ange först vad ordföranden finner att propositionen har lett till.",
    Stage.OPEN: "Omröstning är begärd: genomför den först.",
    Stage.CALL: "Omröstningen pågår: alla har inte röstat.",
    Stage.CASTING: "Rösterna är lika många: ange ordförandens utslagsröst.",
    Stage.LOT: "Rösterna är lika många: ange vad lotten faller på.",
}
"""Why the klubba waits, by what comes next."""


def script(facts: Facts, here: SectionFacts, course: Procedure) -> str:
    """Return the chair's words for the next step; nothing when only the klubba is left."""
    names, step = Names(facts, here, course.options), course.next
    match step.stage:
        case Stage.PUT:
            return _put(names, step, facts.term.short_name)
        case Stage.FIND:
            return f"Jag finner att {facts.term.short_name} har beslutat …"
        case Stage.OPEN | Stage.CALL:
            ja, nej = names.meaning(*step.options)
            asked = f"Ja för {ja}, nej för {nej}."
            return f"Omröstning är begärd. {asked}" if step.stage is Stage.OPEN else asked
        case Stage.CASTING:
            return "Rösterna är lika många. Jag avgör med min utslagsröst."
        case Stage.LOT:
            between = listed([names.definite(key) for key in step.options])
            return f"Rösterna är lika många. Lotten avgör mellan {between}."
        case Stage.SETTLED:
            return ""


def _put(names: Names, step: NextStep, body: str) -> str:
    options = step.options
    if step.kind is PropositionKind.TODAY:
        key = next(k for k in options if k != TODAY)
        ja, nej = names.meaning(TODAY, key)
        return f"Jag ställer först proposition på {ja} och på {nej}."
    if step.kind is PropositionKind.COUNTER:
        rivals = listed([names.definite(key) for key in options])
        asked = f"Vad ska vara motförslag? Jag ställer proposition på {rivals}, var för sig."
        return f"Omröstning är begärd. {asked}"
    if step.kind is PropositionKind.ADDITION or (REJECTION in options and len(options) == 2):
        return f"Jag ställer proposition på bifall respektive avslag på {names.definite(options[0])}."
    if len(options) == 1:
        return f"Kan {body} besluta enligt {names.definite(options[0])}?"
    return f"Jag ställer proposition på {listed([names.definite(key) for key in options])}, var för sig."
