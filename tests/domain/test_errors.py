"""What an error says in the app, where it names no shell's way out."""

from __future__ import annotations

from datetime import date

import pytest

from netkeeper.domain.errors import NetkeeperError, StoreError, UnreadableFileError, WordError, in_app
from netkeeper.domain.language.contact_words import contact_changes
from netkeeper.domain.language.tokens import split_text


def test_an_error_says_in_the_app_what_it_says_in_a_shell_unless_that_is_another_way_out() -> None:
    assert in_app(StoreError("It is full.")) == "It is full."
    error = UnreadableFileError("Not in UTF-8 (--encoding).", brief="Not in UTF-8.").about_file("a.csv")
    assert (str(error), in_app(error)) == ("a.csv: Not in UTF-8 (--encoding).", "a.csv: Not in UTF-8.")
    assert in_app(NetkeeperError("x", brief="y")) == "y"


@pytest.mark.parametrize("typed", ["kind:call", "feel:4", "next:2w", "is:archived", "last:60d+"])
def test_a_word_that_has_no_place_names_no_command_in_the_app(typed: str) -> None:
    with pytest.raises(WordError, match=r"netkeeper|finds people") as error:
        contact_changes(split_text(typed), date(2026, 11, 23))
    said = in_app(error.value)
    assert "netkeeper" not in said
    assert said.startswith(str(error.value).partition(";")[0])
    assert any(f"({key})" in said for key in "lf") or "z puts" in said
