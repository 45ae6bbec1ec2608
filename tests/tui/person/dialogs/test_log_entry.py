"""The model of the quick log: a word in the note and its field are one thing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.interactions.interaction import Signal
from netkeeper.domain.language.tokens import split_text
from netkeeper.tui.person.dialogs.log_entry import LogEntry

TODAY = date(2026, 11, 23)
VALUES = {
    "kind": ("call", "email", "event"),
    "when": ("yesterday", "1.10.", "mon"),
    "feel": ("1", "5"),
    "next": ("2w", "fri"),
    "todo": ("send it", "ring"),
}

fields = st.sampled_from(sorted(VALUES)).flatmap(lambda key: st.tuples(st.just(key), st.sampled_from(VALUES[key])))
typed = st.lists(
    st.sampled_from(["coffee", "ja pulla", "http://x.example", "12:30", "kind:call", "feel:2", "next:2w", 'todo:"a b"'])
).map(" ".join)


def test_a_word_fills_its_field_and_its_going_gives_back_what_was_set() -> None:
    entry = LogEntry().with_field("kind", "email", TODAY).with_note("tea kind:call")
    assert entry.value("kind", TODAY) == "call"
    assert entry.with_note("tea").value("kind", TODAY) == "email"


def test_setting_a_field_takes_its_word_out_of_the_note() -> None:
    entry = LogEntry("tea kind:call with Bo feel:2").with_field("kind", "email", TODAY)
    assert entry.note == "tea with Bo feel:2"
    assert entry.value("kind", TODAY) == "email"


def test_signals_of_note_and_field_add_up() -> None:
    entry = LogEntry("tea signal:invited").with_note("tea signal:invited")
    entry = LogEntry(entry.note, {"signal": "recommended"})
    assert set(entry.read(TODAY).signals) == {Signal.INVITED, Signal.RECOMMENDED}


@given(typed, st.lists(fields))
def test_the_last_said_counts_and_nothing_is_said_twice(note: str, changes: list[tuple[str, str]]) -> None:
    entry = LogEntry(note)
    for key, value in changes:
        entry = entry.with_field(key, value, TODAY)
        assert entry.value(key, TODAY) == value
        assert all(word.key != key for word in split_text(entry.note))
    for key, value in dict(changes).items():
        assert entry.value(key, TODAY) == value
    keys = [word.key for word in entry.words() if word.key in VALUES]
    if len(set(keys)) == len(keys):
        entry.read(TODAY)


@given(typed, fields)
def test_setting_a_field_leaves_the_rest_of_the_note(note: str, change: tuple[str, str]) -> None:
    key, value = change
    after = LogEntry(note).with_field(key, value, TODAY).note
    assert [word.value for word in split_text(after) if word.key != key] == _joined(
        [(word.key, word.value) for word in split_text(note) if word.key != key]
    )


def _joined(words: list[tuple[str, str]]) -> list[str]:
    """The words' values, free texts that now stand side by side as one."""
    joined: list[tuple[str, str]] = []
    for key, value in words:
        if joined and not key and not joined[-1][0]:
            joined[-1] = ("", f"{joined[-1][1]} {value}")
        else:
            joined.append((key, value))
    return [value for _, value in joined]


@given(st.text(max_size=40))
def test_whatever_is_typed_is_read_or_refused_in_words(note: str) -> None:
    entry = LogEntry(note)
    for key in VALUES:
        entry.value(key, TODAY)
    try:
        entry.read(TODAY, strict=False)
    except NetkeeperError as error:
        assert str(error)


@pytest.mark.parametrize(("entry", "is_empty"), [(LogEntry(), True), (LogEntry("  "), True), (LogEntry("x"), False)])
def test_empty_is_what_holds_nothing(entry: LogEntry, is_empty: bool) -> None:
    assert entry.is_empty is is_empty
    assert not LogEntry().with_field("feel", "4", TODAY).is_empty
    assert LogEntry().with_field("feel", "", TODAY).is_empty


@pytest.mark.parametrize(
    ("note", "key", "value", "left"),
    [
        ("moi next:ti vko 49", "next", "ti vko 49", "moi "),
        ("moi next:fri 14:00 kahvit", "next", "fri 14:00", "moi kahvit"),
        ("next:in 10 days coffee", "next", "in 10 days", "coffee"),
        ("coffee when:last fri feel:4", "when", "last fri", "coffee feel:4"),
    ],
)
def test_the_field_of_a_day_holds_all_its_words(note: str, key: str, value: str, left: str) -> None:
    entry = LogEntry(note)
    assert entry.value(key, TODAY) == value
    assert entry.with_field(key, "2w", TODAY).note == left
    same = entry.with_field(key, value, TODAY)
    assert same.value(key, TODAY) == value
    assert (same.read(TODAY).promise.next_on, same.read(TODAY).on) == (
        entry.read(TODAY).promise.next_on,
        entry.read(TODAY).on,
    )
