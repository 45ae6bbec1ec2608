"""Sentences about a log, which the app and the shell both show; each is safe to show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from netkeeper.domain.dates.describe import on_day
from netkeeper.domain.interactions.interaction import a_kind_with
from netkeeper.domain.language.log_words import LogWords
from netkeeper.domain.language.tokens import quote_value
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.promises.outcomes import Logged
from netkeeper.domain.text.counted import plural
from netkeeper.domain.text.display import fit, plain
from netkeeper.phrases.archived import asked_about_again, in_archive_still, names_of
from netkeeper.phrases.enumerated import enumerated, first_of
from netkeeper.phrases.promised import again_sentence, promised_sentences

_NOTE_COLUMNS = 40
_WORD_COLUMNS = 30


def log_sentences(
    logged: Logged, words: LogWords, before: Sequence[Contact], name_of: Callable[[str], str], today: date
) -> list[str]:
    """All that a log did, and what of the line was not taken as a word.

    Args:
        before: The contacts as they were; without those that are new.
        name_of: The name for a contact's id in ``via``, as :func:`netkeeper.actions.people.people.name_of`.
    """
    sentences = [logged_sentence(logged, today)]
    if logged.promised is not None:
        sentences += promised_sentences(logged.promised, words.promise, today)
    sentences.append(_promises_sentence(_KEPT, logged.closed, logged.contacts))
    sentences.append(_promises_sentence(_STILL_OPEN, logged.left_open, logged.contacts))
    sentences.append(again_sentence(logged.following, today))
    sentences.append(in_archive_still(logged.contacts))
    if logged.again_on is not None and logged.again_on > today and not logged.contacts[0].archived:
        first, day = plain(logged.contacts[0].name), on_day(logged.again_on, today)
        sentences.append(plural(len(logged.contacts), _COMES_UP_ONE, _COMES_UP_SEVERAL, name=first, day=day))
    sentences += asked_about_again(logged.placed, logged.taken_out)
    if not words.contact.is_empty:
        sentences.append(_now_sentence(logged.contacts, before, name_of))
    sentences.append(_text_sentence(words.as_text))
    sentences.append(_near_miss_sentence(words.near_misses))
    sentences += _day_in_note(logged, today)
    return [sentence for sentence in sentences if sentence]


_KEPT, _STILL_OPEN = "Kept: {promises}.", "Still open: {promises}."
_COMES_UP_ONE = "That is no contact yet; they come up again {day}."
_COMES_UP_SEVERAL = "That is no contact yet; {name} comes up again {day}."


def logged_sentence(logged: Logged, today: date) -> str:
    """What was logged: ``Logged a call with Markku Ylönen yesterday, feeling 4: “kahvit…”``."""
    interaction = logged.interaction
    new = {contact.id for contact in logged.added}
    names = [f"{plain(each.name)} (new)" if each.id in new else plain(each.name) for each in logged.contacts]
    details = [f"feeling {interaction.feeling}"] if interaction.feeling else []
    if interaction.signals:
        from netkeeper.phrases.signals import SIGNALS

        details += [SIGNALS[signal] for signal in interaction.signals]
    template = _LOGGED[interaction.on != today, bool(details), bool(interaction.note)]
    return template.format(
        kind=a_kind_with(interaction.kind),
        names=enumerated(names),
        day=on_day(interaction.on, today),
        details=", ".join(details),
        note=fit(plain(interaction.note), _NOTE_COLUMNS),
    )


_LOGGED = {
    (False, False, False): "Logged {kind} {names}.",
    (False, False, True): "Logged {kind} {names}: “{note}”.",
    (False, True, False): "Logged {kind} {names}, {details}.",
    (False, True, True): "Logged {kind} {names}, {details}: “{note}”.",
    (True, False, False): "Logged {kind} {names} {day}.",
    (True, False, True): "Logged {kind} {names} {day}: “{note}”.",
    (True, True, False): "Logged {kind} {names} {day}, {details}.",
    (True, True, True): "Logged {kind} {names} {day}, {details}: “{note}”.",
}
"""By whether it was another day than today, whether it has a feeling or signals, and whether it has a note."""


def _promises_sentence(template: str, promises: Sequence[FollowUp], people: Sequence[Contact]) -> str:
    """Which promises were closed, or stay open; empty where there is none.

    Args:
        template: With ``{promises}``.
        people: The log's contacts; a promise that is not to all of them is shown with the names of those it is to.
    """
    if not promises:
        return ""
    ids_by_text: dict[str, list[str]] = {}
    for promise in promises:
        ids_by_text.setdefault(promise.what or "be in touch", []).append(promise.contact_id)
    shown = []
    for text, ids in ids_by_text.items():
        owed = [person for person in people if person.id in ids]
        one = "{text} ({names})" if len(owed) < len(people) else "{text}"
        shown.append(one.format(text=plain(text), names=names_of(owed)))
    return template.format(promises=first_of(shown))


def _now_sentence(contacts: Sequence[Contact], before: Sequence[Contact], name_of: Callable[[str], str]) -> str:
    """What a log changed of its contacts, once where it is the same of all; empty where nothing is different."""
    # Most logs change nothing of a contact.
    from netkeeper.phrases.contact_changes import changes_text

    known = {contact.id: contact for contact in before}
    changes = {}
    for contact in contacts:
        old = known.get(contact.id) or Contact(id=contact.id, name=contact.name)
        changes[contact.name] = changes_text(old, contact, name_of, is_new=not old.created)
    if len(set(changes.values())) == 1:
        shown = changes[contacts[0].name]
    else:
        shown = "; ".join(f"{plain(name)}: {changed}" for name, changed in changes.items() if changed)
    return f"Now: {shown}." if shown else ""


def _text_sentence(as_text: Sequence[str]) -> str:
    """That what looked like a word was quoted, or stood behind ``--``, and is text; empty where nothing was."""
    shown = ", ".join(fit(plain(each), _WORD_COLUMNS) for each in as_text[:2])
    return f"“{shown}” is kept as text." if as_text else ""


def _near_miss_sentence(apart: Sequence[tuple[str, str]]) -> str:
    """That what would be a word but for a blank is text, and how to write it as a word; empty where nothing is.

    Args:
        apart: Pairs of what was typed, and how it would be written as a word (may be empty).
    """
    if not apart:
        return ""
    typed = ", ".join(fit(plain(each), _WORD_COLUMNS) for each, _ in apart[:2])
    written = " ".join(fit(plain(each), _WORD_COLUMNS) for _, each in apart[:2] if each)
    template = (
        "“{typed}” is kept as text; to have it count, write {written}." if written else "“{typed}” is kept as text."
    )
    return template.format(typed=typed, written=written)


def _day_in_note(logged: Logged, today: date) -> list[str]:
    """That a day in the note was not taken as the day of the log or of a promise, and which word would do that."""
    # It loads all the vocabulary of days, which most logs don't need.
    from netkeeper.domain.dates.days_in_text import either_day

    note = logged.interaction.note
    if logged.interaction.on != today or not note:
        return []
    was, comes = either_day(note, today)
    is_either = was is not None and comes is not None and was[1] == comes[1]
    sentences = []
    if was is not None and not (is_either and logged.promised is not None):
        template = _DAY_EITHER if is_either else _DAY_BEFORE
        # A value that ends with a full stop needs no other.
        value = quote_value(was[1])
        value = value if is_either else value.removesuffix(".")
        sentences.append(template.format(day=plain(was[1]), value=plain(value)))
        if is_either:
            return sentences
    if comes is not None and logged.promised is None:
        sentences.append(_DAY_AHEAD.format(day=plain(comes[1]), value=plain(quote_value(comes[1]))))
    return sentences


_DAY_BEFORE = "Logged for today: if it was “{day}”, take it back and add when:{value}."
_DAY_EITHER = (
    "Logged for today: if it was “{day}”, take it back and add when:{value}; if that is to come, "
    "next:{value} promises it."
)
_DAY_AHEAD = "“{day}” is kept in the note alone; next:{value} promises it."
