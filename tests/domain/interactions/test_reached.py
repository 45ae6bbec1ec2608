"""Notes that say that somebody was tried and not reached."""

from __future__ import annotations

import pytest

from netkeeper.domain.interactions.reached import says_unreached


@pytest.mark.parametrize(
    "note",
    [
        "soitin, ei vastannut",
        "soitin ei oo vastannu",
        "ei vastannu",
        "Ei tullut paikalle",
        "soitin, varattu",
        "puhelin kiinni",
        "jätin viestin vastaajaan",
        "ei saatu yhteyttä",
        "en saanut kiinni",
        "yritin soittaa",
        "no answer",
        "tried to call",
        "went to voicemail",
        "voicemail",
    ],
)
def test_what_reads_as_an_attempt(note: str) -> None:
    assert says_unreached(note)


@pytest.mark.parametrize(
    "note",
    [
        "coffee",
        "soitin, vastasi heti",
        "puhelimessa puhuttiin kiinnityksestä",
        "pöytä on varattu perjantaiksi",
        "yhteyttä otti heti",
        "didn't answer my question about prices",
        "olin paikalla",
    ],
)
def test_what_tells_of_something_else(note: str) -> None:
    assert not says_unreached(note)
