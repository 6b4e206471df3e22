"""What a new body begins with until somebody says otherwise."""

from __future__ import annotations

from namndstod.domain.records import BodyKind, Customs, ItemKind, ItemPurpose, StandardItem

KINDS: dict[BodyKind, str] = {
    BodyKind.COMMITTEE: "Nämnd",
    BodyKind.BOARD: "Styrelse",
    BodyKind.ASSEMBLY: "Fullmäktige",
    BodyKind.SUBCOMMITTEE: "Utskott",
}
SHORT_NAMES: dict[BodyKind, str] = {
    BodyKind.COMMITTEE: "nämnden",
    BodyKind.BOARD: "styrelsen",
    BodyKind.ASSEMBLY: "fullmäktige",
    BodyKind.SUBCOMMITTEE: "utskottet",
}
STANDARD_ITEMS: tuple[StandardItem, ...] = (
    StandardItem(title="Protokollsjustering", kind=ItemKind.FORMAL, purpose=ItemPurpose.APPROVAL),
    StandardItem(title="Information", kind=ItemKind.INFORMATION),
    StandardItem(title="Anmälningsärenden", kind=ItemKind.REPORT, purpose=ItemPurpose.DELEGATED, last=True),
)


def usual_customs() -> Customs:
    """Return the customs of a new body."""
    return Customs(standard_items=STANDARD_ITEMS)
