"""Keys are read as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.errors import InvalidValueError
from netkeeper.tui.keys.names import is_typed, key_label, read_keys
from netkeeper.tui.keys.registry import key_owners, own_bindings


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("x", ("x",)),
        ("X", ("X",)),
        ("ä", ("ä",)),
        ("?", ("question_mark",)),
        (",", ("comma",)),
        (" , ", ("comma",)),
        ("+", ("plus",)),
        ("ctrl++", ("ctrl+plus",)),
        ("n, down", ("n", "down")),
        ("n,n", ("n",)),
        ("Ctrl+D", ("ctrl+d",)),
        ("Control + d", ("ctrl+d",)),
        ("shift+a", ("A",)),
        ("alt+shift+UP", ("alt+shift+up",)),
        ("shift+ctrl+up", ("ctrl+shift+up",)),
        ("Esc", ("escape",)),
        ("Return", ("enter",)),
        ("PgDn, page-up", ("pagedown", "pageup")),
        ("question_mark", ("question_mark",)),
        ("spacebar", ("space",)),
        ("F5", ("f5",)),
        ("ctrl+i", ("tab",)),
        ("ctrl+m", ("enter",)),
        ("ctrl+[", ("escape",)),
    ],
)
def test_keys_are_read_as_people_write_them(text: str, keys: tuple[str, ...]) -> None:
    assert read_keys(text) == keys


@pytest.mark.parametrize(
    "text", ["", " ", "ctlr+x", "foo", "x y", "x,,y", "ctrl+", "+x", "f99", "\x1b", "a,\n", "ctrl+foo"]
)
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match=r"no.* key"):
        read_keys(text)


@given(st.text(max_size=12))
def test_reading_gives_keys_that_are_read_the_same_or_says_why(text: str) -> None:
    try:
        keys = read_keys(text)
    except InvalidValueError as error:
        assert str(error)
    else:
        assert keys
        assert read_keys(",".join(keys)) == keys
        assert all(key_label(key) for key in keys)


def test_every_key_of_the_app_is_read_as_it_is() -> None:
    for owner in key_owners():
        for binding in own_bindings(owner):
            assert ",".join(read_keys(binding.key)) == binding.key, binding


@pytest.mark.parametrize(
    ("key", "typed"),
    [("x", True), ("question_mark", True), ("space", True), ("ä", True), ("enter", False), ("ctrl+x", False)],
)
def test_what_is_typed_is_known(key: str, typed: bool) -> None:
    assert is_typed(key) is typed
    assert not is_typed("f5")
    assert not is_typed("up")
    assert not is_typed("tab")
    assert not is_typed("escape")
    assert not is_typed("backspace")
