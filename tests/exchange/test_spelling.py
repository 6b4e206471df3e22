"""Swedish spelling: compounds are right, slips are found, and what was meant is suggested."""

from __future__ import annotations

import pytest

from namndstod.exchange.spelling import dictionary
from namndstod.services.worker_client import WorkerClient

RIGHT = """
    sammanträdesprotokoll tillväxtnämnd tillväxtnämndens Tillväxtnämnden återremitteras bordlades justerare
    nämndsekreterare regionfullmäktige omröstningslista inkallelseordning propositionsordning jäv hälso-
    bifallsyrkande avslagsyrkande utslagsröst tjänsteperson näringslivsutveckling kollektivtrafikmyndigheten
"""


def test_words_of_minutes_are_right() -> None:
    assert dictionary().wrong(RIGHT.split()) == []


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("samanträde", "sammanträde"),
        ("protokol", "protokoll"),
        ("Nämden", "Nämnden"),
        ("yrkkande", "yrkande"),
        ("ordförrande", "ordförande"),
        ("tilväxtnämnden", "tillväxtnämnden"),
        ("delegationsordnning", "delegationsordning"),
        ("reservartion", "reservation"),
    ],
)
def test_a_slip_is_found_and_mended(slip: str, meant: str) -> None:
    assert dictionary().wrong([slip]) == [slip]
    assert meant in dictionary().suggest(slip)[:3]


def test_words_that_belong_here_are_suggested_first() -> None:
    assert dictionary().suggest("Öbergg", ["Öberg"])[0] == "Öberg"


def test_the_child_process_answers() -> None:
    worker = WorkerClient()
    try:
        assert worker.wrong_words(["ärende", "ärrende"]) == ["ärrende"]
        assert "ärende" in worker.suggestions("ärrende", [])
    finally:
        worker.close()
