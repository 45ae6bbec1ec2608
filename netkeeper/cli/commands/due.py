"""netkeeper due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netkeeper.actions.review.review import review as review_of
from netkeeper.cli.context import Session
from netkeeper.cli.output import Output, Part, Styled
from netkeeper.cli.spec import FILTER, JSON, Command, Option
from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.errors import WordError
from netkeeper.domain.review.items import Group, Item, in_place
from netkeeper.domain.review.plan import DuePromise, Review
from netkeeper.domain.text.display import pasteable, quoted
from netkeeper.phrases.review import day_off, free_day, why_words


def run(session: Session, *, words: tuple[str, ...], on: str | None, is_brief: bool, as_json: bool) -> None:
    """Show a day's review."""
    day = session.today
    if on is not None:
        from netkeeper.domain.dates.parse_day import read_sure_day

        day = read_sure_day(on, day).day
    search = news = None
    if words:
        from netkeeper.domain.language.tokens import split_args
        from netkeeper.domain.search.search import parse_search

        search = parse_search(split_args(words), session.today)
    network = session.network
    if on is not None:
        session.keep_holidays()
    if search or is_brief or on is not None:
        review = review_of(network, day, search, today=session.today)
    else:
        from netkeeper.actions.review.diary import open_review, pace_news

        if not network.diary_day(day).is_pinned:
            session.keep_holidays()
        # The first look at a whole day decides what it offers until it is over.
        review = open_review(network, day)
        news = pace_news(network, day)
    if as_json:
        from netkeeper.interchange.public_json import review_dict

        session.out.json(review_dict(review))
    elif is_brief:
        from netkeeper.phrases.brief import brief

        if summary := brief(review):
            session.out.line(f"netkeeper: {summary}")
    elif network.is_empty:
        _welcome(session.out)
    else:
        _show(session.out, review, session.today, " ".join(words))
        if news:
            from netkeeper.cli import common_lines
            from netkeeper.phrases.pace import pace_sentence

            session.out.line(Styled(f"{pace_sentence(news)} ", "dim"), common_lines.undo_hint())


def _welcome(out: Output) -> None:
    from netkeeper.cli import common_lines

    out.line("Nobody is in your network yet.")
    out.table(
        [
            [common_lines.command_hint("netkeeper add Anna Virtanen", "bold"), "adds somebody"],
            [common_lines.command_hint("netkeeper import contacts.vcf", "bold"), "brings in what a phone exported"],
            [common_lines.command_hint("netkeeper demo", "bold"), "shows what it is like"],
        ],
        indent=2,
    )


def _show(out: Output, review: Review, today: date, sought: str) -> None:
    """The review by section, as the app shows it; of those who fit what is sought, where anything is."""
    day = review.day
    if day != today:
        out.line(Styled(f"The plan for {describe_day(day, today)}", "bold"))
    out.sections(
        {
            "PROMISED": _lines(review, review.promises, "promises", today),
            "KEEP IN TOUCH": _lines(review, review.keep_in_touch, "keep_in_touch", today),
            "STRETCH": _lines(review, review.stretch, "stretch", today),
            "OCCASIONS": _lines(review, review.occasions, "occasions", today),
            "TO BE SORTED": _lines(review, review.sort, "sort", today),
            "ALSO TODAY": _lines(review, (), "elsewhere", today),
        }
    )
    if not review.count and sought:
        out.line(*_nobody_fits(review, today, sought))
    elif not review.count:
        out.line(_nothing(review, today))
    ends = [day_off(review)] if review.is_day_off and review.count else []
    if review.waiting:
        ends.append(f"{review.waiting} more can wait")
    if review.sort:
        from netkeeper.config.program_name import with_program_name

        ends.append(with_program_name(f"{review.unsorted} to be sorted (netkeeper sort)"))
    if review.dealt:
        ends.append(f"{len(review.dealt)} of {len(review.dealt) + review.count} done today")
    if ends:
        out.line(Styled(" · ".join(ends), "dim"))


def _lines(review: Review, still_open: Sequence[Item], group: Group, today: date) -> list[list[Part]]:
    """The items of a section in their order; those that are done stay, ticked."""
    lines: list[list[Part]] = []
    for item, is_done in in_place(still_open, review.dealt, group):
        if is_done:
            lines.append([Styled(item.name, "dim"), Styled(why_words(item), "dim"), Styled("✓", "dim")])
        elif isinstance(item, DuePromise):
            lines.append([item.name, why_words(item), _since(item.followup.due_on, review.day, today)])
        else:
            lines.append([item.name, why_words(item), ""])
    return lines


def _nobody_fits(review: Review, today: date, sought: str) -> list[Part]:
    """The message where the filter selects none of the day's contacts; it suggests ``--on`` where it reads as a day."""
    from netkeeper.cli import common_lines
    from netkeeper.domain.dates.parse_day import parse_day

    of_day = "today" if review.day == today else describe_day(review.day, today)
    parts: list[Part] = [f"Nobody of {of_day} fits {quoted(sought)}."]
    try:
        parse_day(sought, today)
    except WordError:
        return parts
    return [*parts, common_lines.command_hint(f' For that day: netkeeper due --on "{pasteable(sought)}"')]


def _nothing(review: Review, today: date) -> str:
    """The message where there is nothing to do."""
    if review.is_day_off:
        return free_day(review, wishes=review.day == today)
    if review.dealt:
        return "That was today: nothing is left of it."
    if review.day != today:
        day = describe_day(review.day, today)
        if review.day < today:
            return f"Nothing was due {day if day == 'yesterday' else f'on {day}'}."
        return f"Nothing is due {day if day == 'tomorrow' else f'on {day}'}."
    return "Nothing is due today. Enjoy the day."


def _since(due_on: date, day: date, today: date) -> Part:
    """The day since which a promise is due; empty on that day."""
    return "" if due_on == day else Styled(f"since {describe_day(due_on, today)}", "yellow")


COMMAND = Command(
    run,
    "Show the review of the day: promises that are due, whom to keep in touch with, one stretch beyond the usual, "
    "and the occasions of the week; and why each.",
    (FILTER,),
    (
        Option("--on", "on", "The review of another day: fri, tomorrow, 24.12.", "DATE"),
        Option("--brief", "is_brief", "One line for a login or a shell prompt; nothing where nothing is due."),
        JSON,
    ),
    (
        ("netkeeper due", "Whom to be in touch with today."),
        ("netkeeper due field:food --on fri", "Friday's, but only people in food."),
        ("netkeeper due --brief", "One line, for the beginning of a shell."),
    ),
)
