"""netkeeper sort."""

from __future__ import annotations

from netkeeper.actions.people.lists import next_due
from netkeeper.actions.people.people import named_by, open_promises_of_archived
from netkeeper.actions.review.sorting import cut_placing, place, sort_again, waiting
from netkeeper.cli import common_lines
from netkeeper.cli.arguments import split_line
from netkeeper.cli.context import Session
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.output import Part, Styled
from netkeeper.cli.person_args import everyone
from netkeeper.cli.spec import JSON, Argument, Command, Option
from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.errors import WordError
from netkeeper.domain.language.tokens import split_args
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.search.search import parse_search
from netkeeper.domain.text.display import pasteable
from netkeeper.phrases.archived import asked_about_again, still_promised
from netkeeper.phrases.counted import plural


def run(session: Session, *, words: tuple[str, ...], is_again: bool, as_json: bool) -> None:
    """List the contacts that wait to be sorted, sort some, or mark some to be sorted again."""
    if is_again:
        _again(session, words)
    elif not words:
        _show(session, as_json=as_json)
    elif as_json:
        raise WrongUsageError("--json lists who waits, so it stands alone: netkeeper sort --json.")
    else:
        _place(session, words)


def _show(session: Session, *, as_json: bool) -> None:
    network = session.network
    people = waiting(network)
    if as_json:
        from netkeeper.cli.as_json import contact_json

        session.out.json([contact_json(network, contact, next_due(network, contact)) for contact in people])
        return
    if not people:
        session.err.line(
            common_lines.command_hint(
                "Nobody waits to be sorted. Whoever an import brings in does, and netkeeper sort --again field:food "
                "marks people once more."
            )
        )
        return
    rows: list[list[Part]] = [
        [Styled(person.name, "bold"), _known_from(person), Styled(" ".join(person.fields), "cyan")] for person in people
    ]
    session.out.table(rows)
    waits = plural(len(people), "1 waits to be sorted.", "{count} wait to be sorted.")
    session.err.line(
        common_lines.command_hint(
            f"{waits} netkeeper sort WHO 90d places somebody; so do none, archive and a step. "
            "In the app, S sorts with a key each.",
            "dim",
        )
    )


def _known_from(person: Contact) -> str:
    """What identifies a contact: organization, title and how one met, else the first line of the notes."""
    known = " · ".join(filter(None, (person.organization, person.title, person.met)))
    return known or (person.notes.splitlines() or [""])[0]


def _place(session: Session, words: tuple[str, ...]) -> None:
    args = (len(words) == 1 and split_line(words[0])) or list(words)
    whom = pasteable(" ".join(args))
    says_no_place = WrongUsageError(f"Say where to: netkeeper sort {whom} 90d, none, archive, or a step.")
    if len(args) == 1:
        raise says_no_place
    try:
        who, placing = cut_placing(args)
    except WordError:
        if named_by(session.network, " ".join(args)):
            raise says_no_place from None
        raise
    people = everyone(session, who)
    done = place(session.network, [person.id for person in people], placing, session.today)
    turns = [person.first_turn_on for person in done.changed if person.first_turn_on and not person.archived]
    first = ""
    if turns and not placing.is_away:
        day = describe_day(min(turns), session.today)
        first = plural(len(turns), " First turn {day}.", " First turns from {day}.", day=day)
    promised = ""
    if placing.is_away:
        promises = open_promises_of_archived(session.network, done.changed)
        promised = still_promised(promises, names_people=len(done.changed) > 1)
    taken_out = [person for person in people if person.archived and not placing.is_away]
    sentences = [f"{done.sentence}.{first}", promised, *asked_about_again((), taken_out)]
    session.out.line(*common_lines.sentences(sentences), common_lines.undo_hint())


def _again(session: Session, words: tuple[str, ...]) -> None:
    if not words:
        raise WrongUsageError("Say whom to sort again: netkeeper sort --again field:food.")
    marked = sort_again(session.network, parse_search(split_args(words), session.today))
    waits = plural(
        len(marked),
        "1 person waits to be sorted again, unasked about until then. ",
        "{count} people wait to be sorted again, unasked about until then. ",
    )
    session.out.line(waits, common_lines.undo_hint())


COMMAND = Command(
    run,
    "Sort whoever an import brought in: they are not asked about until they are placed. Alone it lists who waits; "
    "with WHO and how often (90d, 3m, none), a step or archive it places somebody. Whoever is logged, promised "
    "something or put on a step is sorted by it.",
    (
        Argument(
            "words",
            "[WHO WHERE]",
            "Whom, by the beginnings of the name; and 90d, none, archive, or a step.",
            many=True,
            required=False,
            completes="person",
        ),
    ),
    (
        Option("--again", "is_again", "Mark those who fit a filter as waiting to be sorted once more."),
        JSON,
    ),
    (
        ("netkeeper sort", "Who waits to be sorted."),
        ("netkeeper sort anna 90d", "Anna, every quarter."),
        ("netkeeper sort pekka archive", "Pekka is archived."),
        ("netkeeper sort --again field:food", "Everybody in food waits to be sorted once more."),
    ),
)
