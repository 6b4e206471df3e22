"""Settings written as lines are read as they are shown."""

from dataclasses import replace
from datetime import date

import pytest

from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import BodyTerm, Customs, RecipientGroup
from namndstod.ui.term_settings import CALL

GROUPS = (
    RecipientGroup(name="Ledamöter", secret=True, addresses=("saga@region.example", "otto@region.example")),
    RecipientGroup(name="Massmedia"),
)
TERM = BodyTerm(id="t", body_id="b", valid_from=date(2027, 1, 1), name="Skärgårdsnämnden", seats=5)
FIELD = next(f for f in CALL if f.key == "recipient_groups")


def test_recipient_groups_are_lines() -> None:
    term = replace(TERM, customs=Customs(recipient_groups=GROUPS))
    lines = FIELD.get(term)
    assert lines == ("Ledamöter (med sekretess): saga@region.example, otto@region.example", "Massmedia")
    assert FIELD.put(TERM, lines) == term


@pytest.mark.parametrize("line", [": a@b.example", "Media: ring mig", "(med sekretess)"])
def test_a_line_that_is_no_group_is_refused(line: str) -> None:
    with pytest.raises(RuleBroken, match="Ledamöter"):
        FIELD.put(TERM, (line,))
    with pytest.raises(RuleBroken):
        FIELD.put(TERM, ("Media", "Media: a@b.example"))
