"""Number formats as a Swedish Excel shows them."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

import pytest

from namndstod.exchange.xlsx_format import shown

KR = '_-* #,##0.00\\ "kr"_-;\\-* #,##0.00\\ "kr"_-;_-* "-"??\\ "kr"_-;_-@_-'
MOMENT = datetime(2027, 2, 14, 9, 5, 7)


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (1234567.891, "#,##0.00", "1~234~567,89"),
        (1234567, "#,##0", "1~234~567"),
        (-1234.5, "#,##0.00;[Red]-#,##0.00", "−1~234,50"),
        (0.1234, "0.0%", "12,3~%"),
        (1234, '#,##0 "kr"', "1~234 kr"),
        (1234.5, KR, "1~234,50 kr"),
        (-12.5, KR, "−12,50 kr"),
        (0, KR, "- kr"),
        (3.14159, "General", "3,14159"),
        (0.1 + 0.2, "General", "0,3"),
        (-3, "0", "−3"),
        (-0.001, "0.00", "0,00"),
        (5, "000", "005"),
        (1500000, '0.0,,"M"', "1,5M"),
        (123.456, "0.0#", "123,46"),
        (123.4, "0.0#", "123,4"),
        (2.5, "0", "3"),
        (198001011234, "000000\\-0000", "19800101-1234"),
        (8001011234, "000000\\-0000", "800101-1234"),
        (701234567, "000-000 00 00", "070-123 45 67"),
        (12345, "0.00E+00", "1,23E+04"),
        (0.25, "# ?/?", "0,25"),
        (5, "[$-41D]#,##0 [$kr-41D]", "5 kr"),
        (701, "[>=1000]#,##0;0", "701"),
        (7010, "[>=1000]#,##0;0", "7~010"),
        (4, ";;;", ""),
        (True, "General", "SANT"),
        ("text", "General", "text"),
        ("Bo", '0;0;0;"Hej "@', "Hej Bo"),
        (MOMENT, "yyyy-mm-dd", "2027-02-14"),
        (MOMENT, "mm-dd-yy", "2027-02-14"),
        (MOMENT, "m/d/yy h:mm", "2027-02-14 09:05"),
        (MOMENT, "d mmmm yyyy", "14 februari 2027"),
        (MOMENT, "dddd d/m", "söndag 14/2"),
        (MOMENT, "hh:mm:ss", "09:05:07"),
        (MOMENT, "mm:ss", "05:07"),
        (MOMENT, "[$-41D]mmm-yy;@", "feb-27"),
        (time(9, 5), "h:mm", "9:05"),
        (timedelta(hours=26, minutes=5), "[h]:mm", "26:05"),
        (None, "General", ""),
    ],
)
def test_shown(value: Any, code: str, text: str) -> None:
    assert shown(value, code).text == text.replace("~", "\u00a0")


def test_numbers_and_dates_stand_right_and_texts_left() -> None:
    assert shown(1, "0").numeric
    assert shown(MOMENT, "yyyy-mm-dd").numeric
    assert not shown("1", "0").numeric
    assert not shown(True, "General").numeric
