"""What was done, for saying it: the shell and the app say it in the same words.

Everything is in parts, of which each is to be made safe by itself where it is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from netkeeper.actions.promises.log import Logged
from netkeeper.actions.promises.promise_changes import Promised
from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.interactions.interaction import Kind, a_kind_with
from netkeeper.domain.interactions.reached import says_unreached
from netkeeper.domain.language.log_words import LogWords
from netkeeper.domain.language.promise_words import PromiseWords
from netkeeper.domain.language.tokens import quote_value
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.text.counted import plural
from netkeeper.domain.text.display import fit, plain
from netkeeper.phrases.became import in_brackets, told_move, what_became
from netkeeper.store.network import Network

if TYPE_CHECKING:
    from netkeeper.actions.promises.snooze import Snoozed

_NOTE_COLUMNS = 40
_DAY_COLUMNS = 30
_MOST_PROMISES = 3


def log_sentences(
    network: Network, logged: Logged, said: LogWords, before: Sequence[Contact], today: date
) -> list[list[str]]:
    """All that a log did, a sentence each.

    Args:
        network: Where it was logged.
        logged: What was done.
        said: What was said.
        before: The contacts as they were; none where nothing was said about them.
        today: The day.
    """
    sentences = [logged_parts(logged, today)]
    if logged.followup is not None:
        promised = Promised(logged.followup, logged.replaced, logged.already, logged.moved_from)
        sentences.append(next_parts(promised, said.promise, today))
    sentences.append(kept_parts(logged.closed, logged.contacts))
    sentences.append(kept_parts(logged.left_open, logged.contacts, "Still open: "))
    sentences.append(again_parts(logged.following, today))
    sentences.append(in_archive_still(logged.contacts))
    if logged.again_on is not None and logged.again_on > today and not logged.contacts[0].archived:
        comes_up = plural(
            len(logged.contacts),
            "That is no contact yet; they come up again {day}.",
            "That is no contact yet; {name} comes up again {day}.",
            name=plain(logged.contacts[0].name),
            day=on_day(logged.again_on, today),
        )
        sentences.append([comes_up])
    sentences += asked_about_again(logged.placed, logged.taken_out)
    if not said.contact.is_empty:
        sentences.append(_changed_by_log(network, logged, before))
    sentences.append(text_parts(said.as_text))
    sentences.append(apart_parts(said.near_misses))
    sentences.append(_day_in_note(logged, today))
    return [sentence for sentence in sentences if sentence]


def _day_in_note(logged: Logged, today: date) -> list[str]:
    """That a day in the note was left there, and the word that would have it count; nothing where none is."""
    # It reads all the vocabulary of days, which most logs need nothing of.
    from netkeeper.domain.dates.days_in_text import either_day

    note = logged.interaction.note
    if logged.interaction.on != today or not note:
        return []
    was, comes = either_day(note, today)
    is_either = was is not None and comes is not None and was[1] == comes[1]
    parts: list[str] = []
    if was is not None and not (is_either and logged.followup is not None):
        when = quote_value(was[1])
        parts = ["Logged for today: if it was “", was[1], "”, take it back and add when:", when]
        if is_either:
            return [*parts, "; if that is to come, next:", quote_value(was[1]), " promises it."]
        parts.append("" if when.endswith(".") else ".")
    if comes is not None and logged.followup is None:
        parts += [" " if parts else "", "“", comes[1], "” is kept in the note alone; next:", quote_value(comes[1])]
        parts.append(" promises it.")
    return parts


def may_be_unreached(said: LogWords) -> bool:
    """Whether the note of a log that says otherwise reads as an attempt that reached nobody."""
    return said.kind is not Kind.TRIED and says_unreached(said.note)


def logged_parts(logged: Logged, today: date) -> list[str]:
    """What was logged: ``Logged a call with Markku Ylönen yesterday, feeling 4: “kahvit…”``."""
    interaction = logged.interaction
    parts = [f"Logged {a_kind_with(interaction.kind)} ", *_names(logged)]
    if interaction.on != today:
        parts.append(f" {on_day(interaction.on, today)}")
    if interaction.feeling:
        parts.append(f", feeling {interaction.feeling}")
    if interaction.signals:
        from netkeeper.phrases.signals import SIGNALS

        parts += [f", {SIGNALS[signal]}" for signal in interaction.signals]
    if interaction.note:
        parts += [": “", fit(plain(interaction.note), _NOTE_COLUMNS), "”"]
    return [*parts, "."]


def on_day(day: date, today: date) -> str:
    """A day in a sentence: ``yesterday``, ``on Fri 20 Nov``."""
    said = describe_day(day, today)
    return said if abs((day - today).days) <= 1 else f"on {said}"


def _names(logged: Logged) -> list[str]:
    new = {contact.id for contact in logged.added}
    return _listed([f"{contact.name} (new)" if contact.id in new else contact.name for contact in logged.contacts])


def _listed(names: Sequence[str]) -> list[str]:
    """Names as one says them: ``A, B and C``."""
    parts: list[str] = []
    for place, name in enumerate(names):
        parts += ["" if place == 0 else " and " if place == len(names) - 1 else ", ", name]
    return parts


def _changed_by_log(network: Network, logged: Logged, before: Sequence[Contact]) -> list[str]:
    known = {contact.id: contact for contact in before}
    changes: dict[str, list[str]] = {}
    for contact in logged.contacts:
        old = known.get(contact.id) or Contact(id=contact.id, name=contact.name)
        changes[contact.name] = changed_parts(network, old, contact)
    same = next(iter(changes.values()))
    if all(changed == same for changed in changes.values()):
        return ["Now: ", *same, "."] if same else []
    parts: list[str] = []
    for name, changed in changes.items():
        if changed:
            parts += ["; " if parts else "Now: ", name, ": ", *changed]
    return [*parts, "."]


def changed_parts(network: Network, before: Contact, after: Contact) -> list[str]:
    """What is different of a contact, without a full stop; nothing where all is as it was."""
    # Loaded only where something was changed: most logs change nothing of the person.
    from netkeeper.actions.people.lists import name_of
    from netkeeper.domain.editing.person_changes import differences, in_line

    return in_line(differences(before, after, lambda via: name_of(network, via), is_new=not before.created))


def added_parts(network: Network, contact: Contact) -> list[str]:
    """Who was added, and with what: ``Added Liisa Kallio. Organization Kalliomaito, step regular``."""
    blank = Contact(id=contact.id, name=contact.name)
    changed = changed_parts(network, blank, contact)
    if changed:
        changed = [" ", f"{changed[0][:1].upper()}{changed[0][1:]}", *changed[1:], "."]
    return ["Added ", contact.name, ".", *changed]


def edited_parts(network: Network, before: Contact, after: Contact) -> list[str]:
    """What was changed of somebody: ``Edited Anna Virtanen. Now: title Buyer, field food added``."""
    changed = changed_parts(network, before, after)
    return ["Edited ", after.name, ".", *([" Now: ", *changed, "."] if changed else [])]


def next_parts(promised: Promised, said: PromiseWords, today: date) -> list[str]:
    """What is next, and how its day came about: ``Next: Mon 7 Dec, send the offer``."""
    followup = promised.followup
    what = [", ", followup.what] if followup.what else []
    why = why_then(said, today)
    why += what_became(promised.followup, promised.already, None, promised.replaced, today)
    parts = ["Next: ", describe_day(followup.due_on, today), *what, f" ({'; '.join(why)})" if why else "", "."]
    if promised.moved_from is not None:
        parts.append(f" {told_move(promised.moved_from, followup.due_on, today)}.")
    return parts


def why_then(said: PromiseWords, today: date) -> list[str]:
    """Why a promise is due on its day, where that was not typed in as many words."""
    other_hour = [f"{said.hour} counts, not {said.other_hour}"] if said.other_hour else []
    if said.other_day is not None:
        return [f"next: counts, not {describe_day(said.other_day, today)}", *other_hour]
    if other_hour:
        return other_hour
    if said.day_words:
        return [f"from “{fit(plain(said.day_words), _DAY_COLUMNS)}”"]
    if said.is_default:
        return ["in a week; say when with next:"]
    return []


def asked_about_again(placed: Sequence[Contact], taken_out: Sequence[Contact]) -> list[list[str]]:
    """Who is asked about from now on, a sentence each: those who waited to be sorted, and those in the archive."""
    sentences = []
    if placed:
        sentences.append(["Sorted with it: ", *_listed([contact.name for contact in placed]), "."])
    if taken_out:
        sentences.append(["Out of the archive: ", *_listed([contact.name for contact in taken_out]), "."])
    return sentences


def in_archive_still(contacts: Sequence[Contact]) -> list[str]:
    """That those who are put away stay so, whatever was said of them; nothing where nobody is."""
    away = [contact.name for contact in contacts if contact.archived]
    return ["In the archive still, unasked about: ", *_listed(away), "."] if away else []


def again_parts(following: Sequence[FollowUp], today: date) -> list[str]:
    """When what recurs is due again; nothing where nothing does."""
    parts: list[str] = []
    for promise in following[:_MOST_PROMISES]:
        parts += [", " if parts else "Again: ", describe_day(promise.due_on, today)]
        parts += [" (", promise.what, ")"] if promise.what and len(following) > 1 else []
    more = len(following) - _MOST_PROMISES
    return [*parts, f" and {more} more" if more > 0 else "", "."] if parts else []


def kept_parts(promises: Sequence[FollowUp], people: Sequence[Contact], said: str = "Kept: ") -> list[str]:
    """Which promises were closed, or stay open: ``Kept: send the offer.``; nothing where none was.

    Args:
        promises: The promises.
        people: With whom the log is; of several it is said whose each is, unless it is everybody's.
        said: What is said of them.
    """
    whose: dict[str, list[str]] = {}
    for promise in promises:
        whose.setdefault(promise.what or "be in touch", []).append(promise.contact_id)
    if not whose:
        return []
    more = len(whose) - _MOST_PROMISES
    parts = [said]
    for place, (what, ids) in enumerate(list(whose.items())[:_MOST_PROMISES]):
        names = [person.name for person in people if person.id in ids]
        parts += [", " if place else "", what]
        parts += [" (", *_listed(names), ")"] if len(names) < len(people) else []
    return [*parts, f" and {more} more" if more > 0 else "", "."]


def text_parts(as_text: Sequence[str]) -> list[str]:
    """What looked like a word, but stood in quotation marks or behind ``--``; nothing where nothing did."""
    if not as_text:
        return []
    shown = ", ".join(fit(plain(each), _DAY_COLUMNS) for each in as_text[:2])
    return ["“", shown, "” is kept as text."]


def apart_parts(apart: Sequence[tuple[str, str]]) -> list[str]:
    """What read as a word but for a blank, and how it counts; nothing where nothing did."""
    if not apart:
        return []
    typed, ways = zip(*apart[:2], strict=True)
    shown = ", ".join(fit(plain(each), _DAY_COLUMNS) for each in typed)
    written = " ".join(fit(plain(each), _DAY_COLUMNS) for each in ways if each)
    return ["“", shown, "” is kept as text", *(["; to have it count, write ", written] if written else []), "."]


def snoozed_parts(put: Snoozed, today: date) -> list[str]:
    """What is to be said of a promise that was put off behind its words: `` (already promised)``."""
    became = ["already promised"] if put.already else []
    if put.instead_of is not None:
        became.append(f"instead of {describe_day(put.instead_of, today)}")
    return [in_brackets(became)] if became else []


def turn_parts(put: Snoozed, today: date) -> list[str]:
    """When a turn that was put off really comes, where that is not the day that was said."""
    if put.followups or put.comes_on == put.until:
        return []
    if put.comes_on is None:
        return ["No reminders are set for them, so nothing asks about them then."]
    return [f"Their turn comes {on_day(put.comes_on, today)}, not before."]


def still_promised_parts(network: Network, people: Sequence[Contact]) -> list[str]:
    """What is still promised to those who were put away: ``Still promised: send the offer``; else nothing."""
    away = [person for person in people if person.archived]
    promises = [each for person in away for each in network.followups(person.id) if each.is_open]
    if not promises:
        return []
    parts = ["Still promised: "]
    for place, promise in enumerate(promises[:_MOST_PROMISES]):
        whose = f"{network.contact(promise.contact_id).name}: " if len(people) > 1 else ""
        parts += [", " if place else "", whose, promise.what or "be in touch"]
    more = len(promises) - _MOST_PROMISES
    return [*parts, f" and {more} more" if more > 0 else "", "; nothing asks about it while they are put away."]
