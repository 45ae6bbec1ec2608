"""The day's review in one line: counts only, so that a shell prompt shows no names."""

from __future__ import annotations

from netkeeper.domain.review.plan import Review
from netkeeper.phrases.counted import plural


def brief(review: Review) -> str:
    """A day's review (``2 promises, 3 to keep in touch with``); empty where there is nothing."""
    counts = (
        (len(review.promises), "{count} promise", "{count} promises"),
        (len(review.keep_in_touch), "{count} to keep in touch with", "{count} to keep in touch with"),
        (len(review.stretch), "{count} stretch", "{count} stretches"),
        (len(review.occasions), "{count} occasion", "{count} occasions"),
    )
    return ", ".join(plural(count, one, many) for count, one, many in counts if count)
