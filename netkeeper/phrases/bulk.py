"""The result of a change of several contacts, and why there was nothing to change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from netkeeper.domain.editing.message import Message, some
from netkeeper.phrases.counted import plural
from netkeeper.phrases.history import message_words, worded


def bulk_words(message: Message, same: int, gone: int) -> str:
    """What was done, and how many contacts it left unchanged; without a full stop.

    Args:
        same: How many were like that already.
        gone: How many are not in the network any more.
    """
    parts = [message_words(message)]
    if same:
        parts.append(plural(_fields(message), *_pair(_SAME[message.key]), same=same))
    if gone:
        parts.append(plural(gone, "{count} is not here any more", "{count} are not here any more"))
    return " · ".join(parts)


def nothing_to_do(message: Message, names: Sequence[str]) -> str:
    """That all of the named contacts are like that already; without a full stop."""
    count = _fields(message) if message.key in _BY_FIELDS else len(names)
    values = worded({**message.values, "names": some(names)})
    return plural(count, *_pair(_ALREADY[message.key]), **values)


def _fields(message: Message) -> int:
    """How many fields a message names; 1 for a message without fields."""
    fields = message.values.get("fields", ())
    return len(fields) if isinstance(fields, list) and fields else 1


def _pair(template: str | tuple[str, str]) -> tuple[str, str]:
    return (template, template) if isinstance(template, str) else template


_BY_FIELDS = frozenset({"untagged"})

_SAME: Mapping[str, str | tuple[str, str]] = {
    "archived": "{same} in the archive already",
    "cadence_none": "{same} had that already",
    "cadence_set": "{same} had that already",
    "cadence_step": "{same} had that already",
    "moved": "{same} stood there already",
    "moved_from": "{same} stood there already",
    "sorted_away": "{same} stood there already",
    "sorted_cadence": "{same} stood there already",
    "sorted_no_reminders": "{same} stood there already",
    "sorted_step": "{same} stood there already",
    "sorted_step_cadence": "{same} stood there already",
    "tagged": ("{same} had it already", "{same} had them already"),
    "unarchived": "{same} in the archive already",
    "untagged": ("{same} did not have it", "{same} had none of them"),
    "whose_team": "{same} the team's already",
    "whose_yours": "{same} yours already",
}
"""By the key of the message, for contacts that stay unchanged; a pair is by how many fields there are."""

_ALREADY: Mapping[str, str | tuple[str, str]] = {
    "archived": "{names}: in the archive already",
    "cadence_none": "The cadence of {names} is none already",
    "cadence_set": "The cadence of {names} is every {cadence} already",
    "cadence_step": "The cadence of {names} is their step's already",
    "moved": ("{names} is on {step} already", "{names} are on {step} already"),
    "moved_from": "{name} is a {step} already",
    "sorted_away": ("{names} is sorted already: archived", "{names} are sorted already: archived"),
    "sorted_cadence": ("{names} is sorted already: every {cadence}", "{names} are sorted already: every {cadence}"),
    "sorted_no_reminders": ("{names} is sorted already: no reminders", "{names} are sorted already: no reminders"),
    "sorted_step": ("{names} is sorted already: {step}", "{names} are sorted already: {step}"),
    "sorted_step_cadence": ("{names} is sorted already: their step's", "{names} are sorted already: their step's"),
    "tagged": ("{names} has {fields} already", "{names} have {fields} already"),
    "unarchived": "{names}: not in the archive",
    "untagged": (
        "Nothing to take off {names}: {fields} is not there",
        "Nothing to take off {names}: {fields} are not there",
    ),
    "whose_team": ("{names} is the team's already", "{names} are the team's already"),
    "whose_yours": ("{names} is yours already", "{names} are yours already"),
}
"""By the key of the message; a pair is by how many contacts, or how many fields (``untagged``), there are."""
