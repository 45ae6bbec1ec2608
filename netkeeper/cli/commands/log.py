"""netkeeper log."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from netkeeper.actions.interactions.log import Promises
from netkeeper.actions.interactions.log import log as log_interaction
from netkeeper.actions.people.people import name_of
from netkeeper.cli import common_lines
from netkeeper.cli.context import Session
from netkeeper.cli.errors import NobodyChosenError, WrongUsageError
from netkeeper.cli.person_args import Taken, take_all, with_via
from netkeeper.cli.spec import JSON, WHO_ALL, Argument, Command, Option
from netkeeper.cli.who_besides import note_on_others
from netkeeper.domain.errors import InvalidValueError, NetkeeperError, UnknownPersonError
from netkeeper.domain.interactions.reached import may_be_unreached
from netkeeper.domain.language.log_words import LogWords, log_words
from netkeeper.domain.language.tokens import LOGGING, split_args
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.promises.outcomes import Logged
from netkeeper.domain.text.display import fit, plain
from netkeeper.phrases.logged import log_sentences
from netkeeper.store.network import Network

_NAME_COLUMNS = 40


def run(
    session: Session,
    *,
    who: str,
    words: tuple[str, ...],
    may_add: bool,
    keeps: bool,
    closes_all: bool,
    as_json: bool,
) -> None:
    """Log an interaction."""
    if keeps and closes_all:
        raise WrongUsageError("--keep and --done exclude each other; say one of them.")
    today = session.today
    network = session.network
    taken = _taken(session, who, words, may_add=may_add)
    cut = split_args(taken.rest, LOGGING)
    if not cut:
        raise InvalidValueError("Say what happened, e.g. netkeeper log pekka coffee next:2w; nothing was changed.")
    parsed = log_words(cut, today)
    parsed = parsed._replace(contact=with_via(session, parsed.contact))
    besides = note_on_others(network, taken, note=parsed.note)
    new_names = _checked_new_names(session, taken.new_names)
    if parsed.promise.is_span:
        session.keep_holidays(begins=bool(new_names))
    promises = Promises.KEEP if keeps else Promises.CLOSE_ALL if closes_all else Promises.CLOSE_DUE
    contact_ids = [contact.id for contact in taken.contacts]
    before = [] if parsed.contact.is_empty else [network.contact(contact_id) for contact_id in contact_ids]
    logged = log_interaction(network, contact_ids, parsed, today, new_names=new_names, promises=promises)
    if as_json:
        _print_json(session, network, logged)
    else:
        _say(session, network, logged, parsed, before)
    if besides:
        session.err.line(*besides)


def _taken(session: Session, who: str, words: Sequence[str], *, may_add: bool) -> Taken:
    """The contacts that the line names."""
    if may_add and who.strip(" ,"):
        from netkeeper.cli.new_names import take_new

        return take_new(session, who, words)
    try:
        return take_all(session, who, words)
    except NobodyChosenError as error:
        if not error.unknown:
            raise
        typed = fit(plain(error.unknown), _NAME_COLUMNS)
        raise NetkeeperError(f"Nothing was changed. If “{typed}” is somebody new, log it with --new.") from None
    except UnknownPersonError as error:
        from netkeeper.domain.language.reach_words import how_to_add

        if not who.strip(" ,") or how_to_add(error.who):
            raise
        raise UnknownPersonError(f"{error}, or log it with --new", error.who, error.nearest) from None


def _checked_new_names(session: Session, typed: Sequence[str]) -> list[str]:
    """The names to be added, capitalised; prints changed and similar ones."""
    if not typed:
        return []
    from netkeeper.cli.new_names import say_new

    return say_new(session, typed)


def _print_json(session: Session, network: Network, logged: Logged) -> None:
    from netkeeper.actions.people.lists import next_due
    from netkeeper.cli.as_json import contact_json
    from netkeeper.interchange.public_json import interaction_dict, logged_dict

    names = {contact.id: contact.name for contact in logged.contacts}
    contacts = [contact_json(network, contact, next_due(network, contact)) for contact in logged.contacts]
    interaction = interaction_dict(logged.interaction, names)
    promised = logged.promised
    session.out.json(
        logged_dict(
            interaction,
            promised.followup if promised else None,
            contacts,
            already=promised is not None and promised.already,
            replaced=promised.replaced if promised else (),
            closed=logged.closed,
        )
    )


def _say(session: Session, network: Network, logged: Logged, parsed: LogWords, before: Sequence[Contact]) -> None:
    """Print what was done, and the hint at undo."""
    sentences = log_sentences(logged, parsed, before, partial(name_of, network), session.today)
    if may_be_unreached(parsed.kind, parsed.note):
        sentences.append("Not reached? Take it back, and log it with kind:tried.")
    session.out.line(*common_lines.sentences(sentences), common_lines.undo_hint())


COMMAND = Command(
    run,
    "Log an interaction: what happened, with whom, how it felt, and when to meet next.\n\n"
    "All that is no key:value word is the note. Words: kind: when: feel: signal: next: todo:, and what add knows "
    "about the person. It is a meeting today, unless kind: and when: say otherwise. Promises to them that are "
    "due are done with it, unless --keep says otherwise.",
    (
        WHO_ALL,
        Argument(
            "words", "[TEXT AND WORDS]...", "The note, and words.", many=True, required=False, completes="logging"
        ),
    ),
    (
        Option("--new", "may_add", "Add whoever has not exactly the name that is typed."),
        Option("--keep", "keeps", "Leave promises to them open."),
        Option("--done", "closes_all", "Close all promises to them, also those for later."),
        JSON,
    ),
    (
        ("netkeeper log anna coffee, wants a workshop feel:4 next:2w", "Ten seconds after a meeting."),
        (
            'netkeeper log pekka,maija kind:call when:yesterday next:fri todo:"send the offer"',
            "A call with two people yesterday, and a promise to both.",
        ),
        ("netkeeper log Ville Korpela met at the fair --new", "With somebody who is not known yet."),
    ),
)
