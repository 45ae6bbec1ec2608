"""netkeeper edit."""

from __future__ import annotations

from functools import partial

from netkeeper.actions.people import people
from netkeeper.cli import common_lines
from netkeeper.cli.context import Session
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.person_args import only, take_all, with_via
from netkeeper.cli.spec import WHO, Argument, Command
from netkeeper.cli.who_besides import naming_another
from netkeeper.domain.language.contact_words import contact_changes
from netkeeper.domain.language.tokens import EDITING, split_args
from netkeeper.domain.text.display import quoted
from netkeeper.phrases.archived import in_archive_still
from netkeeper.phrases.contact_changes import edited_sentence

_HOW = 'netkeeper edit anna org:Fazer -field:food note:"likes sailing"'


def run(session: Session, *, who: str, words: tuple[str, ...]) -> None:
    """Change a contact."""
    today = session.today
    network = session.network
    taken = take_all(session, who, words)
    before = only(taken.contacts, "edit", " …")
    with naming_another(network, taken, "edit"):
        changes = contact_changes(split_args(taken.rest, EDITING), today)
        if changes.text:
            raise WrongUsageError(
                f"{quoted(changes.text)} is no key:value word; write name: or note: before it, as in {_HOW}"
            )
    if changes.is_empty:
        raise WrongUsageError(f"Say what to change: {_HOW}")
    after = people.edit(network, before.id, with_via(session, changes), today)
    if after == before:
        session.out.line(before.name, " is like that already; nothing was changed.")
        return
    sentences = [edited_sentence(before, after, partial(people.name_of, network)), in_archive_still([after])]
    session.out.line(*common_lines.sentences(sentences), common_lines.undo_hint())


COMMAND = Command(
    run,
    "Change a contact with words: key:value sets or adds, key: with nothing after it empties, and a minus takes one "
    "away.\n\n"
    "Words: name: org: title: email: phone: url: birthday: field: step: hope: met: via: every: importance: whose: note:.",
    (WHO, Argument("words", "WORD...", "What is to change.", many=True, required=False, completes="adding")),
    (),
    (
        ("netkeeper edit anna org:Fazer title:", "Another company; the title is emptied."),
        ("netkeeper edit anna field:food,design -hope:partner every:6w", "Two fields more, one hope less, a cadence."),
        ('netkeeper edit anna name:"Anna Korhonen" note:"moved to Tampere"', "A new name, and a note."),
    ),
)
