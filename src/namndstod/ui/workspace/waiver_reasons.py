"""The usual reasons for letting a warning of Kontroll stand, by what it warns of."""

from __future__ import annotations

from namndstod.domain.findings import Finding, Severity, hindrances

_USUAL = ("Så gick det till vid sammanträdet", "Ordföranden har godtagit det", "Kontrollerat, det stämmer")
_BY_CODE: dict[str, tuple[str, ...]] = {
    "decision_changed": (
        "Skrivfel, ingen ändring i sak",
        "Språklig ändring, ingen ändring i sak",
        "Så beslutade nämnden",
    ),
    "order_of_service": (
        "Den som stod på tur avböjde",
        "Den som stod på tur kom senare",
        "Partierna är överens",
    ),
    "empty_seat": ("Ersättaren avböjde", "Partierna är överens om att platsen står tom"),
    "came_back": ("Avbrottet berodde på jäv", "Nämnden medgav det"),
    "bumped": ("Partierna är överens",),
    "closed_doors": ("Dörrarna var stängda", "Inga utomstående var närvarande"),
    "remote_to_confirm": ("Ljud, bild och identitet är kontrollerade",),
    "reasons_missing": ("Ingen motivering lämnades", "Motiveringen lämnas vid justeringen"),
    "remark_by_outsider": ("Ordföranden medgav det", "Reglementet tillåter det"),
    "authority_must_decide": ("Personen deltog inte i handläggningen",),
    "chair_votes_last": ("Ordföranden röstade tidigare",),
    "approver_did_not_serve": ("En annan justerare justerar paragrafen", "Hen följde sammanträdet"),
    "no_approver": ("En justerare räcker den här gången",),
    "facts_changed": ("Texten är kontrollerad mot underlaget",),
    "undecided": ("Ärendet tas upp vid nästa sammanträde",),
}


def usual_reasons(finding: Finding) -> tuple[str, ...]:
    """Return the reasons offered for a finding; none where it is not let stand with a reason.

    What must be mended is mended; a time limit, or what belongs to the kallelse that has gone out, needs no
    reason before justering.
    """
    if finding.severity is not Severity.WARN or not hindrances((finding,)):
        return ()
    return _BY_CODE.get(finding.code, _USUAL)
