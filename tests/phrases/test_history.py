"""What was done, by its message: the catalogue of what the journal keeps."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import netkeeper
from netkeeper.domain.editing.message import Message, some
from netkeeper.domain.interactions.interaction import Kind
from netkeeper.phrases.history import TEMPLATES, done_words, message_words

PACKAGE = Path(netkeeper.__file__).parent

VALUES: dict[str, Any] = {
    "before": "potential",
    "cadence": 42,
    "cadences": {"regular": 42, "customer": 30, "potential": 0},
    "count": 2,
    "days": ["2026-11-24", "2026-11-27"],
    "done": {"what": "Added Bo", "message": {"key": "added", "values": {"name": "Bo {count}"}}},
    "fields": ["food", "design"],
    "kind": "call",
    "moved": 3,
    "name": "Anna {name}",
    "names": ["Anna", "Bo", "Cai", 7],
    "on": "2026-11-22",
    "people": 1,
    "promises": ["send the offer"],
    "settings": ["team", "pace"],
    "today": "2026-11-23",
    "until": "2026-11-27",
    "waiting": 1,
}


def named(template: str | tuple[str, str]) -> set[str]:
    return set(re.findall(r"\{(\w+)", "".join(template)))


@pytest.mark.parametrize("key", TEMPLATES)
def test_every_message_is_worded_from_values_that_json_keeps(key: str) -> None:
    values = {name: VALUES.get(name, f"<{name}>") for name in (*named(TEMPLATES[key]), "today", "count")}
    if isinstance(TEMPLATES[key], str):
        del values["count"]
    said = message_words(Message(key, values))
    assert said and "[" not in said and "{'" not in said
    for name in named(TEMPLATES[key]) - VALUES.keys():
        assert f"<{name}>" in said


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (Message("merged", {"goes": "Bo", "stays": "Anna"}), "Merged Bo into Anna"),
        (Message("archived", {"names": some(["A", "B", "C"]), "count": 3}), "Archived A, B and C"),
        (Message("archived", {"names": some([*"ABCDEFGHIJ"])}), "Archived A, B, C and 7 more"),
        (Message("whose_team", {"names": ["A and B"], "count": 1}), "Noted that A and B belongs to the team"),
        (Message("whose_team", {"names": ["A", "B"], "count": 2}), "Noted that A and B belong to the team"),
        (Message("snoozed", {"names": ["A"], "until": "2026-11-27"}), "Snoozed A to Fri 27 Nov 2026"),
        (
            Message("logged_on", {"kind": "call", "names": ["A"], "on": "2026-11-22", "today": "2026-11-23"}),
            "Logged a call with A, yesterday",
        ),
        (
            Message("spread", {"moved": 1, "days": ["2026-11-24", "2026-11-24"], "today": "2026-11-23"}),
            "Spread 1 person over tomorrow",
        ),
        (
            Message("spread", {"moved": 2, "days": ["2026-11-24", "2026-11-27"], "today": "2026-11-23"}),
            "Spread 2 people over tomorrow to Fri 27 Nov",
        ),
        (Message("member_changed", {"settings": ["name", "team", "pace"]}), "Changed your name, team and pace"),
        (Message("taken_back", {"done": {"what": "Added Bo"}}), "Took back: Added Bo"),
    ],
)
def test_what_was_done_is_told(message: Message, said: str) -> None:
    assert message_words(message) == said
    assert Message.read(message.kept()) == message


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_contact_is_told(kind: Kind) -> None:
    assert message_words(Message("interaction_deleted", {"kind": str(kind), "names": ["Anna"]})).endswith(" Anna")


@pytest.mark.parametrize(
    "message",
    [
        None,
        Message("made by a newer netkeeper", {}),
        Message("merged", {"goes": "Bo"}),
        Message("snoozed", {"names": ["Bo"], "until": "some day"}),
        Message("snoozed", {"names": 3, "until": None}),
        Message("taken_back", {"done": "Added Bo"}),
        Message("logged", {"kind": "séance", "names": ["Bo"]}),
    ],
)
def test_what_no_message_tells_is_told_in_the_words_that_were_kept(message: Message | None) -> None:
    assert done_words("Something was done", message) == "Something was done"


@pytest.mark.parametrize("kept", [None, 3, "merged", ["merged", {}], {"key": "merged"}, {"key": 3, "values": {}}])
def test_what_is_no_message_is_read_as_none(kept: object) -> None:
    assert Message.read(kept) is None


def described() -> Iterator[tuple[str, ast.expr]]:
    """What the actions and the store give to the history, each with where that stands."""
    for path in [*PACKAGE.glob("actions/**/*.py"), *PACKAGE.glob("store/*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and method(node) in ("describe", "transaction"):
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node.args[0]


def method(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def test_no_sentence_with_values_goes_to_the_history_as_mere_words() -> None:
    found = list(described())
    assert len(found) > 30
    worded = {where for where, what in found if isinstance(what, ast.JoinedStr | ast.BinOp | ast.IfExp)}
    assert {where.partition(":")[0] for where in worded} == BY_HAND


BY_HAND = {"actions/network/holidays.py"}
"""What is told of a change that nobody did, which no history shows."""


def test_every_message_that_is_made_is_in_the_catalogue_and_the_other_way_round() -> None:
    made: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if any(
            isinstance(node, ast.ImportFrom) and node.module == "netkeeper.domain.editing.message"
            for node in ast.walk(tree)
        ):
            made |= {
                node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
            }
    two_weeks = {f"{key}_two_weeks" for key in ("pace_up", "pace_down")}
    assert set(TEMPLATES) - two_weeks <= made
