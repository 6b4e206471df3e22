"""Commands of the archive, as test_every_command tries them."""

from collections.abc import Callable
from datetime import date

from namndstod.domain.archive import ArchivedMinutes, ArchivedSection
from namndstod.services.commands.archive import (
    MarkArchivedSecret,
    OldMinutes,
    OldSection,
    RemoveArchived,
    TakeInMinutes,
)
from namndstod.services.commands.base import Command

from .helpers import NAME, House

SECTIONS = (OldSection(83, "Bidrag", "18SK1", "att bevilja.", "Allt."), OldSection(84, "Val", secret=True))


def minutes(house: House, day: date) -> OldMinutes:
    file = house.incoming(day.isoformat().encode(), f"{day}.txt")
    return OldMinutes(file, NAME, day, house.body_id, SECTIONS)


def prepare(house: House) -> None:
    """Let there be an archive with one protokoll."""
    house.session.do(TakeInMinutes((minutes(house, date(2018, 11, 28)),)))


OF_THE_REGISTER: dict[str, Callable[[House, str], Command]] = {
    "TakeInMinutes": lambda h, m: TakeInMinutes(
        (minutes(h, date(2018, 10, 31)), minutes(h, date(2018, 9, 26)))
    ),
    "RemoveArchived": lambda h, m: RemoveArchived(h.find(ArchivedMinutes)[0].id),
    "MarkArchivedSecret": lambda h, m: MarkArchivedSecret(h.find(ArchivedSection)[0].id, secret=True),
}
