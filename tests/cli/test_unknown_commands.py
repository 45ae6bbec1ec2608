from __future__ import annotations

import pytest

from netkeeper.cli.registry import HELP, SYNONYMS
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("delete", "archive"),
        ("remove", "archive"),
        ("find", "list"),
        ("search", "list"),
        ("Search", "list"),
        ("serach", "list"),
        ("today", "due"),
        ("lokg", "log"),
        ("sho", "show"),
        ("kirjaa", "log"),
        ("archiv", "archive"),
    ],
)
def test_a_command_that_is_not_there_shows_the_one_that_is_meant(nk: Run, typed: str, meant: str) -> None:
    ran = nk(typed, "anna")

    assert (ran.status, ran.out) == (2, "")
    assert f"did you mean {meant}?" in ran.err


def test_every_hint_is_a_command_that_is_there() -> None:
    assert set(SYNONYMS.values()) <= set(HELP)
    assert not set(SYNONYMS) & set(HELP)
