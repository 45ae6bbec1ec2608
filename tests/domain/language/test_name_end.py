"""No word of a note chooses a person."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.errors import AmbiguousPersonError, UnknownPersonError
from netkeeper.domain.language.name_end import also_meant, looks_like_another, name_beside, name_end
from netkeeper.domain.language.naming import Person, resolve
from netkeeper.domain.people.name_fits import begin_words, has_words, name_words, words_of

PEOPLE = [
    ("1000", "Anna Virtanen"),
    ("1001", "Anna Metsälä"),
    ("1002", "Hanna Salo"),
    ("1003", "Markku Ylönen"),
    ("1004", "Liisa Kallio"),
    ("1005", "Annala Pekka"),
    ("1006", "Will Smith"),
]


def _ends(first: str, *run: str, border: str = "", people: list[Person] = PEOPLE) -> tuple[list[str], int] | None:
    end = name_end(first, run, border, people)
    return end and ([name for _, name in end.people], end.taken)


@pytest.mark.parametrize(
    ("line", "border", "names", "taken"),
    [
        ("hanna coffee", "", ["Hanna Salo"], 0),
        ("han salo coffee", "", ["Hanna Salo"], 1),
        ("salo hanna coffee", "", ["Hanna Salo"], 1),
        ("hanna sal coffee", "", ["Hanna Salo"], 0),
        ("anna me puhuttiin", "", ["Anna Virtanen", "Anna Metsälä"], 0),
        ("anna metsälä puhuttiin", "", ["Anna Metsälä"], 1),
        ("anna me", ",", ["Anna Metsälä"], 1),
        ("anna me", ":", ["Anna Metsälä"], 1),
        ("anna kahvia", ",", ["Anna Virtanen", "Anna Metsälä"], 0),
        ("hanna sal", ",", ["Hanna Salo"], 1),
        ("hanna sal", ":", ["Hanna Salo"], 0),
        ("anna pekka coffee", "", ["Annala Pekka", "Anna Virtanen", "Anna Metsälä"], 1),
    ],
)
def test_only_the_first_word_may_be_a_beginning_where_text_follows(
    line: str, border: str, names: list[str], taken: int
) -> None:
    first, *run = line.split()
    found = _ends(first, *run, border=border)
    assert found is not None
    assert (sorted(found[0]), found[1]) == (sorted(names), taken)


@pytest.mark.parametrize("first", ["nna", "irta", "nobody", "🦊"])
def test_a_first_word_that_begins_nothing_names_nobody(first: str) -> None:
    assert _ends(first, "salo") is None


def test_a_name_written_out_wins_over_a_longer_one() -> None:
    people = [("1", "Anna Virtanen"), ("2", "Anna Maria Virtanen")]
    assert _ends("anna", "virtanen", "coffee", people=people) == (["Anna Virtanen"], 1)


@pytest.mark.parametrize(
    ("run", "like_text", "name"),
    [
        ("Markku lounas", False, "Markku Ylönen"),
        ("markku lounas", False, "Markku Ylönen"),
        ("Markku Ylönen lounas", False, "Markku Ylönen"),
        ("mark lounas", False, None),
        ("markku lounas", True, None),
        ("will discuss", False, None),
        ("Will lunch", False, "Will Smith"),
        ("kaverit", False, None),
    ],
)
def test_behind_and_a_name_is_whole(run: str, like_text: bool, name: str | None) -> None:
    end = name_beside(run.split(), like_text=like_text, people=PEOPLE)
    assert (end.people[0][1] if end else None) == name


@pytest.mark.parametrize(
    ("typed", "person", "rest", "names", "is_refused"),
    [
        ("Liisa", 4, "Markku lounas", ["Markku Ylönen"], True),
        ("liisa", 4, "markku lounas", ["Markku Ylönen"], False),
        ("liisa kallio", 4, "markku ylönen lounas", ["Markku Ylönen"], True),
        ("Liisa Kallio", 4, "Markku lounas", ["Markku Ylönen"], False),
        ("Liisa Kallio", 4, "Lounas", None, False),
        ("Anna Virtanen", 0, "Anna Metsälä lounas", ["Anna Metsälä"], True),
        ("anna virtanen", 0, "anna metsälä lounas", ["Anna Metsälä"], True),
        ("Anna Virtanen", 0, "Anna lounas", None, False),
        ("liisa", 4, "and will discuss", ["Will Smith"], False),
        ("liisa", 4, "will discuss", None, False),
        ("Liisa", 4, "ja markku lounas", ["Markku Ylönen"], False),
        ("liisa", 4, "lounas markku", None, False),
    ],
)
def test_two_side_by_side_are_refused_or_said(
    typed: str, person: int, rest: str, names: list[str] | None, is_refused: bool
) -> None:
    found = also_meant(typed.split(), PEOPLE[person], rest.split(), PEOPLE)
    assert ([each[1] for each in found.people] if found else None) == names
    assert bool(found and found.is_refused) is is_refused


@pytest.mark.parametrize(
    ("first", "following", "is_another"),
    [
        ("Liisa", "Korhonen", True),
        ("Liisa", "Kallionpää", True),
        ("Liisa", "Salo", True),
        ("Liisa", "Kallio", False),
        ("Liisa", "Lounas", False),
        ("liisa", "toinen", False),
        ("Liisa", "toinen", False),
    ],
)
def test_a_family_name_that_is_not_theirs_is_noticed(first: str, following: str, is_another: bool) -> None:
    assert looks_like_another(first, following, PEOPLE[4:5], PEOPLE) is is_another


NAMES = st.builds(
    lambda given, family, second: f"{given}{second} {family}".strip(),
    st.sampled_from(
        ["Anna", "Hanna", "Sanna", "Annala", "Ann", "Ari", "Maarit", "Eino", "Heino", "Liisa", "Kalliisa", "Åsa", "Al"]
    ),
    st.sampled_from(["", "Annala", "Heino", "Salo", "Salonen", "Metsälä", "Lee", "Virtanen", "von Troil", "O'Hanna"]),
    st.sampled_from(["", "", "-Maija", "-Liisa", " Ari"]),
)
NETWORKS = st.lists(NAMES, max_size=8).map(lambda names: [(f"9000{place}", name) for place, name in enumerate(names)])
NOTES = st.sampled_from(
    ["me", "puhuttiin", "coffee", "lunch", "a", "an", "sal", "ei", "kahvit", "he", "met", "maa", "hannan", "vir", "ja"]
)


def _beginning(draw: Any, name: str) -> str:
    word: str = draw(st.sampled_from(words_of(name) or ["x"]))
    return word[: draw(st.integers(1, len(word)))]


@given(NETWORKS, st.data())
def test_whoever_is_named_has_all_typed_words_as_beginnings_and_nobody_else_as_well(
    people: list[Person], data: st.DataObject
) -> None:
    name = data.draw(NAMES)
    who = " ".join(_beginning(data.draw, name) for _ in range(data.draw(st.integers(1, 2))))
    typed = words_of(who)
    begun = [person for person in people if begin_words(typed, name_words(person[1]))]
    try:
        found = resolve(who, people)
    except AmbiguousPersonError as error:
        assert len(error.fitting_ids) > 1
        assert set(error.fitting_ids) <= {person[0] for person in begun}
        return
    except UnknownPersonError:
        assert not begun
        return
    assert found in {person[0] for person in begun}
    whole = [person for person in begun if has_words(typed, name_words(person[1]))]
    same = [person for person in begun if words_of(person[1]) == typed]
    assert found in {person[0] for person in (same or whole or begun)}
    assert len(same or whole or begun) == 1 or len({name for _, name in same}) == 1


@given(NETWORKS, st.data())
def test_no_word_of_a_note_chooses_a_person(people: list[Person], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(people))[1] if people else data.draw(NAMES)
    first = _beginning(data.draw, name)
    note = data.draw(st.lists(NOTES, min_size=1, max_size=4))
    end = name_end(first, note, "", people)
    begun = [person for person in people if begin_words(words_of(first), name_words(person[1]))]
    if end is None:
        assert not begun
        return
    assert end.people
    assert set(end.people) <= set(begun)
    for person in end.people:
        if len(end.people) == 1:
            taken = [word for arg in note[: end.taken] for word in words_of(arg)]
            assert has_words(taken, name_words(person[1]))
    if len(end.people) == 1 and not end.taken:
        alone = [person for person in begun if has_words(words_of(first), name_words(person[1]))] or begun
        exact = [person for person in alone if words_of(person[1]) == words_of(first)]
        assert (exact or alone) == end.people
