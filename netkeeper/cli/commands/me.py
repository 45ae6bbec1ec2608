"""netkeeper me."""

from __future__ import annotations

from netkeeper.actions.network.member import change_by
from netkeeper.cli import common_lines
from netkeeper.cli.arguments import split_line
from netkeeper.cli.context import Session
from netkeeper.cli.output import Part, Styled
from netkeeper.cli.spec import JSON, Argument, Command
from netkeeper.domain.member.me_words import member_words, with_words
from netkeeper.domain.member.member import Member
from netkeeper.domain.member.setting_texts import hint, text_of
from netkeeper.domain.member.settings import DAYS_OFF, PARTS, REVIEW, YOU

_TITLES = {YOU: "YOU", REVIEW: "REVIEW", DAYS_OFF: "DAYS OFF"}


def run(session: Session, *, words: tuple[str, ...], as_json: bool) -> None:
    """Show the member's settings, or change some in one step."""
    if words:
        setting_words = member_words((len(words) == 1 and split_line(words[0])) or words)
        before, after = change_by(session.network, lambda now: with_words(now, setting_words, session.today))
        if not as_json:
            _show_changes(session, before, after)
            return
    if as_json:
        from netkeeper.interchange.public_json import member_dict

        session.out.json(member_dict(session.network.member))
    else:
        _show(session, session.network.member)


def _show(session: Session, member: Member) -> None:
    sections: dict[str, list[list[Part]]] = {title: [] for title in _TITLES.values()}
    for word, (_, part) in PARTS.items():
        if part.page:
            row: list[Part] = [part.label, Styled(text_of(word, member), "bold"), Styled(f"{word}:", "cyan")]
            sections[_TITLES[part.page]].append([*row, Styled(hint(word, member, session.today), "dim")])
    sections["SAVED SEARCHES"] = [[name, Styled(typed, "bold"), "", ""] for name, typed in member.searches.items()]
    sections["COLUMNS OF TABLES"] = [[name, Styled(target, "bold"), "", ""] for name, target in member.columns.items()]
    names = dict(session.network.names())
    for pair in sorted(member.apart):
        sections.setdefault("NOT THE SAME", []).append([*(names.get(each, each) for each in pair), "", ""])
    session.out.sections(sections)
    way = "netkeeper me team:Innomo graduates:2.6.2027 sets, team: alone clears; w in the app's People saves a search."
    session.err.line(common_lines.command_hint(way, "dim"))


def _show_changes(session: Session, before: Member, after: Member) -> None:
    parts: list[Part] = []
    for word, (_, part) in PARTS.items():
        was, now = text_of(word, before), text_of(word, after)
        if part.page and was != now:
            understood = hint(word, after, session.today) if now else ""
            parts += ["; " if parts else "Changed ", f"{word}: ", was or "nothing", " → ", now or "nothing"]
            parts += [f" ({understood})"] if understood else []
    if parts:
        session.out.line(*parts, ". ", common_lines.undo_hint())
    else:
        session.out.line("Your settings say that already; nothing was changed.")


COMMAND = Command(
    run,
    "Show your settings, each with the word that sets it; with words, set them in one step.\n\n"
    f"Words: {' '.join(f'{word}:' for word, (_, part) in PARTS.items() if part.page)}\n\n"
    "What there may be several of is added to, and taken away with a minus. A word with nothing behind it clears, as "
    "none does; where something is always said, it brings the usual back.",
    (
        Argument(
            "words",
            "[WORD]...",
            "What to set: team:Innomo, -field:food.",
            many=True,
            required=False,
            completes="setting",
        ),
    ),
    (JSON,),
    (
        ("netkeeper me", "All your settings."),
        ("netkeeper me team:Innomo graduates:2.6.2027", "Your team, and the day you leave."),
        ('netkeeper me name:"Noora Salmi" field:design pace:5', "Who you are, one field more, five people a day."),
        ("netkeeper me potential:6w weekdays:sat,sun dates:24.12.-2.1.", "How often, and when nobody is asked about."),
        ("netkeeper me weekdays: holidays:like-any", "No day of the week is off, nor public holidays."),
    ),
)
