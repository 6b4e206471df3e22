"""How a list on its way in is spoken of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from namndstod.domain.delegation_names import APPEALS
from namndstod.domain.findings.finding import Severity
from namndstod.domain.intake import own_columns
from namndstod.domain.intake.found_delegated import DelegatedField
from namndstod.domain.records import Appeal
from namndstod.domain.swedish import EN_DASH, NBSP, counted, iso_date, whole_number
from namndstod.services.delegation.planning import DelegationPlan, PlanRow, PlanState
from namndstod.ui.kit.tokens import Tone

STATES: Final[Mapping[PlanState, tuple[str, Tone]]] = {
    PlanState.NEW: ("nytt", Tone.INFO),
    PlanState.CHANGED: ("ändrat", Tone.LOOK),
    PlanState.DUPLICATE: ("finns redan", Tone.NEUTRAL),
    PlanState.WARNING: ("se över", Tone.LOOK),
    PlanState.ERROR: ("fel", Tone.MEND),
}
SEVERAL: Final[Mapping[PlanState, str]] = {
    PlanState.NEW: "Nya",
    PlanState.CHANGED: "Ändrade",
    PlanState.DUPLICATE: "Finns redan",
    PlanState.WARNING: "Se över",
    PlanState.ERROR: "Fel",
}
SEVERITIES: Final[Mapping[Severity, tuple[str, Tone, str]]] = {
    Severity.BLOCK: ("warning", Tone.MEND, "Fel"),
    Severity.WARN: ("warning", Tone.LOOK, "Se över"),
    Severity.INFORM: ("info", Tone.INFO, "Upplysning"),
}
FIELDS: Final[Mapping[str, str]] = {
    DelegatedField.SERIAL: "Löpnummer",
    DelegatedField.DIARY_NUMBER: "Diarienummer",
    DelegatedField.KIND: "Gäller",
    DelegatedField.RECIPIENT: "Mottagare",
    DelegatedField.BRANCH: "Bransch",
    DelegatedField.GENDER: "Kön",
    DelegatedField.MUNICIPALITY: "Kommun",
    DelegatedField.AMOUNT: "Belopp",
    DelegatedField.DECIDED_BY: "Beslutsfattare",
    DelegatedField.DECIDED_BY_TITLE: "Beslutsfattarens titel",
    DelegatedField.DECIDED_ON: "Beslutsdatum",
    DelegatedField.POINT: "Punkt",
    DelegatedField.NOTE: "Anmärkning",
    DelegatedField.URGENT: "Ordförandebeslut",
    "extra": "Övrigt",
    "personal": own_columns.PERSONAL,
    "appeal": own_columns.APPEAL,
    "recorded_on": own_columns.RECORDED,
    "announced_on": own_columns.ANNOUNCED,
}


def value_text(value: object) -> str:
    """Return a value as it is shown: «12 500 kr», «2027-04-02», «ja»."""
    if isinstance(value, Appeal):
        return APPEALS[value]
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, int):
        return f"{whole_number(value)}{NBSP}kr"
    if isinstance(value, date):
        return iso_date(value)
    if isinstance(value, tuple):
        return ", ".join(": ".join(pair) for pair in value) or "–"
    return str(value) if value else "–"


def summary(plan: DelegationPlan) -> str:
    """Return «2027-04-01 – 2027-04-30 · 12 beslut · 1 064 126 kr»."""
    parts = [counted(len(plan.rows), "beslut", "beslut")]
    if plan.period is not None:
        first, last = plan.period
        days = iso_date(first) if first == last else f"{iso_date(first)} {EN_DASH} {iso_date(last)}"
        parts.insert(0, days)
    if plan.total:
        parts.append(f"{whole_number(plan.total)}{NBSP}kr")
    return " · ".join(parts)


def told(plan: DelegationPlan) -> list[tuple[Severity, str, str]]:
    """Return what is said of the list as a whole: severity, sentence, source."""
    found = [(Severity.WARN, d.message, "") for d in plan.found.doubts]
    found += [(Severity.WARN, d.message, "") for t in plan.found.tables for d in t.doubts]
    found += [(f.severity, f.message, f.source) for f in plan.findings]
    if plan.missing and plan.earlier is not None:
        names = [d.diary_number or d.recipient or d.kind for d in plan.missing]
        more = f" och {len(names) - 5} till" if len(names) > 5 else ""
        said = counted(len(names), "beslut", "beslut")
        text = (
            f"{said} i ”{plan.earlier.name}” står inte i den här listan: {', '.join(names[:5])}{more}. "
            "De ligger kvar i registret; ta bort dem där om de inte gäller."
        )
        found.append((Severity.WARN, text, ""))
    return found


def state_text(row: PlanRow) -> str:
    """Return «nytt», «ändrat, se över» or «fel»: also that it would change what is there."""
    word = STATES[row.state][0]
    both = row.differs and row.state in (PlanState.WARNING, PlanState.ERROR)
    return f"{STATES[PlanState.CHANGED][0]}, {word}" if both else word


def row_name(row: PlanRow) -> str:
    """Return what a row is called."""
    return row.found.diary_number or row.found.serial or f"Rad {row.found.source_row}"


def covering(plan: DelegationPlan, file_name: str) -> str:
    """Return a short letter to whoever sent the list, about what is to be mended."""
    wrong = sum(row.state is PlanState.ERROR for row in plan.rows)
    unclear = sum(row.state is PlanState.WARNING for row in plan.rows)
    parts = [counted(wrong, "rad har fel", "rader har fel")] if wrong else []
    parts += [counted(unclear, "rad behöver ses över", "rader behöver ses över")] if unclear else []
    found = " och ".join(parts) or "Listan behöver ses över"
    return (
        f"Hej!\n\nTack för listan ”{plan.found.name}” med {counted(len(plan.rows), 'beslut', 'beslut')}. "
        f"{found[0].upper()}{found[1:]}.\n\n"
        f"Jag skickar tillbaka listan som ”{file_name}”. Cellerna är markerade och kommenterade, och "
        "på bladet ”Att rätta” står allt på ett ställe med regel eller lagrum.\n\n"
        "Rätta i filen och skicka tillbaka den. Bara det som du har ändrat läses då in.\n"
    )
