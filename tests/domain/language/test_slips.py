"""What is refused because it was meant for a word, and what never is."""

from __future__ import annotations

import string
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from netkeeper.domain.errors import WordError
from netkeeper.domain.language.keys import FINNISH, KEYS, key_of
from netkeeper.domain.language.log_words import LogWords, log_words
from netkeeper.domain.language.slips import SHORTEST, is_day_joined, key_meant
from netkeeper.domain.language.tokens import LOGGING, Literal, Typed, split_args, split_text
from netkeeper.domain.text.fold import fold
from tests.domain.messages import is_one_safe_line

TODAY = date(2026, 11, 23)
NEAR = {"on": "when", "at": "when", "date": "when", "pvm": "when", "päivä": "when", "tunne": "feel", "mood": "feel"}
"""The words that say the same as a key and are refused, all of them."""

DAYS = ("fri", "pe", "2w", "2vk", "huomenna", "eilen", "24.12.", "2026-12-24", "-3d", "tammikuussa")
NO_DAYS = ("", "3", "12", "500", "4,5", "1.5", "hinnat", "sopiva", "sovittu", "call", "XL", "12:30", "ok")
WORDS = ("asap", "deadline", "valmis", "hinta", "huone", "aika", "task", "promise", "firma", "fee", "knd", "x", "re")
"""Words that are no keys, not near one, and no slip of one."""

LETTERS = string.ascii_lowercase + "äö"
OTHER_WORDS = ("list", "past", "lost", "fast", "cast", "same", "game", "came", "fame", "lame", "tame", "dame")
"""Words that are one letter away from a key that a log doesn't have."""

SAID = {**{key: key for key in KEYS}, **FINNISH}
"""Every key as it may be typed, in either language, and what it means."""


def logged(text: str) -> LogWords:
    return log_words(split_text(text, LOGGING), TODAY)


def slips_of(word: str) -> set[str]:
    """Every word that is one letter added, dropped, changed or swapped away."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    dropped = {head + tail[1:] for head, tail in cuts if tail}
    swapped = {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    changed = {head + letter + tail[1:] for head, tail in cuts if tail for letter in LETTERS}
    added = {head + letter + tail for head, tail in cuts for letter in LETTERS}
    return (dropped | swapped | changed | added) - {word}


SLIPS = {fold(slip) for key in SAID if len(key) >= SHORTEST for slip in slips_of(fold(key))}
"""Every word that is one slip away from a key long enough to have slips."""


# (a) A word alone


@pytest.mark.parametrize("typed", SAID)
def test_a_key_is_known_in_both_languages_and_in_any_case(typed: str) -> None:
    for shown in (typed, typed.capitalize(), typed.upper(), fold(typed)):
        assert key_of(shown) == key_meant(shown) == SAID[typed]


@pytest.mark.parametrize("typed", [key for key in SAID if len(key) >= SHORTEST])
def test_whatever_is_one_slip_away_from_a_key_is_meant_for_one(typed: str) -> None:
    means_something = KEYS[SAID[typed]].adding or KEYS[SAID[typed]].logging
    for slip in slips_of(typed):
        # mail: is a word of its own, but with an address.
        if len(slip) >= SHORTEST and slip not in ("mail", *OTHER_WORDS):
            assert key_meant(slip, in_note=bool(means_something)), slip


@pytest.mark.parametrize("typed", [key for key in SAID if len(key) < SHORTEST])
def test_short_keys_have_no_slips(typed: str) -> None:
    for slip in slips_of(typed):
        if not (key_of(slip) or slip in NEAR or len(slip) < SHORTEST or fold(slip) in SLIPS):
            assert key_meant(slip) == "", slip


@pytest.mark.parametrize("word", ["nxt", "fel", "fee", "die", "hat", "vis", "ext", "ord", "it", "x", "nyt", "knd"])
@pytest.mark.parametrize("value", ["5", "500", "call", "cust", "hyvä"])
def test_short_words_are_no_slips(word: str, value: str) -> None:
    assert key_meant(word, value) == ""


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("mail:anna@valio.example", "email"),
        ("e-mail:anna@valio.example,", "email"),
        ("(meili:anna@valio.example)", "email"),
        ("puh:0401234567", "phone"),
        ("tel:+358-40-1234567", "phone"),
    ],
)
def test_some_words_are_meant_for_a_key_where_their_value_makes_it_certain(typed: str, key: str) -> None:
    with pytest.raises(WordError, match=f"did you mean '{key}:'"):
        logged(f"kahvit {typed}")


@pytest.mark.parametrize("word", NEAR)
def test_words_that_say_the_same_as_a_key_are_refused_with_it(word: str) -> None:
    with pytest.raises(WordError, match=f"did you mean '{NEAR[word]}:'"):
        logged(f"kahvit {word}:4")


@pytest.mark.parametrize("word", OTHER_WORDS)
def test_a_word_near_a_key_that_only_finds_is_text(word: str) -> None:
    for typed in (word, word.capitalize()):
        assert logged(f"kahvit {typed}:Valio lopuksi").note == f"kahvit {typed}:Valio lopuksi"
        with pytest.raises(WordError) as error:
            logged(f"kahvit {typed}:fri")
        assert "write next:fri" in str(error.value)
        assert "last:" not in str(error.value) and "name:" not in str(error.value)


@pytest.mark.parametrize("word", ["lsat", "lats", "list", "viimeski"])
def test_where_one_searches_a_key_that_only_finds_has_slips(word: str) -> None:
    assert key_meant(word, in_note=False) == "last"


@pytest.mark.parametrize("word", ["hinta", "huone", "agenda", "re", "http", "klo", "asap", "deadline", "tulos", "x"])
def test_other_words_are_meant_for_themselves(word: str) -> None:
    assert key_meant(word) == ""


# (b) A word and its value


@pytest.mark.parametrize(
    "value", ["fri", "2w", "24.12.", "eilen", "2027-01-05", "fri,", "huomenna!", "in", "tammikuussa"]
)
def test_a_day_or_a_span_is_one(value: str) -> None:
    assert is_day_joined(value, TODAY) == (value != "in")


@pytest.mark.parametrize(
    "value", ["3", "12", "4,5", "hinnat", "tarjous", "sopiva", "", "//valio.example", "\\temp", "5:1"]
)
def test_a_number_or_a_word_is_none(value: str) -> None:
    assert not is_day_joined(value, TODAY)


# Both, in what is logged


@pytest.mark.parametrize(
    ("slip", "says"),
    [
        ("on:2027-01-05", "did you mean 'when:'"),
        ("on:eilen", "Write when:eilen"),
        ("on=eilen", "Write when:eilen"),
        ("pvm:24.11.", "when:24.11."),
        ("päivä:eilen", "when:eilen"),
        ("Date:fri", "when:fri"),
        ("at:14:00", "Write it with a day: when:yesterday"),
        ("on:huomenna", "Write next:huomenna for a day to come"),
        ("on:fri", "Write when:fri \\(or next:fri for a day to come\\)"),
        ("deadline:eilen", "for the day it happened write when:eilen"),
        ("tunne:4", "did you mean 'feel:'. Write feel:4"),
        ("mood:great", "Write it with a number from 1 to 5: feel:4"),
        ("next=2w", "write it with a colon: next:2w"),
        ("seuraava=2w", "next:2w"),
        ("Feel=4", "feel:4"),
        ("nexxt:2w", "did you mean 'next:'"),
        ("fiils:4", "did you mean 'feel:'"),
        ("seurava:ma", "did you mean 'next:'"),
        ("tood:soita", "did you mean 'todo:'"),
        ("-feild:food", "did you mean 'field:'"),
        ("nxt:2w", "did you mean 'next:'"),
        ("(next:2w)", "counts only behind a blank. Write next:2w. As text, put a blank in between: \\(next: 2w\\)"),
        ("[feel:4]", "Write feel:4. As"),
        ("/next:2w", "Write next:2w. As"),
        ("+next:2w", "Write next:2w. As"),
        ("(on:eilen)", "Write when:eilen. As"),
        ("(deadline:fri)", "write next:fri. As"),
        ("deadline:fri", "for the next follow-up write next:fri"),
        ("asap=2w", "next:2w"),
        ("next==2w", "with a colon: next:2w. As"),
        ("next=:2w", "with a colon: next:2w. As"),
        ("nexxt:=2w", "Write next:2w. As"),
        ("ls:la", "for the next follow-up write next:la. As"),
        ("deadline:fri.", r"write next:fri\. As text"),
        ("deadline:24.12.", r"write next:24\.12\. As text"),
        ("kahvit,deadline:fri", "next:fri"),
        ("due:fri", "write next:"),
        ("mail:anna@valio.example", "email:anna@valio.example"),
    ],
)
def test_a_slip_is_refused_with_what_to_type_instead(slip: str, says: str) -> None:
    for line in (f"kahvit {slip} lopuksi", slip, f"todo:soita {slip}", f"feel:4 {slip}"):
        with pytest.raises(WordError, match=says) as error:
            logged(line)
        assert is_one_safe_line(str(error.value))
        with pytest.raises(WordError, match=says):
            log_words(split_args(line.split(), LOGGING), TODAY)


NOTES = [
    "agenda:hinnat",
    "Re:tarjous",
    "huone:3",
    "tavattiin huone:3.",
    "kohta:3.",
    "x=2.",
    "(sija:1.)",
    "hinta: sopiva",
    "x=2",
    "klo 12:30",
    "fee:500",
    "fee:5",
    "aika:sovittu",
    "mail:lähetetty",
    "e-mail:lähetetty",
    "task:valmis",
    "promise:kept",
    "firma:uusi",
    "company:Valio",
    "reminder:sent",
    "feeling:good",
    "puh:tulossa",
    "fel:4",
    "knd:call",
    "(Anna:n kanssa)",
    "(next: 2w)",
    "valio.example/next:2w",
    "f(kind:x)",
    "nyt:4 kk",
    "klo 12.30-14",
    "https://valio.example/x?on=2w&next=fri",
    "http://on:2w",
    "mailto:anna@valio.example",
    "anna@valio.example",
    "c:\\temp",
    "price 5:1",
    "tulos 3:2, 2:1",
    "deadline: fri",
    "deadline : fri",
    "on: eilen käytiin",
    "päivä: hyvä",
    "the trouble is: money",
    "a due: what",
    'sanoi "next:2w on ok" ja lähti',
    "puhuttiin: hinnat, ajat, ihmiset",
    "menu:kala ja pulla",
    "budjetti=5000",
    "tarjous:12 500 €",
    "A:lla on kiire, B:llä ei",
    "PJ:n kanssa",
    "EU:ssa, IT:ssä ja Nokia:ssa",
    "suhde 1:10",
    "Psalmi 23:4",
    "koko:XL",
    "C++: ok, F#: no",
    ":) :-) =) :D",
    "a := b == c",
]


@pytest.mark.parametrize("note", NOTES)
def test_an_ordinary_note_is_never_refused_and_kept_as_typed(note: str) -> None:
    for line in (note, f"kahvit {note}", f"{note} kahvit"):
        assert logged(line).note == line
        assert log_words(split_args(line.split(), LOGGING), TODAY).note == line
    assert logged(f"todo:soita {note}").promise.todo == f"soita {note}"
    assert logged(f"note:muista {note}").note == f"muista {note}"


def test_within_a_note_a_day_may_be_joined_to_any_word() -> None:
    assert logged("kahvit note:muista deadline:fri").note == "kahvit muista deadline:fri"
    with pytest.raises(WordError, match="next:2w"):
        logged("note:muista next=2w")


@pytest.mark.parametrize("text", ["meillä deadline:fri", "hänen on:eilen", "asap=2w ja next=2w"])
def test_what_stands_in_a_quoted_argument_is_text_and_said_to_be(text: str) -> None:
    for args in (["kahvit", text, "feel:4"], [text], [text, "feel:4"]):
        said = log_words(split_args(args, LOGGING), TODAY)
        assert text in said.note
    assert logged_args("kahvit", "hänen on:eilen", "feel:4").as_text == ("on:eilen",)


def logged_args(*args: str) -> LogWords:
    return log_words(split_args(args, LOGGING), TODAY)


def test_what_stands_after_two_dashes_is_text() -> None:
    said = logged_args("kahvit", "feel:4", *map(Literal, ("next:2w", "on:eilen", "deadline:fri", "--", "todo:x")))
    assert (said.note, said.feeling, said.promise.next_on) == (
        "kahvit next:2w on:eilen deadline:fri -- todo:x",
        4,
        None,
    )
    assert logged_args("todo:soita", Literal("next:2w")).promise.todo == "soita"


def test_a_whole_line_in_one_argument_is_read_as_if_typed() -> None:
    assert logged_args("kahvit feel:4 next:2w") == logged("kahvit feel:4 next:2w")
    assert logged_args("feel:4 kahvit") == logged("feel:4 kahvit")
    assert logged_args(Typed("todo:soita Annalle next:2w")) == logged("todo:soita Annalle next:2w")
    with pytest.raises(WordError, match="when:eilen"):
        logged_args(Typed("kahvit on:eilen"))


@given(st.text(LETTERS, min_size=1, max_size=9), st.sampled_from(":="), st.text(max_size=8).map(str.strip))
def test_any_word_with_any_value_is_kept_or_refused_in_one_line(word: str, sign: str, value: str) -> None:
    value = "".join(value.split())
    assume(not value.startswith("//") and '"' not in value)
    assume(sign == "=" or not key_of(word))
    line = f"kahvit {word}{sign}{value} lopuksi"
    try:
        line.encode()
        note = logged(line).note
    except UnicodeEncodeError:
        return
    except WordError as error:
        assert is_one_safe_line(str(error))
        return
    assert note == line


@given(st.sampled_from(WORDS), st.sampled_from(":="), st.sampled_from((*DAYS, *NO_DAYS)))
def test_a_word_that_is_no_key_is_refused_with_a_day_and_with_nothing_else(word: str, sign: str, value: str) -> None:
    line = f"kahvit {word}{sign}{value} lopuksi"
    if value in DAYS:
        with pytest.raises(WordError):
            logged(line)
    else:
        assert logged(line).note == line


@given(
    st.sampled_from([*NEAR, "when", "next", "feel", "seuraava", "fiilis", "nexxt", "fiils", "kinnd", "milloim"]),
    st.sampled_from([*DAYS, *NO_DAYS[1:]]),
)
def test_a_key_a_slip_of_one_and_a_near_word_are_refused_with_any_value(word: str, value: str) -> None:
    with pytest.raises(WordError):
        logged(f"kahvit {word}={value} lopuksi")


@given(
    st.lists(
        st.sampled_from([*NOTES, "kahvit", "Liisa", "hyvä", "sovittiin", "24.12.", "fri", "2w", "eilen"]), max_size=8
    )
)
def test_ordinary_notes_in_any_order_are_kept_word_for_word(pieces: list[str]) -> None:
    note = " ".join(pieces)
    assert logged(note).note == note
    assert logged(note) == LogWords(**{**logged("")._asdict(), "note": note})


def test_every_value_that_is_a_day_is_refused_after_any_word() -> None:
    for day in DAYS:
        with pytest.raises(WordError, match="As text, put a blank in between"):
            logged(f"kahvit valmis:{day}")
