"""The day in one line: it counts what the review holds, and names nobody."""

from __future__ import annotations

from datetime import date

import pytest

from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.review.plan import DuePromise, Nudge, Occasion, Review, Why
from netkeeper.phrases.brief import brief

TODAY = date(2026, 11, 23)


def review(promises: int = 0, touch: int = 0, stretch: int = 0, occasions: int = 0) -> Review:
    nudge = Nudge("1", "Anna", 40, 30)
    return Review(
        TODAY,
        (DuePromise("1", "Anna", FollowUp("2", "1", TODAY), 0),) * promises,
        (nudge,) * touch,
        (nudge,) * stretch,
        (Occasion("1", "Anna", TODAY, Why("birthday")),) * occasions,
        (),
    )


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (review(), ""),
        (review(promises=2, touch=3), "2 promises, 3 to keep in touch with"),
        (review(promises=1), "1 promise"),
        (review(touch=1, stretch=1, occasions=1), "1 to keep in touch with, 1 stretch, 1 occasion"),
        (review(occasions=4), "4 occasions"),
    ],
)
def test_the_line_counts_and_names_nobody(day: Review, said: str) -> None:
    assert brief(day) == said
    assert "Anna" not in brief(day)
