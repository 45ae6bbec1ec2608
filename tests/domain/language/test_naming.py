from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.errors import AmbiguousPersonError, UnknownPersonError
from netkeeper.domain.language.naming import NameIndex, Ways, lookalikes, resolve, several_names, short_ids
from netkeeper.domain.language.reach_words import Reach
from netkeeper.domain.people.name_fits import begin_words, name_words, words_of
from netkeeper.domain.text.fold import fold
from tests.domain.messages import is_one_safe_line

ANNA, HANNA, ANNA_MAIJA, ASA, COMMA, DUCK, TWIN_1, TWIN_2 = (
    "111100000000001",
    "222200000000002",
    "333300000000003",
    "444400000000004",
    "555500000000005",
    "666600000000006",
    "777700000000007",
    "777780000000008",
)
PEOPLE = [
    (ANNA, "Anna Virtanen"),
    (HANNA, "Hanna Salo"),
    (ANNA_MAIJA, "Anna-Maija Lehto"),
    (ASA, "Åsa Öhman"),
    (COMMA, "Acme, Inc."),
    (DUCK, "Annankatu 1111"),
    (TWIN_1, "Matti Meikäläinen"),
    (TWIN_2, "Matti Meikäläinen"),
]


@pytest.mark.parametrize(
    ("who", "meant"),
    [
        ("Anna Virtanen", ANNA),
        ("  anna   VIRTANEN ", ANNA),
        ("virtanen", ANNA),
        ("virt", ANNA),
        ("virtanen anna", ANNA),
        ("anna v", ANNA),
        ("hanna", HANNA),
        ("maija", ANNA_MAIJA),
        ("anna maija", ANNA_MAIJA),
        ("anna-maija", ANNA_MAIJA),
        ("leh", ANNA_MAIJA),
        ("asa", ASA),
        ("Åsa", ASA),
        ("A\u030asa", ASA),
        ("ohm", ASA),
        ("öhm", ASA),
        ("annamaija", ANNA_MAIJA),
        ("acme", COMMA),
        ("1111", DUCK),
        ("11110", ANNA),
        ("4444", ASA),
        (ANNA, ANNA),
        (TWIN_2, TWIN_2),
        ("77778", TWIN_2),
    ],
)
def test_the_beginnings_of_the_words_of_a_name_name_one_person(who: str, meant: str) -> None:
    assert resolve(who, PEOPLE) == meant


def test_stronger_ways_to_fit_win() -> None:
    people = [("1000", "Ann"), ("2000", "Ann Lee"), ("3000", "Anna"), ("4000", "Joann")]
    assert resolve("ann", people) == "1000"
    assert resolve("ann", people[2:]) == "3000"
    with pytest.raises(UnknownPersonError):
        resolve("ann", people[3:])
    with pytest.raises(AmbiguousPersonError):
        resolve("an", people)


def test_a_whole_id_wins_over_a_name_that_holds_it() -> None:
    assert resolve(ANNA, [*PEOPLE, ("999", f"Room {ANNA}")]) == ANNA


def test_several_who_fit_are_listed_with_ids_that_tell_them_apart() -> None:
    with pytest.raises(AmbiguousPersonError) as error:
        resolve("matti", PEOPLE)
    assert str(error.value) == (
        "'matti' fits 2 people: Matti Meikäläinen (77770), Matti Meikäläinen (77778). Write an id."
    )
    assert error.value.fitting_ids == (TWIN_1, TWIN_2)
    assert error.value.who == "matti"


def test_of_many_who_fit_eight_are_listed() -> None:
    people = [(f"{number:015}", f"Anna {number}") for number in range(100)]
    with pytest.raises(AmbiguousPersonError) as error:
        resolve("anna", people)
    assert "Anna 15 " in str(error.value)
    assert "Anna 8 " not in str(error.value)
    assert "and 92 more" in str(error.value)
    assert len(error.value.fitting_ids) == 100


@pytest.mark.parametrize("who", ["irtan", "anen", "nna", "aija", "kko", "va an", "anna anna"])
def test_the_middle_of_a_word_names_nobody(who: str) -> None:
    with pytest.raises(UnknownPersonError):
        resolve(who, [person for person in PEOPLE if person[0] != ANNA_MAIJA])


def test_a_whole_word_goes_before_the_beginning_of_one() -> None:
    people = [("1000", "Anna Virtanen"), ("2000", "Annala Pekka"), ("3000", "Hanna Salo")]
    assert resolve("anna", people) == "1000"
    assert resolve("anna p", people) == "2000"
    with pytest.raises(AmbiguousPersonError):
        resolve("ann", people)
    with pytest.raises(AmbiguousPersonError):
        resolve("anna", [*people, ("4000", "Anna-Maija Lehto")])


def test_who_can_be_told_by_the_whole_name_is_told_so() -> None:
    people = [("1000", "Anna Virtanen"), ("2000", "Anna Laine")]
    with pytest.raises(AmbiguousPersonError, match=r"Write the whole name, or an id\.$"):
        resolve("anna", people)


def _reached(*, region: str = "FI") -> Ways:
    return Ways(
        lambda: [
            Reach(ANNA, ("Anna@Valio.example",), ("040 555 0105",)),
            Reach(HANNA, ("team@valio.example",), ("+44 20 7946 0958",)),
            Reach(ASA, ("team@valio.example",), ()),
        ],
        lambda: [(TWIN_1, "Masa"), (HANNA, "Mimmi")],
        lambda: region,
    )


@pytest.mark.parametrize(
    "who",
    [
        "040 555 0105",
        "0405550105",
        "+358405550105",
        "+358 40 555 0105",
        "00358405550105",
        "(040) 555-0105",
        "anna@valio.example",
        "ANNA@VALIO.EXAMPLE",
        "mailto:anna@valio.example",
        "Somebody <anna@valio.example>",
        "tel:+358405550105",
    ],
)
def test_an_address_or_a_number_in_any_spelling_names_somebody(who: str) -> None:
    assert resolve(who, PEOPLE, _reached()) == ANNA


def test_a_number_is_one_of_the_members_country() -> None:
    assert resolve("020 7946 0958", PEOPLE, _reached(region="GB")) == HANNA
    with pytest.raises(UnknownPersonError, match=r'is a number.*netkeeper add "First Last" phone:"020 7946 0958"'):
        resolve("020 7946 0958", PEOPLE, _reached())


def test_an_address_that_two_share_names_neither() -> None:
    with pytest.raises(AmbiguousPersonError):
        resolve("team@valio.example", PEOPLE, _reached())


def test_nobodys_addresses_are_read_where_a_name_was_typed() -> None:
    def read() -> list[Reach]:
        raise AssertionError("read")

    assert resolve("virt", PEOPLE, Ways(read)) == ANNA
    with pytest.raises(UnknownPersonError):
        resolve("nobody", PEOPLE, Ways(read))


def test_a_nickname_names_somebody_whom_no_name_fits() -> None:
    assert resolve("masa", PEOPLE, _reached()) == TWIN_1
    assert resolve("mim salo", PEOPLE, _reached()) == HANNA
    with pytest.raises(UnknownPersonError):
        resolve("asa", PEOPLE[:1], _reached())


@pytest.mark.parametrize("who", ["0000", "22", "222", "22-2", "2222000000000020"])
def test_an_id_needs_four_digits_from_its_start(who: str) -> None:
    with pytest.raises(UnknownPersonError):
        resolve(who, PEOPLE)


def test_an_id_needs_to_fit_one() -> None:
    with pytest.raises(AmbiguousPersonError, match="'7777' fits 2 people"):
        resolve("7777", PEOPLE)


def test_no_one_who_fits_shows_the_nearest_and_how_to_add() -> None:
    with pytest.raises(UnknownPersonError) as error:
        resolve("anan", PEOPLE[:2])
    assert str(error.value) == "No one fits 'anan'. Nearest: Anna Virtanen, Hanna Salo. To add: netkeeper add \"anan\""
    assert error.value.nearest == ("Anna Virtanen", "Hanna Salo")


def test_no_one_at_all_shows_how_to_add() -> None:
    with pytest.raises(UnknownPersonError) as error:
        resolve("Anna Virtanen", [])
    assert str(error.value) == "No one fits 'Anna Virtanen'. To add: netkeeper add \"Anna Virtanen\""


def test_what_is_suggested_can_be_pasted_into_a_shell() -> None:
    with pytest.raises(UnknownPersonError, match=r'netkeeper add "x rm -rf \(id\)"'):
        resolve('x" `rm -rf $(id)`\\', [])


@pytest.mark.parametrize("who", ["", "  ", "\u200b", "\u0301"])
def test_nobody_named_is_said(who: str) -> None:
    with pytest.raises(UnknownPersonError, match="Say who"):
        resolve(who, PEOPLE)


def test_several_people_are_named_with_commas() -> None:
    assert several_names("hanna, virt ,asa,Hanna Salo", PEOPLE) == ["hanna", "virt", "asa", "Hanna Salo"]
    assert several_names("virt,", PEOPLE) == ["virt"]
    assert several_names("acme, inc.", PEOPLE) == ["acme, inc."]
    assert several_names(" , ", PEOPLE) == [""]


def test_short_ids_are_the_shortest_that_tell_apart() -> None:
    assert short_ids(["12345", "12399", "99999", "12399"]) == {"12345": "1234", "12399": "1239", "99999": "9999"}
    assert short_ids(["123456", "123457"]) == {"123456": "123456", "123457": "123457"}
    assert short_ids([]) == {}


@given(st.sets(st.integers(10**14, 10**15 - 1).map(str), max_size=30))
def test_a_short_id_begins_one_id_only(ids: set[str]) -> None:
    for identifier, short in short_ids(ids).items():
        assert len(short) >= 4
        assert [other for other in ids if other.startswith(short)] == [identifier]
        assert len(short) == 4 or sum(other.startswith(short[:-1]) for other in ids) > 1


NAMES = st.lists(
    st.one_of(
        st.text(max_size=12),
        st.lists(
            st.sampled_from(["Anna", "Hanna", "Åsa", "Virtanen", "Virta", "van", "der", "Lehto-Salo", "1234"]),
            min_size=1,
            max_size=3,
        ).map(" ".join),
    ),
    max_size=8,
)


@given(NAMES, st.one_of(st.text(max_size=12), st.sampled_from(["anna", "virta", "asa l", "1000", "an,na", "10000"])))
def test_who_is_found_does_fit(names: list[str], who: str) -> None:
    people = [(f"1000{number}", name) for number, name in enumerate(names)]
    try:
        found = resolve(who, people)
    except (UnknownPersonError, AmbiguousPersonError) as error:
        assert is_one_safe_line(str(error))
        return
    name = fold(dict(people)[found])
    assert found.startswith(fold(who).strip()) or begin_words(words_of(who), name_words(name))


@given(NAMES)
def test_everybody_can_be_named_by_id_and_by_a_name_of_their_own(names: list[str]) -> None:
    people = [(f"1000{number}", name) for number, name in enumerate(names)]
    for identifier, name in people:
        if not any(fold(identifier) in fold(other) for other in names):
            assert resolve(identifier, people) == identifier
        alike = [other for other in names if " ".join(fold(other).split()) == " ".join(fold(name).split())]
        if len(alike) == 1 and fold(name).strip() and fold(name).strip() not in dict(people):
            assert resolve(name, people) == identifier


@pytest.mark.parametrize(
    "who",
    ["x" * 10_000, "," * 10_000, "q," * 5_000, "\x1b]52;c;eA==\x07", "\ud800", "é" * 10_000],
    ids=["long", "commas", "many", "escape", "surrogate", "accents"],
)
def test_garbage_names_no_one_and_is_answered_with_one_line(who: str) -> None:
    with pytest.raises(UnknownPersonError) as error:
        resolve(who, PEOPLE[1:2])
    assert is_one_safe_line(str(error.value))


def test_a_name_in_a_message_cannot_control_the_terminal() -> None:
    people = [("1000", "Eve \x1b]0;x\x07\n"), ("2000", "Eve \u202e" + "x" * 500)]
    with pytest.raises(AmbiguousPersonError) as error:
        resolve("eve", people)
    assert is_one_safe_line(str(error.value))


@pytest.mark.parametrize(
    "name",
    [
        "Anna Virtanen",
        "virtanen anna",
        "Virtanen, Anna",
        "ANNA VIRTANEN",
        "Anna Maria Virtanen",
        "Ana Virtanen",
        "Anna Virtannen",
        "Anna Wirtanen",
    ],
)
def test_a_name_like_one_there_is_noticed(name: str) -> None:
    assert lookalikes(name, PEOPLE) == [ANNA]


@pytest.mark.parametrize(
    "name", ["Anna", "Virtanen", "Anna Niemi", "Maija Virtanen", "Antti Virtanen", "", "!!", "Matti"]
)
def test_a_name_that_only_shares_a_word_is_no_lookalike(name: str) -> None:
    assert lookalikes(name, PEOPLE) == []


def test_lookalikes_come_best_first() -> None:
    people = [("1", "Anna Virtannen"), ("2", "Anna Maria Virtanen"), ("3", "Virtanen Anna"), ("4", "Anna Virtane")]
    assert lookalikes("Anna Virtanen", people) == ["3", "2", "1", "4"]


def test_accents_and_hyphens_make_no_other_person() -> None:
    assert lookalikes("Asa Ohman", PEOPLE) == [ASA]
    assert lookalikes("Anna Maija Lehto", PEOPLE) == [ANNA_MAIJA]


def test_an_index_answers_for_many_names() -> None:
    index = NameIndex(PEOPLE)
    assert index.same("matti meikalainen") == [TWIN_1, TWIN_2]
    assert index.same("Anna Virtannen") == []
    assert index.same("") == []
    assert index.alike("Anna Virtannen") == [ANNA]


@given(st.lists(st.text(max_size=20), max_size=6), st.text(max_size=20))
def test_lookalikes_are_among_the_people_each_once(names: list[str], name: str) -> None:
    people = [(str(number), other) for number, other in enumerate(names)]
    found = lookalikes(name, people)
    assert len(set(found)) == len(found)
    assert set(found) <= {identifier for identifier, _ in people}
    words = "".join(each if each.isalnum() else " " for each in fold(name)).split()
    for identifier, other in people:
        if words and sorted("".join(each if each.isalnum() else " " for each in fold(other)).split()) == sorted(words):
            assert identifier in found
