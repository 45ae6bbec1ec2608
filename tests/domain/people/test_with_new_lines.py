"""Notes that an import adds to, line by line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.people.same_values import with_new_lines

NOTES = st.text(st.sampled_from("ab \n"), max_size=12)


def test_a_line_that_is_there_is_not_added_again() -> None:
    assert with_new_lines("likes tea", "likes tea\nplays golf") == "likes tea\nplays golf"
    assert with_new_lines("plays golf\nlikes tea", "likes tea\n\nplays golf\nbuys in May") == (
        "plays golf\nlikes tea\nbuys in May"
    )
    assert with_new_lines("", "one\n\ntwo") == "one\n\ntwo"
    assert with_new_lines("teapot", "tea") == "teapot\ntea"


@given(NOTES, NOTES)
def test_the_same_notes_again_add_nothing_and_nothing_is_lost(mine: str, theirs: str) -> None:
    both = with_new_lines(mine, theirs)
    assert both.startswith(mine) and with_new_lines(both, theirs) == both
    assert {line.strip() for line in both.split("\n")} >= {line.strip() for line in theirs.split("\n") if line.strip()}
