"""The day's review in one line: counts only, so that whoever sees it learns nothing of anybody."""

from __future__ import annotations

from netkeeper.domain.review import Review


def brief(review: Review) -> str:
    """What a day holds (``2 promises, 3 to keep in touch with``); empty where there is nothing."""
    promises, stretch, occasions = len(review.promises), len(review.stretch), len(review.occasions)
    counts = (
        (promises, "promise" if promises == 1 else "promises"),
        (len(review.keep_in_touch), "to keep in touch with"),
        (stretch, "stretch" if stretch == 1 else "stretches"),
        (occasions, "occasion" if occasions == 1 else "occasions"),
    )
    return ", ".join(f"{count} {what}" for count, what in counts if count)
