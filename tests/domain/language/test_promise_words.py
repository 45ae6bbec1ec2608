"""What a line promises: the day that is typed, the day that the text speaks of, and the hour."""

from __future__ import annotations

from datetime import date

import pytest

from netkeeper.domain.errors import WordError
from netkeeper.domain.language.log_words import LogWords, log_words
from netkeeper.domain.language.promise_words import promise_for_day, with_whole_days
from netkeeper.domain.language.tokens import LOGGING, PROMISING, split_args, split_text

TODAY = date(2026, 11, 23)
FRIDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 30)


def both(line: str) -> LogWords:
    """The line as typed into the app and as a shell gives it, which say the same."""
    typed = log_words(split_text(line, LOGGING), TODAY)
    assert log_words(split_args(line.split(), LOGGING), TODAY) == typed
    return typed


@pytest.mark.parametrize(
    ("line", "todo", "note"),
    [
        ("todo:lähetä kuvat", "lähetä kuvat", ""),
        ("kahvit todo:lähetä kuvat Annalle feel:4", "lähetä kuvat Annalle", "kahvit"),
        ("todo: lähetä kuvat", "lähetä kuvat", ""),
        ("TODO: lähetä kuvat", "lähetä kuvat", ""),
        ("tehtävä:lähetä kuvat next:fri", "lähetä kuvat", ""),
        ("muista:soittaa note:puhuttiin hinnoista", "soittaa", "puhuttiin hinnoista"),
        ("note:puhuttiin hinnoista todo:lähetä kuvat", "lähetä kuvat", "puhuttiin hinnoista"),
    ],
)
def test_todo_and_note_take_all_words_up_to_the_next_key(line: str, todo: str, note: str) -> None:
    said = both(line)
    assert (said.promise.todo, said.note) == (todo, note)


def test_a_quoted_value_ends_with_its_quote() -> None:
    said = log_words(split_text('todo:"lähetä kuvat" mukava ilta', LOGGING), TODAY)
    assert (said.promise.todo, said.note) == ("lähetä kuvat", "mukava ilta")
    said = log_words(split_args(["todo:lähetä kuvat", "mukava", "ilta"], LOGGING), TODAY)
    assert (said.promise.todo, said.note) == ("lähetä kuvat", "mukava ilta")


@pytest.mark.parametrize(
    ("todo", "day", "words"),
    [
        ("toimita pipot maanantaina", MONDAY, "maanantaina"),
        ("send the offer on friday", FRIDAY, "on friday"),
        ("soita huomenna", date(2026, 11, 24), "huomenna"),
    ],
)
def test_without_next_the_day_in_the_text_is_taken(todo: str, day: date, words: str) -> None:
    said = both(f"kahvit todo:{todo}")
    assert (said.promise.next_on, said.promise.todo, said.promise.day_words) == (day, todo, words)


def test_beside_next_the_day_in_the_text_is_only_told_of() -> None:
    said = both("todo:toimita pipot maanantaina next:fri")
    assert (said.promise.next_on, said.promise.todo, said.promise.other_day) == (
        FRIDAY,
        "toimita pipot maanantaina",
        MONDAY,
    )
    assert both("todo:toimita pipot maanantaina next:maanantaina").promise.other_day is None


def test_a_past_day_in_the_text_is_no_day() -> None:
    said = both("todo:lähetä kuvat eilen illalta")
    assert said.promise.next_on == MONDAY
    assert said.promise.is_default


@pytest.mark.parametrize("line", ["next:fri 14:00", "next:fri klo 14", "seuraava:pe klo 14"])
def test_an_hour_goes_with_its_day_and_is_kept(line: str) -> None:
    said = both(f"kahvit {line}")
    assert (said.promise.next_on, said.promise.hour, said.note) == (FRIDAY, "14:00", "kahvit")


@pytest.mark.parametrize(
    ("line", "day", "note"),
    [
        ("next:in 10 days hyvä ilta", date(2026, 12, 3), "hyvä ilta"),
        ("next:next week hyvä ilta", MONDAY, "hyvä ilta"),
        ("next:fri next week hyvä ilta", date(2026, 12, 4), "hyvä ilta"),
        ("next:24 dec hyvä ilta", date(2026, 12, 24), "hyvä ilta"),
        ("next:fri 3 kahvia", FRIDAY, "3 kahvia"),
        ("next:fri, 14:00 oli jo varattu", FRIDAY, "14:00 oli jo varattu"),
        ("next:2w hyvä ilta", date(2026, 12, 7), "hyvä ilta"),
    ],
)
def test_a_day_takes_what_belongs_to_it_and_nothing_else(line: str, day: date, note: str) -> None:
    said = both(line)
    assert (said.promise.next_on, said.note) == (day, note)


def test_the_day_it_happened_takes_what_belongs_to_it() -> None:
    assert both("when:last fri kahvit") == both("kahvit when:20.11.")
    assert both("milloin:eilen 14:00 kahvit").note == "14:00 kahvit"


def test_spans_may_move_and_named_days_stay() -> None:
    assert [both(f"next:{typed}").promise.is_span for typed in ("2w", "fri", "24.12.")] == [True, False, False]
    assert both("todo:soita").promise.is_span


@pytest.mark.parametrize(
    "line", ["org:Valio Oy", "kahvit org:Valio Oy ja pullaa", "title:Brand Lead", "met:Slush Helsinki"]
)
def test_in_a_log_a_capitalised_word_after_a_value_of_one_word_is_refused(line: str) -> None:
    with pytest.raises(WordError, match=r'takes one word; write (org|title|met):"'):
        both(line)


@pytest.mark.parametrize(
    ("line", "organization", "note"),
    [
        ("org:Valio puhuttiin hinnoista", "Valio", "puhuttiin hinnoista"),
        ("org:Valio, Puhuttiin hinnoista", "Valio", "Puhuttiin hinnoista"),
        ("Puhuttiin hinnoista org:Valio", "Valio", "Puhuttiin hinnoista"),
    ],
)
def test_in_a_log_other_values_are_one_word(line: str, organization: str, note: str) -> None:
    said = both(line)
    assert (said.contact.organization, said.note) == (organization, note)


def test_a_quoted_value_of_several_words_is_taken_whole() -> None:
    for args in (["org:Valio Oy", "Kahvit"], ["org:Valio Oy"]):
        assert log_words(split_args(args, LOGGING), TODAY).contact.organization == "Valio Oy"
    assert log_words(split_text('org:"Valio Oy" Kahvit', LOGGING), TODAY).note == "Kahvit"


def test_finnish_kinds_signals_and_steps_are_understood() -> None:
    said = both("laji:puhelu fiilis:4 merkki:suositteli,kutsui porras:kanta ala:ruoka")
    assert (said.kind, said.feeling, [str(each) for each in said.signals]) == ("call", 4, ["recommended", "invited"])
    assert (said.contact.step, said.contact.fields_added) == ("regular", ("ruoka",))
    kinds = [
        both(f"kind:{word}").kind for word in ("tapaaminen", "viesti", "sähköposti", "sahko", "tapahtuma", "yritys")
    ]
    assert kinds == ["meeting", "message", "email", "email", "event", "tried"]
    with pytest.raises(WordError, match="may be tapaaminen or tapahtuma"):
        both("kind:tap")


def test_a_sauna_is_an_invitation_and_the_word_is_kept() -> None:
    said = both("hyvä ilta signal:sauna")
    assert ([str(each) for each in said.signals], said.note) == (["invited"], "hyvä ilta sauna")
    assert both("kutsui saunaan signal:sauna").note == "kutsui saunaan"


def test_a_phone_number_is_taken_whole() -> None:
    said = both("puhelin:+358 40 555 0102 kahvit")
    assert (said.contact.phones[0].value, said.note) == ("+358 40 555 0102", "kahvit")
    said = both("phone:0405550102 2 kahvia")
    assert (said.contact.phones[0].value, said.note) == ("0405550102", "2 kahvia")


@pytest.mark.parametrize(
    ("line", "on", "note"),
    [
        ("when:3.11. 10 kpl pipoja", date(2026, 11, 3), "10 kpl pipoja"),
        ("milloin:20.11. 20 henkilöä", date(2026, 11, 20), "20 henkilöä"),
        ("when:3.11.2026 10 kpl", date(2026, 11, 3), "10 kpl"),
        ("when:3.11.25 10 kpl", date(2025, 11, 3), "10 kpl"),
        ("when:3.11. 2025 kahvit", date(2025, 11, 3), "kahvit"),
        ("when:yesterday 10 kpl", date(2026, 11, 22), "10 kpl"),
    ],
)
def test_a_number_after_the_day_it_happened_is_no_year(line: str, on: date, note: str) -> None:
    said = both(line)
    assert (said.on, said.note) == (on, note)


@pytest.mark.parametrize(
    ("line", "day", "note"),
    [
        ("next:1.12. 30 kpl", date(2026, 12, 1), "30 kpl"),
        ("next:1.12.27 30 kpl", date(2027, 12, 1), "30 kpl"),
        ("next:1.12. 2027 pipot", date(2027, 12, 1), "pipot"),
        ("next:24 dec 30 kpl", date(2026, 12, 24), "30 kpl"),
        ("next:dec 24 pipot", date(2026, 12, 24), "pipot"),
        ("next:24. 12. pipot", date(2026, 12, 24), "pipot"),
        ("next:vko 49 12 kpl", MONDAY, "12 kpl"),
        ("next:fri klo 14 pipot", FRIDAY, "pipot"),
    ],
)
def test_a_number_after_a_day_to_come_is_no_year(line: str, day: date, note: str) -> None:
    said = both(line)
    assert (said.promise.next_on, said.note) == (day, note)


def test_a_number_after_the_day_that_a_promise_is_due_is_no_year() -> None:
    for typed in ("tilaa pipot due:3.12. 40 kpl", "tilaa pipot next:3.12. 40 kpl"):
        words = with_whole_days(split_text(typed, PROMISING), TODAY)
        assert [word.value for word in words] == ["tilaa pipot", "3.12.", "40 kpl"]


def test_a_number_after_a_day_in_what_is_promised_is_no_year() -> None:
    said = both("todo:tilaa pipot 3.12. 40 kpl")
    assert (said.promise.next_on, said.promise.day_words) == (date(2026, 12, 3), "3.12.")


@pytest.mark.parametrize(
    ("line", "years"),
    [
        (
            "next:20.11.",
            "Fri 20 Nov 2026, just past, or the day a year later; write it with its year, such as 20.11.2026.",
        ),
        ("next:22 nov", "Sun 22 Nov 2026, just past, or the day a year later"),
        ("next:week 47", "Mon 16 Nov 2026, just past, or the day a year later"),
        (
            "when:24.11.",
            "Tue 24 Nov 2026, still to come, or the day a year earlier; write it with its year, such as 24.11.2026.",
        ),
    ],
)
def test_a_date_just_on_the_other_side_of_today_is_refused_with_both_years(line: str, years: str) -> None:
    with pytest.raises(WordError, match=years):
        both(f"kahvit {line}")


def test_a_date_that_is_sure_needs_no_year() -> None:
    days = ("20.11.2027", "24.11.", "23.11.", "1.1.", "1.9.", "fri", "lokakuussa", "vappu")
    meant = ("2027-11-20", "2026-11-24", "2026-11-23", "2027-01-01", "2027-09-01", "2026-11-27", "2027-10-01")
    assert [both(f"next:{typed}").promise.next_on for typed in days] == [
        *map(date.fromisoformat, meant),
        date(2027, 5, 1),
    ]
    assert both("when:20.11.").on == date(2026, 11, 20)
    assert both("when:24.12.2025").on == date(2025, 12, 24)


def test_an_hour_is_not_lost_where_the_text_only_holds_its_digits() -> None:
    for todo, hour in (
        ("soita ennen 19:00", "9:00"),
        ("soita 9:00", ""),
        ("soita (9:00).", ""),
        ("soita 9:00-10:00", "9:00"),
    ):
        said = log_words(split_text(f'next:"fri 9:00" todo:"{todo}"', LOGGING), TODAY)
        assert said.promise.hour == hour


@pytest.mark.parametrize(
    ("line", "day", "rest"),
    [
        ("next:fri after christmas", "next:fri", "after christmas"),
        ("next:joulun jälkeisenä maanantaina", "next:joulun", "jälkeisenä maanantaina"),
        ("next:3 weeks from monday", "next:3 weeks", "from monday"),
        ("next:tomorrow week", "next:tomorrow", "week"),
        ("next:24.12. jälkeen", "next:24.12.", "jälkeen"),
        ("next:fri tai ma", "next:fri", "tai ma"),
        ("next:easter monday", "next:easter", "monday"),
        ("next:fri 13.", "next:fri", "13."),
        ("next:fri klo 25", "next:fri", "klo 25"),
        ("next:ma 27.11.", "next:ma", "27.11."),
        ("when:the friday before last", "when:the friday", "before last"),
    ],
)
def test_a_day_that_is_read_in_part_is_refused(line: str, day: str, rest: str) -> None:
    for words in (split_text(f"kahvit {line}", LOGGING), split_args(["kahvit", *line.split()], LOGGING)):
        with pytest.raises(WordError) as refused:
            log_words(words, TODAY)
        assert f"“{rest}” belongs to {day};" in str(refused.value)
        assert f'{day} …"' in str(refused.value).replace(':"', ":")


@pytest.mark.parametrize(
    "line", ["next:fri ja lähetä tarjous", "when:fri at the office", "next:fri, after lunch", "next:2w or so he said"]
)
def test_a_note_behind_a_day_stays_a_note(line: str) -> None:
    assert both(f"kahvit {line}").note.startswith("kahvit ")


def test_a_direction_that_says_the_same_again_belongs_to_its_day() -> None:
    said = both("kahvit when:60d ago")
    assert (said.on, said.note) == (date(2026, 9, 24), "kahvit")


def test_a_date_takes_its_year_behind_a_blank() -> None:
    said = both("kahvit next:1.12 2026 klo 10")
    assert (said.promise.next_on, said.promise.hour, said.note) == (date(2026, 12, 1), "10:00", "kahvit")


def test_a_weekday_and_a_day_of_the_month_is_none_that_has_passed() -> None:
    with pytest.raises(WordError, match="2026-12-13 is a Sun"):
        log_words(split_text('kahvit next:"pe 13."', LOGGING), TODAY)


@pytest.mark.parametrize(
    ("todo", "hour", "other"),
    [
        ("kahvi klo 10", "14:00", "10:00"),
        ("kahvi 10:30 asemalla", "14:00", "10:30"),
        ("kahvi klo 14", "", ""),
        ("kahvi 14:00", "", ""),
        ("kahvi kahdelle", "14:00", ""),
        ("kahvi klo 25", "14:00", ""),
    ],
)
def test_of_two_hours_the_one_with_the_day_counts_and_the_other_is_told_of(todo: str, hour: str, other: str) -> None:
    promise = promise_for_day("fri 14:00", todo, TODAY)
    assert (promise.hour, promise.other_hour) == (hour, other)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("next:24 Dec 27", "2027-12-24"),
        ("next:dec 24, 2027", "2027-12-24"),
        ("next:24.12., 2027", "2027-12-24"),
        ("next:24.12. 27", "2027-12-24"),
        ("next:24 dec 26", "2026-12-24"),
        ("next:toukokuu 2027", "2027-05-01"),
        ("next:may 2027", "2027-05-01"),
        ("next:24.12. 2026", "2026-12-24"),
        ("next:1.12. 2026", "2026-12-01"),
        ("next:easter 2027", "2027-03-28"),
        ("next:fri 27.11.", "2026-11-27"),
        ("next:joulukuun alussa", "2026-12-01"),
        ("next:perjantaihin mennessä", "2026-11-27"),
    ],
)
def test_a_year_or_what_says_the_day_again_behind_a_day_belongs_to_it(line: str, day: str) -> None:
    said = both(f"kahvit {line}")
    assert (said.promise.next_on, said.note) == (date.fromisoformat(day), "kahvit")


@pytest.mark.parametrize(
    ("line", "note"),
    [("next:joulukuun alussa kahvit", "kahvit"), ("next:dec 24, 2027 kahvit", "kahvit"), ("next:24 Dec 27, ok", "ok")],
)
def test_the_note_goes_on_behind_what_belongs_to_the_day(line: str, note: str) -> None:
    assert both(line).note == note


def test_a_year_of_two_digits_behind_the_day_it_happened_is_its_year() -> None:
    said = both("kahvit when:20 nov 25")
    assert (said.on, said.note) == (date(2025, 11, 20), "kahvit")


def test_a_year_of_two_digits_counts_in_a_promise_and_its_text() -> None:
    for typed in ("tilaa pipot due:24 Dec 27", "tilaa pipot due:24 Dec 27 every:1y"):
        words = with_whole_days(split_text(typed, PROMISING), TODAY)
        assert [word.value for word in words][:2] == ["tilaa pipot", "24 Dec 27"]
    said = both("todo:tilaa pipot 24 dec 27")
    assert (said.promise.next_on, said.promise.day_words) == (date(2027, 12, 24), "24 dec 27")
    assert both("todo:tilaa pipot 24 dec 30 kpl").promise.next_on == date(2026, 12, 24)


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("next:24 dec 27 kahvit", "27"),
        ("next:24 dec 45", "45"),
        ("when:20 nov 25 kahvit", "25"),
        ("when:3.11. 10", "10"),
        ("next:fri 4 jan", "4 jan"),
        ("next:fri jan 4", "jan 4"),
        ("next:fri 4 jan kahvit", "4 jan"),
    ],
)
def test_what_may_be_a_year_or_another_date_behind_a_day_is_refused(line: str, rest: str) -> None:
    with pytest.raises(WordError, match=f"Can't tell whether “{rest}” belongs to"):
        both(f"kahvit {line}")


@pytest.mark.parametrize("note", ["4 may come", "Jan 4 kahvia", "2 kahvia", "2026 oli hyvä"])
def test_a_number_or_a_name_behind_a_weekday_stays_a_note(note: str) -> None:
    assert both(f"next:fri, {note}").note == note
    if not note.startswith("2026"):
        assert both(f"next:fri {note}").note == note


@pytest.mark.parametrize(
    ("line", "cadence", "note"),
    [
        ("kahvit every:2 weeks", 14, "kahvit"),
        ("every:2 weeks kahvit", 14, "kahvit"),
        ("every:3 kk, kahvit", 90, "kahvit"),
        ("every:45 kahvit", 45, "kahvit"),
        ("every:2w weeks of talk", 14, "weeks of talk"),
    ],
)
def test_the_number_of_a_cadence_takes_its_unit(line: str, cadence: int, note: str) -> None:
    said = both(line)
    assert (said.contact.cadence, said.note.lstrip(", ")) == (cadence, note)


@pytest.mark.parametrize(
    ("line", "signals", "note"),
    [
        ("signal:recommended, invited", ["recommended", "invited"], ""),
        ("kahvit signal:recommended, invited next:2w", ["recommended", "invited"], "kahvit"),
        ("merkki:kutsui, suositteli, hyvä ilta", ["invited", "recommended"], "hyvä ilta"),
        ("signal:recommended, invited me to lunch", ["recommended", "invited"], "invited me to lunch"),
        ("signal:recommended, hyvä ilta", ["recommended"], "hyvä ilta"),
        ("signal:recommended invited", ["recommended"], "invited"),
    ],
)
def test_a_signal_behind_another_and_a_comma_counts(line: str, signals: list[str], note: str) -> None:
    said = both(line)
    assert ([str(each) for each in said.signals], said.note) == (signals, note)


@pytest.mark.parametrize(
    ("line", "phone", "note"),
    [
        ("phone:040 123 4567 2 kahvia", "040 123 4567", "2 kahvia"),
        ("phone:040 1234567 12 kpl", "040 1234567", "12 kpl"),
        ("phone:+358 40 555 0102 12 kpl", "+358 40 555 0102", "12 kpl"),
        ("phone:+44 20 7946 0958 2 teas", "+44 20 7946 0958", "2 teas"),
        ("phone:040 12 34 567 kahvit", "040 12 34 567", "kahvit"),
        ("phone:+49 151 12 34 56 78 kahvit", "+49 151 12 34 56 78", "kahvit"),
        ("phone:09 123 456 7 kahvia", "09 123 456", "7 kahvia"),
    ],
)
def test_a_count_behind_a_phone_number_is_none_of_its_digits(line: str, phone: str, note: str) -> None:
    said = both(line)
    assert (said.contact.phones[0].value, said.note) == (phone, note)
