"""Every made-up house's list is read as a careful reader would, whatever it looks like."""

from __future__ import annotations

import pytest

from namndstod.domain.intake.delegated.understanding import read_delegated

from .delegated_lists import abroad, bodies, cells, counting, elsewhere, heads, later, unlike, written
from .delegated_lists.made import House, compare, workbook

HOUSES = {
    f"{module.__name__.rpartition('.')[2]}-{name}": house
    for module in (abroad, bodies, cells, counting, elsewhere, heads, later, unlike, written)
    for name, house in module.HOUSES.items()
}


@pytest.mark.parametrize("house", HOUSES.values(), ids=HOUSES.keys())
def test_a_list_is_understood(house: House) -> None:
    compare(house, read_delegated(workbook(house)))
