"""The check that nothing but text enters the store.

Bytes that no encoding fits become lone surrogates in Python, half a character each. JSON holds them as escapes, but no
other file does, so that what has one could not leave again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.text.display import quoted

_ESCAPED_BACKSLASH = re.compile(r"\\\\")
_WHOLE = re.compile(r"\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}")
_HALF = re.compile(r"\\ud[89a-f][0-9a-f]{2}")
_SHOWN = 40


def refuse_half_characters(changes: Iterable[Any], dumps: Callable[[Any], str]) -> None:
    """Refuse changes that bring half a character in; what a document had before may stay.

    Args:
        changes: The changes of a transaction.
        dumps: The JSON text of a value, in ASCII.

    Raises:
        InvalidValueError: One does; nothing is to be written.
    """
    for _, _, before, after in changes:
        if after is None or not has_half(dumps(after)) or (before is not None and has_half(dumps(before))):
            continue
        shown = next(text for text in _texts(after) if has_half(dumps(text)))
        brief = (
            f"{quoted(shown[:_SHOWN])} holds what is no text (half a character), which could never leave again; "
            "nothing was changed."
        )
        raise InvalidValueError(f"{brief} A file is read in another encoding with --encoding.", brief=brief)


def has_half(text: str) -> bool:
    """Whether ASCII JSON text has the escape of half a character."""
    if "\\ud" not in text:
        return False
    return _HALF.search(_WHOLE.sub("", _ESCAPED_BACKSLASH.sub("", text))) is not None


def _texts(value: Any) -> Iterable[str]:
    """All texts in a JSON value, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(key)
            yield from _texts(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _texts(each)
