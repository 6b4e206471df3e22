"""Files that come with the program."""

import pytest

from namndstod.resources import resource

FONTS = [f"Inter-{style}" for style in ("Regular", "Italic", "SemiBold", "Bold")]
FONTS += [f"CharisSIL-{style}" for style in ("Regular", "Italic", "Bold", "BoldItalic")]
FONTS += ["DejaVuSans"]


@pytest.mark.parametrize("name", FONTS)
def test_fonts_are_found(name: str) -> None:
    assert resource(f"fonts/{name}.ttf").read_bytes()[:4] == b"\0\1\0\0"


@pytest.mark.parametrize("family", ["Inter", "Charis", "DejaVu"])
def test_fonts_come_with_their_licence(family: str) -> None:
    assert "Copyright" in resource(f"fonts/LICENSE-{family}.txt").read_text(encoding="utf-8")


def test_what_is_missing_is_an_error() -> None:
    with pytest.raises(FileNotFoundError, match="fonts/saknas"):
        resource("fonts/saknas.ttf")


def test_the_colour_profile_is_one_and_comes_with_its_licence() -> None:
    assert resource("colour/sRGB.icc").read_bytes()[36:40] == b"acsp"
    assert "No copyright" in resource("colour/LICENSE-sRGB.txt").read_text(encoding="utf-8")
