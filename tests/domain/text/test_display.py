from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich import cells
from rich._unicode_data import load as load_cell_table

from netkeeper.domain.text.display import fit, pad, plain, plain_lines, quoted, width

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
PERSIAN = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
SHALOM = "\u05e9\u05dc\u05d5\u05dd"

DANGEROUS = {
    *map(chr, range(0x20)),
    *map(chr, range(0x7F, 0xA0)),
    *map(chr, range(0xD800, 0xE000)),
    *"\u00ad\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\ufeff\ufff9",
}

# Text as it comes, thick with what matters here.
TEXTS = st.text(
    st.one_of(
        st.characters(codec=None),
        st.sampled_from(
            "aä \n\t\r\x1b\x07\x9b\x7f\ud800\u200b\u200c\u200d\u202e\u2066\u2068\u2069\ufe0f\u0301\u093f\u094d"
            "\u05d0\u0627\u06cc日本☀❤👨👩🏽🏴\U000e0067\U000e007f🇫🇮1\u20e3"
        ),
    )
)


@pytest.mark.parametrize(
    "text", ["", "Anna Virtanen", "Åsa Öhman-Ström", "a&b [TODO] /x", "Ωμέγα", "日本語", "👍🏽 ❤️ 🇫🇮"]
)
def test_text_without_anything_dangerous_comes_back_as_it_is(text: str) -> None:
    assert plain(text) is text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]52;c;eA==\x07", "␛]52;c;eA==␇"),
        ("\x1b[2J", "␛[2J"),
        ("\x9b2J\x9d0;t\x9c", "�2J�0;t�"),
        ("a\x00b\x7fc\rd", "a␀b␡c␍d"),
        ("a\nb\r\nc\td\u2028e\u2029f", "a b c d e f"),
        ("evil\u202etxt.exe", "eviltxt.exe"),
        ("\u2066a\u2069\u200eb\u061c", "ab"),
        ("in\u200bvis\u2060i\ufeffb\u00adle\U000e0041", "invisible"),
        ("\ud83d lone", "� lone"),
    ],
)
def test_what_controls_a_terminal_is_made_visible_or_goes(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize("emoji", [FAMILY, ENGLAND, "🏳️\u200d🌈", "👩🏽\u200d💻", "❤️", "1\ufe0f\u20e3"])
def test_emoji_stay_whole(emoji: str) -> None:
    assert plain(f"{emoji}\n") == f"{emoji} "


def test_a_joiner_stays_where_a_script_needs_it() -> None:
    assert PERSIAN in plain(PERSIAN)
    assert plain("\u0915\u094d\u200d\u0937") == "\u0915\u094d\u200d\u0937"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u200db", "ab"),
        ("a\u200cb", "ab"),
        ("\u200d", ""),
        (f"{FAMILY}\u200d", FAMILY),
        ("\u200d👩", "👩"),
        ("👩\u200d\u200d👩", "👩👩"),
    ],
)
def test_a_joiner_that_joins_nothing_goes(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_a_flag_spelled_wrong_loses_its_hidden_text() -> None:
    assert plain("\U0001f3f4\U000e0067\U000e0062x") == "\U0001f3f4x"


@pytest.mark.parametrize("name", [SHALOM, "\u0639\u0644\u064a", f"Anna {SHALOM}"])
def test_right_to_left_names_are_isolated_from_their_neighbours(name: str) -> None:
    assert plain(name) == f"\u2068{name}\u2069"


def test_a_name_cannot_break_out_of_its_isolation() -> None:
    for escape in ("\u2069", "\u2068", "\u202e", "\u2067", "\u2068\u2068\u2069", "\u2069\u2068"):
        assert plain(f"{escape}{SHALOM}{escape}").count(SHALOM) == 1
        assert _depths(plain(f"{escape}{SHALOM}{escape}"))[-1] == 0
    assert plain(f"\u2069{SHALOM}\u2069\u202e") == f"\u2068{SHALOM}\u2069"


def test_a_message_keeps_each_name_in_it_isolated() -> None:
    message = f"{plain(SHALOM)} and {plain(SHALOM[::-1])} know each other"
    assert plain(message) == message
    assert plain(f"{message} {SHALOM}") == f"\u2068{message} {SHALOM}\u2069"


def test_a_heap_of_accents_is_cut_down() -> None:
    assert plain("a" + "\u0301" * 50 + "b") == "a" + "\u0301" * 4 + "b"


def _depths(text: str) -> list[int]:
    """How many isolates are open before each character, and at the end."""
    depths = [0]
    for character in text:
        depths.append(depths[-1] + {"\u2068": 1, "\u2069": -1}.get(character, 0))
    return depths


@given(TEXTS)
def test_nothing_dangerous_is_ever_left(text: str) -> None:
    shown = plain(text)
    assert not DANGEROUS.intersection(shown)
    depths = _depths(shown)
    assert min(depths) == depths[-1] == 0
    assert all(
        depth > 0
        for character, depth in zip(shown, depths, strict=False)
        if unicodedata.bidirectional(character) in ("R", "AL")
    )
    shown.encode()


@given(TEXTS)
def test_making_plain_twice_changes_nothing_more(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("one", ["one"]),
        ("one\ntwo\r\nthree\rfour\u2028five\x85six", ["one", "two", "three", "four", "five", "six"]),
        ("a\n\nb\n", ["a", "", "b", ""]),
        ("\x1b[1m\nb", ["␛[1m", "b"]),
    ],
)
def test_notes_are_made_plain_line_by_line(text: str, lines: list[str]) -> None:
    assert plain_lines(text) == lines


@pytest.mark.skipif(
    load_cell_table("latest").unicode_version != "17.0.0", reason="rich measures by another Unicode version"
)
def test_every_character_is_as_wide_as_the_app_lays_it_out() -> None:
    codes = [*range(0x20, 0x7F), *range(0xA0, 0x20000), *range(0x3FF00, 0x40100), *range(0xE0000, 0xE1100)]
    assert [code for code in codes if width(chr(code)) != cells.get_character_cell_size(chr(code))] == []


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Anna", 4),
        ("Åsa", 3),
        ("A\u030asa", 3),
        ("日本", 4),
        ("👍🏽", 2),
        ("🇫🇮", 2),
        (FAMILY, 2),
        ("❤️", 2),
        ("❤", 1),
        ("\u2068\u05d0\u2069", 1),
        ("", 0),
    ],
)
def test_the_width_is_counted_in_cells(text: str, columns: int) -> None:
    assert width(text) == columns


@given(TEXTS)
def test_widths_agree_with_the_app(text: str) -> None:
    assert width(plain(text)) == cells.cell_len(plain(text))


@pytest.mark.parametrize(
    ("text", "columns", "cut"),
    [
        ("Anna Virtanen", 13, "Anna Virtanen"),
        ("Anna Virtanen", 12, "Anna Virtan…"),
        ("Åsa Öhman", 5, "Åsa …"),
        ("日本語", 6, "日本語"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
        ("日本語", 1, "…"),
        (f"{FAMILY}{FAMILY}", 3, f"{FAMILY}…"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
        ("abc", 0, ""),
        ("abc", -3, ""),
        ("", 5, ""),
    ],
)
def test_text_is_cut_between_whole_characters(text: str, columns: int, cut: str) -> None:
    assert fit(text, columns) == cut


def test_a_cut_right_to_left_name_stays_isolated() -> None:
    assert fit(plain(SHALOM * 4), 4) == f"\u2068{SHALOM[:3]}…\u2069"
    assert fit(f"{plain(SHALOM)}, {plain(SHALOM)}", 8) == f"\u2068{SHALOM}\u2069, \u2068{SHALOM[0]}…\u2069"


@given(TEXTS, st.integers(-2, 12))
def test_cut_text_never_takes_more_than_its_columns(text: str, columns: int) -> None:
    cut = fit(plain(text), columns)
    assert cells.cell_len(cut) <= max(0, columns)
    assert _depths(cut)[-1] == 0
    assert cut == plain(text) or columns <= 0 or cut.rstrip("\u2069").endswith("…")


@given(TEXTS, st.integers(0, 12))
def test_padded_text_takes_exactly_its_columns(text: str, columns: int) -> None:
    assert cells.cell_len(pad(plain(text), columns)) == columns


def test_text_in_a_message_is_short_and_safe() -> None:
    assert quoted("fri") == "'fri'"
    assert quoted("\x1b\n") == "'␛ '"
    assert quoted("x" * 10_000) == f"'{'x' * 39}…'"


def test_the_sanitizer_knows_every_format_character_of_this_python() -> None:
    formats = {chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Cf"}
    left = {character for character in formats if plain(f"a{character}b").strip("\u2068\u2069") != "ab"}
    signs = set("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
    hieroglyphs = {chr(code) for code in range(0x13430, 0x13440)}
    # What stays has a shape of its own, or arranges hieroglyphs.
    assert left - signs - hieroglyphs == set()
