"""What one thing done with many people did, and why there was nothing to do."""

from __future__ import annotations

from typing import Any

import pytest

from netkeeper.domain.editing.message import Message
from netkeeper.phrases import bulk
from netkeeper.phrases.bulk import bulk_words, nothing_to_do
from netkeeper.phrases.history import TEMPLATES

NAMES = {"names": ["Anna", "Bo"], "count": 2}


def test_every_message_about_many_has_its_words() -> None:
    assert bulk._SAME.keys() == bulk._ALREADY.keys() <= TEMPLATES.keys()


@pytest.mark.parametrize(
    ("key", "values", "said"),
    [
        ("tagged", {"fields": ["food"]}, "Tagged Anna and Bo with food · 2 had it already · 1 is not here any more"),
        (
            "untagged",
            {"fields": ["food", "tech"]},
            "Took food and tech off Anna and Bo · 2 had none of them · 1 is not here any more",
        ),
        ("archived", {}, "Archived Anna and Bo · 2 in the archive already · 1 is not here any more"),
    ],
)
def test_who_was_left_as_they_were_is_counted(key: str, values: dict[str, Any], said: str) -> None:
    message = Message(key, {**NAMES, **values})
    assert bulk_words(message, 2, 1) == said
    assert bulk_words(message, 0, 0) == said.partition(" · ")[0]


@pytest.mark.parametrize(
    ("message", "names", "said"),
    [
        (Message("tagged", {"fields": ["food"]}), ["Anna"], "Anna has food already"),
        (Message("tagged", {"fields": ["food", "tech"]}), ["Anna", "Bo"], "Anna and Bo have food and tech already"),
        (Message("untagged", {"fields": ["food"]}), ["Anna", "Bo"], "Nothing to take off Anna and Bo: food is not there"),
        (Message("untagged", {"fields": ["a", "b"]}), ["Anna"], "Nothing to take off Anna: a and b are not there"),
        (Message("cadence_set", {"cadence": 42}), ["Anna"], "The cadence of Anna is every 6 weeks already"),
        (Message("moved", {"step": "customer"}), [*"ABCDE"], "A, B, C and 2 more are on customer already"),
        (Message("sorted_no_reminders"), ["Anna"], "Anna is sorted already: no reminders"),
        (Message("whose_yours"), ["Anna"], "Anna is yours already"),
    ],
)  # fmt: skip
def test_where_all_are_like_that_already_it_says_so(message: Message, names: list[str], said: str) -> None:
    assert nothing_to_do(message, names) == said
