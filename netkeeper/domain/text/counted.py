"""The one place that chooses between singular and plural."""

from __future__ import annotations


def plural(count: int, one: str, many: str, **values: object) -> str:
    """The template that a number asks for, filled in.

    Args:
        count: The number, which both templates may name: ``{count}``, or ``{count:,}`` with thousands apart.
        one: The template for exactly one.
        many: The template for every other number, also none.
        values: What else the templates name.
    """
    return (one if count == 1 else many).format(count=count, **values)


def counted(count: int, one: str, many: str = "") -> str:
    """A number with its noun: ``1 change``, ``1,200 changes``, ``3 people``; by default the plural adds an s."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
