from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.errors import WordError
from netkeeper.domain.language.joined import Word
from netkeeper.domain.language.keys import KEYS
from netkeeper.domain.language.tokens import quote_value, split_args, split_text
from tests.domain.messages import is_one_safe_line

KEY_NAMES = st.sampled_from(sorted(KEYS))
VALUES = st.text(st.characters(codec="utf-8"), max_size=20)
TYPED = st.text(st.one_of(st.characters(codec=None), st.sampled_from('org:field:next:-" \\\n')), max_size=60)


def said(words: list[Word]) -> list[tuple[str, str]]:
    return [(f"-{word.key}" if word.negated else word.key, word.value) for word in words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("   ", []),
        ("coffee, wants a workshop", [("", "coffee, wants a workshop")]),
        ("coffee next:2w", [("", "coffee"), ("next", "2w")]),
        ("  next:2w   coffee  ", [("next", "2w"), ("", "coffee")]),
        (
            'good  talk org:"Valio Oy" about\nmilk feel:4 done',
            [("", "good  talk"), ("org", "Valio Oy"), ("", "about\nmilk"), ("feel", "4"), ("", "done")],
        ),
        ("-field:food anna -pekka", [("-field", "food"), ("", "anna -pekka")]),
        ("org:", [("org", "")]),
        ('org:"" x', [("org", ""), ("", "x")]),
        ("org: Valio", [("org", ""), ("", "Valio")]),
        ("email:work=a@b.fi", [("email", "work=a@b.fi")]),
        ("url:https://valio.example/?a=b:c", [("url", "https://valio.example/?a=b:c")]),
        ('org:"Valio Oy".', [("org", "Valio Oy.")]),
        ('org:"a \\"b\\" \\\\ c:\\d"', [("org", 'a "b" \\ c:\\d')]),
        ('title:5"', [("title", '5"')]),
        ("due:<7d last:>60d", [("due", "<7d"), ("last", ">60d")]),
    ],
)
def test_a_line_is_cut_into_words(text: str, words: list[tuple[str, str]]) -> None:
    assert said(split_text(text)) == words


@pytest.mark.parametrize(
    "text",
    [
        "http://valio.example",
        "see https://valio.example/next:2w",
        "at 12:30",
        "TODO: call",
        "TODO:call",
        "Re: offer",
        "x:y",
        "a:",
        "so:next:2w",
        "mid-org:x",
        "foo(org:x)",
        'said "next:2w is fine" to me',
        '"todo:x"',
        "feld://x",
        "star:3 gone:4 tale:5",
        "filed: the papers",
        "Åorg:x",
        '12" pipe, 5" pipe',
        "- org",
    ],
)
def test_what_only_looks_like_a_word_is_text(text: str) -> None:
    assert said(split_text(text)) == [("", text)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("filed:food", "field"),
        ("fields:food", "field"),
        ("Field:food", "field"),
        ("fied:food", "field"),
        ("fjeld:food", "field"),
        ("nxt:2w", "next"),
        ("tood:call", "todo"),
        ("mail:a@b.fi", "email"),
        ("-feild:food", "field"),
    ],
)
def test_a_mistyped_key_is_pointed_out(typed: str, meant: str) -> None:
    with pytest.raises(WordError, match=f"did you mean '{meant}:'"):
        split_text(f"coffee {typed}")
    assert said(split_text(f"coffee {typed}", strict=False)) == [("", f"coffee {typed}")]


def test_short_keys_do_not_swallow_other_short_words() -> None:
    assert said(split_text("it:x hat:y vis:z")) == [("", "it:x hat:y vis:z")]


def test_an_open_quotation_mark_is_an_error_unless_one_is_still_typing() -> None:
    with pytest.raises(WordError, match="no closing quotation mark"):
        split_text('coffee org:"Valio Oy next:2w')
    assert said(split_text('coffee org:"Valio Oy next:2w', strict=False)) == [
        ("", "coffee"),
        ("org", "Valio Oy next:2w"),
    ]


def test_an_open_quotation_mark_in_free_text_is_just_text() -> None:
    assert said(split_text('the 12" one next:2w')) == [("", 'the 12" one'), ("next", "2w")]


def test_words_know_where_they_stand() -> None:
    text = '  coffee  next:2w -org:"Valio Oy" x '
    assert [text[word.start : word.end] for word in split_text(text)] == [
        "coffee",
        "next:2w",
        '-org:"Valio Oy"',
        "x",
    ]


@pytest.mark.parametrize(
    "split", [split_text, lambda text: split_args([text]), lambda text: split_args([f"org:{text}"])]
)
def test_bytes_that_are_no_text_are_refused(split: object) -> None:
    assert callable(split)
    with pytest.raises(WordError, match="bytes that are no text") as error:
        split("caf\udce9")
    assert is_one_safe_line(str(error.value))


@given(KEY_NAMES, VALUES, st.booleans())
def test_a_quoted_value_is_given_back(key: str, value: str, negated: bool) -> None:
    minus = "-" if negated else ""
    text = f"before {minus}{key}:{quote_value(value)} after"
    before, word, after = split_text(text)
    assert (word.key, word.value, word.negated) == (key, value, negated)
    assert (before.value, after.value) == ("before", "after")


@given(st.lists(st.tuples(KEY_NAMES, VALUES), max_size=5))
def test_any_words_written_one_after_another_are_given_back(words: list[tuple[str, str]]) -> None:
    assert said(split_text(" ".join(f"{key}:{quote_value(value)}" for key, value in words))) == words


@given(TYPED)
def test_words_cover_all_that_was_typed(text: str) -> None:
    words = split_text(text.encode("utf-8", "ignore").decode(), strict=False)
    clean = text.encode("utf-8", "ignore").decode()
    assert all(0 <= word.start < word.end <= len(clean) for word in words)
    assert all(one.end <= other.start for one, other in pairwise(words))
    covered = "".join(clean[word.start : word.end] for word in words)
    assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", clean)


@given(TYPED)
def test_garbage_is_split_or_refused_and_nothing_worse(text: str) -> None:
    for split in (split_text, lambda typed: split_args([typed])):
        try:
            split(text)
        except WordError as error:
            assert is_one_safe_line(str(error))


@pytest.mark.parametrize(
    "text",
    ['"' * 10_000, "org:" * 2_500, '-"' * 5_000, "a:" * 5_000, 'org:"' + "\\" * 9_999, "- " * 5_000],
    ids=["quotes", "keys", "minuses", "unknown keys", "backslashes", "dashes"],
)
def test_long_garbage_is_split_at_once(text: str) -> None:
    split_text(text, strict=False)


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["Anna", "Virtanen", "org:Valio Oy"], [("", "Anna"), ("", "Virtanen"), ("org", "Valio Oy")]),
        (["coffee, wants a workshop next:2w"], [("", "coffee, wants a workshop"), ("next", "2w")]),
        (['org:"Valio Oy" next:2w'], [("org", "Valio Oy"), ("next", "2w")]),
        (["next:2w todo:call"], [("next", "2w"), ("todo", "call")]),
        (["todo:ask about url: and title"], [("todo", "ask about url: and title")]),
        (["-field:food stuff"], [("-field", "food stuff")]),
        (["org:"], [("org", "")]),
        (["http://x y"], [("", "http://x y")]),
        (["todo:line\nbreak"], [("todo", "line\nbreak")]),
        ([""], []),
        ([], []),
    ],
)
def test_a_shells_arguments_are_cut_into_words(args: list[str], words: list[tuple[str, str]]) -> None:
    assert said(split_args(args)) == words


def test_a_mistyped_key_is_pointed_out_in_an_argument_too() -> None:
    with pytest.raises(WordError, match="did you mean 'field:'"):
        split_args(["filed:food stuff"])
