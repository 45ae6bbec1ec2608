"""Key names: as people write them, in the toolkit's form, and as labels."""

from __future__ import annotations

from collections.abc import Iterable

from textual.keys import KEY_NAME_REPLACEMENTS, Keys, _character_to_key, format_key, key_to_character

from netkeeper.domain.errors import InvalidValueError

MODIFIERS = ("ctrl", "alt", "shift", "super", "hyper", "meta")
"""Modifiers, in the order of the toolkit's names."""

_OTHER_NAMES = {
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    "page-up": "pageup",
    "page-down": "pagedown",
    "spacebar": "space",
    "control": "ctrl",
    "option": "alt",
    "cmd": "super",
    "win": "super",
}
"""Common names of keys and modifiers → the toolkit's."""

_THE_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+left_square_bracket": "escape"}
"""Keys that a terminal can't distinguish → the key it reports."""

_NAMED = frozenset(
    [key.value for key in Keys if "+" not in key.value and key.value.isalnum()]
    + [_character_to_key(chr(number)) for number in range(33, 127) if not chr(number).isalnum()]
    + [*KEY_NAME_REPLACEMENTS.values()]
) - {"return"}
"""The toolkit's names of all keys that have one, rather than only a character."""


def read_keys(text: str) -> tuple[str, ...]:
    """Parse keys (``x``, ``Ctrl+D``, ``n, down``, ``?``) into the toolkit's names, without repetitions.

    Args:
        text: Comma-separated keys; the comma key is ``comma``, or a text of a comma alone.

    Raises:
        InvalidValueError: One of them is not a key; the message names it.
    """
    parts = [text.strip()] if text.strip() in (",", "") else [part.strip() or part[:1] for part in text.split(",")]
    return tuple(dict.fromkeys(_read(part) for part in parts))


def _read(written: str) -> str:
    """Parse one key."""
    if len(written) == 1:
        return _of_character(written)
    *held, last = written.split("+")
    if written.endswith("++"):  # Modifiers and the plus key.
        held, last = held[:-1], "plus"
    modifiers = [_OTHER_NAMES.get(each.strip().lower(), each.strip().lower()) for each in held]
    key = last.strip()
    if unknown := [each for each in modifiers if each not in MODIFIERS]:
        raise _no_key(written, f"there is no {unknown[0]!r} to hold down, but {', '.join(MODIFIERS[:3])}")
    if len(key) == 1:
        key = _of_character(key)
        if key.isalpha() and modifiers:
            # Shift and a letter is the capital; with ctrl, terminals don't distinguish capitals.
            key = key.upper() if modifiers == ["shift"] else key.lower()
            modifiers = [] if modifiers == ["shift"] else modifiers
    else:
        key = _OTHER_NAMES.get(key.lower(), key.lower().replace("-", "_"))
        if key not in _NAMED and key_to_character(key) is None:
            raise _no_key(written, "keys are written like x, X, f5, ctrl+d, enter, pagedown")
    name = "+".join([*(each for each in MODIFIERS if each in modifiers), key])
    return _THE_SAME.get(name, name)


def _of_character(character: str) -> str:
    if not character.isprintable() or character.isspace():
        raise _no_key(character, "for the space bar write space")
    key = _character_to_key(character)
    if key not in _NAMED and key_to_character(key) != character:
        raise _no_key(character, "the toolkit has no name for it")
    return key


def _no_key(written: str, advice: str) -> InvalidValueError:
    return InvalidValueError(f"{written!r} is no key; {advice}." if written else f"there is no key; {advice}.")


def is_typed(key: str) -> bool:
    """Whether a key, in the toolkit's name, types a character into an input."""
    character = key_to_character(key)
    return character is not None and character.isprintable()


def key_label(key: str) -> str:
    """The label of a key."""
    *modifiers, last = key.split("+")
    return "+".join([*modifiers, format_key(last)])


def key_labels(keys: Iterable[str]) -> str:
    """The labels of keys, separated by blanks."""
    return " ".join(map(key_label, keys))
