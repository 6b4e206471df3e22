"""Colours of a letterhead: read as people write them, and dark enough for paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namndstod.domain.colours import LEAST_CONTRAST, PAPER, colour_code, contrast, readable


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("#1F5FAE", "#1F5FAE"),
        (" 1f5fae ", "#1F5FAE"),
        ("#15a", "#1155AA"),
        ("", None),
        ("blå", None),
        ("#12345", None),
        ("#1F5FAEFF", None),
    ],
)
def test_a_colour_is_read_as_people_write_it(written: str, code: str | None) -> None:
    assert colour_code(written) == code


@given(st.integers(0, 0xFFFFFF))
def test_every_colour_is_made_readable_and_no_darker_than_needed(number: int) -> None:
    colour = f"#{number:06X}"
    shade = readable(colour)
    assert contrast(shade, PAPER) >= LEAST_CONTRAST
    assert (shade == colour) == (contrast(colour, PAPER) >= LEAST_CONTRAST)
    assert contrast(shade, PAPER) <= max(contrast(colour, PAPER), LEAST_CONTRAST + 0.35)


def test_yellow_keeps_its_hue() -> None:
    red, green, blue = (int(readable("#FFD200")[i : i + 2], 16) for i in (1, 3, 5))
    assert red > green > blue == 0
