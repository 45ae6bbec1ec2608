"""The line that adds somebody: the name in one piece, and words that take what belongs to them."""

from __future__ import annotations

from datetime import date

import pytest

from netkeeper.domain.errors import WordError
from netkeeper.domain.language.add_words import split_name
from netkeeper.domain.language.contact_words import ContactChanges, contact_changes
from netkeeper.domain.language.promise_words import take_promise
from netkeeper.domain.language.tokens import ADDING, EDITING, split_args, split_text

TODAY = date(2026, 11, 23)


def added(line: str) -> tuple[str, ContactChanges]:
    """The line as typed into the app and as a shell gives it, which say the same."""
    found = []
    for words in (split_text(line, ADDING), split_args(line.split(), ADDING)):
        name, rest = split_name(take_promise(words, TODAY)[1])
        found.append((name, contact_changes(rest, TODAY, may_clear=False)))
    assert found[0] == found[1]
    return found[0]


@pytest.mark.parametrize(
    ("line", "name", "organization"),
    [
        ("Liisa Kallio org:Kalliomaito Oy step:regular", "Liisa Kallio", "Kalliomaito Oy"),
        ("Liisa Kallio step:kanta yritys:Kalliomaito Oy", "Liisa Kallio", "Kalliomaito Oy"),
        ("org:Valio Anna Virtanen", "Anna Virtanen", "Valio"),
        ("org:Valio name:Anna Virtanen", "Anna Virtanen", "Valio"),
        ("name:Anna Virtanen org:Valio Oy", "Anna Virtanen", "Valio Oy"),
    ],
)
def test_after_the_name_values_go_on_to_the_next_key(line: str, name: str, organization: str) -> None:
    found, changes = added(line)
    assert (found, changes.organization) == (name, organization)


def test_title_met_and_via_take_their_words_too() -> None:
    name, changes = added("Liisa Kallio title:Brand lead met:Slush 2026 via:Pekka Salo todo:soita next:2w")
    assert (name, changes.title, changes.met, changes.via) == ("Liisa Kallio", "Brand lead", "Slush 2026", "Pekka Salo")


@pytest.mark.parametrize(
    "line", ["Liisa email:a@valio.example Kallio", "Liisa field:food Kallio", "Liisa step:kanta Kallio"]
)
def test_text_behind_a_word_is_never_put_to_the_name(line: str) -> None:
    with pytest.raises(WordError, match=r"'Kallio' stands after .*put the name first"):
        added(line)


def test_a_company_is_not_put_to_the_name() -> None:
    with pytest.raises(WordError, match='write org:"Valio Oy"'):
        added("org:Valio Oy Anna Virtanen")


def test_a_day_joined_to_another_word_is_refused() -> None:
    with pytest.raises(WordError, match="write next:fri"):
        added("Liisa Kallio deadline:fri")


def test_in_edit_values_go_on_to_the_next_key() -> None:
    changes = contact_changes(
        split_args(["org:Fazer", "Oy", "Ab", "title:", "note:", "likes", "sailing"], EDITING), TODAY
    )
    assert (changes.organization, changes.title, changes.notes_added) == ("Fazer Oy Ab", "", "likes sailing")
    changes = contact_changes(split_args(["note:", "org:Fazer", "name:Anna", "Korhonen"], EDITING), TODAY)
    assert (changes.cleared, changes.organization, changes.name) == (("notes",), "Fazer", "Anna Korhonen")
