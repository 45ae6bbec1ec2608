"""netkeeper add."""

from __future__ import annotations

from functools import partial

from netkeeper.actions.people import people
from netkeeper.cli import common_lines
from netkeeper.cli.context import Session
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.person_args import with_via
from netkeeper.cli.spec import JSON, Argument, Command
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.language.add_words import split_name
from netkeeper.domain.language.contact_words import contact_changes
from netkeeper.domain.language.naming import short_ids
from netkeeper.domain.language.new_name import with_capitals
from netkeeper.domain.language.promise_words import take_promise
from netkeeper.domain.language.reach_words import in_a_name, split_reach
from netkeeper.domain.language.tokens import ADDING, split_args
from netkeeper.domain.promises.outcomes import Promised
from netkeeper.phrases.contact_changes import added_sentence
from netkeeper.phrases.promised import promised_sentences


def run(session: Session, *, words: tuple[str, ...], as_json: bool) -> None:
    """Add a contact."""
    today = session.today
    promise, rest = take_promise(split_args(words, ADDING), today)
    # After name: it is written as it shall be.
    is_as_written = any(word.key == "name" for word in rest)
    if {"", "name"} <= {word.key for word in rest}:
        raise WrongUsageError("The name is there twice; say it once: netkeeper add Anna Virtanen org:Valio")
    name, rest = split_name(rest)
    if not name:
        raise WrongUsageError("Say the name: netkeeper add Anna Virtanen org:Valio")
    if not is_as_written:
        name, reach = split_reach(name)
        rest += reach
    changes = contact_changes(rest, today, may_clear=False)
    if no_name := in_a_name(name):
        raise InvalidValueError(no_name)
    changes = with_via(session, changes)
    typed, name = name, name if is_as_written else with_capitals(name)
    if promise.is_span:
        session.keep_holidays(begins=True)
    network = session.network
    added = people.add(network, name, changes, today, promise=promise)
    if name != typed:
        session.err.line("Kept as ", name, ", with capitals.")
    if added.lookalikes:
        short = short_ids(contact_id for contact_id, _ in network.names())
        alike = common_lines.similar_contacts(added.lookalikes, short)
        session.err.line(
            *alike, common_lines.command_hint(". If it is the same person, netkeeper undo takes this one back.")
        )
    if as_json:
        from netkeeper.actions.people.lists import next_due
        from netkeeper.cli.as_json import contact_json

        session.out.json(contact_json(network, added.contact, next_due(network, added.contact)))
        return
    sentences = [added_sentence(added.contact, partial(people.name_of, network))]
    if added.followup is not None:
        promised = Promised(added.followup, moved_from=added.moved_from)
        sentences += promised_sentences(promised, promise, today)
    session.out.line(*common_lines.sentences(sentences), common_lines.undo_hint())


COMMAND = Command(
    run,
    "Add a contact. All that is no key:value word is the name; an email address or a phone number behind it is taken as "
    "one. Where one like it exists, it says so.\n\n"
    "Words: field: step: org: title: email: phone: url: birthday: met: via: hope: every: importance: "
    "whose: note:, and next: and todo: for the first follow-up. A value with blanks stands in quotation marks.",
    (Argument("words", "NAME [WORD]...", "The name, and words about the person.", many=True, completes="adding"),),
    (JSON,),
    (
        ("netkeeper add Anna Virtanen", "A name is enough."),
        (
            'netkeeper add Ville Korpela org:"Valio Oy" title:Buyer field:food next:2w',
            "With company, position, field, and a reminder in two weeks.",
        ),
        (
            'netkeeper add Maija Lehto email:work=maija@lehto.example phone:"+358 40 555 0102" birthday:29.2.',
            "With an address, a number, and a birthday without its year.",
        ),
    ),
)
