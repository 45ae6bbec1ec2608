"""Who may be one person twice, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.identity.duplicates import duplicates, pair_of
from netkeeper.domain.people.phones import phone_key
from netkeeper.phrases.duplicates import sign_words
from tests.strategies import contacts


def person(number: int, name: str, *, email: str = "", phone: str = "", **more: object) -> Contact:
    return Contact(
        str(10**14 + number),
        name,
        emails=(Labelled(email),) if email else (),
        phones=(Labelled(phone),) if phone else (),
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (person(1, "Anna Virtanen", email="Anna@valio.example"), person(2, "Virtanen A.", email="anna@valio.example"), "same email"),
        (person(1, "Anna Virtanen", phone="040 555 0101"), person(2, "Anna V", phone="+358 40 5550101"), "same phone"),
        (person(1, "Anna Virtanen"), person(2, "virtanen, anna"), "same name"),
        (person(1, "Åsa Öberg"), person(2, "Asa Oberg"), "same name"),
        (person(1, "Anna Virtanen"), person(2, "Anna Maria Virtanen"), "one name is in the other"),
        (person(1, "Anna Virtanen"), person(2, "Anna Virtannen"), "nearly the same name"),
        (person(1, "Anna", urls=(Labelled("https://linkedin.com/in/anna"),)), person(2, "Mrs Korhonen", urls=(Labelled("https://www.linkedin.com/in/Anna/"),)), "same LinkedIn address"),
    ],
)  # fmt: skip
def test_a_pair_is_found_with_its_reason(one: Contact, other: Contact, why: str) -> None:
    (pair,) = duplicates([other, one])
    assert (pair.one, pair.other) == (one.id, other.id)
    assert why in sign_words(pair.signs)
    assert 0 < pair.sure <= 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person(1, "Anna Virtanen", email="info@valio.example"), person(2, "Pekka Salo", email="info@valio.example")),
        (person(1, "Anna Virtanen", phone="09 123 4567"), person(2, "Pekka Salo", phone="+358 9 1234567")),
        (person(1, "Anna Virtanen"), person(2, "Anna Korhonen")),
        (person(1, "Bo"), person(2, "Bob")),
    ],
)
def test_colleagues_and_namesakes_by_half_are_two(one: Contact, other: Contact) -> None:
    assert duplicates([one, other]) == []


def test_the_surest_come_first() -> None:
    people = [
        person(1, "Anna Virtanen", email="a@x.example", organization="Valio"),
        person(2, "Anna Virtanen", email="a@x.example", organization="valio"),
        person(3, "Pekka Salo"),
        person(4, "Pekka Salo"),
        person(5, "Maija Lehto"),
        person(6, "Maija Lehdo"),
    ]
    found = duplicates(people)
    assert [(int(pair.one[-1]), int(pair.other[-1])) for pair in found] == [(1, 2), (3, 4), (5, 6)]
    assert "same email" in sign_words(found[0].signs)
    assert [pair.sure for pair in found] == sorted((pair.sure for pair in found), reverse=True)


def test_another_birthday_speaks_against_it() -> None:
    one, other = person(1, "Anna Virtanen", birthday=Birthday(5, 14, 1988)), person(2, "Anna Virtanen")
    (likely,) = duplicates([one, other])
    (unlikely,) = duplicates([one, replace(other, birthday=Birthday(6, 1, 1990))])
    (surer,) = duplicates([one, replace(other, birthday=Birthday(5, 14))])
    assert unlikely.sure < likely.sure < surer.sure
    assert "another birthday" in sign_words(unlikely.signs)


def test_whoever_is_known_to_be_two_is_not_shown_again() -> None:
    one, other = person(1, "Anna Virtanen"), person(2, "Anna Virtanen")
    assert duplicates([one, other], apart={pair_of(other.id, one.id)}) == []


@given(st.lists(contacts(), max_size=6, unique_by=lambda each: each.id), st.randoms())
def test_the_order_of_people_makes_no_difference(people: list[Contact], random: object) -> None:
    found = duplicates(people)
    shuffled = people[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    again = duplicates(shuffled)
    assert {(pair.one, pair.other) for pair in found} == {(pair.one, pair.other) for pair in again}
    assert all(pair.one < pair.other for pair in found)


@given(contacts())
def test_a_copy_under_another_id_is_found(contact: Contact) -> None:
    copy = replace(contact, id=str(int(contact.id) // 10 + 10**14))
    pairs = duplicates([contact, copy]) if contact.id != copy.id else []
    has_words = any(character.isalnum() for character in contact.name)
    assert len(pairs) == 1 or contact.id == copy.id or not has_words


@pytest.mark.parametrize(
    ("phone", "key"),
    [
        ("040 555 0101", "+358405550101"),
        ("+358 (0)40 555 0101", "+358405550101"),
        ("00358405550101", "+358405550101"),
        ("+46 70 123 45 67", "+46701234567"),
        ("tel:+358405550101", "+358405550101"),
        ("12345", ""),
        ("1234p56w7", "+3581234567"),
        ("call me", ""),
    ],
)
def test_numbers_are_compared_in_e164(phone: str, key: str) -> None:
    assert phone_key(phone) == key


def test_a_number_without_its_country_is_the_members_own() -> None:
    assert phone_key("070-123 45 67", "SE") == "+46701234567"
