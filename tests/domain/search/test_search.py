from __future__ import annotations

from datetime import date, timedelta
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.errors import NetkeeperError, WordError
from netkeeper.domain.language.completion import complete_word
from netkeeper.domain.language.joined import Word
from netkeeper.domain.language.keys import KEYS
from netkeeper.domain.language.tokens import split_args, split_text
from netkeeper.domain.people.contact import Address, Contact, Hope, Importance, Labelled
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.search.predicates import Findable
from netkeeper.domain.search.search import parse_search, with_possible_words
from tests.domain.messages import is_one_safe_line

TODAY = date(2026, 11, 23)

ANNA = Findable(
    Contact(
        id="100000000000001",
        name="Anna Virtanen",
        organization="Valio Oy",
        title="Brand lead",
        emails=(Labelled("anna@valio.example", "work"),),
        phones=(Labelled("+358 40 555 0101"),),
        urls=(Labelled("https://valio.example"),),
        addresses=(Address(locality="Helsinki"),),
        birthday=Birthday(12, 24, 1980),
        fields=("food", "design"),
        step=Step.CUSTOMER,
        hopes=(Hope.EMPLOYER, Hope.MENTOR),
        met="Slush 2025",
        via="100000000000002",
        notes="wants a workshop\nlikes sailing",
        cadence=42,
        last_on=date(2026, 11, 2),
    ),
    date(2026, 11, 20),
    "Pekka Salo",
)
PEKKA = Findable(
    Contact(
        id="100000000000002",
        name="Pekka Salo",
        fields=("health/tech",),
        step=Step.REGULAR,
        birthday=Birthday(2, 29),
        via="an old friend",
        last_on=date(2026, 6, 1),
    ),
    date(2026, 11, 27),
)
MAIJA = Findable(
    Contact(id="100000000000003", name="Maija Lehtimäki", fields=("healthcare",), organization="Valion varasto")
)
OLLI = Findable(Contact(id="100000000000004", name="Olli Virtanen", archived=True, last_on=date(2020, 1, 1)))
EVERYBODY = [ANNA, PEKKA, MAIJA, OLLI]


def found(text: str) -> set[str]:
    search = parse_search(split_text(text), TODAY)
    selected = search.select(EVERYBODY)
    assert selected == [each for each in EVERYBODY if search.matches(each)]
    return {each.contact.name.split()[0] for each in selected}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", {"Anna", "Pekka", "Maija"}),
        ("anna", {"Anna"}),
        ("VIRT", {"Anna"}),
        ("valio", {"Anna", "Maija"}),
        ("design", {"Anna"}),
        ("workshop", {"Anna"}),
        ("lehtimaki", {"Maija"}),
        ("lehtimäki", {"Maija"}),
        ("LEHTIMA\u0308KI", {"Maija"}),
        ("valio sailing", {"Anna"}),
        ("sailing valio", {"Anna"}),
        ('"valio oy"', {"Anna"}),
        ('"oy valio"', set()),
        ('"workshop likes"', {"Anna"}),
        ('"virtanen valio"', set()),
        ("-valio", {"Pekka"}),
        ('valio -"valio oy"', {"Maija"}),
        ("brand", {"Anna"}),
        ("anna@valio", {"Anna"}),
        ("work", {"Anna"}),
        ("valio.example", {"Anna"}),
        ("https://valio", {"Anna"}),
        ("helsinki", {"Anna"}),
        ("slush", {"Anna"}),
        ("pekka", {"Anna", "Pekka"}),
        ("old friend", {"Pekka"}),
        ("-slush", {"Pekka", "Maija"}),
        ("0405550101", {"Anna"}),
        ("+358405550101", {"Anna"}),
        ("00358 40 555 0101", {"Anna"}),
        ("040 555 0101", {"Anna"}),
        ("555-0101", {"Anna"}),
        ("5550101", {"Anna"}),
        ("+46405550101", set()),
        ("5550102", set()),
        ("nobody", set()),
    ],
)
def test_free_text_is_looked_for_in_all_that_the_card_shows(text: str, names: set[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("field:food", {"Anna"}),
        ("field:health", {"Pekka"}),
        ("field:Health/Tech", {"Pekka"}),
        ("field:tech", set()),
        ("-field:food", {"Pekka", "Maija"}),
        ("step:customer", {"Anna"}),
        ("step:pot", {"Maija"}),
        ("-step:potential", {"Anna", "Pekka"}),
        ("hope:employer", {"Anna"}),
        ("hope:employer,mentor", {"Anna"}),
        ("hope:employer,friend", set()),
        ("every:6w", {"Anna"}),
        ("every:default", {"Pekka", "Maija"}),
        ("org:valio", {"Anna", "Maija"}),
        ('org:"valio oy"', {"Anna"}),
        ("title:brand", {"Anna"}),
        ("name:salo", {"Pekka"}),
        ("note:sail", {"Anna"}),
        ("met:slush", {"Anna"}),
        ("email:VALIO", {"Anna"}),
        ("url:valio", {"Anna"}),
        ("phone:0405550101", {"Anna"}),
        ("phone:+358405550101", {"Anna"}),
        ("phone:+46405550101", set()),
        ("phone:555", {"Anna"}),
        ('phone:"+358 40"', {"Anna"}),
        ("via:pekka", {"Anna"}),
        ("via:friend", {"Pekka"}),
        ("birthday:24.12.", {"Anna"}),
        ("birthday:24.12.1980", {"Anna"}),
        ("birthday:24.12.1981", set()),
        ("birthday:--02-29", {"Pekka"}),
        ("field:food step:customer", {"Anna"}),
        ("field:food step:regular", set()),
    ],
)
def test_words_look_at_their_property(text: str, names: set[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("due:today", {"Anna"}),
        ("due:late", {"Anna"}),
        ("due:fri", {"Pekka"}),
        ("due:27.11.", {"Pekka"}),
        ("due:<7d", {"Anna", "Pekka"}),
        ("due:<4d", {"Anna"}),
        ("due:<=4d", {"Anna", "Pekka"}),
        ("due:>3d", {"Pekka"}),
        ("due:>2w", set()),
        ("due:<fri", {"Anna"}),
        ("due:none", {"Maija"}),
        ("-due:none", {"Anna", "Pekka"}),
        ("-due:<7d", {"Maija"}),
        ("last:>60d", {"Pekka"}),
        ("last:<60d", {"Anna"}),
        ("last:<21d", set()),
        ("last:<=21d", {"Anna"}),
        ("last:>3w", {"Pekka"}),
        ("last:>=3w", {"Anna", "Pekka"}),
        ("last:2.11.", {"Anna"}),
        ("last:<1.10.2026", {"Pekka"}),
        ("last:>1.10.2026", {"Anna"}),
        ("due:7d-", {"Anna", "Pekka"}),
        ("due:4d-", {"Anna", "Pekka"}),
        ("due:3d-", {"Anna"}),
        ("due:4d+", {"Pekka"}),
        ("due:fri-", {"Anna", "Pekka"}),
        ("-due:7d-", {"Maija"}),
        ("last:60d+", {"Pekka"}),
        ("last:21d+", {"Anna", "Pekka"}),
        ("last:21d-", {"Anna"}),
        ("last:3w-", {"Anna"}),
        ("last:20d-", set()),
        ("last:1.10.2026-", {"Pekka"}),
        ("last:1.10.2026+", {"Anna"}),
        ("last:2026-10-01+", {"Anna"}),
        ("last:never", {"Maija"}),
        ("-last:never", {"Anna", "Pekka"}),
    ],
)
def test_days_can_be_compared(text: str, names: set[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("has:email", {"Anna"}),
        ("has:phone", {"Anna"}),
        ("has:birthday", {"Anna", "Pekka"}),
        ("has:fields", {"Anna", "Pekka", "Maija"}),
        ("has:notes", {"Anna"}),
        ("has:note", {"Anna"}),
        ("has:via", {"Anna", "Pekka"}),
        ("has:url", {"Anna"}),
        ("has:address", {"Anna"}),
        ("has:addresses", {"Anna"}),
        ("has:sähköposti", {"Anna"}),
        ("has:esittelijä", {"Anna", "Pekka"}),
        ("-has:email", {"Pekka", "Maija"}),
    ],
)
def test_what_is_filled_in_can_be_asked_for(text: str, names: set[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize("text", ["has:tärkeys", "has:importance", "importance:★★★", "tärkeys:a", "-importance:★★"])
def test_importance_is_found_in_finnish_and_by_its_stars(text: str) -> None:
    anna, bo = Contact("1", "Anna", importance=Importance.A), Contact("2", "Bo", importance=Importance.B)
    everybody = [Findable(anna), Findable(bo), Findable(Contact("3", "Cai"))]
    wanted = {"-importance:★★": ["Anna", "Cai"]}.get(text, ["Anna", "Bo"] if text.startswith("has:") else ["Anna"])
    assert [each.contact.name for each in parse_search(split_text(text), TODAY).select(everybody)] == wanted


def test_those_who_last_and_those_who_fade_are_each_others_opposite() -> None:
    people = [
        Findable(Contact(str(number), name), lasts=lambda contact, today: contact.name == "Anna" and today == TODAY)
        for number, name in enumerate(("Anna", "Bo", "Cai"))
    ]

    def names(words: str) -> list[str]:
        return [each.contact.name for each in parse_search(split_text(words), TODAY).select(people)]

    assert names("is:lasting") == names("-is:fading") == ["Anna"]
    assert names("is:fading") == names("-is:lasting") == names("is:f") == ["Bo", "Cai"]
    assert names("is:fading bo") == ["Bo"]
    assert names("is:lasting is:fading") == []


def test_the_archived_are_found_only_when_asked_for() -> None:
    assert found("olli") == set()
    assert found("is:archived") == {"Olli"}
    assert found("is:archived anna") == set()
    assert found("virtanen is:arch") == {"Olli"}
    assert found("-is:archived") == found("")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("is:gone", "It may be archived, lasting, fading or unsorted"),
        ("is:", "It may be archived, lasting, fading or unsorted"),
        (
            "has:money",
            "It may be org, title, email, phone, url, address, birthday, field, hope, met, via",
        ),
        ("has:emial", "did you mean 'email'"),
        ("step:vip", "It may be potential, customer or regular"),
        ("due:soon", "Can't read 'soon' as a date"),
        ("due:<", "Can't read '' as a date"),
        ("due:<frday", "did you mean 'friday'"),
        ("last:>31.2.", "no such day"),
        ("due:+", "Can't read '' as a date"),
        ("last:60x+", "Can't read '60x' as a date"),
        ("birthday:december", "as a birthday"),
        ("every:often", "how often"),
        ("org:", "org: has no value"),
        ("next:2w", "write due:"),
        ("when:fri", "write last:"),
        ("todo:call", "can't be searched by"),
        ("kind:call", "can't be searched by"),
        ("feel:4", "can't be searched by"),
        ("signal:invited", "can't be searched by"),
    ],
)
def test_what_cannot_be_searched_by_is_refused_with_the_way_out(text: str, says: str) -> None:
    with pytest.raises(WordError, match=says) as error:
        parse_search(split_text(text), TODAY)
    assert is_one_safe_line(str(error.value))


def test_a_negated_free_word_finds_the_others() -> None:
    search = parse_search([Word("", "valio", negated=True)], TODAY)
    assert [each.contact.name for each in search.select(EVERYBODY)] == ["Pekka Salo"]


def test_a_shells_arguments_search_like_a_typed_line() -> None:
    search = parse_search(split_args(["org:valio oy", "sailing"]), TODAY)
    assert search.select(EVERYBODY) == [ANNA]


@pytest.mark.parametrize("key", [key for key, row in KEYS.items() if row.finding])
def test_every_example_of_finding_can_be_searched_by(key: str) -> None:
    parse_search(split_text(KEYS[key].example), TODAY)


@pytest.mark.parametrize("key", [key for key, row in KEYS.items() if not row.finding])
def test_the_table_of_words_does_not_promise_more_than_search_knows(key: str) -> None:
    with pytest.raises(WordError, match="can't be searched by"):
        parse_search(split_text(KEYS[key].example), TODAY)


@pytest.mark.parametrize("key", ["step", "hope", "every", "due", "last", "is", "has"])
def test_every_value_that_is_suggested_can_be_searched_by(key: str) -> None:
    for text in complete_word(f"{key}:", []):
        parse_search(split_text(text), TODAY)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=10))
def test_a_name_is_found_by_any_part_of_it_in_either_normal_form(name: str) -> None:
    words = [Word("", f'"{name}"')] if '"' not in name else []
    for form in ("NFC", "NFD"):
        findable = Findable(Contact(id="1", name=normalize("NFC", f"x{name}y")))
        assert parse_search([word._replace(value=normalize(form, word.value)) for word in words], TODAY).matches(
            findable
        )


@given(
    st.lists(
        st.tuples(
            st.booleans(),
            st.sampled_from(["", *KEYS]),
            st.one_of(
                st.text(max_size=12),
                st.sampled_from(["<7d", ">2w", "fri", "archived", "email", "6w", "29.2.", "never"]),
            ),
        ),
        max_size=4,
    )
)
def test_any_words_are_searched_by_or_refused(words: list[tuple[bool, str, str]]) -> None:
    try:
        search = parse_search([Word(key, value, negated) for negated, key, value in words], TODAY)
    except NetkeeperError as error:
        assert is_one_safe_line(str(error))
        return
    assert search.select(EVERYBODY) == [each for each in EVERYBODY if search.matches(each)]


@given(st.sampled_from(["field:food", "step:customer", "due:<7d", "last:>60d", "has:email", "valio", "via:pekka"]))
def test_a_word_and_its_negation_share_out_everybody(text: str) -> None:
    assert found(text) | found(f"-{text}") == {"Anna", "Pekka", "Maija"}
    assert found(text) & found(f"-{text}") == set()


def test_ten_thousand_characters_are_searched_by_or_refused() -> None:
    for text in ("x" * 10_000, "-" * 10_000, '"' * 9_999, "due:<" + "9" * 10_000, "has:" + "é" * 10_000, "<" * 10_000):
        try:
            parse_search(split_text(text), TODAY).select(EVERYBODY)
        except NetkeeperError as error:
            assert is_one_safe_line(str(error))


@pytest.mark.parametrize("days", [0, 1, 30])
def test_the_clock_is_the_day_that_is_passed_in(days: int) -> None:
    today = TODAY + timedelta(days=days)
    search = parse_search(split_text("due:today"), today)
    assert search.matches(Findable(Contact(id="1", name="x"), today))
    assert not parse_search(split_text("due:late"), today).matches(Findable(Contact(id="1", name="x"), today))
    assert not search.matches(Findable(Contact(id="1", name="x"), today + timedelta(days=1)))


@pytest.mark.parametrize(
    ("typed", "begun", "fading"),
    [
        ("is:fading", [], True),
        ("anna is:f", [], True),
        ("-is:fading", [], False),
        ("is:lasting", [], False),
        ("anna", ["fading"], True),
        ("anna", ["fading", "lasting"], False),
    ],
)
def test_a_search_tells_whether_it_is_for_those_who_may_be_lost(typed: str, begun: list[str], fading: bool) -> None:
    today = date(2026, 11, 23)
    search = with_possible_words(parse_search(split_text(typed), today), [Word("is", value) for value in begun], today)
    assert search is not None and search.fading is fading
