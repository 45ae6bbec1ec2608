"""The wording of the journal's messages, with a template for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from netkeeper.domain.dates.describe import describe_cadence, describe_day, describe_whole_day
from netkeeper.domain.editing.message import Message
from netkeeper.domain.interactions.interaction import Kind, a_kind_with
from netkeeper.domain.text.counted import counted, plural
from netkeeper.phrases.enumerated import enumerated

TEMPLATES: Mapping[str, str | tuple[str, str]] = {
    "added": "Added {name}",
    "archived": "Archived {names}",
    "cadence_none": "Set the cadence of {names} to none",
    "cadence_set": "Set the cadence of {names} to every {cadence}",
    "cadence_step": "Set the cadence of {names} to their step's",
    "cadences_changed": "Changed your cadences: {cadences} ({people})",
    "done": "Done with {names}",
    "done_what": "Done with {name}: {promises}",
    "edited": "Edited {name}",
    "follow_up": "Follow-up with {names}",
    "follow_up_dropped": "Dropped a follow-up with {name}",
    "follow_up_edited": "Edited a follow-up with {name}",
    "follow_up_opened": "Opened a follow-up with {name} again",
    "follow_up_what": "Follow-up with {names}: {what}",
    "imported": "Imported contacts ({added} new, {updated} updated)",
    "imported_from": "Imported {source} ({added} new, {updated} updated)",
    "in_touch": "Was in touch with {name}",
    "interaction_deleted": "Deleted {kind} {names}",
    "interaction_edited": "Edited {kind} {names}",
    "left_as_here": (
        "Left as it is here what a file says otherwise of 1 person",
        "Left as it is here what a file says otherwise of {count} people",
    ),
    "lighter_day": "A lighter day: {moved} moved on, to {days}; {waiting} to be sorted another day",
    "lighter_day_moved": "A lighter day: {moved} moved on, to {days}",
    "lighter_day_waiting": "A lighter day: {waiting} to be sorted another day",
    "logged": "Logged {kind} {names}",
    "logged_on": "Logged {kind} {names}, {on}",
    "member_changed": "Changed your {settings}",
    "member_introduced": "Introduced yourself",
    "member_skipped": "Skipped the first questions",
    "merged": "Merged {goes} into {stays}",
    "moved": "Moved {names} to {step}",
    "moved_from": "Moved {name} from {before} to {step}",
    "not_duplicates": "{one} and {other} are two people",
    "pace_down": "Pace {pace} a day: the last {span} days were full enough",
    "pace_down_two_weeks": "Pace {pace} a day: the last two weeks were full enough",
    "pace_up": "Pace {pace} a day: the last {span} days went easily",
    "pace_up_two_weeks": "Pace {pace} a day: the last two weeks went easily",
    "planned": "Planned {names} for after graduation",
    "review_easy": "Said that the review was easy",
    "review_good": "Said that the review was a good stretch",
    "review_too_much": "Said that the review was too much",
    "search_changed": "Changed the search {name}",
    "search_forgotten": "Forgot the search {name}",
    "search_saved": "Saved the search {name}",
    "snoozed": "Snoozed {names} to {until}",
    "sort_again": "Marked {names} to be sorted",
    "sorted_away": "Sorted {names}: archived",
    "sorted_cadence": "Sorted {names}: every {cadence}",
    "sorted_no_reminders": "Sorted {names}: no reminders",
    "sorted_step": "Sorted {names}: {step}",
    "sorted_step_cadence": "Sorted {names}: their step's",
    "spread": "Spread {moved} over {days}",
    "tagged": "Tagged {names} with {fields}",
    "taken_back": "Took back: {done}",
    "tried": "Tried to reach {names}",
    "tried_on": "Tried to reach {names}, {on}",
    "unarchived": "Took out of the archive: {names}",
    "untagged": "Took {fields} off {names}",
    "went_back": "Went back to before “{done}”",
    "whose_team": ("Noted that {names} belongs to the team", "Noted that {names} belong to the team"),
    "whose_yours": ("Noted that {names} belongs to you", "Noted that {names} belong to you"),
}
"""By key; a pair is for a ``count`` of one, and for every other."""


def message_words(message: Message) -> str:
    """What was done, as it came: what people wrote is in it as it is.

    Raises:
        LookupError, TypeError, ValueError, AttributeError: No such message is known, or its values don't fit: a newer
            netkeeper may have written it.
    """
    template, words = TEMPLATES[message.key], worded(message.values)
    if isinstance(template, str):
        return template.format(**words)
    return plural(words.pop("count"), *template, **words)


def worded(values: Mapping[str, object]) -> dict[str, Any]:
    """The values of a message as templates name them; errors as :func:`message_words`."""
    return {name: _WORDS[name](value, values) if name in _WORDS else value for name, value in values.items()}


def done_words(what: str, message: Message | None) -> str:
    """What was done: by its message, else in the words that were kept.

    Args:
        what: The words that were kept.
        message: The message; None where it was done by hand, or by a netkeeper that kept none.
    """
    if message is None:
        return what
    try:
        return message_words(message)
    except (LookupError, TypeError, ValueError, AttributeError):
        return what


def _day(day: str, values: Mapping[str, object]) -> str:
    """A day; where the message knows on which it was written, as it is called from there."""
    on = date.fromisoformat(day)
    return describe_day(on, date.fromisoformat(str(values["today"]))) if "today" in values else describe_whole_day(on)


def _days(days: Sequence[str], values: Mapping[str, object]) -> str:
    """The first and the last day, or the only one."""
    first, last = (_day(day, values) for day in days)
    return first if days[0] == days[1] else f"{first} to {last}"


def _cadences(cadences: Mapping[str, int], _: Mapping[str, object]) -> str:
    return ", ".join(f"{step}s every {describe_cadence(days)}" for step, days in cadences.items() if days)


def _people(count: int, _: Mapping[str, object]) -> str:
    return counted(count, "person", "people")


def _settings(names: Sequence[str], _: Mapping[str, object]) -> str:
    from netkeeper.domain.member.settings import SETTINGS

    return enumerated([SETTINGS[name].called for name in names])


def _done(done: Mapping[str, Any], _: Mapping[str, object]) -> str:
    return done_words(done["what"], Message.read(done.get("message")))


_WORDS: Mapping[str, Callable[[Any, Mapping[str, object]], str]] = {
    "cadence": lambda days, _: describe_cadence(days),
    "cadences": _cadences,
    "days": _days,
    "done": _done,
    "fields": lambda fields, _: enumerated(fields),
    "kind": lambda kind, _: a_kind_with(Kind(kind)),
    "moved": _people,
    "names": lambda names, _: enumerated(names),
    "on": _day,
    "people": _people,
    "promises": lambda promises, _: enumerated(promises),
    "settings": _settings,
    "until": _day,
    "waiting": _people,
}
"""How to word a value, by its name; others are shown unchanged."""
