"""Free text: what has it, how well it fits, and where."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.language.reach_words import number_in
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.phones import digit_forms, is_number
from netkeeper.domain.search.free_text import text_query
from netkeeper.domain.search.haystack import TextSource, Timeline, card_values, haystack_of, prepared, timeline_text
from netkeeper.domain.search.predicates import Findable
from netkeeper.domain.search.search import parse_search
from netkeeper.domain.text.fold import fold
from netkeeper.domain.text.highlights import excerpt, number_spans
from tests.strategies import contacts

TODAY = date(2026, 11, 23)


def person(name: str, *logged: str, **properties: str) -> Findable:
    found = Findable(Contact(name, name, **properties))  # type: ignore[arg-type]
    entries = [(TextSource.INTERACTIONS, str(number)) for number in range(len(logged))]
    found.take_timeline(Timeline(timeline_text([prepared(each) for each in logged]), entries))
    return found


def best_first(typed: str, *people: Findable) -> list[str]:
    search = parse_search(split_text(typed), TODAY)
    return [each.contact.name for each in search.best_first(search.select(people))]


def test_the_whole_word_goes_first_then_a_beginning_then_what_is_within() -> None:
    people = [person(name) for name in ("Hanna Aho", "Annabel Aho", "Anna Virtanen", "Bo Aho")]
    assert best_first("anna", *people) == ["Anna Virtanen", "Annabel Aho", "Hanna Aho"]


def test_the_name_goes_before_the_card_and_that_before_the_timeline() -> None:
    people = [
        person("Bo", "met at Kaisla"),
        person("Cai", notes="knows Kaisla"),
        person("Kaisla Aho"),
        person("Dina", organization="Kaislaranta"),
        person("Eki", title="Mökkikaisla"),
    ]
    assert best_first("kaisla", *people) == ["Kaisla Aho", "Cai", "Bo", "Dina", "Eki"]


def test_a_short_word_of_a_sentence_does_not_go_before_a_name_that_begins_so() -> None:
    people = [person("Bo", "hän oli siellä"), person("Cai", notes="oli mukana"), person("Olivia Aho")]
    assert best_first("oli", *people) == ["Olivia Aho", "Cai", "Bo"]


def test_a_name_is_found_without_its_hyphen_or_apostrophe() -> None:
    people = [person("Mary O’Brien"), person("Anna-Liisa Aho"), person("Bo Aho")]
    assert best_first("obrien", *people) == ["Mary O’Brien"]
    assert best_first("o'brien", *people) == ["Mary O’Brien"]
    assert best_first("annaliisa", *people) == ["Anna-Liisa Aho"]


def test_words_may_be_found_in_different_places_and_the_worst_counts() -> None:
    people = [person("Bo Kaisla", "a sauna"), person("Kaisla Sauna"), person("Cai Kaisla")]
    assert best_first("kaisla sauna", *people) == ["Kaisla Sauna", "Bo Kaisla"]


def test_numbers_are_compared_by_their_digits() -> None:
    anna = person("Anna")
    anna.contact = Contact("1", "Anna", phones=(Labelled("040 555 0105", "mobile"),))
    for typed in ("+358405550105", "0405550105", "00358405550105", "+358 (0)40 555 0105", "5550105", "055 50"):
        assert text_query(typed).fits(anna), typed
        assert text_query(typed).spot(anna) is not None
    for typed in ("+46405550105", "5550106", "+3584055501055"):
        assert not text_query(typed).fits(anna), typed


@pytest.mark.parametrize(
    ("phone", "region", "forms"),
    [
        ("040 555 0105", "FI", ["358405550105", "0405550105"]),
        ("+358 40 555 0105", "SE", ["358405550105", "0405550105"]),
        ("+358 (0)40 555 0105", "FI", ["358405550105", "0405550105"]),
        ("0046 8 555 01 05", "FI", ["4685550105", "085550105"]),
        ("(212) 555-0105", "US", ["12125550105", "2125550105"]),
        ("08 555 01 05", "SE", ["4685550105", "085550105"]),
        ("+1 212 555 0105", "FI", ["12125550105", "02125550105"]),
        ("040 555 0105", "ZA", ["27405550105", "0405550105"]),
        ("112", "FI", ["112"]),
        ("no number", "FI", []),
    ],
)
def test_a_number_has_the_digits_of_each_way_to_dial_it(phone: str, region: str, forms: list[str]) -> None:
    assert digit_forms(phone, region) == forms


@pytest.mark.parametrize(
    ("text", "digits", "marked"),
    [
        ("040 555 0105", "358405550105", "40 555 0105"),
        ("040 555 0105", "0405550105", "040 555 0105"),
        ("+358 40 555 0105", "5550105", "555 0105"),
        ("040 555 0105", "999", ""),
    ],
)
def test_the_digits_are_marked_however_they_are_spaced(text: str, digits: str, marked: str) -> None:
    assert "".join(text[start:end] for start, end in number_spans(text, digits)) == marked


def test_of_a_long_text_what_surrounds_the_find_is_shown() -> None:
    text = "word " * 40 + "sailing " + "more " * 40
    start = text.index("sailing")
    shown, found = excerpt(text, [(start, start + 7)], 40)
    assert shown.startswith("…word ")
    assert [shown[first:last] for first, last in found] == ["sailing"]
    assert found[0][1] <= 40
    assert excerpt("short sailing", [(6, 13)], 40) == ("short sailing", [(6, 13)])


@given(contacts(), st.data())
def test_any_part_of_what_the_card_shows_is_found_and_a_letter_more_finds_no_more(
    contact: Contact, data: st.DataObject
) -> None:
    texts = [text for values in card_values(contact, "") for text in values if text.strip()]
    text = " ".join(data.draw(st.sampled_from(texts)).replace("\0", " ").split())
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    end = data.draw(st.integers(start + 1, max(len(text), start + 1)))
    sought, found = text_query(text[start:end]), Findable(contact)
    if not fold(text[start:end]).strip():
        return
    assert sought.fits(found)
    assert 0 <= sought.rank(found) < 9
    assert sought.spot(found) is not None
    shorter = text_query(text[start : end - 1])
    assert not sought.narrows(shorter) or shorter.fits(found)


@given(contacts())
def test_the_parts_of_a_card_are_where_they_should_be(contact: Contact) -> None:
    card = haystack_of(contact, "", "FI")
    assert card.text.count("\0") == list(TextSource).index(TextSource.NOTES)
    assert card.name.startswith(f" {prepared(contact.name)}")
    assert prepared(contact.met.replace("\0", " ")).strip() in card.text[len(card.facts) :]


@given(st.lists(contacts(), max_size=6), st.text("abeiklmnos", min_size=1, max_size=4))
def test_the_quick_way_through_many_puts_them_in_the_order_of_their_ranks(people: list[Contact], typed: str) -> None:
    sought = text_query(typed)
    found = [each for each in map(Findable, people) if sought.fits(each)]
    assert [id(each) for each in sought.best_first(found)] == [id(each) for each in sorted(found, key=sought.rank)]


@pytest.mark.parametrize(
    "typed", ["040–555–0105", "040‑555‑0105", "(+358) 40 555 0105", "tel:0405550105", "040/555.0105"]
)
def test_a_number_is_the_same_text_to_the_search_and_where_a_name_stands(typed: str) -> None:
    digits = text_query(typed).digits
    assert digits in ("0405550105", "358405550105")
    assert is_number(typed)
    assert number_in(typed)


@pytest.mark.parametrize("typed", ["", "+", "12:30", "2+3", "040a", "–"])
def test_what_has_other_signs_or_no_digit_is_no_number(typed: str) -> None:
    assert not is_number(typed)
    assert not text_query(typed).digits


def test_what_only_looks_like_a_number_is_told_at_once_however_long() -> None:
    assert not is_number("(" * 100_000 + "1x")
