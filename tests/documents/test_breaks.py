"""Where pages break: never between a heading, its facts and what they introduce."""

from __future__ import annotations

import pytest

from namndstod.documents.layout import draw
from namndstod.domain.content import Block, Heading, Paper, Paragraph, ParagraphRole, inline

from .reading import page_texts


@pytest.mark.parametrize("lines_before", range(30, 60))
def test_a_heading_and_its_facts_stay_with_what_follows(lines_before: int) -> None:
    filling = Paragraph(inline("\n".join(f"rad {n}" for n in range(lines_before))))
    blocks: tuple[Block, ...] = (
        filling,
        Heading(2, "Ärenderubrik", label="4."),
        Paragraph(inline("Diarienummer: 27RG1"), ParagraphRole.META),
        Heading(3, "Förslagsrubrik"),
        Paragraph(inline("Löptexten börjar här."), ParagraphRole.BODY),
    )
    pages = [set(page.split()) for page in page_texts(draw(Paper("Prov", blocks)).pdf)]
    (with_heading,) = [n for n, page in enumerate(pages) if "Ärenderubrik" in page]
    assert {"27RG1", "Förslagsrubrik", "Löptexten"} <= pages[with_heading]
