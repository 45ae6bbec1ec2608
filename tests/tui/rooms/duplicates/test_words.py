"""What Duplicates says."""

from __future__ import annotations

from netkeeper.domain.people.identity.likeness import LIKELY, SURE
from netkeeper.tui.rooms.duplicates.words import sure_word


def test_a_pair_is_sure_and_likely_as_everywhere() -> None:
    assert [sure_word(each) for each in (SURE, SURE - 0.01, LIKELY, LIKELY - 0.01)] == [
        "sure",
        "likely",
        "likely",
        "maybe",
    ]
