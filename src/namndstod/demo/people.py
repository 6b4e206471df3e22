"""The made-up committee."""

from __future__ import annotations

from namndstod.domain.records import Role
from namndstod.services.commands.register import MemberRow

ORGANISATION = "Region Granbygden"
COMMITTEE = "Tillväxtnämnden"
ADDRESS = ("Region Granbygden", "Box 40, 870 10 Granköping", "region@granbygden.example")

MEMBERS: tuple[MemberRow, ...] = (
    MemberRow("Karin", "Ekvall", "S", Role.CHAIR),
    MemberRow("Olle", "Sandell", "C", Role.VICE_CHAIR),
    MemberRow("Mia", "Fridner", "M", Role.SECOND_VICE_CHAIR),
    MemberRow("Hasan", "Demirel", "S", Role.MEMBER),
    MemberRow("Lena", "Askling", "S", Role.MEMBER),
    MemberRow("Per-Olof", "Nymark", "S", Role.MEMBER),
    MemberRow("Åsa", "Öberger", "KD", Role.MEMBER),
    MemberRow("Jan", "Raskare", "M", Role.MEMBER),
    MemberRow("Nils", "Åkerö", "MP", Role.MEMBER),
    MemberRow("Siv", "Dahlin", "SD", Role.MEMBER),
    MemberRow("Rut", "Strömvall", "V", Role.MEMBER),
)
SUBSTITUTES: tuple[MemberRow, ...] = (
    MemberRow("Tova", "Lindros", "S", Role.SUBSTITUTE),
    MemberRow("Göran", "Häll", "S", Role.SUBSTITUTE),
    MemberRow("Elin", "Marklid", "C", Role.SUBSTITUTE),
    MemberRow("Bo", "Lindhé", "M", Role.SUBSTITUTE),
    MemberRow("Sara", "Winge", "KD", Role.SUBSTITUTE),
    MemberRow("Ulf", "Brandell", "SD", Role.SUBSTITUTE),
)
SECRETARY = ("Ines Falkman", "ines.falkman@granbygden.example", "010-000 40 40")
