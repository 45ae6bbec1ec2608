"""Changing one value of a hand-written TOML text, with comments and order preserved by tomlkit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from netkeeper.config.files import BYTE_ORDER_MARK, location
from netkeeper.domain.errors import ConfigError

if TYPE_CHECKING:
    from tomlkit import TOMLDocument


def leaves(table: Mapping[str, object], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    """Key paths and values of everything but tables."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from leaves(value, (*above, key))
        else:
            yield (*above, key), value


def flattened(values: Mapping[str, object]) -> dict[str, object]:
    """Values by their dotted key path; ``a.b = 1`` and ``"a.b" = 1`` give the same key."""
    return {".".join(path): value for path, value in leaves(values)}


def with_setting(values: Mapping[str, object], path: tuple[str, ...], value: str | None) -> dict[str, object]:
    """The flattened values after one setting is changed, or removed where ``value`` is None."""
    wanted = flattened(values)
    wanted.pop(".".join(path), None)
    return wanted if value is None else {**wanted, ".".join(path): value}


def edit_text(text: str, path: tuple[str, ...], value: str | None, file: str) -> str:
    """A TOML text with one setting changed; ``file`` is for messages.

    Raises:
        ConfigError: tomlkit can't edit the text.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    try:
        document = tomlkit.parse(text.removeprefix(BYTE_ORDER_MARK))
        _put(document, path, value)
        return mark + tomlkit.dumps(document)
    except (TOMLKitError, TypeError, KeyError, AttributeError) as error:
        raise ConfigError(f"{location(file)} can't be changed by netkeeper ({error}); change it by hand.") from error


def _put(document: TOMLDocument, path: tuple[str, ...], value: str | None) -> None:
    """Change or remove a setting in place, whichever form its key has; add a missing one."""
    import tomlkit

    if (found := _find(document, path)) is not None:
        table, key = found
        if value is None:
            del table[key]
        else:
            table[key] = value
    elif value is not None:
        table = document
        for key in path[:-1]:
            if key not in table:
                table[key] = tomlkit.table()
            table = table[key]
        table[path[-1]] = value


def _find(table: Any, path: tuple[str, ...]) -> tuple[Any, str] | None:
    """The table and the key in it that hold a setting; None if it is missing."""
    written = ".".join(path)
    for key, value in table.items():
        if key == written:
            return table, key
        if isinstance(value, dict) and written.startswith(key + "."):
            rest = written[len(key) + 1 :]
            if (found := _find(value, tuple(rest.split(".")))) is not None:
                return found
    return None
