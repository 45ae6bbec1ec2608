"""The choice between singular and plural."""

from __future__ import annotations


def plural(count: int, one: str, many: str, **values: object) -> str:
    """The singular or plural template, formatted.

    Args:
        count: Available to both templates as ``{count}``, or ``{count:,}`` with thousands separators.
        one: The template for exactly 1.
        many: The template for every other number, including 0.
        values: Further values of the templates.
    """
    return (one if count == 1 else many).format(count=count, **values)


def counted(count: int, one: str, many: str = "") -> str:
    """A number with its noun: ``1 change``, ``1,200 changes``, ``3 people``; without ``many`` the plural adds an s."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
