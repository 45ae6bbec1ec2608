"""Choosing among several promises to a contact: by words of the text, else by asking.

Without a terminal it is an error that lists the promises and what to type; no promise is chosen by default.
"""

from __future__ import annotations

from collections.abc import Sequence

from netkeeper.actions.people.people import named_by
from netkeeper.cli.asking import MOST, can_ask, pick
from netkeeper.cli.context import Session
from netkeeper.cli.output import Part, Styled
from netkeeper.cli.person_args import everyone, one
from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.language.name_end import CONJUNCTIONS
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.name_fits import begin_words, words_of
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.promises.same_promise import BE_IN_TOUCH
from netkeeper.domain.text.display import fit, pasteable, plain
from netkeeper.domain.text.fold import as_compared, fold
from netkeeper.phrases.enumerated import first_of
from netkeeper.store.network import Network

_MOST_LISTED = 4
_TEXT_COLUMNS = 40

_NONE_AT_ALL = "No promise to {name} has “{typed}”. Nothing was changed."
_NONE_HAS_IT = "No promise to {name} has “{typed}”: {promises}. Nothing was changed."
_WHICH = "{count} promises to {name}: {promises}. All of them: {all_of_them}. Nothing was changed."
_WHICH_BY_WORD = (
    "{count} promises to {name}: {promises}. With a word of it, that one is meant: {by_word}; all of them: "
    "{all_of_them}. Nothing was changed."
)


def people_and_words(session: Session, args: Sequence[str]) -> tuple[list[Contact], list[str]]:
    """The contacts that a line names, and the words after a single name that match a promise: ``anna offer``.

    Raises:
        NetkeeperError: A name fits none or several, and nobody chose one.
    """
    words = " ".join(args).split()
    network = session.network
    are_several = any("," in word or fold(word) in CONJUNCTIONS for word in words)
    if are_several or named_by(network, " ".join(words)):
        return everyone(session, args), []
    for count in range(len(words) - 1, 0, -1):
        who, text = " ".join(words[:count]), words[count:]
        if any(matching_promises(text, open_promises(network, person[0])) for person in named_by(network, who)):
            return [one(session, who)], text
    return everyone(session, args), []


def open_promises(network: Network, contact_id: str) -> list[FollowUp]:
    """The open promises to a contact, soonest due first."""
    return [promise for promise in network.followups(contact_id) if promise.is_open]


def matching_promises(words: Sequence[str], promises: Sequence[FollowUp]) -> list[FollowUp]:
    """The promises whose texts have words with these beginnings; of equal texts the soonest."""
    typed = words_of(" ".join(words))
    found: dict[str, FollowUp] = {}
    for promise in promises:
        if begin_words(typed, words_of(_text_of(promise))):
            found.setdefault(as_compared(_text_of(promise)), promise)
    return list(found.values())


def choose(
    session: Session,
    contact: Contact,
    promises: Sequence[FollowUp],
    words: Sequence[str],
    line: Sequence[str],
    *,
    takes_all: bool,
) -> tuple[str, ...]:
    """The ids of the promises that match words; as :func:`ask_which` where several do.

    Raises:
        NetkeeperError: None matches, nobody can be asked, or none was chosen.
    """
    found = matching_promises(words, promises)
    if not found:
        typed = fit(plain(" ".join(words)), _TEXT_COLUMNS)
        template = _NONE_HAS_IT if promises else _NONE_AT_ALL
        raise InvalidValueError(
            template.format(name=plain(contact.name), typed=typed, promises=_listed(promises, session))
        )
    return (found[0].id,) if len(found) == 1 else ask_which(session, contact, found, line, takes_all=takes_all)


def ask_which(
    session: Session, contact: Contact, promises: Sequence[FollowUp], line: Sequence[str], *, takes_all: bool
) -> tuple[str, ...]:
    """Ask on the terminal which of several promises is meant; the ids.

    Args:
        promises: At least two.
        line: The command, and the words after the name, for the message: ``done``, ``snooze fri``.
        takes_all: Whether to take all without asking.

    Raises:
        NetkeeperError: Nobody can be asked, or none was chosen.
    """
    if takes_all:
        return tuple(promise.id for promise in promises)
    if not can_ask():
        raise InvalidValueError(_which(contact, promises, line, session))
    shown = promises[: MOST - 1]
    answers: list[list[Part]] = [
        [_text_of(promise), Styled(f"  {describe_day(promise.due_on, session.today)}", "dim")] for promise in shown
    ]
    question = f"{len(promises)} promises to {plain(contact.name)}:"
    place = pick(session, [question], [*answers, [f"all {len(promises)}"]], has_nearest=False)
    return (shown[place].id,) if place < len(shown) else tuple(promise.id for promise in promises)


def _which(contact: Contact, promises: Sequence[FollowUp], line: Sequence[str], session: Session) -> str:
    """The error's text: the promises, and what to type for one and for all of them."""
    command, *behind = line
    typed = f'netkeeper {command} "{pasteable(contact.name)}"'
    end = "".join(f" {word}" for word in behind)
    word = _telling_word(promises)
    return (_WHICH_BY_WORD if word else _WHICH).format(
        count=len(promises),
        name=plain(contact.name),
        promises=_listed(promises, session),
        by_word=f"{typed} {word}{end}",
        all_of_them=f"{typed}{end} --all",
    )


def _listed(promises: Sequence[FollowUp], session: Session) -> str:
    """Promises with their days: ``“send the offer” (today), “call” (Fri 27 Nov)``."""
    shown = [
        f"“{fit(plain(_text_of(promise)), _TEXT_COLUMNS)}” ({describe_day(promise.due_on, session.today)})"
        for promise in promises
    ]
    return first_of(shown, _MOST_LISTED)


def _telling_word(promises: Sequence[FollowUp]) -> str:
    """A word that occurs in one promise only; empty where there is none."""
    texts = [words_of(_text_of(promise)) for promise in promises]
    for place, own in enumerate(texts):
        others = [word for other in (*texts[:place], *texts[place + 1 :]) for word in other]
        telling = [word for word in own if word.isalpha() and not any(each.startswith(word) for each in others)]
        if telling:
            return max(telling, key=len)
    return ""


def _text_of(promise: FollowUp) -> str:
    return promise.what or BE_IN_TOUCH
