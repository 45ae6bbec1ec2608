"""netkeeper import."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import cast

from netkeeper.actions.importing.groups import with_groups
from netkeeper.actions.importing.import_contacts import import_contacts, preview, read_file, source_of
from netkeeper.actions.importing.introducers import Unclear, unclear_introducers
from netkeeper.actions.importing.plan import Action, Item, Plan
from netkeeper.cli import common_lines
from netkeeper.cli.context import Session
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.output import Part, Styled
from netkeeper.cli.same_names import ask_each, can_be_asked, read_way, say_likely_pairs
from netkeeper.cli.spec import JSON, Argument, Command, Option
from netkeeper.config.places import UNLOCKING_VARIABLE
from netkeeper.domain.errors import LockedFileError
from netkeeper.domain.review.placing import Placing
from netkeeper.domain.text.display import quoted
from netkeeper.interchange.cards import WRONG_LETTERS, ReadProgress
from netkeeper.interchange.content import Hints, Incoming
from netkeeper.interchange.public_json import import_dict
from netkeeper.phrases.counted import plural
from netkeeper.phrases.import_why import import_why_words
from netkeeper.phrases.remembered import remembered_words

_ACTION_WORDS = {"add": "new", "update": "updated", "take": "updated", "skip": "here already"}
_MOST_UNCLEAR = 5
_MOST_ALIKE = 10
_MANY = 20
"""From more than this many on, an import counts, and lists those alone of whom there is something to say."""


def run(
    session: Session,
    *,
    files: tuple[str, ...],
    encoding: str | None,
    columns: tuple[str, ...],
    dates: str | None,
    chosen: tuple[str, ...],
    is_trial: bool,
    every: str | None,
    same_name: str | None,
    is_verbose: bool,
    as_json: bool,
) -> None:
    """Bring contacts in."""
    today = session.today
    network = session.network
    hints = Hints(
        encoding, columns, dates, os.environ.get(UNLOCKING_VARIABLE), today=today, remembered=network.member.columns
    )
    if columns:
        from netkeeper.interchange.csv import parse_map

        parse_map(columns)  # A slip in it is one, whatever the files are.
    placing = _every(every)
    asks_nothing = "--json" if as_json else "--dry-run" if is_trial else ""
    way, is_asking = read_way(same_name, can_be_asked=can_be_asked(), asks_nothing=asks_nothing)
    choices = dict(map(_choice, chosen))
    if len(choices) < len(chosen):
        raise WrongUsageError("--choose was said twice of one number; say it once.")
    with _progress() as progress:
        incoming = with_groups(network, [_read(path, hints, progress) for path in files])
    plan = None
    if is_trial or choices or is_asking or way != "sure":
        plan = preview(network, incoming, choices, way)
    settled: frozenset[int] = frozenset()
    if plan is not None and is_asking and plan.asked:
        choices, settled = ask_each(session, plan)
        plan = preview(network, incoming, choices, way)
    unclear: list[Unclear] = []
    if not is_trial:
        imported = import_contacts(
            network, incoming, today, source=source_of(files), agreed=plan, every=placing, settled=settled
        )
        plan, unclear = imported.plan, unclear_introducers(network, imported.people)
        session.keep_holidays()
    assert plan is not None
    waiting = 0 if placing else len(plan.waiting)
    if as_json:
        each = (
            (item.file, _done(item.action), item.read, import_why_words(item.why), item.otherwise)
            for item in plan.items
        )
        session.out.json(import_dict(each, plan.skipped, waiting))
        return
    names_file = len(files) > 1
    for one in incoming:
        if one.reading.remembered:
            session.err.line(f"{one.source}: " if names_file else "", remembered_words(one.reading.remembered))
    listed = plan.items if is_trial or is_verbose else _listed_items(plan.items)
    session.out.table([_row(item, names_file=names_file, is_numbered=is_trial) for item in listed])
    for file, line, reason, _ in plan.skipped:
        where = [*([file] if names_file else []), *([f"line {line}"] if line else [])]
        session.err.line(*([", ".join(where), ": "] if where else []), reason)
    if any(WRONG_LETTERS in remark for item in plan.items for remark in item.why.remarks):
        session.err.line("--encoding NAME names another encoding: windows-1252, mac-roman …")
    if waiting and is_trial:
        session.out.line(
            plural(
                waiting,
                "1 would wait to be sorted; --every 90d (none, step) would place them at once.",
                "{count} would wait to be sorted; --every 90d (none, step) would place them at once.",
            )
        )
    elif waiting:
        waits = plural(
            waiting,
            "1 waits to be sorted, unasked about until then: netkeeper sort lists them, S in the app sorts.",
            "{count} wait to be sorted, unasked about until then: netkeeper sort lists them, S in the app sorts.",
        )
        session.out.line(common_lines.command_hint(waits))
    _say_unclear(session, unclear)
    session.out.line(*_summary(plan, is_trial=is_trial, is_short=len(listed) < len(plan.items)))
    _say_otherwise(session, sum(item.place not in settled for item in plan.contradicting), is_trial=is_trial)
    if not is_trial:
        say_likely_pairs(session, plan)


def _done(action: Action) -> str:
    """What scripts know an action by."""
    return "update" if action == "take" else action


def _say_otherwise(session: Session, count: int, *, is_trial: bool) -> None:
    """Print of how many people the files say otherwise than here, and what takes it; nothing where of nobody."""
    if not count:
        return
    words = plural(
        count,
        "Of 1 person the file says otherwise, and here all stays as it is",
        "Of {count} people the file says otherwise, and here all stays as it is",
    )
    way = (
        "--choose N=take takes it."
        if is_trial
        else "netkeeper import --dry-run numbers them, and --choose N=take takes it."
    )
    session.out.line(common_lines.command_hint(f"{words}: {way}"))


def _say_unclear(session: Session, unclear: Sequence[Unclear]) -> None:
    """Print the introducers whose names fit several contacts."""
    for one in unclear[:_MOST_UNCLEAR]:
        fitting = " or ".join(one.may_be[:2])
        more = f" or {len(one.may_be) - 2} more" if len(one.may_be) > 2 else ""
        session.err.line(
            f"“{one.name}”, who introduced {one.introduced}, may be {fitting}{more}; kept as written. ",
            common_lines.command_hint("netkeeper edit WHO via:NAME says who."),
        )
    if len(unclear) > _MOST_UNCLEAR:
        session.err.line(f"{len(unclear) - _MOST_UNCLEAR} more introducers may be several people; kept as written.")


def _read(path: str, hints: Hints, progress: ReadProgress | None) -> Incoming:
    """Read a file, asking for the passphrase of an encrypted one."""
    try:
        return read_file(path, hints, progress)
    except LockedFileError:
        if hints.passphrase or not sys.stdin.isatty():
            raise
        from getpass import getpass

        return read_file(path, replace(hints, passphrase=getpass("Passphrase: ")), progress)


@contextlib.contextmanager
def _progress() -> Iterator[Callable[[int, int], None] | None]:
    """Progress of reading, on a terminal only, erased at the end."""
    if not sys.stderr.isatty():
        yield None
        return

    def show(done: int, total: int) -> None:
        sys.stderr.write(f"\rReading {100 * done // max(total, 1):3} % ")
        sys.stderr.flush()

    try:
        yield show
    finally:
        sys.stderr.write(f"\r{'':14}\r")
        sys.stderr.flush()


def _choice(text: str) -> tuple[int, Action]:
    """What somebody said about one of the numbers that ``--dry-run`` shows.

    Raises:
        WrongUsageError: It can't be understood.
    """
    number, _, action = text.partition("=")
    if not (number.isascii() and number.isdigit()) or action not in _ACTION_WORDS:
        raise WrongUsageError(
            f"--choose can't take {quoted(text)}; say a number of --dry-run and what to do: 3=add, 3=update, 3=take or 3=skip."
        )
    return int(number) - 1, cast("Action", action)


def _every(text: str | None) -> Placing | None:
    """The placing of new contacts; None to have them wait to be sorted.

    Raises:
        WordError: It can't be read.
    """
    if text is None:
        return None
    from netkeeper.actions.review.sorting import parse_how_often

    return parse_how_often(text)


def _listed_items(items: Sequence[Item]) -> list[Item]:
    """The items that are listed: all with a remark, and the first of the others; of many, the first with a remark."""
    notable = [item for item in items if not (item.why.is_plainly_new or item.why.is_nothing_new)]
    if len(items) > _MANY:
        return notable[:_MOST_ALIKE]
    plain: dict[Action, int] = {}
    listed = []
    for item in items:
        if item.why.is_plainly_new or item.why.is_nothing_new:
            plain[item.action] = plain.get(item.action, 0) + 1
            if plain[item.action] > _MOST_ALIKE:
                continue
        listed.append(item)
    return listed


def _row(item: Item, *, names_file: bool, is_numbered: bool) -> list[Part]:
    number: list[Part] = [Styled(f"{item.place + 1}", "dim")] if is_numbered else []
    action = Styled(
        "left out" if item.is_left_out else _ACTION_WORDS[item.action], "dim" if item.action == "skip" else "cyan"
    )
    file = [os.path.basename(item.file)] if names_file else []
    known = item.known
    name = item.read.contact.name
    if known is not None and item.action != "add" and not item.is_left_out and known.name != name:
        name = f"{name} (here: {known.name})"
    return [*number, action, *file, name, Styled(import_why_words(item.why), "dim")]


def _summary(plan: Plan, *, is_trial: bool, is_short: bool) -> list[Part]:
    """The counts, and the hints at what lists everybody and at undo."""
    left_out = sum(item.is_left_out for item in plan.items)
    skipped = sum(item.action == "skip" for item in plan.items) - left_out
    counts = f"{len(plan.added)} new, {len(plan.updated)} updated, {skipped} here already"
    if left_out:
        counts += f", {left_out} left out"
    happened = plan.records.get("interactions", 0) + sum(item.last_met is not None for item in plan.items)
    if happened:
        counts += plural(happened, ", with {count} interaction", ", with {count} interactions")
    if unread := sum(not each.is_read for each in plan.skipped):
        counts += f", {unread} that could not be read"
    if is_trial:
        return [f"It would be {counts}; nothing was changed."]
    if is_short:
        return [f"{counts}; --verbose lists them.", *common_lines.undo_at_end(plan.changes_anything)]
    return [f"{counts}.", *common_lines.undo_at_end(plan.changes_anything)]


COMMAND = Command(
    run,
    "Bring contacts in from vCard files (a phone's, Google's, Apple's, Outlook's), from tables (CSV: LinkedIn's, "
    "also in its archive, Google's, Outlook's, Thunderbird's, or any with a header), from tables of what happened (date, who, "
    "kind, note) or from netkeeper's own JSON. "
    "Nobody comes twice: who is here already is updated with what is new. It is one change, which netkeeper undo "
    "takes back, and a backup is made first.",
    (Argument("files", "FILE...", "Files to read; their format is found out.", many=True, completes="file"),),
    (
        Option("--dry-run", "is_trial", "Only say what would be done."),
        Option("--choose", "chosen", "What to do with a number that --dry-run shows: add, update, take (also what the file says otherwise) or skip; may be said several times.", "N=WHAT", many=True),
        Option("--encoding", "encoding", "What the text is encoded in, where the file does not tell.", "NAME"),
        Option("--map", "columns", "What a column of a table is; may be said several times.", "COLUMN=WHAT", many=True),
        Option("--dates", "dates", "What comes first in dates like 6/3/2005: day-first or month-first.", "ORDER"),
        Option("--every", "every", "How often to be in touch with whoever is new (90d, none, step), who waits to be sorted else.", "HOW"),
        Option("--same-name", "same_name", "Who is here already by the name alone: ask on a terminal, add as somebody new, or update.", "HOW"),
        Option("--verbose", "is_verbose", "List everybody, where there are many.", "", "-v"),
        JSON,
    ),
    (
        ("netkeeper import contacts.vcf --dry-run", "What it would do."),
        ("netkeeper import contacts.vcf", "Do it."),
        ("netkeeper import contacts.vcf --choose 1=skip", "Do it otherwise with one of its numbers."),
        ("netkeeper import contacts.vcf --every 90d", "All of them every quarter; nobody waits to be sorted."),
        ("netkeeper import old.vcf --encoding windows-1252", "A file whose letters come out wrong."),
        ("netkeeper import list.csv --map Kuka=name --map Talo=organization", "A table of one's own making."),
    ),
)  # fmt: skip
