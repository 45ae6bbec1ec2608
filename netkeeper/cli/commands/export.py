"""netkeeper export."""

from __future__ import annotations

from netkeeper.actions.network.exporting import export, save_export
from netkeeper.cli import common_lines
from netkeeper.cli.context import Session
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.spec import FILTER, Command, Option
from netkeeper.domain.errors import AlreadyThereError, StoreError
from netkeeper.domain.language.tokens import split_args
from netkeeper.domain.language.values import several
from netkeeper.domain.search.search import parse_search
from netkeeper.interchange.formats import writable
from netkeeper.interchange.separators import separator_named
from netkeeper.phrases.counted import plural
from netkeeper.phrases.photos import missing_photos_words, photos_left_out_words


def run(
    session: Session,
    *,
    words: tuple[str, ...],
    path: str | None,
    format_name: str | None,
    without: str | None,
    as_what: str | None,
    may_replace: bool,
    stays_current: bool,
    separator: str | None,
) -> None:
    """Take contacts out."""
    if path is not None and not path.strip():
        raise WrongUsageError("--output needs the name of a file.")
    search = parse_search(split_args(words), session.today) if words else None
    if as_what not in (None, "todos", "events"):
        raise WrongUsageError("--as is todos or events: what follow-ups become in a calendar.")
    if stays_current:
        from netkeeper.cli.keeping_calendar import begin

        begin(session, path, format_name, as_what, is_whole=not (words or without))
        return
    made = export(
        session.network,
        search,
        format_name=format_name,
        path=path,
        without=several(without or ""),
        as_events=as_what == "events",
        separator=separator_named(separator) if separator is not None else None,
    )
    if separator is not None and made.format.name not in ("csv", "interactions"):
        raise WrongUsageError(f"--separator is for csv and interactions; {made.format.name} has its own.")
    if made.missing_photos:
        session.err.line(
            missing_photos_words(made.missing_photos), " ", common_lines.command_hint("netkeeper doctor says whose.")
        )
    if made.photos_left_out:
        session.err.line(photos_left_out_words(made.photos_left_out))
    if path is None:
        if not session.out.raw(made.data):
            session.err.line("Some characters are shown otherwise than they are; -o FILE writes them as they are.")
        return
    try:
        save_export(made, path, force=may_replace)
    except AlreadyThereError:
        raise StoreError(f"{path} is there already; name another file, or add --force.") from None
    count = plural(made.people, "1 contact", "{count} contacts")
    session.err.line(f"Exported {count} to ", path, f" ({made.format.name}).")


def _formats() -> str:
    """The formats there are, for the help."""
    return f"{'; '.join(f'{known.name}: {known.title}' for known in writable())}."


COMMAND = Command(
    run,
    "Take contacts out: all of them, or those who fit every word. The format is what the file's name says, else "
    "vCard. Without --output it goes to standard output. netkeeper's own json loses nothing: interactions and "
    "follow-ups are in it too.",
    (FILTER,),
    (
        Option("--output", "path", "The file to write.", "FILE", "-o", "file"),
        Option("--format", "format_name", _formats(), "FORMAT", "", "format"),
        Option("--without", "without", "What stays here, with a comma between: notes,feelings.", "WHAT"),
        Option("--as", "as_what", "What follow-ups become in a calendar: todos (unless you say) or events.", "KIND"),
        Option(
            "--separator",
            "separator",
            "What stands between the cells of csv: comma, semicolon or tab; a file has what a spreadsheet where you are opens in columns, unless you say.",
            "CHARACTER",
        ),
        Option("--keep-current", "stays_current", "Write a calendar file, and write it anew after every change."),
        Option("--force", "may_replace", "Replace the file if it is there already."),
    ),
    (
        ("netkeeper export -o contacts.vcf", "Everybody, for a phone or another address book."),
        ("netkeeper export field:food -o food.vcf", "Those in food."),
        ("netkeeper export -o follow-ups.ics --as events", "What is promised, for Google's or Outlook's calendar."),
        ("netkeeper export -o ~/netkeeper.ics --keep-current", "The same, for a calendar that looks at the file."),
        ("netkeeper export field:food -o food.csv --without notes,feelings", "A list to give to somebody else."),
        ("netkeeper export --format json", "All there is, to standard output."),
    ),
)
