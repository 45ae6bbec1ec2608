from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.errors import NetkeeperError, WordError
from netkeeper.domain.interactions.interaction import Kind, Signal
from netkeeper.domain.language.completion import complete_word
from netkeeper.domain.language.contact_words import ContactChanges
from netkeeper.domain.language.joined import Word
from netkeeper.domain.language.keys import KEYS
from netkeeper.domain.language.log_words import LogWords, log_words
from netkeeper.domain.language.promise_words import PromiseWords, take_promise
from netkeeper.domain.language.tokens import split_args, split_text
from netkeeper.domain.people.contact import Hope
from netkeeper.domain.people.ladder import Step
from tests.domain.messages import is_one_safe_line

TODAY = date(2026, 11, 23)


def logged(text: str) -> LogWords:
    return log_words(split_text(text), TODAY)


def test_a_note_alone_is_a_meeting_today() -> None:
    assert logged("coffee, wants a workshop") == LogWords(
        note="coffee, wants a workshop",
        kind=Kind.MEETING,
        on=TODAY,
        feeling=None,
        signals=(),
        contact=ContactChanges(),
    )


def test_one_line_says_it_all() -> None:
    assert logged(
        'asked about prices kind:call when:yesterday feel:4 signal:recommended signal:invited next:2w todo:"send the offer" '
        "step:customer field:food hope:employer"
    ) == LogWords(
        note="asked about prices",
        kind=Kind.CALL,
        on=date(2026, 11, 22),
        feeling=4,
        signals=(Signal.RECOMMENDED, Signal.INVITED),
        contact=ContactChanges(step=Step.CUSTOMER, fields_added=("food",), hopes_added=(Hope.EMPLOYER,)),
        promise=PromiseWords(date(2026, 12, 7), "send the offer", is_span=True),
    )


def test_the_words_of_a_shell_make_one_note() -> None:
    words = split_args(["coffee,", "wants a", "workshop", "next:fri", "todo:send the offer"])
    assert log_words(words, TODAY).note == "coffee, wants a workshop"
    assert log_words(words, TODAY).promise.todo == "send the offer"


def test_text_and_note_word_are_both_the_note() -> None:
    assert logged('good talk note:"title: the new brand"').note == "good talk title: the new brand"


def test_a_log_may_say_nothing_at_all() -> None:
    assert logged("").note == ""


def test_commas_after_words_in_prose_do_not_matter() -> None:
    found = logged("met, next:2w, kind:call, feel:4; signal:rec,inv")
    assert (found.promise.next_on, found.kind, found.feeling) == (date(2026, 12, 7), Kind.CALL, 4)
    assert found.signals == (Signal.RECOMMENDED, Signal.INVITED)


def test_a_promise_without_a_day_is_due_in_a_week() -> None:
    assert logged("todo:call").promise.next_on == TODAY + timedelta(days=7)
    assert logged("next:fri").promise.todo == ""
    assert logged("next:today").promise.next_on == TODAY


@pytest.mark.parametrize(
    ("text", "kind"),
    [("kind:call", Kind.CALL), ("kind:CALL", Kind.CALL), ("kind:em", Kind.EMAIL), ("kind:o", Kind.OTHER)],
)
def test_a_kind_may_be_cut_short(text: str, kind: Kind) -> None:
    assert logged(text).kind is kind


def test_signals_may_be_written_with_blanks_or_cut_short() -> None:
    assert logged('signal:"asked advice"').signals == logged("signal:ask").signals == (Signal.ASKED_ADVICE,)


def test_when_looks_back_and_next_looks_ahead() -> None:
    found = logged("when:fri next:fri")
    assert (found.on, found.promise.next_on) == (date(2026, 11, 20), date(2026, 11, 27))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("when:tomorrow", "^when:tomorrow is still to come"),
        ("when:24.12.2026", r"^when:24.12.2026 \(Thu 24 Dec\) is still to come"),
        ("when:frday", "did you mean 'friday'"),
        ("when:", "when: has no value"),
        ("next: 2w", "next: has no value; write it like next:2w"),
        ("next:yesterday", "^next:yesterday has passed"),
        ("next:soon", "Can't read 'soon'"),
        ("feel:9", "1 .drained. to 5"),
        ("feel:", "feel: has no value"),
        ("feel:3.5", "1 .drained. to 5"),
        ("feel:٣", "1 .drained. to 5"),
        ("kind:me", "may be meeting or message"),
        ("kind:lunch", "It may be meeting, call, message, email, event, other or tried"),
        ("kind:meting", "did you mean 'meeting'"),
        ("signal:", "It may be recommended, invited, asked-advice or introduced"),
        ("kind:call kind:email", "kind: is said twice"),
        ("next:2w next:3w", "next: is said twice"),
        ("todo:a todo:b", "todo: is said twice"),
        ("-kind:call", "-kind: says nothing here"),
        ("-signal:invited", "netkeeper log"),
        ("-field:food", "netkeeper edit"),
        ("org: Valio", "org: has no value; write it like org:"),
        ("due:fri", "write next:"),
        ("last:fri", "write when:"),
        ("is:archived", "netkeeper archive"),
        ("has:email", "finds people"),
        ("name:Anna", "netkeeper edit"),
        pytest.param(f"todo:{'x' * 501}", "todo: is too long", id="todo"),
        pytest.param("x" * 100_001, "note is too long", id="note"),
    ],
)
def test_what_cannot_be_logged_is_refused_with_the_way_out(text: str, says: str) -> None:
    with pytest.raises(WordError, match=says) as error:
        logged(text)
    assert is_one_safe_line(str(error.value))


def test_a_promise_can_be_taken_from_the_words_of_adding() -> None:
    promise, rest = take_promise(split_text("Anna org:Valio next:fri todo:call"), TODAY)
    assert promise == PromiseWords(date(2026, 11, 27), "call")
    assert [word.key for word in rest] == ["", "org"]
    assert take_promise([], TODAY) == (PromiseWords(None, ""), [])


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "-"]),
            st.sampled_from(sorted(KEYS)),
            st.one_of(
                st.text(max_size=12), st.sampled_from(["call", "4", "2w", "fri", "invited", "customer", "31.2.", ""])
            ),
        ),
        max_size=6,
    )
)
def test_any_words_are_logged_or_refused(words: list[tuple[str, str, str]]) -> None:
    try:
        found = log_words([Word(key, value, bool(minus)) for minus, key, value in words], TODAY)
    except NetkeeperError as error:
        assert is_one_safe_line(str(error))
        return
    assert found.on <= TODAY
    assert found.promise.next_on is None or found.promise.next_on >= TODAY


@pytest.mark.parametrize(
    "text",
    ["x" * 10_000, "next:" + "9" * 10_000, "kind:" + "é" * 10_000, "feel:" + " " * 10_000],
    ids=["note", "next", "kind", "feel"],
)
def test_ten_thousand_characters_are_answered_with_one_line(text: str) -> None:
    try:
        logged(text)
    except NetkeeperError as error:
        assert is_one_safe_line(str(error))


@pytest.mark.parametrize(
    ("prefix", "words"),
    [
        ("fi", ["field:"]),
        ("-fi", ["-field:"]),
        ("n", ["name:", "note:", "next:"]),
        ("step:", ["step:potential", "step:customer", "step:regular"]),
        ("step:c", ["step:customer"]),
        ("-step:C", ["-step:customer"]),
        ("hope:m", ["hope:mentor"]),
        ("kind:m", ["kind:meeting", "kind:message"]),
        ("signal:in", ["signal:invited", "signal:introduced"]),
        ("is:", ["is:archived", "is:lasting", "is:fading", "is:unsorted"]),
        ("has:e", ["has:email"]),
        ("feel:", ["feel:1", "feel:2", "feel:3", "feel:4", "feel:5"]),
        ("field:", ["field:design", "field:health/tech", "field:sähkö"]),
        ("field:Sahk", ["field:sähkö"]),
        ("due:7", ["due:7d-"]),
        ("org:", []),
        ("xyz:", []),
        ("xyz", []),
        ("next:\x00", []),
    ],
)
def test_a_half_typed_word_is_completed(prefix: str, words: list[str]) -> None:
    assert complete_word(prefix, ["sähkö", "health/tech", "design", "design"]) == words


def test_nothing_typed_yet_suggests_every_key() -> None:
    assert complete_word("", []) == [f"{key}:" for key in KEYS]


def test_every_key_has_an_example_that_can_be_typed() -> None:
    for key, row in KEYS.items():
        (word,) = split_text(row.example)
        assert word.key == row.key == key
        assert row.help
        assert row.adding or row.logging or row.finding


@pytest.mark.parametrize("key", [key for key, row in KEYS.items() if row.logging])
def test_every_example_of_logging_can_be_logged(key: str) -> None:
    assert logged(KEYS[key].example) != logged("")


@pytest.mark.parametrize("key", ["next", "when", "every", "feel", "step", "hope", "kind", "signal"])
def test_every_value_that_is_suggested_can_be_logged(key: str) -> None:
    for text in complete_word(f"{key}:", []):
        logged(text)
