"""Photos that an export leaves out."""

from __future__ import annotations

from netkeeper.phrases.counted import plural


def missing_photos_words(count: int) -> str:
    """That photos are gone or damaged on the disk."""
    return plural(
        count,
        "1 photo is gone or damaged on the disk, and stays out.",
        "{count:,} photos are gone or damaged on the disk, and stay out.",
    )


def photos_left_out_words(count: int) -> str:
    """That a table has no place for photos."""
    return plural(
        count,
        "1 photo stays out, for which a table has no place; vCard and json have it.",
        "{count:,} photos stay out, for which a table has no place; vCard and json have them.",
    )
