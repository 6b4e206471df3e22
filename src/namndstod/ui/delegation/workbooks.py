"""What the register of delegated decisions gives as workbooks: what is shown, all of it, yearly reports."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from namndstod.domain.exports import ExportKind
from namndstod.domain.swedish import counted, day_month
from namndstod.services.exporting import report_years

from ..workbooks_out import Offer, Offers

if TYPE_CHECKING:
    from ..workspace.actions import Actions
    from .shown import Shown

_YEARS, _MEETINGS = 3, 2  # so many are offered; older ones the command line makes


def register_offers(actions: Actions, shown: Shown, body_name: str) -> Offers:
    """Return the workbooks of the body whose register is shown; nothing while it is empty."""
    register = shown.register
    if not register.live:
        return ()

    def offer(text: str, more: str = "", *, public: bool = False) -> Offer:
        return Offer(text, ExportKind.REGISTER, register.body_id, body_name, public=public, more=more)

    lists = [offer("Hela registret"), offer("Utan personuppgifter", "utan personuppgifter", public=True)]
    if len(shown.slots) < len(register.live):
        ids = tuple(register.decisions[slot].id for slot in shown.slots)
        told = counted(len(ids), "beslut", "beslut")
        part = Offer(
            f"Det som visas, {told}", ExportKind.REGISTER, register.body_id, body_name, only=ids, more="urval"
        )
        lists = [part, *lists]
    years = actions.session.ask(report_years, register.body_id)[:_YEARS]
    reports = [
        Offer(
            f"Årsrapport {year} till revisorerna",
            ExportKind.YEAR,
            register.body_id,
            body_name,
            date(year, 1, 1),
            date(year, 12, 31),
            more=str(year),
        )
        for year in years
    ]
    return (lists, _meetings(shown, body_name), reports)


def _meetings(shown: Shown, body_name: str) -> list[Offer]:
    """Return the delegationslistor of the latest meetings at which anything is reported."""
    found = {place.meeting.id: place.meeting for place in shown.register.places.values()}
    latest = sorted(found.values(), key=lambda m: m.day, reverse=True)[:_MEETINGS]
    return [
        Offer(
            f"Delegationslistan till {day_month(meeting.day)}",
            ExportKind.LIST,
            meeting.body_id,
            body_name,
            more=meeting.day.isoformat(),
            meeting_id=meeting.id,
        )
        for meeting in latest
    ]
